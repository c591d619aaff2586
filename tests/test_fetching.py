"""Fetching conversations of colleagues from the list: what came in, and choosing where versions differ."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NOON, Clock, at_screen, until
from test_importing import a_session, file_of, zipped
from test_walk import home
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.folders import pasted_paths
from goedgesprek_tui.models import Session
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.difference import DifferenceScreen
from goedgesprek_tui.screens.fetching import FetchScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.sessions import SessionsScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.keys import KeyLine

OURS = a_session("[lacht] een", "Dit wordt gewist.", place="De Linde")
THEIRS = a_session("[/b] anders", place="De Brug", erased=["s-2"])


@pytest.fixture
def home_app(folder: Path, clock: Clock, new_id: Callable[[], str]) -> GoedGesprek:
    return GoedGesprek(folder, now=lambda: NOON, monotonic=clock, new_id=new_id)


def ours(folder: Path, session: Session = OURS) -> Store:
    store = Store(folder)
    store.create(session).close()
    return store


async def fetch(pilot: Pilot[None], line: str) -> FetchScreen:
    """Go to the list, fetch what is at this line, and wait until it came."""
    (await home(pilot)).highlighted = 1
    await pilot.press("enter")
    await at_screen(pilot, SessionsScreen)
    await pilot.press("i")
    (await at_screen(pilot, AskScreen)).query_one(Input).value = line
    await pilot.press("enter")
    screen = await at_screen(pilot, FetchScreen)
    await until(pilot, lambda: screen.is_done)
    return screen


def shown(pilot: Pilot[None], where: str = "Static") -> str:
    return "\n".join(str(one.content) for one in pilot.app.screen.query(where).results(Static))


async def test_what_came_in_and_what_was_refused_is_told_and_stands_in_the_list(
    home_app: GoedGesprek, folder: Path, tmp_path: Path
) -> None:
    path = zipped(
        tmp_path / "van [b]fatima.zip", ("s.json", file_of(OURS)), ("x.json", b"{"), ("lees.txt", b"")
    )
    async with home_app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await fetch(pilot, f"'{path}'")
        said = shown(pilot, "#came")
        assert said.startswith("1 gesprek nieuw, 1 geweigerd, 1 ander bestand overgeslagen.\n\nGeweigerd\n")
        assert "van [b]fatima.zip, x.json: het bestand is beschadigd" in said
        assert "Kort gesprek · De Linde, vandaag, 2 notities" in said
        await pilot.press("enter")
        listing = await at_screen(pilot, SessionsScreen)
        await until(pilot, lambda: listing.query_one(Choices).rows)
        (row,) = listing.query_one(Choices).rows
        assert row.detail.endswith("opgehaald uit van [b]fatima.zip, 12 maart 2026")
        await pilot.press("escape")
        await home(pilot, labels=4)
    assert Store(folder).load("s").notes == OURS.notes


async def test_an_open_talk_of_a_colleague_stands_not_above_a_new_one(
    home_app: GoedGesprek, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_bytes(file_of(OURS.model_copy(update={"ended": None})))
    async with home_app.run_test(size=(80, 24)) as pilot:
        await fetch(pilot, str(tmp_path / "a.json"))
        await pilot.press("escape")
        await at_screen(pilot, SessionsScreen)
        await pilot.press("escape")
        await at_screen(pilot, HomeScreen)
        await until(pilot, lambda: shown(pilot, "#where").startswith("1 gesprek"))
        assert (await home(pilot)).rows[0].value == "nieuw"


async def test_differences_are_looked_at_one_by_one_and_each_choice_is_stored(
    home_app: GoedGesprek, folder: Path, tmp_path: Path
) -> None:
    store = ours(folder)
    (tmp_path / "a.json").write_bytes(file_of(THEIRS, 2))
    async with home_app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await fetch(pilot, str(tmp_path / "a.json"))
        assert shown(pilot, "#message").startswith("Enter: 3 verschillen bekijken.")
        await pilot.press("enter")
        await at_screen(pilot, DifferenceScreen)
        assert "Dit wordt gewist." in shown(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "[/b] anders" in shown(pilot))
        assert "[lacht] een" in shown(pilot)
        assert "s-2" in store.load("s").erased
        await pilot.press("down", "enter")
        await until(pilot, lambda: "De Brug" in shown(pilot))
        assert store.load("s").notes[0].text == "[/b] anders"
        await pilot.press("enter")
        await at_screen(pilot, SessionsScreen)
        await until(pilot, lambda: "Alle verschillen zijn bekeken" in shown(pilot, "#message"))
    assert store.load("s").place == "De Linde"
    assert not any(b"Dit wordt gewist." in one.read_bytes() for one in folder.glob("s.json*"))


async def test_stopping_halfway_leaves_ours(home_app: GoedGesprek, folder: Path, tmp_path: Path) -> None:
    store = ours(folder, a_session("een"))
    (tmp_path / "a.json").write_bytes(file_of(a_session("twee"), 2))
    before = store.load("s")
    async with home_app.run_test(size=(40, 10)) as pilot:
        await fetch(pilot, str(tmp_path / "a.json"))
        await pilot.press("enter")
        await at_screen(pilot, DifferenceScreen)
        await pilot.press("pagedown", "escape")
        await at_screen(pilot, SessionsScreen)
        await until(pilot, lambda: "Nog niet alles is bekeken" in shown(pilot, "#message"))
    assert store.load("s") == before


async def test_a_choice_that_cannot_be_stored_is_told(
    home_app: GoedGesprek, folder: Path, tmp_path: Path
) -> None:
    store = ours(folder, a_session("een"))
    (tmp_path / "a.json").write_bytes(file_of(a_session("twee"), 2))
    async with home_app.run_test(size=(80, 24)) as pilot:
        await fetch(pilot, str(tmp_path / "a.json"))
        with store.open("s"):
            await pilot.press("enter")
            await at_screen(pilot, DifferenceScreen)
            await pilot.press("down", "enter")
            await until(pilot, lambda: "al open in een ander venster" in shown(pilot, "#message"))
    assert store.load("s").notes[0].text == "een"


async def test_nothing_typed_fetches_nothing(home_app: GoedGesprek) -> None:
    async with home_app.run_test(size=(80, 24)) as pilot:
        choices = await home(pilot)
        choices.highlighted = 1
        await pilot.press("enter")
        await at_screen(pilot, SessionsScreen)
        await pilot.press("i")
        asked = await at_screen(pilot, AskScreen)
        assert str(asked.query_one(KeyLine).content) == "Enter ophalen  Esc terug"
        await pilot.press("enter")
        await at_screen(pilot, SessionsScreen)
        await pilot.press("escape")
        await at_screen(pilot, HomeScreen)


def test_a_path_is_understood_as_terminals_paste_it(tmp_path: Path) -> None:
    one, two = tmp_path / "van fatima (1).zip", tmp_path / "it's.json"
    for path in (one, two):
        path.touch()
    dragged = str(one).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    for line in (str(one), f"'{one}'", f'"{one}" ', dragged, one.as_uri()):
        assert pasted_paths(line) == [one]
    assert pasted_paths(f"'{one}' \"{two}\"") == [one, two]
    assert pasted_paths(str(two)) == [two]
    assert pasted_paths("'weg of niet.zip'") == [Path("weg of niet.zip")]
    assert pasted_paths("x" * 5000 + "\0") == [Path("x" * 5000 + "\0")]
    assert pasted_paths("~/weg'") == [Path.home() / "weg"]
