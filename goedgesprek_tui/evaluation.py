"""What parents thought of the talk: the questions that are counted, and how a typed answer is understood."""

from goedgesprek_tui.line import pieces, read_counts, read_words
from goedgesprek_tui.models import PhaseRole, Question, Script, Tally
from goedgesprek_tui.text import count, one_line

REMARKS = "Opmerkingen"
"""Stands in the tally that holds remarks on the talk as a whole."""
GENERAL = (
    Question(text="Kon je zeggen wat je wilde zeggen: ja, een beetje of nee?"),
    Question(text="Hoe was dit gesprek voor je, in één woord?"),
)
"""What is asked when the script itself asks nothing that can be counted."""


def evaluation_questions(script: Script) -> tuple[Question, ...]:
    """Return the questions of a script's evaluation that are answered with counts or with one word."""
    found = (
        question
        for phase in script.phases
        if phase.role is PhaseRole.EVALUATION
        for question in phase.questions
        if question.choices or question.wants_one_word
    )
    return tuple(found) or GENERAL


def field_of(question: Question, tally: Tally) -> str:
    """Return a tally as the line that would give it: `7 2 0`, `ja 7, nee 2`, or the words."""
    if not question.choices:
        return ", ".join(tally.words)
    if not tally.counts:
        return next(iter(tally.remarks), "")
    if tuple(choice for choice, _ in tally.counts) == question.choices:
        return " ".join(str(number) for _, number in tally.counts)
    return counts_said(tally)


def answered(question: Question, tally: Tally, typed: str) -> Tally:
    """Return the tally with what was typed in its field in place of what stood there.

    A line that holds no counts is kept as a remark on the question: nothing typed is lost.
    """
    text = one_line(typed).strip()
    if not question.choices:
        return tally.model_copy(update={"words": _words(text)})
    others = tally.remarks if tally.counts else tally.remarks[1:]
    counts = read_counts(text, question.choices)
    remarks = others if counts or not text else (text, *others)
    return tally.model_copy(update={"counts": counts or (), "remarks": remarks})


def understood(question: Question, typed: str) -> str:
    """Return how a line is understood, or what to type while it is empty."""
    text = one_line(typed).strip()
    if not question.choices:
        return count(len(_words(text)), "woord", "woorden") if text else "de woorden, met een komma ertussen"
    counts = read_counts(text, question.choices)
    if counts:
        return counts_said(Tally(question=question.text, counts=counts))
    example = " ".join(("7", "2", *("0" for _ in question.choices)))[: 2 * len(question.choices) - 1]
    if text:
        return f"blijft staan als opmerking; aantallen typ je zo: {example}"
    return f"hoe vaak {', '.join(question.choices[:-1])} en {question.choices[-1]}; typ zo: {example}"


def counts_said(tally: Tally) -> str:
    """Return counts in words: `ja 7, een beetje 2, nee 0`."""
    return ", ".join(f"{choice} {number}" for choice, number in tally.counts)


def _words(text: str) -> tuple[str, ...]:
    return read_words(text) or tuple(pieces(text))
