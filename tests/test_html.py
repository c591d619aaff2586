import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from documents import HOSTILE, TEXTS, everywhere, put_in
from hypothesis import given

from goedgesprek_tui.exports.document import Bullet, Chart, Document, Heading, Paragraph, Quote, Table
from goedgesprek_tui.exports.html import to_html

EMPTY = {"meta", "rect"}
TEXT_IN = {"title", "h1", "h2", "h3", "p", "dt", "dd", "th", "td"}
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "article", "h1", "h2", "h3", "dl", "dt", "dd"),
    *("ul", "li", "p", "span", "bdi", "table", "thead", "tbody", "tr", "th", "td", "div", "svg", "rect"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "scope"),
    *("aria-hidden", "viewbox", "preserveaspectratio", "width", "height", "y"),
}
CHART = Chart("Thema's", "gesprekken", (("Huiswerk", 4, 2), ("Mbo", 1, None), ("Kosten", 0, 5)))


class Page(HTMLParser):
    """A page taken apart: its elements, and the text in each that holds text; bars of charts beside them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.shape: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.bars: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append(tag)
        self.attributes.extend(attrs)
        if tag not in EMPTY:
            self._open.append(tag)
        if tag in TEXT_IN:
            (self.bars if "svg" in self._open else self.texts).append("")

    def handle_endtag(self, tag: str) -> None:
        assert tag in EMPTY or self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "svg" in self._open:
            self.bars[-1] += data
        elif TEXT_IN & {*self._open}:
            self.texts[-1] += data
        else:
            assert "style" in self._open or not data.strip()


def page(*documents: Document) -> Page:
    return Page("".join(to_html(documents)))


PLAIN = page(everywhere("x"))


def assert_means_nothing_but_itself(text: str) -> None:
    told = page(everywhere(text))
    assert told.shape == PLAIN.shape
    assert Counter(name for name, _ in told.attributes) == Counter(name for name, _ in PLAIN.attributes)
    assert (told.texts, told.bars) == (put_in(text, PLAIN.texts), put_in(text, PLAIN.bars))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_that_text(text: str) -> None:
    assert_means_nothing_but_itself(text)


@given(TEXTS)
def test_any_text_is_read_as_that_text_and_gives_no_other_structure(text: str) -> None:
    assert_means_nothing_but_itself(text)


def test_every_text_stands_in_the_page_in_its_order() -> None:
    blocks = (
        Heading(2, "Kop"),
        Bullet("een", (Quote("eronder"),)),
        Paragraph("Slot."),
        Table(("links", "rechts"), (("a", ""),)),
    )
    found = page(Document("Titel", (("Groep", "koffie"),), blocks))
    assert found.texts == ["Titel", "Titel", "Groep", "koffie", "Kop", "een", 'Ouder: "eronder"', "Slot.",
        "links", "rechts", "a", ""]  # fmt: skip


def test_the_page_needs_nothing_beside_it_and_runs_nothing() -> None:
    text = "".join(to_html([everywhere("https://x.nl")]))
    found = Page(text)
    assert {*found.shape} <= ALLOWED
    assert {name for name, _ in found.attributes} <= ATTRIBUTES
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in text
    assert not re.search(r"url\(|@import|@font-face", text)


def test_headings_come_in_order_in_every_document() -> None:
    found = page(everywhere("x"), everywhere("y"))
    levels = [int(tag[1]) for tag in found.shape if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, 2, 3, 1, 2, 3]
    assert all(level <= before + 1 for before, level in pairwise(levels))
    assert found.shape.count("article") == 2
    assert found.shape.count("html") == 1


def test_the_page_bears_the_title_of_its_first_document() -> None:
    assert page(Document("Een"), Document("Twee")).texts == ["Een", "Een", "Twee"]


def test_a_long_row_of_documents_is_written_while_it_is_read() -> None:
    read = []
    documents = (read.append(number) or Document(f"{number}") for number in range(1000))
    chunks = to_html(documents)
    assert "<title>0</title>" in next(chunks)
    assert read == [0]


def test_no_documents_give_an_empty_file() -> None:
    assert list(to_html([])) == []


def test_points_that_follow_each_other_are_one_list() -> None:
    found = page(Document("T", (), (Bullet("a"), Bullet("b"), Paragraph("c"), Bullet("d"))))
    assert [tag for tag in found.shape if tag in ("ul", "li")] == ["ul", "li", "li", "ul", "li"]


def test_a_chart_has_its_numbers_in_a_table_and_again_at_each_bar() -> None:
    text = "".join(to_html([Document("T", (), (CHART,))]))
    found = Page(text)
    assert found.texts[2:] == [
        *("Thema's", "gesprekken", "vorige periode"),
        *("Huiswerk", "4", "2"),
        *("Mbo", "1", ""),
        *("Kosten", "0", "5"),
    ]
    assert found.bars == [
        "gesprekken: 4; vorige periode: 2",
        "gesprekken: 1",
        "gesprekken: 0; vorige periode: 5",
    ]
    assert re.findall(r'class="(now|before)"[^>]* width="([0-9]+)"', text) == [
        *(("now", "4"), ("before", "2")),
        *(("now", "1"), ("before", "0")),
        *(("now", "0"), ("before", "5")),
    ]
    assert text.count('viewBox="0 0 5 11"') == 3


def test_every_header_says_whether_it_is_of_a_row_or_a_column() -> None:
    found = page(Document("T", (), (CHART, Table(("links", "rechts"), ()))))
    scopes = Counter(value for name, value in found.attributes if name == "scope")
    assert scopes == {"col": 5, "row": 3}
    assert found.shape.count("th") == 8


def test_what_is_typed_with_room_in_it_is_shown_so_and_long_words_break() -> None:
    text = "".join(to_html([Document("T")]))
    rule = re.search(r"h1, [^{]*p, [^{]*td[^{]*\{([^}]*)\}", text)
    assert rule
    assert "white-space: pre-wrap" in rule[1]
    assert "overflow-wrap: anywhere" in rule[1]


@pytest.mark.parametrize("look", ["licht", "donker"])
def test_all_colours_can_be_read_on_the_paper(look: str) -> None:
    light, dark = re.findall(r":root \{([^}]*)\}", "".join(to_html([Document("T")])))
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", light if look == "licht" else dark))
    for name in ("ink", "muted", "green", "amber"):
        assert contrast(colours[name], colours["paper"]) >= 4.5
        assert contrast(colours[name], "#ffffff") >= 4.5 or look == "donker"
    assert contrast(colours["before"], colours["paper"]) >= 3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, after WCAG 2."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
