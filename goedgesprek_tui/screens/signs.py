"""The words and signs by which the talk shows what is kept: of the whole, and of one note."""

from textual.content import Content

from goedgesprek_tui.models import Consent, Note, NoteKind
from goedgesprek_tui.talk import Talk


def state_of(talk: Talk) -> Content:
    """Return whether words are kept, as a word with a sign."""
    if talk.failure:
        return Content.styled("! niet bewaard", "bold $error")
    if talk.conversation.off_record:
        return Content.styled("○ niet vastleggen", "bold $secondary")
    if talk.session.paused:
        return Content.styled("‖ pauze", "bold $secondary")
    return Content.assemble(("●", "$primary"), (" noteren", "$muted"))


def label_of(talk: Talk, note: Note) -> Content:
    """Return what stands at the right of a note: on its way, or its kind, consent and topics."""
    if not talk.is_safe(note):
        return Content.styled("bezig…" if not talk.failure else "niet bewaard", "$muted")
    parts = [] if note.kind is NoteKind.QUOTE else [note.kind.value]
    parts += [note.consent.value] if note.consent and note.consent is not Consent.NO else []
    names = [talk.topics.name_of(topic) for topic in note.topics]
    parts += [", ".join(name[:1].lower() + name[1:] for name in names)] if names else []
    if not names and note.kind in (NoteKind.QUOTE, NoteKind.SIGNAL):
        return Content.styled(" · ".join([*parts, "geen thema"]), "$muted")
    return Content.styled(" · ".join(parts), "$secondary")
