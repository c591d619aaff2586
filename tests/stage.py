"""A stage for one screen: an app with our looks, a conversation on the disk, and the screen in sight."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from conftest import NOON, SCRIPT
from textual.app import App
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.screen import Screen

import goedgesprek_tui
from goedgesprek_tui.desk import Desk, open_desk
from goedgesprek_tui.models import Note, NoteKind, Session
from goedgesprek_tui.screens.base import TalkScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.themes import DARK

NOTES = (
    Note(id="n1", number=1, text="Hij fietst nu zelf naar school.", positive=True),
    Note(id="n2", number=2, text="Ik hoor pas iets als het [lacht] mis is.", topics=("contact-met-school",)),
    Note(id="n3", number=3, text="Meer gym op vrijdag [/b].", kind=NoteKind.WISH),
    Note(id="n4", number=4, text="Let op de tijd.", kind=NoteKind.REMARK),
    Note(id="n5", number=5, text="Ouders weten niet wie ze kunnen bellen.", kind=NoteKind.SIGNAL),
)


def a_session(*notes: Note, **changes: object) -> Session:
    """Return a session with these notes, held at noon."""
    last = max((note.number for note in notes), default=0)
    known = {"id": "s-1", "started": NOON, "script": SCRIPT, "notes": notes, "last_number": last}
    return Session.model_validate({**known, **changes})


class Stage(App[None]):
    """Shows one screen on a conversation that lies in a folder; `results` are what screens gave."""

    CSS_PATH = Path(goedgesprek_tui.__file__).parent / "app.tcss"
    BINDINGS = []

    def __init__(self, folder: Path, session: Session, screen: Callable[[Talk, Desk], Screen[Any]]) -> None:
        """Store the session, and show this screen on it."""
        super().__init__()
        numbers = count(1)
        self.desk = open_desk(folder, lambda: NOON, lambda: f"id-{next(numbers)}")
        self.opened = self.desk.store.create(session)
        self.make = screen
        self.results: list[Any] = []
        self.register_theme(DARK)
        self.theme = "donker"

    def on_mount(self) -> None:
        """Begin the conversation and show the screen."""
        self.talk = Talk(self.opened, self.desk.setting, self.tell_screen)
        self.push_screen(self.make(self.talk, self.desk), self.results.append)

    def tell_screen(self) -> None:
        """Let the screen in sight show that words are safe, or at risk."""
        if isinstance(self.screen, TalkScreen):
            self.screen.refresh_view()

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.talk.session

    async def keys(self, pilot: Pilot[None], *rows: str) -> None:
        """Press rows of keys, a row in one go: `pilot.press` waits twice for each key.

        In a row no key but the last may change the screen or the focus.
        """
        for row in rows:
            for key in row.split():
                self.post_message(Key(key, key if len(key) == 1 else None))
            await pilot.pause()

    async def paste(self, pilot: Pilot[None], text: str, *rows: str) -> None:
        """Put text in the line that has the focus, in one go, and press keys after it."""
        self.post_message(Paste(text))
        await self.keys(pilot, *(rows or ("",)))

    async def stored(self) -> Session:
        """Close the conversation and return what lies on the disk."""
        for screen in self.screen_stack:
            if isinstance(screen, TalkScreen):
                screen.keep_draft()
        assert await self.talk.close()
        return self.desk.store.load(self.session.id)

    def text(self) -> str:
        """Return what stands on the screen, line by line."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)
