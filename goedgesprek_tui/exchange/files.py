"""What stands in one file: a session file, a complete copy, or lines; told from its beginning."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goedgesprek_tui.exchange.door import DECODER, NotTaken
from goedgesprek_tui.exchange.lines import sessions_in
from goedgesprek_tui.exchange.opening import LARGEST_COPY, TOO_LARGE, Stream
from goedgesprek_tui.exchange.wholes import (
    DAMAGED,
    each_in_list,
    generation_in,
    session_from,
    session_of,
)
from goedgesprek_tui.models import Session
from goedgesprek_tui.store.envelope import DAMAGE, LARGEST, Unlock

LINES = (".jsonl", ".ndjson")
LONGEST_LINE = 8 * 1024 * 1024
EMPTY = "het is leeg."


@dataclass(frozen=True)
class Read:
    """A session that was read, and the name of the file that it stood in."""

    session: Session
    file: str


@dataclass(frozen=True)
class Refusal:
    """What was not taken: the name of its file, and why not."""

    file: str
    reason: str

    def __str__(self) -> str:
        """Return it as one sentence."""
        return f"{self.file}: {self.reason}"


def found_in(stream: Stream, name: str, file: str, unlock: Unlock) -> Iterator[Read | Refusal]:
    """Give the sessions in one file, called `name`; raises `NotTaken` when there are none to be read.

    `file` is what it is called in what is given.
    """
    if name.lower().endswith(LINES):
        yield from _lines(b"", stream, file)
        return
    first = stream.readline(LARGEST + 1)
    start = first[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start and not first:
        raise NotTaken(EMPTY)
    if b'"formaat"' in start:
        yield Read(session_of(generation_in(_rest(first, stream, LARGEST)), unlock), file)
    elif start.startswith(b"{") and b'"session"' in first and _is_note(first):
        yield from _lines(first, stream, file)
    else:
        yield from _copy(_rest(first, stream, LARGEST_COPY), file, unlock)


def _copy(raw: bytes, file: str, unlock: Unlock) -> Iterator[Read | Refusal]:
    """Give the sessions in JSON: a list of them, one alone, or a session file that was laid out anew."""
    try:
        text = raw.decode("utf-8-sig").lstrip(" \t\r\n")
    except UnicodeDecodeError:
        raise NotTaken(DAMAGED) from None
    if text.startswith("{"):
        data = _parsed(text)
        if "formaat" in data:
            yield Read(session_of(generation_in(raw), unlock), file)
            return
        elements: Iterable[object] = [data]
    elif text.startswith("["):
        del raw  # it may be large
        elements = each_in_list(text)
    else:
        raise NotTaken(DAMAGED)
    for at, one in enumerate(elements, start=1):
        try:
            yield Read(session_from(one), file)
        except NotTaken as error:
            yield Refusal(f"{file}, gesprek {at}", str(error))


def _parsed(text: str) -> dict[str, object]:
    try:
        data, _ = DECODER.raw_decode(text)
    except DAMAGE:
        raise NotTaken(DAMAGED) from None
    return data if isinstance(data, dict) else {}


def _lines(first: bytes, stream: Stream, file: str) -> Iterator[Read | Refusal]:
    found = False
    for one in sessions_in(_each_line(first, stream)):
        found = True
        yield Refusal(file, one) if isinstance(one, str) else Read(one, file)
    if not found:
        raise NotTaken(EMPTY)


def _each_line(first: bytes, stream: Stream) -> Iterator[bytes]:
    """Give the lines, that end at LF only; of one that is far too long a beginning that is no JSON."""
    if first:
        yield first
    while line := stream.readline(LONGEST_LINE):
        yield line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)


def _rest(first: bytes, stream: Stream, most: int) -> bytes:
    return first + read_whole(stream, most, len(first))


def read_whole(stream: Stream, most: int, already: int = 0) -> bytes:
    """Return the rest of a file; raises `NotTaken` when that is larger than `most`, all in all."""
    raw = stream.read(most + 1 - already) if already <= most else b""
    if already + len(raw) > most:
        raise NotTaken(TOO_LARGE)
    return raw


def _is_note(line: bytes) -> bool:
    try:
        data = DECODER.decode(line.decode("utf-8-sig"))
    except DAMAGE:
        return False
    return "session" in data and "notes" not in data
