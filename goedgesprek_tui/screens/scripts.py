"""Choosing a script: its phases with minutes are shown before it starts."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from goedgesprek_tui.models import Script
from goedgesprek_tui.prompts import Prompts
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of


class ScriptsScreen(Page[Script | None]):
    """Gives the script that was chosen, or None."""

    BINDINGS = [Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug naar het begin")]

    def __init__(self, prompts: Prompts) -> None:
        """Offer these scripts; the broken ones stand last, with their first error."""
        super().__init__()
        self.rows = [Row(script.name, script, hint=f"{script.minutes} min") for script in prompts.scripts]
        self.rows += [
            Row(f"{broken.path.name} is niet te gebruiken", None, str(broken.faults[0]))
            for broken in prompts.broken
        ]

    def compose(self) -> ComposeResult:
        """Show the scripts, and below them what the selected one is."""
        yield Static(Content.styled("Welke leidraad?", "bold"), classes="top")
        yield Choices(self.rows)
        yield Static(id="about")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "nemen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the selected script is: for whom, and its phases with minutes."""
        script = self.rows[event.option_index].value
        self.query_one("#about", Static).update(_about(script) if script else Content())

    @on(Choices.Picked)
    def choose(self, event: Choices.Picked) -> None:
        """Give the script; a broken one cannot be chosen."""
        script = event.row.value
        if script:
            self.dismiss(script)


def _about(script: Script) -> Content:
    phases = [
        Content.assemble(phase.title, (f"\u00a0{phase.minutes}\u00a0min", "$muted"))
        for phase in script.phases
    ]
    return Content("\n").join(
        [
            Content.styled(script.audience, "$muted"),
            Content(script.intro),
            Content(),
            Content.styled(" → ", "$muted").join(phases),
        ]
    )
