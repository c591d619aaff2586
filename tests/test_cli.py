import json
import re
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOON, SHORT_SCRIPT
from program import Ran, damage, kept, run, run_here, run_in_shell, say, start

from goedgesprek_tui import __version__
from goedgesprek_tui.console.call import OPTION, USAGES, CallError, help_for, read_call
from goedgesprek_tui.exports.formats import EXPORTS
from goedgesprek_tui.models import Consent, Note, NoteKind


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


# --- the call ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("lijts", "goedgesprek kent geen opdracht „lijts”. Bedoel je goedgesprek lijst?"),
        ("--map m lijts", "goedgesprek kent geen opdracht „lijts”. Bedoel je goedgesprek lijst?"),
        ("xyzzy", "goedgesprek kent geen opdracht „xyzzy”. Alle opdrachten: goedgesprek --help."),
        ("lijst --jsn", "goedgesprek kent geen optie „--jsn”. Bedoel je --json?"),
        ("lijst --mpa m", "goedgesprek kent geen optie „--mpa”. Bedoel je --map?"),
        ("--json", "goedgesprek kent geen optie „--json”. Zo kan het: goedgesprek [OPDRACHT …]"),
        ("lijst alles", "„alles” is hier te veel. Zo kan het: goedgesprek lijst [--json]"),
        ("lijst --json=ja", "Deze aanroep klopt niet. Zo kan het: goedgesprek lijst [--json]"),
        ("lijst --map", "Deze aanroep klopt niet. Zo kan het: goedgesprek [OPDRACHT …]"),
        ("plat kort --verder", "Deze aanroep klopt niet. Zo kan het: goedgesprek plat LEIDRAAD"),
        ("plat kort --toestemming lettrlijk", "Bedoel je letterlijk?"),
        ("plat kort --toestemming nee", "geen „nee” achter --toestemming. Dit kan: letterlijk, kern."),
        ("exporteer --alles --formaat jsonll", "geen „jsonll” achter --formaat. Bedoel je jsonl?"),
        ("exporteer --alles --form md", "geen optie „--form”. Bedoel je --formaat?"),
    ],
)
def test_a_wrong_call_is_one_sentence_with_what_was_meant(call: str, said: str) -> None:
    with pytest.raises(CallError) as wrong:
        read_call(call.split())
    assert said in str(wrong.value)


@pytest.mark.parametrize("call", ["--map m lijst --json", "lijst --json --map m", "lijst --map=m --json"])
def test_the_folder_may_stand_before_and_after_the_command(call: str) -> None:
    read = read_call(call.split())
    assert (read.command, read.map, read.json, read.words) == ("lijst", "m", True, [])


def test_words_and_options_may_stand_in_any_order() -> None:
    read = read_call(["exporteer", "a", "--formaat", "json", "b", "--uit", "-", "--", "-c"])
    assert (read.words, read.formaat, read.uit, read.alles) == (["a", "b", "-c"], "json", "-", False)


def test_the_call_names_every_format_that_there_is() -> None:
    options = {option["name"]: option["value"] for option in OPTION.finditer(USAGES["exporteer"].line)}
    assert set(options["formaat"].split("|")) == set(EXPORTS)


def test_help_is_there_for_the_program_and_for_each_command() -> None:
    assert all(f"  {name} " in help_for("") for name in USAGES)
    for name, usage in USAGES.items():
        assert read_call([name, "-h"]).help
        assert usage.line in help_for(name)
        assert usage.help in help_for(name)


def test_a_call_that_only_asks_something_of_the_program_is_answered_on_standard_output() -> None:
    helped, version = run("lijst", "--help"), run("--versie")
    assert helped == Ran(0, f"{help_for('lijst')}\n", "")
    assert version == Ran(0, f"goedgesprek {__version__}\n", "")


