"""Suggesting topics for what a parent said: three at most, best first, with the words that caused them.

A sentence is compared with about 1,900 invented ones whose topics are known, with the names and keywords of
the list, and with the notes of the user that have a topic. Each feature speaks for a topic by the share
of its sentences that stand under it, and features add up as chances that are independent (noisy-or, which
is complement naive Bayes written the other way round). Nothing here is stored.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from goedgesprek_tui.clean.tokens import tokens
from goedgesprek_tui.models import Session, Topic
from goedgesprek_tui.review.evidence import UNIT, Evidence, features_in
from goedgesprek_tui.review.features import Feature, features_of, pairs_of, words_of
from goedgesprek_tui.review.selection import APART
from goedgesprek_tui.text import fold
from goedgesprek_tui.topics import TopicList

NO_TOPIC = "-"
MOST = 3
SMOOTH = 0.7 * UNIT
OF_NAME, OF_KEYWORD = 0.3, 0.6
OF_CHOICE, OF_OWN = 0.3, 3.0
A_HABIT = 2
LEAST, SILENCE = 10.0, 0.3
ALSO_FITS = 0.5
MOST_CAUSES = 3
ALSO_CAUSES = 0.4
LATEST = 2_000
Gains = Mapping[str, float]
Example = tuple[tuple[str, ...], tuple[str, ...], float]


class Suggestion(NamedTuple):
    """A topic that fits, the words as they stand in the text that caused it, and how well it fits.

    Scores say something only beside each other, for one text.
    """

    topic: str
    words: tuple[str, ...]
    score: float


class Lesson(NamedTuple):
    """What a note taught: its words, the topics it has, and the topic it looked like without learning."""

    words: tuple[str, ...]
    topics: tuple[str, ...]
    looked: str


class Suggester:
    """Suggests topics, and learns from notes whose topics are known; it lives in memory only.

    It learns two things: words, mostly those of topics of the user's own, of which nothing else is known; and
    habits: that what looks like one topic is put under another by this user, whatever words it is in.
    Making the first one takes about half a second, so that is done beside the event loop.
    """

    def __init__(self, topics: TopicList) -> None:
        """Suggest from this list."""
        self.topics = topics
        self._base = _base(topics.topics)
        self._own = Evidence()
        self._habits: dict[str, Counter[str]] = {}
        self._taught: dict[str, Lesson] = {}
        self._ours = {topic.id for topic in topics}
        self._same = {topic.id: topic.id for topic in topics}
        self._named = {fold(topic.name): topic.id for topic in topics}

    def follow(self, session: Session) -> None:
        """Learn what a session holds now: its own topics, and the topics of its notes.

        What was learned from a note that is not shown any more, or was erased, is gone.
        """
        for topic in session.topics:
            self.name(topic)
        shown = {note.id: note for note in session.shown}
        for note in session.notes:
            self.teach(note.id, note.text, note.topics if note.id in shown else ())
        for erased in session.erased:
            self.teach(erased, "", ())

    def name(self, topic: Topic) -> None:
        """Suggest from a topic of the user's own as well; one that bears a known name is that topic."""
        if topic.id in self._same:
            return
        one = self._same[topic.id] = self._named.setdefault(fold(topic.name), topic.id)
        if one == topic.id:
            self.topics = self.topics.with_own((topic,))
            for words, ids, _ in _named(topic):
                self._own.add(words, ids, OF_OWN)

    def teach(self, note: str, text: str, topics: Iterable[str]) -> None:
        """Learn which topics a note has now, in place of what was learned from it before.

        Without topics it is forgotten, and nothing of it remains. Ids that no topic has are passed over.
        """
        ids = tuple(dict.fromkeys(self._same[id] for id in topics if id in self._same))
        words = words_of(text) if ids else ()
        before = self._taught.get(note)
        if (before.words, before.topics) == (words, ids) if before else not words:
            return
        if before:
            self._learn(self._taught.pop(note), -1)
        if words:
            self._taught[note] = Lesson(words, ids, self._base.best(words))
            self._learn(self._taught[note], 1)

    def _learn(self, lesson: Lesson, times: int) -> None:
        """Learn from a note, or with -1 take away exactly what was learned from it."""
        weight = OF_CHOICE if self._ours.issuperset(lesson.topics) else OF_OWN
        self._own.add(lesson.words, lesson.topics, times * weight)
        habits = self._habits.setdefault(lesson.looked, Counter())
        habits[lesson.topics[0]] += times
        self._habits[lesson.looked] = +habits
        if not self._habits[lesson.looked]:
            del self._habits[lesson.looked]

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """Return the topics that fit a text, best first; none when nothing does."""
        words = words_of(text)
        gains = [[self._gains(feature) for feature in features_of(word)] for word in words]
        pairs = [self._gains(feature) for feature in pairs_of(words)]
        scores = _added([*(one for of_word in gains for one in of_word), *pairs])
        silence = scores.pop(NO_TOPIC, 0.0)
        scores = {topic: score for topic, score in scores.items() if topic in self._same}
        if max(scores.values(), default=0.0) <= LEAST + SILENCE * silence:
            return ()
        looked = self._base.best(words)
        moved = self._move(scores, looked)
        ranked = sorted((-score, topic) for topic, score in scores.items())
        fit = [(topic, -score) for score, topic in ranked[:MOST] if score <= ALSO_FITS * ranked[0][0]]
        return tuple(
            Suggestion(
                topic, _causes(text, {topic, looked} if topic in moved else {topic}, gains, pairs), score
            )
            for topic, score in fit
        )

    def _move(self, scores: dict[str, float], looked: str) -> set[str]:
        """Give what speaks for the topic a text looks like to those the user puts such texts under."""
        habits = self._habits.get(looked, Counter[str]())
        often = {topic: times for topic, times in habits.items() if times >= max(A_HABIT, habits[looked] + 1)}
        often.pop(looked, None)
        whole, number = scores.get(looked, 0.0), habits.total() + 1
        for topic, times in often.items():
            scores[topic] = scores.get(topic, 0.0) + whole * times / number
            scores[looked] = scores.get(looked, 0.0) - whole * times / number
        return set(often)

    def _gains(self, feature: Feature) -> Gains:
        """Return how much a feature speaks for each topic that it was seen with."""
        own = self._own.counts.get(feature.key)
        if own is None:
            return self._base.gains(feature)
        return _gains(
            feature, _together(self._base.evidence.counts.get(feature.key, {}), own), self._base.total
        )


