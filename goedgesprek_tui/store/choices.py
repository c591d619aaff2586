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
        self.change({period: choice.model_dump(mode="json")})
