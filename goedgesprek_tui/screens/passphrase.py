"""The passphrase of a folder: typed at the start, chosen, changed, and taken off."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.screens.busy import WAIT, drawn, undisturbed
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.store import switching
from goedgesprek_tui.store.age import too_short
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.recorder import LineInput

PROTECTS = (
    "Wie de laptop vindt of steelt, kan de gesprekken dan niet lezen. "
    "Samenvattingen die je opslaat, blijven gewoon leesbaar."
)
LOST = "Niemand kan een vergeten wachtwoord terughalen. Schrijf het op, en bewaar dat niet bij de laptop."
FORGOTTEN = (
    "Vergeten? Dan kan niemand de gesprekken nog lezen. Alleen als de organisatie een eigen sleutel heeft "
    "ingesteld, kan zij ze openen."
)


class PassphraseScreen(Overlay[bool]):
    """Opens the key of a folder; gives whether that was done."""

    BINDINGS = [Binding("escape", "dismiss(False)", "terug", id="terug", tooltip="Niet openen")]

    def __init__(self, store: Store, title: str = "Het wachtwoord van je gesprekken") -> None:
        """Ask for the passphrase of this folder under a title; of an open folder, to see who is there."""
        super().__init__()
        self.store = store
        self.heading = title
        self.opening = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Stay while the key is being opened: home would be shown without what can be read then."""
        return not (self.opening and action == "dismiss")

    def compose(self) -> ComposeResult:
        """Show what is asked, the line, and room for what is wrong."""
        with Vertical(classes="page"):
            yield Static(Content.styled(self.heading, "bold"), classes="heading")
            yield LineInput(secret=True)
            yield Static(id="message")
            yield Static(Content.styled(FORGOTTEN, "$muted"), classes="about")
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "openen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    @work(exclusive=True)
    async def try_it(self, event: Input.Submitted) -> None:
        """Open the key, once it says that this takes a while: for a second or two nothing is drawn then."""
        if not event.value:
            return
        line = self.query_one(Input)
        message = self.query_one("#message", Static)
        message.update(Content(WAIT))
        line.disabled = self.opening = True
        await drawn(self)
        try:
            await asyncio.to_thread(self.store.key.open, event.value)
            self.dismiss(True)
        except UserError as error:
            message.update(Content(str(error)))
            line.disabled = self.opening = False
            line.value = ""
            line.focus()


class NewPassphraseScreen(Overlay[str | None]):
    """Gives a new passphrase, that was typed twice the same."""

    BINDINGS = [Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Geen wachtwoord kiezen")]

    def compose(self) -> ComposeResult:
        """Show what it is for, and the two lines."""
        with Vertical(classes="page"):
            yield Static(Content.styled("Kies een wachtwoord", "bold"), classes="heading")
            yield Static(Content(f"{PROTECTS} {LOST}"), classes="about")
            yield LineInput(secret=True, id="first", placeholder="een zin van vier woorden is sterk")
            yield LineInput(secret=True, id="second", placeholder="nog een keer hetzelfde")
            yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "volgende")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one("#first").focus()

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Go on to the second line, or give what was typed in both."""
        first, second = self.query_one("#first", Input), self.query_one("#second", Input)
        wrong = too_short(first.value)
        if wrong:
            self._again(wrong)
        elif event.input is first:
            second.focus()
        elif first.value == second.value:
            self.dismiss(first.value)
        else:
            self._again("De twee zijn niet gelijk; typ het wachtwoord nog eens.")

    def _again(self, why: str) -> None:
        self.query_one("#message", Static).update(Content(why))
        self.query_one("#second", Input).value = ""
        self.query_one("#first", Input).value = ""
        self.query_one("#first").focus()


async def protect(app: App[Any], store: Store) -> str:
    """Let her choose a passphrase and encrypt the folder; return what to say of it, "" when she went back.

    Raises UserError when the folder cannot be read.
    """
    chosen = await app.push_screen_wait(NewPassphraseScreen())
    if not chosen or not await _agrees_to_lose(app, store):
        return ""
    done = f"De gesprekken in deze map zijn nu versleuteld.{store.key.who_else()}"
    return await _said(app, lambda: switching.encrypt(store, chosen), done)


async def manage(app: App[Any], store: Store) -> str:
    """Choose, change or take off the passphrase of a folder; return what to say of it.

    Raises UserError when the folder cannot be read.
    """
    if not store.key.is_there:
        return await protect(app, store)
    rows = [
        Row("Zo laten", ""),
        Row("Een ander wachtwoord kiezen", "anders"),
        Row("Het wachtwoord eraf halen", "eraf", "iedereen met deze laptop kan de gesprekken dan lezen"),
    ]
    choice = await app.push_screen_wait(PickScreen("Deze gesprekken hebben een wachtwoord.", among(rows)))
    if choice and not await app.push_screen_wait(PassphraseScreen(store, "Typ eerst het wachtwoord van nu")):
        return ""
    match choice:
        case "anders":
            if chosen := await app.push_screen_wait(NewPassphraseScreen()):
                done = "Het wachtwoord is veranderd. Het oude past niet meer."
                return await _said(app, lambda: store.key.change(chosen), done)
        case "eraf" if await _agrees_to_lose(app, store):
            return await _said(app, lambda: switching.decrypt(store), "Het wachtwoord is eraf.")
    return ""


async def _said(app: App[Any], act: Callable[[], Sequence[str] | None], done: str) -> str:
    """Carry this out with nothing in between; return the first thing that could not be done, else `done`."""
    try:
        problems = await undisturbed(app, act)
    except UserError as error:
        return str(error)
    return next(iter(problems or ()), done)


async def _agrees_to_lose(app: App[Any], store: Store) -> bool:
    """Ask whether the other files with words of the sessions may go; they do not change form with them."""
    others = await asyncio.to_thread(switching.others, store)
    if not others:
        return True
    names = ", ".join(file.name for file in others)
    rows = [Row("Niets veranderen", False), Row("Doorgaan, die kopieën gaan weg", True, names)]
    title = "In de map liggen ook kopieën van gesprekken."
    return bool(await app.push_screen_wait(PickScreen(title, among(rows))))
