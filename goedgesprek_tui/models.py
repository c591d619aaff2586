"""What a conversation is made of: the script it is held on, the notes, and the session that keeps them."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from goedgesprek_tui.text import shortened

CHOICES = re.compile(r":\s*(?P<choices>[^:]+ of [^:]+)\?\s*$")
MAX_TOPICS = 3


class Record(BaseModel):
    """The base of all that is stored: never changed, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NoteKind(StrEnum):
    """What a note is; the values are the words on the screen and in the files."""

    QUOTE = "citaat"
    SIGNAL = "signaal"
    QUESTION = "vraag"
    WISH = "wens"
    EXPECTATION = "verwachting"
    AGREEMENT = "afspraak"
    TIP = "tip"
    EXPERIMENT = "experiment"
    SOLUTION = "oplossing"
    REMARK = "opmerking"


class Consent(StrEnum):
    """What may be used of a note: the words, the paraphrase only, or nothing."""

    VERBATIM = "letterlijk"
    GIST = "kern"
    NO = "nee"


class ProKind(StrEnum):
    """What somebody's words hold: a problem, a remedy, an outcome, or something else.

    After Lawley and Tompkins, "Coaching for P.R.O.'s"; the value is the usual letter.
    """

    P = "P"
    R = "R"
    O = "O"  # noqa: E741
    OTHER = "other"


class PhaseRole(StrEnum):
    """What the program does in a phase; found by words in its title, so that a script needs no code."""

    CONTRACT = "sociaal contract"
    POSITIVE = "positief begin"
    PROBLEM = "probleemzin"
    READ_BACK = "teruglezen"
    EVALUATION = "evaluatie"


class ScriptKind(StrEnum):
    """For which kind of conversation a script is."""

    GROUP = "groepsgesprek"
    ONE = "tweegesprek"
    PRACTICE = "oefening"
    REVIEW = "terugblik"


