"""Choosing the notes of a topic that come to stand under another one."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.review.counting import Heard, TopicCount
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

ON, OFF = "[x]", "[ ]"
WHOLE = 400
NONE_YET = "Zet met de spatiebalk een kruisje bij de notities die onder een ander thema horen."


class SplitScreen(Page[frozenset[str] | None]):
    """Gives the ids of the notes that were marked, or None to go back."""

    BINDINGS = [
        Binding("space", "mark", show=False, id="splitsen-merken", tooltip="Deze notitie wel of niet"),
        Binding("escape", "dismiss(None)", "terug", id="splitsen-terug", tooltip="Niets splitsen"),
    ]

    def __init__(self, topic: TopicCount) -> None:
        """Show what was heard of this topic."""
        super().__init__()
        self.topic = topic
        self.marked: set[str] = set()

    def compose(self) -> ComposeResult:
        """Show the topic, its notes, and how many are marked."""
        yield Static(Content.styled(f"{self.topic.name} splitsen", "bold"), classes="top")
        yield Choices(map(self._row, self.topic.heard))
        yield Static(Content(NONE_YET), id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("spatie", "kruisje"), ("Enter", "verder")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def action_mark(self) -> None:
        """Mark the selected note, or take the mark off."""
        choices = self.query_one(Choices)
        if choices.highlighted is not None:
            heard = self.topic.heard[choices.highlighted]
            self.marked ^= {heard.note.id}
            choices.put(self._row(heard))
            number = count(len(self.marked), "notitie", "notities")
            self._say(f"{number} gekozen. Met Enter kies je het andere thema." if self.marked else NONE_YET)

    @on(Choices.Picked)
    def give(self) -> None:
        """Give what was marked; when nothing was, say how that is done."""
        if self.marked:
            self.dismiss(frozenset(self.marked))
        else:
            self._say(NONE_YET)

    def _row(self, heard: Heard) -> Row:
        session, note = heard
        mark = ON if note.id in self.marked else OFF
        where = f"{session.title}, {dutch_date(session.started.date())}"
        return Row(f"{mark} {note.short(WHOLE)}", note.id, where)

    def _say(self, message: str) -> None:
        self.query_one("#message", Static).update(Content(message))
