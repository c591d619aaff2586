import os
import re
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.exports.files import ExportError, default_stem, free_name, slug, write_whole
from goedgesprek_tui.models import Phase, Script, ScriptKind, Session


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write more, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_export_is_written_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "verslag.md"
    write_whole(path, ["Één zin.\n".encode()])
    assert path.read_text(encoding="utf-8") == "Één zin.\n"
    assert mode(path) == 0o600
    assert names_in(tmp_path) == ["verslag.md"]


def test_an_older_export_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "verslag.md"
    path.write_bytes(b"een veel langere oude tekst")
    path.chmod(0o644)
    write_whole(path, [b"nieuw"])
    assert path.read_bytes() == b"nieuw"
    assert mode(path) == 0o600


def test_an_older_export_survives_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "verslag.md"
    path.write_bytes(b"oud")
    with files_no_larger_than(1000), pytest.raises(ExportError, match="de schijf is vol"):
        write_whole(path, [b"x" * 2000])
    assert path.read_bytes() == b"oud"
    assert names_in(tmp_path) == ["verslag.md"]


def test_a_link_keeps_pointing_to_the_file_that_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "echt.md", tmp_path / "link.md"
    target.write_bytes(b"oud")
    link.symlink_to(target)
    write_whole(link, [b"nieuw"])
    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"


def test_what_is_no_file_is_written_to_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, [b"door de pijp"])
        assert os.read(reader, 100) == b"door de pijp"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_that_is_full_is_reported() -> None:
    with pytest.raises(ExportError, match="/dev/full: de schijf is vol"):
        write_whole(Path("/dev/full"), [b"x"])
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("weg/verslag.md", "die map bestaat niet"),
        ("bestand/verslag.md", "die map bestaat niet"),
        ("map", "dat is een map"),
        ("n" * 300, "die naam is te lang"),
        ("rond/verslag.md", "dat lukt op die plek niet"),
    ],
)
def test_a_place_that_cannot_be_written_is_named_with_the_reason(
    tmp_path: Path, target: str, reason: str
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").touch()
    (tmp_path / "rond").symlink_to(tmp_path / "rond")
    before = names_in(tmp_path)
    with pytest.raises(ExportError) as failed:
        write_whole(tmp_path / target, [b"x"])
    assert str(failed.value).startswith(f"De uitvoer is niet geschreven naar {tmp_path / target}: {reason}")
    assert names_in(tmp_path) == before


def test_a_message_obeys_nothing_that_stands_in_a_file_name(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as failed:
        write_whole(tmp_path / "\x1b[31mrood\n" / "x.md", [b"x"])
    assert "rood /x.md" in str(failed.value)
    assert "\x1b" not in str(failed.value)


def test_a_free_name_is_never_one_that_is_taken(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_name(tmp_path, "verslag", ".md")
        path.touch()
        names.append(path.name)
    assert names == ["verslag.md", "verslag-2.md", "verslag-3.md"]


def test_a_link_to_nothing_takes_its_name(tmp_path: Path) -> None:
    (tmp_path / "verslag.md").symlink_to(tmp_path / "nergens")
    assert free_name(tmp_path, "verslag", ".md").name == "verslag-2.md"


def test_the_folder_for_exports_is_made_for_the_owner_only(tmp_path: Path) -> None:
    path = free_name(tmp_path / "uitvoer", "verslag", ".md")
    assert path == tmp_path / "uitvoer" / "verslag.md"
    assert mode(path.parent) == 0o700


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "uitvoer").touch()
    with pytest.raises(ExportError, match=r"uitvoer: .*kies"):
        free_name(tmp_path / "uitvoer", "verslag", ".md")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Eén Kop/../thee", "een-kop-thee"),
        ("..", "gesprek"),
        ("-rf", "rf"),
        ("CON", "gesprek-con"),
        ("Lpt1", "gesprek-lpt1"),
        ("C:\\x", "c-x"),
        ("مرحبا", "gesprek"),
        ("IJsje ĳ straße", "ijsje-ij-strasse"),
    ],
)
def test_a_name_is_safe_everywhere(stem: str, name: str) -> None:
    assert slug(stem) == name


@given(st.text())
def test_any_text_gives_a_safe_name_of_limited_length(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?", slug(text))
    assert slug(slug(text)) == slug(text)


def test_a_numbered_name_is_no_longer_than_any_other(tmp_path: Path) -> None:
    free_name(tmp_path, "n" * 90, ".md").touch()
    assert free_name(tmp_path, "n" * 90, ".md").name == f"{'n' * 58}-2.md"


def test_the_usual_name_tells_date_and_script_but_not_the_place() -> None:
    script = Script(
        id="x",
        name="Eerste kennismaking: hoe is 't?",
        minutes=60,
        kind=ScriptKind.GROUP,
        phases=(Phase(title="Nu", minutes=60),),
    )
    session = Session(id="s-1", started=datetime(2026, 3, 12, 9, tzinfo=UTC), script=script, place="De Linde")
    assert default_stem(session) == "2026-03-12-eerste-kennismaking-hoe-is-t"
