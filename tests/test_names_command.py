import json

import pytest
from program import run, run_here

from goedgesprek_tui.console.json_lines import LineError
from goedgesprek_tui.console.names import as_json


def asked(*lines: str) -> list[dict[str, object]]:
    ran = run_here("namen", "--json", typed="\n".join(lines))
    assert (ran.status, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_each_line_is_answered_with_the_parts_that_were_found() -> None:
    said = "😀 Juf Xenia belt 06 12345678"
    lines = [json.dumps({"id": "a", "text": said}), "", json.dumps({"id": "b", "text": "Het ging goed."})]
    assert asked(*lines) == [
        {
            "id": "a",
            "spans": [
                {"text": "Xenia", "start": 6, "end": 11, "kind": "persoon", "certain": True},
                {"text": "06 12345678", "start": 17, "end": 28, "kind": "telefoon", "certain": True},
            ],
        },
        {"id": "b", "spans": []},
    ]


def test_letters_of_any_kind_come_back_as_they_went() -> None:
    (answer,) = asked(json.dumps({"id": "ü", "text": "Ik zag Gülsüm\nen\tÖmer\u2028"}, ensure_ascii=False))
    assert [span["text"] for span in answer["spans"]] == ["Gülsüm", "Ömer"]  # type: ignore[attr-defined]


BAD = ["geen json", "[]", '{"id": "x"}', '{"text": "x"}', '{"id": [], "text": ""}', "[" * 9999]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_a_line_that_is_no_id_and_text_is_not_answered(bad: str) -> None:
    with pytest.raises(LineError):
        as_json(bad)


def test_a_line_that_cannot_be_answered_is_told_and_the_others_are_answered() -> None:
    ran = run_here(
        "namen", "--json", typed="\n".join(['{"id": 1, "text": "Ali huilt"}', *BAD, '{"id": 2, "text": ""}'])
    )
    assert ran.status == 1
    assert ran.complaint.startswith("Regel 2 is niet beantwoord: dit is geen JSON")
    assert ran.complaint.endswith("Ook niet: regel 3, 4, 5, 6, 7.")
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [1, 2]


def test_what_was_said_is_not_in_a_complaint() -> None:
    ran = run_here("namen", "--json", typed='{"id": "a", "text": "Geheimnaam", }\nook Geheimnaam\n')
    assert "Geheimnaam" not in ran.err
    assert ran.complaint.endswith("Ook niet: regel 2.")


def test_for_a_reader_it_says_why_and_what_can_stand_there() -> None:
    ran = run("namen", typed="Het ging goed.\nmijn zoon Ali huilt\nmail a@b.nl\n")
    assert ran.status == 0
    assert "Regel 2: 1 plek" in ran.out
    assert "„Ali”: staat na „zoon”" in ran.out
    assert "[e-mailadres]" in ran.out
    assert ran.out.rstrip().endswith("Het programma mist namen. Lees alles zelf nog één keer.")


def test_nothing_found_is_no_promise() -> None:
    ran = run_here("namen", typed="Het ging goed.\n")
    assert ran.out.startswith("Niets gevonden. Dat is geen garantie.")
    assert not {"anoniem", "veilig"} & set(ran.out.lower().split())


def test_the_call_says_how_it_goes() -> None:
    assert "goedgesprek namen [--json]" in run_here("namen", "--help").out
    assert run_here("namen", "Ali").status == 2
