"""The palette: everything that can be done on a screen, from its bindings."""

from textual.binding import Binding
from textual.screen import Screen

from goedgesprek_tui.screens.pick import Find, among
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import key_name

LOOK = Row("Licht of donker scherm", "app.look")


def palette(screen: Screen[object]) -> Find:
    """Return what finds the acts of a screen by a part of what they do; each gives its action."""
    bindings = [b for b in screen.BINDINGS if isinstance(b, Binding) and b.tooltip]
    rows = [Row(f"{b.tooltip}  {key_name(b.key)}", b.action) for b in bindings]
    return among([*rows, LOOK])
