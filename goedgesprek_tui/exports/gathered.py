"""What goes into a report on many conversations, before it is worded: every note in one place, by consent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from goedgesprek_tui.exports.consent import Told, held_back, told
from goedgesprek_tui.exports.threads import shared_heading, threads, topic_of
from goedgesprek_tui.models import Consent, Note, NoteKind, Question, ScriptKind, Session
from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.review.counting import Compared, TopicCount, ranked
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.text import fold

TALK = frozenset({NoteKind.QUOTE, NoteKind.SIGNAL})
OFTEN = 2
"""From how many conversations on a theme is more than what one group said."""
A_GROUP = 4
"""With fewer parents than this one of them could be recognised by the place (`domain/README.md` §5.10)."""
PART_OF = {
    NoteKind.WISH: Part.WISHES,
    NoteKind.EXPECTATION: Part.EXPECTATIONS,
    NoteKind.TIP: Part.TIPS,
    NoteKind.SOLUTION: Part.PROBLEMS,
    NoteKind.EXPERIMENT: Part.EXPERIMENTS,
    NoteKind.AGREEMENT: Part.AGREEMENTS,
}
OF_MEETING = {"wat viel op": Part.INTRO, "wat geven we door": Part.PASSED_ON}
NOT_SPOKEN = "niet gesproken"
LASTING = (NoteKind.AGREEMENT, NoteKind.EXPERIMENT, NoteKind.WISH)
"""What people still wait for in the next period, until it has an outcome."""


class Said(NamedTuple):
    """A note that may be told, and the conversation it is from."""

    session: Session
    told: Told


@dataclass(frozen=True)
class Theme:
    """A topic with what stands under it; `older` are the older names that parents used, if not all did.

    `count` is of everything that was heard of it, also what may not be told or stands elsewhere.
    """

    count: TopicCount
    heading: str
    older: tuple[str, ...]
    lines: tuple[Said, ...]

    @property
    def signals(self) -> list[Said]:
        """What was paraphrased; a quote with a paraphrase among them."""
        return [one for one in self.lines if paraphrase(one)]

    @property
    def quotes(self) -> list[Said]:
        """What may be told word for word."""
        return [one for one in self.lines if is_verbatim(one)]


@dataclass(frozen=True)
class Gathered:
    """The contents of a report: the themes in their order, and what stands in each of the other parts.

    What is left over holds what was agreed, tried and wished in the period before, and has no outcome yet.

    `sessions` are those that are looked back on, the oldest first, without the place where one parent could
    be recognised by it. A report on one topic has its id in `topic`, and holds what was said of that.
    """

    review: Review
    choice: Choice
    topic: str
    sessions: tuple[Session, ...]
    ranked: tuple[TopicCount, ...]
    themes: tuple[Theme, ...]
    parts: dict[Part, tuple[Said, ...]]

    @property
    def compared(self) -> dict[str, Compared]:
        """How often the topics came up now and before; empty when there were no conversations before."""
        return self.review.compared

    @property
    def often(self) -> list[Theme]:
        """The themes of two conversations or more."""
        return [theme for theme in self.themes if theme.count.sessions >= OFTEN]

    @property
    def once(self) -> list[Theme]:
        """The themes of one conversation."""
        return [theme for theme in self.themes if theme.count.sessions < OFTEN]

    @property
    def held_back(self) -> int:
        """How many quotes are not in it because there is no paraphrase yet."""
        notes = (note for session in self.sessions for note in held_back(session))
        topics = self.review.shared.ids(self.topic)
        return sum(not self.topic or not topics.isdisjoint(note.topics) for note in notes)

    @property
    def refused(self) -> int:
        """To how many notes parents said no."""
        erased = sum(session.withheld for session in self.sessions)
        notes = (note for session in self.sessions for note in session.notes if not note.removed)
        return erased + sum(note.consent is Consent.NO for note in notes)

    @cached_property
    def notes(self) -> dict[str, tuple[str, ...]]:
        """The ids of the notes that are in it, by the id of the conversation."""
        found: dict[str, list[str]] = {session.id: [] for session in self.sessions}
        for lines in (*(theme.lines for theme in self.themes), *self.parts.values()):
            for one in lines:
                found.setdefault(one.session.id, []).append(one.told.note.id)
        return {id: tuple(notes) for id, notes in found.items()}


def gathered(review: Review, choice: Choice | None = None, topic: str = "") -> Gathered:
    """Return what goes into a report; every note that may be told and was not left out is in it once."""
    chosen = choice or Choice()
    sessions = tuple(map(veiled, review.picked))
    heard = _Heard(review, topic, frozenset(chosen.notes_out))
    for session in sessions:
        heard.take(session)
    if review.earlier:
        heard.take_earlier(review.earlier.pick(review.sessions))
    if not topic and review.selection.only_days:
        heard.take_meetings(_meetings(review))
    counts = [
        one for one in ranked(sessions, review.shared) if not topic or one.id == review.shared.of(topic)
    ]
    kept = [one for one in counts if topic or one.id not in chosen.topics_out]
    themes = tuple(heard.theme(one) for one in sorted(kept, key=lambda one: chosen.place(one.id)))
    parts = {part: tuple(heard.parts.get(part, ())) for part in Part if part not in chosen.parts_out}
    return Gathered(review, chosen, topic, sessions, tuple(counts), themes, parts)


def veiled(session: Session) -> Session:
    """Return a session without its place when there were so few parents that one could be recognised."""
    few = session.parents is not None and session.parents < A_GROUP
    if session.script.kind is not ScriptKind.ONE and not few:
        return session
    return session.model_copy(update={"place": "", "area": ""})


def paraphrase(one: Said) -> str:
    """Return what is told in the words of the ambassador; empty when there is only the quote."""
    return one.told.note.gist if is_verbatim(one) else one.told.text


def is_verbatim(one: Said) -> bool:
    """Whether it is told as what a parent said, word for word."""
    return one.told.verbatim and one.told.note.kind is NoteKind.QUOTE


class _Heard:
    """Puts the notes of one session after another in their places."""

    def __init__(self, review: Review, topic: str, out: frozenset[str]) -> None:
        self.shared = review.shared
        self.topic = self.shared.of(topic) if topic else ""
        self.out = out
        self.themes: dict[str, list[Said]] = {}
        self.parts: dict[Part, list[Said]] = {}

    def take(self, session: Session) -> None:
        notes = told(session)
        for thread in threads(one for one in notes if one.note.kind in TALK):
            for one in thread:
                self._put_talk(Said(session, one), thread[0])
        for one in notes:
            if one.note.kind not in TALK and (not self.topic or self._is_on_topic(one)):
                self._put(_part(one), Said(session, one))

    def take_meetings(self, sessions: Iterable[Session]) -> None:
        for session in sessions:
            for one in told(session):
                if part := _part_of_meeting(one):
                    self._put(part, Said(session, one))

    def take_earlier(self, sessions: Iterable[Session]) -> None:
        waiting = [
            Said(session, one) for session in sessions for one in told(session) if _still_waits(one.note)
        ]
        for one in sorted(waiting, key=lambda one: LASTING.index(one.told.note.kind)):
            if not self.topic or self._is_on_topic(one.told):
                self._put(Part.LEFT_OVER, one)

    def theme(self, count: TopicCount) -> Theme:
        lines = self.themes.get(count.id, [])
        first = [one.told for one in lines if self.shared.of(topic_of(one.told)) == count.id]
        heading = shared_heading(first)
        older = () if heading else tuple(dict.fromkeys(one.note.heading for one in first if one.note.heading))
        return Theme(count, heading or count.name, older, tuple(lines))

    def _put_talk(self, one: Said, root: Told) -> None:
        if one.told.note.id in self.out:
            return
        if self.topic:
            if self._is_on_topic(one.told if one.told.note.topics else root):
                self.themes.setdefault(self.topic, []).append(one)
        elif topic := topic_of(root):
            self.themes.setdefault(self.shared.of(topic), []).append(one)
        else:
            self._put(Part.GOOD if root.note.positive else Part.UNLABELLED, one)

    def _put(self, part: Part, one: Said) -> None:
        if one.told.note.id not in self.out:
            self.parts.setdefault(part, []).append(one)

    def _is_on_topic(self, one: Told) -> bool:
        return self.topic in map(self.shared.of, one.note.topics)


def _still_waits(note: Note) -> bool:
    """Whether somebody still waits for it; an agreement of nobody and no day is a rule of the house."""
    of_somebody = note.kind is not NoteKind.AGREEMENT or bool(note.who or note.due)
    return note.kind in LASTING and not note.outcome and of_somebody


def _part(one: Told) -> Part:
    if one.note.kind is NoteKind.QUESTION:
        return Part.ANSWERED if one.note.outcome else Part.QUESTIONS
    return PART_OF[one.note.kind]


def _meetings(review: Review) -> Iterator[Session]:
    """Return the meetings of ambassadors within the days that are looked back on, the oldest first."""
    start, end = review.selection.start, review.selection.end
    found = (session for session in review.sessions if session.script.kind is ScriptKind.REVIEW)
    for session in sorted(found, key=lambda session: session.started.timestamp()):
        day = session.started.date()
        if (not start or start <= day) and (not end or day <= end):
            yield session


def _part_of_meeting(one: Told) -> Part | None:
    """Return where a note of a meeting stands in the report; None for what is not meant for it."""
    note, phase = one.note, fold(one.note.phase)
    if note.kind is NoteKind.AGREEMENT:
        return Part.AGREEMENTS
    if NOT_SPOKEN in fold(note.question):
        return Part.NOT_SPOKEN
    counted = Question(text=note.question) if note.question else None
    if "afspraken" in phase and counted and not counted.choices and not counted.wants_one_word:
        return Part.AGREEMENTS
    return next((part for words, part in OF_MEETING.items() if words in phase), None)
