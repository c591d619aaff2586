"""The rules for text that people typed: what comes in at the door, and how it is compared and shown."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

ANSI = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC, DCS and the like, up to their end
    r"|\x1b[ -/]*[0-~]?"  # any other escape
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
NESTED = 3
"""How deep sequences inside sequences are taken out whole; deeper, what would be obeyed still goes."""
BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_END = re.compile(r"\r\n|\r|\n")


def printable(text: str) -> str:
    """Return text without what a terminal would obey; every other character stays as it was typed.

    Line ends become LF; TAB and LF stay. ANSI sequences, control characters, lone surrogates, U+FFFE and
    U+FFFF (not legal in XML) and the bidi overrides, which would run on past a quote, go. Applying it
    twice changes nothing more.
    """
    if text.isprintable():
        return text
    for _ in range(NESTED):
        text = ANSI.sub("", text)
    return "".join(c for c in LINE_END.sub("\n", text) if _kept(c))


def one_line(text: str) -> str:
    """Return text as one line that can be stored as a note: cleaned, and line ends as spaces."""
    return LINE_END.sub(" ", printable(text))


def fold(text: str) -> str:
    """Return the form in which names are compared: no case, no accents, hyphens and spaces alike."""
    bare = text.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-_‐-―\s]+", " ", bare).split())


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name a mistyped word most likely meant, or None when nothing is near."""
    known = {fold(name): name for name in names}
    typed = fold(word)
    starts = [name for folded, name in known.items() if typed and folded.startswith(typed)]
    if starts:
        return min(starts, key=len)
    near = get_close_matches(typed, known, n=1, cutoff=0.6)
    return known[near[0]] if near else None


def shortened(text: str, length: int) -> str:
    """Return text of at most so many characters, cut at a word and ended with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > length // 2 else cut).rstrip(" ,.;:") + "…"


def count(number: int, one: str, more: str) -> str:
    """Return a number with its noun: `1 notitie`, `3 notities`, `geen notities`."""
    return f"{number or 'geen'} {one if number == 1 else more}"


def _kept(c: str) -> bool:
    if c in "\t\n":
        return True
    if c in BIDI or c in "\ufffe\uffff":
        return False
    return unicodedata.category(c) not in {"Cc", "Cs"}
