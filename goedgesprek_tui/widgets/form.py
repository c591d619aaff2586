"""The parts of a form: a question with a line to type in, or with a few answers to choose from."""

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from goedgesprek_tui.text import one_line
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.recorder import LineInput


class Field(Vertical):
    """A question, a line, and under it room for how the line is understood.

    `key` is also the id of the line. What of the line is `stored` is known, so that a screen can store it
    when it is left.
    """

    class Entered(Message):
        """Enter was pressed in the line."""

        def __init__(self, field: "Field") -> None:
            """Carry which one."""
            super().__init__()
            self.field = field

    class Typed(Message):
        """The line changed."""

        def __init__(self, field: "Field") -> None:
            """Carry which one."""
            super().__init__()
            self.field = field

    def __init__(self, key: str, label: str, hint: str = "", value: str = "", above: bool = False) -> None:
        """Ask with a label at the left, or above the line; the hint stands in an empty line."""
        super().__init__(classes="-above" if above else "")
        self.key = key
        self.label = label
        self.stored = value
        self.line = LineInput(placeholder=hint, value=value, id=key)

    def compose(self) -> ComposeResult:
        """Show the question and the line."""
        with Container(classes="row"):
            if self.label:
                yield Static(Content(self.label), classes="label")
            yield self.line
        yield Static(classes="said")

    @property
    def text(self) -> str:
        """What is typed, as it can be stored."""
        return one_line(self.line.value).strip()

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.text != self.stored

    def put(self, text: str) -> None:
        """Show what is stored."""
        self.stored = text
        self.line.value = text
        self.line.cursor_position = len(text)

    def say(self, understood: str) -> None:
        """Show under the line how it is understood."""
        self.query_one(".said", Static).update(Content(understood))

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Turn the message of the line into ours."""
        event.stop()
        self.post_message(self.Entered(self))

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Turn the message of the line into ours."""
        event.stop()
        self.post_message(self.Typed(self))


class Options(Horizontal):
    """A question with a few answers below each other, of which the selected one counts.

    `key` is the id of the list.
    """

    class Chosen(Message):
        """An answer was chosen with Enter or the mouse."""

    def __init__(self, key: str, label: str, rows: Iterable[Row]) -> None:
        """Ask with a label at the left, the first answer selected."""
        super().__init__(classes="row")
        self.key = key
        self.label = label
        self.choices = Choices(rows, id=key)

    def compose(self) -> ComposeResult:
        """Show the question and the answers."""
        yield Static(Content(self.label), classes="label")
        yield self.choices

    @property
    def value(self) -> Any:
        """The selected answer; None while nothing is selected."""
        return self.choices.chosen.value if self.choices.chosen else None

    def put(self, value: Any) -> None:
        """Select the answer that is stored; nothing when it is not among them."""
        values = [row.value for row in self.choices.rows]
        self.choices.highlighted = values.index(value) if value in values else None

    @on(Choices.Picked)
    def chosen(self, event: Choices.Picked) -> None:
        """Turn the message of the list into ours."""
        event.stop()
        self.post_message(self.Chosen())
