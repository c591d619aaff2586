"""Reading the notes back to the group: which ones, what was answered, and what that means for each."""

from dataclasses import dataclass, replace

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.history import DEPTH, Step
from goedgesprek_tui.models import Consent, Note, NoteKind, Session
from goedgesprek_tui.topics import TopicList

CONSENT_SAID = {
    Consent.VERBATIM: "letterlijk",
    Consent.GIST: "alleen de kern",
    Consent.NO: "nee",
}


@dataclass(frozen=True)
class Answers:
    """How many notes got which answer; `waiting` got none, so what is usual holds for them."""

    yes: int
    gist: int
    no: int
    waiting: int


def to_read(session: Session) -> tuple[Note, ...]:
    """Return the notes that are read back, also those with a no; the ambassador's own remarks are not."""
    return tuple(note for note in session.notes if not note.removed and note.kind is not NoteKind.REMARK)


def answers(session: Session) -> Answers:
    """Return how often which answer was given; a no counts on after its note was erased."""
    given = [note.consent for note in to_read(session)]
    return Answers(
        yes=given.count(Consent.VERBATIM),
        gist=given.count(Consent.GIST),
        no=given.count(Consent.NO) + session.withheld,
        waiting=given.count(None),
    )


def about(session: Session, note: Note, topics: TopicList) -> list[str]:
    """Return what stands with a note: its kind unless it is a quote, its topics, its gist, its consent."""
    kind = [] if note.kind is NoteKind.QUOTE else [note.kind.value]
    heading = " · ".join([*kind, *map(topics.name_of, note.topics)])
    gist = f"kern: {note.gist}" if note.gist else ""
    return [line for line in (heading, gist, _agreed(session, note)) if line]


def closing(session: Session) -> list[str]:
    """Return how often which answer was given, and what holds for notes without one."""
    given = answers(session)
    lines = [f"{given.yes} letterlijk, {given.gist} alleen de kern, {given.no} nee."]
    if given.waiting:
        usual = CONSENT_SAID[session.consent]
        lines.append(f"{given.waiting} zonder antwoord; daarvoor geldt wat is afgesproken: {usual}.")
    return lines


def quoted(note: Note) -> str:
    """Return the whole note; in quotation marks when a parent said it."""
    return f"„{note.text}”" if note.kind is NoteKind.QUOTE else note.text


def for_the_rest(conversation: Conversation, consent: Consent) -> Conversation:
    """Give the notes without an answer this one, in one act."""
    after = conversation
    for note in to_read(conversation.session):
        if not note.consent:
            after = after.consent(note, consent)
    return as_one_act(conversation, after, "de toestemming van de rest")


def as_one_act(before: Conversation, after: Conversation, label: str) -> Conversation:
    """Return the conversation after several acts such that undo takes them back in one go."""
    if after.session is before.session:
        return before
    return replace(after, past=(*before.past, Step(before.session, label))[-DEPTH:])


def _agreed(session: Session, note: Note) -> str:
    who = "gekozen" if note.consent else "afgesproken"
    said = f"{who}: {CONSENT_SAID[session.consent_of(note)]}"
    return f"{said}, maar die is nog niet geschreven" if _lacks_gist(session, note) else said


def _lacks_gist(session: Session, note: Note) -> bool:
    return session.consent_of(note) is Consent.GIST and note.kind is NoteKind.QUOTE and not note.gist
