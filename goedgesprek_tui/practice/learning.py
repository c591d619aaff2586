"""Learning the cards: which comes next, and when one comes back, by spaced repetition.

The days in between are those of FSRS, a model of forgetting (Ye, Su and Cao, "A Stochastic Shortest Path
Algorithm for Optimizing Spaced Repetition Scheduling", 2022); within a sitting a card that was missed comes
back after a minute, and one that was known after four.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import IntEnum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from goedgesprek_tui.models import Record
from goedgesprek_tui.practice.cards import ALL_FIVE, FORM, PURPOSE, Card, Deck
from goedgesprek_tui.practice.five import FIVE
from goedgesprek_tui.reference import CleanQuestion

if TYPE_CHECKING:
    from fsrs import Scheduler

LONGEST = 90
"""Days; who did not practise for a season begins to doubt anyway."""
STEPS = (timedelta(minutes=1), timedelta(minutes=4))
"""After how long a new card comes back; the second is shorter than a sitting."""
AHEAD = timedelta(minutes=10)
"""How long before its time a card may come, rather than that there is nothing to do."""
TOGETHER = 2
"""How many questions can be new at a time: another is taught when one of them was known once."""
SEEN_AHEAD = 6


class Recall(IntEnum):
    """How well the back was known, as FSRS counts it."""

    NOT = 1
    BARELY = 2
    WELL = 3
    AT_ONCE = 4


class Kept(Record):
    """What is kept of a card: the fields of a card of FSRS, without its number."""

    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due: datetime
    last_review: datetime | None


class Progress(Record):
    """How far a person is: the questions that were taught, the cards, and the days of practice."""

    name: str
    taught: tuple[str, ...] = ()
    cards: Mapping[str, Kept] = {}
    days: tuple[date, ...] = ()
    whole: bool = False

    def teach(self, question: CleanQuestion, now: datetime) -> "Progress":
        """Return this after a question was shown for the first time; its cards can come from now on."""
        return self.model_copy(update={"taught": (*self.taught, question.id)}).on(now)

    def answer(self, card: Card, recall: Recall, now: datetime) -> "Progress":
        """Return this after a card was answered."""
        after = _reviewed(self.cards.get(card.id, _new(now)), recall, now)
        return self.model_copy(update={"cards": {**self.cards, card.id: after}}).on(now)

    def on(self, now: datetime) -> "Progress":
        """Return this with a day on which was practised."""
        return self.model_copy(update={"days": tuple(sorted({*self.days, now.date()}))})

    def sits(self, question: str, deck: Deck) -> bool:
        """Return whether a question is known: each card on it comes back only after a day or more."""
        kept = [self.cards.get(card.id) for card in deck.of(question)]
        return question in self.taught and all(one is not None and one.state == _REVIEW for one in kept)

    def streak(self, today: date) -> int:
        """Return on how many days in a row was practised, up to today or yesterday."""
        day = today if today in self.days else today - timedelta(days=1)
        number = 0
        while day in self.days:
            number += 1
            day -= timedelta(days=1)
        return number

    def waiting(self, deck: Deck, now: datetime) -> int:
        """Return how many cards it is time for."""
        return sum(self.cards[id].due <= now for id in self.cards if id in deck.cards)

    def comes_back(self, deck: Deck, zone: tzinfo | None) -> Counter[date]:
        """Return how many cards come back on each day, in the time of this zone."""
        return Counter(self.cards[id].due.astimezone(zone).date() for id in self.cards if id in deck.cards)


class Next(NamedTuple):
    """What comes next: a question to be taught, or a card to be asked."""

    teach: CleanQuestion | None = None
    card: Card | None = None


def next_up(progress: Progress, deck: Deck, now: datetime, last: str = "") -> Next | None:
    """Return what comes next, None when there is nothing to do for now; `last` is the card before it.

    What it is time for goes before what is new. Something else comes between a question that was taught and
    the card on it, and between two cards on one question: what was just on the screen is not remembered but
    repeated.
    """
    options = list(islice(_in_order(progress, deck, now), SEEN_AHEAD))
    apart = [one for one in options if not one.card or one.card.id != last]
    others = [one for one in apart if not _on_the_same(one, deck.cards.get(last))]
    return next(iter(others or apart or options), None)


def _on_the_same(one: Next, last: Card | None) -> bool:
    return one.card is not None and last is not None and one.card.needs == last.needs


def _in_order(progress: Progress, deck: Deck, now: datetime) -> Iterator[Next]:
    ids = sorted((id for id in progress.cards if id in deck.cards), key=lambda id: progress.cards[id].due)
    yield from (Next(card=deck.cards[id]) for id in ids if progress.cards[id].due <= now)
    ready = [one for one in deck.cards.values() if one.id not in progress.cards and _is_ready(one, progress)]
    unasked = [Next(card=card) for card in ready if card.id.startswith(FORM)]
    unsure = [id for id in ids if id.startswith(FORM) and _is_missed(progress.cards[id])]
    if len(unasked) >= TOGETHER:
        yield from unasked
    if len(unasked) + len(unsure) < TOGETHER:
        yield from _to_teach(progress, deck)
    yield from unasked
    yield from (Next(card=card) for card in ready if card.id == ALL_FIVE)
    purposes = [Next(card=card) for card in ready if card.id.startswith(PURPOSE)]
    sentences = _sentences(progress, deck, ready)
    begun = Counter(id.partition(":")[0] for id in ids)
    first, second = (sentences, purposes) if begun["zin"] <= begun["doel"] else (purposes, sentences)
    yield from (*first[:1], *second[:1], *first[1:], *second[1:])
    yield from (Next(card=deck.cards[id]) for id in ids if now < progress.cards[id].due <= now + AHEAD)


def _is_ready(card: Card, progress: Progress) -> bool:
    """Return whether all was taught that a card is on; a sentence waits for the five, its wrong answers."""
    needs = {*card.needs, *(FIVE if card.options else ())}
    return needs <= set(progress.taught)


def _to_teach(progress: Progress, deck: Deck) -> Iterator[Next]:
    untaught = (one for one in deck.questions if one.id not in progress.taught)
    yield from (
        Next(teach=one) for one in islice(untaught, 1) if one.id in FIVE or _knows_five(progress, deck)
    )


def _sentences(progress: Progress, deck: Deck, ready: Sequence[Card]) -> list[Next]:
    """Return the cards with a sentence, first those on the question that was asked least."""
    begun = Counter(
        deck.cards[id].needs for id in progress.cards if id in deck.cards and deck.cards[id].options
    )
    return [Next(card=card) for card in sorted((c for c in ready if c.options), key=lambda c: begun[c.needs])]


def _is_missed(kept: Kept) -> bool:
    return kept.state != _REVIEW and kept.step == 0


def _knows_five(progress: Progress, deck: Deck) -> bool:
    return all(progress.sits(id, deck) for id in FIVE)


_REVIEW = 2
"""The state of FSRS of a card that was learned."""


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        learning_steps=STEPS, relearning_steps=STEPS[1:], maximum_interval=LONGEST, enable_fuzzing=False
    )


def _new(now: datetime) -> Kept:
    return Kept(state=1, step=0, stability=None, difficulty=None, due=now, last_review=None)


def _reviewed(kept: Kept, recall: Recall, now: datetime) -> Kept:
    from fsrs import Card as Remembered
    from fsrs import Rating, State

    card = Remembered(
        1, State(kept.state), kept.step, kept.stability, kept.difficulty, kept.due, kept.last_review
    )
    card, _ = _scheduler().review_card(card, Rating(recall), now.astimezone(UTC))
    fields = ("state", "step", "stability", "difficulty", "due", "last_review")
    return Kept.model_validate({name: getattr(card, name) for name in fields})
