"""A passphrase in the app: asked at the start, offered at the first conversation, put on and taken off."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import NOON, Clock, at_screen, until
from store_cases import a_session
from test_passphrase import PASSPHRASE, SAID, locked_folder
from test_walk import home
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.screens.busy import BusyScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.passphrase import NewPassphraseScreen, PassphraseScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.scripts import ScriptsScreen
from goedgesprek_tui.screens.sessions import SessionsScreen
from goedgesprek_tui.screens.setup import SetupScreen
from goedgesprek_tui.store.key import Key
from goedgesprek_tui.store.sessions import Store

__all__ = ["locked_folder"]


def the_app(folder: Path, clock: Clock, new_id: Callable[[], str], **how: str) -> GoedGesprek:
    return GoedGesprek(folder, now=lambda: NOON, monotonic=clock, new_id=new_id, **how)


def labels(pilot: Pilot[None]) -> list[str]:
    return [row.label for row in pilot.app.screen.query_one("Choices").rows]  # type: ignore[attr-defined]


def message(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#message", Static).content)


def said(pilot: Pilot[None], screen: type[Screen[Any]], words: str) -> bool:
    return isinstance(pilot.app.screen, screen) and words in message(pilot)


@pytest.fixture
def shut(locked_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "map"
    shutil.copytree(locked_folder, folder)
    return folder


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passphrases a key was locked with: no scrypt, no seconds of work."""
    seen: list[str] = []

    def quick(key: Key, secret: object, passphrase: str) -> bytes:
        seen.append(passphrase)
        return f"{secret}\n".encode()

    monkeypatch.setattr(Key, "_locked", quick)
    return seen


