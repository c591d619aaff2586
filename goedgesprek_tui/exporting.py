"""Making an export: which sessions, in which format, to which file."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.consent import held_back
from goedgesprek_tui.exports.files import default_stem, free_name, half_written, write_whole
from goedgesprek_tui.exports.formats import BACKUPS, BOOKS, EXPORTS
from goedgesprek_tui.folders import exports_folder
from goedgesprek_tui.models import Exported, ScriptKind, Session
from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.spots import people_read, still_open
from goedgesprek_tui.store.lock import allow
from goedgesprek_tui.store.sessions import Progress, Store
from goedgesprek_tui.text import count
from goedgesprek_tui.withdrawal import notes_in


class Outgoing:
    """Sessions on their way out in a format: the chunks of the file, and afterwards what to know of it.

    The sessions are gone through once; of each stay the ids of its notes that went along. `notes` has them by
    the id of the session, `notice` says what is not in the file, or still in it. Raises UserError when there
    are no sessions.
    """

    def __init__(self, desk: Desk, sessions: Sequence[Session], name: str) -> None:
        """Make ready; nothing is read before the first chunk is asked for."""
        if not sessions:
            raise UserError("Er is nog geen gesprek om te exporteren.")
        self.notes: dict[str, tuple[str, ...]] = {}
        self._desk, self._sessions, self._name = desk, sessions, name
        self._kept_out = self._found = 0
        self._practice = False

    def __iter__(self) -> Iterator[bytes]:
        """Give the chunks, in order."""
        return EXPORTS[self._name].write(self._passing(), self._desk.prompts.topics)

    @property
    def notice(self) -> str:
        """What to tell about the export, once all chunks were made."""
        parts = _warned(self._name, self._desk.store.key.is_there)
        if self._kept_out:
            quotes = count(self._kept_out, "citaat staat", "citaten staan")
            parts.append(f"{quotes} er niet in: de kern ontbreekt nog. Schrijf die met /kern.")
        if self._found:
            names = count(self._found, "naam of ander gegeven staat", "namen en andere gegevens staan")
            parts.append(f"{names} er misschien nog in; kijk ze na in het programma, bij Nakijken op namen.")
        if self._practice:
            parts.append("Let op: hier zit een oefening bij.")
        return " ".join((*parts, EXPORTS[self._name].notice)).strip()

    def _passing(self) -> Iterator[Session]:
        for session in self._sessions:
            self.notes[session.id] = notes_in(session, self._name)
            if self._name not in BACKUPS:
                self._look_at(session)
            yield session

    def _look_at(self, session: Session) -> None:
        """Count what people must know: what is held back, and names that may still stand in it."""
        is_book = self._name in BOOKS
        self._practice |= session.script.kind is ScriptKind.PRACTICE
        if not is_book:
            self._kept_out += len(held_back(session))
        if not is_book or session.topics:
            found = people_read(still_open(session, find))
            self._found += sum(not is_book or one.spot.field == "topics" for one in found)


@dataclass(frozen=True)
class Export:
    """An export that was made: the file it went to, what to know of it, and what to write down of it.

    `noted` has that for each session that was in it, by its id.
    """

    path: Path
    notice: str
    noted: dict[str, Exported]


def export(desk: Desk, sessions: Sequence[Session], name: str, target: Path | None = None) -> Export:
    """Write sessions, the oldest first, to one file; raise UserError when that cannot be done.

    Without a target a new file is made in the folder for exports; a target is replaced whole. The sessions
    can be `Ordered`, read one by one as they are written.
    """
    outgoing = Outgoing(desk, sessions, name)
    if target:
        spare_sessions(desk, target)
    path = target or free_name(exports_folder(desk.folder), _stem(sessions), EXPORTS[name].suffix)
    write_whole(path, outgoing)
    where = path.name if path.parent == exports_folder(desk.folder) else str(path.absolute())
    entry = Exported(when=desk.setting.now().date(), format=name, file=where, sessions=len(sessions))
    noted = {id_: entry.model_copy(update={"notes": notes}) for id_, notes in outgoing.notes.items()}
    return Export(path, outgoing.notice, noted)


def remember(store: Store, noted: Mapping[str, Exported], progress: Progress | None = None) -> None:
    """Keep with each session, by its id, where it was written to; raise UserError when that failed for one.

    All are held before the folder is looked at: looking anew for each would cost more than writing them.
    `progress` is told how many of how many were done.
    """
    failed = None
    allow(len(noted))
    with ExitStack() as stack:
        held = {}
        for id_ in noted:
            try:
                held[id_] = store.hold(id_)
                stack.callback(held[id_])
            except UserError as error:
                failed = error
        found = store.look(keep=False)
        for at, (id_, release) in enumerate(held.items()):
            if progress:
                progress(at, len(held))
            try:
                opened = store.open_held(id_, found, release)
                exports = (*opened.session.exports, noted[id_])
                opened.save(opened.session.model_copy(update={"exports": exports}))
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
    newest = sessions[-1]
    many = f"{newest.started.date().isoformat()}-{len(sessions)}-gesprekken"
    return default_stem(newest) if len(sessions) == 1 else many


def _warned(name: str, encrypted: bool) -> list[str]:
    if name in BACKUPS:
        clear = ", en zonder wachtwoord te lezen" if encrypted else ""
        return [f"Let op: dit is de volledige kopie, met alles erin, ook wat niet in een verslag mag{clear}."]
    return ["De uitvoer is niet versleuteld."] if encrypted else []
