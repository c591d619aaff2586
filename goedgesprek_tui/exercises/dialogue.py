"""A practice dialogue (oefengesprek): a simulated parent with her own way to what she wants.

The way is fixed on purpose: only clean questions go along it, so that a trainee hears what each one does.
"""

from collections.abc import Mapping
from enum import StrEnum

from goedgesprek_tui.models import ProKind, Record


class Reply(StrEnum):
    """What a parent reacts to when no rule of the step applies; the values are the words in the files."""

    STRONG = "sterk_sturend"
    MILD = "licht_sturend"
    REPEAT = "herhaling"
    FOREIGN = "vreemd_woord"
    NO_MATCH = "geen_match"
    TWO = "twee_vragen"
    TOLD = "al_verteld"
    GREETED = "groet"
    UNHEARD = "niet_verstaan"
    SILENT = "stil"
    CLOSED = "dicht"
    OPEN = "open"
    LEAVES = "gaat_weg"


class Rule(Record):
    """Which step comes next after one of these clean questions on one of these words; no words is any."""

    questions: tuple[str, ...]
    words: tuple[str, ...]
    to: str


class Step(Record):
    """One step on the parent's way: what she says, the words that are then on the table, where it can go.

    `replies` come before those of the dialogue; `insight` is what the parent found out, at the end only.
    """

    id: str
    says: str
    pro: ProKind
    offers: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    replies: Mapping[Reply, tuple[str, ...]] = {}
    insight: str = ""


class Dialogue(Record):
    """A simulated parent: who she is, the agreed topic, how hard she is (1 to 3), and her way.

    `situation` is for the trainee; `replies` holds for each kind at least one, used in turn.
    """

    id: str
    name: str
    parent: str
    topic: str
    level: int
    situation: str
    intro: str
    begin: str
    steps: Mapping[str, Step]
    replies: Mapping[Reply, tuple[str, ...]]
