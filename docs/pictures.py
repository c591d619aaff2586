"""Draws the pictures of the README from the fictional conversation: `python docs/pictures.py`."""

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.console.trial import SCRIPT, trial_lines
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.read_back import ReadBackScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.widgets.recorder import Recorder

HERE = Path(__file__).parent
IN_THE_TALK = 9
S = TypeVar("S", bound=Screen[Any])


async def main() -> None:
    """Hold the conversation, and draw the talk, the reading back and the summary."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        app = GoedGesprek(Path(folder), talk=SCRIPT, monotonic=lambda: start)
        async with app.run_test(size=(80, 24)) as pilot:
            await _draw_all(app, pilot)


async def _draw_all(app: GoedGesprek, pilot: Pilot[None]) -> None:
    live = await _screen(pilot, LiveScreen)
    live.talk.change(live.talk.conversation.facts(place_kind="ouderkamer", place="De Linde"))
    lines = trial_lines()
    await _type(pilot, live, lines[:IN_THE_TALK])
    live.talk.conversation = live.talk.conversation.timed(60 * 4)
    live.refresh_view()
    live.say("")
    await _draw(app, pilot, "gesprek")
    await _type(pilot, live, ["/teruglezen"])
    await _screen(pilot, ReadBackScreen)
    await pilot.press("j", "j", "j")
    await _draw(app, pilot, "teruglezen")
    await pilot.press("escape")
    await _type(pilot, live, lines[IN_THE_TALK:])
    await _screen(pilot, WrapUpScreen)
    await pilot.press("end", "up", "up", "up", "enter")
    await pilot.pause(0.5)
    await _draw(app, pilot, "samenvatting")


async def _type(pilot: Pilot[None], live: LiveScreen, lines: list[str]) -> None:
    for line in lines:
        live.query_one(Recorder).put(line)
        await pilot.press("enter")
        await pilot.pause(0.05)


async def _screen(pilot: Pilot[None], kind: type[S]) -> S:
    while not isinstance(pilot.app.screen, kind):
        await pilot.pause(0.05)
    await pilot.pause(0.2)
    return pilot.app.screen


async def _draw(app: GoedGesprek, pilot: Pilot[None], name: str) -> None:
    await pilot.pause(0.3)
    (HERE / f"{name}.svg").write_text(app.export_screenshot(title="goedgesprek"), "utf-8")


if __name__ == "__main__":
    asyncio.run(main())
