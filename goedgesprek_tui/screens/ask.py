"""Asking for one line of text."""

from typing import Any
from weakref import WeakKeyDictionary

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.text import one_line
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.recorder import LineInput

_LEFT: WeakKeyDictionary[App[Any], dict[tuple[str, str], str]] = WeakKeyDictionary()
"""What was half typed when a question was left, by what was asked; for as long as the program runs."""


class AskScreen(Overlay[str | None]):
    """Gives the line that was typed, or None to go back; the line begins with what is there already."""

    BINDINGS = [Binding("escape", "back", "terug", id="terug", tooltip="Niets veranderen")]

    def __init__(
        self,
        title: str,
        value: str = "",
        about: str = "",
        placeholder: str = "",
        command: str = "",
        deed: str = "bewaren",
    ) -> None:
        """Ask under a title; `about` is what the line is about, shown whole, `deed` what Enter does with it.

        `command` is what in the talk does the same with the line: as such it is kept when the program ends.
        """
        super().__init__()
        self.command = command
        self.deed = deed
        self.heading = title
        self.value = value
        self.about = about
        self.placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Show what is asked, about what, and the line."""
        with Vertical(classes="page"):
            yield Static(Content.styled(self.heading, "bold"), classes="heading")
            yield Static(Content(self.about), classes="about")
            yield LineInput(value=self.value, placeholder=self.placeholder)
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", self.deed)))

    @property
    def half_typed(self) -> str:
        """What was typed and not given yet, as a line for the talk."""
        typed = self.query_one(Input).value
        return f"{self.command} {typed}" if self.command and typed not in ("", self.value) else ""

    def on_mount(self) -> None:
        """Take the keys; what was half typed here before stands there again."""
        line = self.query_one(Input)
        line.value = self._left().get(self._about(), line.value)
        line.focus()

    def action_back(self) -> None:
        """Go back; what was half typed comes back when the same is asked again."""
        typed = self.query_one(Input).value
        if typed.strip() and typed != self.value:
            self._left()[self._about()] = typed
        self.dismiss(None)

    def _left(self) -> dict[tuple[str, str], str]:
        return _LEFT.setdefault(self.app, {})

    def _about(self) -> tuple[str, str]:
        return self.heading, self.about

    @on(Input.Submitted)
    def give(self, event: Input.Submitted) -> None:
        """Give the line."""
        self._left().pop(self._about(), None)
        self.dismiss(one_line(event.value).strip())