async def test_the_passphrase_is_asked_before_anything_of_the_folder_is_shown(
    shut: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    app = the_app(shut, clock, new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_screen(pilot, PassphraseScreen)
        pilot.app.screen.query_one(Input).value = "iets anders"
        await pilot.press("enter")
        await until(pilot, lambda: "past niet op deze map" in message(pilot))
        assert pilot.app.screen.query_one(Input).value == ""
        await pilot.press("escape")
        await home(pilot, labels=3)
        assert labels(pilot) == ["Wachtwoord typen", "Andere map kiezen", "Oefenen"]
        await pilot.press("home", "enter")
        await at_screen(pilot, PassphraseScreen)
        pilot.app.screen.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and len(labels(pilot)) == 5)
        assert labels(pilot)[0] == "Verder met het open gesprek"


async def test_the_passphrase_cannot_be_left_while_it_is_tried(
    shut: Path, clock: Clock, new_id: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, opens = threading.Event(), Key.open

    def slow(key: Key, passphrase: str) -> None:
        goes_on.wait(10)
        opens(key, passphrase)

    monkeypatch.setattr(Key, "open", slow)
    app = the_app(shut, clock, new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await at_screen(pilot, PassphraseScreen)
        asked.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await until(pilot, lambda: asked.opening)
        await pilot.press("escape")
        assert pilot.app.screen is asked
        goes_on.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and len(labels(pilot)) == 5)
        assert labels(pilot)[0] == "Verder met het open gesprek"


async def test_that_it_takes_a_while_is_in_sight_before_the_passphrase_is_tried(
    shut: Path, clock: Clock, new_id: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, before, opens = list[str](), list[str](), Key.open

    def draw(app: GoedGesprek, screen: Screen[Any], what: object) -> None:
        drawn.extend(str(line.content) for line in screen.query("#message").results(Static))

    def watched(key: Key, passphrase: str) -> None:
        before.extend(drawn)
        opens(key, passphrase)

    monkeypatch.setattr(GoedGesprek, "_display", draw)
    monkeypatch.setattr(Key, "open", watched)
    app = the_app(shut, clock, new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await at_screen(pilot, PassphraseScreen)
        asked.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await until(pilot, lambda: before)
    assert "Even geduld…" in before


async def test_a_talk_that_was_asked_for_waits_for_the_passphrase(
    shut: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    app = the_app(shut, clock, new_id, talk="g")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_screen(pilot, PassphraseScreen)
        pilot.app.screen.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LiveScreen) and pilot.app.screen.laid_out)


async def test_a_passphrase_never_goes_to_the_clipboard(
    shut: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    app = the_app(shut, clock, new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await at_screen(pilot, PassphraseScreen)
        await pilot.press(*"geheim", "shift+home", "ctrl+c", "ctrl+x")
        assert asked.query_one(Input).value == "geheim"
        assert app.clipboard == ""


async def choose_passphrase(pilot: Pilot[None], first: str, second: str) -> None:
    screen = await at_screen(pilot, NewPassphraseScreen)
    screen.query_one("#first", Input).value = first
    await pilot.press("enter")
    screen.query_one("#second", Input).value = second
    await pilot.press("enter")


async def test_before_the_first_conversation_a_passphrase_can_be_chosen_and_need_not(
    folder: Path, clock: Clock, new_id: Callable[[], str], typed: list[str]
) -> None:
    app = the_app(folder, clock, new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await home(pilot)
        await pilot.press("enter")
        await at_screen(pilot, ScriptsScreen)
        await pilot.press("enter")
        await at_screen(pilot, SetupScreen)
        assert "eerste gesprek in deze map" in message(pilot)
        await pilot.press("f5")
        await choose_passphrase(pilot, "kort", "kort")
        assert "minstens 8 tekens" in message(pilot)
        await choose_passphrase(pilot, PASSPHRASE, PASSPHRASE + "x")
        assert "niet gelijk" in message(pilot)
        await choose_passphrase(pilot, PASSPHRASE, PASSPHRASE)
        await until(pilot, lambda: said(pilot, SetupScreen, "versleuteld"))
        assert typed == [PASSPHRASE]
        await pilot.press("pagedown")
        await at_screen(pilot, LiveScreen)
        await pilot.press(*"geheim", "enter")
        assert app.talk
        await until(pilot, lambda: app.talk and app.talk.all_safe)
        files = [file for file in folder.iterdir() if file.is_file()]
        assert not any(b"geheim" in file.read_bytes() for file in files)


async def test_nothing_comes_between_while_a_folder_is_encrypted() -> None:
    goes_on, given = threading.Event(), list[str | None]()
    busy = BusyScreen(lambda: "klaar" if goes_on.wait(10) else "te laat")
    async with App[None]().run_test() as pilot:
        pilot.app.push_screen(busy, given.append)
        await pilot.press("pagedown", "enter", "escape", "ctrl+p")
        assert (len(pilot.app.screen_stack), given) == (3, [])
        goes_on.set()
        await until(pilot, lambda: busy.outcome)
        assert given == []
        await pilot.press("escape")
        await until(pilot, lambda: given == ["klaar"])


async def test_after_the_first_conversation_nothing_is_offered(
    folder: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    Store(folder).create(a_session("g", "een")).close()
    app = the_app(folder, clock, new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await home(pilot, labels=5)
        await pilot.press("down", "enter")
        await at_screen(pilot, ScriptsScreen)
        await pilot.press("enter")
        await at_screen(pilot, SetupScreen)
        assert message(pilot) == ""
        await pilot.press("f5")
        assert isinstance(pilot.app.screen, SetupScreen)


async def from_the_list(pilot: Pilot[None], labels: int) -> None:
    """Open the list of conversations, and press the key for its passphrase."""
    choices = await home(pilot, labels=labels)
    choices.highlighted = 2
    await pilot.press("enter")
    await at_screen(pilot, SessionsScreen)
    await pilot.press("w")


async def test_a_passphrase_is_put_on_from_the_list_of_conversations(
    folder: Path, clock: Clock, new_id: Callable[[], str], typed: list[str]
) -> None:
    Store(folder).create(a_session("g", SAID)).close()
    (folder / "g.json.conflict-1").write_text(SAID)
    async with the_app(folder, clock, new_id).run_test(size=(80, 24)) as pilot:
        await from_the_list(pilot, labels=5)
        await choose_passphrase(pilot, PASSPHRASE, PASSPHRASE)
        asked = await at_screen(pilot, PickScreen)
        assert "g.json.conflict-1" in asked.query_one("Choices").rows[1].detail  # type: ignore[attr-defined]
        await pilot.press("2")
        await until(pilot, lambda: said(pilot, SessionsScreen, "versleuteld"))
        assert typed == [PASSPHRASE]
        files = [file for file in folder.iterdir() if file.is_file()]
        assert not any(SAID.encode() in file.read_bytes() for file in files)


async def test_a_passphrase_is_taken_off_from_the_list_by_who_knows_it(
    shut: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    async with the_app(shut, clock, new_id).run_test(size=(80, 24)) as pilot:
        asked = await at_screen(pilot, PassphraseScreen)
        asked.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await from_the_list(pilot, labels=5)
        await at_screen(pilot, PickScreen)
        await pilot.press("3")
        now = await at_screen(pilot, PassphraseScreen)
        now.query_one(Input).value = "gokje van iemand"
        await pilot.press("enter")
        await until(pilot, lambda: "past niet op deze map" in message(pilot))
        now.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot, SessionsScreen, "eraf"))
        assert not Key(shut).is_there
        assert [note.text for note in Store(shut).load("g").notes] == ["een", SAID]


@pytest.mark.parametrize("kind", [SessionsScreen, SetupScreen])
async def test_a_folder_that_cannot_be_read_any_more_is_told_when_a_passphrase_is_chosen(
    folder: Path, clock: Clock, new_id: Callable[[], str], kind: type[SessionsScreen] | type[SetupScreen]
) -> None:
    app = the_app(folder, clock, new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        choices = await home(pilot)
        choices.highlighted = 1 if kind is SessionsScreen else 0
        await pilot.press("enter")
        if kind is SetupScreen:
            await at_screen(pilot, ScriptsScreen)
            await pilot.press("enter")
        await at_screen(pilot, kind)
        folder.rename(folder.with_name("weg"))
        folder.symlink_to(folder)
        await pilot.press("w" if kind is SessionsScreen else "f5")
        if kind is SetupScreen:
            await choose_passphrase(pilot, PASSPHRASE, PASSPHRASE)
        await until(pilot, lambda: said(pilot, kind, "niet te lezen"))
