"""What struck the ambassador, and what was left for a next time."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from goedgesprek_tui.reading import as_one_act
from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.text import printable
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

STORED_AFTER = 1.0
STRUCK = "Wat viel jou op? Drie regels zijn genoeg."
LEFT_OVER = "Wat bleef liggen, voor een volgende keer?"


class ReflectionScreen(SayingScreen[None]):
    """Shows two texts to write, and stores them while they are written."""

    BINDINGS = [Binding("escape", "leave", "klaar", id="terugkijken-klaar", tooltip="Klaar, alles bewaard")]

    def __init__(self, talk: Talk) -> None:
        """Show what was written before; all that is written now is one act for undo."""
        super().__init__(talk)
        self.before = talk.conversation
        self.timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Ask both, one under the other."""
        session = self.talk.session
        yield Static(Content.styled(STRUCK, "bold"), classes="top")
        yield _text(session.reflection, "reflection", "dit is alleen voor jou")
        yield Static(Content.styled(LEFT_OVER, "bold"), classes="heading")
        yield _text("\n".join(session.left_over), "left-over", "een punt per regel; dit komt in het verslag")
        yield self.message_line()
        yield KeyLine(keys_of(self.BINDINGS, ("Tab", "naar het andere veld")))

    def on_mount(self) -> None:
        """Begin behind what was written about what struck."""
        area = self.query_one("#reflection", TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def changed(self) -> None:
        """Store it a second later."""
        if not self.timer:
            self.timer = self.set_timer(STORED_AFTER, self.store)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Store a text when it is left."""
        if self.is_current:
            self.store()

    def keep_draft(self) -> None:
        """Store both texts before the program ends."""
        self.store()

    def store(self) -> None:
        """Store what changed in either text."""
        self.timer = None
        reflection = self._written("#reflection")
        points = tuple(point for line in self._written("#left-over").split("\n") if (point := line.strip()))
        session = self.talk.session
        if (reflection, points) != (session.reflection, session.left_over):
            after = self.talk.conversation.facts(reflection=reflection, left_over=points)
            self.talk.change(as_one_act(self.before, after, "wat jou opviel en wat bleef liggen"))

    def _written(self, area: str) -> str:
        return printable(self.query_one(area, TextArea).text).strip()

    def action_leave(self) -> None:
        """Store both texts and go back."""
        self.store()
        self.dismiss()

    def refresh_view(self) -> None:
        """Show whether words are at risk."""
        if self.is_mounted:
            self.show_message()


def _text(value: str, id: str, placeholder: str) -> TextArea:
    return TextArea(value, id=id, placeholder=placeholder, compact=True, highlight_cursor_line=False)
