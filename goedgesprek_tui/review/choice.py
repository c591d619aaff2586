"""What is chosen before a report goes out: what is left out, in which order, and her own words."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Self, TypeVar

from goedgesprek_tui.models import Record

Key = TypeVar("Key", bound=str)


class Part(StrEnum):
    """The parts of a report besides its themes, in their order; the value is the heading."""

    INTRO = "Wat viel op"
    UNLABELLED = "Zonder thema"
    GOOD = "Wat goed gaat"
    CHANGES = "Sinds de vorige terugblik"
    WISHES = "Wensen"
    QUESTIONS = "Vragen die nog openstaan"
    ANSWERED = "Vragen met een antwoord"
    EXPECTATIONS = "Verwachtingen over en weer"
    TIPS = "Tips van ouder aan ouder"
    PROBLEMS = "Problemen en oplossingen"
    EXPERIMENTS = "Proeven"
    NOT_SPOKEN = "Wie spraken we niet"
    EVALUATION = "Wat ouders van het gesprek vonden"
    PASSED_ON = "Wat geven we door"
    AGREEMENTS = "Afspraken"
    LEFT_OVER = "Wat blijft liggen"
    CLOSING = "Tot slot"


class Choice(Record):
    """What was chosen for one report; with nothing chosen everything is in it, themes as they are ranked.

    Topics and notes are ids. Those in `order` come in that order before the others. The last three are texts
    of the ambassador, a point on each line.
    """

    topics_out: tuple[str, ...] = ()
    notes_out: tuple[str, ...] = ()
    parts_out: tuple[Part, ...] = ()
    order: tuple[str, ...] = ()
    intro: str = ""
    passed_on: str = ""
    not_spoken: str = ""

    def with_topic(self, id: str) -> Self:
        """Leave a topic out, or take it in again."""
        return self.model_copy(update={"topics_out": _toggled(self.topics_out, id)})

    def with_note(self, id: str) -> Self:
        """Leave a note out, or take it in again."""
        return self.model_copy(update={"notes_out": _toggled(self.notes_out, id)})

    def with_part(self, part: Part) -> Self:
        """Leave a part out, or take it in again."""
        return self.model_copy(update={"parts_out": _toggled(self.parts_out, part)})

    def swapped(self, one: str, other: str, ids: Sequence[str]) -> Self:
        """Put two topics in each other's place among all those that are shown in this order."""
        places = {one: other, other: one}
        return self.model_copy(update={"order": tuple(places.get(id, id) for id in ids)})

    def with_all(self) -> Self:
        """Take everything in again, as ranked; the texts stay."""
        return self.model_copy(update={"topics_out": (), "notes_out": (), "parts_out": (), "order": ()})

    def place(self, id: str) -> int:
        """Return the place of a topic in the chosen order; those that are not in it come after the others."""
        return self.order.index(id) if id in self.order else len(self.order)

    @property
    def leaves_out(self) -> bool:
        """Whether something is not in the report because she chose so."""
        return bool(self.topics_out or self.notes_out or self.parts_out)


def _toggled(keys: tuple[Key, ...], key: Key) -> tuple[Key, ...]:
    return tuple(k for k in keys if k != key) if key in keys else (*keys, key)
