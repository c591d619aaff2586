"""A stretch of a sentence to ask on, the sentence it stands in, and what its words promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import is_noun
from goedgesprek_tui.clean.verbs import finite, is_infinitive

METAPHOR, WANTED, FEELING, STRESSED, BIG, NOUN, QUALITY, THING, VERB = 90, 80, 70, 60, 50, 40, 30, 20, 10
"""How much a stretch promises: images and wishes first, things of every day and single verbs last."""

LISTS = {
    "words_metaphors": METAPHOR,
    "words_wanted": WANTED,
    "words_feelings": FEELING,
    "words_big": BIG,
    "words_plain": THING,
}
STRENGTHENERS = frozenset("heel erg zo te echt best wat zeer super".split())
BEFORE_NOUN = STRENGTHENERS | frozenset(
    """
    glazen houten stalen ijzeren papieren gouden stenen rubberen eigen gewoon open beter
    eerste tweede derde laatste volgende vorige
    """.split()
)
OBJECTS = frozenset("me mij jou hem haar ons hun hen zich elkaar mezelf jezelf zichzelf onszelf".split())
LITTLE = closed.NEVER_VERBS | closed.DETERMINERS | closed.SUBORDINATORS | closed.CONNECTORS | OBJECTS


class Chunk(NamedTuple):
    """A stretch of a sentence, `words[start:end]`, and how much it promises."""

    start: int
    end: int
    score: int


@dataclass(frozen=True)
class Line:
    """The words of a sentence, the places a pause stands before, and those where a name stands."""

    words: Sequence[str]
    pauses: frozenset[int]
    names: frozenset[int]

    def joins(self, start: int, end: int) -> bool:
        """Return whether words stand together without a pause or a name in them."""
        apart = self.pauses & set(range(start + 1, end)) or self.names & set(range(start, end))
        return end <= len(self.words) and not apart

    def before(self, at: int) -> str:
        """Return the word in front of a place, or nothing."""
        return self.words[at - 1] if at else ""

    def after(self, at: int) -> str:
        """Return the word behind a place, or nothing."""
        return self.words[at + 1] if at + 1 < len(self.words) else ""


def is_listed(word: str, *names: str) -> bool:
    """Return whether a word or its dictionary form stands in one of the lists."""
    return any(word in word_list(name) or lemma(word) in word_list(name) for name in names)


def worth(word: str) -> int:
    """Return how much a noun promises by itself."""
    return next((score for name, score in LISTS.items() if is_listed(word, name)), NOUN)


def is_sure(word: str) -> bool:
    """Return whether a word is a noun wherever it stands."""
    return is_noun(word) is True or (worth(word) >= BIG and not is_adjective(word))


def stands_before(word: str, noun: str) -> bool:
    """Return whether a word belongs to the one behind it, as its adjective."""
    if not is_attributive(word) or not can_be_head(noun):
        return False
    read = finite(noun)
    if read and read.third and not (read.first or read.past or is_noun(noun)):
        return False
    return word.endswith("e") or not read or is_sure(noun) or worth(noun) >= BIG or is_attributive(noun)


def is_attributive(word: str) -> bool:
    """Return whether a word can stand in front of a noun as its adjective, or in front of that adjective."""
    if word in BEFORE_NOUN:
        return True
    if word in LITTLE or is_noun(word) or is_listed(word, "words_empty"):
        return False
    if word.endswith(("end", "ende")) and is_infinitive(word.removesuffix("e")[:-1]):
        return True
    return is_adjective(word) or (word.endswith("e") and is_adjective(lemma(word)))


def can_be_head(word: str) -> bool:
    """Return whether a word can be a noun at all."""
    return len(word) > 1 and word not in LITTLE and not word.isdecimal()
