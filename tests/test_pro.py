from itertools import pairwise

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.clean.pro import Pro, ProKind, order_after, pro_of

TWELVE = {
    "wat_voor", "nog_iets", "waar", "relatie", "wat_gebeurt_met", "zoals_wat",
    "wat_dan", "net_ervoor", "waar_vandaan", "wat_graag", "wat_nodig", "kan_het",
}  # fmt: skip
WORDS = st.sampled_from(
    """
    ik we hij ze het dat wil zou graag hoop niet nooit geen te laat moet alles ruzie stopt en maar , . ? als
    want dan fijn rust meer 😀 's van af
    """.split()
)


def share_right(name: str) -> float:
    found = [(case, str(pro_of(str(case["text"])).kind)) for case in cases(name)]
    right = [kind in (case["pro"], *list(case.get("pro_ok", ()))) for case, kind in found]
    return sum(right) / len(right)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("pro_seen", 0.97),
        ("pro_own", 0.95),
        ("pro_more", 0.95),
        ("pro_sayings", 0.95),
        ("pro_held", 0.93),
    ],
)
def test_most_turns_are_told_apart_as_a_trained_person_would(name: str, least: float) -> None:
    assert share_right(name) >= least


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hij wil zijn jas niet aan.", "P"),
        ("Ze wil liever dat ik niet kom kijken.", "P"),
        ("De directeur wil dat we tekenen.", "P"),
        ("Als ik wil helpen loopt hij boos weg.", "P"),
        ("Ik moet alles twee keer vragen.", "P"),
        ("Straks mist ze de bus weer.", "P"),
        ("Ik mis mijn oude buurt.", "P"),
        ("Ik wil even zeggen dat ik het erg lastig vind.", "P"),
        ("Ik wil wel, maar ik durf niet.", "P"),
        ("Ik ben op.", "P"),
        ("Ik wil me niet gek laten maken.", "R"),
        ("Dat gepest moet stoppen.", "R"),
        ("Minder drukte, dat zou ik fijn vinden.", "R"),
        ("Was hij maar niet zo bang.", "R"),
        ("Het is nu oorlog, ik wil dat dat ophoudt.", "R"),
        ("Meer tijd samen, dat zou ik fijn vinden.", "O"),
        ("Ik wil graag rust, want ik ben zo moe.", "O"),
        ("Nu is het strijd. Ik wil dat we weer lachen.", "O"),
        ("Ik wil erbij zijn. Niet alleen zitten. Erbij.", "O"),
        ("Dat ze mij iets vertelt.", "O"),
        ("De school mag best wat vaker bellen.", "O"),
        ("Ik wilde een tuin en die is er nu.", "other"),
        ("We hadden veel ruzie, maar dat is nu voorbij.", "other"),
        ("Er is geen ruzie meer.", "other"),
        ("Dat is niet erg hoor.", "other"),
        ("Mag ik iets vragen?", "other"),
        ("hoe doen jullie dat thuis", "other"),
        ("Ik kook graag.", "other"),
        ("Bedankt, dit was fijn!", "other"),
        ("Zij sloeg een bladzijde om.", "other"),
        ("Aan de muur hangt een tekening.", "other"),
        ("Hij werkt steeds zelfstandiger.", "other"),
        ("Ze huilt niet meer.", "other"),
        ("Liever niet.", "other"),
        ("Daar wil ik het niet over hebben.", "other"),
        ("Ik wil er niet over praten, het is te pijnlijk.", "other"),
        ("Ik praat er liever niet over, maar ik ben zo bang.", "P"),
        ("Hij wil er niet over praten.", "P"),
        ("Daar is het contact goed en hier is het koud.", "P"),
        ("Hier was het koud, en daar is het contact goed.", "other"),
        ("Het is koud in de gymzaal.", "other"),
        ("Ze sloten haar buiten.", "P"),
        ("Ze slaan me steeds over.", "P"),
        ("We slaan het ontbijt over.", "other"),
        ("Hij wijst me af.", "P"),
        ("Ik ben leeg.", "P"),
        ("Mijn tas is leeg.", "other"),
        ("Het is een mallemolen.", "P"),
        ("Ze zit er altijd tussenin.", "P"),
        ("Ze noemen haar olifant.", "P"),
        ("Ze noemen mij mama.", "other"),
        ("De dokter doet alsof ik gek ben.", "P"),
        ("We wachten al maanden op een plek.", "P"),
        ("De afspraak duurt zo lang.", "P"),
        ("De film duurt een uur.", "other"),
        ("Straks zit ze weer thuis.", "P"),
        ("Straks gaan we zwemmen.", "other"),
        ("Dat zijn onze buren.", "other"),
        ("Dat hij liegt vind ik erg.", "P"),
        ("Dat hij helpt vind ik fijn.", "other"),
        ("Ze hadden ons eerder moeten bellen.", "P"),
        ("Ik had liever een andere klas gekozen.", "P"),
        ("Ik had graag dat hij hielp.", "O"),
        ("Ik snap niet hoe ik dat moet doen.", "P"),
        ("Ik hoop dat ze weer eens lacht.", "O"),
        ("We willen samen praten, ook al is het lastig.", "O"),
        ("Dat zelfvertrouwen moet groeien.", "O"),
        ("Mijn dochter wil alleen met een knuffel naar school.", "P"),
        ("Mijn dochter wil later juf worden.", "other"),
    ],
)
def test_whose_wish_it_is_and_what_stands_in_it_decides(text: str, kind: str) -> None:
    assert pro_of(text).kind == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hij komt te laat en zegt Nooit iets.", ["te laat", "Nooit"]),
        ("Hij komt altijd TE LAAT", ["TE LAAT"]),
        ("Nou, ik wil van dat gezeur af", ["wil", "van dat gezeur af"]),
        ("Ze zit op judo.", []),
        ("Het is veel te duur.", ["veel te duur"]),
        ("Die regel slaat nergens op.", ["slaat nergens op"]),
        ("Het is alsof ik tegen een dikke muur praat.", ["muur"]),
        ("Ik wil er niks over zeggen.", []),
        ("Ik praat er liever niet over, het doet pijn.", []),
    ],
)
def test_the_signals_are_the_words_as_they_stand(text: str, words: list[str]) -> None:
    assert [signal.words for signal in pro_of(text).signals] == words


