"""The form in which words are compared: without case and accents, and by what all forms of a word share.

Two words are the same when one of their stems is. Neither the dictionary nor the rules of Snowball
(snowballstem.org, Dutch) are enough by themselves: the one does not know `pesterijen`, the other not `liep`.
Of the word and of its dictionary form the stem is taken; `tests/cases/stems.txt` is what that was chosen by.
"""

import re
import threading
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.text import fold

APOSTROPHES = re.compile("[’‘ʼ´`]")
WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['’ʼ](?:[^\W_]|[\u0300-\u036f])+)*")
LONGEST = 40
"""Letters: a longer word is a slip of the keyboard, and its own stem."""
NO_FORM_OF = frozenset({"ouder"})
"""Words that the dictionary takes for a form of another one, which is not what is meant here."""

_at_work = threading.Lock()


class Compared(NamedTuple):
    """A word as it is compared: as it is typed, folded, and the stems that other forms of it share."""

    form: str
    stems: frozenset[str]


@lru_cache(maxsize=65536)
def compared(word: str) -> Compared:
    """Return how a word is compared; the form is empty when there is nothing to compare."""
    low = APOSTROPHES.sub("'", normalize("NFKC", word).lower())
    form = fold(low).replace(" ", "")
    if len(form) > LONGEST or not form:
        return Compared(form, frozenset({form}))
    base = low if low in NO_FORM_OF else lemma(low)
    return Compared(form, frozenset({_stem(fold(base)), _stem(form.replace("'", ""))}))


def _stem(word: str) -> str:
    with _at_work:  # a stemmer keeps the word it works on
        return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    from snowballstemmer.dutch_stemmer import DutchStemmer  # type: ignore[import-untyped]

    stem: Callable[[str], str] = DutchStemmer().stemWord
    return stem
