"""Before a triad: with how many, how they are called, and how long it takes."""

from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exercises.observation import ObservationForm
from goedgesprek_tui.practice.triad import FEWEST, MOST, Triad
from goedgesprek_tui.practice.triad_plan import LETTERS, begun, whole
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.form import Field, Options
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

GROUPS = (
    Row("met z'n drieën", FEWEST),
    Row("met z'n vieren: twee kijken", MOST),
)


class PrepareScreen(Page[Triad | None]):
    """Gives the triad as it begins, or None to go back; everything may be left as it is."""

    BINDINGS = [
        Binding("pagedown", "begin", "beginnen", priority=True, id="begin", tooltip="Begin met het drietal"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Een andere oefening kiezen"),
    ]

    def __init__(self, form: ObservationForm, started: datetime, typed: dict[str, str]) -> None:
        """Prepare a triad with this form; `typed` holds what was typed here before, and what is typed now."""
        super().__init__()
        self.form = form
        self.started = started
        self.typed = typed
        self.group = Options("aantal", "Jullie zijn", GROUPS)
        self.names = [
            Field(letter, f"Naam {letter}", f"mag leeg blijven, dan {letter}", typed.get(letter, ""))
            for letter in LETTERS
        ]
        self.rounds = Field("rondes", "Rondes", "", typed.get("rondes", str(FEWEST)))
        self.minutes = Field("minuten", "Minuten per ronde", "", str(form.minutes))
        self.after = Field("napraten", "Minuten napraten", "", str(form.after))

    def compose(self) -> ComposeResult:
        """Ask with how many, how they are called, and how long."""
        yield Static(Content.styled(self.form.name, "bold"), classes="top")
        with VerticalScroll(classes="page", can_focus=False):
            yield self.group
            yield from self.names
            yield Static()
            yield from (self.rounds, self.minutes, self.after)
            yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende")))

    def on_mount(self) -> None:
        """Begin at how many they are."""
        self.group.put(MOST if self.typed.get("aantal") == str(MOST) else FEWEST)
        self.group.choices.focus()
        self.show_group()

    @property
    def total(self) -> int:
        """How many they are."""
        return self.group.value or FEWEST

    @property
    def triad(self) -> Triad:
        """The triad as it would begin now; raises UserError."""
        names = [field.text for field in self.names[: self.total]]
        return begun(self.form, self.started, names, self.rounds.text, self.minutes.text, self.after.text)

    @on(OptionList.OptionHighlighted)
    def regrouped(self) -> None:
        """Ask for as many names; as many rounds as there are people give everybody every role."""
        if self.typed.get("aantal", str(FEWEST)) != str(self.total):
            self.typed["aantal"] = str(self.total)
            if self.rounds.text in (str(FEWEST), str(MOST)):
                self.rounds.put(str(self.total))
            self.show_group()

    def show_group(self) -> None:
        """Show as many lines for names as they are, and how long it takes."""
        self.names[-1].display = self.total == MOST
        self.show_whole()

    @on(Field.Typed)
    def remember(self, event: Field.Typed) -> None:
        """Remember what is typed, for when she comes back here, and show how long it takes."""
        if event.field in (*self.names, self.rounds):
            self.typed[event.field.key] = event.field.text
        self.show_whole()

    def show_whole(self) -> None:
        """Show how long it takes altogether, or what it cannot begin with."""
        try:
            said = whole(self.triad)
        except UserError as error:
            said = str(error)
        self.query_one("#message", Static).update(Content(said))

    @on(Options.Chosen)
    def go_on(self) -> None:
        """Go on to the next line."""
        self.focus_next()

    @on(Field.Entered)
    def entered(self, event: Field.Entered) -> None:
        """Go on to the next line; after the last one it begins."""
        if event.field is self.after:
            self.action_begin()
        else:
            self.focus_next()

    def action_begin(self) -> None:
        """Give the triad; what it cannot begin with stands under the lines."""
        try:
            triad = self.triad
        except UserError:
            self.show_whole()
            return
        self.dismiss(triad)
