from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from documents import HOSTILE, TEXTS, everywhere, put_in
from docx import Document as open_file
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings

from goedgesprek_tui.exports.document import Bullet, Chart, Document, Heading, Paragraph, Quote, Table
from goedgesprek_tui.exports.docx import to_docx
from goedgesprek_tui.exports.docx_look import LOOKS, TABLE, style_id

CHART = Chart("Thema's", "gesprekken", (("Huiswerk", 400, 2), ("Mbo", 1, None), ("Kosten", 0, 5)))


def written(*documents: Document) -> WordFile:
    return open_file(BytesIO(to_docx(documents)))


def paragraphs(word: WordFile) -> Iterator[WordParagraph]:
    for block in word.iter_inner_content():
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield block


def read(word: WordFile) -> list[tuple[str, str]]:
    """Return the style and the text of every paragraph, those in tables as well."""
    return [(p._p.style or "Normal", p.text) for p in paragraphs(word)]  # p.style looks it up: slow


PLAIN = read(written(everywhere("x")))


def assert_mean_nothing_but_themselves(*texts: str) -> None:
    styles, plain = zip(*PLAIN, strict=True)
    expected = [each for text in texts for each in zip(styles, put_in(text, list(plain)), strict=True)]
    assert read(written(*map(everywhere, texts))) == expected


def test_hostile_texts_are_read_as_those_texts() -> None:
    assert_mean_nothing_but_themselves(*HOSTILE)


@settings(max_examples=30)
@given(TEXTS)
def test_any_text_is_read_as_that_text_and_gives_no_other_structure(text: str) -> None:
    assert_mean_nothing_but_themselves(text)


def test_what_no_file_can_hold_is_left_out_and_is_no_crash() -> None:
    assert ("Normal", "ab") in read(written(Document("T", (), (Paragraph("a\x00\x1b\ud800\uffffb"),))))


def test_headings_lists_and_quotes_are_real_ones() -> None:
    blocks = (
        Heading(2, "Kop"),
        Bullet("een", ("eronder", Quote("ja"))),
        Quote("nee"),
        Heading(3, "Lager"),
        Bullet(Quote("zo")),
    )
    assert read(written(Document("Titel", (("Groep", "koffie"),), blocks))) == [
        ("Heading1", "Titel"),
        ("Gegevens", "Groep\tkoffie"),
        ("Heading2", "Kop"),
        ("ListBullet", "een"),
        ("ListContinue", "eronder"),
        ("Citaatineenlijst", 'Ouder: "ja"'),
        ("Quote", 'Ouder: "nee"'),
        ("Heading3", "Lager"),
        ("ListBullet", 'Ouder: "zo"'),
    ]


def test_every_style_that_is_used_is_in_the_file() -> None:
    word = written(everywhere("x"))
    known = {style.style_id for style in word.styles}
    used = {name.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for name in word.element.iter(qn(tag))}  # fmt: skip
    assert used == {style_id(name) for name in (*LOOKS, TABLE)}
    assert used <= known


def test_arabic_and_hebrew_look_like_the_rest_of_their_line() -> None:
    word = written(Document("مرحبا"))
    for name, look in LOOKS.items():
        style = word.styles[name]
        assert (style.font.cs_bold, style.font.cs_italic) == (style.font.bold, style.font.italic)
        size, *more = style.element.rPr.iter(qn("w:szCs"))
        assert (float(size.get(qn("w:val"))) / 2, more) == (look.size, [])


def test_every_document_begins_on_a_new_page_and_the_first_gives_the_title() -> None:
    word = written(Document("Een"), Document("Twee"), Document("Drie"))
    assert [p.paragraph_format.page_break_before for p in word.paragraphs] == [None, True, True]
    assert word.core_properties.title == "Een"


def test_a_table_gives_its_header_again_on_every_page_and_keeps_its_rows_whole() -> None:
    tables = (Table(("links", "rechts"), (("a", ""), ("b", "c"))), Table(("los",), (("d",),)))
    first, second = written(Document("T", (), tables)).tables
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        ["links", "rechts"],
        ["a", ""],
        ["b", "c"],
    ]
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in first.rows] == [True, False, False]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in first.rows)
    assert second.cell(1, 0).text == "d"


def test_a_chart_is_a_table_with_its_numbers_and_a_bar_for_each() -> None:
    [table] = written(Document("T", (), (CHART,))).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [[label, *numbers] for label, _, *numbers in rows] == [
        ["Thema's", "gesprekken", "vorige periode"],
        ["Huiswerk", "400", "2"],
        ["Mbo", "1", ""],
        ["Kosten", "0", "5"],
    ]
    assert [row[1] for row in rows] == ["", "█" * 16, "█", ""]


def test_it_is_dutch_on_a4_and_says_nothing_of_who_or_when() -> None:
    data = to_docx([everywhere("x")])
    word = open_file(BytesIO(data))
    [section] = word.sections
    sizes = (section.page_width, section.page_height, section.left_margin, section.top_margin)
    assert [round(size / Mm(1)) for size in sizes if size] == [210, 297, 20, 20]
    assert {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    core = word.core_properties
    assert (core.language, core.author, core.last_modified_by, core.comments) == ("nl-NL", "", "", "")
    assert core.created is core.modified is None
    with ZipFile(BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name or "app.xml" in name]
    assert to_docx([everywhere("x")]) == data
