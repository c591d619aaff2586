"""A practice talk: a simulated parent speaks, and you ask."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.practice.hints import hint
from goedgesprek_tui.practice.meeting import Meeting
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.parent_rows import talk_blocks
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.pocket_card import BLANK, PocketCardScreen, five_blocks
from goedgesprek_tui.text import one_line
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Lines
from goedgesprek_tui.widgets.recorder import LineInput

ASK, DONE = "typ je vraag", "het gesprek is klaar"
FIRST = "Typ een vraag en druk op Enter. Weet je het niet? F2 geeft een hint."
AT_ONCE = "Na elke vraag zie je hoe schoon hij was."
LATER = "Hoe schoon je vragen waren, zie je pas bij het terugkijken."
SILENT = "Je vroeg niets. {seen}"
A_TALK = 3
NOT_SAVED = "Dit oefengesprek is niet opgeslagen."
NOTHING_BACK = "Er is nog geen vraag om terug te nemen."
BACK = "Je nam je vraag terug. Verander hem, of vraag iets anders."
ARRIVED = "{insight} Enter: terugkijken op het gesprek."
LEFT = "{parent} is weggegaan. ^Z neemt je laatste vraag terug; Enter: terugkijken op het gesprek."


class ParentTalkScreen(Page[None]):
    """Holds a talk with a simulated parent, and looks back on it when it is over or has been left."""

    BINDINGS = [
        Binding("f2", "hint", "hint", id="hint", tooltip="Woorden van de ouder; nog eens: een hele vraag"),
        Binding("ctrl+z", "take_back", "terugnemen", id="terugnemen", tooltip="Je laatste vraag terugnemen"),
        Binding("f1", "card", "de vijf vragen", id="kaartje", tooltip="De vijf vragen, en wat je laat"),
        Binding("escape", "look_back", "terugkijken", id="terugkijken", tooltip="Stoppen en terugkijken"),
        Binding("f3", "judge", "oordeel", id="oordeel", tooltip="Het oordeel na elke vraag, of pas later"),
    ]

    def __init__(self, desk: Desk, meeting: Meeting, at_once: bool) -> None:
        """Go on with this talk; `at_once` tells after each question how clean it was."""
        super().__init__()
        self.desk = desk
        self.meeting = meeting
        self.at_once = at_once
        self.asking = False
        self.hinted = 0
        self.saved: Meeting | None = None

    def compose(self) -> ComposeResult:
        """Show who speaks about what, the talk, a sentence, and the line to ask in."""
        dialogue = self.meeting.dialogue
        with Horizontal(classes="two-sides"):
            about = Content.assemble((dialogue.parent, "bold"), (f" · {dialogue.topic}", "$muted"))
            yield Static(about, classes="left")
            yield Static(id="state", classes="right")
        with VerticalScroll(id="talk", can_focus=False):
            yield Lines()
        yield Static(id="message")
        with Vertical(classes="framed"):
            yield LineInput(placeholder=ASK)
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "vragen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(LineInput).focus()
        self.show_talk()
        self.say(FIRST)

    def say(self, message: str) -> None:
        """Show one sentence; it stays until the next one, and the newest answer stays in sight above it."""
        self.query_one("#message", Static).update(Content(message))
        self.call_after_refresh(self.query_one("#talk", VerticalScroll).scroll_end, animate=False)

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Ask what was typed, or wait when that is nothing; a second Enter waits for the answer."""
        if self.meeting.over:
            self.action_look_back()
        elif not self.asking:
            self.asking = True
            event.input.value = ""
            self.ask(one_line(event.value).strip())

    @work
    async def ask(self, question: str) -> None:
        """Let the parent answer; what she hears in a question is worked out beside the event loop."""
        before = self.meeting
        after = await asyncio.to_thread(before.ask, question)
        self.asking = False
        if self.meeting is not before:
            return
        if after is before:
            self.say(SILENT.format(seen=before.waits()))
            return
        self.go_on_with(after)

    def go_on_with(self, meeting: Meeting) -> None:
        """Show how the talk stands now."""
        self.meeting = meeting
        self.hinted = 0
        self.query_one(LineInput).placeholder = DONE if meeting.over else ASK
        self.show_talk()
        self.say(ending(meeting))

    def action_hint(self) -> None:
        """Show the parent's words to pick from; the second time a whole question."""
        if not self.meeting.over:
            self.hinted += 1
            self.give_hint(self.hinted > 1)

    @work(exclusive=True, group="hint")
    async def give_hint(self, whole: bool) -> None:
        """Work out a hint beside the event loop, and show it while the talk stands as it did."""
        before = self.meeting
        found = await asyncio.to_thread(hint, before, self.desk.prompts.questions)
        if self.meeting is not before:
            return
        if whole and found.question:
            self.say(f"Je zou kunnen vragen: {found.question}")
        else:
            words = " · ".join(found.words)
            self.say(f"{found.sounds} Woorden van de ouder: {words}\nF2 geeft een hele vraag.")

    def action_take_back(self) -> None:
        """Take the last question back, and put it in the line to be changed when that is empty."""
        if not self.meeting.exchanges:
            self.say(NOTHING_BACK)
            return
        line = self.query_one(LineInput)
        if not line.value:
            line.value = self.meeting.exchanges[-1].question
            line.cursor_position = len(line.value)
        self.go_on_with(self.meeting.take_back())
        self.say(BACK)

    def action_card(self) -> None:
        """Show the five questions, and what to leave."""
        self.app.push_screen(PocketCardScreen(self.desk.prompts.questions))

    def action_judge(self) -> None:
        """Tell how clean a question was at once, or only afterwards."""
        self.at_once = not self.at_once
        self.show_talk()
        self.say(AT_ONCE if self.at_once else LATER)

    @work(exclusive=True, group="look-back")
    async def action_look_back(self) -> None:
        """Look back on the talk; without a question there is nothing to look back on."""
        from goedgesprek_tui.screens.parent_after import ParentAfterScreen

        choice: str | None = None
        if self.meeting.exchanges:
            after = ParentAfterScreen(self.desk, self.meeting)
            choice = await self.app.push_screen_wait(after)
            self.saved = self.meeting if after.saved else self.saved
        if choice == "opnieuw":
            self.query_one(LineInput).value = ""
            self.go_on_with(Meeting(self.meeting.dialogue))
            self.say(FIRST)
        elif choice != "verder" and await self.may_stop():
            self.dismiss()

    async def may_stop(self) -> bool:
        """Ask before a talk of some questions is thrown away; going back is the default."""
        if len(self.meeting.exchanges) < A_TALK or self.meeting is self.saved:
            return True
        rows = [
            Row("Terug", False, "O bij het terugkijken slaat het op"),
            Row("Weg", True, "het gesprek was een oefening"),
        ]
        return bool(await self.app.push_screen_wait(PickScreen(NOT_SAVED, among(rows))))

    def show_talk(self) -> None:
        """Show the talk with the newest answer in sight, and how the parent is."""
        state = Content.styled(state_of(self.meeting), "$muted")
        self.query_one("#state", Static).update(state)
        questions = self.desk.prompts.questions
        blocks = [*talk_blocks(self.meeting, questions if self.at_once else None)]
        blocks += () if self.meeting.exchanges else (BLANK, *five_blocks(questions, "$muted"))
        self.query_one(Lines).show(Content(), blocks)


def ending(meeting: Meeting) -> str:
    """Return what to say of a talk that is over; empty for one that goes on."""
    if meeting.arrived:
        return ARRIVED.format(insight=meeting.step.insight)
    return LEFT.format(parent=meeting.dialogue.parent) if meeting.left else ""


def state_of(meeting: Meeting) -> str:
    """Return in a few words how a talk stands."""
    number = len(meeting.exchanges)
    if meeting.shut and not meeting.over:
        return f"{meeting.dialogue.parent} is dichtgegaan"
    return f"vraag {number + 1}" if not meeting.over else "klaar"
