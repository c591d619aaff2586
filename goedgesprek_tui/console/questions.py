"""The clean questions on a statement, for the command line."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goedgesprek_tui.asking import FollowUp, all_on, instead_of_questions, pro_said
from goedgesprek_tui.clean.pro import Pro, pro_of
from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.sentences import sentences
from goedgesprek_tui.clean.words import candidates
from goedgesprek_tui.reference import CleanQuestion
from goedgesprek_tui.text import one_line


@dataclass(frozen=True)
class Asked:
    """What can be asked on a statement: its kind, words to ask on, the questions, or what to say instead.

    `notice` is about words that do not stand in the statement.
    """

    pro: Pro
    words: tuple[str, ...]
    questions: tuple[FollowUp, ...]
    instead: str
    notice: str


def asked_on(statement: str, words: str, questions: Sequence[CleanQuestion]) -> Asked:
    """Return what can be asked on a statement: on these words, else on the best of it."""
    statement, words = one_line(statement), one_line(words)
    instead = instead_of_questions(statement)
    found = () if instead else candidates(statement)
    wanted = words or (found[0] if found else "")
    made = all_on(statement, wanted, questions) if wanted else ()
    return Asked(pro_of(statement), found, made, instead, _not_said(statement, words))


def as_json(asked: Asked) -> str:
    """Return it as JSON, with English keys that do not change; `instead` stands there when it is needed."""
    said = [{"id": one.id, "text": one.text} for one in asked.questions]
    answer: dict[str, object] = {"pro": asked.pro.kind, "words": list(asked.words), "questions": said}
    answer |= {"instead": asked.instead} if asked.instead else {}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_text(asked: Asked, questions: Sequence[CleanQuestion]) -> str:
    """Return it for a reader."""
    return asked.instead or "\n".join(_lines(asked, questions))


def _lines(asked: Asked, questions: Sequence[CleanQuestion]) -> Iterator[str]:
    names = {question.id: question.name for question in questions}
    yield f"Klinkt als {pro_said(asked.pro)}."
    found = " · ".join(asked.words) or "geen gevonden; kies zelf met --woorden"
    yield f"Woorden om op door te vragen: {found}"
    width = max((len(names[one.id]) for one in asked.questions), default=0)
    yield from (f"  {names[one.id]:{width}}  {one.text}" for one in asked.questions)
    if not asked.questions and asked.words:
        yield "Op deze woorden past geen van de vragen. Kies andere met --woorden."


def _not_said(statement: str, words: str) -> str:
    spoken = Spoken(DUTCH, [statement], "")
    new = [word for sentence in sentences(words) for word in spoken.unsaid(sentence.words)]
    return f"Let op: „{new[0].low}” staat niet in de uitspraak." if new else ""
