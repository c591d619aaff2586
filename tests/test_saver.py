"""Saving in the background: in order, answered once, tried again, and never silent."""

from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event

import pytest
from store_cases import FaultyOs, a_session, disk_full, noted, texts

from goedgesprek_tui.models import Session
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.saver import Saver
from goedgesprek_tui.store.sessions import Store

ONE = a_session("g", "een")
TWO = noted(ONE, "twee")
THREE = noted(TWO, "drie")
SOON, NEVER = 0.01, 3600.0
PATIENCE = 5.0


class Disk(FaultyOs):
    """A disk that waits while its gate is closed, and then is full for as long as it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.gate, self.reached = Event(), Event()
        self.gate.set()
        self.full = 0

    def fsync(self, fd: int) -> None:
        self.reached.set()
        assert self.gate.wait(PATIENCE)
        if self.full:
            self.full -= 1
            raise disk_full()


class Case:
    """A saver on a disk of its own; `answers` is what it said."""

    def __init__(self, folder: Path, retry_after: float) -> None:
        self.disk, self.store = Disk(), Store(folder)
        self.answers: Queue[tuple[Session, NotStored | None]] = Queue()
        opened = Store(folder, self.disk).create(ONE)
        self.saver = Saver(opened, lambda *answer: self.answers.put(answer), retry_after)

    def keep_on_a_slow_disk(self, *sessions: Session, scrub: bool = False) -> None:
        """Keep the first, and the others while the disk is busy with it."""
        self.disk.reached.clear()
        self.disk.gate.clear()
        self.saver.keep(sessions[0], scrub)
        assert self.disk.reached.wait(PATIENCE)
        for session in sessions[1:]:
            self.saver.keep(session)

    def answer(self) -> tuple[Session, bool]:
        """Wait for the next answer: the session, and whether it is stored."""
        session, failure = self.answers.get(timeout=PATIENCE)
        return session, failure is None


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case(tmp_path, NEVER)
    yield case
    case.disk.gate.set()
    case.saver.close()


def test_the_answer_comes_when_it_is_on_the_disk(case: Case) -> None:
    case.saver.keep(TWO)
    assert case.answer() == (TWO, True)
    assert case.store.load("g") == TWO


def test_keep_does_not_wait_for_a_slow_disk(case: Case) -> None:
    case.keep_on_a_slow_disk(TWO, THREE)
    assert case.answers.empty()
    assert case.saver.flush(SOON) is False
    case.disk.gate.set()
    assert case.saver.flush(PATIENCE) is True


def test_of_several_that_wait_only_the_newest_is_written_and_answered(case: Case) -> None:
    four = noted(THREE, "vier")
    case.keep_on_a_slow_disk(TWO, THREE, four)
    case.disk.gate.set()
    assert case.saver.flush(PATIENCE)
    assert [case.answer(), case.answer()] == [(TWO, True), (four, True)]
    assert case.answers.empty()


def test_erasing_is_not_forgotten_when_something_newer_comes(case: Case, tmp_path: Path) -> None:
    case.saver.keep(noted(ONE, "geheimwoord"))
    assert case.saver.flush(PATIENCE)
    case.keep_on_a_slow_disk(ONE)
    case.saver.keep(ONE, scrub=True)
    case.saver.keep(THREE)
    case.disk.gate.set()
    assert case.saver.flush(PATIENCE)
    assert not any(b"geheimwoord" in file.read_bytes() for file in tmp_path.iterdir())


def test_what_failed_is_tried_again_after_a_while(tmp_path: Path) -> None:
    case = Case(tmp_path, SOON)
    case.disk.full = 2
    case.saver.keep(TWO)
    assert [case.answer() for _ in range(3)] == [(TWO, False), (TWO, False), (TWO, True)]
    assert case.saver.close() is True
    assert case.store.load("g") == TWO


def test_what_failed_is_tried_again_with_what_comes_next(case: Case) -> None:
    case.disk.full = 1
    case.saver.keep(TWO)
    assert case.answer() == (TWO, False)
    case.saver.keep(THREE)
    assert case.answer() == (THREE, True)
    assert texts(case.store.load("g")) == ["een", "twee", "drie"]


def test_flush_tries_at_once_what_failed(case: Case) -> None:
    case.disk.full = 1
    case.saver.keep(TWO)
    assert case.answer() == (TWO, False)
    assert case.saver.flush(PATIENCE) is True
    assert case.store.load("g") == TWO


def test_flush_tells_when_the_disk_stays_full(case: Case) -> None:
    case.disk.full = 99
    case.saver.keep(TWO)
    assert case.saver.flush(0.05) is False
    case.disk.full = 0


def test_flush_with_nothing_to_save_is_true_at_once(case: Case) -> None:
    assert case.saver.flush(0) is True


def test_close_stores_what_waits_and_frees_the_session(case: Case) -> None:
    case.saver.keep(TWO)
    assert case.saver.close() is True
    with case.store.open("g") as again:
        assert again.session == TWO
    with pytest.raises(RuntimeError):
        case.saver.keep(THREE)


def test_close_tries_once_more_and_tells_what_is_not_stored(case: Case) -> None:
    case.disk.full = 99
    case.saver.keep(TWO)
    assert case.answer() == (TWO, False)
    assert case.saver.close() is False
    assert case.answer() == (TWO, False)
    case.store.open("g").close()


def test_the_answer_names_what_is_wrong_in_dutch(case: Case) -> None:
    case.disk.full = 1
    case.saver.keep(TWO)
    _, failure = case.answers.get(timeout=PATIENCE)
    assert str(failure).startswith("De schijf is vol")


def test_anything_strange_is_answered_too(case: Case) -> None:
    case.saver.keep(TWO.model_copy(update={"seconds": (object(),)}))
    _, failure = case.answers.get(timeout=PATIENCE)
    assert isinstance(failure, NotStored)
    case.saver.keep(TWO)
    assert case.answer() == (TWO, True)


def test_an_answer_that_goes_wrong_does_not_stop_the_saving(tmp_path: Path) -> None:
    def shout(*_answer: object) -> None:
        raise RuntimeError("het venster is al dicht")

    saver = Saver(Store(tmp_path).create(ONE), shout)
    saver.keep(TWO)
    assert saver.flush(PATIENCE)
    saver.keep(THREE)
    assert saver.close() is True
    assert Store(tmp_path).load("g") == THREE
