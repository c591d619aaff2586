"""The topics of many sessions as one list: those of their own that bear one name are one topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from goedgesprek_tui.models import Session, Topic
from goedgesprek_tui.text import fold
from goedgesprek_tui.topics import TopicList


@dataclass(frozen=True)
class SharedTopics:
    """A topic list for many sessions; `same` leads from an id to the one that stands for it.

    The name of a topic is the one it has in the newest session that names it, else that of the list.
    """

    topics: TopicList
    same: dict[str, str]

    def of(self, id: str) -> str:
        """Return the id that stands for a topic."""
        return self.same.get(id, id)

    def name_of(self, id: str) -> str:
        """Return the name of a topic; of an unknown one the id itself."""
        return self.topics.name_of(self.of(id))

    def ids(self, id: str) -> frozenset[str]:
        """Return all ids that a topic has in the sessions."""
        return self._ids.get(self.of(id), frozenset({id}))

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for id, one in self.same.items():
            found.setdefault(one, {one}).add(id)
        return {one: frozenset(ids) for one, ids in found.items()}


def own_topics(base: TopicList, sessions: Iterable[Session]) -> tuple[Topic, ...]:
    """Return the topics of her own, and ours that she renamed, that a note in the sessions stands under.

    Those are what a next conversation has to know as well. The sessions are gone through once, and their
    words are not kept, so that they can be read one by one.
    """
    used: set[str] = set()
    naming = []
    for session in sessions:
        used.update(topic for note in session.shown for topic in note.topics)
        naming += [session.model_copy(update={"notes": ()})] if session.topics else []
    shared = together(base, naming)
    in_use = {shared.of(id) for id in used}
    return tuple(topic for topic in shared.topics if topic.id in in_use and base.get(topic.id) != topic)


def together(base: TopicList, sessions: Iterable[Session]) -> SharedTopics:
    """Return the list of topics with those that the sessions bring along."""
    own: dict[str, tuple[float, Topic]] = {}
    for session in sessions:
        when = session.started.timestamp()
        for topic in session.topics:
            if topic.id not in own or own[topic.id][0] < when:
                own[topic.id] = (when, topic)
    named = [topic for _, topic in sorted(own.values(), key=lambda pair: (pair[0], pair[1].id))]
    topics = base.with_own(named)
    first: dict[str, str] = {}
    same: dict[str, str] = {}
    for topic in topics:
        one = first.setdefault(fold(topic.name), topic.id)
        if one != topic.id:
            same[topic.id] = one
    return SharedTopics(TopicList(tuple(topic for topic in topics if topic.id not in same)), same)
