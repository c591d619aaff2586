"""Putting topics on the notes of many conversations: each at once on the disk, and taken back there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Clock, at_screen, until
from many import held
from test_review_screen import TODAY, looking_back, rows
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.screens.review import ReviewScreen
from goedgesprek_tui.screens.worklist import WorklistScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Choices

BULLIED = "Ze lieten hem op het plein weer staan, hij wordt gepest."
SESSIONS = (
    held("a", "2026-02-01", "Het is een trein [lacht] die doorrijdt.", "mbo: De stage was leeg."),
    held("b", "2026-03-01", BULLIED, place="Oost"),
)


@pytest.fixture
def store(folder: Path) -> Store:
    store = Store(folder)
    for session in SESSIONS:
        store.create(session).close()
    return store


@pytest.fixture
def work_app(folder: Path, store: Store, clock: Clock, new_id: Callable[[], str]) -> GoedGesprek:
    return GoedGesprek(folder, now=lambda: TODAY, monotonic=clock, new_id=new_id)


async def at_work(pilot: Pilot[None]) -> WorklistScreen:
    await looking_back(pilot)
    await pilot.press("l")
    screen = await at_screen(pilot, WorklistScreen)
    await until(pilot, lambda: screen.suggester)
    await pilot.press("pagedown", "pageup")
    return screen


def heading(screen: WorklistScreen) -> str:
    return str(screen.query_one(".heading", Static).content)


async def test_what_fits_stands_first_with_its_words_and_one_key_puts_it_on_the_disk(
    work_app: GoedGesprek, store: Store
) -> None:
    async with work_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await at_work(pilot)
        assert "1 van 2 · 1 maart 2026 · Oost" in heading(screen)
        assert f"„{BULLIED}”" in heading(screen)
        first = screen.query_one(Choices).rows[0]
        assert (first.value, "gepest" in first.detail) == ("veiligheid-pesten", True)
        await pilot.press("1")
        await until(pilot, lambda: "trein [lacht]" in heading(screen))
        assert store.load("b").notes[0].topics == ("veiligheid-pesten",)
        await pilot.press("escape")
        review = await at_screen(pilot, ReviewScreen)
        await until(pilot, lambda: ("Veiligheid en pesten", 1) in rows(review))


async def test_the_first_note_has_its_suggestions_before_a_topic_can_be_given(work_app: GoedGesprek) -> None:
    async with work_app.run_test(size=(80, 24), notifications=True) as pilot:
        await looking_back(pilot)
        await pilot.press("l")
        screen = await at_screen(pilot, WorklistScreen)
        await until(pilot, lambda: screen.query_one(Choices).rows)
        assert "gepest" in screen.query_one(Choices).rows[0].detail


async def test_a_topic_of_ones_own_is_made_and_both_are_taken_back(
    work_app: GoedGesprek, store: Store
) -> None:
    async with work_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await at_work(pilot)
        await pilot.press(*"plein", "enter")
        await until(pilot, lambda: screen.changed)
        (topic,) = store.load("b").topics
        assert (topic.name, store.load("b").notes[0].topics) == ("plein", (topic.id,))
        await until(pilot, lambda: "plein: bij „" in heading(screen))
        assert "2 van 2" in heading(screen)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Teruggedraaid" in heading(screen))
        assert store.load("b") == SESSIONS[1]


async def test_without_a_topic_is_a_good_answer_too(work_app: GoedGesprek, store: Store) -> None:
    async with work_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await at_work(pilot)
        await pilot.press("pagedown", "pagedown")
        await until(pilot, lambda: "hebben een thema, of zijn overgeslagen" in heading(screen))
        await pilot.press("pageup")
        assert "2 van 2" in heading(screen)
        assert [store.load(one.id) for one in SESSIONS] == list(SESSIONS)


async def test_a_conversation_that_is_open_elsewhere_is_told_and_the_note_stays(
    work_app: GoedGesprek, store: Store
) -> None:
    async with work_app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await at_work(pilot)
        with store.open("b"):
            await pilot.press("1")
            await until(pilot, lambda: "ander venster" in heading(screen))
        assert "1 van 2" in heading(screen)
        assert screen.query_one(Input).value == ""
        assert store.load("b") == SESSIONS[1]
