"""The walk between the screens: from home to a talk, the work after it, and back home."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App

from goedgesprek_tui.desk import Desk, open_desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import shown
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.base import TalkScreen
from goedgesprek_tui.screens.busy import undisturbed
from goedgesprek_tui.screens.pick import PickScreen, among
from goedgesprek_tui.store.errors import AlreadyOpen
from goedgesprek_tui.store.sessions import OpenSession
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.choices import Row

GO_ON = "Het gesprek is bewaard. Verder gaan: goedgesprek gesprek"


class Walk:
    """Shows one screen after another, each when the one before gives its result; holds the talk in hand."""

    def __init__(
        self, app: App[Any], desk: Desk, monotonic: Callable[[], float], in_trial_folder: bool = False
    ) -> None:
        """Walk in this app, with what lies on the desk."""
        self.app = app
        self.desk = desk
        self.monotonic = monotonic
        self.in_trial_folder = in_trial_folder
        self.talk: Talk | None = None
        self.last_words = ""

    async def go(self, what: str) -> str:
        """Go where a choice at home leads: one of the rows, or the id of a session to go on with.

        Return what to say of it at home. Raise UserError when that cannot be done.
        """
        from goedgesprek_tui.screens.tidying import tidy

        match what:
            case "nieuw":
                await self.new_talk()
            case "gesprekken":
                await self.sessions()
            case "terugblik":
                await self.look_back()
            case "oefenen":
                await self.practise()
            case "proef":
                await self.trial()
            case "opruimen":
                return await tidy(self.app, self.desk)
            case _:
                await self.go_on(what)
        return ""

    async def new_talk(self) -> None:
        """Choose a script, prepare, and hold the talk; a step back goes back one step."""
        from goedgesprek_tui.screens.scripts import ScriptsScreen
        from goedgesprek_tui.screens.setup import SetupScreen

        first = None if await asyncio.to_thread(self._is_used) else self.desk.store
        topics = asyncio.create_task(asyncio.to_thread(self.desk.own_topics))
        while script := await self.app.push_screen_wait(ScriptsScreen(self.desk.prompts)):
            facts = await self.app.push_screen_wait(SetupScreen(script, first))
            if facts is not None:
                session = self.desk.begin(script, topics=await topics, **facts)
                await self.hold(await asyncio.to_thread(self.desk.store.create, session))
                return

    async def named_talk(self, name: str) -> None:
        """Hold a new talk on the script of this name, or else the session with this id."""
        await self.hold(await asyncio.to_thread(self._named, name))

    async def sessions(self) -> None:
        """Show all conversations, and open what was chosen."""
        from goedgesprek_tui.screens.sessions import SessionsScreen

        listed = await asyncio.to_thread(self.desk.store.listed)
        chosen = await self.app.push_screen_wait(SessionsScreen(self.desk, listed))
        if chosen:
            await self.go_on(chosen)

    async def look_back(self) -> None:
        """Look back on all conversations; one that is opened from there comes back there."""
        from goedgesprek_tui.screens.review import ReviewScreen

        screen = ReviewScreen(self.desk)
        while chosen := await self.app.push_screen_wait(screen):
            looked_at = screen.selection
            await self.go_on(chosen)
            screen = ReviewScreen(self.desk, looked_at)

    async def practise(self) -> None:
        """Practise for as long as it takes; the fictional talk comes back here."""
        from goedgesprek_tui.screens.practice import PracticeScreen

        practice = PracticeScreen(self.desk, self.monotonic)
        while await self.app.push_screen_wait(practice) == "proef":
            await self.trial()
            practice = PracticeScreen(self.desk, self.monotonic)

    async def go_on(self, id_: str) -> None:
        """Hold a talk that is there; one that is open in another window can be read here."""
        from goedgesprek_tui.screens.looking import LookScreen

        try:
            opened = await asyncio.to_thread(self.desk.store.open, id_)
        except AlreadyOpen as error:
            rows = [Row("Terug", False), Row("Alleen lezen", True, "wat er nu op de schijf staat")]
            if await self.app.push_screen_wait(PickScreen(str(error), among(rows))):
                session = await asyncio.to_thread(self.desk.store.load, id_)
                await self.app.push_screen_wait(LookScreen(session))
            return
        await self.hold(opened)

    async def trial(self) -> None:
        """Play the fictional talk in a folder of its own, save its summary, and show it."""
        from goedgesprek_tui.console.trial import trial_lines, trial_session
        from goedgesprek_tui.exporting import export
        from goedgesprek_tui.screens.preview import PreviewScreen
        from goedgesprek_tui.screens.trial import TrialScreen

        folder = self.desk.folder if self.in_trial_folder else self.desk.folder / "proef"
        desk = await asyncio.to_thread(self._trial_desk, folder)
        opened = await asyncio.to_thread(desk.store.create, trial_session(desk))
        async with self._in_hand(opened) as talk:
            if await self.app.push_screen_wait(TrialScreen(talk, desk.prompts, trial_lines())) == "stop":
                made = await asyncio.to_thread(export, desk, [talk.session], "md")
                exports = (*talk.session.exports, made.noted[talk.session.id])
                talk.change(talk.conversation.with_exports(exports))
                where = shown(made.path)
                self.last_words = f"Het gesprek staat in {shown(folder)}, de samenvatting in {where}."
                await self.app.push_screen_wait(PreviewScreen(talk, desk, message=self.last_words))

    async def hold(self, opened: OpenSession) -> None:
        """Hold a talk and do the work after it, as often as it takes; all is on the disk at the end."""
        from goedgesprek_tui.screens.live import LiveScreen
        from goedgesprek_tui.screens.wrap_up import WrapUpScreen

        async with self._in_hand(opened) as talk:
            going_on = True
            while going_on:
                live = None if talk.session.ended else LiveScreen(talk, self.desk.prompts)
                while live and isinstance(folder := await self.app.push_screen_wait(live), Path):
                    live = LiveScreen(talk, self.desk.prompts, await self._moved(talk, folder))
                going_on = await self.app.push_screen_wait(WrapUpScreen(talk, self.desk)) == "verder"
                if going_on:
                    talk.tick()
                    talk.change(talk.conversation.reopen())
                else:
                    going_on = not await self.may_leave()

    async def _moved(self, talk: Talk, folder: Path) -> str:
        """Go on in another folder from now on, and say so, or why not."""
        before = self.desk

        def move() -> tuple[Desk, OpenSession]:
            desk = open_desk(folder, before.setting.now, before.setting.new_id)
            return desk, talk.taken_over(desk.store)

        try:
            desk, opened = await undisturbed(self.app, move)
        except UserError as error:
            return str(error)
        talk.go_on_with(opened)
        self.desk = desk
        return f"Verder in {shown(desk.folder)}. In {shown(before.folder)} staat nog wat daar al was bewaard."

    async def may_leave(self) -> bool:
        """Wait until all is on the disk; when that does not come, ask. Going back is the default."""
        if not self.talk or await self.talk.settle():
            return True
        rows = [
            Row("Terug, en nog eens proberen", False, self.talk.failure),
            Row("Toch weg", True, "wat nog niet is bewaard, raakt kwijt"),
        ]
        return bool(await self.app.push_screen_wait(PickScreen("Niet alles is bewaard.", among(rows))))

    def keep_drafts(self) -> None:
        """Hand what is half typed to the saver; the line of the talk goes before a wording being changed."""
        if not self.talk:
            return
        for screen in self.app.screen_stack:
            if isinstance(screen, TalkScreen):
                screen.keep_draft()
            elif isinstance(screen, AskScreen) and screen.half_typed and not self.talk.session.draft:
                self.talk.change(self.talk.conversation.drafted(screen.half_typed))

    async def leave(self) -> bool:
        """Put all on the disk, because the program ends; return whether that was done."""
        if not self.talk:
            return True
        stored = await self.talk.close()
        self.last_words = self.talk.failure if not stored else ("" if self.talk.session.ended else GO_ON)
        return stored

    @asynccontextmanager
    async def _in_hand(self, opened: OpenSession) -> AsyncIterator[Talk]:
        talk = self.talk = Talk(opened, self.desk.setting, self.told, self.monotonic)
        self.last_words = ""
        try:
            yield talk
        finally:
            self.talk = None
            await asyncio.shield(talk.close())

    def told(self) -> None:
        """Show the talk anew, soon: something is safe, or can be asked that could not be before."""
        if self.app.is_running:
            self.app.call_later(self.show_talk)

    def show_talk(self) -> None:
        """Show the talk as it is now, when a screen of it is in sight."""
        if isinstance(self.app.screen, TalkScreen):
            self.app.screen.refresh_view()

    def _is_used(self) -> bool:
        """Whether no passphrase is offered: the folder has one, or conversations, or is for a trial."""
        store = self.desk.store
        return self.in_trial_folder or store.key.is_there or bool(store.look().ids())

    def _trial_desk(self, folder: Path) -> Desk:
        desk = open_desk(folder, self.desk.setting.now, self.desk.setting.new_id)
        desk.store.prepare()
        return desk

    def _named(self, name: str) -> OpenSession:
        try:
            session = self.desk.begin(self.desk.script(name), topics=self.desk.own_topics())
        except UserError as no_script:
            try:
                session_id = self.desk.store.find(name)
            except UserError:
                raise no_script from None
            return self.desk.store.open(session_id)
        return self.desk.store.create(session)
