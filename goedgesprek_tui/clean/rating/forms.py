"""What a word can be a form of: keys that two forms of one word, or near words, have in common."""

import re
from functools import cache, lru_cache

from goedgesprek_tui.clean.lemmas import known, lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.verbs import finite, strong

MAX_LENGTH = 30
NEAR = re.compile(
    r"(?:heden|heid|erige?|ige?|eloze?|loos|elijke?|lijke?|ingen|ing|ende?|enden"
    r"|(?:e?t|p|k|)jes?|te|en|s|e)$"
)
"""The endings of near words: opruiming, boosheid, angstig, drukte, groepje."""
INFLECTED = re.compile(r"(?:ende?|sten?|ten?|den?|ere?|en|'s|[detsn])$")
DOUBLED = re.compile(r"([a-z])\1")
ENGLISH_ENDING = re.compile(r"(?:'s|s'|'|ings?|ed|er|est|ies|es|s|ly|ness|ful|less|y|e)$")
IRREGULAR = {
    "felt": "feel",
    "left": "leave",
    "lost": "lose",
    "found": "find",
    "heard": "hear",
    "worse": "bad",
}
BARE = str.maketrans("ëïöü", "eiou")
MIN_STEM = 3


@lru_cache(maxsize=8192)
def dutch(word: str) -> frozenset[str]:
    """Return the keys of a Dutch word in small letters; words that share one are forms of each other."""
    if len(word) > MAX_LENGTH:
        return frozenset({word})
    plain = word.replace("-", "")
    forms = {word, plain, lemma(plain), lemma(lemma(plain)), *_verbs(plain)}
    forms |= {other for form in forms for other in _near().get(form, ())}
    forms |= {form.translate(BARE) for form in forms}
    stems = {_skeleton(form) for form in forms}
    for form in forms:
        stems |= _without(NEAR, form)
    if not known(plain):
        stems |= _without(INFLECTED, plain)
        if plain.startswith("ge"):
            stems |= _without(INFLECTED, plain[2:])
    return frozenset(forms | stems)


@lru_cache(maxsize=8192)
def english(word: str) -> frozenset[str]:
    """Return the keys of an English word in small letters."""
    if len(word) > MAX_LENGTH:
        return frozenset({word})
    from simplemma import lemmatize

    bare = re.sub(r"(?:'s|')$", "", word)
    base = lemmatize(bare, lang="en").lower()
    forms = {word, bare, base, IRREGULAR.get(bare, base)}
    stems = {_skeleton(form) for form in forms}
    for form in forms:
        stems |= _without(ENGLISH_ENDING, form)
    return frozenset(forms | stems)


@cache
def _near() -> dict[str, tuple[str, ...]]:
    """For each word of the list: the others that are made of its stem."""
    groups = [tuple(entry.split()) for entry in word_list("rating_near")]
    return {word: group for group in groups for word in group}


def _verbs(word: str) -> set[str]:
    """Return the verbs that a word can be a form of, which a dictionary of one form a word may hide."""
    noun_of = word[2:] if word.startswith("ge") and len(word) > 5 else ""  # gevoel, geschreeuw, gesprek
    verbs = {found.infinitive for form in (word, noun_of) if form and (found := finite(form))}
    for verb, pasts in strong().items():
        if word in pasts:
            verbs.add(verb)
    return verbs


def _without(endings: re.Pattern[str], word: str) -> set[str]:
    """Return the stems that remain when an ending goes, or two; a doubled letter and a hard end aside."""
    found: set[str] = set()
    for _ in range(2):
        ending = endings.search(word)
        if not ending or ending.start() < MIN_STEM:
            break
        word = word[: ending.start()]
        found.add(_skeleton(word))
    return found


def _skeleton(word: str) -> str:
    """Return a stem as all its spellings have it: `lopen` and `loop` share one, marked as no word."""
    bare = DOUBLED.sub(r"\1", word)
    return "~" + bare[:-1] + {"v": "f", "z": "s"}.get(bare[-1:], bare[-1:])
