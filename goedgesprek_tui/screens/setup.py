"""Before the talk: where it is held and with whom. Everything may be skipped."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from goedgesprek_tui.models import Script
from goedgesprek_tui.text import one_line
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.recorder import LineInput

PLACES = ("ouderkamer", "buurthuis", "bibliotheek", "speeltuin", "thuis", "andere plek")
MOST_PARENTS = 9999


class SetupScreen(Screen[dict[str, Any] | None]):
    """Gives what is known of the place and the group, as fields of Session; None to go back."""

    BINDINGS = [
        Binding("pagedown", "begin", "beginnen", id="begin", tooltip="Begin het gesprek"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Een andere leidraad kiezen"),
    ]

    def __init__(self, script: Script) -> None:
        """Prepare a conversation on this script."""
        super().__init__()
        self.script = script

    def compose(self) -> ComposeResult:
        """Ask four things, one under the other."""
        yield Static(Content.styled(self.script.name, "bold"), classes="top")
        with VerticalScroll(classes="page"):
            with Horizontal(classes="field"):
                yield Static("Soort plek", classes="label")
                yield Choices([Row(place, place) for place in PLACES], id="place_kind")
            for name, label, hint in (
                ("place", "Naam van de plek", "bijvoorbeeld De Linde; geen adres"),
                ("group", "Groep", "bijvoorbeeld koffieochtend dinsdag; geen namen van ouders"),
                ("parents", "Aantal ouders", "hoeveel je er verwacht"),
            ):
                with Horizontal(classes="field"):
                    yield Static(label, classes="label")
                    yield LineInput(placeholder=hint, id=name)
            yield Static(
                Content.styled("Alles mag leeg blijven; later invullen kan ook.", "$muted"), id="message"
            )
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende"), ("Tab", "overslaan")))

    def on_mount(self) -> None:
        """Begin at the kind of place."""
        self.query_one("#place_kind", Choices).focus()

    @on(OptionList.OptionSelected)
    def place_chosen(self) -> None:
        """Go on to the name of the place."""
        self.query_one("#place", Input).focus()

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go on to the next field; after the last one the talk begins."""
        if event.input.id == "parents":
            self.action_begin()
        else:
            self.focus_next()

    def action_begin(self) -> None:
        """Give what was filled in, unless the number of parents is no number."""
        typed = self.query_one("#parents", Input).value.strip()
        if typed and not (typed.isdecimal() and int(typed[:6]) <= MOST_PARENTS):
            message = f"„{typed[:20]}” is geen aantal. Typ alleen cijfers, of laat het leeg."
            self.query_one("#message", Static).update(Content(message))
            self.query_one("#parents", Input).focus()
            return
        place = self.query_one("#place_kind", Choices).chosen
        facts: dict[str, Any] = {
            "place_kind": place.value if place else "",
            "parents": int(typed) if typed else None,
        }
        for name in ("place", "group"):
            facts[name] = one_line(self.query_one(f"#{name}", Input).value).strip()
        self.dismiss(facts)
