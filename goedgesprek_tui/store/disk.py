"""The few things that the storage asks of the operating system, and how a file becomes durable."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
UNKNOWN_TO_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""What some network drives say to a sync of a folder; it is all they can do."""

Identity = tuple[int, int, int]


class Os(Protocol):
    """What the storage asks of the operating system; the module `os` has it all."""

    name: str

    def open(self, path: Path, flags: int, mode: int = 0o777, /) -> int:
        """Open a file."""

    def write(self, fd: int, data: memoryview, /) -> int:
        """Write some of the data; tells how much."""

    def fsync(self, fd: int, /) -> None:
        """Wait until it is on the disk."""

    def fstat(self, fd: int, /) -> os.stat_result:
        """Describe an open file."""

    def close(self, fd: int, /) -> None:
        """Close a file."""

    def lstat(self, path: Path, /) -> os.stat_result:
        """Describe a file, or a link itself."""

    def link(self, old: Path, new: Path, /) -> None:
        """Give a file a second name."""

    def replace(self, old: Path, new: Path, /) -> None:
        """Move a file to a name, taken or not."""

    def unlink(self, path: Path, /) -> None:
        """Take a name away."""


def write_new(os_: Os, file: Path, pieces: Iterable[bytes]) -> Identity:
    """Write a file that is not there yet, for its owner only and on the disk; return how to know it again."""
    fd = os_.open(file, NEW, 0o600)
    try:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[os_.write(fd, rest) :]
        os_.fsync(fd)
        return identity(os_.fstat(fd))
    finally:
        os_.close(fd)


def sync_folder(os_: Os, folder: Path) -> None:
    """Make the names in a folder as durable as the files; Windows has no such thing."""
    if os_.name == "nt":
        return
    fd = os_.open(folder, os.O_RDONLY)
    try:
        os_.fsync(fd)
    except OSError as error:
        if error.errno not in UNKNOWN_TO_FOLDERS:
            raise
    finally:
        os_.close(fd)


def identity(stat: os.stat_result) -> Identity:
    """Return what changes when somebody else puts a file at the same name."""
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
