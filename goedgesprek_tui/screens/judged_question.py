"""One judged question, whole: all that was said before it, every reason, and what its level means."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Block, Lines


class QuestionScreen(Overlay[None]):
    """Shows all there is to say of a question, to scroll through."""

    BINDINGS = [Binding("escape,enter", "dismiss", "terug", id="terug", tooltip="Terug naar de vragen")]

    def __init__(self, title: str, blocks: Iterable[Block]) -> None:
        """Show these lines under a title."""
        super().__init__()
        self.heading = title
        self.blocks = tuple(blocks)

    def compose(self) -> ComposeResult:
        """Show the lines."""
        yield Static(Content.styled(self.heading, "bold"), classes="heading")
        with VerticalScroll(classes="page"):
            yield Lines()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(VerticalScroll).focus()
        self.query_one(Lines).show(Content(), self.blocks)
