import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.models import Topic
from goedgesprek_tui.topics import TopicList

SCHOOL = Topic(id="school-eten", name="Eten op school", also=("Schoollunch", "overblijven"))
GYM = Topic(id="gym", name="Gym en sport", also=("gym", "gymles", "Sport op school"))
RULES = Topic(id="regels-thuis", name="Regels bij jou thuis", also=("Regels thuis", "bedtijd/bedritueel"))
CAFE = Topic(id="café", name="Oudercafé", also=("Oudercafé",))
TOPICS = TopicList((SCHOOL, GYM, RULES, CAFE))


@pytest.mark.parametrize(
    ("name", "topic", "older"),
    [
        ("Eten op school", SCHOOL, ""),
        ("  eten-op_school ", SCHOOL, ""),
        ("school-eten", SCHOOL, ""),
        ("SCHOOL ETEN", SCHOOL, ""),
        ("overblijven", SCHOOL, "overblijven"),
        ("schoollunch", SCHOOL, "Schoollunch"),
        ("gym", GYM, ""),
        ("sport-op-school", GYM, "Sport op school"),
        ("regels-thuis", RULES, "Regels thuis"),
        ("oudercafe", CAFE, ""),
    ],
)
def test_a_topic_is_found_by_each_of_its_names(name: str, topic: Topic, older: str) -> None:
    assert TOPICS.find(name) == (topic, older)


@pytest.mark.parametrize("name", ["", " ", "gy", "eten", "[/b]"])
def test_what_is_no_whole_name_finds_nothing(name: str) -> None:
    assert TOPICS.find(name) is None


def test_a_name_goes_before_the_older_name_of_another_topic() -> None:
    first, second = Topic(id="a", name="Eerste", also=("Tweede",)), Topic(id="b", name="Tweede")
    assert TopicList((first, second)).find("tweede") == (second, "")


def test_an_id_is_looked_up_as_it_stands() -> None:
    assert TOPICS.get("gym") == GYM
    assert TOPICS.get("Gym") is None
    assert TOPICS.name_of("gym") == "Gym en sport"
    assert TOPICS.name_of("weg") == "weg"


def test_a_typed_beginning_offers_the_likeliest_first() -> None:
    assert TOPICS.starting("") == list(TOPICS.topics)
    assert TOPICS.starting("sp") == [GYM]
    assert TOPICS.starting("b") == [RULES, SCHOOL]
    assert TOPICS.starting("bedr") == [RULES]
    assert TOPICS.starting("s") == [SCHOOL, GYM, RULES]
    assert TOPICS.starting("ouderc") == TOPICS.starting("cafe") == [CAFE]


def test_the_order_is_name_then_word_then_other_names_then_anywhere() -> None:
    anywhere, other, word, start = (
        Topic(id="1", name="Wedstrijd"),
        Topic(id="2", name="Gym", also=("Strijd",)),
        Topic(id="3", name="De strijd"),
        Topic(id="4", name="Strijd om eten"),
    )
    assert TopicList((anywhere, other, word, start)).starting("strijd") == [start, word, other, anywhere]


def test_what_holds_no_letter_or_digit_offers_nothing() -> None:
    assert TOPICS.starting("!?") == []


@given(st.text())
def test_any_typed_text_can_be_looked_up(typed: str) -> None:
    assert set(TOPICS.starting(typed)) <= set(TOPICS.topics)
    found = TOPICS.find(typed)
    assert found is None or found[0] in TOPICS.starting(typed)


def test_a_mistyped_name_has_a_nearest_topic() -> None:
    assert TOPICS.nearest("overbleiven") == SCHOOL
    assert TOPICS.nearest("xyz") is None


def test_own_topics_come_after_and_one_with_the_id_of_ours_takes_its_place() -> None:
    own, renamed = Topic(id="f3a", name="Zwemles"), Topic(id="gym", name="Bewegen", also=("Gym en sport",))
    longer = TOPICS.with_own([own, renamed])
    assert longer.find("zwemles") == (own, "")
    assert longer.name_of("gym") == "Bewegen"
    assert [topic.id for topic in longer] == [*(topic.id for topic in TOPICS), own.id]
    assert TOPICS.with_own(()) is TOPICS
