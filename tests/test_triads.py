"""The triad under way: kept at each change, its clock, one window at a time, and really wiped."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from conftest import Clock
from store_cases import FaultyOs, disk_full
from test_triad import at, triad

from goedgesprek_tui.practice.triad import Stage, Triad, said, time_left
from goedgesprek_tui.store import switching
from goedgesprek_tui.store.errors import AlreadyOpen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.triads import RunningTriad, kept_triad

BEGUN = at(triad(), Stage.ROUND)
HEARD = BEGUN.heard(said("En wat voor [b]tuin[/b] is dat?"))


class Closing(closing[RunningTriad]):
    def __exit__(self, *_: object) -> None:
        self.thing.close_now()


def running(
    folder: Path,
    one: Triad = BEGUN,
    clock: Clock | None = None,
    os_: FaultyOs | None = None,
    told: Callable[[], None] = lambda: None,
) -> AbstractContextManager[RunningTriad]:
    store = Store(folder, os_ or FaultyOs())
    store.prepare()
    return Closing(RunningTriad(store.triad, one, clock or Clock(), told))


def on_disk(folder: Path) -> Triad | None:
    return kept_triad(Store(folder).triad).triad


async def test_each_change_is_kept_and_comes_back_as_it_was(tmp_path: Path) -> None:
    with running(tmp_path) as now:
        now.change(HEARD)
    assert on_disk(tmp_path) == HEARD
    with running(tmp_path, HEARD) as now:
        now.change(now.triad.in_round(draft="half"))
    found = on_disk(tmp_path)
    assert found
    assert found.round.draft == "half"


async def test_words_that_come_after_the_end_are_kept_all_the_same(tmp_path: Path) -> None:
    with running(tmp_path) as now:
        now.close_now()
        now.change(HEARD)
        assert on_disk(tmp_path) == HEARD


async def test_the_clock_goes_on_but_for_the_time_that_the_laptop_slept(tmp_path: Path) -> None:
    clock = Clock()
    with running(tmp_path, BEGUN, clock) as now:
        for _ in range(20):
            clock.seconds += 60
            assert not now.tick()
        assert time_left(now.triad.left) == "10 min over tijd"
        clock.seconds += 3_600
        assert now.tick()
        assert time_left(now.triad.left) == "10 min over tijd"
        now.change(now.triad.model_copy(update={"paused": True}))
        clock.seconds += 3_600
        assert not now.tick()
    found = on_disk(tmp_path)
    assert found
    assert found.round.seconds == 1_200


async def test_a_second_window_is_told_where_it_is_open(tmp_path: Path) -> None:
    with running(tmp_path), pytest.raises(AlreadyOpen, match="ander venster"), running(tmp_path):
        pass
    with running(tmp_path):
        pass


async def test_what_cannot_be_stored_is_said_and_stored_later(tmp_path: Path) -> None:
    os_, told = FaultyOs(), asyncio.Event()
    with running(tmp_path, BEGUN, os_=os_, told=told.set) as now:
        os_.fail_at(1, disk_full())
        now.change(HEARD)
        await asyncio.wait_for(told.wait(), 5)
        assert "De schijf is vol" in now.failure
        assert now.close_now()
    assert on_disk(tmp_path) == HEARD


async def test_wiping_leaves_nothing_and_nothing_is_written_after_it(tmp_path: Path) -> None:
    with running(tmp_path, HEARD) as now:
        file = Store(tmp_path).triad
        (file.folder / "drietal.json.beschadigd-1").write_text("oud", "utf-8")
        now.wipe(others=True)
        now.change(BEGUN)
        assert list(file.folder.iterdir()) == []
    assert on_disk(tmp_path) is None


@pytest.mark.parametrize("content", ["{stuk", "{}", '{"formaat":"goedgesprek"}', ""])
async def test_a_damaged_file_is_put_aside_and_told(tmp_path: Path, content: str) -> None:
    with running(tmp_path, HEARD):
        pass
    file = Store(tmp_path).triad
    file.file.write_text(content, "utf-8")
    found = kept_triad(file)
    assert found.triad is None
    assert "drietal.json.beschadigd-1" in found.notice
    assert (file.folder / "drietal.json.beschadigd-1").read_text("utf-8") == content
    assert kept_triad(file).notice == ""


async def test_one_that_is_locked_is_told_and_left_alone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.prepare()
    store.triad.write({"stand": HEARD.model_dump(mode="json")})
    assert switching.encrypt(store, "vier losse woorden hier") == []
    found = kept_triad(Store(tmp_path).triad)
    assert (found.triad, found.shut) == (None, True)
    assert "typ eerst het wachtwoord" in found.notice
    assert kept_triad(store.triad).triad == HEARD


async def test_a_whole_file_that_holds_no_triad_is_put_aside_too(tmp_path: Path) -> None:
    file = Store(tmp_path).triad
    file.write({"stand": {"people": ["Ana"]}})
    found = kept_triad(file)
    assert (found.triad, "beschadigd-1" in found.notice) == (None, True)
