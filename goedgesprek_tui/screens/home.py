"""The first screen: go on, begin, look back. It is on the screen before the sessions are read."""

from dataclasses import dataclass, field

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
REVIEW = Row("Terugblik", "terugblik", "wat ouders vertelden: thema's, zoeken, het halfjaarlijkse verslag")
BLOCKED = Row("Andere map kiezen", "map", "in deze map kan niet worden bewaard")
LOCKED = (
    Row("Wachtwoord typen", "wachtwoord", "deze gesprekken zijn versleuteld"),
    Row("Andere map kiezen", "map"),
)
PRACTICE = Row("Oefenen", "oefenen", "een voorbeeld zien, de vragen leren, met een verzonnen ouder praten")
READING = "Even geduld, de map wordt nog gelezen."


@dataclass(frozen=True)
class Found:
    """What there is to choose in a folder, where that is, what is due, what is wrong, and what is open.

    A `locked` one waits for its passphrase.
    """

    rows: list[Row]
    where: str
    due: list[str] = field(default_factory=list)
    notice: str = ""
    open_ones: tuple[str, ...] = ()
    locked: bool = False


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
        yield Choices([NEW, SESSIONS, REVIEW, PRACTICE], spaced=True)
        yield Static(id="due", classes="note")
        yield Static(id="notice", classes="note")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "openen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def show(self, found: Found) -> None:
        """Show what was found in the folder; what comes before a new conversation is selected."""
        choices = self.query_one(Choices)
        moved = bool(choices.highlighted)
        choices.show(found.rows)
        if found.rows[0] is not NEW and not moved:
            choices.highlighted = 0
        self.query_one("#where", Static).update(Content.styled(found.where, "$muted"))
        lines = [Content.assemble(("terugkijken  ", "$secondary"), text) for text in found.due]
        self.query_one("#due", Static).update(Content("\n").join(lines))
        self.notice(found.notice)

    def notice(self, message: str) -> None:
        """Show what to know of the folder, or that it is being read."""
        self.query_one("#notice", Static).update(Content(message))

    @on(Choices.Picked)
    def chosen(self, event: Choices.Picked) -> None:
        """Pass the choice on to the app."""
        self.post_message(self.Chosen(event.row.value))
