"""An infinitive with what belongs to it, as `samen eten`, `een brief schrijven` or `hem los te laten`.

Nominal infinitives: Algemene Nederlandse Spraakkunst, chapter 2. `Te` and `om` fall away where a deed is said
back: they belong to the verb that it was said behind.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import WITHOUT_ENDING, is_adjective
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import gender_of, is_noun, is_plural
from goedgesprek_tui.clean.order import separable
from goedgesprek_tui.clean.phrases import phrases
from goedgesprek_tui.clean.pronouns import Address, turned
from goedgesprek_tui.clean.tails import joined
from goedgesprek_tui.clean.tokens import Token
from goedgesprek_tui.clean.verbs import is_infinitive, is_participle

LONGEST = 8
AMOUNTS = frozenset("paar hoop boel soort aantal beetje stuk reeks stapel".split())
PRONOUNS = frozenset(
    "me mij jou hem haar ons hun hen ze je u 'm zich elkaar mekaar mezelf jezelf zichzelf er".split()
)
OPEN_TO_DEEDS = frozenset(
    "gevoel angst kans moed zin idee recht neiging drang vrees tijd reden manier".split()
)
"""Nouns that a deed with `te` belongs to: `het gevoel te falen`."""
PLACES = frozenset("thuis hier daar samen".split())
WHOLE = frozenset("alles niks niets iets".split())
PARTS_OF_ITS_OWN = (PRONOUNS | closed.DETERMINERS | closed.PREPOSITIONS | {"niemand", "iemand"}) - WHOLE
NO_DEED = (
    (closed.NOMINATIVE - {"ze"})
    | closed.SUBORDINATORS
    | closed.CONTRACTED
    | closed.COORDINATORS
    | {"dat", "die"}
)
ADVERBS = (
    closed.ADVERBS
    | closed.WITH_PREPOSITION
    | frozenset(
        """
    niet weer nog wel even gewoon zo heel erg echt te al meer goed samen alleen opnieuw helemaal steeds
    """.split()
    )
)


@dataclass(frozen=True)
class Deed:
    """An infinitive and the words in front of it, said back; `after` is a phrase that stands behind it."""

    before: str
    infinitive: str
    after: str
    is_bare: bool
    is_noun: bool

    @property
    def said(self) -> str:
        """The words as they were said, without `te`."""
        return joined(self.before, self.infinitive, self.after)

    @property
    def bare(self) -> str | None:
        """The words behind `wat voor`, where at most adverbs stand in front: `rustig blijven`.

        A preposition with its noun alone is mostly a saying, and stands there too: `op eieren lopen`.
        """
        return self.said if self.is_bare and not self.after else None

    @property
    def definite(self) -> str | None:
        """The words with dat in front: `dat ruzie maken`; None where an object or a place is in the way."""
        return f"dat {self.said}" if self.is_noun else None


def read_deed(words: Sequence[Token], said: str, address: Address) -> Deed | None:
    """Return words read as an infinitive with what belongs to it; None when they are none for certain.

    `said` is all that they were taken from. A lone infinitive and `trekken en duwen` are nouns of their own.
    """
    low = [word.low for word in words]
    start = 1 if low[:1] == ["om"] and "te" in low else 0
    if not 1 < len(low) <= LONGEST or not NO_DEED.isdisjoint(low[start:]) or "om" in low[1:]:
        return None
    verb = _with_te(low) if "te" in low[:-1] else _without_te(low, said)
    if verb is None:
        return None
    behind_te = low[verb - 1] == "te"
    end = verb - behind_te
    infinitive = low[verb]
    if behind_te and end > start and separable(low[end - 1], infinitive):
        end -= 1
        infinitive = low[end] + infinitive
    before = low[start:end]
    if before and (before[-1] in closed.PREPOSITIONS or (behind_te and before[-1] in OPEN_TO_DEEDS)):
        return None
    return Deed(
        turned(words[start:end], address),
        infinitive,
        turned(words[verb + 1 :], address),
        only_adverbs(before) or _is_saying(before),
        makes_noun(before),
    )


def only_adverbs(before: Sequence[str]) -> bool:
    """Return whether the words in front of an infinitive leave it a noun for `wat voor`: `rustig blijven`."""
    return all(word in ADVERBS or _is_plain_adjective(word) for word in before)


def makes_noun(before: Sequence[str]) -> bool:
    """Return whether dat can stand in front: behind no pronoun, and no noun with an article of its own."""
    several = any(word.endswith("e") and is_adjective(word.removesuffix("e")) for word in before)
    return not several and PARTS_OF_ITS_OWN.isdisjoint(before)


def _with_te(low: Sequence[str]) -> int | None:
    """Return where the infinitive behind `te` stands, with at most a phrase behind it."""
    at = next((at for at in range(len(low) - 1, 0, -1) if low[at - 1] == "te" and is_infinitive(low[at])), 0)
    return at if at and (at == len(low) - 1 or low[at + 1] in closed.PREPOSITIONS) else None


def _without_te(low: Sequence[str], said: str) -> int | None:
    """Return where an infinitive stands that is no noun with its article or adjective in front of it."""
    at = next((at for at in range(len(low) - 1, 0, -1) if _can_end(low, at)), 0)
    if not at or is_plural(low[at], said) is True:
        return None
    before, front = low[at - 1], low[:at]
    if before in closed.DETERMINERS - PRONOUNS:
        return None
    if front[0] not in closed.DETERMINERS:
        return at
    if low[at] in word_list("het") and all(map(is_adjective, front[1:])):
        return None
    return at if any(map(_is_own_part, front[1:])) or (len(front) == 1 and front[0] in PRONOUNS) else None


def _can_end(low: Sequence[str], at: int) -> bool:
    if low[at - 1] in closed.PREPOSITIONS or low[at] in closed.NEVER_VERBS or not is_infinitive(low[at]):
        return False
    return at == len(low) - 1 or low[at + 1] in closed.PREPOSITIONS | PLACES


def _is_own_part(word: str) -> bool:
    """Return whether a word cannot be an adjective in front of a plural: `dag` in `de dag meelopen`."""
    if word in AMOUNTS | WITHOUT_ENDING | closed.QUANTIFIERS or (word.endswith("en") and is_participle(word)):
        return False
    if word.endswith("e"):
        return bool(is_noun(word) or gender_of(word)) and not is_adjective(word.removesuffix("e"))
    return True


def _is_saying(before: Sequence[str]) -> bool:
    if len(before) < 2 or before[0] not in closed.PREPOSITIONS:
        return False
    return bool(phrases("words_idioms").find(before)) or not (PRONOUNS | closed.DETERMINERS) & set(before[1:])


def _is_plain_adjective(word: str) -> bool:
    if word in closed.NEVER_VERBS or word.endswith("e") or is_noun(word):
        return False
    return is_adjective(word) and word not in word_list("de") | word_list("het")
