"""The topics of many conversations: another name for one, two put together, or one taken apart."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import Session, Topic
from goedgesprek_tui.relabelling import NotPutBack, Relabelled, relabel, undo
from goedgesprek_tui.review.counting import TopicCount, ranked
from goedgesprek_tui.review.relabel import (
    Change,
    Labels,
    Merge,
    Split,
    Target,
    applied,
    extent,
    named,
    renaming,
    target,
    topic_name,
)
from goedgesprek_tui.review.together import SharedTopics, together
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.busy import undisturbed_telling
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.splitting import SplitScreen
from goedgesprek_tui.store.sessions import Progress
from goedgesprek_tui.text import count, fold
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

COUNTING = "Even tellen…"
NONE = "In deze gesprekken heeft nog geen notitie een thema."
NOTHING_DONE = "Op dit scherm is niets om terug te draaien."
NEW = "nieuw"


@dataclass(frozen=True)
class Counted:
    """The topics of the sessions as one list, and what was heard of each."""

    shared: SharedTopics
    topics: list[TopicCount]


@dataclass(frozen=True)
class Done:
    """A change that was made here: what it was, and what takes it back."""

    what: str
    back: tuple[Labels, ...]


class TopicsScreen(Page[tuple[Session, ...]]):
    """Gives the conversations that were changed, as they are on the disk then.

    Undo takes back what was done on this screen, one change at a time.
    """

    BINDINGS = [
        Binding("n,N", "rename", "naam wijzigen", id="themas-naam", tooltip="Dit thema anders noemen"),
        Binding("s,S", "merge", "samenvoegen", id="themas-samen", tooltip="Onder een ander thema brengen"),
        Binding("d,D", "split", "splitsen", id="themas-splitsen", tooltip="Een deel onder een ander thema"),
        Binding("ctrl+z", "undo", "terug", id="themas-ongedaan", tooltip="Het laatste hier terugdraaien"),
        Binding("escape", "leave", "klaar", id="themas-klaar", tooltip="Klaar met de thema's"),
    ]

    def __init__(self, desk: Desk, sessions: Iterable[Session]) -> None:
        """Show the topics of these conversations, which lie in the folder of the desk."""
        super().__init__()
        self.desk = desk
        self.sessions = {session.id: session for session in sessions}
        self.changed: set[str] = set()
        self.done: list[Done] = []
        self.counted = Counted(together(desk.prompts.topics, ()), [])

    def compose(self) -> ComposeResult:
        """Show the topics, and one sentence."""
        yield Static(Content.styled(f"Thema's · {_in(len(self.sessions))}", "bold"), classes="top")
        yield Choices()
        yield Static(COUNTING, id="message")
        yield KeyLine(keys_of(self.BINDINGS))

    @work
    async def on_mount(self) -> None:
        """Count the topics beside the event loop, and take the keys."""
        self.query_one(Choices).focus()
        self.counted = await asyncio.to_thread(self._count)
        self._show("" if self.counted.topics else NONE)

    @work(exclusive=True)
    async def action_rename(self) -> None:
        """Ask for another name; one that another topic has leads to putting the two together."""
        if not (one := self._chosen):
            return
        name = await self._asked_name(f"Hoe moet {one.name} heten?", one.name)
        if not name or name == one.name or not await self._is_free(one, name):
            return
        change = renaming(self.counted.shared, one.id, name)
        where = f"{_in(one.sessions)} met {_notes(len(one.heard))}"
        await self._make(change, f"{one.name} heet weer zo", lambda _: f"{one.name} heet nu {name}, {where}.")

    @work(exclusive=True)
    async def action_merge(self) -> None:
        """Choose the topic under which the selected one comes."""
        if one := self._chosen:
            asked = PickScreen(f"Onder welk thema komt {one.name}?", partial(self._others, one.id))
            if other := await self.app.push_screen_wait(asked):
                await self._merge(one, other)

    @on(Choices.Picked)
    def action_split(self) -> None:
        """Choose notes of the selected topic, and the topic that they get in its place."""
        if one := self._chosen:
            self._split(one)

    @work(exclusive=True)
    async def action_undo(self) -> None:
        """Take back the last change that was made here."""
        if not self.done:
            self._say(NOTHING_DONE)
            return
        last = self.done[-1]
        came = await self._carry_out(lambda tell: undo(self.desk.store, last.back, tell))
        if came:
            self.done.pop()
            self._show(" ".join([f"Teruggedraaid {_in(len(came.sessions))}: {last.what}.", *_since(came)]))

    def action_leave(self) -> None:
        """Give what was changed."""
        self.dismiss(tuple(self.sessions[id] for id in self.changed))

    @work(exclusive=True)
    async def _split(self, one: TopicCount) -> None:
        notes = await self.app.push_screen_wait(SplitScreen(one))
        if not notes:
            return
        title = f"Onder welk thema {_come(len(notes))} van {one.name}?"
        chosen = await self.app.push_screen_wait(PickScreen(title, partial(self._others, one.id, new=True)))
        into = self._into(one, chosen) if chosen else None
        if into:
            change = Split(self.counted.shared.ids(one.id), into, notes)
            await self._make(change, f"{one.name} is weer heel", partial(_moved, one.name, into.topic.name))

    def _into(self, one: TopicCount, chosen: str | tuple[str, str]) -> Target | None:
        """Return the topic that was chosen, or a new one of the name that was typed; None to go back."""
        shared = self.counted.shared
        if isinstance(chosen, str):
            return target(shared, self.desk.prompts.topics, chosen)
        try:
            name = topic_name(chosen[1])
        except UserError as error:
            self._say(str(error))
            return None
        if there := named(shared, name):
            if there.id == one.id:
                self._say(f"Die notities staan al onder {one.name}; er is niets veranderd.")
                return None
            return target(shared, self.desk.prompts.topics, there.id)
        topic = Topic(id=self.desk.setting.new_id(), name=name)
        return Target(topic, frozenset({topic.id}), own=True)

    async def _is_free(self, one: TopicCount, name: str) -> bool:
        """Whether a topic can get this name; when it is of another one, offer to put them together."""
        found = self.counted.shared.topics.find(name)
        if not found or found[0].id == one.id:
            return True
        other = found[0]
        if fold(other.name) == fold(name):
            await self._merge(one, other.id, f"Er is al een thema {other.name}. ")
            return False
        rows = [
            Row("Niet doen", False),
            Row(f"Samenvoegen met {other.name}", other.id),
            Row("Toch zo noemen", True, f"{name} is dan geen andere naam meer voor {other.name}"),
        ]
        title = f"{name} is een andere naam voor {other.name}. Wat wil je?"
        chosen = await self.app.push_screen_wait(PickScreen(title, among(rows)))
        if chosen and chosen is not True:
            await self._merge(one, chosen)
        return chosen is True

    async def _merge(self, one: TopicCount, other: str, why: str = "") -> None:
        """Put a topic under another one after asking; the default is not to."""
        into = target(self.counted.shared, self.desk.prompts.topics, other)
        change = Merge(self.counted.shared.ids(one.id), into)
        notes, where = extent((each, applied(change, each)) for each in self.sessions.values())
        name = into.topic.name
        all_ = "De ene notitie" if notes == 1 else f"Alle {_notes(notes)}"
        come = "komt" if notes == 1 else "komen"
        title = f"{why}{all_} van {one.name} {come} onder {name}, {_in(where)}. Doen?"
        rows = [Row("Niet doen", False), Row("Samenvoegen", True, "terugdraaien kan met ^Z, tot Esc")]
        if await self.app.push_screen_wait(PickScreen(title, among(rows))):
            await self._make(change, f"{one.name} is weer een eigen thema", partial(_moved, one.name, name))

    async def _asked_name(self, title: str, value: str) -> str | None:
        """Ask for a name until it can be one; None to go back."""
        about = "De oude naam blijft werken als je hem typt."
        while True:
            asked = AskScreen(title, value, about, deed="hernoemen")
            if (typed := await self.app.push_screen_wait(asked)) is None:
                return None
            try:
                return topic_name(typed)
            except UserError as error:
                value, about = typed, str(error)

    async def _make(self, change: Change, back: str, said: Callable[[Relabelled], str]) -> None:
        """Make a change, keep what takes it back, and say what was done; or why not."""
        sessions = list(self.sessions.values())
        came = await self._carry_out(lambda tell: relabel(self.desk.store, change, sessions, tell), back)
        if came and came.sessions:
            self.done.append(Done(back, came.back))
            self._show(" ".join(filter(None, (said(came), came.notice))))
        elif came:
            self._show("Er was niets te veranderen: het staat al zo.")

    async def _carry_out(self, act: Callable[[Progress], Relabelled], back: str = "") -> Relabelled | None:
        """Have this done and count anew, with nothing in between; say why not when it fails."""

        def done(tell: Progress) -> Relabelled:
            try:
                came = act(tell)
            except NotPutBack as error:
                self._take(error.done)
                raise
            self._take(came)
            return came

        try:
            return await undisturbed_telling(self.app, done)
        except NotPutBack as error:
            self.done += [Done(back, error.done.back)] if back else []
            self._show(str(error))
        except UserError as error:
            self._show(str(error))
        return None

    def _take(self, came: Relabelled) -> None:
        """Go on with the sessions as they are now."""
        self.sessions |= {session.id: session for session in came.sessions}
        self.changed.update(session.id for session in came.sessions)
        self.counted = self._count()

    def _count(self) -> Counted:
        sessions = list(self.sessions.values())
        shared = together(self.desk.prompts.topics, sessions)
        return Counted(shared, ranked(sessions, shared))

    @property
    def _chosen(self) -> TopicCount | None:
        chosen = self.query_one(Choices).chosen
        return next((one for one in self.counted.topics if chosen and one.id == chosen.value), None)

    def _others(self, id: str, typed: str, new: bool = False) -> list[Row]:
        """Return the other topics that fit, those in use first; a new one last when that is possible."""
        used = {one.id: one for one in self.counted.topics}
        fitting = {topic.id: topic.name for topic in self.counted.shared.topics.starting(typed)}
        order = fitting if typed else {id: "" for id in (*used, *fitting)}
        name = self.counted.shared.name_of
        rows = [Row(name(each), each, _extent(used.get(each))) for each in order if each != id]
        return [*rows, Row(f"Nieuw thema: {typed}", (NEW, typed))] if new and typed else rows

    def _show(self, message: str) -> None:
        """Show the topics as they are now, and a sentence."""
        rows = [Row(one.name, one.id, _extent(one)) for one in self.counted.topics]
        self.query_one(Choices).show(rows)
        self._say(message)

    def _say(self, message: str) -> None:
        self.query_one("#message", Static).update(Content(message))


def _extent(one: TopicCount | None) -> str:
    return f"{_in(one.sessions)}, {_notes(len(one.heard))}" if one else ""


def _in(number: int) -> str:
    return f"in {count(number, 'gesprek', 'gesprekken')}"


def _notes(number: int) -> str:
    return count(number, "notitie", "notities")


def _come(number: int) -> str:
    return "komt deze notitie" if number == 1 else f"komen deze {number} notities"


def _moved(name: str, other: str, came: Relabelled) -> str:
    stand = "staat" if came.notes == 1 else "staan"
    return f"{_notes(came.notes)} van {name} {stand} nu onder {other}, {_in(came.where)}."


def _since(came: Relabelled) -> list[str]:
    """Return what could not be taken back, because it was changed or went since."""
    verbs = ("kregen", "houden") if came.kept > 1 else ("kreeg", "houdt")
    kept = f"{_notes(came.kept)} {verbs[0]} intussen een ander thema en {verbs[1]} dat."
    gone = f"{count(came.lost, 'gesprek is', 'gesprekken zijn')} er niet meer."
    return [*([kept] if came.kept else []), *([gone] if came.lost else []), *filter(None, [came.notice])]
