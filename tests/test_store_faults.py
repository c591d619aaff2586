"""Whatever breaks while saving: the old words or the new ones are there, never neither."""

import errno
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from store_cases import NEW, OLD, FaultyOs, Kill, disk_full, names, noted, snapshot, stored, texts

from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.files import SessionStorage
from goedgesprek_tui.store.sessions import OpenSession, Store

ROOT = Path(__file__).parent.parent
MOST_CALLS = 80
ERRORS = [
    disk_full(),
    OSError(errno.EIO, "I/O error"),
    PermissionError(errno.EACCES, "Permission denied"),
    Kill(),
]

CRASHES = """
import os, sys, random, signal
from pathlib import Path
from goedgesprek_tui.models import Note
from goedgesprek_tui.store.sessions import Store

store = Store(Path(sys.argv[1]))

def add_notes(out):
    opened = store.open("g")
    while True:
        session = opened.session
        number = session.last_number + 1
        note = Note(id=f"n{number}-{os.getpid()}", number=number, text=f"notitie {number}")
        opened.save(session.model_copy(update={"notes": (*session.notes, note), "last_number": number}))
        os.write(out, f"{note.id}\\n".encode())

for round_ in range(20):
    read, write = os.pipe()
    if not (child := os.fork()):
        os.close(read)
        add_notes(write)
    os.close(write)
    with os.fdopen(read) as acknowledged:
        for _ in range(random.Random(round_).randint(1, 6)):
            sys.stdout.write(acknowledged.readline())
        os.kill(child, signal.SIGKILL)
        sys.stdout.write(acknowledged.read())
    os.waitpid(child, 0)
"""
FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from goedgesprek_tui.models import Note
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.sessions import Store

resource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))
with Store(Path(sys.argv[1])).open("g") as opened:
    long = Note(id="lang", number=9, text="lang " * 1000)
    session = opened.session.model_copy(update={"notes": (*opened.session.notes, long), "last_number": 9})
    try:
        opened.save(session)
    except NotStored as failure:
        print(failure)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    opened.save(session)
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return stored(tmp_path)


@pytest.fixture
def main(store: Store) -> Path:
    return store.folder / "g.json"


@pytest.fixture
def backup(store: Store) -> Path:
    return store.folder / "g.json.bak"


def open_with(folder: Path, faulty: FaultyOs) -> OpenSession:
    return Store(folder, faulty).open("g")


def every_failure(
    folder: Path, prepare: Callable[[OpenSession, Path], None], error: BaseException, scrub: bool = False
) -> Iterator[tuple[FaultyOs, OpenSession, BaseException | None]]:
    """Save NEW over the same folder again and again, failing at the first call, the second, and so on."""
    before = snapshot(folder)
    for at in range(1, MOST_CALLS):
        for file in folder.iterdir():
            file.unlink()
        for name, raw in before.items():
            (folder / name).write_bytes(raw)
        faulty = FaultyOs()
        opened = open_with(folder, faulty)
        prepare(opened, folder)
        faulty.fail_at(at, error)
        failure: BaseException | None = None
        try:
            opened.save(NEW, scrub)
        except (NotStored, Kill) as raised:
            failure = raised
        reached = len(faulty.calls) >= at
        yield faulty, opened, failure
        opened.close()
        if not reached:
            return
    pytest.fail("more calls than were tried")


def nothing(_opened: OpenSession, _folder: Path) -> None: ...


def one_save(opened: OpenSession, _folder: Path) -> None:
    opened.save(OLD.model_copy(update={"draft": "dr"}))


def a_foreign_file(opened: OpenSession, folder: Path) -> None:
    one_save(opened, folder)
    theirs = folder / "theirs"
    theirs.write_bytes((folder / "g.json.bak").read_bytes())
    theirs.replace(folder / "g.json")


@pytest.mark.parametrize(
    ("prepare", "scrub", "error"),
    [
        *((prepare, False, error) for prepare in (nothing, a_foreign_file) for error in ERRORS),
        *((one_save, True, error) for error in (ERRORS[0], ERRORS[-1])),
    ],
)
def test_at_whatever_call_a_save_fails_the_old_or_the_new_is_there(
    store: Store, prepare: Callable[[OpenSession, Path], None], scrub: bool, error: BaseException
) -> None:
    for faulty, opened, failure in every_failure(store.folder, prepare, error, scrub):
        found = store.load("g")
        assert texts(found) in (texts(OLD), texts(NEW))
        assert failure or found == NEW
        if isinstance(failure, Kill):
            opened.close()
            opened = store.open("g")
        faulty.heal()
        opened.save(NEW, scrub)
        opened.save(noted(NEW, "vier"), scrub)
        opened.close()
        assert store.load("g") == noted(NEW, "vier")
        assert not any(name.endswith(".tmp") for name in names(store.folder))


@pytest.mark.parametrize("error", ERRORS, ids=["vol", "kapot", "verboden", "dood"])
def test_a_damaged_file_is_never_lost_by_a_save_that_fails(
    store: Store, main: Path, error: BaseException
) -> None:
    main.write_bytes(b"stuk maar van iemand")
    for _, _, failure in every_failure(store.folder, nothing, error):
        assert b"stuk maar van iemand" in snapshot(store.folder).values()
        assert texts(store.load("g")) in (["een"], texts(NEW))
        assert failure or store.load("g") == NEW


