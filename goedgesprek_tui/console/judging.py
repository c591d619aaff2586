"""`goedgesprek beoordeel`: how clean the questions of a written talk are, and why."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from goedgesprek_tui.clean.rating.levels import Level, Rating
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.clean.transcript import parse_transcript
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.faults import MAX_SIZE, ScriptError, decode
from goedgesprek_tui.folders import path_of
from goedgesprek_tui.text import count, one_line

STANDARD_INPUT = "-"
MAX_FLAGS = 2
UNCERTAIN = "Dit is een schatting uit de woorden alleen; jij hoorde hoe het klonk, en mag het anders zien."

Judged = tuple[str, Rating]
"""A question with its rating."""


def judged(name: str) -> list[Judged]:
    """Return the questions of the talk in a file, or on standard input for `-`, each with its rating.

    Raise UserError when the text cannot be read or understood.
    """
    where = "de invoer" if name == STANDARD_INPUT else one_line(name)
    try:
        text = _typed() if name == STANDARD_INPUT else decode(_read(path_of(name), where))
        transcript = parse_transcript(text)
    except ScriptError as error:
        raise UserError(f"{where}, {error.faults[0]}") from error
    return [(asked.question, rate(asked.said, asked.question, asked.topic)) for asked in transcript.questions]


def as_json(found: Sequence[Judged]) -> str:
    """Return the questions as a JSON list, with English keys that do not change."""
    rows = [
        {
            "n": n,
            "question": question,
            "level": rating.level.value,
            "reasons": [
                {"code": reason.code, "text": reason.text, "span": reason.span} for reason in rating.reasons
            ],
        }
        for n, (question, rating) in enumerate(found, start=1)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_text(found: Sequence[Judged]) -> str:
    """Return the same for a reader: of each question first what is clean, then at most two flags."""
    lines = [line for n, one in enumerate(found, start=1) for line in (*_about(n, *one), "")]
    return "\n".join([*lines, _totals(found), UNCERTAIN])


def _about(n: int, question: str, rating: Rating) -> Iterator[str]:
    yield f"{n}. {question}"
    yield f"   waarschijnlijk {rating.level.label}"
    yield from (f"   schoon: {reason.text}" for reason in rating.praise)
    yield from (f"   let op: {reason.text}" for reason in rating.flags[:MAX_FLAGS])


def _totals(found: Sequence[Judged]) -> str:
    numbers = Counter(rating.level for _, rating in found)
    each = ", ".join(f"{numbers[level]} {level.label}" for level in Level if numbers[level])
    return f"{count(len(found), 'vraag', 'vragen').capitalize()}: {each}."


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


def _typed() -> str:
    """Return what comes in on standard input, where a byte that is no UTF-8 shows as half a character."""
    text = sys.stdin.read(MAX_SIZE + 1)
    return decode(text.encode("utf-8", "surrogateescape"))
