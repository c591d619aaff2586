"""`goedgesprek terugblik`, as a process: which conversations, in which format, and what is said beside it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from program import Ran, run, run_here
from report_cases import note, session, signal

from goedgesprek_tui.models import Consent, NoteKind, Session
from goedgesprek_tui.review.choice import Choice
from goedgesprek_tui.store.sessions import Store

VMBO, REGELS = "imago-vmbo", "regels-in-school"
SPRING = ("--van", "2026-01-01", "--tot", "30 juni 2026")


def stored(folder: Path, *sessions: Session) -> Path:
    store = Store(folder)
    store.prepare()
    for one in sessions:
        store.create(one).close()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two conversations in spring and one in the autumn before."""
    return stored(
        tmp_path / "gesprekken",
        session(
            "s-a",
            signal("a1", "Er wordt op neergekeken.", VMBO, heading="Imago vmbo"),
            note("a2", "Mijn zoon heeft gouden handen.", VMBO, heading="Imago vmbo"),
            note("a3", "Alleen voor u.", VMBO, heading="Imago vmbo", consent=Consent.GIST),
        ),
        session(
            "s-b",
            signal("b1", "Niemand weet wat mag.", REGELS),
            note(
                "b2",
                "Het is hun schuld niet.",
                VMBO,
                heading="Imago vmbo",
                consent=Consent.GIST,
                gist="Een ouder neemt het op.",
            ),
            note("b3", "Meer stages", kind=NoteKind.WISH),
            place="Het Anker",
            month=5,
        ),
        session("s-z", signal("z1", "Oud nieuws.", REGELS), month=11, year=2025),
    )


def look_back(folder: Path, *words: str) -> Ran:
    return run_here("terugblik", "--map", folder, *words)


def test_the_report_goes_to_a_file_and_each_conversation_knows_that(folder: Path) -> None:
    ran = run("terugblik", "--map", folder, *SPRING)
    path = Path(ran.out.strip())
    assert (ran.status, path) == (0, folder / "uitvoer" / "2026-06-30-terugblik.md")
    assert 'Ouder: "Mijn zoon heeft gouden handen."' in path.read_text("utf-8")
    assert ran.err.splitlines() == [
        "Periode: januari tot en met juni 2026 (2 gesprekken).",
        "1 citaat staat er niet in: de kern ontbreekt nog. Schrijf die met /kern.",
    ]
    exports = {id: Store(folder).load(id).exports for id in ("s-a", "s-b", "s-z")}
    assert [set(one.notes) for one in exports["s-a"]] == [{"a1", "a2"}]
    assert [(one.file, one.sessions) for one in exports["s-b"]] == [(path.name, 2)]
    assert exports["s-z"] == ()


def test_json_has_the_shape_of_the_contract(folder: Path) -> None:
    ran = look_back(folder, *SPRING, "--formaat", "json", "--uit", "-")
    made = json.loads(ran.out)
    assert (made["sessions"], made["from"], made["to"], made["parents"]) == (
        2,
        "2026-01-01",
        "2026-06-30",
        20,
    )
    vmbo, rules = made["topics"]
    assert vmbo == {
        "id": VMBO,
        "name": "Imago van het vmbo",
        "heading": "Imago vmbo",
        "sessions": 2,
        "groups": 2,
        "places": 2,
        "notes": 4,
        "before": 0,
        "signals": ["Er wordt op neergekeken.", "Een ouder neemt het op."],
        "quotes": ["Mijn zoon heeft gouden handen."],
    }
    assert (rules["id"], rules["sessions"], rules["before"]) == (REGELS, 1, 1)
    assert [wish["text"] for wish in made["wishes"]] == ["Meer stages"]
    assert "Alleen voor u" not in ran.out


def test_every_format_comes_out_whole_and_the_same_twice(folder: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"uit-{n}.{name}" for name in ("md", "html", "docx", "json") for n in (1, 2)]
    for file in files:
        call = (
            run if file in (files[0], files[4]) else run_here
        )  # the order of a set is another in each process
        made = call("terugblik", "--map", folder, *SPRING, "--formaat", file.suffix[1:], "--uit", file)
        assert made.status == 0
    for first, second in zip(files[::2], files[1::2], strict=True):
        assert first.read_bytes() == second.read_bytes()
    assert "gouden handen" in ZipFile(files[4]).read("word/document.xml").decode()
    page = files[2].read_text("utf-8")
    assert "gouden handen" in page
    assert "http" not in page.replace("http-equiv", "")


