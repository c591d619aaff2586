"""Writing a text of some lines: it is kept while it is written."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.text import printable
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

KEPT_AFTER = 1.0


class WritingScreen(Page[None]):
    """Shows one text to write; gives it to `keep` a second after the last key, and when it is left."""

    BINDINGS = [Binding("escape", "leave", "klaar", id="schrijven-klaar", tooltip="Klaar; alles is bewaard")]

    def __init__(self, title: str, text: str, about: str, keep: Callable[[str], None]) -> None:
        """Begin with this text; `about` says what it is for."""
        super().__init__()
        self.heading = title
        self.about = about
        self.kept = self.typed = text
        self.keep = keep
        self.timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Show what it is for, and the text."""
        yield Static(Content.styled(self.heading, "bold"), classes="top")
        yield TextArea(self.kept, compact=True, highlight_cursor_line=False)
        yield Static(Content.styled(self.about, "$muted"), classes="heading")
        yield KeyLine(keys_of(self.BINDINGS))

    def on_mount(self) -> None:
        """Begin behind what was written."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def changed(self, event: TextArea.Changed) -> None:
        """Keep it a second later."""
        self.typed = printable(event.text_area.text).strip()
        if not self.timer:
            self.timer = self.set_timer(KEPT_AFTER, self.store)

    def store(self) -> None:
        """Hand over what changed."""
        self.timer = None
        if self.typed != self.kept:
            self.kept = self.typed
            self.keep(self.typed)

    def on_unmount(self) -> None:
        """Hand over the last letters when the program ends."""
        self.store()

    def action_leave(self) -> None:
        """Hand it over and go back."""
        self.store()
        self.dismiss()
