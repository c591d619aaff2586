"""`goedgesprek lijst`: the sessions of a folder."""

import json
from collections.abc import Sequence
from datetime import date

from goedgesprek_tui.describe import day
from goedgesprek_tui.store.sessions import Listed
from goedgesprek_tui.text import count, one_line

SHORT_ID = 8


def as_json(listed: Sequence[Listed]) -> str:
    """Return the sessions as a JSON list, with English keys that do not change."""
    return json.dumps([_row(one) for one in listed], ensure_ascii=False, indent=1)


def as_text(listed: Sequence[Listed], today: date) -> str:
    """Return a line per session: the beginning of its id, when, what, how many notes, and its state."""
    return "\n".join(one_line(_line(one, today)) for one in listed) or "Er zijn nog geen gesprekken."


def _row(one: Listed) -> dict[str, object]:
    session = one.session
    return {
        "id": one.id,
        "date": session.started.date().isoformat() if session else None,
        "title": session.title if session else "",
        "script": session.script.id if session else "",
        "place": session.place if session else "",
        "notes": len(session.shown) if session else 0,
        "state": _state(one),
    }


def _line(one: Listed, today: date) -> str:
    session = one.session
    if not session:
        return f"{one.id[:SHORT_ID]}  onleesbaar"
    notes = count(len(session.shown), "notitie", "notities")
    when = day(session.started.date(), today)
    fetched = ", opgehaald" if session.origin else ""
    return f"{one.id[:SHORT_ID]}  {when}, {session.title}, {notes}, {_state(one)}{fetched}"


def _state(one: Listed) -> str:
    if not one.session:
        return "onleesbaar"
    return "afgerond" if one.session.ended else "open"
