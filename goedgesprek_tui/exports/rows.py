"""The rows of the table formats: every note that people may read, with or without a topic, one a row."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from goedgesprek_tui.exports.codebook import code_name
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.models import Session
from goedgesprek_tui.topics import TopicList


class Row(NamedTuple):
    """A note in a table; `minute` is since the start, `text` exactly what may be told of it."""

    id: str
    session: str
    date: date
    place: str
    group: str
    phase: str
    minute: float
    kind: str
    consent: str
    text: str
    topics: tuple[str, ...]
    topic_names: tuple[str, ...]


DUTCH_HEADER = (
    *("id", "gesprek", "datum", "plek", "groep", "fase", "minuut", "soort", "toestemming", "tekst"),
    "themas",
)


def rows(session: Session, topics: TopicList) -> Iterator[Row]:
    """Return the rows of a session, in the order its notes were made."""
    name = topics.with_own(session.topics).name_of
    for one in told(session):
        note = one.note
        yield Row(
            id=note.id,
            session=session.id,
            date=session.started.date(),
            place=" ".join(part for part in (session.place_kind, session.place) if part),
            group=session.group,
            phase=note.phase,
            minute=round(note.time, 2),
            kind=note.kind.value,
            consent=session.consent_of(note).value,
            text=one.text,
            topics=note.topics,
            topic_names=tuple(code_name(name(topic)) for topic in note.topics),
        )


def dutch_cells(row: Row) -> tuple[str, ...]:
    """Return a row as `DUTCH_HEADER` has it: day first, a decimal comma, and names of topics only."""
    day, minute = row.date.strftime("%d-%m-%Y"), str(row.minute).replace(".", ",")
    before = (row.id, row.session, day, row.place, row.group, row.phase, minute)
    return (*before, row.kind, row.consent, row.text, " | ".join(row.topic_names))


def to_csv(sessions: Iterable[Session], topics: TopicList) -> Iterator[str]:
    """Return the notes as CSV for programs, after RFC 4180, a chunk a session: commas, and points in numbers.

    A spreadsheet program would take some of these words for a formula; that is what the Dutch one is for.
    """
    yield _lines([Row._fields])
    for session in sessions:
        yield _lines(
            (*row[:2], row.date.isoformat(), *row[3:-2], "|".join(row.topics), "|".join(row.topic_names))
            for row in rows(session, topics)
        )


def to_dutch_csv(sessions: Iterable[Session], topics: TopicList) -> Iterator[str]:
    """Return the notes as CSV for a Dutch Excel, a chunk a session: a byte order mark, and semicolons.

    No cell can be taken for a formula; see `harmless`. A line `sep=;` would make Excel pass over the mark.
    """
    yield "\ufeff" + _lines([DUTCH_HEADER], ";")
    for session in sessions:
        cells = map(dutch_cells, rows(session, topics))
        yield _lines((map(_cell, DUTCH_HEADER, row) for row in cells), ";")


FORMULA = re.compile(r"[\s\u00a0']*[=+\-@＝＋－＠]|[\t\r\n]")
"""What Excel or another program may take for a formula, whatever stands in front of it."""


def harmless(text: str) -> str:
    """Return text with one `'` in front when a program may take it for a formula.

    To undo it, drop one leading `'` when the rest matches `FORMULA` at its start.
    """
    return f"'{text}" if FORMULA.match(text) else text


def _cell(column: str, text: str) -> str:
    return text if column in ("datum", "minuut") else harmless(text)


def _lines(cells: Iterable[Iterable[object]], between: str = ",") -> str:
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=between, lineterminator="\r\n").writerows(cells)
    return lines.getvalue()
