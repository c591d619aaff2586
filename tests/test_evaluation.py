from conftest import SCRIPT
from hypothesis import example, given
from hypothesis import strategies as st

from goedgesprek_tui.evaluation import GENERAL, answered, evaluation_questions, field_of, understood
from goedgesprek_tui.models import Phase, Question, Tally

COUNTED = Question(text="Kom je weer: ja, misschien of nee?")
ONE_WORD = Question(text="Hoe was het, in één woord?")
NOTHING = Tally(question=COUNTED.text)


def test_the_questions_that_can_be_counted_come_from_the_script() -> None:
    assert [q.text for q in evaluation_questions(SCRIPT)] == [q.text for q in SCRIPT.phases[-1].questions]


def test_a_script_without_an_evaluation_gets_two_general_questions() -> None:
    script = SCRIPT.model_copy(update={"phases": (Phase(title="Nu", minutes=5),)})
    assert evaluation_questions(script) == GENERAL
    assert GENERAL[0].choices
    assert GENERAL[1].wants_one_word


def test_counts_are_understood_with_and_without_names() -> None:
    assert answered(COUNTED, NOTHING, "7 2 0").counts == (("ja", 7), ("misschien", 2), ("nee", 0))
    assert answered(COUNTED, NOTHING, "ja 7, nee 2").counts == (("ja", 7), ("nee", 2))
    assert understood(COUNTED, "7 2 0") == "ja 7, misschien 2, nee 0"
    assert understood(COUNTED, "") == "hoe vaak ja, misschien en nee; typ zo: 7 2 0"


def test_a_sentence_instead_of_counts_is_kept_as_a_remark_until_there_are_counts() -> None:
    first = answered(COUNTED, NOTHING, "bijna iedereen")
    assert first.remarks == ("bijna iedereen",)
    assert field_of(COUNTED, first) == "bijna iedereen"
    then = answered(COUNTED, first, "8 1 0")
    assert (then.remarks, field_of(COUNTED, then)) == ((), "8 1 0")


def test_remarks_that_stood_there_stay_when_the_counts_change() -> None:
    before = Tally(question=COUNTED.text, counts=(("ja", 3),), remarks=("Graag vaker.",))
    assert answered(COUNTED, before, "4 0 0").remarks == ("Graag vaker.",)
    assert answered(COUNTED, before, "veel").remarks == ("veel", "Graag vaker.")


def test_an_emptied_line_empties_the_answer() -> None:
    assert answered(COUNTED, answered(COUNTED, NOTHING, "7 2 0"), " ") == NOTHING
    assert answered(ONE_WORD, Tally(question=ONE_WORD.text, words=("fijn",)), "").words == ()


def test_any_words_are_kept_also_longer_ones() -> None:
    words = answered(ONE_WORD, Tally(question=ONE_WORD.text), "fijn, te kort, heel erg gezellig met koffie")
    assert words.words == ("fijn", "te kort", "heel erg gezellig met koffie")
    assert understood(ONE_WORD, "fijn, te kort") == "2 woorden"


@given(st.sampled_from([COUNTED, ONE_WORD]), st.text(max_size=30))
@example(ONE_WORD, ".\t0")
def test_a_stored_line_comes_back_with_the_same_meaning(question: Question, typed: str) -> None:
    tally = answered(question, Tally(question=question.text), typed)
    assert answered(question, tally, field_of(question, tally)) == tally


@given(st.text(alphabet="abc ,;/.1", min_size=1, max_size=30))
def test_no_letter_or_digit_of_a_line_is_lost(typed: str) -> None:
    tally = answered(ONE_WORD, Tally(question=ONE_WORD.text), typed)
    kept = [c for word in tally.words for c in word if c.isalnum()]
    assert kept == [c for c in typed if c.isalnum()]
