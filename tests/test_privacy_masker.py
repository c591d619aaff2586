import sys
import time
from pathlib import Path

import pytest

from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.masker import REASON, Masker, findings_of, installed

READY = "import json, sys, time\nprint(json.dumps({'ready': True}), flush=True)\n"
EACH = "for line in sys.stdin:\n    asked = json.loads(line)\n    "


def masker(answering: str) -> Masker:
    """Return a masker that asks a small program instead of deduce."""
    made = Masker(Path("nergens"), (sys.executable, "-c", READY + EACH + answering))
    made.start()
    return made


def test_what_the_other_process_finds_comes_back() -> None:
    asking = masker("print(json.dumps({'id': asked['id'], 'spans': [[5, 9, 'persoon']]}), flush=True)")
    assert asking.search("juf  Bo ") == (Finding(5, 7, Kind.PERSON, REASON, certain=False),)
    asking.close()


@pytest.mark.parametrize(
    "answering",
    ["sys.exit(1)", "time.sleep(60)", "print('dit is niets', flush=True)", "print(7, flush=True)"],
)
def test_without_an_answer_there_is_none_and_nobody_waits(answering: str) -> None:
    asking = masker(answering)
    assert asking.search("juf Bo", seconds=0.4) is None
    asking.close()
    assert asking.search("juf Bo") is None


def test_a_text_without_an_answer_is_waited_for_once() -> None:
    asking = masker("time.sleep(60)")
    assert asking.search("juf Bo", seconds=0.4) is None
    begun = time.monotonic()
    assert asking.search("juf An") is None
    assert time.monotonic() - begun < 5


def test_loading_is_waited_for_once_and_then_goes_on_beside() -> None:
    answering = "print(json.dumps({'id': asked['id'], 'spans': [[0, 2, 'persoon']]}), flush=True)"
    asking = Masker(
        Path("nergens"), (sys.executable, "-c", f"import time\ntime.sleep(1)\n{READY}{EACH}{answering}")
    )
    asking.start()
    assert asking.search("Bo", seconds=0.1) is None
    until = time.monotonic() + 20
    while (found := asking.search("Bo")) is None and time.monotonic() < until:
        time.sleep(0.05)
    asking.close()
    assert found == (Finding(0, 2, Kind.PERSON, REASON, certain=False),)


def test_a_program_that_cannot_be_started_is_one_that_gives_no_answer() -> None:
    asking = Masker(Path("nergens"), ("/nergens/python",))
    asking.start()
    assert asking.search("juf Bo") is None
    asking.close()


def test_nothing_in_the_folder_where_one_is_becomes_part_of_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("import pathlib\npathlib.Path('gedraaid').touch()\n")
    monkeypatch.chdir(tmp_path)
    asking = Masker(tmp_path / "namen")
    asking.start()
    asking.search("juf Bo", seconds=20)
    asking.close()
    assert not (tmp_path / "gedraaid").exists()


def test_a_program_that_cannot_be_started_twice_is_closed_in_peace() -> None:
    Masker(Path("nergens")).close()


def test_cities_and_words_that_are_no_names_are_left_out() -> None:
    text = "In Utrecht op Kerkstraat 4 met Kerst en Bo"
    spans = [
        [3, 10, "locatie"],
        [14, 27, "locatie"],
        [31, 36, "persoon"],
        [40, 42, "persoon"],
        [0, 2, "datum"],
    ]
    assert [one.words(text) for one in findings_of(spans, text)] == ["Kerkstraat 4", "Bo"]


@pytest.mark.skipif(not installed(), reason="deduce is not installed: pip install -e '.[namen]'")
def test_deduce_itself_answers(tmp_path: Path) -> None:
    asking = Masker(tmp_path)
    asking.start()
    found = asking.search("Gisteren sprak ik Piet Jansen.", seconds=60)
    asking.close()
    assert found
    assert found[0].words("Gisteren sprak ik Piet Jansen.") == "Piet Jansen"
