"""How much each feature speaks for each topic, counted from sentences of which the topics are known."""

import math
from collections.abc import Iterable, Iterator, Sequence

from goedgesprek_tui.review.features import Feature, features_of, pairs_of

UNIT = 1000
SECOND = 0.7
Counts = dict[str, int]


class Evidence:
    """Counts of features per topic; a sentence that is taken away leaves nothing, as if it had never come.

    The counts are whole numbers, thousandths of a feature, so that taking away is exact. A long sentence
    counts for more than a short one, but not in proportion to its words.
    """

    def __init__(self) -> None:
        """Begin without any sentence."""
        self.counts: dict[str, Counts] = {}
        self.total = 0

    def add_all(self, sentences: Iterable[tuple[Sequence[str], Sequence[str], float]]) -> None:
        """Count many sentences at once: their words, their topics and what each is worth.

        Each word is taken apart once, however often it was said; that is four times as fast.
        """
        of_words: dict[str, dict[str, float]] = {}
        for words, topics, weight in sentences:
            for topic, each in _shares(len(words), topics, weight):
                for word in words:
                    known = of_words.setdefault(word, {})
                    known[topic] = known.get(topic, 0.0) + each
                for feature in pairs_of(words):
                    self._count(feature, topic, each)
        for word, known in of_words.items():
            for key, worth in features_of(word):
                counts = self.counts.setdefault(key, {})
                for topic, each in known.items():
                    counts[topic] = counts.get(topic, 0) + round(each * worth * UNIT)
            self.total += round(sum(known.values()) * sum(worth for _, worth in features_of(word)) * UNIT)

    def add(self, words: Sequence[str], topics: Sequence[str], weight: float) -> None:
        """Count one sentence; with a negative weight, take it away again."""
        for topic, each in _shares(len(words), topics, weight):
            for feature in features_in(words):
                self._count(feature, topic, each)

    def _count(self, feature: Feature, topic: str, each: float) -> None:
        number = round(each * feature.worth * UNIT)
        known = self.counts.setdefault(feature.key, {})
        left = known.get(topic, 0) + number
        if left:
            known[topic] = left
        else:
            known.pop(topic, None)
        if not known:
            del self.counts[feature.key]
        self.total += number


def features_in(words: Sequence[str]) -> Iterator[Feature]:
    """Give all that a sentence is recognised by."""
    for word in words:
        yield from features_of(word)
    yield from pairs_of(words)


def _shares(length: int, topics: Sequence[str], weight: float) -> Iterator[tuple[str, float]]:
    """Give what every feature of a sentence counts for each of its topics; the first one counts most."""
    each = weight / math.sqrt(length) if length else 0.0
    for at, topic in enumerate(topics):
        yield topic, each * (SECOND if at else 1.0)
