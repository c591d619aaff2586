import json
from pathlib import Path

import pytest
from conftest import QUESTIONS
from program import run, run_here


def asked(folder: Path, *call: str) -> dict[str, object]:
    ran = run_here("vragen", *call, "--json", "--map", folder)
    assert (ran.status, ran.err) == (0, "")
    answer: dict[str, object] = json.loads(ran.out)
    return answer


def ids(answer: dict[str, object]) -> list[str]:
    questions = answer["questions"]
    assert isinstance(questions, list)
    return [question["id"] for question in questions]


def test_a_statement_gets_its_kind_its_words_and_the_questions_on_the_best_of_them(tmp_path: Path) -> None:
    answer = asked(tmp_path, "Er ligt zoveel druk op die kinderen.")
    assert set(answer) == {"pro", "words", "questions"}
    assert answer["pro"] == "P"
    assert answer["words"]
    assert answer["words"][0] == "druk"  # type: ignore[index]
    assert {"id": "wat_voor", "text": "En wat voor druk is dat?"} in answer["questions"]  # type: ignore[operator]
    assert set(ids(answer)) <= {question.id for question in QUESTIONS}


def test_words_of_ones_own_and_two_stretches(tmp_path: Path) -> None:
    said = "Ik ben moe en dan schreeuw ik tegen mijn dochter."
    one = asked(tmp_path, said, "--woorden", "ik ben moe")
    assert {
        "id": "wat_dan",
        "text": "En wanneer je moe bent, wat gebeurt er dan?",
    } in one["questions"]  # type: ignore[operator]
    both = asked(tmp_path, said, "--woorden", "ik ben moe / mijn dochter")
    assert {
        "id": "wat_gebeurt_met",
        "text": "En wanneer je moe bent, wat gebeurt er met je dochter?",
    } in both["questions"]  # type: ignore[operator]
    assert "relatie" not in ids(one)


@pytest.mark.parametrize("said", ["…", "😀", "<b>[red]niet", "x" * 3000, "ja"])
def test_odd_statements_give_an_answer_all_the_same(tmp_path: Path, said: str) -> None:
    assert asked(tmp_path, said)["pro"] in ("P", "R", "O", "other")


def test_for_a_reader_the_same_stands_in_lines(tmp_path: Path) -> None:
    ran = run("vragen", "Ik wil dat het pesten stopt", "--map", tmp_path)
    assert ran.status == 0
    assert ran.out.startswith("Klinkt als minder of weg")
    assert "En wat voor pesten is dat?" in ran.out


def test_on_danger_there_is_a_card_in_place_of_questions(tmp_path: Path) -> None:
    ran = run_here("vragen", "Mijn man slaat mij", "--map", tmp_path)
    assert "„slaat” kan over onveiligheid gaan" in ran.out
    assert asked(tmp_path, "Mijn man slaat mij")["questions"] == []


def test_without_a_statement_it_says_what_is_missing(tmp_path: Path) -> None:
    ran = run_here("vragen", "--map", tmp_path)
    assert ran.status == 2
    assert ran.err.startswith("Welke uitspraak?")
