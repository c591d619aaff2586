from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.dates import MONTHS, WEEKDAYS, dutch_date, full_date, parse_date, parse_past

TODAY = date(2026, 11, 19)  # a Thursday
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("26-11-2026", date(2026, 11, 26)),
        ("26/11", date(2026, 11, 26)),
        ("26.11", date(2026, 11, 26)),
        ("26-11-26", date(2026, 11, 26)),
        ("2026-11-26", date(2026, 11, 26)),
        ("26 november", date(2026, 11, 26)),
        ("26 nov 2026", date(2026, 11, 26)),
        ("26 Nov.", date(2026, 11, 26)),
        ("op 3 mrt", date(2027, 3, 3)),
        ("18-11", date(2027, 11, 18)),
        ("19-11", date(2026, 11, 19)),
        ("29 februari", date(2028, 2, 29)),
        ("donderdag", date(2026, 11, 19)),
        ("komende donderdag", date(2026, 11, 26)),
        ("donderdag over een week", date(2026, 11, 26)),
        ("vr", date(2026, 11, 20)),
        ("donderdag 26 november", date(2026, 11, 26)),
        ("do 26/11", date(2026, 11, 26)),
        ("volgende week dinsdag", date(2026, 11, 24)),
        ("volgende week", date(2026, 11, 26)),
        ("over 3 weken", date(2026, 12, 10)),
        ("Over één week", date(2026, 11, 26)),
        ("over tien dagen", date(2026, 11, 29)),
        ("over 3 maanden", date(2027, 2, 19)),
        ("vandaag", TODAY),
        ("morgen", date(2026, 11, 20)),
        (" overmorgen. ", date(2026, 11, 21)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["", "31-11", "30 februari", "26-13", "0-1", "26 n", "dag", "over veel weken", "vrijdag 26-11", "12"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_date(typed, TODAY) is None


def test_a_month_ahead_of_the_last_day_is_the_last_day_of_a_shorter_month() -> None:
    assert parse_date("over 1 maand", date(2027, 1, 31)) == date(2027, 2, 28)


@given(DAYS, DAYS)
def test_a_date_that_we_write_is_read_back(day: date, today: date) -> None:
    assert parse_date(dutch_date(day), today) == day
    assert parse_date(full_date(day), today) == day
    assert parse_date(day.isoformat(), today) == day
    assert parse_date(f"{day:%d-%m-%Y}", today) == day


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_first_one_not_before_today(day: date, today: date) -> None:
    found = parse_date(f"{day.day} {MONTHS[day.month - 1][:3]}", today)
    assert found
    assert found >= today
    assert (found.day, found.month) == (day.day, day.month)


@given(st.sampled_from(WEEKDAYS), DAYS)
def test_a_weekday_is_at_most_six_days_away(name: str, today: date) -> None:
    found = parse_date(name, today)
    assert found
    assert today <= found <= today + timedelta(days=6)
    assert WEEKDAYS[found.weekday()] == name


@given(st.text(max_size=80), st.dates())
def test_any_text_is_a_day_or_none(typed: str, today: date) -> None:
    found = parse_date(typed, today)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1-1-2026", date(2026, 1, 1)),
        ("31 december 2026", date(2026, 12, 31)),
        ("1 juli", date(2026, 7, 1)),
        ("20 nov", date(2025, 11, 20)),
        ("19-11", TODAY),
        ("29 februari", date(2024, 2, 29)),
        ("dinsdag", date(2026, 11, 17)),
        ("donderdag", TODAY),
        ("dinsdag 17 november", date(2026, 11, 17)),
        ("vandaag", TODAY),
        ("31 juni", None),
        ("toen", None),
    ],
)
def test_a_day_that_has_been_is_the_last_one_that_fits(typed: str, day: date | None) -> None:
    assert parse_past(typed, TODAY) == day