def test_a_wrong_call_has_status_2_and_what_cannot_be_done_1(folder: Path) -> None:
    calls = [("lijts",), ("plat",), ("exporteer",), ("exporteer", "a", "--alles"), ("plat", "\x1b[31mkrt")]
    *wrong, unknown = (run_here(*call, "--map", folder) for call in calls)
    assert wrong[0] == run(*calls[0], "--map", folder)
    assert [ran.status for ran in wrong] == [2, 2, 2, 2]
    assert unknown.status == 1
    assert all(ran.complaint and not ran.out for ran in (*wrong, unknown))
    assert unknown.complaint.startswith("Er is geen leidraad")
    assert "\x1b" not in unknown.err


def test_without_a_terminal_the_app_says_what_can_be_done() -> None:
    for ran in (run(), run("gesprek"), run("gesprek", "kort")):
        assert (ran.status, ran.out) == (1, "")
        assert "goedgesprek plat LEIDRAAD" in ran.complaint


# --- lijst ------------------------------------------------------------------------------------


def test_the_list_as_json_has_every_session_also_one_that_cannot_be_read(folder: Path) -> None:
    kept(folder, "een", "twee", id="open-1", place="De Linde", place_kind="ouderkamer")
    kept(folder, id="klaar-1", started=NOON - timedelta(days=1), ended=NOON)
    kept(folder, "weg", id="stuk-1")
    damage(folder, "stuk-1")
    before = {file: file.read_bytes() for file in folder.glob("*.*") if file.is_file()}
    ran = run_here("lijst", "--json", "--map", folder)
    assert json.loads(ran.out) == [
        {
            "id": "open-1",
            "date": "2026-03-12",
            "title": "Kort gesprek · ouderkamer De Linde",
            "script": "kort",
            "place": "De Linde",
            "notes": 2,
            "state": "open",
        },
        {
            "id": "klaar-1",
            "date": "2026-03-11",
            "title": "Kort gesprek",
            "script": "kort",
            "place": "",
            "notes": 0,
            "state": "afgerond",
        },
        {
            "id": "stuk-1",
            "date": None,
            "title": "",
            "script": "",
            "place": "",
            "notes": 0,
            "state": "onleesbaar",
        },
    ]
    assert ran.status == 1
    assert "stuk-1" in ran.complaint
    assert {file: file.read_bytes() for file in folder.glob("*.*") if file.is_file()} == before


def test_the_list_is_a_line_per_session_in_the_folder_of_the_environment(folder: Path) -> None:
    kept(folder, "een", id="abcdefghijk")
    ran = run("lijst", env={"GOEDGESPREK_MAP": str(folder)})
    assert ran.status == 0
    assert ran.out.startswith("abcdefgh  ")
    assert ran.out.endswith(", Kort gesprek, 1 notitie, open\n")


def test_a_folder_that_is_empty_or_not_there_has_no_sessions_and_a_file_is_no_folder(tmp_path: Path) -> None:
    file = write(tmp_path, "bestand", "")
    text = run_here("lijst", "--map", tmp_path / "nee")
    listed = run_here("lijst", "--json", "--map", tmp_path)
    wrong = run_here("lijst", "--map", file)
    none = run_here("exporteer", "--alles", "--map", tmp_path)
    assert text == Ran(0, "Er zijn nog geen gesprekken.\n", "")
    assert listed == Ran(0, "[]\n", "")
    assert wrong.status == none.status == 1
    assert "kies een andere map" in wrong.complaint
    assert none.complaint == "Er is nog geen gesprek om te exporteren."
    assert not (tmp_path / "nee").exists()


# --- exporteer --------------------------------------------------------------------------------


def test_exporting_all_goes_on_without_a_session_that_cannot_be_read_and_says_so(folder: Path) -> None:
    kept(folder, "nieuw", id="b")
    kept(folder, "oud", id="c", started=NOON - timedelta(days=9))
    kept(folder, "weg", id="stuk")
    damage(folder, "stuk")
    ran = run_here("exporteer", "--alles", "--formaat", "jsonl", "--uit", "-", "--map", folder)
    assert [json.loads(line)["text"] for line in ran.out.split("\n")[:-1]] == ["oud", "nieuw"]
    assert ran.status == 1
    about, warning = ran.err.splitlines()
    assert "stuk" in about
    assert "volledige kopie" in warning


