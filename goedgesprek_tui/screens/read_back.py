"""Reading back to the group: one note at a time, in large clear sight."""

from collections.abc import Iterable
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.commands.acts import OFF_RECORD
from goedgesprek_tui.models import Consent, Note, NoteKind
from goedgesprek_tui.reading import about, answers, closing, for_the_rest, quoted, to_read
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, key_name, keys_of
from goedgesprek_tui.withdrawal import withdrawn

LINES_A_KEY = 3
PLACEHOLDER = "leeg mag ook; dan komt de zin niet in het verslag"
WAYS_OUT = "Enter of Esc gaat terug. PgUp toont de laatste zin nog eens."
ERASED = "De zin is voorgoed gewist."
REST = (
    Row("De rest letterlijk", Consent.VERBATIM),
    Row("De rest alleen de kern", Consent.GIST),
    Row("Terug", None, "een voor een verder lezen"),
)


class ReadBackScreen(SayingScreen[None]):
    """Shows the notes one by one, and keeps what the group says of each: letterlijk, kern or nee."""

    ANSWERS = [
        Binding("j,J", "accept", "ja, letterlijk", show=False, id="lees-ja", tooltip="Ja, letterlijk"),
        Binding("k,K", "gist", "alleen de kern", show=False, id="lees-kern", tooltip="Alleen de kern"),
        Binding("n,N", "refuse", "nee", show=False, id="lees-nee", tooltip="Nee, deze zin gaat niet mee"),
        Binding("w,W", "edit", "wijzigen", show=False, id="lees-wijzig", tooltip="De zin wijzigen"),
        Binding("v,V", "erase", "wissen", show=False, id="lees-wis", tooltip="De zin voorgoed wissen"),
    ]
    BINDINGS = [
        *ANSWERS,
        Binding("pageup", "step(-1)", show=False, id="lees-vorige", tooltip="De vorige zin"),
        Binding("pagedown,enter", "step(1)", show=False, id="lees-volgende", tooltip="De volgende zin"),
        Binding("down", "look(1)", show=False, id="lees-omlaag", tooltip="Verder in een lange zin"),
        Binding("up", "look(-1)", show=False, id="lees-omhoog", tooltip="Terug in een lange zin"),
        Binding("a,A", "rest", "de rest", id="lees-rest", tooltip="Eén antwoord voor de rest"),
        Binding("ctrl+z", "undo", "terug", id="lees-ongedaan", tooltip="Het laatste terugdraaien"),
        Binding("escape", "dismiss", show=False, id="lees-klaar", tooltip="Stoppen met voorlezen"),
    ]

    def __init__(self, talk: Talk) -> None:
        """Begin at the first note without an answer, else at the first one."""
        super().__init__(talk)
        waiting = (at for at, note in enumerate(self.notes) if not note.consent)
        self.at = next(waiting, self._beside(-1, 1))
        self.in_sight = ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes to read, in order; those with a no keep their place and are passed over."""
        return to_read(self.talk.session)

    @property
    def note(self) -> Note | None:
        """The note in sight; None on the last page."""
        return self.notes[self.at] if self.at < len(self.notes) else None

    def compose(self) -> ComposeResult:
        """Lay out: how far it is, the note, the answers, one sentence, the keys."""
        with Horizontal(classes="two-sides"):
            yield Static(id="where", classes="left")
            yield Static(id="counts", classes="right")
        with VerticalScroll(id="quote", can_focus=False):
            yield Static(id="said")
        yield Static(Content.styled("↓ het gaat nog verder", "$muted"), id="more")
        yield Static(id="answers")
        yield self.message_line()
        out = "klaar" if self.talk.session.ended else "naar het gesprek"
        keys = keys_of(self.BINDINGS, ("PgUp PgDn", "vorige, volgende"))
        yield KeyLine([*keys, ("Esc", out)])

    # --- the answers --------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Keep that the words may be used, and go on."""
        if self.note:
            self._answered(self.note, consent=Consent.VERBATIM)

    def action_gist(self) -> None:
        """Keep that only the gist may be used, and go on; a quote needs one, so ask for it at once."""
        note = self.note
        if not note:
            return
        wanted = note.kind is NoteKind.QUOTE and (not note.gist or note.consent is Consent.GIST)
        if not wanted or self.talk.conversation.off_record:
            self._answered(note, consent=Consent.GIST)
            return

        def take(gist: str | None) -> None:
            if gist is not None:
                self._answered(note, consent=Consent.GIST, gist=gist)

        title = "Wat is de kern, in jouw woorden?"
        self.app.push_screen(
            AskScreen(title, note.gist, quoted(note), PLACEHOLDER, f"/kern {note.number}"), take
        )

    def action_refuse(self) -> None:
        """Hide the note at once; after the end of the talk it is erased, so ask first."""
        note = self.note
        if note and self.talk.session.ended:
            title = "Nee betekent nu: de zin wordt meteen gewist."
            self.ask_to_erase(note, title, lambda: self.talk.conversation.consent(note, Consent.NO), ERASED)
        elif note:
            self._answered(note, consent=Consent.NO)
            self.say("De zin is uit beeld en gaat niet mee. ^Z haalt hem terug.")

    def action_rest(self) -> None:
        """Give all notes without an answer the same one, after asking which."""
        waiting = answers(self.talk.session).waiting
        if not waiting:
            self.say("Alle zinnen hebben al een antwoord.")
            return

        def take(consent: Consent | None) -> None:
            if consent:
                before = self.talk.session
                self.act(for_the_rest(self.talk.conversation, consent), self.note.id if self.note else "")
                self._go(len(self.notes))
                self.say(withdrawn(before, self.talk.session))

        title = f"{count(waiting, 'zin heeft', 'zinnen hebben')} nog geen antwoord. Wat zegt de groep?"
        self.app.push_screen(PickScreen(title, among(REST)), take)

    def _answered(self, note: Note, **changes: Any) -> None:
        label, before = f"antwoord op notitie {note.number}", self.talk.session
        if any(getattr(note, name) != value for name, value in changes.items()):
            self.act(self.talk.conversation.change(note, label, **changes), note.id)
        self.action_step(1)
        if out := withdrawn(before, self.talk.session):
            self.say(out)

    # --- the words ----------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Change the words, as the group wants them."""
        note = self.note
        if not note:
            return
        if self.talk.conversation.off_record:
            self.say(OFF_RECORD)
            return

        def take(text: str | None) -> None:
            if text and text != note.text:
                label, before = f"zin van notitie {note.number}", self.talk.session
                self.act(self.talk.conversation.change(note, label, text=text), note.id)
                out = withdrawn(before, self.talk.session)
                self.say(f"De zin is veranderd. Lees hem nog een keer voor. {out}".rstrip())
                self.refresh_view()

        self.app.push_screen(
            AskScreen("Hoe moet de zin zijn?", note.text, quoted(note), command=f"/wijzig {note.number}"),
            take,
        )

    def action_erase(self) -> None:
        """Erase a note for good, after asking."""
        note = self.note
        if note:
            title = "Deze zin voorgoed wissen?"
            self.ask_to_erase(note, title, lambda: self.talk.conversation.erase(note), ERASED)

    def action_undo(self) -> None:
        """Take back the last answer, and show the note it was about."""
        about = self.undo()
        self._go(next((at for at, note in enumerate(self.notes) if note.id == about), self.at))

    # --- what is shown ------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Go to the next note or back, past those with a no; after the last page the screen closes."""
        self.say("")
        if not self.note and by > 0:
            self.dismiss()
        else:
            self._go(self._beside(self.at, by))

    def action_look(self, by: int) -> None:
        """Scroll in a long note."""
        self.query_one("#quote").scroll_relative(y=by * LINES_A_KEY, animate=False, immediate=True)
        self.call_after_refresh(self._mark_long)

    def _beside(self, at: int, by: int) -> int:
        notes, to = self.notes, at + by
        while 0 <= to < len(notes) and notes[to].consent is Consent.NO:
            to += by
        return at if to < 0 else min(to, len(notes))

    def _go(self, at: int) -> None:
        self.at = at
        self.refresh_view()

    def refresh_view(self) -> None:
        """Show the note in sight, or the last page."""
        if not self.is_mounted:
            return
        note, notes = self.note, self.notes
        given = answers(self.talk.session)
        where = f"Teruglezen · {self.at + 1} van {len(notes)}" if note else "Teruglezen"
        counts = f"{given.yes} ja   {given.gist} kern   {given.no} nee   {given.waiting} te gaan"
        self.query_one("#where", Static).update(Content.styled(where, "$muted"))
        self.query_one("#counts", Static).update(Content.styled(counts, "$muted"))
        self.query_one("#said", Static).update(self._note(note) if note else self._last_page())
        self.query_one("#answers", Static).update(_question(self.ANSWERS) if note else Content())
        self.show_message()
        if self.in_sight != (in_sight := note.id if note else ""):
            self.in_sight = in_sight
            self.query_one("#quote").scroll_home(animate=False)
        self.call_after_refresh(self._mark_long)

    def _mark_long(self) -> None:
        for quote in self.query("#quote"):
            self.query_one("#more").set_class(quote.max_scroll_y > quote.scroll_offset.y, "-on")

    def _note(self, note: Note) -> Content:
        lines = about(self.talk.session, note, self.talk.topics)
        return Content.assemble((quoted(note), "bold"), "\n\n", ("\n".join(lines), "$muted"))

    def _last_page(self) -> Content:
        if not self.notes:
            return Content.styled("Er zijn geen zinnen om voor te lezen.", "bold")
        lines = [*closing(self.talk.session), "", WAYS_OUT]
        return Content.assemble(("Alles is voorgelezen.", "bold"), "\n\n", ("\n".join(lines), "$muted"))


def _question(answers: Iterable[Binding]) -> Content:
    keys = [Content.assemble((key_name(b.key), "bold $secondary"), f" {b.description}") for b in answers]
    return Content.assemble("Klopt het zo? Mag het mee?\n\n", Content("   ").join(keys))
