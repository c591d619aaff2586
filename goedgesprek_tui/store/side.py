"""A file that is kept among the sessions and is none of them: written whole, and encrypted when they are.

It is written like a session (`envelope`), under an id that no session has. Of two windows that write the same
file the last one counts.
"""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from goedgesprek_tui.store.disk import Os, sync_folder, write_new
from goedgesprek_tui.store.envelope import Generation, Kept, Table, sealed
from goedgesprek_tui.store.errors import NotOurs, StoreError, Unreadable, reported
from goedgesprek_tui.store.folder import examined
from goedgesprek_tui.store.key import Key

A_WRITE = 60.0
"""Seconds; what is half written for longer was cut off."""


class SideFile:
    """One table of documents in a file of its own, in the form and for the key of the folder.

    `failed` and `damaged` are the words for what cannot be written, and for what cannot be read.
    """

    def __init__(
        self, file: Path, id_: str, table: str, failed: str, damaged: str, key: Key, os_: Os = os
    ) -> None:
        """Look at this file; nothing is read or made yet."""
        self.file = file
        self.folder = file.parent
        self.damaged = damaged
        self._id, self._table, self._failed = id_, table, failed
        self._key, self._os = key, os_

    def read(self) -> Table:
        """Return the documents, none when there is no file.

        Raises `Locked` without the passphrase, and `StoreError` when it cannot be read.
        """
        there = self._there()
        if there is None:
            return {}
        if isinstance(there, Unreadable):
            raise Unreadable(self.damaged)
        if isinstance(there, StoreError):
            raise there
        return there.tables(self._key.unlock).get(self._table, {})

    def write(self, docs: Table) -> None:
        """Make these the documents, on the disk when this returns; raises `NotStored`."""
        with reported(self.folder, self._failed):
            self._write(docs)

    def change(self, changes: Table) -> None:
        """Write these documents beside the others or in their place; raises `NotStored`.

        What cannot be read of an earlier file is put aside, never written over.
        """
        with reported(self.folder, self._failed):
            try:
                docs = self.read()
            except (Unreadable, NotOurs):
                self.set_aside()
                docs = {}
            self._write({**docs, **changes})

    def set_aside(self) -> Path:
        """Give the file a name under which it is kept and not read, and return that; raises OSError."""
        names = (self.folder / f"{self.file.name}.beschadigd-{n}" for n in count(1))
        aside = next(name for name in names if not os.path.lexists(name))
        self._os.replace(self.file, aside)
        return aside

    def remove(self, others: bool = False) -> None:
        """Really remove it and what was half written of it, with `others` also what was put aside.

        Raises `NotStored`.
        """
        files = [*(self._aside() if others else ()), *self._half_written(), self.file]
        with reported(self.folder, "dit is nog niet gewist uit"):
            for file in files:
                with suppress(FileNotFoundError):
                    self._os.unlink(file)
            if self.folder.is_dir():
                sync_folder(self._os, self.folder)

    @property
    def in_other_form(self) -> bool:
        """Whether the file is encrypted though the folder is not, or the other way round."""
        there = self._there()
        return isinstance(there, Generation) and there.is_encrypted != self._key.encrypts()

    def rewrite(self) -> None:
        """Write the file anew, in the form and for the key of the folder; raises `StoreError`."""
        if self._there():
            self.write(self.read())

    def others(self) -> list[Path]:
        """Return the files that do not change form with the folder: put aside, cut off, or not to be read."""
        damaged = [self.file] if isinstance(self._there(), Unreadable) else []
        return [*damaged, *self._aside(), *self._half_written()]

    def make_folder(self) -> None:
        """Make its folder inside that of the sessions, never that one: it may be out of reach."""
        if self.folder.parent == self._key.folder:
            self.folder.mkdir(mode=0o700, exist_ok=True)

    def _there(self) -> Generation | StoreError | None:
        return examined(self.file) if os.path.lexists(self.file) else None

    def _write(self, docs: Table) -> None:
        self.make_folder()
        there = self._there()
        number = there.number + 1 if isinstance(there, Generation) else 1
        lock = self._key.lock if self._key.encrypts() else None
        _, pieces = sealed(self._id, number, {self._table: Kept().become(docs)}, lock)
        temp = self.folder / f".{self.file.name}.{os.getpid()}.{secrets.token_hex(8)}.tmp"
        try:
            write_new(self._os, temp, pieces)
            self._os.replace(temp, self.file)
        except BaseException:
            with suppress(OSError):
                self._os.unlink(temp)
            raise
        sync_folder(self._os, self.folder)
        with suppress(OSError):
            for left in self._half_written():
                ours = left.name.startswith(f".{self.file.name}.{os.getpid()}.")
                if ours or time.time() - left.stat().st_mtime > A_WRITE:  # else another window is at it
                    self._os.unlink(left)

    def _half_written(self) -> Iterator[Path]:
        return self.folder.glob(f".{self.file.name}.*.tmp")

    def _aside(self) -> Iterator[Path]:
        return self.folder.glob(f"{self.file.name}.beschadigd-*")