def test_sessions_are_named_by_the_beginning_of_their_id(folder: Path) -> None:
    kept(folder, "een", id="aap-1")
    kept(folder, "twee", id="aap-2")
    kept(folder, "drie", id="noot")
    kept(folder, "vier", id="stuk")
    damage(folder, "stuk")
    end = ("--formaat", "json", "--uit", "-", "--map", folder)
    good = run_here("exporteer", "noo", "aap-1", "noot", *end)
    both, none, unread = (run_here("exporteer", name, *end) for name in ("aap", "mies", "stuk"))
    assert {session["id"] for session in json.loads(good.out)} == {"aap-1", "noot"}
    assert both.complaint.startswith("2 gesprekken beginnen met aap")
    assert none.complaint.startswith("Geen gesprek begint met mies")
    assert "stuk" in unread.complaint
    assert [ran.status for ran in (good, both, none, unread)] == [0, 1, 1, 1]
    assert not both.out + none.out + unread.out


def test_a_session_that_was_saved_by_its_previous_generation_says_so_and_is_exported(folder: Path) -> None:
    kept(folder, "een", id="s")
    (folder / "s.json").rename(folder / "s.json.bak")
    ran = run_here("exporteer", "s", "--formaat", "jsonl", "--uit", "-", "--map", folder)
    assert ran.status == 0
    assert json.loads(ran.out)["text"] == "een"
    assert "gesprek s" in ran.err
    assert "teruggehaald" in ran.err


def test_an_export_without_a_place_gets_a_new_file_among_the_sessions(folder: Path) -> None:
    kept(folder, "Dit mag niet letterlijk", "Dit wel", id="s")
    first, second = (run_here("exporteer", "s", "--map", folder) for _ in range(2))
    made = [Path(ran.out.removesuffix("\n")) for ran in (first, second)]
    assert [path.parent for path in made] == [folder / "uitvoer"] * 2
    assert [path.name for path in made] == ["2026-03-12-kort-gesprek.md", "2026-03-12-kort-gesprek-2.md"]
    assert stat.S_IMODE(made[0].stat().st_mode) == 0o600
    assert "2 citaten staan er niet in" in first.complaint
    assert "letterlijk" not in made[0].read_text("utf-8").split("Over dit verslag")[0]


def test_several_sessions_come_in_one_file(folder: Path) -> None:
    kept(folder, id="a", notes=[Note(id="n", number=1, text="Gym", kind=NoteKind.WISH)])
    kept(folder, "ja", id="b", consent=Consent.VERBATIM, started=NOON + timedelta(days=1))
    ran = run_here("exporteer", "--alles", "--map", folder)
    path = Path(ran.out.strip())
    assert path.name == "2026-03-13-2-gesprekken.md"
    text = path.read_text("utf-8")
    assert text.index("Gym") < text.index("ja")


def test_a_named_file_is_replaced_whole_or_stays_as_it_was(folder: Path, tmp_path: Path) -> None:
    kept(folder, "een", id="s")
    target = write(tmp_path, "verslag.jsonl", "oud " * 10_000)
    call = ("exporteer", "s", "--formaat", "jsonl", "--map", folder)
    places = (
        target,
        folder / "leidraden" / ".." / "s.json",
        "/dev/full",
        tmp_path / "nee" / "x.jsonl",
        tmp_path,
    )
    good, a_session, full, nowhere, a_folder = (run_here(*call, "--uit", place) for place in places)
    assert (good.status, good.out) == (0, f"{target}\n")
    assert json.loads(target.read_text("utf-8"))["text"] == "een"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert a_session.complaint == "s.json is een bestand van je gesprekken; kies een andere naam."
    assert "de schijf is vol" in full.complaint
    assert "die map bestaat niet" in nowhere.complaint
    assert "dat is een map" in a_folder.complaint
    assert [ran.status for ran in (a_session, full, nowhere, a_folder)] == [1, 1, 1, 1]
    assert {file.name for file in tmp_path.iterdir()} == {"gesprekken", "verslag.jsonl"}


