"""Looking back on a practice talk: what came of it, the words, and one thing to try next time."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.practice.after import LookedBack, look_back
from goedgesprek_tui.practice.meeting import Meeting
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.parent_rows import SIGNS, talk_blocks
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Block, Lines

LABEL = 16
UNDER_WAY = "Het gesprek is nog niet klaar; V gaat verder."
NO_WORDS = "geen"


class ParentAfterScreen(Page[str | None]):
    """Gives `verder` to go on with the talk, `opnieuw` to begin it anew, or None when she is ready."""

    BINDINGS = [
        Binding("v,V", "dismiss('verder')", "verder", id="verder", tooltip="Terug naar het gesprek"),
        Binding("n,N", "dismiss('opnieuw')", "nog eens", id="opnieuw", tooltip="Dezelfde ouder, opnieuw"),
        Binding("escape", "dismiss(None)", "klaar", id="klaar", tooltip="Terug naar de lijst met ouders"),
    ]

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        """Look back on this talk; it is saved in the folder of the desk."""
        super().__init__()
        self.desk = desk
        self.meeting = meeting

    def compose(self) -> ComposeResult:
        """Show what came of it, and under that the talk with the level of each question."""
        dialogue = self.meeting.dialogue
        title = Content.assemble(
            ("Terugkijken", "bold"), (f" · {dialogue.parent}, {dialogue.topic}", "$muted")
        )
        yield Static(title, classes="top")
        with VerticalScroll(classes="page"):
            yield Lines(id="looked-back")
            yield Lines(id="whole-talk")
        yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(VerticalScroll).focus()
        self.query_one("#looked-back", Lines).show(Content(), looked_back_blocks(self.meeting))
        head = Content.styled("\nHet gesprek\n", "bold")
        self.query_one("#whole-talk", Lines).show(
            head, talk_blocks(self.meeting, self.desk.prompts.questions)
        )


def looked_back_blocks(meeting: Meeting) -> Iterator[Block]:
    """Give what a talk shows afterwards, a line each."""
    found = look_back(meeting)
    yield Block("", Content.styled(_outcome(meeting), "bold"))
    yield Block("", Content())
    yield _line("Je vragen", _levels(found))
    yield _line("Opgepakt", _words(found.picked_up))
    yield _line("Blijven liggen", _words(found.left))
    yield _line("Van jezelf", _own(found))
    if meeting.taken_back:
        yield _line("Teruggenomen", count(len(meeting.taken_back), "vraag", "vragen"))
    yield Block("", Content())
    yield Block("Volgende keer".ljust(LABEL), Content.styled(found.next_time, "bold"))


def _outcome(meeting: Meeting) -> str:
    if meeting.arrived:
        return meeting.step.insight
    return f"{meeting.dialogue.parent} is weggegaan." if meeting.left else UNDER_WAY


def _line(label: str, text: str) -> Block:
    return Block(label.ljust(LABEL), Content(text))


def _levels(found: LookedBack) -> str:
    parts = (f"{SIGNS[level]} {found.levels[level]} {level.label}" for level in Level if found.levels[level])
    return ", ".join(parts)


def _words(words: tuple[str, ...]) -> str:
    return " · ".join(words) or NO_WORDS


def _own(found: LookedBack) -> str:
    if not found.own_words:
        return "geen woord; alles wat je vroeg, had de ouder gezegd"
    number = count(found.all_words, "woord", "woorden")
    return f"{len(found.own_words)} van de {number} met betekenis: {_words(found.own_words)}"
