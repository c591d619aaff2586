"""A noun with what belongs to it, and the forms it takes in a question.

Die and dat, and the ending of an adjective: Algemene Nederlandse Spraakkunst, chapters 3, 5 and 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import inflected, is_adjective, uninflected
from goedgesprek_tui.clean.deeds import AMOUNTS
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import Gender, gender_of, is_noun, is_plural
from goedgesprek_tui.clean.pointed import may_be_deed
from goedgesprek_tui.clean.pronouns import Address, turned
from goedgesprek_tui.clean.tails import joined, say_tail
from goedgesprek_tui.clean.tokens import Token, low_words
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle

NEVER_BARE = frozenset(["geen"])
INDEFINITE = frozenset(["een", "één", "'n"])
SINGULAR = INDEFINITE | {"het", "'t", "dit"}
RELATIVES = closed.SUBORDINATORS | {"die", "dat"}
ENDS = closed.PREPOSITIONS | RELATIVES | {"om", "en", "of", "hier", "daar", "thuis"}
IN_FRONT = frozenset("heel hele zo te erg echt beetje paar al meer minder".split())
BEFORE_ADJECTIVES = frozenset(
    """
    ben bent is zijn was waren voel voelt me mij zich word wordt worden zo heel erg te best echt helemaal
    vind vindt blijf blijft maakt hem haar ons je niet nooit altijd gewoon
    """.split()
)


@dataclass(frozen=True)
class NounPhrase:
    """A noun phrase said back, in pieces; `plural` and `gender` are None when they are not certain."""

    determiner: str
    adjectives: tuple[str, ...]
    head: str
    rest: str
    plural: bool | None
    gender: Gender | None
    address: Address

    @property
    def bare(self) -> str | None:
        """The words behind `wat voor`: no determiner, and `warm gevoel` for `dat warme gevoel`."""
        if self.determiner in NEVER_BARE:
            return None
        adjectives: Sequence[str] = [word for word in self.adjectives if word not in closed.DEMONSTRATIVES]
        if self.plural is False and self.gender is Gender.HET and self.determiner not in INDEFINITE | {""}:
            adjectives = [uninflected(word) for word in adjectives]
        return joined(*adjectives, self.head, self.rest)

    @property
    def pointed(self) -> str | None:
        """The words with die or dat in front; None when it is not certain which."""
        if self.plural is None or (not self.plural and not self.gender):
            return None
        adjectives = [inflected(word) for word in self.adjectives]
        if None in adjectives:
            return None
        which = "die" if self.plural or self.gender is Gender.DE else "dat"
        return joined(which, *(word for word in adjectives if word), self.head, self.rest)

    @property
    def definite(self) -> str | None:
        """The words behind a preposition: `een` becomes die or dat, and all else stays as it was said."""
        if self.determiner in INDEFINITE:
            return self.pointed
        several = " en " in f" {self.rest} "
        return self.said if self.determiner or self.adjectives or several else self.pointed or self.said

    @property
    def said(self) -> str:
        """The words as they were said, with mijn turned into je."""
        determiner = closed_turned(self.determiner, self.address)
        return joined(determiner, *self.adjectives, self.head, self.rest)


def closed_turned(word: str, address: Address) -> str:
    """Return a determiner said back."""
    return turned([Token(word, 1, 1 + len(word))], address) if word else ""


def noun_phrase(words: Sequence[Token], said: str, address: Address) -> NounPhrase | None:
    """Return words read as a noun phrase; None when they are none, or not for certain.

    `said` is all that they were taken from: how the noun is used there tells its gender and number.
    """
    low = [word.low for word in words]
    if not low or low[0] in closed.PREPOSITIONS | closed.NOMINATIVE or (low[0] == "te" and len(low) == 2):
        return None
    determiner = low[0] if low[0] in closed.DETERMINERS and len(low) > 1 else ""
    start = 1 if determiner else 0
    end = next((at for at in range(start + 1, len(low)) if low[at] in ENDS), len(low))
    head, adjectives = low[end - 1], low[start : end - 1]
    if not _heads(head, determiner, adjectives, said):
        return None
    if not all(_attributive(word, bool(determiner) and _is_listed(head)) for word in adjectives):
        return None
    rest = say_tail(words[end:], address) if low[end : end + 1] and low[end] in RELATIVES else None
    if rest is None:
        if not closed.NOMINATIVE.isdisjoint(low[end:]):
            return None
        rest = turned(words[end:], address)
    evidence = f"{said} . {' '.join(low)}"
    plural = False if determiner in SINGULAR else is_plural(head, evidence)
    if head.endswith("en") and not adjectives and may_be_deed(determiner, head, low_words(said)):
        return None
    if plural is None and determiner and not head.endswith(("en", "s")):
        plural = False
    gender = None if plural else gender_of(head, evidence)
    spoken = tuple(turned([word], address) for word in words[start : end - 1])
    return NounPhrase(
        determiner, spoken, turned(words[end - 1 : end], address), rest, plural, gender, address
    )


def _heads(head: str, determiner: str, adjectives: Sequence[str], said: str) -> bool:
    """Return whether a word is the noun of a phrase."""
    if is_adjective(head) and not adjectives:
        is_owned = determiner in closed.POSSESSIVES
        return is_owned or _is_listed(head) if determiner else _is_noun_there(head, said)
    if is_participle(head) and not _is_listed(head):
        return False
    if determiner:
        return head not in closed.NEVER_VERBS
    if is_infinitive(head) and is_plural(head, said) is not True:
        return False
    return _is_listed(head) or is_plural(head) is True


def _is_listed(word: str) -> bool:
    """Return whether a word can be a noun, though it may be a verb or an adjective as well."""
    return bool(is_noun(word)) or gender_of(word) is not None


def _is_noun_there(word: str, said: str) -> bool:
    """Return whether a word that can be an adjective as well is used as a noun in what was said."""
    low = low_words(said)
    before = {low[at - 1] for at, other in enumerate(low) if at and other == word}
    if "het" in before and gender_of(word) is Gender.DE:
        return False
    listed = word in word_list("de") or word in word_list("het")
    return listed and before.isdisjoint(BEFORE_ADJECTIVES)


def _attributive(word: str, before_noun: bool) -> bool:
    """Return whether a word can stand in front of a noun; `before_noun` says that a noun is certain."""
    if is_noun(word) and not is_adjective(word.removesuffix("e")) and word not in AMOUNTS:
        return False
    if word in IN_FRONT or word.endswith("e") or word.isdecimal():
        return True
    if is_adjective(word) or is_participle(word) or (word.endswith("end") and len(word) > 5):
        return True
    return before_noun and word not in closed.NEVER_VERBS and not finite(word)
