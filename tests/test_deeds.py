import pytest
from conftest import QUESTIONS
from test_fill import asked

from goedgesprek_tui.asking import all_on
from goedgesprek_tui.clean.deeds import read_deed
from goedgesprek_tui.clean.stretch import Stretch
from goedgesprek_tui.clean.tokens import tokens

DEEDS = """
zijn jas aan te trekken => zijn jas aantrekken
haar niet op te bellen => haar niet opbellen
om hulp te vragen => hulp vragen
vol te houden => volhouden
om door te zetten => doorzetten
kalm te reageren => kalm reageren
te wachten op antwoord => wachten op antwoord
niet naar zwemles te gaan => niet naar zwemles gaan
een middag helpen in de klas => een middag helpen in de klas
een kopje thee met hem drinken => een kopje thee met hem drinken
het formulier invullen => het formulier invullen
mijn best doen => je best doen
samen eten => samen eten
mijn dochter beschermen => je dochter beschermen
"""
NO_DEEDS = (
    "de oude boeken",
    "mijn lieve kinderen",
    "een paar vragen",
    "trekken en duwen",
    "moeite met lezen",
    "het pesten",
    "haar vragen",
    "de moed om hulp te vragen",
    "te veel",
    "te laat",
    "malen",
)


@pytest.mark.parametrize("line", DEEDS.strip().splitlines())
def test_te_and_om_fall_away_and_the_halves_of_a_verb_are_joined(line: str) -> None:
    words, expected = line.split(" => ")
    deed = read_deed(tokens(words), words, "je")
    assert deed
    assert deed.said == expected
    assert Stretch(words, f"ik probeer {words}").clause is None


@pytest.mark.parametrize("words", NO_DEEDS)
def test_a_noun_in_en_is_no_deed(words: str) -> None:
    assert read_deed(tokens(words), words, "je") is None


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("nog_iets", "kalm te blijven", "En is er nog iets over dat kalm blijven?"),
        ("nog_iets", "hem op te halen", "En is er nog iets over „hem op te halen”?"),
        ("nog_iets", "niks te zeggen", "En is er nog iets over dat niks zeggen?"),
        ("nog_iets", "een brief schrijven", "En is er nog iets over „een brief schrijven”?"),
        ("nog_iets", "een kop thee", "En is er nog iets over „een kop thee”?"),
        ("wat_voor", "kalm te blijven", "En wat voor kalm blijven is dat?"),
        ("wat_voor", "samen fietsen", "En wat voor samen fietsen is dat?"),
        ("wat_voor", "hem op te halen", None),
        ("wat_voor", "een brief schrijven", None),
        ("wat_voor", "steun vragen", None),
        ("wat_voor", "al die brieven", "En wat voor brieven zijn dat?"),
        ("nog_iets", "de angst te zakken", "En is er nog iets over de angst te zakken?"),
        ("nog_iets", "hem een kus geven", "En is er nog iets over „hem een kus geven”?"),
        ("net_ervoor", "hun gamen", "En wat gebeurt er net voor „hun gamen”?"),
        ("wat_voor", "op eieren lopen", "En wat voor op eieren lopen is dat?"),
        ("wat_voor", "op mijn tenen lopen", "En wat voor op je tenen lopen is dat?"),
        ("wat_voor", "een kop thee", "En wat voor kop thee is dat?"),
        ("nog_iets", "een half uur rust", "En is er nog iets over „een half uur rust”?"),
        ("wat_voor", "erbij horen", "En wat voor erbij horen is dat?"),
        ("wat_voor", "een avond uitslapen", None),
        ("wat_voor", "mijn moeder verzorgen", None),
        ("wat_voor", "van die angst af", None),
        ("wat_voor", "ze noemen haar olifant", None),
        ("wat_voor", "hij bederft de avond", None),
        ("wat_voor", "we halen hem op", None),
        ("wat_voor", "de pan kookt over", "En wat voor overkoken is dat?"),
        ("wat_voor", "hij straalt helemaal", "En wat voor helemaal stralen is dat?"),
        ("net_ervoor", "hem op te halen", "En wat gebeurt er net voor „hem op te halen”?"),
        ("wat_dan", "hem op te halen", "En wanneer hem ophalen, wat gebeurt er dan?"),
        ("wat_dan", "een brief schrijven", "En wanneer een brief schrijven, wat gebeurt er dan?"),
        ("kan_het", "hem op te halen", "En kan dat?"),
        ("zoals_wat", "niemand helpt mij", "En dat is „niemand helpt mij” zoals wat?"),
    ],
)
def test_a_deed_stands_where_it_can_and_is_quoted_elsewhere(
    question: str, words: str, expected: str | None
) -> None:
    assert asked(question, words) == expected


def test_what_goes_with_a_verb_of_wanting_is_no_clause_of_its_own() -> None:
    said = "Ik wil mijn ouders helpen."
    assert asked("wat_nodig", "mijn ouders helpen", said) == "En wat is er nodig voor „mijn ouders helpen”?"
    assert Stretch("mijn ouders helpen", "Fijn, mijn ouders helpen.").clause


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik wil mijn dochter helpen met lezen.", "En wat is er nodig voor „mijn dochter helpen met lezen”?"),
        ("Ik zou graag met de meester praten.", "En wat is er nodig voor „met de meester praten”?"),
        ("Het liefst zou ik gewoon slapen.", "En wat is er nodig voor dat slapen?"),
        ("We willen dat de juf ons mailt.", "En wat moet er gebeuren zodat de juf jullie mailt?"),
        ("Ik hoop dat die onrust minder wordt.", "En wat moet er gebeuren zodat die onrust minder wordt?"),
    ],
)
def test_what_is_wished_is_asked_on_as_a_deed_or_a_clause(said: str, expected: str) -> None:
    assert expected in {made.text for made in all_on(said, "", QUESTIONS)}
