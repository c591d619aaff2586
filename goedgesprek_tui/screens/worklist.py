"""The notes without a topic of many conversations, one by one, with the topics that may fit first."""

import asyncio
from collections.abc import Iterator

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import Note, Session, Topic
from goedgesprek_tui.reading import quoted
from goedgesprek_tui.relabelling import relabel, undo
from goedgesprek_tui.review.counting import Heard
from goedgesprek_tui.review.relabel import Give, Labels, Target, named, target, topic_name
from goedgesprek_tui.review.suggest import Suggester, from_sessions
from goedgesprek_tui.review.together import together
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.busy import WAIT
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.review_rows import place_said
from goedgesprek_tui.screens.saying import NOTHING
from goedgesprek_tui.suggesting import because
from goedgesprek_tui.text import shortened
from goedgesprek_tui.widgets.choices import Choices, Row

NEW = "nieuw "
SHORT = 40
READY = "Alle citaten en signalen van deze gesprekken hebben een thema, of zijn overgeslagen."


class WorklistScreen(PickScreen):
    """Puts topics on notes, each at once in the file of its conversation; `changed` are those sessions."""

    BINDINGS = [
        Binding("pagedown", "step(1)", "later", id="werk-later", tooltip="Naar de volgende, zonder thema"),
        Binding("pageup", "step(-1)", show=False, id="werk-vorige", tooltip="Naar de vorige"),
        Binding("ctrl+z", "undo", "terug", id="werk-ongedaan", tooltip="Het laatste thema terugnemen"),
        Binding("escape", "dismiss(None)", "klaar", id="werk-klaar", tooltip="Stoppen met thema's geven"),
        *PickScreen.BINDINGS[1:],
    ]

    def __init__(self, desk: Desk, review: Review) -> None:
        """Walk through the notes without a topic of this selection, the newest conversation first."""
        super().__init__("Thema's geven", self._topics)
        self.desk = desk
        self.sessions = {session.id: session for session in review.sessions}
        self.shared = review.shared
        self.often = [one.id for one in review.ranked]
        self.walk = _newest_first(review)
        self.at = 0
        self.busy = False
        self.done: list[tuple[int, tuple[Labels, ...]]] = []
        self.changed: dict[str, Session] = {}
        self.suggester: Suggester | None = None
        self.suggested: dict[str, str] = {}

    @work
    async def on_mount(self) -> None:
        """Learn from the conversations, and show the first note with what may fit.

        No topic can be given before that: the rows of a note in sight never change, so that a digit takes the
        topic that was read beside it.
        """
        self.busy = True
        self.query_one(Choices).show([])
        self.query_one(".heading", Static).update(Content.styled(WAIT, "bold"))
        sessions = self.sessions.values()
        self.suggester = await asyncio.to_thread(from_sessions, self.desk.prompts.topics, sessions)
        self.busy = False
        self._go_to(0)

    @property
    def heard(self) -> Heard | None:
        """The note in sight, as it is now; None when there is none to label."""
        if self.at >= len(self.walk):
            return None
        session_id, note_id = self.walk[self.at]
        session = self.sessions[session_id]
        note = next((note for note in session.shown if note.id == note_id), None)
        return Heard(session, note) if note else None

    def _topics(self, typed: str) -> Iterator[Row]:
        """Return what may fit, with the words that say so; then the topics, those heard most first."""
        if typed:
            yield from (Row(topic.name, topic.id) for topic in self.shared.topics.starting(typed))
            yield Row(f"Nieuw thema: {typed}", f"{NEW}{typed}")
            return
        first = self.suggested
        yield from (Row(self.shared.name_of(topic), topic, words) for topic, words in first.items())
        others = dict.fromkeys([*self.often, *(topic.id for topic in self.shared.topics)])
        yield from (Row(self.shared.name_of(topic), topic) for topic in others if topic not in first)

    def _suggestions(self) -> dict[str, str]:
        """Return the topics that may fit the note in sight, with the words that say so."""
        fitting = self.suggester.suggest(self.heard.note.text) if self.suggester and self.heard else ()
        return {self.shared.of(one.topic): because(one.words) for one in fitting}

    def give(self, value: str) -> None:
        """Put the topic on the note, and go on once it is on the disk."""
        if self.heard and not self.busy:
            self.busy = True
            self.put(self.heard, value)

    @work
    async def put(self, heard: Heard, value: str) -> None:
        """Write the topic in the file of the conversation, beside the event loop."""
        try:
            change = Give(heard.note.id, self._target(value))
            made = await asyncio.to_thread(relabel, self.desk.store, change, [heard.session])
        except UserError as error:
            self.show_note(str(error))
            return
        finally:
            self.busy = False
        self.done.append((self.at, made.back))
        self._take_over(made.sessions)
        given = self.shared.name_of(self._now(heard).topics[-1])
        self._go_to(min(self.at + 1, len(self.walk)), f"{given}: bij „{shortened(heard.note.text, SHORT)}”")

    def _now(self, heard: Heard) -> Note:
        """Return a note as it is since it was changed."""
        return next(note for note in self.sessions[heard.session.id].notes if note.id == heard.note.id)

    def _target(self, value: str) -> Target:
        if not value.startswith(NEW):
            return target(self.shared, self.desk.prompts.topics, value)
        name = topic_name(value.removeprefix(NEW))
        known = named(self.shared, name)
        if known:
            return target(self.shared, self.desk.prompts.topics, known.id)
        topic = Topic(id=self.desk.setting.new_id(), name=name)
        return Target(topic, frozenset({topic.id}), own=True)

    def _take_over(self, sessions: tuple[Session, ...]) -> None:
        for session in sessions:
            self.sessions[session.id] = self.changed[session.id] = session
            if self.suggester:
                self.suggester.follow(session)
        if any(session.topics for session in sessions):
            self.shared = together(self.desk.prompts.topics, self.sessions.values())

    def action_step(self, by: int) -> None:
        """Go to the next note or back; after the last one the work is done."""
        self._go_to(min(max(self.at + by, 0), len(self.walk)))

    def _go_to(self, at: int, message: str = "") -> None:
        self.at = at
        self.suggested = self._suggestions()
        self.show_note(message)

    @work
    async def action_undo(self) -> None:
        """Take back the last topic that was given here, on the disk as well."""
        if not self.done or self.busy:
            self.show_note(NOTHING)
            return
        at, back = self.done[-1]
        try:
            made = await asyncio.to_thread(undo, self.desk.store, back)
        except UserError as error:
            self.show_note(str(error))
            return
        self.done.pop()
        self._take_over(made.sessions)
        self._go_to(at, "Teruggedraaid: het laatste thema.")

    def show_note(self, message: str = "") -> None:
        """Show the note whole, where it was said, and the topics."""
        if not self.is_mounted:
            return
        heard = self.heard
        names = ", ".join(map(self.shared.name_of, heard.note.topics)) if heard else ""
        where = f"{self.at + 1} van {len(self.walk)} · {_said(heard.session)}" if heard else ""
        where += f" · {names}" if names else ""
        text = quoted(heard.note) if heard else READY
        said = Content.assemble((where, "$muted"), "\n\n" if where else "", (text, "bold"))
        self.query_one(".heading", Static).update(Content.assemble(said, f"\n{message}" if message else ""))
        self.query_one(Input).value = ""
        choices = self.query_one(Choices)
        choices.show(self._rows("") if heard else [])
        choices.highlighted = 0 if heard else None


def _newest_first(review: Review) -> list[tuple[str, str]]:
    by_session: dict[str, list[tuple[str, str]]] = {}
    for session, note in review.unlabelled.heard:
        by_session.setdefault(session.id, []).append((session.id, note.id))
    return [one for found in reversed(by_session.values()) for one in found]


def _said(session: Session) -> str:
    return " · ".join(filter(None, (dutch_date(session.started.date()), place_said(session))))
