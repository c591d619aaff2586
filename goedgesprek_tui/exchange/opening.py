"""The files that are read: an ordinary file, what lies in a folder, or what is packed in a zip.

Nothing here waits for a pipe or a device, follows a link, or unpacks anything to the disk: the names in a zip
are only shown. How much is read is counted while it is read, whatever a file says of itself.
"""

import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from goedgesprek_tui.exchange.door import NotTaken
from goedgesprek_tui.store.envelope import LARGEST
from goedgesprek_tui.text import one_line, shortened

LARGEST_COPY = 2 * LARGEST
"""A complete copy holds many sessions, so it may be larger than one; it is in memory while it is read."""
LARGEST_UNPACKED = 16 * LARGEST
MOST_FILES = 20_000
MOST_NAMES = 4 * 1024 * 1024
A_LITTLE = 1024 * 1024
DENSEST = 300
"""How many times smaller a file can be packed before it is taken for a trap; our own copies come to 7."""
LONGEST_NAME = 60
END_OF_ZIP = struct.Struct("<4s4H2LH")
LONGEST_COMMENT = 2**16
TOO_LARGE = "het is te groot."
TOO_MANY = f"er zitten meer dan {MOST_FILES} bestanden in; geef het in delen."
NOT_PLAIN = "het is geen gewoon bestand."
NO_ACCESS = "het is niet te openen; kijk of het er nog is, en of je het mag lezen."
NO_ZIP = "de zip is beschadigd."
WITH_PASSWORD = "de zip heeft een wachtwoord; pak hem eerst uit, en geef dan de map."
OTHER_PACKING = "het is ingepakt op een manier die dit programma niet kent; pak de zip eerst zelf uit."
A_BOMB = "het is uitgepakt veel te groot."


class Stream(Protocol):
    """What can be read from, a part at a time."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes."""

    def readline(self, limit: int = -1, /) -> bytes:
        """Return a line, or at most so many bytes of it."""


@dataclass(frozen=True)
class Source:
    """A file to read from: its name in the folder or zip, and what opens it."""

    name: str
    open: Callable[[], AbstractContextManager[Stream]]


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open an ordinary file for reading; raises `NotTaken` for anything else, and never waits."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise NotTaken(NOT_PLAIN)
        handle = os.open(path, flags)
    except (OSError, ValueError):
        raise NotTaken(NO_ACCESS) from None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise NotTaken(NOT_PLAIN)
        if found.st_size > LARGEST_COPY:
            raise NotTaken(TOO_LARGE)
        yield file


def in_folder(path: Path) -> list[Source]:
    """Return what lies in a folder itself, by name; raises `NotTaken`."""
    try:
        names = sorted(entry.name for entry in os.scandir(path) if not entry.is_dir(follow_symlinks=False))
    except OSError:
        raise NotTaken(NO_ACCESS) from None
    return [Source(name, lambda file=path / name: opened(file)) for name in names]  # type: ignore[misc]


def folders_in(path: Path) -> list[Path]:
    """Return the folders in a folder, links left out."""
    try:
        return sorted(Path(entry.path) for entry in os.scandir(path) if entry.is_dir(follow_symlinks=False))
    except OSError:
        raise NotTaken(NO_ACCESS) from None


def is_zip(stream: BinaryIO) -> bool:
    """Whether a file begins like a zip; it is read from its start afterwards."""
    begins = stream.read(4)
    stream.seek(0)
    return begins in (b"PK\x03\x04", b"PK\x05\x06")


@contextmanager
def in_zip(stream: BinaryIO) -> Iterator[list[Source]]:
    """Open a zip, and give the files in it; raises `NotTaken`, also while they are read."""
    _check_end(stream)
    try:
        with zipfile.ZipFile(stream) as packed:
            budget = Budget(LARGEST_UNPACKED)
            found = [info for info in packed.infolist() if not info.is_dir()]
            if len(found) > MOST_FILES:
                raise NotTaken(TOO_MANY)
            yield [Source(info.filename, _unpacks(packed, info, budget)) for info in found]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise NotTaken(NO_ZIP) from None


class Budget:
    """How much may still be unpacked from a zip."""

    def __init__(self, left: int) -> None:
        """Begin with so many bytes."""
        self.left = left

    def take(self, size: int) -> None:
        """Take off what was read; raises `NotTaken` when it is more than there was."""
        self.left -= size
        if self.left < 0:
            raise NotTaken(A_BOMB)


class Counted:
    """Reads a file of a zip, and stops when that comes out far larger than it went in."""

    def __init__(self, stream: Stream, packed: int, budget: Budget) -> None:
        """Read from here, from so many packed bytes."""
        self._stream = stream
        self._most = max(DENSEST * packed, A_LITTLE)
        self._budget = budget
        self._read = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes."""
        parts = []
        while size and (part := self._counted(self._stream.read(min(size, A_LITTLE)))):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def readline(self, limit: int = -1, /) -> bytes:
        """Return a line, or at most so many bytes of it."""
        return self._counted(self._stream.readline(limit))

    def _counted(self, part: bytes) -> bytes:
        self._read += len(part)
        self._budget.take(len(part))
        if self._read > self._most:
            raise NotTaken(A_BOMB)
        return part


def short(name: str) -> str:
    """Return a name of a file as it can be shown, whatever stands in it."""
    return shortened(one_line(name), LONGEST_NAME)


def shallowest(names: Iterable[str]) -> int:
    """Return in how many folders the files lie that lie in the fewest."""
    return min((name.count("/") for name in names), default=0)


def _unpacks(
    packed: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget
) -> Callable[[], AbstractContextManager[Stream]]:
    def unpack() -> AbstractContextManager[Stream]:
        if info.flag_bits & 1:
            raise NotTaken(WITH_PASSWORD)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotTaken(OTHER_PACKING)
        return nullcontext(Counted(packed.open(info), info.compress_size, budget))

    return unpack


def _check_end(stream: BinaryIO) -> None:
    """Raise `NotTaken` when a zip promises more names than we read: zipfile reads them all at once."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(size - LONGEST_COMMENT - END_OF_ZIP.size - 20, 0))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END_OF_ZIP.size:
        raise NotTaken(NO_ZIP)
    _, _, _, _, files, names, _, _ = END_OF_ZIP.unpack_from(tail, at)
    is_64 = tail[max(at - 20, 0) : at].startswith(b"PK\x06\x07")
    if is_64 or files > MOST_FILES or names > MOST_NAMES:
        raise NotTaken(TOO_MANY)
