"""The folder is full or gone in the middle of a talk: another one is chosen on the spot."""

import shutil
from collections.abc import Callable
from pathlib import Path

from conftest import NOON, Clock, at_screen, on_disk, until
from program import run, say, start
from store_cases import a_session, texts
from test_passphrase import locked_folder
from test_walk import home, type_lines
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.passphrase import PassphraseScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.store.key import SECRET
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.keys import KeyLine
from goedgesprek_tui.widgets.recorder import Recorder

__all__ = ["locked_folder"]


async def test_a_talk_whose_folder_vanished_goes_on_in_another_with_every_word(
    app: GoedGesprek, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "stick"
    async with app.run_test(size=(80, 24)) as pilot:
        live = await type_lines(pilot, "voor het verdween")
        await until(pilot, lambda: live.talk.all_safe)
        shutil.rmtree(folder)
        await type_lines(pilot, "erna")
        await until(pilot, lambda: live.talk.failure)
        said = str(live.query_one("#message", Static).content)
        assert "De map is er niet" in said
        assert "kies een andere map met /map" in said
        live.query_one(Recorder).put("half getypt")
        await pilot.press("f11")
        asked = await at_screen(pilot, AskScreen)
        assert str(asked.query_one(KeyLine).content).startswith("Enter deze map nemen ")
        asked.query_one(Input).value = str(other)
        await pilot.press("enter")
        live = await at_screen(pilot, LiveScreen)
        assert str(live.query_one("#message", Static).content).startswith("Verder in ")
        assert live.query_one(Recorder).text == "half getypt"
        await until(pilot, lambda: live.talk.all_safe and not live.talk.failure)
        assert texts(on_disk(other)) == ["voor het verdween", "erna"]
        live.query_one(Recorder).put("/stop")
        await pilot.press("enter")
        await at_screen(pilot, WrapUpScreen)
        assert app.walk
        assert app.walk.desk.folder == other


async def test_a_folder_that_cannot_be_used_is_told_and_the_talk_goes_on(
    app: GoedGesprek, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("in de weg")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "een", f"/map {tmp_path / 'bestand'}")
        live = await at_screen(pilot, LiveScreen)
        await until(pilot, lambda: "kan niets worden opgeslagen" in live.message)
        await type_lines(pilot, "twee")
        await until(pilot, lambda: live.talk.all_safe)
        assert texts(on_disk(folder)) == ["een", "twee"]


async def test_home_after_a_talk_that_moved_shows_the_folder_it_moved_to(
    app: GoedGesprek, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "stick"
    async with app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "een", f"/map {other}")
        await until(pilot, lambda: app.walk and app.walk.desk.folder == other)
        await type_lines(pilot, "twee", "/stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        home_screen = await at_screen(pilot, HomeScreen)
        where = home_screen.query_one("#where", Static)
        await until(pilot, lambda: "1 gesprek" in str(where.content))
        assert str(where.content).endswith("stick")
        assert [row.label for row in home_screen.query_one(Choices).rows][0] == "Nieuw gesprek"
        assert app.walk
        assert app.walk.desk.folder == other
    assert on_disk(other).ended


async def test_after_a_move_the_key_of_the_folder_stays_open(
    locked_folder: Path, tmp_path: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    folder = tmp_path / "map"
    shutil.copytree(locked_folder, folder)
    app = GoedGesprek(folder, now=lambda: NOON, monotonic=clock, new_id=new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_screen(pilot, PassphraseScreen)
        assert app.walk
        app.walk.desk.store.key.open_with(folder / "geheim")
        await pilot.press("escape")
        await home(pilot, labels=5)
        await pilot.press("home", "enter")
        await type_lines(pilot, f"/map {tmp_path / 'stick'}")
        await type_lines(pilot, "/stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        choices = await home(pilot, labels=4)
        assert choices.rows[0].label == "Nieuw gesprek"


def test_line_by_line_a_talk_goes_on_in_another_folder_too(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "stick"
    with start("plat", "kort", "--map", folder) as talk:
        say(talk, "voor het verdween")
        shutil.rmtree(folder)
        assert talk.stdin
        talk.stdin.write("erna\n")
        say(talk, f"/map {other}")
        say(talk, "en verder")
        talk.stdin.close()
        assert talk.wait(10) == 0
    assert texts(on_disk(other)) == ["voor het verdween", "erna", "en verder"]
    assert run("plat", "--verder", on_disk(other).id[:8], "--map", other).status == 0


def test_the_generations_go_on_counting_so_that_the_older_copy_never_wins(tmp_path: Path) -> None:
    old, new = Store(tmp_path / "oud"), Store(tmp_path / "nieuw")
    old.prepare()
    with old.create(a_session("g", "een")) as opened:
        for _ in range(5):
            opened.rewrite()
        before = opened.generation
        with new.take_over(a_session("g", "een", "twee"), opened) as moved:
            assert moved.generation == before + 1
    shutil.copy(tmp_path / "oud" / "g.json", tmp_path / "nieuw" / "g.json.bak")
    assert texts(new.load("g")) == ["een", "twee"]


def test_a_session_with_a_passphrase_takes_its_key_along(locked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    shutil.copytree(locked_folder, folder)
    store, other = Store(folder), Store(tmp_path / "stick")
    store.key.open_with(folder / "geheim")
    with store.open("g") as opened, other.take_over(opened.session, opened) as moved:
        moved.save(moved.session)
    assert (other.folder / SECRET).read_bytes() == (folder / SECRET).read_bytes()
    assert other.load("g") == store.load("g")
    assert b"een" not in (other.folder / "g.json").read_bytes().split(b"inhoud")[0]
    assert b'"notities"' not in (other.folder / "g.json").read_bytes()


async def test_a_folder_of_the_environment_is_not_needed_to_choose(
    folder: Path, clock: Clock, new_id: Callable[[], str], tmp_path: Path
) -> None:
    app = GoedGesprek(folder, talk="kort", now=lambda: NOON, monotonic=clock, new_id=new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "een", f"/map {tmp_path / 'a' / 'b'}")
        live = await at_screen(pilot, LiveScreen)
        await until(pilot, lambda: live.message.startswith("Verder in "))
        assert texts(on_disk(tmp_path / "a" / "b")) == ["een"]
        assert texts(on_disk(folder)) == ["een"]
