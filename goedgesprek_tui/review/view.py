"""A look back: many conversations seen through a selection, and set against another period."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from goedgesprek_tui.models import Session
from goedgesprek_tui.review.counting import (
    Compared,
    TopicCount,
    compared,
    per_half_year,
    ranked,
    without_topic,
)
from goedgesprek_tui.review.periods import HalfYear, before
from goedgesprek_tui.review.selection import APART, Selection
from goedgesprek_tui.review.together import SharedTopics, together
from goedgesprek_tui.review.waiting import Waiting, waiting
from goedgesprek_tui.topics import TopicList


@dataclass(frozen=True)
class Review:
    """What the sessions of a folder say together (terugblik); each part is worked out once, when asked.

    `against` is the period it is compared with; without one it is the period of the same length right
    before that of the selection, when it has two days.
    """

    sessions: tuple[Session, ...]
    base: TopicList
    selection: Selection = Selection()
    against: Selection | None = None

    def through(self, selection: Selection, against: Selection | None = None) -> "Review":
        """Return the same sessions, seen through another selection."""
        return replace(self, selection=selection, against=against)

    def with_sessions(self, changed: Iterable[Session]) -> "Review":
        """Return it with newer states of some sessions."""
        by_id = {session.id: session for session in changed}
        return replace(self, sessions=tuple(by_id.get(session.id, session) for session in self.sessions))

    def begun(self) -> "Review":
        """Return it for the half year of the last conversation, where a look back begins."""
        days = [s.started.date() for s in self.sessions if s.script.kind not in APART]
        return self.through(Selection().within(HalfYear.of(max(days)))) if days else self

    @cached_property
    def shared(self) -> SharedTopics:
        """The topics of all sessions as one list."""
        return together(self.base, self.sessions)

    @cached_property
    def picked(self) -> tuple[Session, ...]:
        """The sessions of the selection, the oldest first."""
        return self.selection.pick(self.sessions)

    @cached_property
    def earlier(self) -> Selection | None:
        """The selection it is compared with."""
        days = before(self.selection.start, self.selection.end)
        if self.against or not days:
            return self.against
        return replace(self.selection, start=days[0], end=days[1])

    @cached_property
    def ranked(self) -> list[TopicCount]:
        """The topics that came up, in most conversations first."""
        return ranked(self.picked, self.shared)

    @cached_property
    def unlabelled(self) -> TopicCount:
        """The quotes and signals without a topic."""
        return without_topic(self.picked)

    @cached_property
    def compared(self) -> dict[str, Compared]:
        """How often each topic came up now and before; empty when there were no conversations before."""
        past = self.earlier.pick(self.sessions) if self.earlier else ()
        return compared(self.picked, past, self.shared) if past else {}

    @cached_property
    def halves(self) -> dict[HalfYear, dict[str, int]]:
        """For each half year in how many conversations a topic came up, whatever the days selected."""
        always = replace(self.selection, start=None, end=None)
        return per_half_year(always.pick(self.sessions), self.shared)

    @cached_property
    def parents(self) -> int:
        """How many parents were spoken, as far as that was written down."""
        return sum(session.parents or 0 for session in self.picked)

    def waiting(self, today: date) -> Waiting:
        """Return what still waits in the sessions of the selection."""
        return waiting(self.picked, today)
