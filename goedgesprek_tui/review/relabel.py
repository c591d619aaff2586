"""Changing topics in many conversations at once: what becomes of one of them, and how that is taken back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import MAX_TOPICS, Note, Session, Topic
from goedgesprek_tui.review.together import SharedTopics
from goedgesprek_tui.text import fold
from goedgesprek_tui.topics import TopicList

LONGEST_NAME = 100
NO_TOPIC = "geen"
"""What one types to take all topics off a note; a topic of that name could never be put on."""
Label = tuple[tuple[str, ...], str]
"""The topics of a note, and its heading."""


@dataclass(frozen=True)
class Target:
    """A topic to put on notes, with all ids that it has in the sessions.

    An `own` one comes along in the file of a session; one of ours as we have it does not.
    """

    topic: Topic
    ids: frozenset[str]
    own: bool


@dataclass(frozen=True)
class Rename:
    """Gives the topic that has these ids another name; from then on it has the id of `topic` alone."""

    ids: frozenset[str]
    topic: Topic


@dataclass(frozen=True)
class Merge:
    """Puts another topic in the place of the one that has these ids, in every note."""

    ids: frozenset[str]
    into: Target


@dataclass(frozen=True)
class Split:
    """Puts another topic in the place of the one that has these ids, in some notes only."""

    ids: frozenset[str]
    into: Target
    notes: frozenset[str]


@dataclass(frozen=True)
class Give:
    """Puts a topic on one note, behind those that it has."""

    note: str
    topic: Target


Change = Rename | Merge | Split | Give


@dataclass(frozen=True)
class Labels:
    """What a change took from one session and what it gave, of each note and of the session's own topics.

    `came` are the ids of own topics that no note had before. It holds no words of anybody, so that it can be
    kept for undo.
    """

    session: str
    notes: dict[str, tuple[Label, Label]]
    before: tuple[Topic, ...]
    after: tuple[Topic, ...]
    came: frozenset[str]


def applied(change: Change, session: Session) -> Session:
    """Return the session with a change made; the same object when the change does not concern it.

    A note keeps the place of the topic among its own, and never has one twice. When the first topic of a
    note becomes another one, its heading goes: that is an older name of the topic it no longer stands under.
    A new name leaves it, for it is what the parents said. An own topic that was replaced and that no note has
    any more leaves the session.
    """
    if isinstance(change, Rename):
        return _renamed(change, session)
    if isinstance(change, Give):
        return _given(change, session)
    into = _as_known(change.into, session)
    chosen = change.notes if isinstance(change, Split) else None
    notes = tuple(
        _under(note, change.ids, into.id) if chosen is None or note.id in chosen else note
        for note in session.notes
    )
    moved = notes != session.notes
    if not moved and chosen is not None:
        return session
    gone = change.ids - _used(notes)
    return _with(session, notes, _own(session.topics, gone, into if change.into.own and moved else None))


def renaming(shared: SharedTopics, id: str, name: str) -> Rename:
    """Return the change that gives a topic this name; the one it had is among its other names then.

    Raises `UserError` when it can be no name.
    """
    name, before = topic_name(name), _topic(shared, id)
    others = dict.fromkeys((*before.also, *([before.name] if before.name != before.id else [])))
    also = tuple(other for other in others if fold(other) != fold(name))
    return Rename(shared.ids(id), before.model_copy(update={"name": name, "also": also}))


def target(shared: SharedTopics, base: TopicList, id: str) -> Target:
    """Return a topic of the sessions or the list as one to put on notes."""
    topic = _topic(shared, id)
    return Target(topic, shared.ids(id), base.get(topic.id) != topic)


def topic_name(typed: str) -> str:
    """Return what was typed as the name of a topic; raises `UserError` when it can be none."""
    name = " ".join(typed.split())
    if not fold(name):
        raise UserError("Een thema heeft een naam nodig; typ er een, of ga terug met Esc.")
    if len(name) > LONGEST_NAME:
        raise UserError(f"Deze naam is {len(name)} tekens lang; houd het op {LONGEST_NAME} of minder.")
    if fold(name) == NO_TOPIC:
        raise UserError(f"Een thema kan niet {name} heten, want dat haalt thema's weg; kies een andere naam.")
    return name


def named(shared: SharedTopics, name: str) -> Topic | None:
    """Return the topic that bears this name now; one that only bore it before does not count."""
    return next((topic for topic in shared.topics if fold(topic.name) == fold(name)), None)


def labels_of(before: Session, after: Session) -> Labels:
    """Return what has to be known to take a change of a session back."""
    pairs = zip(before.notes, after.notes, strict=True)
    notes = {old.id: (_label(old), _label(new)) for old, new in pairs if _label(old) != _label(new)}
    came = {topic.id for topic in after.topics} - {topic.id for topic in before.topics} - _used(before.notes)
    return Labels(before.id, notes, before.topics, after.topics, frozenset(came))


def taken_back(labels: Labels, session: Session) -> tuple[Session, int]:
    """Return the session with its labels of before a change, and how many notes keep another one.

    All that was changed since stays: words, notes that came or went, and a note or topic that was given
    another label by hand. What has its labels of before already is the same object.
    """
    notes = tuple(_note_back(labels, note) for note in session.notes)
    kept = sum(n.id in labels.notes and _label(n) != labels.notes[n.id][0] for n in notes if not n.removed)
    return _with(session, notes, _topics_back(labels, session.topics, _used(notes))), kept


def extent(sessions: Iterable[tuple[Session, Session]]) -> tuple[int, int]:
    """Return of pairs before and after how many notes got other labels, and in how many sessions."""
    numbers = [
        sum(old is not new and not new.removed for old, new in zip(before.notes, after.notes, strict=True))
        for before, after in sessions
    ]
    return sum(numbers), sum(map(bool, numbers))


def _renamed(change: Rename, session: Session) -> Session:
    if change.ids.isdisjoint(_used(session.notes) | {topic.id for topic in session.topics}):
        return session
    notes = tuple(_under(note, change.ids, change.topic.id, keeps_heading=True) for note in session.notes)
    return _with(session, notes, _own(session.topics, change.ids - {change.topic.id}, change.topic))


def _given(change: Give, session: Session) -> Session:
    topic = _as_known(change.topic, session)
    notes = tuple(
        _labelled(note, ((*note.topics, topic.id), note.heading))
        if note.id == change.note and topic.id not in note.topics and len(note.topics) < MAX_TOPICS
        else note
        for note in session.notes
    )
    if notes == session.notes:
        return session
    return _with(session, notes, _own(session.topics, (), topic if change.topic.own else None))


def _as_known(into: Target, session: Session) -> Topic:
    """Return the topic with the id that the session knows it by, so that no session has it twice."""
    known = next((topic for topic in session.topics if topic.id in into.ids), into.topic)
    return into.topic.model_copy(update={"id": known.id})


def _under(note: Note, ids: frozenset[str], new: str, keeps_heading: bool = False) -> Note:
    if ids.isdisjoint(note.topics):
        return note
    topics = tuple(dict.fromkeys(new if topic in ids else topic for topic in note.topics))
    heading = note.heading if keeps_heading or note.topics[0] not in ids else ""
    return _labelled(note, (topics, heading))


def _own(topics: tuple[Topic, ...], gone: Collection[str], comes: Topic | None) -> tuple[Topic, ...]:
    """Return own topics without those that are gone; what comes stands where it stood, else last."""
    if not comes:
        return tuple(topic for topic in topics if topic.id not in gone)
    kept = {topic.id: topic for topic in topics if topic.id not in gone}
    return tuple((kept | {comes.id: comes}).values())


def _topics_back(labels: Labels, topics: tuple[Topic, ...], used: set[str]) -> tuple[Topic, ...]:
    before, after = ({topic.id: topic for topic in each} for each in (labels.before, labels.after))
    back = []
    for topic in topics:
        if after.get(topic.id) != topic:
            back.append(topic)
        elif topic.id in before or topic.id in labels.came & used:
            back.append(before.get(topic.id, topic))
    there = {topic.id for topic in topics}
    missing = (one for one in labels.before if one.id not in there)
    had = {topic for (topics, _), _ in labels.notes.values() for topic in topics}
    back += [one for one in missing if one.id in used or (one.id not in after and one.id not in had)]
    order = {id: at for at, id in enumerate(before)}
    return tuple(sorted(back, key=lambda topic: order.get(topic.id, len(order))))


def _note_back(labels: Labels, note: Note) -> Note:
    before, after = labels.notes.get(note.id, (None, None))
    return _labelled(note, before) if before and _label(note) == after else note


def _labelled(note: Note, label: Label) -> Note:
    if _label(note) == label:
        return note
    return note.model_copy(update={"topics": label[0], "heading": label[1]})


def _label(note: Note) -> Label:
    return note.topics, note.heading


def _with(session: Session, notes: tuple[Note, ...], topics: tuple[Topic, ...]) -> Session:
    if notes == session.notes and topics == session.topics:
        return session
    return session.model_copy(update={"notes": notes, "topics": topics})


def _used(notes: Iterable[Note]) -> set[str]:
    return {topic for note in notes for topic in note.topics}


def _topic(shared: SharedTopics, id: str) -> Topic:
    """Return a topic; for an id that nothing names, one that bears it as its name."""
    one = shared.of(id)
    return shared.topics.get(one) or Topic(id=one, name=one)
