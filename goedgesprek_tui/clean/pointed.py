"""Telling a noun behind die or dat from a clause: `die toetsen`, `dat feest bij oma`, not `dat helpt`.

Die, dat and het can stand for somebody as well, and many a noun can be a form of a verb. A pronoun and a
verb alone say little, so that two such words are nearly always a noun with what belongs to it.
"""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import Gender, gender_of, is_noun, is_plural
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle

FOR_DE = frozenset(["die", "deze"])
FOR_HET = frozenset(["dat", "dit", "het", "'t"])
OWNING = frozenset(["je", "jullie", "hun"])


def points_at_noun(low: Sequence[str]) -> bool:
    """Return whether words are a noun behind die, dat, het or je, with at most a phrase behind it."""
    if len(low) < 2 or low[1] in closed.NEVER_VERBS:
        return False
    if len(low) == 2 and low[0] in FOR_DE | {"hun"} and low[1].endswith("en"):
        return True
    if not is_its_noun(low[0], low[1]):
        return False
    return len(low) == 2 or (low[2] in closed.PREPOSITIONS and not any(map(is_surely_finite, low[3:])))


def is_its_noun(determiner: str, word: str) -> bool:
    """Return whether a word can be the noun of die, dat, het or je in front of it."""
    if determiner in FOR_DE:
        return bool(is_noun(word) or is_plural(word) or (gender_of(word) and not is_infinitive(word)))
    if determiner in FOR_HET:
        return gender_of(word) is Gender.HET and not is_infinitive(word)
    return determiner in OWNING and is_noun(word) is True


def leads_to_verb(low: Sequence[str]) -> bool:
    """Return whether words begin with a noun that die, dat or het belongs to, and its verb follows."""
    many = low[0] in FOR_DE and low[1].endswith("en")
    if many and any(map(_is_plural_verb, low[2:-1])):
        return True
    if not is_its_noun(low[0], low[1]):
        return False
    near = (finite(word) for word in low[2:4])
    return any(form and (form.third or form.plural) for form in near) or any(map(is_surely_finite, low[2:-1]))


def may_be_deed(determiner: str, noun: str, said: Sequence[str]) -> bool:
    """Return whether words as `die pesten` may be somebody and what they do: then they are no noun for sure.

    Behind a preposition they are one all the same: `op die fietsen`.
    """
    if determiner not in FOR_DE or (noun not in word_list("nouns_infinitives") and is_plural(noun)):
        return False
    return not any(
        said[at] in closed.PREPOSITIONS and (said[at + 1], said[at + 2]) == (determiner, noun)
        for at in range(len(said) - 2)
    )


def is_surely_finite(word: str) -> bool:
    """Return whether a word in small letters is the finite form of a verb in every reading."""
    if word in closed.NEVER_VERBS or is_noun(word) or gender_of(word) or is_adjective(word):
        return False
    return bool(finite(word)) and not is_infinitive(word) and not is_participle(word)


def _is_plural_verb(word: str) -> bool:
    return word not in closed.NEVER_VERBS and is_infinitive(word) and not is_plural(word)
