"""The plain mode: a conversation line by line, on standard input and output."""

import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from goedgesprek_tui.asking import every, offer
from goedgesprek_tui.commands.answer import Answer, Ask, Setting, Show
from goedgesprek_tui.commands.take import take, take_verbatim
from goedgesprek_tui.console.showing import place, shown, spoken, to_read_aloud
from goedgesprek_tui.console.streams import Lines, complain
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.folders import path_of
from goedgesprek_tui.models import Consent, Note
from goedgesprek_tui.prompts import Prompts
from goedgesprek_tui.store.errors import NotStored, StoreError
from goedgesprek_tui.store.sessions import OpenSession, Store
from goedgesprek_tui.text import one_line

CONSENT_ANSWERS = ("ja", "letterlijk", "kern", "nee")
NOT_ALL = "Niet alles is opgeslagen: een regel zonder „opgeslagen” staat niet op de schijf."
NOT_READ = "Er staan tekens in die niet te lezen zijn; ze zijn weggelaten. Sla de tekst op als UTF-8."
NOTHING_LEFT = "In deze regel staat niets dat te lezen is; er is niets bewaard."
NOT_UTF8 = re.compile("[\ud800-\udfff]")


def hold(desk: Desk, script: str, go_on: str = "", consent: str = "", verbatim: bool = False) -> int:
    """Hold a conversation on standard input and output; return the number of the signal that ended it, or 0.

    A new one on a script, or (`go_on`, the beginning of an id) one that is there, on its own script. Raise
    UserError when it cannot begin, and when not all of it is stored at the end.
    """
    with _opened(desk, script, go_on, consent) as opened:
        conversation = Conversation(opened.session)
        if opened.session.ended:
            conversation = conversation.reopen()
        if consent and opened.session.consent != consent:
            conversation = conversation.usual_consent(Consent(consent))
        lines = Lines(sys.stdin)
        whole = Plain(conversation, opened, desk.setting, desk.prompts, verbatim).run(lines)
    if not whole:
        raise StoreError(NOT_ALL)
    return lines.signal


def _opened(desk: Desk, script: str, go_on: str, consent: str) -> OpenSession:
    if go_on:
        there = desk.store.find(go_on)
        desk.store.prepare()
        return desk.store.open(there)
    facts = {"consent": consent} if consent else {}
    new = desk.begin(desk.script(script), topics=desk.own_topics(), **facts)
    desk.store.prepare()
    return desk.store.create(new)


