"""The complete backup of sessions for programs: every note as it stands, whatever the consent."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from goedgesprek_tui.models import Note, Session
from goedgesprek_tui.topics import TopicList


def to_jsonl(sessions: Iterable[Session], topics: TopicList) -> Iterator[str]:
    """Return a line of JSON for every note that was not removed.

    `consent` is what holds for the note, `own_consent` what was said about this one note, if anything;
    `time` is in minutes since the start. Notes to which parents said no are in it as long as they exist.
    """
    for session in sessions:
        for record in _notes(session, topics):
            yield json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def to_json(sessions: Iterable[Session], topics: TopicList) -> Iterator[str]:
    """Return all that is stored of the sessions as a JSON list that can be read and mended by hand.

    It comes in a chunk for each session.
    """
    before = "["
    for session in sessions:
        whole = json.dumps(_session(session, topics), ensure_ascii=False, allow_nan=False, indent=1)
        yield before + f"\n{whole}".replace("\n", "\n ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _session(session: Session, topics: TopicList) -> dict[str, Any]:
    first = {"id": session.id, "date": _date(session), "title": session.title}
    stored = session.model_dump(mode="json", exclude={"id", "notes"})
    return {**first, **stored, "notes": list(_notes(session, topics))}


def _notes(session: Session, topics: TopicList) -> Iterator[dict[str, Any]]:
    name = topics.with_own(session.topics).name_of
    return (_note(session, note, name) for note in session.notes if not note.removed)


def _note(session: Session, note: Note, name: Callable[[str], str]) -> dict[str, Any]:
    return {
        "session": session.id,
        "date": _date(session),
        **note.model_dump(mode="json", exclude={"removed"}),
        "topic_names": [name(topic) for topic in note.topics],
        "consent": session.consent_of(note).value,
        "own_consent": note.consent,
        "time": round(note.time, 2),
    }


def _date(session: Session) -> str:
    return session.started.date().isoformat()
