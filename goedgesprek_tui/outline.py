"""The outline of a Markdown file of `prompts`: front matter, title, sections and blocks, each with its line.

Everything such a file may not hold (a table, HTML, a heading of another level) becomes a fault here; what
the blocks mean is for the parsers that stand on this module.
"""

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

from goedgesprek_tui.faults import Fault, ScriptError, check_size
from goedgesprek_tui.front import Front, read_front
from goedgesprek_tui.text import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

UNKNOWN = {
    "table": "een tabel",
    "fence": "een codeblok",
    "code_block": "een regel die te ver inspringt",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "een plaatje",
    "hr": "een streep",
}
MENDS = {
    "code_block": "Haal de spaties voor de regel weg.",
    "html_block": "Haal het weg; wil je het teken < laten zien, schrijf dan &lt;.",
    "html_inline": "Haal het weg; wil je het teken < laten zien, schrijf dan &lt;.",
}
REMOVE = "Haal het weg; alleen koppen, alinea's, >, 1. en - mogen erin."
LOOSE = "Zet dit op een eigen regel, met een lege regel erboven en zonder spaties ervoor."


@dataclass(frozen=True)
class Item:
    """A piece of running text: its lines as plain text, and in a list the bullets under it."""

    line: int
    lines: tuple[str, ...] = ()
    under: tuple["Item", ...] = ()

    @cached_property
    def text(self) -> str:
        """The whole text on one line."""
        return one_line(" ".join(self.lines)).strip()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one item), a quote (an item per paragraph) or a list; `start` is its first number."""

    kind: Literal["paragraph", "quote", "numbered", "bullets"]
    line: int
    items: tuple[Item, ...]
    start: int = 1


@dataclass(slots=True)
class Section:
    """A `##` heading and the blocks under it."""

    heading: Item
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """What a file holds and what is wrong with it so far; `intro` is what stands above the first `##`."""

    front: Front = field(default_factory=dict)
    title: Item | None = None
    intro: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, problem: str, mend: str) -> None:
        """Note that something is wrong."""
        self.faults.append(Fault(line, problem, mend))

    def check(self) -> None:
        """Raise ScriptError if anything was wrong."""
        if self.faults:
            raise ScriptError(self.faults)


def read_outline(text: str) -> Outline:
    """Return the outline of a Markdown text; raise ScriptError only when it is too large to read."""
    check_size(len(text))
    outline = Outline()
    text = text.removeprefix("\ufeff")
    nodes = _tree(_markdown().parse(text)) if text else []
    if nodes and nodes[0].kind == "front_matter":
        outline.front, faults = read_front(nodes.pop(0).token.content)
        outline.faults += faults
    else:
        _no_front(outline, text)
        while text.startswith("---") and nodes and nodes[0].kind != "heading":
            nodes.pop(0)
    for node in nodes:
        _read(outline, node)
    if not (outline.title and outline.title.text):
        line = nodes[0].line if nodes else 1
        outline.fault(line, "De titel ontbreekt.", "Zet onder het blok bovenaan een regel met # en de naam.")
    return outline


@cache
def _markdown() -> "MarkdownIt":
    """Return the parser; without link references, because a line `[ja]: …` would vanish silently."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.front_matter import front_matter_plugin

    return MarkdownIt("commonmark").enable("table").disable("reference").use(front_matter_plugin)


@dataclass(slots=True)
class _Node:
    """A token with what it holds; markdown-it's own tree also nests inline marks, without a limit."""

    token: "Token"
    children: list["_Node"] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.token.type.removesuffix("_open")

    @property
    def line(self) -> int:
        return self.token.map[0] + 1 if self.token.map else 1


def _tree(tokens: list["Token"]) -> list[_Node]:
    top: list[_Node] = []
    stack = [top]
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        node = _Node(token)
        stack[-1].append(node)
        if token.nesting > 0:
            stack.append(node.children)
    return top


