"""Whatever lies in the folder instead: recovered or reported, never altered, never written over."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store_cases import NEW, OLD, a_session, names, noted, snapshot, stored, texts
from tinydb import TinyDB

from goedgesprek_tui.models import Session
from goedgesprek_tui.store.envelope import canonical
from goedgesprek_tui.store.errors import NotStored, StoreError, TooNew, Unreadable
from goedgesprek_tui.store.files import SessionStorage
from goedgesprek_tui.store.sessions import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return stored(tmp_path)


@pytest.fixture
def main(store: Store) -> Path:
    return store.folder / "g.json"


@pytest.fixture
def backup(store: Store) -> Path:
    return store.folder / "g.json.bak"


def damaged(raw: bytes) -> Iterator[bytes]:
    """Cut at every byte, and flip a bit of every byte."""
    for at in range(len(raw)):
        yield raw[:at]
        yield raw[:at] + bytes([raw[at] ^ (1 << at % 8)]) + raw[at + 1 :]


def loaded(store: Store) -> Session | StoreError:
    try:
        return store.load("g")
    except StoreError as error:
        return error


def test_a_file_cut_or_flipped_anywhere_is_recovered_from_the_one_before(store: Store, main: Path) -> None:
    for raw in damaged(main.read_bytes()):
        main.write_bytes(raw)
        found = loaded(store)
        assert isinstance(found, TooNew) or texts(found) == ["een"], raw


def test_a_file_cut_or_flipped_anywhere_without_another_is_reported(
    store: Store, main: Path, backup: Path
) -> None:
    backup.unlink()
    for raw in damaged(main.read_bytes()):
        main.write_bytes(raw)
        assert isinstance(loaded(store), Unreadable | TooNew), raw


def envelope(**fields: object) -> bytes:
    usual = {"formaat": "goedgesprek", "versie": 1, "id": "g", "generatie": 9, "sha256": "", "inhoud": {}}
    return json.dumps({**usual, **fields}).encode()


HOSTILE = {
    "leeg": b"",
    "null": b"null",
    "lijst": b"[]",
    "object": b"{}",
    "tekst": b'"goedgesprek"',
    "diep": b"[" * 100_000,
    "lang getal": b'{"generatie":' + b"9" * 5000 + b"}",
    "geen utf-8": b'{"formaat":"\xff"}',
    "utf-16": '{"formaat":"goedgesprek"}'.encode("utf-16"),
    "NaN": envelope(generatie=float("nan")),
    "half teken": envelope(inhoud={"\ud800": {}}),
    "versie als tekst": envelope(versie="1"),
    "tabel als lijst": envelope(inhoud=[]),
    "id als pad": envelope(id="../g"),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_whatever_lies_there_instead_the_one_before_is_used_and_it_is_kept(
    store: Store, main: Path, raw: bytes
) -> None:
    main.write_bytes(raw)
    with store.open("g") as opened:
        assert "1 notitie teruggehaald uit g.json.bak" in opened.notice
        assert main.read_bytes() == raw
        opened.save(noted(opened.session, "verder"))
        opened.save(noted(opened.session, "en verder"))
    assert texts(store.load("g")) == ["een", "verder", "en verder"]
    assert (store.folder / "g.json.beschadigd-1").read_bytes() == raw
    assert names(store.folder) == {"g.json", "g.json.bak", "g.json.beschadigd-1"}


def test_a_second_damaged_file_is_kept_beside_the_first(store: Store, main: Path) -> None:
    for number in (1, 2):
        main.write_bytes(b"stuk %d" % number)
        with store.open("g") as opened:
            opened.save(noted(opened.session, f"verder {number}"))
            opened.save(noted(opened.session, f"nog verder {number}"))
    assert {b"stuk 1", b"stuk 2"} < set(snapshot(store.folder).values())


def test_when_both_are_damaged_nothing_is_written_and_others_still_work(
    store: Store, main: Path, backup: Path
) -> None:
    store.create(a_session("ander", "heel")).close()
    main.write_bytes(main.read_bytes()[:-1])
    backup.write_bytes(b"")
    before = snapshot(store.folder)
    for act in (store.open, store.load):
        with pytest.raises(Unreadable, match="Gesprek g is niet te lezen en is zo gelaten"):
            act("g")
    assert {each.id: bool(each.session) for each in store.listed()} == {"ander": True, "g": False}
    assert snapshot(store.folder) == before


@pytest.mark.parametrize("file", [".g.00ff.tmp", "g.json.bak"])
def test_without_a_main_file_another_one_is_used(store: Store, main: Path, backup: Path, file: str) -> None:
    backup.unlink()
    main.rename(store.folder / file)
    assert [each.id for each in store.listed()] == ["g"]
    with store.open("g") as opened:
        assert "was weg: 2 notities" in opened.notice
        assert opened.session == OLD
        opened.save(NEW)
    assert store.load("g") == NEW
    assert not any(name.endswith(".tmp") for name in names(store.folder))


def test_a_newer_temporary_file_wins_over_the_main_one(store: Store, main: Path) -> None:
    older = main.read_bytes()
    with store.open("g") as opened:
        opened.save(NEW)
    main.rename(store.folder / ".g.00ff.tmp")
    main.write_bytes(older)
    with store.open("g") as opened:
        assert opened.session == NEW
        assert "niet het nieuwste" in opened.notice


def test_a_byte_order_mark_or_another_layout_does_no_harm(store: Store, main: Path) -> None:
    data = json.loads(main.read_bytes())
    for raw in (b"\xef\xbb\xbf" + main.read_bytes(), json.dumps(data, indent=2).encode()):
        main.write_bytes(raw)
        with store.open("g") as opened:
            assert (opened.session, opened.notice) == (OLD, "")


def test_a_whole_file_without_a_session_in_it_counts_as_damaged(store: Store, main: Path) -> None:
    with TinyDB(main, storage=SessionStorage) as db:
        db.drop_table("leidraad")
    assert store.load("g") == OLD
    with store.open("g") as opened:
        assert "beschadigd" in opened.notice
        opened.save(NEW)
    assert "g.json.beschadigd-1" in names(store.folder)


def test_a_note_under_another_number_counts_as_damage(store: Store, main: Path) -> None:
    with TinyDB(main, storage=SessionStorage) as db:
        db.table("notities").insert({"id": "x", "number": 7, "text": "x"})
    assert store.load("g") == OLD


def test_a_file_of_a_newer_version_is_refused_and_untouched(store: Store, main: Path) -> None:
    data = {**json.loads(main.read_bytes()), "versie": 2, "nieuw": True}
    main.write_bytes(canonical(data))
    before = snapshot(store.folder)
    for act in (store.open, store.load):
        with pytest.raises(TooNew, match="nieuwere versie"):
            act("g")
    (listed,) = store.listed()
    assert "nieuwere versie" in listed.problem
    assert snapshot(store.folder) == before


def huge(file: Path) -> None:
    with file.open("wb") as out:
        out.truncate(64 * 1024 * 1024 + 1)


def link_outside(file: Path) -> None:
    outside = file.parent.parent / f"{file.parent.name}-buiten.json"
    outside.write_bytes((file.parent / "g.json.bak").read_bytes())
    file.symlink_to(outside)


@pytest.mark.parametrize("make", [huge, Path.mkdir, os.mkfifo, link_outside])
def test_what_is_no_ordinary_file_is_not_opened_but_set_aside(
    store: Store, main: Path, make: Callable[[Path], None]
) -> None:
    main.unlink()
    make(main)
    with store.open("g") as opened:
        assert texts(opened.session) == ["een"]
        opened.save(noted(opened.session, "verder"))
    assert texts(store.load("g")) == ["een", "verder"]
    assert os.path.lexists(store.folder / "g.json.beschadigd-1")
    assert main.is_file()
    assert not main.is_symlink()


def test_a_link_out_of_the_folder_alone_is_unreadable(store: Store, main: Path, backup: Path) -> None:
    main.unlink()
    link_outside(main)
    backup.unlink()
    with pytest.raises(Unreadable, match="geen gewoon bestand"):
        store.load("g")


# --- somebody else's file ---------------------------------------------------------------------


def test_a_version_of_another_program_is_set_aside_and_ours_goes_on(store: Store, main: Path) -> None:
    with store.open("g") as opened:
        opened.save(NEW)
        theirs = (store.folder / "g.json.bak").read_bytes()
        (store.folder / "sync").write_bytes(theirs)
        (store.folder / "sync").replace(main)
        opened.save(noted(NEW, "vier"))
        assert "bewaard als g.json.conflict-1" in opened.notice
    assert store.load("g") == noted(NEW, "vier")
    assert (store.folder / "g.json.conflict-1").read_bytes() == theirs


def test_after_a_conflict_our_generation_is_the_newest(store: Store, main: Path) -> None:
    with store.open("g") as opened:
        storage = SessionStorage(main)
        for number in range(5):
            storage.change({"eigen": {"1": {"keer": number}}})
        opened.save(NEW)
    assert json.loads(main.read_bytes())["generatie"] == 8
    assert store.load("g") == NEW


def test_the_same_content_in_another_file_is_no_conflict(store: Store, main: Path) -> None:
    with store.open("g") as opened:
        opened.save(NEW)
        (store.folder / "sync").write_bytes(main.read_bytes())
        (store.folder / "sync").replace(main)
        opened.save(noted(NEW, "vier"))
        assert opened.notice == ""
    assert names(store.folder) == {"g.json", "g.json.bak"}


def test_a_file_that_was_taken_away_is_written_again(store: Store, main: Path) -> None:
    with store.open("g") as opened:
        main.unlink()
        opened.save(NEW)
    assert store.load("g") == NEW


def test_a_folder_that_vanishes_is_said_and_not_made_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "stick")
    store.prepare()
    with store.create(OLD) as opened:
        store.folder.rename(tmp_path / "weg")
        with pytest.raises(NotStored, match="De map is er niet"):
            opened.save(NEW)
        with pytest.raises(NotStored, match="De map is er niet"):
            store.create(a_session("h"))
        assert not store.folder.exists()
        (tmp_path / "weg").rename(store.folder)
        opened.save(NEW)
    assert store.load("g") == NEW
