"""Two versions of all that a session holds besides its notes, made one."""

from collections.abc import Iterable
from typing import Any, TypeVar

from goedgesprek_tui.exchange.arriving import elsewhere, is_refused
from goedgesprek_tui.exchange.conflict import Conflict, is_empty, values
from goedgesprek_tui.exchange.door import knows_script
from goedgesprek_tui.models import Exported, Note, Problem, Session, Tally, Topic

T = TypeVar("T")
FACTS = tuple(
    """
    ambassador place_kind place area group parents first_time left_over reflection
    """.split()
)
OF_SCRIPT = ("script", "started", "phase", "question", "visited", "seconds", "keep_weeks")


def merged_facts(ours: Session, theirs: Session) -> tuple[dict[str, Any], list[Conflict]]:
    """Return what changes in the facts of the session, and what each has in its own way."""
    changes: dict[str, Any] = {}
    if knows_script(theirs) and not knows_script(ours):
        changes = values(theirs, OF_SCRIPT)
    conflicts = []
    for name in FACTS:
        if values(ours, [name]) == values(theirs, [name]) or is_empty(theirs, [name]):
            continue
        if is_empty(ours, [name]):
            changes[name] = getattr(theirs, name)
        else:
            conflicts.append(Conflict(None, values(ours, [name]), values(theirs, [name])))
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


def needed_topics(ours: Session, coming: Session, notes: Iterable[Note]) -> list[Topic]:
    """Return the topics of their own that notes have and that are not here."""
    used = {topic for note in notes for topic in note.topics} - {topic.id for topic in ours.topics}
    return [topic for topic in coming.topics if topic.id in used]


def merged_rest(
    ours: Session, theirs: Session, coming: Session, notes: tuple[Note, ...], added: tuple[Note, ...]
) -> dict[str, Any]:
    """Return what was asked, found, told and taken away, as far as it is about notes that stand here."""
    new = {note.id for note in added}
    same = {note.id: note.text for note in coming.notes}
    whole = {note.id for note in notes if same.get(note.id) == note.text}
    left = (one for one in coming.left if one.spot.rsplit(".", 2)[0] in whole)
    asked = (one for one in coming.asked if one.note in new and one not in ours.asked)
    own = {note.id for note in ours.notes}
    refused = [note.id for note in theirs.notes if is_refused(note) and note.id not in own]
    gone = (id_ for id_ in (*theirs.erased, *refused) if id_ not in own)
    return {
        "asked": (*ours.asked, *asked),
        "names": _joined(ours.names, coming.names),
        "left": _joined(ours.left, left),
        "erased": _joined(ours.erased, gone),
        "withheld": max(ours.withheld, theirs.withheld + len(refused)),
        "exports": (*ours.exports, *_exports(ours.exports, theirs.exports)),
    }


def _joined(ours: tuple[T, ...], theirs: Iterable[T]) -> tuple[T, ...]:
    known = set(ours)
    return (*ours, *(one for one in dict.fromkeys(theirs) if one not in known))


def _exports(ours: tuple[Exported, ...], theirs: tuple[Exported, ...]) -> list[Exported]:
    known = {*ours, *map(elsewhere, ours)}
    return [one for one in dict.fromkeys(map(elsewhere, theirs)) if one not in known]


def put(session: Session, name: str, theirs: Any) -> Any:
    """Return what comes in place of a fact of the session when theirs is taken."""
    if name == "tallies":
        return tuple(theirs if tally.question == theirs.question else tally for tally in session.tallies)
    if name == "problem" and session.problem.text:
        versions = dict.fromkeys((*session.problem.versions, session.problem.text, *theirs.versions))
        return theirs.model_copy(update={"versions": tuple(versions)})
    return theirs
