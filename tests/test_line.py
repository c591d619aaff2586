import pytest
from conftest import TOPICS
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.line import SHORT_FORMS, read_counts, read_line, read_words
from goedgesprek_tui.models import NoteKind

CHOICES = ("ja", "een beetje", "nee")


@pytest.mark.parametrize(("short", "kind"), SHORT_FORMS.items())
def test_a_kind_is_set_by_its_short_form_or_its_name(short: str, kind: NoteKind) -> None:
    for name in (short, short.upper(), kind.value, kind.value.title()):
        line = read_line(f"{name}: meer gym", TOPICS)
        assert (line.kind, line.text) == (kind, "meer gym")


def test_without_a_kind_a_line_is_a_quote() -> None:
    assert read_line("Ze zei: kom maar", TOPICS).kind is NoteKind.QUOTE
    assert read_line("Ze zei: kom maar", TOPICS).text == "Ze zei: kom maar"


def test_a_topic_at_an_end_leaves_the_text_and_inside_only_loses_its_sign() -> None:
    line = read_line("#mbo Zijn #huiswerk blijft liggen #veiligheid-en-pesten", TOPICS)
    assert line.text == "Zijn huiswerk blijft liggen"
    assert line.topics == ("mbo", "huiswerk", "veiligheid-pesten")


def test_a_topic_is_known_by_id_name_and_older_name_with_accents_and_case_folded() -> None:
    for tag in ("schooladvies-doorstroomtoets", "Schooladvies-en-Doorstroomtoets", "Eíndtoets"):
        assert read_line(f"Te vroeg #{tag}", TOPICS).topics == ("schooladvies-doorstroomtoets",)


def test_the_older_name_of_the_first_topic_is_kept_as_heading() -> None:
    assert read_line("Te vroeg #eindtoets", TOPICS).heading == "eindtoets"
    assert read_line("Te vroeg #mbo #eindtoets", TOPICS).heading == ""


def test_a_word_that_names_no_topic_stays_and_is_told() -> None:
    line = read_line("Dat is #onzin hoor", TOPICS)
    assert (line.text, line.unknown, line.topics) == ("Dat is #onzin hoor", ("onzin",), ())


def test_a_fourth_topic_stays_in_the_text() -> None:
    line = read_line("Zin #mbo #huiswerk #eindtoets #veiligheid-pesten", TOPICS)
    assert line.topics == ("mbo", "huiswerk", "schooladvies-doorstroomtoets")
    assert line.text == "Zin mbo huiswerk eindtoets #veiligheid-pesten"
    assert line.surplus == ("veiligheid-pesten",)


def test_a_hash_inside_a_word_is_no_topic() -> None:
    assert read_line("C#mbo en 3 #", TOPICS).text == "C#mbo en 3 #"


def test_a_slash_starts_a_command_and_two_store_a_slash() -> None:
    assert (read_line("/fase 3", TOPICS).command, read_line("/fase 3", TOPICS).text) == ("fase", "3")
    assert read_line("//fase 3", TOPICS).text == "/fase 3"
    assert read_line("//w: x #mbo", TOPICS).topics == ()


@given(st.text())
def test_any_line_can_be_read(text: str) -> None:
    read_line(text, TOPICS)


@given(st.text(alphabet="abc déf.,!?", min_size=1).filter(str.strip))
def test_a_plain_sentence_stays_exactly_as_typed(text: str) -> None:
    assert read_line(text, TOPICS).text == text.strip()


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("7 2 0", (("ja", 7), ("een beetje", 2), ("nee", 0))),
        ("7, 2, 0", (("ja", 7), ("een beetje", 2), ("nee", 0))),
        ("ja 7, beetje 2", (("ja", 7), ("een beetje", 2))),
        ("ja: 7 en nee: 1", (("ja", 7), ("nee", 1))),
        ("7 ja, 2 een beetje", (("ja", 7), ("een beetje", 2))),
        ("7 2", (("ja", 7), ("een beetje", 2))),
        ("7 2 0 1", None),
        ("3", None),
        ("misschien 7", None),
        ("ja ja ja", None),
        ("Mijn zoon van 7 zei ja", None),
    ],
)
def test_counts_are_read_in_the_ways_people_type_them(typed: str, counts: object) -> None:
    assert read_counts(typed, CHOICES) == counts


def test_a_line_of_many_spaces_is_read_at_once() -> None:
    assert read_counts("ja" + " " * 100_000 + "nee", CHOICES) is None


def test_single_words_are_read_and_sentences_are_not() -> None:
    assert read_words("fijn, te kort; gezellig!") == ("fijn", "te kort", "gezellig")
    assert read_words("ik vond het fijn, dank je") is None
