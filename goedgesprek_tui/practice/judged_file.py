"""A talk with the levels of its questions as a document, and such a document read back.

In Markdown each turn is a paragraph (`Ouder: …`, `Vraag 3: …`), and what is to be known of a question a list
under it. Who opens such a file sees the same questions again, and what a trainer thought of them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from goedgesprek_tui.clean.rating.levels import LABELS, MEANINGS, Level
from goedgesprek_tui.clean.transcript import LABEL, Transcript, Turn, Who, parse_transcript
from goedgesprek_tui.exports.document import Aside, Block, Bullet, Document, Heading, Paragraph, Table
from goedgesprek_tui.exports.markdown import unescaped
from goedgesprek_tui.practice.judged import UNCERTAIN, Judged
from goedgesprek_tui.practice.overruling import Overrule, Overruling
from goedgesprek_tui.text import fold, one_line

TITLE = "Beoordeeld gesprek"
PROBABLY = "waarschijnlijk "
PROGRAM, TRAINER, WHY = "programma", "trainer", "reden"
ABOUT = re.compile(rf"\s*[-*+]\s+({PROGRAM}|{TRAINER}|{WHY}|schoon|let op|schoner):\s*(.*)", re.IGNORECASE)
MARK = re.compile(r"\s+[*_]{1,3}(?:\s|$)")
BARE = re.compile(r"vraag\s?\d*", re.IGNORECASE)
"""How a question is labelled that gets a number of ours."""


@dataclass(frozen=True)
class Opened:
    """A talk that was read, and the levels that a trainer gave to its questions, by their place."""

    transcript: Transcript
    given: Mapping[int, Overrule] = field(default_factory=dict)


def judged_document(
    turns: Sequence[Turn],
    found: Sequence[Judged],
    given: Mapping[int, Overrule],
    facts: tuple[tuple[str, str], ...] = (),
) -> Document:
    """Return a talk as a document: the totals of each level, and each question with what there is to say."""
    blocks = [*_totals(found, given), Heading(2, "Het gesprek"), *_talk(turns, found, given)]
    return Document(TITLE, facts, tuple(blocks))


def read_talk(text: str) -> Opened:
    """Return a written talk; one that was saved with its levels comes back as it was.

    Raise TranscriptError when it cannot be read, with the line.
    """
    lines = [one_line(unescaped(line)) for line in text.splitlines()]
    if not any(map(_is_rated, lines)):
        return Opened(parse_transcript(text))
    turns, notes = _apart(lines)
    transcript = parse_transcript("\n".join(turns))
    given, notices = _given(transcript, notes)
    return Opened(replace(transcript, notices=(*transcript.notices, *notices)), given)


class _Note(NamedTuple):
    """A line under a turn: where that turn begins, where this is, what it is on, and what it says."""

    turn: int
    line: int
    key: str
    said: str


def _apart(lines: Sequence[str]) -> tuple[list[str], list[_Note]]:
    """Return the lines of the talk, others empty, and what stands under its turns.

    What follows under a turn behind such a note is no part of the turn.
    """
    turns, notes = [], []
    turn, talking = 0, False
    for number, line in enumerate(lines, start=1):
        if label := LABEL.fullmatch(line):
            turn, talking = number, True
            line = _kept_whole(line, line.index(":", label.end("who")) + 1)
        elif about := ABOUT.fullmatch(line):
            talking = False
            notes.append(_Note(turn, number, about[1].lower(), about[2].strip()))
        turns.append(line if talking else "")
    return turns, notes


def _kept_whole(line: str, at: int) -> str:
    """Return a line whose words begin with a mark, so that it is not read as the end of a bold label."""
    return f"{line[:at]}**{line[at:]}" if MARK.match(line, at) else line


def _given(transcript: Transcript, notes: Sequence[_Note]) -> tuple[dict[int, Overrule], list[str]]:
    """Return what a trainer gave to each question, and what of that cannot be understood."""
    asked = [turn.line for turn in transcript.turns if turn.who is Who.QUESTION]
    places = {line: at for at, line in enumerate(asked)}
    given: dict[int, Overrule] = {}
    notices = []
    for note in notes:
        at = places.get(note.turn, -1)
        if note.key == TRAINER and at >= 0:
            if level := _level(note.said):
                given[at] = Overrule(level)
            else:
                notices.append(f"Regel {note.line} noemt geen niveau; kies uit {', '.join(LABELS.values())}.")
        elif note.key == WHY and at in given:
            given[at] = given[at]._replace(why=note.said)
    return given, notices


def _level(said: str) -> Level | None:
    wanted = fold(said.removeprefix(PROBABLY))
    return next((level for level, label in LABELS.items() if fold(label) == wanted), None)


def _is_rated(line: str) -> bool:
    about = ABOUT.fullmatch(line)
    return bool(about and about[1].lower() == PROGRAM and _level(about[2].strip()))


def _totals(found: Sequence[Judged], given: Mapping[int, Overrule]) -> Iterator[Block]:
    rated = [one.rating.level for one in found]
    counts = [Counter(rated), Counter(Overruling(given).levels(rated))][: 2 if given else 1]
    rows = [(level.label, MEANINGS[level], *(str(each[level]) for each in counts)) for level in Level]
    yield Table(("niveau", "wat dat is", PROGRAM, TRAINER)[: 2 + len(counts)], tuple(rows))
    yield Aside(UNCERTAIN)


def _talk(
    turns: Sequence[Turn], found: Sequence[Judged], given: Mapping[int, Overrule]
) -> Iterator[Paragraph | Bullet]:
    at = 0
    for turn in turns:
        if turn.who is not Who.QUESTION:
            yield Paragraph(f"{turn.label}: {turn.text}")
            continue
        label = f"Vraag {at + 1}" if BARE.fullmatch(turn.label) else turn.label
        yield Paragraph(f"{label}: {turn.text}")
        yield from (Bullet(f"{key}: {said}") for key, said in _about(found[at], given.get(at)))
        at += 1


def _about(one: Judged, overrule: Overrule | None) -> Iterator[tuple[str, str]]:
    yield PROGRAM, f"{PROBABLY}{one.rating.level.label}"
    if overrule:
        yield TRAINER, overrule.level.label
        if overrule.why:
            yield WHY, overrule.why
    yield from (("schoon", reason.text) for reason in one.rating.praise)
    yield from (("let op", reason.text) for reason in one.rating.flags)
    if one.cleaner:
        yield "schoner", one.cleaner
