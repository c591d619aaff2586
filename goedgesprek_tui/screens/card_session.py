"""Five minutes of cards: a new question is shown first, and asked after that."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.learners import keep
from goedgesprek_tui.practice.cards import FORM, Card, Deck, why_not
from goedgesprek_tui.practice.learning import Next, Progress, Recall, next_up
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.card_faces import back_of, ended, front_of, taught
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine
from goedgesprek_tui.widgets.lines import Block, Lines

MINUTES = timedelta(minutes=5)
TEACH = (("Enter", "verder"), ("Esc", "stoppen"))
FRONT = (("Enter", "omdraaien"), ("Esc", "stoppen"))
BACK = (("1", "nog niet"), ("2", "met moeite"), ("3", "ja"), ("4", "meteen"), ("Esc", "stoppen"))
PICKED = (("Enter", "verder"), ("Esc", "stoppen"))
ENDED = (("N", "nog vijf minuten"), ("Esc", "klaar"))
HOW_WELL = "Kies 1, 2, 3 of 4: hoe goed wist je het?"
TRY_AGAIN = "Met Enter probeer je het nog een keer."


class CardSessionScreen(Page[None]):
    """Teaches and asks until five minutes are over; what was answered is on the disk before the next card."""

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("enter,space", "go_on", show=False, id="verder", tooltip="Verder"),
        *(
            Binding(str(n), f"number({n})", show=False, id=f"cijfer-{n}", tooltip=name)
            for n, (_, name) in enumerate(BACK[:4], 1)
        ),
        Binding("n,N", "again", show=False, id="nog-eens", tooltip="Nog vijf minuten"),
        Binding("escape", "leave", show=False, id="stoppen", tooltip="Stoppen"),
    ]

    def __init__(self, desk: Desk, progress: Progress, deck: Deck, notice: str = "") -> None:
        """Go on where somebody was, with these cards; `notice` is what is wrong with others."""
        super().__init__()
        self.desk = desk
        self.progress = progress
        self.deck = deck
        self.notice = notice
        self.until = desk.setting.now() + MINUTES
        self.next: Next | None = None
        self.last = ""
        self.turned = self.busy = self.unkept = False
        self.answered = 0

    def compose(self) -> ComposeResult:
        """Show who learns, how long it takes, and the card."""
        with Horizontal(classes="two-sides"):
            yield Static(Content.styled("Vragen leren", "bold"), classes="left")
            yield Static(id="state", classes="right")
        with VerticalScroll(id="card", can_focus=False):
            yield Lines(id="face")
            yield Choices()
            yield Lines(id="back")
        yield Static(Content(self.notice), id="message")
        yield KeyLine(())

    def on_mount(self) -> None:
        """Show the first card."""
        self.set_interval(10, self.show_time)
        self.deal()

    # --- dealing ------------------------------------------------------------------------------

    def deal(self) -> None:
        """Lay down what comes next; nothing more when the time is over, or when there is nothing to do."""
        now = self.desk.setting.now()
        self.lay(next_up(self.progress, self.deck, now, self.last) if now < self.until else None)

    def lay(self, upcoming: Next | None) -> None:
        """Show a new question, the front of a card, or the end."""
        self.next, self.turned = upcoming, False
        card = upcoming.card if upcoming else None
        choices = self.query_one(Choices)
        choices.display = bool(card and card.options)
        self.show("#back")
        if upcoming and upcoming.teach:
            self.show("#face", taught(upcoming.teach, self.deck))
            self.keys(TEACH)
        elif card:
            self.show("#face", front_of(card))
            self.keys(_pick(card) if card.options else FRONT)
            choices.show(Row(option, at, hint=str(at + 1)) for at, option in enumerate(card.options))
        else:
            now = self.desk.setting.now()
            self.show("#face", ended(self.progress, self.deck, now, self.answered))
            self.keys(ENDED)
        self.set_focus(choices if choices.display else None)
        self.query_one("#card", VerticalScroll).scroll_home(animate=False)
        self.show_time()

    def action_go_on(self) -> None:
        """Turn the card, or go on to the next one."""
        if self.busy:
            return
        card = self.next.card if self.next else None
        if self.unkept:
            self.keep()
        elif self.next and self.next.teach:
            self.progress = self.progress.teach(self.next.teach, self.desk.setting.now())
            self.last = f"{FORM}{self.next.teach.id}"
            self.keep()
        elif card and not self.turned:
            self.turn(card)
        elif card and card.options:
            self.deal()
        elif card:
            self.say(HOW_WELL)

    def action_again(self) -> None:
        """Go on for another five minutes, after the end."""
        if not self.next:
            self.until = self.desk.setting.now() + MINUTES
            self.answered = 0
            self.deal()

    def turn(self, card: Card) -> None:
        """Show the back of a card, and ask how well it was known."""
        self.turned = True
        self.show("#back", back_of(card))
        self.keys(BACK)
        self.call_after_refresh(self.query_one("#card", VerticalScroll).scroll_end, animate=False)

    def action_number(self, number: int) -> None:
        """Take how well the card was known, once its back was seen; or the question with this number."""
        card = self.next.card if self.next else None
        if not card or self.busy or self.unkept:
            return
        if not card.options and self.turned:
            self.take(card, Recall(number))
            self.keep()
        elif number <= len(card.options) and not self.turned:
            self.pick(card, number - 1)

    @on(Choices.Picked)
    def picked(self, event: Choices.Picked) -> None:
        """Take the chosen question."""
        if self.next and self.next.card and not self.turned and not self.busy:
            self.pick(self.next.card, event.row.value)

    def pick(self, card: Card, at: int) -> None:
        """Say whether a question fits after the sentence of a card, and why."""
        self.turned = True
        good, chosen = at == card.right, card.options[at]
        wrong = "" if good else why_not(card, chosen, self.desk.prompts.questions)
        self.show("#back", back_of(card, "" if good else chosen, wrong))
        self.query_one(Choices).display = False
        self.set_focus(None)
        self.keys(PICKED)
        self.take(card, Recall.WELL if good else Recall.NOT)
        self.keep(then_deal=False)

    def take(self, card: Card, recall: Recall) -> None:
        """Take an answer over."""
        self.progress = self.progress.answer(card, recall, self.desk.setting.now())
        self.last = card.id
        self.answered += 1

    @work(exclusive=True, group="keep")
    async def keep(self, then_deal: bool = True) -> None:
        """Put how far she is on the disk, beside the screen; only after that comes the next card."""
        self.busy = True
        try:
            await asyncio.to_thread(keep, self.desk.store.learning, self.progress)
            self.unkept = False
            self.say("")
        except UserError as error:
            self.unkept = True
            self.say(f"{error} {TRY_AGAIN}")
        self.busy = False
        if then_deal and not self.unkept and self.is_mounted:
            self.deal()

    def action_leave(self) -> None:
        """Stop; all that was answered is kept."""
        self.dismiss()

    # --- showing ------------------------------------------------------------------------------

    def show(self, where: str, blocks: Iterable[Block] = ()) -> None:
        """Show a side of a card."""
        self.query_one(where, Lines).show(Content(), blocks)

    def say(self, message: str) -> None:
        """Show one sentence; it stays until the next one."""
        if self.is_mounted:
            self.query_one("#message", Static).update(Content(message))

    def keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Show what the keys do now."""
        self.query_one(KeyLine).show(keys)

    def show_time(self) -> None:
        """Show who learns, and how long it still takes."""
        left = self.until - self.desk.setting.now()
        minutes = -(-int(left.total_seconds()) // 60)
        time = f"nog {minutes} min" if self.next and minutes > 0 else ""
        state = " · ".join(filter(None, (self.progress.name, time)))
        self.query_one("#state", Static).update(Content.styled(state, "$muted"))


def _pick(card: Card) -> tuple[tuple[str, str], ...]:
    return ((f"1-{len(card.options)}", "kiezen"), ("Esc", "stoppen"))
