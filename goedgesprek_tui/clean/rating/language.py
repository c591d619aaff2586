"""What the rating has to know of a language; the sentences of a reason are Dutch in both."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.rating.frames import Frames
from goedgesprek_tui.clean.rating.signals import Signals


def any_of(words: str) -> str:
    """Return a pattern for any of these words."""
    return f"({'|'.join(words.split())})"


@dataclass(frozen=True)
class Language:
    """A language: its word lists by the beginning of their names, its frames, signals and forms of words.

    These are patterns: `you`, the person one speaks with; `open` and `closed`, how an open and a yes-no
    question begin; `second`, how another question goes on behind the first, unless that has `between` in it;
    `requests`, what somebody says who wants no question. These are words: `denials`; `category`, that asks
    for a sort; `again`, `always` and `more`; `un`, in front of an opposite; `particles`, what a separable
    verb begins with, longest first.
    """

    lists: str
    keys: Callable[[str], frozenset[str]]
    known: Callable[[str], bool]
    frames: Frames
    signals: Signals
    you: str
    open: str
    closed: str
    second: str
    between: str
    requests: tuple[str, ...]
    denials: frozenset[str]
    category: frozenset[str]
    again: frozenset[str]
    always: frozenset[str]
    more: frozenset[str]
    un: str
    particles: tuple[str, ...] = ()

    def words(self, name: str) -> frozenset[str]:
        """Return the entries of a word list of this language."""
        return word_list(f"{self.lists}_{name}")

    @cached_property
    def synonyms(self) -> dict[str, tuple[str, ...]]:
        """For each form of a word: the words that people take for the same."""
        index: dict[str, tuple[str, ...]] = {}
        for entry in sorted(self.words("synonyms")):
            group = tuple(entry.split())
            for word in group:
                for key in self.keys(word):
                    index[key] = index.get(key, ()) + group
        return index
