"""All conversations in the folder, the newest first."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.describe import in_a_sentence
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.store.sessions import Listed
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of


class SessionsScreen(Page[str | None]):
    """Gives the id of the conversation to open, or None."""

    BINDINGS = [Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug naar het begin")]

    def __init__(self, desk: Desk, listed: list[Listed]) -> None:
        """Show what was found in the folder."""
        super().__init__()
        now = desk.setting.now()
        self.rows = [
            Row(one.session.title, one.id, in_a_sentence(one.session, now))
            if one.session
            else Row(f"Niet te openen: {one.id}", None, one.problem)
            for one in listed
        ]

    def compose(self) -> ComposeResult:
        """Show the conversations, or how to begin."""
        yield Static(Content.styled("Gesprekken", "bold"), classes="top")
        if not self.rows:
            yield Static(Content("Er zijn nog geen gesprekken. Begin er een met Nieuw gesprek."))
        yield Choices(self.rows)
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "openen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    @on(Choices.Picked)
    def choose(self, event: Choices.Picked) -> None:
        """Give the conversation; one that cannot be read cannot be chosen."""
        chosen = event.row.value
        if chosen:
            self.dismiss(chosen)
