import json
from pathlib import Path

from program import damage, kept, run, run_here

from goedgesprek_tui.models import Consent, Note


def test_the_json_is_a_list_with_the_best_first(tmp_path: Path) -> None:
    kept(tmp_path, "De school is groot", "Gepest op school [/b]", place="De Linde")
    ran = run_here("zoek", "pesten", "school", "--json", "--map", tmp_path)
    (row,) = json.loads(ran.out)
    assert row.pop("score") > 0
    assert row == {"session": "s", "id": "s-2", "text": "Gepest op school [/b]", "topics": []}
    both = json.loads(run_here("zoek", "school", "--json", "--map", tmp_path).out)
    assert [row["score"] for row in both] == sorted((row["score"] for row in both), reverse=True)


def test_the_text_says_what_was_said_where_and_how_many_and_marks_nothing_in_a_pipe(tmp_path: Path) -> None:
    kept(tmp_path, "Gepest op het plein", "Meer gym", place_kind="ouderkamer", place="De Linde")
    ran = run("zoek", '"op het plein"', "--map", tmp_path)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "Gepest op het plein",
        "12 maart 2026, Kort gesprek · ouderkamer De Linde, citaat, notitie 1",
        "",
        "1 notitie in 1 gesprek",
    ]


def test_the_gist_is_shown_when_that_is_where_the_words_are(tmp_path: Path) -> None:
    kept(tmp_path, notes=[Note(id="a", number=1, text="Hij huilt", gist="Een kind wordt gepest")])
    assert "kern: Een kind wordt gepest" in run_here("zoek", "pest", "--map", tmp_path).out


def test_finding_nothing_is_no_fault(tmp_path: Path) -> None:
    kept(tmp_path, notes=[Note(id="a", number=1, text="geheim", consent=Consent.NO)])
    ran = run_here("zoek", "geheim", "--map", tmp_path)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Er is geen notitie gevonden.")
    assert json.loads(run_here("zoek", "geheim", "--json", "--map", tmp_path).out) == []


def test_where_there_are_no_conversations_to_search_in_the_folder_is_named(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nee"):
        ran = run("zoek", "gym", "--map", folder)
        assert (ran.status, ran.out) == (1, "")
        assert ran.complaint == f"In {folder} staan geen gesprekken om in te zoeken; kijk of de map klopt."
        ran = run("zoek", "gym", "--json", "--map", folder)
        assert (ran.status, json.loads(ran.out)) == (1, [])
    assert not (tmp_path / "nee").exists()


def test_what_was_not_understood_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    kept(tmp_path, "Meer gym")
    kept(tmp_path, "Ook gym", id="kapot")
    damage(tmp_path, "kapot")
    ran = run_here("zoek", "gym", "kleur:gym", "--map", tmp_path)
    assert ran.status == 1
    assert "„kleur:” is geen filter" in ran.err
    assert "kapot" in ran.err
    assert "Er is geen notitie gevonden" in ran.out


def test_without_words_it_says_how(tmp_path: Path) -> None:
    ran = run_here("zoek", "--json", "--map", tmp_path)
    assert ran.status == 2
    assert "Zo kan het: goedgesprek zoek WOORDEN" in ran.complaint


def test_what_a_terminal_would_obey_is_not_written(tmp_path: Path) -> None:
    kept(tmp_path, notes=[Note(id="a", number=1, text="gym \x1b[2J\nen meer")])
    assert "\x1b" not in run_here("zoek", "gym", "--map", tmp_path).out
