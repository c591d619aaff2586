"""Half years: the periods in which conversations are looked back on."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from goedgesprek_tui.dates import MONTHS, dutch_date

JULY = 7


@dataclass(frozen=True, order=True)
class HalfYear:
    """Half a year: the first (1) or the second (2) half."""

    year: int
    half: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the half year a day is in."""
        return cls(day.year, 1 if day.month < JULY else 2)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, 1 if self.half == 1 else JULY, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def before(self) -> "HalfYear":
        """The half year before this one."""
        return HalfYear(self.year, 1) if self.half == 2 else HalfYear(self.year - 1, 2)

    @property
    def after(self) -> "HalfYear":
        """The half year after this one."""
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)

    def __str__(self) -> str:
        """Return it as people say it, short: `begin 2026`, `eind 2026`."""
        return f"{'begin' if self.half == 1 else 'eind'} {self.year}"


def period_said(start: date | None, end: date | None) -> str:
    """Return a period as people say it; whole months as months: `januari tot en met juni 2026`."""
    if start and end:
        if start.day == 1 and (end + timedelta(days=1)).day == 1:
            return _months(start, end)
        return f"{dutch_date(start)} tot en met {dutch_date(end)}"
    if start:
        return f"vanaf {dutch_date(start)}"
    return f"tot en met {dutch_date(end)}" if end else "alle gesprekken"


def before(start: date | None, end: date | None) -> tuple[date, date] | None:
    """Return the period of the same length right before one; None without both its days.

    Of whole months it is as many whole months.
    """
    if not start or not end:
        return None
    last = start - timedelta(days=1)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        years, month = divmod(start.year * 12 + start.month - 1 - months, 12)
        return date(years, month + 1, 1), last
    return last - (end - start), last


def _months(start: date, end: date) -> str:
    first, last = MONTHS[start.month - 1], f"{MONTHS[end.month - 1]} {end.year}"
    if start.year != end.year:
        first += f" {start.year}"
    return last if first == last.split()[0] else f"{first} tot en met {last}"
