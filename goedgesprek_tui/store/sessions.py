"""The sessions in a folder: listed, read, opened for writing, deleted."""

import gc
import os
import re
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from goedgesprek_tui.models import Session
from goedgesprek_tui.store.choices import Choices
from goedgesprek_tui.store.disk import Os, sync_folder, write_new
from goedgesprek_tui.store.documents import changes, holds_only, session_in
from goedgesprek_tui.store.envelope import ID, Generation
from goedgesprek_tui.store.errors import StoreError, reported
from goedgesprek_tui.store.files import SessionStorage
from goedgesprek_tui.store.folder import Folder, nothing_more
from goedgesprek_tui.store.key import Key
from goedgesprek_tui.store.lock import lock_of, locked
from goedgesprek_tui.store.side import SideFile

Progress = Callable[[int, int], None]
"""Is told how many of how many were done."""
TRIAD = Path("oefenen", "drietal.json")
NOT_KEPT = "wat jullie in het drietal opschreven, is nog niet bewaard in"
TRIAD_DAMAGED = "Wat er van een drietal was bewaard, is niet te lezen."
LEARNING = Path("oefenen", "leren.json")
LEARNING_NOT_KEPT = "hoever je bent met de vragen, is nog niet bewaard in"
LEARNING_DAMAGED = "Wat er van Vragen leren was bewaard, is niet te lezen."
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Listed:
    """One session of the list; without `session` it cannot be read, and `problem` says why.

    With a session, `problem` may say that another file than the main one was used, or that there are copies.
    """

    id: str
    session: Session | None
    problem: str = ""

    @property
    def started(self) -> datetime:
        """When it began, with a time zone so that all can be compared; long ago when it cannot be read."""
        when = self.session.started if self.session else LONG_AGO
        return when if when.tzinfo else when.replace(tzinfo=UTC)


