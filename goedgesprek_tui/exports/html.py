"""Documents as one HTML file that needs nothing beside it: to read, to print, and to make a PDF of."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby

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
from goedgesprek_tui.text import printable

HEAD = """\
<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
"""
TAIL = "</body>\n</html>\n"


def to_html(documents: Iterable[Document]) -> Iterator[str]:
    """Return the parts of one HTML file with all documents in it, each on a new page when it is printed.

    The file bears the title of the first document.
    """
    head = ""
    for document in documents:
        if not head:
            head = HEAD.format(title=_text(document.title), style=_style())
            yield head
        yield _article(document)
    if head:
        yield TAIL


def _article(document: Document) -> str:
    parts = (_tag("h1", document.title), _facts(document.facts), *_blocks(document.blocks))
    return f"<article>\n{''.join(parts)}</article>\n"


@cache
def _style() -> str:
    return (files("goedgesprek_tui.exports") / "page.css").read_text("utf-8")


def _text(text: str) -> str:
    """Return text that means nothing but itself, in an element as well as in an attribute."""
    return escape(printable(text))


def _tag(tag: str, text: str, attributes: str = "") -> str:
    return f"<{tag}{attributes}>{_text(text)}</{tag}>\n"


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(_tag("dt", label) + _tag("dd", value) for label, value in facts)
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for is_list, group in groupby(blocks, lambda block: isinstance(block, Bullet)):
        found = "".join(map(_block, group))
        yield f"<ul>\n{found}</ul>\n" if is_list else found


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return _tag(f"h{level}", text)
        case Paragraph(text) | Aside(text):
            return _tag("p", text, ' class="aside"' if isinstance(block, Aside) else "")
        case Quote():
            return _line(block)
        case Bullet(text, under):
            return f"<li>\n{''.join(map(_line, (text, *under)))}</li>\n"
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)


def _line(line: str | Quote) -> str:
    if isinstance(line, str):
        return _tag("p", line)
    words = f'"<bdi>{_text(line.words)}</bdi>"'
    return f'<p class="quote"><span class="speaker">{SPEAKER}</span> {words}</p>\n'


def _table(table: Table) -> str:
    header = "".join(_tag("th", cell, ' scope="col"') for cell in table.header)
    rows = ("".join(_tag("td", cell) for cell in row) for row in table.rows)
    return _rows("words", header, rows)


def _chart(chart: Chart) -> str:
    """Return a table with a bar at what was counted; on a phone it stands below, so that both have room."""
    title, *units = chart.table.header
    header = _tag("th", title, ' scope="col"')
    header += "".join(_tag("th", unit, ' scope="col" class="number"') for unit in units)
    most = max((number or 0 for _, *both in chart.rows for number in both), default=0)
    rows = (
        f'<th scope="row"><div><span>{_text(label)}</span>{_bar(units, numbers, most)}</div></th>\n'
        + "".join(_tag("td", number, ' class="number"') for number in numbers)
        for label, *numbers in chart.table.rows
    )
    return _rows("chart", header, rows)


def _bar(units: list[str], numbers: list[str], most: int) -> str:
    """Return the bar of one row; hidden from who listens, for the numbers stand beside it."""
    title = "; ".join(f"{unit}: {number}" for unit, number in zip(units, numbers, strict=True) if number)
    shapes = zip(('class="now" height="7"', 'class="before" y="8" height="3"'), numbers, strict=False)
    bars = "".join(f'<rect {shape} width="{number or 0}"/>' for shape, number in shapes)
    view = f'viewBox="0 0 {most or 1} 11" preserveAspectRatio="none"'
    return f'<svg aria-hidden="true" {view}><title>{_text(title)}</title>{bars}</svg>'


def _rows(name: str, header: str, rows: Iterable[str]) -> str:
    body = "".join(f"<tr>\n{row}</tr>\n" for row in rows)
    return (
        f'<table class="{name}">\n<thead>\n<tr>\n{header}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table>\n'
    )
