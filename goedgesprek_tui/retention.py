"""Keeping what parents consented to, and letting the raw notes go after some weeks.

After the retention rule in `domain/README.md`: literal quotes with consent, paraphrases, agreements and
experiments stay. The program proposes; nothing goes without a yes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from goedgesprek_tui.history import without, without_lost_questions
from goedgesprek_tui.models import Consent, Note, NoteKind, Problem, Session
from goedgesprek_tui.text import count

BEFOREHAND = timedelta(weeks=2)


@dataclass(frozen=True)
class Raw:
    """A conversation with raw notes, and the days until they should go: 0 or less when it is time."""

    session: Session
    days: int

    @property
    def is_due(self) -> bool:
        """Whether it is time."""
        return self.days <= 0


def raw_ones(sessions: Iterable[Session], today: date) -> list[Raw]:
    """Return the conversations whose raw notes should go soon or now, the longest waiting first."""
    found = [Raw(session, (until(session) - today).days) for session in sessions if not session.kept_only]
    return sorted((one for one in found if one.days <= BEFOREHAND.days), key=lambda one: one.days)


def until(session: Session) -> date:
    """Return the day on which the raw notes of a conversation should go."""
    return session.started.date() + timedelta(weeks=session.keep_weeks)


def said(raw: Iterable[Raw]) -> tuple[str, str, str]:
    """Return for home what there is to tidy, where that leads, and how much time is left."""
    found = list(raw)
    due = sum(one.is_due for one in found)
    days = count(min(one.days for one in found), "dag", "dagen")
    time = f"het is tijd voor {count(due, 'gesprek', 'gesprekken')}" if due else f"nog {days} de tijd"
    title = "Ruwe notities opruimen" if due else "Ruwe notities straks opruimen"
    return title, "opruimen", f"{time}; er gaat niets vanzelf weg"


def kept_only(session: Session, now: datetime) -> Session:
    """Return the session with only what may be used: the rest is erased, also where it was asked on.

    What no summary tells goes as well: a gist beside words that are told themselves, her own reflection, and
    topics of her own that no note stands under.
    """
    after = without(session, *(note.id for note in session.notes if goes(session, note)))
    for note in after.notes:
        text = _what_is_told(session, note)
        after = _with_text(after, note, text, note.gist if _tells_gist(session, note) else "")
        if text != note.text:
            after = without_lost_questions(after, note, text)
    used = {topic for note in after.notes for topic in note.topics}
    return after.model_copy(
        update={
            "topics": tuple(topic for topic in after.topics if topic.id in used),
            "draft": "",
            "names": (),
            "left": (),
            "reflection": "",
            "problem": Problem(text=session.problem.text, confirmed=session.problem.confirmed),
            "ended": session.ended or now,
            "kept_only": now.date(),
        }
    )


def goes(session: Session, note: Note) -> bool:
    """Whether a note goes: removed, refused, the ambassador's own remark, or a quote without its gist."""
    if note.removed or note.kind is NoteKind.REMARK or session.consent_of(note) is Consent.NO:
        return True
    gist = session.consent_of(note) is Consent.GIST
    return gist and note.kind is NoteKind.QUOTE and not note.gist


def what_stays(session: Session) -> str:
    """Return what stays of a conversation and what goes, counted."""
    staying = [note for note in session.notes if not goes(session, note)]
    gists = sum(_gist_only(session, note) for note in staying)
    away = len(session.notes) - len(staying)
    parts = [count(len(staying), "notitie blijft", "notities blijven")]
    parts += [f"van {gists} alleen de kern"] if gists else []
    masked = sum(bool(note.masked) and not _gist_only(session, note) for note in staying)
    parts += [f"van {masked} de zin zonder namen"] if masked else []
    parts += [count(away, "notitie gaat voorgoed weg", "notities gaan voorgoed weg")] if away else []
    parts += ["je eigen terugblik gaat ook weg"] if session.reflection else []
    return ", ".join(parts)


def _gist_only(session: Session, note: Note) -> bool:
    return session.consent_of(note) is Consent.GIST and bool(note.gist)


def _tells_gist(session: Session, note: Note) -> bool:
    """Whether a summary tells the gist of a note: alone, or above the words of a parent."""
    return note.kind is NoteKind.QUOTE or session.consent_of(note) is Consent.GIST


def _what_is_told(session: Session, note: Note) -> str:
    return note.gist if _gist_only(session, note) else note.masked or note.text


def _with_text(session: Session, note: Note, text: str, gist: str) -> Session:
    changes = {"text": text, "masked": "", "gist": gist}
    notes = (one.model_copy(update=changes) if one.id == note.id else one for one in session.notes)
    return session.model_copy(update={"notes": tuple(notes)})
