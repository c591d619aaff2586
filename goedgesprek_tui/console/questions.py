"""The clean questions on a statement, for the command line."""

import json
from collections.abc import Iterator, Sequence

from goedgesprek_tui.asking import FollowUp, all_on, harm_warning, pro_said
from goedgesprek_tui.clean.pro import pro_of
from goedgesprek_tui.clean.words import candidates, harm_in
from goedgesprek_tui.reference import CleanQuestion
from goedgesprek_tui.text import one_line


def as_json(statement: str, words: str, questions: Sequence[CleanQuestion]) -> str:
    """Return what can be asked on a statement: its kind, words to ask on, and the filled questions."""
    found, made = _asked_on(one_line(statement), one_line(words), questions)
    said = [{"id": one.id, "text": one.text} for one in made]
    answer = {"pro": pro_of(statement).kind, "words": list(found), "questions": said}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_text(statement: str, words: str, questions: Sequence[CleanQuestion]) -> Iterator[str]:
    """Return the same for a reader; on words of danger there is a card in place of questions."""
    statement, words = one_line(statement), one_line(words)
    harm = harm_in(statement)
    if harm and not words:
        yield harm_warning(harm, "de kaart „Iemand vertelt iets onveiligs” in het programma")
        return
    found, made = _asked_on(statement, words, questions)
    names = {question.id: question.name for question in questions}
    yield f"Klinkt als {pro_said(pro_of(statement))}."
    if not words:
        yield f"Woorden om op door te vragen: {' · '.join(found) or 'geen gevonden; kies zelf met --woorden'}"
    width = max((len(names[one.id]) for one in made), default=0)
    yield from (f"  {names[one.id]:{width}}  {one.text}" for one in made)
    if not made and (words or found):
        yield "Op deze woorden past geen van de vragen. Kies andere met --woorden."


def _asked_on(
    statement: str, words: str, questions: Sequence[CleanQuestion]
) -> tuple[tuple[str, ...], tuple[FollowUp, ...]]:
    found = candidates(statement)
    wanted = words or (found[0] if found else "")
    return found, all_on(statement, wanted, questions) if wanted else ()
