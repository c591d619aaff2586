"""Looking back in the app: the topics of a half year, what was said on them, and what still waits."""

import weakref
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from conftest import Clock, at_screen, until
from many import held, note
from stage import Stage, a_session
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.describe import due_lines
from goedgesprek_tui.models import Consent, NoteKind, Session
from goedgesprek_tui.prompts import load_prompts
from goedgesprek_tui.review.search import Index
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.memory import settle
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.report import ReportScreen
from goedgesprek_tui.screens.review import ReviewScreen
from goedgesprek_tui.screens.review_filter import filtered
from goedgesprek_tui.screens.review_rows import trend_said
from goedgesprek_tui.screens.review_topic import TopicScreen
from goedgesprek_tui.screens.review_waiting import WaitingScreen
from goedgesprek_tui.screens.search import FoundScreen, SearchScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.bars import BarRow
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.lines import Lines

TOPICS = load_prompts().topics
AT_80 = 72
"""How much of a list can be read at 80 columns: its edges, a bar before the row and a scrollbar go off."""
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
    await until(pilot, lambda: str(home.query_one("#where", Static).content))  # the folder was read
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


async def test_the_notes_are_read_for_searching_once_as_long_as_no_conversation_changes(
    review_app: GoedGesprek,
) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        first = await index_of_search(pilot)
        await pilot.press("escape", "left")
        assert await index_of_search(pilot) is first
        await pilot.press("escape", "right")
        review = await at_screen(pilot, ReviewScreen)
        await until(pilot, lambda: len(rows(review)) == 3)
        await pilot.press("w", "enter", *"gelukt", "enter", "escape")
        await until(pilot, lambda: review.index is None)
        again = await index_of_search(pilot)
        assert again is not first
        await pilot.press(*"koffie")
        search = await at_screen(pilot, SearchScreen)
        await until(pilot, lambda: search.found.hits)
        assert search.found.hits[0].note.outcome == "gelukt"


async def test_nothing_of_the_conversations_stays_in_memory_for_good_once_the_look_back_was_left(
    review_app: GoedGesprek,
) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        held = [weakref.ref(await index_of_search(pilot))]
        await pilot.press("escape")
        held.append(weakref.ref((await at_screen(pilot, ReviewScreen)).review))
        await pilot.press("escape")
        await at_screen(pilot, HomeScreen)
        await until(pilot, lambda: settle() or not any(ref() for ref in held))


async def index_of_search(pilot: Pilot[None]) -> Index:
    """Go to the search screen, and return its index once it has one."""
    await pilot.press("slash")
    search = await at_screen(pilot, SearchScreen)
    await until(pilot, lambda: search.index and not search.searching)
    assert search.index
    return search.index


