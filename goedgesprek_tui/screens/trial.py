"""The fictional conversation, typed into the live screen at a pace one can follow."""

import asyncio
from collections.abc import Sequence

from textual import work
from textual.content import Content

from goedgesprek_tui.prompts import Prompts
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.recorder import Recorder

A_KEY = 0.02
A_LOOK = 1.0


class TrialScreen(LiveScreen):
    """Types lines by itself, each followed by Enter; Esc stops that, and you go on yourself."""

    def __init__(self, talk: Talk, prompts: Prompts, lines: Sequence[str]) -> None:
        """Play these lines."""
        super().__init__(
            talk, prompts, "Een verzonnen gesprek. Kijk mee, of druk op Esc om zelf verder te gaan."
        )
        self.lines = lines
        self.playing = True

    def on_mount(self) -> None:
        """Begin to type."""
        self.play()

    @work(exclusive=True)
    async def play(self) -> None:
        """Type all lines, for as long as nobody takes over."""
        recorder = self.query_one(Recorder)
        for line in self.lines:
            await asyncio.sleep(A_LOOK)
            for end in range(1, len(line) + 1):
                while not self.is_current:
                    await asyncio.sleep(A_LOOK)
                if not self.playing:
                    return
                recorder.put(line[:end])
                await asyncio.sleep(A_KEY)
            while not self.is_current:
                await asyncio.sleep(A_LOOK)
            recorder.put("")
            self.perform(line)
        self.playing = False

    def action_step_back(self) -> None:
        """Stop typing; after that, one step back as always."""
        if not self.playing:
            super().action_step_back()
            return
        self.playing = False
        self.query_one(Recorder).put("")
        self.say("Nu jij. Typ wat een ouder zegt, of /stop om af te ronden.")
        self.refresh_clock()

    def state(self) -> Content:
        """Say that this is a trial, for as long as the program types."""
        if self.playing:
            return Content.assemble(("▶ proef", "bold $secondary"), ("  Esc: zelf verder", "$muted"))
        return super().state()
