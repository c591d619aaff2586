"""Two versions of one session made one, note by note: none of either is lost, none of ours written over.

There is no common ancestor to tell who changed what. So what only one side filled in is taken, and what both
did differently is a conflict: ours stays and theirs is shown. Two things go before that. What was erased or
refused here never comes back; and what was erased, refused or allowed for less there is used for less here
as well, because a parent said so. It is hidden then, not erased: that takes a yes.
"""

from dataclasses import dataclass, field
from typing import Any

from goedgesprek_tui.exchange.arriving import is_refused
from goedgesprek_tui.exchange.conflict import Conflict, is_empty, values
from goedgesprek_tui.exchange.door import bare_script, knows_script, stricter
from goedgesprek_tui.exchange.facts import merged_facts, merged_rest, needed_topics, put
from goedgesprek_tui.history import without, without_lost_questions
from goedgesprek_tui.models import Consent, Note, Session
from goedgesprek_tui.retention import goes, kept_only

Fields = tuple[str, ...]
OF_TEXT = ("text", "masked", "gist", "sounds")
"""What says the same in other words: beside another text, that of the one is not put with the other."""
MOST_REWORDED = 200
"""Above this, questions are not looked at one by one, and none come along."""
UNITS: tuple[Fields, ...] = (
    ("kind",),
    ("topics", "heading"),
    ("who",),
    ("due",),
    ("sign",),
    ("outcome",),
    ("expected_of",),
    ("positive",),
    ("phase",),
    ("question",),
)


@dataclass(frozen=True)
class Merged:
    """The session with what was taken over, and what happened.

    `updated` counts notes of ours in which something was filled in; `kept_out` notes of theirs that were
    erased here; `withdrawn` holds notes as they were, that theirs erased or may no longer be used there.
    """

    session: Session
    added: tuple[Note, ...] = ()
    updated: int = 0
    kept_out: int = 0
    conflicts: tuple[Conflict, ...] = ()
    withdrawn: tuple[Note, ...] = ()


@dataclass
class _Laid:
    """Notes of ours, each laid beside theirs."""

    notes: list[Note] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    withdrawn: list[Note] = field(default_factory=list)
    updated: int = 0


def merge(ours: Session, theirs: Session) -> Merged:
    """Return our session with theirs merged in; both are the same session. A second time changes nothing."""
    if ours.id != theirs.id:
        raise ValueError("two different sessions")
    coming = _coming(ours, theirs)
    laid = _laid(ours, theirs, coming)
    added = _added(ours, coming)
    notes = (*laid.notes, *added)
    facts, conflicts = merged_facts(ours, coming)
    session = ours.model_copy(
        update={
            **facts,
            "notes": notes,
            "last_number": max((ours.last_number, *(note.number for note in added))),
            "topics": (*ours.topics, *needed_topics(ours, coming, notes)),
            **merged_rest(ours, theirs, coming, notes, added),
        }
    )
    if added and not knows_script(session):
        session = session.model_copy(update={"script": bare_script(notes)})
    known = {note.id for note in notes}
    lost = sum(not note.removed and not is_refused(note) for note in theirs.notes if note.id not in known)
    return Merged(session, added, laid.updated, lost, (*laid.conflicts, *conflicts), tuple(laid.withdrawn))


def stands(session: Session, conflict: Conflict) -> bool:
    """Return whether what was in conflict is still as it was shown; a note that went away is no matter."""
    if not conflict.note:
        return values(session, conflict.ours) == conflict.ours
    note = next((one for one in session.notes if one.id == conflict.note.id), None)
    return not note or values(note, conflict.ours) == conflict.ours


def taken(session: Session, conflict: Conflict) -> Session:
    """Return the session with their version of what was in conflict."""
    known = {topic.id for topic in session.topics}
    topics = (*session.topics, *(topic for topic in conflict.topics if topic.id not in known))
    session = session.model_copy(update={"topics": topics})
    if not conflict.note:
        return session.model_copy(update={name: put(session, name, v) for name, v in conflict.theirs.items()})
    note = next((one for one in session.notes if one.id == conflict.note.id), None)
    if not note:
        return session
    if "text" in conflict.theirs:
        session = without_lost_questions(session, note, conflict.theirs["text"])
        left = tuple(one for one in session.left if not one.spot.startswith(f"{note.id}."))
        session = session.model_copy(update={"left": left})
    notes = (one.model_copy(update=conflict.theirs) if one.id == note.id else one for one in session.notes)
    return session.model_copy(update={"notes": tuple(notes)})


# --- what of theirs is looked at ------------------------------------------------------------------


