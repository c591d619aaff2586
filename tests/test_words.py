from typing import Any

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.clean.clauses import clause_of
from goedgesprek_tui.clean.harm import harm_in
from goedgesprek_tui.clean.tokens import occurs
from goedgesprek_tui.clean.words import MAX_CANDIDATES, candidates

WORDS = st.sampled_from(
    """
    ik we hij ze het een de mijn die dat muur rust druk zo boos moe samen eten praten zegt loopt is vind in
    van over school Bilal adhd hoor gewoon zeg maar , . ? ! 'ja' „kan niet” 😀 's spring-in-'t-veld als en
    """.split()
)
TURNS = st.text() | st.lists(WORDS, max_size=25).map(" ".join)


def offered(text: str) -> list[str]:
    return [words.lower() for words in candidates(text)]


def stands_whole(words: str, text: str) -> bool:
    """Whether the words stand somewhere in the text without a letter or digit right before or behind them."""
    at = text.find(words)
    while at >= 0:
        before, after = text[max(at - 1, 0) : at], text[at + len(words) : at + len(words) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(words, at + 1)
    return False


@pytest.mark.parametrize(
    ("name", "least"), [("words_own", 0.95), ("words_more", 0.95), ("words_living", 0.95)]
)
def test_the_first_stretch_is_mostly_one_that_a_person_would_take(name: str, least: float) -> None:
    tried = cases(name)
    right = [offered(case["text"])[:1] in [[first.lower()] for first in case["first"]] for case in tried]
    assert sum(right) / len(right) >= least


def test_names_fillers_numbers_and_little_words_are_never_offered() -> None:
    wrong = {c["text"]: set(offered(c["text"])) & {w.lower() for w in c["never"]} for c in cases("words_own")}
    assert not {text: words for text, words in wrong.items() if words}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Er zit een dikke muur tussen ons, en ik ben moe.", "een dikke muur"),
        ("Ik zoek rust, ik ben zo verdrietig.", "rust"),
        ("Ik ben verdrietig over dat gesprek.", "verdrietig"),
        ("Ik vind de regels raar, die regels over snoep.", "die regels"),
        ("Ze noemt hem 'een lastpak', dat vind ik wat.", "een lastpak"),
        ("Het is slepen en sjorren.", "slepen en sjorren"),
        ("We willen samen zingen.", "samen zingen"),
        ("Ik bevries.", "Ik bevries"),
        ("Ze kwam stralend thuis van de markt.", "stralend"),
        ("Hij is gepest om zijn bril.", "gepest"),
        ("Wij worden anders behandeld dan de buren.", "anders behandeld"),
        ("Zij krijgt straf bij het hek.", "straf"),
        ("Nu is het strijd. Ik wil weer samen lachen.", "samen lachen"),
        ("De sfeer was goed, bij de juf is het koud.", "koud"),
    ],
)
def test_images_come_before_wishes_before_feelings_before_other_words(text: str, first: str) -> None:
    assert candidates(text)[0] == first


@pytest.mark.parametrize(
    ("text", "first", "never"),
    [
        ("Ik heb geen klachten.", "geen klachten", "klachten"),
        ("Er zijn te veel toetsen.", "te veel toetsen", "toetsen"),
        ("Hij heeft niks leuks te doen.", "niks leuks", "leuks"),
        ("We horen geen enkel bezwaar.", "geen enkel bezwaar", "bezwaar"),
        ("Er is te weinig toezicht.", "te weinig toezicht", "toezicht"),
        ("Hij wil niet meer zwemmen.", "niet meer zwemmen", "zwemmen"),
        ("Ze is nooit uitgenodigd.", "nooit uitgenodigd", "uitgenodigd"),
    ],
)
def test_a_word_of_denial_or_amount_stays_with_its_word(text: str, first: str, never: str) -> None:
    assert candidates(text)[0] == first
    assert never not in candidates(text)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Er is geen rust.", "geen rust", "rust"),
        ("Er is te weinig contact.", "te weinig contact", "contact"),
        ("Ik heb geen tijd, echt geen tijd.", "geen tijd", "tijd"),
    ],
)
def test_what_is_wanted_and_lacks_can_be_asked_on_alone_as_well(text: str, first: str, second: str) -> None:
    found = candidates(text)
    assert found[0] == first
    assert second in found[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Ja, wat moet ik zeggen?",
        "Dat hij geen beurt meer krijgt.",
        "Zij moet kunnen blijven.",
        "Het zou kunnen dat hij het gehad heeft.",
        "Wat kregen ze? Wat mochten ze?",
    ],
)
def test_verbs_that_only_help_others_are_never_offered(text: str) -> None:
    helping = {"moet", "krijgt", "kunnen", "blijven", "zou", "gehad", "heeft", "kregen", "mochten"}
    assert not helping & set(offered(text))


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Ze luistert nooit.", "luistert"), ("Als ik niet kan opnemen, belt ze.", "opnemen")],
)
def test_a_verb_that_is_denied_is_not_offered_alone(text: str, verb: str) -> None:
    assert verb not in offered(text)


