"""What still waits: agreements and experiments to look back on, wishes and questions without an answer."""

import asyncio
from collections.abc import Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.describe import day
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import NoteKind, Session
from goedgesprek_tui.reading import quoted
from goedgesprek_tui.review.counting import Heard
from goedgesprek_tui.review.periods import period_said
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.review_rows import place_said
from goedgesprek_tui.screens.search import FoundScreen
from goedgesprek_tui.text import shortened
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NOTHING = "Er wacht niets: geen afspraken, proeven, wensen of vragen zonder antwoord in deze periode."
ASKED = {
    NoteKind.AGREEMENT: "Wat is ervan gekomen?",
    NoteKind.EXPERIMENT: "Wat kwam eruit?",
    NoteKind.WISH: "Wat is ermee gebeurd?",
    NoteKind.QUESTION: "Wat is het antwoord?",
}
LONGEST = 200
SHORT = 40
PLACE_LENGTH = 40


class WaitingScreen(Page[str | None]):
    """Gives the id of the conversation to open, or None; `changed` are those that got an answer."""

    BINDINGS = [
        Binding("o,O", "read", "gesprek lezen", id="lezen", tooltip="Het gesprek lezen"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug naar de thema's"),
    ]

    def __init__(self, desk: Desk, review: Review) -> None:
        """Show what waits in the conversations of this selection."""
        super().__init__()
        self.desk = desk
        self.review = review
        self.changed: dict[str, Session] = {}

    def compose(self) -> ComposeResult:
        """Show what waits, what is due first, and one sentence."""
        period = period_said(self.review.selection.start, self.review.selection.end)
        title = Content.assemble(("Wat nog wacht", "bold"), (f"  uit {period}", "$muted"))
        yield Static(title, classes="top")
        yield Choices(self._rows(), spaced=True)
        yield Static("" if self._rows() else NOTHING, id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "antwoord schrijven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def _rows(self) -> list[Row]:
        return [Row(shortened(quoted(one.note), LONGEST), one, said) for one, said in self._waiting()]

    def _waiting(self) -> Iterator[tuple[Heard, str]]:
        today = self.desk.setting.now().date()
        found = self.review.waiting(today)
        for one in found.due:
            yield (
                one,
                self._said(one, f"terugkijken kan sinds {day(one.note.due, today)}" if one.note.due else ""),
            )
        for one in found.coming:
            yield one, self._said(one, f"terugkijken op {day(one.note.due, today)}" if one.note.due else "")
        for one in found.undated:
            yield one, self._said(one, "zonder dag")
        for one in (*found.questions, *found.wishes):
            yield one, self._said(one, "nog geen antwoord")

    def _said(self, one: Heard, how: str) -> str:
        where = f"{dutch_date(one.session.started.date())} {shortened(place_said(one.session), PLACE_LENGTH)}"
        kind = "proef" if one.note.kind is NoteKind.EXPERIMENT else one.note.kind.value
        parts = (kind, how, one.note.who, where.rstrip())
        return " · ".join(part for part in parts if part)

    @on(Choices.Picked)
    @work(exclusive=True)
    async def answer(self) -> None:
        """Ask what came of it, and keep that with the note."""
        chosen = self.query_one(Choices).chosen
        if not chosen:
            return
        one: Heard = chosen.value
        asked = AskScreen(
            ASKED[one.note.kind], one.note.outcome, quoted(one.note), "in een zin, zonder namen"
        )
        typed = await self.app.push_screen_wait(asked)
        if not typed:
            return
        try:
            session = await asyncio.to_thread(self._keep, one, typed)
        except UserError as error:
            self.say(f"{error} Je antwoord was: {typed}")
            return
        self.changed[session.id] = session
        self.review = self.review.with_sessions([session])
        choices = self.query_one(Choices)
        at = choices.highlighted or 0
        choices.show(self._rows())
        choices.highlighted = min(at, len(choices.rows) - 1) if choices.rows else None
        kept = f"Bewaard bij „{shortened(one.note.text, SHORT)}”: {typed}"
        self.say(kept if self._rows() else f"Bewaard. {NOTHING}")

    def _keep(self, one: Heard, outcome: str) -> Session:
        with self.desk.store.open(one.session.id) as opened:
            notes = tuple(
                note.model_copy(update={"outcome": outcome}) if note.id == one.note.id else note
                for note in opened.session.notes
            )
            opened.save(opened.session.model_copy(update={"notes": notes}))
            return opened.session

    @work(exclusive=True)
    async def action_read(self) -> None:
        """Show the conversation it was said in."""
        chosen = self.query_one(Choices).chosen
        if chosen:
            one: Heard = chosen.value
            if opened := await self.app.push_screen_wait(FoundScreen(one.session, one.note.id)):
                self.dismiss(opened)

    def say(self, message: str) -> None:
        """Show one sentence."""
        self.query_one("#message", Static).update(Content(message))
