"""What the screens of a triad share: where they are, the quiet clock, on and back, and nothing lost."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from goedgesprek_tui.practice.triad import Stage, time_left
from goedgesprek_tui.practice.triad_pages import page
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.triads import RunningTriad
from goedgesprek_tui.widgets.keys import KeyLine

CLOCK_EVERY = 5.0
DRAFT_AFTER = 1.5
SLEPT = "De laptop sliep even. Die tijd telt niet mee."
TIME_UP = "De tijd is om. Rond het rustig af; PgDn gaat naar het teruglezen."
STANDS = "De klok staat stil; F7 laat hem weer lopen."
LEAVE_ANYWAY = "Nog een keer Esc gaat toch weg."
MORE = "↓ Pijl omlaag leest verder."
NO_CLOCK = "Hier loopt geen klok."


class StepScreen(Page[int | str | None]):
    """One step of a triad; gives how many steps to go on, None to leave, or what to say of its end."""

    BINDINGS = [
        Binding("pagedown", "step(1)", show=False, priority=True, id="verder", tooltip="Verder"),
        Binding("pageup", "step(-1)", show=False, priority=True, id="vorige", tooltip="Een stap terug"),
        Binding("f7", "pause", show=False, id="pauze", tooltip="De klok stilzetten of laten lopen"),
        Binding("up", "scroll(-1)", show=False, id="omhoog", tooltip="Lees terug"),
        Binding("down", "scroll(1)", show=False, id="omlaag", tooltip="Lees verder"),
        Binding("escape", "leave", show=False, id="weg", tooltip="Weg; later gaan jullie hier verder"),
    ]
    onward: ClassVar[str] = "verder"
    """What PgDn does here; nothing in the last step."""

    def __init__(self, running: RunningTriad, message: str = "") -> None:
        """Show the step where this triad is, and a sentence."""
        super().__init__()
        self.running = running
        self.step = running.triad.step
        self.message = message
        self.gone = self.warned = False
        self.draft_timer: Timer | None = None

    # --- what a step fills in -----------------------------------------------------------------

    @property
    def heading(self) -> str:
        """What this step is called."""
        return page(self.running.triad, self.step).title

    @property
    def subject(self) -> str:
        """What stands behind the heading."""
        return self.running.triad.form.name

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of this step that come before those of all."""
        return []

    def body(self) -> Iterable[Widget]:
        """Give what stands in the middle."""
        return ()

    def line(self) -> Iterable[Widget]:
        """Give what stands under the sentence."""
        return ()

    def take(self) -> None:
        """Take what is typed into the triad, also what is half typed."""

    # --- what they share ----------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Show where they are and the time that is left, then the step."""
        with Horizontal(classes="two-sides"):
            what = Content.styled(f" · {self.subject}", "$muted")
            yield Static(Content.assemble((self.heading, "bold"), what), classes="left")
            yield Static(id="time", classes="right")
        yield from self.body()
        yield Static(id="message")
        yield from self.line()
        onward = [("PgDn", self.onward)] if self.onward else []
        timed = [("F7", "pauze")] if self.running.triad.is_timed else []
        yield KeyLine([*self.keys, *onward, *timed, ("Esc", "later verder"), ("PgUp", "terug")])

    def on_mount(self) -> None:
        """Start the quiet clock."""
        for area in self.query(".page"):
            self.watch(area, "virtual_size", self.look_for_more, init=False)
        self.set_interval(CLOCK_EVERY, self.tick)
        self.tick()

    def tick(self) -> None:
        """Let the clock go on; it rings once, at the end of a round, and cuts nobody off."""
        if self.gone:
            return
        before = self.running.triad.left
        slept = self.running.tick()
        if slept:
            self.say(SLEPT)
        elif self.step.stage is Stage.ROUND and before > 0 >= self.running.triad.left:
            self.app.bell()
            self.say(TIME_UP)
        self.show_time()
        self.show_message()

    def show_time(self) -> None:
        """Show the time that is left, where a clock runs."""
        triad = self.running.triad
        if triad.is_timed:
            left = f"{time_left(triad.left)}{' · pauze' if triad.paused else ''}"
            late = triad.left <= 0 or triad.paused
            self.query_one("#time", Static).update(
                Content.styled(left, "bold $secondary" if late else "$muted")
            )

    def say(self, message: str) -> None:
        """Show one sentence; it stays until the next one."""
        self.message = message
        self.show_message()

    def show_message(self) -> None:
        """Show what is at risk, else the last sentence."""
        line = self.query_one("#message", Static)
        risk = self.running.failure
        risk = f"{risk} {LEAVE_ANYWAY}" if risk and self.warned else risk
        line.update(Content(risk or self.message or (MORE if self.has_more else "")))
        line.set_class(bool(risk), "risk")

    @property
    def has_more(self) -> bool:
        """Whether there is more to read below."""
        areas = self.query(".page").results(VerticalScroll)
        return any(area.max_scroll_y > area.scroll_offset.y for area in areas)

    def look_for_more(self) -> None:
        """Say whether there is more to read than fits, once this layout is done."""
        self.call_after_refresh(self.show_message)

    def on_resize(self) -> None:
        """Say so in a window of another size too."""
        self.look_for_more()

    def keep_soon(self) -> None:
        """Take what is typed, and hand it to the disk soon; what is taken is safe when the program ends."""
        if not self.gone:
            self.take()
            self.draft_timer = self.draft_timer or self.set_timer(DRAFT_AFTER, self.keep_now)

    def keep_now(self) -> None:
        """Hand what was taken to the disk."""
        self.draft_timer = None
        self.running.store()

    def action_step(self, by: int) -> None:
        """Go on to the next step, or back to the one before."""
        if not self.is_active:
            return
        self.leave_with(by)

    def leave_with(self, result: int | str | None) -> None:
        """Keep what is typed, and leave with a result."""
        self.running.tick()
        self.take()
        self.keep_now()
        self.gone = True
        self.dismiss(result)

    def action_pause(self) -> None:
        """Let the clock stand still, or go on."""
        triad = self.running.triad
        if not triad.is_timed:
            self.say(NO_CLOCK)
            return
        self.running.tick()
        self.running.change(self.running.triad.model_copy(update={"paused": not triad.paused}))
        self.say("" if triad.paused else STANDS)
        self.show_time()

    def action_scroll(self, by: int) -> None:
        """Read on, or back, where there is more than fits."""
        for area in self.query(".page").results(VerticalScroll):
            area.scroll_relative(y=2 * by, animate=False, immediate=True)
        self.show_message()

    def action_leave(self) -> None:
        """Leave the triad; it is kept, so that they can go on later. What could not be kept is told first."""
        if self.running.failure and not self.warned:
            self.warned = True
            self.show_message()
        elif self.is_active:
            self.leave_with(None)
