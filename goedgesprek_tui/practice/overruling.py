"""The levels that a trainer gives to questions in place of the program's, and how they are taken back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.clean.transcript import Asked


class Overrule(NamedTuple):
    """A level that a trainer gave, and why in her own words; that may be empty."""

    level: Level
    why: str = ""


@dataclass(frozen=True)
class Overruling:
    """What a trainer gave, by the place of the question in the talk (from 0), and what of that is `saved`.

    `saved` is None as long as nothing was. `about` is the question of the last change, None when there was
    none; undo goes back to before it.
    """

    given: Mapping[int, Overrule] = field(default_factory=dict)
    saved: Mapping[int, Overrule] | None = None
    about: int | None = None
    before: "Overruling | None" = field(default=None, compare=False, repr=False)

    @property
    def unsaved(self) -> bool:
        """Whether something was given or taken back that is not saved."""
        return self.given != (self.saved or {})

    def give(self, at: int, overrule: Overrule) -> "Overruling":
        """Return this with a level for a question."""
        return self._changed(at, {**self.given, at: overrule})

    def take_back(self, at: int) -> "Overruling":
        """Return this without a level for a question: the program's counts again."""
        return self._changed(at, {n: one for n, one in self.given.items() if n != at})

    def undo(self) -> "Overruling":
        """Return how it was before the last change; what is saved stays so."""
        return replace(self.before, saved=self.saved) if self.before else self

    def was_saved(self) -> "Overruling":
        """Return this, now that all of it is saved."""
        return replace(self, saved=self.given)

    def levels(self, rated: Sequence[Level]) -> list[Level]:
        """Return the levels of a talk as the trainer sees them: hers, or else those of the program."""
        return [self.given[at].level if at in self.given else level for at, level in enumerate(rated)]

    def again(
        self, before: Sequence[Asked], now: Sequence[Asked], read: Mapping[int, Overrule]
    ) -> "Overruling":
        """Return this for a talk that was read again, its text mended or not; `read` stood in the text.

        A question is the same when its words are, and those said just before it; of as many the first stays
        the first. What was given or taken back here counts, for a question that is new what was read.
        """
        if before == now:
            return self
        places = {key: at for at, key in enumerate(_keys(now))}
        known = {places[key]: at for at, key in enumerate(_keys(before)) if key in places}
        new = {at: one for at, one in read.items() if at not in known}

        def moved(given: Mapping[int, Overrule]) -> dict[int, Overrule]:
            return new | {to: given[at] for to, at in known.items() if at in given}

        nothing = self.saved is None and not new
        return Overruling(moved(self.given), None if nothing else moved(self.saved or {}))

    def _changed(self, at: int, given: Mapping[int, Overrule]) -> "Overruling":
        return self if given == self.given else Overruling(given, self.saved, at, self)


def _keys(questions: Sequence[Asked]) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Give what tells each question from others, and how often that came before."""
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for one in questions:
        key = one.question, one.said[-1:]
        yield *key, seen[key]
        seen[key] += 1
