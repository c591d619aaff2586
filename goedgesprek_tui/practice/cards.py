"""The cards one learns the clean questions with: what each is for, how it goes, and when it fits.

A question is taught before any card on it is asked. The five for a group of parents come first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.exercises.card_set import CardSet, SentenceCard
from goedgesprek_tui.practice.asked import kind_of
from goedgesprek_tui.practice.five import FIVE, pocket_form, the_five
from goedgesprek_tui.reference import CleanQuestion

ALL_FIVE, FORM, PURPOSE = "vijf", "vraag:", "doel:"
"""How the ids begin of the cards on the five, on how a question goes, and on what it is for."""

HOW = "Hoe gaat deze vraag? Zeg hem hardop, of in jezelf."
ELSEWHERE = "Die is schoon, maar past op een ander moment: "
WHAT_FOR = "Waar is deze vraag voor? Zeg het in je eigen woorden."


@dataclass(frozen=True)
class Card:
    """A card: what is asked, the front, and what stands on the back; `needs` are the questions it is on.

    One with `options` is answered by choosing; `right` is the place of the good one.
    """

    id: str
    needs: tuple[str, ...]
    ask: str
    front: str
    back: str
    more: str = ""
    options: tuple[str, ...] = ()
    right: int = 0


@dataclass(frozen=True)
class Deck:
    """All there is to learn: the questions in their order, the cards, and an example for each question."""

    questions: tuple[CleanQuestion, ...]
    cards: Mapping[str, Card]
    examples: Mapping[str, SentenceCard]

    def of(self, question: str) -> list[Card]:
        """Return the cards on one question alone that come with it as soon as it was taught."""
        return [card for card in self.cards.values() if card.needs == (question,) and not card.options]


def deck_of(questions: Sequence[CleanQuestion], sets: Sequence[CardSet], whole: bool = False) -> Deck:
    """Return what there is to learn; questions that do not suit a group of parents only when `whole`."""
    five = the_five(questions)
    others = [one for one in questions if one not in five and (whole or one.in_groups)]
    taught = (*five, *sorted(others, key=lambda one: not one.in_groups))
    known = {one.id: one for one in taught}
    said = [card for each in sets for card in each.cards if card.fits in known]
    cards = [*_on_each(taught), _on_all_five(five), *_on_sentences(said)]
    examples = {card.fits: card for card in said}
    return Deck(taught, {card.id: card for card in cards}, examples)


def _on_each(questions: Sequence[CleanQuestion]) -> Iterator[Card]:
    for one in questions:
        form = pocket_form(one)
        yield Card(f"{FORM}{one.id}", (one.id,), HOW, one.purpose, form, one.when)
        yield Card(f"{PURPOSE}{one.id}", (one.id,), WHAT_FOR, form, one.purpose, one.when)


def _on_all_five(five: Sequence[CleanQuestion]) -> Card:
    back = "\n".join(f"{number}  {pocket_form(one)}" for number, one in enumerate(five, start=1))
    front = "De vijf vragen voor een groep ouders"
    return Card(ALL_FIVE, FIVE, "Noem ze alle vijf, hardop.", front, back)


def _on_sentences(said: Sequence[SentenceCard]) -> Iterator[Card]:
    for at, one in enumerate(said):
        place = at % (1 + len(one.others))
        options = (*one.others[:place], one.asked, *one.others[place:])
        front, ask = f"„{one.said}”", "Wat vraag je hierna?"
        yield Card(f"zin:{one.said}", (one.fits,), ask, front, one.asked, one.why, options, place)


def why_not(card: Card, chosen: str, questions: Sequence[CleanQuestion]) -> str:
    """Return why another question than the good one does not fit after the sentence of a card."""
    said = [card.front.strip("„”")]
    if flags := rate(said, chosen).flags:
        return flags[0].text
    kind = kind_of(said, chosen, "").kind
    when = next((question.when for question in questions if question.id == kind), "")
    return ELSEWHERE + when[:1].lower() + when[1:] if when else ""
