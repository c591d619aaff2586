"""A form on the conversation in hand: every line is stored when it is left."""

from textual import events, on
from textual.binding import Binding

from goedgesprek_tui.screens.saying import SayingScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.form import Field, Options


class FormScreen(SayingScreen[None]):
    """Stores what is typed when a line is left, at Esc, and before the program ends.

    A line that cannot be stored keeps its text; leaving the screen says so once, and does it the second time.
    """

    BINDINGS = [Binding("escape", "leave", "klaar", id="form-klaar", tooltip="Klaar; alles wordt bewaard")]

    def __init__(self, talk: Talk) -> None:
        """Fill in a form of this conversation."""
        super().__init__(talk)
        self.warned = False

    def keep(self, key: str, text: str) -> bool:
        """Store what was typed in a line; return False, after saying why, when that cannot be done."""
        return True

    def store(self) -> list[Field]:
        """Store the lines that were changed, and return those that could not be."""
        for field in self.query(Field):
            if field.changed and self.keep(field.key, field.text):
                field.stored = field.text
        return [field for field in self.query(Field) if field.changed]

    def keep_draft(self) -> None:
        """Store what is typed before the program ends."""
        self.store()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Store a line when it is left."""
        if self.is_current:
            self.store()

    @on(Field.Entered)
    def entered(self, event: Field.Entered) -> None:
        """Store the line and go on; one that cannot be stored stays in sight."""
        if event.field not in self.store():
            self.go_on()

    @on(Options.Chosen)
    def go_on(self) -> None:
        """Go on to what comes next; after the last one the form is ready."""
        if self.focused is self.focus_chain[-1]:
            self.action_leave()
        else:
            self.focus_next()

    def action_leave(self) -> None:
        """Store everything and go back; what cannot be stored is shown first."""
        left = self.store()
        if left and not self.warned:
            self.warned = True
            left[0].line.focus()
        else:
            self.dismiss()

    def refresh_view(self) -> None:
        """Show whether words are at risk."""
        if self.is_mounted:
            self.show_message()
