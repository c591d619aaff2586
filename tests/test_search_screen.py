from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from conftest import at_screen, until
from stage import NOTES, Stage, a_session
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Input

from goedgesprek_tui.models import Note, Session
from goedgesprek_tui.screens.search import MOST, FoundScreen, SearchScreen
from goedgesprek_tui.screens.sessions import SessionsScreen
from goedgesprek_tui.widgets.choices import Choices

PESTED = "Hij wordt [b]gepest[/b] op het plein"
MANY = [Note(id=f"m{at}", number=at, text=f"Over school en nog wat, deel {at}") for at in range(1, 60)]
LINDE = a_session(*MANY, Note(id="m60", number=60, text=PESTED), id="s-2", place="De Linde")
BEUK = a_session(
    Note(id="b1", number=1, text="Pesterijen"),
    id="s-3",
    place="De Beuk",
    started=datetime(2025, 1, 5, tzinfo=UTC),
)


def stage(folder: Path, *sessions: Session) -> Stage:
    return Stage(folder, a_session(*NOTES), lambda talk, desk: SearchScreen(desk, sessions))


async def searched(pilot: Pilot[None], typed: str) -> SearchScreen:
    """Type at once, letter by letter, without waiting for what is found in between."""
    screen = await at_screen(pilot, SearchScreen)
    screen.query_one(Input).value = ""
    for letter in typed:
        screen.query_one(Input).insert_text_at_cursor(letter)
    await pilot.pause()
    await until(pilot, lambda: not screen.searching and screen.wanted == typed)
    await pilot.pause()
    return screen


def rows(screen: SearchScreen) -> Iterable[str]:
    return [row.content().plain for row in screen.query_one(Choices).rows]


async def test_what_is_found_stands_under_the_line_with_its_place_and_the_total(folder: Path) -> None:
    app = stage(folder, LINDE, BEUK)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        screen = await searched(pilot, "pesten")
        assert f"„{PESTED}”\n12 maart 2026 · De Linde" in rows(screen)
        assert "2 notities in 2 gesprekken" in app.text()
        assert PESTED in app.text()


async def test_quick_typing_ends_with_what_was_typed_last(folder: Path) -> None:
    app = stage(folder, LINDE, BEUK)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await app.keys(pilot, "p l e i n")
        screen = await searched(pilot, "plein")
        assert len(screen.query_one(Choices).rows) == 1
        await app.keys(pilot, "x backspace q q")
        await until(pilot, lambda: not screen.searching)
        assert "Niets gevonden" in app.text()
        assert not screen.query_one(Choices).rows


async def test_enter_right_behind_the_words_goes_to_the_note_that_is_found_then(folder: Path) -> None:
    app = stage(folder, LINDE, BEUK)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await at_screen(pilot, SearchScreen)
        await app.keys(pilot, "p l e i n enter")
        look = await at_screen(pilot, FoundScreen)
        assert look.note == "m60"


async def test_the_note_is_in_sight_with_a_bar_in_its_conversation(folder: Path) -> None:
    app = stage(folder, LINDE, BEUK)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await searched(pilot, '"op het plein')
        await app.keys(pilot, "enter")
        look = await at_screen(pilot, FoundScreen)
        await until(pilot, lambda: look.query_one(VerticalScroll).scroll_y > 0)
        await pilot.pause()
        line = next(line for line in app.text().splitlines() if PESTED in line)
        assert line.strip().startswith("▌ 60 ")


async def test_coming_back_finds_the_search_as_it_was(folder: Path) -> None:
    app = stage(folder, LINDE, BEUK)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        screen = await searched(pilot, "school")
        choices = screen.query_one(Choices)
        await app.keys(pilot, "down down down pagedown pagedown")
        before = (choices.highlighted, choices.scroll_y)
        assert choices.scroll_y
        await app.keys(pilot, "enter")
        await at_screen(pilot, FoundScreen)
        await app.keys(pilot, "escape")
        await at_screen(pilot, SearchScreen)
        assert (choices.highlighted, choices.scroll_y) == before
        assert screen.query_one(Input).value == "school"
        assert screen.query_one(Input).has_focus


async def test_o_gives_the_conversation_to_open_and_escape_gives_nothing(folder: Path) -> None:
    app = stage(folder, LINDE, BEUK)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await searched(pilot, "pesterijen plek:beuk")
        await app.keys(pilot, "enter")
        await at_screen(pilot, FoundScreen)
        await app.keys(pilot, "o")
        await until(pilot, lambda: app.results)
        assert app.results == ["s-3"]


async def test_a_hit_at_the_end_of_a_long_quote_is_in_sight(folder: Path) -> None:
    long = Note(id="l", number=1, text=f"{'en toen zei hij weer niets ' * 15}want hij wordt gepest")
    app = stage(folder, a_session(long, Note(id="w", number=2, text="pest" * 23), id="s-2"))
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        (row, other) = rows(await searched(pilot, "pest"))
        assert "want hij wordt gepest" in f"{row}{other}"
        assert "„…" in f"{row}{other}"


async def test_only_the_first_of_very_many_are_shown_and_the_number_is_told(folder: Path) -> None:
    notes = [Note(id=f"v{at}", number=at, text="moe") for at in range(1, MOST + 3)]
    app = stage(folder, a_session(*notes, id="s-2"))
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        screen = await searched(pilot, "moe")
        assert len(screen.query_one(Choices).rows) == MOST
        assert f"{MOST + 2} notities in 1 gesprek, hier de eerste {MOST}" in app.text()


async def test_the_list_of_conversations_has_a_key_for_it(folder: Path) -> None:
    app = Stage(folder, a_session(*NOTES), lambda talk, desk: SessionsScreen(desk, desk.store.listed()))
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await at_screen(pilot, SessionsScreen)
        await app.keys(pilot, "slash")
        await searched(pilot, "gym")
        await app.keys(pilot, "enter")
        await at_screen(pilot, FoundScreen)
        await app.keys(pilot, "o")
        await until(pilot, lambda: app.results)
        assert app.results == ["s-1"]
