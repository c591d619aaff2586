"""A report as others will read it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

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

BAR = 24
"""The length of the longest bar of a chart, in columns."""
Line = Content | tuple[str, str] | str


class ReportPreviewScreen(Page[None]):
    """Shows a document; one text of a thousand lines takes no time, where as many widgets would."""

    BINDINGS = [Binding("escape", "dismiss", "terug", id="bekijken-terug", tooltip="Terug naar het kiezen")]

    def __init__(self, document: Document) -> None:
        """Show this document."""
        super().__init__()
        self.document = document

    def compose(self) -> ComposeResult:
        """Show the text."""
        with VerticalScroll(classes="page"):
            yield Static(read(self.document), classes="report")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "schuiven")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(VerticalScroll).focus()


def read(document: Document) -> Content:
    """Return a document as text to read on a screen; what people typed is data, never markup."""
    parts: list[Content] = [Content.styled(document.title, "bold")]
    before: Block | None = None
    for block in document.blocks:
        close = type(before) is type(block) and isinstance(block, Bullet | Quote)
        close = close or (isinstance(before, Heading) and isinstance(block, Aside))
        parts += [] if close else [Content("")]
        parts += _lines(block)
        before = block
    return Content("\n").join(parts)


def _lines(block: Block) -> Iterator[Content]:
    match block:
        case Heading(level, text):
            yield Content.styled(text, "bold $primary" if level == 2 else "bold")
        case Paragraph(text):
            yield Content(text)
        case Aside(text):
            yield Content.styled(text, "italic $muted")
        case Quote():
            yield Content(str(block))
        case Bullet(text, under):
            yield Content(f"- {text}")
            yield from (Content(f"  {line}") for line in under)
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
