"""A trainer's own dialogue: what is wrong is told with its line and how to mend it."""

from pathlib import Path

import pytest

from goedgesprek_tui.exercises.dialogue import Reply
from goedgesprek_tui.exercises.dialogue_file import REPLIES, parse_dialogue
from goedgesprek_tui.faults import ScriptError
from goedgesprek_tui.models import ProKind
from goedgesprek_tui.prompts import check

STANDARD = "\n".join(f"- {reply}: {text}" for reply, text in REPLIES.items())
DIALOGUE = f"""---
naam: De muur
soort: oefengesprek
ouder: Nora
thema: gym
niveau: 2
situatie: "Moeder van Bo (7). Kort: ze heeft haast."
begin: begin
---

# De muur

Een gesprek om mee te beginnen.

## Standaard

{STANDARD}

## Knoop begin

- zegt: Gym is een muur. En ik sta ervoor.
- pro: P
- biedt: muur, gym
- wat_voor|nog_iets(muur|gym) -> wens
- wat_graag(*) -> wens
- herhaling: Ja. Een muur. || Hoog ook.

## Knoop wens

- zegt: Ik wil dat ze meedoet.
- pro: O
- biedt: meedoen
- wat_voor|wat_nodig(meedoen) -> einde
- nog_iets(*) -> begin

## Knoop einde

- zegt: Ik ga een keer kijken.
- pro: O
- einde: ja
- inzicht: Nora gaat kijken bij gym.
"""


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def faults(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(ScriptError) as raised:
        parse_dialogue(text)
    return [(fault.line, fault.problem, fault.mend) for fault in raised.value.faults]


def test_a_dialogue_is_read_whole() -> None:
    made = parse_dialogue(DIALOGUE, "muur")
    assert (made.id, made.name, made.parent, made.topic, made.level) == ("muur", "De muur", "Nora", "gym", 2)
    assert made.situation == "Moeder van Bo (7). Kort: ze heeft haast."
    begin = made.steps["begin"]
    assert (begin.pro, begin.offers) == (ProKind.P, ("muur", "gym"))
    assert [(rule.questions, rule.words, rule.to) for rule in begin.rules] == [
        (("wat_voor", "nog_iets"), ("muur", "gym"), "wens"),
        (("wat_graag",), (), "wens"),
    ]
    assert begin.replies == {Reply.REPEAT: ("Ja. Een muur.", "Hoog ook.")}
    assert len(made.replies[Reply.STRONG]) == 2
    assert made.steps["einde"].insight == "Nora gaat kijken bij gym."


@pytest.mark.parametrize(
    ("before", "after", "problem", "mend"),
    [
        ("niveau: 2", "niveau: 7", "Bij niveau kan '7' niet staan.", "Kies uit: 1, 2, 3."),
        ("thema: gym", "tema: gym", "'tema' kennen we niet.", "Bedoel je 'thema'?"),
        ("begin: begin", "begin: start", "Er is geen knoop 'start'.", "Kies uit: begin, einde, wens."),
        ("(*) -> wens", "(*) -> wensen", "Er is geen knoop 'wensen'.", "Bedoel je 'wens'?"),
        ("- wat_graag(", "- wat_gaarg(", "'wat_gaarg' is geen schone vraag.", "Bedoel je 'wat_graag'?"),
        (
            "(muur|gym)",
            "(muur|hek)",
            "'hek' staat niet bij biedt.",
            "Zet het erbij, of verander het hier; * is elk woord.",
        ),
        (
            "- wat_graag(*) -> wens",
            "- wat_graag -> wens",
            "Deze regel is geen vraag met een pijl.",
            "Schrijf hem zo: - wat_voor|nog_iets(trekken) -> touw",
        ),
        (
            "- wat_graag(*) -> wens",
            "- wat_voor(gym) -> wens",
            "Aan deze regel komt niemand toe: een regel erboven neemt alles al.",
            "Zet hem hoger, of haal hem weg.",
        ),
        (
            "- pro: O\n- biedt",
            "- pro: X\n- biedt",
            "Bij pro kan 'X' niet staan.",
            "Kies uit: P, R, O, other.",
        ),
        ("- groet: Hoi.\n", "", "'groet' ontbreekt.", "Zet onder Standaard een regel, zoals - groet: Hoi."),
        ("- zegt: Ik wil", "- segt: Ik wil", "'segt' kennen we niet.", "Bedoel je 'zegt'?"),
        (
            "- zegt: Ik wil",
            "Ze kijkt op.\n\n- zegt: Ik wil",
            "Hier mogen alleen regels met een streepje staan.",
            "Zet er - voor.",
        ),
        ("## Knoop wens", "## Wens", "Deze kop kennen we hier niet.", ""),
        ("## Standaard", "## Knoop wens", "De kop Standaard ontbreekt.", ""),
    ],
)
def test_a_fault_is_told_with_its_line_and_mend(before: str, after: str, problem: str, mend: str) -> None:
    text = DIALOGUE.replace(before, after, 1)
    told = {what: (line, how) for line, what, how in faults(text)}
    assert problem in told, told
    line, how = told[problem]
    assert mend in how
    if after and mend and "ontbreekt" not in problem:
        assert line == line_of(text, after.partition("\n")[0])


def test_a_step_nobody_comes_to_and_one_without_a_way_out_are_told() -> None:
    alley = "\n## Knoop doodlopend\n\n- zegt: Tja.\n- pro: P\n- biedt: tja\n- nog_iets(*) -> doodlopend\n"
    text = DIALOGUE + alley
    assert faults(text) == [
        (
            line_of(text, "## Knoop doodlopend"),
            "Bij knoop doodlopend komt niemand.",
            "Zet ergens een regel met een pijl naar deze knoop, of haal hem weg.",
        ),
        (
            line_of(text, "## Knoop doodlopend"),
            "Van knoop doodlopend kom je nooit bij het einde.",
            "Geef hem een regel met een pijl verder, zoals - nog_iets(*) -> …",
        ),
    ]


def test_a_dialogue_without_an_end_is_told_once() -> None:
    text = DIALOGUE.replace("- einde: ja\n- inzicht: Nora gaat kijken bij gym.\n", "- biedt: kijken\n")
    assert [problem for _, problem, _ in faults(text)] == ["Dit gesprek heeft geen einde."]


def test_a_second_step_of_one_name_is_told() -> None:
    text = DIALOGUE.replace("## Knoop einde", "## Knoop Wens")
    assert "Knoop wens is er al." in [problem for _, problem, _ in faults(text)]


def test_controleer_knows_a_dialogue_by_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "muur.md"
    path.write_text(DIALOGUE, "utf-8")
    assert check(path) == []
    path.write_text(DIALOGUE.replace("-> wens", "-> wensen"), "utf-8")
    assert {fault.problem for fault in check(path)} == {"Er is geen knoop 'wensen'."}
