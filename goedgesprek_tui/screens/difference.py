"""Choosing between two versions: ours and that of a colleague, both shown whole."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of


class DifferenceScreen(Overlay[str | None]):
    """Gives which version to keep, or None to stop; both are shown whole."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", "stoppen", id="verschil-stop", tooltip="Verder niets veranderen"),
        Binding("pagedown", "look(1)", "lezen", priority=True, id="verschil-omlaag", tooltip="Verder lezen"),
        Binding("pageup", "look(-1)", show=False, priority=True, id="verschil-omhoog", tooltip="Terug lezen"),
    ]

    def __init__(self, title: str, said: Content, rows: Sequence[Row]) -> None:
        """Show what differs under a title, and what can be done."""
        super().__init__()
        self.heading = title
        self.said = said
        self.rows = rows

    def compose(self) -> ComposeResult:
        """Show where it is, both versions, and the choice."""
        yield Static(Content.styled(self.heading, "bold"), classes="heading")
        with VerticalScroll(classes="both", can_focus=False):
            yield Static(self.said)
        yield Choices(self.rows)
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "nemen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def action_look(self, by: int) -> None:
        """Scroll in what is shown."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=by * max(scroll.size.height - 1, 1), animate=False, immediate=True)

    @on(Choices.Picked)
    def give(self, event: Choices.Picked) -> None:
        """Give the choice."""
        self.dismiss(event.row.value)
