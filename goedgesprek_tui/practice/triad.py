"""A triad: who has which role in which round, where the three are, the clock, and what was written down.

Every act gives a new triad. Time comes in as seconds that went by; nothing here looks at a clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from math import ceil, floor
from typing import Any, NamedTuple, Self

from pydantic import Field, model_validator

from goedgesprek_tui.exercises.observation import ObservationForm
from goedgesprek_tui.models import Record
from goedgesprek_tui.text import one_line

FEWEST, MOST = 3, 4
"""A fourth one is a second observer."""
MOST_ROUNDS = 20
LONGEST = 60
CLOSING_QUOTES = "\"'”’») "


class Stage(StrEnum):
    """The parts of a triad, in order; those from `klaarzetten` to `vrager` come back in every round."""

    WELCOME = "welkom"
    SETUP = "vooraf"
    READY = "klaarzetten"
    ROUND = "ronde"
    READ_BACK = "teruglezen"
    FEEDBACK = "feedback"
    SPEAKER = "verteller"
    QUESTIONER = "vrager"
    CLOSING = "afsluiten"
    END = "einde"


AFTER = (Stage.READ_BACK, Stage.FEEDBACK, Stage.SPEAKER, Stage.QUESTIONER)
"""The talk after a round; they share one clock."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a triad is: which part, in which round, and whose turn it is there."""

    stage: Stage
    round: int = 0
    person: int = 0

    @property
    def key(self) -> str:
        """Under what the texts of this step are kept."""
        return f"{self.stage}-{self.round + 1}-{self.person + 1}"


class Roles(NamedTuple):
    """Who has which role in a round, by place among the people."""

    speaker: int
    questioner: int
    observers: tuple[int, ...]


class Said(Record):
    """A line that an observer wrote down in a round: a question that was asked, or what came after it."""

    text: str
    is_question: bool


class Round(Record):
    """A round: what it was about, what was written down, and how many seconds it took.

    `verbatim` says that the speaker lets the words be written down as they are said; `draft` is the line
    being typed. `talk_seconds` is the time of the talk after it.
    """

    topic: str = ""
    verbatim: bool = False
    said: tuple[Said, ...] = ()
    draft: str = ""
    seconds: float = Field(default=0, ge=0, allow_inf_nan=False)
    talk_seconds: float = Field(default=0, ge=0, allow_inf_nan=False)


class Triad(Record):
    """Three people, or four, who practise in rounds; each has every role once the rounds are as many as they.

    `minutes` is planned for a round, `after` for the talk about it. `at` is which of the `steps` they are at;
    `texts` is what was filled in, by the key of its step and that of the line.
    """

    started: datetime
    people: tuple[str, ...] = Field(min_length=FEWEST, max_length=MOST)
    form: ObservationForm
    minutes: int = Field(ge=1, le=LONGEST)
    after: int = Field(ge=1, le=LONGEST)
    rounds: tuple[Round, ...] = Field(min_length=1, max_length=MOST_ROUNDS)
    at: int = Field(default=0, ge=0)
    paused: bool = False
    texts: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.at >= len(self.steps):
            raise ValueError("no such step")
        return self

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(self._each_step())

    @property
    def step(self) -> Step:
        """Where they are."""
        return self.steps[self.at]

    @property
    def round(self) -> Round:
        """The round they are in; of a step in none, the first one."""
        return self.rounds[self.step.round]

    def roles(self, number: int) -> Roles:
        """Return who has which role in a round, counted from 0: each moves on a place every round."""
        total = len(self.people)
        speaker, questioner, *observers = ((number + at) % total for at in range(total))
        return Roles(speaker, questioner, tuple(observers))

    # --- going through it ---------------------------------------------------------------------

    def go(self, by: int) -> "Triad":
        """Go some steps on, or back; at either end, stay. Another clock begins to run at once."""
        at = min(max(self.at + by, 0), len(self.steps) - 1)
        after = self.model_copy(update={"at": at})
        same_clock = after._clock == self._clock
        return after.model_copy(update={"paused": self.paused and same_clock})

    @property
    def is_timed(self) -> bool:
        """Whether a clock runs in this step."""
        return bool(self._clock)

    @property
    def left(self) -> float:
        """How many minutes there are left for this step; below 0 when it takes longer than planned."""
        if self.step.stage is Stage.ROUND:
            return self.minutes - self.round.seconds / 60
        return self.after - self.round.talk_seconds / 60

    def ticked(self, seconds: float) -> "Triad":
        """Let so many seconds go by, where a clock runs."""
        if not self._clock or self.paused or seconds <= 0:
            return self
        name = self._clock[0]
        return self.in_round(**{name: getattr(self.round, name) + seconds})

    @property
    def _clock(self) -> tuple[str, int] | None:
        """Which seconds of which round go by in this step."""
        stage = self.step.stage
        if stage is Stage.ROUND:
            return "seconds", self.step.round
        return ("talk_seconds", self.step.round) if stage in AFTER else None

    # --- what is written down -----------------------------------------------------------------

    def in_round(self, **changes: Any) -> "Triad":
        """Change fields of the round they are in."""
        at = self.step.round
        now = self.rounds[at].model_copy(update=changes)
        return self.model_copy(update={"rounds": (*self.rounds[:at], now, *self.rounds[at + 1 :])})

    def text(self, key: str, step: Step | None = None) -> str:
        """Return what was filled in on a line of a step, of this one unless another is given."""
        return self.texts.get(f"{(step or self.step).key}/{key}", "")

    def filled_in(self, key: str, text: str) -> "Triad":
        """Fill in a line of this step."""
        return self.model_copy(update={"texts": {**self.texts, f"{self.step.key}/{key}": text}})

    def heard(self, said: Said, at: int | None = None) -> "Triad":
        """Write a line down in this round, in place of line `at` when that is given."""
        lines = [*self.round.said]
        place = len(lines) if at is None else at
        lines[place : place + 1] = [said]
        return self.in_round(said=tuple(lines))

    def struck(self, at: int) -> "Triad":
        """Take a line out of this round."""
        return self.in_round(said=(*self.round.said[:at], *self.round.said[at + 1 :]))

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was written down yet."""
        rounds = any(one.topic or one.said or one.draft for one in self.rounds)
        return not rounds and not any(self.texts.values())

    def _each_step(self) -> Iterator[Step]:
        people = range(len(self.people))
        yield Step(Stage.WELCOME)
        yield from (Step(Stage.SETUP, person=person) for person in people)
        for number in range(len(self.rounds)):
            roles = self.roles(number)
            yield from (Step(stage, number) for stage in (Stage.READY, Stage.ROUND, Stage.READ_BACK))
            yield from (Step(Stage.FEEDBACK, number, observer) for observer in roles.observers)
            yield Step(Stage.SPEAKER, number, roles.speaker)
            yield Step(Stage.QUESTIONER, number, roles.questioner)
        yield from (Step(Stage.CLOSING, person=person) for person in people)
        yield Step(Stage.END)


def said(typed: str) -> Said:
    """Return a line as it is written down: what ends on a question mark is a question."""
    text = one_line(typed).strip()
    return Said(text=text, is_question=text.rstrip(CLOSING_QUOTES).endswith("?"))


def time_left(minutes: float) -> str:
    """Return in words how many minutes there are left, or how many it is over time."""
    if minutes > 0:
        return f"nog {ceil(minutes)} min"
    over = floor(-minutes)
    return f"{over} min over tijd" if over else "de tijd is om"
