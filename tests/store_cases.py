"""What the tests of the store share: a small session, and an `os` that counts, records and fails."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from goedgesprek_tui.models import Note, Phase, Script, ScriptKind, Session
from goedgesprek_tui.store.sessions import Store

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
SCRIPT = Script(
    id="kort", name="Kort", minutes=5, kind=ScriptKind.GROUP, phases=(Phase(title="Begin", minutes=5),)
)


class Kill(BaseException):
    """The power went off."""


class FaultyOs:
    """The real `os`, that records each call and at call number `at` (from 1) raises `error` instead.

    After a Kill every later call raises it too: a dead process does nothing any more.
    """

    name = "posix"

    def __init__(self, at: int = 0, error: BaseException | None = None) -> None:
        self.at, self.error = at, error
        self.calls: list[tuple[str, Any]] = []
        self.paths: dict[int, Path] = {}

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            self.calls.append((name, self._subject(args)))
            dead = isinstance(self.error, Kill) and len(self.calls) > self.at > 0
            if len(self.calls) == self.at or dead:
                if name == "close":
                    os.close(args[0])
                raise self.error
            done = getattr(os, name)(*args)
            if name == "open":
                self.paths[done] = args[0]
            return done

        return call

    def fail_at(self, at: int, error: BaseException) -> None:
        """Count anew, and fail at this call."""
        self.calls.clear()
        self.at, self.error = at, error

    def heal(self) -> None:
        """Never fail again."""
        self.at = 0

    def _subject(self, args: tuple[Any, ...]) -> tuple[Path, ...]:
        return tuple(
            self.paths[a] if isinstance(a, int) else a for a in args if a in self.paths or isinstance(a, Path)
        )


def disk_full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def a_session(id_: str = "gesprek-1", *texts: str, started: datetime = NOON) -> Session:
    session = Session(id=id_, started=started, script=SCRIPT)
    for text in texts:
        session = noted(session, text)
    return session


def noted(session: Session, text: str) -> Session:
    """Return the session with one note more."""
    number = session.last_number + 1
    note = Note(id=f"n{number}", number=number, text=text)
    return session.model_copy(update={"notes": (*session.notes, note), "last_number": number})


def texts(session: Session) -> list[str]:
    return [note.text for note in session.notes]


def names(folder: Path) -> set[str]:
    """Return the names of what lies in the folder, locks left out."""
    return {file.name for file in folder.iterdir() if not file.name.endswith(".lock")}


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return what is in each file of the folder, locks left out."""
    return {name: (folder / name).read_bytes() for name in names(folder)}


OLD = a_session("g", "een", "twee")
NEW = noted(OLD, "drie")


def stored(folder: Path) -> Store:
    """Return a folder with session g, whose main file is OLD and the one before has one note less."""
    store = Store(folder)
    with store.create(a_session("g", "een")) as opened:
        opened.save(OLD)
    return store
