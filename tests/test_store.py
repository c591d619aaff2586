"""Sessions come back as they went, are listed once, and only one window writes."""

import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_cases import NOON, a_session, names, noted, texts
from tinydb import TinyDB

from goedgesprek_tui.models import Asked, Consent, Note, NoteKind, Problem, Session, Tally, Topic
from goedgesprek_tui.store.errors import AlreadyOpen, NotStored, StoreError
from goedgesprek_tui.store.files import SessionStorage
from goedgesprek_tui.store.folder import Folder
from goedgesprek_tui.store.sessions import Store

ROOT = Path(__file__).parent.parent
HOLD = """
import sys
from pathlib import Path
from goedgesprek_tui.store.sessions import Store
opened = Store(Path(sys.argv[1])).open(sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "gesprekken")
    store.prepare()
    return store


def test_a_session_comes_back_as_it_went(store: Store) -> None:
    session = Session.model_validate(
        {
            **a_session().model_dump(),
            "started": datetime(2026, 3, 12, 9, 30, tzinfo=timezone(timedelta(hours=1))),
            "notes": [
                Note(id="a", number=1, text="[lacht] „ja” 👩‍👧 \t[/b]"),
                Note(
                    id="b",
                    number=3,
                    text="Meer gym",
                    kind=NoteKind.AGREEMENT,
                    gist="kern",
                    topics=("gym", "rust"),
                    heading="bewegen",
                    consent=Consent.NO,
                    phase="Begin",
                    question="Wat wil je?",
                    time=12.5,
                    positive=True,
                    follows="a",
                    clean_question="En wat voor gym?",
                    who="school",
                    due=date(2026, 4, 1),
                    sign="ze lacht",
                    outcome="goed",
                    expected_of="ouders",
                    removed=True,
                ),
            ],
            "topics": [Topic(id="t", name="Gym", also=("sport",))],
            "problem": Problem(text="Er is geen plek.", confirmed=True, versions=("Geen plek",)),
            "tallies": [Tally(question="Kom je weer?", counts=(("ja", 3),), words=("fijn",))],
            "asked": [Asked(text="En dan?", words="plek", note="a", time=1.5)],
            "visited": (0, 2),
            "seconds": (1.25, 0.0),
            "draft": "half",
            "erased": ("x",),
            "ended": NOON,
        }
    )
    store.create(session).close()
    assert store.load(session.id) == session


@settings(deadline=None, max_examples=50)
@given(said=st.lists(st.text(min_size=1), max_size=4))
def test_every_text_comes_back(tmp_path_factory: pytest.TempPathFactory, said: list[str]) -> None:
    store = Store(tmp_path_factory.mktemp("tekst"))
    session = a_session("tekst", *said)
    with store.create(session):
        assert store.load("tekst") == session


def test_a_file_opens_as_plain_tinydb(store: Store) -> None:
    store.create(a_session("g", "een", "twee")).close()
    with TinyDB(store.folder / "g.json", storage=SessionStorage) as db:
        assert [note["text"] for note in db.table("notities").all()] == ["een", "twee"]
        assert db.table("leidraad").get(doc_id=1)["name"] == "Kort"


def test_what_plain_tinydb_adds_and_takes_away_is_durable_and_leaves_the_session_whole(store: Store) -> None:
    store.create(a_session("g", "een", "twee")).close()
    with TinyDB(store.folder / "g.json", storage=SessionStorage) as db:
        db.table("eigen").insert({"van": "mij"})
        db.table("notities").remove(doc_ids=[2])
        db.drop_table("leeg")
    assert texts(store.load("g")) == ["een"]
    with TinyDB(store.folder / "g.json", storage=SessionStorage) as db:
        assert db.table("eigen").all() == [{"van": "mij"}]


def test_a_document_cannot_be_changed_behind_the_back_of_the_storage(store: Store) -> None:
    store.create(a_session("g", "een")).close()
    db = TinyDB(store.folder / "g.json", storage=SessionStorage)
    with pytest.raises(AttributeError):
        db.table("notities").update({"text": "anders"}, doc_ids=[1])
    assert texts(store.load("g")) == ["een"]


def test_plain_tinydb_refuses_a_copy_under_another_name(store: Store) -> None:
    store.create(a_session("g")).close()
    copy = store.folder / "g (1).json"
    copy.write_bytes((store.folder / "g.json").read_bytes())
    with pytest.raises(StoreError, match="heet anders"):
        TinyDB(copy, storage=SessionStorage)


def test_notes_can_be_added_changed_and_taken_away_in_any_place(store: Store) -> None:
    session = a_session("g", "een", "twee", "drie")
    with store.create(session) as opened:
        one, two, three = session.notes
        for notes in [
            (one, two.model_copy(update={"text": "2"}), three),
            (one, three),
            (two, three),
            (),
            (one, two, three),
        ]:
            session = session.model_copy(update={"notes": notes})
            opened.save(session)
            assert store.load("g") == opened.session == session


def test_one_act_is_one_generation(store: Store) -> None:
    session = a_session("g", "een")
    with store.create(session) as opened:
        script = session.script.model_copy(update={"name": "Lang"})
        opened.save(noted(session, "twee").model_copy(update={"script": script, "draft": "dr"}))
    raw = (store.folder / "g.json").read_bytes()
    assert b'"generatie":2,' in raw
    assert b'"generatie":1,' in (store.folder / "g.json.bak").read_bytes()


def test_saving_what_is_stored_already_writes_nothing(store: Store) -> None:
    session = a_session("g", "een")
    with store.create(session) as opened:
        before = (store.folder / "g.json").stat()
        opened.save(session.model_copy())
        assert (store.folder / "g.json").stat() == before


@pytest.mark.parametrize(
    "wrong",
    [
        a_session("g", "een").model_copy(update={"draft": "\ud800"}),
        a_session("ander", "een"),
        a_session("g", "een").model_copy(update={"seconds": (float("nan"),)}),
        a_session("g").model_copy(
            update={"notes": (Note(id="b", number=2, text="b"), Note(id="a", number=1, text="a"))}
        ),
        a_session("g").model_copy(
            update={"notes": (Note(id="b", number=1, text="b"), Note(id="a", number=1, text="a"))}
        ),
    ],
    ids=["half teken", "ander gesprek", "geen getal", "verkeerde volgorde", "dubbel nummer"],
)
def test_what_a_file_cannot_hold_is_refused_before_anything_is_written(store: Store, wrong: Session) -> None:
    with store.create(a_session("g", "een")) as opened:
        before = (store.folder / "g.json").read_bytes()
        with pytest.raises(NotStored, match="opgeslagen"):
            opened.save(wrong)
        assert (store.folder / "g.json").read_bytes() == before
        opened.save(a_session("g", "een", "twee"))
    assert texts(store.load("g")) == ["een", "twee"]


def test_only_the_owner_can_read_folder_and_files(store: Store) -> None:
    with store.create(a_session("g")) as opened:
        opened.save(a_session("g", "een"))
    assert store.folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in store.folder.iterdir()} == {0o600}


def test_opening_takes_away_what_others_could_read(store: Store) -> None:
    store.create(a_session("g")).close()
    (store.folder / "g.json").chmod(0o644)
    with store.open("g") as opened:
        opened.save(a_session("g", "een"))
    assert {file.stat().st_mode & 0o777 for file in store.folder.iterdir()} == {0o600}


class Looks(Store):
    """Counts how often all files of the folder are looked at."""

    number = 0

    def look(self, keep: bool = True) -> Folder:
        self.number += 1
        return super().look(keep)


def test_making_or_opening_one_session_of_many_looks_at_the_folder_once(tmp_path: Path) -> None:
    store = Looks(tmp_path)
    store.create(a_session("g")).close()
    assert store.number == 1
    store.open("g").close()
    assert store.number == 2


def test_what_is_nowhere_is_not_held(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Er is geen gesprek g in"):
        Store(tmp_path).open("g")
    assert list(tmp_path.iterdir()) == []


def test_prepare_names_the_folder_and_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(NotStored, match=r"bestand; sluit de schijf of stick weer aan\.$") as raised:
        Store(tmp_path / "bestand").prepare()
    assert raised.value.with_way_out("--map").endswith("aan. Of kies een andere map met --map.")


def test_prepare_leaves_nothing_behind(store: Store) -> None:
    assert list(store.folder.iterdir()) == []


def test_a_folder_that_is_not_there_holds_no_sessions(tmp_path: Path) -> None:
    assert Store(tmp_path / "weg").listed() == []


def test_sessions_are_listed_newest_first_and_unreadable_ones_last(store: Store) -> None:
    naive = datetime(2026, 3, 13, 12, 0)
    for id_, started in [("oud", datetime(2025, 1, 1, tzinfo=UTC)), ("nieuw", naive), ("midden", NOON)]:
        store.create(a_session(id_, started=started)).close()
    (store.folder / "stuk.json").write_text("{")
    listed = store.listed()
    assert [each.id for each in listed] == ["nieuw", "midden", "oud", "stuk"]
    assert [bool(each.session) for each in listed] == [True, True, True, False]
    assert "niet te lezen" in listed[-1].problem


@pytest.mark.parametrize(
    "name", ["g (conflicted copy 2026-03-12).json", "g.sync-conflict-20260312-1200.json", "g-LAPTOP.json"]
)
def test_a_copy_of_a_session_is_mentioned_but_not_a_second_one(store: Store, name: str) -> None:
    with store.create(a_session("g", "een")) as opened:
        (store.folder / name).write_bytes((store.folder / "g.json").read_bytes())
        opened.save(a_session("g", "een", "twee"))
    (listed,) = store.listed()
    assert listed.session is not None
    assert texts(listed.session) == ["een", "twee"]
    assert name in listed.problem
    assert store.find("g") == "g"


def test_a_session_under_another_name_is_found_by_the_id_inside(store: Store) -> None:
    store.create(a_session("g", "een")).close()
    (store.folder / "g.json").rename(store.folder / "gesprek van dinsdag.json")
    assert [each.id for each in store.listed()] == ["g"]
    with store.open("g") as opened:
        assert "gesprek van dinsdag.json" in opened.notice
        opened.save(noted(opened.session, "twee"))
    assert texts(store.load("g")) == ["een", "twee"]


def test_only_session_files_directly_in_the_folder_count(store: Store) -> None:
    store.create(a_session("g")).close()
    (store.folder / "uitvoer").mkdir()
    (store.folder / "uitvoer" / "h.json").write_bytes((store.folder / "g.json").read_bytes())
    for name in ["notitie.txt", "g.json.conflict-1", "g.json.beschadigd-2", ".verborgen.json"]:
        (store.folder / name).write_text("iets anders")
    assert [each.id for each in store.listed()] == ["g"]


def test_half_a_file_of_a_session_that_was_never_stored_is_no_session(store: Store) -> None:
    (store.folder / ".g.0123456789abcdef.tmp").write_text('{"formaat":')
    assert store.listed() == []


def test_reading_writes_nothing(store: Store) -> None:
    with store.create(a_session("g", "een")) as opened:
        opened.save(a_session("g", "een", "twee"))
    (store.folder / "g.json").write_text("stuk")
    before = {file.name: (file.read_bytes(), file.stat()) for file in store.folder.iterdir()}
    assert texts(store.load("g")) == ["een"]
    assert "g.json.bak" in store.listed()[0].problem
    assert {file.name: (file.read_bytes(), file.stat()) for file in store.folder.iterdir()} == before


def test_a_beginning_that_fits_one_id_finds_it(store: Store) -> None:
    for id_ in ("abc", "abd", "ab"):
        store.create(a_session(id_)).close()
    assert store.find("abc") == "abc"
    assert store.find("ab") == "ab"
    with pytest.raises(StoreError, match="3 gesprekken beginnen met a;"):
        store.find("a")
    with pytest.raises(StoreError, match="Geen gesprek begint met x"):
        store.find("x")


@pytest.mark.parametrize("id_", ["nee", "../gesprekken/g", "", "."])
def test_an_id_that_is_not_there_is_said_and_leaves_nothing(store: Store, id_: str) -> None:
    store.create(a_session("g")).close()
    for act in (store.load, store.open, store.delete):
        with pytest.raises(StoreError, match="geen gesprek"):
            act(id_)
    assert {file.name for file in store.folder.iterdir()} == {"g.json", ".g.lock"}


@pytest.mark.parametrize("id_", ["../buiten", "a/b", "-a", "", "a.b"])
def test_an_id_that_is_no_file_name_is_refused(store: Store, id_: str) -> None:
    with pytest.raises(StoreError):
        store.create(a_session(id_))
    assert names(store.folder) == set()


def test_a_session_is_not_created_over_another_one(store: Store) -> None:
    store.create(a_session("g", "een")).close()
    with pytest.raises(StoreError, match="staat al"):
        store.create(a_session("g", "twee"))
    assert texts(store.load("g")) == ["een"]


def test_a_session_is_open_in_one_window_only(store: Store) -> None:
    with store.create(a_session("g")), pytest.raises(AlreadyOpen, match="al open in een ander venster"):
        store.open("g")
    store.open("g").close()


def test_two_sessions_in_one_folder_can_be_open_at_once(store: Store) -> None:
    with store.create(a_session("a")) as one, store.create(a_session("b")) as two:
        one.save(a_session("a", "een"))
        two.save(a_session("b", "twee"))
    assert [texts(store.load(id_)) for id_ in ("a", "b")] == [["een"], ["twee"]]


def test_closing_twice_does_nothing(store: Store) -> None:
    opened = store.create(a_session("g"))
    opened.close()
    opened.close()


def test_another_process_keeps_a_session_until_it_is_killed(store: Store) -> None:
    store.create(a_session("g", "een")).close()
    command = [sys.executable, "-c", HOLD, str(store.folder), "g"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        for act in (store.open, store.delete):
            with pytest.raises(AlreadyOpen, match=rf"proces {other.pid}"):
                act("g")
        assert texts(store.load("g")) == ["een"]
        other.kill()
    store.open("g").close()


def test_a_link_in_place_of_the_lock_is_not_written_through(store: Store, tmp_path: Path) -> None:
    store.create(a_session("g")).close()
    (tmp_path / "buiten").write_text("van een ander")
    (store.folder / ".g.lock").unlink()
    (store.folder / ".g.lock").symlink_to(tmp_path / "buiten")
    with pytest.raises(NotStored):
        store.open("g")
    assert (tmp_path / "buiten").read_text() == "van een ander"


def test_notes_of_another_computer_stay_when_ours_are_erased_and_that_is_told(store: Store) -> None:
    theirs = a_session("g", "een").model_copy(
        update={"notes": (Note(id="elders", number=1, text="van daar"),)}
    )
    with store.create(a_session("g", "een", "geheimwoord")) as opened:
        opened.save(noted(opened.session, "drie"))
        elsewhere = Store(store.folder.parent / "elders")
        elsewhere.prepare()
        elsewhere.create(theirs).close()
        shutil.copy(elsewhere.folder / "g.json", store.folder / "g.json.conflict-1")
        one, _, three = opened.session.notes
        opened.save(opened.session.model_copy(update={"notes": (one, three)}), scrub=True)
        assert opened.notice.startswith(
            "g.json.conflict-1 ligt er nog, met notities van een andere computer."
        )
    assert b"van daar" in (store.folder / "g.json.conflict-1").read_bytes()


def test_files_that_another_program_named_after_a_session_go_with_it(store: Store) -> None:
    id_ = "0d7f2a52-3c55-4a4e-9d0e-0a1b2c3d4e5f"
    store.create(a_session(id_, "geheimwoord")).close()
    whole = (store.folder / f"{id_}.json").read_bytes()
    for name in (f"{id_} (1).json.bak", f"{id_}.json (kopie).bak", f"{id_}.json~", f"{id_}-LAPTOP.json"):
        (store.folder / name).write_bytes(whole)
    (store.folder / f"{id_} (2).json").write_bytes(whole[:-9])
    (store.folder / "brief.md").write_text("van haarzelf")
    assert [one.id for one in store.listed()] == [id_]
    store.delete(id_)
    assert names(store.folder) == {"brief.md"}


def test_erased_words_are_in_no_file_any_more(store: Store) -> None:
    with store.create(a_session("g", "een", "geheimwoord")) as opened:
        opened.save(noted(opened.session, "drie"))
        whole = (store.folder / "g.json").read_bytes()
        for name in ["g.json.beschadigd-1", "g.json.conflict-3", ".g.00ff.tmp", "g (kopie).json"]:
            (store.folder / name).write_bytes(whole)
        one, _, three = opened.session.notes
        opened.save(opened.session.model_copy(update={"notes": (one, three)}), scrub=True)
        assert "g (kopie).json" in opened.notice
    assert names(store.folder) == {"g.json", "g.json.bak"}
    assert not any(b"geheimwoord" in file.read_bytes() for file in store.folder.iterdir())
    (store.folder / "g.json").unlink()
    assert texts(store.load("g")) == ["een", "drie"]


def test_deleting_removes_all_files_of_that_session_only(store: Store) -> None:
    with store.create(a_session("g", "een")) as opened:
        opened.save(a_session("g", "een", "twee"))
    store.create(a_session("g-2", "blijft")).close()
    whole = (store.folder / "g.json").read_bytes()
    for name in ["g.json.beschadigd-1", "g.json.conflict-1", ".g.00ff.tmp", "g (kopie).json"]:
        (store.folder / name).write_bytes(whole)
    store.delete("g")
    assert {file.name for file in store.folder.iterdir()} == {"g-2.json", ".g-2.lock"}


def test_an_unreadable_session_can_be_deleted(store: Store) -> None:
    (store.folder / "stuk.json").write_text("{")
    store.delete("stuk")
    assert names(store.folder) == set()