def test_what_belongs_to_a_noun_may_stay_with_it() -> None:
    assert {"die brieven", "die brieven van school"} <= set(
        candidates("Ik snap die brieven van school niet.")
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gisteren huilde Yara om een tekening.", "yara"),
        ("mijn dochter fenna heeft een goede band met haar", "fenna"),
        ("Hij heet Storm en dat vindt hij stoer.", "storm"),
        ("Noor heeft een eigen hoekje.", "noor"),
        ("Juf Ilse zegt dat Ilse een kanjer zoekt.", "ilse"),
    ],
)
def test_no_name_of_a_person_is_in_any_stretch(text: str, name: str) -> None:
    assert not [words for words in offered(text) if name in words.split()]


@pytest.mark.parametrize("word", ["adhd", "autisme", "dyslexie", "trut"])
def test_no_disorder_and_no_insult_is_in_any_stretch(word: str) -> None:
    assert not [words for words in offered(f"Door die {word} is er zoveel onrust in huis.") if word in words]
    assert "onrust" in offered(f"Door die {word} is er zoveel onrust in huis.")


def test_a_language_keeps_its_capital_and_is_no_name() -> None:
    assert "mijn Nederlands" in candidates("Ik schaam me voor mijn Nederlands.")


def test_the_last_clause_is_offered_but_not_first() -> None:
    assert (
        candidates("Er is ruzie over de was en hij luistert niet naar mij.").index(
            "hij luistert niet naar mij"
        )
        == 2
    )


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Als de telefoon gaat, bevries ik.", "bevries ik"),
        ("Ja maar ik loop op eieren als het rapport komt, hoor.", "ik loop op eieren"),
        ("Ze praten en wij zwijgen.", "wij zwijgen"),
        ("Hij krijgt straf, volgens mij is de groep te vol.", "Hij krijgt straf"),
        ("hij krijgt straf volgens mij is de groep te vol", "hij krijgt straf"),
        ("Zij werkt laat, op vrijdag is ze thuis.", "op vrijdag is ze thuis"),
        ("Ik zie hem lachen als hij zwemt.", "Ik zie hem lachen"),
        ("Ze bellen alleen als het misgaat.", "Ze bellen alleen als het misgaat"),
        ("Mijn man en ik maken steeds ruzie.", "Mijn man en ik maken steeds ruzie"),
        ("Ik wil dat hij thuiskomt.", "Ik wil dat hij thuiskomt"),
        ("Hij zwijgt. Dat is alles.", "Hij zwijgt"),
        ("Wat vind jij?", None),
        ("Altijd die herrie.", None),
        ("", None),
        ("Ik heb " + "heel " * 12 + "veel gedoe.", None),
    ],
)
def test_the_last_main_clause_is_found_without_what_hangs_on_it(text: str, clause: str | None) -> None:
    assert clause_of(text) == clause


@pytest.mark.parametrize("case", cases("words_harm"), ids=lambda case: case["text"])
def test_harm_is_heard_and_what_only_sounds_like_it_is_not(case: dict[str, Any]) -> None:
    assert bool(harm_in(case["text"])) == case["harm"]


def test_where_there_is_harm_nothing_is_offered() -> None:
    assert harm_in("Er is een muur, en Hij SLAAT mij.") == "SLAAT"
    assert candidates("Er is een muur, en hij slaat mij.") == ()


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("De Muur", "Het is de muur.", "de muur"),
        ("  rust ", "Rust, graag", "Rust"),
        ("druk", "rust", None),
        ("", "rust", None),
        ("a.b", "axb", None),
    ],
)
def test_words_are_found_as_they_stand(words: str, text: str, found: str | None) -> None:
    assert occurs(words, text) == found


@given(TURNS)
def test_every_stretch_stands_in_the_text_and_cuts_no_word(text: str) -> None:
    assert all(stands_whole(words, text) for words in candidates(text))


@given(TURNS)
def test_stretches_are_few_differ_and_begin_and_end_with_a_word(text: str) -> None:
    found = candidates(text)
    assert len(found) <= MAX_CANDIDATES
    assert len({words.casefold() for words in found}) == len(found)
    assert all(words[-1].isalnum() and (words[0].isalnum() or words[0] in "'’") for words in found)


@given(TURNS)
def test_a_clause_is_short_and_stands_in_the_text(text: str) -> None:
    clause = clause_of(text)
    assert clause is None or (stands_whole(clause, text) and len(clause.split()) <= 14)


@given(TURNS)
def test_a_word_of_harm_stands_in_the_text_and_takes_all_away(text: str) -> None:
    harm = harm_in(text)
    assert harm is None or (harm in text and candidates(text) == ())


@pytest.mark.parametrize(
    "text", ["x" * 5000, "woord " * 15000, "'a " * 20000, "slaat " * 15000, "een muur, " * 9000]
)
def test_a_very_long_text_is_read_too(text: str) -> None:
    assert len(candidates(text)) <= MAX_CANDIDATES
