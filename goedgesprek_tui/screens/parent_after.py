"""Looking back on a practice talk: what came of it, the words, and one thing to try next time."""

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.files import free_name, write_whole
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.folders import exports_folder, shown
from goedgesprek_tui.practice.after import outcome, told
from goedgesprek_tui.practice.meeting import Meeting
from goedgesprek_tui.practice.talk_document import talk_document
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.parent_rows import talk_blocks
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Block, Lines

LABEL = 15


class ParentAfterScreen(Page[str | None]):
    """Gives `verder` to go on with the talk, `opnieuw` to begin it anew, or None when she is ready."""

    BINDINGS = [
        Binding("o,O", "save", "opslaan", id="opslaan", tooltip="Opslaan, om aan je trainer te laten zien"),
        Binding("v,V", "dismiss('verder')", "verder", id="verder", tooltip="Terug naar het gesprek"),
        Binding("n,N", "dismiss('opnieuw')", "nog eens", id="opnieuw", tooltip="Dezelfde ouder, opnieuw"),
        Binding("escape", "dismiss(None)", "klaar", id="klaar", tooltip="Terug naar de lijst met ouders"),
    ]

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        """Look back on this talk; it is saved in the folder of the desk."""
        super().__init__()
        self.desk = desk
        self.meeting = meeting
        self.saved = False

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

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Save the talk for the trainer, in the folder for exports, and say where."""
        try:
            said = await undisturbed(self.app, self._save, quiet=True)
            self.saved = True
        except UserError as error:
            said = str(error)
        self.query_one("#message", Static).update(Content(said))

    def _save(self) -> str:
        """Write the file, and return what to say of it."""
        today = self.desk.setting.now().date()
        document = talk_document(self.meeting, self.desk.prompts.questions, today)
        stem = f"{today.isoformat()} oefengesprek {self.meeting.dialogue.parent}"
        path = free_name(exports_folder(self.desk.folder), stem, ".md")
        write_whole(path, [to_markdown(document).encode()])
        return f"Opgeslagen: {shown(path)}"


def looked_back_blocks(meeting: Meeting) -> Iterator[Block]:
    """Give what a talk shows afterwards, a line each; what to try next time apart from the rest."""
    yield Block("", Content.styled(outcome(meeting), "bold"))
    yield Block("", Content())
    *lines, (label, next_time) = told(meeting)
    yield from (Block(label.ljust(LABEL), Content(text)) for label, text in lines)
    yield Block("", Content())
    yield Block(label.ljust(LABEL), Content.styled(next_time, "bold"))
