"""A conversation to be read, and nothing more: open in another window, or found by searching."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.models import Note, NoteKind, Session
from goedgesprek_tui.review.marks import Marks, Span
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.choices import BAR
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NUMBER_WIDTH = 6
NARROWEST = 10
MARKED = "bold $secondary"


class LookScreen(Page[str | None]):
    """Shows the notes of a conversation as they are on the disk; gives nothing."""

    BINDINGS = [Binding("escape", "dismiss", "terug", id="terug", tooltip="Terug")]

    def __init__(self, session: Session, note: str = "", marks: Marks | None = None) -> None:
        """Show this conversation, from the note with this id, that has a bar in front; and words marked."""
        super().__init__()
        self.session = session
        self.note = note
        self.marks = marks or Marks()

    def compose(self) -> ComposeResult:
        """Show what it is, that it cannot be changed here, and every note."""
        title = Content.assemble((self.session.title, "bold"), "\n", ("alleen om te lezen", "$muted"))
        yield Static(title, classes="top")
        with VerticalScroll(classes="page"):
            yield NotesToRead(self.session.shown, self.note, self.marks)
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(VerticalScroll).focus()


class NotesToRead(Static):
    """Shows notes under each other, one of them with a bar in front, which is brought in sight."""

    def __init__(self, notes: Sequence[Note], chosen: str, marks: Marks) -> None:
        """Show these notes; the chosen one is an id, or empty."""
        super().__init__()
        self.notes = notes
        self.chosen = chosen
        self.marks = marks
        self.drawn = 0

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the notes anew when there is more or less room beside them."""
        if self.size.width == self.drawn:
            return
        self.drawn = self.size.width
        lines: list[Content] = []
        at = 0
        for note in self.notes:
            at = len(lines) if note.id == self.chosen else at
            lines += self._block(note)
        self.update(Content("\n").join(lines) if lines else Content("Er staat nog geen notitie."))
        self.call_after_refresh(self._bring_in_sight, at)

    def _block(self, note: Note) -> list[Content]:
        content = said(note, note.text, self.marks.spans(note.text))
        if gist := self.marks.spans(note.gist):
            content = Content("\n").join([content, said_gist(note.gist, gist)])
        first, *others = content.wrap(max(self.size.width - NUMBER_WIDTH, NARROWEST))
        bar = Content.styled(BAR, "$primary") if note.id == self.chosen else Content(" ")
        number = Content.styled(f"{note.number:>{NUMBER_WIDTH - 3}}  ", "$muted")
        return [
            Content.assemble(bar, number, first),
            *(Content.assemble(bar, " " * (NUMBER_WIDTH - 1), line) for line in others),
        ]

    def _bring_in_sight(self, line: int) -> None:
        around = self.parent
        if self.chosen and isinstance(around, VerticalScroll):
            around.scroll_to(y=max(line - around.size.height // 3, 0), animate=False)


def said(note: Note, text: str, spans: Iterable[Span]) -> Content:
    """Return a part of a note as it is read, and marked: a quote in quotation marks, or its kind in front."""
    before, after = ("„", "”") if note.kind is NoteKind.QUOTE else (f"{note.kind.value}: ", "")
    return _marked(before, text, after, spans)


def said_gist(text: str, spans: Iterable[Span]) -> Content:
    """Return a part of a gist as it is read, and marked."""
    return _marked("kern: ", text, "", spans)


def _marked(before: str, text: str, after: str, spans: Iterable[Span]) -> Content:
    content = Content(f"{before}{text}{after}")
    for start, end in spans:
        content = content.stylize(MARKED, len(before) + start, len(before) + end)
    return content
