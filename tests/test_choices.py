"""What was chosen for a report: kept per period, never lost, and encrypted with the sessions."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from store_cases import FaultyOs, Kill, a_session, disk_full
from test_passphrase import quick

from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.store import switching
from goedgesprek_tui.store.choices import FILE, Choices
from goedgesprek_tui.store.errors import Locked, NotStored, StoreError, Unreadable
from goedgesprek_tui.store.key import Key
from goedgesprek_tui.store.sessions import Store

SECRET = "Wij spraken vooral oma's [b]."
CHOICE = Choice(topics_out=("mbo",), order=("b", "a"), parts_out=(Part.TIPS,), intro=SECRET)
FEW = Choice(notes_out=("n1",))
WORDS = "vier losse woorden hier"


def choices(folder: Path, os_: FaultyOs | None = None) -> Choices:
    folder.mkdir(exist_ok=True)
    return Choices(folder, Key(folder, os_ or FaultyOs()), os_ or FaultyOs())


def test_each_period_has_its_own_choice(tmp_path: Path) -> None:
    choices(tmp_path).save("begin", CHOICE)
    choices(tmp_path).save("eind", FEW)
    found = choices(tmp_path)
    assert [found.load(period) for period in ("begin", "eind", "nooit")] == [CHOICE, FEW, Choice()]


def test_it_is_no_session_and_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    choices(tmp_path).save("begin", CHOICE)
    assert Store(tmp_path).listed() == []
    assert Store(tmp_path).look().ids() == []
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def calls_of_a_save(folder: Path) -> int:
    os_ = FaultyOs()
    choices(folder).save("begin", CHOICE)
    choices(folder, os_).save("eind", FEW)
    return len(os_.calls)


def faults() -> Iterator[BaseException]:
    yield disk_full()
    yield Kill()


@pytest.mark.parametrize("error", faults())
def test_a_save_that_is_cut_off_leaves_the_old_choice_or_the_new(
    tmp_path: Path, error: BaseException
) -> None:
    for at in range(1, calls_of_a_save(tmp_path / "telling") + 1):
        folder = tmp_path / f"map-{at}"
        choices(folder).save("begin", CHOICE)
        with suppress(NotStored, Kill):
            choices(folder, FaultyOs(at, error)).save("begin", FEW)
        assert choices(folder).load("begin") in (CHOICE, FEW)
        assert Store(folder).look().ids() == []
        choices(folder).save("eind", FEW)
        assert [file.name for file in folder.iterdir()] == [FILE]


def test_a_file_that_cannot_be_read_is_said_and_put_aside_at_the_next_save(tmp_path: Path) -> None:
    choices(tmp_path).save("begin", CHOICE)
    (tmp_path / FILE).write_text("{stuk", "utf-8")
    with pytest.raises(Unreadable, match="niet te lezen"):
        choices(tmp_path).load("begin")
    choices(tmp_path).save("begin", FEW)
    assert choices(tmp_path).load("begin") == FEW
    assert (tmp_path / f"{FILE}.beschadigd-1").read_text("utf-8") == "{stuk"


def test_a_passphrase_encrypts_it_with_the_sessions_and_taking_it_off_makes_it_readable(
    tmp_path: Path,
) -> None:
    store = quick(tmp_path, FaultyOs())
    store.create(a_session("g", "een")).close()
    store.choices.save("begin", CHOICE)
    assert switching.encrypt(store, WORDS) == []
    assert "oma's" not in (tmp_path / FILE).read_text("utf-8")
    assert store.choices.load("begin") == CHOICE
    store.choices.save("eind", FEW)
    with pytest.raises(Locked):
        Store(tmp_path).choices.load("begin")
    with pytest.raises(StoreError):
        Store(tmp_path).choices.save("begin", FEW)
    assert switching.decrypt(store) == []
    assert "oma's" in (tmp_path / FILE).read_text("utf-8")
    assert [Store(tmp_path).choices.load(period) for period in ("begin", "eind")] == [CHOICE, FEW]


def test_encryption_that_was_cut_off_before_the_choices_goes_on_with_them(tmp_path: Path) -> None:
    store = quick(tmp_path, FaultyOs())
    store.choices.save("begin", CHOICE)
    readable = (tmp_path / FILE).read_bytes()
    assert switching.encrypt(store, WORDS) == []
    (tmp_path / FILE).write_bytes(readable)
    assert switching.is_unfinished(store)
    assert switching.settle(store) == []
    assert "oma's" not in (tmp_path / FILE).read_text("utf-8")


def test_the_key_is_not_put_aside_while_the_choices_need_it(tmp_path: Path) -> None:
    store = quick(tmp_path, FaultyOs())
    store.choices.save("begin", CHOICE)
    assert switching.encrypt(store, WORDS) == []
    store.key.begin_ending()
    switching.drop_unneeded_key(store)
    assert store.key.is_there
    assert switching.settle(store) == []
    assert not store.key.is_there
    assert Store(tmp_path).choices.load("begin") == CHOICE


def test_what_was_put_aside_is_named_before_a_folder_is_encrypted(tmp_path: Path) -> None:
    store = quick(tmp_path, FaultyOs())
    store.choices.save("begin", CHOICE)
    (tmp_path / f"{FILE}.beschadigd-1").write_text(SECRET, "utf-8")
    assert [file.name for file in switching.others(store)] == [f"{FILE}.beschadigd-1"]
    assert switching.encrypt(store, WORDS) == []
    assert [file.name for file in tmp_path.glob(f"{FILE}*")] == [FILE]
