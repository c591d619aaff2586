"""What may be told of a note to people; the one place where exports take their notes from."""

from dataclasses import dataclass

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
    return tuple(
        Told(note, text, session.consent_of(note) is Consent.VERBATIM)
        for note in session.shown
        if (text := _allowed(note, session.consent_of(note)))
    )


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
