"""Documents and texts to try every way of writing a document with."""

from hypothesis import strategies as st

from goedgesprek_tui.exports.document import Aside, Bullet, Chart, Document, Heading, Paragraph, Quote, Table
from goedgesprek_tui.text import printable

STARTS = "# ## - + * 1. 1) 007. > --- *** ___ === = -- :- :-: ~~~ ``` | |- |---|".split()
BLOCKS = [
    mark for start in STARTS for mark in (start, f"{start} Einde", f"Einde {start}", f"{start} {start}")
]
INLINE = (
    "* _ ** **x** _x_ ` ``x`` ~~x~~ ~x~ \\ \\\\ x\\ \\n \\# a|b a\\|b {{x}} {X} :smile: $x$ x^2^ ' \"".split()
)
HTML = [
    "<script>",
    "</style><script>x",
    "]]>",
    "&lt;",
    'a" onload="x',
    "-->",
    "</svg>",
    "</title>",
    "</p>x",
    "</p>",
    "<!-- x",
    "<b>x</b>",
    "<http://x.nl>",
    "&amp;",
    "&#35;",
    "&",
    "&nbsp",
]
LINKS = "[a](b) ![x](y) [a] [x] [/b] [^1] //localhost x.nl www.x.nl www.1x WWW.x.nl http://x".split()
LINKS += "https://x.nl/a_b?c=d ftp://x.nl a@b.nl mailto:a@b.nl goed.Nu @klas".split() + ["[a]: /b", "[ ] x"]
SPACE = [" x", "x ", "   x   ", "    x", "\tx", "x\ty", "x\t", "a\nb", "a\n\n# b", "a  \nb", " ", "a \\\nb"]
SPACE += [
    "\u0085x",
    "a\u2028b",
    "\u2028",
    "a\u2029# b",
    "\u00a0x\u00a0",
    "\u3000x\u2003",
    "\ufeffx\ufeff",
    "\u200bx",
]
WRITING = [
    "👩‍👩‍👧 thuis",
    "e\u0301é",
    "שלום ouders",
    "مرحبا",
    "\u202ex",
    "\x1b[31mx",
    "woord " * 67,
    "w" * 90,
]
PANDOC = "$$x$$ \\begin{x} ^[x] [^1]: [@klas] ::: {-} [x]{.y} `x`{.y} [x](b){#y} :+1: C# a##".split()
PANDOC += [
    "Kop {.x}",
    "Kop {#x}",
    "a. een",
    "(iv) vier",
    "12345678901. x",
    "[x] ja",
    "$5 of $10",
    ": x",
    "~ x",
]
EVERY_KIND = BLOCKS + INLINE + HTML + LINKS + SPACE + WRITING + PANDOC
HOSTILE = [text for text in map(printable, EVERY_KIND) if text]
ALPHABET = "#-+*_=~`[](){}<>!|\\&;:/.@$^'\"\t\n \u00a0\u2028\ufeff019abnlwWx"
FRAGMENTS = st.lists(st.sampled_from([*HOSTILE, *ALPHABET]), min_size=1, max_size=6).map("".join)
TEXTS = (st.text(ALPHABET, min_size=1) | FRAGMENTS | st.text(min_size=1)).map(printable).filter(bool)


def everywhere(text: str) -> Document:
    """Return a document with a text in every place there is, beside `kop`, `plek` and `tussenin`."""
    blocks = (
        Heading(2, text),
        Paragraph(text),
        Paragraph("tussenin"),
        Bullet(text),
        Bullet(text, (text, "tussenin", text)),
        Table((text, "kop"), ((text, text), ("", text), (text, ""))),
        Heading(3, text),
        Aside(text),
        Bullet("tussenin", (text, text)),
        Bullet(Quote(text), (Quote(text), text)),
        Quote(text),
        Quote(text),
        Aside(text),
        Chart(text, text, ((text, 3, 2), (text, 0, None))),
        Quote(text),
    )
    return Document(text, (("Plek", text), (text, "plek")), blocks)


def put_in(text: str, plain: list[str]) -> list[str]:
    """Return what is read of `everywhere(text)`, from what is read of `everywhere("x")`."""
    return [line if line in ("tussenin", "kop") else line.replace("x", text) for line in plain]
