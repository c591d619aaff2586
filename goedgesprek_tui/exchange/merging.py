"""Two versions of one session made one, note by note: none of either is lost, none of ours written over.

There is no common ancestor to tell who changed what. So what only one side filled in is taken, and what both
did differently is a conflict: ours stays and theirs is shown. Two things go before that. What was erased or
refused here never comes back; and what was erased, refused or allowed for less there is used for less here
as well, because a parent said so. It is hidden then, not erased: that takes a yes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeVar

from goedgesprek_tui.exchange.arriving import elsewhere, is_refused
from goedgesprek_tui.exchange.door import bare_script, knows_script, stricter
from goedgesprek_tui.history import without, without_lost_questions
from goedgesprek_tui.models import Consent, Exported, Note, Problem, Session, Tally, Topic
from goedgesprek_tui.retention import goes, kept_only

T = TypeVar("T")
Fields = tuple[str, ...]
OF_TEXT = ("text", "masked", "gist", "sounds")
"""What says the same in other words: beside another text, that of the one is not put with the other."""
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
NEVER_EMPTY = frozenset({"kind"})
FACTS: Fields = tuple(
    """
    ambassador place_kind place area group parents first_time left_over reflection
    """.split()
)
OF_SCRIPT = ("script", "started", "phase", "question", "visited", "seconds", "keep_weeks")


@dataclass(frozen=True)
class Conflict:
    """What both have and each in its own way: fields of a note, or of the session when there is no `note`.

    `ours` and `theirs` are the values by field; `topics` are the topics of their own that theirs need.
    """

    note: Note | None
    ours: dict[str, Any]
    theirs: dict[str, Any]
    topics: tuple[Topic, ...] = ()


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
    facts, conflicts = _facts(ours, coming)
    session = ours.model_copy(
        update={
            **facts,
            "notes": notes,
            "last_number": max((ours.last_number, *(note.number for note in added))),
            "topics": (*ours.topics, *_topics(ours, coming, notes)),
            **_beside(ours, theirs, coming, notes, added),
        }
    )
    if added and not knows_script(session):
        session = session.model_copy(update={"script": bare_script(notes)})
    known = {note.id for note in notes}
    lost = sum(not note.removed and not is_refused(note) for note in theirs.notes if note.id not in known)
    return Merged(session, added, laid.updated, lost, (*laid.conflicts, *conflicts), tuple(laid.withdrawn))


def taken(session: Session, conflict: Conflict) -> Session:
    """Return the session with their version of what was in conflict."""
    known = {topic.id for topic in session.topics}
    topics = (*session.topics, *(topic for topic in conflict.topics if topic.id not in known))
    session = session.model_copy(update={"topics": topics})
    if not conflict.note:
        return session.model_copy(
            update={name: _put(session, name, v) for name, v in conflict.theirs.items()}
        )
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
    coming = reduce(without, gone, theirs)
    if ours.kept_only and not theirs.kept_only:
        coming = kept_only(coming, theirs.started)
    known = {note.id: note for note in ours.notes}
    for note in coming.notes:
        if note.id in known and known[note.id].text != note.text:
            coming = without_lost_questions(coming, note, known[note.id].text)
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
            laid.updated += after != note
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
        mine, other = _values(ours, names), _values(theirs, names)
        if mine == other or _is_empty(theirs, names):
            continue
        if _is_empty(ours, names):
            filled |= other
        else:
            differ += [name for name in names if mine[name] != other[name]]
    if theirs.consent and ours.consent != theirs.consent:
        if ours.consent is None or stricter(theirs.consent, ours.consent):
            filled["consent"] = theirs.consent
        else:
            differ.append("consent")
    after = ours.model_copy(update=filled) if filled else ours
    if not differ:
        return after, None
    return after, Conflict(after, _values(ours, differ), _values(theirs, differ))


def _with_topics(conflict: Conflict, coming: Session) -> Conflict:
    used = set(conflict.theirs.get("topics", ()))
    topics = tuple(topic for topic in coming.topics if topic.id in used)
    return Conflict(conflict.note, conflict.ours, conflict.theirs, topics)


def _values(record: Note | Session, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def _is_empty(record: Note | Session, names: Iterable[str]) -> bool:
    fields = type(record).model_fields
    return all(
        name not in NEVER_EMPTY
        and not fields[name].is_required()
        and getattr(record, name) == fields[name].default
        for name in names
    )


# --- all else that a session holds ----------------------------------------------------------------


def _facts(ours: Session, theirs: Session) -> tuple[dict[str, Any], list[Conflict]]:
    """Return what changes in the facts of the session, and what each has in its own way."""
    changes: dict[str, Any] = {}
    if knows_script(theirs) and not knows_script(ours):
        changes = _values(theirs, OF_SCRIPT)
    conflicts = []
    for name in FACTS:
        if _values(ours, [name]) == _values(theirs, [name]) or _is_empty(theirs, [name]):
            continue
        if _is_empty(ours, [name]):
            changes[name] = getattr(theirs, name)
        else:
            conflicts.append(Conflict(None, _values(ours, [name]), _values(theirs, [name])))
    if ours.consent != theirs.consent and knows_script(theirs):
        conflicts.append(Conflict(None, {"consent": ours.consent}, {"consent": theirs.consent}))
    problem, tallies = _problem(ours.problem, theirs.problem), _tallies(ours.tallies, theirs.tallies)
    if problem is None:
        conflicts.append(Conflict(None, {"problem": ours.problem}, {"problem": theirs.problem}))
    conflicts += [Conflict(None, {"tallies": a}, {"tallies": b}) for a, b in tallies[1]]
    return {**changes, "problem": problem or ours.problem, "tallies": tallies[0]}, conflicts


def _problem(ours: Problem, theirs: Problem) -> Problem | None:
    """Return the problem sentence of both; None when they have different ones."""
    if not ours.text or not theirs.text:
        return ours if ours.text else theirs
    if ours.text != theirs.text:
        return None
    versions = _joined(ours.versions, theirs.versions)
    return Problem(text=ours.text, confirmed=ours.confirmed or theirs.confirmed, versions=versions)


def _tallies(
    ours: tuple[Tally, ...], theirs: tuple[Tally, ...]
) -> tuple[tuple[Tally, ...], list[tuple[Tally, Tally]]]:
    """Return the answers of both to the evaluation, and those that differ for one question."""
    known = {tally.question: tally for tally in ours}
    new = {tally.question: tally for tally in theirs if tally.question not in known}
    pairs = [(known[t.question], t) for t in theirs if t.question in known]
    filled = {a.question: b for a, b in pairs if a == Tally(question=a.question)}
    differ = [
        (a, b) for a, b in pairs if a != b and a.question not in filled and b != Tally(question=b.question)
    ]
    return (*(filled.get(tally.question, tally) for tally in ours), *new.values()), differ


def _topics(ours: Session, coming: Session, notes: Iterable[Note]) -> list[Topic]:
    used = {topic for note in notes for topic in note.topics} - {topic.id for topic in ours.topics}
    return [topic for topic in coming.topics if topic.id in used]


def _beside(
    ours: Session, theirs: Session, coming: Session, notes: tuple[Note, ...], added: tuple[Note, ...]
) -> dict[str, Any]:
    """Return what was asked, found, told and taken away, as far as it is about notes that stand here."""
    new = {note.id for note in added}
    same = {note.id: note.text for note in coming.notes}
    whole = {note.id for note in notes if same.get(note.id) == note.text}
    left = (one for one in coming.left if one.spot.split(".")[0] in whole)
    asked = (one for one in coming.asked if one.note in new and one not in ours.asked)
    own = {note.id for note in ours.notes}
    refused = sum(is_refused(note) for note in theirs.notes if note.id not in own)
    return {
        "asked": (*ours.asked, *asked),
        "names": _joined(ours.names, coming.names),
        "left": _joined(ours.left, left),
        "erased": _joined(ours.erased, (id_ for id_ in theirs.erased if id_ not in own)),
        "withheld": max(ours.withheld, theirs.withheld + refused),
        "exports": (*ours.exports, *_exports(ours.exports, theirs.exports)),
    }


def _joined(ours: tuple[T, ...], theirs: Iterable[T]) -> tuple[T, ...]:
    known = set(ours)
    return (*ours, *(one for one in dict.fromkeys(theirs) if one not in known))


def _exports(ours: tuple[Exported, ...], theirs: tuple[Exported, ...]) -> list[Exported]:
    known = {*ours, *map(elsewhere, ours)}
    return [one for one in dict.fromkeys(map(elsewhere, theirs)) if one not in known]


def _put(session: Session, name: str, theirs: Any) -> Any:
    """Return what comes in place of a fact of the session when theirs is taken."""
    if name == "tallies":
        return tuple(theirs if tally.question == theirs.question else tally for tally in session.tallies)
    if name == "problem" and session.problem.text:
        versions = dict.fromkeys((*session.problem.versions, session.problem.text, *theirs.versions))
        return theirs.model_copy(update={"versions": tuple(versions)})
    return theirs
