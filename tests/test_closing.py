"""The closing lines of a report read as sentences, however short they were typed."""

import pytest

from goedgesprek_tui.exports.closing import ASK, JOIN, REPORT, closing_lines


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("de coördinator", "Vragen? Stel ze aan de coördinator."),
        ("De coördinator.", "Vragen? Stel ze aan de coördinator."),
        ("De Vries, balie", "Vragen? Stel ze aan De Vries, balie."),
        ("Fatma, 06-00000000", "Vragen? Stel ze aan Fatma, 06-00000000."),
        ("mail naar ons@plein.example", "Vragen? Mail naar ons@plein.example."),
        ("ons@plein.example", "Vragen? Stel ze via ons@plein.example."),
        ("06-00000000 (Fatma)", "Vragen? Stel ze via 06-00000000 (Fatma)."),
        ("Bij de balie", "Vragen? Stel ze bij de balie."),
        ("Je kunt ons altijd bellen.", "Vragen? Je kunt ons altijd bellen."),
        ("Fatma weet er alles van", "Vragen? Fatma weet er alles van."),
        ("Loop gerust binnen!", "Vragen? Loop gerust binnen!"),
        ("[b] 👩‍👧", "Vragen? Stel ze aan [b] 👩‍👧."),
    ],
)
def test_whom_to_ask_is_a_sentence(typed: str, said: str) -> None:
    assert list(closing_lines(ASK, typed)) == [said]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("de coördinator", "Zelf ambassadeur worden? Meld je aan bij de coördinator."),
        ("via ons@plein.example", "Zelf ambassadeur worden? Meld je aan via ons@plein.example."),
        ("kom eens kijken", "Zelf ambassadeur worden? Kom eens kijken."),
        ("Dat kan!", "Zelf ambassadeur worden? Dat kan!"),
    ],
)
def test_how_to_join_is_a_sentence(typed: str, said: str) -> None:
    assert list(closing_lines(JOIN, typed)) == [said]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("wij lezen dit voor", "Wij lezen dit voor."),
        ("naar de gemeente", "Dit verslag gaat naar de gemeente."),
        ("Gaat naar alle scholen", "Dit verslag gaat naar alle scholen."),
    ],
)
def test_what_happens_with_the_report_is_a_sentence(typed: str, said: str) -> None:
    assert list(closing_lines(REPORT, typed)) == [said]


def test_more_lines_stand_as_they_were_typed_and_nothing_typed_says_nothing() -> None:
    assert list(closing_lines(ASK, "de balie\n\n op dinsdag")) == [
        "Vragen? Stel ze aan de balie.",
        "op dinsdag",
    ]
    assert list(closing_lines(ASK, " \n")) == []
