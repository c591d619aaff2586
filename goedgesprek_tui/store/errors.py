"""What can go wrong with session files; the text of each error is one Dutch sentence for the user."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goedgesprek_tui.errors import UserError

FULL = ("De schijf is vol", "maak ruimte vrij")
DENIED = ("Schrijven mag niet in deze map", "geef jezelf toegang")
GONE = ("De map is er niet", "sluit de schijf of stick weer aan")
BROKEN = ("De schijf geeft een fout", "probeer het nog eens")
OTHER = ("Het opslaan ging mis", "probeer het nog eens")
REASONS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.EROFS: DENIED,
    errno.ENOENT: GONE,
    errno.ENOTDIR: GONE,
    errno.EEXIST: GONE,
    errno.EIO: BROKEN,
}


class StoreError(UserError):
    """Something about the session files that the user must know."""


class NotStored(StoreError):
    """What was to be written is not on the disk, what was there before still is; it can be tried again."""

    def __init__(self, sentence: str, elsewhere: bool = False) -> None:
        """Say so in a sentence; `elsewhere` when it could be written in another folder."""
        super().__init__(sentence)
        self.elsewhere = elsewhere

    def with_way_out(self, how: str) -> str:
        """Return the sentence, for where another folder can be chosen: `how` is `--map` or `/map`."""
        return f"{self} Of kies een andere map met {how}." if self.elsewhere else str(self)


class Unreadable(StoreError):
    """No whole generation of a session was found; its files are left as they are."""


class TooNew(StoreError):
    """The file was made by a newer version of the program; it must not be written."""


class Locked(StoreError):
    """The words are encrypted, and the passphrase of the folder was not given yet."""


class NotOurs(StoreError):
    """The words are encrypted with another key than that of this folder."""


class WrongPassphrase(StoreError):
    """This passphrase does not open the key of the folder."""


class KeyDamaged(StoreError):
    """A file that should hold a key does not."""


class AlreadyOpen(StoreError):
    """Another window or process has this session open."""


@contextmanager
def reported(folder: Path, failed: str = "dit is nog niet opgeslagen in") -> Iterator[None]:
    """Turn whatever goes wrong inside into a `NotStored` that says so in Dutch; a `StoreError` passes."""
    try:
        yield
    except StoreError:
        raise
    except OSError as error:
        what, way_out = REASONS.get(error.errno or 0, OTHER)
        raise NotStored(f"{what}: {failed} {folder}; {way_out}.", elsewhere=True) from error
    except Exception as error:
        sentence = f"Er staat iets in wat niet in een bestand past: {failed} {folder}; wijzig het."
        raise NotStored(sentence) from error
