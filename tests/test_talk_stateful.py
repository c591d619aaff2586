"""Any mixture of recording, undo, erasing, failing disks and kills: the disk holds what was told."""

import shutil
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_cases import FaultyOs, Kill, a_session, disk_full

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.errors import Refused
from goedgesprek_tui.line import Line
from goedgesprek_tui.models import Consent, Note, Session
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.sessions import Store

SECRET = "geheim"


class RecordedTalk(RuleBasedStateMachine):
    """A conversation and its file: `told` is the last state acknowledged, `unsure` one that may be there."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.os = FaultyOs()
        self.ids = count(1)
        self.talk = Conversation(a_session("g"))
        self.told = self.unsure = self.talk.session
        self.opened = Store(self.folder, self.os).create(self.told)

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.close()
            shutil.rmtree(self.folder)

    @rule()
    def add(self) -> None:
        number = next(self.ids)
        self.keep(self.talk.add(f"n{number}", Line(f"{SECRET}{number}x en nog iets")))

    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        if note := self.any_note(data):
            self.keep(self.talk.change(note, "zin", text=f"{note.text}, anders"))

    @rule()
    def undo(self) -> None:
        with suppress(Refused):
            self.keep(self.talk.undo()[0])

    @rule()
    def redo(self) -> None:
        with suppress(Refused):
            self.keep(self.talk.redo()[0])

    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        if note := self.any_note(data):
            self.keep(self.talk.erase(note), scrub=True)
            assert not self.files_with(f"{note.text.split()[0]}")

    @rule(data=st.data())
    def refuse_and_end(self, data: st.DataObject) -> None:
        if note := self.any_note(data):
            ended = self.talk.consent(note, Consent.NO).end(self.talk.session.started)
            self.keep(ended, scrub=True)
            assert not self.files_with(note.text.split()[0])
            self.keep(self.talk.reopen())

    @rule(data=st.data(), at=st.integers(1, 12), kill=st.booleans())
    def cut_off(self, data: st.DataObject, at: int, kill: bool) -> None:
        number = next(self.ids)
        after = self.talk.add(f"n{number}", Line(f"mislukt{number}x"))
        self.os.fail_at(at, Kill() if kill else disk_full())
        try:
            self.keep(after)
        except NotStored:
            self.talk, self.unsure = after, after.session
        except Kill:
            self.unsure = after.session
        self.os.heal()
        if kill:
            self.reopen()

    @rule()
    def reopen(self) -> None:
        self.opened.close()
        self.opened = Store(self.folder, self.os).open("g")
        assert self.opened.session in (self.told, self.unsure)
        self.told = self.unsure = self.opened.session
        self.talk = Conversation(self.opened.session)

    @invariant()
    def the_disk_holds_what_was_told(self) -> None:
        if hasattr(self, "opened"):
            on_disk = Store(self.folder).load("g")
            assert on_disk in (self.told, self.unsure)
            ids = [note.id for note in on_disk.notes]
            assert len(ids) == len(set(ids))
            assert not set(ids) & set(on_disk.erased)

    def keep(self, after: Conversation, scrub: bool = False) -> None:
        self.opened.save(after.session, scrub)
        self.talk = after
        self.told = self.unsure = after.session

    def any_note(self, data: st.DataObject) -> Note | None:
        shown = self.talk.session.shown
        return data.draw(st.sampled_from(shown)) if shown else None

    def files_with(self, words: str) -> list[str]:
        return [file.name for file in self.folder.iterdir() if words.encode() in file.read_bytes()]

    told: Session
    unsure: Session


RecordedTalk.TestCase.settings = settings(deadline=None, max_examples=20, stateful_step_count=25)
TestRecordedTalk = RecordedTalk.TestCase
