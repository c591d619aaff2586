"""Standard input, output and error: always UTF-8, and never the reason that words are lost."""

import io
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TextIO

from goedgesprek_tui.text import one_line

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def prepare() -> None:
    """Make the streams speak UTF-8 whatever the locale says, and stand in for one that was closed.

    A byte order mark is no text, and a line ends at LF, CR or CRLF.
    """
    sys.stdin, sys.stdout, sys.stderr = (
        stream or io.StringIO() for stream in (sys.stdin, sys.stdout, sys.stderr)
    )
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape", newline=None)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def complain(sentence: str) -> None:
    """Say on standard error what is wrong, on one line."""
    with suppress(OSError):
        print(one_line(sentence), file=sys.stderr, flush=True)


def put_out(chunks: Iterable[bytes]) -> None:
    """Write bytes to standard output just as they are, line ends included."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None) or io.BytesIO()  # one that was closed has none
    buffer.writelines(chunks)
    buffer.flush()


def give_up_output() -> None:
    """Write nothing more to standard output, also not what was still under way to it at the exit."""
    sys.stdout = io.StringIO()


class Lines:
    """The lines of a stream, until they end or the program is told to; only ever between two lines.

    `signal` is then the number of what told it: Ctrl+C, a closed terminal, a computer that goes off.
    """

    def __init__(self, stream: TextIO) -> None:
        """Listen to the signals from now on, but for those that whoever started us has us ignore."""
        self.signal = 0
        self._stream = stream
        self._reading = False
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._told)

    def __iter__(self) -> Iterator[str]:
        """Give the lines, with their ends."""
        while line := self._next():
            yield line

    def _next(self) -> str:
        try:
            self._reading = True
            return "" if self.signal else self._stream.readline()
        except KeyboardInterrupt:
            return ""
        finally:
            self._reading = False

    def _told(self, number: int, frame: object) -> None:
        self.signal = number
        if self._reading:
            raise KeyboardInterrupt
