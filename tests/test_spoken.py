"""Dutch as it is spoken and typed: what is not written by the rule, and what is read too easily."""

import pytest
from test_fill import asked

from goedgesprek_tui.clean.clause import read_clause
from goedgesprek_tui.clean.stretch import Stretch
from goedgesprek_tui.clean.words import candidates

TURNED = """
ik en mijn moeder praten nooit => jij en je moeder nooit praten
ik en papa wonen apart => jij en papa apart wonen
ik help hem elke dag met die sommen => je hem elke dag met die sommen helpt
hij en ik maken vaak ruzie => hij en jij vaak ruzie maken
k snap t niet => je t niet snapt
'k slaap slecht => je slecht slaapt
ik geef hem fruit mee => je hem fruit meegeeft
ik breng zijn fiets terug => je zijn fiets terugbrengt
ik geef haar een tas mee voor gym => je haar een tas meegeeft voor gym
de pan kookt over => de pan overkookt
ik ga naar binnen => je naar binnen gaat
Straks loopt hij weg => hij straks wegloopt
"""


@pytest.mark.parametrize("line", TURNED.strip().splitlines())
def test_a_clause_as_it_is_typed(line: str) -> None:
    said, expected = line.split(" => ")
    clause = read_clause(said)
    assert clause
    assert clause.subordinate == expected


@pytest.mark.parametrize(
    "said",
    [
        "ikke niet lezen brief",
        "ik niet begrijpen formulier",
        "mijn kind niet eten brood",
        "da's toch geen leven zo",
        "das echt zonde die spullen",
        "wat hij zegt klopt niet",
        "Dat hij helpt doet mij goed",
        "Dat ze belt is voor ons genoeg",
        "kiezen wat ze wil",
        "doet wat hij leuk vindt",
    ],
)
def test_no_verb_is_made_up(said: str) -> None:
    assert read_clause(said) is None


@pytest.mark.parametrize("words", ["hij een keer iemand helpt", "ze een keer iemand uit de klas meeneemt"])
def test_a_time_is_no_verb_beside_somebody(words: str) -> None:
    clause = Stretch(words, f"Ik hoop dat {words}.").clause
    assert clause
    assert clause.subordinate == words


@pytest.mark.parametrize(
    ("words", "said", "expected"),
    [
        ("dromen", "Hij zit te dromen.", "En is er nog iets over dat dromen?"),
        ("boeken", "Ik zit te boeken.", "En is er nog iets over dat boeken?"),
        ("vragen", "Hij heeft moeite met vragen.", "En is er nog iets over „vragen”?"),
        ("vragen", "Ik zit met vragen.", "En is er nog iets over die vragen?"),
        ("een koud bad", "", "En is er nog iets over dat koude bad?"),
        ("een dun laken", "", "En is er nog iets over dat dunne laken?"),
        ("een bot antwoord", "", "En is er nog iets over dat botte antwoord?"),
        ("een schurend gevoel", "", "En is er nog iets over dat schurende gevoel?"),
        ("goud waard", "Zij is goud waard.", "En is er nog iets over dat goud waard?"),
        ("laat maar", "", "En is er nog iets over „laat maar”?"),
        ("mij kind niet eten", "", "En is er nog iets over „mij kind niet eten”?"),
    ],
)
def test_what_a_word_in_its_place_is(words: str, said: str, expected: str) -> None:
    assert asked("nog_iets", words, said) == expected


@pytest.mark.parametrize(
    ("said", "not_offered"),
    [
        ("De directeur heeft ons bedrogen.", "ons bedrogen"),
        ("Ze hebben ons overvallen met dat nieuws.", "ons overvallen"),
        ("Ze hebben haar verlaten.", "haar verlaten"),
    ],
)
def test_whom_something_was_done_to_owns_nothing(said: str, not_offered: str) -> None:
    assert not_offered not in candidates(said)


def test_two_people_with_en_are_not_cut_apart() -> None:
    assert "hij en zijn broer maken altijd lawaai" in candidates("hij en zijn broer maken altijd lawaai")
