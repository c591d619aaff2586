"""What all screens of a conversation share."""

from typing import TypeVar

from textual.screen import Screen

from goedgesprek_tui.talk import Talk

Result = TypeVar("Result")


class TalkScreen(Screen[Result]):
    """A screen on the conversation in hand: shown anew when it comes in sight and when words are safe."""

    def __init__(self, talk: Talk) -> None:
        """Show this conversation."""
        super().__init__()
        self.talk = talk

    def refresh_view(self) -> None:
        """Show the conversation as it is now."""

    def keep_draft(self) -> None:
        """Hand what is half typed to the disk; called before the program ends."""

    def on_screen_resume(self) -> None:
        """Show what another screen changed."""
        self.refresh_view()
