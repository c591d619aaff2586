"""A conflict as people read it: what it is about, and both versions field by field."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.exchange.conflict import Conflict
from goedgesprek_tui.models import Problem, Tally

LABELS = {
    "text": "de zin",
    "masked": "de zin zonder namen",
    "gist": "de kern",
    "kind": "de soort",
    "topics": "het thema",
    "heading": "het kopje",
    "consent": "de toestemming",
    "who": "wie het doet",
    "due": "de dag om terug te kijken",
    "sign": "waaraan je het merkt",
    "outcome": "de uitkomst",
    "expected_of": "van wie het verwacht wordt",
    "positive": "of het bij „wat goed gaat” hoort",
    "sounds": "hoe het klinkt",
    "phase": "de fase",
    "question": "de vraag",
    "ambassador": "de ambassadeur",
    "place_kind": "de soort plek",
    "place": "de plek",
    "area": "de wijk of gemeente",
    "group": "de groep",
    "parents": "het aantal ouders",
    "first_time": "wie er voor het eerst was",
    "left_over": "wat bleef liggen",
    "reflection": "de eigen terugblik",
    "problem": "de probleemzin",
    "tallies": "een antwoord in de evaluatie",
}
OF_SESSION = {"consent": "wat is afgesproken: letterlijk of alleen de kern"}
EMPTY = "(leeg)"


class Difference(NamedTuple):
    """What one field is called, and what stands in it here and there."""

    label: str
    ours: str
    theirs: str


def about(conflict: Conflict) -> str:
    """Return what a conflict is about: a note by its number, or the conversation."""
    return f"notitie {conflict.note.number}" if conflict.note else "het gesprek"


def differences(conflict: Conflict, name_of: Callable[[str], str]) -> list[Difference]:
    """Return both versions of each field that differs; `name_of` gives the name of a topic."""
    own = {topic.id: topic.name for topic in conflict.topics}

    def named(id_: str) -> str:
        return own.get(id_) or name_of(id_)

    labels = LABELS if conflict.note else LABELS | OF_SESSION
    return [
        Difference(labels[name], _said(mine, named), _said(conflict.theirs[name], named))
        for name, mine in conflict.ours.items()
    ]


def _said(value: Any, name_of: Callable[[str], str]) -> str:
    """Return a value as text."""
    match value:
        case None | "" | ():
            return EMPTY
        case bool():
            return "ja" if value else "nee"
        case Enum():
            return str(value.value)
        case date():
            return dutch_date(value)
        case Problem():
            return f"{value.text} ({'ja van iedereen' if value.confirmed else 'nog geen ja'})"
        case Tally():
            counted = [f"{answer} {number}" for answer, number in value.counts]
            answers = ", ".join([*counted, *value.words, *value.remarks])
            return f"{value.question} {answers or EMPTY}"
        case tuple():
            return ", ".join(map(name_of, value))
        case _:
            return str(value)
