"""Finding the words and phrases of a list in a sentence, in whatever form they stand there."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.lexicon import word_list

GAP = ".."
WIDEST = 8


class Run(NamedTuple):
    """A run of words: `words[start:end]`."""

    start: int
    end: int


class Phrases:
    """Words and phrases to look for.

    Each word of an entry stands for itself and for all forms it is the dictionary form of. An entry may
    hold a gap of at most eight words (`van .. af`); one word may be the beginning or the end of others
    (`angst*`, `*angst`).
    """

    def __init__(self, entries: frozenset[str]) -> None:
        """Sort the entries by their first word."""
        self._starts = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
        self._ends = tuple(entry[1:] for entry in entries if entry.startswith("*"))
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for entry in sorted(entries):
            first, *rest = entry.split()
            self._by_first[first].append(tuple(rest))

    def find(self, words: Sequence[str]) -> list[Run]:
        """Return where entries stand among the words, in order and apart; of two at one place the longer."""
        found: list[Run] = []
        for at in range(len(words)):
            if found and at < found[-1].end:
                continue
            end = self._end_of_one(words, at)
            if end:
                found.append(Run(at, end))
        return found

    def holds(self, word: str) -> bool:
        """Return whether a word by itself stands in the list."""
        return self._end_of_one((word,), 0) is not None

    def _end_of_one(self, words: Sequence[str], at: int) -> int | None:
        word = words[at]
        ends = [
            end
            for first in {word, lemma(word)}
            for rest in self._by_first.get(first, ())
            if (end := _match(rest, words, at + 1)) is not None
        ]
        if ends:
            return max(ends)
        return at + 1 if word.startswith(self._starts) or word.endswith(self._ends) else None


@cache
def phrases(name: str) -> Phrases:
    """Return what stands in `lists/<name>.txt`, made ready for looking for it."""
    return Phrases(word_list(name))


def _match(entry: Sequence[str], words: Sequence[str], at: int) -> int | None:
    for place, wanted in enumerate(entry):
        if wanted == GAP:
            tries = range(at, min(at + WIDEST, len(words)))
            return next((end for to in tries if (end := _match(entry[place + 1 :], words, to))), None)
        if at >= len(words) or wanted not in (words[at], lemma(words[at])):
            return None
        at += 1
    return at
