"""Vragen leren: who you are, so that the cards come back to you in time."""

import asyncio
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import own_exercises
from goedgesprek_tui.learners import People, forget, keep, people
from goedgesprek_tui.practice.cards import Deck, deck_of
from goedgesprek_tui.practice.five import FIVE
from goedgesprek_tui.practice.learning import Progress
from goedgesprek_tui.prompts import load_exercises
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.text import count, shortened
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NEW = Row("Beginnen", None, "onder een naam die je zelf kiest")
OTHER = Row("Iemand anders", None, "onder een naam die je zelf kiest")
ABOUT = (
    "Met een schone vraag geef je de woorden van de ouder precies terug, en je vult zelf niets in. "
    "Er zijn er twaalf. Vijf daarvan zijn voor een groep ouders. Die leer je hier eerst, vijf minuten "
    "per keer. Wat je weet komt later terug; wat je nog niet weet eerder."
)
NAME = "Zo weet het programma de volgende keer wat je al kunt. Een verzonnen naam mag ook."
NAMELESS = "Er is niets begonnen: typ een naam om te leren, welke je maar wilt."
WHOLE = "{} leert nu ook de drie vragen die alleen in een oefening passen."
NOT_WHOLE = "{} leert nu alleen de vragen voor een groep ouders."
GROUP_DECK, WHOLE_DECK = 9, 12
"""How many questions suit a group of parents, and how many there are."""
LONGEST = 40


class CardsScreen(Page[None]):
    """Offers who learns here; the cards of one come back here."""

    BINDINGS = [
        Binding(
            "t,T", "whole", "alle twaalf", id="twaalf", tooltip="Ook de vragen die in een groep niet passen"
        ),
        Binding("delete", "forget", "wissen", id="vergeten", tooltip="Wissen hoever iemand is"),
        Binding("escape", "dismiss", "terug", id="terug", tooltip="Terug naar oefenen"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Keep how far people are beside the sessions of this desk."""
        super().__init__()
        self.desk = desk
        self.file = desk.store.learning
        self.people = People()
        self.last = ""

    def compose(self) -> ComposeResult:
        """Show who is known here."""
        yield Static(Content.styled("Vragen leren", "bold"), classes="top")
        yield Static(Content(ABOUT), classes="about")
        yield Choices([NEW], spaced=True)
        yield Static(id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "leren")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    @work(exclusive=True, group="people")
    async def on_screen_resume(self) -> None:
        """Read who is known, beside the keys; again after somebody learned."""
        self.people = await asyncio.to_thread(people, self.file)
        self.show_people()
        if self.people.notice:
            self.say(self.people.notice)

    def say(self, message: str) -> None:
        """Show one sentence; it stays until the next one."""
        self.query_one("#message", Static).update(Content(message))

    def show_people(self) -> None:
        """Show who is known, and that another can begin."""
        rows = [Row(one.name, one, self.how_far(one)) for one in self.people.known]
        choices = self.query_one(Choices)
        choices.show([*rows, OTHER if rows else NEW])
        names = [row.label for row in rows]
        choices.highlighted = names.index(self.last) if self.last in names else 0

    def how_far(self, one: Progress) -> str:
        """Return in a few words how far somebody is."""
        now = self.desk.setting.now()
        waiting = sum(kept.due <= now for kept in one.cards.values())
        total = WHOLE_DECK if one.whole else GROUP_DECK if len(one.taught) > len(FIVE) else len(FIVE)
        ready = f"{len(one.taught)} van de {total} vragen gezien"
        return f"{ready}, {count(waiting, 'kaartje wacht', 'kaartjes wachten')}" if waiting else ready

    @on(Choices.Picked)
    def chosen(self, event: Choices.Picked) -> None:
        """Learn under the name that was chosen, or ask for one."""
        self.learn(event.row.value)

    @work(exclusive=True, group="learn")
    async def learn(self, progress: Progress | None) -> None:
        """Ask for a name if there is none yet, and learn."""
        from goedgesprek_tui.screens.card_session import CardSessionScreen

        if not progress:
            typed = await self.app.push_screen_wait(
                AskScreen("Hoe wil je hier heten?", about=NAME, placeholder="een voornaam", deed="beginnen")
            )
            name = shortened(typed or "", LONGEST)
            if not name:
                self.say(NAMELESS if typed is not None else "")
                return
            progress = self.people.named(name) or Progress(name=name)
        self.last = progress.name
        deck, notice = await asyncio.to_thread(self.deck, progress.whole)
        await self.app.push_screen_wait(CardSessionScreen(self.desk, progress, deck, notice))

    def deck(self, whole: bool) -> tuple[Deck, str]:
        """Return the cards there are, with those of the trainer's own sets, and what is wrong with a file."""
        found = load_exercises(own_exercises(self.desk.folder))
        broken = [f"{one.path.name} doet niet mee: {one.faults[0]}" for one in found.broken[:1]]
        return deck_of(self.desk.prompts.questions, found.card_sets, whole), "".join(broken)

    def action_whole(self) -> None:
        """Learn all twelve questions, or only those for a group of parents."""
        if (row := self.query_one(Choices).chosen) and row.value:
            after = row.value.model_copy(update={"whole": not row.value.whole})
            self.change(
                partial(keep, self.file, after), (WHOLE if after.whole else NOT_WHOLE).format(after.name)
            )

    @work(exclusive=True, group="learn")
    async def action_forget(self) -> None:
        """Remove what is kept of somebody, after asking; not doing it is the default."""
        if (row := self.query_one(Choices).chosen) and row.value:
            name = row.value.name
            rows = [Row("Niet wissen", False), Row("Wissen", True, "de kaartjes beginnen dan opnieuw")]
            if await self.app.push_screen_wait(PickScreen(f"Wissen hoever {name} is?", among(rows))):
                self.change(partial(forget, self.file, name), f"Van {name} is niets meer bewaard.")

    @work(group="change")
    async def change(self, act: partial[None], said: str) -> None:
        """Change what is kept, beside the keys, and say that it was done, or why not."""
        try:
            await asyncio.to_thread(act)
        except UserError as error:
            said = str(error)
        self.people = await asyncio.to_thread(people, self.file)
        self.show_people()
        self.say(said)
