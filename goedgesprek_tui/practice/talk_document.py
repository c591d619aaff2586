"""A practice talk as a document for the trainer; opened in Beoordelen it is the same talk again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from goedgesprek_tui.clean.transcript import Asked, Turn, Who
from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.exports.document import Block, Bullet, Document, Heading, Paragraph
from goedgesprek_tui.practice.after import outcome, told
from goedgesprek_tui.practice.hearing import known_from, recent
from goedgesprek_tui.practice.judged import judge
from goedgesprek_tui.practice.judged_file import judged_document
from goedgesprek_tui.practice.meeting import Meeting, is_seen
from goedgesprek_tui.reference import CleanQuestion


def talk_document(meeting: Meeting, questions: Sequence[CleanQuestion], today: date) -> Document:
    """Return a talk with what it shows, and each question with its level and a cleaner one."""
    known = known_from(meeting.dialogue)
    asked = [
        Asked(one.question, tuple(recent(meeting.said_before(at))), known)
        for at, one in enumerate(meeting.exchanges)
    ]
    facts = (("Geoefend op", dutch_date(today)), ("Situatie", meeting.dialogue.situation))
    document = judged_document(list(_turns(meeting)), list(judge(asked, questions)), {}, facts)
    title = f"Oefengesprek met {meeting.dialogue.parent}"
    return replace(document, title=title, blocks=(*_looked_back(meeting), *document.blocks))


def _looked_back(meeting: Meeting) -> Iterator[Block]:
    yield Heading(2, "Terugkijken")
    yield Paragraph(outcome(meeting))
    yield from (Bullet(f"{label}: {text}") for label, text in told(meeting))


def _turns(meeting: Meeting) -> Iterator[Turn]:
    """Give the turns of a talk; what was only seen of the parent is no turn."""
    yield Turn(Who.TOPIC, "Onderwerp", known_from(meeting.dialogue), 0)
    yield Turn(Who.PARENT, "Ouder", meeting.opening, 0)
    for one in meeting.exchanges:
        yield Turn(Who.QUESTION, "Vraag", one.question, 0)
        if not is_seen(one.answer):
            yield Turn(Who.PARENT, "Ouder", one.answer, 0)
