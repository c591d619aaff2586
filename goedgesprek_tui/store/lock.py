"""The lock that one window holds on a session."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from goedgesprek_tui.store.errors import AlreadyOpen

OTHER_FILES = 200
"""How many files we may have open beside the locks."""


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


def allow(number: int) -> None:
    """Have the system let us hold so many locks at once, as far as it does; each is an open file."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows, which allows thousands

        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = number + OTHER_FILES
        if now != resource.RLIM_INFINITY and now < wanted:
            wanted = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def _owner(file: Path) -> str:
    with suppress(OSError, ValueError):
        return f" (proces {int(file.read_text(encoding='ascii'))})"
    return ""
