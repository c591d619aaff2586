"""What was agreed, and what is tried: the list, to add to, to change and to look back on."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.models import Note, NoteKind
from goedgesprek_tui.screens.agreement import AgreementScreen
from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.tasks import agreements
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NEW = (
    Row("Nieuwe afspraak", NoteKind.AGREEMENT, "wie doet wat, en wanneer"),
    Row("Nieuwe proef", NoteKind.EXPERIMENT, "iets kleins om te proberen, met een dag om terug te kijken"),
)


class AgreementsScreen(SayingScreen[None]):
    """Shows the agreements and experiments, and opens one to fill in."""

    BINDINGS = [
        Binding("delete", "erase", "wissen", id="afspraak-wis", tooltip="De gekozen regel wissen"),
        Binding("escape", "dismiss", "klaar", id="afspraak-klaar", tooltip="Klaar met de afspraken"),
    ]

    def compose(self) -> ComposeResult:
        """Show what there is, and below it what can be added."""
        yield Static(Content.styled("Afspraken en proeven", "bold"), classes="top")
        yield Choices(self.rows())
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "invullen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def rows(self) -> list[Row]:
        """Return a row for each agreement and experiment, and for a new one."""
        today = self.talk.setting.now().date()
        notes = agreements(self.talk.session)
        return [*(Row(note.text, note.id, _detail(note, today)) for note in notes), *NEW]

    @on(Choices.Picked)
    def open(self, event: Choices.Picked) -> None:
        """Fill in what was chosen, or a new one."""
        self.say("")
        value = event.row.value
        note = self.note(value)
        self.app.push_screen(AgreementScreen(self.talk, note.kind if note else value, note))

    def note(self, id: str) -> Note | None:
        """Return the agreement or experiment with this id."""
        return next((note for note in agreements(self.talk.session) if note.id == id), None)

    def action_erase(self) -> None:
        """Erase what is selected, after asking."""
        chosen = self.query_one(Choices).chosen
        note = self.note(chosen.value) if chosen else None
        if not note:
            self.say("Kies eerst een afspraak of proef om te wissen.")
            return
        title, said = f"Deze {_name(note)} wissen?", f"De {_name(note)} is voorgoed gewist."
        self.ask_to_erase(note, title, lambda: self.talk.conversation.erase(note), said)

    def refresh_view(self) -> None:
        """Show the list as it is now."""
        if self.is_mounted:
            self.query_one(Choices).show(self.rows())
            self.show_message()


def _name(note: Note) -> str:
    return "proef" if note.kind is NoteKind.EXPERIMENT else "afspraak"


def _detail(note: Note, today: date) -> str:
    parts = [_name(note), note.who]
    if note.due:
        parts.append(("terugkijken op " if note.kind is NoteKind.EXPERIMENT else "") + dutch_date(note.due))
    if note.outcome:
        parts.append(f"uitkomst: {note.outcome}")
    elif note.due and note.due <= today:
        parts.append("hoe ging het?")
    return " · ".join(part for part in parts if part)
