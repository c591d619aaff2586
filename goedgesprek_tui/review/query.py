"""What a typed search means: words, words in quotes, and filters on topic, place, kind and day."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from goedgesprek_tui.dates import MONTHS, parse_date
from goedgesprek_tui.line import kind_named
from goedgesprek_tui.models import NoteKind
from goedgesprek_tui.review.stems import WORD, compared
from goedgesprek_tui.review.together import SharedTopics
from goedgesprek_tui.text import fold, shortened

QUOTED = "|".join(
    (
        r'"(?P<a>[^"]*)(?P<a_end>"?)',
        r"[„“](?P<b>[^”“\"]*)(?P<b_end>[”“\"]?)",
        r"«(?P<c>[^»]*)(?P<c_end>»?)",
        r"(?<!\w)‘(?P<d>(?:[^’]|’(?=\w))*)(?P<d_end>’?)",
    )
)
PART = re.compile(rf"(?:(?P<name>[^\W\d_]+):)?(?:{QUOTED})|(?P<bare>[^\s\"„“«]+)")
NAMED = re.compile(r"(?P<name>[^\W\d_]+):(?P<value>\S*)")
NAMES = "thema, plek, soort, van, sinds en tot"
YEAR = re.compile(r"20\d\d")
MONTH = re.compile(r"(?P<month>[a-z]{3,9})\.?(?: (?P<year>20\d\d))?")
DECEMBER = 12
SAID = 30
One = TypeVar("One")


class Words(NamedTuple):
    """Words that must be in a note: one in any of its forms, or several that stand there just so.

    The words are `raw`, as typed; of the last one only the beginning was typed when it is `open`.
    """

    raw: tuple[str, ...]
    exact: bool = False
    open: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The words, folded."""
        return tuple(compared(word).form for word in self.raw)


@dataclass(frozen=True)
class Query:
    """What is looked for: all of it must be so. `said` is what of it was not understood, in sentences.

    `topics` are ids that a note has one of; None is any, and so is None for the kinds.
    """

    words: tuple[Words, ...] = ()
    topics: frozenset[str] | None = None
    kinds: frozenset[NoteKind] | None = None
    places: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    said: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.words and not self.narrows_sessions and self.topics is None and self.kinds is None

    @property
    def narrows_sessions(self) -> bool:
        """Whether it is about some of the conversations only."""
        return bool(self.places or self.start or self.end)

    def saying(self, sentence: str) -> "Query":
        """Return the query with a sentence on what was not understood."""
        return self if sentence in self.said else replace(self, said=(*self.said, sentence))


def read_query(typed: str, shared: SharedTopics, today: date, typing: bool = False) -> Query:
    """Return what a typed search means; while `typing`, of the last word only a beginning may be there.

    A word with a `*` behind it is a beginning as well. Never raises.
    """
    query = Query()
    for found in PART.finditer(typed):
        last = typing and found.end() == len(typed)
        group = next((name for name in "abcd" if found[name] is not None), "")
        if not group:
            query = _bare(query, found["bare"], shared, today, last)
        elif found["name"]:
            query = _filtered(query, found["name"], found[group], shared, today, last)
        else:
            raw = _words(found[group])
            part = Words(raw, exact=True, open=last and not found[f"{group}_end"] and _is_open(typed))
            query = replace(query, words=(*query.words, part)) if raw else query
    return query


def _bare(query: Query, said: str, shared: SharedTopics, today: date, last: bool) -> Query:
    named = NAMED.fullmatch(said)
    if named:
        return _filtered(query, named["name"], named["value"], shared, today, last)
    if said.startswith("#") and said.strip("#"):
        return _tagged(query, said.lstrip("#"), shared, last)
    return _with_words(query, said, last)


def _with_words(query: Query, said: str, last: bool) -> Query:
    raw = _words(said)
    ends = (last and _is_open(said)) or said.endswith("*")
    parts = [Words((word,), open=ends and at == len(raw)) for at, word in enumerate(raw, start=1)]
    return replace(query, words=(*query.words, *parts))


def _tagged(query: Query, tag: str, shared: SharedTopics, last: bool) -> Query:
    """Narrow on the topic behind a #; as in the talk, one that names no topic is a word."""
    topics = _topics(tag, shared)
    if topics:
        return replace(query, topics=_both(query.topics, topics))
    query = _with_words(query, tag, last)
    return query.saying(f"Er is geen thema „{_short(tag)}”; er is op het woord gezocht.")


