"""Drietallen: choosing how to practise with three, going on with what was begun, and the walk through it."""

import asyncio
import time
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exercises.observation import ObservationForm
from goedgesprek_tui.folders import own_exercises
from goedgesprek_tui.practice.triad import Stage, Triad
from goedgesprek_tui.prompts import Exercises, load_exercises
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.screens.triad_about import about_form, rows_of
from goedgesprek_tui.screens.triad_prepare import PrepareScreen
from goedgesprek_tui.screens.triad_step import STANDS, StepScreen
from goedgesprek_tui.triads import Found, RunningTriad, kept_triad
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Lines

READING = "Ik kijk wat er is…"
KEPT = "Jullie drietal is bewaard. Verder gaan kan hier, met de bovenste regel."
WHAT = "Eén vertelt, één vraagt, één kijkt en schrijft. Minuten: praten + napraten."
GO_ON = "Enter gaat verder waar jullie waren. Del gooit weg wat er is opgeschreven."
THROW_AWAY = (Row("Nee, bewaren", False), Row("Ja, weggooien", True, "dit kan niet terug"))
GONE = "Het drietal is weggegooid."
NOTHING = "Er is hier geen drietal om te wissen."


class TriadScreen(Page[None]):
    """Offers the ways to practise with three, and holds the triad that was chosen."""

    BINDINGS = [
        Binding("delete", "throw_away", show=False, id="weggooien", tooltip="Het bewaarde drietal weggooien"),
        Binding("escape", "dismiss", "terug", id="terug", tooltip="Terug naar oefenen"),
    ]

    def __init__(self, desk: Desk, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Practise with what lies on this desk."""
        super().__init__()
        self.desk = desk
        self.monotonic = monotonic
        self.exercises: Exercises | None = None
        self.found = Found()
        self.typed: dict[str, str] = {}
        self.busy = False
        self.running: RunningTriad | None = None

    def compose(self) -> ComposeResult:
        """Show the ways, and below them what the selected one is."""
        yield Static(Content.styled("Drietallen", "bold"), classes="top")
        yield Static(Content.styled(WHAT, "$muted"), classes="top")
        yield Choices()
        yield Lines(id="about")
        yield Static(Content(READING), id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "beginnen")))

    def on_mount(self) -> None:
        """Take the keys, and look what there is."""
        self.query_one(Choices).focus()
        self.look()

    def on_unmount(self) -> None:
        """Put all on the disk when the program ends."""
        if self.running:
            self.running.close_now()

    def say(self, message: str) -> None:
        """Show one sentence."""
        self.query_one("#message", Static).update(Content(message))

    @work(exclusive=True, group="look")
    async def look(self, said: str = "") -> None:
        """Read the forms and the triad that was kept, and say a sentence when that is done."""
        if not self.exercises:
            self.exercises = await asyncio.to_thread(load_exercises, own_exercises(self.desk.folder))
        self.found = await asyncio.to_thread(kept_triad, self.desk.store.triad)
        now = self.desk.setting.now()
        choices = self.query_one(Choices)
        choices.show(rows_of(self.exercises, self.found.triad, now))
        choices.highlighted = 0 if choices.rows else None
        self.say(" ".join(filter(None, (said, self.found.notice))))

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the selected way is, and who does what in it."""
        rows = self.query_one(Choices).rows
        form = rows[event.option_index].value if event.option_index < len(rows) else None
        about = about_form(form) if isinstance(form, ObservationForm) else ()
        head = Content(GO_ON if isinstance(form, Triad) else "")
        self.query_one("#about", Lines).show(head, about)

    @on(Choices.Picked)
    def chosen(self, event: Choices.Picked) -> None:
        """Go on with the triad, or begin one; a form with a fault cannot be chosen."""
        if event.row.value and not self.busy:
            self.busy = True
            self.begin(event.row.value)

    @work(group="hold")
    async def begin(self, what: Triad | ObservationForm) -> None:
        """Hold a triad until it is left, and say what became of it."""
        said = ""
        try:
            triad = await self.kept() if isinstance(what, Triad) else await self.new(what)
            if triad:
                said = await self.hold(triad)
        except UserError as error:
            said = str(error)
        self.busy = False
        self.remove_class("-away")
        self.call_after_refresh(self.query_one(Choices).focus)
        self.look(said)

    async def kept(self) -> Triad | None:
        """Return the triad that was kept, as another window may have left it since."""
        self.found = await asyncio.to_thread(kept_triad, self.desk.store.triad)
        return self.found.triad

    async def new(self, form: ObservationForm) -> Triad | None:
        """Prepare a triad; once it begins it takes the place of what was kept, which is asked first."""
        kept = await self.kept()
        if self.found.shut or (kept and not await self.may_throw_away()):
            return None
        triad: Triad | None = await self.app.push_screen_wait(
            PrepareScreen(form, self.desk.setting.now(), self.typed)
        )
        return triad

    async def may_throw_away(self) -> bool:
        """Ask whether what was written down in the triad that was kept can go; it stays by default."""
        title = "Er is nog een drietal bewaard. Weggooien wat daarin is opgeschreven?"
        return bool(await self.app.push_screen_wait(PickScreen(title, among(THROW_AWAY))))

    async def thrown_away(self) -> str:
        """Throw away the triad that was kept, after asking, and return what to say of it."""
        if not await self.may_throw_away():
            return ""
        if triad := await self.kept():
            running = RunningTriad(self.desk.store.triad, triad)
            await asyncio.to_thread(running.wipe, True)
        return GONE

    async def hold(self, triad: Triad) -> str:
        """Go through the steps of a triad, and return what to say when it is left."""
        await asyncio.to_thread(self.desk.store.prepare)
        running = RunningTriad(self.desk.store.triad, triad, self.monotonic, self.show_risk)
        self.running = running
        self.add_class("-away")
        try:
            said = await self.walk(running)
            if not said and running.triad.is_untouched:
                await asyncio.to_thread(running.wipe, False)
        finally:
            await asyncio.shield(running.close())
        self.running = None
        return said or running.failure or ("" if running.triad.is_untouched else KEPT)

    async def walk(self, running: RunningTriad) -> str:
        """Show one step after another, and return what the last one says; nothing when it is left before."""
        timed = running.triad.is_timed
        running.change(running.triad.model_copy(update={"paused": timed}))
        message = STANDS if timed else ""
        while True:
            came = await self.app.push_screen_wait(self.screen_of(running, message))
            if not isinstance(came, int):
                return came or ""
            running.change(running.triad.go(came))
            message = ""

    def screen_of(self, running: RunningTriad, message: str) -> StepScreen:
        """Return the screen of the step where a triad is; each is imported when it is wanted."""
        match running.triad.step.stage:
            case Stage.WELCOME:
                from goedgesprek_tui.screens.triad_ready import WelcomeScreen

                return WelcomeScreen(running, message)
            case Stage.READY:
                from goedgesprek_tui.screens.triad_ready import ReadyScreen

                return ReadyScreen(running, message)
            case Stage.ROUND:
                from goedgesprek_tui.screens.triad_round import RoundScreen

                return RoundScreen(running, message)
            case Stage.READ_BACK:
                from goedgesprek_tui.screens.triad_back import ReadBackScreen

                return ReadBackScreen(running, message)
            case Stage.END:
                from goedgesprek_tui.screens.triad_end import EndScreen

                return EndScreen(running, self.desk, message)
        from goedgesprek_tui.screens.triad_fields import FieldsScreen

        return FieldsScreen(running, message)

    def show_risk(self) -> None:
        """Show on the step in sight that words are at risk, or safe again."""
        if isinstance(self.app.screen, StepScreen):
            self.app.screen.show_message()

    @work(group="hold")
    async def action_throw_away(self) -> None:
        """Throw away the triad that was kept, after asking."""
        if self.busy:
            return
        if not self.found.triad:
            self.say(NOTHING)
            return
        self.busy = True
        try:
            said = await self.thrown_away()
        except UserError as error:
            said = str(error)
        self.busy = False
        self.look(said)
