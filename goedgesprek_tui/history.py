"""Undo: the states to go back to, what undo leaves alone, and how words are taken out of all of them."""

import re
from dataclasses import dataclass

from goedgesprek_tui.clean.words import occurs
from goedgesprek_tui.models import Note, Session

DEPTH = 50
KEPT_BY_UNDO = tuple(
    "phase question visited seconds paused draft off_record ended erased withheld last_number".split()
)


@dataclass(frozen=True)
class Step:
    """A state to go back to, and what was done then; never in the words of a parent, which may be erased."""

    session: Session
    label: str


def back_to(then: Session, now: Session) -> Session:
    """Return an earlier (or undone) state with the place, the clock and the draft of now.

    Notes that it does not hold stay in the file, marked as removed, until the conversation ends.
    """
    known = {note.id for note in then.notes}
    gone = tuple(n.model_copy(update={"removed": True}) for n in now.notes if n.id not in known)
    kept = {name: getattr(now, name) for name in KEPT_BY_UNDO}
    return then.model_copy(update={**kept, "notes": then.notes + gone})


def without(session: Session, note_id: str) -> Session:
    """Return the session without a note, what was asked on it, and a line half typed to change it."""
    number = next((n.number for n in session.notes if n.id == note_id), 0)
    half_changed = re.match(rf"/(wijzig|kern)\s+{number}\b", session.draft)
    return session.model_copy(
        update={
            "notes": tuple(_unasked(n, note_id) for n in session.notes if n.id != note_id),
            "draft": "" if half_changed else session.draft,
            "asked": tuple(a for a in session.asked if a.note != note_id),
            "erased": tuple(dict.fromkeys((*session.erased, note_id))),
        }
    )


def without_lost_questions(session: Session, note_id: str, text: str) -> Session:
    """Return the session without questions on words of a note that no longer stand in its new text."""
    asked = [a for a in session.asked if a.note == note_id and not _stands_in(a.words, text)]
    lost = {a.text for a in asked}
    notes = tuple(_unasked(n, note_id) if n.clean_question in lost else n for n in session.notes)
    return session.model_copy(
        update={"notes": notes, "asked": tuple(a for a in session.asked if a not in asked)}
    )


def _stands_in(words: str, text: str) -> bool:
    return all(occurs(stretch, text) for stretch in words.split(" / "))


def _unasked(note: Note, asked_on: str) -> Note:
    """Return a note without the question that it answers, when that holds words of a note that goes."""
    if note.follows != asked_on:
        return note
    return note.model_copy(update={"follows": "", "clean_question": ""})
