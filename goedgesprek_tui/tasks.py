"""The work after a talk: what there is to do, and a sentence on how it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, auto

from goedgesprek_tui.evaluation import counts_said
from goedgesprek_tui.exports.consent import held_back
from goedgesprek_tui.models import Note, NoteKind, Session
from goedgesprek_tui.reading import answers, to_read
from goedgesprek_tui.text import count

LABELLED = (NoteKind.QUOTE, NoteKind.SIGNAL)
DATED = (NoteKind.AGREEMENT, NoteKind.EXPERIMENT)


class Do(IntEnum):
    """A task or a way out, in the order in which they are shown."""

    READ_BACK = auto()
    EVALUATION = auto()
    AGREEMENTS = auto()
    TOPICS = auto()
    GISTS = auto()
    FACTS = auto()
    REFLECTION = auto()
    NAMES = auto()
    PREVIEW = auto()
    SAVE = auto()
    GO_ON = auto()
    READY = auto()


@dataclass(frozen=True)
class Task:
    """Something to do, what it is called, and how it stands ("" when the name says it all)."""

    do: Do
    label: str
    detail: str = ""


def tasks(session: Session, today: date) -> list[Task]:
    """Return all there is to do after a talk, always in the same order."""
    gists = [Task(Do.GISTS, "Kern schrijven", held_back_said(session))] if held_back(session) else []
    return [
        Task(Do.READ_BACK, "Teruglezen", _read_back(session)),
        Task(Do.EVALUATION, "Evaluatie van de ouders", _evaluation(session)),
        Task(Do.AGREEMENTS, "Afspraken en proeven", _agreements(session, today)),
        Task(Do.TOPICS, "Thema's geven", _topics(session)),
        *gists,
        Task(Do.FACTS, "Plek, groep en aantal ouders", _facts(session)),
        Task(Do.REFLECTION, "Wat bleef liggen, en wat viel jou op", _reflection(session)),
        Task(Do.NAMES, "Nakijken op namen", _names(session)),
        Task(Do.PREVIEW, "Samenvatting bekijken"),
        Task(Do.SAVE, "Samenvatting opslaan"),
        Task(Do.GO_ON, "Toch verder met het gesprek"),
        Task(Do.READY, "Klaar, naar het begin"),
    ]


def unlabelled(session: Session) -> tuple[Note, ...]:
    """Return the quotes and signals that have no topic yet."""
    return tuple(note for note in session.shown if note.kind in LABELLED and not note.topics)


def agreements(session: Session) -> tuple[Note, ...]:
    """Return the agreements and experiments, in the order they were made."""
    return tuple(note for note in session.shown if note.kind in DATED)


def held_back_said(session: Session) -> str:
    """Say how many quotes stay out of the summary until their gist is written; "" when none does."""
    number = len(held_back(session))
    if not number:
        return ""
    verbs = ("heeft", "blijft") if number == 1 else ("hebben", "blijven")
    return f"{count(number, 'citaat', 'citaten')} {verbs[0]} nog geen kern en {verbs[1]} uit het verslag"


def unlabelled_said(session: Session) -> str:
    """Say how many notes have no topic; "" when all have one."""
    number = len(unlabelled(session))
    return f"{count(number, 'notitie', 'notities')} zonder thema" if number else ""


def _read_back(session: Session) -> str:
    number, given = len(to_read(session)), answers(session)
    if not number:
        return "er zijn geen zinnen om voor te lezen"
    if given.waiting == number:
        return f"{count(number, 'zin', 'zinnen')}, nog niets voorgelezen"
    if given.waiting:
        verb = "is" if given.waiting == 1 else "zijn"
        return f"{given.waiting} van {number} zinnen {verb} nog niet voorgelezen"
    return f"alles is voorgelezen: {given.yes} ja, {given.gist} kern, {given.no} nee"


def _evaluation(session: Session) -> str:
    counted = [counts_said(tally) for tally in session.tallies if tally.counts]
    words = sum(len(tally.words) for tally in session.tallies)
    remarks = sum(len(tally.remarks) for tally in session.tallies)
    parts = counted[:1]
    parts += [count(words, "woord", "woorden")] if words else []
    parts += [count(remarks, "opmerking", "opmerkingen")] if remarks else []
    return "; ".join(parts) or "nog niets genoteerd"


def _agreements(session: Session, today: date) -> str:
    kinds = [note.kind for note in agreements(session)]
    parts = []
    if number := kinds.count(NoteKind.AGREEMENT):
        parts.append(count(number, "afspraak", "afspraken"))
    if number := kinds.count(NoteKind.EXPERIMENT):
        parts.append(count(number, "proef", "proeven"))
    due = len(session.due(today))
    parts += [f"op {due} daarvan kun je nu terugkijken"] if due else []
    return ", ".join(parts) or "nog geen afspraken of proeven"


def _topics(session: Session) -> str:
    if not any(note.kind in LABELLED for note in session.shown):
        return "er zijn geen citaten of signalen"
    return unlabelled_said(session) or "alle citaten en signalen hebben een thema"


def _facts(session: Session) -> str:
    return " · ".join(_known(session)) or "nog niets ingevuld"


def _known(session: Session) -> Iterator[str]:
    place = " ".join(part for part in (session.place_kind, session.place) if part)
    yield from (part for part in (place, session.area, session.group) if part)
    if session.parents is not None:
        yield count(session.parents, "ouder", "ouders")


def _names(session: Session) -> str:
    changed = sum(bool(note.masked) for note in session.shown)
    parts = [f"{count(changed, 'zin', 'zinnen')} aangepast"] if changed else []
    parts += [f"{count(len(session.left), 'plek', 'plekken')} laten staan"] if session.left else []
    return ", ".join(parts)


def _reflection(session: Session) -> str:
    later = count(len(session.left_over), "punt", "punten") if session.left_over else ""
    parts = [f"{later} voor een volgende keer"] if later else []
    parts += ["wat jou opviel is bewaard"] if session.reflection else []
    return ", ".join(parts)
