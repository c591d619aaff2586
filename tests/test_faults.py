"""What goes wrong around the program: a folder that is shut, a full disk, a stop, a clock that goes back."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from program import COMMAND, ROOT, kept, run, say, start
from store_cases import NOON, OLD, a_session, names, noted, stored, texts

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.store.sessions import Store

SCRIPT = "3-inloop-koffie"
SET_BOUNDS, MAY_READ_ALL, MAY_WRITE_ALL = 24, 2, 1


def obey_permissions() -> None:
    """Let even root obey what a folder says (Linux)."""
    libc = ctypes.CDLL(None)
    for right in (MAY_READ_ALL, MAY_WRITE_ALL):
        libc.prctl(SET_BOUNDS, right, 0, 0, 0)


@pytest.fixture
def read_only(tmp_path: Path) -> Path:
    if not sys.platform.startswith("linux"):
        pytest.skip("alleen op Linux kan deze test rechten afnemen")
    folder = tmp_path / "alleen lezen"
    kept(folder, "een zin", id="s", consent="letterlijk")
    for file in folder.iterdir():
        file.chmod(0o400)
    folder.chmod(0o500)
    return folder


def test_a_folder_that_cannot_be_written_is_told_before_the_talk_begins(read_only: Path) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in read_only.iterdir()}
    for call in (("plat", SCRIPT), ("plat", "--verder", "s")):
        ran = run(*call, "--map", read_only, typed="een zin\n", preexec_fn=obey_permissions)
        assert (ran.status, ran.stored) == (1, [])
        assert "kies een andere map met --map" in ran.complaint
    assert {file.name: file.stat().st_mtime_ns for file in read_only.iterdir()} == before


def test_a_folder_that_cannot_be_written_can_be_read(read_only: Path) -> None:
    listed = run("lijst", "--map", read_only, preexec_fn=obey_permissions)
    assert (listed.status, listed.err) == (0, "")
    told = run("exporteer", "s", "--uit", "-", "--map", read_only, preexec_fn=obey_permissions)
    assert (told.status, told.err) == (0, "")
    assert "een zin" in told.out


FILLING_UP = f"""
mount -t tmpfs -o size=200k goedgesprek "$1" || exit 77
for n in $(seq 300); do echo "zin $n $(head -c 800 /dev/zero | tr '\\0' x)"; done |
    {" ".join(COMMAND)} plat {SCRIPT} --map "$1" >"$2/uit" 2>"$2/fout"
echo $? >"$2/status"
{" ".join(COMMAND)} exporteer --alles --formaat jsonl --uit - --map "$1" >"$2/notities"
"""


def test_a_disk_that_fills_up_while_talking_keeps_the_file_whole(tmp_path: Path) -> None:
    """On a file system of its own, of 200 kB."""
    unshare = shutil.which("unshare")
    if not unshare:
        pytest.skip("unshare staat niet op deze computer")
    folder = tmp_path / "schijf"
    folder.mkdir()
    call = [unshare, "-rm", "bash", "-c", FILLING_UP, "bash", folder, tmp_path]
    if subprocess.run(call, cwd=ROOT, capture_output=True).returncode:
        pytest.skip("hier mag geen eigen schijf worden gemaakt")
    said = (tmp_path / "uit").read_text().splitlines()
    promised = [line for line in said if line.startswith("opgeslagen ")]
    assert (tmp_path / "status").read_text() == "1\n"
    assert "De schijf is vol" in (tmp_path / "fout").read_text()
    assert 10 < len(promised) < 300
    assert (tmp_path / "notities").read_text().count('"session"') == len(promised)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows kent geen Ctrl+Z in de terminal")
def test_a_talk_that_is_put_to_sleep_keeps_its_lock_and_goes_on(folder: Path) -> None:
    with start("plat", "kort", "--map", folder) as talk:
        say(talk, "een")
        talk.send_signal(signal.SIGSTOP)  # as SIGTSTP, that a process without a terminal ignores
        assert os.WIFSTOPPED(os.waitpid(talk.pid, os.WUNTRACED)[1])
        (one,) = Store(folder).listed()
        other = run("plat", "--verder", one.id, "--map", folder)
        assert other.status == 1
        assert f"al open in een ander venster (proces {talk.pid})" in other.complaint
        talk.send_signal(signal.SIGCONT)
        say(talk, "twee")
        assert talk.stdin
        talk.stdin.close()
        assert talk.wait(10) == 0
    assert texts(Store(folder).load(one.id)) == ["een", "twee"]


def test_whatever_the_clock_says_the_newest_is_the_one_saved_last(tmp_path: Path) -> None:
    store = stored(tmp_path)
    long_ago, far_off = (NOON - timedelta(days=9_000)).timestamp(), (NOON + timedelta(days=9_000)).timestamp()
    os.utime(tmp_path / "g.json", (long_ago, long_ago))
    os.utime(tmp_path / "g.json.bak", (far_off, far_off))
    assert store.load("g") == OLD
    with store.open("g") as opened:
        opened.save(noted(OLD, "drie"))
    assert texts(store.load("g")) == ["een", "twee", "drie"]


def test_a_clock_that_goes_back_changes_no_order_and_no_minutes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    talk = Conversation(a_session("g", "een")).timed(120)
    with store.create(talk.session) as opened:
        opened.save(talk.end(NOON - timedelta(days=400)).session)
    found = store.load("g")
    assert found.ended
    assert found.ended < found.started
    assert (texts(found), found.spent) == (["een"], 120)


@pytest.mark.parametrize("name", ["g.json.bak", ".g.00ff.tmp", "g.json.conflict-1"])
def test_a_link_among_the_files_is_never_written_through(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    store = stored(folder)
    outside = tmp_path / "van iemand anders"
    outside.write_text("niet van ons")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(outside)
    with store.open("g") as opened:
        opened.save(noted(OLD, "drie"))
        opened.save(noted(OLD, "drie"), scrub=True)
    assert outside.read_text() == "niet van ons"
    assert not (folder / name).is_symlink()
    assert names(folder) == {"g.json", "g.json.bak"}
