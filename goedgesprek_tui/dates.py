"""Days as people say and type them in Dutch."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
NUMBERS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf".split()
NEAR = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "volgende week": 7}
LONGEST = 60
YEARS_TO_A_LEAP_DAY = 8

LAST = (0, 6, *(364 + 365 * year for year in range(YEARS_TO_A_LEAP_DAY + 1)))
"""How many days ago to look on from, to come to the last day of a week, of a year, or 29 February."""

ISO = re.compile(r"(?P<year>20[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
NUMERIC = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<sign>[-/.])(?P<month>[0-9]{1,2})((?P=sign)(?P<year>20[0-9]{2}|[0-9]{2}))?"
)
WRITTEN = re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[a-z]+)\.?( (?P<year>20[0-9]{2}))?")
AHEAD = re.compile(r"over (?P<number>[0-9]{1,3}|[a-z]+) (?P<unit>dag|dagen|week|weken|maand|maanden)")


def dutch_date(day: date) -> str:
    """Return a date as people write it: `12 maart 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """Return the month of a date in three letters, as calendars print it: `mrt`."""
    return "mrt" if day.month == 3 else MONTHS[day.month - 1][:3]


def full_date(day: date) -> str:
    """Return a date with its weekday: `donderdag 12 maart 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {dutch_date(day)}"


def parse_date(text: str, today: date) -> date | None:
    """Return the day that was typed, or None when it cannot be told which one.

    It may be `26-11-2026`, `26/11`, `26 nov`, `donderdag`, `donderdag 26 november`, `volgende week dinsdag`,
    `over 3 weken`, `morgen` or ISO. Without a year it is the first such day that is not before today; a
    weekday that contradicts its date is no day.
    """
    said = " ".join(text.casefold().replace("é", "e").strip(" .").split())
    try:
        return _read(said.removeprefix("op "), today) if len(said) <= LONGEST else None
    except (ValueError, OverflowError):
        return None


def parse_past(text: str, today: date) -> date | None:
    """Return the day that was typed of something that has been, or None when it cannot be told which one.

    It may be typed as for `parse_date`; without a year, and of a weekday, it is the last such day that is not
    after today.
    """
    found = parse_date(text, today)
    later = parse_date(text, today + timedelta(days=1))
    if found and later and later - found == timedelta(days=1) and found != today:
        return found  # counted from today, such as `morgen`
    days = (parse_date(text, today - timedelta(days=ago)) for ago in LAST)
    return next((day for day in days if day and day <= today), found)


def _read(said: str, today: date) -> date | None:
    if said in NEAR:
        return today + timedelta(days=NEAR[said])
    if found := ISO.fullmatch(said) or NUMERIC.fullmatch(said):
        return _dated(int(found["day"]), int(found["month"]), found["year"], today)
    if found := WRITTEN.fullmatch(said):
        return _dated(int(found["day"]), _month(found["month"]), found["year"], today)
    if found := AHEAD.fullmatch(said):
        return _ahead(_number(found["number"]), found["unit"], today)
    return _weekday(said, today)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return date(2000 + int(year) % 100, month, day)
    years = range(today.year, today.year + YEARS_TO_A_LEAP_DAY + 1)
    days = (date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1])
    return next((found for found in days if found >= today), None)


def _ahead(number: int, unit: str, today: date) -> date:
    if not unit.startswith("maand"):
        return today + timedelta(days=number * (7 if unit.startswith("we") else 1))
    years, month = divmod(today.month - 1 + number, 12)
    year, month = today.year + years, month + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _weekday(said: str, today: date) -> date | None:
    first, _, rest = said.partition(" ")
    if first in ("komende", "aanstaande"):
        return _weekday(rest, today + timedelta(days=1))
    if said.startswith("volgende week "):
        next_monday = today + timedelta(days=7 - today.weekday())
        return next_monday + timedelta(days=_place(said.split()[-1], WEEKDAYS))
    weekday = _place(first.rstrip(".,"), WEEKDAYS)
    coming = today + timedelta(days=(weekday - today.weekday()) % 7)
    if rest in ("", "over een week"):
        return coming + timedelta(weeks=1 if rest else 0)
    day = _read(rest, today)
    return day if day and day.weekday() == weekday else None


def _month(name: str) -> int:
    return 3 if name == "mrt" else _place(name, MONTHS, shortest=3) + 1


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else NUMBERS.index(said)


def _place(name: str, names: Sequence[str], shortest: int = 2) -> int:
    """Return which of the names begins with this one; raise ValueError when none does."""
    for at, full in enumerate(names):
        if len(name) >= shortest and full.startswith(name):
            return at
    raise ValueError(name)