def _filtered(query: Query, name: str, value: str, shared: SharedTopics, today: date, last: bool) -> Query:
    """Narrow with a filter; of one without a value nothing is known yet, an unknown one is words."""
    narrow = _FILTERS.get(fold(name))
    if not narrow:
        query = _with_words(_with_words(query, name, False), value, last)
        known = f"Een filter is {NAMES}"
        return query.saying(f"„{_short(name)}:” is geen filter; er is op de woorden gezocht. {known}.")
    return narrow(query, value.strip(), shared, today) if value.strip() else query


def _topic(query: Query, value: str, shared: SharedTopics, today: date) -> Query:
    topics = _topics(value, shared)
    query = replace(query, topics=_both(query.topics, topics))
    return query if topics else query.saying(f"Er is geen thema „{_short(value)}”.")


def _place(query: Query, value: str, shared: SharedTopics, today: date) -> Query:
    return replace(query, places=(*query.places, fold(value)))


def _kind(query: Query, value: str, shared: SharedTopics, today: date) -> Query:
    kind = kind_named(value)
    kinds = {kind} if kind else {one for one in NoteKind if one.value.startswith(fold(value))}
    query = replace(query, kinds=_both(query.kinds, frozenset(kinds)))
    if kinds:
        return query
    return query.saying(f"Er is geen soort „{_short(value)}”. Een soort is {', '.join(NoteKind)}.")


def _from(query: Query, value: str, shared: SharedTopics, today: date) -> Query:
    days = days_said(value, today)
    return replace(query, start=max(filter(None, (query.start, days[0])))) if days else _no_day(query, value)


def _until(query: Query, value: str, shared: SharedTopics, today: date) -> Query:
    days = days_said(value, today)
    return replace(query, end=min(filter(None, (query.end, days[1])))) if days else _no_day(query, value)


_FILTERS: dict[str, Callable[[Query, str, SharedTopics, date], Query]] = {
    "thema": _topic,
    "plek": _place,
    "plaats": _place,
    "soort": _kind,
    "van": _from,
    "vanaf": _from,
    "sinds": _from,
    "tot": _until,
}


def days_said(said: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of a year, a month or a day that was typed; None if it is no day.

    Without a year it is the last one that began. Hyphens may stand for spaces: `maart-2026`.
    """
    said = " ".join(said.casefold().split())
    spaced = said if said[:1].isdigit() and parse_date(said, today) else said.replace("-", " ")
    if YEAR.fullmatch(spaced):
        return date(int(spaced), 1, 1), date(int(spaced), 12, 31)
    return _month_said(spaced, today) or _day_said(spaced, today)


def _month_said(said: str, today: date) -> tuple[date, date] | None:
    found = MONTH.fullmatch(said)
    short = found["month"].replace("mrt", "maart") if found else ""
    number = next((at for at, name in enumerate(MONTHS, start=1) if short and name.startswith(short)), 0)
    if not found or not number:
        return None
    year = int(found["year"]) if found["year"] else today.year - (number > today.month)
    first = date(year, number, 1)
    after = date(year + number // DECEMBER, number % DECEMBER + 1, 1)
    return first, after - timedelta(days=1)


def _day_said(said: str, today: date) -> tuple[date, date] | None:
    """Return a day that has its number; without a year the last such day, of those within a year back."""
    year_ago = today - timedelta(days=365)
    day = parse_date(said, year_ago + timedelta(days=1)) if said[:1].isdigit() else None
    return (day, day) if day else None


def _no_day(query: Query, value: str) -> Query:
    example = "Zo kan het: van:1-3-2026, sinds:maart of tot:2026"
    return query.saying(f"„{_short(value)}” is geen dag, maand of jaar. {example}.")


def _topics(said: str, shared: SharedTopics) -> frozenset[str]:
    """Return the ids of the topic with this name, else of those with a name that it begins."""
    exact = shared.topics.find(said)
    topics = [exact[0]] if exact else shared.topics.starting(said)
    return frozenset(id for topic in topics for id in shared.ids(topic.id))


def _both(one: frozenset[One] | None, other: frozenset[One]) -> frozenset[One]:
    return other if one is None else one & other


def _words(said: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(said) if compared(word).form)


def _is_open(said: str) -> bool:
    """Whether a text ends in a word that may go on."""
    return bool(said) and (said[-1].isalnum() or said[-1] in "'’")


def _short(said: str) -> str:
    return shortened(said, SAID)
