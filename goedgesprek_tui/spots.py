"""Where words stand that people will read, so that they can be looked over for names before an export."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.models import LeftStanding, Note, NoteKind, Session
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.proposals import LABEL, Proposal, proposals

Search = Callable[[str, Iterable[str], Iterable[str]], list[Finding]]
"""A search in a text, given the names and the places that are known in the conversation."""
OF_SESSION = {"place": "de plek", "area": "de wijk of gemeente", "group": "de groep"}
OF_NOTE = {
    "who": "wie het doet",
    "sign": "waaraan je het merkt",
    "outcome": "de uitkomst",
    "clean_question": "de vraag die je stelde",
}


@dataclass(frozen=True)
class Spot:
    """A text to look over: `field` of a note or (without one) of the session, and what it is called.

    `at` is its place among others in that field, for a field with more than one text; `topic` is the id of
    the own topic whose name it is. An `own` one is of the ambassador herself: it is looked over, but no
    summary for people holds it.
    """

    field: str
    label: str
    text: str
    note: str = ""
    at: int = 0
    own: bool = False
    topic: str = ""

    @property
    def key(self) -> str:
        """What tells it from all others of the session."""
        return f"{self.note}.{self.field}.{self.topic or self.at}"


@dataclass(frozen=True)
class Open:
    """A finding that nobody decided on yet, with the spot it stands in and all findings there.

    `used` are the words in brackets that stand in the conversation already.
    """

    spot: Spot
    finding: Finding
    among: tuple[Finding, ...]
    used: frozenset[str]

    @property
    def words(self) -> str:
        """The words that were found."""
        return self.finding.words(self.spot.text)

    @property
    def may_stay(self) -> bool:
        """Whether it can be left standing: no ground exists for a citizen service number (UAVG art. 46)."""
        return self.finding.kind is not Kind.BSN

    def proposals(self) -> tuple[Proposal, ...]:
        """Return what can come in its place, the best first; never empty."""
        return proposals(self.finding, self.spot.text, self.among, self.used)


def spots(session: Session) -> list[Spot]:
    """Return all texts to look over: what people will read, of the notes first, and last what is her own."""
    return [*_of_notes(session), *_of_session(session), *_own(session)]


def still_open(session: Session, search: Search) -> list[Open]:
    """Return what was found and not decided on: certain and special ones first, what only may be one last."""
    left = {(one.spot, one.words) for one in session.left}
    found = []
    texts = spots(session)
    used = frozenset(label[0] for spot in texts for label in LABEL.finditer(spot.text))
    for spot in texts:
        places = [LABEL.sub("", session.place).strip()] if spot.field != "place" else []
        among = tuple(search(spot.text, session.names, filter(None, places)))
        found += [Open(spot, one, among, used) for one in among]
    waiting = [one for one in found if (one.spot.key, one.words) not in left]
    return sorted(waiting, key=lambda one: (not one.finding.certain, not one.finding.special))


def people_read(found: Iterable[Open]) -> list[Open]:
    """Return what was found in texts that people will read, so without what only the ambassador does."""
    return [one for one in found if not one.spot.own]


def replaced(talk: Conversation, spot: Spot, text: str, name: str = "") -> Conversation:
    """Put another wording in place of what stands in a spot; the parent's own words stay beside it.

    `name` is what was taken out when it was a name: it is looked for in the whole conversation from then on.
    """
    names = tuple(dict.fromkeys((*talk.session.names, name))) if name else talk.session.names
    if spot.note:
        note = next(one for one in talk.session.notes if one.id == spot.note)
        notes = tuple(_changed(one, spot.field, text) if one is note else one for one in talk.session.notes)
        return talk.facts(notes=notes, names=names)
    value: Any = text
    if spot.field == "problem":
        value = talk.session.problem.model_copy(update={"text": text})
    elif spot.field == "topics":
        named = {"name": text}
        own = talk.session.topics
        value = tuple(one.model_copy(update=named) if one.id == spot.topic else one for one in own)
    elif spot.field == "left_over":
        value = _with(talk.session.left_over, spot.at, text)
    elif spot.field == "tallies":
        value = _with_answers(talk.session, spot.at, text)
    return talk.facts(**{spot.field: value, "names": names})


def left_standing(talk: Conversation, found: Iterable[Open]) -> Conversation:
    """Keep that these may stay as they are, where that is allowed; a change of the text asks again."""
    may = (LeftStanding(spot=one.spot.key, words=one.words) for one in found if one.may_stay)
    left = (*talk.session.left, *may)
    return talk.facts(left=tuple(dict.fromkeys(left)))


def is_name(finding: Finding) -> bool:
    """Whether a finding is a name, to be looked for elsewhere as well."""
    return finding.kind is Kind.PERSON


def _of_notes(session: Session) -> Iterator[Spot]:
    for one in told(session):
        note = one.note
        field = "gist" if one.text == note.gist and one.text != note.text else "masked"
        yield Spot(field, f"notitie {note.number}", one.text, note.id)
        if note.gist and field != "gist":
            yield Spot("gist", f"de kern van notitie {note.number}", note.gist, note.id)
        for name, label in OF_NOTE.items():
            if text := getattr(note, name):
                yield Spot(name, f"notitie {note.number}, {label}", text, note.id)


def _of_session(session: Session) -> Iterator[Spot]:
    for name, label in OF_SESSION.items():
        if text := getattr(session, name):
            yield Spot(name, label, text)
    if session.problem.text:
        yield Spot("problem", "de probleemzin", session.problem.text)
    used = {topic for note in session.shown for topic in note.topics}
    for topic in session.topics:
        if topic.id in used:
            yield Spot("topics", "een eigen thema", topic.name, topic=topic.id)
    for at, text in enumerate(session.left_over):
        yield Spot("left_over", "wat blijft liggen", text, at=at)
    for at, text in enumerate(_answers(session)):
        yield Spot("tallies", "de evaluatie", text, at=at)


def _own(session: Session) -> Iterator[Spot]:
    for note in session.shown:
        if note.kind is NoteKind.REMARK:
            text = note.masked or note.text
            yield Spot("masked", f"notitie {note.number}, van jezelf", text, note.id, own=True)
    if session.reflection:
        yield Spot("reflection", "je eigen terugblik", session.reflection, own=True)


def _changed(note: Note, field: str, text: str) -> Note:
    return note.model_copy(update={field: text})


def _answers(session: Session) -> list[str]:
    return [text for tally in session.tallies for text in (*tally.words, *tally.remarks)]


def _with_answers(session: Session, at: int, text: str) -> tuple[Any, ...]:
    made = []
    for tally in session.tallies:
        words, remarks = len(tally.words), len(tally.remarks)
        if 0 <= at < words:
            tally = tally.model_copy(update={"words": _with(tally.words, at, text)})
        elif words <= at < words + remarks:
            tally = tally.model_copy(update={"remarks": _with(tally.remarks, at - words, text)})
        at -= words + remarks
        made.append(tally)
    return tuple(made)


def _with(texts: tuple[str, ...], at: int, text: str) -> tuple[str, ...]:
    return (*texts[:at], text, *texts[at + 1 :])
