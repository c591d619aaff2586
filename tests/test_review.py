"""Many conversations together: which ones, in how many a topic came up, and what still waits."""

from datetime import date

import pytest
from conftest import TOPICS
from hypothesis import given
from hypothesis import strategies as st
from many import PRACTICE, held, note

from goedgesprek_tui.models import Consent, NoteKind, Session, Topic
from goedgesprek_tui.review.counting import Change, per_half_year, ranked, without_topic
from goedgesprek_tui.review.periods import HalfYear, before, period_said
from goedgesprek_tui.review.selection import Selection, choices
from goedgesprek_tui.review.together import together
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.review.waiting import waiting

TODAY = date(2026, 6, 1)


def names(sessions: list[Session]) -> list[tuple[str, int]]:
    return [(one.name, one.sessions) for one in ranked(sessions, together(TOPICS, sessions))]


def test_a_talkative_group_is_no_trend() -> None:
    loud = held("a", "2026-02-01", *["mbo: weer"] * 20)
    quiet = [held(id, "2026-02-02", "huiswerk: zo veel") for id in "bc"]
    assert names([loud, *quiet]) == [("Huiswerk", 2), ("Mbo", 1)]


def test_of_as_many_conversations_more_groups_come_first_then_places_then_the_name() -> None:
    one_group = [held(id, "2026-02-01", "mbo: x", group="koffie", place="De Linde") for id in "ab"]
    two_groups = [held(f"{g}2", "2026-02-01", "huiswerk: x", group=g, place="De Linde") for g in "xy"]
    assert names([*one_group, *two_groups]) == [("Huiswerk", 2), ("Mbo", 2)]
    assert names([held("a", "2026-02-01", "mbo: x", "huiswerk: x")]) == [("Huiswerk", 1), ("Mbo", 1)]


def test_how_widely_a_topic_was_heard_counts_groups_and_places_by_name() -> None:
    sessions = [
        held("a", "2026-02-01", "mbo: x", group="koffie", place_kind="ouderkamer", place="De Linde"),
        held("b", "2026-02-08", "mbo: x", group="Koffie", place_kind="ouderkamer", place="de linde"),
        held("c", "2026-02-09", "mbo: x", group="koffie", place_kind="buurthuis", place="Zuid"),
        held("d", "2026-02-10", "mbo: x"),
    ]
    (mbo,) = ranked(sessions, together(TOPICS, sessions))
    assert mbo.said() == "in 4 gesprekken, 2 groepen, 2 plekken"


def test_remarks_and_what_a_parent_said_no_to_do_not_count() -> None:
    session = held(
        "a",
        "2026-02-01",
        note("1", "van mij", NoteKind.REMARK, topics=("mbo",)),
        note("2", "liever niet", topics=("mbo",), consent=Consent.NO),
        note("3", "weg", topics=("mbo",), removed=True),
    )
    assert names([session]) == []


def test_a_note_counts_under_each_of_its_topics_and_without_one_it_is_not_lost() -> None:
    session = held("a", "2026-02-01", "huiswerk, mbo: te veel", "het is een trein")
    assert names([session]) == [("Huiswerk", 1), ("Mbo", 1)]
    assert [one.note.text for one in without_topic([session]).heard] == ["het is een trein"]


def test_own_topics_of_two_ambassadors_with_one_name_are_one() -> None:
    mine, theirs = Topic(id="r1", name="Schooltuin"), Topic(id="r2", name="schooltuin")
    sessions = [
        held("a", "2026-02-01", "r1: de bonen", topics=(mine,)),
        held("b", "2026-02-02", "r2: de kippen", topics=(theirs,)),
    ]
    assert names(sessions) == [("Schooltuin", 2)]
    assert together(TOPICS, sessions).ids("r2") == {"r1", "r2"}


def test_the_newest_name_of_a_topic_holds_also_of_one_of_ours() -> None:
    renamed = Topic(id="mbo", name="Mbo en stages", also=("Mbo",))
    sessions = [held("b", "2026-03-01", "mbo: x", topics=(renamed,)), held("a", "2026-02-01", "mbo: y")]
    assert names(sessions) == [("Mbo en stages", 2)]


def test_practice_is_never_looked_back_on() -> None:
    assert Selection().pick([held("a", "2026-02-01", "mbo: x", script=PRACTICE)]) == ()


