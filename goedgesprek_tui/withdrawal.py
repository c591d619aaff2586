"""Where a note has already gone: the exports it was in, to be named when it is withdrawn or erased."""

from collections.abc import Collection

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.formats import BACKUPS, BOOKS
from goedgesprek_tui.models import Session

MOST = 3
"""How many exports a sentence names, the newest ones."""


def notes_in(session: Session, format: str) -> tuple[str, ...]:
    """Return the ids of the notes that an export of a session holds."""
    if format in BOOKS:
        return ()
    if format in BACKUPS:
        return tuple(note.id for note in session.notes if not note.removed)
    return tuple(one.note.id for one in told(session))


def withdrawn(before: Session, after: Session) -> str:
    """Return a sentence on the exports that hold what is no longer told the same way; "" when none does."""
    if not before.exports:
        return ""
    now = {one.note.id: one.text for one in told(after)}
    return already_in(before, [one.note.id for one in told(before) if now.get(one.note.id) != one.text])


def already_in(session: Session, notes: Collection[str]) -> str:
    """Return a sentence that names the exports in which these notes already are; "" when there are none."""
    found = [one for one in session.exports if not set(notes).isdisjoint(one.notes)]
    if not found:
        return ""
    names = "; ".join(f"{one.file} ({dutch_date(one.when)})" for one in found[-MOST:])
    names += f", en nog {len(found) - MOST}" if len(found) > MOST else ""
    return f"Dit staat al in wat je eerder opsloeg: {names}. Haal het daar zelf ook weg."
