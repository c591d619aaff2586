import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.clean.transcript import Asked, parse_transcript
from goedgesprek_tui.errors import UserError


def test_a_question_comes_with_what_was_said_before_it_and_the_topic() -> None:
    text = """# Oefengesprek

Onderwerp: eten op school
Vraag: Wat zou je graag willen dat er gebeurt?

Ouder: Rust aan tafel.
Hij proeft niks.
Vraag: En wat voor rust is dat?
Ouder: Een tafel zonder gedoe.
Vraag: En is er nog iets
over dat gedoe?
"""
    assert parse_transcript(text).questions == (
        Asked("Wat zou je graag willen dat er gebeurt?", (), "eten op school"),
        Asked("En wat voor rust is dat?", ("Rust aan tafel. Hij proeft niks.",), "eten op school"),
        Asked(
            "En is er nog iets over dat gedoe?",
            ("Rust aan tafel. Hij proeft niks.", "Een tafel zonder gedoe."),
            "eten op school",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffOuder: Het is druk.\r\n\r\nVraag: En wat voor druk is dat?\r\n",
        "OUDER :  Het is druk.\n  vraag:En wat voor druk is dat?",
        "**Ouder:** Het is druk.\n**Vraag:** En wat voor druk is dat?",
        "**Ouder**: Het is druk.\n*Vraag*: En wat voor druk is dat?",
        "- Ouder 2: Het is druk.\n- Vraag 1: En wat voor druk is dat?",
        "## Kop\nOuder (moeder van twee): Het is druk.\n---\nVraag:\nEn wat voor druk\nis dat?",
        "Ouder (Kees): Het is druk.\nVraag aan Kees: En wat voor druk is dat?",
        "1. Ouder: Het is druk.\n2) Vraag (Jan): En wat voor druk is dat?",
        "[10:02] Ouder: Het is druk.\n10:02:41 - **Vraag:** En wat voor druk is dat?",
        "Ouder [10:02]: Het is druk.\nVraag 10.03: En wat voor druk is dat?",
        "Ouder: \x1b[31mHet is druk.\nVraag: En wat voor druk is dat?\x07",
    ],
)
def test_the_way_it_was_typed_makes_no_difference(text: str) -> None:
    assert parse_transcript(text).questions == (Asked("En wat voor druk is dat?", ("Het is druk.",), ""),)


def test_a_line_that_only_begins_like_a_label_goes_on_with_the_one_before() -> None:
    text = "Ouder: Ik zei het al,\nouders zeggen vaak: laat maar.\nVraag: En dan?"
    assert parse_transcript(text).questions[0].said == ("Ik zei het al, ouders zeggen vaak: laat maar.",)


def test_a_line_that_begins_like_another_speaker_goes_on_too_but_is_told_of() -> None:
    text = (
        "Ouder: Het tocht.\nTante Bep: Kom binnen.\nMaar: nee\nHij riep: dicht!\nVraag: En dan?\n"
        "[9:15] Begeleider: Waarom?\nVraag: En nu?\nTante Bep: Ja."
    )
    found = parse_transcript(text)
    assert [asked.question for asked in found.questions] == [
        "En dan? [9:15] Begeleider: Waarom?",
        "En nu? Tante Bep: Ja.",
    ]
    tante, begeleider = found.notices
    assert tante.startswith("Regel 2 begint met 'Tante Bep:' (en nog 1 keer)")
    assert begeleider.startswith("Regel 6 begint met 'Begeleider:'")
    assert all("Ouder: of Vraag:" in notice for notice in found.notices)


def test_a_question_without_words_is_left_out_and_told_of() -> None:
    found = parse_transcript("Ouder: ja\nVraag:\nOuder: nee\nVraag: En dan?")
    assert found.questions == (Asked("En dan?", ("ja", "nee"), ""),)
    assert found.notices == ("Op regel 2 staat achter Vraag: niets; die telt niet mee.",)


def test_an_ordinary_talk_has_no_notices() -> None:
    assert not parse_transcript("Onderwerp: Pauze\nOuder: Kijk: zo.\nVraag: En dan?\nen: nu").notices


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "De tekst is leeg."),
        (" \n\ufeff\n", "De tekst is leeg."),
        ("Ouder: ja", "Er staat geen vraag in deze tekst."),
        ("# Kop\n\nhallo\nVraag: En dan?", "Regel 3 hoort bij niemand."),
        ("Ouder: ja\nVraag:\n\nOuder: nee", "Op regel 2 staat achter Vraag: niets"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(UserError) as wrong:
        parse_transcript(text)
    assert str(wrong.value).startswith(said)


@given(st.text())
def test_any_text_is_either_a_talk_or_a_user_error(text: str) -> None:
    try:
        found = parse_transcript(f"Vraag: a\n{text}").questions
    except UserError:
        return
    assert all(asked.question == " ".join(asked.question.split()) for asked in found)
