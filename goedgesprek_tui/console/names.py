"""`goedgesprek namen`: the personal data in texts on standard input, as JSON Lines or for a reader."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from goedgesprek_tui.console.json_lines import answered
from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.privacy.finding import Finding
from goedgesprek_tui.privacy.masker import LIMITED, Masker, installed
from goedgesprek_tui.privacy.proposals import proposals
from goedgesprek_tui.text import count, printable

Search = Callable[[str], list[Finding]]
NOTHING = "Niets gevonden. Dat is geen garantie."
READ_ON = "Het programma mist namen. Lees alles zelf nog één keer."


def as_json(line: str, search: Search = find) -> str:
    """Return the answer to one line of JSON: `{"id", "text"}` gives `{"id", "spans"}`.

    Raise LineError when it cannot be answered.
    """
    return answered(line, lambda text: {"spans": _spans(text, search)})


def _spans(text: str, search: Search) -> list[dict[str, object]]:
    return [
        {
            "text": one.words(text),
            "start": one.start,
            "end": one.end,
            "kind": one.kind.value,
            "certain": one.certain,
        }
        for one in search(text)
    ]


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
