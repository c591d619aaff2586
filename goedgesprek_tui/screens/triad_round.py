"""A round of a triad: what to watch for, and room for the questions and what comes after them."""

from collections.abc import Iterable, Iterator

from textual import on
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from goedgesprek_tui.practice.triad import Said, said
from goedgesprek_tui.practice.triad_pages import name
from goedgesprek_tui.screens.triad_ready import headed, shown
from goedgesprek_tui.screens.triad_step import STANDS, StepScreen
from goedgesprek_tui.text import one_line
from goedgesprek_tui.widgets.lines import Block, Lines
from goedgesprek_tui.widgets.recorder import Recorder

QUESTION, ANSWER = "vraag", "antwoord"
FIRST = "Typ wat je hoort. Eindigt het op een ?, dan is het een vraag."
NOTHING_BACK = "Er is nog niets opgeschreven om terug te halen."
BUSY = "In de regel staat nog iets. Druk eerst op Enter, of maak de regel leeg."
TURNED = "De laatste regel is nu een {}."


class RoundScreen(StepScreen):
    """Writes down what is asked and said, in order; Enter keeps a line."""

    BINDINGS = [
        Binding("tab", "turn", show=False, priority=True, id="soort", tooltip="Vraag of antwoord"),
        Binding("ctrl+z", "take_back", show=False, id="terughalen", tooltip="De laatste regel terughalen"),
        *StepScreen.BINDINGS,
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (116, "-wide")]
    onward = "klaar"
    turned = False
    """Whether the line being typed is of the other kind than it looks."""

    @property
    def heading(self) -> str:
        """Which round this is."""
        return f"Ronde {self.step.round + 1} van {len(self.running.triad.rounds)}"

    @property
    def subject(self) -> str:
        """What the speaker talks about."""
        return self.running.triad.round.topic or super().subject

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the line."""
        return [("Enter", "opschrijven"), ("Tab", "vraag of niet"), ("^Z", "terughalen")]

    def body(self) -> Iterable[Widget]:
        """Give who has which role, what to watch for, and what was written down."""
        yield Static(Content.styled(self.who(), "$muted"), id="who")
        yield Container(
            VerticalScroll(Lines(id="watch"), classes="page watching", can_focus=False),
            VerticalScroll(Lines(id="said"), id="heard", can_focus=False),
            id="middle",
        )

    def line(self) -> Iterable[Widget]:
        """Give the line to type in."""
        questioner = name(self.running.triad, self.running.triad.roles(self.step.round).questioner)
        yield Recorder(self.entered, f"typ wat {questioner} vraagt")

    def who(self) -> str:
        """Return who has which role, in one line."""
        triad = self.running.triad
        roles = triad.roles(self.step.round)
        observers = " en ".join(name(triad, observer) for observer in roles.observers)
        watch = "kijken" if len(roles.observers) > 1 else "kijkt"
        speaker, questioner = name(triad, roles.speaker), name(triad, roles.questioner)
        how = "letterlijk" if triad.round.verbatim else "antwoorden in het kort"
        return f"{speaker} vertelt · {questioner} vraagt · {observers} {watch} · {how}"

    def on_mount(self) -> None:
        """Put the half-typed line back."""
        super().on_mount()
        triad = self.running.triad
        self.query_one("#watch", Lines).show(Content(), self.watching())
        recorder = self.query_one(Recorder)
        recorder.put(triad.round.draft)
        recorder.input.focus()
        self.show_said()
        if not self.message:
            self.say(STANDS if triad.paused else "" if triad.round.said else FIRST)

    def watching(self) -> Iterator[Block]:
        """Give what to watch for, and the questions on the card."""
        form = self.running.triad.form
        yield from headed("Waar let je op", form.watch)
        if form.questions:
            card = " · ".join(map(shown, form.questions))
            yield Block("", Content.assemble(("Op de kaart  ", "bold $primary"), (card, "$muted")))

    def show_said(self) -> None:
        """Show what was written down, the newest in sight."""
        self.query_one("#said", Lines).show(Content(), said_blocks(self.running.triad.round.said))
        self.call_after_refresh(self.query_one("#heard", VerticalScroll).scroll_end, animate=False)
        self.show_kind()

    # --- the line -----------------------------------------------------------------------------

    def read(self, typed: str) -> Said:
        """Return a line as it will be written down."""
        line = said(typed)
        return line.model_copy(update={"is_question": line.is_question is not self.turned})

    @on(Recorder.Typed)
    def typed(self) -> None:
        """Show what the line will be, and keep it soon."""
        self.show_kind()
        self.keep_soon()

    def show_kind(self) -> None:
        """Show at the end of the line whether it is a question."""
        recorder = self.query_one(Recorder)
        recorder.understood(kind_of(self.read(recorder.text)) if recorder.text.strip() else "")

    def entered(self, typed: str) -> None:
        """Write the line down."""
        line = self.read(typed)
        self.turned = False
        if line.text:
            self.running.change(self.running.triad.heard(line).in_round(draft=""))
            self.say("")
            self.show_said()

    def action_step(self, by: int) -> None:
        """Write down what is still in the line, and go on."""
        if by > 0 and self.is_active:
            self.entered(self.query_one(Recorder).text)
            self.query_one(Recorder).put("")
        super().action_step(by)

    def action_turn(self) -> None:
        """Make a question of an answer or the other way round: the line being typed, else the last one."""
        lines = self.running.triad.round.said
        if self.query_one(Recorder).text.strip():
            self.turned = not self.turned
            self.show_kind()
        elif lines:
            self.running.change(self.running.triad.heard(turned(lines[-1]), len(lines) - 1))
            self.say(TURNED.format(kind_of(turned(lines[-1]))))
            self.show_said()

    def action_take_back(self) -> None:
        """Take the last line back into the line to type in, to be changed."""
        recorder, lines = self.query_one(Recorder), self.running.triad.round.said
        if recorder.text.strip():
            self.say(BUSY)
        elif not lines:
            self.say(NOTHING_BACK)
        else:
            last = lines[-1]
            self.running.change(self.running.triad.struck(len(lines) - 1).in_round(draft=last.text))
            self.turned = said(last.text).is_question is not last.is_question
            recorder.put(last.text)
            self.say("")
            self.show_said()

    def take(self) -> None:
        """Take the half-typed line."""
        draft = one_line(self.query_one(Recorder).text)
        if draft != self.running.triad.round.draft:
            self.running.triad = self.running.triad.in_round(draft=draft)


def turned(line: Said) -> Said:
    """Return a line as one of the other kind."""
    return line.model_copy(update={"is_question": not line.is_question})


def kind_of(line: Said) -> str:
    """Return the word for what a line is."""
    return QUESTION if line.is_question else ANSWER


def said_blocks(lines: Iterable[Said]) -> Iterator[Block]:
    """Give what was written down: questions with their number, and answers between quotation marks."""
    number = 0
    for line in lines:
        number += line.is_question
        if line.is_question:
            yield Block(f"{number:>3}  ", Content.styled(line.text, "bold"))
        else:
            yield Block("     ", Content(f"„{line.text}”"))
