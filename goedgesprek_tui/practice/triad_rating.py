"""How clean the questions of a round probably were, judged by what was written down before each."""

import re
from dataclasses import dataclass

from goedgesprek_tui.clean.rating.levels import Rating
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.practice.triad import Round

PARENT = re.compile(r"\b([Dd]e) ouder\b(?=[^']*(?:'[^']*'[^']*)*\Z)")
"""The one who speaks, in the words of the rating; not between the quotation marks of what was typed."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A question of a round with its rating."""

    question: str
    rating: Rating


def of_speaker(reason: str) -> str:
    """Return a reason as it is said in a triad, where it is no parent who speaks."""
    return PARENT.sub(r"\1 verteller", reason)


def rated(held: Round) -> tuple[Rated, ...]:
    """Return the questions of a round in order, each rated by the answers before it and the topic."""
    said: list[str] = []
    found = []
    for line in held.said:
        if line.is_question:
            found.append(Rated(line.text, rate(said, line.text, held.topic)))
        else:
            said.append(line.text)
    return tuple(found)
