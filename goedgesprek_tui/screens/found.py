"""What home shows of a folder, once it has been read."""

from collections.abc import Sequence

from goedgesprek_tui.describe import due_lines, open_rows
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.folders import shown
from goedgesprek_tui.retention import raw_ones, said
from goedgesprek_tui.screens.home import BLOCKED, LOCKED, NEW, SESSIONS, TRIAL, Found
from goedgesprek_tui.store.sessions import Listed
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row

DUE_SHOWN = 3


def found(desk: Desk, listed: Sequence[Listed], notice: str, blocked: bool) -> Found:
    """Return what home shows: of a folder under a passphrase no titles, and before the passphrase nothing."""
    where = f"map {shown(desk.folder)}"
    if not desk.store.key.is_open:
        return Found([*LOCKED, TRIAL], f"versleuteld · {where}", notice=notice)
    now, hidden = desk.setting.now(), desk.store.key.is_there
    sessions = [one.session for one in listed if one.session]
    unreadable = [f"{one.id}: {one.problem}" for one in listed if not one.session]
    open_ones = [Row(*row) for row in open_rows(sessions, now, hidden)]
    raw = raw_ones(sessions, now.date())
    tidying = [Row(*said(raw))] if raw else []
    return Found(
        [*([BLOCKED] if blocked else open_ones), NEW, SESSIONS, *tidying, TRIAL],
        f"{count(len(sessions), 'gesprek', 'gesprekken')} · {where}",
        due_lines(sessions, now.date(), hidden)[:DUE_SHOWN],
        notice or next(iter(unreadable), ""),
        tuple(row.value for row in open_ones),
    )
