"""The notes as a workbook for Excel and LibreOffice."""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.rows import DUTCH_HEADER, dutch_cells, rows
from goedgesprek_tui.models import Session
from goedgesprek_tui.text import printable
from goedgesprek_tui.topics import TopicList

WIDTHS = (12, 12, 11, 24, 24, 24, 8, 12, 12, 70, 32)
WRAPPED = ("tekst", "themas")
LINE, HIGHEST = 15, 409
"""The height of a line, and of the highest row there can be, in points."""
A4 = 9
LONGEST = 16_000
"""The characters in a cell; Excel has room for 32,767, and counts an emoji as two."""


def to_xlsx(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
    """Return a workbook with the columns of the Dutch CSV, every cell a string, so that words stay exact.

    It is built in memory, and never in temporary files of the library. A text longer than a cell goes on
    in the row below, under the same id. Raises UserError when there are more notes than a sheet has rows.
    """
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Notities")
        _lay_out(book, sheet)
        lines, last = 1, datetime(2000, 1, 1)
        for session in sessions:
            last = datetime.combine(session.started.date(), datetime.min.time())
            for cells in map(dutch_cells, rows(session, topics)):
                for part in _parts(cells):
                    _write(sheet, lines, part)
                    lines += 1
        sheet.autofilter(0, 0, lines - 1, len(DUTCH_HEADER) - 1)
        book.set_properties({"title": "Notities uit gesprekken", "created": last})
    yield file.getvalue()


def _lay_out(book: Workbook, sheet: Worksheet) -> None:
    top, wrapped = book.add_format({"valign": "top"}), book.add_format({"valign": "top", "text_wrap": True})
    bold = book.add_format({"bold": True})
    for column, (title, width) in enumerate(zip(DUTCH_HEADER, WIDTHS, strict=True)):
        sheet.set_column(column, column, width, wrapped if title in WRAPPED else top)
        sheet.write_string(0, column, title, bold)
    sheet.freeze_panes(1, 0)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _parts(cells: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Return a row once for each part of its longest cell; what fits in a cell stands in each."""
    for at in range(0, max(map(len, cells)), LONGEST):
        yield tuple(text[at : at + LONGEST] if len(text) > LONGEST else text for text in cells)


def _write(sheet: Worksheet, line: int, cells: tuple[str, ...]) -> None:
    sheet.set_row(line, min(LINE * _lines(cells), HIGHEST))
    for column, text in enumerate(cells):
        if sheet.write_string(line, column, printable(text)) < 0:
            raise UserError(
                "Zo veel notities passen niet in een werkblad; kies csv-nl, of minder gesprekken."
            )


def _lines(cells: tuple[str, ...]) -> int:
    """Return how many lines the longest cell takes; not every program makes room for them by itself."""
    widths = ((cells[at], WIDTHS[at]) for at, title in enumerate(DUTCH_HEADER) if title in WRAPPED)
    return max(sum(len(line) // width + 1 for line in text.split("\n")) for text, width in widths)