def test_a_selection_compares_names_without_case_and_accents_and_includes_both_days() -> None:
    session = held("a", "2026-02-01", place="Café Zuid", group="vaders", ambassador="Ambassadeur 1")
    day = date(2026, 2, 1)
    assert Selection(start=day, end=day, place="cafe-zuid", ambassador="ambassadeur 1").holds(session)
    assert not Selection(start=date(2026, 2, 2)).holds(session)
    assert not Selection(end=date(2026, 1, 31)).holds(session)
    assert not Selection(group="moeders").holds(session)


def test_what_there_is_to_choose_is_counted_most_first() -> None:
    sessions = [
        held(id, "2026-02-01", place=place) for id, place in zip("abc", ["Zuid", "zuid", "Oost"], strict=True)
    ]
    assert choices(sessions, "place") == [("Zuid", 2), ("Oost", 1)]


def test_half_years_between_the_first_and_the_last_are_all_there() -> None:
    sessions = [held("a", "2025-01-10", "mbo: x"), held("b", "2026-03-01", "mbo: x"), held("c", "2026-03-02")]
    found = per_half_year(sessions, together(TOPICS, sessions))
    assert [(str(half), numbers[""], numbers.get("mbo", 0)) for half, numbers in found.items()] == [
        ("begin 2025", 1, 1),
        ("eind 2025", 0, 0),
        ("begin 2026", 2, 1),
    ]


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [((3, 4), (1, 4), Change.MORE), ((1, 4), (3, 4), Change.LESS), ((3, 4), (6, 8), Change.SAME),
     ((2, 4), (0, 4), Change.NEW), ((0, 4), (2, 4), Change.GONE), ((2, 2), (1, 8), Change.UNSURE)],
)  # fmt: skip
def test_a_topic_is_set_against_the_period_before(
    now: tuple[int, int], before: tuple[int, int], change: Change
) -> None:
    def many(prefix: str, day: str, heard: int, total: int) -> list[Session]:
        return [held(f"{prefix}{n}", day, *["mbo: x"] * (n < heard)) for n in range(total)]

    sessions = tuple(many("n", "2026-02-01", *now) + many("b", "2025-09-01", *before))
    review = Review(sessions, TOPICS).through(Selection().within(HalfYear(2026, 1)))
    found = review.compared["mbo"]
    assert (found.now, found.before, found.change) == (now[0], before[0], change)


def test_without_conversations_before_nothing_is_called_new() -> None:
    review = Review((held("a", "2026-02-01", "mbo: x"),), TOPICS).begun()
    assert review.compared == {}


def test_a_look_back_begins_at_the_half_year_of_the_last_conversation() -> None:
    review = Review((held("a", "2025-09-01"), held("b", "2025-02-01")), TOPICS).begun()
    assert period_said(review.selection.start, review.selection.end) == "juli tot en met december 2025"
    assert [session.id for session in review.picked] == ["a"]


def test_what_waits_is_ordered_by_its_day_and_what_was_answered_no_longer_waits() -> None:
    session = held(
        "a",
        "2026-02-01",
        note("later", "bellen", NoteKind.AGREEMENT, due=date(2026, 7, 1)),
        note("due", "koffietafel", NoteKind.EXPERIMENT, due=date(2026, 5, 1)),
        note("first", "vlag", NoteKind.EXPERIMENT, due=TODAY),
        note("open", "ooit", NoteKind.AGREEMENT),
        note("done", "gedaan", NoteKind.EXPERIMENT, outcome="blijft"),
        note("wish", "meer gym", NoteKind.WISH),
        note("asked", "mag ik binnenlopen?", NoteKind.QUESTION),
        note("answered", "wie belt?", NoteKind.QUESTION, outcome="de mentor"),
    )
    found = waiting([session], TODAY)
    ids = [[one.note.id for one in part] for part in (found.due, found.coming, found.undated, found.done)]
    assert ids == [["due", "first"], ["later"], ["open"], ["done"]]
    assert [one.note.id for one in (*found.wishes, *found.questions)] == ["wish", "asked"]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_period_before_ends_right_before_and_is_never_empty(one: date, other: date) -> None:
    start, end = sorted((one, other))
    days = before(start, end)
    assert days
    assert (start - days[1]).days == 1
    assert days[0] <= days[1]


def test_before_a_half_year_is_a_half_year() -> None:
    half = HalfYear(2026, 1)
    assert before(half.start, half.end) == (half.before.start, half.before.end)
    assert half.after.before == half
