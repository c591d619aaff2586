"""The last notes, the newest at the bottom, nearest to where is typed."""

from collections.abc import Callable, Iterator, Sequence

from textual import events
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.models import Note, NoteKind

NUMBER_WIDTH = 5
LABEL_WIDTH = 30
NARROW = 60


class NotesView(Static):
    """Shows as many of the last notes as there is room for; only those are drawn, however many there are."""

    def __init__(self) -> None:
        """Begin without notes."""
        super().__init__()
        self.notes: Sequence[Note] = ()
        self.label: Callable[[Note], Content] = lambda note: Content()
        self.back = 0

    def show(self, notes: Sequence[Note], label: Callable[[Note], Content]) -> None:
        """Show these notes; `label` gives what stands at the right of one."""
        if len(notes) != len(self.notes):
            self.back = 0
        self.notes = notes
        self.label = label
        self._draw()

    def scroll_notes(self, by: int) -> None:
        """Look back (1) or forward again (-1) over the notes."""
        self.back = min(max(self.back + by, 0), max(len(self.notes) - 1, 0))
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the notes anew."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.size
        if not width or not height:
            return
        lines: list[Content] = []
        for note in self._newest_first():
            block = self._block(note, width)
            if lines and len(lines) + len(block) > height:
                break
            lines = block + lines
        more = len(self.notes) - self.back
        lines = lines[:height] if len(lines) > height else [Content("")] * (height - len(lines)) + lines
        self.update(Content("\n").join(lines) if more else Content())

    def _newest_first(self) -> Iterator[Note]:
        return reversed(self.notes[: len(self.notes) - self.back])

    def _block(self, note: Note, width: int) -> list[Content]:
        label = self.label(note)
        label = label.truncate(min(LABEL_WIDTH, max(width // 3, 10)), ellipsis=True)
        beside = width - NUMBER_WIDTH - (label.cell_length + 2 if width >= NARROW else 0)
        text = Content(f"„{note.text}”" if note.kind is NoteKind.QUOTE else note.text)
        lines = text.wrap(max(beside, 10))
        first = Content.assemble((f"{note.number:>3}  ", "$muted"), lines[0])
        if width >= NARROW:
            first = Content.assemble(first, " " * (width - first.cell_length - label.cell_length), label)
        return [first, *(Content.assemble(" " * NUMBER_WIDTH, line) for line in lines[1:])]
