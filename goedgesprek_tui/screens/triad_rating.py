"""How clean the questions of a round probably were: a guess to talk about, no mark."""

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.practice.judged import MAX_FLAGS, UNCERTAIN
from goedgesprek_tui.practice.triad_rating import Rated, of_speaker
from goedgesprek_tui.screens.base import Overlay
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Block, Lines


class TriadRatingScreen(Overlay[None]):
    """Shows each question with its probable level: first what is clean, then at most two flags."""

    BINDINGS = [
        Binding("escape,enter,b,B", "dismiss", "terug", id="terug", tooltip="Terug naar het teruglezen")
    ]

    def __init__(self, found: Iterable[Rated]) -> None:
        """Show these questions."""
        super().__init__()
        self.found = tuple(found)

    def compose(self) -> ComposeResult:
        """Show what it is worth, and the questions."""
        yield Static(Content.styled("Hoe schoon waren de vragen?", "bold"), classes="top")
        yield Static(Content.styled(UNCERTAIN, "$muted"), classes="top")
        with VerticalScroll(classes="page"):
            yield Lines()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Lines).show(Content(), self.blocks())
        self.query_one(VerticalScroll).focus()

    def blocks(self) -> Iterator[Block]:
        """Give the questions, and under each what there is to say of it."""
        for number, one in enumerate(self.found, start=1):
            yield Block(f"{number:>3}  ", Content.styled(one.question, "bold"))
            yield Block("     ", Content.styled(f"waarschijnlijk {one.rating.level.label}", "$secondary"))
            reasons = [("schoon", reason) for reason in one.rating.praise]
            reasons += [("let op", reason) for reason in one.rating.flags[:MAX_FLAGS]]
            for kind, reason in reasons:
                yield Block("     ", Content(f"{kind}: {of_speaker(reason.text)}"))
            yield Block("", Content())
