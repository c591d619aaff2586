"""One card for when the talk goes differently."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.reference import Card
from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.widgets.keys import KeyLine, keys_of


class CardScreen(Overlay[None]):
    """Shows when the card is for, what to say, and what to do."""

    BINDINGS = [Binding("escape,enter", "dismiss", "terug", id="terug", tooltip="Terug naar het gesprek")]

    def __init__(self, card: Card) -> None:
        """Show this card."""
        super().__init__()
        self.card = card

    def compose(self) -> ComposeResult:
        """Show what to say first: that is what is needed at once."""
        yield Static(Content.styled(self.card.title, "bold"), classes="heading")
        with VerticalScroll(classes="page"):
            yield Static(Content.styled(self.card.when, "$muted"))
            yield Static(Content.assemble("\n", ("Zeg", "$muted"), "\n", (self.card.say, "bold"), "\n"))
            yield Static(Content.styled("Doe", "$muted"))
            for line in self.card.do:
                yield Static(Content.assemble(("· ", "$primary"), line))
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))
