from pathlib import Path

import pytest
from conftest import on_disk
from program import run, run_here

from goedgesprek_tui.commands.take import take
from goedgesprek_tui.console.trial import trial_folder, trial_lines, trial_session
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import aware_now, open_desk, random_id
from goedgesprek_tui.exports.consent import held_back
from goedgesprek_tui.models import NoteKind


def test_without_a_terminal_it_plays_at_once_and_says_where_it_all_lies(tmp_path: Path) -> None:
    folder = tmp_path / "hier"
    ran = run("proef", "--map", folder)
    session = on_disk(folder)
    (made,) = (folder / "uitvoer").iterdir()
    assert (ran.status, ran.err) == (0, "")
    assert ran.stored == [note.id for note in session.notes]
    assert session.ended
    assert [line for line in ran.out.split("\n") if line.startswith("> ")] == [
        f"> {t}" for t in trial_lines()
    ]
    assert made.read_text("utf-8") in ran.out
    assert f"Het gesprek staat in {folder}, de samenvatting in {made}." in ran.out


def test_without_a_folder_it_stays_apart_from_the_real_sessions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOEDGESPREK_MAP", str(tmp_path))
    assert trial_folder(None) == tmp_path / "proef"
    assert trial_folder(str(tmp_path / "elders")) == tmp_path / "elders"


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    file = tmp_path / "bestand"
    file.touch()
    ran = run_here("proef", "--map", file / "map")
    assert (ran.status, ran.out) == (1, "")
    assert "er kan niets worden opgeslagen" in ran.complaint


def test_every_line_of_it_is_understood_and_it_shows_the_whole_job(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, aware_now, random_id)
    talk = Conversation(trial_session(desk))
    for line in trial_lines():
        answer = take(talk, line, desk.setting)
        assert not answer.refused, (line, answer.message)
        assert not answer.ask
        assert "is geen thema" not in answer.message
        talk = answer.conversation
    session = talk.session
    kinds = {note.kind for note in session.notes}
    assert kinds >= set(NoteKind) - {NoteKind.REMARK}
    assert session.tallies
    assert session.ended
    assert not held_back(session)
