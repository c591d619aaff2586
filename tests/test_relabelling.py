"""Topics changed in many conversations on the disk: in all of them or in none, and taken back."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TOPICS
from store_cases import NOON, SCRIPT, FaultyOs, Kill, disk_full, names, snapshot

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import Note, Session, Topic
from goedgesprek_tui.relabelling import NotPutBack, Relabelled, relabel, undo
from goedgesprek_tui.review.relabel import Change, Merge, renaming, target
from goedgesprek_tui.review.together import together
from goedgesprek_tui.store.sessions import Store

ROOT = Path(__file__).parent.parent
OWN = Topic(id="hek", name="Wachten bij het hek")
PLACES = ["De Linde", "De Es", "De Iep", "De Beuk"]
MOST_CALLS = 200
MANY = """
import resource, sys
from pathlib import Path
from goedgesprek_tui.models import Topic
from goedgesprek_tui.relabelling import relabel
from goedgesprek_tui.review.relabel import Rename
from goedgesprek_tui.store.sessions import Store

most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (40, most))
store = Store(Path(sys.argv[1]))
change = Rename(frozenset({"hek"}), Topic(id="hek", name="Bij het hek"))
print(len(relabel(store, change, [one.session for one in store.listed()]).sessions))
"""


def a_session(at: int) -> Session:
    notes = (
        Note(id=f"{at}a", number=1, text="Elke dag [lacht].", topics=("hek", "mbo")),
        Note(id=f"{at}b", number=2, text="Ze slaapt slecht.", topics=("mbo",)),
    )
    known = {"place_kind": "ouderkamer", "place": PLACES[at % 4], "notes": notes, "topics": (OWN,)}
    return Session.model_validate(
        {"id": f"s{at}", "started": NOON, "script": SCRIPT, "last_number": 2, **known}
    )


SESSIONS = [a_session(at) for at in range(4)]


def filled(folder: Path, sessions: list[Session] = SESSIONS) -> Store:
    store = Store(folder)
    for session in sessions:
        store.create(session).close()
    return store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return filled(tmp_path)


def merge(id: str = "hek", into: str = "huiswerk") -> Change:
    shared = together(TOPICS, SESSIONS)
    return Merge(shared.ids(id), target(shared, TOPICS, into))


def loaded(store: Store) -> list[Session]:
    return [store.load(session.id) for session in SESSIONS]


def first_topics(store: Store) -> list[str]:
    return [session.notes[0].topics[0] for session in loaded(store)]


def test_all_that_it_concerns_are_changed_on_the_disk_and_told(store: Store) -> None:
    other = SESSIONS[0].model_copy(update={"id": "anders", "notes": SESSIONS[0].notes[1:], "topics": ()})
    store.create(other).close()
    before = (store.folder / "anders.json").read_bytes()
    steps: list[tuple[int, int]] = []
    done = relabel(store, merge(), [*SESSIONS, other], lambda *step: steps.append(step))
    assert (done.notes, done.where, done.notice) == (4, 4, "")
    assert list(done.sessions) == loaded(store)
    assert first_topics(store) == ["huiswerk"] * 4
    assert (store.folder / "anders.json").read_bytes() == before
    assert steps == [(at, 8) for at in range(1, 9)]


def test_it_is_taken_back_whole(store: Store) -> None:
    done = relabel(store, merge(), SESSIONS)
    back = undo(Store(store.folder), done.back)
    assert loaded(store) == SESSIONS
    assert (back.notes, back.kept, back.lost) == (4, 0, 0)
    assert undo(store, done.back).sessions == ()


def test_what_changed_on_the_disk_since_it_was_read_is_not_lost(store: Store) -> None:
    with store.open("s0") as opened:
        note = Note(id="c", number=3, text="Daarna gezegd.", topics=("hek",))
        notes = (*opened.session.notes, note)
        opened.save(opened.session.model_copy(update={"notes": notes, "last_number": 3}))
    relabel(store, merge(), SESSIONS)
    assert [note.topics for note in store.load("s0").notes] == [("huiswerk", "mbo"), ("mbo",), ("huiswerk",)]


def test_one_that_is_open_elsewhere_is_named_and_nothing_changes(store: Store) -> None:
    before = snapshot(store.folder)
    with (
        Store(store.folder).open("s2"),
        pytest.raises(
            UserError,
            match=r"De Iep \(12 maart 2026\) is open in een ander venster\. Er is nog niets veranderd",
        ),
    ):
        relabel(store, merge(), SESSIONS)
    assert snapshot(store.folder) == before
    done = relabel(store, merge(), SESSIONS)
    after = snapshot(store.folder)
    with store.open("s3"), pytest.raises(UserError, match="De Beuk"):
        undo(store, done.back)
    assert snapshot(store.folder) == after
    undo(store, done.back)
    assert loaded(store) == SESSIONS


def test_one_that_cannot_be_read_is_named_and_nothing_changes(store: Store) -> None:
    (store.folder / "s3.json").write_bytes(b"stuk")
    before = snapshot(store.folder)
    with pytest.raises(UserError, match="Er is niets veranderd, want gesprek s3 gaat niet open"):
        relabel(store, merge(), SESSIONS)
    assert snapshot(store.folder) == before
    store.open("s0").close()


@pytest.mark.parametrize(
    ("error", "back"),
    [(disk_full(), False), (OSError(errno.EIO, "I/O error"), True)],
    ids=["a change on a full disk", "taking back on a broken one"],
)
def test_at_whatever_call_it_fails_all_is_as_it_was(tmp_path: Path, error: OSError, back: bool) -> None:
    two = SESSIONS[:2]
    first = filled(tmp_path, two)
    labels = relabel(first, merge(), two).back if back else ()
    lay, wanted = snapshot(tmp_path), [first.load(one.id) for one in two]
    for at in range(1, MOST_CALLS):
        for name in names(tmp_path):
            (tmp_path / name).unlink()
        for name, raw in lay.items():
            (tmp_path / name).write_bytes(raw)
        faulty = FaultyOs(at, error)
        said = ""
        try:
            undo(Store(tmp_path, faulty), labels) if back else relabel(Store(tmp_path, faulty), merge(), two)
        except UserError as failure:
            said = str(failure)
        if said:
            assert "Er is in geen enkel gesprek een thema veranderd." in said
            assert [first.load(one.id) for one in two] == wanted
            assert not any(name.endswith(".tmp") for name in names(tmp_path))
        if len(faulty.calls) < at:
            return
    pytest.fail("more calls than were tried")


def test_what_cannot_be_put_back_is_named_and_can_be_taken_back_later(store: Store) -> None:
    class FullFrom(FaultyOs):
        saved = 0

        def write(self, fd: int, data: memoryview) -> int:
            if self.saved == 2:
                raise disk_full()
            return os.write(fd, data)

        def replace(self, old: Path, new: Path) -> None:
            self.saved += new.suffix == ".json"
            old.replace(new)

    with pytest.raises(NotPutBack) as raised:
        relabel(Store(store.folder, FullFrom()), merge(), SESSIONS)
    changed = [
        session for session, topic in zip(SESSIONS, first_topics(store), strict=True) if topic != "hek"
    ]
    assert [session.id for session in changed] == ["s0", "s1"]
    for part in ("De schijf is vol", "in 2 gesprekken", "De Linde", "De Es", "Er is niets kwijt"):
        assert part in str(raised.value)
    assert "De Iep" not in str(raised.value)
    undo(store, raised.value.done.back)
    assert loaded(store) == SESSIONS


def test_when_the_power_goes_each_conversation_is_whole_and_the_same_again_finishes_it(store: Store) -> None:
    faulty = FaultyOs(25, Kill())
    with pytest.raises(Kill):
        relabel(Store(store.folder, faulty), merge(), SESSIONS)
    assert set(first_topics(store)) == {"hek", "huiswerk"}
    assert [[note.text for note in one.notes] for one in loaded(store)] == [
        [note.text for note in one.notes] for one in SESSIONS
    ]
    relabel(store, merge(), loaded(store))
    assert first_topics(store) == ["huiswerk"] * 4


def test_taking_back_leaves_words_and_labels_of_since_and_tells_it(store: Store) -> None:
    done = relabel(store, merge(), SESSIONS)
    store.delete("s3")
    with store.open("s0") as opened:
        first, second = opened.session.notes
        edited = first.model_copy(update={"text": "Anders gezegd.", "topics": ("veiligheid-pesten",)})
        opened.save(opened.session.model_copy(update={"notes": (edited, second)}))
    with store.open("s1") as opened:
        first, second = opened.session.notes
        edited = first.model_copy(update={"text": "Anders gezegd."})
        opened.save(opened.session.model_copy(update={"notes": (edited, second)}))
    back = undo(store, done.back)
    assert (back.notes, back.kept, back.lost) == (2, 1, 1)
    assert store.load("s0").notes[0].topics == ("veiligheid-pesten",)
    said = store.load("s1").notes[0]
    assert (said.text, said.topics) == ("Anders gezegd.", ("hek", "mbo"))
    assert "s3.json" not in names(store.folder)


def test_several_changes_are_taken_back_one_by_one(store: Store) -> None:
    shared = together(TOPICS, SESSIONS)
    named = relabel(store, renaming(shared, "hek", "Bij het hek"), SESSIONS)
    merged: Relabelled = relabel(store, merge("mbo", "huiswerk"), named.sessions)
    undo(store, merged.back)
    assert loaded(store) == list(named.sessions)
    undo(store, named.back)
    assert loaded(store) == SESSIONS


@pytest.mark.skipif(os.name == "nt", reason="there is no such limit on Windows")
def test_more_conversations_than_a_system_usually_lets_be_open_are_changed(tmp_path: Path) -> None:
    filled(tmp_path, [a_session(at) for at in range(60)])
    call = [sys.executable, "-c", MANY, str(tmp_path)]
    done = subprocess.run(call, capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("60\n", "")
