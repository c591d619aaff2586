"""Nouns: de or het, one or many, and what a sentence tells of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import Gender, gender_of, is_noun, is_plural

DE, HET = Gender.DE, Gender.HET


@pytest.mark.parametrize(
    "noun", ["muur", "angst", "toets", "ouderavond", "mentor", "rugzak", "druk", "oppas", "mr"]
)
def test_a_listed_noun_with_de(noun: str) -> None:
    assert gender_of(noun) is DE


@pytest.mark.parametrize(
    "noun", ["gevoel", "verdriet", "rapport", "inloopuur", "contact", "mijnenveld", "huiswerk"]
)
def test_a_listed_noun_with_het(noun: str) -> None:
    assert gender_of(noun) is HET


def test_every_listed_noun_has_one_gender() -> None:
    assert not word_list("de") & word_list("het")
    assert not (word_list("de") | word_list("het")) & word_list("nouns_both")
    assert not word_list("plurals") & (word_list("nouns_infinitives") | word_list("de") | word_list("het"))


def test_the_lists_hold_single_words_in_small_letters() -> None:
    for name in ("de", "het", "plurals", "nouns_infinitives", "nouns_both"):
        assert all(word == word.lower() and " " not in word for word in word_list(name)), name
    assert len(word_list("de")) > 1800
    assert len(word_list("het")) > 700


@pytest.mark.parametrize("noun", ["schoolplein", "broertje", "kwartiertje", "ruzietje", "clubje"])
def test_a_diminutive_takes_het(noun: str) -> None:
    assert gender_of(noun) is HET


@pytest.mark.parametrize("noun", ["kastanje", "franje", "oranje"])
def test_not_every_ending_je_is_a_diminutive(noun: str) -> None:
    assert gender_of(noun) is not HET


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("huisgevoel", HET),
        ("vriendinnengroep", DE),
        ("pubergedrag", HET),
        ("ochtendruzie", DE),
        ("lichaamstaal", DE),
        ("werkplaats", DE),
        ("huiswerkschema", HET),
    ],
)
def test_a_compound_goes_by_its_last_part(noun: str, gender: Gender) -> None:
    assert gender_of(noun) is gender


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("knorrigheid", DE),
        ("uitsloverij", DE),
        ("deportatie", DE),
        ("cynisme", HET),
        ("gemummel", HET),
        ("moderator", DE),
        ("lesgeven", HET),
        ("tegenspreken", HET),
    ],
)
def test_an_ending_tells_the_gender(noun: str, gender: Gender) -> None:
    assert gender_of(noun) is gender


@pytest.mark.parametrize(
    "noun", ["kwakkel", "brol", "doolhof", "heimwee", "stof", "blik", "", "x", "soms", "kwijt"]
)
def test_without_certainty_there_is_no_gender(noun: str) -> None:
    assert gender_of(noun) is None


def test_a_listed_noun_keeps_its_gender_however_it_was_said() -> None:
    assert gender_of("vakantie", "als het vakantie is, slaapt ze uit") is DE
    assert gender_of("school", "op het school plein") is DE
    assert gender_of("meisje", "die meisje uit zijn klas") is HET
    assert gender_of("hulp", "een juf die hulp regelt") is DE


@pytest.mark.parametrize(
    ("noun", "said", "gender"),
    [
        ("doolhof", "Je raakt de weg kwijt in die doolhof van loketten.", DE),
        ("doolhof", "Het is één groot doolhof, en dat hele doolhof moet ik door.", HET),
        ("heimwee", "Die heimwee van hem, elke avond weer.", DE),
        ("gefrummel", "al dat gefrummel aan zijn trui", HET),
        ("brol", "zo'n rare brol heb ik nog nooit gezien", DE),
        ("brol", "het werd een heel raar brol", HET),
        ("brol", "er is geen enkel brol", HET),
        ("brol", "met veel gezellige brol", DE),
        ("brol", "onze brol", DE),
        ("brol", "Elk brol is er één te veel.", HET),
    ],
)
def test_what_stood_before_a_noun_tells_its_gender(noun: str, said: str, gender: Gender) -> None:
    assert gender_of(noun, said) is gender


@pytest.mark.parametrize(
    "said",
    [
        "als het brol is, komt niemand",
        "ik vind het brol",
        "ik denk dat brol erbij hoort",
        "kinderen die brol krijgen",
        "de school geeft ons brol",
        "mijn oude brol",
        "een gouden brol",
        "een eerste brol",
        "een beetje brol",
        "Het maakte brol.",
        "de brol, nee, het brol",
        "Ik zag de. Brol dus.",
    ],
)
def test_what_stood_before_a_noun_may_tell_nothing(said: str) -> None:
    assert gender_of("brol", said) is None


def test_build_and_use_must_not_contradict_each_other() -> None:
    assert gender_of("knorrigheid", "het knorrigheid van opa") is None


@pytest.mark.parametrize(
    "noun",
    "ouders regels ruzies foto's juffen groepjes docenten mentors kinderen muren lessen huizen brieven zorgen"
    " vragen grenzen ideeën moeilijkheden huisregels toetsweken stoffen baby's mensen ouderavonden"
    " terroristen".split(),
)
def test_a_plural(noun: str) -> None:
    assert is_plural(noun) is True
    assert gender_of(noun) is None


@pytest.mark.parametrize(
    "noun",
    "huis les jas basis keuken leven eten jongen deken examen tekening meisje muur stress kans werkplaats"
    " pesten gamen opvoeden dichtklappen koorddansen opbouwen seizoen gezin trots thuis kwijt boos".split(),
)
def test_a_singular(noun: str) -> None:
    assert is_plural(noun) is False


@pytest.mark.parametrize(
    ("noun", "said", "plural"),
    [
        ("dromen", "Mijn dochter heeft dromen.", True),
        ("dromen", "Hij zit maar te dromen.", False),
        ("dromen", "Dat dromen in de klas.", False),
        ("vragen", "Vragen is voor mij lastig.", False),
        ("vragen", "Vragen zijn altijd welkom.", True),
        ("vragen", "We vragen nooit iets.", None),
        ("vragen", "Als we vragen hebben, horen we niks.", True),
        ("zorgen", "Het zorgen houdt nooit op.", False),
        ("zorgen", "Met die zorgen ga ik naar bed.", True),
        ("werken", "Er zijn werken aan de weg.", True),
        ("werken", "Samen werken lukt niet.", False),
        ("rellen", "Vorige week waren er rellen; de rellen bij het plein.", True),
    ],
)
def test_a_form_that_is_plural_and_infinitive_goes_by_its_sentence(
    noun: str, said: str, plural: bool | None
) -> None:
    assert is_plural(noun, said) is plural


def test_an_infinitive_as_a_noun_takes_het() -> None:
    assert gender_of("zorgen", "Het zorgen houdt nooit op.") is HET
    assert gender_of("trekken", "Het is trekken en duwen elke ochtend.") is HET
    assert gender_of("vragen", "We vragen nooit iets.") is None


@pytest.mark.parametrize(
    "word", ["muur", "muren", "school", "groepje", "eenzaamheid", "wachtlijst", "ouders"]
)
def test_a_word_that_is_a_noun(word: str) -> None:
    assert is_noun(word) is True


@pytest.mark.parametrize(
    "word", ["boos", "loopt", "hoop", "werk", "praten", "doorging", "soms", "de", "", "netjes"]
)
def test_a_word_that_may_be_something_else(word: str) -> None:
    assert is_noun(word) is None


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_text_is_too_strange(noun: str, said: str) -> None:
    assert gender_of(noun, said) in {None, DE, HET}
    assert is_plural(noun, said) in {None, True, False}
    assert is_noun(noun) in {None, True}


@given(
    st.sampled_from(sorted(word_list("de") | word_list("het"))),
    st.text(alphabet="abcdefgh ,.'-", max_size=80),
)
def test_what_is_said_never_changes_a_listed_noun(noun: str, said: str) -> None:
    if noun not in word_list("nouns_not"):
        assert gender_of(noun, f"{said} het {noun} de {noun} {said}") is gender_of(noun) is not None
        assert is_plural(noun, said) is False


def test_long_texts_and_long_words_do_no_harm() -> None:
    assert gender_of("muur" * 1250) is None
    assert is_plural("dromen", "we dromen van rust. " * 5000) is None
    assert gender_of("brol", "😀 " * 50_000 + "het brol") is HET