@dataclass
class Plain:
    """One conversation, held line by line; each stored note is answered once it is on the disk.

    When nobody reads the answers any more, what comes in is stored all the same.
    """

    conversation: Conversation
    opened: OpenSession
    setting: Setting
    prompts: Prompts
    verbatim: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    monotonic: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        """Start the clock; nothing is asked or waiting for the disk yet."""
        self.since = self.monotonic()
        self.asking: Callable[[str], bool] | None = None
        self.waiting: list[Note] = []
        self.scrub = False
        self.failure = ""
        self.notice = ""
        self.warned = False
        self.unheard: OSError | None = None

    def run(self, lines: Iterable[str]) -> bool:
        """Take lines until they end or the conversation does; return whether all of it was stored.

        Raise OSError, after that, when the answers could not be written.
        """
        self._tell_notice()
        self._say_all(place(self.conversation, with_phase=True))
        if self.conversation.session.draft:
            self._say(f"Half getypt, en nog geen notitie: {self.conversation.session.draft}")
        for line in lines:
            self._take(line.removesuffix("\n"))
            if self.conversation.session.ended:
                break
        self._save()
        self.opened.close()
        if self.unheard:
            raise self.unheard
        return not self.failure

    def _take(self, line: str) -> None:
        if not self.warned and NOT_UTF8.search(line):
            self.warned = True
            complain(NOT_READ)
        asking, self.asking = self.asking, None
        if asking and asking(line):
            return
        self._tick()
        taking = take_verbatim if self.verbatim else take
        answer = taking(self.conversation, line, self.setting)
        self._do(answer)
        if self.verbatim and line.strip() and not answer.stored:
            self._say(NOTHING_LEFT)

    def _tick(self) -> None:
        """Add the time since the last line; it is stored with the next act."""
        now = self.monotonic()
        self.conversation = self.conversation.timed(now - self.since)
        self.since = now

    def _do(self, answer: Answer) -> None:
        changed = answer.conversation.session is not self.conversation.session
        self.conversation = answer.conversation
        self.scrub = self.scrub or answer.erased
        if answer.stored and answer.note:
            self.waiting.append(answer.note)
        if changed or answer.erased:
            self._save()
        if answer.ask:
            self._ask(answer.ask)
        if changed and self.failure and answer.show in (None, Show.END):
            return  # the sentence would say that it is done
        if answer.show is Show.READ_BACK:
            self._read_back(to_read_aloud(self.conversation))
        elif answer.show is Show.FOLDER:
            self._move(answer.message)
        elif answer.show:
            asks = answer.show in (Show.WORDS, Show.FOLLOW_UPS, Show.QUESTIONS)
            offered = offer(answer.conversation, self.setting.questions) if asks else None
            made = every(answer.conversation, self.setting.questions) if asks else ()
            self._say_all(shown(answer, self.setting.topics, self.prompts.cards, offered, made))
        elif answer.message:
            self._say(answer.message)

    def _save(self) -> None:
        try:
            self.opened.save(self.conversation.session, scrub=self.scrub)
        except NotStored as failure:
            said = failure.with_way_out("/map")
            if said != self.failure:
                complain(said)
            self.failure = said
            return
        self.failure, self.scrub = "", False
        self._tell_notice()
        for note in self.waiting:
            self._say(f"opgeslagen {note.id}")
        self.waiting.clear()

    def _move(self, folder: str) -> None:
        """Go on in another folder, with what was not stored yet."""
        if not folder:
            self._say("Typ /map en dan de map waarin je verder wilt.")
            return
        try:
            opened = Store(path_of(folder)).take_over(self.conversation.session, self.opened)
        except StoreError as error:
            complain(str(error))
            return
        self.opened.close()
        self.opened = opened
        self._save()
        self._say(f"Verder in {folder}.")

    def _tell_notice(self) -> None:
        if self.opened.notice != self.notice:
            self.notice = self.opened.notice
            complain(self.notice)

    def _say_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._say(line)

    def _say(self, line: str) -> None:
        if self.unheard:
            return
        try:
            print(one_line(line), file=self.out, flush=True)
        except OSError as error:
            self.unheard = error

    # --- what asks ----------------------------------------------------------------------------

    def _ask(self, ask: Ask) -> None:
        self._say(ask.question)

        def answered(line: str) -> bool:
            said = _bare(line)
            if said in ("ja", "j"):
                self._do(ask.when_yes(self.conversation))
                return True
            self._say("Niet gedaan.")
            return said in ("nee", "n", "")

        self.asking = answered

    def _read_back(self, notes: Sequence[Note], at: int = 0) -> None:
        if at == len(notes):
            self._say("Dat waren alle notities." if notes else "Er is nog geen notitie om voor te lezen.")
            return
        self._say(f"{at + 1} van {len(notes)}, {spoken(notes[at])}")
        self._say("Klopt het, en mag het mee? ja, kern of nee. Leeg is: zoals afgesproken. stop houdt op.")

        def answered(line: str) -> bool:
            said = _bare(line)
            if said in CONSENT_ANSWERS:
                self._do(take(self.conversation, f"/toestemming {notes[at].number} {said}", self.setting))
            elif said:
                self._say("Het teruglezen houdt op.")
                return said == "stop"
            self._read_back(notes, at + 1)
            return True

        self.asking = answered


def _bare(line: str) -> str:
    """Return an answer without what people type around it."""
    return line.strip(" \t.,!").casefold()
