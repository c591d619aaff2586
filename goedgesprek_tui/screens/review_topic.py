"""One topic: how it went per half year, the conversations it came up in, and the words of each."""

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from goedgesprek_tui.dates import short_month
from goedgesprek_tui.models import Session
from goedgesprek_tui.review.counting import Heard, TopicCount
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.review_rows import heard_blocks, place_said
from goedgesprek_tui.screens.search import FoundScreen
from goedgesprek_tui.text import count, shortened
from goedgesprek_tui.widgets.bars import BAR_WIDTH, bar
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of
from goedgesprek_tui.widgets.lines import Lines

HALVES = 4
LONGEST = 70


class TopicScreen(Page[str | None]):
    """Gives the id of the conversation to open, or None."""

    BINDINGS = [
        Binding("o,O", "open_session", "gesprek openen", id="open", tooltip="Dit gesprek openen"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug naar alle thema's"),
    ]

    def __init__(self, review: Review, topic: TopicCount) -> None:
        """Show what was heard of this topic."""
        super().__init__()
        self.review = review
        self.topic = topic
        self.by_session: dict[str, list[Heard]] = {}
        for one in reversed(topic.heard):
            self.by_session.setdefault(one.session.id, []).insert(0, one)

    def compose(self) -> ComposeResult:
        """Show the topic with its half years, the conversations, and what was said in the selected one."""
        title = Content.assemble((self.topic.name, "bold"), "\n", (self.topic.said(), "$muted"))
        yield Static(title, classes="top")
        yield Static(Content("\n").join(self._halves()), id="halves")
        yield Choices(self._rows())
        with VerticalScroll(id="said", can_focus=False):
            yield Lines()
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "gesprek"), ("Enter", "lezen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def _halves(self) -> list[Content]:
        halves = list(self.review.halves.items())[-HALVES:] if self.topic.id else []
        most = max((numbers.get(self.topic.id, 0) for _, numbers in halves), default=0)
        return [
            Content.assemble(
                (f"{half!s:12}", "$muted"),
                (f"{bar(numbers.get(self.topic.id, 0), most):{BAR_WIDTH + 1}}", "$primary"),
                (f"{numbers.get(self.topic.id, 0)} " if numbers[""] else "", "bold"),
                ("van " if numbers[""] else "", "$muted"),
                (count(numbers[""], "gesprek", "gesprekken"), "$muted"),
            )
            for half, numbers in halves
        ]

    def _rows(self) -> list[Row]:
        return [Row(_named(found[0].session), found, _told(found)) for found in self.by_session.values()]

    @on(OptionList.OptionHighlighted)
    def show_said(self) -> None:
        """Show what was said on the topic in the selected conversation."""
        chosen = self.query_one(Choices).chosen
        self.query_one(Lines).show(Content(), heard_blocks(chosen.value) if chosen else ())
        self.query_one("#said").scroll_home(animate=False)

    @on(Choices.Picked)
    @work(exclusive=True)
    async def read_session(self) -> None:
        """Show the whole conversation, from the first note on this topic."""
        chosen = self.query_one(Choices).chosen
        if chosen:
            first = chosen.value[0]
            if opened := await self.app.push_screen_wait(FoundScreen(first.session, first.note.id)):
                self.dismiss(opened)

    def action_open_session(self) -> None:
        """Give the selected conversation."""
        chosen = self.query_one(Choices).chosen
        if chosen:
            self.dismiss(chosen.value[0].session.id)


def _named(session: Session) -> str:
    day = session.started
    when = f"{day.day} {short_month(day)} {day.year}"
    return f"{when}  {shortened(place_said(session) or session.script.name, LONGEST - len(when))}"


def _told(found: list[Heard]) -> str:
    session = found[0].session
    parts = [count(len(found), "notitie", "notities")]
    return shortened(" · ".join([*parts, *filter(None, (session.group, session.ambassador))]), LONGEST)
