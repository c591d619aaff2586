"""The topics of many sessions as the codebook of a program for qualitative analysis."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.models import Session, Topic
from goedgesprek_tui.review.together import SharedTopics, together
from goedgesprek_tui.text import one_line
from goedgesprek_tui.topics import TopicList

LONGEST = 190
"""The letters of a name; Taguette takes 200."""


class Code(NamedTuple):
    """A code: the id of its topic, its name, and what falls under it."""

    topic: str
    name: str
    description: str


@dataclass(frozen=True)
class Codebook:
    """The codes in the order of the topic list; no two have the same name, whatever the case."""

    codes: tuple[Code, ...]
    shared: SharedTopics

    def codes_of(self, topics: Iterable[str]) -> list[str]:
        """Return the topics of a note as ids of codes, each once."""
        return list(dict.fromkeys(map(self.shared.of, topics)))


def codebook(topics: TopicList, sessions: Iterable[Session]) -> Codebook:
    """Return the codes for all topics of the list, and for every other that a note for people bears.

    A topic of the ambassador's own that none bears is not told: nobody looked it over for names. The sessions
    are gone through once and not kept.
    """
    seen = _Seen(sessions)
    shared = together(topics, seen)
    borne = set(map(shared.of, seen.topics))
    known = list(_named(shared.topics, topics, borne))
    unknown = (id for id in seen.topics if not shared.topics.get(shared.of(id)))
    names = _Names()
    every = (*known, *(Topic(id=id, name=id) for id in unknown))
    codes = (Code(topic.id, names.free(topic.name), one_line(topic.description)) for topic in every)
    return Codebook(tuple(codes), shared)


def _named(shared: TopicList, ours: TopicList, borne: set[str]) -> Iterator[Topic]:
    """Give the topics that may be told; one of ours that no note bears under the name that we gave it."""
    for topic in shared:
        if topic.id in borne:
            yield topic
        elif known := ours.get(topic.id):
            yield known


def code_name(name: str) -> str:
    """Return the name of a topic on one line and without `|`, which stands between names."""
    return one_line(name).replace("|", "/").strip() or "?"


def to_codebook(sessions: Iterable[Session], topics: TopicList) -> Iterator[str]:
    """Return the codebook as the CSV that Taguette reads: `path` and `description`, after RFC 4180.

    Taguette guesses the encoding, and with a few accents it guesses wrong: then a byte order mark tells it.
    """
    lines = io.StringIO(newline="")
    table = csv.writer(lines, lineterminator="\r\n")
    table.writerow(("path", "description"))
    table.writerows((code.name, code.description) for code in codebook(topics, sessions).codes)
    text = lines.getvalue()
    yield text if text.isascii() else f"\ufeff{text}"


class _Seen:
    """Sessions as they are gone through; `topics` are the ids that notes for people bore, in order."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self.topics: dict[str, None] = {}
        self._sessions = sessions

    def __iter__(self) -> Iterator[Session]:
        for session in self._sessions:
            for one in told(session):
                self.topics.update(dict.fromkeys(one.note.topics))
            yield session


class _Names:
    """Names that were given out: programs keep one code of two whose names differ in case only."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        wanted = free = code_name(name)[:LONGEST]
        number = 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{wanted} ({number})"
        self._taken.add(free.casefold())
        return free
