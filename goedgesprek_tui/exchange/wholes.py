"""Whole sessions out of their texts: our session files, and the JSON list of a complete copy."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import ValidationError

from goedgesprek_tui.exchange.door import (
    DECODER,
    NotTaken,
    bare_script,
    checked,
    cleaned,
    on_day,
    stricter,
    validated,
    what_is_wrong,
)
from goedgesprek_tui.models import Consent, Note, Session
from goedgesprek_tui.store.documents import session_in
from goedgesprek_tui.store.envelope import DAMAGE, Generation, Unlock, parse
from goedgesprek_tui.store.errors import Locked, NotOurs, TooNew, Unreadable

BLANK = re.compile(r"[ \t\r\n]*")
DAMAGED = "het bestand is beschadigd, of het is geen gesprek van goedgesprek."
ENCRYPTED = (
    "het is versleuteld met een ander wachtwoord dan dat van deze map; vraag je collega om een volledige "
    "kopie (formaat json), of om het wachtwoord en open het in de map waar het vandaan komt."
)
NO_SESSION = "er staat iets in wat geen gesprek van goedgesprek is."
NEWER_FORMAT = "het is gemaakt met een nieuwere versie van goedgesprek; werk het programma bij."
CUT_OFF = "verderop is het bestand beschadigd of afgebroken; wat ervoor staat, is gelezen."


def generation_in(raw: bytes) -> Generation:
    """Return the generation in a session file; raises `NotTaken`."""
    try:
        return parse(raw)
    except TooNew:
        raise NotTaken(NEWER_FORMAT) from None
    except Unreadable:
        raise NotTaken(DAMAGED) from None


def session_of(generation: Generation, unlock: Unlock) -> Session:
    """Return the session in a generation, cleaned and checked; raises `NotTaken`."""
    try:
        return checked(session_in(cleaned(generation.tables(unlock))))
    except (Locked, NotOurs):
        raise NotTaken(ENCRYPTED) from None
    except ValidationError as error:
        raise NotTaken(what_is_wrong(error)) from None
    except (Unreadable, *DAMAGE):
        raise NotTaken(DAMAGED) from None


def each_in_list(text: str) -> Iterator[Any]:
    """Give what stands in a JSON list, one by one; raises `NotTaken` where the list goes wrong."""
    at = _after_blank(text, 0) + 1
    first = True
    try:
        while (at := _after_blank(text, at)) < len(text) and text[at] != "]":
            if not first:
                if text[at] != ",":
                    raise NotTaken(CUT_OFF)
                at = _after_blank(text, at + 1)
            one, at = DECODER.raw_decode(text, at)
            yield one
            first = False
    except DAMAGE:
        raise NotTaken(DAMAGED if first else CUT_OFF) from None
    if text[at : at + 1] != "]" or _after_blank(text, at + 1) < len(text):
        raise NotTaken(DAMAGED if first else CUT_OFF)


def session_from(data: Any) -> Session:
    """Return the session in an element of a complete copy; raises `NotTaken`.

    What is missing gets its usual value. Of the consent of a note, that stands there twice, the strictest
    counts: somebody may have changed one of the two by hand.
    """
    try:
        if not isinstance(data, dict) or not isinstance(data.get("notes", []), list):
            raise NotTaken(NO_SESSION)
        return checked(_session(cleaned(data)))
    except DAMAGE:
        raise NotTaken(NO_SESSION) from None


def own_consent(note: dict[str, Any], usual: str) -> str | None:
    """Return what was said about one note alone, as a copy has it; None when that is only what is usual."""
    said: str | None = note.get("consent")
    own: str | None = note.get("own_consent")
    if "own_consent" not in note:
        return said
    if own is None:
        return said if said and stricter(Consent(said), Consent(usual)) else None
    return said if said and stricter(Consent(said), Consent(own)) else own


def _session(data: dict[str, Any]) -> Session:
    fields = {name: value for name, value in data.items() if name in Session.model_fields}
    usual = Consent(data.get("consent") or Consent.GIST)
    fields["notes"] = [_note(note, at, usual) for at, note in enumerate(data.get("notes", []), start=1)]
    if "started" not in data and isinstance(data.get("date"), str):
        fields["started"] = on_day(date.fromisoformat(data["date"]))
    if "script" in data:
        return validated(Session, fields)
    session = validated(Session, {**fields, "script": bare_script(())})
    return session.model_copy(update={"script": bare_script(session.notes)})


def _note(note: Any, at: int, usual: Consent) -> dict[str, Any]:
    if not isinstance(note, dict):
        raise NotTaken(f"notitie {at} is geen notitie.")
    fields = {name: value for name, value in note.items() if name in Note.model_fields}
    return {"number": at, **fields, "consent": own_consent(note, usual)}


def _after_blank(text: str, at: int) -> int:
    found = BLANK.match(text, at)
    return found.end() if found else at
