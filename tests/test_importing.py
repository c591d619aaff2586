"""Files of colleagues: what comes in, what is refused and why, and what never harms anybody."""

import json
import os
import shutil
import struct
import threading
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import NOON, SCRIPT
from hypothesis import given, settings
from hypothesis import strategies as st
from program import kept, run, run_here
from test_passphrase import PASSPHRASE, locked_folder

from goedgesprek_tui.describe import in_a_sentence
from goedgesprek_tui.desk import Desk, open_desk
from goedgesprek_tui.exchange import opening
from goedgesprek_tui.exchange.files import Refusal
from goedgesprek_tui.exchange.importing import Outcome, Taken, erase, keep, settle, take_in
from goedgesprek_tui.exchange.reading import PassedBy
from goedgesprek_tui.exports.backup import to_json, to_jsonl
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.models import Asked, Consent, Exported, Note, NoteKind, Session, Topic
from goedgesprek_tui.store.documents import changes
from goedgesprek_tui.store.envelope import Kept, sealed
from goedgesprek_tui.store.errors import StoreError
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.text import printable
from goedgesprek_tui.topics import TopicList

__all__ = ["locked_folder"]
SECRET = "Dit mag niemand lezen."
HOSTILE = "=1+1 [b]vet[/b]\u2028<i>😀 ‮om\x1b[31m\x00 á \ud800"
THEIRS = "van-fatima"


def whole_copy(sessions: list[Session], topics: TopicList) -> str:
    """Return the complete copy of sessions as one text."""
    return "".join(to_json(sessions, topics))


def a_session(*texts: str, id: str = "s", **changed: object) -> Session:
    notes = [Note(id=f"{id}-{n}", number=n, text=text) for n, text in enumerate(texts, start=1)]
    known = {"id": id, "started": NOON, "script": SCRIPT, "notes": notes, "last_number": len(notes)}
    return Session.model_validate({**known, "ended": NOON + timedelta(hours=1), **changed})


def file_of(session: Session, number: int = 1, **talk: object) -> bytes:
    """Return the session file of a session; `talk` are other fields that stand in it, with the right hash."""
    docs = {name: dict(table) for name, table in changes(session, None).items()}
    docs["gesprek"] = {"1": {**(docs["gesprek"]["1"] or {}), **talk}}
    sha256, pieces = sealed(session.id, number, {name: Kept().become(table) for name, table in docs.items()})  # type: ignore[arg-type]
    return b"".join(pieces)


def lines_of(*sessions: Session) -> bytes:
    return "".join(to_jsonl(sessions, TopicList())).encode("utf-8", "surrogatepass")


def zipped(path: Path, *files: tuple[str, bytes], **how: Any) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **how) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return path


class Here:
    """A folder of ours, and what came of taking files in."""

    def __init__(self, folder: Path) -> None:
        self.desk: Desk = open_desk(folder, lambda: NOON, lambda: "id")
        self.outcomes: list[Outcome] = []

    @property
    def store(self) -> Store:
        return self.desk.store

    def take(self, *paths: Path) -> list[Taken]:
        """Take these in, and return what was taken."""
        self.outcomes = list(take_in(self.desk, paths))
        return [one for one in self.outcomes if isinstance(one, Taken)]

    @property
    def refused(self) -> list[str]:
        return [str(one) for one in self.outcomes if isinstance(one, Refusal)]

    @property
    def sessions(self) -> dict[str, Session]:
        return {one.id: one.session for one in self.store.listed() if one.session}

    def texts(self, id: str = "s") -> list[str]:
        return [note.text for note in self.store.load(id).notes]


