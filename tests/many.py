"""Several conversations at once: short to write down, and made to be looked at together."""

from collections.abc import Iterable
from datetime import UTC, datetime

from conftest import SCRIPT
from stage import a_session

from goedgesprek_tui.models import Note, NoteKind, Session


def held(id: str, day: str, *said: str | Note, **facts: object) -> Session:
    """Return a conversation of that day that was ended; `huiswerk, mbo: …` is a quote with those topics."""
    started = datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC)
    notes = tuple(_notes(id, said))
    return a_session(*notes, **{"id": id, "started": started, "ended": started, **facts})


def _notes(id: str, said: Iterable[str | Note]) -> Iterable[Note]:
    for number, one in enumerate(said, start=1):
        if isinstance(one, Note):
            yield one.model_copy(update={"number": number})
            continue
        topics, _, text = one.rpartition(": ")
        yield Note(
            id=f"{id}-{number}",
            number=number,
            text=text,
            topics=tuple(filter(None, (topic.strip() for topic in topics.split(",")))),
        )


def note(id: str, text: str, kind: NoteKind = NoteKind.QUOTE, **fields: object) -> Note:
    """Return a note of a kind; `held` gives it its number."""
    return Note.model_validate({"id": id, "number": 1, "text": text, "kind": kind, **fields})


PRACTICE = SCRIPT.model_copy(update={"kind": "oefening"})
