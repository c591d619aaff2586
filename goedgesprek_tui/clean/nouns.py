"""Gender and number of Dutch nouns: from lists, from how a word is built, and from how the speaker used it.

What is not certain is None: a question can do without gender, but not with a wrong "die" or "dat".
"""

import re
from enum import StrEnum
from functools import lru_cache

from goedgesprek_tui.clean.lemmas import known, lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.noun_uses import article_in, is_doing, is_predicate, plural_in, uses
from goedgesprek_tui.clean.spelling import devoiced, with_e

LONGEST = 45
SHORTEST_TAIL = 4
DIMINUTIVE = re.compile(r".+[bcdfghkpst]je")
INFINITIVE = re.compile(r".+(?:[^oie]en|[aeou]ien|gaan|staan|slaan|doen|zien|zijn)")
PLURAL = re.compile(r".+(?:'s|s|ën|[^oe]en)")
BARE_VOWEL = re.compile(r".+[aiou]s")


class Gender(StrEnum):
    """The article a noun takes."""

    DE = "de"
    HET = "het"


def gender_of(noun: str, said: str = "") -> Gender | None:
    """Return the gender of a noun in small letters, or None when it is not certain or the word is a plural.

    A listed noun has the gender of the list, however it was said. Of another noun, how it is built and how
    it was used in `said` must not contradict each other.
    """
    if not _can_be_noun(noun):
        return None
    if listed := _listed(noun):
        return listed
    plural = is_plural(noun, said)
    if plural or noun in word_list("plurals"):
        return Gender.HET if plural is False else None
    heard = {Gender(article) for use in uses(noun, said) if (article := article_in(use))}
    if plural is None:
        heard.discard(Gender.DE)
    if built := _built_gender(noun):
        heard.add(built)
    return heard.pop() if len(heard) == 1 else None


def is_plural(noun: str, said: str = "") -> bool | None:
    """Return whether a noun in small letters is a plural, or None when it is not certain.

    A form that is a plural and an infinitive, as "dromen", is what it was in `said`, and else what parents
    mostly mean by it. An infinitive used as a noun, "het pesten", is a singular.
    """
    if not _can_be_noun(noun) or _listed(noun):
        return False
    found = tuple(uses(noun, said)) if noun.endswith("n") else ()
    if any(use.before[0] == "te" for use in found) and INFINITIVE.fullmatch(noun):
        return False
    built = _built_number(noun)
    twofold = noun in word_list("plurals") or noun in word_list("nouns_infinitives")
    if not noun.endswith("n") or (built is not None and not twofold):
        return built
    heard = {number for use in found if (number := plural_in(use)) is not None}
    if len(heard) == 1:
        return heard.pop()
    return None if heard or any(is_predicate(use) or is_doing(use) for use in found) else built


def is_noun(word: str) -> bool | None:
    """Return True for a word in small letters that is a noun and seldom anything else; None means unknown."""
    if not _can_be_noun(word) or word in word_list("nouns_double") or word in word_list("nouns_infinitives"):
        return None
    if _is_sure(word) or word in word_list("nouns_both") or word in word_list("plurals"):
        return True
    singulars = _singulars(word)
    verbal = word.startswith("ge") or _conjugates(word, singulars)
    return None if verbal else any(_is_sure(one) for one in singulars) or None


def _can_be_noun(word: str) -> bool:
    return 1 < len(word) <= LONGEST and word not in word_list("nouns_not")


def _listed(noun: str) -> Gender | None:
    if noun in word_list("de"):
        return Gender.DE
    return Gender.HET if noun in word_list("het") else None


def _is_sure(noun: str) -> bool:
    """Return whether a word is a noun by list, as a diminutive, or by an ending that only nouns have.

    A past tense may end so too: "ontving", "doorging".
    """
    if _listed(noun) or DIMINUTIVE.fullmatch(noun):
        return True
    return _ends(noun, "nouns_sure") and not INFINITIVE.fullmatch(lemma(noun))


def _ends(noun: str, endings: str) -> bool:
    return any(len(noun) > len(end) + 1 and noun.endswith(end) for end in word_list(endings))


def _built_gender(noun: str) -> Gender | None:
    if DIMINUTIVE.fullmatch(noun):
        return Gender.HET
    if noun in word_list("nouns_both"):
        return None
    if compound := _compound(noun):
        return compound
    if _ends(noun, "nouns_ends_de"):
        doubtful = noun.endswith(("te", "de")) and (noun.startswith(("ge", "onge")) or lemma(noun) != noun)
        return None if doubtful else Gender.DE
    if _ends(noun, "nouns_ends_het") or _is_deed(noun) or _is_infinitive(noun):
        return Gender.HET
    return Gender.DE if _is_doer(noun) else None


