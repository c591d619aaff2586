"""Observation forms that trainers write: what is read, and what is told of a fault, with line and mend."""

from pathlib import Path

import pytest

from goedgesprek_tui.exercises.observation import ObservationForm, parse_form
from goedgesprek_tui.faults import ScriptError
from goedgesprek_tui.prompts import check, load_exercises

FORM = """---
naam: Stil zijn
soort: observatie
minuten: 7
napraten: 3
---

# Stil zijn

De vrager laat stiltes vallen.

## Verteller

- Vertel iets kleins.

## Vragen

1. En wat voor {X} is dat?
2. En is er nog iets over {X}?

## Waar let je op?

- Hoe lang was het stil?
- Wie [sprak] het eerst?
"""


def faults(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(ScriptError) as caught:
        parse_form(text)
    return [(fault.line, fault.problem, fault.mend) for fault in caught.value.faults]


def test_a_form_says_who_does_what_and_what_to_watch_for() -> None:
    form = parse_form(FORM)
    assert (form.name, form.intro) == ("Stil zijn", "De vrager laat stiltes vallen.")
    assert (form.minutes, form.after) == (7, 3)
    assert form.speaker == ("Vertel iets kleins.",)
    assert form.questions == ("En wat voor {X} is dat?", "En is er nog iets over {X}?")
    assert form.watch == ("Hoe lang was het stil?", "Wie [sprak] het eerst?")
    assert form.questioner == ObservationForm(name="", watch=()).questioner


def test_a_form_needs_no_more_than_a_name_and_what_to_watch_for() -> None:
    form = parse_form("---\nnaam: Kort\nsoort: observatie\n---\n\n# Kort\n\n## Waar let je op\n\n- Alles.\n")
    assert (form.minutes, form.after, form.watch) == (10, 5, ("Alles.",))


@pytest.mark.parametrize(
    ("old", "new", "line", "problem", "mend"),
    [
        ("minuten: 7", "minuten: zeven", 4, "Bij minuten kan 'zeven'", "van 1 tot 60: minuten: 10"),
        ("napraten: 3", "napraten: 61", 5, "Bij napraten kan '61'", "napraten: 5"),
        ("soort: observatie", "soort: observatje", 3, "Bij soort kan", "'observatie'"),
        ("minuten: 7", "duur: 7", 4, "'duur' kennen we niet", "minuten"),
        ("## Verteller", "## Verteler", 12, "De kop 'Verteler' kennen we niet", "Bedoel je 'Verteller'"),
        ("## Verteller", "## Vragen", 16, "staat er twee keer", "één stuk"),
        ("- Vertel iets kleins.", "Vertel iets kleins.", 14, "hoort elke regel met -", "Zet er - voor"),
        ("- Vertel iets kleins.", "- Vertel over {X}.", 14, "{X} mag alleen", "onder een vraag"),
        ("- Vertel iets kleins.\n", "", 12, "Onder 'Verteller' staat niets", "haal de kop weg"),
        ("1. En wat voor {X} is dat?", "1. En wat voor {Z} is dat?", 18, "{Z} kennen we niet", "{X}"),
        ("- Hoe lang was het stil?", "-", 23, "Deze regel is leeg", "haal hem weg"),
        ("## Waar let je op?", "## Kijker", 8, "waar de kijker op let", "## Waar let je op"),
    ],
)
def test_each_fault_has_its_line_and_a_mend(old: str, new: str, line: int, problem: str, mend: str) -> None:
    found = faults(FORM.replace(old, new, 1))
    assert [at for at, said, _ in found if problem in said] == [line]
    assert any(mend in how for _, _, how in found)


def test_our_forms_come_first_and_an_own_one_takes_the_place_of_ours(tmp_path: Path) -> None:
    ours = load_exercises().forms
    assert [form.name for form in ours[:3]] == [
        "Gewone ronde",
        "Maar twee vragen",
        "Teruggeven zonder vraag",
    ]
    (tmp_path / "drietal-2-twee-vragen.md").write_text(FORM, "utf-8")
    (tmp_path / "eigen.md").write_text(FORM.replace("Stil zijn", "Eigen"), "utf-8")
    (tmp_path / "stuk.md").write_text(FORM.replace("## Waar", "## Hoe"), "utf-8")
    found = load_exercises(tmp_path)
    assert [form.name for form in found.forms] == [
        "Gewone ronde",
        "Stil zijn",
        *(form.name for form in ours[2:]),
        "Eigen",
    ]
    assert [broken.path.name for broken in found.broken] == ["stuk.md"]


def test_the_check_knows_a_form_by_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(FORM, "utf-8")
    assert check(path) == []
    path.write_text(FORM.replace("- Hoe lang was het stil?", "Hoe lang?"), "utf-8")
    assert [fault.line for fault in check(path)] == [23]
