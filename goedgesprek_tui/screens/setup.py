"""Before the talk: where it is held and with whom. Everything may be skipped."""

from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.fields import number_in
from goedgesprek_tui.models import Script
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.form import Field, Options
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

PLACES = ("ouderkamer", "buurthuis", "bibliotheek", "speeltuin", "thuis", "andere plek")


OFFER = (
    "Dit is het eerste gesprek in deze map. Met F5 kies je een wachtwoord, "
    "zodat niemand anders op deze laptop kan meelezen."
)


class SetupScreen(Page[dict[str, Any] | None]):
    """Gives what is known of the place and the group, as fields of Session; None to go back.

    Before the first conversation of a folder a passphrase is offered, without asking anything.
    """

    BINDINGS = [
        Binding("pagedown", "begin", "beginnen", priority=True, id="begin", tooltip="Begin het gesprek"),
        Binding("f5", "protect", show=False, id="beschermen", tooltip="Kies een wachtwoord voor deze map"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Een andere leidraad kiezen"),
    ]

    def __init__(self, script: Script, store: Store | None = None) -> None:
        """Prepare a conversation on this script; a `store` is one that can be given a passphrase."""
        super().__init__()
        self.store = store
        self.script = script
        places = [Row("nog niet bekend", ""), *(Row(place, place) for place in PLACES)]
        self.place_kind = Options("place_kind", "Soort plek", places)
        self.place = Field("place", "Naam van de plek", "bijvoorbeeld De Linde; geen adres")
        self.group = Field("group", "Groep", "bijvoorbeeld koffieochtend dinsdag; geen namen van ouders")
        self.parents = Field("parents", "Aantal ouders", "hoeveel je er verwacht")

    def compose(self) -> ComposeResult:
        """Ask four things, one under the other."""
        yield Static(Content.styled(self.script.name, "bold"), classes="top")
        with VerticalScroll(classes="page", can_focus=False):
            yield self.place_kind
            yield self.place
            yield self.group
            yield self.parents
            yield Static(OFFER if self.store else "", id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende"), ("Tab", "overslaan")))

    def on_mount(self) -> None:
        """Begin at the kind of place."""
        self.place_kind.choices.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a passphrase only where there is none yet, and nothing was recorded."""
        return action != "protect" or bool(self.store)

    @work(exclusive=True)
    async def action_protect(self) -> None:
        """Choose a passphrase for the folder."""
        from goedgesprek_tui.screens.passphrase import protect

        if not self.store:
            return
        try:
            said = await protect(self.app, self.store)
            self.store = None if self.store.key.is_there else self.store
        except UserError as error:
            said = str(error)
        if said:
            self.query_one("#message", Static).update(Content(said))

    @on(Options.Chosen)
    def place_chosen(self) -> None:
        """Go on to the name of the place."""
        self.focus_next()

    @on(Field.Entered)
    def go_on(self, event: Field.Entered) -> None:
        """Go on to the next field; after the last one the talk begins."""
        if event.field is self.parents:
            self.action_begin()
        else:
            self.focus_next()

    def action_begin(self) -> None:
        """Give what was filled in, unless the number of parents is no number."""
        try:
            parents = number_in(self.parents.text)
        except UserError as error:
            self.query_one("#message", Static).update(Content(str(error)))
            self.parents.line.focus()
            return
        self.dismiss(
            {
                "place_kind": self.place_kind.value or "",
                "place": self.place.text,
                "group": self.group.text,
                "parents": parents,
            }
        )
