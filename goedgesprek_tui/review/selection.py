"""Which conversations are looked at together: the filters, and what there is to choose for each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from goedgesprek_tui.models import ScriptKind, Session
from goedgesprek_tui.review.periods import HalfYear
from goedgesprek_tui.text import fold

APART = frozenset({ScriptKind.PRACTICE, ScriptKind.REVIEW})
"""Scripts of which no notes are counted: nobody spoke there as a parent about a school."""
FIELDS = {
    "place_kind": "soort plek",
    "place": "plek",
    "group": "groep",
    "script": "leidraad",
    "ambassador": "ambassadeur",
}
"""What a selection can narrow on besides the days, and what that is called."""


@dataclass(frozen=True)
class Selection:
    """The conversations with parents from `start` to `end` (both included), narrowed by what is not empty.

    Names are compared without case, accents and hyphens; `place` is the name of the place or the area.
    """

    start: date | None = None
    end: date | None = None
    place_kind: str = ""
    place: str = ""
    group: str = ""
    script: str = ""
    ambassador: str = ""

    def pick(self, sessions: Iterable[Session]) -> tuple[Session, ...]:
        """Return the sessions that are meant, the oldest first."""
        found = (session for session in sessions if self.holds(session))
        return tuple(sorted(found, key=lambda session: session.started.timestamp()))

    def holds(self, session: Session) -> bool:
        """Whether a session is one of them."""
        if session.script.kind in APART:
            return False
        day = session.started.date()
        if (self.start and day < self.start) or (self.end and day > self.end):
            return False
        narrowed = ((name, wanted) for name in FIELDS if (wanted := getattr(self, name)))
        return all(fold(wanted) in map(fold, values(session, name)) for name, wanted in narrowed)

    def within(self, half: HalfYear) -> "Selection":
        """Return this selection in another half year."""
        return replace(self, start=half.start, end=half.end)

    @property
    def only_days(self) -> bool:
        """Whether nothing but the days narrows it."""
        return not any(getattr(self, name) for name in FIELDS)

    def narrowed(self, name: str, value: str) -> "Selection":
        """Return it narrowed on one of `FIELDS`; an empty value takes that away."""
        return replace(self, **{name: value})  # type: ignore[arg-type]

    def narrowed_said(self) -> str:
        """Return what narrows it besides the days, in words; "" when nothing does."""
        return ", ".join(value for name in FIELDS if (value := getattr(self, name)))


def values(session: Session, name: str) -> tuple[str, ...]:
    """Return what a session has for one of `FIELDS`; empty when it was not filled in."""
    if name == "script":
        return (session.script.name,)
    found = (session.place, session.area) if name == "place" else (getattr(session, name),)
    return tuple(value for value in found if value)


def choices(sessions: Iterable[Session], name: str) -> list[tuple[str, int]]:
    """Return what there is to choose for one of `FIELDS`, and how many sessions have it; most first."""
    spelled: dict[str, str] = {}
    number: Counter[str] = Counter()
    for session in sessions:
        for value in values(session, name) if session.script.kind not in APART else ():
            spelled.setdefault(fold(value), value)
            number[fold(value)] += 1
    return sorted(
        ((spelled[key], total) for key, total in number.items()), key=lambda pair: (-pair[1], pair[0])
    )
