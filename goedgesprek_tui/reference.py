"""What one looks up around a conversation: the cards, the topics and the clean questions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from goedgesprek_tui.front import Front, Value, check_keys, collect
from goedgesprek_tui.models import Record, Topic
from goedgesprek_tui.outline import Block, Item, Outline, Section, read_outline
from goedgesprek_tui.script import check_braces, choice, read_intro

FAMILIES = ("kenmerk", "volgorde", "verband", "wens", "plaats en bron", "beeld")
TOPIC = {"id": "regels-in-school", "ook genoemd": "schoolregels; leefregels", "trefwoorden": "regels; straf"}
QUESTION = {
    "id": "wat_voor",
    "familie": "kenmerk",
    "wanneer": "Bij een woord dat van alles kan betekenen.",
    "oudergroep": "ja",
    "vertaling": "bestaand",
}
ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
CARD = "Een kaart heeft een regel met Wanneer:, dan Doe: met streepjes, dan Zeg: met >."


class Card(Record):
    """A card of *Als het anders gaat*: when to take it, what to do, and what to say."""

    title: str
    when: str
    do: tuple[str, ...]
    say: str


class CleanQuestion(Record):
    """One of the clean questions, with the forms it has in Dutch.

    `purpose` is what it asks for, `when` the moment for it; `in_groups` says whether it suits a group of
    parents, `own` that no published Dutch is known, so that the forms are our own.
    """

    id: str
    name: str
    purpose: str
    family: str
    when: str
    in_groups: bool
    own: bool
    forms: tuple[str, ...]


def parse_cards(text: str) -> tuple[Card, ...]:
    """Return the cards that a Markdown text holds; raise ScriptError with all that is wrong with it."""
    outline = _read(text, "kaarten")
    cards = [_card(outline, section) for section in outline.sections]
    outline.check()
    return tuple(cards)


def parse_topics(text: str) -> tuple[Topic, ...]:
    """Return the topics that a Markdown text holds; raise ScriptError with all that is wrong with it."""
    outline = _read(text, "themas")
    entries = _entries(outline, TOPIC)
    for entry in entries:
        for item in entry.forms:
            outline.fault(item.line, "Bij een thema staat geen genummerde lijst.", "Haal deze regel weg.")
    outline.check()
    return tuple(
        Topic(
            id=entry.value("id"),
            name=entry.name,
            description=entry.text,
            also=entry.values("ook genoemd"),
            keywords=entry.values("trefwoorden"),
        )
        for entry in entries
    )


def parse_questions(text: str) -> tuple[CleanQuestion, ...]:
    """Return the clean questions a Markdown text holds; raise ScriptError with all that is wrong with it."""
    outline = _read(text, "vragen")
    entries = _entries(outline, QUESTION)
    for entry in entries:
        choice(outline, entry.fields, "familie", FAMILIES)
        choice(outline, entry.fields, "oudergroep", ("ja", "nee"))
        choice(outline, entry.fields, "vertaling", ("bestaand", "eigen"))
        for item in entry.forms:
            check_braces(outline, item, ("{X}", "{Y}"))
        if not entry.forms:
            outline.fault(entry.line, "Onder deze kop staat geen vraag.", "Zet de vraag in een regel met 1.")
    outline.check()
    return tuple(
        CleanQuestion(
            id=entry.value("id"),
            name=entry.name,
            purpose=entry.text,
            family=entry.value("familie"),
            when=entry.value("wanneer"),
            in_groups=entry.value("oudergroep") == "ja",
            own=entry.value("vertaling") == "eigen",
            forms=tuple(item.text for item in entry.forms),
        )
        for entry in entries
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands under a heading: running text, lines `- key: value`, and a numbered list."""

    name: str
    line: int
    text: str
    fields: Front
    forms: tuple[Item, ...]

    def value(self, key: str) -> str:
        return self.fields[key].text

    def values(self, key: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.value(key).split(";") if part.strip())


