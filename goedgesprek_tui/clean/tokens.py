"""The words of a text with their places: what the rest of `clean` reads a sentence by."""

import re
from typing import NamedTuple

WORD = re.compile(r"['’](?:s|t|k|n|m|r|ns)\b|[^\W_]+(?:['’-][^\W_]+)*")


class Token(NamedTuple):
    """A word as it stands in a text: `text[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word as it is compared: small letters, a straight apostrophe, `k` as `'k`."""
        low = self.text.lower().replace("’", "'")
        return f"'{low}" if low in ("k", "t") else low


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order; punctuation is what lies between them."""
    return tuple(Token(found[0], found.start(), found.end()) for found in WORD.finditer(text))


def low_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared."""
    return tuple(token.low for token in tokens(text))


def occurs(words: str, text: str) -> str | None:
    """Return words as they stand in the text, whatever case they were typed in; None if they do not.

    They have to stand there whole: `us` does not occur in `rust`.
    """
    said = words.strip()
    found = re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text, re.IGNORECASE) if said else None
    return found[0] if found else None
