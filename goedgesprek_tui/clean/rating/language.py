"""What the rating has to know of a language; the sentences of a reason are Dutch in both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.rating.frames import Frames
from goedgesprek_tui.clean.rating.signals import Signals


def any_of(words: str) -> str:
    """Return a pattern for any of these words."""
    return f"({'|'.join(words.split())})"


class Polite(NamedTuple):
    """A question that asks nothing of the story: for leave, to check, a fact, or out of courtesy.

    It has an `opening`, and a word of the `lists`; all other words must have been said. It `asks` when an
    answer is wanted that adds to what was said, if only a fact.
    """

    opening: str
    lists: str
    asks: bool = False


@dataclass(frozen=True)
class Language:
    """A language: its word lists by the beginning of their names, its frames, signals and forms of words.

    These are patterns: `you`, the person one speaks with; `open` and `closed`, how an open and a yes-no
    question begin; `asking`, a word with which one asks; `intro`, what precedes words that are given
    back; `second`, how another question goes on behind the first, unless that has `between` in it;
    `requests`, what somebody says who wants no question. These are words: `denials`; `category`, that
    asks for a sort; `again`, `always` and `more`; `own`, the asker; `un`, in front of an opposite;
    `particles`, what a separable verb begins with, longest first; `degrees`, that make a light judgement
    an opinion.

    `confused` are words that are often written for another, which stands behind each. `loaded` is a
    pattern for a word with a curse in front, that names the `rest`; `polite` are questions that ask
    nothing of the story.
    """

    lists: str
    keys: Callable[[str], frozenset[str]]
    known: Callable[[str], bool]
    frames: Frames
    signals: Signals
    you: str
    open: str
    closed: str
    asking: str
    second: str
    between: str
    requests: tuple[str, ...]
    denials: frozenset[str]
    category: frozenset[str]
    again: frozenset[str]
    always: frozenset[str]
    more: frozenset[str]
    own: frozenset[str]
    un: str
    degrees: frozenset[str]
    polite: tuple[Polite, ...]
    confused: Mapping[str, str] = field(default_factory=dict)
    intro: str = r"(?!)"
    loaded: str = r"(?!)"
    particles: tuple[str, ...] = ()

    def words(self, name: str) -> frozenset[str]:
        """Return the entries of a word list of this language."""
        return word_list(f"{self.lists}_{name}")

    def polite_words(self, rule: Polite) -> frozenset[str]:
        """Return the words that may come in with a polite question."""
        return frozenset().union(*(self.words(f"polite_{name}") for name in rule.lists.split()))

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
