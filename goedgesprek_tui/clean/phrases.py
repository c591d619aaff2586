"""Finding the words and phrases of a list in a sentence, in whatever form they stand there."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.verbs import finite

GAPS = {"..": 7, ".": 2}
"""How many words at most a gap in an entry can stand for."""

HERE = ">"

Place = frozenset[str] | int | None
"""What can stand at one place of an entry: one of some words, or any words up to a number; None is `>`."""


class Run(NamedTuple):
    """A run of words: `words[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: "Run") -> bool:
        """Return whether two runs have a word in common."""
        return self.start < other.end and other.start < self.end


class Phrases:
    """Words and phrases to look for.

    Each word of an entry stands for itself and for all forms it is the dictionary form of, and with = in
    front for itself alone. At one place there can be a choice (`op|bij`), any word of a list
    (`{home}` for `lists/group_home.txt`), a gap of at most seven words (`..`) or of at most two (`.`). What
    stands before > has to be there, and is no part of what is found. An entry of one word may be the
    beginning or the end of others (`angst*`, `*angst`).
    """

    def __init__(self, entries: frozenset[str]) -> None:
        """Sort the entries by their first word."""
        self._starts = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
        self._ends = tuple(entry[1:] for entry in entries if entry.startswith("*"))
        self._by_first: dict[str, list[tuple[Place, ...]]] = defaultdict(list)
        for entry in sorted(entries):
            first, *rest = entry.split()
            for word in _choice(first):
                self._by_first[word].append(tuple(map(_place, rest)))

    def find(self, words: Sequence[str]) -> list[Run]:
        """Return where entries stand among the words, in order and apart; of two at one place the longer."""
        found: list[Run] = []
        for run in self.find_all(words):
            if not found or run.start >= found[-1].end:
                found.append(run)
        return found

    def find_all(self, words: Sequence[str]) -> list[Run]:
        """Return the longest entry that begins at each place, also where another one is still going on."""
        found = {run for at in range(len(words)) if (run := self._run_at(words, at))}
        return sorted(found, key=lambda run: (run.start, -run.end))

    def holds(self, word: str) -> bool:
        """Return whether a word by itself stands in the list."""
        return self._run_at((word,), 0) is not None

    def _run_at(self, words: Sequence[str], at: int) -> Run | None:
        word = words[at]
        runs = [
            run
            for first in _forms(word)
            for rest in self._by_first.get(first, ())
            if (rest or first in (word, lemma(word), f"={word}")) and (run := _match(rest, words, at, at + 1))
        ]
        if runs:
            return max(runs, key=lambda run: run.end)
        return Run(at, at + 1) if word.startswith(self._starts) or word.endswith(self._ends) else None


@cache
def phrases(name: str) -> Phrases:
    """Return what stands in `lists/<name>.txt`, made ready for looking for it."""
    return Phrases(word_list(name))


def _place(part: str) -> Place:
    return None if part == HERE else GAPS.get(part) or _choice(part)


def _choice(part: str) -> frozenset[str]:
    """Return the words that one place of an entry can hold."""
    words = frozenset(part.split("|"))
    groups = [word_list(f"group_{word[1:-1]}") for word in words if word.startswith("{")]
    return frozenset(word for word in words if not word.startswith("{")).union(*groups)


def _forms(word: str) -> frozenset[str]:
    """Return what a word can stand as in an entry: itself, and what it is a form of as a noun or a verb."""
    return frozenset((word, lemma(word), _infinitive(word), f"={word}"))


def _infinitive(word: str) -> str:
    read = finite(word)
    return read.infinitive if read else word


def _match(entry: Sequence[Place], words: Sequence[str], start: int, at: int) -> Run | None:
    """Return what an entry matches from a place on; `start` is where the run began so far."""
    for place, wanted in enumerate(entry):
        if wanted is None:
            start = at
            continue
        if isinstance(wanted, int):
            rest, tries = entry[place + 1 :], range(at, min(at + wanted + 1, len(words)))
            return next((run for to in tries if (run := _match(rest, words, start, to))), None)
        if at >= len(words) or wanted.isdisjoint(_forms(words[at])):
            return None
        at += 1
    return Run(start, at)
