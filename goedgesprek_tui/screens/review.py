"""Looking back on many conversations: the topics, how widely they were heard, and what was said."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from goedgesprek_tui.checking import Checker
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import names_cache
from goedgesprek_tui.models import Session
from goedgesprek_tui.review.counting import TopicCount
from goedgesprek_tui.review.periods import HalfYear, period_said
from goedgesprek_tui.review.search import Index
from goedgesprek_tui.review.selection import Selection
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.memory import settle
from goedgesprek_tui.screens.review_rows import heard_blocks, topic_rows, topic_said, trend_said
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Lines

NO_SESSIONS = "Er zijn nog geen gesprekken. Begin met Nieuw gesprek, of haal die van een collega op."
EMPTY = "In deze periode zijn er geen gesprekken. ← en → gaan naar een ander half jaar, F kiest iets anders."
SHOWN = 30
EVERY = 25


class ReviewScreen(Page[str | None]):
    """Gives the id of the conversation to open, or None; reads all conversations while it is in sight."""

    BINDINGS = [
        Binding(
            "f,F", "filter", "filter", id="filter", tooltip="Periode, plek, groep, leidraad, ambassadeur"
        ),
        Binding("slash", "search", "zoeken", id="zoeken", tooltip="Zoeken in alle notities"),
        Binding("w,W", "waiting", "wacht", id="wacht", tooltip="Afspraken, proeven, wensen en open vragen"),
        Binding("r,R", "report", "verslag", id="verslag", tooltip="Het halfjaarlijkse verslag maken"),
        Binding("f1", "app.palette", "meer", id="meer", tooltip="Alles wat hier kan"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug naar het begin"),
        Binding(
            "x,X", "export", show=False, id="exporteren", tooltip="Exporteren: Excel, Word, pagina, kopie"
        ),
        Binding("h,H", "this_half", show=False, id="half-jaar", tooltip="Dit half jaar"),
        Binding("v,V", "compare", show=False, id="vergelijken", tooltip="Vergelijken met een andere periode"),
        Binding("l,L", "label", show=False, id="thema-geven", tooltip="Thema's geven aan wat er geen heeft"),
        Binding(
            "t,T", "topics", show=False, id="themas", tooltip="Thema's andere namen geven of samenvoegen"
        ),
        Binding("left", "half(-1)", show=False, id="eerder", tooltip="Een half jaar eerder"),
        Binding("right", "half(1)", show=False, id="later", tooltip="Een half jaar later"),
    ]

    def __init__(self, desk: Desk, selection: Selection | None = None) -> None:
        """Look back on the conversations of this desk's folder, on those of a selection to begin with."""
        super().__init__()
        self.desk = desk
        self.selection = selection
        self.review: Review | None = None
        self.index: Index | None = None
        self.unreadable: list[str] = []

    def compose(self) -> ComposeResult:
        """Show the period and its figures, the topics, and what was said on the selected one."""
        with Horizontal(classes="two-sides"):
            yield Static(id="period", classes="left")
            yield Static(id="figures", classes="right")
        yield Static(id="narrowed", classes="note")
        yield Choices()
        with VerticalScroll(id="said", can_focus=False):
            yield Lines()
        yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("Enter", "openen")))

    def on_mount(self) -> None:
        """Take the keys, and read the conversations beside them."""
        self.query_one("#period", Static).update(Content.styled("Terugblik", "bold"))
        self.query_one("#narrowed").display = self.query_one("#said").display = False
        self.query_one(Choices).focus()
        self.say("Even geduld, de gesprekken worden gelezen.")
        self.read()

    def on_unmount(self) -> None:
        """Let go of the conversations: the thread that read them can hold on to a screen that was left."""
        self.review = self.index = None

    # --- reading and counting, beside the event loop --------------------------------------------

    @work(thread=True, exclusive=True, group="review")
    def read(self) -> None:
        """Read all conversations, and look at the half year of the last one."""

        def progress(done: int, total: int) -> None:
            if done % EVERY == 0 and not worker.is_cancelled:
                self.app.call_from_thread(self.say, f"{done} van {total} gesprekken gelezen")

        worker = get_current_worker()
        try:
            listed = self.desk.store.listed(progress)
        except UserError as error:
            self.app.call_from_thread(self.say, str(error))
            return
        settle()
        self.unreadable = [one.problem for one in listed if not one.session]
        sessions = tuple(one.session for one in listed if one.session)
        review = Review(sessions, self.desk.prompts.topics)
        self._count(review.through(self.selection) if self.selection else review.begun())

    @work(thread=True, exclusive=True, group="review")
    def look_through(self, review: Review) -> None:
        """Count what is in another selection."""
        self._count(review)

    def _count(self, review: Review) -> None:
        worker = get_current_worker()
        _ = review.compared, review.halves, review.unlabelled
        if not worker.is_cancelled:
            self.app.call_from_thread(self.show_review, review)

    # --- showing --------------------------------------------------------------------------------

    def show_review(self, review: Review) -> None:
        """Show the topics of a selection."""
        if not self.is_mounted:
            return
        if self.review and self.review.sessions is not review.sessions:
            self.index = None
        self.review, self.selection = review, review.selection
        period = period_said(self.selection.start, self.selection.end) if review.sessions else ""
        title = Content.assemble(("Terugblik", "bold"), "  ", period)
        self.query_one("#period", Static).update(title)
        self.query_one("#figures", Static).update(Content.styled(_figures(review), "$muted"))
        narrowed = self.query_one("#narrowed", Static)
        lines = list(map(Content, _narrowed(review)))
        narrowed.update(Content("\n").join(lines))
        narrowed.display = bool(lines)
        choices = self.query_one(Choices)
        choices.show(topic_rows(review))
        self.query_one("#said").display = bool(choices.rows)
        self.say("" if choices.rows else (EMPTY if review.sessions else NO_SESSIONS))
        if self.unreadable and choices.rows:
            self.say(
                f"{count(len(self.unreadable), 'bestand', 'bestanden')} niet te lezen: {self.unreadable[0]}"
            )
        self.show_said()

    @on(OptionList.OptionHighlighted)
    def show_said(self) -> None:
        """Show how widely the selected topic was heard, and what was said."""
        review, topic = self.review, self.topic
        lines = self.query_one(Lines)
        if not review or topic is None:
            lines.show(Content(), ())
            return
        head = Content.assemble((topic.name, "bold"), "   ", (topic.said(), "$muted"))
        under = [said for said in (topic_said(review, topic), trend_said(review, topic)) if said]
        head = Content("\n").join([head, *(Content.styled(said, "$muted") for said in under), Content()])
        lines.show(head, heard_blocks(topic.heard[::-1][:SHOWN]))
        self.query_one("#said").scroll_home(animate=False)

    @property
    def topic(self) -> TopicCount | None:
        """The selected topic."""
        chosen = self.query_one(Choices).chosen
        return chosen.value if chosen else None

    def say(self, message: str) -> None:
        """Show one sentence."""
        self.query_one("#message", Static).update(Content(message))

    # --- what can be done -----------------------------------------------------------------------

    @on(Choices.Picked)
    @work(exclusive=True)
    async def open_topic(self) -> None:
        """Show the conversations in which the selected topic came up."""
        from goedgesprek_tui.screens.review_topic import TopicScreen

        if self.review and self.topic and self.topic.heard:
            await self._open(TopicScreen(self.review, self.topic))

    async def _open(self, screen: Page[str | None]) -> None:
        """Show a screen that may give the id of a conversation to open."""
        if chosen := await self.app.push_screen_wait(screen):
            self.dismiss(chosen)

    def action_this_half(self) -> None:
        """Look at the half year of today."""
        self._look_at(HalfYear.of(self.desk.setting.now().date()))

    def action_half(self, by: int) -> None:
        """Look at the half year after this one, or before it."""
        if self.review:
            today = self.desk.setting.now().date()
            half = HalfYear.of(self.review.selection.end or today)
            if by < 0:
                self._look_at(half.before)
            elif half < HalfYear.of(today):
                self._look_at(half.after)
            else:
                self.say("Dit is het laatste half jaar.")

    def _look_at(self, half: HalfYear) -> None:
        if self.review:
            self.look_through(self.review.through(self.review.selection.within(half)))

    @work(exclusive=True)
    async def action_filter(self) -> None:
        """Choose which conversations to look at."""
        from goedgesprek_tui.screens.review_filter import filtered

        if self.review:
            selection = await filtered(self.app, self.review, self.desk.setting.now().date())
            if selection:
                self.look_through(self.review.through(selection))

    @work(exclusive=True)
    async def action_compare(self) -> None:
        """Choose which period to compare with."""
        from goedgesprek_tui.screens.review_filter import other_period

        if self.review:
            days = await other_period(self.app, self.review, self.desk.setting.now().date())
            if days:
                against = replace(self.review.selection, start=days[0], end=days[1])
                self.look_through(self.review.through(self.review.selection, against))

    @work(exclusive=True)
    async def action_waiting(self) -> None:
        """Show what was agreed, tried, wished and asked, and still waits."""
        from goedgesprek_tui.screens.review_waiting import WaitingScreen

        if self.review:
            screen = WaitingScreen(self.desk, self.review)
            await self._open(screen)
            self._take_over(screen.changed.values())

    @work(exclusive=True)
    async def action_search(self) -> None:
        """Search in the notes of all conversations; they are read once for as long as none changes."""
        from goedgesprek_tui.screens.search import SearchScreen

        if self.review:
            sessions = self.review.sessions
            screen = SearchScreen(self.desk, sessions, self.index)
            await self._open(screen)
            if self.review and self.review.sessions is sessions:
                self.index = screen.index

    @work(exclusive=True)
    async def action_label(self) -> None:
        """Put topics on the notes that have none."""
        from goedgesprek_tui.screens.worklist import WorklistScreen

        if self.review:
            screen = WorklistScreen(self.desk, self.review)
            await self.app.push_screen_wait(screen)
            self._take_over(screen.changed.values())

    @work(exclusive=True)
    async def action_topics(self) -> None:
        """Give topics other names, put them together or take them apart."""
        from goedgesprek_tui.screens.topics import TopicsScreen

        if self.review:
            changed = await self.app.push_screen_wait(TopicsScreen(self.desk, self.review.sessions))
            self._take_over(changed or ())

    @work(exclusive=True)
    async def action_report(self) -> None:
        """Choose what goes in the report on this selection, and save it."""
        from goedgesprek_tui.screens.report import ReportScreen

        if self.review:
            with closing(Checker(names_cache())) as checker:
                await self.app.push_screen_wait(ReportScreen(self.desk, self.review, checker))

    @work(exclusive=True)
    async def action_export(self) -> None:
        """Export the conversations that are looked at."""
        from goedgesprek_tui.screens.review_export import export_picked

        if self.review and self.review.picked:
            self.say(await export_picked(self.app, self.desk, self.review))

    def _take_over(self, changed: Iterable[Session]) -> None:
        """Count anew with what another screen changed in conversations."""
        sessions = list(changed)
        if self.review and sessions:
            self.look_through(self.review.with_sessions(sessions))


def _figures(review: Review) -> str:
    parts = [count(len(review.picked), "gesprek", "gesprekken")] if review.sessions else []
    parts += [count(review.parents, "ouder", "ouders")] if review.parents else []
    return " · ".join(parts)


def _narrowed(review: Review) -> Iterator[str]:
    selection = review.selection
    if narrowed := selection.narrowed_said():
        yield f"alleen {narrowed}"
    if review.against and review.earlier:
        yield f"vergeleken met {_said(review.earlier, review)}"


def _said(selection: Selection, review: Review) -> str:
    number = count(len(selection.pick(review.sessions)), "gesprek", "gesprekken")
    return f"{period_said(selection.start, selection.end)} ({number})"
