"""Reading back what was written down in a round of a triad: put right, struck, and rated when they like."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual import on, work
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from goedgesprek_tui.practice.triad import Said
from goedgesprek_tui.practice.triad_pages import name
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.triad_round import kind_of, turned
from goedgesprek_tui.screens.triad_step import StepScreen
from goedgesprek_tui.text import one_line, shortened
from goedgesprek_tui.widgets.choices import Choices, Row

SHORT = 200
READ = "Nu {} voorlezen, zonder mening. Vraag {}: zijn dit jouw woorden?"
NOTHING = "Er is niets opgeschreven. Vertel uit je hoofd wat je zag en hoorde, zonder mening."
NO_QUESTIONS = "Er staat geen vraag tussen om naar te kijken."
RATING = "Ik kijk naar de vragen…"
STRIKE = (Row("Niet wissen", False), Row("Wissen", True, "dit kan niet terug"))


@dataclass(frozen=True)
class SaidRow(Row):
    """A line of a round: a question with its number, or what came after it."""

    is_question: bool = False

    def content(self) -> Content:
        """Return the row; its text is data, never markup."""
        if self.is_question:
            return Content.assemble((self.hint, "$primary"), "  ", (self.label, "bold"))
        return Content(f"„{self.label}”")


class ReadBackScreen(StepScreen):
    """Shows the lines of a round, to be read aloud before anybody says what they think of it."""

    BINDINGS = [
        Binding("tab", "turn", show=False, priority=True, id="soort", tooltip="Vraag of antwoord"),
        Binding("delete", "strike", show=False, id="wissen", tooltip="De gekozen regel wissen"),
        Binding("b,B", "rate", show=False, id="beoordelen", tooltip="Hoe schoon waren de vragen?"),
        *StepScreen.BINDINGS,
    ]

    @property
    def heading(self) -> str:
        """Which round this is of."""
        return f"Ronde {self.step.round + 1}: teruglezen"

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the list."""
        return [("Enter", "wijzig"), ("Del", "wis"), ("B", "schoon?")]

    def body(self) -> Iterable[Widget]:
        """Give what to do, and the lines."""
        yield Static(classes="heading", id="read")
        yield Choices(self.rows())

    def on_mount(self) -> None:
        """Take the keys."""
        super().on_mount()
        self.query_one(Choices).focus()
        self.show_lines()

    def rows(self) -> list[Row]:
        """Return the lines as rows."""
        lines = self.running.triad.rounds[self.step.round].said
        numbers = (sum(line.is_question for line in lines[: at + 1]) for at in range(len(lines)))
        return [
            SaidRow(line.text, at, hint=str(number), is_question=line.is_question)
            for at, (line, number) in enumerate(zip(lines, numbers, strict=True))
        ]

    def show_lines(self) -> None:
        """Show the lines as they are now."""
        triad = self.running.triad
        roles = triad.roles(self.step.round)
        about = READ.format(name(triad, roles.observers[0]), name(triad, roles.speaker))
        self.query_one("#read", Static).update(Content(about if triad.round.said else NOTHING))
        self.query_one(Choices).show(self.rows())

    @property
    def chosen(self) -> tuple[int, Said] | None:
        """The selected line with its place."""
        row = self.query_one(Choices).chosen
        return (row.value, self.running.triad.round.said[row.value]) if row else None

    @on(Choices.Picked)
    def change(self, event: Choices.Picked) -> None:
        """Put the line right; what is half typed when the program ends is kept."""
        at = event.row.value
        line = self.running.triad.round.said[at]

        def keep(typed: str) -> None:
            text = one_line(typed).strip()
            if text and text != line.text:
                self.running.change(self.running.triad.heard(line.model_copy(update={"text": text}), at))

        def take(typed: str | None) -> None:
            keep(typed or "")
            self.show_lines()

        self.app.push_screen(EditScreen("Wat was het precies?", line.text, keep), take)

    def action_turn(self) -> None:
        """Make a question of an answer, or the other way round."""
        if self.chosen and self.is_active:
            at, line = self.chosen
            self.running.change(self.running.triad.heard(turned(line), at))
            self.say(f"Dit is nu een {kind_of(turned(line))}.")
            self.show_lines()

    def action_strike(self) -> None:
        """Take the line out for good, after asking."""
        if not self.chosen:
            return
        at, line = self.chosen

        def take(sure: bool | None) -> None:
            if sure:
                self.running.change(self.running.triad.struck(at))
                self.say("De regel is gewist.")
                self.show_lines()

        title = f"Deze regel wissen? {shortened(line.text, SHORT)}"
        self.app.push_screen(PickScreen(title, among(STRIKE)), take)

    @work(exclusive=True)
    async def action_rate(self) -> None:
        """Show how clean the questions probably were; that is worked out beside the event loop."""
        from goedgesprek_tui.practice.triad_rating import rated
        from goedgesprek_tui.screens.triad_rating import TriadRatingScreen

        triad = self.running.triad
        if not any(line.is_question for line in triad.round.said):
            self.say(NO_QUESTIONS)
            return
        self.say(RATING)
        found = await asyncio.to_thread(rated, triad.round)
        if self.is_active:
            self.say("")
            self.app.push_screen(TriadRatingScreen(found))


class EditScreen(AskScreen):
    """Asks for a line; one that is half typed when the program ends goes to `keep`."""

    def __init__(self, title: str, value: str, keep: Callable[[str], None]) -> None:
        """Begin with this line."""
        super().__init__(title, value)
        self.keep = keep
        self.typed = value
        self.done = False

    @on(Input.Changed)
    def remember(self, event: Input.Changed) -> None:
        """Remember what is typed: at the end of the program the line is gone before its screen."""
        self.typed = event.value

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Leave, with the line or without."""
        self.done = True
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """Keep the line, unless it was given or left."""
        if not self.done:
            self.keep(self.typed)
