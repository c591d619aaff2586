"""A session as the documents of its file, and back.

The table `leidraad` holds the script, `gesprek` all else but the notes, one document each; `notities` has
one document for each note, under its number.
"""

from collections.abc import Set as AbstractSet
from contextlib import suppress
from itertools import pairwise
from operator import is_
from pathlib import Path
from typing import Any

from goedgesprek_tui.models import Note, Script, Session
from goedgesprek_tui.store.envelope import DAMAGE, Changes, Generation, Tables
from goedgesprek_tui.store.errors import NotStored, StoreError, Unreadable
from goedgesprek_tui.store.folder import Folder

TALK, SCRIPT, NOTES = "gesprek", "leidraad", "notities"
ONLY = "1"
"""The id of a document that is alone in its table."""


def session_in(tables: Tables) -> Session:
    """Return the session that the tables hold; raises ValueError or LookupError when they hold none."""
    by_number = sorted(tables.get(NOTES, {}).items(), key=lambda item: int(item[0]))
    session = Session.model_validate(
        {
            **tables[TALK][ONLY],
            "script": _script_in(dict(tables[SCRIPT][ONLY])),
            "notes": [dict(note) for _, note in by_number],
        }
    )
    for note in session.notes:
        _share_names_of_fields(note)
    if [str(note.number) for note in session.notes] != [key for key, _ in by_number]:
        raise ValueError("Een notitie staat onder een ander nummer.")
    return session


_scripts: dict[str, tuple[dict[str, Any], Script]] = {}
"""The script that was read last under an id: most conversations of a folder are held on a few scripts."""


def _script_in(stored: dict[str, Any]) -> Script:
    """Return a script, the same object as that of the session before when it is the same."""
    known = _scripts.get(str(stored.get("id")))
    if known and known[0] == stored:
        return known[1]
    script = Script.model_validate(stored)
    _scripts[script.id] = stored, script
    return script


_ALL_FIELDS = set(Note.model_fields)


def _share_names_of_fields(note: Note) -> None:
    """Have notes share one set of names: pydantic's own for each takes twice the room of what was said."""
    object.__setattr__(note, "__pydantic_fields_set__", _ALL_FIELDS)


def holds_only(found: Folder, file: Path, known: AbstractSet[str]) -> bool:
    """Whether a file holds no other notes than these, as far as that can be known.

    A damaged one holds nothing that was promised; what is whole but closed to us may hold anything.
    """
    try:
        return known >= note_ids(found.tables_in(file))
    except (Unreadable, *DAMAGE):
        return True
    except StoreError:
        return False


def is_superseded(found: Folder, id_: str, copy: Path) -> bool:
    """Whether nothing is lost with a copy of a session: it is no newer, and has no notes of its own.

    The only copy of a session is, once the session has a file of its own again.
    """
    own = [one for one in map(found.examine, found.own(id_)) if isinstance(one, Generation)]
    if not own:
        return True
    with suppress(StoreError, *DAMAGE):
        newest = found.newest(id_, session_in).value
        known = {*(note.id for note in newest.notes), *newest.erased}
        copied = found.examine(copy)
        older = not isinstance(copied, Generation) or copied.number <= max(one.number for one in own)
        return older and holds_only(found, copy, known)
    return False


def note_ids(tables: Tables) -> set[str]:
    """Return the ids of the notes in the tables of a session."""
    return {str(note["id"]) for note in tables.get(NOTES, {}).values()}


def changes(session: Session, before: Session | None) -> Changes:
    """Return the documents that differ from the state before; None for a note that is no longer there.

    Raises `NotStored` when the numbers of the notes do not count up: the file keeps them in that order.
    """
    if before and before.id != session.id:
        raise ValueError("Dit is een ander gesprek.")
    old = before.notes if before else ()
    new = session.notes
    same = len(old) if new[: len(old)] == old else [*map(is_, old, new), False].index(False)
    if any(a.number >= b.number for a, b in pairwise(new[max(same - 1, 0) :])):
        raise NotStored("De notities zijn niet oplopend genummerd en nog niet opgeslagen; nummer ze opnieuw.")
    stored = {str(note.number): note for note in old[same:]}
    wanted = {str(note.number): note for note in new[same:]}
    put = {key: _note_doc(note) for key, note in wanted.items() if note != stored.get(key)}
    talk = {ONLY: session.model_dump(mode="json", exclude={"notes", "script"})}
    changed: dict[str, dict[str, Any]] = {
        TALK: talk,
        NOTES: {**dict.fromkeys(stored.keys() - wanted.keys()), **put},
    }
    if not before or before.script != session.script:
        changed[SCRIPT] = {ONLY: session.script.model_dump(mode="json")}
    return changed


def _note_doc(note: Note) -> dict[str, Any]:
    """Return a note without its empty fields: half the bytes to write at every Enter."""
    return {"kind": note.kind.value, **note.model_dump(mode="json", exclude_defaults=True)}
