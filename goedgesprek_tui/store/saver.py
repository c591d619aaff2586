"""Saving in the background: one thread, one queue, an answer when it is on the disk."""

from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from typing import Generic, Protocol, TypeVar

from goedgesprek_tui.store.errors import NotStored

T = TypeVar("T")
Given = TypeVar("Given", contravariant=True)


class Opened(Protocol[Given]):
    """What one window may write, such as an open session."""

    def save(self, state: Given, scrub: bool, /) -> None:
        """Make a state durable, with `scrub` so that no earlier words stay behind; raises `NotStored`."""

    def close(self) -> None:
        """Let others write it."""


class Saver(Generic[T]):
    """Saves an open session in a thread, so that a key press never waits for a slow disk.

    `done` is called from that thread after each try, with the session and what went wrong. What was not
    stored is kept and tried again after `retry_after` seconds, or at once when there is something newer.
    """

    def __init__(
        self, opened: Opened[T], done: Callable[[T, NotStored | None], None], retry_after: float = 5.0
    ) -> None:
        """Start the thread; the session is closed by `close`."""
        self._opened, self._done, self._retry_after = opened, done, retry_after
        self._changed = Condition()
        self._waiting: T | None = None
        self._scrub = self._hurry = self._busy = self._closing = False
        self._thread = Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def keep(self, session: T, scrub: bool = False) -> None:
        """Have this state stored; of several that wait only the newest is written, and answered once."""
        with self._changed:
            if self._closing:
                raise RuntimeError("Het gesprek is al gesloten.")
            self._waiting, self._scrub = session, self._scrub or scrub
            self._wake()

    def flush(self, timeout: float) -> bool:
        """Wait until all is stored and answered; after that many seconds tell whether it is.

        What failed before is tried again at once.
        """
        with self._changed:
            self._wake()
            return self._changed.wait_for(lambda: not self._busy and self._waiting is None, timeout)

    def close(self) -> bool:
        """Store what waits, with one more try, free the session, and tell whether all is stored."""
        with self._changed:
            self._closing = True
            self._wake()
        self._thread.join()
        self._opened.close()
        return self._waiting is None

    def _wake(self) -> None:
        self._hurry = True
        self._changed.notify_all()

    def _run(self) -> None:
        while job := self._next():
            failure = self._save(*job)
            with suppress(Exception):
                self._done(job[0], failure)
            self._finish(*job, failure)

    def _next(self) -> tuple[T, bool] | None:
        """Wait for something to save; None when there is nothing more to come."""
        with self._changed:
            while not (self._closing and (self._waiting is None or not self._hurry)):
                pause = None if self._waiting is None else self._retry_after
                self._changed.wait_for(lambda: self._hurry, pause)
                self._hurry = False
                if self._waiting is not None:
                    job = self._waiting, self._scrub
                    self._waiting, self._scrub, self._busy = None, False, True
                    return job
        return None

    def _save(self, session: T, scrub: bool) -> NotStored | None:
        try:
            self._opened.save(session, scrub)
        except NotStored as failure:
            return failure
        except Exception as error:
            strange = NotStored("Het opslaan ging mis en dit is nog niet opgeslagen; probeer het opnieuw.")
            strange.__cause__ = error
            return strange
        return None

    def _finish(self, session: T, scrub: bool, failure: NotStored | None) -> None:
        with self._changed:
            self._busy = False
            if failure:
                self._waiting = self._waiting or session
                self._scrub = self._scrub or scrub
            self._changed.notify_all()
