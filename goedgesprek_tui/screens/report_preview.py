"""A report as others will read it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content

from goedgesprek_tui.exports.document import (
    Aside,
    Block,
    Bullet,
    Chart,
    Document,
    Heading,
    Paragraph,
    Quote,
    Table,
)
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Block as Line
from goedgesprek_tui.widgets.lines import Lines

BAR = 24
"""The length of the longest bar of a chart, in columns."""


class ReportPreviewScreen(Page[None]):
    """Shows a document; one text of a thousand lines takes little time, where as many widgets would not."""

    BINDINGS = [Binding("escape", "dismiss", "terug", id="bekijken-terug", tooltip="Terug naar het kiezen")]

    def __init__(self, document: Document) -> None:
        """Show this document."""
        super().__init__()
        self.document = document

    def compose(self) -> ComposeResult:
        """Show the text."""
        with VerticalScroll(classes="page"):
            yield Lines()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Show the text, and take the keys."""
        title = Content.styled(self.document.title, "bold")
        self.query_one(Lines).show(title, read(self.document))
        self.query_one(VerticalScroll).focus()


def read(document: Document) -> Iterator[Line]:
    """Return what stands under the title, as it is read on a screen."""
    before: Block | None = None
    for block in document.blocks:
        close = type(before) is type(block) and isinstance(block, Bullet | Quote)
        close = close or (isinstance(before, Heading) and isinstance(block, Aside))
        if not close:
            yield Line("", Content())
        if isinstance(block, Bullet):
            yield Line("- ", Content(str(block.text)))
            yield from (Line("  ", Content(str(line))) for line in block.under)
        else:
            yield from (Line("", line) for line in _lines(block))
        before = block


def _lines(block: Block) -> Iterator[Content]:
    match block:
        case Heading(level, text):
            yield Content.styled(text, "bold $primary" if level == 2 else "bold")
        case Aside(text):
            yield Content.styled(text, "italic $muted")
        case Paragraph(text):
            yield Content(text)
        case Quote():
            yield Content(str(block))
        case Table(header, rows):
            for row in rows:
                yield from _row(header, row)
        case Chart():
            yield from _chart(block)


def _row(header: tuple[str, ...], row: tuple[str, ...]) -> Iterator[Content]:
    for label, cell in zip(header, row, strict=True):
        if cell:
            yield Content.assemble((f"{label}: ", "$muted"), cell)


def _chart(chart: Chart) -> Iterator[Content]:
    most = max((now for _, now, _ in chart.rows), default=0)
    for label, now, before in chart.rows:
        bar = "▆" * round(BAR * now / most) if most else ""
        then = f"  (vorige periode {before})" if before is not None else ""
        yield Content.assemble((f"{bar:<{BAR}} ", "$primary"), f"{now:>3}  {label}", (then, "$muted"))
