"""Undo: the states to go back to, what undo leaves alone, and how words are taken out of all of them."""

import re
from dataclasses import dataclass

from goedgesprek_tui.clean.closed import NEVER_VERBS
from goedgesprek_tui.clean.tokens import low_words, occurs
from goedgesprek_tui.models import Asked, Note, Session

DEPTH = 50
OF_QUESTIONS = frozenset(
    """
    gebeurt gebeurde gebeuren graag willen zou kan kun kunt kunnen relatie tussen nodig moet precies komt
    komen vandaan zoals net zijn
    """.split()
)
KEPT_BY_UNDO = tuple(
    """
    phase question visited seconds paused draft off_record ended erased withheld last_number exports kept_only
    """.split()
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


def without(session: Session, *note_ids: str) -> Session:
    """Return the session without these notes, and without what was made for them alone.

    That is every question that holds their words, a topic of the ambassador's own that no other note has, and
    a line half typed on one of them. A topic with other names was not made for it: it got another name.
    """
    ids = set(note_ids)
    if not ids:
        return session
    gone = tuple(one for one in session.notes if one.id in ids)
    left = tuple(one for one in session.notes if one.id not in ids)
    lost = _lost(session, gone, left, "")
    numbers = "|".join(str(one.number) for one in gone) or "0"
    only_its = {topic for one in gone for topic in one.topics} - {
        topic for one in left for topic in one.topics
    }
    half_typed = re.match(rf"/(wijzig|kern|doorvragen)\s+({numbers})\b|/gevraagd\b", session.draft)
    return session.model_copy(
        update={
            "notes": tuple(_unasked(one, ids, lost) for one in left),
            "draft": "" if half_typed else session.draft,
            "asked": tuple(one for one in session.asked if one.note not in ids and one not in lost),
            "erased": tuple(dict.fromkeys((*session.erased, *note_ids))),
            "topics": tuple(topic for topic in session.topics if topic.also or topic.id not in only_its),
            "left": tuple(one for one in session.left if one.spot.rsplit(".", 2)[0] not in ids),
            "names": tuple(name for name in session.names if any(occurs(name, one.text) for one in left)),
        }
    )


def without_lost_questions(session: Session, note: Note, text: str) -> Session:
    """Return the session without questions that hold words of a note that no longer stand in its new text."""
    others = tuple(one for one in session.notes if one.id != note.id)
    lost = _lost(session, (note,), others, text)
    notes = tuple(_unasked(one, set(), lost) for one in session.notes)
    kept = tuple(one for one in session.asked if one not in lost)
    return session.model_copy(update={"notes": notes, "asked": kept})


def _lost(
    session: Session, notes: tuple[Note, ...], others: tuple[Note, ...], text: str
) -> tuple[Asked, ...]:
    """Return what was asked in words of notes that are gone: stretches of them, or words in the question."""
    if not session.asked:
        return ()
    ids = {note.id for note in notes}
    said = " ".join(note.text for note in notes)
    gone = telling(said) - telling(" ".join([text, *(one.text for one in others)]))
    return tuple(
        asked
        for asked in session.asked
        if gone & telling(asked.text)
        or (asked.note in ids and asked.words and not _stands_in(asked.words, text))
    )


def telling(text: str) -> set[str]:
    """Return the words of a text that can tell who or what it is about; those of the questions cannot."""
    return {word for word in low_words(text) if len(word) > 2 and word not in NEVER_VERBS | OF_QUESTIONS}


def _stands_in(words: str, text: str) -> bool:
    return all(occurs(stretch, text) for stretch in words.split(" / "))


def _unasked(note: Note, gone: set[str], lost: tuple[Asked, ...]) -> Note:
    """Return a note without the question that it answers, when that goes or the note it was asked on does."""
    if note.follows not in gone and note.clean_question not in {asked.text for asked in lost}:
        return note
    return note.model_copy(update={"follows": "", "clean_question": ""})
