"""Erasing: afterwards the raw bytes of no file hold the words, whatever was done with them before."""

import base64
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import damage, kept, run, run_here

SAID = "kwibusprietpraté"


def shapes() -> Iterator[bytes]:
    """Give the ways in which the word may stand in a file."""
    for text in (SAID, SAID.upper(), unicodedata.normalize("NFD", SAID)):
        yield from (text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-16-be"))
        yield json.dumps(text).strip('"').encode()
        for offset in range(3):
            encoded = base64.b64encode(b"." * offset + text.encode())
            yield encoded[4:-4]


def holding(*folders: Path) -> set[str]:
    """Return the names of all files below these folders in which the word stands, in whatever shape."""
    wanted = list(shapes())
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return {file.name for file in files if any(shape in file.read_bytes() for shape in wanted)}


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """A home and a folder for temporary files of our own, so that nothing is left out of the search."""
    places = {"HOME": tmp_path / "thuis", "TMPDIR": tmp_path / "tijdelijk"}
    for place in places.values():
        place.mkdir()
    return {name: str(place) for name, place in places.items()}


def used_everywhere(folder: Path, surroundings: dict[str, str]) -> str:
    """Say the word in every way that there is, leave copies as other programs do; return the session's id."""
    lines = [
        f"Mijn dochter zegt {SAID} als het druk is.",
        f"w: Ik wil minder {SAID} in de klas.",
        f"a: {SAID} bespreken",
        f"/kern 1 Een kind zegt {SAID}.",
        f"/thema 1 nieuw {SAID}",
        f"/doorvragen 1 {SAID}",
        f"/gevraagd En wat voor {SAID} is dat?",
        f"/wijzig 2 Ik wil nooit meer {SAID}.",
        "/ongedaan",
        "/opnieuw",
        "/namen",
        f"juf {SAID}",
        "/ongedaan",
    ]
    talk = run("plat", "kort", "--map", folder, typed="\n".join(lines), env=surroundings)
    assert (talk.status, "is geen opdracht" in talk.out) == (0, False), talk
    (file,) = folder.glob("*.json")
    id_ = file.stem
    for name in (f"{id_}.json.conflict-1", f"{id_}.json.beschadigd-1", f"{id_} (kopie).json"):
        (folder / name).write_bytes(file.read_bytes())
    (folder / f".{id_}.00ff.tmp").write_bytes(file.read_bytes())
    return id_


def test_no_byte_of_an_erased_note_is_left_in_any_file(folder: Path, surroundings: dict[str, str]) -> None:
    id_ = used_everywhere(folder, surroundings)
    home = [Path(place) for place in surroundings.values()]
    assert len(holding(folder, *home)) > 4
    numbers = [note["number"] for note in _notes(folder, id_) if SAID in json.dumps(note, ensure_ascii=False)]
    erase = "".join(f"/wis {number}\nja\n" for number in numbers)
    talk = run("plat", "--verder", id_, "--map", folder, typed=f"{erase}/stop\n", env=surroundings)
    assert talk.status == 0, talk.err
    assert holding(folder, *home) == set()


def test_no_byte_of_an_erased_session_is_left_but_in_exports_that_were_kept(
    folder: Path, surroundings: dict[str, str]
) -> None:
    id_ = used_everywhere(folder, surroundings)
    made = run("exporteer", id_, "--map", folder, "--formaat", "jsonl", env=surroundings)
    export = Path(made.out.strip())
    (export.parent / ".goedgesprek-x1.tmp").write_text(SAID)
    ran = run("wis", id_, "--map", folder, typed="ja\nnee\n", env=surroundings)
    assert (ran.status, export.name in ran.err) == (0, True)
    assert holding(folder, *map(Path, surroundings.values())) == {export.name, ".goedgesprek-x1.tmp"}
    assert ".goedgesprek-x1.tmp" in ran.err


def test_the_search_itself_would_find_the_word(tmp_path: Path) -> None:
    for at, shape in enumerate(shapes()):
        (tmp_path / f"{at}").write_bytes(b"voor " + shape + b" na")
    assert len(holding(tmp_path)) == len(list(tmp_path.iterdir()))
    kept(tmp_path, "iets anders", id="s")
    damage(tmp_path, "s")
    assert not any(name.startswith("s.json") for name in holding(tmp_path))


def _notes(folder: Path, id_: str) -> list[dict[str, object]]:
    whole = run_here("exporteer", id_, "--map", folder, "--formaat", "jsonl", "--uit", "-")
    return [json.loads(line) for line in whole.out.splitlines()]
