"""What the plain mode shows, as lines of text."""

from collections.abc import Iterator, Sequence

from goedgesprek_tui.asking import FollowUp, Offer, pro_said
from goedgesprek_tui.commands.answer import Answer, Show
from goedgesprek_tui.commands.table import COMMANDS
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.line import SHORT_FORMS
from goedgesprek_tui.models import Consent, Note, NoteKind, Session
from goedgesprek_tui.reading import to_read
from goedgesprek_tui.reference import Card
from goedgesprek_tui.text import fold
from goedgesprek_tui.topics import TopicList

READ_ON = "Het programma mist namen. Lees zelf nog één keer."


def shown(
    answer: Answer,
    topics: TopicList,
    cards: Sequence[Card],
    offer: Offer | None = None,
    made: Sequence[FollowUp] = (),
) -> Iterator[str]:
    """Return what an answer shows; reading back asks something, and is up to who reads the lines.

    `offer` is what there is to ask on after the answer, `made` all the questions that can be asked.
    """
    conversation = answer.conversation
    match answer.show:
        case Show.PLACE:
            yield from place(conversation, with_phase=conversation.session.question == 0)
        case Show.PHASES:
            yield from _phases(conversation)
        case Show.ALOUD:
            yield from (f"Zeg: {line}" for line in conversation.phase.aloud)
            yield from (f"Tip: {line}" for line in conversation.phase.advice)
        case Show.TOPICS:
            yield from (topic.name for topic in topics.with_own(conversation.session.topics).topics)
        case Show.NAMES:
            yield from _names(conversation.session)
        case Show.KINDS:
            yield ", ".join(NoteKind)
        case Show.CONSENTS:
            yield "ja (letterlijk), kern of nee"
        case Show.WORDS | Show.FOLLOW_UPS:
            yield from _follow_ups(offer, answer.note)
        case Show.QUESTIONS:
            yield from ([offer.instead] if offer and offer.instead else (one.text for one in made))
        case Show.CARDS:
            yield from _cards(cards, answer.message)
        case Show.HELP:
            yield from _help()
        case Show.END:
            yield answer.message
        case Show.BLANK:
            yield "In deze stand is er geen scherm om leeg te maken."


def place(conversation: Conversation, with_phase: bool) -> Iterator[str]:
    """Return the question in sight, and in front of it (if asked) the phase and what to read aloud."""
    session, phase = conversation.session, conversation.phase
    if with_phase:
        of = f"van {len(session.script.phases)}"
        yield f"Fase {session.phase + 1} {of}: {phase.title} ({phase.minutes} minuten)"
        yield from (f"Zeg: {line}" for line in phase.aloud)
    if conversation.question:
        at = f"Vraag {session.question + 1} van {len(phase.questions)}"
        yield f"{at}: {conversation.question.text}"


def to_read_aloud(conversation: Conversation) -> list[Note]:
    """Return the notes that are read back: no remarks, and nothing to which a parent said no."""
    return [note for note in to_read(conversation.session) if note.consent is not Consent.NO]


def spoken(note: Note) -> str:
    """Return a note as it is read back, with its number, its kind and its gist."""
    said = f"„{note.text}”" if note.kind is NoteKind.QUOTE else f"{note.kind}: {note.text}"
    return f"notitie {note.number}: {said}" + (f" (kern: {note.gist})" if note.gist else "")


def _phases(conversation: Conversation) -> Iterator[str]:
    for at, phase in enumerate(conversation.session.script.phases):
        here = ", hier ben je" if at == conversation.session.phase else ""
        yield f"{at + 1}. {phase.title} ({phase.minutes} minuten{here})"


def _follow_ups(offer: Offer | None, note: Note | None) -> Iterator[str]:
    if offer and offer.instead:
        yield offer.instead
    elif offer:
        yield f"Klinkt als {pro_said(offer.pro)}."
        yield from (f"{number}. {one.text}" for number, one in enumerate(offer.follow_ups, start=1))
    if note and not (offer and offer.instead):
        yield f"Andere woorden: /doorvragen {note.number} en dan de woorden uit de zin."


def _names(session: Session) -> Iterator[str]:
    from goedgesprek_tui.checking import Checker

    checker = Checker()
    for one in checker.open(session):
        doubt = "" if one.finding.certain else "misschien "
        yield f"{one.spot.label}: {doubt}„{one.words}” {one.finding.reason}."
    yield f"{READ_ON} Anders schrijven: /wijzig en het nummer."


def _cards(cards: Sequence[Card], wanted: str) -> Iterator[str]:
    found = [card for card in cards if fold(wanted) in fold(card.title)]
    if not wanted or not found:
        yield from (card.title for card in cards)
        yield "Een kaart lezen: /kaart en een woord uit de titel."
        return
    for card in found:
        yield card.title
        yield f"Wanneer: {card.when}"
        yield from (f"Doe: {line}" for line in card.do)
        yield f"Zeg: {card.say}"


def _help() -> Iterator[str]:
    yield "Typ wat een ouder zegt en druk op Enter; staat er „opgeslagen”, dan staat het op de schijf."
    kinds = ", ".join(f"{short}: {kind}" for short, kind in SHORT_FORMS.items())
    yield f"Soorten, vooraan in de zin: {kinds}. Een thema: # en een woord."
    yield from (f"{command.usage}: {command.help}" for command in COMMANDS)
