"""All conversations in the folder, the newest first."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from goedgesprek_tui.describe import in_a_sentence
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import exports_of
from goedgesprek_tui.folders import pasted_paths
from goedgesprek_tui.models import Session
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.base import Page
from goedgesprek_tui.screens.passphrase import manage
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.store.sessions import Listed
from goedgesprek_tui.widgets.choices import Choices, Row
from goedgesprek_tui.widgets.keys import KeyLine, keys_of

NONE = "Er zijn nog geen gesprekken. Begin er een met Nieuw gesprek."
ERASE = (
    Row("Niet wissen", False),
    Row("Voorgoed wissen", True, "het hele gesprek, met alle kopieën in deze map"),
)


class SessionsScreen(Page[str | None]):
    """Gives the id of the conversation to open, or None; one can be erased for good as well."""

    BINDINGS = [
        Binding("delete", "erase", "wissen", id="gesprek-wissen", tooltip="Dit gesprek voorgoed wissen"),
        Binding("slash", "search", "zoeken", id="zoeken", tooltip="Zoeken in alle notities"),
        Binding("i,I", "fetch", "ophalen", id="ophalen", tooltip="Gesprekken van een collega ophalen"),
        Binding("escape", "dismiss(None)", "terug", id="terug", tooltip="Terug naar het begin"),
        Binding("w,W", "protect", "wachtwoord", id="wachtwoord", tooltip="Een wachtwoord op deze map"),
        Binding("t,T", "topics", "thema's", id="gesprek-themas", tooltip="De thema's van deze gesprekken"),
    ]

    def __init__(self, desk: Desk, listed: Iterable[Listed]) -> None:
        """Show what was found in the folder."""
        super().__init__()
        self.desk = desk
        self.listed = list(listed)

    def compose(self) -> ComposeResult:
        """Show the conversations, and one sentence."""
        yield Static(Content.styled("Gesprekken", "bold"), classes="top")
        yield Choices(self._rows())
        yield Static("" if self.listed else NONE, id="message")
        yield KeyLine(keys_of(self.BINDINGS, ("↑↓", "kiezen"), ("Enter", "openen")))

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Choices).focus()

    def _rows(self) -> list[Row]:
        now = self.desk.setting.now()
        return [
            Row(one.session.title, one, in_a_sentence(one.session, now))
            if one.session
            else Row(f"Niet te openen: {one.id}", one, one.problem)
            for one in self.listed
        ]

    @on(Choices.Picked)
    def choose(self, event: Choices.Picked) -> None:
        """Give the conversation; one that cannot be read cannot be chosen."""
        if event.row.value.session:
            self.dismiss(event.row.value.id)

    @work(exclusive=True)
    async def action_search(self) -> None:
        """Search in the notes of all that can be read, and give the conversation to open."""
        from goedgesprek_tui.screens.search import SearchScreen

        sessions = [one.session for one in self.listed if one.session]
        if chosen := await self.app.push_screen_wait(SearchScreen(self.desk, sessions)):
            self.dismiss(chosen)

    @work(exclusive=True)
    async def action_erase(self) -> None:
        """Erase a conversation for good, after asking; the default is not to."""
        chosen = self.query_one(Choices).chosen
        if not chosen:
            return
        asked = PickScreen(f"{chosen.label} wissen? Dit kan niet terug.", among(ERASE))
        if not await self.app.push_screen_wait(asked):
            return
        try:
            await asyncio.to_thread(self.desk.store.delete, chosen.value.id)
        except UserError as error:
            self._say(str(error))
            return
        self.listed.remove(chosen.value)
        self.query_one(Choices).show(self._rows())
        left = await self._erase_exports(chosen.value.session) if chosen.value.session else ""
        self._say(f"Het gesprek is gewist. {left}" if self.listed or left else NONE)

    async def _erase_exports(self, session: Session) -> str:
        """Erase its summaries as well when she wants that; return a sentence on those that are left."""
        files, others = await asyncio.to_thread(exports_of, self.desk.folder, session)
        rows = [Row("Laten staan", False), Row("Ook wissen", True, ", ".join(file.name for file in files))]
        asked = PickScreen("Ook wat je van dit gesprek opsloeg wissen?", among(rows))
        problem = ""
        if files and await self.app.push_screen_wait(asked):
            try:
                await asyncio.to_thread(self.desk.store.remove, [file for file in files if file.exists()])
            except UserError as error:
                problem = str(error)
            files = [file for file in files if file.exists()]
        left = ", ".join([*(file.name for file in files), *others])
        return f"{problem} Er is nog, haal dat zelf weg als je wilt: {left}.".lstrip() if left else problem

    @work(exclusive=True)
    async def action_fetch(self) -> None:
        """Fetch conversations of a colleague from a file, and show what came of it."""
        from goedgesprek_tui.screens.fetching import ASKED, WHERE, FetchScreen

        typed = await self.app.push_screen_wait(AskScreen(ASKED, about=WHERE, deed="ophalen"))
        if not typed:
            return
        paths = await asyncio.to_thread(pasted_paths, typed)
        said = await self.app.push_screen_wait(FetchScreen(self.desk, paths))
        try:
            self.listed = await asyncio.to_thread(self.desk.store.listed)
        except UserError as error:
            said = str(error)
        self.query_one(Choices).show(self._rows())
        self._say(said)

    @work(exclusive=True)
    async def action_protect(self) -> None:
        """Choose, change or take off the passphrase of the folder."""
        try:
            said = await manage(self.app, self.desk.store)
        except UserError as error:
            said = str(error)
        if said:
            self._say(said)

    @work(exclusive=True)
    async def action_topics(self) -> None:
        """Show the topics of the conversations, and go on with those that were changed there."""
        from goedgesprek_tui.screens.topics import TopicsScreen

        sessions = [one.session for one in self.listed if one.session]
        changed = await self.app.push_screen_wait(TopicsScreen(self.desk, sessions))
        now = {session.id: session for session in changed or ()}
        self.listed = [replace(one, session=now.get(one.id, one.session)) for one in self.listed]
        self.query_one(Choices).show(self._rows())

    def _say(self, message: str) -> None:
        self.query_one("#message", Static).update(Content(message))
