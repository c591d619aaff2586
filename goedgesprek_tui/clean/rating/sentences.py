"""A text as sentences that patterns can read: small letters, one space between words, a place for each."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from goedgesprek_tui.clean.tokens import WORD

PART = re.compile(rf"(?P<word>{WORD.pattern})|(?P<quote>[\"“”„«»])|(?P<end>[.?!…]+)|(?P<comma>[,:;()–—]| - )")
ACCENTS = str.maketrans("áàâéèêíìîóòôúùû’‘", "aaaeeeiiiooouuu''")
MAX_QUOTE = 300
MAX_WORDS = 120
"""Of a sentence; a longer one goes on as the next, so that patterns stay quick whatever is typed."""
SHORTENED = frozenset("bijv bv dhr mevr mw nr ca evt mr mrs ms dr drs resp incl max min".split())


class Word(NamedTuple):
    """A word of a sentence: as it is compared, where it stands in the text, and where in the line."""

    low: str
    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, and the line that patterns are matched against.

    Commas and their like stand in the line as words of their own; quotation marks have gone.
    """

    line: str
    words: tuple[Word, ...]
    end: str = ""

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words in a stretch of the line."""
        return tuple(word for word in self.words if start <= word.at < end)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the line stands in the text."""
        words = self.within(start, end)
        return (words[0].start, words[-1].end) if words else None

    def part(self, start: int, end: int, mark: str | None = None) -> "Sentence":
        """Return a stretch of the line as a sentence of its own, with another `mark` at its end if given."""
        start += len(self.line[start:end]) - len(self.line[start:end].lstrip(" ,"))
        words = tuple(word._replace(at=word.at - start) for word in self.within(start, end))
        return Sentence(self.line[start:end].strip(" ,"), words, self.end if mark is None else mark)


def plain(word: str) -> str:
    """Return a word as it is compared: small letters, no accents that only stress, a straight apostrophe."""
    return word.lower().translate(ACCENTS)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; one that is quoted inside another does not end it."""
    found: list[Sentence] = []
    reader = _Reader()
    quoted = False
    for part in PART.finditer(text):
        if part["word"]:
            if len(reader.words) == MAX_WORDS:
                found.append(reader.sentence(""))
                reader = _Reader()
            reader.add(part["word"], part.start(), part.end())
        elif part["quote"]:
            quoted = not quoted and _closes(text, part)
        elif part["comma"] or quoted or not _ends(text, part, reader):
            reader.comma()
        elif reader.words:
            found.append(reader.sentence(part["end"]))
            reader = _Reader()
    if reader.words:
        found.append(reader.sentence(""))
    return tuple(found)


class _Reader:
    """Puts a sentence together, part by part."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.pieces: list[str] = []
        self.length = 0

    def add(self, word: str, start: int, end: int) -> None:
        low = plain(word)
        self.words.append(Word(low, start, end, self.length))
        self._put(low)

    def comma(self) -> None:
        if self.pieces and self.pieces[-1] != ",":
            self._put(",")

    def sentence(self, end: str) -> Sentence:
        mark = "?" if "?" in end else end[:1]
        return Sentence(" ".join(self.pieces).rstrip(" ,"), tuple(self.words), mark)

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece) + 1


def _closes(text: str, quote: re.Match[str]) -> bool:
    """Return whether what an opening quotation mark opens is closed again, not too far on."""
    mark = {"«": "»", '"': '"'}.get(quote["quote"], "”")
    return text.find(mark, quote.end(), quote.end() + MAX_QUOTE) > 0


def _ends(text: str, part: re.Match[str], reader: _Reader) -> bool:
    """Return whether punctuation ends a sentence: not behind a short form, in a number, or as a pause."""
    after = text[part.end() : part.end() + 4].lstrip("\"”'’) \n")
    if part["end"] == "." and (part.end() < len(text) and not text[part.end()].isspace()):
        return text[part.end()] in "\"”'’)" and not after
    if part["end"] == "." and reader.words and reader.words[-1].low in SHORTENED:
        return not after
    pause = part["end"] == "…" or part["end"].startswith("..")
    return not (pause and after[:1].islower())
