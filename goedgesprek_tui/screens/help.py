"""The help: every key and every command of the talk, from the one list."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.commands.table import COMMANDS
from goedgesprek_tui.line import SHORT_FORMS
from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.widgets.keys import KeyLine, key_name, keys_of

INTRO = (
    "Typ wat een ouder zegt en druk op Enter: dan staat het op de schijf. "
    "Meer hoef je niet te weten; de rest mag later. Een half getypte regel wordt ook bewaard."
)
LINE = (
    "Zet een thema in de zin met # en een woord, of kies het met F2. "
    "Een cijfer en Enter: die doorvraag is gesteld; met Tab pas je hem eerst aan."
)

HARD_MOMENTS = "F5 kaarten met wat je kunt zeggen · F8 niet vastleggen · F9 leeg scherm · F7 pauze"


class HelpScreen(Overlay[None]):
    """Shows how the talk is held, its keys and its commands."""

    BINDINGS = [Binding("escape,f1,enter", "dismiss", "terug", id="terug", tooltip="Terug")]

    def compose(self) -> ComposeResult:
        """Show three sentences first, then the keys."""
        yield Static(Content.styled("Hulp", "bold"), classes="heading")
        with VerticalScroll(classes="page"):
            yield Static(Content(f"{INTRO}\n\n{LINE}\n"))
            yield Static(Content.assemble(("Als het moeilijk wordt  ", "$muted"), HARD_MOMENTS, "\n"))
            yield Static(Content.assemble(("Soorten  ", "$muted"), _kinds(), "\n"))
            for command in COMMANDS:
                key = (f"{key_name(command.key):6}", "bold $secondary")
                with Horizontal(classes="command"):
                    yield Static(Content.assemble(key, command.usage), classes="usage")
                    yield Static(Content.styled(command.help, "$muted"), classes="what")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))


def _kinds() -> str:
    return "  ".join(f"{short}: {kind.value}" for short, kind in SHORT_FORMS.items())
