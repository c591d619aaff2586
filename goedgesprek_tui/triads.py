"""The triad under way: the one place where it changes, on its way to the disk and to the screen."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread

from pydantic import ValidationError

from goedgesprek_tui.practice.triad import Triad, time_left
from goedgesprek_tui.store.errors import AlreadyOpen, NotOurs, NotStored, StoreError, Unreadable, reported
from goedgesprek_tui.store.lock import lock_of, locked
from goedgesprek_tui.store.saver import Saver
from goedgesprek_tui.store.side import SideFile

STATE = "stand"
PATIENCE = 5.0
LONGEST_STEP = 60.0
"""After how many seconds without a tick the laptop must have slept; that time does not count."""
ELSEWHERE = "Dit drietal is al open in een ander venster; ga daar verder, of sluit dat venster."
HANGS = "De schijf antwoordt niet; wat jullie het laatst opschreven, is misschien niet bewaard."
NOT_WIPED = "De schijf antwoordt niet; er is nog niets gewist. Probeer het nog eens."
ASIDE = "{} Het bestand staat nu apart, als {} in de map oefenen."


@dataclass(frozen=True)
class Found:
    """The triad that was kept, if any; `notice` is what to say when it cannot be used.

    `shut` says that there is one all the same, which a new one must not be written over.
    """

    triad: Triad | None = None
    notice: str = ""
    shut: bool = False


def kept_triad(file: SideFile) -> Found:
    """Return the triad on the disk; one that is damaged is put aside. To be called beside the event loop."""
    try:
        docs = file.read()
        return Found(Triad.model_validate(docs[STATE]) if STATE in docs else None)
    except (Unreadable, ValidationError, NotOurs) as error:
        said = file.damaged if isinstance(error, ValidationError) else str(error)
        try:
            return Found(notice=ASIDE.format(said, file.set_aside().name))
        except OSError:
            return Found(notice=said, shut=True)
    except StoreError as error:
        return Found(notice=str(error), shut=True)


class RunningTriad:
    """Holds the triad that screens show, hands each change to the disk, and lets its clock run.

    What is being typed may be put in `triad` as it is; it goes to the disk with `store`, and at the end. Made
    on the event loop; `told` is called there when words came at risk, or are safe again.
    """

    def __init__(
        self,
        file: SideFile,
        triad: Triad,
        monotonic: Callable[[], float] = time.monotonic,
        told: Callable[[], None] = lambda: None,
    ) -> None:
        """Go on with this triad, that no other window may have open; raises `AlreadyOpen`, `NotStored`."""
        self._opened = _OpenTriad(file)
        self.triad = triad
        self.failure = ""
        self.told = told
        self._file = file
        self._monotonic = monotonic
        self._since = monotonic()
        self._closed = self._wiped = self._stored_all = False
        self._closing: Thread | None = None
        self._loop = asyncio.get_running_loop()
        self._saver = Saver(self._opened, self._answered)
        self._handed: Triad | None = None
        self.store()

    def change(self, triad: Triad) -> None:
        """Put the new state in place and hand it to the disk."""
        self.triad = triad
        self.store()

    def store(self) -> None:
        """Hand the state to the disk, as far as that was not done; once closed it is written at once."""
        if self.triad is self._handed or self._wiped:
            return
        self._handed = self.triad
        if self._closed:
            with suppress(NotStored):
                self._opened.save(self.triad)
        else:
            self._saver.keep(self.triad)

    def tick(self) -> bool:
        """Add the time since the last tick; return whether the laptop slept meanwhile, which does not count.

        It goes to the disk each minute, and with each change.
        """
        now = self._monotonic()
        seconds, self._since = now - self._since, now
        slept = seconds > LONGEST_STEP
        after = self.triad if slept else self.triad.ticked(seconds)
        if time_left(after.left) != time_left(self.triad.left):
            self.change(after)
        else:
            self.triad = after
        return slept and self.triad.is_timed and not self.triad.paused

    async def close(self) -> bool:
        """Let go of the triad, after one more try to store it; return whether all is on the disk."""
        return await asyncio.to_thread(self.close_now)

    def close_now(self) -> bool:
        """Let go as `close` does, without an event loop; a second time does nothing."""
        if not self._closed:
            if not self._wiped:
                self._saver.keep(self.triad)
            self._closed = True
            self._closing = Thread(target=self._let_go, name="last-words", daemon=True)
            self._closing.start()
            self._closing.join(PATIENCE)
            self.failure = HANGS if self._closing.is_alive() else self.failure
        return self._stored_all

    def wipe(self, others: bool) -> None:
        """Really remove it from the disk, with `others` also what was put aside; raises `NotStored`.

        Nothing of it is written any more. To be called beside the event loop.
        """
        self._wiped = True
        self.close_now()
        if self._closing and self._closing.is_alive():
            raise NotStored(NOT_WIPED)
        self._file.remove(others)
        with suppress(OSError):
            lock_of(self._file.folder, self._file.file.stem).unlink()

    def _let_go(self) -> None:
        self._stored_all = self._saver.close()

    def _answered(self, _: Triad, failure: NotStored | None) -> None:
        if not self._loop.is_closed() and not self._closed:
            self._loop.call_soon_threadsafe(self._hear, str(failure or ""))

    def _hear(self, failure: str) -> None:
        if failure != self.failure:
            self.failure = failure
            self.told()


class _OpenTriad:
    """What one window may write."""

    def __init__(self, file: SideFile) -> None:
        self._file = file
        with reported(file.folder, "er kan niets worden bewaard in"):
            file.make_folder()
            try:
                self._release = locked(lock_of(file.folder, file.file.stem))
            except AlreadyOpen:
                raise AlreadyOpen(ELSEWHERE) from None

    def save(self, triad: Triad, scrub: bool = False, /) -> None:
        self._file.write({STATE: triad.model_dump(mode="json")})

    def close(self) -> None:
        self._release()
