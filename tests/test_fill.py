import re
from collections import Counter

import pytest
from cases import Case, cases, normalised
from conftest import QUESTIONS
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.fill import SLOT, addressed, best_form, fill
from goedgesprek_tui.clean.pronouns import PLURAL, TURNED, Address
from goedgesprek_tui.clean.stretch import Stretch, stretches
from goedgesprek_tui.clean.tokens import low_words

FORMS = {question.id: question.forms for question in QUESTIONS}
WITHOUT_GRAMMAR = "wat_voor nog_iets waar relatie zoals_wat waar_vandaan".split()


def asked(question: str, words: str, said: str = "", address: Address = "je") -> str | None:
    """Return a question on words of what was said; `x / y` are two stretches."""
    stretch = [Stretch(part.strip(), said or words, address) for part in words.split(" / ")]
    forms = [addressed(form, address) for form in FORMS[question]]
    return best_form(forms, *stretch)


def verdict(case: Case) -> str:
    made = asked(case["question_id"], case["chosen_words"], case["said"]) or ""
    short = re.sub(r"^en wanneer [^,]*, ", "", made, flags=re.IGNORECASE)
    compared = normalised(short if case["question_id"] in WITHOUT_GRAMMAR else made)
    if compared in map(normalised, case["expected"]):
        return "right"
    if compared in map(normalised, case.get("doubtful", ())):
        return "doubtful"
    return "quoted" if "„" in made else "wrong"


@pytest.mark.parametrize(
    ("name", "at_least"), [("fill_seen", 0.97), ("fill_look", 0.97), ("fill_held", 0.92)]
)
def test_questions_are_filled_as_a_trained_person_would(name: str, at_least: float) -> None:
    verdicts = Counter(map(verdict, cases(name)))
    assert verdicts["right"] >= at_least * (verdicts["right"] + verdicts["wrong"]), verdicts
    assert verdicts["quoted"] <= 0.1 * verdicts.total()


@pytest.mark.parametrize(
    ("question", "words", "said", "expected"),
    [
        ("wat_voor", "angst", "Er zit zoveel angst in hem.", "En wat voor angst is dat?"),
        ("wat_voor", "angsten", "Ze heeft veel angsten.", "En wat voor angsten zijn dat?"),
        ("wat_voor", "mijn angsten", "", "En wat voor angsten zijn dat?"),
        ("wat_voor", "een hoge drempel", "", "En wat voor hoge drempel is dat?"),
        ("wat_voor", "veel onrust", "", "En wat voor onrust is dat?"),
        ("wat_voor", "uitgeput", "Ik ben uitgeput.", "En wat voor uitgeput is dat?"),
        ("wat_voor", "ik loop vast", "", "En wat voor vastlopen is dat?"),
        ("nog_iets", "een hoge drempel", "", "En is er nog iets over die hoge drempel?"),
        ("nog_iets", "een vreemd gevoel", "", "En is er nog iets over dat vreemde gevoel?"),
        ("nog_iets", "de gang op school", "", "En is er nog iets over de gang op school?"),
        ("nog_iets", "onze dochter", "", "En is er nog iets over jullie dochter?"),
        ("nog_iets", "een flubberdebap", "", "En is er nog iets over „een flubberdebap”?"),
        ("nog_iets", "ik weet het niet", "", "En is er nog iets over „ik weet het niet”?"),
        ("waar", "de spullen", "Waar blijven de spullen.", "En waar zijn de spullen?"),
        ("waar_vandaan", "die grapjes", "", "En waar komen die grapjes vandaan?"),
        ("zoals_wat", "een storm", "", "En dat is een storm zoals wat?"),
        ("net_ervoor", "de ruzie", "", "En wat gebeurt er net voor de ruzie?"),
        ("net_ervoor", "ze slaat dicht", "", "En wat gebeurt er net voordat ze dichtslaat?"),
        ("wat_nodig", "we praten rustig", "", "En wat moet er gebeuren zodat jullie rustig praten?"),
        ("wat_nodig", "rust", "Ik wil rust.", "En wat is er nodig voor die rust?"),
        ("kan_het", "we lachen weer samen", "", "En kunnen jullie weer samen lachen?"),
        ("kan_het", "hij komt vrolijk thuis", "", "En kan hij vrolijk thuiskomen?"),
        ("kan_het", "ik slaap door", "", "En kun je doorslapen?"),
        ("kan_het", "rust", "", "En kan dat?"),
        ("relatie", "slaap / angst", "", "En is er een relatie tussen die slaap en die angst?"),
        (
            "wat_gebeurt_met",
            "hij gamet / zijn slaap",
            "",
            "En wanneer hij gamet, wat gebeurt er met zijn slaap?",
        ),
    ],
)
def test_the_grammar_that_dutch_needs_and_only_that(
    question: str, words: str, said: str, expected: str
) -> None:
    assert asked(question, words, said) == expected


