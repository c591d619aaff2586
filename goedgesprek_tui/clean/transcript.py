"""A talk that was written out: which question came after which words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.text import one_line

CLOCK = r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?"
FRONT = rf"[-*+>\s]*(?:\d{{1,3}}[.)]\s+)?(?:{CLOCK}[\s|–—-]+)?(?:[*_]{{1,3}})?\s*"
END = r"\s*(?:[*_]{1,3})?\s*:\s*(?:[*_]{1,3}(?=\s|$))?"
LABEL = re.compile(
    rf"{FRONT}(?P<who>ouder(?:\d{{1,3}}|\s*{CLOCK}|\s[^:]{{1,30}})?"
    rf"|vraag(?:\s?\d{{1,4}}|\s*{CLOCK}|\s(?:aan|voor)\s[^:]{{1,30}}|\s*\([^:]{{1,30}}\))?"
    rf"|onderwerp){END}(?P<text>.*)",
    re.IGNORECASE,
)
NAME = r"[A-ZÀ-Ý][\w'’.-]{0,29}"
OTHER = re.compile(
    rf"{FRONT}(?P<label>{NAME}(?:\s(?:\d{{1,3}}|{NAME}|\([^):]{{1,30}}\)|van|de|der|den)){{0,3}}){END}(?:\s.*)?"
)
"""A line that begins as if another speaker has the word: `Moeder: …`."""
IGNORED = re.compile(r"\s*(?:#.*|[-*_]{3,}\s*)?")
HOW = "Begin wat een ouder zegt met Ouder: en elke vraag met Vraag:"


class TranscriptError(UserError):
    """Says that a written talk cannot be read; `line` is where that shows, 0 when it is everywhere."""

    def __init__(self, said: str, line: int = 0) -> None:
        """Say what is wrong and what to do, at this line."""
        super().__init__(said)
        self.line = line


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
class Turn:
    """What was said in one go: by whom, the label before it (`Ouder 2`), the words, and from which line."""

    who: Who
    label: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """The questions of a talk, in order, and what the reader of it may have meant otherwise.

    Of a talk with several parents, all their words count as said. `turns` is the whole talk, turns without
    words left out; the questions among them are those of `questions`.
    """

    questions: tuple[Asked, ...]
    notices: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(slots=True)
class _Turn:
    who: Who
    label: str
    line: int
    parts: list[str] = field(default_factory=list)
    others: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.parts).split())


def parse_transcript(text: str) -> Transcript:
    """Return the questions of a written talk; raise TranscriptError with what is wrong and what to do.

    A line begins with `Ouder:` (also `Ouder 2:`), `Vraag:` or `Onderwerp:`; one without goes on with the line
    before it, with a notice when it looks like a speaker's. Empty lines and headings with # do not count,
    nor does a question without words, with a notice.
    """
    questions: list[Asked] = []
    said: list[str] = []
    topic = ""
    empty = 0
    turns = list(_turns(unicodedata.normalize("NFC", text.replace("\ufeff", ""))))
    notices = list(_unknown(turns))
    for turn in turns:
        match turn.who:
            case Who.PARENT:
                said += [turn.text] if turn.text else []
            case Who.TOPIC:
                topic = turn.text
            case Who.QUESTION:
                if turn.text:
                    questions.append(Asked(turn.text, tuple(said), topic))
                else:
                    empty = empty or turn.line
                    notices.append(f"Op regel {turn.line} staat achter Vraag: niets; die telt niet mee.")
    if not questions:
        if empty:
            raise TranscriptError(
                f"Op regel {empty} staat achter Vraag: niets; schrijf daar de vraag.", empty
            )
        what = "Er staat geen vraag in deze tekst" if text.strip("\ufeff \t\r\n") else "De tekst is leeg"
        raise TranscriptError(f"{what}. {HOW}")
    whole = tuple(Turn(turn.who, turn.label, turn.text, turn.line) for turn in turns if turn.text)
    return Transcript(tuple(questions), tuple(notices), whole)


def _turns(text: str) -> Iterator[_Turn]:
    turn: _Turn | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if IGNORED.fullmatch(line):
            continue
        if label := LABEL.fullmatch(line):
            if turn:
                yield turn
            turn = _Turn(_who(label["who"]), " ".join(one_line(label["who"]).split()), number)
        elif not turn:
            raise TranscriptError(f"Regel {number} hoort bij niemand. {HOW}", number)
        elif (other := OTHER.fullmatch(line)) and other["label"].lower() not in word_list("rating_free"):
            turn.others.append((number, one_line(other["label"])))
        turn.parts.append(one_line(label["text"] if label else line))
    if turn:
        yield turn


def _unknown(turns: Sequence[_Turn]) -> Iterator[str]:
    """Return a notice for each label that no turn begins with, and that looks like a speaker's."""
    lines: dict[str, list[int]] = {}
    for turn in turns:
        for number, label in turn.others:
            lines.setdefault(label, []).append(number)
    for label, (first, *more) in lines.items():
        often = f" (en nog {len(more)} keer)" if more else ""
        yield (
            f"Regel {first} begint met '{label}:'{often} en hoort nu bij de regel ervoor; "
            "is dat iemand anders, begin dan met Ouder: of Vraag:."
        )


def _who(label: str) -> Who:
    return next(who for who in Who if label.lower().startswith(who.value))
