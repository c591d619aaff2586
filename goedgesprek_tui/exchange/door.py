"""The door for what others wrote: cleaned, checked, and made a session, or refused in one sentence.

The sentences name fields and numbers, never the words in them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.files import RESERVED
from goedgesprek_tui.models import Consent, Note, Phase, Question, Script, ScriptKind, Session
from goedgesprek_tui.store.envelope import ID
from goedgesprek_tui.text import printable

MOST_NOTES = 20_000
HIGHEST_NUMBER = 1_000_000
LARGEST_NUMBER = 2**53
YEARS = range(2000, 2101)
NOTE_ID = re.compile(r"\S{1,100}")
WHAT_IS_WRONG = {"missing": "ontbreekt", "string_too_short": "is leeg", "too_long": "is te lang"}
NEWER = "er staat iets in wat dit programma niet kent; werk het programma bij."
UNKNOWN_SCRIPT = "Leidraad onbekend"
STRICTNESS = {Consent.VERBATIM: 0, Consent.GIST: 1, Consent.NO: 2}
M = TypeVar("M", bound=BaseModel)


class NotTaken(UserError):
    """Something of a colleague that does not come in; the text is the end of a sentence that says why."""


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is geen JSON")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands there twice")
    return found


DECODER = json.JSONDecoder(parse_constant=_refuse, object_pairs_hook=_no_doubles)
"""Reads JSON as it is meant: no NaN, and no key twice."""


def cleaned(value: Any) -> Any:
    """Return JSON with every text as if it had been typed; raises ValueError for absurd numbers."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: cleaned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if isinstance(value, int | float) and not abs(value) <= LARGEST_NUMBER:
        raise ValueError("a number that cannot be meant")
    return value


def validated(model: type[M], data: dict[str, Any]) -> M:
    """Return the record in these data, without what a later version may have added; raises `NotTaken`."""
    try:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for place in _unknown(error):
                _drop(data, place)
            return model.model_validate(data)
    except ValidationError as error:
        raise NotTaken(what_is_wrong(error)) from None


def what_is_wrong(error: ValidationError) -> str:
    """Return what is wrong with the first field that is, by its name; never what it holds."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "extra_forbidden":
        return NEWER
    where = ", ".join(str(part + 1 if isinstance(part, int) else part) for part in first["loc"])
    return f"het veld „{where}” {WHAT_IS_WRONG.get(first['type'], 'klopt niet')}."


def checked(session: Session) -> Session:
    """Return the session with its notes numbered upwards and its place inside its script.

    Raises `NotTaken` for what cannot be kept here: an id that can be no file name, a day that cannot be, too
    many notes, or two different notes with one id.
    """
    check_id(session.id)
    if session.started.year not in YEARS:
        raise NotTaken("de datum van het gesprek klopt niet.")
    if len(session.notes) > MOST_NOTES:
        raise NotTaken(f"het heeft meer dan {MOST_NOTES} notities; dat is te veel voor één gesprek.")
    notes = numbered(_each_once(session.notes))
    last = notes[-1].number if notes else 0
    phases = len(session.script.phases)
    changes = {
        "notes": notes,
        "last_number": max(last, session.last_number if session.last_number <= HIGHEST_NUMBER else 0),
        "phase": min(session.phase, phases - 1),
        "visited": tuple(at for at in session.visited if 0 <= at < phases),
        "seconds": tuple(max(spent, 0.0) for spent in session.seconds[:phases]),
    }
    return session.model_copy(update=changes)


def check_id(id_: str) -> None:
    """Raise `NotTaken` when this cannot be the id of a session: it becomes the name of its file."""
    if not re.fullmatch(ID, id_) or RESERVED.fullmatch(id_.casefold()):
        raise NotTaken("het kenmerk („id”) van het gesprek klopt niet.")


def numbered(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes with numbers that count up: their own when those do."""
    notes = tuple(notes)
    numbers = [0, *(note.number for note in notes)]
    if numbers[-1] <= HIGHEST_NUMBER and all(a < b for a, b in zip(numbers, numbers[1:], strict=False)):
        return notes
    return tuple(note.model_copy(update={"number": at}) for at, note in enumerate(notes, start=1))


def on_day(day: date) -> datetime:
    """Return a moment on a day of which the hour is not known."""
    return datetime.combine(day, time(), UTC)


def bare_script(notes: Iterable[Note]) -> Script:
    """Return a script without id, made of the phases and questions that notes stand under.

    For a conversation of which only the notes are known.
    """
    asked: dict[str, dict[str, None]] = {}
    for note in notes:
        asked.setdefault(note.phase or "Gesprek", {}).setdefault(note.question)
    phases = tuple(
        Phase(title=title, minutes=1, questions=tuple(Question(text=text) for text in questions if text))
        for title, questions in asked.items()
    )
    phases = phases or (Phase(title="Gesprek", minutes=1),)
    return Script(id="", name=UNKNOWN_SCRIPT, minutes=len(phases), kind=ScriptKind.GROUP, phases=phases)


def knows_script(session: Session) -> bool:
    """Whether all of a session is known, and not only its notes."""
    return bool(session.script.id)


def stricter(one: Consent, other: Consent) -> bool:
    """Whether the first lets less be used than the other."""
    return STRICTNESS[one] > STRICTNESS[other]


def _each_once(notes: Iterable[Note]) -> Iterator[Note]:
    known: dict[str, Note] = {}
    for at, note in enumerate(notes, start=1):
        if not NOTE_ID.fullmatch(note.id):
            raise NotTaken(f"het kenmerk („id”) van notitie {at} klopt niet.")
        before = known.setdefault(note.id, note)
        if before is note:
            yield note
        elif before.model_copy(update={"number": note.number}) != note:
            raise NotTaken(f"notitie {at} heeft het kenmerk („id”) van een andere notitie.")


def _unknown(error: ValidationError) -> list[tuple[int | str, ...]]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [one["loc"] for one in found if one["type"] == "extra_forbidden"]


def _drop(data: Any, place: tuple[int | str, ...]) -> None:
    *way, last = place
    for part in way:
        data = data[part]
    del data[last]
