"""What a text is recognised by: dictionary forms, pieces of words, words beside each other."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.tokens import low_words

SHORTEST, LONGEST = 3, 5
OF_WORD, OF_PIECE, OF_PAIR = 1.0, 0.3, 0.7
MOST_WORDS = 200
LONGEST_WORD = 40


class Feature(NamedTuple):
    """Something that can be recognised again, and how much it says beside the others."""

    key: str
    worth: float


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared, of a very long one the first 200."""
    return low_words(text[: MOST_WORDS * LONGEST_WORD])[:MOST_WORDS]


@lru_cache(maxsize=8192)
def features_of(word: str) -> tuple[Feature, ...]:
    """Return what a word is recognised by.

    Pieces of three to five letters find a word again inside a compound, in another form and misspelled.
    """
    edged = f"^{_plain(word)[:LONGEST_WORD]}$"
    sizes = range(SHORTEST, LONGEST + 1)
    pieces = (edged[at : at + size] for size in sizes for at in range(len(edged) - size + 1))
    return (Feature(f"={lemma(word)}", OF_WORD), *(Feature(piece, OF_PIECE) for piece in pieces))


def pairs_of(words: Sequence[str]) -> Iterator[Feature]:
    """Give the words that stand beside each other, one fewer than there are words."""
    lemmas = [lemma(word) for word in words]
    return (Feature(f"{one} {other}", OF_PAIR) for one, other in zip(lemmas, lemmas[1:], strict=False))


def _plain(word: str) -> str:
    """Return a word without accents: parents and teachers write them or not."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
