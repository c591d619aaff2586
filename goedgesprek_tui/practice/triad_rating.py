"""How clean the questions of a round probably were, judged by what was written down before each."""

from dataclasses import dataclass

from goedgesprek_tui.clean.rating.levels import Rating
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.practice.triad import Round


@dataclass(frozen=True, slots=True)
class Rated:
    """A question of a round with its rating."""

    question: str
    rating: Rating


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
