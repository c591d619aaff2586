"""Searching all notes: an index in memory, that a note leaves when it is erased or refused.

It is never on the disk, where it could keep words that were erased.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import islice, takewhile
from typing import NamedTuple, TypeVar

from goedgesprek_tui.models import Note, Session
from goedgesprek_tui.review.marks import Marks, Phrase, Span
from goedgesprek_tui.review.query import Query, Words, read_query
from goedgesprek_tui.review.ranking import Term, marked, scoring
from goedgesprek_tui.review.stems import WORD, compared
from goedgesprek_tui.review.together import SharedTopics, together
from goedgesprek_tui.text import count, fold
from goedgesprek_tui.topics import TopicList

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST = 200
"""So many hits are given; of the others only the number."""
RANKED = 2000
"""Of more notes than this the newest are ranked: words that so many hold say little on which is meant."""
BETWEEN = "|"
"""Stands between the texts of a note, so that no phrase runs on; it is no word itself."""
TYPED, SAME, BEGUN = 1.0, 0.8, 0.5
"""What a word counts for when it is there as typed, in another form, or as the beginning of a word."""


class Hit(NamedTuple):
    """A note that was found, how well it fits (higher is better), and what to mark in its text and gist."""

    session: Session
    note: Note
    score: float
    spans: tuple[Span, ...]
    gist_spans: tuple[Span, ...]


@dataclass(frozen=True)
class Found:
    """The hits, best first; of how many notes in how many sessions they are; what was not understood.

    `marks` marks the same in another text. `asked` is False when nothing was looked for.
    """

    hits: tuple[Hit, ...] = ()
    notes: int = 0
    sessions: int = 0
    said: tuple[str, ...] = ()
    marks: Marks = Marks()
    asked: bool = False

    @property
    def total(self) -> str:
        """How many notes there are in how many sessions: `12 notities in 5 gesprekken`."""
        where = count(self.sessions, "gesprek", "gesprekken")
        return f"{count(self.notes, 'notitie', 'notities')} in {where}"


class _Entry(NamedTuple):
    session: Session
    note: Note
    words: str


class _Held(NamedTuple):
    """A session in the index: the numbers of its notes there, and the folded words of its place."""

    session: Session
    numbers: list[int]
    place: str


@dataclass(slots=True)
class _Listed:
    """Where a folded word is listed: under which stems, and which notes hold it."""

    stems: set[str] = field(default_factory=set)
    numbers: "array[int]" = field(default_factory=lambda: array("L"))


class Index:
    """The words of the notes of sessions; of removed and refused notes it knows nothing."""

    def __init__(self, topics: TopicList, sessions: Iterable[Session] = ()) -> None:
        """Read these sessions; the topics are those that notes can stand under besides the sessions' own."""
        self._topics = topics
        self._entries: dict[int, _Entry] = {}
        self._held: dict[str, _Held] = {}
        self._words: dict[str, _Listed] = {}
        self._same: dict[str, set[str]] = {}
        self._labels: dict[tuple[str, str], set[int]] = {}
        self._next = 0
        self._length = 0
        self._sorted: list[str] | None = None
        self._newest: list[_Held] | None = None
        self._shared: SharedTopics | None = None
        for session in sessions:
            self.put(session)

    def __len__(self) -> int:
        """Return how many notes can be found."""
        return len(self._entries)

    def put(self, session: Session) -> None:
        """Read a session, in place of what was known of it."""
        self.drop(session.id)
        place = " ".join(map(fold, (session.place_kind, session.place, session.area)))
        held = self._held[session.id] = _Held(session, [], f" {place}")
        for note in session.shown:
            held.numbers.append(self._add(session, note))

    def drop(self, id: str) -> None:
        """Forget a session, every word of it."""
        self._sorted = self._newest = self._shared = None
        held = self._held.pop(id, None)
        for number in held.numbers if held else ():
            self._remove(number)

    def find(self, typed: str, today: date, typing: bool = False, most: int = MOST) -> Found:
        """Return the notes that fit what was typed, at most so many; never raises.

        While `typing` the last word can be a beginning. Days without a year are those before today.
        """
        query = read_query(typed, self._all_topics(), today, typing)
        if query.is_empty:
            return Found(said=query.said)
        terms = [self._term(words) for words in query.words]
        numbers = self._fitting(query, terms)
        marks = marked(terms)
        ranked = self._ranked(numbers, terms, most)
        hits = tuple(self._hit(number, score, marks) for score, number in ranked)
        sessions = sum(not numbers.isdisjoint(held.numbers) for held in self._held.values())
        return Found(hits, len(numbers), sessions, query.said, marks, True)

    # --- what is in it ---------------------------------------------------------------------------

    def _add(self, session: Session, note: Note) -> int:
        number = self._next
        self._next += 1
        raw = [WORD.findall(text) for text in dict.fromkeys((note.text, note.gist, note.masked)) if text]
        for word in {word for words in raw for word in words}:
            self._list(word, number)
        forms = (form for words in raw for word in (*words, BETWEEN) if (form := _form(word)))
        entry = self._entries[number] = _Entry(session, note, f" {' '.join(forms)} ")
        self._length += entry.words.count(" ")
        for label in _labels(note):
            self._labels.setdefault(label, set()).add(number)
        return number

    def _list(self, word: str, number: int) -> None:
        form, stems = compared(word)
        if not form:
            return
        listed = self._words.setdefault(form, _Listed())
        if not listed.numbers or listed.numbers[-1] != number:
            listed.numbers.append(number)
        if not stems <= listed.stems:
            listed.stems |= stems
            for stem in stems:
                self._same.setdefault(stem, set()).add(form)

    def _remove(self, number: int) -> None:
        entry = self._entries.pop(number)
        self._length -= entry.words.count(" ")
        for form in set(entry.words.split()) - {BETWEEN}:
            listed = self._words[form]
            del listed.numbers[bisect_left(listed.numbers, number)]
            if not listed.numbers:
                del self._words[form]
                for stem in listed.stems:
                    _discard(self._same, stem, form)
        for label in _labels(entry.note):
            _discard(self._labels, label, number)

    def _all_topics(self) -> SharedTopics:
        if self._shared is None:
            self._shared = together(self._topics, (held.session for held in self._held.values()))
        return self._shared

    # --- which notes -----------------------------------------------------------------------------

    def _term(self, words: Words) -> Term:
        forms = words.forms
        if words.exact:
            return self._phrase(Phrase(forms, words.open))
        counts = dict.fromkeys(self._beginning(forms[0]), BEGUN) if words.open else {}
        for stem in compared(words.raw[0]).stems:
            counts |= dict.fromkeys(self._same.get(stem, ()), SAME)
        counts[forms[0]] = TYPED
        return Term(self._holding(counts), counts)

    def _phrase(self, phrase: Phrase) -> Term:
        *front, last = phrase.forms
        numbers = self._holding(self._beginning(last) if phrase.open else [last])
        for form in front:
            numbers &= self._holding([form])
        if front:
            pattern = phrase.pattern
            numbers = {number for number in numbers if pattern in self._entries[number].words}
        return Term(numbers, {}, phrase)

    def _beginning(self, start: str) -> Iterator[str]:
        """Return the words in the index that begin like this."""
        if self._sorted is None:
            self._sorted = sorted(self._words)
        words = self._sorted
        following = islice(words, bisect_left(words, start), None)
        return takewhile(lambda word: word.startswith(start), following)

    def _holding(self, forms: Iterable[str]) -> set[int]:
        return set().union(*(self._words[form].numbers for form in forms if form in self._words))

    def _fitting(self, query: Query, terms: Sequence[Term]) -> set[int]:
        """Return the numbers of the notes for which all of it holds."""
        parts = [term.numbers for term in terms]
        if query.topics is not None:
            parts.append(self._labelled("thema", query.topics))
        if query.kinds is not None:
            parts.append(self._labelled("soort", query.kinds))
        if query.narrows_sessions:
            held = (one for one in self._held.values() if _is_among(one, query))
            parts.append({number for one in held for number in one.numbers})
        return reduce(set.__and__, sorted(parts, key=len))

    def _labelled(self, what: str, names: Iterable[str]) -> set[int]:
        return set().union(*(self._labels.get((what, name), ()) for name in names))

    # --- in which order --------------------------------------------------------------------------

    def _ranked(self, numbers: set[int], terms: Sequence[Term], most: int) -> list[tuple[float, int]]:
        """Return the best notes with their scores; of equal ones the newest is first."""
        if not terms or not numbers:
            return [(0.0, number) for number in islice(self._newest_of(numbers), most)]
        score = scoring(terms, len(self._entries), self._length / len(self._entries))
        among = islice(self._newest_of(numbers), max(RANKED, most))
        scored = [(score(self._entries[number].words), number) for number in among]
        scored.sort(key=lambda pair: -pair[0])
        return scored[:most]

    def _newest_of(self, numbers: set[int]) -> Iterator[int]:
        if self._newest is None:
            self._newest = sorted(self._held.values(), key=lambda held: -held.session.started.timestamp())
        return (number for held in self._newest for number in reversed(held.numbers) if number in numbers)

    def _hit(self, number: int, score: float, marks: Marks) -> Hit:
        session, note, _ = self._entries[number]
        return Hit(session, note, score, marks.spans(note.text), marks.spans(note.gist))


def _form(word: str) -> str:
    return word if word == BETWEEN else compared(word).form


def _labels(note: Note) -> list[tuple[str, str]]:
    return [("soort", note.kind.value), *(("thema", id) for id in note.topics)]


def _discard(where: dict[Key, set[Value]], key: Key, value: Value) -> None:
    where[key].discard(value)
    if not where[key]:
        del where[key]


def _is_among(held: _Held, query: Query) -> bool:
    day = held.session.started.date()
    if (query.start and day < query.start) or (query.end and day > query.end):
        return False
    return all(f" {place}" in held.place for place in query.places)
