"""Bars of one character high, and rows with a bar: read without colour, for the number stands beside."""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from goedgesprek_tui.widgets.choices import Row

FULL, HALF = "━", "╸"
NAME_WIDTH = 33
BAR_WIDTH = 10
UNIT_WIDTH = 8


def bar(number: int, most: int, width: int = BAR_WIDTH) -> str:
    """Return a bar of at most `width` characters, in halves; what is not nothing has at least a half."""
    halves = max(round(number / most * width * 2), 1) if number and most else 0
    return FULL * (halves // 2) + HALF * (halves % 2)


def cut(text: str, width: int) -> str:
    """Return text as exactly so many columns: filled with spaces, or ended with an ellipsis."""
    return set_cell_size(text, width) if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"


@dataclass(frozen=True)
class BarRow(Row):
    """A row of a list with a name, a bar, the number it stands for with its unit, and a word at the end."""

    number: int = 0
    most: int = 0
    unit: str = ""
    word: str = ""

    def content(self) -> Content:
        """Return the row in columns; the texts are data, never markup."""
        return Content.assemble(
            cut(self.label, NAME_WIDTH),
            " ",
            (f"{bar(self.number, self.most):{BAR_WIDTH}}", "$primary"),
            (f"{self.number:>5} ", "bold"),
            cut(self.unit, UNIT_WIDTH),
            (f"  {self.word}" if self.word else "", "$muted"),
        )
