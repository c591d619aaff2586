"""The first screen: go on, begin, look back. It is on the screen before the sessions are read."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NEW = Row("Nieuw gesprek", "nieuw", "kies een leidraad")
SESSIONS = Row("Gesprekken", "gesprekken", "teruglezen, thema's geven, samenvatting maken")
PASSPHRASE = Row("Wachtwoord typen", "wachtwoord", "deze gesprekken zijn versleuteld")
OTHER_FOLDER = Row("Andere map kiezen", "map")
BLOCKED = Row(OTHER_FOLDER.label, OTHER_FOLDER.value, "in deze map kan niet worden bewaard")
TRIAL = Row("Voorbeeldgesprek", "proef", "kijk mee, van begin tot samenvatting; alles is verzonnen")


class HomeScreen(Screen[None]):
    """Shows what can be done; an open conversation stands first once the sessions are read."""

    BINDINGS = [
        Binding("f1", "app.hulp", "hulp", id="home-hulp", tooltip="Uitleg"),
        Binding("ctrl+q", "app.stop", "stoppen", id="home-stop", tooltip="Het programma afsluiten"),
    ]

    class Chosen(Message):
        """Something was chosen."""

        def __init__(self, what: str) -> None:
            """Carry what: the value of one of the rows above, or the id of a session."""
            super().__init__()
            self.what = what

    def compose(self) -> ComposeResult:
        """Show the choices that are always there."""
        with Horizontal(classes="top"):
            yield Static(Content.styled("goedgesprek", "bold"), classes="left")
            yield Static(id="where", classes="right")
        yield Choices([NEW, SESSIONS, TRIAL], spaced=True)
        yield Static(id="due", classes="note")
        yield Static(id="notice", classes="note")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "openen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def show(self, first: list[Row], where: str, due: list[str], notice: str, shut: bool = False) -> None:
        """Show what was found in the folder: what comes first, what is due, and what is wrong.

        A folder that is `shut` asks for its passphrase before anything else can be done in it.
        """
        choices = self.query_one(Choices)
        moved = bool(choices.highlighted)
        choices.show([PASSPHRASE, OTHER_FOLDER, TRIAL] if shut else [*first, NEW, SESSIONS, TRIAL])
        if first and not moved:
            choices.highlighted = 0
        self.query_one("#where", Static).update(Content.styled(where, "$muted"))
        lines = [Content.assemble(("terugkijken  ", "$secondary"), text) for text in due]
        self.query_one("#due", Static).update(Content("\n").join(lines))
        self.query_one("#notice", Static).update(Content(notice))

    @on(Choices.Picked)
    def chosen(self, event: Choices.Picked) -> None:
        """Pass the choice on to the app."""
        self.post_message(self.Chosen(event.row.value))
