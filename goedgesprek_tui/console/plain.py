"""The plain mode: a conversation line by line, on standard input and output."""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TextIO

from goedgesprek_tui.commands.answer import Answer, Ask, Setting, Show
from goedgesprek_tui.commands.table import COMMANDS
from goedgesprek_tui.commands.take import take, take_verbatim
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.models import Consent, Note, NoteKind
from goedgesprek_tui.prompts import Prompts
from goedgesprek_tui.store.files import NotStored
from goedgesprek_tui.store.sessions import OpenSession

CONSENT_ANSWERS = ("ja", "letterlijk", "kern", "nee")


def hold(desk: Desk, script: str, go_on: str = "", consent: str = "", verbatim: bool = False) -> bool:
    """Hold a conversation on standard input and output, and return whether all of it was stored.

    A new one on a script, or (`go_on`, the beginning of an id) one that is there, on its own script. Raise
    UserError when it cannot begin.
    """
    desk.store.prepare()
    if go_on:
        opened = desk.store.open(desk.store.find(go_on))
    else:
        facts = {"consent": consent} if consent else {}
        opened = desk.store.create(desk.begin(desk.script(script), **facts))
    with opened:
        conversation = Conversation(opened.session)
        if opened.session.ended:
            conversation = conversation.reopen()
        if go_on and consent:
            conversation = conversation.usual_consent(Consent(consent))
        if opened.notice:
            print(opened.notice, file=sys.stderr, flush=True)
        plain = Plain(conversation, opened, desk.setting, desk.prompts, verbatim)
        return plain.run(iter(sys.stdin.readline, ""))


@dataclass
class Plain:
    """One conversation, held line by line; each stored note is answered once it is on the disk."""

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
        self.failure = ""

    def run(self, lines: Iterable[str]) -> bool:
        """Take lines until they end or the conversation does; return whether all of it was stored."""
        self._show_place(with_aloud=True)
        for line in lines:
            self._take(line.removesuffix("\n").removesuffix("\r"))
            if self.conversation.session.ended:
                break
        self._save(scrub=False)
        return not self.failure

    def _take(self, line: str) -> None:
        asking, self.asking = self.asking, None
        if asking and asking(line):
            return
        now = self.monotonic()
        timed = self.conversation.timed(now - self.since)
        self.since = now
        taking = take_verbatim if self.verbatim else take
        self._do(taking(timed, line, self.setting))

    def _do(self, answer: Answer) -> None:
        changed = answer.conversation.session != self.conversation.session
        self.conversation = answer.conversation
        if answer.stored and answer.note:
            self.waiting.append(answer.note)
        if changed:
            self._save(answer.erased)
        if answer.ask:
            self._ask(answer.ask)
        if answer.show:
            self._show(answer)
        elif answer.message:
            self._say(answer.message)

    def _save(self, scrub: bool) -> None:
        try:
            self.opened.save(self.conversation.session, scrub=scrub)
        except NotStored as failure:
            if str(failure) != self.failure:
                print(failure, file=sys.stderr, flush=True)
            self.failure = str(failure)
            return
        self.failure = ""
        for note in self.waiting:
            self._say(f"opgeslagen {note.id}")
        self.waiting.clear()

    def _say(self, line: str) -> None:
        print(line, file=self.out, flush=True)

    # --- what asks ----------------------------------------------------------------------------

    def _ask(self, ask: Ask) -> None:
        self._say(ask.question)

        def answered(line: str) -> bool:
            said = line.strip().casefold()
            if said in ("ja", "j"):
                self._do(ask.when_yes(self.conversation))
                return True
            self._say("Niet gedaan.")
            return said in ("nee", "n", "")

        self.asking = answered

    def _read_back(self, notes: tuple[Note, ...], at: int = 0) -> None:
        if at >= len(notes):
            self._say("Dat waren alle notities.")
            return
        note = notes[at]
        self._say(f"{at + 1} van {len(notes)}. {self._spoken(note)}")
        self._say("Klopt het, en mag het mee? ja, kern of nee. Leeg is: zoals afgesproken. stop houdt op.")

        def answered(line: str) -> bool:
            said = line.strip().casefold()
            if said in CONSENT_ANSWERS:
                self._do(take(self.conversation, f"/toestemming {note.number} {said}", self.setting))
            elif said == "stop":
                return True
            elif said:
                self._say("Het teruglezen houdt op.")
                return False
            self._read_back(notes, at + 1)
            return True

        self.asking = answered

    # --- what shows ---------------------------------------------------------------------------

    def _show(self, answer: Answer) -> None:
        notes = self.conversation.session.shown
        match answer.show:
            case Show.PLACE:
                self._show_place(with_aloud=self.conversation.session.question == 0)
            case Show.PHASES:
                self._show_phases()
            case Show.ALOUD:
                self._show_aloud()
                for line in self.conversation.phase.advice:
                    self._say(f"Tip: {line}")
            case Show.TOPICS:
                for topic in self.setting.topics.with_own(self.conversation.session.topics).topics:
                    self._say(topic.name)
            case Show.KINDS:
                self._say(", ".join(NoteKind))
            case Show.CONSENTS:
                self._say("ja (letterlijk), kern of nee")
            case Show.WORDS | Show.FOLLOW_UPS:
                self._show_follow_ups(answer)
            case Show.CARDS:
                self._show_cards(answer.message)
            case Show.READ_BACK:
                self._read_back(notes)
            case Show.HELP:
                for command in COMMANDS:
                    self._say(f"{command.usage}: {command.help}")
            case Show.END:
                self._say(answer.message)
            case Show.BLANK:
                self._say("In deze stand is er geen scherm om leeg te maken.")

    def _show_place(self, with_aloud: bool) -> None:
        session, phase = self.conversation.session, self.conversation.phase
        if with_aloud:
            self._say(
                f"Fase {session.phase + 1} van {len(session.script.phases)}: "
                f"{phase.title} ({phase.minutes} minuten)"
            )
            self._show_aloud()
        if self.conversation.question:
            at = f"Vraag {session.question + 1} van {len(phase.questions)}"
            self._say(f"{at}: {self.conversation.question.text}")

    def _show_aloud(self) -> None:
        for line in self.conversation.phase.aloud:
            self._say(f"Zeg: {line}")

    def _show_phases(self) -> None:
        for at, phase in enumerate(self.conversation.session.script.phases):
            here = ", hier ben je" if at == self.conversation.session.phase else ""
            self._say(f"{at + 1}. {phase.title} ({phase.minutes} minuten{here})")

    def _show_follow_ups(self, answer: Answer) -> None:
        for number, question in enumerate(self.conversation.follow_ups, start=1):
            self._say(f"{number}. {question}")
        if answer.note:
            self._say(f"Andere woorden: /doorvragen {answer.note.number} en dan de woorden uit de zin.")

    def _show_cards(self, wanted: str) -> None:
        for card in self.prompts.cards:
            if wanted.casefold() in card.title.casefold():
                self._say(card.title)
                if wanted:
                    self._say(f"Wanneer: {card.when}")
                    for line in card.do:
                        self._say(f"Doe: {line}")
                    self._say(f"Zeg: {card.say}")
        if not wanted:
            self._say("Een kaart lezen: /kaart en een woord uit de titel.")

    def _spoken(self, note: Note) -> str:
        said = f"„{note.text}”" if note.kind is NoteKind.QUOTE else f"{note.kind}: {note.text}"
        return f"{said} (kern: {note.gist})" if note.gist else said
