"""The tree a summary or report is made of, before it is written in any format; all texts in it are plain."""

from dataclasses import dataclass

SPEAKER = "Ouder:"


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
class Quote:
    """What a parent said, word for word; as a string it is the line that stands for it in any format."""

    words: str

    def __str__(self) -> str:
        """Return the line: who said it, and the words between quotation marks."""
        return f'{SPEAKER} "{self.words}"'


@dataclass(frozen=True)
class Aside:
    """A remark on what stands around it, such as in how many conversations it was heard; in italics."""

    text: str


@dataclass(frozen=True)
class Bullet:
    """A point in a list, and the lines that stand below it in the same point."""

    text: str | Quote
    under: tuple[str | Quote, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table; every row has as many cells as the header, and a cell may be empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """Numbers to be compared by eye: what it is, how many, and how many in the period before, if known.

    `unit` is the word for what was counted, such as `gesprekken`.
    """

    title: str
    unit: str
    rows: tuple[tuple[str, int, int | None], ...]

    @property
    def table(self) -> Table:
        """The same as a table; without a column for the period before when nothing is known of it."""
        rows = [(label, str(now), "" if before is None else str(before)) for label, now, before in self.rows]
        width = 3 if any(before for *_, before in rows) else 2
        header = (self.title, self.unit, "vorige periode")
        return Table(header[:width], tuple(row[:width] for row in rows))


Block = Heading | Paragraph | Quote | Aside | Bullet | Table | Chart


@dataclass(frozen=True)
class Document:
    """A whole document: its title, what was known beforehand as (label, value), and what follows."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
