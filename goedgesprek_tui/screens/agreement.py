"""One agreement or experiment: what, who, when, and how it turned out."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.dates import dutch_date, full_date, parse_date
from goedgesprek_tui.line import Line
from goedgesprek_tui.models import Note, NoteKind
from goedgesprek_tui.screens.form import FormScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.form import Field
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NO_DAY = "„{}” is geen dag die ik ken. Typ bijvoorbeeld 26-11, donderdag of over 3 weken, of maak het leeg."
NO_TEXT = "Dit kan niet leeg zijn. Wissen kan in de lijst, met Del."


class AgreementScreen(FormScreen):
    """Shows one agreement or experiment to fill in; a new one is made as soon as it says what."""

    def __init__(self, talk: Talk, kind: NoteKind, note: Note | None) -> None:
        """Fill in this note, or a new one of this kind."""
        super().__init__(talk)
        self.kind = kind
        self.note_id = note.id if note else ""

    @property
    def note(self) -> Note | None:
        """The note as it is now; None until there is one."""
        return next((note for note in self.talk.session.notes if note.id == self.note_id), None)

    def compose(self) -> ComposeResult:
        """Ask what, who and when; of an experiment also the sign; when it is due also the outcome."""
        note, trial = self.note, self.kind is NoteKind.EXPERIMENT
        due = dutch_date(note.due) if note and note.due else ""
        yield Static(Content.styled("Proef" if trial else "Afspraak", "bold"), classes="top")
        with VerticalScroll(classes="page", can_focus=False):
            what = "wat je gaat proberen" if trial else "wat je afspreekt"
            yield Field("text", "Wat", what, note.text if note else "")
            yield Field("who", "Wie", "bijvoorbeeld de ouderraad; geen naam", note.who if note else "")
            if trial:
                sign = "bijvoorbeeld: er komen nieuwe ouders"
                yield Field("sign", "Het helpt als", sign, note.sign if note else "")
            yield Field("due", "Terugkijken op" if trial else "Wanneer", "bijvoorbeeld over 3 weken", due)
            if note and (note.outcome or note in self.talk.session.due(self.talk.setting.now().date())):
                yield Field("outcome", "Uitkomst", "hoe het is gegaan", note.outcome)
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende")))

    def on_mount(self) -> None:
        """Begin at what it is about, or at the outcome when that is what it waits for."""
        fields = list(self.query(Field))
        for field in fields:
            self.explain(field)
        (fields[-1] if fields[-1].key == "outcome" else fields[0]).line.focus()
        self.open_lines()

    def keep(self, key: str, text: str) -> bool:
        """Store a line; what it is about cannot be empty, and a day must be a day."""
        value = self.day(text) if key == "due" else text
        if text and not value:
            self.say(NO_DAY.format(text[:30]))
        elif key == "text" and not text:
            self.say(NO_TEXT)
        else:
            self.say("")
            self.change(key, value)
            return True
        return False

    def change(self, key: str, value: str | date | None) -> None:
        """Change the note, or make it: the line that says what comes first."""
        note = self.note
        if note:
            label = f"{self.kind} {note.number}"
            self.act(self.talk.conversation.change(note, label, **{key: value}))
        else:
            self.note_id = self.talk.setting.new_id()
            self.act(self.talk.conversation.add(self.note_id, Line(str(value), self.kind)))

    def day(self, text: str) -> date | None:
        """Return the day that was typed."""
        return parse_date(text, self.talk.setting.now().date())

    @on(Field.Typed)
    def typed(self, event: Field.Typed) -> None:
        """Show which day it will be."""
        self.explain(event.field)
        self.open_lines()

    def explain(self, field: Field) -> None:
        """Say under the line for a day which day that is."""
        day = self.day(field.text) if field.key == "due" else None
        field.say(full_date(day) if day else "")

    def open_lines(self) -> None:
        """Leave the other lines shut until it is known what this is about: without that nothing is stored."""
        what, *others = self.query(Field)
        for field in others:
            field.line.disabled = not self.note and not what.text
