"""What all screens share: they are left once, and those of a conversation show it as it is now."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from goedgesprek_tui.talk import Talk

Result = TypeVar("Result")


class Page(Screen[Result]):
    """A screen that is left once: a second key in the same moment must not leave the one under it."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave the screen with a result, unless it was left already or another stands over it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    async def may_stop(self) -> bool:
        """Return whether the program may end now; a screen with what would be lost asks first."""
        return True


class Overlay(ModalScreen[Result]):
    """A screen over another one, that is left once."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave the screen with a result, unless it was left already or another stands over it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class TalkScreen(Page[Result]):
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
