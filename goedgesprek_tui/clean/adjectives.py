"""Dutch adjectives and the ending that they get in front of a noun.

Spelling: Algemene Nederlandse Spraakkunst, chapter 6.
"""

from functools import lru_cache

from goedgesprek_tui.clean.lemmas import known, lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.verbs import is_participle

VOWELS = "aeiou"
WITHOUT_ENDING = frozenset("eigen open gouden houten".split())
NOUNS_TOO = frozenset(
    """
    druk arm duister duur fout geheim gelijk goed kwaad licht lam rijk streng trouw ontrouw vet vlak vuil net
    ideaal bang recht vol
    """.split()
)
ONLY_AFTER_A_VERB = frozenset("moe oké kapot klaar kwijt stuk op zat beu bang".split())


@lru_cache(maxsize=4096)
def is_adjective(word: str) -> bool:
    """Return whether a word in small letters is known as an adjective, by its form with -e."""
    if word not in NOUNS_TOO and (word in word_list("de") or word in word_list("het")):
        return False
    form = inflected(word)
    return bool(form and form != word) or word in ONLY_AFTER_A_VERB | WITHOUT_ENDING


@lru_cache(maxsize=4096)
def inflected(word: str) -> str | None:
    """Return an adjective with its ending: `raar` gives `rare`; None when that is not sure."""
    if word.endswith("e") or word in WITHOUT_ENDING or (word.endswith("en") and is_participle(word)):
        return word
    for form in _with_ending(word):
        if known(form) and lemma(form) == word:
            return form
    return None


def uninflected(word: str) -> str:
    """Return an adjective without its ending: `warme` gives `warm`; others stay as they are."""
    base = lemma(word)
    return base if base != word and inflected(base) == word else word


def _with_ending(word: str) -> list[str]:
    forms = [f"{word}e"]
    if len(word) > 2 and word[-1] not in VOWELS and word[-2] in VOWELS:
        if word[-3] == word[-2]:
            short = f"{word[:-2]}{word[-1]}"
            forms = [f"{short}e", f"{short[:-1]}{_voiced(short[-1])}e", *forms]
        else:
            forms.append(f"{word}{word[-1]}e")
    if word[-1:] in ("f", "s"):
        forms.append(f"{word[:-1]}{_voiced(word[-1])}e")
    return forms


def _voiced(letter: str) -> str:
    return {"f": "v", "s": "z"}.get(letter, letter)
