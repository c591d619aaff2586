"""What there is to practise, alone or together."""

import time
from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

PARTS = (
    Row("Voorbeeldgesprek", "proef", "kijk mee, van begin tot samenvatting; alles is verzonnen"),
    Row("Vragen leren", "leren", "kaartjes met de schone vragen, vijf minuten per keer"),
    Row("Oefengesprek", "ouder", "jij stelt de vragen, een verzonnen ouder geeft antwoord"),
    Row("Drietallen", "drietal", "met z'n drieën: een verteller, een vrager en een kijker"),
    Row("Beoordelen", "beoordelen", "hoe schoon zijn de vragen in een gesprek dat is uitgeschreven?"),
)


class PracticeScreen(Page[str | None]):
    """Offers the ways to practise, which come back here; gives `proef` for the fictional talk."""

    BINDINGS = [Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug naar het begin")]

    def __init__(self, desk: Desk, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Practise with what lies on this desk; no conversation is touched."""
        super().__init__()
        self.desk = desk
        self.monotonic = monotonic

    def compose(self) -> ComposeResult:
        """Show the ways."""
        yield Static(Content.styled("Oefenen", "bold"), classes="top")
        yield Choices(PARTS, spaced=True)
        yield Static(Content("Hier is niets van echte ouders. Fouten maken mag."), classes="note")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "openen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    @on(Choices.Picked)
    def open(self, event: Choices.Picked) -> None:
        """Open what was chosen."""
        if event.row.value == "proef":
            self.dismiss("proef")
        else:
            self.app.push_screen(self.part(event.row.value))

    def part(self, name: str) -> Screen[None]:
        """Return the screen of a part; each is imported when it is wanted."""
        match name:
            case "leren":
                from goedgesprek_tui.screens.cards import CardsScreen

                return CardsScreen(self.desk)
            case "ouder":
                from goedgesprek_tui.screens.parents import ParentsScreen

                return ParentsScreen(self.desk)
            case "drietal":
                from goedgesprek_tui.screens.triad import TriadScreen

                return TriadScreen(self.desk, self.monotonic)
        from goedgesprek_tui.screens.judging import JudgeScreen

        return JudgeScreen(self.desk)
