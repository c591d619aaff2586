"""What is offered is whole: with its denial, its adjective, and without what only strengthens."""

import pytest

from goedgesprek_tui.clean.harm import harm_in
from goedgesprek_tui.clean.words import candidates


def offered(said: str) -> list[str]:
    return [words.lower() for words in candidates(said)]


@pytest.mark.parametrize(
    ("said", "not_offered"),
    [
        ("Ik schrik me dood van die rekening.", "dood"),
        ("We lachen ons suf.", "suf"),
        ("Hij verveelt zich rot in de klas.", "rot"),
        ("We houden ons hart vast.", "ons hart"),
        ("Ze maakt zich druk om haar haar.", "druk"),
        ("Laat hem nou eens met rust.", "rust"),
        ("Het is echt klote met die boetes.", "klote"),
        ("Ik heb er niets van begrepen.", "begrepen"),
        ("Das echt jammer van die reis.", "das"),
        ("Ze is geen probleem, ze is mijn dochter.", "geen probleem"),
    ],
)
def test_what_only_strengthens_or_says_the_reverse_is_not_offered(said: str, not_offered: str) -> None:
    assert not_offered not in offered(said)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Ze worden niet serieus genomen.", "niet serieus genomen"),
        ("Ik voel me niet begrepen.", "niet begrepen"),
        ("Hij wil andere schoenen.", "andere schoenen"),
        ("We willen nieuwe afspraken.", "nieuwe afspraken"),
        ("Dat zijn twee gezichten.", "twee gezichten"),
        ("Ik wil erbij horen.", "erbij horen"),
        ("We hebben ons erbij neergelegd.", "erbij neergelegd"),
        ("Die buurvrouw is goud waard.", "goud waard"),
        ("Ze trekt aan een dood paard.", "een dood paard"),
    ],
)
def test_what_belongs_together_is_offered_whole(said: str, first: str) -> None:
    assert offered(said)[0] == first


def test_a_blow_is_heard_and_a_letter_that_feels_like_a_threat_is_none() -> None:
    assert harm_in("Hij kreeg een tik van zijn vader.")
    assert not harm_in("Die rekening voelt als een dreigbrief.")
    assert harm_in("Ik kreeg een dreigbrief.")