def _read(text: str, kind: str) -> Outline:
    """Return the outline of a file of this kind, checked down to its headings."""
    outline = read_outline(text)
    if outline.front:
        outline.faults += check_keys(outline.front, {"naam": "Als het anders gaat", "soort": kind}, ["naam"])
    choice(outline, outline.front, "soort", (kind,))
    read_intro(outline)
    if not outline.sections:
        outline.fault(1, "Er staat niets in.", "Geef elk onderdeel een kop met ##.")
    for section in outline.sections:
        if not section.heading.text:
            outline.fault(section.heading.line, "Deze kop is leeg.", "Schrijf achter ## een naam.")
    return outline


def _card(outline: Outline, section: Section) -> Card:
    when, say = "", ""
    do: list[str] = []
    for block in section.blocks:
        text = " ".join(item.text for item in block.items)
        if block.kind == "bullets":
            do += (item.text for item in filled(outline, block))
        elif block.kind == "quote":
            say = f"{say} {text}".strip()
        elif block.kind == "paragraph" and text.startswith("Wanneer:"):
            when = text.removeprefix("Wanneer:").strip()
        elif block.kind == "numbered" or text not in ("Doe:", "Zeg:"):
            outline.fault(block.line, "Deze regel hoort niet op een kaart.", CARD)
    for name, found in (("Wanneer:", when), ("Doe:", do), ("Zeg:", say)):
        if not found:
            outline.fault(section.heading.line, f"Op deze kaart staat niets bij {name}", CARD)
    return Card(title=section.heading.text, when=when, do=tuple(do), say=say)


def _entries(outline: Outline, examples: Mapping[str, str]) -> list[_Entry]:
    """Return what stands under each heading, with all the keys of the examples and an id of its own."""
    entries = [_entry(outline, section, examples) for section in outline.sections]
    ids: set[str] = set()
    for entry in entries:
        id = entry.fields.get("id", Value("", entry.line))
        if id.text in ids:
            outline.fault(id.line, f"De id '{id.text}' is al gebruikt.", "Kies een andere id.")
        elif id.text and not ID.fullmatch(id.text):
            mend = "Gebruik kleine letters zonder accent, cijfers en streepjes."
            outline.fault(id.line, f"'{id.text}' kan geen id zijn.", mend)
        ids |= {id.text} - {""}
    return entries


def _entry(outline: Outline, section: Section, examples: Mapping[str, str]) -> _Entry:
    texts: list[str] = []
    pairs: list[tuple[str, Value]] = []
    forms: list[Item] = []
    for block in section.blocks:
        match block.kind:
            case "paragraph":
                texts.append(block.items[0].text)
            case "bullets":
                pairs += (pair(item) for item in filled(outline, block))
            case "numbered":
                forms += filled(outline, block)
            case "quote":
                outline.fault(block.line, "Een regel met > hoort hier niet.", "Maak er een alinea van.")
    fields, faults = collect(pairs)
    faults += check_keys(
        fields, examples, examples, section.heading.line, "Schrijf eronder een regel, zoals -"
    )
    outline.faults += faults
    return _Entry(section.heading.text, section.heading.line, " ".join(texts), fields, tuple(forms))


def pair(item: Item) -> tuple[str, Value]:
    """Return the key and the value of a line `key: value`."""
    key, _, value = item.text.partition(":")
    return key.strip().casefold(), Value(value.strip(), item.line)


def filled(outline: Outline, block: Block) -> list[Item]:
    """Return the lines of a flat list that hold something; the others become faults of the outline."""
    for item in block.items:
        if not item.text:
            outline.fault(item.line, "Deze regel is leeg.", "Vul hem in, of haal hem weg.")
        for bullet in item.under:
            outline.fault(bullet.line, "Deze regel springt in.", "Haal de spaties voor het streepje weg.")
    return [item for item in block.items if item.text]