class OpenSession:
    """A session that this process may write; `session` is what is on the disk.

    `notice` is a sentence for the user when an older generation had to be used, when somebody else's version
    was set aside, or when such copies went with what was erased; else it is empty.
    """

    def __init__(self, storage: SessionStorage, session: Session, release: Callable[[], None]) -> None:
        """Go on from what the storage has read; `release` frees the lock."""
        self.session = session
        self._storage = storage
        self._release = release
        self._ours = _all_ids(session)

    def __enter__(self) -> Self:
        """Give itself; the end of the block closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @property
    def notice(self) -> str:
        """What the user must know about the file."""
        return self._storage.notice

    @property
    def key(self) -> Key:
        """The key of its folder."""
        return self._storage.key

    @property
    def generation(self) -> int:
        """The number of the last state that was stored."""
        return self._storage.number

    def save(self, session: Session, scrub: bool = False) -> None:
        """Make a state of this session durable; raises `NotStored`, and then the one before still is.

        With `scrub` no earlier words stay behind: the previous generation is written over, and temporary,
        damaged and conflicting files and copies of this session go, but for those with notes of another
        computer, which are named.
        """
        with reported(self._storage.folder):
            if session != self.session:
                self._storage.change(changes(session, self.session))
            self.session = session
            self._ours |= _all_ids(session)
            if scrub:
                self._scrub()

    def rewrite(self) -> None:
        """Write it twice as it is, so that the generation before it is like it; raises `NotStored`."""
        with reported(self._storage.folder):
            self._storage.change({})
            self._storage.change({})

    def close(self) -> None:
        """Free the lock; a second time does nothing."""
        self._release()

    def _scrub(self) -> None:
        self._storage.change({})
        found = Folder(self._storage.folder, self.key.unlock)
        others = found.others(self.session.id)
        theirs = [file for file in others if not holds_only(found, file, self._ours)]
        ours = [file for file in others if file not in theirs]
        self._storage.remove(ours)
        parts = []
        if ours:
            parts.append(
                f"Om echt te wissen zijn ook deze kopieën van het gesprek weggehaald: {_names(ours)}."
            )
        if theirs:
            parts.append(
                f"{_names(theirs)} ligt er nog, met notities van een andere computer. Wat je wiste, kan daar "
                "nog in staan."
            )
        self._storage.notice = " ".join(parts) or self._storage.notice


class Store:
    """The folder with the sessions, one file each."""

    def __init__(self, folder: Path, os_: Os = os) -> None:
        """Keep sessions in this folder; nothing is read or made yet."""
        self.folder = folder.absolute()
        self.key = Key(self.folder, os_)
        self.choices = Choices(self.folder, self.key, os_)
        self.triad = SideFile(
            self.folder / TRIAD, "drietal", "drietal", NOT_KEPT, TRIAD_DAMAGED, self.key, os_
        )
        self.learning = SideFile(
            self.folder / LEARNING, "leren", "mensen", LEARNING_NOT_KEPT, LEARNING_DAMAGED, self.key, os_
        )
        self._os = os_

    @property
    def beside(self) -> tuple[SideFile, ...]:
        """What is kept among the sessions, and changes form with them."""
        return self.choices, self.triad, self.learning

    def look(self, keep: bool = True) -> Folder:
        """Return what lies in the folder now; without `keep` no more than one session stands in memory."""
        return Folder(self.folder, self.key.unlock, keep)

    def prepare(self) -> None:
        """Make the folder when it is not there, and try to write in it; raises `NotStored`."""
        trial = self.folder / f".proef-{secrets.token_hex(8)}"
        with reported(self.folder, "er kan niets worden opgeslagen in"):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                write_new(self._os, trial, [b"proef"])
            finally:
                trial.unlink(missing_ok=True)

    def listed(self, progress: Progress | None = None) -> list[Listed]:
        """Return all sessions, the newest first and those that cannot be read last; `progress` as in `each`.

        The garbage collector waits: else it goes through all that was read before, again and again.
        """
        was_on = gc.isenabled()
        gc.disable()
        try:
            found = list(self.each(progress))
        finally:
            if was_on:
                gc.enable()
        return sorted(found, key=lambda each: each.started, reverse=True)

    def each(
        self,
        progress: Progress | None = None,
        among: Collection[str] | None = None,
    ) -> Iterator[Listed]:
        """Read sessions one by one, in no order: all, or `among` these ids.

        `progress` is told how many of how many were read.
        """
        found = self.look(keep=False)
        ids = [id_ for id_ in found.ids() if among is None or id_ in among]
        for at, id_ in enumerate(ids, start=1):
            yield self._listed(found, id_)
            if progress:
                progress(at, len(ids))

    def files(self) -> list[Path]:
        """Return every file here that holds words, a key or choices, also one that cannot be read."""
        found = self.look()
        sessions = (file for id_ in found.ids() for file in (*found.own(id_), *found.others(id_)))
        return [*sessions, *self.key.files(), *(side.file for side in self.beside)]

    def load(self, id_: str) -> Session:
        """Return a session as it is on the disk, without a lock; raises `StoreError`."""
        return self.look().newest(id_, session_in).value

    def find(self, beginning: str) -> str:
        """Return the one id that begins like this; raises `StoreError` when it is none or more than one."""
        ids = [id_ for id_ in self.look().ids() if id_.startswith(beginning)]
        if beginning in ids:
            return beginning
        if not ids:
            raise StoreError(f"Geen gesprek begint met {beginning}; kijk met `goedgesprek lijst` wat er is.")
        if len(ids) > 1:
            raise StoreError(f"{len(ids)} gesprekken beginnen met {beginning}; typ meer letters.")
        return ids[0]

    def take_over(self, session: Session, opened: OpenSession) -> OpenSession:
        """Go on here with a session that was open in another folder, with its key unless there is one here.

        The files there are left as they are. Raises what `prepare` and `create` do.
        """
        self.prepare()
        had_key = self.key.is_there
        if opened.key.is_in_hand and not had_key and self.look().ids():
            raise StoreError(
                f"In {self.folder} staan gesprekken zonder wachtwoord; kies een lege of nieuwe map."
            )
        try:
            opened.key.carry_to(self.key)
            return self.create(session, after=opened.generation)
        except Exception:
            if not had_key:
                self.key.give_up()
            raise

    def create(self, session: Session, after: int = 0) -> OpenSession:
        """Store a new session and keep it open; `after` is the number of the generation it goes on from.

        Raises `StoreError` when its id is taken, and `NotStored`.
        """
        if not re.fullmatch(ID, session.id):
            raise StoreError(
                f"Het kenmerk {session.id!r} kan geen bestandsnaam zijn; er is niets opgeslagen."
            )
        release = self.hold(session.id)
        try:
            found = self.look()
            self._refuse_new(session.id, found)
            storage = SessionStorage(self._main(session.id), self._os, self.key, found, after=after)
            with reported(self.folder):
                storage.change(changes(session, None))
        except BaseException:
            release()
            raise
        return OpenSession(storage, session, release)

    def open(self, id_: str) -> OpenSession:
        """Open a session for writing; raises `AlreadyOpen`, `Unreadable`, `TooNew`, `StoreError`."""
        if not re.fullmatch(ID, id_) or not os.path.lexists(self._main(id_)):
            self.look().newest(id_, nothing_more)  # what is nowhere is not held either
        release = self.hold(id_)
        try:
            return self.open_held(id_, self.look(), release)
        except BaseException:
            release()
            raise

    def open_held(self, id_: str, found: Folder, release: Callable[[], None]) -> OpenSession:
        """Open a session that is held; `found` is the folder as it was seen after that. Raises as `open`."""
        reading = found.newest(id_, session_in)
        _tighten(file for file in found.own(id_) if isinstance(found.examine(file), Generation))
        storage = SessionStorage(self._main(id_), self._os, self.key, found, reading)
        return OpenSession(storage, reading.value, release)

    def hold(self, id_: str) -> Callable[[], None]:
        """Keep other windows from a session, and return what lets go of it; raises `AlreadyOpen`."""
        with reported(self.folder):
            return locked(lock_of(self.folder, id_))

    def rewrite(self, id_: str) -> None:
        """Write a session twice in the form that its folder has now: encrypted, or not.

        Afterwards the generation before it has that form as well. Raises what `open` does, and `NotStored`.
        """
        with self.open(id_) as opened:
            opened.rewrite()

    def refuse_when_open(self, id_: str) -> None:
        """Raise `AlreadyOpen` when another window has this session open."""
        self.hold(id_)()

    def remove(self, files: Iterable[Path]) -> None:
        """Really remove these files; raises `NotStored`."""
        with reported(self.folder, "niet alle kopieën zijn weg uit"):
            for file in files:
                with suppress(FileNotFoundError):
                    self._os.unlink(file)
            sync_folder(self._os, self.folder)

    def delete(self, id_: str) -> None:
        """Really remove all files of a session, copies included; raises `AlreadyOpen` or `NotStored`."""
        self._files_of(id_)
        release = self.hold(id_)
        try:
            with reported(self.folder, "dit gesprek is nog niet helemaal gewist uit"):
                for file in self._files_of(id_):
                    self._os.unlink(file)
                sync_folder(self._os, self.folder)
        finally:
            release()
        with suppress(OSError):
            lock_of(self.folder, id_).unlink()

    def _refuse_new(self, id_: str, found: Folder) -> None:
        """Raise `StoreError` when a new session with this id may not be stored in what was found."""
        if not self.key.is_there and found.seems_encrypted():
            raise StoreError(
                f"De gesprekken in {self.folder} zijn versleuteld, en de sleutel is weg; zet sleutel.age "
                "terug, of kies met --map een andere map."
            )
        if found.own(id_):
            raise StoreError(f"Gesprek {id_} staat al in {self.folder}; het is niet overschreven.")

    def _files_of(self, id_: str) -> list[Path]:
        """All files with words of this session, the main one last: half a removal can be done again."""
        found = self.look()
        files = [*found.others(id_), *reversed(found.own(id_))]
        if not files:
            raise StoreError(f"Er is geen gesprek {id_} in {self.folder}; er is niets gewist.")
        return files

    def _listed(self, found: Folder, id_: str) -> Listed:
        if at_rest := found.at_rest(id_, session_in):
            return Listed(id_, at_rest)
        try:
            reading = found.newest(id_, session_in)
            notice = reading.notice and self._notice_when_at_rest(id_)
        except StoreError as error:
            return Listed(id_, None, str(error))
        names = _names(found.copies(id_))
        copies = f"Van gesprek {id_} ligt er ook een kopie, die niet meetelt: {names}." if names else ""
        return Listed(id_, reading.value, " ".join(filter(None, (notice, copies))))

    def _notice_when_at_rest(self, id_: str) -> str:
        """Return what is the matter with a session's files, unless another window is at work on them."""
        if lock_of(self.folder, id_).exists():
            try:
                self.refuse_when_open(id_)
            except StoreError:
                return ""
        return self.look().newest(id_, nothing_more).notice

    def _main(self, id_: str) -> Path:
        return self.folder / f"{id_}.json"


def _all_ids(session: Session) -> set[str]:
    return {*(note.id for note in session.notes), *session.erased}


def _names(files: Iterable[Path]) -> str:
    return ", ".join(file.name for file in files)


def _tighten(files: Iterable[Path]) -> None:
    """Take away what others may do with our files, as far as the file system lets us."""
    for file in files:
        with suppress(OSError):
            file.chmod(0o600)
