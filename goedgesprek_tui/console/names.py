"""`goedgesprek namen`: the personal data in texts on standard input, as JSON Lines or for a reader."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.privacy.finding import Finding
from goedgesprek_tui.privacy.masker import LIMITED, Masker, installed
from goedgesprek_tui.privacy.proposals import proposals
from goedgesprek_tui.text import count, printable

Search = Callable[[str], list[Finding]]
MOST_TOLD = 5
NOTHING = "Niets gevonden. Dat is geen garantie."
READ_ON = "Het programma mist namen. Lees alles zelf nog één keer."


class LineError(ValueError):
    """A line that cannot be answered; the text says why, in one Dutch sentence without the line itself."""


def as_json(line: str, search: Search = find) -> str:
    """Return the answer to one line of JSON: `{"id", "text"}` gives `{"id", "spans"}`.

    Raise LineError when it cannot be answered.
    """
    given = _read(line)
    text = given["text"]
    spans = [
        {
            "text": one.words(text),
            "start": one.start,
            "end": one.end,
            "kind": one.kind.value,
            "certain": one.certain,
        }
        for one in search(text)
    ]
    return json.dumps({"id": given["id"], "spans": spans}, ensure_ascii=False)


def answer_lines(lines: Iterable[str], complain: Callable[[str], None], search: Search = find) -> int:
    """Answer every line that can be answered on standard output, at once, so that one can talk with it.

    Return 1 when there were others; which ones, and what is wrong with the first, is told in one sentence.
    """
    wrong: dict[int, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            print(as_json(line, search), flush=True)
        except LineError as error:
            wrong[number] = str(error)
    if wrong:
        first, *more = wrong
        beyond = f" en nog {len(more) - MOST_TOLD}" if len(more) > MOST_TOLD else ""
        others = f" Ook niet: regel {', '.join(map(str, more[:MOST_TOLD]))}{beyond}." if more else ""
        complain(f"Regel {first} is niet beantwoord: {wrong[first]}{others}")
    return 1 if wrong else 0


@contextmanager
def searching(cache: Path) -> Iterator[tuple[Search, str]]:
    """Give the search to use, with the second one when it is there, and else a notice that it is not."""
    if not installed():
        yield find, LIMITED
        return
    masker = Masker(cache)
    masker.start()
    try:
        notice = LIMITED if masker.search("") is None else ""
        yield lambda text: find(text, more=masker.search(text) or ()), notice
    finally:
        masker.close()


def as_text(lines: Sequence[str], search: Search = find, notice: str = "") -> str:
    """Return for a reader what was found in each line, why, and what could stand in its place."""
    made = [part for number, line in enumerate(lines, start=1) for part in _about(number, line, search(line))]
    return "\n".join([*(made or [NOTHING]), *([notice] if notice else []), READ_ON])


def _about(number: int, text: str, found: Sequence[Finding]) -> Iterator[str]:
    if not found:
        return
    weak = sum(not one.certain for one in found)
    yield f"Regel {number}: {count(len(found), 'plek', 'plekken')}" + (
        f", waarvan {weak} misschien" if weak else ""
    )
    for one in found:
        first = next(iter(proposals(one, text, found)), None)
        instead = f"; kan worden: {first.shown(text)}" if first else ""
        doubt = "" if one.certain else "misschien "
        yield printable(f"  {doubt}{one.kind.value} „{one.words(text)}”: {one.reason}{instead}")


def _read(line: str) -> dict[str, str]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise LineError("dit is geen JSON; een regel is een object met „id” en „text”.") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str) or "id" not in given:
        raise LineError(
            "er ontbreekt iets; een regel is een object met „id” en „text”, en „text” is een tekst."
        )
    if not isinstance(given["id"], str | int):
        raise LineError("„id” is geen tekst en geen getal.")
    return given


def typed_lines() -> Iterator[str]:
    """Give the lines of standard input as they come; a byte that is no UTF-8 shows as a mark."""
    for line in sys.stdin:
        yield line.encode("utf-8", "surrogateescape").decode("utf-8", "replace").rstrip("\n")
