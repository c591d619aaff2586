"""Notes as lines of text: what stands before and behind them keeps its own column."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

WIDEST = 76
SHORTEST_LABEL = 12
LEAST_ROOM = 10


class Block(NamedTuple):
    """A text, what stands before it, and a label at the right end of its first line."""

    before: str
    text: Content
    label: str = ""


class Lines(Static):
    """Shows blocks of text, wrapped to its width, each with its further lines under the first."""

    def __init__(self, id: str | None = None) -> None:
        """Begin without text."""
        super().__init__(id=id)
        self.head = Content()
        self.blocks: tuple[Block, ...] = ()

    def show(self, head: Content, blocks: Iterable[Block]) -> None:
        """Show these blocks under lines that stand as they are."""
        self.head, self.blocks = head, tuple(blocks)
        self.wrap()

    def on_resize(self) -> None:
        """Wrap the blocks anew, once this layout is done: it drops what is asked in it."""
        self.call_after_refresh(self.wrap)

    def wrap(self) -> None:
        """Draw all at the width there is now."""
        width = min(self.size.width, WIDEST)
        blocks = [laid_out(block, width) for block in self.blocks] if width else []
        self.update(Content("\n").join([self.head, *blocks] if self.head else blocks))


def laid_out(block: Block, width: int) -> Content:
    """Return a block as lines of this width; the label takes at most a third of it."""
    before, text, label = block
    name = Content.styled(label, "$muted").truncate(max(width // 3, SHORTEST_LABEL), ellipsis=True)
    room = max(width - len(before) - (name.cell_length + 2 if label else 0), LEAST_ROOM)
    first, *others = text.wrap(room)
    gap = " " * max(width - len(before) - first.cell_length - name.cell_length, 1)
    lines = [Content.assemble((before, "$muted"), first, *((gap, name) if label else ()))]
    return Content("\n").join([*lines, *(Content.assemble(" " * len(before), line) for line in others)])
