"""Opening a written talk to judge its questions: pasted whole, or from a file."""

import asyncio

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from goedgesprek_tui.clean.transcript import HOW, IGNORED, LABEL, Asked, TranscriptError
from goedgesprek_tui.console.judging import written
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.faults import check_size
from goedgesprek_tui.folders import pasted_paths
from goedgesprek_tui.practice.judged_file import Opened, read_talk
from goedgesprek_tui.practice.overruling import Overruling
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.judged import JudgedScreen
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.text import count, one_line, printable, shortened
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

ABOUT = (
    "Plak hier een gesprek dat is uitgeschreven. Of sleep een bestand in dit venster, "
    "bijvoorbeeld een oefengesprek dat je opsloeg."
)
EXAMPLE = (
    "Onderwerp: pauzes\n"
    "Ouder: In de pauze is het een oorlog daar.\n"
    "Vraag: En wat voor oorlog is dat?\n"
    "Ouder: Ze vechten om de bal."
)
NO_FILE = "„{line}” is geen bestand, en ook geen gesprek. {how}"
ONE_FILE = "Dat zijn {number}; open ze een voor een."
MAX_NAME = 60


class TalkArea(TextArea):
    """Holds a talk, or on its only line where the file with a talk is."""

    class Named(Message):
        """A file was named: dragged into an empty area, or typed and Enter pressed."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        was_empty = not self.text.strip()
        if result := self._replace_via_keyboard(printable(event.text), *self.selection):
            self.move_cursor(result.end_location)
        if was_empty and names_a_file(self.text):
            self.post_message(self.Named())

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and names_a_file(self.text):
            event.prevent_default()
            event.stop()
            self.post_message(self.Named())


class JudgeScreen(Page[None]):
    """Reads a talk and shows its questions; the text, and what a trainer gave to them, stay meanwhile."""

    BINDINGS = [
        Binding(
            "f2", "judge", "vragen bekijken", id="beoordeel", tooltip="De vragen van dit gesprek bekijken"
        ),
        Binding("escape", "leave", "terug", id="terug", tooltip="Terug naar oefenen"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Judge with the clean questions that lie on this desk; what is saved goes in its folder."""
        super().__init__()
        self.desk = desk
        self.questions: tuple[Asked, ...] = ()
        self.overruling = Overruling()
        self.safe = ""

    def compose(self) -> ComposeResult:
        """Show how it is done, room for the text, and what it must look like."""
        yield Static(Content.styled("Beoordelen", "bold"), classes="top")
        yield Static(Content(ABOUT), id="how")
        yield TalkArea(show_line_numbers=True, compact=True, highlight_cursor_line=False)
        yield Static(
            Content.assemble(("Zo ziet een gesprek eruit\n", "$secondary"), (EXAMPLE, "$muted")), id="example"
        )
        yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS))

    def on_mount(self) -> None:
        """Take the keys."""
        self.area.focus()

    @property
    def area(self) -> TalkArea:
        """Where the text is."""
        return self.query_one(TalkArea)

    def say(self, message: str) -> None:
        """Show one sentence."""
        self.query_one("#message", Static).update(Content(message))

    # --- opening --------------------------------------------------------------------------------

    @on(TalkArea.Named)
    @work(exclusive=True)
    async def action_judge(self) -> None:
        """Read the talk and show its questions, or say what is wrong, with the cursor at that line."""
        text = self.area.text
        self.say("Even geduld…")
        try:
            name, opened = await asyncio.to_thread(_opened, text)
        except UserError as error:
            self._refuse(error)
            return
        questions = opened.transcript.questions
        start = Overruling(opened.given, opened.given or None)
        again = self.overruling.again(self.questions, questions, opened.given) if self.questions else start
        self.say("")
        lost = len(self.overruling.given) - len(again.given)
        if self.overruling.unsaved and lost > 0 and not await self._may_lose(lost):
            return
        self.questions = questions
        self.keep(again)
        await self.app.push_screen_wait(JudgedScreen(self.desk, name, opened.transcript, again, self.keep))

    def keep(self, overruling: Overruling) -> None:
        """Keep what was given to the questions; once that is saved, so is the text."""
        self.overruling = overruling
        if overruling.saved is not None:
            self.safe = self.area.text

    def _refuse(self, error: UserError) -> None:
        self.say(str(error))
        if isinstance(error, TranscriptError) and error.line:
            self.area.move_cursor((error.line - 1, 0), center=True)

    async def _may_lose(self, number: int) -> bool:
        said = count(number, "vraag die", "vragen die")
        title = f"Jouw oordeel bij {said} hier niet meer zo in staat, vervalt. Doorgaan?"
        rows = [Row("Terug naar de tekst", False), Row("Doorgaan", True)]
        return bool(await self.app.push_screen_wait(PickScreen(title, among(rows))))

    # --- leaving --------------------------------------------------------------------------------

    @work(exclusive=True)
    async def action_leave(self) -> None:
        """Go back, after asking when something would be lost."""
        if await self.may_stop():
            self.dismiss()

    async def may_stop(self) -> bool:
        """Ask when more than a line would be lost; going back is the default."""
        if not (lost := self._lost()):
            return True
        rows = [
            Row("Terug", False, "opslaan kan bij de vragen, met s"),
            Row("Weggooien", True, "dit kan niet terug"),
        ]
        return bool(await self.app.push_screen_wait(PickScreen(lost, among(rows))))

    def _lost(self) -> str:
        """Return what would be lost, in a sentence; empty when nothing would."""
        if self.overruling.unsaved:
            return "Jouw oordeel over de vragen is nog niet opgeslagen."
        text = self.area.text
        return "Deze tekst is nog niet opgeslagen." if "\n" in text.strip() and text != self.safe else ""


def names_a_file(text: str) -> bool:
    """Return whether a text is one line that cannot be of a talk, and so may say where a file is."""
    line = text.strip()
    return "\n" not in line and not LABEL.fullmatch(line) and not IGNORED.fullmatch(line)


def _opened(text: str) -> tuple[str, Opened]:
    """Return a talk that was pasted, or the one in the file that is named, with the name of that file.

    It waits for the disk. Raises UserError when it cannot be read.
    """
    if not names_a_file(text):
        check_size(len(text.encode("utf-8", "surrogatepass")))
        return "", read_talk(text)
    paths = pasted_paths(text)
    if len(paths) > 1:
        raise UserError(ONE_FILE.format(number=count(len(paths), "bestand", "bestanden")))
    path = paths[0]
    name = one_line(path.name) or shortened(text, MAX_NAME)
    try:
        there = path.exists()
    except (OSError, ValueError):
        there = False
    if not there:
        raise UserError(NO_FILE.format(line=shortened(text, MAX_NAME), how=HOW))
    try:
        return name, read_talk(written(path, name))
    except TranscriptError as error:
        raise UserError(f"{name}: {error}") from error
