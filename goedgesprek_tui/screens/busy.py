"""Doing something that takes a while and that nothing may come between."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import Static

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.screens.base import Overlay

WAIT = "Even geduld…"
A_FRAME = 0.05
Result = TypeVar("Result")


class BusyScreen(Overlay[Any]):
    """Does something beside the event loop while keys do nothing; gives what came of it, or the UserError.

    It says that it takes a while; a `quiet` one lets the screen under it be seen, that says so itself. What
    is carried out can `tell` how far it is.
    """

    def __init__(self, act: Callable[[], Any], quiet: bool = False) -> None:
        """Carry this out."""
        super().__init__(classes="-quiet" if quiet else None)
        self.act = act
        self.quiet = quiet
        self.outcome: list[Any] = []
        self.far = ""

    def compose(self) -> ComposeResult:
        """Show that it takes a while."""
        if not self.quiet:
            with Vertical(classes="page"):
                yield Static(Content.styled(WAIT, "bold"), classes="heading")
                yield Static(id="far")

    @work
    async def on_mount(self) -> None:
        """Do it, and leave when it is done."""
        await drawn(self)
        try:
            self.outcome.append(await asyncio.to_thread(self.act))
        except UserError as error:
            self.outcome.append(error)
        self.leave_when_done()

    def tell(self, done: int, total: int) -> None:
        """Show soon that so many steps of so many were taken; called from any thread."""
        far = f"{100 * done // max(total, 1)}%"
        if far != self.far:
            self.far = far
            self.call_later(self.show_far)

    def show_far(self) -> None:
        """Show how far it is."""
        for line in self.query("#far").results(Static):
            line.update(Content(self.far))

    @on(ScreenResume)
    def leave_when_done(self) -> None:
        """Leave, unless another screen was opened over this one meanwhile."""
        if self.outcome:
            self.dismiss(self.outcome[0])


async def drawn(screen: Screen[Any]) -> None:
    """Wait until a screen can be seen as it is now, before what lets nothing else run.

    Working on a passphrase does: no thread of Python runs then, nor the one that writes to the terminal.
    """
    refreshed = asyncio.Event()
    screen.call_after_refresh(refreshed.set)
    await refreshed.wait()
    await asyncio.sleep(A_FRAME)


async def undisturbed(app: App[Any], act: Callable[[], Result], quiet: bool = False) -> Result:
    """Carry this out beside the event loop, with nothing in between; return what it returns.

    What it raises is raised here. To be called from a worker.
    """
    came: Result = await _outcome(app, BusyScreen(act, quiet))
    return came


async def undisturbed_telling(app: App[Any], act: Callable[[Callable[[int, int], None]], Result]) -> Result:
    """Carry this out as `undisturbed` does; it is given what it can tell how far it is."""
    busy = BusyScreen(lambda: act(busy.tell))
    came: Result = await _outcome(app, busy)
    return came


async def _outcome(app: App[Any], busy: BusyScreen) -> Any:
    came = await app.push_screen_wait(busy)
    if isinstance(came, UserError):
        raise came
    return came
