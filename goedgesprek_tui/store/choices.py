"""What was chosen for reports, kept in one file among the sessions; encrypted when they are.

The file holds texts of the ambassador and ids of topics and notes, no words of a conversation: an id of a
note that was erased may stay. Its name does not end in `.json`, so that it is taken for no session.
"""

import os
from pathlib import Path

from pydantic import ValidationError

from goedgesprek_tui.review.choice import Choice
from goedgesprek_tui.store.disk import Os
from goedgesprek_tui.store.errors import Unreadable
from goedgesprek_tui.store.key import Key
from goedgesprek_tui.store.side import SideFile

FILE = "terugblik.keuzes"
NAME = "terugblik"
TABLE = "keuzes"
FAILED = "je keuzes voor het verslag zijn nog niet bewaard in"
DAMAGED = f"{FILE} is niet te lezen; zet een kopie terug, of kies opnieuw: dan wordt het apart gezet."


class Choices(SideFile):
    """The choices for the reports of a folder, by a name for the period."""

    def __init__(self, folder: Path, key: Key, os_: Os = os) -> None:
        """Look at this folder; nothing is read or made yet."""
        super().__init__(folder.absolute() / FILE, NAME, TABLE, FAILED, DAMAGED, key, os_)

    def load(self, period: str) -> Choice:
        """Return what was chosen for a period, nothing when that never was.

        Raises `Locked` without the passphrase, and `StoreError` when the file cannot be read.
        """
        try:
            return Choice.model_validate(self.read().get(period, {}))
        except ValidationError as error:
            raise Unreadable(DAMAGED) from error

    def save(self, period: str, choice: Choice) -> None:
        """Keep what was chosen for a period, on the disk when this returns; raises `NotStored`.

        What cannot be read of an earlier file is put aside, never written over.
        """
<<<<<<< HEAD
        self.change({period: choice.model_dump(mode="json")})
=======
        with reported(self.folder, FAILED):
            try:
                chosen = self._read()
            except (Unreadable, NotOurs):
                self._set_aside()
                chosen = {}
            self._write({**chosen, period: choice.model_dump(mode="json")})

    @property
    def in_other_form(self) -> bool:
        """Whether the file is encrypted though the folder is not, or the other way round."""
        there = self._there()
        return isinstance(there, Generation) and there.is_encrypted != self._key.encrypts()

    def rewrite(self) -> None:
        """Write the file anew, in the form and for the key of the folder; raises `StoreError`."""
        if self._there():
            with reported(self.folder, FAILED):
                self._write(self._read())

    def others(self) -> list[Path]:
        """Return the files that do not change form with the folder: put aside, cut off, or not to be read."""
        damaged = [self.file] if isinstance(self._there(), Unreadable) else []
        return [*damaged, *self.folder.glob(f"{FILE}.beschadigd-*"), *self._half_written()]

    def _there(self) -> Generation | StoreError | None:
        return examined(self.file) if os.path.lexists(self.file) else None

    def _read(self) -> Mapping[str, Mapping[str, Any]]:
        there = self._there()
        if there is None:
            return {}
        if isinstance(there, Unreadable):
            raise Unreadable(DAMAGED)
        if isinstance(there, StoreError):
            raise there
        return there.tables(self._key.unlock).get(TABLE, {})

    def _write(self, chosen: Mapping[str, Mapping[str, Any]]) -> None:
        there = self._there()
        number = there.number + 1 if isinstance(there, Generation) else 1
        lock = self._key.lock if self._key.encrypts() else None
        _, pieces = sealed(NAME, number, {TABLE: Kept().become(chosen)}, lock)
        temp = self.folder / f".{FILE}.{secrets.token_hex(8)}.tmp"
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
                self._os.unlink(left)

    def _half_written(self) -> Iterator[Path]:
        return self.folder.glob(f".{FILE}.*.tmp")

    def _set_aside(self) -> None:
        names = (self.folder / f"{FILE}.beschadigd-{n}" for n in count(1))
        self._os.replace(self.file, next(name for name in names if not os.path.lexists(name)))
>>>>>>> main
