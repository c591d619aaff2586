"""What a rating consists of: one of five levels, and reasons that point at words."""

from dataclasses import dataclass
from enum import StrEnum

from goedgesprek_tui.clean.rating.meanings import PRAISE


class Level(StrEnum):
    """How clean a question is, cleanest first.

    The five levels of the clean interview rating of Lawley, Linder-Pelz, Nehyba, Tosey and Cairns-Lee.
    """

    CLASSIC = "classically_clean"
    REPEAT = "clean_repeat"
    CONTEXT = "contextually_clean"
    MILD = "mildly_leading"
    STRONG = "strongly_leading"

    @property
    def label(self) -> str:
        """The Dutch name of the level."""
        return LABELS[self]

    @property
    def clean(self) -> bool:
        """Whether a question of this level is clean, in one way or another."""
        return self in (Level.CLASSIC, Level.REPEAT, Level.CONTEXT)


LABELS = {
    Level.CLASSIC: "klassiek schoon",
    Level.REPEAT: "schone herhaling",
    Level.CONTEXT: "schoon in deze context",
    Level.MILD: "licht sturend",
    Level.STRONG: "sterk sturend",
}


MEANINGS = {
    Level.CLASSIC: "een van de twaalf schone vragen, met alleen woorden van de ouder",
    Level.REPEAT: "de woorden van de ouder, zonder iets erbij",
    Level.CONTEXT: "een andere vraag, die niets van jou toevoegt",
    Level.MILD: "er zit iets van jou in, maar de ouder kan nog alle kanten op",
    Level.STRONG: "de ouder hoort al wat jij denkt of vindt",
}
"""What the levels mean, for who reads them for the first time."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question is rated so: a code, a Dutch sentence, and where in the question it shows."""

    code: str
    text: str
    span: tuple[int, int] | None = None

    @property
    def praise(self) -> bool:
        """Whether it says what is clean; if not, it is a flag or a remark."""
        return self.code in PRAISE


@dataclass(frozen=True, slots=True)
class Rating:
    """The level a question probably has, and why: first what is clean, then what leads, weightiest first."""

    level: Level
    reasons: tuple[Reason, ...]

    @property
    def praise(self) -> tuple[Reason, ...]:
        """What is clean about the question."""
        return tuple(reason for reason in self.reasons if reason.praise)

    @property
    def flags(self) -> tuple[Reason, ...]:
        """What leads, or is a matter of style."""
        return tuple(reason for reason in self.reasons if not reason.praise)
