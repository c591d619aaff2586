"""Making an export: which sessions, in which format, to which file."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.consent import held_back
from goedgesprek_tui.exports.files import default_stem, free_name, half_written, write_whole
from goedgesprek_tui.exports.formats import BACKUPS, EXPORTS
from goedgesprek_tui.folders import exports_folder
from goedgesprek_tui.models import ScriptKind, Session
from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.spots import people_read, still_open
from goedgesprek_tui.text import count
from goedgesprek_tui.withdrawal import exported


@dataclass(frozen=True)
class Export:
    """An export that was made: its bytes, the file it went to (None when it did not), what to know of it.

    `sessions` are those that were in it, each with this export written down.
    """

    data: bytes
    path: Path | None
    notice: str
    sessions: tuple[Session, ...] = ()


def export(desk: Desk, sessions: Sequence[Session], name: str, target: Path | None = None) -> Export:
    """Write sessions to one file and return what was written; raise UserError when that cannot be done.

    Without a target a new file is made in the folder for exports; a target is replaced whole.
    """
    made = render(desk, sessions, name)
    if target:
        spare_sessions(desk, target)
    path = target or free_name(exports_folder(desk.folder), _stem(sessions), EXPORTS[name].suffix)
    write_whole(path, made.data)
    today = desk.setting.now().date()
    where = path.name if path.parent == exports_folder(desk.folder) else str(path.absolute())
    noted = (exported(session, today, name, where, len(sessions)) for session in sessions)
    return Export(made.data, path, made.notice, tuple(noted))


def remember(desk: Desk, made: Export) -> None:
    """Keep with each session of an export that it went there; raise UserError when one could not be told."""
    failed = None
    for session in made.sessions:
        try:
            with desk.store.open(session.id) as opened:
                known = (*opened.session.exports, session.exports[-1])
                opened.save(opened.session.model_copy(update={"exports": known}))
        except UserError as error:
            failed = error
    if failed:
        raise failed


def exports_of(folder: Path, session: Session) -> tuple[list[Path], list[str]]:
    """Return what is left of the exports of a session: its files in the folder for exports, and others.

    The others are names of files that lie elsewhere, or that hold other conversations as well. What a cut-off
    export left in the folder counts among the files: it may hold words of any session.
    """
    files, others = half_written(exports_folder(folder)), []
    for one in {each.file: each for each in session.exports}.values():
        file = exports_folder(folder) / one.file
        if one.sessions > 1 or file.parent != exports_folder(folder):
            others.append(one.file)
        elif os.access(file, os.F_OK):
            files.append(file)
    return files, others


def render(desk: Desk, sessions: Sequence[Session], name: str) -> Export:
    """Return the bytes of an export, without writing it."""
    if not sessions:
        raise UserError("Er is nog geen gesprek om te exporteren.")
    notice = _notice(sessions, name, desk.store.key.is_there)
    return Export(b"".join(EXPORTS[name].write(sessions, desk.prompts.topics)), None, notice)


def spare_sessions(desk: Desk, target: Path) -> None:
    """Raise UserError when an export would take the place of a session, whole or not, or of a key."""
    if any(_is_same(target, file) for file in desk.store.files()):
        raise UserError(f"{target.name} is een bestand van je gesprekken; kies een andere naam.")


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file; by name as well, for a save puts another file in its place."""
    with suppress(OSError):
        return path.resolve() == other.resolve() or path.samefile(other)
    return False


def _stem(sessions: Sequence[Session]) -> str:
    if len(sessions) == 1:
        return default_stem(sessions[0])
    newest = max(session.started.date() for session in sessions)
    return f"{newest.isoformat()}-{len(sessions)}-gesprekken"


def _notice(sessions: Sequence[Session], name: str, encrypted: bool) -> str:
    if name in BACKUPS:
        clear = ", en zonder wachtwoord te lezen" if encrypted else ""
        return f"Let op: dit is de volledige kopie, met alles erin, ook wat niet in een verslag mag{clear}."
    parts = ["De uitvoer is niet versleuteld."] if encrypted else []
    kept_out = sum(len(held_back(session)) for session in sessions)
    if kept_out:
        quotes = count(kept_out, "citaat staat", "citaten staan")
        parts.append(f"{quotes} er niet in: de kern ontbreekt nog. Schrijf die met /kern.")
    found = sum(len(people_read(still_open(session, find))) for session in sessions)
    if found:
        names = count(found, "naam of ander gegeven staat", "namen en andere gegevens staan")
        parts.append(f"{names} er misschien nog in; kijk ze na in het programma, bij Nakijken op namen.")
    if any(session.script.kind is ScriptKind.PRACTICE for session in sessions):
        parts.append("Let op: hier zit een oefening bij.")
    return " ".join(parts)
