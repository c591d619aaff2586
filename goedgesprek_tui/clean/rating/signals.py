"""Signals that a question leads: patterns for its words, with a code that says what is the matter."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from goedgesprek_tui.clean.rating.sentences import Sentence

SIGNS = "?!="


class Signal(NamedTuple):
    """A code with the patterns that give it away, one a line.

    `presumed` completes the sentence of a presupposition; `variant` is a more precise one than the code has.

    A pattern is a regular expression for whole words anywhere in a sentence, in which these stand for more:

    - `^` in front: the beginning of the sentence, but for words like *en*;
    - `?` in front: only in a question to which one says yes or no; `!`: in anything but an open question;
      `=`: in neither of the two, but in what has the form of a statement;
    - a word in capitals: any of the words that the table has by that name;
    - `~`: at most five words; `(a|b)`: one of these;
    - `<a|b>`: one of these, unless it was said just so; `[a|b]`: the same, but said or not;
    - `NEW`: the rest of the sentence, with something in it that was not said;
    - `GUESS`: the same, where a word with which one may ask does count.
    """

    code: str
    patterns: str
    presumed: str = ""
    variant: str = ""


class Hit(NamedTuple):
    """A pattern that matches: where, what was not to be said, what holds something new, and its word."""

    signal: Signal
    place: tuple[int, int]
    unsaid: tuple[int, int] | None = None
    new: tuple[int, int] | None = None
    guess: tuple[int, int] | None = None
    word: tuple[int, int] | None = None


class Kind(NamedTuple):
    """What sort of sentence it is: an open question, one to which one says yes or no, or neither."""

    open: bool
    closed: bool


@dataclass(frozen=True)
class Signals:
    """All signals of a language; `lead` is a pattern for words that may stand in front of any sentence."""

    lead: str
    names: Mapping[str, str]
    table: tuple[Signal, ...]

    def hits(self, sentence: Sentence, kind: Kind) -> Iterator[Hit]:
        """Return what matches in a sentence, in the order of the table."""
        for signal, when, pattern in self._compiled:
            if not _fits(when, kind):
                continue
            if found := pattern.search(sentence.line):
                parts = {name: found.span(name) for name, text in found.groupdict().items() if text}
                yield Hit(signal, found.span(), **parts)

    @cached_property
    def _compiled(self) -> list[tuple[Signal, str, re.Pattern[str]]]:
        return [
            (signal, line[0] if line[0] in SIGNS else "", self._compile(line.lstrip(SIGNS)))
            for signal in self.table
            for line in filter(None, (line.strip() for line in signal.patterns.splitlines()))
        ]

    def _compile(self, line: str) -> re.Pattern[str]:
        line = re.sub(r"\((?!\?)", "(?:", line)
        line = re.sub(r"(?<!\?P)<([^<>]+)>", r"(?P<unsaid>\1)", line)
        line = re.sub(r"\[([^\]]+)\]", r"(?P<word>\1)", line)
        line = line.replace("NEW", r"(?P<new>\S.*)").replace("GUESS", r"(?P<guess>\S.*)")
        line = line.replace(" ~ ", r" (?:\S+ ){0,5}?")
        for name, words in self.names.items():
            any_of = f"(?:{words.replace(' ', '|')})".replace("\\", r"\\")
            line = re.sub(rf"\b{name}\b", any_of, line)
        if line.startswith("^"):
            return re.compile(rf"^(?:{self.lead})*(?:{line[1:]})(?!\S)")
        return re.compile(rf"(?<!\S)(?:{line})(?!\S)")


def _fits(sign: str, kind: Kind) -> bool:
    """Return whether a pattern with this sign in front goes for this sort of sentence."""
    match sign:
        case "?":
            return kind.closed
        case "!":
            return not kind.open
        case "=":
            return not kind.open and not kind.closed
    return True
