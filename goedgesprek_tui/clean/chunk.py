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

METAPHOR, WANTED, FEELING, STRESSED, LIVING, BIG = 90, 80, 70, 60, 55, 50
NOUN, BARE, QUALITY, PLACED, THING, VERB = 40, 38, 30, 27, 20, 10
"""How much a stretch promises: images and wishes first, things of every day and single verbs last.

What is said of somebody, or tells what is wrong, is living; a noun without article is bare, and one behind a
preposition only says where something is.
"""

LISTS = {
    "words_metaphors": METAPHOR,
    "words_wanted": WANTED,
    "words_feelings": FEELING,
    "words_big": BIG,
    "words_plain": THING,
}
STRENGTHENERS = frozenset("heel erg zo te echt best wat zeer super helemaal".split())
BEFORE_NOUN = STRENGTHENERS | frozenset(
    """
    glazen houten stalen ijzeren papieren gouden stenen rubberen eigen gewoon open beter
    eerste tweede derde laatste volgende vorige
    """.split()
)
AUXILIARIES = frozenset(
    """
    moeten kunnen mogen willen zullen hoeven krijgen hebben zijn worden laten blijven gaan komen doen maken
    """.split()
)
STRESSES = frozenset("zo echt altijd zoveel".split())
PARTS = closed.CLAUSE_OPENERS | closed.COORDINATORS
AROUND = 10
DENIES = frozenset("niet nooit niks niets".split())
BESIDE_DENIAL = frozenset("meer eens zo echt".split())
OBJECTS = frozenset("me mij jou hem haar ons hun hen zich elkaar mezelf jezelf zichzelf onszelf".split())
LITTLE = (
    closed.NEVER_VERBS
    | closed.DETERMINERS
    | closed.SUBORDINATORS
    | closed.CONNECTORS
    | closed.WITH_PREPOSITION
    | OBJECTS
)


class Chunk(NamedTuple):
    """A stretch of a sentence, `words[start:end]`, and how much it promises."""

    start: int
    end: int
    score: int
    verb: bool = False
    """Whether it is a verb alone: then the whole clause says more."""


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

    def around(self, at: int) -> Sequence[str]:
        """Return the words near a place, as far as no pause and no conjunction parts them from it."""
        words, start, end = self.words, at, at + 1
        while start > max(at - AROUND, 0) and start not in self.pauses and words[start - 1] not in PARTS:
            start -= 1
        while end < min(at + AROUND, len(words)) and end not in self.pauses and words[end] not in PARTS:
            end += 1
        return words[start:end]

    def denied_from(self, at: int) -> int:
        """Return where a word begins with a `niet` or `nooit meer` in front of it; its place without one."""
        start = at - 1 - (self.before(at) in BESIDE_DENIAL)
        denied = start >= 0 and self.words[start] in DENIES and self.joins(start, at + 1)
        return start if denied else at

    def before(self, at: int) -> str:
        """Return the word in front of a place, or nothing."""
        return self.words[at - 1] if at else ""

    def after(self, at: int) -> str:
        """Return the word behind a place, or nothing."""
        return self.words[at + 1] if at + 1 < len(self.words) else ""


def is_listed(word: str, *names: str) -> bool:
    """Return whether a word or its dictionary form stands in one of the lists."""
    return any(word in word_list(name) or lemma(word) in word_list(name) for name in names)


def is_auxiliary(word: str) -> bool:
    """Return whether a word is a form of a verb that says nothing by itself, and no noun as well."""
    read = finite(word)
    verb = read.infinitive if read else lemma(word)
    return verb in AUXILIARIES and not is_noun(word)


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


def is_verb_here(line: Line, at: int) -> bool:
    """Return whether a word stands beside a subject as its verb."""
    subjects = closed.NOMINATIVE
    follows = line.after(at) in subjects and at + 1 not in line.pauses
    beside = follows or (line.before(at) in subjects | {"ze", "je", "wie"} and at not in line.pauses)
    return beside and finite(line.words[at]) is not None
