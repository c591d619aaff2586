from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.review.stems import WORD, compared

LINES = (Path(__file__).parent / "cases" / "stems.txt").read_text("utf-8").splitlines()
PAIRS = [line.split() for line in LINES if line[:1] in ("=", "!")]


def same(word: str, other: str) -> bool:
    return not compared(word).stems.isdisjoint(compared(other).stems)


def test_forms_of_one_word_find_each_other_and_other_words_do_not() -> None:
    wrong = [pair for pair in PAIRS if same(*pair[1:3]) != (pair[0] == "=")]
    assert wrong == [pair for pair in PAIRS if pair[3:] == ["x"]]


@pytest.mark.parametrize(
    ("typed", "form"),
    [("Café", "cafe"), ("cafe\u0301", "cafe"), ("FOTO’S", "foto's"), ("ĳs", "ijs"), ("Straße", "strasse")],
)
def test_case_accents_and_apostrophes_do_not_count(typed: str, form: str) -> None:
    assert WORD.fullmatch(typed)
    assert compared(typed).form == form


def test_an_apostrophe_may_be_left_out() -> None:
    assert same("foto’s", "fotos")


def test_a_word_of_hundreds_of_letters_is_only_itself() -> None:
    assert compared("a" * 500).stems == {"a" * 500}


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    for word in [text, *WORD.findall(text)]:
        form, stems = compared(word)
        assert not any(c.isspace() for c in form)
        assert stems
        assert compared(form).form == form
