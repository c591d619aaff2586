"""A program in a pseudo-terminal, timed from outside: from our act to the bytes that show the result."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

PATIENCE = 20.0
BARE = """
from textual.app import App
from textual.widgets import Input, Static
class Bare(App):
    def compose(self):
        yield Static("klaar")
        yield Input()
Bare().run()
"""
BARE_APP = (sys.executable, "-c", BARE)


class Program:
    """A program in a terminal of 80 by 24."""

    def __init__(self, command: Sequence[str]) -> None:
        self.started = time.perf_counter()
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)

    def until(self, text: str) -> float:
        """Read until the text is shown, and return the moment."""
        wanted, seen = text.encode(), b""
        end = time.perf_counter() + PATIENCE
        while wanted not in seen:
            ready, _, _ = select.select([self.master], [], [], max(end - time.perf_counter(), 0))
            if not ready:
                raise SystemExit(f"„{text}” kwam niet in beeld")
            seen = seen[-200:] + os.read(self.master, 65536)
        return time.perf_counter()

    def settle(self, seconds: float) -> None:
        """Read away all that is shown for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self.master], [], [], left)[0]:
                os.read(self.master, 65536)

    def key(self, key: str, shows: str) -> float:
        """Press a key, and return the seconds until the text is shown."""
        pressed = time.perf_counter()
        os.write(self.master, key.encode())
        return self.until(shows) - pressed

    def kill(self) -> None:
        """End the program at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def row(name: str, times: Sequence[float], yardstick: Sequence[float]) -> str:
    """Return a line of figures in milliseconds, with the ratios to the yardstick."""
    parts = [f"{name:28}"]
    for share in (0.5, 0.95):
        here, there = _at(times, share), _at(yardstick, share)
        parts.append(f"p{share * 100:.0f} {here * 1000:7.2f} ms  maal {here / there:4.2f}")
    return "   ".join(parts)


def _at(times: Sequence[float], share: float) -> float:
    return sorted(times)[round(share * (len(times) - 1))]
