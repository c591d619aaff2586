"""Saving a report: in which format, and first what may still stand in it of people."""

import asyncio
from contextlib import suppress
from typing import Protocol

from textual.app import App

from goedgesprek_tui.checking import Checker
from goedgesprek_tui.describe import day
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import remember
from goedgesprek_tui.exports.gathered import Gathered
from goedgesprek_tui.folders import shown
from goedgesprek_tui.models import Session
from goedgesprek_tui.reporting import FORMATS, Made, anew, unchecked, unchecked_own, write_report
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.pick import Find, PickScreen, among
from goedgesprek_tui.settings import Settings
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Row

KINDS = {
    "md": "tekst, om te lezen en verder te bewerken",
    "html": "een pagina om te lezen, te printen of als pdf te bewaren",
    "docx": "voor Word of LibreOffice",
    "json": "voor programma's",
}
MOST = 3
"""How many conversations are named that should be looked over first."""
EVERY = 10
NOTING = "Ik schrijf nog bij elk gesprek op dat het hierin staat"
NOT_SAVED = "Er is niets opgeslagen."
LEFT = f"{NOT_SAVED} Je ging naar een ander scherm terwijl er nog werd gezocht naar namen."
TITLE = "In welk formaat wil je het verslag opslaan?"


class Saying(Protocol):
    """A screen that says one sentence at a time."""

    @property
    def app(self) -> App[object]:
        """The app it is in."""

    @property
    def is_active(self) -> bool:
        """Whether no other screen stands over it."""

    def say(self, message: str, risk: bool = False) -> None:
        """Show one sentence."""


class _Left(Exception):
    """The screen was left while it was searched."""


async def save_report(
    screen: Saying, desk: Desk, found: Gathered, settings: Settings, checker: Checker
) -> Made | None:
    """Ask in which format, then about names, and save the report; return it, or say on the screen why not."""
    rows = [Row(name, name, KINDS[name]) for name in FORMATS]
    name = await screen.app.push_screen_wait(PickScreen(TITLE, among(rows)))
    if name and await may_be_saved(screen, desk, found, settings, checker):
        screen.say("Bezig met opslaan…")
        try:
            return await undisturbed(
                screen.app, lambda: write_report(desk, anew(desk, found), name, settings), quiet=True
            )
        except UserError as error:
            screen.say(str(error), risk=True)
    return None


async def note_down(screen: Saying, desk: Desk, made: Made) -> None:
    """Keep with each conversation, beside the screen, that it is in a report; say where that was saved."""
    saved = f"Opgeslagen: {shown(made.path)}"
    saved += "\nDe uitvoer is niet versleuteld." if desk.store.key.is_there else ""

    def progress(done: int, total: int) -> None:
        if done % EVERY == 0:
            with suppress(RuntimeError):  # the app may have ended
                screen.app.call_from_thread(screen.say, f"{saved}\n{NOTING}: {done} van {total}…")

    try:
        await asyncio.to_thread(remember, desk.store, made.noted, progress)
    except UserError as error:
        saved += f"\nNiet bij elk gesprek is bewaard dat het hierin staat: {error}"
    screen.say(saved)


async def may_be_saved(
    screen: Saying, desk: Desk, found: Gathered, settings: Settings, checker: Checker
) -> bool:
    """Look beside the screen for what may be personal; when there is any, ask. Not saving is the default."""

    def progress(done: int, total: int) -> None:
        if not screen.is_active:
            raise _Left
        if done == total or done % EVERY == 0:
            with suppress(RuntimeError):
                said = f"Ik zoek nog naar namen: {done} van {count(total, 'gesprek', 'gesprekken')}…"
                screen.app.call_from_thread(screen.say, said)

    screen.say("Ik zoek nog naar namen…")
    try:
        counted = await asyncio.to_thread(unchecked, found, checker.open, progress)
        own = await asyncio.to_thread(unchecked_own, found, settings, checker.search)
    except _Left:
        screen.say(LEFT)
        return False
    screen.say("")
    if not counted and not own:
        return True
    asked = PickScreen(*_question(desk, counted, own))
    sure = bool(await screen.app.push_screen_wait(asked))
    screen.say("" if sure else NOT_SAVED)
    return sure


def _question(desk: Desk, counted: list[tuple[Session, int]], own: list[str]) -> tuple[str, Find]:
    number = sum(number for _, number in counted) + len(own)
    names = count(number, "naam of ander gegeven is", "namen en andere gegevens zijn")
    where = [f"in {count(len(counted), 'gesprek', 'gesprekken')}"] if counted else []
    where += ["in je eigen tekst"] if own else []
    rows = [Row("Niet opslaan", False, _first(desk, counted, own)), Row("Toch opslaan", True)]
    return f"{names} nog niet nagekeken, {' en '.join(where)}.", among(rows)


def _first(desk: Desk, counted: list[tuple[Session, int]], own: list[str]) -> str:
    """Return what to look over first: the conversations with most of it, and the words in her own texts."""
    today = desk.setting.now().date()
    most = sorted(counted, key=lambda pair: -pair[1])[:MOST]
    named = [f"{one.title}, {day(one.started.date(), today)} ({number})" for one, number in most]
    named += [f"nog {len(counted) - MOST}"] if len(counted) > MOST else []
    named += [f"in je eigen tekst {', '.join(f'„{words}”' for words in own[:MOST])}"] if own else []
    return f"kijk eerst na: {'; '.join(named)}"
