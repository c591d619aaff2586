"""Any mixture of notes, failures, kills and damage: what was acknowledged is there after each reopening."""

import errno
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from store_cases import FaultyOs, Kill, a_session, disk_full, noted

from goedgesprek_tui.models import Session
from goedgesprek_tui.store.envelope import Generation, parse
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.folder import Folder, examined
from goedgesprek_tui.store.sessions import OpenSession, Store

CALLS = st.integers(1, 14)
FAILURES = st.sampled_from(
    [disk_full(), OSError(errno.EIO, "I/O error"), PermissionError(errno.EACCES, "no")]
)


class SavedSession(RuleBasedStateMachine):
    """One session file and the little that must be true of it.

    `told` is the last state that was acknowledged, `unsure` the state of a save that failed or was cut off
    after it, `earlier` all states before.
    """

    folder: Path
    opened: OpenSession

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.os = FaultyOs()
        self.told = self.unsure = a_session("g")
        self.earlier: list[Session] = []
        self.number = 0
        self.opened = self.store.create(self.told)

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.close()
            shutil.rmtree(self.folder)

    @property
    def store(self) -> Store:
        return Store(self.folder, self.os)

    @rule(text=st.text(min_size=1, max_size=5))
    def add(self, text: str) -> None:
        self.save(noted(self.told, text))

    @rule(data=st.data())
    def take_away(self, data: st.DataObject) -> None:
        if notes := self.told.notes:
            gone = data.draw(st.sampled_from(notes))
            left = tuple(note for note in notes if note is not gone)
            self.save(self.told.model_copy(update={"notes": left}), scrub=True)

    @rule(at=CALLS, error=FAILURES)
    def fail(self, at: int, error: OSError) -> None:
        wanted = noted(self.told, "mislukt")
        self.os.fail_at(at, error)
        try:
            self.save(wanted)
        except NotStored:
            self.unsure = wanted
        self.os.heal()

    @rule(at=CALLS)
    def kill(self, at: int) -> None:
        wanted = noted(self.told, "afgebroken")
        self.os.fail_at(at, Kill())
        try:
            self.save(wanted)
        except Kill:
            self.unsure = wanted
        self.os.heal()
        self.reopen()

    @rule()
    def reopen(self) -> None:
        self.opened.close()
        self.opened = self.store.open("g")
        assert self.opened.session in (self.told, self.unsure)
        self.go_on_from_what_was_read()

    @rule(data=st.data())
    def damage_main(self, data: st.DataObject) -> None:
        main = self.folder / "g.json"
        if any(isinstance(examined(file), Generation) for file in Folder(self.folder).own("g")[1:]):
            raw = main.read_bytes()
            main.write_bytes(raw[: data.draw(st.integers(0, max(len(raw) - 1, 0)))])
            self.opened.close()
            self.opened = self.store.open("g")
            assert self.opened.notice
            assert self.opened.session in (self.told, self.unsure, *self.earlier)
            self.number = 0  # a damaged file no longer tells its number
            self.go_on_from_what_was_read()

    @precondition(lambda self: isinstance(examined(self.folder / "g.json"), Generation))
    @rule()
    def somebody_else_writes(self) -> None:
        with tempfile.TemporaryDirectory() as elsewhere:
            shutil.copy(self.folder / "g.json", elsewhere)
            with Store(Path(elsewhere)).open("g") as other:
                other.save(noted(other.session, "van een ander"))
            theirs = (Path(elsewhere) / "g.json").read_bytes()
            shutil.copy(Path(elsewhere) / "g.json", self.folder / "sync")
        (self.folder / "sync").replace(self.folder / "g.json")
        self.save(noted(self.told, "verder"))
        assert "conflict" in self.opened.notice
        assert theirs in [file.read_bytes() for file in self.folder.glob("g.json.conflict-*")]

    @invariant()
    def acknowledged_is_stored(self) -> None:
        if hasattr(self, "opened"):
            ids = [note.id for note in self.opened.session.notes]
            assert len(ids) == len(set(ids))
            if self.unsure is self.told and not self.opened.notice:
                generation = parse((self.folder / "g.json").read_bytes())
                assert generation.number >= self.number
                self.number = generation.number
                assert self.store.load("g") == self.told

    def save(self, wanted: Session, scrub: bool = False) -> None:
        self.opened.save(wanted, scrub)
        self.earlier.append(self.told)
        self.told = self.unsure = wanted

    def go_on_from_what_was_read(self) -> None:
        self.earlier += [self.told, self.unsure]
        self.told = self.unsure = self.opened.session


SavedSession.TestCase.settings = settings(deadline=None, max_examples=20, stateful_step_count=20)
TestSavedSession = SavedSession.TestCase
