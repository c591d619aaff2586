"""A file kept beside the sessions: whole or not at all, put aside when damaged, really removed."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from store_cases import FaultyOs, Kill, a_session, disk_full

from goedgesprek_tui.store import switching
from goedgesprek_tui.store.errors import Locked, NotStored, Unreadable
from goedgesprek_tui.store.sessions import TRIAD, Store
from goedgesprek_tui.store.side import SideFile

OLD = {"stand": {"text": "Ik zag de [b]tuin[/b]."}}
NEW = {"stand": {"text": "En toen was het stil."}}
WORDS = "vier losse woorden hier"


def side(folder: Path, os_: FaultyOs | None = None) -> SideFile:
    folder.mkdir(exist_ok=True)
    return Store(folder, os_ or FaultyOs()).triad


def calls_of_a_save(folder: Path) -> int:
    os_ = FaultyOs()
    side(folder).write(OLD)
    side(folder, os_).write(NEW)
    return len(os_.calls)


def faults() -> Iterator[BaseException]:
    yield disk_full()
    yield Kill()


@pytest.mark.parametrize("error", faults())
def test_a_save_that_is_cut_off_leaves_the_old_state_or_the_new(tmp_path: Path, error: BaseException) -> None:
    for at in range(1, calls_of_a_save(tmp_path / "telling") + 1):
        folder = tmp_path / f"map-{at}"
        side(folder).write(OLD)
        with suppress(NotStored, Kill):
            side(folder, FaultyOs(at, error)).write(NEW)
        assert side(folder).read() in (OLD, NEW)
        side(folder).write(NEW)
        assert [file.name for file in (folder / TRIAD).parent.iterdir()] == [TRIAD.name]


def test_it_is_for_its_owner_only_and_no_session(tmp_path: Path) -> None:
    side(tmp_path).write(OLD)
    assert (tmp_path / TRIAD).stat().st_mode & 0o077 == 0
    assert (tmp_path / TRIAD).parent.stat().st_mode & 0o077 == 0
    assert Store(tmp_path).look().ids() == []


def test_the_folder_of_the_sessions_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(NotStored, match="nog niet bewaard"):
        Store(tmp_path / "stick").triad.write(OLD)
    assert not (tmp_path / "stick").exists()


def test_removing_it_leaves_nothing_of_it(tmp_path: Path) -> None:
    one = side(tmp_path)
    one.write(OLD)
    (one.folder / f".{one.file.name}.abc.tmp").write_text("half", "utf-8")
    (one.folder / "anders.txt").write_text("blijft", "utf-8")
    one.set_aside()
    one.write(NEW)
    one.remove()
    assert sorted(file.name for file in one.folder.iterdir()) == ["anders.txt", "drietal.json.beschadigd-1"]
    one.remove(others=True)
    assert [file.name for file in one.folder.iterdir()] == ["anders.txt"]
    one.remove()


def test_what_is_damaged_is_told_and_can_be_put_aside(tmp_path: Path) -> None:
    one = side(tmp_path)
    one.write(OLD)
    one.file.write_text("{stuk", "utf-8")
    with pytest.raises(Unreadable, match="drietal"):
        one.read()
    assert one.set_aside().read_text("utf-8") == "{stuk"
    assert one.read() == {}


def test_a_passphrase_encrypts_it_with_the_sessions_and_taking_it_off_makes_it_readable(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path)
    store.create(a_session("g", "een")).close()
    store.triad.write(OLD)
    assert switching.encrypt(store, WORDS) == []
    assert "tuin" not in store.triad.file.read_text("utf-8")
    assert store.triad.read() == OLD
    with pytest.raises(Locked):
        Store(tmp_path).triad.read()
    assert switching.decrypt(store) == []
    assert Store(tmp_path).triad.read() == OLD


def test_what_was_put_aside_is_named_before_a_folder_is_encrypted(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.prepare()
    store.triad.write(OLD)
    store.triad.set_aside()
    assert [file.name for file in switching.others(store)] == ["drietal.json.beschadigd-1"]


def test_what_another_window_is_writing_is_left_alone_and_what_was_cut_off_goes(tmp_path: Path) -> None:
    file = side(tmp_path)
    file.write(OLD)
    busy, old = (file.folder / f".{file.file.name}.0.{name}.tmp" for name in ("bezig", "oud"))
    busy.write_text("half")
    old.write_text("half")
    os.utime(old, (0, 0))
    file.write(OLD)
    assert busy.exists()
    assert not old.exists()
