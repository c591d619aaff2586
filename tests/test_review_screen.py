"""Looking back in the app: the topics of a half year, what was said on them, and what still waits."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from conftest import Clock, at_screen, until
from many import held, note
from textual.pilot import Pilot
from textual.widgets import Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.models import NoteKind, Session
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.review import ReviewScreen
from goedgesprek_tui.screens.review_topic import TopicScreen
from goedgesprek_tui.screens.review_waiting import WaitingScreen
from goedgesprek_tui.screens.search import FoundScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.lines import Lines

TODAY = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
SESSIONS = (
    held("a", "2025-10-01", "mbo: De stage [lacht] was leeg.", place_kind="buurthuis", place="Zuid"),
    held(
        "b",
        "2026-02-01",
        "mbo: Niemand belt [/b].",
        "huiswerk: Elke avond strijd.",
        place="De Linde",
        parents=7,
    ),
    held(
        "c",
        "2026-03-01",
        "huiswerk: Hij plant niets.",
        "Het is een trein die doorrijdt.",
        note("tafel", "Koffietafel bij de ingang", NoteKind.EXPERIMENT, due=date(2026, 5, 1)),
        note("vraag", "Mag ik binnenlopen?", NoteKind.QUESTION),
        place="Oost",
        parents=5,
    ),
)


@pytest.fixture
def store(folder: Path) -> Store:
    store = Store(folder)
    for session in SESSIONS:
        store.create(session).close()
    return store


@pytest.fixture
def review_app(folder: Path, store: Store, clock: Clock, new_id: Callable[[], str]) -> GoedGesprek:
    return GoedGesprek(folder, now=lambda: TODAY, monotonic=clock, new_id=new_id)


async def looking_back(pilot: Pilot[None]) -> ReviewScreen:
    """Go from home to the look back, and wait until the conversations are counted."""
    home = await at_screen(pilot, HomeScreen)
    await until(pilot, lambda: pilot.app.walk)  # type: ignore[attr-defined]
    choices = home.query_one(Choices)
    choices.highlighted = [row.value for row in choices.rows].index("terugblik")
    await pilot.press("enter")
    screen = await at_screen(pilot, ReviewScreen)
    await until(pilot, lambda: screen.review)
    await pilot.pause()
    return screen


def said(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).content)


def rows(screen: ReviewScreen) -> list[tuple[str, int]]:
    return [(row.value.name, row.value.sessions) for row in screen.query_one(Choices).rows]


async def test_the_topics_of_the_last_half_year_stand_with_what_was_said(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        screen = await looking_back(pilot)
        assert said(pilot, "#period") == "Terugblik  januari tot en met juni 2026"
        assert said(pilot, "#figures") == "2 gesprekken · 12 ouders"
        assert rows(screen) == [("Huiswerk en plannen", 2), ("Mbo", 1), ("Zonder thema", 1)]
        await pilot.press("down")
        await pilot.pause()
        lines = str(screen.query_one(Lines).content)
        assert "feb „Niemand belt [/b].”" in lines
        assert "De Linde" in lines


async def test_left_and_right_go_to_another_half_year_and_h_to_that_of_today(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("left")
        await until(pilot, lambda: rows(screen) == [("Mbo", 1)])
        assert "„De stage [lacht] was leeg.”" in str(screen.query_one(Lines).content)
        await pilot.press("left")
        await until(pilot, lambda: "geen gesprekken" in said(pilot, "#message"))
        await pilot.press("h")
        await until(pilot, lambda: len(rows(screen)) == 3)
        assert said(pilot, "#message") == ""


async def test_from_a_topic_to_its_conversations_to_the_note_and_back(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("enter")
        topic = await at_screen(pilot, TopicScreen)
        assert [row.label for row in topic.query_one(Choices).rows] == [
            "1 mrt 2026  Oost",
            "1 feb 2026  De Linde",
        ]
        assert "Hij plant niets." in str(topic.query_one(Lines).content)
        await pilot.press("down", "enter")
        look = await at_screen(pilot, FoundScreen)
        assert (look.session.id, look.note) == ("b", "b-2")
        await pilot.press("escape", "escape")
        await at_screen(pilot, ReviewScreen)


async def test_a_conversation_is_opened_from_there_and_then_it_is_back_there(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("enter")
        await at_screen(pilot, TopicScreen)
        await pilot.press("o")
        await at_screen(pilot, WrapUpScreen)
        assert review_app.talk
        assert review_app.talk.session.id == "c"
        await pilot.press("escape")
        await at_screen(pilot, ReviewScreen)


async def test_a_filter_narrows_and_is_said(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("f")
        picked = await at_screen(pilot, PickScreen)
        labels = [row.label for row in picked.query_one(Choices).rows]
        await pilot.press(str(labels.index("plek") + 1))
        await until(pilot, lambda: pilot.app.screen is not picked)
        await pilot.press(*"oost", "enter")
        await at_screen(pilot, ReviewScreen)
        await until(pilot, lambda: rows(screen) == [("Huiswerk en plannen", 1), ("Zonder thema", 1)])
        assert said(pilot, "#narrowed") == "alleen Oost"


async def test_days_of_ones_own_are_asked_until_they_are_days(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("f", "1")
        await until(
            pilot, lambda: isinstance(pilot.app.screen, PickScreen) and "periode" in pilot.app.screen.heading
        )
        await pilot.press(*"andere", "enter")
        first = await at_screen(pilot, AskScreen)
        await pilot.press(*"ooit", "enter")
        await until(pilot, lambda: pilot.app.screen is not first)
        again = await at_screen(pilot, AskScreen)
        assert again.value == "ooit"
        assert "geen dag" in again.about
        await pilot.press(*["backspace"] * 4, *"feb", "enter")
        await until(pilot, lambda: "Tot" in getattr(pilot.app.screen, "heading", ""))
        await pilot.press(*"februari", "enter")
        await at_screen(pilot, ReviewScreen)
        await until(pilot, lambda: rows(screen) == [("Huiswerk en plannen", 1), ("Mbo", 1)])
        assert said(pilot, "#period") == "Terugblik  februari 2026"


async def test_another_period_to_compare_with(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("v")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await at_screen(pilot, ReviewScreen)
        await until(pilot, lambda: screen.review and screen.review.against)
        assert said(pilot, "#narrowed") == "vergeleken met januari tot en met juni 2025 (geen gesprekken)"


async def test_what_waits_gets_its_answer_on_the_disk_and_then_waits_no_longer(
    review_app: GoedGesprek, store: Store
) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("w")
        screen = await at_screen(pilot, WaitingScreen)
        choices = screen.query_one(Choices)
        assert [row.value.note.id for row in choices.rows] == ["tafel", "vraag"]
        await pilot.press("enter")
        await at_screen(pilot, AskScreen)
        await pilot.press(*"blijft", "enter")
        await until(pilot, lambda: "Bewaard" in said(pilot, "#message"))
        assert [row.value.note.id for row in choices.rows] == ["vraag"]
        assert [one.outcome for one in store.load("c").notes] == ["", "", "blijft", ""]


async def test_an_answer_to_a_conversation_that_is_open_elsewhere_is_not_lost(
    review_app: GoedGesprek, store: Store
) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("w")
        await at_screen(pilot, WaitingScreen)
        with store.open("c"):
            await pilot.press("enter")
            await at_screen(pilot, AskScreen)
            await pilot.press(*"blijft", "enter")
            await until(pilot, lambda: "blijft" in said(pilot, "#message"))
        assert store.load("c") == SESSIONS[2]


async def test_a_file_that_cannot_be_read_is_told_and_the_others_count(
    review_app: GoedGesprek, folder: Path
) -> None:
    (folder / "kapot.json").write_text("{", "utf-8")
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        assert len(rows(screen)) == 3
        assert "kapot" in said(pilot, "#message")


async def test_without_conversations_it_says_what_to_do(
    folder: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    empty = GoedGesprek(folder, now=lambda: TODAY, monotonic=clock, new_id=new_id)
    async with empty.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        assert "nog geen gesprekken" in said(pilot, "#message")
        await pilot.press("enter", "w")
        await at_screen(pilot, WaitingScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
async def test_absurd_content_at_any_size(
    folder: Path, clock: Clock, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    absurd: Session = held(
        "z",
        "2026-02-01",
        "mbo: " + "🙂" * 200,
        "mbo: " + "x" * 90,
        "nooit-gezien: " + "lang " * 80,
        place="é" * 90,
    )
    Store(folder).create(absurd).close()
    app = GoedGesprek(folder, now=lambda: TODAY, monotonic=clock, new_id=new_id)
    async with app.run_test(size=size, notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("down", "enter")
        await at_screen(pilot, TopicScreen)
        await pilot.press("enter")
        await at_screen(pilot, FoundScreen)
