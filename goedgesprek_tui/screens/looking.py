"""A conversation that is open in another window: to be read here, and nothing more."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.models import Note, NoteKind, Session
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.keys import KeyLine, keys_of


class LookScreen(Page[None]):
    """Shows the notes of a conversation as they are on the disk."""

    BINDINGS = [Binding("escape", "dismiss", "terug", id="terug", tooltip="Terug naar het begin")]

    def __init__(self, session: Session) -> None:
        """Show this conversation."""
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Show what it is, that it cannot be changed here, and every note."""
        title = Content.assemble((self.session.title, "bold"), "\n", ("alleen om te lezen", "$muted"))
        yield Static(title, classes="top")
        with VerticalScroll(classes="page"):
            yield Static(Content("\n").join(self._lines()) or Content("Er staat nog geen notitie."))
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(VerticalScroll).focus()

    def _lines(self) -> Iterator[Content]:
        for note in self.session.shown:
            yield Content.assemble((f"{note.number:>3}  ", "$muted"), _said(note))


def _said(note: Note) -> str:
    return f"„{note.text}”" if note.kind is NoteKind.QUOTE else f"{note.kind.value}: {note.text}"
