"""What home shows of a folder: reading it, and what there is to choose then."""

from collections.abc import Sequence

from goedgesprek_tui.describe import due_lines, open_rows
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import shown
from goedgesprek_tui.retention import raw_ones, said
from goedgesprek_tui.screens.home import BLOCKED, LOCKED, NEW, PRACTICE, REVIEW, SESSIONS, Found
from goedgesprek_tui.store.sessions import Listed
from goedgesprek_tui.store.switching import settle
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row

DUE_SHOWN = 3


def read(desk: Desk, said: str = "") -> Found:
    """Read the folder of a desk, and return what home shows of it; what cannot be read or written is told.

    `said` is a sentence that goes before that. It waits for the disk, so it is called beside the event loop.
    """
    listed: list[Listed] = []
    key = desk.store.key
    is_open, hidden, blocked = True, False, False
    try:
        is_open = key.is_open
        notice = next(iter(settle(desk.store)), desk.notice)
        is_open, hidden = key.is_open, key.is_there  # a key that was not needed any more is gone now
        listed = desk.store.listed() if is_open else []
        desk.store.prepare()
    except UserError as error:
        notice, blocked = str(error), True
    notice = " ".join(filter(None, (said, notice)))
    if not is_open:
        where = f"versleuteld · map {shown(desk.folder)}"
        return Found([*LOCKED, PRACTICE], where, notice=notice, locked=True)
    return found(desk, listed, notice, blocked, hidden)


def found(desk: Desk, listed: Sequence[Listed], notice: str, blocked: bool, hidden: bool) -> Found:
    """Return what home shows of a folder that is open; with `hidden` no titles, for it has a passphrase."""
    now = desk.setting.now()
    sessions = [one.session for one in listed if one.session]
    unreadable = [f"{one.id}: {one.problem}" for one in listed if not one.session]
    open_ones = [Row(*row) for row in open_rows(sessions, now, hidden)]
    raw = raw_ones(sessions, now.date())
    tidying = [Row(*said(raw))] if raw else []
    return Found(
        [*([BLOCKED] if blocked else open_ones), NEW, SESSIONS, REVIEW, *tidying, PRACTICE],
        f"{count(len(sessions), 'gesprek', 'gesprekken')} · map {shown(desk.folder)}",
        due_lines(sessions, now.date(), hidden)[:DUE_SHOWN],
        notice or next(iter(unreadable), ""),
        tuple(row.value for row in open_ones),
    )