class _Base:
    """What is known before the user chose anything; what a feature says is worked out when asked for."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.total = evidence.total
        self._gains: dict[str, Gains] = {}

    def best(self, words: Sequence[str]) -> str:
        """Return the topic for which most speaks, however little that is; empty when nothing does."""
        scores = _added(map(self.gains, features_in(words)))
        scores.pop(NO_TOPIC, None)
        return max(sorted(scores), key=scores.__getitem__, default="")

    def gains(self, feature: Feature) -> Gains:
        counts = self.evidence.counts.get(feature.key)
        if counts is None:
            return {}  # nothing is kept of words that only users said
        found = self._gains.get(feature.key)
        if found is None:
            found = self._gains[feature.key] = _gains(feature, counts, self.total)
        return found


def from_sessions(topics: TopicList, sessions: Iterable[Session]) -> Suggester:
    """Return a suggester that follows these sessions, practice left out; of very many the latest."""
    suggester = Suggester(topics)
    number = 0
    for session in sorted(sessions, key=lambda one: one.started.timestamp(), reverse=True):
        if session.script.kind not in APART and number < LATEST:
            suggester.follow(session)
            number += sum(bool(note.topics) for note in session.shown)
    return suggester


@cache
def _base(topics: tuple[Topic, ...]) -> _Base:
    evidence = Evidence()
    evidence.add_all([*_said(), *(example for topic in topics for example in _named(topic))])
    return _Base(evidence)


def _said() -> Iterable[Example]:
    """Give the invented sentences of `lists/said.txt` as words, topics and weight."""
    text = files(__package__).joinpath("lists", "said.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        ids, tab, said = line.partition("\t")
        if tab:
            yield words_of(said), tuple(ids.split()), 1.0


def _named(topic: Topic) -> Iterable[Example]:
    for text in (topic.name, topic.description, *topic.also):
        yield words_of(text), (topic.id,), OF_NAME
    for text in topic.keywords:
        yield words_of(text), (topic.id,), OF_KEYWORD


def _gains(feature: Feature, counts: Mapping[str, int], total: int) -> Gains:
    """Return minus the logarithm of the chance that a feature comes from another topic, times its rarity."""
    number = sum(counts.values()) + SMOOTH
    worth = feature.worth * max(math.log(total / number), 0.0)
    return {topic: -worth * math.log1p(-count / number) for topic, count in counts.items()}


def _together(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    return {topic: one.get(topic, 0) + other.get(topic, 0) for topic in one.keys() | other.keys()}


def _added(gains: Iterable[Gains]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for gain in gains:
        for topic, value in gain.items():
            scores[topic] = scores.get(topic, 0.0) + value
    return scores


def _causes(
    text: str, topics: set[str], gains: Sequence[Sequence[Gains]], pairs: Sequence[Gains]
) -> tuple[str, ...]:
    """Return the words that spoke most for topics, in the order of the text; a pair counts for both."""
    spoke = [sum(gain.get(one, 0.0) for gain in of_word for one in topics) for of_word in gains]
    for at, gain in enumerate(pairs):
        for place in (at, at + 1):
            spoke[place] += sum(gain.get(one, 0.0) for one in topics) / 2
    least = ALSO_CAUSES * max(spoke)
    first = sorted(range(len(spoke)), key=lambda at: -spoke[at])[:MOST_CAUSES]
    stand = tokens(text)
    causes = {stand[at].low: stand[at].text for at in sorted(first, reverse=True) if spoke[at] >= least}
    return tuple(reversed(causes.values()))
