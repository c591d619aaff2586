"""What the screens around a talk share: one line for a sentence, and undo of what was done here."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.errors import Refused
from goedgesprek_tui.models import Note
from goedgesprek_tui.screens.base import Result, TalkScreen
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.withdrawal import already_in

SHORT = 200
ERASE = (Row("Niet wissen", False), Row("Voorgoed wissen", True, "dit kan niet terug"))
AGAIN = "Het programma probeert het zelf opnieuw."
NOTHING = "Op dit scherm is niets om terug te draaien."


class SayingScreen(TalkScreen[Result]):
    """A screen on the conversation in hand that says one sentence at a time; words at risk go before it.

    Undo takes back what was done on this screen and no more, so that it never touches what is out of sight.
    `done` holds for each of those acts what it was about, the newest last.
    """

    def __init__(self, talk: Talk) -> None:
        """Show this conversation; nothing was done here yet."""
        super().__init__(talk)
        self.message = ""
        self.done: list[str] = []

    def message_line(self) -> Static:
        """Return the line for the sentence, to be laid out above the keys."""
        return Static(id="message")

    def say(self, message: str) -> None:
        """Show one sentence; it stays until the next one."""
        self.message = message
        self.show_message()

    def show_message(self) -> None:
        """Show the last sentence, or what is at risk."""
        line = self.query_one("#message", Static)
        said = f"{self.message} {self.talk.notice}".strip()
        line.update(Content(f"{self.talk.failure} {AGAIN}" if self.talk.failure else said))
        line.set_class(bool(self.talk.failure), "risk")

    def act(self, after: Conversation, about: str = "") -> None:
        """Keep a change that was made here."""
        if after.session is not self.talk.session:
            self.done.append(about)
            self.talk.change(after)

    def ask_to_erase(self, note: Note, title: str, erased: Callable[[], Conversation], said: str) -> None:
        """Erase a note for good when she is sure; not doing it is the default."""

        def take(sure: bool | None) -> None:
            if sure:
                out = already_in(self.talk.session, [note.id])
                self.talk.change(erased(), erased=True)
                self.say(f"{said} {out}".rstrip())
                self.refresh_view()

        self.app.push_screen(PickScreen(f"{title} {note.short(SHORT)}", among(ERASE)), take)

    def undo(self) -> str | None:
        """Take back what was done here last, and return what it was about; None when there is nothing."""
        if not self.done:
            self.say(NOTHING)
            return None
        try:
            after, label = self.talk.conversation.undo()
        except Refused as refused:
            self.say(str(refused))
            return None
        self.talk.change(after)
        self.say(f"Teruggedraaid: {label}.")
        return self.done.pop()
