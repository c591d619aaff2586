"""A folder with a passphrase: what lies on the disk, who can open it, and what a crash leaves."""

import hashlib
import json
import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from store_cases import NEW, OLD, FaultyOs, Kill, a_session, disk_full, noted, stored

from goedgesprek_tui.store import switching
from goedgesprek_tui.store.age import too_short
from goedgesprek_tui.store.choices import Choices
from goedgesprek_tui.store.envelope import canonical
from goedgesprek_tui.store.errors import (
    AlreadyOpen,
    KeyDamaged,
    Locked,
    NotOurs,
    NotStored,
    StoreError,
    WrongPassphrase,
)
from goedgesprek_tui.store.key import PUBLIC, SECOND, SECRET, Key
from goedgesprek_tui.store.sessions import Store

PASSPHRASE = "vier kopjes lauwe thee"
LIGHT_KEY = Path(__file__).parent / "fixtures" / "sleutel"
OTHER_KEY = Path(__file__).parent / "fixtures" / "sleutel-van-een-ander"
SAID = "Niemand mag dit lezen, zei een ouder."


class QuickKey(Key):
    """A key whose secret half is not locked, so that no test waits for scrypt; test_passphrase_calls does."""

    def _locked(self, secret: object, passphrase: str) -> bytes:
        return f"{secret}\n".encode()


@pytest.fixture(scope="session")
def locked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted folder with session g, whose key is locked by age's scrypt at 2^10: no second of work."""
    folder = tmp_path_factory.mktemp("versleuteld")
    shutil.copytree(LIGHT_KEY, folder, dirs_exist_ok=True)
    shutil.copy(folder / SECRET, folder / SECOND)
    store = Store(folder)
    store.key.open(PASSPHRASE)
    with store.create(a_session("g", "een")) as opened:
        opened.save(noted(opened.session, SAID))
    (folder / "geheim").write_text(str(store.key._identity) + "\n")
    return folder


