"""What of a colleague's session comes along with it, and what stays at the computer where it was held."""

from datetime import timedelta

from goedgesprek_tui.exchange.door import HIGHEST_NUMBER
from goedgesprek_tui.history import without
from goedgesprek_tui.models import Consent, Exported, Note, Session

ELSEWHERE = "elders"
A_DAY = 86_400.0


def arrived(theirs: Session, origin: str) -> Session:
    """Return a session as it is kept here the first time: what parents refused never comes in.

    It counts as ended, for it is here to look back on and must not stand above a new conversation as one of
    our own that is open; `origin` says where it came from. What was half typed there stays there.
    """
    gone = [note.id for note in theirs.notes if note.removed or is_refused(note)]
    session = without(theirs, *gone)
    refused = tuple(note.id for note in theirs.notes if is_refused(note))
    return session.model_copy(
        update={
            "origin": origin,
            "erased": (*theirs.erased, *refused),
            "withheld": min(theirs.withheld + len(refused), HIGHEST_NUMBER),
            "draft": "",
            "off_record": False,
            "paused": False,
            "ended": theirs.ended or theirs.started + timedelta(seconds=min(theirs.spent, A_DAY)),
            "exports": tuple(map(elsewhere, theirs.exports)),
        }
    )


def is_refused(note: Note) -> bool:
    """Whether parents said no to a note, also when its ambassador took it away afterwards."""
    return note.consent is Consent.NO


def elsewhere(export: Exported) -> Exported:
    """Return an export of another computer under a name that is not taken for a file of ours."""
    named = export.file.replace("\\", "/").rpartition("/")[2]
    return export.model_copy(update={"file": f"{ELSEWHERE}/{named}"})
