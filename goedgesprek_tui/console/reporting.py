"""`goedgesprek terugblik`: which conversations are asked for, and what is said beside the report."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from goedgesprek_tui.console import streams
from goedgesprek_tui.dates import parse_past
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import remember
from goedgesprek_tui.exports.gathered import Gathered
from goedgesprek_tui.folders import path_of
from goedgesprek_tui.models import Session
from goedgesprek_tui.reporting import (
    BINARY,
    kept_choice,
    notice,
    prepared,
    rendered,
    write_report,
)
from goedgesprek_tui.review.periods import HalfYear, period_said
from goedgesprek_tui.review.selection import Selection, choices
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.text import count, fold, nearest


def tell_back(desk: Desk, sessions: Iterable[Session], call: Namespace) -> None:
    """Make the report that was asked for, and say on standard error what to know of it.

    Raise UserError when it cannot be made.
    """
    name = call.formaat or "md"
    if call.uit == "-" and name in BINARY and sys.stdout.isatty():
        raise UserError(f"{name} is geen tekst en past niet op het scherm; geef met --uit een bestand.")
    review = Review(tuple(sessions), desk.prompts.topics)
    review = looked_back(review, call.van, call.tot, call.plaats, desk.setting.now().date())
    topic = topic_asked(review, call.thema) if call.thema else ""
    found = prepared(review, kept_choice(desk, review), topic)
    if call.uit == "-":
        streams.put_out([rendered(found, name, desk.settings)])
    else:
        _write(desk, found, name, call.uit)
    sys.stdout.flush()
    for said in filter(None, (desk.notice, period_line(found), notice(desk, found, desk.settings))):
        streams.complain(said)


def _write(desk: Desk, found: Gathered, name: str, out: str) -> None:
    made = write_report(desk, found, name, desk.settings, path_of(out) if out else None)
    print(made.path)
    try:
        remember(desk.store, made.noted)
    except UserError as error:
        streams.complain(f"Niet bij elk gesprek is bewaard dat het hierin staat: {error}")


def looked_back(review: Review, start: str, end: str, place: str, today: date) -> Review:
    """Return the look back that was asked for; raise UserError when it cannot be told which.

    Without days it is this half year when it has conversations, else the last half year that has.
    """
    where = _at_place(review, place) if place else Selection()
    days = (_day(start, "--van", today), _day(end, "--tot", today))
    if days[0] and days[1] and days[0] > days[1]:
        raise UserError("De dag achter --van ligt na die achter --tot; draai ze om.")
    if any(days):
        return review.through(replace(where, start=days[0], end=days[1]))
    return review.through(where.within(_half_year(review, where, today)))


def topic_asked(review: Review, typed: str) -> str:
    """Return the id of the topic that was typed, by any of its names; raise UserError when there is none."""
    found = review.shared.topics.find(typed)
    if found:
        return found[0].id
    near = review.shared.topics.nearest(typed)
    raise UserError(f"Er is geen thema „{typed}”.{_meant(near.name if near else None)}")


def period_line(found: Gathered) -> str:
    """Return which period it became, and whether something was chosen for it before."""
    selection = found.review.selection
    number = count(len(found.sessions), "gesprek", "gesprekken")
    line = f"Periode: {period_said(selection.start, selection.end)} ({number})."
    if found.choice.leaves_out:
        return f"{line} Wat je eerder wegliet voor dit verslag, staat er niet in."
    return line


def _half_year(review: Review, where: Selection, today: date) -> HalfYear:
    halves = {HalfYear.of(session.started.date()) for session in where.pick(review.sessions)}
    now = HalfYear.of(today)
    return now if now in halves or not halves else max(halves)


def _day(typed: str, option: str, today: date) -> date | None:
    day = parse_past(typed, today) if typed else None
    if typed and not day:
        raise UserError(f"„{typed}” achter {option} is geen datum; het kan zo: 1-1-2026 of 1 januari 2026.")
    return day


def _at_place(review: Review, typed: str) -> Selection:
    """Return the selection of a place by its name, its area, or what kind of place it is."""
    places, kinds = (choices(review.sessions, name) for name in ("place", "place_kind"))
    if fold(typed) in (fold(value) for value, _ in places):
        return Selection(place=typed)
    if fold(typed) in (fold(value) for value, _ in kinds):
        return Selection(place_kind=typed)
    names = [value for value, _ in (*places, *kinds)]
    raise UserError(f"Er is geen gesprek op de plek „{typed}”.{_meant(nearest(typed, names))}")


def _meant(near: str | None) -> str:
    return f" Bedoel je „{near}”?" if near else ""
