"""How much is found: on cases that were tuned on (`dev`, `backgrounds`) and that never were (`held`)."""

import pytest
from cases import cases
from pii import Score, backgrounds, report, scored

ENOUGH = 0.95
ENOUGH_NAMES = 0.97
ENOUGH_OF_EACH = 0.9
TOO_MANY_ALARMS = 8
OTHERS = "pro_seen pro_own pro_more pro_sayings words_more words_own words_living words_harm".split()
NAMES = scored(backgrounds())


def check(score: Score) -> None:
    assert score.recall() >= ENOUGH, report(score)
    assert score.names >= ENOUGH_NAMES, report(score)
    assert score.alarms_per_100(certain=True) <= TOO_MANY_ALARMS, report(score)


@pytest.mark.parametrize("name", ["dev", "held"])
def test_nearly_all_is_found_with_few_false_alarms(name: str) -> None:
    check(scored(cases(f"pii_{name}")))


def test_clean_quotes_stay_clean() -> None:
    check(scored(cases("pii_clean")))


def test_quotes_that_were_written_for_something_else_stay_clean() -> None:
    quotes = {case["text"] for name in OTHERS for case in cases(name)}
    score = scored([{"text": text, "spans": []} for text in quotes])
    assert score.alarms_per_100(certain=True) <= 2, report(score)  # some of these do hold a name
    assert score.alarms_per_100(certain=False) <= 2, report(score)


@pytest.mark.parametrize("background", NAMES.by_background)
def test_a_name_is_found_wherever_it_comes_from(background: str) -> None:
    assert NAMES.by_background[background] >= ENOUGH_OF_EACH, report(NAMES)


def test_there_are_enough_backgrounds_to_speak_of() -> None:
    assert len(NAMES.by_background) >= 15
