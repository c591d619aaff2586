"""The lines above a report: the period, how many conversations, groups, places and parents, and where."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.exports.gathered import Gathered, veiled
from goedgesprek_tui.models import Session
from goedgesprek_tui.review.counting import groups_in, places_in
from goedgesprek_tui.review.periods import period_said
from goedgesprek_tui.review.selection import FIELDS
from goedgesprek_tui.text import count, fold

STEP = 5
"""Parents are rounded to this many; nobody counts people who come and go."""
WHERE = frozenset({"place", "group"})


def figures(found: Gathered) -> Iterator[str]:
    """Return the lines: the period and the figures, where it was, and what else it was narrowed to."""
    sessions = found.sessions
    if not sessions:
        yield f"{_period(found)}. In deze periode zijn er geen gesprekken."
        return
    yield f"{_period(found)}. {_numbers(sessions)}."
    yield _kinds(sessions)
    yield from _narrowed(found)


def spoken(sessions: Sequence[Session]) -> str:
    """Return how many parents were there, rounded, as far as that was written down; "" when it never was."""
    known = [session.parents for session in sessions if session.parents is not None]
    if not known:
        return ""
    total = sum(known)
    about = f"ongeveer {rounded(total)}" if total >= STEP else f"minder dan {STEP}"
    missing = len(sessions) - len(known)
    of_rest = f" in {len(known)} van de {len(sessions)} gesprekken; van de rest is het niet opgeschreven"
    return f"{about} ouders{of_rest if missing else ''}"


def rounded(parents: int) -> int:
    """Return a number of parents as it is told: the nearest five, and never fewer than five."""
    return max((parents + STEP // 2) // STEP * STEP, STEP)


def _period(found: Gathered) -> str:
    selection, days = found.review.selection, [s.started.date() for s in found.sessions]
    if selection.start or selection.end or not days:
        said = period_said(selection.start, selection.end)
    else:
        said = " tot en met ".join(dict.fromkeys(dutch_date(day) for day in (min(days), max(days))))
    return f"{said[:1].upper()}{said[1:]}"


def _numbers(sessions: Sequence[Session]) -> str:
    said = count(len(sessions), "gesprek", "gesprekken")
    if groups := groups_in(sessions):
        said += f" met {count(groups, 'groep', 'groepen')}"
    if places := places_in(sessions):
        said += f" op {count(places, 'plek', 'plekken')}"
    parents = spoken(sessions)
    return f"{said}, {parents}" if parents else said


def _kinds(sessions: Sequence[Session]) -> str:
    spelled: dict[str, str] = {}
    number: Counter[str] = Counter()
    for session in sessions:
        kind = session.place_kind or "niet opgeschreven"
        number[fold(spelled.setdefault(fold(kind), kind))] += 1
    (first, times), *others = number.most_common()
    said = [f"{spelled[first]} ({count(times, 'gesprek', 'gesprekken')})"]
    return f"Plekken: {', '.join((*said, *(f'{spelled[kind]} ({n})' for kind, n in others)))}."


def _narrowed(found: Gathered) -> Iterator[str]:
    """Return what narrows it besides the days; of a place where one could be recognised not which one."""
    selection = replace(found.review.selection, start=None, end=None)
    hidden = any(veiled(session) is not session for session in found.review.picked)
    named = [(name, value) for name in FIELDS if (value := getattr(selection, name))]
    said = [
        f"één {label}" if hidden and name in WHERE else f"{label} {value}"
        for name, value in named
        for label in (FIELDS[name],)
    ]
    if said:
        yield f"Alleen: {', '.join(said)}."
