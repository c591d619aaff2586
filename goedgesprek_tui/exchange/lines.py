"""Sessions out of JSON Lines, one note a line: no script and no facts, so what is known of them is little."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from goedgesprek_tui.exchange.door import (
    DECODER,
    MOST_NOTES,
    NotTaken,
    bare_script,
    check_id,
    checked,
    cleaned,
    numbered,
    on_day,
    validated,
)
from goedgesprek_tui.exchange.wholes import own_consent
from goedgesprek_tui.models import Consent, Note, Session, Topic
from goedgesprek_tui.store.envelope import DAMAGE
from goedgesprek_tui.text import count

NO_NOTE = "dit is geen notitie van goedgesprek."
TWICE = "deze notitie stond er al, met iets anders erin; de eerste telt."
TOLD = 10
"""How many lines of a file are told to be wrong; of the rest only how many there are."""


@dataclass(frozen=True)
class Line:
    """A note, its session and day, what is usual there if it tells that, and the names of its topics."""

    session: str
    day: date
    note: Note
    usual: Consent | None
    names: tuple[str, ...]


def sessions_in(lines: Iterable[bytes]) -> Iterator[Session | str]:
    """Give a session for each run of lines on it, and a sentence for each line that is refused."""
    run: dict[str, Line] = {}
    wrong = 0
    for at, raw in enumerate(lines, start=1):
        try:
            line = _line(raw) if raw.strip() else None
            if line and run and (line.session != _first(run).session or len(run) == MOST_NOTES):
                yield _session(list(run.values()))
                run = {}
            if line and run.setdefault(line.note.id, line).note != line.note:
                raise NotTaken(TWICE)
        except NotTaken as error:
            wrong += 1
            if wrong <= TOLD:
                yield f"regel {at}: {error}"
    if run:
        yield _session(list(run.values()))
    if wrong > TOLD:
        more = wrong - TOLD
        yield f"nog {count(more, 'regel klopt', 'regels kloppen')} niet."


def _first(run: dict[str, Line]) -> Line:
    return next(iter(run.values()))


def _line(raw: bytes) -> Line:
    try:
        text = raw.decode("utf-8-sig").strip(" \t\r\n")
        data, end = DECODER.raw_decode(text)
        if end < len(text) or not isinstance(data, dict):
            raise NotTaken(NO_NOTE)
        return _read(cleaned(data))
    except DAMAGE:
        raise NotTaken(NO_NOTE) from None


def _read(data: dict[str, Any]) -> Line:
    id_ = data.get("session")
    if not isinstance(id_, str):
        raise NotTaken(NO_NOTE)
    check_id(id_)
    fields = {name: value for name, value in data.items() if name in Note.model_fields and value is not None}
    fields["number"] = fields.get("number", 1)
    fields["time"] = _minutes(data.get("time"))
    said = data.get("consent")
    usual = Consent(said) if said and "own_consent" in data and data["own_consent"] is None else None
    fields["consent"] = None if usual and usual is not Consent.NO else own_consent(data, Consent.GIST)
    note = validated(Note, fields)
    topics, names = note.topics, data.get("topic_names") or ()
    named = tuple(names) if isinstance(names, list) and len(names) == len(topics) else topics
    return Line(id_, date.fromisoformat(data["date"]), note, usual, tuple(map(str, named)))


def _minutes(time: Any) -> float:
    try:
        return float(time)
    except (TypeError, ValueError):
        return 0.0


def _session(run: list[Line]) -> Session:
    """Return a session with these notes; where they tell different things of what is usual, the most does."""
    usuals = Counter(line.usual for line in run if line.usual and line.usual is not Consent.NO)
    usual = max(usuals, key=lambda one: (usuals[one], one is Consent.GIST), default=Consent.GIST)
    notes = numbered(_told(line, usual) for line in run)
    names = {id_: name for line in run for id_, name in zip(line.note.topics, line.names, strict=True)}
    session = Session(
        id=run[0].session,
        started=on_day(run[0].day),
        script=bare_script(notes),
        consent=usual,
        notes=notes,
        topics=tuple(Topic(id=id_, name=name) for id_, name in names.items() if name and name != id_),
    )
    return checked(session)


def _told(line: Line, usual: Consent) -> Note:
    """Return the note of a line, with a consent of its own when the line is stricter than what is usual."""
    is_stricter = line.usual is Consent.GIST and usual is Consent.VERBATIM
    return line.note.model_copy(update={"consent": Consent.GIST}) if is_stricter else line.note
