"""What stands on a card: a new question, a front, a back, and the end of a sitting."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from textual.content import Content

from goedgesprek_tui.clean.fill import WORDLESS
from goedgesprek_tui.dates import full_date
from goedgesprek_tui.practice.cards import Card, Deck
from goedgesprek_tui.practice.five import FIVE, pocket_form
from goedgesprek_tui.practice.learning import Progress
from goedgesprek_tui.reference import CleanQuestion
from goedgesprek_tui.screens.pocket_card import BLANK, DOTS, IN_FRONT
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.lines import Block

SHORTLY = "een advies, waarom, wat je ervan vindt, je eigen verhaal"
KNOWN, SEEN, NEW = "●", "○", "·"


def taught(question: CleanQuestion, deck: Deck) -> Iterator[Block]:
    """Give a question as it is shown for the first time, with an example."""
    five = question.id in FIVE
    place = f" · vraag {FIVE.index(question.id) + 1} van de vijf voor een groep ouders" if five else ""
    form = pocket_form(question)
    yield Block("", Content.assemble(("Nieuw", "bold $secondary"), (place, "$muted")))
    yield BLANK
    yield Block("", Content.styled(form, "bold"))
    yield BLANK
    yield Block("", Content(question.purpose))
    yield Block("", Content.styled(question.when, "$muted"))
    if WORDLESS in form:
        yield Block("", Content.styled(DOTS, "$muted"))
    if example := deck.examples.get(question.id):
        yield BLANK
        yield Block("Een ouder zegt  ", Content(f"„{example.said}”"))
        yield Block("Jij vraagt      ", Content.styled(example.asked, "bold"))
        if example.asked.startswith("En wanneer"):
            yield BLANK
            yield Block("", Content.styled(IN_FRONT, "$muted"))


def front_of(card: Card) -> Iterator[Block]:
    """Give the front of a card."""
    yield Block("", Content.styled(card.ask, "$secondary"))
    yield BLANK
    yield Block("", Content.styled(card.front, "bold"))


def back_of(card: Card, chosen: str = "", why_not: str = "") -> Iterator[Block]:
    """Give the back of a card; after a choice that does not fit with what was chosen, and why not."""
    yield BLANK
    if chosen:
        yield Block("✗ ", Content(chosen))
        yield Block("  ", Content.styled(why_not, "$muted"))
        yield BLANK
    mark, indent = ("✓ ", "  ") if card.options else ("", "")
    yield from (Block(mark, Content.styled(line, "bold")) for line in card.back.splitlines())
    if card.more:
        yield Block(indent, Content.styled(card.more, "$muted"))
    if not card.options:
        yield BLANK
        yield Block("", Content("Wist je het?  1 nog niet   2 met moeite   3 ja   4 meteen"))


def ended(progress: Progress, deck: Deck, now: datetime, answered: int) -> Iterator[Block]:
    """Give how a sitting ended: the five, what was done, and when it is worth coming back."""
    yield Block("", Content.styled(_done(progress, now, answered), "bold"))
    yield BLANK
    yield Block("", Content.styled("De vijf vragen voor een groep ouders", "$muted"))
    for question in deck.questions:
        if question.id in FIVE or question.id in progress.taught:
            yield Block(f"{_mark(question.id, progress, deck)} ", Content(pocket_form(question)))
    yield BLANK
    yield Block(
        "", Content.styled(f"{KNOWN} zit   {SEEN} nog aan het leren   {NEW} nog niet gezien", "$muted")
    )
    yield Block("", Content.styled(f"Laat liever: {SHORTLY}.", "$muted"))
    if days := progress.comes_back(deck, now.tzinfo):
        yield BLANK
        yield Block("", Content(_when(days, now.date())))


def _mark(question: str, progress: Progress, deck: Deck) -> str:
    if progress.sits(question, deck):
        return KNOWN
    return SEEN if question in progress.taught else NEW


def _done(progress: Progress, now: datetime, answered: int) -> str:
    done = (
        f"Klaar voor nu: {count(answered, 'kaartje', 'kaartjes')}."
        if answered
        else "Er is nu niets te leren."
    )
    days = progress.streak(now.date())
    return f"{done} Je oefende {days} dagen achter elkaar." if days > 1 else done


def _when(days: Mapping[date, int], today: date) -> str:
    """Return when it is worth coming back: not before another day, because sleeping helps to remember."""
    tomorrow = today + timedelta(days=1)
    day = max(min(days), tomorrow)
    number = sum(many for each, many in days.items() if each <= day)
    are = f"{'is' if number == 1 else 'zijn'} {count(number, 'kaartje', 'kaartjes')} aan de beurt"
    if day == tomorrow:
        return f"Kom morgen nog eens terug: dan {are}. Nu nog vijf minuten mag ook."
    return f"Kom terug op {full_date(day)}: dan {are}. Eerder mag ook."