def test_one_theme_and_one_place_can_be_asked_for(folder: Path) -> None:
    theme = look_back(folder, *SPRING, "--thema", "imago vmbo", "--uit", "-")
    place = look_back(folder, *SPRING, "--plaats", "het anker", "--uit", "-")
    kind = look_back(folder, *SPRING, "--plaats", "Ouderkamer", "--uit", "-")
    assert theme.out.startswith("# Terugblik: Imago van het vmbo\n")
    assert "Niemand weet wat mag" not in theme.out
    assert "Alleen: plek het anker." in place.out
    assert "gouden handen" not in place.out
    assert "gouden handen" in kind.out


def test_what_cannot_be_reported_on_is_one_sentence(folder: Path) -> None:
    calls = (
        ("--thema", "imago vmb"),
        ("--plaats", "Het Anke"),
        ("--van", "ooit"),
        ("--van", "1-7-2026", "--tot", "1-1-2026"),
        ("--van", "1-1-2020", "--tot", "1-2-2020"),
        (*SPRING, "--thema", "mbo"),
        (*SPRING, "--uit", str(folder / "s-a.json")),
    )
    said = (
        "Er is geen thema „imago vmb”. Bedoel je „Imago van het vmbo”?",
        "Er is geen gesprek op de plek „Het Anke”. Bedoel je „Het Anker”?",
        "„ooit” achter --van is geen datum; het kan zo: 1-1-2026 of 1 januari 2026.",
        "De dag achter --van ligt na die achter --tot; draai ze om.",
        "Er zijn geen gesprekken om op terug te kijken: 1 januari 2020 tot en met 1 februari 2020.",
        "Over „Mbo” is in deze gesprekken niets gezegd: januari tot en met juni 2026.",
        "s-a.json is een bestand van je gesprekken; kies een andere naam.",
    )
    ran = [look_back(folder, *call) for call in calls]
    assert [one.status for one in ran] == [1] * len(calls)
    assert tuple(one.complaint for one in ran) == said


def test_without_days_it_is_the_last_half_year_with_conversations(tmp_path: Path) -> None:
    old = stored(tmp_path / "oud", session("s", signal("1", "Lang geleden.", VMBO), year=2021))
    now = datetime.now(UTC)
    both = stored(
        tmp_path / "nu",
        session("s", signal("1", "Lang geleden.", VMBO), year=2021),
        session("t", signal("2", "Net nog.", VMBO), month=now.month, year=now.year),
    )
    assert "Januari tot en met juni 2021." in look_back(old, "--uit", "-").out
    assert "Net nog." in look_back(both, "--uit", "-").out


def test_what_was_chosen_for_the_period_holds_and_is_said(folder: Path) -> None:
    choice = Choice(topics_out=(REGELS,), notes_out=("a2",), intro="Wat een lente.")
    Store(folder).choices.save("2026-01-01/2026-06-30", choice)
    ran = look_back(folder, *SPRING, "--uit", "-")
    assert "- Wat een lente." in ran.out
    assert "gouden handen" not in ran.out
    assert "Niemand weet" not in ran.out
    assert "Wat je eerder wegliet voor dit verslag, staat er niet in." in ran.err


def test_closing_lines_come_from_the_settings_and_names_that_were_not_checked_are_counted(
    folder: Path,
) -> None:
    (folder / "instellingen.toml").write_text('vragen_aan = "de coördinator"\n', "utf-8")
    stored(folder, session("s-c", note("c1", "Vraag het aan juf Annemarie de Boer.", REGELS), month=6))
    files = [folder.parent / f"uit.{name}" for name in ("md", "html", "docx", "json")]
    ran = [look_back(folder, *SPRING, "--formaat", file.suffix[1:], "--uit", str(file)) for file in files]
    said = "Voor vragen: de coördinator"
    assert said in files[0].read_text("utf-8")
    assert said in files[1].read_text("utf-8")
    assert said in ZipFile(files[2]).read("word/document.xml").decode()
    assert json.loads(files[3].read_bytes())["closing"]["ask"] == "de coördinator"
    assert all("1 naam of ander gegeven staat er misschien nog in" in one.err for one in ran)


def test_a_session_that_cannot_be_read_is_said_and_the_rest_is_told(folder: Path) -> None:
    (folder / "s-b.json").write_text("{", "utf-8")
    ran = look_back(folder, *SPRING, "--uit", "-")
    assert ran.status == 1
    assert "gouden handen" in ran.out
    assert "s-b" in ran.err
