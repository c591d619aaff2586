"""A set of cards (vragenset): sentences of parents, and which clean question fits after each."""

from goedgesprek_tui.exercises.dialogue_file import QUESTIONS
from goedgesprek_tui.front import Value
from goedgesprek_tui.models import Record
from goedgesprek_tui.outline import Outline
from goedgesprek_tui.reference import Entry, read_entries, read_kind
from goedgesprek_tui.script import choice
from goedgesprek_tui.text import one_line

KIND = "vragenset"
EXAMPLES = {"vraag": "wat_voor", "niet": "Heb je al een afspraak gemaakt?"}
SAID = "Zet de zin van de ouder achter ##, en eronder waarom deze vraag past."


class SentenceCard(Record):
    """A sentence of a parent: the question that fits, asked on it, why, and others that do not fit.

    `fits` is the id of the clean question.
    """

    said: str
    fits: str
    asked: str
    why: str
    others: tuple[str, ...]


class CardSet(Record):
    """Cards that belong together."""

    id: str
    name: str
    cards: tuple[SentenceCard, ...]


def parse_card_set(text: str, id: str = "") -> CardSet:
    """Return the set that a Markdown text holds; raise ScriptError with all that is wrong with it."""
    outline = read_kind(text, KIND)
    entries = read_entries(outline, EXAMPLES)
    cards = [_card(outline, entry) for entry in entries]
    outline.check()
    return CardSet(id=one_line(id), name=outline.front["naam"].text, cards=tuple(cards))


def _card(outline: Outline, entry: Entry) -> SentenceCard:
    value = entry.fields.get("vraag", Value("", entry.line))
    if value.text:
        choice(outline, entry.fields, "vraag", QUESTIONS)
    if not entry.text:
        outline.fault(entry.line, "Er staat niet bij waarom deze vraag past.", SAID)
    if not entry.forms:
        outline.fault(entry.line, "De vraag zelf ontbreekt.", "Zet hem eronder in een regel met 1.")
    asked = entry.forms[0].text if entry.forms else ""
    others = entry.fields["niet"].text.split("||") if "niet" in entry.fields else []
    return SentenceCard(
        said=entry.name,
        fits=value.text,
        asked=asked,
        why=entry.text,
        others=tuple(other.strip() for other in others if other.strip()),
    )
