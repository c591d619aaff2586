"""The program, called the way a shell does: in a C locale, with nothing inherited.

`run` gives it a process of its own, which takes a third of a second; `run_here` carries out a call in this
one. What only a process shows goes through `run`: pipes, signals, locks, bytes, that all is imported that is
used; so each command has a test there. What a command answers goes through `run_here`.
"""

import io
import os
import signal
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from conftest import NOON, SCRIPT

from goedgesprek_tui import cli
from goedgesprek_tui.console.streams import SIGNALS
from goedgesprek_tui.models import Note, Session
from goedgesprek_tui.store.sessions import Store

ROOT = Path(__file__).parent.parent
COMMAND = (sys.executable, "-m", "goedgesprek_tui")
STORED = "opgeslagen "


@dataclass(frozen=True)
class Ran:
    """How a call ended: its status, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def stored(self) -> list[str]:
        """The ids of the notes that were said to be stored."""
        return [line.removeprefix(STORED) for line in self.out.split("\n") if line.startswith(STORED)]

    @property
    def complaint(self) -> str:
        """The one sentence on standard error."""
        (line,) = self.err.splitlines()
        return line


def run(*words: str | Path, typed: str | bytes = "", **how: Any) -> Ran:
    """Carry out a call to its end; a traceback is never right."""
    given = typed if isinstance(typed, bytes) else typed.encode()
    done = subprocess.run(
        [*COMMAND, *map(str, words)], input=given, capture_output=True, timeout=30, **_surroundings(how)
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.err
    assert "Errno" not in ran.err
    return ran


def run_here(*words: str | Path, typed: str | bytes = "", env: dict[str, str] | None = None) -> Ran:
    """Carry out a call to its end without a process; it may not ask for a passphrase."""
    given = typed if isinstance(typed, bytes) else typed.encode()
    out, err = io.BytesIO(), io.BytesIO()
    kept, streams = (sys.stdin, sys.stdout, sys.stderr), [io.BytesIO(given), out, err]
    handlers = {name: signal.getsignal(getattr(signal, name)) for name in SIGNALS if hasattr(signal, name)}
    told = sys.stdin, sys.stdout, sys.stderr = [io.TextIOWrapper(each, "ascii") for each in streams]
    try:
        with chdir(ROOT), patch.dict(os.environ, _variables(env or {}), clear=True):
            status = cli.run([str(word) for word in words])
        for stream in told[1:]:
            stream.flush()
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
        for name, handler in handlers.items():
            signal.signal(getattr(signal, name), handler)
    return Ran(status, out.getvalue().decode(), err.getvalue().decode())


def run_in_shell(script: str) -> Ran:
    """Carry out a line for bash, in which "$@" is the program."""
    call = ["bash", "-c", script, "bash", *COMMAND]
    done = subprocess.run(call, capture_output=True, text=True, timeout=30, **_surroundings({}))
    return Ran(done.returncode, done.stdout, done.stderr)


def start(*words: str | Path, **how: Any) -> subprocess.Popen[str]:
    """Begin a call, to talk with while it runs."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*COMMAND, *map(str, words)], stdin=pipe, stdout=pipe, stderr=pipe, text=True, **_surroundings(how)
    )


def say(talk: subprocess.Popen[str], line: str, until: str = STORED) -> str:
    """Type a line, and return the line of the answer that begins like this."""
    assert talk.stdin
    assert talk.stdout
    talk.stdin.write(f"{line}\n")
    talk.stdin.flush()
    return next(said for said in talk.stdout if said.startswith(until)).rstrip("\n")


def kept(folder: Path, *texts: str, id: str = "s", **changes: Any) -> Session:
    """Store a session with these notes, and return it."""
    notes = [Note(id=f"{id}-{n}", number=n, text=text) for n, text in enumerate(texts, start=1)]
    known = {"id": id, "started": NOON, "script": SCRIPT, "notes": notes, "last_number": len(notes)}
    session = Session.model_validate({**known, **changes})
    Store(folder).prepare()
    Store(folder).create(session).close()
    return session


def damage(folder: Path, id: str) -> None:
    """Leave nothing of a session's file to be read."""
    (folder / f"{id}.json").write_text("{", "utf-8")


def _surroundings(how: dict[str, Any]) -> dict[str, Any]:
    """Return where a process runs."""
    return {"cwd": ROOT, **how, "env": _variables(how.get("env", {}))}


def _variables(own: dict[str, str]) -> dict[str, str]:
    """Return the variables of a call: a C locale, and a home folder where nothing lies."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": "/nergens", "LANG": "C", **own}
