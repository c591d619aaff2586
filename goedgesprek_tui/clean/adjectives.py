"""Dutch adjectives and the ending that they get in front of a noun.

Spelling: Algemene Nederlandse Spraakkunst, chapter 6.
"""

from functools import cache, lru_cache

from goedgesprek_tui.clean.lemmas import known, lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.spelling import with_e
from goedgesprek_tui.clean.verbs import is_participle

WITHOUT_ENDING = frozenset("eigen open gouden houten gratis verlegen dronken".split())
NOUNS_TOO = frozenset(
    """
    druk arm duister duur fout geheim gelijk goed kwaad licht lam rijk streng trouw ontrouw vet vlak vuil net
    ideaal bang recht vol dood bot hol
    """.split()
)
OWNING = frozenset("mijn jouw zijn haar ons hun uw".split())
ONLY_AFTER_A_VERB = frozenset("moe oké kapot klaar kwijt stuk op zat beu bang top waard".split())


@lru_cache(maxsize=4096)
def is_adjective(word: str) -> bool:
    """Return whether a word in small letters is known as an adjective, by its form with -e."""
    if word in OWNING:
        return False
    if word in ONLY_AFTER_A_VERB | WITHOUT_ENDING or (word.endswith("end") and len(word) > 5):
        return True
    if word not in NOUNS_TOO and (word in word_list("de") or word in word_list("het")):
        return False
    form = inflected(word)
    if is_comparative(word):
        return True
    return bool(form and form != word)


def is_comparative(word: str) -> bool:
    """Return whether a word in small letters is a comparative, as `rustiger`."""
    base = lemma(word)
    return word.endswith("er") and base != word and len(word) > 4 and inflected(base) not in (None, base)


@lru_cache(maxsize=4096)
def inflected(word: str) -> str | None:
    """Return an adjective with its ending: `raar` gives `rare`; None when that is not sure."""
    if word.endswith("e") or word in WITHOUT_ENDING or (word.endswith("en") and is_participle(word)):
        return word
    if listed := _listed().get(word):
        return listed
    for form in with_e(word):
        if known(form) and lemma(form) == word:
            return form
    if word.endswith("end") and len(word) > 5:
        return f"{word}e"
    return f"{word}e" if word.endswith("er") and len(word) > 4 and is_comparative(word) else None


def uninflected(word: str) -> str:
    """Return an adjective without its ending: `warme` gives `warm`; others stay as they are."""
    if listed := _bases().get(word):
        return listed
    base = lemma(word)
    return base if base != word and inflected(base) == word else word


@cache
def _listed() -> dict[str, str]:
    return dict(entry.split() for entry in word_list("adjectives"))


@cache
def _bases() -> dict[str, str]:
    return {form: word for word, form in _listed().items()}
