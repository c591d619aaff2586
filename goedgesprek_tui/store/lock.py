"""The lock that one window holds on a session."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from goedgesprek_tui.store.errors import AlreadyOpen


def lock_of(folder: Path, id_: str) -> Path:
    """Return the file that is locked; not the session file itself, because a save replaces that one."""
    return folder / f".{id_}.lock"


def locked(file: Path) -> Callable[[], None]:
    """Take the lock and return what gives it back; raises `AlreadyOpen` at once when it is taken.

    The system frees it when the process is killed, so a lock file that was left behind means nothing. What
    it holds, the process number, is for the sentence only. filelock is imported here because it is slow.
    """
    from filelock import FileLock, SoftFileLock, Timeout

    if file.is_symlink():
        raise OSError(errno.ELOOP, "a link in place of the lock")
    if not file.parent.is_dir():  # filelock would make it
        raise FileNotFoundError(errno.ENOENT, "no folder")
    lock = FileLock(file, mode=0o600, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise AlreadyOpen(
            f"Dit gesprek is al open in een ander venster{_owner(file)}; ga daar verder of sluit dat venster."
        ) from None
    if not isinstance(lock, SoftFileLock):  # that one, for drives without real locks, has content of its own
        with suppress(OSError):
            file.write_text(str(os.getpid()), encoding="ascii")
    return lock.release


def _owner(file: Path) -> str:
    with suppress(OSError, ValueError):
        return f" (proces {int(file.read_text(encoding='ascii'))})"
    return ""
