"""How a word processor's file looks: A4, calm, and a style for each sort of text."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document as WordFile

QUOTE, QUOTE_IN_LIST, SPEAKING, WORDS = "Quote", "Citaat in een lijst", "Spreker", "Quote Char"
ASIDE, FACT, CELL, BAR, TABLE = "Toelichting", "Gegevens", "Cel", "Balk", "Table Grid"

SANS, SERIF = "Calibri", "Georgia"
INK, MUTED, GREEN, AMBER, LINE = "202627", "5D6062", "2F6B3C", "8A4F0F", "D9D3C3"


class Look(NamedTuple):
    """The letter of a style, and the room around a paragraph in points; None for a style within one."""

    font: str
    size: float
    color: str
    room: tuple[float, float] | None
    bold: bool | None = None
    italic: bool | None = None


LOOKS = {
    "Normal": Look(SANS, 11, INK, (0, 6)),
    "Heading 1": Look(SERIF, 22, GREEN, (0, 8), bold=False),
    "Heading 2": Look(SERIF, 15, INK, (22, 4), bold=True),
    "Heading 3": Look(SERIF, 12, INK, (14, 2), bold=True),
    "List Bullet": Look(SANS, 11, INK, (0, 3)),
    "List Continue": Look(SANS, 11, INK, (0, 3)),
    QUOTE: Look(SERIF, 11, INK, (2, 6), italic=False),
    QUOTE_IN_LIST: Look(SERIF, 11, INK, (2, 6), italic=False),
    ASIDE: Look(SANS, 11, MUTED, (0, 6), italic=True),
    FACT: Look(SANS, 11, INK, (0, 2)),
    CELL: Look(SANS, 10.5, INK, (3, 3)),
    SPEAKING: Look(SANS, 9, AMBER, None),
    BAR: Look(SANS, 8, GREEN, None),
    WORDS: Look(SERIF, 11, INK, None, italic=False),
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
QUOTE_BAR = f'<w:pBdr {W}><w:left w:val="single" w:sz="18" w:space="8" w:color="{AMBER}"/></w:pBdr>'
TABLE_LINES = (
    f'<w:tblPr {W}><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
HEADER_LINE = (
    f'<w:tblStylePr {W} w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{GREEN}"/></w:tcBorders></w:tcPr>'
    "</w:tblStylePr>"
)


def dress(word: "WordFile") -> None:
    """Give a new file its page, its language and its styles."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    [section] = word.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Mm(20)
    for part, tag in ((word.styles.element, "w:lang"), (word.settings.element, "w:themeFontLang")):
        for language in part.iter(qn(tag)):
            language.set(qn("w:val"), "nl-NL")
    for name, look in LOOKS.items():
        _dress_style(word, name, look)
    _place(word)
    _dress_tables(word)


def style_id(name: str) -> str:
    """Return the id under which a file has a style."""
    return name.replace(" ", "")


def _dress_style(word: "WordFile", name: str, look: Look) -> None:
    """Give a style its look; it is made when it is not there."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    kind = WD_STYLE_TYPE.PARAGRAPH if look.room else WD_STYLE_TYPE.CHARACTER
    style = word.styles[name] if name in word.styles else word.styles.add_style(name, kind)
    style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()  # a font of the theme would win
    font = style.font
    font.name, font.size, font.color.rgb = look.font, Pt(look.size), RGBColor.from_string(look.color)
    font.bold, font.italic = look.bold, look.italic
    font.cs_bold, font.cs_italic = look.bold, look.italic  # of Arabic and Hebrew, that have their own
    style.element.rPr.remove_all("w:szCs")
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(look.size * 2)))
    style.element.rPr.find(qn("w:sz")).addnext(size)
    if look.room:
        before, after = map(Pt, look.room)
        style.paragraph_format.space_before, style.paragraph_format.space_after = before, after


def _place(word: "WordFile") -> None:
    """Set where paragraphs begin, and what keeps them together."""
    from docx.oxml import parse_xml
    from docx.shared import Mm

    word.styles["Normal"].paragraph_format.line_spacing = 1.15
    word.styles[ASIDE].paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Continue"):
        word.styles[name].paragraph_format.element.pPr.remove_all("w:contextualSpacing")
    for name, indent in ((QUOTE, 4), (QUOTE_IN_LIST, 11)):
        word.styles[name].paragraph_format.left_indent = Mm(indent)
        word.styles[name].paragraph_format.keep_together = True
        word.styles[name].paragraph_format.element.pPr.insert_element_before(
            parse_xml(QUOTE_BAR), "w:shd", "w:tabs", "w:spacing", "w:ind"
        )
    facts = word.styles[FACT].paragraph_format
    facts.left_indent, facts.first_line_indent = Mm(28), Mm(-28)
    facts.tab_stops.add_tab_stop(Mm(28))


def _dress_tables(word: "WordFile") -> None:
    from docx.oxml import parse_xml

    table = word.styles[TABLE].element
    table.replace(table.find("w:tblPr", table.nsmap), parse_xml(TABLE_LINES))
    table.append(parse_xml(HEADER_LINE))
