"""Preparing a triad: how the people are called, how many rounds, and how long it all takes."""

from collections.abc import Sequence
from datetime import datetime

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exercises.observation import ObservationForm
from goedgesprek_tui.practice.triad import LONGEST, MOST_ROUNDS, Round, Triad
from goedgesprek_tui.text import fold, one_line

LETTERS = "ABCD"
BEFORE_AND_AFTER = 4
"""About how many minutes the questions before and after the rounds take for each of them."""
TWICE = "Er heten er twee {}. Zet achter een van beide een letter, dan weten jullie wie wie is."


def begun(
    form: ObservationForm, started: datetime, names: Sequence[str], rounds: str, minutes: str, after: str
) -> Triad:
    """Return a triad as it begins, of what was typed; raise UserError for what it cannot begin with."""
    return Triad(
        started=started,
        people=people(names),
        form=form,
        minutes=number(minutes, LONGEST, "minuten per ronde"),
        after=number(after, LONGEST, "minuten napraten"),
        rounds=(Round(),) * number(rounds, MOST_ROUNDS, "rondes"),
    )


def people(names: Sequence[str]) -> tuple[str, ...]:
    """Return how the people are called: a letter for who gave no name; raise UserError for two alike."""
    typed = [one_line(name).strip() for name in names]
    called = tuple(name or letter for name, letter in zip(typed, LETTERS, strict=False))
    seen: set[str] = set()
    for name in called:
        if fold(name) in seen:
            raise UserError(TWICE.format(name))
        seen.add(fold(name))
    return called


def number(typed: str, most: int, of: str) -> int:
    """Return the number that was typed, from 1 up to the most; raise UserError for anything else."""
    text = typed.strip()
    if text.isascii() and text.isdecimal() and len(text) < 4 and 0 < int(text) <= most:
        return int(text)
    raise UserError(f"Bij {of} kan „{one_line(text)[:20]}” niet; typ een getal van 1 tot {most}.")


def whole(triad: Triad) -> str:
    """Return in words how long it takes altogether, and what is to be known of the number of rounds."""
    total = len(triad.rounds) * (triad.minutes + triad.after) + BEFORE_AND_AFTER * len(triad.people)
    said = f"Samen ongeveer {total} minuten."
    if len(triad.rounds) < len(triad.people):
        return f"{said} Met minder dan {len(triad.people)} rondes heeft niet iedereen elke rol gehad."
    return said