async def test_left_and_right_go_to_another_half_year_and_h_to_that_of_today(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("left")
        await until(pilot, lambda: rows(screen) == [("Mbo", 1)])
        assert "„De stage [lacht] was leeg.”" in str(screen.query_one(Lines).content)
        await pilot.press("left")
        await until(pilot, lambda: "geen gesprekken" in said(pilot, "#message"))
        await pilot.pause()
        assert screen.query_one("#message").region.y < 5
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
        await pilot.press("escape")
        await at_screen(pilot, TopicScreen)
        await pilot.press("escape")
        await at_screen(pilot, ReviewScreen)


async def test_beside_the_sign_stand_the_shares_that_it_compares(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        homework = next(row for row in screen.query_one(Choices).rows if row.label.startswith("Huiswerk"))
        assert "2 van 2" in str(homework.content())
        mbo = next(row for row in screen.query_one(Choices).rows if row.label == "Mbo")
        assert "1 van 2" in str(mbo.content())
        assert "was 1 van 1" in str(mbo.content())


async def test_there_is_no_half_year_after_this_one(review_app: GoedGesprek) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        before = screen.review
        await pilot.press("right")
        await until(pilot, lambda: said(pilot, "#message") == "Dit is het laatste half jaar.")
        assert screen.review is before


async def test_after_a_conversation_was_opened_the_period_is_still_the_one_that_was_chosen(
    review_app: GoedGesprek,
) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("left")
        await until(pilot, lambda: "2025" in said(pilot, "#period"))
        await pilot.press("enter")
        await at_screen(pilot, TopicScreen)
        await pilot.press("o")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        again = await at_screen(pilot, ReviewScreen)
        assert again is not screen
        await until(pilot, lambda: "2025" in said(pilot, "#period"))


async def test_all_that_is_looked_at_goes_to_one_table(review_app: GoedGesprek, folder: Path) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("x")
        picked = await at_screen(pilot, PickScreen)
        assert picked.heading == "2 gesprekken exporteren. In welk formaat?"
        await pilot.press(*"xlsx", "enter")
        await until(pilot, lambda: "Opgeslagen: " in str(screen.query_one("#message", Static).content))
        (file,) = (folder / "uitvoer").glob("*.xlsx")
        assert [len(Store(folder).load(id).exports) for id in "abc"] == [0, 1, 1]
        assert file.stat().st_size > 1_000


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


async def test_a_half_typed_answer_stands_there_again_when_it_is_gone_on_with(
    review_app: GoedGesprek,
) -> None:
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("w")
        screen = await at_screen(pilot, WaitingScreen)
        await pilot.press("enter")
        await at_screen(pilot, AskScreen)
        await pilot.press(*"half", "escape")
        assert await at_screen(pilot, WaitingScreen) is screen
        await pilot.press("down", "enter")
        other = await at_screen(pilot, AskScreen)
        assert other.query_one(Input).value == ""
        await pilot.press("escape")
        await at_screen(pilot, WaitingScreen)
        await pilot.press("up", "enter")
        again = await at_screen(pilot, AskScreen)
        assert again.query_one(Input).value == "half"
        await pilot.press(*" af", "enter")
        await at_screen(pilot, WaitingScreen)
        await until(pilot, lambda: "half af" in said(pilot, "#message"))


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


async def test_a_name_in_a_quote_is_asked_about_before_the_report_is_written(
    review_app: GoedGesprek, store: Store, folder: Path
) -> None:
    named = held("d", "2026-04-01", "mbo: Juf Annemarie de Boer belt nooit [b].", place="De Linde")
    store.create(named.model_copy(update={"consent": Consent.VERBATIM})).close()
    async with review_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("r")
        report = await at_screen(pilot, ReportScreen)
        await until(pilot, lambda: report.whole)
        await pilot.press("o")
        await at_screen(pilot, PickScreen)
        await pilot.press("1")
        await until(pilot, lambda: "nog niet nagekeken" in getattr(pilot.app.screen, "heading", ""))
        assert not (folder / "uitvoer").exists()
        await pilot.press("enter")
        await until(pilot, lambda: "niets opgeslagen" in said(pilot, "#message"))
        assert not (folder / "uitvoer").exists()


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
        assert (said(pilot, "#period").strip(), said(pilot, "#figures")) == ("Terugblik", "")
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


def test_a_row_of_hundreds_of_conversations_fits_beside_a_scrollbar_at_80_columns() -> None:
    name = "Startgesprek en voortgangsgesprek op school"
    row = BarRow(name, "id", number=1101, most=1101, unit="gesprekken", word="▲ was 1115")
    assert row.content().cell_length <= AT_80


def test_a_half_year_without_conversations_is_said_so() -> None:
    review = Review(
        (held("a", "2025-02-01", "mbo: Ja."), held("b", "2026-02-01", "mbo: Nee.")), TOPICS
    ).begun()
    (topic,) = review.ranked
    assert trend_said(review, topic) == "begin 2025 1 van 1 · eind 2025 geen gesprekken · begin 2026 1 van 1"


LONG_PLACE = "Multifunctionele accommodatie De Wijde Wereld, ingang aan de achterkant naast de fietsen"


async def test_long_names_of_places_take_one_line_in_lists(tmp_path: Path) -> None:
    one = held("a", "2026-02-01", "mbo: Ja.", place=LONG_PLACE, group="x" * 90, ambassador="y" * 90)
    review = Review((one,), TOPICS).begun()
    app = Stage(tmp_path, a_session(), lambda talk, desk: TopicScreen(review, review.ranked[0]))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        choices = app.screen.query_one(Choices)
        assert choices.virtual_size.height == 2
        app.run_worker(filtered(app, review, TODAY.date()))
        await until(pilot, lambda: isinstance(app.screen, PickScreen))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, PickScreen) and "plek" in app.screen.heading)
        await pilot.pause()
        assert app.screen.query_one(Choices).virtual_size.height == 3


def test_what_is_due_takes_one_line_at_home() -> None:
    long = note(
        "tafel", "Koffietafel bij de ingang en " + "x" * 90, NoteKind.EXPERIMENT, due=date(2026, 5, 1)
    )
    (line,) = due_lines([held("a", "2026-02-01", long)], TODAY.date())
    assert line == "Koffietafel bij de ingang en… · vrijdag 1 mei"
