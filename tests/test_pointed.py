import pytest
from test_fill import asked

from goedgesprek_tui.clean.clause import read_clause
from goedgesprek_tui.clean.words import candidates


@pytest.mark.parametrize(
    "noun", "lijsten kaarten vlekken lessen wensen groepen eisen schermen kampen pillen prikken".split()
)
@pytest.mark.parametrize("pointing", ["die", "deze"])
def test_a_plural_behind_die_is_no_verb(pointing: str, noun: str) -> None:
    said = f"Het is echt lastig, {pointing} {noun}."
    assert asked("nog_iets", f"{pointing} {noun}", said) == f"En is er nog iets over {pointing} {noun}?"
    assert asked("wat_voor", f"{pointing} {noun}", said) == f"En wat voor {noun} zijn dat?"
    assert asked("net_ervoor", f"{pointing} {noun}", said) == f"En wat gebeurt er net voor {pointing} {noun}?"
    assert asked("kan_het", f"{pointing} {noun}", said) == "En kan dat?"


@pytest.mark.parametrize(
    "words",
    [f"die {noun}" for noun in "haast last kast tocht vlucht band post ziekte ruimte warmte liefde".split()]
    + ["dat feest", "dat besluit"],
)
def test_a_singular_behind_die_or_dat_is_no_verb(words: str) -> None:
    noun = words.split()[1]
    assert asked("nog_iets", words, f"{words} is er altijd") == f"En is er nog iets over {words}?"
    assert asked("wat_voor", words, f"{words} is er altijd") == f"En wat voor {noun} is dat?"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("dat helpt", "dat helpt"),
        ("het regent", "het regent"),
        ("die klaagt", "die klaagt"),
        ("je droomt", "je droomt"),
        ("die vlekken gaan er niet uit", "die vlekken er niet uitgaan"),
        ("die haast 's avonds maakt me gek", "die haast 's avonds je gek maakt"),
        ("die lessen maken haar onzeker", "die lessen haar onzeker maken"),
        ("die spellen op de tablet maken hem druk", "die spellen op de tablet hem druk maken"),
        ("die huilt om alles", "die om alles huilt"),
    ],
)
def test_what_is_a_clause_all_the_same(said: str, expected: str) -> None:
    clause = read_clause(said)
    assert clause
    assert clause.subordinate == expected


@pytest.mark.parametrize(
    "said",
    ["die stilte in huis kan ze niet aan", "die kaarten snapt ze niet", "die lijst met namen", "die lijsten"],
)
def test_a_noun_in_front_of_what_may_be_subject_or_object_is_no_clause(said: str) -> None:
    assert read_clause(said) is None


def test_somebody_and_what_they_do_is_quoted() -> None:
    assert asked("nog_iets", "die pesten", "die pesten altijd") == "En is er nog iets over „die pesten”?"
    assert (
        asked("nog_iets", "die fietsen", "ik struikel over die fietsen")
        == "En is er nog iets over die fietsen?"
    )


def test_no_clause_is_cut_off_behind_a_noun_with_dat() -> None:
    assert "kent ze wel" not in candidates("dat gevoel kent ze wel")