def _no_front(outline: Outline, text: str) -> None:
    if text.startswith("---"):
        outline.fault(1, "Het blok bovenaan is niet af.", "Zet onder de laatste regel van het blok weer ---.")
    else:
        problem = "Het bestand begint niet met een blok tussen twee regels met ---."
        outline.fault(1, problem, "Zet bovenaan een regel ---, dan naam: en de titel, en daaronder weer ---.")


def _read(outline: Outline, node: _Node) -> None:
    if node.kind == "heading":
        _read_heading(outline, node)
    elif not (block := _block(outline, node)):
        return
    elif outline.sections:
        outline.sections[-1].blocks.append(block)
    else:
        outline.intro.append(block)


def _read_heading(outline: Outline, node: _Node) -> None:
    heading, markup = _item(outline, node), node.token.markup
    if markup in ("-", "="):
        _underlined(outline, node)
    elif markup == "##":
        outline.sections.append(Section(heading))
    elif markup == "#" and outline.title is None and not outline.sections:
        outline.title = heading
        for block in outline.intro:
            outline.fault(block.line, "Deze tekst staat boven de titel.", "Zet hem eronder.")
    else:
        problem = f"Een kop met {markup} mag hier niet."
        outline.fault(heading.line, problem, "Maak er ## van, of een gewone alinea.")


def _block(outline: Outline, node: _Node) -> Block | None:
    match node.kind:
        case "paragraph":
            return Block("paragraph", node.line, (_item(outline, node),))
        case "blockquote":
            return Block("quote", node.line, _quote(outline, node))
        case "bullet_list":
            return Block("bullets", node.line, _list(outline, node))
        case "ordered_list":
            start = int(node.token.attrs.get("start", 1))
            return Block("numbered", node.line, _list(outline, node), start)
    _unknown(outline, node.line, node.kind)
    return None


def _quote(outline: Outline, node: _Node) -> tuple[Item, ...]:
    for child in node.children:
        if child.kind != "paragraph":
            _misplaced(outline, child, "Achter > mag alleen gewone tekst staan.")
    return tuple(_item(outline, child) for child in node.children if child.kind == "paragraph")


def _list(outline: Outline, node: _Node, nested: bool = False) -> tuple[Item, ...]:
    return tuple(_list_item(outline, item, nested) for item in node.children)


def _list_item(outline: Outline, node: _Node, nested: bool) -> Item:
    """Return a line of a list, with the bullets under it: those may hold nothing but text."""
    lines: tuple[str, ...] = ()
    under: tuple[Item, ...] = ()
    for place, child in enumerate(node.children):
        if child.kind == "paragraph" and place == 0:
            lines = _item(outline, child).lines
        elif child.kind == "bullet_list" and not nested:
            under += _list(outline, child, nested=True)
        else:
            _misplaced(outline, child, "In een lijst mogen alleen tekst en streepjes staan.")
    return Item(node.line, lines, under)


def _item(outline: Outline, node: _Node) -> Item:
    """Return the text of a paragraph or heading: of emphasis and links only the words."""
    lines = [""]
    for token in node.children[0].token.children or ():
        if token.type in ("softbreak", "hardbreak"):
            lines.append("")
        elif token.type in UNKNOWN:
            _unknown(outline, node.line + len(lines) - 1, token.type)
        elif token.type in ("text", "code_inline"):
            lines[-1] += token.content
    return Item(node.line, tuple(lines))


def _underlined(outline: Outline, node: _Node) -> None:
    outline.fault(node.line, "De streepjes onder deze tekst maken er een kop van.", "Haal de streepjes weg.")


def _misplaced(outline: Outline, node: _Node, problem: str) -> None:
    if node.kind in UNKNOWN:
        _unknown(outline, node.line, node.kind)
    elif node.token.markup in ("-", "=") and node.kind == "heading":
        _underlined(outline, node)
    else:
        outline.fault(node.line, problem, LOOSE)


def _unknown(outline: Outline, line: int, kind: str) -> None:
    outline.fault(line, f"Hier staat {UNKNOWN.get(kind, kind)}.", MENDS.get(kind, REMOVE))
