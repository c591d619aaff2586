"""Where in a text stands what was looked for, and the part of a long text around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from goedgesprek_tui.review.stems import WORD, compared

Span = tuple[int, int]
BEFORE = 0.4
"""The share of a cut text that stands in front of the first mark, so that one reads on from it."""


class Phrase(NamedTuple):
    """Folded words that stand next to each other; of the last one the beginning when it is `open`."""

    forms: tuple[str, ...]
    open: bool = False

    @property
    def pattern(self) -> str:
        """The words as they stand in a line of folded words with a space around each."""
        return f" {' '.join(self.forms)}{'' if self.open else ' '}"

    def fits(self, words: Sequence[str]) -> bool:
        """Whether these are the words, as many as there are."""
        *front, last = self.forms
        if list(words[:-1]) != front:
            return False
        return words[-1].startswith(last) if self.open else words[-1] == last


@dataclass(frozen=True)
class Marks:
    """What is to be marked: every word with one of these folded forms, and the phrases."""

    forms: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the start and the end of every stretch to mark, in order and apart."""
        if not self.forms and not self.phrases:
            return ()
        found = [one for one in WORD.finditer(text) if compared(one[0]).form]
        words = [compared(one[0]).form for one in found]
        spans = [one.span() for one, word in zip(found, words, strict=True) if word in self.forms]
        for phrase in self.phrases:
            size = len(phrase.forms)
            starts = (at for at in range(len(words) - size + 1) if phrase.fits(words[at : at + size]))
            spans += [(found[at].start(), found[at + size - 1].end()) for at in starts]
        return _apart(spans)


def excerpt(text: str, spans: Sequence[Span], length: int) -> tuple[str, tuple[Span, ...]]:
    """Return at most so many characters around the first span, with dots where it was cut, and its spans."""
    if len(text) <= length:
        return text, tuple(spans)
    first = spans[0] if spans else (0, 0)
    room = length - 2
    start = max(min(first[0] - round(room * BEFORE), len(text) - room), 0)
    start = _after_space(text, start, first[0]) if start else 0
    end = _before_space(text, start + room, first[1])
    front = "…" if start else ""
    shift = len(front) - start
    inside = ((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    return f"{front}{text[start:end]}{'…' if end < len(text) else ''}", tuple(inside)


def _after_space(text: str, at: int, before: int) -> int:
    """Return where the next word begins, when that is before a place; else the place itself."""
    found = text.find(" ", at, before)
    return found + 1 if found >= 0 else at


def _before_space(text: str, at: int, after: int) -> int:
    """Return where the last word ends, when that is after a place; else the place itself."""
    if at >= len(text):
        return len(text)
    found = text.rfind(" ", after, at + 1)
    return found if found > 0 else at


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
