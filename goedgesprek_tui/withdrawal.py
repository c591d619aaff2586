"""Where a note has already gone: the exports it was in, to be named when it is withdrawn or erased."""

from collections.abc import Collection
from datetime import date

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.formats import BACKUPS
from goedgesprek_tui.models import Exported, Session

MOST = 3
"""How many exports a sentence names, the newest ones."""


def exported(session: Session, when: date, format: str, file: str, sessions: int = 1) -> Session:
    """Return the session with an export written down: which notes went to which file, none of their words."""
    if format in BACKUPS:
        notes = tuple(note.id for note in session.notes if not note.removed)
    else:
        notes = tuple(one.note.id for one in told(session))
    entry = Exported(when=when, format=format, file=file, notes=notes, sessions=sessions)
    return session.model_copy(update={"exports": (*session.exports, entry)})


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