def _coming(ours: Session, theirs: Session) -> Session:
    """Return theirs without what was erased, taken away or refused on either side, and tidied when ours is.

    Questions with words that stand here no longer go as well.
    """
    away = {*ours.erased, *(note.id for note in ours.notes if note.removed)}
    gone = [note.id for note in theirs.notes if note.id in away or note.removed or is_refused(note)]
    coming = without(theirs, *gone)
    if ours.kept_only and not theirs.kept_only:
        coming = kept_only(coming, theirs.started)
    here = {note.id: note.text for note in ours.notes}
    reworded = [note for note in coming.notes if here.get(note.id, note.text) != note.text]
    if all(note.id in here for note in coming.notes):
        return coming  # only new notes bring questions along
    if len(reworded) > MOST_REWORDED:
        bare = (note.model_copy(update={"clean_question": ""}) for note in coming.notes)
        return coming.model_copy(update={"asked": (), "notes": tuple(bare)})
    for note in reworded:
        coming = without_lost_questions(coming, note, here[note.id])
    return coming


def _added(ours: Session, coming: Session) -> tuple[Note, ...]:
    """Return the notes that are new, in order of time, numbered on; no more may be used than there."""
    known = {note.id for note in ours.notes}
    new = sorted((n for n in coming.notes if n.id not in known), key=lambda n: (n.time, n.number))
    first = max((ours.last_number, *(note.number for note in ours.notes))) + 1
    pinned = {"consent": coming.consent} if stricter(coming.consent, ours.consent) else {}
    return tuple(
        note.model_copy(update={"number": at, **({} if note.consent else pinned)})
        for at, note in enumerate(new, start=first)
    )


# --- the notes of ours ----------------------------------------------------------------------------


def _laid(ours: Session, theirs: Session, coming: Session) -> _Laid:
    there = {note.id: note for note in coming.notes}
    tidied = _tidied(ours, theirs)
    erased = {*theirs.erased}
    refused = {note.id for note in theirs.notes if is_refused(note)}
    said = {note.id: note.consent for note in theirs.notes}
    laid = _Laid()
    for note in ours.notes:
        hidden = note.consent is Consent.NO
        after = note
        if note.removed:
            pass
        elif (note.id in erased and not _was_tidied(ours, theirs, note)) or (
            note.id in refused and not hidden
        ):
            laid.withdrawn.append(note)
            after = note.model_copy(update={"consent": Consent.NO})
        elif note.id in there and not hidden and tidied.get(note.id) != there[note.id]:
            after, conflict = _merged(note, there[note.id])
            laid.conflicts += [_with_topics(conflict, coming)] if conflict else []
        if not hidden and stricter(said.get(note.id) or Consent.VERBATIM, ours.consent_of(after)):
            after = after.model_copy(update={"consent": said[note.id]})
        laid.updated += after.consent is not Consent.NO and after != note
        laid.notes.append(after)
    return laid


def _tidied(ours: Session, theirs: Session) -> dict[str, Note]:
    """Return the notes of ours as they would be when tidied as theirs were, with their numbers and times."""
    if not theirs.kept_only or ours.kept_only:
        return {}
    there = {note.id: note for note in theirs.notes}
    return {
        note.id: note.model_copy(update={n: getattr(there[note.id], n) for n in ("number", "time")})
        for note in kept_only(ours, theirs.started).notes
        if note.id in there
    }


def _was_tidied(ours: Session, theirs: Session, note: Note) -> bool:
    """Whether a note may be gone there because its time was over: here that is proposed as well."""
    return bool(theirs.kept_only) and not ours.kept_only and goes(ours, note)


def _merged(ours: Note, theirs: Note) -> tuple[Note, Conflict | None]:
    """Return a note of ours with what only theirs has, and what each has in its own way."""
    of_text: tuple[Fields, ...] = (("gist",), ("masked",), ("sounds",))
    units = (OF_TEXT,) if ours.text != theirs.text else of_text
    filled: dict[str, Any] = {}
    differ: list[str] = []
    for names in (*units, *UNITS):
        mine, other = values(ours, names), values(theirs, names)
        if mine == other or is_empty(theirs, names):
            continue
        if is_empty(ours, names):
            filled |= other
        else:
            differ += [name for name in names if mine[name] != other[name]]
    if theirs.consent and ours.consent is None:
        filled["consent"] = theirs.consent
    elif theirs.consent and ours.consent and stricter(ours.consent, theirs.consent):
        differ.append("consent")
    after = ours.model_copy(update=filled) if filled else ours
    if not differ:
        return after, None
    return after, Conflict(after, values(ours, differ), values(theirs, differ))


def _with_topics(conflict: Conflict, coming: Session) -> Conflict:
    used = set(conflict.theirs.get("topics", ()))
    topics = tuple(topic for topic in coming.topics if topic.id in used)
    return Conflict(conflict.note, conflict.ours, conflict.theirs, topics)
