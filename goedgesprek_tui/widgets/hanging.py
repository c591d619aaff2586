"""A text behind a mark: its further lines stand under the first, not under the mark."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """Wraps a text to the room that a mark leaves beside it."""

    def __init__(self, mark: Content, text: Content) -> None:
        """Put this text behind this mark."""
        self.mark = mark
        self.text = text

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines."""
        before = self.mark.cell_length
        lines = self.text.render_strips(self._room(width), height, style, options)
        first = self.mark.render_strips(before, 1, style, options)
        below = [Strip.blank(before, style.rich_style)] * (len(lines) - 1)
        return [Strip.join(pair) for pair in zip((*first, *below), lines, strict=True)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return how wide it is on one line."""
        return self.mark.cell_length + self.text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes at this width."""
        return self.text.get_height(rules, self._room(width))

    def _room(self, width: int) -> int:
        return max(width - self.mark.cell_length, 1)