@pytest.fixture
def folder(locked_folder: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "map"
    shutil.copytree(locked_folder, copy)
    (copy / "geheim").rename(tmp_path / "geheim")
    return copy


@pytest.fixture
def open_store(folder: Path) -> Store:
    """The folder with its key open, without the seconds that a passphrase takes."""
    store = Store(folder)
    store.key.open_with(folder.parent / "geheim")
    return store


def words_on_disk(folder: Path) -> list[str]:
    said = (SAID.encode(), b'"een"', b'"Kort"')
    return [file.name for file in folder.iterdir() if any(words in file.read_bytes() for words in said)]


def test_a_passphrase_opens_what_was_encrypted_and_another_does_not(folder: Path) -> None:
    store = Store(folder)
    with pytest.raises(Locked, match="typ eerst het wachtwoord"):
        store.load("g")
    with pytest.raises(WrongPassphrase, match="past niet"):
        store.key.open(PASSPHRASE + "!")
    store.key.open(PASSPHRASE)
    assert [note.text for note in store.load("g").notes] == ["een", SAID]


def test_no_file_holds_the_words_and_the_clear_part_is_what_it_should_be(folder: Path) -> None:
    assert words_on_disk(folder) == []
    assert json.loads((folder / "g.json").read_bytes()).keys() == {
        "formaat",
        "versie",
        "sha256",
        "generatie",
        "id",
        "inhoud",
    }


def test_the_age_tool_opens_a_session_without_us(folder: Path) -> None:
    age = shutil.which("age")
    if not age:
        pytest.skip("het programma age staat niet op deze computer")
    armoured = json.loads((folder / "g.json").read_bytes())["inhoud"]
    shown = subprocess.run(
        [age, "--decrypt", "--identity", folder.parent / "geheim"],
        input=armoured.encode(),
        capture_output=True,
        check=True,
    )
    inside = json.loads(shown.stdout)
    assert (inside["id"], inside["generatie"]) == ("g", 2)
    assert inside["inhoud"]["notities"]["2"]["text"] == SAID


def test_the_organisation_can_open_what_is_saved_after_its_key_was_set(open_store: Store) -> None:
    from pyrage import decrypt, x25519

    theirs = x25519.Identity.generate()
    open_store.key.set_organisation(str(theirs.to_public()))
    open_store.rewrite("g")
    for name in ("g.json", "g.json.bak"):
        armoured = json.loads((open_store.folder / name).read_bytes())["inhoud"]
        assert SAID in decrypt(armoured.encode(), [theirs]).decode()


def test_what_is_no_public_key_is_refused(open_store: Store) -> None:
    with pytest.raises(KeyDamaged, match="age1"):
        open_store.key.set_organisation("sleutel van de stichting")


def test_a_key_of_the_organisation_that_is_damaged_stops_a_save_and_keeps_what_was(open_store: Store) -> None:
    (open_store.folder / "organisatie.pub").write_text("kapot")
    before = open_store.load("g")
    with open_store.open("g") as opened, pytest.raises(NotStored, match=r"organisatie\.pub"):
        opened.save(noted(before, "erbij"))
    assert open_store.load("g") == before


def test_without_the_secret_one_can_write_and_not_read(folder: Path) -> None:
    store = Store(folder)
    store.create(a_session("nieuw", SAID)).close()
    assert words_on_disk(folder) == []
    with pytest.raises(Locked):
        store.load("nieuw")


def test_a_lost_public_half_never_makes_a_save_readable(folder: Path) -> None:
    (folder / PUBLIC).unlink()
    with pytest.raises(NotStored, match="wachtwoord"):
        Store(folder).create(a_session("nieuw", SAID))
    assert words_on_disk(folder) == []


@pytest.mark.parametrize("lost", [SECRET, SECOND])
def test_a_lost_or_damaged_half_is_written_again_from_the_other(folder: Path, lost: str) -> None:
    whole = (folder / lost).read_bytes()
    (folder / lost).write_bytes(b"kapot" if lost == SECRET else b"")
    (folder / PUBLIC).unlink()
    Key(folder).open(PASSPHRASE)
    assert (folder / lost).read_bytes() == whole
    assert (folder / PUBLIC).read_text().startswith("age1")


def test_without_a_whole_key_that_is_said(folder: Path) -> None:
    for name in (SECRET, SECOND):
        (folder / name).write_bytes(b"kapot")
    with pytest.raises(KeyDamaged, match=r"zet een kopie van sleutel\.age terug"):
        Key(folder).open(PASSPHRASE)


def test_a_session_of_another_folder_is_told_from_a_damaged_one(open_store: Store, tmp_path: Path) -> None:
    elsewhere = Store(tmp_path / "elders")
    elsewhere.prepare()
    other = Key(elsewhere.folder)
    (elsewhere.folder / PUBLIC).write_text("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n")
    assert other.encrypts()
    elsewhere.create(a_session("vreemd", SAID)).close()
    shutil.copy(elsewhere.folder / "vreemd.json", open_store.folder)
    with pytest.raises(NotOurs, match="Gesprek vreemd is niet te openen: Het is met een andere sleutel"):
        open_store.load("vreemd")
    main = open_store.folder / "g.json"
    main.write_bytes(main.read_bytes().replace(b"inhoud", b"inhxud"))
    assert [note.text for note in open_store.load("g").notes] == ["een"]


def test_words_moved_from_another_session_are_refused(open_store: Store) -> None:
    open_store.create(a_session("h", "van h")).close()
    theirs = json.loads((open_store.folder / "h.json").read_bytes())["inhoud"]
    body = b'"generatie":9,"id":"g","inhoud":' + canonical(theirs) + b"}"
    sha256 = hashlib.sha256(b"{" + body).hexdigest()
    head = b'{"formaat":"goedgesprek","sha256":"%s","versie":1,' % sha256.encode()
    (open_store.folder / "g.json").write_bytes(head + body)
    assert [note.text for note in open_store.load("g").notes] == ["een"]


def test_switching_on_leaves_no_words_and_every_session_whole(tmp_path: Path) -> None:
    stored(tmp_path)
    store = quick(tmp_path, FaultyOs())
    store.create(a_session("h", SAID)).close()
    shutil.copy(tmp_path / "h.json", tmp_path / "h (kopie).json")
    (tmp_path / "h.json.conflict-1").write_text(SAID)
    assert [file.name for file in switching.others(store)] == ["h.json.conflict-1", "h (kopie).json"]
    steps: list[tuple[int, int]] = []
    assert switching.encrypt(store, PASSPHRASE, lambda *at: steps.append(at)) == []
    assert steps == [(1, 2), (2, 2)]
    assert words_on_disk(tmp_path) == []
    assert store.load("g") == OLD
    assert not switching.is_unfinished(store)


def test_switching_off_makes_all_readable_and_takes_the_key_away(open_store: Store) -> None:
    before = open_store.load("g")
    assert switching.decrypt(open_store) == []
    left = {file.name for file in open_store.folder.iterdir() if file.suffix != ".lock"}
    assert left == {"g.json", "g.json.bak", "sleutel-oud-1.age"}
    assert Store(open_store.folder).load("g") == before


def test_nothing_is_switched_while_a_session_is_open(tmp_path: Path) -> None:
    store = stored(tmp_path)
    with Store(tmp_path).open("g"), pytest.raises(AlreadyOpen):
        switching.encrypt(store, PASSPHRASE)
    assert not store.key.is_there


def quick(folder: Path, os_: FaultyOs) -> Store:
    store = Store(folder, os_)
    store.key = QuickKey(folder, os_)
    store.choices = Choices(folder, store.key, os_)
    if (folder / SECRET).exists():
        store.key.open_with(folder / SECRET)
    return store


@pytest.fixture(params=["aan", "uit"])
def switch(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("error", [Kill(), disk_full()], ids=["dood", "vol"])
def test_at_whatever_call_a_switch_is_cut_off_all_is_there_and_the_next_start_goes_on(
    tmp_path: Path, switch: str, error: BaseException
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir()
        stored(folder)
        if switch == "uit":
            switching.encrypt(quick(folder, FaultyOs()), PASSPHRASE)
        faulty = FaultyOs(at, error)
        store = quick(folder, faulty)
        with suppress(Kill, StoreError):
            switching.encrypt(store, PASSPHRASE) if switch == "aan" else switching.decrypt(store)
        finished = len(faulty.calls) < at
        switching.drop_unneeded_key(Store(folder))
        again = quick(folder, FaultyOs())
        assert again.load("g") == OLD
        if again.key.is_there and not again.key.is_open:
            again.key.open_with(folder / SECRET)
        assert switching.finish(again) == []
        assert again.load("g") == OLD
        assert not switching.is_unfinished(again)
        with again.open("g") as opened:
            opened.save(NEW)
        if finished:
            break
    else:
        pytest.fail("de wissel kwam nooit klaar")
    assert (b"drie" in (folder / "g.json").read_bytes()) == (switch == "uit")


def test_a_new_passphrase_locks_both_halves_anew_and_no_conversation(open_store: Store) -> None:
    folder = open_store.folder
    sessions = (folder / "g.json").read_bytes()
    (folder / ".sleutel.age.00ff.tmp").write_bytes(b"met een wachtwoord van toen")
    key = QuickKey(folder)
    key.open_with(folder.parent / "geheim")
    key.change("een heel ander wachtwoord")
    assert (folder / "g.json").read_bytes() == sessions
    assert not list(folder.glob("*.tmp"))
    unlocked = (folder.parent / "geheim").read_bytes()
    assert {(folder / half).read_bytes() for half in (SECRET, SECOND)} == {unlocked}


@pytest.mark.skipif(os.name != "posix", reason="wie een bestand mag lezen is daar anders geregeld")
def test_a_key_is_the_owners_alone(tmp_path: Path) -> None:
    QuickKey(tmp_path).make(PASSPHRASE)
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("sleutel*")} == {0o600}


def test_a_short_passphrase_is_refused_with_advice() -> None:
    assert "vier woorden" in too_short("1234567")
    assert not too_short("12345678")


# --- when something is wrong with a file or a key ---------------------------------------------


def test_the_key_stays_as_long_as_a_file_cannot_be_read(open_store: Store) -> None:
    newer = (open_store.folder / "g.json").read_bytes().replace(b'"versie": 1', b'"versie": 2')
    newer = newer.replace(b'"versie":1', b'"versie":2')
    (open_store.folder / "h.json").write_bytes(newer)
    open_store.create(a_session("i", "van i")).close()
    (problem,) = switching.decrypt(open_store)
    assert problem.startswith("h.json is zo gelaten.")
    assert open_store.key.is_ending
    switching.drop_unneeded_key(Store(open_store.folder))
    assert (open_store.folder / SECRET).exists()
    (open_store.folder / "h.json").unlink()
    assert switching.finish(open_store) == []
    assert not open_store.key.is_there
    assert Store(open_store.folder).load("i").notes[0].text == "van i"


def test_a_session_that_stays_readable_because_it_is_damaged_is_named(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / "stuk.json").write_text(SAID)
    (tmp_path / ".weg.00ff.tmp").write_text(SAID)
    store = quick(tmp_path, FaultyOs())
    assert [file.name for file in switching.others(store)] == [".weg.00ff.tmp"]
    (problem,) = switching.encrypt(store, PASSPHRASE)
    assert problem.startswith("stuk.json is zo gelaten.")
    assert (tmp_path / "stuk.json").read_text() == SAID
    (tmp_path / "stuk.json").unlink()
    (tmp_path / ".weg.00ff.tmp").unlink()
    assert words_on_disk(tmp_path) == []


def test_copies_left_when_encrypting_was_cut_off_are_named_at_the_next_start(
    tmp_path: Path,
) -> None:
    stored(tmp_path)
    (tmp_path / "g.json.conflict-1").write_text(SAID)
    store = quick(tmp_path, FaultyOs())
    store.key.make(PASSPHRASE)
    (problem,) = switching.settle(store)
    assert problem == "Nog te lezen zonder wachtwoord: g.json.conflict-1. Haal dat zelf weg uit de map."


def test_a_key_that_could_not_be_made_whole_shuts_no_folder(tmp_path: Path) -> None:
    for at in range(1, 100):
        folder = tmp_path / str(at)
        folder.mkdir()
        faulty = FaultyOs(at, disk_full())
        key = QuickKey(folder, faulty)
        with suppress(StoreError):
            key.make(PASSPHRASE)
            assert key.is_there
            break
        assert not Key(folder).is_there
    else:
        pytest.fail("de sleutel kwam nooit af")


def test_a_key_does_not_go_along_to_a_folder_where_the_talk_cannot(open_store: Store, tmp_path: Path) -> None:
    with open_store.open("g") as opened:
        for at in range(1, 100):
            other = Store(tmp_path / f"{at}", FaultyOs(at, disk_full()))
            try:
                other.take_over(opened.session, opened).close()
                break
            except StoreError:
                assert not Key(other.folder).is_there
        else:
            pytest.fail("het gesprek kwam nooit mee")
    assert other.load("g") == open_store.load("g")


def test_nothing_is_saved_to_a_key_that_is_not_the_one_that_was_opened(open_store: Store) -> None:
    from pyrage import x25519

    (open_store.folder / PUBLIC).write_text(f"{x25519.Identity.generate().to_public()}\n")
    before = {file.name: file.read_bytes() for file in open_store.folder.iterdir()}
    with pytest.raises(NotStored, match="geldt nu een andere sleutel"):
        open_store.create(a_session("h", "na de wissel"))
    with pytest.raises(StoreError, match="geldt nu een andere sleutel"):
        open_store.key.change("een heel ander wachtwoord")
    after = {file.name: file.read_bytes() for file in open_store.folder.iterdir() if file.name != ".h.lock"}
    assert after == before


@pytest.mark.parametrize("name", [SECRET, SECOND])
def test_a_key_of_another_folder_with_the_same_passphrase_never_takes_the_place_of_ours(
    folder: Path, tmp_path: Path, name: str
) -> None:
    ours = (folder / SECRET).read_bytes()
    shutil.copy(OTHER_KEY / SECRET, folder / name)
    store = Store(folder)
    store.key.open(PASSPHRASE)
    assert [note.text for note in store.load("g").notes] == ["een", SAID]
    assert {(folder / each).read_bytes() for each in (SECRET, SECOND)} == {ours}
    assert (folder / "sleutel-oud-1.age").read_bytes() == (OTHER_KEY / SECRET).read_bytes()


def test_two_windows_that_choose_in_one_moment_leave_one_whole_key(tmp_path: Path) -> None:
    other = QuickKey(tmp_path)

    class SlowKey(QuickKey):
        def _locked(self, secret: object, passphrase: str) -> bytes:
            other.make("van de ander")
            return super()._locked(secret, passphrase)

    with pytest.raises(StoreError, match="in een ander venster al een wachtwoord gekozen"):
        SlowKey(tmp_path).make(PASSPHRASE)
    assert (tmp_path / SECRET).read_bytes() == (tmp_path / SECOND).read_bytes() == other._half


def test_a_passphrase_that_is_changed_while_another_window_takes_it_off_brings_no_key_back(
    open_store: Store,
) -> None:
    other = Store(open_store.folder)
    other.key.open_with(open_store.folder.parent / "geheim")

    class SlowKey(QuickKey):
        def _locked(self, secret: object, passphrase: str) -> bytes:
            assert switching.decrypt(other) == []
            return super()._locked(secret, passphrase)

    key = SlowKey(open_store.folder)
    key.open_with(open_store.folder.parent / "geheim")
    with pytest.raises(StoreError, match="Er is niets veranderd"):
        key.change("een heel ander wachtwoord")
    assert not Key(open_store.folder).is_there


def test_a_change_after_it_was_taken_off_elsewhere_brings_no_key_back(open_store: Store) -> None:
    again = Store(open_store.folder)
    again.key.open_with(open_store.folder.parent / "geheim")
    assert switching.decrypt(again) == []
    with pytest.raises(StoreError, match="Er is niets veranderd"):
        open_store.key.change("een heel ander wachtwoord")
    assert not Key(open_store.folder).is_there


def test_a_damaged_key_is_told_from_a_wrong_passphrase_and_mended_from_its_copy(folder: Path) -> None:
    whole = (folder / SECRET).read_bytes()
    (folder / SECRET).write_bytes(whole[:-20])
    Key(folder).open(PASSPHRASE)
    assert (folder / SECRET).read_bytes() == whole
    for name in (SECRET, SECOND):
        (folder / name).write_bytes(whole[:-20])
    with pytest.raises(KeyDamaged, match="weg of beschadigd"):
        Key(folder).open(PASSPHRASE)
    for name in (SECRET, SECOND):
        (folder / name).write_bytes(whole.replace(b" 10\n", b" 30\n", 1))
    with pytest.raises(KeyDamaged, match="veel snellere computer"):
        Key(folder).open(PASSPHRASE)


def test_a_generation_of_another_key_does_not_hide_the_whole_one_before_it(
    open_store: Store, tmp_path: Path
) -> None:
    elsewhere = Store(tmp_path / "elders")
    elsewhere.prepare()
    (elsewhere.folder / PUBLIC).write_text("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n")
    elsewhere.create(a_session("g", "vreemd"), after=90).close()
    shutil.copy(elsewhere.folder / "g.json", open_store.folder)
    assert open_store.load("g").notes[0].text == "een"


def test_encryption_is_taken_off_also_when_the_public_half_is_gone(open_store: Store) -> None:
    (open_store.folder / PUBLIC).unlink()
    assert switching.decrypt(open_store) == []
    assert Store(open_store.folder).load("g").notes[0].text == "een"


def test_a_file_that_is_no_key_is_told(open_store: Store) -> None:
    (open_store.folder / "brief.txt").write_text("geen sleutel")
    with pytest.raises(KeyDamaged, match="brief.txt is geen sleutel van age"):
        open_store.key.open_with(open_store.folder / "brief.txt")


def test_a_key_that_another_window_made_meanwhile_is_never_written_over(tmp_path: Path) -> None:
    stored(tmp_path)
    slow, first = quick(tmp_path, FaultyOs()), quick(tmp_path, FaultyOs())
    switching.encrypt(first, PASSPHRASE)
    before = (tmp_path / SECRET).read_bytes()
    with pytest.raises(StoreError, match="in een ander venster al een wachtwoord gekozen"):
        switching.encrypt(slow, PASSPHRASE)
    assert (tmp_path / SECRET).read_bytes() == before
    assert first.load("g") == OLD


def test_nothing_goes_to_the_disk_readable_when_the_key_is_out_of_sight(open_store: Store) -> None:
    with open_store.open("g") as opened:
        for name in (SECRET, SECOND, PUBLIC):
            (open_store.folder / name).rename(open_store.folder / f"weg-{name}")
        with pytest.raises(NotStored, match="De sleutel is weg"):
            opened.save(noted(opened.session, "na het wegvallen"))
        with pytest.raises(StoreError, match="sleutel is weg"):
            open_store.create(a_session("h", SAID))
        assert words_on_disk(open_store.folder) == []
        for name in (SECRET, SECOND, PUBLIC):
            (open_store.folder / f"weg-{name}").rename(open_store.folder / name)
        opened.save(noted(opened.session, "en weer terug"))
    assert "en weer terug" in [note.text for note in open_store.load("g").notes]


def test_the_key_goes_along_from_memory_when_its_folder_is_gone(folder: Path, tmp_path: Path) -> None:
    store = Store(folder)
    store.key.open(PASSPHRASE)
    elsewhere = Store(tmp_path / "elders")
    with store.open("g") as opened:
        folder.rename(tmp_path / "stick-eruit")
        with elsewhere.take_over(noted(opened.session, SAID), opened) as moved:
            moved.save(noted(moved.session, "verder"))
    assert words_on_disk(elsewhere.folder) == []
    later = Store(elsewhere.folder)
    later.key.open(PASSPHRASE)
    assert later.load("g").notes[-1].text == "verder"


def test_a_talk_does_not_go_on_where_somebody_else_has_conversations(
    open_store: Store, tmp_path: Path
) -> None:
    theirs, plain = Store(tmp_path / "wachtwoord"), Store(tmp_path / "leesbaar")
    for store in (theirs, plain):
        store.prepare()
        store.create(a_session("z", "van een collega")).close()
    switching.encrypt(quick(theirs.folder, FaultyOs()), PASSPHRASE)
    with open_store.open("g") as opened:
        with pytest.raises(StoreError, match="geldt een ander wachtwoord"):
            theirs.take_over(opened.session, opened)
        with pytest.raises(StoreError, match="staan gesprekken zonder wachtwoord"):
            plain.take_over(opened.session, opened)
    assert not plain.key.is_there
    assert plain.load("z").notes[0].text == "van een collega"


def test_a_session_that_stands_only_in_a_copy_is_kept_when_the_folder_is_encrypted(tmp_path: Path) -> None:
    stored(tmp_path)
    (tmp_path / "g.json").rename(tmp_path / "g (kopie).json")
    (tmp_path / "g.json.bak").unlink()
    store = quick(tmp_path, FaultyOs())
    assert switching.encrypt(store, PASSPHRASE) == []
    assert store.load("g") == OLD
    assert not (tmp_path / "g (kopie).json").exists()


def test_a_copy_with_a_later_note_is_named_and_not_removed(tmp_path: Path) -> None:
    store = stored(tmp_path)
    with store.open("g") as opened:
        opened.save(NEW)
    (tmp_path / "g.json").rename(tmp_path / "g (kopie).json")
    store = quick(tmp_path, FaultyOs())
    (problem,) = switching.encrypt(store, PASSPHRASE)
    assert "g (kopie).json" in problem
    assert b"drie" in (tmp_path / "g (kopie).json").read_bytes()


def test_a_copy_with_notes_of_another_computer_outlives_a_change_of_form(
    tmp_path: Path,
) -> None:
    store = stored(tmp_path)
    with store.open("g") as opened:
        opened.save(noted(noted(opened.session, "van daar"), "en nog een"))
    shutil.copy(tmp_path / "g.json", tmp_path / "g (1).json")
    for name in ("g.json", "g.json.bak"):
        (tmp_path / name).unlink()
    store.create(OLD).close()
    store = quick(tmp_path, FaultyOs())
    assert switching.others(store) == []
    assert switching.encrypt(store, PASSPHRASE) != []
    assert switching.others(store) == []
    switching.decrypt(store)
    assert b"van daar" in (tmp_path / "g (1).json").read_bytes()


def test_erasing_leaves_a_copy_that_is_whole_but_closed_to_us(open_store: Store, tmp_path: Path) -> None:
    elsewhere = Store(tmp_path / "elders")
    elsewhere.prepare()
    (elsewhere.folder / PUBLIC).write_text("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n")
    elsewhere.create(a_session("g", "van een andere laptop")).close()
    shutil.copy(elsewhere.folder / "g.json", open_store.folder / "g.json.conflict-1")
    with open_store.open("g") as opened:
        opened.save(opened.session, scrub=True)
        assert opened.notice.startswith("g.json.conflict-1 ligt er nog")
    assert (open_store.folder / "g.json.conflict-1").exists()


def test_what_was_encrypted_without_the_passphrase_typed_here_goes_nowhere_readable(
    locked_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    store, elsewhere = Store(folder), Store(tmp_path / "elders")
    with store.create(a_session("h", "een")) as opened:
        for name in (SECRET, PUBLIC):
            shutil.copy(locked_folder / name, folder)
        opened.save(noted(opened.session, SAID))
        with pytest.raises(StoreError, match="het wachtwoord is hier niet getypt"):
            elsewhere.take_over(opened.session, opened)
        for name in (SECRET, PUBLIC):
            (folder / name).unlink()
        with pytest.raises(NotStored, match="De sleutel is weg"):
            opened.save(noted(opened.session, "nog een"))
    assert not list(elsewhere.folder.glob("*.json"))


def test_beside_encrypted_conversations_without_their_key_nothing_is_kept_readable(folder: Path) -> None:
    for name in (SECRET, SECOND, PUBLIC):
        (folder / name).unlink()
    with pytest.raises(StoreError, match="zijn versleuteld, en de sleutel is weg"):
        Store(folder).create(a_session("h", SAID))
    assert words_on_disk(folder) == []
