"""Documents as one file for a word processor, with real headings, lists, quotes and tables."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from goedgesprek_tui.exports.document import (
    SPEAKER,
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
from goedgesprek_tui.exports.docx_look import (
    ASIDE,
    BAR,
    CELL,
    FACT,
    QUOTE,
    QUOTE_IN_LIST,
    SPEAKING,
    TABLE,
    WORDS,
    dress,
    style_id,
)
from goedgesprek_tui.text import printable

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document as WordFile
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

BAR_LENGTH = 16
LONGEST_TITLE = 255
CHART_WIDTHS = (66, 50, 30, 24)
"""Of the columns of a chart, in millimetres: the label, the bar, and how many now and before."""


def to_docx(documents: Iterable[Document]) -> bytes:
    """Return a file with all documents in it, each on a new page.

    It bears the title of the first, no author and no dates, so that the same documents give the same bytes.
    """
    from docx import Document as new_file
    from docx.blkcntnr import BlockItemContainer
    from docx.oxml import OxmlElement

    word = new_file()
    dress(word)
    end = word.element.body.sectPr
    title = ""
    for document in documents:
        page = BlockItemContainer(
            OxmlElement("w:body"), word
        )  # small: adding to a long one takes ever longer
        heading = _add(page, "Heading 1", document.title)
        heading.paragraph_format.page_break_before = bool(title) or None
        title = title or heading.text
        _add_document(page, document)
        for block in list(page._element):
            end.addprevious(block)
    _say_only(word, title)
    return _packed(word)


def _add_document(page: "BlockItemContainer", document: Document) -> None:
    for label, value in document.facts:
        _add(page, FACT, f"{label}\t{value}")
    for block in document.blocks:
        _add_block(page, block)


def _add_block(page: "BlockItemContainer", block: Block) -> None:
    match block:
        case Heading(level, text):
            _add(page, f"Heading {level}", text)
        case Paragraph(text):
            _add(page, "Normal", text)
        case Aside(text):
            _add(page, ASIDE, text)
        case Quote():
            _add(page, QUOTE, block)
        case Bullet(text, under):
            _add(page, "List Bullet", text)
            for line in under:
                _add(page, QUOTE_IN_LIST if isinstance(line, Quote) else "List Continue", line)
        case Table(header, rows):
            _add_table(page, (header, *rows))
        case Chart():
            _add_chart(page, block)


def _add(page: "BlockItemContainer", style: str, line: str | Quote) -> "WordParagraph":
    paragraph = page.add_paragraph()
    _fill(paragraph, style, line)
    return paragraph


def _fill(paragraph: "WordParagraph", style: str, line: str | Quote) -> None:
    """Write a line in a paragraph, in a style set by its id: looking it up costs more than all else."""
    paragraph._p.style = style_id(style)
    if isinstance(line, Quote):
        paragraph.add_run(f"{SPEAKER} ")._r.style = style_id(SPEAKING)
        paragraph.add_run(f'"{printable(line.words)}"')._r.style = style_id(WORDS)
    else:
        paragraph.add_run(printable(line))


def _add_table(page: "BlockItemContainer", rows: Sequence[Sequence[str]]) -> "WordTable":
    """Add a table whose first row comes back on every page; below it a line, or two tables would be one."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table = page.add_table(len(rows), len(rows[0]), Mm(sum(CHART_WIDTHS)))
    table._tbl.tblStyle_val = style_id(TABLE)
    for line, texts in zip(table.rows, rows, strict=True):
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(line.cells, texts, strict=True):
            _fill(cell.paragraphs[0], CELL, text)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _add(page, CELL, "").paragraph_format.line_spacing = Pt(4)
    return table


def _add_chart(page: "BlockItemContainer", chart: Chart) -> None:
    """Add a table with a bar behind each label, of characters, so that it shows in every program."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    (title, *units), rows = chart.table.header, chart.table.rows
    table = _add_table(page, [(title, "", *units), *((label, "", *numbers) for label, *numbers in rows)])
    table.autofit = False
    most = max((now for _, now, _ in chart.rows), default=0)
    for line, now in zip(table.rows, (0, *(now for _, now, _ in chart.rows)), strict=True):
        length = max(1, round(BAR_LENGTH * now / most)) if now else 0
        line.cells[1].paragraphs[0].add_run("█" * length)._r.style = style_id(BAR)
        for cell, width in zip(line.cells, CHART_WIDTHS, strict=False):
            cell.width = Mm(width)
        for cell in line.cells[2:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for column, width in zip(table.columns, CHART_WIDTHS, strict=False):
        column.width = Mm(width)


def _say_only(word: "WordFile", title: str) -> None:
    """Leave of what a file says about itself only its title and language: no author, program or date."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    core, package = word.core_properties, word.part.package
    for said in list(core._element):
        core._element.remove(said)
    core.title, core.language = title[:LONGEST_TITLE], "nl-NL"
    for name, relation in list(package.rels.items()):
        if relation.reltype in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
            del package.rels[name]


def _packed(word: "WordFile") -> bytes:
    """Return the bytes of a file; zipped again, for the first time each part gets the time of now."""
    written, packed = BytesIO(), BytesIO()
    word.save(written)
    with ZipFile(written) as parts, ZipFile(packed, "w") as file:
        for name in parts.namelist():
            file.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()
