"""The last notes, the newest at the bottom, nearest to where is typed."""

from collections.abc import Callable, Iterator, Sequence

from textual import events
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.models import Note, NoteKind
from goedgesprek_tui.text import count

NUMBER_WIDTH = 5
LABEL_WIDTH = 30
NARROW = 60
TALL = 14


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

    @property
    def selected(self) -> Note | None:
        """The note that was looked back to; None while the newest are in sight."""
        return self.notes[len(self.notes) - self.back - 1] if self.back else None

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
        later = Content.styled(
            f"{' ' * NUMBER_WIDTH}↓ {count(self.back, 'latere notitie', 'latere notities')}", "$muted"
        )
        lines = [later] if self.back else []
        for note in self._newest_first():
            lines = [*self._block(note, width, height), *lines]
            if len(lines) >= height:
                break
        filler = [Content()] * (height - len(lines)) if self.notes else []
        self.update(Content("\n").join([*filler, *lines[-height:]]))

    def _newest_first(self) -> Iterator[Note]:
        return reversed(self.notes[: len(self.notes) - self.back])

    def _block(self, note: Note, width: int, height: int) -> list[Content]:
        text = Content(f"„{note.text}”" if note.kind is NoteKind.QUOTE else note.text)
        label = self.label(note)
        if width >= NARROW:
            first, *others = self._beside(text, label, width)
        else:
            first, *others = text.wrap(max(width - NUMBER_WIDTH, 10))
            if height >= TALL and label:
                others.append(label.truncate(max(width - NUMBER_WIDTH, 10), ellipsis=True))
        bar = ("▌", "$primary") if note is self.selected else ""
        number = f"{note.number:>3} " if bar else f"{note.number:>3}  "
        numbered = Content.assemble(bar, (number, "$muted"), first)
        return [numbered, *(Content.assemble(" " * NUMBER_WIDTH, line) for line in others)]

    def _beside(self, text: Content, label: Content, width: int) -> list[Content]:
        """Return the lines of a note with its label at the right of the first one."""
        width -= NUMBER_WIDTH
        label = label.truncate(max(width - text.cell_length - 2, LABEL_WIDTH), ellipsis=True)
        first, *others = text.wrap(width - label.cell_length - 2)
        gap = " " * (width - first.cell_length - label.cell_length)
        return [Content.assemble(first, gap, label), *others]
