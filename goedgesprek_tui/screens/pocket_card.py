"""The pocket card: the five questions for a group of parents, and what one rather leaves."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content

from goedgesprek_tui.practice.five import pocket_form, the_five
from goedgesprek_tui.reference import CleanQuestion
from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Block, Lines

TITLE = "Vijf vragen voor een groep ouders"
DOTS = "Op de puntjes komt een woord van de ouder, zoals het is gezegd; alleen ik wordt je."
IN_FRONT = "Ervoor mag: En wanneer …, met wat de ouder net zei. Dan hoor je samen waar de vraag over gaat."
LEAVE = (
    "een advies of oplossing: heb je al geprobeerd om …",
    "waarom; dan gaat iemand zich verdedigen",
    "wat jij ervan vindt, ook niet als het aardig is",
    "je eigen verhaal: dat herken ik",
    "een gevoel of woord dat de ouder niet noemde",
    "twee vragen tegelijk",
)
CLEAN = "Een vraag is schoon als er niets van jou in zit: alleen woorden van de ouder."
BLANK = Block("", Content())


class PocketCardScreen(Overlay[None]):
    """Shows the card, and goes back with the key that opened it, Enter or Esc."""

    BINDINGS = [Binding("escape,enter,f1", "dismiss", "terug", id="terug", tooltip="Terug")]

    def __init__(self, questions: Sequence[CleanQuestion]) -> None:
        """Show the five of these questions."""
        super().__init__()
        self.questions = questions

    def compose(self) -> ComposeResult:
        """Show the five, and what to leave."""
        with VerticalScroll(classes="page"):
            yield Lines()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Show the card."""
        self.query_one(Lines).show(Content(), (*five_blocks(self.questions, "bold"), *_more()))
        self.query_one(VerticalScroll).focus()


def five_blocks(questions: Sequence[CleanQuestion], style: str = "") -> Iterator[Block]:
    """Give the five questions, numbered, and what the dots are for."""
    yield Block("", Content.styled(TITLE, "$muted"))
    for number, question in enumerate(the_five(questions), start=1):
        yield Block(f"{number}  ", Content.styled(pocket_form(question), style))
    yield Block("", Content.styled(DOTS, "$muted"))


def _more() -> Iterator[Block]:
    yield BLANK
    yield Block("", Content(IN_FRONT))
    yield Block("", Content(CLEAN))
    yield BLANK
    yield Block("", Content.styled("Laat liever", "$muted"))
    yield from (Block("-  ", Content(one)) for one in LEAVE)
