"""A second search for names, by `deduce` in a process of its own; not always there, and slow to begin.

In a thread of ours its loading would make every key a hundred times slower; in a process nothing is felt.
"""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.words import never_names, words_of

LIMITED = "Namen zoeken is beperkt. Lees zelf goed mee."
"""What the check says when there is no second search."""
KINDS = {
    "persoon": Kind.PERSON,
    "patient": Kind.PERSON,
    "locatie": Kind.ADDRESS,
    "telefoonnummer": Kind.PHONE,
    "emailadres": Kind.EMAIL,
    "bsn": Kind.BSN,
    "url": Kind.OTHER,
}
"""What deduce finds that is of use; its dates, ages, numbers and hospitals are mostly noise in notes."""
REASON = "een tweede zoeker ziet dit als naam of adres"
SECONDS = 20.0


def installed() -> bool:
    """Return whether the extra for the second search was installed."""
    return find_spec("deduce") is not None


class Masker:
    """The second search; its methods wait, so they are called from one thread that is not the screen's.

    It is waited for only once: until it has loaded, or for a text that it does not answer in time.
    """

    def __init__(self, cache: Path, command: Sequence[str] = ()) -> None:
        """Prepare to keep what deduce builds in a folder of the user's own; nothing is started yet.

        A test can hand in a command of its own that answers in the same way.
        """
        # -P: what lies in the folder where the program was started is no part of it
        self._command = command or (sys.executable, "-P", "-m", "goedgesprek_tui.privacy.mask", str(cache))
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._asked = 0
        self._loaded = threading.Event()
        self._waited = False

    def start(self) -> None:
        """Start the process; it loads by itself, and asking waits for it. One that cannot start is none."""
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=pipe,
                stdout=pipe,
                stderr=nothing,
                text=True,
                encoding="utf-8",
                start_new_session=True,  # Ctrl+C is for the program that asks
            )
        except OSError:
            return
        assert self._process.stdout
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()

    def search(self, text: str, seconds: float = SECONDS) -> tuple[Finding, ...] | None:
        """Return what it finds in a text; None when there is no answer in time, or no process.

        One that is too late with an answer is ended; one that is still loading may be asked again.
        """
        if not self._process or not self._has_loaded(seconds):
            return None
        self._asked += 1
        if not self._send({"id": self._asked, "text": text}):
            return None
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                answer = self._answers.get(timeout=left)
            except queue.Empty:
                break
            if answer.get("gone"):
                break
            if answer.get("id") == self._asked:
                return tuple(findings_of(answer["spans"], text))
        self.close()
        return None

    def close(self) -> None:
        """End the process; what it built stays for the next time."""
        if process := self._process:
            self._process = None
            with suppress(OSError):
                process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError, ValueError):
                    stream.close()  # type: ignore[union-attr]

    def _has_loaded(self, seconds: float) -> bool:
        loaded = self._loaded.wait(0 if self._waited else seconds)
        self._waited = True
        return loaded

    def _send(self, what: dict[str, Any]) -> bool:
        if not self._process or not self._process.stdin:
            return False
        try:
            self._process.stdin.write(json.dumps(what) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):
            self.close()
            return False
        return True

    def _listen(self, stream: IO[str]) -> None:
        with suppress(OSError, ValueError):
            for line in stream:
                with suppress(ValueError):
                    answer = json.loads(line)
                    self._answers.put(answer if isinstance(answer, dict) else {})
                self._loaded.set()
        self._answers.put({"gone": True})
        self._loaded.set()


def findings_of(spans: Sequence[Sequence[Any]], text: str) -> Iterator[Finding]:
    """Give the findings in what deduce answered: rows of start, end and tag.

    A place without a number is left out, as are words that are no names and spaces at either end.
    """
    for start, end, tag in spans:
        kind = KINDS.get(tag)
        part = text[start:end]
        start += len(part) - len(part.lstrip())
        end = start + len(part.strip())
        if kind and start < end and _is_of_use(kind, text[start:end]):
            yield Finding(start, end, kind, REASON, certain=kind is not Kind.PERSON)


def _is_of_use(kind: Kind, part: str) -> bool:
    if kind is Kind.ADDRESS:
        return any(sign.isdigit() for sign in part)
    if kind is not Kind.PERSON:
        return True
    said = words_of(part)
    never = never_names(said)
    return any(at not in never and not word.little for at, word in enumerate(said))