def test_a_clause_told_in_the_past_is_asked_on_in_the_past() -> None:
    assert asked("wat_dan", "ik zei niks") == "En toen je niks zei, wat gebeurde er toen?"


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("wat_dan", "ik schrok ervan", "En toen je ervan schrok, wat gebeurde er toen?"),
        ("wat_dan", "toen werd hij stil", "En toen hij stil werd, wat gebeurde er toen?"),
        ("wat_dan", "vroeger was het rustig", "En toen het vroeger rustig was, wat gebeurde er toen?"),
        ("wat_dan", "ze vergat altijd alles", "En wanneer ze altijd alles vergat, wat gebeurde er dan?"),
        ("net_ervoor", "ik kreeg een boete", "En wat gebeurde er net voordat je een boete kreeg?"),
        ("wat_graag", "ik kreeg een boete", "En wat zou je graag willen dat er gebeurt?"),
        ("wat_nodig", "we lachten samen", None),
        ("kan_het", "we lachten samen", None),
    ],
)
def test_what_is_asked_of_now_is_not_mixed_with_the_past(
    question: str, words: str, expected: str | None
) -> None:
    assert asked(question, words) == expected


def test_what_was_only_wished_was_not_told() -> None:
    said = "Ik wou dat ze wat vaker belde."
    assert (
        asked("wat_dan", "ze wat vaker belde", said) == "En wanneer „ze wat vaker belde”, wat gebeurt er dan?"
    )


def test_a_script_with_u_gets_u_and_uw() -> None:
    assert asked("nog_iets", "mijn zorgen", address="u") == "En is er nog iets over uw zorgen?"
    assert asked("wat_graag", "ik schaam me", address="u") == (
        "En wanneer u zich schaamt, wat zou u graag willen dat er gebeurt?"
    )


def test_what_cannot_be_asked_is_left_out() -> None:
    assert asked("wat_voor", "geen rust") is None
    assert asked("wat_voor", "ik zie hem elke dag verdrietiger worden") is None
    assert best_form(["En is er een relatie tussen {X} en {Y}?"], Stretch("rust")) is None


def test_a_slot_without_words_shows_as_an_ellipsis() -> None:
    assert fill("En wat voor {X} is dat?", None) == "En wat voor … is dat?"


def test_a_stretch_is_marked_by_its_first_letters() -> None:
    assert stretches("mijn", "Mijn zoon praat niet.") == [
        "Mijn",
        "Mijn zoon",
        "Mijn zoon praat",
        "Mijn zoon praat niet",
    ]
    assert stretches("meisje", "Mijn zoon praat niet.") == []


# --- for any words ------------------------------------------------------------------------------

SOME_WORDS = st.sampled_from(
    """
    ik jij hij ze we wij het dat er mijn onze zijn de een geen die niet nooit altijd zo weer thuis op over
    van met bij school zoon dochter ruzie gevoel muur zorgen kinderen rust druk praten praat loop loopt komt
    vast dicht boos moe bang heb heeft ben is wil kan moet zit zegt ging was gehad gezegd te om maar en als
    """.split()
)
ANY_WORDS = st.one_of(st.lists(SOME_WORDS, min_size=1, max_size=9).map(" ".join), st.text(max_size=60))
MAY_MOVE = (
    closed.DETERMINERS
    | closed.SUBJECTS
    | closed.CONNECTORS
    | closed.FILLERS
    | set(PLURAL)
    | set(TURNED["je"])
) | {word for phrase in closed.FILLER_PHRASES for word in phrase}


@given(st.sampled_from(sorted(FORMS)), ANY_WORDS, ANY_WORDS, st.sampled_from(["je", "u"]))
def test_a_question_is_made_of_the_chosen_words(question: str, x: str, y: str, address: Address) -> None:
    one, two = Stretch(x, x, address), Stretch(y, y, address)
    for made in (best_form(FORMS[question], one), best_form(FORMS[question], one, two)):
        assert made is None or not SLOT.search(made) or SLOT.search(x + y)
    made = best_form(FORMS[question], one)
    if made is None or one.quoted in made or "kan dat" in made:
        return
    said = low_words(made)
    for word in low_words(x):
        grammar_moves_it = word in MAY_MOVE or one.clause or one.verb or one.deed
        assert grammar_moves_it or any(_same(word, other) for other in said)


@given(ANY_WORDS, st.sampled_from(["nog_iets", "relatie", "waar", "waar_vandaan"]))
def test_words_that_are_no_clause_keep_their_order(words: str, question: str) -> None:
    stretch = Stretch(words, words)
    made = best_form(FORMS[question], stretch)
    if made is None or stretch.clause or stretch.verb or stretch.deed or stretch.quoted in made:
        return
    kept = [word for word in low_words(words) if word not in MAY_MOVE]
    said = iter(low_words(made))
    assert all(any(_same(word, other) for other in said) for word in kept)


def _same(word: str, other: str) -> bool:
    """Return whether a word was kept, an ending of -e apart: `raar` in `dat rare gevoel`."""
    return word == other or (other.endswith("e") and word[:2] == other[:2])


@given(st.text())
def test_no_text_makes_the_engine_raise(text: str) -> None:
    for forms in FORMS.values():
        best_form(forms, Stretch(text, text), Stretch(text, text))
