"""Choosing a simulated parent to practise with."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.exercises.dialogue import Dialogue
from goedgesprek_tui.folders import own_exercises
from goedgesprek_tui.practice.meeting import Meeting
from goedgesprek_tui.prompts import Broken, load_exercises
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

LEVELS = {1: "om te beginnen", 2: "wat lastiger", 3: "lastig"}
AT_ONCE = "Na elke vraag zie je hoe schoon hij was."
AT_THE_END = "Pas na het gesprek zie je hoe schoon je vragen waren."


class ParentsScreen(Page[None]):
    """Offers the parents, the easiest first; the talk with one comes back here."""

    BINDINGS = [
        Binding("o,O", "judge", "oordeel nu of later", id="oordeel", tooltip="Wanneer je het oordeel ziet"),
        Binding("escape", "dismiss", "terug", id="terug", tooltip="Terug naar oefenen"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Offer the parents that come with the program, and those in the folder of this desk."""
        super().__init__()
        self.desk = desk
        self.at_once = True

    def compose(self) -> ComposeResult:
        """Show the parents, and when one is told how clean a question was."""
        yield Static(Content.styled("Met wie wil je oefenen?", "bold"), classes="top")
        yield Choices()
        yield Static(id="about")
        yield Static(Content(AT_ONCE), id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "beginnen")))

    @work
    async def on_mount(self) -> None:
        """Take the keys, and read the dialogues beside them."""
        choices = self.query_one(Choices)
        choices.focus()
        found = await asyncio.to_thread(load_exercises, own_exercises(self.desk.folder))
        dialogues = sorted(found.dialogues, key=lambda one: one.level)
        choices.show([*map(parent_row, dialogues), *map(broken_row, found.broken)])

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Show the whole situation of the selected parent."""
        dialogue = self.query_one(Choices).rows[event.option_index].value
        self.query_one("#about", Static).update(Content(dialogue.situation if dialogue else ""))

    @on(Choices.Picked)
    def begin(self, event: Choices.Picked) -> None:
        """Begin a talk; a file with a fault cannot be chosen."""
        from goedgesprek_tui.screens.parent_talk import ParentTalkScreen

        if event.row.value:
            talk = ParentTalkScreen(self.desk, Meeting(event.row.value), self.at_once)
            self.app.push_screen(talk)

    def action_judge(self) -> None:
        """Tell how clean a question was at once, or only after the talk."""
        self.at_once = not self.at_once
        self.query_one("#message", Static).update(Content(AT_ONCE if self.at_once else AT_THE_END))


def parent_row(dialogue: Dialogue) -> Row:
    """Return the row of a parent."""
    return Row(f"{dialogue.parent}: {dialogue.topic}", dialogue, LEVELS[dialogue.level])


def broken_row(broken: Broken) -> Row:
    """Return the row of a file that cannot be used, with its first fault."""
    return Row(f"{broken.path.name} is niet te gebruiken", None, str(broken.faults[0]))
