"""The levels that a trainer gives to questions in place of the program's, and how they are taken back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.clean.transcript import Asked


class Overrule(NamedTuple):
    """A level that a trainer gave, and why in her own words; that may be empty."""

    level: Level
    why: str = ""


@dataclass(frozen=True)
class Overruling:
    """What a trainer gave, by the place of the question in the talk (from 0).

    `about` is the question of the last change, None when there was none; undo goes back to before it.
    """

    given: Mapping[int, Overrule] = field(default_factory=dict)
    about: int | None = None
    before: "Overruling | None" = field(default=None, compare=False, repr=False)

    def give(self, at: int, overrule: Overrule) -> "Overruling":
        """Return this with a level for a question."""
        return self._changed(at, {**self.given, at: overrule})

    def take_back(self, at: int) -> "Overruling":
        """Return this without a level for a question: the program's counts again."""
        return self._changed(at, {n: one for n, one in self.given.items() if n != at})

    def undo(self) -> "Overruling":
        """Return how it was before the last change."""
        return self.before or self

    def levels(self, rated: Sequence[Level]) -> list[Level]:
        """Return the levels of a talk as the trainer sees them: hers, or else those of the program."""
        return [self.given[at].level if at in self.given else level for at, level in enumerate(rated)]

    def _changed(self, at: int, given: Mapping[int, Overrule]) -> "Overruling":
        return self if given == self.given else Overruling(given, at, self)


def carried(
    given: Mapping[int, Overrule], before: Sequence[Asked], now: Sequence[Asked]
) -> dict[int, Overrule]:
    """Return what was given to questions of a talk that stand in it still, now that its text was changed.

    A question is the same when its words are; of the same words the first stays the first.
    """
    places = {key: at for at, key in enumerate(_keys(now))}
    keys = list(_keys(before))
    return {places[keys[at]]: one for at, one in given.items() if keys[at] in places}


def _keys(questions: Sequence[Asked]) -> Iterator[tuple[str, int]]:
    """Give the words of each question, and how often they were asked before."""
    seen: Counter[str] = Counter()
    for one in questions:
        yield one.question, seen[one.question]
        seen[one.question] += 1
