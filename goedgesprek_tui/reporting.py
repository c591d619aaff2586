"""Making a report on many conversations: what goes in, in which format, to which file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import spare_sessions
from goedgesprek_tui.exports.document import Document
from goedgesprek_tui.exports.files import free_name, write_whole
from goedgesprek_tui.exports.gathered import Gathered, gathered
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.report import worded
from goedgesprek_tui.exports.report_json import report_json
from goedgesprek_tui.folders import exports_folder
from goedgesprek_tui.models import Exported, Session
from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.review.periods import period_said
from goedgesprek_tui.review.selection import Selection
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.settings import Settings
from goedgesprek_tui.spots import Open, Search, people_read, still_open
from goedgesprek_tui.text import count

FORMATS = ("md", "html", "docx", "json")
BINARY = frozenset({"docx"})
PART_OF_FIELD = {"problem": Part.PROBLEMS, "tallies": Part.EVALUATION, "left_over": Part.LEFT_OVER}
"""Which part holds a text of a conversation that is no note."""
NOT_TOLD = frozenset({"clean_question"})
Look = Callable[[Session], list[Open]]
Progress = Callable[[int, int], None]
"""Is told how many of how many conversations were done."""


@dataclass(frozen=True)
class Made:
    """A report that was written: to which file, and what is to be kept of that with each conversation."""

    path: Path
    noted: dict[str, Exported]


def period_of(selection: Selection) -> str:
    """Return the name under which the choices for a period are kept: its days."""
    return "/".join(day.isoformat() if day else "" for day in (selection.start, selection.end))


def said_of(selection: Selection) -> str:
    """Return the period of a selection and all that narrows it, as one line."""
    days = period_said(selection.start, selection.end)
    return ", ".join(filter(None, (days, selection.narrowed_said())))


def kept_choice(desk: Desk, review: Review) -> Choice:
    """Return what was chosen before for the period of a look back; raises `StoreError`."""
    return desk.store.choices.load(period_of(review.selection))


def keep_choice(desk: Desk, review: Review, choice: Choice) -> None:
    """Keep what was chosen for the period of a look back; raises `StoreError`."""
    desk.store.choices.save(period_of(review.selection), choice)


def prepared(review: Review, choice: Choice, topic: str = "") -> Gathered:
    """Return what goes into a report; raise UserError when there is nothing to report on."""
    found = gathered(review, choice, topic)
    if not found.sessions:
        raise UserError(f"Er zijn geen gesprekken om op terug te kijken: {said_of(review.selection)}.")
    if topic and not found.themes:
        name = review.shared.name_of(topic)
        raise UserError(f"Over „{name}” is in deze gesprekken niets gezegd: {said_of(review.selection)}.")
    return found


def anew(desk: Desk, found: Gathered) -> Gathered:
    """Return a report gathered from what lies on the disk now: a parent may have said no since it was read.

    To be called beside the event loop; raise UserError when there is nothing left to report on.
    """
    there = {one.session.id: one.session for one in desk.store.listed() if one.session}
    sessions = tuple(there[one.id] for one in found.review.sessions if one.id in there)
    return prepared(replace(found.review, sessions=sessions), found.choice, found.topic)


def rendered(found: Gathered, name: str, settings: Settings) -> bytes:
    """Return a report in a format, the same bytes for the same contents."""
    if name == "json":
        return report_json(found, settings).encode("utf-8", "replace")
    document = worded(found, settings)
    if name == "docx":
        from goedgesprek_tui.exports.docx import to_docx

        return to_docx([document])
    return _as_text(document, name).encode("utf-8", "replace")


def write_report(
    desk: Desk, found: Gathered, name: str, settings: Settings, target: Path | None = None
) -> Made:
    """Write a report to one file, whole or not at all; raise UserError when that cannot be done.

    Without a target it is a new file in the folder for exports; a target is replaced.
    """
    if target:
        spare_sessions(desk, target)
    data = rendered(found, name, settings)
    path = target or free_name(exports_folder(desk.folder), _stem(found), f".{name}")
    write_whole(path, [data])
    where = path.name if path.parent == exports_folder(desk.folder) else str(path.absolute())
    entry = Exported(
        when=desk.setting.now().date(), format=name, file=where, sessions=max(len(found.sessions), 1)
    )
    noted = {id: entry.model_copy(update={"notes": notes}) for id, notes in found.notes.items() if notes}
    return Made(path, noted)


def look_over(session: Session) -> list[Open]:
    """Return what may be personal in a conversation, by the first search alone."""
    return still_open(session, find)


def unchecked(
    found: Gathered, look: Look = look_over, progress: Progress | None = None
) -> list[tuple[Session, int]]:
    """Return the conversations of which something in the report may be personal, and how much in each.

    It takes a while: what reads along is told how far it is.
    """
    sessions = [session for session in found.review.sessions if found.notes.get(session.id) is not None]
    whole = frozenset(session.id for session in found.sessions)
    counted = []
    for at, session in enumerate(sessions, start=1):
        if number := _unchecked_in(session, found, look, session.id in whole):
            counted.append((session, number))
        if progress:
            progress(at, len(sessions))
    return counted


def unchecked_own(found: Gathered, settings: Settings, search: Search = find) -> list[str]:
    """Return the words that may be personal in the texts of the ambassador herself.

    The names that were found in the conversations are looked for too. Whom to ask and where to join are not
    looked at: a name, number or address stands there on purpose.
    """
    names = {name for session in found.sessions for name in session.names}
    return [one.words(text) for text in _own_texts(found, settings) for one in search(text, names, ())]


def notice(desk: Desk, found: Gathered, settings: Settings) -> str:
    """Return what to know of a report that went out: what is not in it, and what may still be in it."""
    parts = ["De uitvoer is niet versleuteld."] if desk.store.key.is_there else []
    if found.held_back:
        quotes = count(found.held_back, "citaat staat", "citaten staan")
        parts.append(f"{quotes} er niet in: de kern ontbreekt nog. Schrijf die met /kern.")
    number = sum(number for _, number in unchecked(found)) + len(unchecked_own(found, settings))
    if number:
        names = count(number, "naam of ander gegeven staat", "namen en andere gegevens staan")
        parts.append(f"{names} er misschien nog in; kijk ze na in het programma, bij Nakijken op namen.")
    return " ".join(parts)


def _as_text(document: Document, name: str) -> str:
    if name == "md":
        return to_markdown(document)
    from goedgesprek_tui.exports.html import to_html

    return "".join(to_html([document]))


def _stem(found: Gathered) -> str:
    """Return the name of the file without its ending: the last day, and the topic if there is one."""
    last = found.review.selection.end or max(session.started.date() for session in found.sessions)
    about = found.review.shared.name_of(found.topic) if found.topic else ""
    return f"{last.isoformat()} terugblik {about}"


def _unchecked_in(session: Session, found: Gathered, look: Look, whole: bool) -> int:
    """Return how much in a session may be personal; of one that is not told as a whole only in its notes."""
    notes = frozenset(found.notes[session.id])

    def is_told(field: str, note: str) -> bool:
        if note:
            return note in notes and field not in NOT_TOLD
        is_part = field in PART_OF_FIELD and PART_OF_FIELD[field] in found.parts and not found.topic
        return whole and (is_part or field == "topics")

    waiting = people_read(look(session))
    return sum(is_told(one.spot.field, one.spot.note) for one in waiting)


def _own_texts(found: Gathered, settings: Settings) -> Iterator[str]:
    if not found.topic:
        texts = {
            Part.INTRO: found.choice.intro,
            Part.NOT_SPOKEN: found.choice.not_spoken,
            Part.PASSED_ON: found.choice.passed_on,
        }
        yield from (text for part, text in texts.items() if part in found.parts)
    if Part.CLOSING in found.parts:
        yield settings.wat_gebeurt_ermee
