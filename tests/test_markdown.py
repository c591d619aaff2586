import pytest
from documents import HOSTILE, TEXTS, everywhere, put_in
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from goedgesprek_tui.exports.document import Aside, Bullet, Chart, Document, Heading, Paragraph, Quote, Table
from goedgesprek_tui.exports.markdown import escaped, to_markdown
from goedgesprek_tui.text import one_line

PANDOC = (attrs_plugin, attrs_block_plugin, colon_fence_plugin, deflist_plugin, dollarmath_plugin)
PANDOC += (footnote_plugin, sub_plugin, superscript_plugin)
READERS = [MarkdownIt("commonmark", {"html": True}), MarkdownIt("gfm-like"), MarkdownIt("gfm-like")]
for plugin in PANDOC:
    READERS[-1].use(plugin)


def lines(token: Token) -> str:
    """Return the text of an inline token, with a mark where a new line begins on the page."""
    return "".join("¶" if child.type == "hardbreak" else child.content for child in token.children or ())


def read(document: Document, reader: MarkdownIt) -> tuple[list[str], list[str]]:
    tokens = reader.parse(to_markdown(document))
    parts = [part for token in tokens for part in (token, *(token.children or ()))]
    return [lines(t) for t in tokens if t.type == "inline"], [f"{part.type} {part.tag}" for part in parts]


def assert_means_nothing_but_itself(text: str) -> None:
    for reader in READERS:
        plain, plain_shape = read(everywhere("x"), reader)
        told, shape = read(everywhere(text), reader)
        assert shape == plain_shape
        assert told == put_in(text, plain)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_that_text(text: str) -> None:
    assert_means_nothing_but_itself(text)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_read_as_that_text_and_gives_no_other_structure(text: str) -> None:
    assert_means_nothing_but_itself(text)


@given(TEXTS)
def test_a_text_stays_on_one_line_of_the_file(text: str) -> None:
    assert len(escaped(text).splitlines()) == 1


@given(st.text().map(one_line).filter(bool))
def test_a_quote_is_read_as_typed_behind_a_prefix(text: str) -> None:
    quote = f'Ouder: "{text}"'
    for reader in READERS:
        assert read(Document("T", (), (Bullet(quote),)), reader)[0] == ["T", quote]


@pytest.mark.parametrize(
    "text",
    [
        'Ouder: "Ik hoor pas iets als het al mis is; dat is (bijna) altijd zo!"',
        "Terugkijken op 23 april 2026.",
        "Van 8.30 tot 9.15 uur, o.a. op di. en do.: 2 + 2 = 4, of zo'n 50%?",
        "Ja 7, een beetje 2. Groep 7/8 - de bovenbouw",
    ],
)
def test_ordinary_text_stands_in_the_file_as_it_is(text: str) -> None:
    assert escaped(text) == text


def test_what_never_came_in_at_the_door_makes_no_structure_either() -> None:
    """A file that was changed by hand, or made elsewhere, can hold any character."""
    assert escaped("a\r# b\x00\x1b[31mc") == r"a&#10;\# bc"


def test_only_what_could_mean_something_is_escaped() -> None:
    assert escaped("# *Bel* 1. a@b.nl - [nu]") == r"\# \*Bel\* 1. a\@b\.nl - \[nu\]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a. een", r"a\. een"),
        ("(iv) vier", r"(iv\) vier"),
        ("#) x", r"\#) x"),
        ("12345678901. x", r"12345678901\. x"),
        ("Kop ##", r"Kop \#\#"),
        ("C#", r"C\#"),
        ("[x] ja", r"\[x\]&#32;ja"),
        ("[ ] nee", r"\[ \]&#32;nee"),
        ("zo :+1: en :a:b:", r"zo \:+1: en \:a\:b:"),
        ("om 10:30, o.a. dit: ja", "om 10:30, o.a. dit: ja"),
        ("van a. naar b)", "van a. naar b)"),
    ],
)
def test_what_only_pandoc_makes_something_of_is_escaped(text: str, told: str) -> None:
    """Lists of letters, a heading that closes, boxes to tick, pictures by name: no reader here knows them."""
    assert escaped(text) == told


def test_a_document_is_laid_out_with_an_empty_line_around_each_block() -> None:
    blocks = (
        Heading(2, "Kop"),
        Bullet("een", ("onder een",)),
        Bullet("twee"),
        Paragraph("Slot."),
        Table(("links", "rechts"), (("a", ""),)),
    )
    assert to_markdown(Document("Titel", (("Groep", "koffie"),), blocks)) == (
        "# Titel\n\n- Groep: koffie\n\n## Kop\n\n- een  \n  onder een\n- twee\n\nSlot.\n\n"
        "| links | rechts |\n|---|---|\n| a |  |\n"
    )


def test_quotes_stand_on_lines_of_their_own_and_a_remark_right_under_its_heading() -> None:
    blocks = (
        Heading(3, "Huiswerk"),
        Aside("In 2 gesprekken. Nieuw."),
        Bullet("Ouders missen uitleg."),
        Quote("Ik snap die sommen niet."),
        Quote("Wij ook niet."),
        Aside("Geen namen."),
    )
    assert to_markdown(Document("T", (), blocks)) == (
        "# T\n\n### Huiswerk\n*In 2 gesprekken. Nieuw.*\n\n- Ouders missen uitleg.\n\n"
        'Ouder: "Ik snap die sommen niet."  \nOuder: "Wij ook niet."\n\n*Geen namen.*\n'
    )


def test_a_chart_is_read_as_its_numbers() -> None:
    rows = (("Huiswerk", 4, 2), ("Mbo", 1, None))
    assert to_markdown(Document("T", (), (Chart("Themas", "gesprekken", rows),))) == (
        "# T\n\n| Themas | gesprekken | vorige periode |\n|---|---|---|\n"
        "| Huiswerk | 4 | 2 |\n| Mbo | 1 |  |\n"
    )
    new = tuple((label, now, None) for label, now, _ in rows)
    assert Chart("Themas", "gesprekken", new).table.header == ("Themas", "gesprekken")


def test_a_very_long_run_of_spaces_takes_no_time() -> None:
    text = f"a{' ' * 100_000}b"
    assert escaped(text) == text
