"""What is wrong with a file that a person wrote: on which line, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.text import count

MAX_SIZE = 1_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its line (from 1), what it is, and how to mend it."""

    line: int
    problem: str
    mend: str

    def __str__(self) -> str:
        """Return the fault as one line for the user."""
        return f"regel {self.line}: {self.problem} {self.mend}"


class ScriptError(UserError):
    """Says that a file cannot be used; `faults` is all that is wrong with it, in the order of the lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Carry the faults, and say the first of them."""
        self.faults = tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.line))
        more = len(self.faults) - 1
        super().__init__(f"{self.faults[0]}" + (f" En nog {count(more, 'fout', 'fouten')}." if more else ""))


def decode(data: bytes) -> str:
    """Return the text of a file; raise ScriptError when it is too large or not UTF-8."""
    check_size(len(data))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        mend = "Sla het bestand in je tekstprogramma opnieuw op als UTF-8."
        raise ScriptError([Fault(line, "Hier staan tekens die niet te lezen zijn.", mend)]) from error


def check_size(size: int) -> None:
    """Raise ScriptError when a file of this size is not read."""
    if size > MAX_SIZE:
        mend = "Haal eruit wat er niet in hoort, of maak er twee bestanden van."
        raise ScriptError([Fault(1, "Het bestand is groter dan 1 MB.", mend)])
