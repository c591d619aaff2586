"""The line in which is typed what parents say: always ready, and nothing in it is ever thrown away."""

import re
from collections.abc import Callable

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, Static

from goedgesprek_tui.text import one_line

TAG_AT_CURSOR = re.compile(r"(?:^|(?<=\s))#(?P<typed>\w[\w'’-]*)$")


class LineInput(Input):
    """An Input for sentences: a paste of many lines becomes one, and getting the focus selects nothing."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """The width of the line and its height. A longer line moves nothing else on the screen; Input would
    have the whole screen laid out anew at each key, which costs more the more there is on it."""

    def __init__(
        self, *, placeholder: str = "", value: str = "", secret: bool = False, id: str | None = None
    ) -> None:
        """Begin with a value, the cursor behind it; what is typed in a `secret` line is not shown."""
        super().__init__(value, placeholder=placeholder, password=secret, select_on_focus=False, id=id)

    async def _on_key(self, event: events.Key) -> None:
        """Obey every key in the order in which it was typed, between the letters.

        Left alone, Input takes letters at once and lets other keys wait, so that typing overtakes Enter.
        """
        if not event.is_printable and await self.app._check_bindings(event.key):
            event.stop()
            event.prevent_default()

    def action_copy(self) -> None:
        """Copy what is selected; of a secret line nothing goes to a clipboard that others can read."""
        if self.password:
            raise SkipAction()
        super().action_copy()

    def action_cut(self) -> None:
        """Cut what is selected; of a secret line nothing."""
        if not self.password:
            super().action_cut()

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(one_line(event.text.rstrip("\r\n") if self.password else event.text), *self.selection)


class TalkInput(LineInput):
    """The line of the talk: Enter hands it over and empties it at once, before a next key can come."""

    def __init__(self, hand_over: Callable[[str], None], placeholder: str) -> None:
        """Hand lines over to this function: a message would let the next key go first."""
        super().__init__(placeholder=placeholder)
        self.hand_over = hand_over

    async def action_submit(self) -> None:
        """Hand over the line."""
        text, self.value = self.value, ""
        self.hand_over(text)


class Recorder(Horizontal):
    """One input with, at its end, how the line is understood; Enter hands it over."""

    class Typed(Message):
        """The line changed."""

        def __init__(self, text: str) -> None:
            """Carry the line as it is now."""
            super().__init__()
            self.text = text

    def __init__(self, hand_over: Callable[[str], None], placeholder: str = "typ wat een ouder zegt") -> None:
        """Hand lines over to this function; the input is empty then."""
        super().__init__()
        self.hand_over = hand_over
        self.placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Show the input, and room for kind and topics."""
        yield TalkInput(self.hand_over, self.placeholder)
        yield Static(classes="understood")

    @property
    def input(self) -> LineInput:
        """The input."""
        return self.query_one(LineInput)

    @property
    def text(self) -> str:
        """The line as it stands."""
        return self.input.value

    def put(self, text: str) -> None:
        """Put another line in, the cursor at its end."""
        self.input.value = text
        self.input.cursor_position = len(text)

    def put_back(self, text: str) -> None:
        """Put a line back in front of what was typed since; that counts as nothing new typed."""
        with self.input.prevent(Input.Changed):
            self.put(text + self.text)

    def understood(self, words: str) -> None:
        """Show at the end of the line what it will be."""
        label = self.query_one(".understood", Static)
        content = Content.styled(words, "$muted")
        if label.content != content:
            label.update(content)

    @property
    def topic_typed(self) -> str | None:
        """The beginning of a topic that is being typed behind a # at the cursor."""
        found = TAG_AT_CURSOR.search(self.text[: self.input.cursor_position])
        return found["typed"] if found else None

    def complete_topic(self, tag: str) -> None:
        """Put a whole tag in place of what was typed behind the #."""
        at = self.input.cursor_position
        before = TAG_AT_CURSOR.sub("", self.text[:at])
        rest = self.text[at:]
        self.input.value = f"{before}#{tag} {rest.lstrip()}"
        self.input.cursor_position = len(before) + len(tag) + 2

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Tell the screen what the line is now."""
        event.stop()
        self.post_message(self.Typed(event.value))