@pytest.fixture
def here(tmp_path: Path) -> Here:
    return Here(tmp_path / "hier")


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Write a file of a colleague and return its path."""

    def write(content: bytes | str, name: str = f"{THEIRS}.json") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        return path

    return write


# --- what comes in ----------------------------------------------------------------------------------

FORMS: dict[str, tuple[str, Callable[[Session], bytes]]] = {
    "a session file": (f"{THEIRS}.json", file_of),
    "a session file laid out anew": (
        f"{THEIRS}.json",
        lambda one: b"\xef\xbb\xbf" + json.dumps(json.loads(file_of(one)), indent=2).encode(),
    ),
    "a complete copy": (f"{THEIRS}.json", lambda one: whole_copy([one], TopicList()).encode()),
    "a complete copy with a mark in front": (
        f"{THEIRS}.json",
        lambda one: b"\xef\xbb\xbf" + whole_copy([one], TopicList()).replace("\n", "\r\n").encode(),
    ),
    "one session of a copy": (
        f"{THEIRS}.txt",
        lambda one: json.dumps(json.loads(whole_copy([one], TopicList()))[0]).encode(),
    ),
    "lines": (f"{THEIRS}.jsonl", lines_of),
    "lines under another name": (f"{THEIRS}.txt", lines_of),
    "lines of another computer": (
        f"{THEIRS}.jsonl",
        lambda one: b"\xef\xbb\xbf" + lines_of(one).replace(b"\n", b"\r\n"),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_session_comes_in_once_in_every_form(form: str, here: Here, file: Callable[..., Path]) -> None:
    name, write = FORMS[form]
    session = a_session("Hij\u2028leest.", "[lacht] [/b]", topics=[Topic(id="5b1e", name="Plein")])
    session = session.model_copy(
        update={"notes": (session.notes[0].model_copy(update={"topics": ("5b1e",)}), session.notes[1])}
    )
    path = file(write(session), name)
    (taken,) = here.take(path)
    assert (here.refused, taken.is_new, taken.notes) == ([], True, 2)
    kept = here.store.load("s")
    assert [(n.id, n.number, n.text, n.topics) for n in kept.notes] == [
        ("s-1", 1, "Hij\u2028leest.", ("5b1e",)),
        ("s-2", 2, "[lacht] [/b]", ()),
    ]
    assert (kept.topics, kept.origin) == (session.topics, f"{name}, 12 maart 2026")
    (again,) = here.take(path)
    assert (again.is_new, again.changed, again.conflicts) == (False, False, ())
    assert here.store.load("s") == kept


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    texts = draw(st.lists(st.text(min_size=1).map(printable).filter(bool), max_size=4))
    consents = st.sampled_from([None, Consent.VERBATIM, Consent.GIST])
    session = a_session(*texts, consent=draw(st.sampled_from([Consent.VERBATIM, Consent.GIST])))
    notes = tuple(
        note.model_copy(
            update={
                "consent": draw(consents),
                "gist": draw(st.sampled_from(["", "Kort."])),
                "kind": draw(st.sampled_from(NoteKind)),
            }
        )
        for note in session.notes
    )
    return session.model_copy(update={"notes": notes})


@settings(max_examples=20)
@given(sessions())
def test_a_copy_comes_back_as_it_was_and_no_more_may_be_used(
    tmp_path_factory: pytest.TempPathFactory, session: Session
) -> None:
    folder = tmp_path_factory.mktemp("terug")
    (folder / "kopie.json").write_text(whole_copy([session], TopicList()), "utf-8")
    (folder / "kopie.jsonl").write_bytes(lines_of(session))
    whole, bare = Here(folder / "een"), Here(folder / "twee")
    whole.take(folder / "kopie.json")
    assert whole.store.load("s").model_copy(update={"origin": ""}) == session
    if bare.take(folder / "kopie.jsonl"):
        notes = [(one.note.id, one.text) for one in told(bare.store.load("s"))]
        assert notes == [(one.note.id, one.text) for one in told(session)]
        assert whole.take(folder / "kopie.jsonl")[0].changed is False


def test_a_note_whose_consent_was_changed_by_hand_gets_the_strictest(
    here: Here, file: Callable[..., Path]
) -> None:
    copy = json.loads(whole_copy([a_session("een", "twee", consent="letterlijk")], TopicList()))
    copy[0]["notes"][0]["consent"] = "kern"
    here.take(file(json.dumps(copy)))
    assert [note.consent for note in here.store.load("s").notes] == [Consent.GIST, None]


def test_what_a_newer_version_added_to_a_copy_is_passed_over(here: Here, file: Callable[..., Path]) -> None:
    copy = json.loads(whole_copy([a_session("een")], TopicList()))
    copy[0] |= {"nieuw": 1}
    copy[0]["script"]["nieuw"] = copy[0]["notes"][0]["nieuw"] = copy[0]["script"]["phases"][0]["nieuw"] = [1]
    here.take(file(json.dumps(copy)))
    assert (here.texts(), here.refused) == (["een"], [])


def test_lines_make_a_session_of_what_is_there_and_a_copy_makes_it_whole(
    here: Here, file: Callable[..., Path]
) -> None:
    session = a_session("een", place="De Brug", group="koffie")
    line = {"session": "s", "date": "2026-03-12", "id": "s-1", "text": "een", "consent": "letterlijk"}
    here.take(file(json.dumps(line | {"phase": "Wat leeft er", "gist": None, "time": "2,5"}), "a.jsonl"))
    bare = here.store.load("s")
    assert (bare.script.name, bare.place, bare.started.date()) == ("Leidraad onbekend", "", NOON.date())
    assert [(phase.title) for phase in bare.script.phases] == ["Wat leeft er"]
    assert bare.notes[0].consent is Consent.VERBATIM
    assert in_a_sentence(bare, NOON) == "vandaag, afgerond, 1 notitie, opgehaald uit a.jsonl, 12 maart 2026"
    (taken,) = here.take(file(whole_copy([session], TopicList())))
    whole = here.store.load("s")
    assert (taken.changed, whole.script, whole.place, whole.started) == (True, SCRIPT, "De Brug", NOON)


def test_a_newer_version_brings_its_new_notes_only(here: Here, file: Callable[..., Path]) -> None:
    here.take(file(file_of(a_session("een", "twee"))))
    (taken,) = here.take(file(file_of(a_session("een", "twee", "drie", "vier"), 2)))
    assert (taken.added, taken.conflicts, here.texts()) == (2, (), ["een", "twee", "drie", "vier"])
    (older,) = here.take(file(file_of(a_session("een"))))
    assert (older.changed, here.texts()) == (False, ["een", "twee", "drie", "vier"])


def test_a_difference_is_shown_and_ours_stays_until_theirs_is_chosen(
    here: Here, file: Callable[..., Path]
) -> None:
    here.take(file(file_of(a_session("een"))))
    (taken,) = here.take(file(file_of(a_session("anders"))))
    assert (here.texts(), taken.changed, len(taken.conflicts)) == (["een"], False, 1)
    settle(here.store, "s", taken.conflicts[0])
    assert here.texts() == ["anders"]
    assert here.take(file(file_of(a_session("anders"))))[0].conflicts == ()


def test_a_no_of_since_is_not_undone_by_taking_what_a_colleague_has(
    here: Here, file: Callable[..., Path]
) -> None:
    ours, theirs = (
        a_session("een").model_copy(
            update={
                "notes": (a_session("een").notes[0].model_copy(update={"consent": consent, "gist": "kern"}),)
            }
        )
        for consent in (Consent.GIST, Consent.VERBATIM)
    )
    here.take(file(file_of(ours)))
    (taken,) = here.take(file(file_of(theirs)))
    with here.store.open("s") as opened:
        note = opened.session.notes[0].model_copy(update={"consent": Consent.NO})
        opened.save(opened.session.model_copy(update={"notes": (note,)}))
    with pytest.raises(StoreError, match="intussen veranderd"):
        settle(here.store, "s", taken.conflicts[0])
    assert here.store.load("s").notes[0].consent is Consent.NO


def test_a_note_that_was_erased_there_can_be_erased_here_for_good_or_kept(
    here: Here, file: Callable[..., Path]
) -> None:
    here.take(file(file_of(a_session(SECRET, "twee"))))
    gone = a_session("twee", erased=["s-1"]).model_copy(update={"notes": a_session(SECRET, "twee").notes[1:]})
    (taken,) = here.take(file(file_of(gone)))
    assert [note.text for note in here.store.load("s").shown] == ["twee"]
    keep(here.store, "s", taken.withdrawn[0])
    assert [note.text for note in here.store.load("s").shown] == [SECRET, "twee"]
    erase(here.store, "s", taken.withdrawn)
    assert here.texts() == ["twee"]
    assert all(SECRET.encode() not in one.read_bytes() for one in here.store.folder.iterdir())
    here.take(file(file_of(a_session(SECRET, "twee"))))
    assert here.texts() == ["twee"]


def test_an_open_session_of_a_colleague_is_no_open_talk_here(here: Here, file: Callable[..., Path]) -> None:
    here.take(file(file_of(a_session("een", ended=None, draft="half"))))
    session = here.store.load("s")
    assert (session.ended, session.draft) == (NOON, "")


# --- folders and zips ---------------------------------------------------------------------------------


def test_a_folder_is_read_as_it_lies_there(here: Here, tmp_path: Path) -> None:
    theirs = tmp_path / THEIRS
    for number in (1, 2):
        kept(theirs, "een", id=f"s{number}")
    with Store(theirs).open("s1") as opened:
        opened.save(opened.session.model_copy(update={"place": "De Brug"}))
    (theirs / "notitie.docx").write_bytes(b"PK")
    (theirs / "uitvoer").mkdir()
    (theirs / "uitvoer" / "kopie.json").write_text(whole_copy([a_session("nee", id="s3")], TopicList()))
    assert len(here.take(theirs)) == 2
    assert (sorted(here.sessions), here.refused) == (["s1", "s2"], [])
    assert [one.number for one in here.outcomes if isinstance(one, PassedBy)] == [1]
    assert here.sessions["s1"].origin == f"{THEIRS}, 12 maart 2026"


def test_of_a_damaged_session_the_generation_before_it_is_taken(here: Here, tmp_path: Path) -> None:
    theirs = tmp_path / THEIRS
    kept(theirs, "een")
    with Store(theirs).open("s") as opened:
        opened.save(opened.session.model_copy(update={"place": "De Brug"}))
    (theirs / "s.json").write_text("{")
    kept(theirs, "zo", id="weg")
    (theirs / "weg.json").rename(theirs / "weg.json.bak")
    here.take(theirs)
    assert (here.texts("s"), here.texts("weg"), here.refused) == (["een"], ["zo"], [])


@pytest.mark.parametrize("deep", ["", "van fatima/", "a/b/c/"])
def test_a_zip_is_read_where_its_sessions_lie(deep: str, here: Here, tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "van [b]fatima.zip",
        (f"{deep}s.json", file_of(a_session("een"))),
        (f"{deep}kopie.jsonl", lines_of(a_session("twee", id="t"))),
        (f"{deep}proef/u.json", file_of(a_session("drie", id="u"))),
        (f"{deep}.s.lock", b"1"),
        (f"__MACOSX/{deep}._s.json", b"\x00"),
    )
    assert [taken.id for taken in here.take(path)] == ["s", "t"]
    assert here.refused == []
    assert here.sessions["s"].origin == "van [b]fatima.zip, 12 maart 2026"


def test_one_bad_file_stops_no_other_and_no_name_in_a_zip_leads_anywhere(here: Here, tmp_path: Path) -> None:
    path = zipped(
        tmp_path / f"{THEIRS}.zip",
        ("../../uit.json", file_of(a_session("een"))),
        ("a.json", b"{"),
        ("b.json", b""),
        ("C:\\d.json", file_of(a_session("twee", id="t"))),
        ("/etc/e.json", file_of(a_session("drie", id="u"))),
    )
    before = {one for one in tmp_path.rglob("*") if "hier" not in one.parts}
    here.take(path)
    assert "t" in here.sessions
    assert len(here.refused) == 2
    assert before == {one for one in tmp_path.rglob("*") if "hier" not in one.parts}


def test_a_zip_with_a_damaged_file_gives_the_others(here: Here, tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "z.zip",
        ("a.json", file_of(a_session("een"))),
        ("b.json", file_of(a_session("twee", id="t"))),
    )
    raw = bytearray(path.read_bytes())
    raw[60:80] = bytes(20)
    path.write_bytes(raw)
    here.take(path)
    assert (list(here.sessions), len(here.refused)) == (["t"], 1)


def test_a_folder_of_zips_and_a_zip_in_a_zip(here: Here, tmp_path: Path) -> None:
    theirs = tmp_path / THEIRS
    theirs.mkdir()
    inner = zipped(theirs / "a.zip", ("s.json", file_of(a_session("een"))))
    zipped(theirs / "b.zip", ("a.zip", inner.read_bytes()))
    here.take(theirs)
    assert list(here.sessions) == ["s"]
    assert here.refused == [f"{THEIRS}, b.zip, a.zip: het is een zip in een zip; pak de buitenste eerst uit."]


# --- what is refused ----------------------------------------------------------------------------------


def copy_with(**changed: object) -> str:
    copy = json.loads(whole_copy([a_session(SECRET)], TopicList()))
    copy[0] |= changed
    return json.dumps(copy)


def note_with(**changed: object) -> str:
    copy = json.loads(whole_copy([a_session(SECRET)], TopicList()))
    copy[0]["notes"][0] |= changed
    return json.dumps(copy)


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "het is leeg."),
    "text": (f"{SECRET}\n", "beschadigd, of het is geen gesprek"),
    "not UTF-8": (b'[{"id": "\xff"}]', "beschadigd"),
    "deep": ("[" * 1_000_000, "beschadigd"),
    "deep inside": ('[{"id": ' + '{"a":' * 100_000, "beschadigd"),
    "a truncated copy": (copy_with()[:-20], "beschadigd"),
    "a truncated file": (file_of(a_session(SECRET))[:-20], "beschadigd"),
    "a changed file": (file_of(a_session(SECRET)).replace(b"niemand", b"iedereen"), "beschadigd"),
    "a newer format": (
        file_of(a_session(SECRET)).replace(b'"versie":1', b'"versie":2'),
        "gemaakt met een nieuwere versie",
    ),
    "a newer file": (file_of(a_session(SECRET), nieuw=SECRET), "kent; werk het programma bij"),
    "NaN": (copy_with(seconds=[float("nan")]), "beschadigd"),
    "too large a number": (copy_with(seconds=[0]).replace("[0]", "[1e999]"), "geen gesprek"),
    "a huge number": (copy_with(seconds=[0]).replace("[0]", f"[{'9' * 5000}]"), "beschadigd"),
    "a key twice": ('[{"id": "s", "id": "t"}]', "beschadigd"),
    "an id that is a path": (copy_with(id="../s"), "kenmerk"),
    "an id that is no name": (copy_with(id="NUL"), "kenmerk"),
    "an id with a surrogate": (copy_with(id="s\ud800\\"), "kenmerk"),
    "a wrong type": (copy_with(place=[SECRET]), "„place” klopt niet"),
    "a wrong consent": (note_with(consent=SECRET, own_consent=SECRET), "geen gesprek"),
    "no text": (note_with(text="\x00"), "„notes, 1, text” is leeg"),
    "a day that cannot be": (copy_with(started="9999-12-31T00:00:00Z"), "de datum"),
    "notes that are none": (copy_with(notes=[SECRET]), "notitie 1 is geen notitie"),
    "two notes with one id": (
        copy_with(notes=[{"id": "a", "text": "een"}, {"id": "a", "text": SECRET}]),
        "notitie 2 heeft het kenmerk",
    ),
    "something else": (json.dumps([[SECRET]]), "geen gesprek"),
    "another program": (json.dumps({"name": SECRET}), "„id” ontbreekt"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_refused_in_one_sentence_without_the_words(
    name: str, here: Here, file: Callable[..., Path]
) -> None:
    content, why = REFUSED[name]
    assert here.take(file(content)) == []
    (reason,) = here.refused
    assert reason.startswith(f"{THEIRS}.json")
    assert why in reason
    assert reason.endswith(".")
    assert "\n" not in reason
    assert "niemand" not in reason
    assert here.sessions == {}


def test_of_a_copy_the_good_sessions_come_in(here: Here, file: Callable[..., Path]) -> None:
    copy = json.loads(
        whole_copy([a_session("een"), a_session("twee", id="t"), a_session("u", id="u")], TopicList())
    )
    copy[1]["notes"] = None
    here.take(file(json.dumps(copy)))
    assert (sorted(here.sessions), len(here.refused)) == (["s", "u"], 1)
    assert here.refused[0].startswith(f"{THEIRS}.json, gesprek 2: ")
    here.take(file(json.dumps(copy[:1])[:-1] + ", kapot"))
    assert here.refused == [
        f"{THEIRS}.json: verderop is het bestand beschadigd of afgebroken; wat ervoor staat, is gelezen."
    ]


def test_of_lines_the_good_ones_come_in(here: Here, file: Callable[..., Path]) -> None:
    good = lines_of(a_session("een\u2028nog een", "twee")).split(b"\n")
    bad = [b"{", b"[]", good[0].replace(b"een", b"anders"), b'{"session": "s"}', b"\xff", b"[" * 100_000]
    here.take(file(b"\r\n".join([good[0], b"", *bad, good[0], good[1]]), "x.jsonl"))
    assert here.texts() == ["een\u2028nog een", "twee"]
    assert len(here.refused) == len(bad)
    assert here.refused[2] == (
        "x.jsonl: regel 5: deze notitie stond er al, met iets anders erin; de eerste telt."
    )
    here.take(file(b"{\n" * 500, "x.jsonl"))
    assert len(here.refused) == 11
    assert here.refused[-1] == "x.jsonl: nog 490 regels kloppen niet."


def test_text_is_cleaned_at_the_door_as_if_it_was_typed(here: Here, file: Callable[..., Path]) -> None:
    clean = printable(HOSTILE)
    here.take(file(copy_with(place=HOSTILE, id="a")), file(note_with(text=HOSTILE), "b.json"))
    assert (here.sessions["a"].place, here.texts()) == (clean, [clean])
    session = a_session("een", id="c", place="goed")
    here.take(file(file_of(session, place="sl\x1b[31mecht"), "c.json"))
    assert here.sessions["c"].place == "slecht"


def test_a_place_outside_the_script_harms_nobody(here: Here, file: Callable[..., Path]) -> None:
    here.take(file(copy_with(phase=99, visited=[-1, 2, 99], seconds=[-5, 1, 1, 1, 1, 1], last_number=2**52)))
    session = here.store.load("s")
    assert (session.phase, session.visited, session.last_number) == (3, (2,), 1)
    assert session.seconds == (0, 1, 1, 1)


def test_notes_without_good_numbers_are_numbered(here: Here, file: Callable[..., Path]) -> None:
    notes = [
        {"id": "b", "text": "een", "number": 5},
        {"id": "a", "text": "twee"},
        {"id": "c", "text": "drie"},
    ]
    here.take(file(copy_with(notes=notes)))
    assert [(n.id, n.number) for n in here.store.load("s").notes] == [("b", 1), ("a", 2), ("c", 3)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem kent geen pijpen")
def test_what_is_no_ordinary_file_is_refused_and_never_waited_for(here: Here, tmp_path: Path) -> None:
    theirs = tmp_path / THEIRS
    theirs.mkdir()
    os.mkfifo(theirs / "pijp.json")
    (theirs / "weg.json").symlink_to(tmp_path / "s.json")
    (tmp_path / "s.json").write_bytes(file_of(a_session("een")))
    (theirs / "lus").symlink_to(theirs)
    with (theirs / "groot.json").open("wb") as large:
        large.truncate(opening.LARGEST_COPY + 1)
    assert here.take(theirs, theirs / "pijp.json", Path("/dev/zero"), tmp_path / "x" / "\0") == []
    assert [one.split(": ")[1] for one in here.refused] == [
        "het is te groot.",
        "het is geen gewoon bestand.",
        "het is geen gewoon bestand.",
        "het is geen gewoon bestand.",
        "het is geen gewoon bestand.",
        opening.NO_ACCESS,
    ]


@pytest.mark.parametrize("how", ["dense", "total", "names", "count"])
def test_a_zip_that_is_a_trap_is_refused_soon(
    how: str, here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "val.zip"
    if how == "dense":
        zipped(path, ("s.json", b'{"formaat": "' + b"0" * 30_000_000))
    elif how == "total":
        monkeypatch.setattr(opening, "LARGEST_UNPACKED", 1_000_000)
        zipped(path, *((f"{n}.json", os.urandom(300_000)) for n in range(5)))
    elif how == "count":
        monkeypatch.setattr(opening, "MOST_FILES", 3)
        zipped(path, *((f"{n}.json", file_of(a_session(id=f"s{n}"))) for n in range(5)))
    else:
        zipped(path, ("s.json", file_of(a_session())))
        raw = bytearray(path.read_bytes())
        struct.pack_into("<L", raw, len(raw) - 10, 2**31)
        path.write_bytes(raw)
    assert here.take(path) == []
    assert any(one in here.refused[-1] for one in (opening.A_BOMB, opening.TOO_MANY))


def test_a_zip_with_a_password_or_another_packing_is_refused(here: Here, tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", ("s.json", file_of(a_session())))
    raw = bytearray(path.read_bytes())
    for at in (raw.index(b"PK\x03\x04") + 6, raw.index(b"PK\x01\x02") + 8):
        raw[at] |= 1
    path.write_bytes(raw)
    assert here.take(path) == []
    with zipfile.ZipFile(tmp_path / "l.zip", "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("s.json", file_of(a_session()))
    assert here.take(path, tmp_path / "l.zip") == []
    assert [one.split(": ")[1] for one in here.refused] == [opening.WITH_PASSWORD, opening.OTHER_PACKING]


@settings(max_examples=30)
@given(st.binary(max_size=200), st.integers(0, 3000), st.sampled_from(["zip", "json", "jsonl"]))
def test_no_bytes_whatever_raise(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int, ending: str
) -> None:
    folder = tmp_path_factory.mktemp("ruis")
    path = zipped(folder / "z.zip", ("s.json", file_of(a_session("een"))))
    raw = {"zip": path.read_bytes(), "json": file_of(a_session("een")), "jsonl": lines_of(a_session("een"))}[
        ending
    ]
    (folder / f"r.{ending}").write_bytes(raw[: at % len(raw)] + noise + raw[at % len(raw) + len(noise) :])
    here = Here(folder / "hier")
    here.take(folder / f"r.{ending}")
    assert here.outcomes


# --- our own folder -----------------------------------------------------------------------------------


def test_an_encrypted_session_comes_in_with_our_key_only(
    locked_folder: Path, tmp_path: Path, here: Here
) -> None:
    assert here.take(locked_folder) == []
    assert any("vraag je collega om een volledige kopie (formaat json)" in one for one in here.refused)
    ours = tmp_path / "map"
    shutil.copytree(locked_folder, ours)
    (ours / "g.json").unlink()
    (ours / "g.json.bak").unlink()
    encrypted = Here(ours)
    encrypted.store.key.open(PASSPHRASE)
    (tmp_path / "k.json").write_bytes(file_of(a_session(SECRET)))
    assert [one.id for one in encrypted.take(locked_folder / "g.json", tmp_path / "k.json")] == ["g", "s"]
    assert all(SECRET.encode() not in one.read_bytes() for one in ours.iterdir())


def test_a_session_that_is_open_elsewhere_is_refused_and_the_rest_goes_on(here: Here, tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "z.zip",
        *((f"{id}.json", file_of(a_session("een", "twee", id=id), 2)) for id in ("s", "t")),
    )
    here.store.prepare()
    with here.store.create(a_session("een")):
        here.take(path)
        assert (len(here.refused), "ander venster" in here.refused[0]) == (1, True)
        assert (here.texts("s"), here.texts("t")) == (["een"], ["een", "twee"])
    assert here.take(path)[0].added == 1


def test_what_cannot_be_read_here_is_never_written_over(here: Here, file: Callable[..., Path]) -> None:
    here.store.prepare()
    (here.store.folder / "s.json").write_text("kapot")
    assert here.take(file(file_of(a_session("een")))) == []
    assert (here.store.folder / "s.json").read_text() == "kapot"
    here.take(file(file_of(a_session("een", id="T"))), file(file_of(a_session("een", id="t")), "t.json"))
    assert here.refused == ["t.json: een ander gesprek heeft hier bijna hetzelfde kenmerk („id”)."]


def test_taking_in_stops_between_two_sessions_when_told_to(here: Here, tmp_path: Path) -> None:
    path = zipped(tmp_path / "z.zip", *((f"{n}.json", file_of(a_session(id=f"s{n}"))) for n in range(5)))
    stop = threading.Event()
    for _ in take_in(here.desk, [path], lambda: not stop.is_set()):
        stop.set()
    assert len(here.sessions) == 1


def test_an_export_of_a_colleague_is_never_taken_for_a_file_of_ours(
    here: Here, file: Callable[..., Path]
) -> None:
    from goedgesprek_tui.exporting import exports_of

    here.take(file(file_of(a_session(exports=[Exported(when=NOON.date(), format="md", file="a.md")]))))
    folder = here.store.folder / "uitvoer"
    folder.mkdir()
    (folder / "a.md").write_text("van ons")
    assert exports_of(here.store.folder, here.store.load("s")) == ([], ["elders/a.md"])


# --- the command --------------------------------------------------------------------------------------


def test_the_command_says_what_became_of_each_session(tmp_path: Path) -> None:
    theirs, ours = tmp_path / THEIRS, tmp_path / "hier"
    kept(theirs, "een", "[lacht] twee", place="De Brug", ambassador="Ambassadeur 2", ended=NOON)
    first = run("importeer", theirs, "--map", ours)
    assert (first.status, first.err) == (0, "")
    assert first.out == (
        "Nieuw: donderdag 12 maart, Kort gesprek · De Brug, van Ambassadeur 2, 2 notities "
        f"({THEIRS}, s.json).\n1 gesprek nieuw.\n"
    )
    assert run("importeer", theirs, "--map", ours).out.endswith("Geen gesprekken nieuw, 1 was er al.\n")
    listed = run("lijst", "--map", ours).out
    assert listed == "s  donderdag 12 maart, Kort gesprek · De Brug, 2 notities, afgerond, opgehaald\n"


def test_the_command_shows_what_differs_and_complains_of_what_is_refused(tmp_path: Path) -> None:
    theirs, ours = tmp_path / THEIRS, tmp_path / "hier"
    kept(ours, "[/b] een")
    kept(theirs, "[/b] anders")
    (theirs / "x.json").write_text("{")
    ran = run_here("importeer", theirs, theirs / "weg.json", "--map", ours)
    assert ran.status == 1
    assert ran.out.split("\n")[1:-1] == [
        "  Verschil in notitie 1, de zin.",
        "    Hier staat, en blijft: [/b] een",
        "    Bij je collega staat: [/b] anders",
        "  Toch die van je collega nemen: in het programma, bij Gesprekken, met i en hetzelfde bestand. "
        f"Bewaar tot dan {THEIRS}, s.json: alleen daar staat de versie van je collega.",
        "Geen gesprekken nieuw, 1 was er al, 1 verschil, 2 geweigerd.",
    ]
    assert ran.err.split("\n")[:-1] == [
        f"Geweigerd: {THEIRS}, x.json: het bestand is beschadigd, of het is geen gesprek van goedgesprek.",
        "Geweigerd: weg.json: het is niet te openen; kijk of het er nog is, en of je het mag lezen.",
    ]
    assert [note.text for note in Store(ours).load("s").notes] == ["[/b] een"]
    assert [note.text for note in Store(theirs).load("s").notes] == ["[/b] anders"]
    assert "Bij je collega staat: [/b] anders" in run_here("importeer", theirs, "--map", ours).out
    assert run_here("importeer").status == 2


def test_a_copy_of_all_comes_back_in_an_empty_folder(tmp_path: Path) -> None:
    ours = tmp_path / "hier"
    before = kept(ours, "een", "twee", ended=NOON, consent=Consent.VERBATIM)
    run_here("exporteer", "--alles", "--formaat", "json", "--uit", tmp_path / "kopie.json", "--map", ours)
    assert run_here("importeer", tmp_path / "kopie.json", "--map", tmp_path / "leeg").status == 0
    after = Store(tmp_path / "leeg").load("s")
    assert (after.notes, after.consent, after.script) == (before.notes, before.consent, before.script)
    assert [one.file for one in after.exports] == []


def test_a_session_with_absurdly_many_erased_or_other_notes_does_not_hold_us_up(
    here: Here, file: Callable[..., Path]
) -> None:
    asked = [Asked(text="En wat voor druk?", words="druk", note="s-1")]
    session = a_session(*(f"Zin {n} over druk." for n in range(4000)), asked=asked)
    refused = (note.model_copy(update={"consent": Consent.NO}) for note in session.notes)
    here.take(file(file_of(session.model_copy(update={"notes": tuple(refused)}))))
    assert (here.texts(), here.store.load("s").withheld) == ([], 4000)
    here.take(file(file_of(session.model_copy(update={"id": "t"}))))
    other = a_session(*(f"Anders {n}." for n in range(4001)), asked=asked).model_copy(update={"id": "t"})
    (taken,) = here.take(file(file_of(other, 2)))
    assert (len(taken.conflicts), taken.added) == (4000, 1)
