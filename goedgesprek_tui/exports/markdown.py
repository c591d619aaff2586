"""A document as Markdown that renders as exactly the text it was made of, and can be read as it stands."""

import re
from collections.abc import Iterable
from itertools import pairwise

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
from goedgesprek_tui.text import printable

SPECIAL = re.compile(
    r"""
      (?P<blank> ^[\s\ufeff]+ | (?<![\s\ufeff])[\s\ufeff]+\Z  # white space that is stripped
        | [\t\n\u2028\u2029]            # or that ends a line
        | (?<=\[[ xX]\])[ ] )           # or that makes a box to tick, in pandoc even of escaped brackets
    | (?P<closing> (?<!\#)\#+\Z )       # the closing of a heading; pandoc needs no space before it
    | [\\`*_\[\]{<>&|~@$^]
    | (?<!\S)\#                         # a heading
    | ^[-+=:]                           # a list, a rule, the line under a heading or a table header
    | ^\(?(?:[0-9]+|[a-zA-Z\#]|[ivxlcdm]+|[IVXLCDM]+)[.)](?=\s|\Z)  # a numbered list, also of letters
    | :(?=[\w+-]+:)                     # a picture by its name
    | /(?=/) | (?<=[wW]{3})\. | \.(?=[^\W\d_]{2})  # an address, which some readers make a link of
    """,
    re.VERBOSE,
)
"""What could mean something in CommonMark, in GitHub's dialect or in pandoc's.

Quotation marks, dashes and dots are left alone, or every line would have some: pandoc sets them as a printer
would, and the words stay the same.
"""
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&#([0-9]{1,6});")
HARD_BREAK = "  \n"


def to_markdown(document: Document) -> str:
    """Return a document as CommonMark, with tables as in GitHub's dialect."""
    facts = (Bullet(f"{label}: {value}") for label, value in document.facts)
    blocks = (Heading(1, document.title), *facts, *document.blocks)
    return "".join(_separated(blocks))


def escaped(text: str) -> str:
    """Return text as one line of Markdown that means nothing but itself.

    Only what could mean something gets a backslash, so that the file can be read without a program; white
    space that a reader would drop becomes an entity.
    """
    return SPECIAL.sub(_escape, printable(text))


def unescaped(line: str) -> str:
    """Return a line of Markdown as the text that it was made of by `escaped`."""
    return ESCAPED.sub(lambda found: found[1] or chr(int(found[2])), line)


def _escape(found: re.Match[str]) -> str:
    part = found[0]
    if found["blank"]:
        return "".join(f"&#{ord(c)};" for c in part)
    if found["closing"]:
        return "\\#" * len(part)
    return f"{part[:-1]}\\{part[-1]}"


def _separated(blocks: tuple[Block, ...]) -> Iterable[str]:
    yield _block(blocks[0])
    for before, block in pairwise(blocks):
        yield _between(before, block)
        yield _block(block)
    yield "\n"


def _between(before: Block, block: Block) -> str:
    match before, block:
        case (Quote(), Quote()):
            return HARD_BREAK
        case (Bullet(), Bullet()) | (Heading(), Aside()):
            return "\n"
        case _:
            return "\n\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            return escaped(text)
        case Quote():
            return escaped(str(block))
        case Aside(text):
            return f"*{escaped(text)}*"
        case Bullet(text, under):
            lines = (escaped(str(line)) for line in (text, *under))
            return "- " + f"{HARD_BREAK}  ".join(lines)
        case Chart():
            return _table(block.table)
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    rule = "|" + "---|" * len(table.header)
    return "\n".join((_row(table.header), rule, *map(_row, table.rows)))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"
