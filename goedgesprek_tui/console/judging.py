"""`goedgesprek beoordeel`: how clean the questions of a written talk are, and why."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from goedgesprek_tui.clean.rating.levels import MEANINGS, Level
from goedgesprek_tui.console.streams import complain
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.faults import MAX_SIZE, ScriptError, decode
from goedgesprek_tui.folders import path_of
from goedgesprek_tui.practice.judged import MAX_FLAGS, UNCERTAIN, Judged, judge
from goedgesprek_tui.practice.judged_file import read_talk
from goedgesprek_tui.reference import CleanQuestion
from goedgesprek_tui.text import count, one_line, shortened

STANDARD_INPUT = "-"
MAX_SAID = 100


def judged(name: str, forms: Sequence[CleanQuestion] = ()) -> list[Judged]:
    """Return the questions of the talk in a file, or on standard input for `-`, each with its rating.

    Cleaner ones are made of the `forms`. Say on standard error what in the text may be meant otherwise. Raise
    UserError when it cannot be read or understood.
    """
    where = "de invoer" if name == STANDARD_INPUT else one_line(name)
    text = _text(_typed(), where) if name == STANDARD_INPUT else written(path_of(name), where)
    transcript = read_talk(text).transcript
    for notice in transcript.notices:
        complain(f"{where}: {notice}")
    return list(judge(transcript.questions, forms))


def written(path: Path, name: str) -> str:
    """Return the text of a file with a talk; raise UserError when it cannot be read.

    `name` is what the file is called in that sentence.
    """
    return _text(_read(path, name), name)


def as_json(found: Sequence[Judged]) -> str:
    """Return the questions as a JSON list, with English keys that do not change."""
    rows = [
        {
            "n": n,
            "question": one.asked.question,
            "level": one.rating.level.value,
            "reasons": [
                {"code": reason.code, "text": reason.text, "span": reason.span}
                for reason in one.rating.reasons
            ],
        }
        for n, one in enumerate(found, start=1)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_text(found: Sequence[Judged]) -> str:
    """Return the same for a reader: of each question what is clean, at most two flags, and a cleaner one."""
    lines = [line for n, one in enumerate(found, start=1) for line in (*_about(n, one), "")]
    return "\n".join([*lines, _totals(found), *_meanings(found), UNCERTAIN])


def _about(n: int, one: Judged) -> Iterator[str]:
    """Return the lines on a question."""
    rating, number = one.rating, f"{n}. "
    if one.asked.said:
        yield f"{number}Ouder: {shortened(one.asked.said[-1], MAX_SAID)}"
        number = " " * len(number)
    yield f"{number}Vraag: {one.asked.question}"
    yield f"   waarschijnlijk {rating.level.label}"
    yield from (f"   schoon: {reason.text}" for reason in rating.praise)
    yield from (f"   let op: {reason.text}" for reason in rating.flags[:MAX_FLAGS])
    if more := len(rating.flags[MAX_FLAGS:]):
        yield f"   en nog {count(more, 'punt', 'punten')}; met --json zie je alles"
    if one.cleaner:
        yield f"   schoner: {one.cleaner}"


def _totals(found: Sequence[Judged]) -> str:
    numbers = Counter(one.rating.level for one in found)
    each = ", ".join(f"{numbers[level]} {level.label}" for level in Level if numbers[level])
    return f"{count(len(found), 'vraag', 'vragen').capitalize()}: {each}."


def _meanings(found: Sequence[Judged]) -> Iterator[str]:
    """Return what the levels mean that were given, a line each."""
    given = {one.rating.level for one in found}
    yield from (f"  {level.label}: {MEANINGS[level]}" for level in Level if level in given)


def _read(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_SIZE + 1)
    except IsADirectoryError as error:
        raise UserError(f"{name} is een map; noem een bestand met een uitgeschreven gesprek.") from error
    except FileNotFoundError as error:
        raise UserError(f"{name} bestaat niet; kijk of de naam klopt.") from error
    except (OSError, ValueError) as error:
        raise UserError(f"{name} is niet te openen; kijk of je het mag lezen.") from error


def _typed() -> bytes:
    """Return what comes in on standard input, where a byte that is no UTF-8 shows as half a character."""
    return sys.stdin.read(MAX_SIZE + 1).encode("utf-8", "surrogateescape")


def _text(data: bytes, name: str) -> str:
    try:
        return decode(data)
    except ScriptError as error:
        raise UserError(f"{name}, {error.faults[0]}") from error
