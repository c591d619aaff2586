"""The app: what screens share, and the whole walk between them."""

import asyncio
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import on, work
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import shown
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.text import count
from goedgesprek_tui.themes import DARK, LIGHT
from goedgesprek_tui.widgets.choices import Row

if TYPE_CHECKING:
    from goedgesprek_tui.desk import Desk
    from goedgesprek_tui.screens.live import LiveScreen
    from goedgesprek_tui.store.sessions import Listed, OpenSession
    from goedgesprek_tui.talk import Talk

DUE_SHOWN = 3
FAULT = "Er ging iets mis in het programma zelf. Alles wat met Enter is bewaard, staat op de schijf."
GO_ON = "Het gesprek is bewaard. Verder gaan: goedgesprek gesprek"


class GoedGesprek(App[None]):
    """Holds conversations: home, preparing, the talk, and the work afterwards."""

    CSS_PATH = "app.tcss"
    TITLE = "goedgesprek"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding("ctrl+q", "stop", show=False, priority=True, id="stoppen", tooltip="Stoppen, na een vraag"),
        Binding("ctrl+p", "palette", show=False, id="alles", tooltip="Alles wat hier kan"),
    ]

    def __init__(
        self,
        folder: Path,
        talk: str | None = None,
        trial: bool = False,
        now: Callable[[], datetime] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        new_id: Callable[[], str] | None = None,
    ) -> None:
        """Open on the sessions of a folder.

        `talk` goes straight to a talk: on a script, with a session, or ("") with the last open one;
        `trial` plays the fictional one. Time and chance come in, so that tests can give their own.
        """
        super().__init__()
        self.folder = folder
        self.wanted = talk
        self.trial = trial
        self.in_trial_folder = trial
        self.now = now
        self.monotonic = monotonic
        self.new_id = new_id
        self.desk: Desk | None = None
        self.talk: Talk | None = None
        self.last_words = ""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = "donker"

    def get_default_screen(self) -> Screen[Any]:
        """Begin at home."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Read scripts and sessions once the first text is on the screen; end well when told to."""
        self.call_after_refresh(self.read_folder)
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError):
                    asyncio.get_running_loop().add_signal_handler(number, self.hang_up, number)

    # --- home ---------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="folder", exit_on_error=False)
    def read_folder(self) -> None:
        """Read what lies in the folder, beside the screen."""
        from goedgesprek_tui.desk import aware_now, open_desk, random_id

        notice = ""
        desk = self.desk
        if not desk or desk.folder != self.folder:
            desk = open_desk(self.folder, self.now or aware_now, self.new_id or random_id)
        try:
            desk.store.prepare()
        except UserError as error:
            notice = str(error)
        self.call_from_thread(self.show_home, desk, desk.store.listed(), notice)

    def show_home(self, desk: "Desk", listed: "list[Listed]", notice: str) -> None:
        """Show at home what was found; the first time, go where the call wanted."""
        from goedgesprek_tui.describe import due_lines, in_a_sentence

        self.desk = desk
        now = desk.setting.now()
        sessions = [one.session for one in listed if one.session]
        rows = [
            Row(f"Verder met {session.title}", session.id, in_a_sentence(session, now))
            for session in sessions
            if not session.ended
        ]
        unreadable = [f"{one.id}: {one.problem}" for one in listed if not one.session]
        due = due_lines(sessions, now.date())[:DUE_SHOWN]
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            where = f"{count(len(sessions), 'gesprek', 'gesprekken')} · map {shown(self.folder)}"
            home.show(rows, where, due, notice or next(iter(unreadable), ""), blocked=bool(notice))
        if self.trial or self.wanted is not None:
            self.go_straight([row.value for row in rows])

    def go_straight(self, open_ones: list[str]) -> None:
        """Go where the call wanted: the fictional talk, a script, a session, or the last open one."""
        wanted, self.wanted = self.wanted, None
        trial, self.trial = self.trial, False
        if trial:
            self.walk("proef")
        elif wanted == "":
            self.walk(open_ones[0] if open_ones else "nieuw")
        elif wanted is not None:
            self.walk(wanted)

    @on(HomeScreen.Chosen)
    def chosen(self, event: HomeScreen.Chosen) -> None:
        """Go where the choice leads, once the folder has been read."""
        if self.desk:
            self.walk(event.what)

    # --- the walk -----------------------------------------------------------------------------

    @work(exclusive=True, group="walk")
    async def walk(self, what: str) -> None:
        """Walk from home to where a choice leads, and back home."""
        try:
            await self._walk(what)
        except UserError as error:
            self.tell(str(error))
        self.read_folder()

    async def _walk(self, what: str) -> None:
        match what:
            case "nieuw":
                await self.new_talk()
            case "gesprekken":
                await self.sessions()
            case "proef":
                await self.play_trial()
            case "map":
                await self.other_folder()
            case _:
                await self.named_talk(what)

    async def new_talk(self) -> None:
        """Choose a script, prepare, and hold the talk; a step back goes back one step."""
        from goedgesprek_tui.screens.scripts import ScriptsScreen
        from goedgesprek_tui.screens.setup import SetupScreen

        assert self.desk
        while script := await self.push_screen_wait(ScriptsScreen(self.desk.prompts)):
            facts = await self.push_screen_wait(SetupScreen(script))
            if facts is not None:
                await self.hold(self.desk, self.desk.store.create(self.desk.begin(script, **facts)))
                return

    async def named_talk(self, name: str) -> None:
        """Hold a talk that is already there, by its id, or a new one on a script."""
        assert self.desk
        try:
            session_id = self.desk.store.find(name)
        except UserError:
            script = self.desk.script(name)
            await self.hold(self.desk, self.desk.store.create(self.desk.begin(script)))
            return
        await self.hold(self.desk, self.desk.store.open(session_id))

    async def hold(self, desk: "Desk", opened: "OpenSession", typed: "list[str] | None" = None) -> None:
        """Hold a talk and do the work after it, as often as it takes; all is on the disk at the end.

        `typed` are lines that are typed by the program: the fictional talk.
        """
        from goedgesprek_tui.screens.live import LiveScreen
        from goedgesprek_tui.talk import Talk

        self.talk = talk = Talk(opened, desk.setting, self.tell_screen, self.monotonic)
        going_on = True
        while going_on:
            if not talk.session.ended:
                live = LiveScreen(talk, desk.prompts, opened.notice)
                left = self.push_screen(live, wait_for_dismiss=True)
                if typed:
                    self.type_lines(live, typed)
                    typed = None
                if await left != "stop":
                    break
            from goedgesprek_tui.screens.wrap_up import WrapUpScreen

            going_on = await self.push_screen_wait(WrapUpScreen(talk, desk)) == "verder"
            if going_on:
                talk.change(talk.conversation.reopen())
        await talk.close()
        self.talk = None

    @work(exclusive=True, group="typing")
    async def type_lines(self, live: "LiveScreen", lines: list[str]) -> None:
        """Type the fictional talk."""
        from goedgesprek_tui.screens.trial import type_into

        await type_into(live, lines)

    async def sessions(self) -> None:
        """Show all conversations, and open what was chosen."""
        from goedgesprek_tui.screens.sessions import SessionsScreen

        assert self.desk
        chosen = await self.push_screen_wait(
            SessionsScreen(self.desk, await asyncio.to_thread(self.desk.store.listed))
        )
        if chosen:
            await self.hold(self.desk, self.desk.store.open(chosen))

    async def other_folder(self) -> None:
        """Go on in another folder, because this one cannot be written."""
        from goedgesprek_tui.screens.ask import AskScreen

        path = await self.push_screen_wait(
            AskScreen("In welke map wil je de gesprekken bewaren?", str(self.folder))
        )
        if path:
            self.folder = Path(path).expanduser()

    async def play_trial(self) -> None:
        """Play the fictional talk in a folder of its own, and show its summary."""
        from goedgesprek_tui.console.trial import trial_folder, trial_lines, trial_session
        from goedgesprek_tui.desk import open_desk

        assert self.desk
        desk = self.desk
        if not self.in_trial_folder:
            setting = desk.setting
            desk = open_desk(trial_folder(None), setting.now, setting.new_id)
            desk.store.prepare()
        await self.hold(desk, desk.store.create(trial_session(desk)), typed=trial_lines())

    # --- what concerns every screen -----------------------------------------------------------

    def tell(self, message: str) -> None:
        """Say one sentence on a screen that has no line of its own for it."""
        self.notify(message, markup=False, timeout=10)

    def tell_screen(self) -> None:
        """Let the screen in sight show that words are safe, or at risk."""
        from goedgesprek_tui.screens.base import TalkScreen

        if isinstance(self.screen, TalkScreen):
            self.screen.refresh_view()

    @work(exclusive=True, group="stop")
    async def action_stop(self) -> None:
        """Stop; while a conversation runs, ask first, and going on is the default."""
        if not self.talk:
            self.exit()
            return
        from goedgesprek_tui.screens.pick import PickScreen, among

        if isinstance(self.screen, PickScreen):
            return
        rows = [
            Row("Verder met het gesprek", "verder"),
            Row("Afsluiten", "stop", "het gesprek blijft open en alles is bewaard"),
        ]
        if await self.push_screen_wait(PickScreen("Wil je stoppen?", among(rows))) == "stop":
            await self.leave()

    async def leave(self, status: int = 0) -> None:
        """Put the half-typed line and all else on the disk, and end."""
        from goedgesprek_tui.screens.base import TalkScreen

        if self.talk:
            for screen in self.screen_stack:
                if isinstance(screen, TalkScreen):
                    screen.keep_draft()
            stored = await self.talk.close()
            self.last_words = (
                "Het gesprek is bewaard. Verder gaan: goedgesprek gesprek" if stored else self.talk.failure
            )
        self.exit(return_code=status)

    def _fatal_error(self) -> None:
        """End after a fault of our own without showing the words that were on the screen.

        Textual's own report prints the local variables, and those hold what parents said.
        """
        report = traceback.format_exc(chain=False).split("\n")
        places = [line.strip() for line in report if line.startswith("  File")]
        self.panic(Text("\n".join([FAULT, *places[-3:]])))

    def hang_up(self, number: int) -> None:
        """End because the terminal was closed or the laptop goes off."""
        self.run_worker(self.leave(128 + number), group="leave")

    def action_help_quit(self) -> None:
        """Say how to stop: Ctrl+C does not."""
        self.tell("Stoppen doe je met Ctrl+Q. Wat je typte is bewaard.")

    def action_hulp(self) -> None:
        """Show the help."""
        from goedgesprek_tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    @work
    async def action_palette(self) -> None:
        """Show all that can be done on this screen, with its keys, and do what is chosen."""
        from goedgesprek_tui.screens.palette import palette
        from goedgesprek_tui.screens.pick import PickScreen

        if isinstance(self.screen, PickScreen):
            return
        screen = self.screen
        action = await self.push_screen_wait(PickScreen("Alles wat hier kan", palette(screen)))
        if action:
            await self.run_action(action, screen)

    def action_look(self) -> None:
        """Change between the dark and the light look."""
        self.theme = "licht" if self.theme == "donker" else "donker"
