import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.english import ENGLISH
from goedgesprek_tui.clean.rating.language import Language
from goedgesprek_tui.clean.rating.sentences import sentences


def new_words(said: str, asked: str, language: Language = DUTCH, topic: str = "") -> list[str]:
    """Return the words of a question that the speaker did not say."""
    words = [word for sentence in sentences(asked) for word in sentence.words]
    return [word.low for word in Spoken(language, [said], topic).unsaid(words)]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("hij begon te huilen", "huilt begint"),
        ("ik zag het meteen aan haar gezicht", "gezicht zien"),
        ("mijn hoofd zit vol", "dat volle hoofd"),
        ("zij slaat dicht bij een dictee", "dichtslaan dichtgeslagen"),
        ("hij is helemaal dichtgeslagen", "slaat hij dicht"),
        ("ze haakt elke week af", "dat afhaken, afgehaakt"),
        ("alles loopt in de soep", "loopt in de soep"),
        ("we ruimen samen zijn kamer op", "het opruimen van die kamer"),
        ("ik ben boos", "je boosheid, boze"),
        ("het is druk in de gang", "die drukte in gangen"),
        ("ze kreeg een stickertje", "stickertjes sticker"),
        ("de ouderavond was kort", "die avond"),
        ("op een avond", "een ouderavond"),
        ("ons kind eet niet mee", "jullie kind, meeëten"),
        ("mijn broer belt me", "je broer belt jou"),
        ("dat gevoel van toen", "hoe voelt het gevoel"),
        ("ik word er moedeloos van", "moedeloze"),
        ("hij heeft gezwegen", "zwijgen zwijgt"),
        ("we hebben dríé brieven gekregen", "brief"),
        ("ze appt met d'r vriendinnen", "appen vriendin"),
        ("ik ben zo vermoied", "vermoeid"),
        ("ik ben zo vermoeid", "vermoied"),
        ("hij las voor", "voorlezen lezen"),
        ("de foto's van de klas", "foto"),
    ],
)
def test_another_form_of_what_was_said_is_not_new(said: str, asked: str) -> None:
    assert new_words(said, asked) == []


@pytest.mark.parametrize(
    ("said", "asked", "new"),
    [
        ("ik ben moe", "moedig", ["moedig"]),
        ("er is rust in huis", "onrust", ["onrust"]),
        ("we gaan naar school", "de schoorsteen", ["schoorsteen"]),
        ("hij eet niet", "vergeten", ["vergeten"]),
        ("mijn moeder belt", "moed", ["moed"]),
        ("hij is stil", "bang en stil", ["bang"]),
        ("we hebben huiswerk", "de telefoon", ["telefoon"]),
    ],
)
def test_a_word_that_only_looks_like_what_was_said_is_new(said: str, asked: str, new: list[str]) -> None:
    assert new_words(said, asked) == new


def test_a_topic_counts_as_said_and_so_do_ten_turns_only() -> None:
    assert new_words("ja", "huiswerk", topic="Huiswerk en leren") == []
    (sentence,) = sentences("de trap")
    turns = ["de trap", *["ja"] * 10]
    assert [word.low for word in Spoken(DUTCH, turns, "").unsaid(sentence.words)] == ["trap"]
    assert Spoken(DUTCH, turns[:10], "").unsaid(sentence.words) == []


def test_english_words_are_found_in_their_forms() -> None:
    assert new_words("she shuts down and went home", "shutting down, going, shut", ENGLISH) == []
    assert new_words("the children's meetings", "the meeting of your child", ENGLISH) == []
    assert new_words("she is tired", "angry", ENGLISH) == ["angry"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("ik ben zo boos", "kwaad"),
        ("altijd ruzie", "conflict"),
        ("ik zoek rust", "kalmte"),
    ],
)
def test_a_synonym_is_new_and_known_for_what_was_said(said: str, asked: str) -> None:
    (sentence,) = sentences(asked)
    spoken = Spoken(DUTCH, [said], "")
    assert spoken.unsaid(sentence.words)
    assert spoken.synonym(sentence.words[0]) in said.split()


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Liever niet.", True),
        ("nee liever even geen vragen", True),
        ("Daar wil ik het niet over hebben.", True),
        ("stop maar", True),
        ("Laat maar.", True),
        ("Ik wil alleen luisteren.", True),
        ("Hij wil liever niet dat ik meega naar school.", False),
        ("Ik wil dat het stopt.", False),
        ("Ik wil niet dat hij ruzie maakt.", False),
        ("Hij stopt met voetbal.", False),
    ],
)
def test_only_who_wants_no_question_asks_for_rest(said: str, asked: bool) -> None:
    assert Spoken(DUTCH, ["Er is ruzie.", said], "").asked_for_rest is asked


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_was_said_is_never_new(front: str, words: str) -> None:
    assert new_words(f"{front} {words}", words) == []
