"""What parents and ambassadors still wait for: agreements, experiments, wishes and questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goedgesprek_tui.models import NoteKind, Session
from goedgesprek_tui.review.counting import Heard

DATED = (NoteKind.AGREEMENT, NoteKind.EXPERIMENT)


@dataclass(frozen=True)
class Waiting:
    """What was agreed and tried, by how it stands; and wishes and questions without an answer.

    `due` are those of which the day has come, the oldest first; `coming` those of which it has not;
    `undated` have no day; `done` were looked back on.
    """

    due: tuple[Heard, ...]
    coming: tuple[Heard, ...]
    undated: tuple[Heard, ...]
    done: tuple[Heard, ...]
    wishes: tuple[Heard, ...]
    questions: tuple[Heard, ...]


def waiting(sessions: Sequence[Session], today: date) -> Waiting:
    """Return all that waits in these sessions, and what was looked back on."""
    heard = [Heard(session, note) for session in sessions for note in session.shown]
    dated = [one for one in heard if one.note.kind in DATED]
    still = [one for one in dated if not one.note.outcome]
    with_day = sorted((one.note.due, at, one) for at, one in enumerate(still) if one.note.due)
    return Waiting(
        due=tuple(one for day, _, one in with_day if day <= today),
        coming=tuple(one for day, _, one in with_day if day > today),
        undated=tuple(one for one in still if not one.note.due),
        done=tuple(one for one in dated if one.note.outcome),
        wishes=_unanswered(heard, NoteKind.WISH),
        questions=_unanswered(heard, NoteKind.QUESTION),
    )


def _unanswered(heard: Sequence[Heard], kind: NoteKind) -> tuple[Heard, ...]:
    return tuple(one for one in heard if one.note.kind is kind and not one.note.outcome)
