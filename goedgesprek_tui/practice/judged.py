"""The questions of a written talk, each with how clean it probably is and a cleaner one."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from goedgesprek_tui.asking import all_on
from goedgesprek_tui.clean.rating.levels import Rating
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.clean.transcript import Asked
from goedgesprek_tui.reference import CleanQuestion

MAX_FLAGS = 2
"""How many flags are shown of a question before one asks for more."""
UNCERTAIN = "Dit is een schatting uit de woorden alleen; jij hoorde hoe het klonk, en mag het anders zien."


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what was said before it, its rating, and a cleaner one; empty when there is none."""

    asked: Asked
    rating: Rating
    cleaner: str = ""


def judge(questions: Iterable[Asked], forms: Sequence[CleanQuestion] = ()) -> Iterator[Judged]:
    """Give the questions of a talk with their ratings, one by one; the cleaner ones are made of the forms.

    A question that leads on words on which another one led gets another cleaner one, while there is one.
    """
    offered: dict[str, set[str]] = {}
    for asked in questions:
        rating = rate(asked.said, asked.question, asked.topic)
        cleaner = ""
        if asked.said and not rating.level.clean:
            used = offered.setdefault(asked.said[-1], set())
            cleaner = _cleaner(asked.said[-1], forms, used)
            used.add(cleaner)
        yield Judged(asked, rating, cleaner)


def _cleaner(said: str, forms: Sequence[CleanQuestion], used: Set[str]) -> str:
    """Return a clean question on what the parent just said, rather with words of it than without.

    It is another than the `used` ones while there is one, and empty when none can be made.
    """
    made = all_on(said, "", forms)
    best = sorted(made, key=lambda question: (question.text in used, not question.words))
    return best[0].text if best else ""
