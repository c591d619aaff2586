"""The line of keys at the bottom of every screen."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

SHORT = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
    "space": "Spatie",
    "slash": "/",
}


def key_name(key: str) -> str:
    """Return a key as it is printed on the keyboard: `ctrl+z` is `^Z`, `pagedown` is `PgDn`."""
    first = key.split(",")[0]
    if first.startswith("ctrl+"):
        return "^" + first[5:].upper()
    return SHORT.get(first, first.upper())


class KeyLine(Static):
    """Shows the keys of a screen that are worth showing, and what they do: as many as fit, whole."""

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show pairs of a key, as it is printed, and a word for it, the most used first."""
        super().__init__(classes="keys")
        self.pairs = tuple(keys)

    def show(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show other keys."""
        self.pairs = tuple(keys)
        self.fit()

    def on_resize(self) -> None:
        """Show what fits."""
        self.fit()

    def fit(self) -> None:
        """Show as many keys as fit."""
        line = Content()
        for key, word in self.pairs:
            part = Content.assemble((key, "bold $secondary"), " ", (word, "$muted"))
            longer = Content.assemble(line, "  ", part) if line else part
            if longer.cell_length > self.size.width:
                break
            line = longer
        self.update(line)


def keys_of(bindings: Iterable[object], *more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return what a key line shows of a screen's bindings, after keys that are no binding."""
    shown = [b for b in bindings if isinstance(b, Binding) and b.show]
    return [*more, *((key_name(b.key), b.description) for b in shown)]
