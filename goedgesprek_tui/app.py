"""The app: what screens share, and the whole walk between them."""

import asyncio
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import on, work
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import get_current_worker

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import path_of
from goedgesprek_tui.screens.home import READING, Found, HomeScreen
from goedgesprek_tui.screens.memory import settle
from goedgesprek_tui.themes import DARK, LIGHT
from goedgesprek_tui.widgets.choices import Row

if TYPE_CHECKING:
    from goedgesprek_tui.desk import Desk
    from goedgesprek_tui.talk import Talk
    from goedgesprek_tui.walk import Walk

PATIENCE = 3.0
LONGEST = 10.0
FAULT = (
    "Er ging iets mis in het programma zelf. Alles wat met Enter is bewaard, staat op de schijf. "
    "Start het programma opnieuw en kies bovenaan: Verder met."
)


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
        straight: str = "",
        now: Callable[[], datetime] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        new_id: Callable[[], str] | None = None,
    ) -> None:
        """Open on the sessions of a folder.

        `talk` goes straight to a talk: on a script, with a session, or ("") with the last open one;
        `straight` goes to a choice at home: `proef` or `oefenen`. Time and chance come in, so that tests can
        give their own.
        """
        super().__init__()
        self.begins_in = folder
        self.wanted = talk
        self.straight = straight
        self.in_trial_folder = straight == "proef"
        self.now = now
        self.monotonic = monotonic
        self.new_id = new_id
        self.walk: Walk | None = None
        self.walking = False
        self.stopping = False
        self.leaving = False
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = "donker"

    @property
    def talk(self) -> "Talk | None":
        """The talk in hand."""
        return self.walk.talk if self.walk else None

    @property
    def last_words(self) -> str:
        """What there is to say once the screen is gone."""
        return self.walk.last_words if self.walk else ""

    def get_default_screen(self) -> Screen[Any]:
        """Begin at home."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Read scripts and sessions once the first text is on the screen; end well when told to."""
        self.call_after_refresh(self.read_folder, self.begins_in)
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError):
                    asyncio.get_running_loop().add_signal_handler(number, self.hang_up, number)

    # --- home ---------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="folder")
    def read_folder(self, folder: Path, said: str = "") -> None:
        """Read what lies in the folder, beside the screen; a desk that stands there already is used on.

        `said` is what to say at home of what was done.
        """
        from goedgesprek_tui.desk import aware_now, open_desk, random_id
        from goedgesprek_tui.screens.found import read

        desk = self.walk.desk if self.walk else None
        if not desk or desk.folder != folder:
            desk = open_desk(folder, self.now or aware_now, self.new_id or random_id)
        here = read(desk, said)
        if not get_current_worker().is_cancelled:
            came_back = self.walk is not None
            self.call_from_thread(self.show_home, desk, here)
            if came_back:
                settle()

    @work(thread=True, exclusive=True, group="words")
    def read_dictionary(self) -> None:
        """Read the dictionary that asking on needs, beside the screen."""
        from goedgesprek_tui.clean.lemmas import load

        load()
        settle()  # a full collection over all that was read takes 30 ms, in the middle of a key
        if self.walk and not get_current_worker().is_cancelled:
            self.call_from_thread(self.walk.told)

    def show_home(self, desk: "Desk", here: Found) -> None:
        """Show at home what was found; the first time, go where the call wanted."""
        from goedgesprek_tui.walk import Walk

        first = not self.walk
        if not self.walk or self.walk.desk is not desk:
            self.walk = Walk(self, desk, self.monotonic, self.in_trial_folder)
        if first:
            self.read_dictionary()
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            home.show(here)
        if here.locked:
            if first:
                self.go("wachtwoord")
        elif self.straight or self.wanted is not None:
            self.go_straight(here.open_ones)

    def go_straight(self, open_ones: Sequence[str]) -> None:
        """Go where the call wanted: a choice at home, a script, a session, or the last open one."""
        wanted, self.wanted = self.wanted, None
        straight, self.straight = self.straight, ""
        if straight:
            self.go(straight)
        elif wanted:
            self.go(wanted, named=True)
        elif wanted == "":
            self.go(open_ones[0] if open_ones else "nieuw")

    @on(HomeScreen.Chosen)
    def chosen(self, event: HomeScreen.Chosen) -> None:
        """Go where the choice leads; while the folder is being read say so, and go there after that."""
        home = self.screen_stack[0]
        if self.walk:
            self.go(event.what)
        elif isinstance(home, HomeScreen):
            self.straight = event.what
            home.notice(READING)

    @work(group="walk")
    async def go(self, what: str, named: bool = False) -> None:
        """Go from home to where a choice leads, and come back home; one walk at a time.

        `named` says that it is the name of a script or a session, as in the call of the program.
        """
        from goedgesprek_tui.screens.passphrase import PassphraseScreen

        if self.walking or not self.walk:
            return
        self.walking = True
        elsewhere, said = None, ""
        try:
            if named:
                await self.walk.named_talk(what)
            elif what == "map":
                elsewhere = await self.other_folder()
            elif what == "wachtwoord":
                await self.push_screen_wait(PassphraseScreen(self.walk.desk.store))
            else:
                said = await self.walk.go(what)
        except UserError as error:
            self.tell(str(error))
        finally:
            self.walking = False
        self.read_folder(elsewhere or self.walk.desk.folder, said)

    async def other_folder(self) -> Path | None:
        """Ask for another folder to go on in, because this one cannot be written."""
        from goedgesprek_tui.screens.ask import AskScreen

        here = self.walk.desk.folder if self.walk else self.begins_in
        asked = AskScreen("In welke map wil je de gesprekken bewaren?", str(here), deed="deze map nemen")
        path = await self.push_screen_wait(asked)
        return path_of(path) if path else None

    # --- what concerns every screen -----------------------------------------------------------

    def tell(self, message: str) -> None:
        """Say one sentence: on the line for it, or on a screen that has none beside it."""
        say = getattr(self.screen, "say", None)
        if say:
            say(message)
        else:
            self.notify(message, markup=False, timeout=10)

    @work(group="stop")
    async def action_stop(self) -> None:
        """Stop; while a conversation runs, ask first, and going on is the default."""
        from goedgesprek_tui.screens.pick import PickScreen, among

        if self.stopping:
            return
        self.stopping = True
        if not self.walk or not self.talk:
            if await self.may_stop():
                self.exit()
        else:
            rows = [
                Row("Verder met het gesprek", False),
                Row("Afsluiten", True, "je gaat later verder waar je was"),
            ]
            stop = await self.push_screen_wait(PickScreen("Wil je stoppen?", among(rows)))
            if stop and await self.walk.may_leave():
                await self.leave()
        self.stopping = False

    async def may_stop(self) -> bool:
        """Return whether no screen holds what would be lost, or that may be."""
        from goedgesprek_tui.screens.base import Page

        for page in self.screen_stack:
            if isinstance(page, Page) and not await page.may_stop():
                return False
        return True

    async def leave(self, status: int = 0) -> None:
        """Put all on the disk, and end; nothing more can be typed meanwhile."""
        from goedgesprek_tui.screens.blank import LastWordsScreen

        stored = True
        if self.walk and self.talk:
            self.walk.keep_drafts()
            self.push_screen(LastWordsScreen())
            stored = await self.walk.leave()
        status = status if stored else status or 1
        self.exit(return_code=status)
        if not stored:
            self.end_within(PATIENCE, status)  # the end waits for threads, and one may wait for a disk

    def close_talk(self) -> None:
        """Put what is left on the disk after the app ended, whatever ended it."""
        if self.talk and not self.talk.close_now() and self.walk:
            self.walk.last_words = self.talk.failure

    def _fatal_error(self) -> None:
        """End after a fault of our own without showing the words that were on the screen.

        Textual's own report prints the local variables, and those hold what parents said.
        """
        if self.walk:
            with suppress(Exception):
                self.walk.keep_drafts()
        report = traceback.format_exc(chain=False).split("\n")
        places = [line.strip() for line in report if line.startswith("  File")]
        self.panic(Text("\n".join([FAULT, *places[-3:]])))

    def hang_up(self, number: int) -> None:
        """End because the terminal was closed or the laptop goes off, also when no terminal answers."""
        if not self.leaving:
            self.leaving = True
            self.run_worker(self._leave_for_good(128 + number), group="leave")

    async def _leave_for_good(self, status: int) -> None:
        self.end_within(LONGEST, status)
        await self.leave(status)
        self.end_within(PATIENCE, status)

    def end_within(self, seconds: float, status: int) -> None:
        """End the process after so many seconds, whatever it waits for then: a disk, a terminal."""
        if not self.is_headless:
            last_resort = threading.Timer(seconds, os._exit, (status,))
            last_resort.daemon = True
            last_resort.start()

    def action_help_quit(self) -> None:
        """Say how to stop: Ctrl+C does not."""
        kept = " Wat je typte is bewaard." if self.talk else ""
        self.tell(f"Stoppen doe je met Ctrl+Q.{kept}")

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
