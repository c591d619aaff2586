"""The tree a summary or report is made of, before it is written in any format; all texts in it are plain."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading inside a document; level 2 stands right under the title."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Bullet:
    """A point in a list, and the lines that stand below it in the same point."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table; every row has as many cells as the header, and a cell may be empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullet | Table


@dataclass(frozen=True)
class Document:
    """A whole document: its title, what was known beforehand as (label, value), and what follows."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