@lru_cache(maxsize=4096)
def _compound(noun: str) -> Gender | None:
    """Return the gender of the longest listed noun at the end of a word, when a word stands before it."""
    for cut in range(2, len(noun) - 2):
        tail = noun[cut:]
        if len(tail) < SHORTEST_TAIL and tail not in word_list("nouns_short_tails"):
            continue
        if (gender := _listed(tail)) and tail not in word_list("nouns_no_tails") and _is_front(noun[:cut]):
            joined = tail[0] == "s" and tail[1] != "c" and len(tail) > SHORTEST_TAIL
            return (_listed(tail[1:]) if joined else None) or gender
    return None


def _is_front(front: str) -> bool:
    """Return whether the first part of a compound is a word, with or without a joint ("s", "-")."""
    front = front.removesuffix("-")
    if len(front) < SHORTEST_TAIL - 1:
        return front in word_list("nouns_short_fronts")
    parts = (front, front.removesuffix("s"))
    return any(_is_sure(one) or known(one) or _compound(one) for one in parts)


def _is_deed(noun: str) -> bool:
    """Return whether a noun is a verb stem with an unstressed prefix: "gezeur", "verzoek", "ontslag"."""
    stem = noun.removeprefix("ge")
    if stem == noun and not noun.startswith(("be", "ver", "ont", "her")):
        return False
    verbs = [one + "n" for one in with_e(stem)]
    return any(known(verb) and _is_infinitive(verb) for verb in verbs)


def _is_doer(noun: str) -> bool:
    """Return whether a noun names who does something: "begeleider" of "begeleiden"."""
    return noun.endswith("er") and len(noun) > 6 and _is_infinitive(noun[:-1] + "n")


def _is_infinitive(word: str) -> bool:
    """Return whether a word, or its last part, is an infinitive as far as dictionary and lists tell."""
    if word in word_list("nouns_infinitives"):
        return True
    if word in word_list("plurals") or not INFINITIVE.fullmatch(word):
        return False
    if known(word):
        return lemma(word) == word and not _listed(word)
    tails = ((word[:cut], word[cut:]) for cut in range(2, len(word) - SHORTEST_TAIL))
    return any(
        known(tail) and lemma(tail) == tail and not _listed(tail) and _is_front(front)
        for front, tail in tails
        if INFINITIVE.fullmatch(tail)
    ) or _ends_in_deed(word)


def _ends_in_deed(word: str) -> bool:
    """Return whether a word is composed with a listed infinitive: "touwtrekken"."""
    deeds = word_list("nouns_infinitives")
    return any(word[cut:] in deeds and _is_front(word[:cut]) for cut in range(2, len(word) - SHORTEST_TAIL))


def _built_number(noun: str) -> bool | None:
    if noun in word_list("plurals"):
        return True
    if noun in word_list("nouns_infinitives") or not PLURAL.fullmatch(noun):
        return False
    singulars, base = _singulars(noun), lemma(noun)
    if noun.endswith("n") and any(_is_sure(one) or one in word_list("nouns_both") for one in singulars):
        return True
    if base == noun and (known(noun) or _compound(noun) or _ends_in_deed(noun)):
        return False
    if noun.endswith("n") and _conjugates(noun, singulars):
        return None if base in singulars else False
    if base in singulars or any(_is_sure(one) or _compound(one) for one in singulars):
        return True
    if noun.endswith("s"):
        return any(known(one) for one in singulars) or (False if BARE_VOWEL.fullmatch(noun) else None)
    return False if _is_infinitive(noun) else None


def _singulars(plural: str) -> tuple[str, ...]:
    """Return what the singular of a plural may be: "muren" muur, "lessen" les, "foto's" foto."""
    if plural.endswith("s"):
        return (plural[:-2] if plural.endswith("'s") else plural[:-1],)
    if plural.endswith("heden"):
        return (plural[:-5] + "heid",)
    if plural.endswith("ën"):
        return (plural[:-2], plural[:-2] + "e")
    if not plural.endswith("en") or len(plural) < 4:
        return ()
    stem = plural[:-2]
    unvoiced = devoiced(stem)
    found = [stem, unvoiced, plural[:-1]]
    if stem[-1] == stem[-2]:
        found.append(stem[:-1])
    elif stem[-2] in "aeou":
        found.append(unvoiced[:-1] + stem[-2] + unvoiced[-1])
    return tuple(found)


def _conjugates(word: str, stems: tuple[str, ...]) -> bool:
    """Return whether a form in -en is a verb as well: the dictionary has another form of that verb."""
    forms = [form for stem in stems for form in (stem + "t", "ge" + stem)]
    return any(known(form) and lemma(form) == word for form in forms)
