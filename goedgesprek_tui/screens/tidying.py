"""Letting raw notes go after some weeks: one conversation at a time, and only after a yes."""

import asyncio
from typing import Any

from textual.app import App

from goedgesprek_tui.describe import day
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.retention import Raw, goes, kept_only, raw_ones, what_stays
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.withdrawal import already_in


async def tidy(app: App[Any], desk: Desk) -> str:
    """Propose each conversation whose term is over or near, until she goes back; may raise UserError.

    Return what to say of it: how many were tidied, by no title, and which copies went with them.
    """
    done: list[str] = []
    while raw := await asyncio.to_thread(_found, desk):
        title = "Van welk gesprek mogen de ruwe notities weg? Wat mee mag, blijft."
        one = await app.push_screen_wait(PickScreen(title, among(_row(desk, each) for each in raw)))
        if not one:
            break
        if await app.push_screen_wait(_sure(one)):
            done.append(await asyncio.to_thread(_keep_only, desk, one.session.id))
    tidied = f"Opgeruimd: {count(len(done), 'gesprek', 'gesprekken')}." if done else ""
    return " ".join(filter(None, (tidied, *done)))


def _found(desk: Desk) -> list[Raw]:
    sessions = (one.session for one in desk.store.listed() if one.session)
    return raw_ones(sessions, desk.setting.now().date())


def _row(desk: Desk, raw: Raw) -> Row:
    held = day(raw.session.started.date(), desk.setting.now().date())
    days = count(raw.days, "dag", "dagen")
    when = "het is tijd" if raw.is_due else f"nog {days}"
    return Row(f"{raw.session.title}, {held}", raw, f"{when}; {what_stays(raw.session)}")


def _sure(raw: Raw) -> PickScreen:
    session = raw.session
    gone = [note.id for note in session.notes if goes(session, note)]
    rows = [
        Row("Nog laten staan", False),
        Row("Opruimen", True, "dit kan niet terug"),
    ]
    title = f"{session.title}: {what_stays(session)}. {already_in(session, gone)}"
    return PickScreen(title, among(rows))


def _keep_only(desk: Desk, id_: str) -> str:
    """Tidy a session, and return which copies went with it."""
    with desk.store.open(id_) as opened:
        opened.save(kept_only(opened.session, desk.setting.now()), scrub=True)
        return opened.notice