@pytest.mark.parametrize("error", ERRORS[:3], ids=["vol", "kapot", "verboden"])
def test_after_a_failed_first_save_the_id_is_still_free(tmp_path: Path, error: BaseException) -> None:
    for at in range(1, MOST_CALLS):
        faulty = FaultyOs(at, error)
        folder = tmp_path / str(at)
        folder.mkdir()
        with suppress(NotStored):
            Store(folder, faulty).create(OLD).close()
        if len(faulty.calls) < at:
            return
        with Store(folder).open("g") if names(folder) else Store(folder).create(OLD) as opened:
            assert opened.session == OLD


def test_what_is_renamed_is_on_the_disk_before_and_the_folder_after(store: Store) -> None:
    faulty = FaultyOs()
    with open_with(store.folder, faulty) as opened:
        faulty.calls.clear()
        opened.save(NEW)
    temp = next(paths[0] for name, paths in faulty.calls if name == "write")
    told = [
        (
            name,
            *("temp" if path == temp else path.name if path.suffix != ".tmp" else "link" for path in paths),
        )
        for name, paths in faulty.calls
        if name not in ("lstat", "fstat", "open", "close", "write")
    ]
    assert told == [
        ("fsync", "temp"),
        ("link", "g.json", "link"),
        ("replace", "link", "g.json.bak"),
        ("replace", "temp", "g.json"),
        ("fsync", store.folder.name),
    ]


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_them_all(store: Store) -> None:
    class Slow(FaultyOs):
        def write(self, fd: int, data: memoryview) -> int:
            return os.write(fd, data[:7])

    with open_with(store.folder, Slow()) as opened:
        opened.save(NEW)
    assert store.load("g") == NEW


def test_where_files_cannot_be_linked_the_previous_generation_is_a_copy(store: Store, backup: Path) -> None:
    class NoLinks(FaultyOs):
        def link(self, old: Path, new: Path) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

    before = (store.folder / "g.json").read_bytes()
    with open_with(store.folder, NoLinks()) as opened:
        opened.save(NEW)
    assert backup.read_bytes() == before
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_network_drive_that_cannot_sync_a_folder_is_good_enough(store: Store) -> None:
    class NoFolderSync(FaultyOs):
        def fsync(self, fd: int) -> None:
            if self.paths[fd].is_dir():
                raise OSError(errno.EINVAL, "Invalid argument")

    with open_with(store.folder, NoFolderSync()) as opened:
        opened.save(NEW)
    assert store.load("g") == NEW


def test_on_windows_a_file_in_use_is_tried_again_for_a_second(store: Store, main: Path) -> None:
    class InUse(FaultyOs):
        name = "nt"
        left = 4

        def replace(self, old: Path, new: Path) -> None:
            if self.left:
                self.left -= 1
                raise PermissionError(errno.EACCES, "Access is denied")
            old.replace(new)

    pauses: list[float] = []
    storage = SessionStorage(main, InUse(), pause=pauses.append)
    storage.change({"eigen": {"1": {"van": "mij"}}})
    assert sum(pauses) == 1.0
    storage = SessionStorage(main, FaultyOs(), pause=pauses.append)
    assert storage.read()["eigen"] == {"1": {"van": "mij"}}


def test_a_save_cut_off_between_the_two_renames_leaves_no_names_behind(
    store: Store, main: Path, backup: Path
) -> None:
    backup.unlink()
    backup.hardlink_to(main)
    with store.open("g") as opened:
        opened.save(NEW)
    assert names(store.folder) == {"g.json", "g.json.bak"}


def test_a_full_disk_is_said_and_works_again_once_there_is_room(store: Store) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(store.folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.startswith("De schijf is vol: ")
    assert store.load("g").notes[-1].id == "lang"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "De schijf is vol"),
        (errno.EDQUOT, "De schijf is vol"),
        (errno.EROFS, "Schrijven mag niet"),
        (errno.ENOENT, "De map is er niet"),
        (errno.EIO, "De schijf geeft een fout"),
        (errno.EMFILE, "Het opslaan ging mis"),
    ],
)
def test_what_the_system_says_becomes_a_dutch_sentence(store: Store, code: int, sentence: str) -> None:
    faulty = FaultyOs()
    with open_with(store.folder, faulty) as opened:
        faulty.fail_at(2, OSError(code, os.strerror(code)))
        with pytest.raises(NotStored, match=sentence) as raised:
            opened.save(NEW)
    assert str(store.folder) in str(raised.value)
    assert os.strerror(code) not in str(raised.value)


def test_every_note_acknowledged_before_a_kill_is_there_once(store: Store) -> None:
    command = [sys.executable, "-c", CRASHES, str(store.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    acknowledged = done.stdout.split()
    found = Counter(note.id for note in store.load("g").notes)
    assert len(acknowledged) >= 20
    assert {found[id_] for id_ in acknowledged} == {1}
    assert set(found.values()) == {1}
    assert len(found) <= len(OLD.notes) + len(acknowledged) + 20
