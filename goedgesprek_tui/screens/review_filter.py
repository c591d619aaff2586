"""Choosing which conversations to look back on: the period, and what narrows it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from textual.app import App

from goedgesprek_tui.review.periods import HalfYear, before, period_said
from goedgesprek_tui.review.query import days_said
from goedgesprek_tui.review.selection import FIELDS, Selection, choices
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.text import count, shortened
from goedgesprek_tui.widgets.choices import Row

PERIOD, CLEAR, OTHER = "period", "clear", "other"
LONGEST = 66
Days = tuple[date | None, date | None]
NOT_A_DAY = "Dat is geen dag, maand of jaar. Typ bijvoorbeeld 1-3-2026 of maart 2026; leeg is geen grens."


async def filtered(app: App[Any], review: Review, today: date) -> Selection | None:
    """Ask what to look at, and return that; None when nothing was chosen."""
    selection = review.selection
    what = await app.push_screen_wait(PickScreen("Welke gesprekken?", among(_rows(review))))
    if what == CLEAR:
        return Selection(start=selection.start, end=selection.end)
    if what == PERIOD:
        days = await _period(app, "Welke periode?", list(review.halves), today)
        return replace(selection, start=days[0], end=days[1]) if days else None
    if what is None:
        return None
    wide = selection.narrowed(what, "")
    values = [
        Row(shortened(value, LONGEST), value, _number(number))
        for value, number in choices(wide.pick(review.sessions), what)
    ]
    title = f"Welke {FIELDS[what]}?"
    value = await app.push_screen_wait(PickScreen(title, among([Row("alles", ""), *values])))
    return None if value is None else selection.narrowed(what, value)


async def other_period(app: App[Any], review: Review, today: date) -> tuple[date, date] | None:
    """Ask which period to compare with, and return its days; None when none was chosen."""
    start, end = review.selection.start, review.selection.end
    rows: list[Row] = []
    if days := before(start, end):
        rows.append(Row("de periode ervoor", days, period_said(*days)))
    if start and end:
        year = _year_earlier(start), _year_earlier(end)
        rows.append(Row("dezelfde periode een jaar eerder", year, period_said(*year)))
    known = {row.value for row in rows}
    halves = [one for one in _half_rows(list(review.halves)) if one.value not in known]
    rows += [*halves, Row("andere dagen", OTHER, "je typt van en tot en met")]
    chosen = await app.push_screen_wait(PickScreen("Vergelijken met welke periode?", among(rows)))
    start, end = (await _typed(app, today) if chosen == OTHER else chosen) or (None, None)
    return (start, end) if start and end else None


def _rows(review: Review) -> Iterator[Row]:
    selection = review.selection
    yield Row("periode", PERIOD, period_said(selection.start, selection.end))
    for name, said in FIELDS.items():
        wide = selection.narrowed(name, "")
        found = len(choices(wide.pick(review.sessions), name))
        chosen = getattr(selection, name)
        if chosen or found:
            yield Row(said, name, shortened(chosen, LONGEST) or f"alles ({found})")
    if selection.narrowed_said():
        yield Row("alle gesprekken van deze periode", CLEAR, "niets kleiner maken")


async def _period(app: App[Any], title: str, halves: list[HalfYear], today: date) -> Days | None:
    rows = [
        *_half_rows(halves),
        Row("alles", (None, None), "alle gesprekken in deze map"),
        Row("andere dagen", OTHER, "je typt van en tot en met"),
    ]
    chosen = await app.push_screen_wait(PickScreen(title, among(rows)))
    return await _typed(app, today) if chosen == OTHER else chosen


def _half_rows(halves: list[HalfYear]) -> list[Row]:
    return [
        Row(str(half), (half.start, half.end), period_said(half.start, half.end)) for half in reversed(halves)
    ]


async def _typed(app: App[Any], today: date) -> Days | None:
    start = await _day(app, "Vanaf welke dag?", today, last=False)
    end = await _day(app, "Tot en met welke dag?", today, last=True) if start else None
    if not start or not end:
        return None
    days = start[0], end[0]
    return days if not all(days) else (min(filter(None, days)), max(filter(None, days)))


async def _day(app: App[Any], title: str, today: date, last: bool) -> tuple[date | None] | None:
    """Ask for a day until it is one, a month or a year; None to go back, and no day for no limit."""
    typed: str | None = ""
    about = ""
    while True:
        typed = await app.push_screen_wait(
            AskScreen(title, typed or "", about, "bijvoorbeeld 1-3-2026, of maart", deed="verder")
        )
        if typed is None:
            return None
        days = days_said(typed, today)
        if days or not typed:
            return (days[last],) if days else (None,)
        about = NOT_A_DAY


def _year_earlier(day: date) -> date:
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _number(number: int) -> str:
    return count(number, "gesprek", "gesprekken")
