"""Exports on disk: how their files are named, and how they are written whole or not at all."""

import errno
import itertools
import os
import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import Session
from goedgesprek_tui.text import fold, one_line

LONGEST_STEM = 60
TEMP = ".goedgesprek-"
AN_HOUR = 3600.0
RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
FULL = "de schijf is vol; maak ruimte of kies een andere plek"
CLOSED = "je mag daar niets schrijven, of het bestand staat nog open; kies een andere plek"
MISSING = "die map bestaat niet; maak de map eerst of kies een andere"
REASONS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.EROFS: CLOSED,
    errno.ENOENT: MISSING,
    errno.ENOTDIR: MISSING,
    errno.EISDIR: "dat is een map; geef ook een naam voor het bestand",
    errno.ENAMETOOLONG: "die naam is te lang; kies een kortere",
}
UNKNOWN = "dat lukt op die plek niet; kies een andere plek"


class ExportError(UserError):
    """An export that was not written; its text says in Dutch what is wrong, where, and what to do."""


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write an export for the owner only, in place of what stood there; raise ExportError when it fails.

    The chunks are written as they come. A file is whole or as it was before, also when the disk is full, the
    program is killed, or a chunk cannot be made. What is no file (a pipe, a device) is written to directly.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(chunks)
        else:
            _replace(Path(os.path.realpath(path)), chunks)
    except OSError as error:
        raise _failed(path, error) from error


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in the folder for exports where nothing stands yet.

    Makes the folder when it is not there, for the owner only; raises ExportError when that fails.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _failed(folder, error) from error
    paths = (folder / f"{_numbered(stem, number)}{suffix}" for number in itertools.count(1))
    return next(path for path in paths if not os.path.lexists(path))


def default_stem(session: Session) -> str:
    """Return the name of a session's exports without its ending: the date and the script, never the place."""
    return slug(f"{session.started.date().isoformat()} {session.script.name}")


def slug(text: str, longest: int = LONGEST_STEM) -> str:
    """Return text as part of a file name that is safe everywhere: small letters, digits and hyphens."""
    safe = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:longest].rstrip("-")
    return f"gesprek-{safe}".rstrip("-") if not safe or RESERVED.fullmatch(safe) else safe


def _failed(path: Path, error: OSError) -> ExportError:
    reason = REASONS.get(error.errno or 0, UNKNOWN)
    return ExportError(f"De uitvoer is niet geschreven naar {one_line(str(path))}: {reason}.")


def _numbered(stem: str, number: int) -> str:
    tail = f"-{number}" if number > 1 else ""
    return slug(stem, LONGEST_STEM - len(tail)) + tail


def half_written(folder: Path) -> list[Path]:
    """Return what an export that was cut off left in a folder."""
    return list(folder.glob(f"{TEMP}*.tmp"))


def _replace(path: Path, chunks: Iterable[bytes]) -> None:
    for old in half_written(path.parent):
        if time.time() - old.lstat().st_mtime > AN_HOUR:
            old.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=TEMP, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
