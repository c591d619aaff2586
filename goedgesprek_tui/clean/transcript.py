"""A talk that was written out: which question came after which words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.text import one_line

LABEL = re.compile(
    r"[-*+>\s]*(?:[*_]{1,3})?\s*(?P<who>ouder(?:\d{1,3}|\s[^:]{1,30})?|vraag(?:\s?\d{1,4})?|onderwerp)\s*"
    r"(?:[*_]{1,3})?\s*:\s*(?:[*_]{1,3}(?=\s|$))?(?P<text>.*)",
    re.IGNORECASE,
)
IGNORED = re.compile(r"\s*(?:#.*|[-*_]{3,}\s*)?")
HOW = "Begin wat een ouder zegt met Ouder: en elke vraag met Vraag:"


class Who(Enum):
    """Whose a turn is: what a parent says, a question, or the topic that was agreed on."""

    PARENT = "ouder"
    QUESTION = "vraag"
    TOPIC = "onderwerp"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, with what parents said before it (oldest first) and the topic that was agreed on."""

    question: str
    said: tuple[str, ...]
    topic: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """The questions of a talk, in order. Of a talk with several parents, all their words count as said."""

    questions: tuple[Asked, ...]


@dataclass(slots=True)
class _Turn:
    who: Who
    line: int
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.parts).split())


def parse_transcript(text: str) -> Transcript:
    """Return the questions of a written talk; raise UserError with what is wrong, where, and what to do.

    A line begins with `Ouder:` (also `Ouder 2:`), `Vraag:` or `Onderwerp:`; one without goes on with the line
    before it. Empty lines and headings with # do not count.
    """
    questions: list[Asked] = []
    said: list[str] = []
    topic = ""
    for turn in _turns(unicodedata.normalize("NFC", text.replace("\ufeff", ""))):
        match turn.who:
            case Who.PARENT:
                said += [turn.text] if turn.text else []
            case Who.TOPIC:
                topic = turn.text
            case Who.QUESTION:
                if not turn.text:
                    raise UserError(f"Op regel {turn.line} staat achter Vraag: niets; schrijf daar de vraag.")
                questions.append(Asked(turn.text, tuple(said), topic))
    if not questions:
        what = "Er staat geen vraag in deze tekst" if text.strip("\ufeff \t\r\n") else "De tekst is leeg"
        raise UserError(f"{what}. {HOW}")
    return Transcript(tuple(questions))


def _turns(text: str) -> Iterator[_Turn]:
    turn: _Turn | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if IGNORED.fullmatch(line):
            continue
        if label := LABEL.fullmatch(line):
            if turn:
                yield turn
            turn = _Turn(_who(label["who"]), number)
        elif not turn:
            raise UserError(f"Regel {number} hoort bij niemand. {HOW}")
        turn.parts.append(one_line(label["text"] if label else line))
    if turn:
        yield turn


def _who(label: str) -> Who:
    return next(who for who in Who if label.lower().startswith(who.value))