def test_an_export_never_takes_the_place_of_a_damaged_session_or_a_key(folder: Path) -> None:
    kept(folder, "een", id="s")
    ours = [write(folder, name, "van mij") for name in ("kapot.json", "s.json.conflict-1")]
    refused = [
        run_here("exporteer", "s", "--uit", folder / name, "--map", folder)
        for name in ("kapot.json", "s.json.conflict-1", "sleutel.age")
    ]
    assert [ran.status for ran in refused] == [1, 1, 1]
    assert all("kies een andere naam" in ran.complaint for ran in refused)
    assert [file.read_text() for file in ours] == ["van mij", "van mij"]
    assert not (folder / "sleutel.age").exists()


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="alleen Linux zegt dit in /proc")
def test_a_crash_of_python_leaves_no_image_of_the_memory_with_the_words(folder: Path) -> None:
    talk = start("plat", "kort", "--map", folder)
    say(talk, "een", until="opgeslagen")
    limits = Path(f"/proc/{talk.pid}/limits").read_text()
    talk.communicate("")
    assert re.search(r"Max core file size +0 +0 ", limits)


def test_reading_leaves_nothing_behind_in_the_folder(folder: Path) -> None:
    kept(folder, "een", id="s")
    (folder / ".s.lock").unlink(missing_ok=True)
    before = sorted(folder.rglob("*"))
    run_here("lijst", "--map", folder)
    run_here("exporteer", "s", "--uit", "-", "--map", folder)
    assert sorted(folder.rglob("*")) == before


def test_output_that_nobody_reads_or_that_does_not_fit_is_no_crash(folder: Path) -> None:
    kept(folder, "woord " * 20_000, id="s", consent=Consent.VERBATIM)
    call = f'"$@" exporteer s --uit - --map "{folder}"'
    closed, full, none = (
        run_in_shell(f"{call} {how}") for how in ("| head -c 9; exit ${PIPESTATUS[0]}", ">/dev/full", ">&-")
    )
    assert (closed.status, closed.out, closed.err) == (0, "# Samenva", "")
    assert (full.status, full.out) == (1, "")
    assert full.complaint.startswith("De uitvoer is niet helemaal geschreven")
    assert none == Ran(0, "", "")


# --- controleer -------------------------------------------------------------------------------


def test_checking_names_the_file_the_line_and_how_to_mend_it(folder: Path, tmp_path: Path) -> None:
    good = write(tmp_path, "goed.md", SHORT_SCRIPT)
    wrong = write(tmp_path, "fout.md", SHORT_SCRIPT.replace("duur: 30", "duur: lang"))
    missing = tmp_path / "weg.md"
    fine = run("controleer", good, "--map", folder)
    bad = run_here("controleer", good, wrong, missing, "--map", folder)
    assert fine == Ran(0, f"{good}: in orde\n", "")
    lines = bad.out.splitlines()
    assert lines[0] == f"{good}: in orde"
    assert lines[1].startswith(f"{wrong}, regel 3: ")
    assert lines[2].startswith(f"{missing}, regel 1: Dit bestand is niet te openen. ")
    assert (bad.status, bad.complaint) == (1, "2 fouten gevonden; wat er fout is, staat hierboven.")


def test_without_files_all_that_ships_is_checked_and_the_own_scripts(folder: Path) -> None:
    write(folder / "leidraden", "stuk.md", "# Geen voorwerk\n")
    ran = run_here("controleer", "--map", folder)
    named = {Path(line.split(".md")[0]).name for line in ran.out.splitlines()}
    assert {"kort", "stuk", "kaarten", "themas", "vragen", "3-inloop-koffie"} <= named
    assert [line for line in ran.out.splitlines() if "in orde" not in line and "stuk.md" not in line] == []
    assert ran.status == 1
