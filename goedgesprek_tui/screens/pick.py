"""Choosing one thing from a list: type to make it shorter, a digit for one of the first nine."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.text import fold
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.recorder import LineInput

Find = Callable[[str], Iterable[Row]]
SEARCH = "typ om te zoeken"
DIGITS = tuple("123456789")


class PickScreen(Overlay[Any]):
    """Gives the value of the row that was chosen, or None."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Niets kiezen"),
        Binding("down", "move(1)", show=False, id="omlaag", tooltip="Een regel lager"),
        Binding("up", "move(-1)", show=False, id="omhoog", tooltip="Een regel hoger"),
        Binding("tab", "take", show=False, id="neem", tooltip="De gekozen regel nemen"),
    ]

    def __init__(self, title: str, find: Find, hint: str = SEARCH) -> None:
        """Offer what `find` gives for what is typed, as the hint says; with nothing typed digits choose."""
        super().__init__()
        self.hint = hint
        self.heading = title
        self.find = find

    def compose(self) -> ComposeResult:
        """Show what it is for, the rows, and the line to type in."""
        with Vertical(classes="page"):
            with VerticalScroll(classes="whole", can_focus=False):
                yield Static(Content.styled(self.heading, "bold"), classes="heading")
            choices = Choices(self._rows(""))
            choices.can_focus = False
            yield choices
            yield Static("Niets gevonden. Esc gaat terug.", id="nothing")
            yield LineInput(placeholder=self.hint)
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓ 1-9", "kiezen"), ("Enter", "nemen")))

    def _rows(self, typed: str) -> list[Row]:
        rows = list(self.find(typed))
        if typed:
            return rows
        return [
            replace(row, hint=str(at) if at <= len(DIGITS) else " ") for at, row in enumerate(rows, start=1)
        ]

    @on(Input.Changed)
    def shorten(self, event: Input.Changed) -> None:
        """Show the rows that fit what is typed, the best one selected; a lone digit takes its row."""
        choices = self.query_one(Choices)
        digit = int(event.value) if event.value in DIGITS else 0
        if 0 < digit <= len(choices.rows) and choices.rows[digit - 1].hint == event.value:
            self.give(choices.rows[digit - 1].value)
            return
        choices.show(self._rows(event.value.strip()))
        choices.highlighted = 0 if choices.rows else None
        self.query_one("#nothing").display = not choices.rows

    def action_move(self, by: int) -> None:
        """Select the next or previous row."""
        choices = self.query_one(Choices)
        choices.action_cursor_down() if by > 0 else choices.action_cursor_up()

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Give the selected row."""
        chosen = self.query_one(Choices).chosen
        if chosen:
            self.give(chosen.value)

    @on(Choices.Picked)
    def clicked(self, event: Choices.Picked) -> None:
        """Give the row that was clicked."""
        self.give(event.row.value)

    def give(self, value: Any) -> None:
        """Give a value and go back."""
        self.dismiss(value)


def among(rows: Iterable[Row]) -> Find:
    """Return what finds rows by a part of their label."""
    all_rows = list(rows)
    return lambda typed: [row for row in all_rows if fold(typed) in fold(row.label)]
