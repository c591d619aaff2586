"""Learning the cards: which comes next, and when one comes back, by spaced repetition.

The days in between are those of FSRS, a model of forgetting (Ye, Su and Cao, "A Stochastic Shortest Path
Algorithm for Optimizing Spaced Repetition Scheduling", 2022); within a sitting a card that was missed comes
back after a minute, and one that was known after ten.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from goedgesprek_tui.models import Record
from goedgesprek_tui.practice.cards import ALL_FIVE, Card, Deck
from goedgesprek_tui.practice.five import FIVE
from goedgesprek_tui.reference import CleanQuestion

if TYPE_CHECKING:
    from fsrs import Scheduler

LONGEST = 90
"""Days; who did not practise for a season begins to doubt anyway."""
BEFORE_SENTENCES = 3
AHEAD = timedelta(minutes=10)
"""How long before its time a card may come, rather than that there is nothing to do."""


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

    def teach(self, question: CleanQuestion, deck: Deck, now: datetime) -> "Progress":
        """Return this after a question was shown for the first time; its cards can come now."""
        new = {card.id: _new(now) for card in deck.of(question.id)}
        return self.model_copy(
            update={"taught": (*self.taught, question.id), "cards": {**new, **self.cards}}
        ).on(now)

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

    def comes_back(self, deck: Deck) -> datetime | None:
        """Return when the first card comes back."""
        return min((self.cards[id].due for id in self.cards if id in deck.cards), default=None)


class Next(NamedTuple):
    """What comes next: a question to be taught, or a card to be asked."""

    teach: CleanQuestion | None = None
    card: Card | None = None


def next_up(progress: Progress, deck: Deck, now: datetime, last: str = "") -> Next | None:
    """Return what comes next, None when there is nothing to do for now; `last` is the card before it.

    What it is time for goes before what is new; of what is new, cards on what was taught go before another
    question, so that there is always something easy between two new things.
    """
    options = (one for part in _in_order(progress, deck, now) for one in part)
    best = list(islice(options, 2))
    again = len(best) > 1 and best[0].card is not None and best[0].card.id == last
    return best[again] if best else None


def _in_order(progress: Progress, deck: Deck, now: datetime) -> Iterator[list[Next]]:
    ids = sorted((id for id in progress.cards if id in deck.cards), key=lambda id: progress.cards[id].due)
    yield [Next(card=deck.cards[id]) for id in ids if progress.cards[id].due <= now]
    new = [card for card in deck.cards.values() if card.id not in progress.cards]
    ready = [card for card in new if set(card.needs) <= set(progress.taught)]
    yield [Next(card=card) for card in ready if card.id == ALL_FIVE]
    begun = Counter(deck.cards[id].needs for id in ids if deck.cards[id].options)
    sentences = sorted((card for card in ready if card.options), key=lambda card: begun[card.needs])
    if begun.total() + BEFORE_SENTENCES <= len(progress.taught):
        yield [Next(card=card) for card in sentences[:1]]
    untaught = [one for one in deck.questions if one.id not in progress.taught]
    yield [Next(teach=one) for one in untaught if one.id in FIVE or _knows_five(progress, deck)][:1]
    yield [Next(card=card) for card in sentences]
    yield [Next(card=deck.cards[id]) for id in ids if now < progress.cards[id].due <= now + AHEAD]


def _knows_five(progress: Progress, deck: Deck) -> bool:
    return all(progress.sits(id, deck) for id in FIVE)


_REVIEW = 2
"""The state of FSRS of a card that was learned."""


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(maximum_interval=LONGEST, enable_fuzzing=False)


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
