"""A conversation under way: a session with its undo, in which every act gives a new conversation."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, Self

from goedgesprek_tui.chosen import Choice
from goedgesprek_tui.clean.tokens import occurs
from goedgesprek_tui.errors import Refused
from goedgesprek_tui.history import DEPTH, Step, back_to, without, without_lost_questions
from goedgesprek_tui.line import Line
from goedgesprek_tui.models import (
    MAX_TOPICS,
    Asked,
    Consent,
    Exported,
    Note,
    NoteKind,
    Phase,
    PhaseRole,
    Problem,
    Question,
    Session,
    Tally,
    Topic,
)

EXPECTED_OF_PARENTS = re.compile(r"\bschool\b.*\bvan (jou|jullie|u|ouders)\b.*\bverwachten", re.IGNORECASE)


@dataclass(frozen=True)
class Conversation:
    """A session under way, with what came before (undo) and what was undone (redo).

    `off_record` is the mode in which nothing typed is kept; like the words chosen to ask on it is never
    stored. Undo goes back over what was recorded and leaves the place in the script and the clock alone.
    """

    session: Session
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    chosen: Choice | None = None
    waiting_for_answer: Asked | None = None

    # --- where we are -------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """The phase under way."""
        return self.session.script.phases[self.session.phase]

    @property
    def question(self) -> Question | None:
        """The question in sight; None in a phase without questions."""
        questions = self.phase.questions
        return questions[min(self.session.question, len(questions) - 1)] if questions else None

    @property
    def minutes(self) -> float:
        """The minutes since the start, pauses left out."""
        return self.session.spent / 60

    @property
    def phase_left(self) -> float:
        """The minutes that are left for this phase; below 0 when its time is over."""
        return self.phase.minutes - _nth(self.session.seconds, self.session.phase) / 60

    @property
    def last(self) -> Note | None:
        """The newest note in sight."""
        return self.session.shown[-1] if self.session.shown else None

    def note(self, number: int | None) -> Note:
        """Return the note with this number, or the last one; raise Refused when there is none."""
        if number is None:
            if not self.last:
                raise Refused("Er staat nog geen notitie. Typ eerst wat een ouder zegt, en druk op Enter.")
            return self.last
        for note in self.session.shown:
            if note.number == number:
                return note
        raise Refused(f"Er is geen notitie {number}. De nummers staan links van de notities.")

    @property
    def off_record(self) -> bool:
        """Whether nothing that is typed may be kept."""
        return self.session.off_record

    # --- moving; undo leaves this alone -------------------------------------------------------

    def timed(self, seconds: float) -> Self:
        """Return the conversation with so many seconds more in this phase; none in a pause or at the end."""
        if seconds <= 0 or self.session.paused or self.session.ended:
            return self
        times = [_nth(self.session.seconds, at) for at in range(len(self.session.script.phases))]
        times[self.session.phase] += seconds
        return self._quiet(seconds=tuple(times))

    def step(self, by: Literal[1, -1]) -> Self:
        """Go to the next or previous question, over the edge of a phase too; raise Refused at either end."""
        at = self.session.question + by
        if 0 <= at < len(self.phase.questions):
            return self._quiet(question=at)
        phase = self.session.phase + by
        if phase < 0:
            raise Refused("Dit is de eerste vraag.")
        if phase == len(self.session.script.phases):
            raise Refused("Dit is de laatste vraag. Voorlezen: F6 of /teruglezen. Afronden: F12 of /stop.")
        last = max(len(self.session.script.phases[phase].questions) - 1, 0)
        return self.go(phase, last if by < 0 else 0)

    def go(self, phase: int, question: int = 0) -> Self:
        """Go to a phase, in any order (counted from 0); raise Refused when there is no such phase."""
        phases = self.session.script.phases
        if not 0 <= phase < len(phases):
            raise Refused(f"Deze leidraad heeft fase 1 tot en met {len(phases)}.")
        visited = tuple(dict.fromkeys((*self.session.visited, phase)))
        moved = self._quiet(phase=phase, question=question, visited=visited)
        return replace(moved, waiting_for_answer=None)

    def pause(self) -> Self:
        """Stop the clock, or let it go on."""
        return self._quiet(paused=not self.session.paused)

    def drafted(self, text: str) -> Self:
        """Keep the half-typed line; off the record there is none."""
        text = "" if self.session.off_record else text
        return self if text == self.session.draft else self._quiet(draft=text)

    def toggle_off_record(self) -> Self:
        """Stop writing down anything that is typed, or begin again."""
        return self.drafted("")._quiet(off_record=not self.session.off_record)

    # --- recording ----------------------------------------------------------------------------

    def add(self, new_id: str, line: Line) -> Self:
        """Record a line as a note, in the phase and under the question where we are."""
        asked = self.waiting_for_answer if line.kind is NoteKind.QUOTE else None
        question = self.question.text if self.question else ""
        number = self.session.last_number + 1
        note = Note(
            id=new_id,
            number=number,
            text=line.text,
            kind=line.kind,
            topics=line.topics,
            heading=line.heading,
            phase=self.phase.title,
            question=question,
            time=round(self.minutes, 2),
            positive=self.phase.role is PhaseRole.POSITIVE,
            follows=asked.note if asked else "",
            clean_question=asked.text if asked else "",
            expected_of=_expected_of(line.kind, question),
        )
        after = self._act(
            f"{note.kind} {number}", notes=(*self.session.notes, note), last_number=number, draft=""
        )
        return replace(after, chosen=None, waiting_for_answer=None if asked else self.waiting_for_answer)

    def change(self, note: Note, label: str, **changes: Any) -> Self:
        """Change a note; the label says in Dutch what was changed, for undo."""
        if "text" in changes:
            changes = {"masked": "", **changes}
        notes = (n.model_copy(update=changes) if n.id == note.id else n for n in self.session.notes)
        after = self._act(label, notes=tuple(notes))
        if "text" not in changes:
            return after
        session = without_lost_questions(after.session, note, changes["text"])
        left = tuple(one for one in session.left if not one.spot.startswith(f"{note.id}."))
        session = session.model_copy(update={"left": left})
        kept = self.chosen and all(occurs(words, changes["text"]) for words in self.chosen.words.split(" / "))
        waiting = self.waiting_for_answer if self.waiting_for_answer in session.asked else None
        chosen = self.chosen if kept or not self.chosen or self.chosen.note != note.id else None
        return replace(after, session=session, chosen=chosen, waiting_for_answer=waiting)

    def relabel(self, note: Note, topic: str, heading: str = "") -> Self:
        """Put a topic on a note, or take it off when it was there; raise Refused above three."""
        label, note = f"thema van notitie {note.number}", self.note(note.number)
        if topic in note.topics:
            left = tuple(t for t in note.topics if t != topic)
            kept = note.heading if note.topics[0] != topic else ""
            return self.change(note, label, topics=left, heading=kept)
        if len(note.topics) == MAX_TOPICS:
            raise Refused(f"Notitie {note.number} heeft al drie thema's. Haal er eerst een weg.")
        kept = note.heading if note.topics else heading
        return self.change(note, label, topics=(*note.topics, topic), heading=kept)

    def consent(self, note: Note, consent: Consent) -> Self:
        """Keep what may be used of a note. After the end a no erases it at once, and counts it."""
        if consent is Consent.NO and self.session.ended:
            return self.erase(note)._quiet(withheld=self.session.withheld + 1)
        after = self.change(note, f"toestemming van notitie {note.number}", consent=consent)
        return replace(after, chosen=None, waiting_for_answer=None) if consent is Consent.NO else after

    def usual_consent(self, consent: Consent) -> Self:
        """Keep what is usual for this conversation: literally, or the gist only."""
        if consent is Consent.NO:
            raise Refused("Voor het hele gesprek kan het ja of kern zijn. Nee geldt voor één notitie.")
        return self._act("wat is afgesproken over letterlijk of kern", consent=consent)

    def erase(self, note: Note) -> Self:
        """Really remove a note, out of undo as well; only its id stays, so that no copy brings it back."""
        after = self._over_all(lambda session: without(session, note.id))
        return replace(after, chosen=None, waiting_for_answer=None)

    def own_topic(self, topic: Topic) -> Self:
        """Add a topic that is not in the list, for this session."""
        return self._act(f"thema {topic.name}", topics=(*self.session.topics, topic))

    def problem(self, text: str) -> Self:
        """Write down the problem sentence; its earlier wordings are kept, and it must be confirmed anew."""
        before = self.session.problem
        versions = (*before.versions, before.text) if before.text else before.versions
        return self._act("de probleemzin", problem=Problem(text=text, versions=versions))

    def confirm_problem(self, yes: bool) -> Self:
        """Open the waiting list because everybody said yes to the problem sentence, or close it again."""
        if not self.session.problem.text:
            raise Refused("Er is nog geen probleemzin. Typ /probleem en dan de zin.")
        confirmed = self.session.problem.model_copy(update={"confirmed": yes})
        return self._act(f"het {'ja' if yes else 'nee'} op de probleemzin", problem=confirmed)

    def tally(self, tally: Tally) -> Self:
        """Keep what parents answered to a question of the evaluation, in place of what stood there."""
        tallies = {t.question: t for t in self.session.tallies} | {tally.question: tally}
        return self._act("een antwoord in de evaluatie", tallies=tuple(tallies.values()))

    def tally_of(self, question: str) -> Tally:
        """What parents answered to a question of the evaluation so far."""
        found = (t for t in self.session.tallies if t.question == question)
        return next(found, Tally(question=question))

    def facts(self, **changes: Any) -> Self:
        """Change what is known of the group and the place, or the ambassador's own reflection."""
        return self._act("een gegeven van dit gesprek", **changes)

    # --- asking on ----------------------------------------------------------------------------

    def choose(self, note: Note, x: str, y: str = "") -> Self:
        """Take these words of a note to ask on; raise Refused when they do not stand in it."""
        found = [occurs(words, note.text) if words else "" for words in (x, y)]
        for words, stretch in zip((x, y), found, strict=True):
            if stretch is None:
                raise Refused(
                    f"„{words}” staat niet zo in notitie {note.number}. Neem de woorden die er staan."
                )
        return replace(self, chosen=Choice(note.id, found[0] or "", found[1] or ""))

    def ask(self, note: Note, question: str, text: str, words: str) -> Self:
        """Keep what was asked, on which words of a note; the next quote is its answer.

        `question` is the id of the clean question, empty for one of the ambassador's own.
        """
        time = round(self.minutes, 2)
        asked = Asked(text=text, question=question, words=words, note=note.id, time=time)
        after = self._act("een gestelde doorvraag", asked=(*self.session.asked, asked))
        return replace(after, waiting_for_answer=asked)

    # --- the end, and back --------------------------------------------------------------------

    def end(self, now: datetime) -> Self:
        """End the conversation: what was removed or refused is erased now, and undo with it."""
        gone = tuple(n for n in self.session.notes if n.removed or n.consent is Consent.NO)
        session = self.session
        for note in gone:
            session = without(session, note.id)
        refused = sum(note.consent is Consent.NO and not note.removed for note in gone)
        ended = {"ended": now, "draft": "", "off_record": False, "withheld": session.withheld + refused}
        ended_session = session.model_copy(update=ended)
        return replace(self, session=ended_session, past=(), future=(), chosen=None, waiting_for_answer=None)

    def with_exports(self, exports: tuple[Exported, ...]) -> Self:
        """Keep to which files the notes went; undo leaves that alone."""
        return self._quiet(exports=exports)

    def reopen(self) -> Self:
        """Go on with a conversation that was ended."""
        return self._quiet(ended=None)

    def undo(self) -> tuple[Self, str]:
        """Take back what was recorded last, and say what; raise Refused when there is nothing."""
        if not self.past:
            raise Refused("Er is niets om terug te draaien.")
        step = self.past[-1]
        session = back_to(step.session, self.session)
        future = (*self.future, Step(self.session, step.label))
        before = replace(self, session=session, past=self.past[:-1], future=future)
        return replace(before, chosen=None, waiting_for_answer=None), step.label

    def redo(self) -> tuple[Self, str]:
        """Do again what undo took back, and say what; raise Refused when there is nothing."""
        if not self.future:
            raise Refused("Er is niets om opnieuw te doen.")
        step = self.future[-1]
        session = back_to(step.session, self.session)
        past = (*self.past, Step(self.session, step.label))
        again = [asked for asked in session.asked if asked not in self.session.asked]
        after = replace(self, session=session, past=past, future=self.future[:-1], chosen=None)
        return replace(after, waiting_for_answer=again[-1] if again else None), step.label

    # --- how it is done -----------------------------------------------------------------------

    def _quiet(self, **changes: Any) -> Self:
        return replace(self, session=self.session.model_copy(update=changes))

    def _act(self, label: str, **changes: Any) -> Self:
        past = (*self.past, Step(self.session, label))[-DEPTH:]
        return replace(self._quiet(**changes), past=past, future=())

    def _over_all(self, change: Callable[[Session], Session]) -> Self:
        past = tuple(replace(step, session=change(step.session)) for step in self.past)
        future = tuple(replace(step, session=change(step.session)) for step in self.future)
        return replace(self, session=change(self.session), past=past, future=future)


def _nth(times: tuple[float, ...], at: int) -> float:
    return times[at] if at < len(times) else 0.0


def _expected_of(kind: NoteKind, question: str) -> Literal["school", "ouders"] | None:
    if kind is not NoteKind.EXPECTATION:
        return None
    return "ouders" if EXPECTED_OF_PARENTS.search(question) else "school"
