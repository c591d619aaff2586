"""The notes under one heading of a report: each can be left out."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.exports.gathered import Said
from goedgesprek_tui.review.choice import Choice
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.report_items import note_rows
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NONE = "Hier staat geen uitspraak die in het verslag komt."


class ReportNotesScreen(Page[None]):
    """Shows what stands under a heading, and hands over each change at once."""

    BINDINGS = [
        Binding("space", "mark", "mee/niet", id="uitspraak-mee", tooltip="Deze uitspraak mee of niet"),
        Binding("escape", "dismiss", "terug", id="uitspraken-terug", tooltip="Terug naar het verslag"),
    ]

    def __init__(
        self, title: str, lines: Sequence[Said], choice: Choice, keep: Callable[[Choice], None]
    ) -> None:
        """Show these notes, with what was chosen so far."""
        super().__init__()
        self.heading = title
        self.lines = lines
        self.choice = choice
        self.keep = keep

    def compose(self) -> ComposeResult:
        """Show the heading and the notes."""
        yield Static(Content.styled(self.heading, "bold"), classes="top")
        yield Choices(note_rows(self.lines, self.choice))
        yield Static("" if self.lines else NONE, id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    @on(Choices.Picked)
    def action_mark(self) -> None:
        """Leave the selected note out, or take it in again."""
        choices = self.query_one(Choices)
        if choices.chosen:
            self.choice = self.choice.with_note(choices.chosen.value)
            self.keep(self.choice)
            choices.show(note_rows(self.lines, self.choice))
