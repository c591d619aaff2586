"""What is known of the place and the group, to fill in or set right after the talk."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.fields import number_in
from goedgesprek_tui.models import Consent
from goedgesprek_tui.screens.form import FormScreen
from goedgesprek_tui.screens.setup import PLACES
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.form import Field, Options
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NUMBERS = ("parents", "first_time")
LINES = {
    "place": ("Naam van de plek", "bijvoorbeeld De Linde; geen adres"),
    "area": ("Wijk of gemeente", "bijvoorbeeld Haarlem Oost"),
    "group": ("Groep", "bijvoorbeeld koffieochtend dinsdag; geen namen van ouders"),
    "parents": ("Aantal ouders", "hoeveel er waren"),
    "first_time": ("Voor het eerst", "hoeveel er nog niet eerder bij waren"),
}
CONSENTS = (Row("Letterlijk mag", Consent.VERBATIM), Row("Alleen de kern", Consent.GIST))


class FactsScreen(FormScreen):
    """Shows the place, the group, the numbers, and what is usual for the conversation."""

    def compose(self) -> ComposeResult:
        """Ask one thing under the other, with what is known filled in."""
        session = self.talk.session
        places = [Row("nog niet bekend", ""), *(Row(place, place) for place in PLACES)]
        if session.place_kind not in ("", *PLACES):
            places.append(Row(session.place_kind, session.place_kind))
        yield Static(Content.styled("Plek, groep en aantal ouders", "bold"), classes="top")
        with VerticalScroll(classes="page", can_focus=False):
            yield Options("place_kind", "Soort plek", places)
            for key, (label, hint) in LINES.items():
                yield Field(key, label, hint, _shown(getattr(session, key)))
            yield Options("consent", "Afgesproken", CONSENTS)
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende"), ("Tab", "overslaan")))

    def on_mount(self) -> None:
        """Show what is chosen already, and begin at the first thing that is asked."""
        kind, consent = self.query(Options)
        kind.put(self.talk.session.place_kind)
        consent.put(self.talk.session.consent)
        kind.choices.focus()

    def keep(self, key: str, text: str) -> bool:
        """Store a line; a number of people must be a number."""
        try:
            value = number_in(text) if key in NUMBERS else text
        except UserError as error:
            self.say(str(error))
            return False
        self.say("")
        self.act(self.talk.conversation.facts(**{key: value}))
        return True

    def store(self) -> list[Field]:
        """Store what was chosen as well."""
        session = self.talk.session
        kind, consent = (options.value for options in self.query(Options))
        if kind != session.place_kind:
            self.act(self.talk.conversation.facts(place_kind=kind))
        if consent != session.consent:
            self.act(self.talk.conversation.usual_consent(consent))
        return super().store()


def _shown(value: str | int | None) -> str:
    return "" if value is None else str(value)
