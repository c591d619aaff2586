"""The fictional conversation, typed into the live screen at a pace one can follow."""

import asyncio
from collections.abc import Iterable

from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.widgets.recorder import Recorder

A_KEY = 0.02
A_LOOK = 1.0


async def type_into(live: LiveScreen, lines: Iterable[str], speed: float = 1.0) -> None:
    """Type lines one by one, each followed by Enter; stop as soon as the screen is left."""
    for line in lines:
        await asyncio.sleep(A_LOOK / speed)
        for end in range(1, len(line) + 1):
            if not live.is_current:
                return
            live.query_one(Recorder).put(line[:end])
            await asyncio.sleep(A_KEY / speed)
        if live.is_current:
            live.perform(line)
