"""What was heard in how many conversations: the topics ranked, per half year, and compared with before.

A topic counts once in a conversation, however often it was said there: one talkative group is no trend
(`domain/README.md` §5.3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from goedgesprek_tui.models import Note, NoteKind, Session
from goedgesprek_tui.review.periods import HalfYear
from goedgesprek_tui.review.together import SharedTopics
from goedgesprek_tui.text import count, fold

MUCH = 0.1
"""By how much of all conversations a share must differ to be called more or less."""
FEW = 3
"""Of fewer conversations in a period nothing is called more or less than before."""


class Heard(NamedTuple):
    """A note, and the session it was heard in."""

    session: Session
    note: Note


@dataclass(frozen=True)
class TopicCount:
    """A topic with what was heard of it, in the order it was said; `id` is empty for what has no topic."""

    id: str
    name: str
    heard: tuple[Heard, ...]
    sessions: int
    groups: int
    places: int

    def said(self) -> str:
        """Return how widely it was heard: `in 3 gesprekken, 3 groepen, 2 plekken`."""
        parts = [f"in {count(self.sessions, 'gesprek', 'gesprekken')}"]
        parts += [count(self.groups, "groep", "groepen")] if self.groups else []
        parts += [count(self.places, "plek", "plekken")] if self.places else []
        return ", ".join(parts)


class Change(StrEnum):
    """How often a topic comes up, set against the period before; the value is the word on the screen."""

    NEW = "nieuw"
    MORE = "vaker"
    SAME = "gelijk"
    LESS = "minder"
    GONE = "niet meer"
    UNSURE = "te weinig gesprekken"


class Compared(NamedTuple):
    """A topic in a period and in the one before; the numbers are conversations."""

    id: str
    name: str
    now: int
    before: int
    change: Change


def ranked(sessions: Sequence[Session], shared: SharedTopics) -> list[TopicCount]:
    """Return the topics that came up, in most conversations first, then groups, places and name.

    A note counts under each of its topics. Remarks of the ambassador herself do not count.
    """
    heard: dict[str, list[Heard]] = {}
    for session in sessions:
        for note in session.shown:
            if note.kind is not NoteKind.REMARK:
                for topic in dict.fromkeys(map(shared.of, note.topics)):
                    heard.setdefault(topic, []).append(Heard(session, note))
    counted = (_counted(topic, shared.name_of(topic), found) for topic, found in heard.items())
    return sorted(counted, key=lambda one: (-one.sessions, -one.groups, -one.places, fold(one.name)))


def without_topic(sessions: Sequence[Session]) -> TopicCount:
    """Return the quotes and signals that have no topic yet."""
    kinds = (NoteKind.QUOTE, NoteKind.SIGNAL)
    found = [
        Heard(session, note)
        for session in sessions
        for note in session.shown
        if note.kind in kinds and not note.topics
    ]
    return _counted("", "Zonder thema", found)


def per_half_year(sessions: Iterable[Session], shared: SharedTopics) -> dict[HalfYear, dict[str, int]]:
    """Return for each half year from the first session to the last in how many conversations a topic came up.

    The number of all conversations stands under the empty id.
    """
    found: dict[HalfYear, dict[str, int]] = {}
    for session in sessions:
        numbers = found.setdefault(HalfYear.of(session.started.date()), {"": 0})
        numbers[""] += 1
        for topic in topics_in(session, shared):
            numbers[topic] = numbers.get(topic, 0) + 1
    if not found:
        return {}
    half, last = min(found), max(found)
    halves = [half]
    while half < last:
        half = half.after
        halves.append(half)
    return {half: found.get(half, {"": 0}) for half in halves}


def compared(now: Sequence[Session], before: Sequence[Session], shared: SharedTopics) -> dict[str, Compared]:
    """Return per topic how often it came up now and before: those of now as ranked, then those that are gone.

    Periods with few and many conversations are set against each other by the share of conversations.
    """
    here = {one.id: one for one in ranked(now, shared)}
    there = {one.id: one for one in ranked(before, shared)}
    found = {}
    for id, one in (here | {id: each for id, each in there.items() if id not in here}).items():
        numbers = (here[id].sessions if id in here else 0, there[id].sessions if id in there else 0)
        found[id] = Compared(id, one.name, *numbers, _change(numbers, (len(now), len(before))))
    return found


def topics_in(session: Session, shared: SharedTopics) -> set[str]:
    """Return the topics that came up in a conversation."""
    notes = (note for note in session.shown if note.kind is not NoteKind.REMARK)
    return {shared.of(topic) for note in notes for topic in note.topics}


def groups_in(sessions: Iterable[Session]) -> int:
    """Return how many groups were spoken, as far as they have a name; two places have two groups."""
    return len({(fold(s.group), *_place(s)) for s in sessions if s.group})


def places_in(sessions: Iterable[Session]) -> int:
    """Return how many places there were: kinds of place with a name or an area."""
    return len({_place(session) for session in sessions if any(_place(session))})


def _counted(id: str, name: str, heard: Sequence[Heard]) -> TopicCount:
    sessions = list({one.session.id: one.session for one in heard}.values())
    return TopicCount(id, name, tuple(heard), len(sessions), groups_in(sessions), places_in(sessions))


def _place(session: Session) -> tuple[str, str]:
    return fold(session.place_kind), fold(session.place or session.area)


def _change(numbers: tuple[int, int], totals: tuple[int, int]) -> Change:
    now, before = numbers
    if not before:
        return Change.NEW
    if not now:
        return Change.GONE
    if min(totals) < FEW:
        return Change.UNSURE
    more = now / totals[0] - before / totals[1]
    if abs(more) < MUCH:
        return Change.SAME
    return Change.MORE if more > 0 else Change.LESS
