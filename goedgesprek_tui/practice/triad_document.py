"""A triad as a document to keep, in the order in which it was held; what was left empty is left out."""

from collections.abc import Iterator

from goedgesprek_tui.dates import full_date
from goedgesprek_tui.exports.document import Aside, Block, Bullet, Document, Heading, Paragraph
from goedgesprek_tui.practice.triad import AFTER, Stage, Step, Triad
from goedgesprek_tui.practice.triad_pages import OPENED, Ask, meant, page

GIST = "De antwoorden zijn in het kort opgeschreven, niet woord voor woord."


def triad_document(triad: Triad) -> Document:
    """Return all that was written in a triad."""
    facts = (
        ("Datum", full_date(triad.started.date())),
        ("Met", ", ".join(triad.people)),
        ("Oefening", triad.form.name),
    )
    return Document("Oefenen in een drietal", facts, tuple(_blocks(triad)))


def _blocks(triad: Triad) -> Iterator[Block]:
    yield from _part(triad, "Vooraf", Stage.SETUP)
    for number in range(len(triad.rounds)):
        blocks = [*_round(triad, number), *_talk(triad, number)]
        if blocks:
            yield Heading(2, f"Ronde {number + 1}: {_who(triad, number)}")
            yield from blocks
    yield from _part(triad, "Afsluiten", Stage.CLOSING)


def _who(triad: Triad, number: int) -> str:
    roles = triad.roles(number)
    observers = " en ".join(triad.people[observer] for observer in roles.observers)
    watch = "keken" if len(roles.observers) > 1 else "keek"
    return (
        f"{triad.people[roles.speaker]} vertelde, {triad.people[roles.questioner]} vroeg, {observers} {watch}"
    )


def _part(triad: Triad, heading: str, stage: Stage) -> Iterator[Block]:
    """Give what each of them filled in before or after the rounds, under one heading."""
    blocks = [
        block
        for step in triad.steps
        if step.stage is stage
        for block in _filled_in(triad, step, triad.people[step.person])
    ]
    if blocks:
        yield Heading(2, heading)
        yield from blocks


def _round(triad: Triad, number: int) -> Iterator[Block]:
    """Give what a round was about, and what was written down in it."""
    held = triad.rounds[number]
    if held.topic:
        yield Paragraph(f"Het ging over: {held.topic}")
    if held.said and not held.verbatim:
        yield Aside(GIST)
    yield from (Bullet(f"{'Vraag' if line.is_question else 'Antwoord'}: {line.text}") for line in held.said)


def _talk(triad: Triad, number: int) -> Iterator[Block]:
    for step in triad.steps:
        if step.round == number and step.stage in AFTER:
            yield from _filled_in(triad, step, page(triad, step).title.partition(": ")[2])


def _filled_in(triad: Triad, step: Step, heading: str) -> Iterator[Block]:
    """Give what was filled in on the lines of a step; nothing when that is nothing."""
    lines = []
    for ask in page(triad, step).asks:
        text = triad.text(ask.key, step)
        if text:
            lines.append(Bullet(f"{_label(ask)} {meant(triad, step, text) if ask.key == OPENED else text}"))
    if lines:
        yield Heading(3, heading)
        yield from lines


def _label(ask: Ask) -> str:
    label = f"{ask.part}, {ask.label[0].lower()}{ask.label[1:]}" if ask.part else ask.label
    return label if label.endswith("?") else f"{label}:"
