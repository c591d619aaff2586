"""The words of a note that the ambassador chose to ask on."""

import re
from dataclasses import dataclass

from goedgesprek_tui.errors import Refused


@dataclass(frozen=True)
class Choice:
    """The words that were chosen to ask on: of which note (by its id), and one or two stretches of it.

    Without stretches the words that suit each question are taken.
    """

    note: str
    x: str = ""
    y: str = ""

    @property
    def words(self) -> str:
        """The stretches as they are written behind each other: `x / y`."""
        return f"{self.x} / {self.y}" if self.y else self.x


def two_stretches(words: str) -> tuple[str, str]:
    """Return the two stretches of `x / y`, the second empty when there is one; raise Refused above two."""
    x, *more = [part.strip() for part in re.split(r"\s*/\s*", words.strip())]
    if len(more) > 1:
        raise Refused("Kies hoogstens twee stukken van de zin, met een / ertussen: oma / vol.")
    return x, "".join(more)
