from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.text import count, fold, nearest, one_line, printable, shortened


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.text())
def test_what_is_cleaned_can_be_written_as_utf_8_and_holds_no_control_characters(text: str) -> None:
    cleaned = printable(text)
    cleaned.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\t\n" or 127 <= ord(c) < 160 for c in cleaned)


def test_terminal_commands_go_and_their_words_stay() -> None:
    assert printable("\x1b[31mrood\x1b[0m \x1b]0;titel\x07gewoon\x1b") == "rood gewoon"


def test_an_escape_that_appears_when_another_goes_is_taken_as_well() -> None:
    assert "\x1b" not in printable("\x1b\x1b[0m[31mrood")


def test_sequences_that_hold_one_another_cost_no_more_than_their_length() -> None:
    assert printable("\x9b" * 200_000 + "m" * 200_000).strip("m") == ""


def test_emoji_accents_and_right_to_left_text_stay_as_typed() -> None:
    said = "👩‍👧 e\u0301én مرحبا \u200fתודה ĳs"
    assert printable(said) == said


def test_bidi_overrides_go_because_they_run_past_a_quote() -> None:
    assert printable("a\u202eb\u2066c") == "abc"


def test_a_paste_of_lines_becomes_one_line() -> None:
    assert one_line("een\r\ntwee\rdrie\nvier") == "een twee drie vier"


def test_names_are_compared_without_case_accents_and_hyphens() -> None:
    assert fold("  Één-op-ÉÉN  gesprek ") == fold("een op een-gesprek")


def test_a_mistyped_word_finds_its_name() -> None:
    assert nearest("volgend", ["vorige", "volgende"]) == "volgende"
    assert nearest("xyzzy", ["vorige", "volgende"]) is None


@given(st.text(max_size=200), st.integers(min_value=2, max_value=80))
def test_a_shortened_text_fits(text: str, length: int) -> None:
    assert len(shortened(text, length)) <= length


def test_a_number_comes_with_its_noun() -> None:
    assert [count(n, "notitie", "notities") for n in (0, 1, 2)] == [
        "geen notities",
        "1 notitie",
        "2 notities",
    ]
