"""JSON Lines on standard input and output: an object with `id` and `text` a line, and an answer to each."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

Answer = Callable[[str], Mapping[str, object]]
MOST_TOLD = 5


class LineError(ValueError):
    """A line that cannot be answered; the text says why, in one Dutch sentence without the line itself."""


def answered(line: str, answer: Answer) -> str:
    """Return the answer to one line: its `id`, with what there is to say of its `text`.

    Raise LineError when it cannot be answered.
    """
    given = _read(line)
    return json.dumps({"id": given["id"], **answer(given["text"])}, ensure_ascii=False)


def answer_lines(lines: Iterable[str], complain: Callable[[str], None], answer: Callable[[str], str]) -> int:
    """Answer every line that can be answered on standard output, at once, so that one can talk with it.

    Return 1 when there were others; which ones, and what is wrong with the first, is told in one sentence.
    """
    wrong: dict[int, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            print(answer(line), flush=True)
        except LineError as error:
            wrong[number] = str(error)
    if wrong:
        first, *more = wrong
        beyond = f" en nog {len(more) - MOST_TOLD}" if len(more) > MOST_TOLD else ""
        others = f" Ook niet: regel {', '.join(map(str, more[:MOST_TOLD]))}{beyond}." if more else ""
        complain(f"Regel {first} is niet beantwoord: {wrong[first]}{others}")
    return 1 if wrong else 0


def typed_lines() -> Iterator[str]:
    """Give the lines of standard input as they come; a byte that is no UTF-8 shows as a mark."""
    for line in sys.stdin:
        yield line.encode("utf-8", "surrogateescape").decode("utf-8", "replace").rstrip("\n")


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
