"""The conversation in hand: the one place where it changes, on its way to the disk and to the screen."""

import asyncio
import time
from collections.abc import Callable
from threading import Thread

from goedgesprek_tui.asking import Offer, offer
from goedgesprek_tui.clean.lemmas import loaded
from goedgesprek_tui.commands.answer import Answer, Setting
from goedgesprek_tui.commands.take import take
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Note, Session
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.saver import Saver
from goedgesprek_tui.store.sessions import OpenSession, Store
from goedgesprek_tui.topics import TopicList

PATIENCE = 5.0
HANGS = "De schijf antwoordt niet; wat je het laatst deed, is misschien niet opgeslagen."


class Talk:
    """Holds the conversation that screens show, hands each change to the disk, and knows what is safe.

    Made on the event loop; `told` is called there when a note became safe or words came at risk, and after
    the end when all became safe, so that the screen can show it.
    """

    def __init__(
        self,
        opened: OpenSession,
        setting: Setting,
        told: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with the session as it was stored."""
        self.conversation = Conversation(opened.session)
        self.setting = setting
        self.failed: NotStored | None = None
        self.notice = opened.notice
        self._opened = opened
        self._closed = False
        self._offered: tuple[tuple[object, ...], Offer | None] | None = None
        self._stored_all = False
        self._stored = opened.session
        self._told = told
        self._monotonic = monotonic
        self._since = monotonic()
        self._loop = asyncio.get_running_loop()
        self._saver = self._saves(opened)

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.conversation.session

    @property
    def topics(self) -> TopicList:
        """The topic list with the topics of this session's own."""
        return self.setting.topics.with_own(self.session.topics)

    @property
    def offer(self) -> Offer | None:
        """What there is to ask on now; None as long as the dictionary is being read."""
        if not loaded():
            return None
        now, session = self.conversation, self.session
        seen = (session.notes, session.asked, session.phase, session.question, now.chosen, now.off_record)
        if self._offered is None or self._offered[0] != seen:
            self._offered = (seen, offer(now, self.setting.questions))
        return self._offered[1]

    @property
    def failure(self) -> str:
        """Why the last save failed; "" when it did not."""
        return str(self.failed or "")

    @property
    def all_safe(self) -> bool:
        """Whether everything that was recorded is on the disk."""
        return self._stored is self.session or self._stored == self.session

    def is_safe(self, note: Note) -> bool:
        """Whether a note is on the disk."""
        return note.number <= self._stored.last_number

    def take(self, typed: str) -> Answer:
        """Do what a typed line says, and keep what it changed."""
        self.tick()
        answer = take(self.conversation, typed, self.setting)
        self.change(answer.conversation, erased=answer.erased)
        return answer

    def change(self, conversation: Conversation, erased: bool = False) -> None:
        """Put the new state in place and hand it to the disk; erased words leave the older copies too."""
        changed = conversation.session is not self.session
        self.conversation = conversation
        if (changed or erased) and not self._closed:
            self._saver.keep(self.session, scrub=erased)

    def tick(self) -> None:
        """Add the time since the last tick to the phase under way; it is stored with the next act."""
        now = self._monotonic()
        self.conversation = self.conversation.timed(now - self._since)
        self._since = now

    def taken_over(self, store: Store) -> OpenSession:
        """Put the conversation in another folder; raises `StoreError`. To be called beside the event loop."""
        return store.take_over(self.session, self._opened)

    def go_on_with(self, opened: OpenSession) -> None:
        """Save there from now on."""
        old = self._saver
        self._opened, self._saver = opened, self._saves(opened)
        Thread(
            target=old.close, name="old-saver", daemon=True
        ).start()  # a disk that is gone may never answer
        self._done(opened, opened.session, None)
        self._saver.keep(self.session)

    async def settle(self) -> bool:
        """Wait until all is on the disk, trying once more what could not be stored; return whether it is."""
        return await asyncio.to_thread(self._saver.flush, PATIENCE)

    async def close(self) -> bool:
        """Let go of the session, after one more try; return whether all is on the disk."""
        return await asyncio.to_thread(self.close_now)

    def close_now(self) -> bool:
        """Let go of the session as `close` does, without an event loop. A second time does nothing.

        A disk that does not answer is left to itself after some seconds: nobody could leave the program.
        """
        if not self._closed:
            self._saver.keep(self.session)
            self._closed = True
            closing = Thread(target=self._let_go, name="last-words", daemon=True)
            closing.start()
            closing.join(PATIENCE)
            self.failed = NotStored(HANGS) if closing.is_alive() else self.failed
        return self._stored_all

    def _let_go(self) -> None:
        self._stored_all = self._saver.close()

    def _saves(self, opened: OpenSession) -> Saver[Session]:
        def done(session: Session, failure: NotStored | None) -> None:
            if not self._loop.is_closed() and not self._closed:
                self._loop.call_soon_threadsafe(self._done, opened, session, failure)

        return Saver(opened, done)

    def _done(self, opened: OpenSession, session: Session, failed: NotStored | None) -> None:
        if opened is not self._opened:
            return
        before, self.failed = self.failure, failed
        news = self.failure != before or session.last_number != self._stored.last_number
        news = news or self.notice != self._opened.notice
        were_safe = self.all_safe
        self.notice = self._opened.notice
        if not failed:
            self._stored = session
        if news or (self.session.ended and self.all_safe is not were_safe):  # not at each half-typed line
            self._told()
