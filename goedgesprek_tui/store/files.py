"""One safe file: a TinyDB storage that is written whole, or not at all.

A power cut or a full disk at any moment leaves the old file or the new one, and the generation before it as
`<id>.json.bak`. When `write` returns, what was written survives both.
"""

import glob
import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from goedgesprek_tui.store.disk import Identity, Os, identity, sync_folder, write_new
from goedgesprek_tui.store.envelope import ID, LARGEST, Changes, Generation, Kept, Tables, sealed
from goedgesprek_tui.store.errors import NotStored as NotStored
from goedgesprek_tui.store.errors import StoreError as StoreError
from goedgesprek_tui.store.errors import reported
from goedgesprek_tui.store.folder import Folder, Reading, examined, nothing_more
from goedgesprek_tui.store.key import Key

TRIES, PAUSE = 5, 0.25
"""On Windows a virus scanner or a program that synchronises can hold a file for a moment."""


class SessionStorage(Storage):
    """The tables of one session file, for TinyDB.

    Documents come back as mappings without `update`: to change one, remove it and insert it anew. It says
    in `notice` when another file than the main one had to be used, and when somebody else's version was set
    aside. It takes no lock: `sessions.Store` does.
    """

    def __init__(
        self,
        path: str | Path,
        os_: Os = os,
        key: Key | None = None,
        found: Folder | None = None,
        reading: Reading[Any] | None = None,
        pause: Callable[[float], None] = time.sleep,
        after: int = 0,
    ) -> None:
        """Read the newest whole generation; nothing is written before `write`. Raises `StoreError`.

        In a folder with a passphrase `key` encrypts what is written and decrypts what is read. `found` is the
        folder as it was seen just now, else it is looked at. A new file counts its generations from `after`.
        """
        self.path = Path(path).absolute()
        self.folder, self.id = self.path.parent, self.path.stem
        self._os, self._pause = os_, pause
        self.key = key or Key(self.folder, os_)
        reading = reading or _reading(found or Folder(self.folder, self.key.unlock), self.path)
        self.notice = reading.notice if reading else ""
        self.number = reading.last if reading else after
        self._known = set(reading.known) if reading else set()
        self._put_aside = "beschadigd" if reading and reading.spoiled else ""
        tables = reading.tables if reading else {}
        self._tables: Mapping[str, Kept] = {name: Kept().become(table) for name, table in tables.items()}
        self._seen: Identity | None = None
        self._swept = False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables as they are on the disk; None before the first write."""
        return {name: dict(table.docs) for name, table in self._tables.items()} or None

    def write(self, data: Tables) -> None:
        """Put these tables on the disk, all at once; raises `NotStored`, with all as it was before."""
        with reported(self.folder):
            self._store({name: self._tables.get(name, Kept()).become(table) for name, table in data.items()})

    def change(self, changes: Changes) -> None:
        """Put these documents on the disk, all at once; faster than `write`, and the same else."""
        with reported(self.folder):
            changed = {name: self._tables.get(name, Kept()).changed(docs) for name, docs in changes.items()}
            self._store({**self._tables, **changed})

    def remove(self, files: Iterable[Path]) -> None:
        """Really take files away, the temporary ones of this session included; raises OSError."""
        all_ = [*files, *self.folder.glob(f".{glob.escape(self.id)}.*.tmp")]
        for file in all_:
            self._os.unlink(file)
        if all_:
            sync_folder(self._os, self.folder)

    def _store(self, tables: Mapping[str, Kept]) -> None:
        there = self._there(self.path)
        if there and not self._put_aside and self._is_foreign(there):
            self._put_aside = "conflict"
        lock = self.key.lock if self.key.encrypts() else None
        sha256, pieces = sealed(self.id, self.number + 1, tables, lock)
        if sum(map(len, pieces)) > LARGEST:
            raise NotStored(f"Het gesprek is te groot geworden en is nog niet opgeslagen in {self.folder}.")
        self._put(pieces, sha256, there)
        sync_folder(self._os, self.folder)
        self._tables, self._known = tables, {sha256}
        if not self._swept:
            with suppress(OSError):
                self.remove(())
            self._swept = True

    def _is_foreign(self, there: os.stat_result) -> bool:
        """Whether somebody else wrote the main file; some file systems change inode or time by themselves."""
        if identity(there) == self._seen:
            return False
        theirs = examined(self.path)
        if not isinstance(theirs, Generation):
            return True
        self.number = max(self.number, theirs.number)
        return theirs.sha256 not in self._known

    def _put(self, pieces: Iterable[bytes], sha256: str, there: os.stat_result | None) -> None:
        with self._temp() as temp:
            seen = write_new(self._os, temp, pieces)
            if there and self._put_aside:
                self._set_aside()
            elif there:
                self._keep_previous(there)
            self._known.add(sha256)
            self._rename(temp, self.path)
        self.number += 1
        self._seen, self._put_aside = seen, ""

    @contextmanager
    def _temp(self) -> Iterator[Path]:
        """Give a name for a temporary file, and take the file away when something goes wrong."""
        temp = self.folder / f".{self.id}.{secrets.token_hex(8)}.tmp"
        try:
            yield temp
        except BaseException:
            with suppress(OSError):
                self._os.unlink(temp)
            raise

    def _keep_previous(self, there: os.stat_result) -> None:
        """Give the main file the name of the previous generation as well, so that it is never absent.

        When it has that name already, because a save was cut off here, a rename would do nothing and leave
        the temporary name behind. A copy is made where the file system knows no links.
        """
        backup = self.path.with_name(f"{self.path.name}.bak")
        previous = self._there(backup)
        if previous and os.path.samestat(previous, there):
            return
        with self._temp() as temp:
            try:
                self._os.link(self.path, temp)
            except OSError:
                write_new(self._os, temp, [self.path.read_bytes()])
            self._rename(temp, backup)

    def _set_aside(self) -> None:
        """Keep the main file under a name of its own."""
        names = (self.path.with_name(f"{self.path.name}.{self._put_aside}-{n}") for n in count(1))
        free = next(name for name in names if self._there(name) is None)
        self._rename(self.path, free)
        if self._put_aside == "conflict":
            self.notice = (
                f"Gesprek {self.id} is ook door een ander programma of een andere computer veranderd; "
                f"die versie is bewaard als {free.name}."
            )

    def _rename(self, old: Path, new: Path) -> None:
        for left in reversed(range(TRIES if self._os.name == "nt" else 1)):
            try:
                return self._os.replace(old, new)
            except PermissionError:
                if not left:
                    raise
                self._pause(PAUSE)

    def _there(self, file: Path) -> os.stat_result | None:
        try:
            return self._os.lstat(file)
        except FileNotFoundError:
            return None


def _reading(found: Folder, path: Path) -> Reading[None] | None:
    """Return what is on disk for this file; None when there is nothing yet."""
    if found.own(path.stem):
        return found.newest(path.stem, nothing_more)
    if os.path.lexists(path) or not re.fullmatch(ID, path.stem):
        raise StoreError(
            f"{path.name} heet anders dan het gesprek dat erin staat; open het gesprek met zijn eigen naam."
        )
    return None
