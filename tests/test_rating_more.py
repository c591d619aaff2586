import pytest
from cases import Case, cases

from goedgesprek_tui.clean.rating.rate import rate


@pytest.mark.parametrize("case", cases("rating_more"), ids=lambda case: f"{case['part']}-{case['id']}")
def test_sentences_that_look_alike_are_told_apart(case: Case) -> None:
    rating = rate([case["context"]], case["question"])
    assert rating.level in case.get("level_ok", [case["level"]])
    if not rating.level.clean:
        assert {reason.code for reason in rating.reasons} & {*case["reasons"]}
