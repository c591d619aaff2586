"""A list to choose from: the selected row has a bar at its left and a panel behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rich.segment import Segment
from textual import on
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

BAR = "▌"


@dataclass(frozen=True)
class Row:
    """One thing to choose: what it is called, a sentence under it, and what choosing it gives."""

    label: str
    value: Any
    detail: str = ""
    hint: str = ""

    def content(self) -> Visual:
        """Return the row as it is shown; the texts are data, never markup."""
        label = Content.styled(self.label, "bold")
        if self.hint:
            label = Content.assemble((self.hint, "$primary"), "  ", label)
        if not self.detail:
            return label
        indent = " " * (len(self.hint) + 2 if self.hint else 0)
        return Content("\n").join([label, Content.styled(f"{indent}{self.detail}", "$muted")])


class RowOption(Option):
    """An option that knows its row, so that a choice is what was in sight when it was made."""

    def __init__(self, row: Row) -> None:
        """Show the row."""
        super().__init__(row.content())
        self.row = row


class Choices(OptionList):
    """An OptionList that keeps the value behind each row and marks the selected one without colour too."""

    COMPONENT_CLASSES = {"choices--bar"}

    def __init__(self, rows: Iterable[Row] = (), *, spaced: bool = False, id: str | None = None) -> None:
        """Show the rows, the first one selected; `spaced` leaves a line between them."""
        self.rows = list(rows)
        self.spaced = spaced
        super().__init__(*self._as_options(), id=id)

    class Picked(Message):
        """A row was chosen, with Enter or a click."""

        def __init__(self, row: Row) -> None:
            """Carry the row."""
            super().__init__()
            self.row = row

    @on(OptionList.OptionSelected)
    def pick(self, event: OptionList.OptionSelected) -> None:
        """Turn the list's message into ours."""
        event.stop()
        if isinstance(event.option, RowOption):
            self.post_message(self.Picked(event.option.row))

    @property
    def chosen(self) -> Row | None:
        """The selected row."""
        return self.rows[self.highlighted] if self.highlighted is not None and self.rows else None

    def show(self, rows: Iterable[Row]) -> None:
        """Show other rows; the selection stays on the same value where that is still there."""
        before = self.chosen.value if self.chosen else None
        rows = list(rows)
        if rows == self.rows:
            return
        self.rows = rows
        self.set_options(self._as_options())
        values = [row.value for row in self.rows]
        self.highlighted = values.index(before) if before in values else (0 if values else None)

    def put(self, row: Row) -> None:
        """Show another row in place of the selected one; where the list is scrolled to stays."""
        if self.highlighted is not None:
            self.put_at(self.highlighted, row)

    def put_at(self, at: int, row: Row) -> None:
        """Show another row in the place of one, of as many lines; where the list is scrolled to stays."""
        self.rows[at] = row
        option = self.get_option_at_index(at)
        if isinstance(option, RowOption):
            option.row = row
        self.replace_option_prompt_at_index(at, row.content())

    def _as_options(self) -> list[Option | None]:
        options: list[Option | None] = []
        for row in self.rows:
            options += [None] if self.spaced and options else []
            options.append(RowOption(row))
        return options

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the bar in front when it belongs to the selected row; between rows nothing."""
        line = super().render_line(y)
        option = next((s.style.meta.get("option") for s in line if s.style and s.style.meta), None)
        if option is None:
            return Strip.blank(line.cell_length, self.rich_style)
        if option != self.highlighted:
            return line
        style = self.get_component_rich_style("choices--bar")
        return Strip.join([Strip([Segment(BAR, style)]), line.crop(1)])
