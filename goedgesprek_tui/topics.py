"""The topic list: finding a theme by one of its names, and what a typed beginning offers, likeliest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from goedgesprek_tui import text
from goedgesprek_tui.models import Topic

WORD = re.compile(r"\w+")
NO_FIT = 4


@dataclass(frozen=True)
class TopicList:
    """Topics in the order of their file; what is searched in is prepared once, at the first question."""

    topics: tuple[Topic, ...] = ()

    def __iter__(self) -> Iterator[Topic]:
        """Go through the topics."""
        return iter(self.topics)

    def find(self, name: str) -> tuple[Topic, str] | None:
        """Return the topic with this name or id, and the name to put over it when that is an older one.

        The older name comes back as it stands in the list, so that a report has the heading the parents
        used; also when it reads like the id (`Imago vmbo`, `imago-vmbo`). None when nothing has the name.
        """
        return self._names.get(text.fold(name))

    def get(self, id: str) -> Topic | None:
        """Return the topic with exactly this id."""
        return self._by_id.get(id)

    def name_of(self, id: str) -> str:
        """Return the name of a topic; of an unknown one the id itself."""
        topic = self.get(id)
        return topic.name if topic else id

    def starting(self, typed: str) -> list[Topic]:
        """Return the topics that fit what was typed so far, the likeliest first.

        First those whose name starts with it, then a word in the name, then a word in another name or
        the id, then those that hold it anywhere. Nothing typed fits all.
        """
        wanted = _words(typed)
        if not wanted:
            return [] if typed.strip() else list(self.topics)
        ranked = [(_rank(wanted, name, others), topic) for topic, name, others in self._searched]
        return [topic for rank in range(NO_FIT) for found, topic in ranked if found == rank]

    def nearest(self, name: str) -> Topic | None:
        """Return the topic that a mistyped name most likely meant."""
        near = text.nearest(name, self._names)
        return self._names[near][0] if near else None

    def with_own(self, topics: Iterable[Topic]) -> "TopicList":
        """Return the list with the topics of a session; one of them goes before ours with the same id."""
        own = {topic.id: topic for topic in topics}
        if not own:
            return self
        ours = tuple(own.pop(topic.id, topic) for topic in self.topics)
        return TopicList((*ours, *own.values()))

    @cached_property
    def _by_id(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def _names(self) -> dict[str, tuple[Topic, str]]:
        """Every folded name; a name goes before an older name, and that before an id."""
        names: dict[str, tuple[Topic, str]] = {}
        for topic in self.topics:
            names.setdefault(text.fold(topic.name), (topic, ""))
        for topic in self.topics:
            for also in topic.also:
                names.setdefault(text.fold(also), (topic, "" if also == topic.id else also))
        for topic in self.topics:
            names.setdefault(text.fold(topic.id), (topic, ""))
        return names

    @cached_property
    def _searched(self) -> list[tuple[Topic, str, str]]:
        """The words of each name, and those of its other names together."""
        return [(t, _words(t.name), " | ".join(map(_words, (*t.also, t.id)))) for t in self.topics]


def _words(name: str) -> str:
    """Return the folded words of a name, with one space between them."""
    return " ".join(WORD.findall(text.fold(name)))


def _rank(wanted: str, name: str, others: str) -> int:
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    if f" {wanted}" in f" {others}":
        return 2
    return 3 if wanted in name or wanted in others else NO_FIT
