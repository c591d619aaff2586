"""The table formats: every note that may be told is a row, with its words exact, and nothing else is."""

import csv
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from told_cases import HOSTILE, SESSIONS, TOLD, TOPICS, consented, hostile, note, session_of, written

from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.rows import harmless
from goedgesprek_tui.models import Session, Topic
from goedgesprek_tui.topics import TopicList

HEADER = "id session date place group phase minute kind consent text topics topic_names".split()
DUTCH = "id gesprek datum plek groep fase minuut soort toestemming tekst themas".split()
READ_AS_FORMULA = re.compile(r"^[\s\u00a0']*[=+\-@＝＋－＠]|^[\t\r\n]")


def table(name: str, *sessions: Session) -> list[dict[str, str]]:
    """Read a CSV as a program would; the Dutch one with the `'` undone that guards against formulas."""
    text = written(name, *sessions).decode("utf-8")
    if name == "csv":
        assert not text.startswith("\ufeff")
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert text.startswith("\ufeff")
    found = csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True)
    return [{column: undone(cell) for column, cell in row.items()} for row in found]


def undone(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and READ_AS_FORMULA.match(cell[1:]) else cell


def sheet_of(*sessions: Session) -> Worksheet:
    sheet = load_workbook(io.BytesIO(written("xlsx", *sessions))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def cells_of(sheet: Worksheet) -> list[list[str]]:
    """Return all cells; a code for a character that was typed is escaped, as Excel has it."""
    return [
        [str(cell or "").replace("_x005F_x", "_x") for cell in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def test_a_row_says_all_that_a_program_needs() -> None:
    one = note(1, "Hij leest al.", topics=("huiswerk", "5b1e"), phase="Welkom", time=12.3456)
    assert table("csv", session_of(one)) == [
        {
            "id": "n-1",
            "session": "s",
            "date": "2026-09-15",
            "place": "ouderkamer De Linde",
            "group": "koffieochtend",
            "phase": "Welkom",
            "minute": "12.35",
            "kind": "citaat",
            "consent": "letterlijk",
            "text": "Hij leest al.",
            "topics": "huiswerk|5b1e",
            "topic_names": "Huiswerk|De speelplaats",
        }
    ]


def test_a_dutch_row_reads_as_one_writes_it() -> None:
    one = note(1, "Hij leest al.", topics=("huiswerk", "5b1e"), phase="Welkom", time=12.0)
    session = session_of(one, note(2, "Zij ook.", time=0.25))
    lines = written("csv-nl", session).decode("utf-8-sig").split("\r\n")
    assert lines == [
        ";".join(DUTCH),
        "n-1;s;15-09-2026;ouderkamer De Linde;koffieochtend;Welkom;12,0;citaat;letterlijk;Hij leest al.;"
        "Huiswerk | De speelplaats",
        "n-2;s;15-09-2026;ouderkamer De Linde;koffieochtend;;0,25;citaat;letterlijk;Zij ook.;",
        "",
    ]


@pytest.mark.parametrize("name", ["csv", "csv-nl"])
def test_words_come_back_exactly_whatever_they_look_like(name: str) -> None:
    column = "text" if name == "csv" else "tekst"
    assert [row[column] for row in table(name, hostile())] == list(HOSTILE)
    assert written(name, hostile()).count(b"\r\n") == len(HOSTILE) + 1


@pytest.mark.parametrize("name", ["csv", "csv-nl", "xlsx"])
def test_only_what_was_consented_to_is_told(name: str) -> None:
    if name == "xlsx":
        rows = [(row[0], row[9]) for row in cells_of(sheet_of(consented()))[1:]]
    else:
        rows = [(row["id"], row["text" if name == "csv" else "tekst"]) for row in table(name, consented())]
    assert dict(rows) == TOLD
    assert len(rows) == len(TOLD)


@pytest.mark.parametrize(("name", "header"), [("csv", ",".join(HEADER)), ("csv-nl", ";".join(DUTCH))])
def test_without_notes_there_is_still_a_header(name: str, header: str) -> None:
    assert written(name).decode("utf-8-sig") == f"{header}\r\n"


@given(SESSIONS)
@settings(max_examples=60)
def test_every_note_that_may_be_told_is_in_both_tables_in_order(sessions: tuple[Session, ...]) -> None:
    expected = [(session.id, one) for session in sessions for one in told(session)]
    plain, dutch = table("csv", *sessions), table("csv-nl", *sessions)
    assert [(row["session"], row["id"], row["text"]) for row in plain] == [
        (id, one.note.id, one.text) for id, one in expected
    ]
    assert [row["id"] for row in dutch] == [one.note.id for _, one in expected]
    for row, (_, one) in zip(dutch, expected, strict=True):
        if not re.match("'[\t\r\n]", one.text):
            assert row["tekst"] == one.text
    for row, (_, one) in zip(plain, expected, strict=True):
        assert len(row["topic_names"].split("|")) == max(len(one.note.topics), 1)


# --- formulas ---------------------------------------------------------------------------------


def test_no_cell_of_the_dutch_table_can_be_a_formula_but_for_numbers_of_our_own() -> None:
    text = written("csv-nl", hostile()).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        assert [cell for cell in row if READ_AS_FORMULA.match(cell) and not cell.startswith("'")] == []
    [row] = table("csv-nl", session_of(note(1, "=", topics=("7d30",), phase="+")))
    assert (row["tekst"], row["themas"], row["fase"]) == ("=", "=Geld", "+")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("'t Is", "'t Is"),
        ("- ja", "'- ja"),
        ("'=1", "''=1"),
        ("\tx", "'\tx"),
        ("vijf - drie", "vijf - drie"),
        ("＠x", "'＠x"),
    ],
)
def test_one_sign_in_front_takes_the_formula_out_of_a_text(text: str, safe: str) -> None:
    assert harmless(text) == safe
    assert undone(safe) == text


# --- xlsx -------------------------------------------------------------------------------------


def test_the_workbook_has_exact_words_as_strings_under_a_header_that_stays_in_sight() -> None:
    sheet = sheet_of(hostile())
    header, *rows = cells_of(sheet)
    assert header == DUTCH
    assert [row[9] for row in rows] == list(HOSTILE)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:K{len(HOSTILE) + 1}"
    assert sheet["J2"].alignment.wrap_text
    heights = [sheet.row_dimensions[row].height for row in (2, 17, 21)]
    assert heights == [None, 30, 30]  # one line, as usual, a line end, a word of 90 letters
    assert sheet.column_dimensions["J"].width > sheet.column_dimensions["A"].width


def test_a_text_longer_than_a_cell_goes_on_below_and_loses_nothing() -> None:
    text = "woord 😀 " * 5000
    rows = cells_of(sheet_of(session_of(note(1, text.strip()), note(2, "kort"))))[1:]
    assert "".join(row[9] for row in rows if row[0] == "n-1") == text.strip()
    assert max(len(row[9].encode("utf-16-le")) // 2 for row in rows) <= 32_767
    assert rows[-1][9] == "kort"


def test_the_workbook_tells_nothing_of_the_computer_or_the_moment() -> None:
    with zipfile.ZipFile(io.BytesIO(written("xlsx", hostile()))) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "2026-09-15T00:00:00Z" in core
    assert "<dc:creator></dc:creator>" in core


# --- codebook for Taguette --------------------------------------------------------------------


def book(*sessions: Session, topics: TopicList = TOPICS) -> list[dict[str, str]]:
    text = written("codeboek", *sessions, topics=topics).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_codebook_has_the_topics_of_the_list_and_those_that_notes_bear() -> None:
    assert book(hostile()) == [
        {"path": "Huiswerk", "description": "Thuis leren; hulp daarbij"},
        {"path": "Mbo", "description": ""},
        {"path": "Rust / ruimte", "description": ""},
        {"path": "=Geld", "description": ""},
    ]


def test_no_two_codes_have_the_same_name_whatever_the_case() -> None:
    topics = TopicList((Topic(id="a", name="Rust"), Topic(id="b", name="rust|"), Topic(id="c", name="RUST/")))
    own = (Topic(id="d", name="rust"), Topic(id="e", name="x" * 300))
    names = [
        code["path"]
        for code in book(session_of(note(1, "x", topics=("e", "rUst")), topics=own), topics=topics)
    ]
    assert names == ["Rust", "rust/", "RUST/ (2)", "x" * 190, "rUst (2)"]


def test_a_codebook_with_an_accent_tells_its_encoding_for_taguette_would_guess_wrong() -> None:
    topics = TopicList((Topic(id="a", name="Financiële zorgen"),))
    assert written("codeboek", topics=topics) == "\ufeffpath,description\r\nFinanciële zorgen,\r\n".encode()
    assert written("codeboek").isascii()


def test_without_topics_the_codebook_is_a_header() -> None:
    assert written("codeboek", topics=TopicList()) == b"path,description\r\n"
