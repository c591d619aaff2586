"""The talk itself: ask the questions, and write down what is said."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from goedgesprek_tui.asking import FollowUp, Offer
from goedgesprek_tui.commands.answer import Answer, Ask, Show
from goedgesprek_tui.commands.table import COMMANDS, command_named, usage_of
from goedgesprek_tui.commands.take import understood
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.errors import Refused
from goedgesprek_tui.line import is_command, tag_for
from goedgesprek_tui.models import Note, PhaseRole
from goedgesprek_tui.prompts import Prompts
from goedgesprek_tui.screens.base import TalkScreen
from goedgesprek_tui.screens.showing import Showing
from goedgesprek_tui.screens.signs import label_of, state_of
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.header import TalkHeader
from goedgesprek_tui.widgets.keys import KeyLine, key_name
from goedgesprek_tui.widgets.notes import NotesView
from goedgesprek_tui.widgets.prompter import Prompter
from goedgesprek_tui.widgets.recorder import Recorder

IN_FOOTER = ("volgende", "thema", "doorvragen", "ongedaan", "help", "kaart", "niet-vastleggen", "teruglezen")
DRAFT_AFTER = 1.5
CLOCK_EVERY = 5.0
TOPICS_SHOWN = 6
PICKED = "Enter: deze vraag is gesteld. Tab: pas hem eerst aan."
ON_WORDS = ("/gevraagd", "/doorvragen")


class LiveScreen(TalkScreen[str | Path]):
    """Shows the question in sight and the last notes; gives `stop`, or the folder to go on in."""

    BINDINGS = [
        *(
            Binding(c.key, f"command('{c.name}')", c.label, show=False, id=c.name, tooltip=c.help)
            for c in COMMANDS
        ),
        Binding("up", "look_back(1)", show=False, id="eerder", tooltip="Kijk naar eerdere notities"),
        Binding("down", "look_back(-1)", show=False, id="later", tooltip="Kijk naar latere notities"),
        Binding("escape", "step_back", show=False, id="stap-terug", tooltip="Eén stap terug"),
        Binding("ctrl+s", "reassure", show=False, id="bewaard", tooltip="Zeg of alles bewaard is"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (116, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-short"), (20, "-tall")]

    def __init__(self, talk: Talk, prompts: Prompts, message: str = "") -> None:
        """Hold this conversation; the prompts hold the cards, the message is what to say first."""
        super().__init__(talk)
        self.prompts = prompts
        self.showing = Showing(self)
        self.aloud = False
        self.message = message
        self.asking: Ask | None = None
        self.set_aside = ""
        self.ready = ""
        self.draft_timer: Timer | None = None
        self.laid_out = False

    def compose(self) -> ComposeResult:
        """Lay out, from top to bottom: where we are, the question, the notes, the line, the keys."""
        yield TalkHeader()
        with Container(id="middle"):
            yield Prompter()
            with Vertical(id="heard"):
                yield NotesView()
                topics = Choices(id="topics")
                topics.can_focus = False
                yield topics
        yield Static(id="message")
        yield Recorder(self.entered)
        keys = [command_named(name) for name in IN_FOOTER]
        yield KeyLine([("Enter", "opslaan"), *((key_name(c.key), c.label) for c in keys if c)])

    def on_mount(self) -> None:
        """Put the half-typed line back, and start the quiet clock."""
        recorder = self.query_one(Recorder)
        recorder.put(self.talk.session.draft)
        recorder.input.focus()
        self.laid_out = True
        self.set_interval(CLOCK_EVERY, self.refresh_clock)
        if self.talk.session.draft and not self.message:
            self.say("Hier was je gebleven; de regel die je aan het typen was, staat er nog.")

    # --- what is typed ------------------------------------------------------------------------

    def entered(self, typed: str) -> None:
        """Do what a line says that was typed, and make room for the next one."""
        if self.asking:
            self.answer(typed)
        elif typed.strip().isdecimal() and len(typed.strip()) == 1:
            self.pick_digit(int(typed))
        else:
            self.perform(typed)

    def perform(self, typed: str, from_line: bool = True) -> None:
        """Do what a line says; a refused line stays where it was typed."""
        was_off = self.talk.conversation.off_record
        answer = self.talk.take(typed)
        if was_off and not answer.conversation.off_record:
            self.query_one(Recorder).put("")
            self.set_aside = ""
        if from_line and answer.refused:
            self.query_one(Recorder).put_back(typed)
        elif from_line and not answer.ask:
            self.put_back()
        self.follow(answer)

    def put_back(self) -> None:
        """Put the half-typed line back that was set aside for a command."""
        self.query_one(Recorder).put_back(self.set_aside)
        self.set_aside = ""

    def follow(self, answer: Answer) -> None:
        """Show what came of a line."""
        self.say(answer.message if answer.show in (None, Show.END) else "")
        self.aloud = False if answer.show is Show.PLACE else self.aloud
        self.asking = answer.ask
        if answer.erased:
            self.forget_words()
        if answer.ask:
            self.say(answer.ask.question)
        if answer.show:
            self.showing.show(answer)
        self.keep_draft()
        self.refresh_view()

    def forget_words(self) -> None:
        """Empty a line, also one set aside, that may hold words which were erased."""
        recorder = self.query_one(Recorder)
        if recorder.text.startswith(ON_WORDS):
            recorder.put("")
        if self.set_aside.startswith(ON_WORDS):
            self.set_aside = ""

    def answer(self, typed: str) -> None:
        """Take the line as the answer to what was asked; only yes does it, and other words stay."""
        asking, self.asking = self.asking, None
        said = typed.strip().casefold()
        if said in ("ja", "j") and asking:
            self.put_back()
            answer = asking.when_yes(self.talk.conversation)
            self.talk.change(answer.conversation, erased=answer.erased)
            self.follow(answer)
        elif said in ("nee", "n", ""):
            self.put_back()
            self.say("Niet gedaan.")
        else:
            self.perform(typed)

    def pick_digit(self, digit: int) -> None:
        """Take a lone digit: what the group says on consent, else a follow-up that was asked."""
        question = self.talk.conversation.question
        contract = self.talk.conversation.phase.role is PhaseRole.CONTRACT
        if contract and question and question.asks_consent and digit in (1, 2):
            self.perform(f"/toestemming alle {'ja' if digit == 1 else 'kern'}")
            return
        made = self.follow_up(str(digit))
        if made:
            self.perform(f"/gevraagd {made.text}")
        else:
            self.say(f"Er staat nu geen doorvraag {digit}.")

    @property
    def offer(self) -> Offer | None:
        """What there is to ask on, as far as it is in sight."""
        return None if self.aloud or self.asking else self.talk.offer

    def follow_up(self, typed: str) -> FollowUp | None:
        """Return the follow-up in sight that a lone digit in the line means."""
        typed = typed.strip()
        number = int(typed) if typed.isdecimal() and len(typed) == 1 else 0
        offer = self.offer if number else None
        made = offer.follow_ups if offer else ()
        return made[number - 1] if 0 < number <= len(made) else None

    @on(Recorder.Typed)
    def typed(self, event: Recorder.Typed) -> None:
        """Show how the line is understood, offer topics, and keep the line as a draft soon after."""
        self.show_understood()
        self.offer_topics(self.query_one(Recorder).topic_typed)
        if is_command(event.text) and not self.asking:
            self.say(usage_of(event.text))
        elif self.follow_up(event.text):
            self.say(PICKED)
        elif (
            self.message == PICKED
            or event.text not in ("", self.talk.session.draft)
            and self.message
            and not self.asking
        ):
            self.say("")
        if not self.draft_timer:
            self.draft_timer = self.set_timer(DRAFT_AFTER, self.keep_draft)

    def show_understood(self) -> None:
        """Show at the end of the line what it will be."""
        recorder = self.query_one(Recorder)
        if self.asking:
            recorder.understood("ja of nee")
        elif self.follow_up(recorder.text):
            recorder.understood("doorvraag")
        else:
            recorder.understood(understood(self.talk.conversation, recorder.text, self.talk.setting))

    def keep_draft(self) -> None:
        """Store the half-typed line; a line set aside for a command counts as well."""
        self.draft_timer = None
        line = self.set_aside or self.query_one(Recorder).text
        self.talk.change(self.talk.conversation.drafted(line))

    def offer_topics(self, typed: str | None) -> None:
        """Show the topics that begin with what is typed behind a #."""
        choices = self.query_one("#topics", Choices)
        found = self.talk.topics.starting(typed)[:TOPICS_SHOWN] if typed else []
        if found or choices.display:
            choices.show(Row(topic.name, tag_for(topic)) for topic in found)
            choices.display = bool(found)

    # --- keys ---------------------------------------------------------------------------------

    def action_command(self, name: str) -> None:
        """Do a command by its key; one that needs words is put ready in the line."""
        topics = self.query_one("#topics", Choices)
        if name == "zeg" and topics.display and topics.chosen:
            self.query_one(Recorder).complete_topic(topics.chosen.value)
            return
        command = command_named(name)
        if not command:
            return
        if name == "zeg" and (made := self.follow_up(self.query_one(Recorder).text)):
            self.query_one(Recorder).put(f"/gevraagd {made.text}")
            return
        line = self.query_one(Recorder)
        note = self.query_one(NotesView).selected if command.on_note else None
        if name == "thema" and not note and line.text.strip() and not line.text.startswith("/"):
            self.showing.topic_for_line()
        elif command.start:
            self.put_ready(command.start, note)
        else:
            self.perform(f"/{name} {note.number}" if note else f"/{name}", from_line=False)

    def put_ready(self, start: Callable[[Conversation, Note | None], str], note: Note | None) -> None:
        """Put a command in the line to be filled in; what was half typed waits."""
        line = self.query_one(Recorder)
        try:
            ready = start(self.talk.conversation, note)
        except Refused as refused:
            self.say(str(refused))
            return
        if not is_command(line.text) or line.text not in ("", self.ready):
            self.set_aside = " ".join(part for part in (self.set_aside, line.text) if part)
        self.ready = ready
        line.put(ready)

    def action_look_back(self, by: int) -> None:
        """Move in the topic list when it is open, else over what is read aloud or over the notes."""
        topics = self.query_one("#topics", Choices)
        if topics.display:
            topics.action_cursor_up() if by > 0 else topics.action_cursor_down()
        elif self.aloud or not self.talk.session.shown:
            self.query_one(Prompter).scroll_relative(y=-3 * by, animate=False, immediate=True)
            self.show_message()
        else:
            self.query_one(NotesView).scroll_notes(by)

    def action_step_back(self) -> None:
        """Close what is open: the topic list, a question, a command being typed, the reading aloud."""
        recorder = self.query_one(Recorder)
        topics = self.query_one("#topics", Choices)
        if topics.display:
            topics.display = False
        elif self.asking or is_command(recorder.text):
            self.asking = None
            recorder.put("")
            self.put_back()
            self.say("")
        elif self.aloud:
            self.aloud = False
            self.refresh_view()
        else:
            self.query_one(NotesView).scroll_notes(-len(self.talk.session.notes))

    def action_reassure(self) -> None:
        """Say whether everything is on the disk."""
        self.keep_draft()
        if self.talk.all_safe:
            self.say("Alles is al bewaard. Dat gaat vanzelf, bij elke Enter.")
        else:
            self.say(self.risk or "Het laatste is bijna bewaard; dat gaat vanzelf.")

    # --- what is shown ------------------------------------------------------------------------

    @property
    def risk(self) -> str:
        """Why the last words are not on the disk, with the way out that there is here; "" when they are."""
        return self.talk.failed.with_way_out("/map") if self.talk.failed else ""

    def say(self, message: str) -> None:
        """Show one sentence above the line; it goes with the next key, but for words at risk."""
        self.message = message
        self.show_message()

    def show_message(self) -> None:
        """Show what is at risk, else that nothing is kept, else the last sentence."""
        line = self.query_one("#message", Static)
        risk = self.risk
        off = "NIET VASTLEGGEN: wat je typt wordt niet bewaard. F8 zet het weer uit."
        small = "Maak het venster groter. Typen en Enter gaan gewoon door."
        more = "↓ Pijl omlaag leest verder." if self.query_one(Prompter).has_more else ""
        quiet = off if self.talk.conversation.off_record else (small if self.has_class("-tiny") else more)
        said = f"{self.message} {self.talk.notice}".strip()
        line.update(Content(risk or said or quiet))
        line.set_class(bool(risk), "risk")
        line.set_class(quiet == off and not risk and not self.message, "off-record")

    def on_resize(self) -> None:
        """Say so when the window is too small to show the question."""
        self.call_after_refresh(self.show_message)

    def refresh_clock(self) -> None:
        """Let the clock go on, quietly."""
        self.talk.tick()
        self.query_one(TalkHeader).show(self.talk.conversation, self.state())

    def refresh_view(self) -> None:
        """Show the conversation as it is now."""
        if not self.laid_out:
            return
        conversation = self.talk.conversation
        self.query_one(Prompter).show(conversation, self.aloud, self.offer)
        self.query_one(NotesView).show(conversation.session.shown, partial(label_of, self.talk))
        self.set_class(self.aloud or not conversation.session.shown, "-only-prompter")
        self.set_class(conversation.off_record, "-off-record")
        self.call_after_refresh(self.show_message)
        self.show_understood()
        self.refresh_clock()

    def state(self) -> Content:
        """Return whether words are kept, for the top of the screen."""
        return state_of(self.talk)
