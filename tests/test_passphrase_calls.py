"""`goedgesprek wachtwoord`, `herstel` and `wis` as real processes; a passphrase is typed in a terminal."""

import os
import pty
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from program import COMMAND, ROOT, kept, run, run_here
from pyrage import x25519
from test_passphrase import PASSPHRASE, SAID, locked_folder

from goedgesprek_tui.store.sessions import Store

__all__ = ["locked_folder"]


def in_terminal(*words: str | Path, typed: dict[str, str]) -> tuple[int, str]:
    """Carry out a call in a terminal of its own, and answer each question once it is on the screen."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        os.execv(COMMAND[0], [*COMMAND, *map(str, words)])
    shown, waiting = "", list(typed.items())
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                shown += os.read(terminal, 4096).decode()
            except OSError:
                break
        if waiting and waiting[0][0] in shown.rpartition("\n")[2]:
            os.write(terminal, f"{waiting.pop(0)[1]}\n".encode())
            shown += "\n"
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.replace("\r\n", "\n")


needs_terminal = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="zonder pseudoterminal kan er geen wachtwoord getypt worden"
)


@needs_terminal
def test_a_folder_is_encrypted_from_the_terminal_and_opens_however_a_keyboard_makes_an_accent(
    tmp_path: Path,
) -> None:
    passphrase = "caf\u00e9 om vier uur"
    kept(tmp_path, SAID, id="s")
    (tmp_path / "s.json.conflict-1").write_text(SAID)
    status, shown = in_terminal(
        "wachtwoord",
        "--map",
        tmp_path,
        typed={
            "versleutelen? Typ ja of nee": "ja",
            "Doorgaan? Typ ja of nee": "ja",
            "Nieuw wachtwoord: ": passphrase,
            "Nog een keer: ": passphrase,
        },
    )
    assert (status, "Alle gesprekken in deze map zijn versleuteld." in shown) == (0, True), shown
    assert passphrase not in shown
    assert not any(SAID.encode() in file.read_bytes() for file in tmp_path.iterdir())
    store = Store(tmp_path)
    store.key.open("cafe\u0301 om vier uur")  # real scrypt, the only time that a test waits for it
    assert [note.text for note in store.load("s").notes] == [SAID]


@needs_terminal
def test_a_folder_with_a_passphrase_is_read_and_freed_from_the_terminal(
    locked_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    shutil.copytree(locked_folder, folder)
    status, shown = in_terminal("lijst", "--map", folder, typed={"Wachtwoord van": PASSPHRASE})
    assert (status, "2 notities" in shown) == (0, True), shown
    status, shown = in_terminal(
        "wachtwoord",
        "uit",
        "--map",
        folder,
        typed={"Wachtwoord van": PASSPHRASE, "kan de gesprekken dan lezen. Typ ja of nee": "ja"},
    )
    assert (status, "Het wachtwoord is eraf." in shown) == (0, True), shown
    assert run("lijst", "--map", folder).out.endswith("2 notities, open\n")


@pytest.mark.parametrize("call", ["lijst", "exporteer --alles", "herstel", "plat --verder s"])
def test_without_a_terminal_a_folder_with_a_passphrase_stays_shut(tmp_path: Path, call: str) -> None:
    (tmp_path / "sleutel.age").write_text("age-encryption.org/v1")
    ran = run(*call.split(), "--map", tmp_path, typed=f"{PASSPHRASE}\n", start_new_session=True)
    assert ran.status == 1
    assert "geen terminal om het te typen" in ran.complaint


def test_another_key_than_the_organisation_has_changes_nothing(locked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    shutil.copytree(locked_folder, folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}
    (tmp_path / "vreemd.txt").write_text(f"{x25519.Identity.generate()}\n")
    ran = run("wachtwoord", "vergeten", tmp_path / "vreemd.txt", "--map", folder)
    assert (ran.status, ran.complaint) == (
        1,
        "vreemd.txt opent geen gesprek in deze map; er is niets veranderd.",
    )
    assert {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"} == before


def test_taking_it_off_once_more_after_that_was_cut_off_says_that_it_is_off(tmp_path: Path) -> None:
    kept(tmp_path, SAID, id="s")
    for name in ("sleutel.age", "sleutel.uit"):
        (tmp_path / name).write_text("age-encryption.org/v1")
    ran = run("wachtwoord", "uit", "--map", tmp_path)
    assert (ran.status, ran.err, "Het wachtwoord is eraf." in ran.out) == (0, "", True)


def test_repair_says_what_it_did_and_throws_nothing_away(tmp_path: Path) -> None:
    kept(tmp_path, "een", "twee", id="heel")
    kept(tmp_path, "drie", id="kapot")
    with Store(tmp_path).open("kapot") as opened:
        opened.rewrite()
    (tmp_path / "kapot.json").write_text("halve zin van een ouder")
    kept(tmp_path, "vier", id="weg")
    (tmp_path / "weg.json").write_text("niets")
    ran = run("herstel", "--map", tmp_path)
    assert ran.status == 1
    assert "Hersteld: Het bestand van gesprek kapot was beschadigd: 1 notitie teruggehaald" in ran.out
    assert "Gesprek weg is niet te lezen" in ran.out
    assert ran.out.endswith("3 gesprekken nagekeken, 1 hersteld, 1 niet te lezen. Er is niets weggegooid.\n")
    assert (tmp_path / "kapot.json.beschadigd-1").read_text() == "halve zin van een ouder"
    assert Store(tmp_path).load("kapot").notes[0].text == "drie"
    again = run("herstel", "--map", tmp_path)
    assert "Hersteld" not in again.out
    assert "Bij gesprek kapot liggen ook: kapot.json.beschadigd-1." in again.out


def test_repair_keeps_a_damaged_generation_before_and_writes_a_whole_one(tmp_path: Path) -> None:
    kept(tmp_path, "een", id="s")
    with Store(tmp_path).open("s") as opened:
        opened.rewrite()
    (tmp_path / "s.json.bak").write_text("oude zin")
    (tmp_path / ".s.00ff.tmp").write_text("halve zin")
    ran = run_here("herstel", "--map", tmp_path)
    assert ran.status == 0
    assert "Wat niet te lezen was, is bewaard als" in ran.out
    aside = {file.read_text() for file in tmp_path.glob("s.json.beschadigd-*")}
    assert aside == {"oude zin", "halve zin"}
    assert (tmp_path / "s.json.bak").read_text().startswith("{")


def test_repair_in_a_folder_that_is_whole_changes_nothing(tmp_path: Path) -> None:
    kept(tmp_path, "een", id="s")
    before = (tmp_path / "s.json").stat().st_mtime_ns
    ran = run_here("herstel", "--map", tmp_path)
    assert (ran.status, ran.out) == (0, "1 gesprek nagekeken, alles is in orde. Er is niets weggegooid.\n")
    assert (tmp_path / "s.json").stat().st_mtime_ns == before


@pytest.mark.parametrize(("answer", "gone"), [("ja", True), ("nee", False), ("", False)])
def test_a_session_is_erased_after_a_yes_only(tmp_path: Path, answer: str, gone: bool) -> None:
    kept(tmp_path, SAID, id="s")
    shutil.copy(tmp_path / "s.json", tmp_path / "s (kopie).json")
    ran = run_here("wis", "s", "--map", tmp_path, typed=answer and f"{answer}\n")
    assert ran.status == (0 if gone else 1)
    assert "wat je elders opsloeg" in ran.err if gone else "Er is niets gewist" in ran.err
    assert any(SAID.encode() in file.read_bytes() for file in tmp_path.iterdir()) is not gone


def test_a_wrong_call_says_how_it_goes(tmp_path: Path) -> None:
    for words in (("wachtwoord", "aan"), ("wachtwoord", "organisatie"), ("wachtwoord", "uit", "nu")):
        ran = run_here(*words, "--map", tmp_path)
        assert ran.status == 2
        assert "goedgesprek wachtwoord [versleutelen" in ran.complaint
    assert "nog geen wachtwoord" in run_here("wachtwoord", "uit", "--map", tmp_path).complaint


def test_the_help_names_the_three_commands() -> None:
    shown = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert all(f"  {name} " in shown for name in ("herstel", "wachtwoord", "wis"))
