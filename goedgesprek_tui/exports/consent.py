"""What may be told of a note to people; the one place where exports take their notes from."""

from dataclasses import dataclass, replace

from goedgesprek_tui.history import telling
from goedgesprek_tui.models import Consent, Note, NoteKind, Session


@dataclass(frozen=True)
class Told:
    """A note that may be told, with the text that may be given of it; `verbatim` when those are the words."""

    note: Note
    text: str
    verbatim: bool

    @property
    def as_typed(self) -> bool:
        """Whether the text is what the note holds: then a question made of its words gives nothing away."""
        return self.text == self.note.text


def told(session: Session) -> tuple[Told, ...]:
    """Return the notes that people may read, in the order they were made.

    Left out are what was removed, what a parent said no to, the ambassador's own remarks, and a quote of
    which only the paraphrase may be told while there is none.
    """
    found = [
        Told(note, text, session.consent_of(note) is Consent.VERBATIM)
        for note in session.shown
        if (text := _allowed(note, session.consent_of(note)))
    ]
    open_ones = {one.note.id for one in found if one.as_typed}
    said = " ".join(one.text for one in found)
    kept_in = telling(" ".join(one.text for one in session.notes if one.id not in open_ones)) - telling(said)
    return tuple(_without_question(one, kept_in) for one in found)


def _without_question(one: Told, kept_in: set[str]) -> Told:
    """Return a note without the question that led to it, when that holds words that are not told."""
    if not kept_in & telling(one.note.clean_question):
        return one
    return replace(one, note=one.note.model_copy(update={"clean_question": ""}))


def held_back(session: Session) -> tuple[Note, ...]:
    """Return the quotes that stay out of what people read until somebody writes their paraphrase."""
    return tuple(
        note
        for note in session.shown
        if note.kind is NoteKind.QUOTE and session.consent_of(note) is Consent.GIST and not note.gist
    )


def _allowed(note: Note, consent: Consent) -> str:
    if note.kind is NoteKind.REMARK or consent is Consent.NO:
        return ""
    said = note.masked or note.text
    if consent is Consent.VERBATIM:
        return said
    return note.gist if note.gist or note.kind is NoteKind.QUOTE else said
