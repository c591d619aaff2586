"""Before the talk: where it is held and with whom. Everything may be skipped."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.fields import number_in
from goedgesprek_tui.models import Script
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.form import Field, Options
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

PLACES = ("ouderkamer", "buurthuis", "bibliotheek", "speeltuin", "thuis", "andere plek")


class SetupScreen(Page[dict[str, Any] | None]):
    """Gives what is known of the place and the group, as fields of Session; None to go back."""

    BINDINGS = [
        Binding("pagedown", "begin", "beginnen", priority=True, id="begin", tooltip="Begin het gesprek"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Een andere leidraad kiezen"),
    ]

    def __init__(self, script: Script) -> None:
        """Prepare a conversation on this script."""
        super().__init__()
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
            yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende"), ("Tab", "overslaan")))

    def on_mount(self) -> None:
        """Begin at the kind of place."""
        self.place_kind.choices.focus()

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