@pytest.mark.parametrize(
    "text", ["", " ", "😀", "...", "?", "\n\n", "ik", "dat", "ik wil", "zou", "moet", "'s"]
)
def test_a_scrap_of_a_turn_is_no_trouble(text: str) -> None:
    assert pro_of(text).kind in set(ProKind)


@pytest.mark.parametrize(
    "text", ["x" * 5000, "ik wil dat " * 9000, "van af " * 15000, "a" + "?!" * 50000 + "b"]
)
def test_a_very_long_text_is_read_too(text: str) -> None:
    assert isinstance(pro_of(text), Pro)


@given(st.text() | st.lists(WORDS, max_size=25).map(" ".join))
def test_signals_point_at_their_words(text: str) -> None:
    for signal in pro_of(text).signals:
        assert text[signal.start : signal.end] == signal.words != ""


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_signals_stand_apart_and_in_order(text: str) -> None:
    signals = pro_of(text).signals
    assert all(one.end <= other.start for one, other in pairwise(signals))


@given(st.sampled_from(ProKind), st.lists(st.sampled_from(sorted(TWELVE))))
def test_every_order_holds_the_twelve_questions_once_and_no_wish_twice_in_a_row(
    kind: ProKind, asked: list[str]
) -> None:
    order = order_after(kind, asked)
    assert len(order) == 12
    assert set(order) == TWELVE
    assert order[0] != "wat_graag" or asked[-1:] != ["wat_graag"]


@pytest.mark.parametrize(
    ("kind", "first"), [("P", "wat_graag"), ("R", "wat_dan"), ("O", "wat_voor"), ("other", "nog_iets")]
)
def test_each_kind_has_its_own_first_question(kind: str, first: str) -> None:
    assert order_after(ProKind(kind))[0] == first


def test_an_outcome_is_opened_up_before_its_conditions_and_those_before_the_check() -> None:
    assert order_after(ProKind.O, ["wat_voor", "nog_iets"])[0] == "wat_nodig"
    assert order_after(ProKind.O, ["wat_voor", "nog_iets", "wat_nodig"])[0] == "kan_het"


@pytest.mark.parametrize("kind", list(ProKind))
def test_the_inward_questions_come_last(kind: ProKind) -> None:
    assert order_after(kind)[-3:] == ("waar", "waar_vandaan", "zoals_wat")
