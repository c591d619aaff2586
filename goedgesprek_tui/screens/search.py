"""Searching all notes while one types; Enter goes to the note in its conversation."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.models import Session
from goedgesprek_tui.review.marks import excerpt
from goedgesprek_tui.review.search import Found, Hit, Index
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.looking import LookScreen, said, said_gist
from goedgesprek_tui.screens.memory import settle
from goedgesprek_tui.text import shortened
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.recorder import LineInput

HOW = (
    'Zoek op woorden; "op het plein" staat er precies zo.\n'
    "Kleiner maken: thema:pesten  plek:linde  soort:wens  sinds:maart  tot:2025"
)
NOTHING = "Niets gevonden. Probeer minder woorden, of een korter begin."
READING = "de notities worden gelezen…"
MOST = 100
LONGEST = 140
WHERE = 70


@dataclass(frozen=True)
class HitRow(Row):
    """A note that was found, marked; its place and day stand under it."""

    text: Content = Content()

    def content(self) -> Content:
        """Return the row as it is shown."""
        return Content("\n").join([self.text, Content.styled(self.detail, "$muted")])


class FoundScreen(LookScreen):
    """Shows a conversation around a note that was found; gives its id when it is to be opened."""

    BINDINGS = [
        Binding("o,O", "open", "gesprek openen", id="open", tooltip="Dit gesprek openen"),
        *LookScreen.BINDINGS,
    ]

    def action_open(self) -> None:
        """Give the conversation."""
        self.dismiss(self.session.id)


class SearchScreen(Page[str | None]):
    """Gives the id of the conversation to open, or None."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug"),
        Binding("down", "move('cursor_down')", show=False, id="omlaag", tooltip="Een notitie lager"),
        Binding("up", "move('cursor_up')", show=False, id="omhoog", tooltip="Een notitie hoger"),
        Binding("pagedown", "move('page_down')", show=False, id="verder", tooltip="Verder naar onderen"),
        Binding("pageup", "move('page_up')", show=False, id="eerder", tooltip="Verder naar boven"),
    ]

    def __init__(self, desk: Desk, sessions: Iterable[Session], index: Index | None = None) -> None:
        """Search in these conversations; `index` is what was read of just these before."""
        super().__init__()
        self.desk = desk
        self.sessions = tuple(sessions)
        self.index = index
        self.found = Found()
        self.wanted = ""
        self.searching = False
        self.going = False

    def compose(self) -> ComposeResult:
        """Show the line to type in, and room for what is found."""
        with Horizontal(classes="two-sides"):
            yield Static(Content.styled("Zoeken", "bold"), classes="left")
            yield Static(id="total", classes="right")
        yield LineInput(placeholder="typ waarop je zoekt")
        yield Static(id="message")
        choices = Choices()
        choices.can_focus = False
        yield choices
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "naar de notitie")))

    def on_mount(self) -> None:
        """Take the keys, and read the notes beside it."""
        self.query_one(LineInput).focus()
        self._show(Found())
        self._search()

    @on(Input.Changed)
    def look_for(self, event: Input.Changed) -> None:
        """Look for what is typed now, unless that is under way and will come to it."""
        self.wanted = event.value
        if not self.searching:
            self._search()

    def _search(self) -> None:
        self.searching = True
        self.search()

    @work
    async def search(self) -> None:
        """Search beside the event loop until what was found is what is typed; one search at a time."""
        if not self.index:
            self.query_one("#total", Static).update(Content.styled(READING, "$muted"))
            self.index = await asyncio.to_thread(Index, self.desk.prompts.topics, self.sessions)
            await asyncio.to_thread(settle)
        today = self.desk.setting.now().date()
        looked_for = None
        while looked_for != self.wanted:
            looked_for = self.wanted
            found = await asyncio.to_thread(self.index.find, looked_for, today, typing=True, most=MOST)
        self.searching = False
        self._show(found)
        if self.going:
            self.go_to()

    def _show(self, found: Found) -> None:
        self.found = found
        cut = f", hier de eerste {len(found.hits)}" if found.notes > len(found.hits) else ""
        total = Content.styled(f"{found.total}{cut}" if found.hits else "", "$muted")
        self.query_one("#total", Static).update(total)
        said = [*found.said, NOTHING] if found.asked and not found.hits else found.said
        message = self.query_one("#message", Static)
        message.update(Content("\n".join(said)) if found.asked or said else Content.styled(HOW, "$muted"))
        message.display = bool(said) or not found.asked
        choices = self.query_one(Choices)
        choices.show(self._row(hit) for hit in found.hits)
        choices.highlighted = 0 if choices.rows else None
        choices.scroll_home(animate=False)

    def _row(self, hit: Hit) -> HitRow:
        session, note = hit.session, hit.note
        if hit.gist_spans and not hit.spans:
            text = said_gist(*excerpt(note.gist, hit.gist_spans, LONGEST))
        else:
            text = said(note, *excerpt(note.text, hit.spans, LONGEST))
        place = " ".join(filter(None, (session.place_kind, session.place or session.area)))
        topics = self.desk.prompts.topics.with_own(session.topics)
        where = (place or session.group or session.script.name, *map(topics.name_of, note.topics))
        detail = " · ".join((dutch_date(session.started.date()), *where))
        return HitRow("", (session.id, note.id), shortened(detail, WHERE), text=text)

    def action_move(self, action: str) -> None:
        """Select another note; the line keeps the keys."""
        getattr(self.query_one(Choices), f"action_{action}")()

    @on(Input.Submitted)
    @on(Choices.Picked)
    def go_to(self) -> None:
        """Show the selected note in its conversation, once what is typed was looked for."""
        self.going = self.searching
        at = self.query_one(Choices).highlighted
        if at is not None and not self.searching:
            hit = self.found.hits[at]
            screen = FoundScreen(hit.session, hit.note.id, self.found.marks)
            self.app.push_screen(screen, self._open)

    def _open(self, id: str | None) -> None:
        if id:
            self.dismiss(id)
