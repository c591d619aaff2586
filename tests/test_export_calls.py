"""Exporting as a stream: read one by one, to a file or to standard output, whole or not at all."""

import os
import pty
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOON, SCRIPT, at_screen, until
from program import COMMAND, ROOT, damage, kept, run_here
from stage import Stage, a_session

from goedgesprek_tui.desk import open_desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import Outgoing, export
from goedgesprek_tui.exports.files import write_whole
from goedgesprek_tui.exports.formats import BINARY, EXPORTS
from goedgesprek_tui.models import Consent, Note, Session, Topic
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.preview import FORMATS, PreviewScreen
from goedgesprek_tui.store.errors import StoreError
from goedgesprek_tui.store.ordered import Ordered
from goedgesprek_tui.store.sessions import Store

WORDS = "Hij leest al."


@pytest.mark.parametrize("name", ["csv-nl", "xlsx", "qdpx"])
def test_standard_output_gets_the_bytes_of_the_file(folder: Path, name: str) -> None:
    kept(folder, WORDS, id="s", consent=Consent.VERBATIM)
    call = ("exporteer", "s", "--formaat", name, "--map", str(folder), "--uit")
    piped = subprocess.run([*COMMAND, *call, "-"], cwd=ROOT, capture_output=True, check=True).stdout
    assert run_here(*call, folder / "uit").status == 0
    assert piped == (folder / "uit").read_bytes()


def test_what_is_no_text_is_not_written_over_a_terminal(folder: Path) -> None:
    kept(folder, WORDS, id="s", consent=Consent.VERBATIM)
    for name in sorted(BINARY):
        ours, its = pty.openpty()
        call = (*COMMAND, "exporteer", "s", "--formaat", name, "--uit", "-", "--map", str(folder))
        done = subprocess.run(call, cwd=ROOT, stdout=its, stderr=subprocess.PIPE, text=True)
        os.close(its)
        os.close(ours)
        assert done.returncode == 1
        assert (
            done.stderr == f"{name} is geen tekst en past niet op het scherm; geef met --uit een bestand.\n"
        )


def test_after_an_export_it_is_said_what_is_not_in_it(folder: Path) -> None:
    kept(folder, WORDS, id="s")
    said = {
        name: run_here("exporteer", "s", "--formaat", name, "--map", folder).complaint
        for name in ("csv", "qdpx", "qdc", "codeboek")
    }
    assert said["csv"].startswith("1 citaat staat er niet in")
    assert "voor programma's" in said["csv"]
    assert said["qdpx"].startswith("1 citaat staat er niet in")
    assert "Niet in dit bestand: de leidraad" in said["qdpx"]
    assert said["qdc"] == said["codeboek"] == "In dit bestand staan alleen de thema's, geen notities."
    entries = Store(folder).load("s").exports
    assert [(one.format, one.notes) for one in entries] == [
        ("csv", ()),
        ("qdpx", ()),
        ("qdc", ()),
        ("codeboek", ()),
    ]


def test_a_name_in_a_topic_is_told_with_a_codebook_and_one_in_a_note_is_not(folder: Path) -> None:
    known = {"id": "s", "consent": Consent.VERBATIM}
    kept(folder, "Mijn dochter Xantrie durft niet.", **known)
    desk = open_desk(folder, lambda: NOON, str)
    stored = desk.store.load("s")
    for borne in (False, True):
        notes = tuple(one.model_copy(update={"topics": ("t",) if borne else ()}) for one in stored.notes)
        own = Topic(id="t", name="Juf Ingrid")
        session = stored.model_copy(update={"topics": (own,), "notes": notes})
        outgoing = Outgoing(desk, [session], "codeboek")
        assert ("Ingrid" in b"".join(outgoing).decode()) is borne
        assert ("naam of ander gegeven" in outgoing.notice) is borne


def test_a_file_is_as_it_was_when_a_chunk_cannot_be_made(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise UserError("Dat lukt niet.")

    (tmp_path / "x.md").write_bytes(b"oud")
    with pytest.raises(UserError, match="Dat lukt niet"):
        write_whole(tmp_path / "x.md", chunks())
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("x.md", b"oud")]


# --- the sessions of a folder, one by one -----------------------------------------------------


def test_sessions_come_oldest_first_and_what_cannot_be_read_is_named(folder: Path) -> None:
    for id_, days in ("nieuw", 3), ("oud", -2), ("midden", 0):
        kept(folder, WORDS, id=id_, started=NOON + timedelta(days=days))
    kept(folder, WORDS, id="stuk")
    damage(folder, "stuk")
    sessions = Ordered(Store(folder))
    assert [session.id for session in sessions] == ["oud", "midden", "nieuw"]
    assert (len(sessions), sessions.unread, sessions[-1].id) == (3, 1, "nieuw")
    assert [session.id for session in sessions[:2]] == ["oud", "midden"]
    [problem] = sessions.problems
    assert "stuk" in problem
    assert [session.id for session in Ordered(Store(folder), {"oud", "weg"})] == ["oud"]


def test_a_session_is_read_anew_when_it_is_its_turn(folder: Path) -> None:
    kept(folder, WORDS, id="s")
    sessions = Ordered(Store(folder))
    with Store(folder).open("s") as opened:
        opened.save(opened.session.model_copy(update={"place": "De Brug"}))
    assert sessions[0].place == "De Brug"


def test_a_session_that_goes_away_meanwhile_leaves_no_half_export(folder: Path) -> None:
    for id_ in "a", "b":
        kept(folder, WORDS, id=id_)
    desk = open_desk(folder, lambda: NOON, str)
    sessions = Ordered(desk.store)
    desk.store.delete("a")
    with pytest.raises(StoreError):
        export(desk, sessions, "jsonl")
    assert list((folder / "uitvoer").iterdir()) == []


# --- on the screen ----------------------------------------------------------------------------


def test_every_format_is_explained_where_one_chooses() -> None:
    assert list(FORMATS) == list(EXPORTS)


async def test_saving_in_another_format_says_where_and_what_it_lacks(tmp_path: Path) -> None:
    quote = Note(id="n", number=1, text=WORDS, consent=Consent.VERBATIM)
    session: Session = a_session(quote, script=SCRIPT)
    stage = Stage(tmp_path, session, PreviewScreen)
    async with stage.run_test(size=(120, 40)) as pilot:
        for name, said in ("qdpx", "Opgeslagen, met 1 notitie:"), ("codeboek", "Opgeslagen:"):
            await at_screen(pilot, PreviewScreen)
            await pilot.press("f")
            picking = await at_screen(pilot, PickScreen)
            picking.dismiss(name)
            await until(pilot, lambda said=said: said in stage.text())
            await until(pilot, lambda name=name: EXPORTS[name].notice[:40] in stage.text())
        stored = await stage.stored()
    assert [(one.format, one.notes) for one in stored.exports] == [("qdpx", ("n",)), ("codeboek", ())]
