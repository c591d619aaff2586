"""The five clean questions for a group of parents, as they stand on a pocket card."""

from collections.abc import Sequence

from goedgesprek_tui.clean.fill import WORDLESS
from goedgesprek_tui.reference import CleanQuestion

FIVE = ("wat_voor", "nog_iets", "wat_dan", "wat_graag", "wat_nodig")
"""In the order in which one learns them: what trainers begin with comes first."""


def the_five(questions: Sequence[CleanQuestion]) -> tuple[CleanQuestion, ...]:
    """Return the five, in the order of the pocket card."""
    known = {question.id: question for question in questions}
    return tuple(known[id] for id in FIVE if id in known)


def pocket_form(question: CleanQuestion) -> str:
    """Return the shortest form of a question, with dots where the parent's words come."""
    return question.forms[0].replace("{X}", WORDLESS).replace("{Y}", WORDLESS)
