"""A set of cards (vragenset): sentences of parents, and which clean question fits after each."""

from goedgesprek_tui.exercises.dialogue_file import QUESTIONS
from goedgesprek_tui.front import Value
from goedgesprek_tui.models import Record
from goedgesprek_tui.outline import Outline
from goedgesprek_tui.reference import Entry, read_entries, read_kind
from goedgesprek_tui.text import nearest, one_line

KIND = "vragenset"
EXAMPLES = {"vraag": "wat_voor; nog_iets"}
SAID = "Zet de zin van de ouder achter ##, en eronder waarom deze vraag past."


class SentenceCard(Record):
    """A sentence of a parent: which questions fit, by id, the first of them asked on it, and why it fits."""

    said: str
    fits: tuple[str, ...]
    asked: str
    why: str


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
    fits = tuple(part.strip() for part in value.text.split(";") if part.strip())
    for id in fits:
        if id not in QUESTIONS:
            near = nearest(id, QUESTIONS)
            mend = f"Bedoel je '{near}'?" if near else f"Kies uit: {', '.join(QUESTIONS)}."
            outline.fault(value.line, f"'{id}' is geen schone vraag.", mend)
    if not entry.text:
        outline.fault(entry.line, "Er staat niet bij waarom deze vraag past.", SAID)
    if not entry.forms:
        outline.fault(entry.line, "De vraag zelf ontbreekt.", "Zet hem eronder in een regel met 1.")
    asked = entry.forms[0].text if entry.forms else ""
    return SentenceCard(said=entry.name, fits=fits, asked=asked, why=entry.text)
