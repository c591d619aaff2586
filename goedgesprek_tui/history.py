"""Undo: the states to go back to, what undo leaves alone, and how words are taken out of all of them."""

from dataclasses import dataclass

from goedgesprek_tui.models import Session

DEPTH = 50
KEPT_BY_UNDO = tuple(
    "phase question visited seconds paused draft off_record erased withheld last_number".split()
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
    """Return the session without a note and what was asked on it; only the id of the note stays."""
    return session.model_copy(
        update={
            "notes": tuple(n for n in session.notes if n.id != note_id),
            "asked": tuple(a for a in session.asked if a.note != note_id),
            "erased": tuple(dict.fromkeys((*session.erased, note_id))),
        }
    )
