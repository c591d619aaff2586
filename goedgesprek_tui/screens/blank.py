"""Screens with nothing on them: for when somebody looks along, and while the last words are stored."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from goedgesprek_tui.screens.base import Page


class BlankScreen(Page[None]):
    """Shows nothing until a key is pressed."""

    def on_key(self, event: events.Key) -> None:
        """Go back to the talk; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss()


class LastWordsScreen(Page[None]):
    """Stands over everything while the last words go to the disk."""

    def compose(self) -> ComposeResult:
        """Say so."""
        yield Static("Bezig met bewaren…", classes="top")