class Question(Record):
    """One question of a script, with the Clean follow-ups that go under it.

    A follow-up holds `{X}` and `{Y}` where the parent's own words come.
    """

    text: str = Field(min_length=1)
    follow_ups: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The answers to count, of a question like `Kom je weer: ja, misschien of nee?`; else empty."""
        found = CHOICES.search(self.text)
        if not found:
            return ()
        *most, last = found["choices"].rsplit(" of ", 1)
        return tuple(word.strip() for word in [*most[0].split(","), last])

    @property
    def wants_one_word(self) -> bool:
        """Whether the answers are single words, to be put in a list."""
        return "in één woord" in self.text.casefold()

    @property
    def asks_consent(self) -> bool:
        """Whether this is the question about what is usual: literally, or the gist only."""
        said = self.text.casefold()
        return "letterlijk" in said and "kern" in said


class Phase(Record):
    """A part of a script: minutes, what to say aloud, notes for the facilitator, and questions."""

    title: str = Field(min_length=1)
    minutes: int = Field(gt=0)
    aloud: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def role(self) -> PhaseRole | None:
        """What the program does here, if the title says so."""
        title = self.title.casefold()
        return next((role for role in PhaseRole if role.value in title), None)


class Script(Record):
    """A conversation script (leidraad), as it stands in a Markdown file under `prompts/leidraden`."""

    id: str
    name: str = Field(min_length=1)
    minutes: int = Field(gt=0)
    kind: ScriptKind
    audience: str = ""
    address: Literal["je", "u"] = "je"
    intro: str = ""
    phases: tuple[Phase, ...] = Field(min_length=1)


class Topic(Record):
    """A theme (thema) that a note can stand under; `also` holds its older and other names."""

    id: str
    name: str = Field(min_length=1)
    description: str = ""
    also: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class Note(Record):
    """One recorded line: by default what a parent said, in the parent's own words.

    `number` is for people and counts up within a session; `id` is random and for life. `heading` is the
    older name of the first topic when the parents used that; `consent` is None while nothing but what is
    usual for the conversation was said; `time` is in minutes since the start. `follows` is the id of the
    note that was asked on, `clean_question` what was asked; `sounds` is what it sounds like when the
    ambassador overruled that. `masked` is the text without names, that people get in place of `text`.
    `removed` marks a note that undo took away.
    """

    id: str
    number: int = Field(gt=0)
    text: str = Field(min_length=1)
    masked: str = ""
    kind: NoteKind = NoteKind.QUOTE
    gist: str = ""
    topics: tuple[str, ...] = Field(default=(), max_length=MAX_TOPICS)
    heading: str = ""
    consent: Consent | None = None
    phase: str = ""
    question: str = ""
    time: float = 0.0
    positive: bool = False
    follows: str = ""
    clean_question: str = ""
    who: str = ""
    due: date | None = None
    sign: str = ""
    outcome: str = ""
    expected_of: Literal["school", "ouders"] | None = None
    sounds: ProKind | None = None
    removed: bool = False

    def short(self, length: int = 40) -> str:
        """Return the beginning of the note; in quotation marks when a parent said it."""
        text = shortened(self.text, length)
        return f"„{text}”" if self.kind is NoteKind.QUOTE else text


class Asked(Record):
    """A follow-up that was put to the group: its text, on which words of which note, and the minute.

    `question` is its id among the clean questions, empty for one of the ambassador's own; two stretches
    of words stand in `words` as `x / y`.
    """

    text: str
    question: str = ""
    words: str = ""
    note: str = ""
    time: float = 0.0


class Tally(Record):
    """What parents answered to one question of the evaluation: counts per answer, words, remarks."""

    question: str
    counts: tuple[tuple[str, int], ...] = ()
    words: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Problem(Record):
    """The problem sentence (probleemzin), whether everybody said yes to it, and its earlier versions."""

    text: str = ""
    confirmed: bool = False
    versions: tuple[str, ...] = ()


class LeftStanding(Record):
    """Words that were found as personal and may stay: in which text (`Spot.key`), and which."""

    spot: str
    words: str


class Exported(Record):
    """A file in which notes of a session were written: when, in which format, its name, and their ids.

    `sessions` is of how many conversations that file holds something.
    """

    when: date
    format: str
    file: str
    notes: tuple[str, ...] = ()
    sessions: int = 1


class Session(Record):
    """One conversation with one group, with the script it was held on; all that its file keeps.

    `phase` and `question` are where the conversation is (from 0); `seconds` is the time spent in each
    phase, without pauses; `visited` are the phases that were opened. `erased` holds the ids of notes that
    were really removed, so that a copy of the file cannot bring them back; `withheld` counts notes to
    which parents said no. `draft` is the half-typed line;
    `off_record` holds only while nothing typed may be kept, so that a crash does not end that unseen.
    `names` are words that were taken out as names, `left` those that may stay. `exports` are the files that
    its notes went into; `keep_weeks` is after how many weeks the raw notes should go, `kept_only` the day on
    which they went. `origin` is the file that it was fetched from and the day, when it was held on another
    computer.
    """

    id: str
    started: datetime
    script: Script
    ambassador: str = ""
    place_kind: str = ""
    place: str = ""
    area: str = ""
    group: str = ""
    parents: int | None = Field(default=None, ge=0, le=9999)
    first_time: int | None = Field(default=None, ge=0, le=9999)
    consent: Consent = Consent.GIST
    notes: tuple[Note, ...] = ()
    topics: tuple[Topic, ...] = ()
    phase: int = Field(default=0, ge=0)
    question: int = Field(default=0, ge=0)
    visited: tuple[int, ...] = (0,)
    seconds: tuple[float, ...] = ()
    paused: bool = False
    problem: Problem = Problem()
    tallies: tuple[Tally, ...] = ()
    asked: tuple[Asked, ...] = ()
    left_over: tuple[str, ...] = ()
    reflection: str = ""
    erased: tuple[str, ...] = ()
    withheld: int = 0
    last_number: int = 0
    draft: str = ""
    off_record: bool = False
    ended: datetime | None = None
    exports: tuple[Exported, ...] = ()
    names: tuple[str, ...] = ()
    left: tuple[LeftStanding, ...] = ()
    keep_weeks: int = Field(default=4, ge=1, le=520)
    kept_only: date | None = None
    origin: str = ""

    @property
    def title(self) -> str:
        """The name of the script and of the place, as lists show a session."""
        where = " ".join(part for part in (self.place_kind, self.place) if part)
        return " · ".join(part for part in (self.script.name, where or self.group) if part)

    @property
    def shown(self) -> tuple[Note, ...]:
        """The notes that were not removed and to which nobody said no, in the order they were made."""
        return tuple(n for n in self.notes if not n.removed and n.consent is not Consent.NO)

    def due(self, today: date) -> tuple[Note, ...]:
        """Return the agreements and experiments whose day has come and that were not looked back on yet."""
        dated = (n for n in self.shown if n.kind in (NoteKind.AGREEMENT, NoteKind.EXPERIMENT))
        return tuple(n for n in dated if n.due and n.due <= today and not n.outcome)

    def consent_of(self, note: Note) -> Consent:
        """What may be used of a note: what was said about it, else what is usual here."""
        return note.consent or self.consent

    @property
    def spent(self) -> float:
        """The seconds spent on the conversation, pauses left out."""
        return sum(self.seconds)
