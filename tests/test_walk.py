"""From home to a talk and back: choosing, preparing, going on, the end and taking it back."""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOON, SHORT_SCRIPT, Clock, at_screen, on_disk, until
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.looking import LookScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.practice import PracticeScreen
from goedgesprek_tui.screens.preview import PreviewScreen
from goedgesprek_tui.screens.read_back import ReadBackScreen
from goedgesprek_tui.screens.scripts import ScriptsScreen
from goedgesprek_tui.screens.sessions import SessionsScreen
from goedgesprek_tui.screens.setup import SetupScreen
from goedgesprek_tui.screens.trial import TrialScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.recorder import Recorder


@pytest.fixture
def home_app(folder: Path, clock: Clock, new_id: Callable[[], str]) -> GoedGesprek:
    return GoedGesprek(folder, now=lambda: NOON, monotonic=clock, new_id=new_id)


async def home(pilot: Pilot[None], labels: int = 4) -> Choices:
    screen = await at_screen(pilot, HomeScreen)
    choices = screen.query_one(Choices)
    await until(pilot, lambda: len(choices.rows) == labels and pilot.app.walk)  # type: ignore[attr-defined]
    await pilot.pause()
    return choices


async def test_a_choice_that_is_made_before_the_folder_is_read_is_answered_and_carried_out(
    home_app: GoedGesprek, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, prepare = threading.Event(), Store.prepare
    monkeypatch.setattr(Store, "prepare", lambda store: (goes_on.wait(10), prepare(store))[1])
    async with home_app.run_test(size=(80, 24)) as pilot:
        notice = (await at_screen(pilot, HomeScreen)).query_one("#notice", Static)
        await pilot.press("enter")
        assert str(notice.content).startswith("Even geduld")
        goes_on.set()
        await at_screen(pilot, ScriptsScreen)
        await pilot.press("escape")
        await home(pilot)
        assert str(notice.content) == ""


async def choose_script(pilot: Pilot[None]) -> None:
    """Choose a new conversation at home, and then the short script."""
    await home(pilot)
    await pilot.press("enter")
    scripts = await at_screen(pilot, ScriptsScreen)
    choices = scripts.query_one(Choices)
    choices.highlighted = [row.label for row in choices.rows].index("Kort gesprek")
    await pilot.press("enter")


async def type_lines(pilot: Pilot[None], *lines: str) -> LiveScreen:
    live = await at_screen(pilot, LiveScreen)
    for line in lines:
        live.query_one(Recorder).put(line)
        await pilot.press("enter")
    await pilot.pause()
    return live


async def test_a_talk_is_prepared_with_four_things_and_begins(home_app: GoedGesprek, folder: Path) -> None:
    async with home_app.run_test(size=(80, 24)) as pilot:
        await choose_script(pilot)
        await at_screen(pilot, SetupScreen)
        await pilot.press("down", "down", "enter", *"De Brug", "enter", *"koffie", "enter", "9", "enter")
        live = await at_screen(pilot, LiveScreen)
        session = on_disk(folder)
        assert (session.place_kind, session.place, session.group, session.parents) == (
            "buurthuis",
            "De Brug",
            "koffie",
            9,
        )
        assert session.id == live.talk.session.id


async def test_everything_but_the_script_may_be_skipped(home_app: GoedGesprek, folder: Path) -> None:
    async with home_app.run_test(size=(80, 24)) as pilot:
        await choose_script(pilot)
        await at_screen(pilot, SetupScreen)
        await pilot.press("pagedown")
        await at_screen(pilot, LiveScreen)
        session = on_disk(folder)
        assert (session.place_kind, session.place, session.parents) == ("", "", None)


async def test_a_number_of_parents_that_is_none_is_told_and_stays(home_app: GoedGesprek) -> None:
    async with home_app.run_test(size=(80, 24)) as pilot:
        await choose_script(pilot)
        setup = await at_screen(pilot, SetupScreen)
        setup.query_one("#parents", Input).value = "[/b] veel"
        await pilot.press("pagedown")
        await pilot.pause()
        assert "is geen aantal" in str(setup.query_one("#message", Static).content)
        assert setup.query_one("#parents", Input).value == "[/b] veel"


async def test_a_step_back_goes_back_one_step(home_app: GoedGesprek, folder: Path) -> None:
    async with home_app.run_test(size=(80, 24)) as pilot:
        await choose_script(pilot)
        await at_screen(pilot, SetupScreen)
        await pilot.press("escape")
        await at_screen(pilot, ScriptsScreen)
        await pilot.press("escape")
        await home(pilot)
        assert not list(folder.glob("*.json"))


async def test_a_broken_script_is_listed_with_its_first_error_and_cannot_be_chosen(
    home_app: GoedGesprek, folder: Path
) -> None:
    (folder / "leidraden" / "stuk.md").write_text("# [/b] zonder voorkant", "utf-8")
    async with home_app.run_test(size=(80, 24), notifications=True) as pilot:
        await home(pilot)
        await pilot.press("enter")
        scripts = await at_screen(pilot, ScriptsScreen)
        choices = scripts.query_one(Choices)
        assert choices.rows[-1].label == "stuk.md is niet te gebruiken"
        assert choices.rows[-1].detail.startswith("regel 1: ")
        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ScriptsScreen)


async def test_the_end_is_done_and_taken_back_from_home(home_app: GoedGesprek, folder: Path) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "een zin", "/stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        await home(pilot)
        assert on_disk(folder).ended
        await pilot.press("down", "enter")
        await at_screen(pilot, SessionsScreen)
        await pilot.press("enter")
        wrap_up = await at_screen(pilot, WrapUpScreen)
        rows = [row.label for row in wrap_up.query_one(Choices).rows]
        wrap_up.query_one(Choices).highlighted = rows.index("Toch verder met het gesprek")
        await pilot.press("enter")
        live = await at_screen(pilot, LiveScreen)
        assert [note.text for note in live.talk.session.shown] == ["een zin"]
        await until(pilot, lambda: on_disk(folder).ended is None)


async def test_what_is_due_stands_on_the_first_screen(home_app: GoedGesprek, folder: Path) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        live = await type_lines(pilot, "e: Koffietafel bij de ingang [/b]")
        note = live.talk.session.shown[0]
        due = (NOON - timedelta(days=1)).date()
        live.talk.change(live.talk.conversation.change(note, "een proef", due=due))
        await until(pilot, lambda: live.talk.all_safe)
        live.dismiss("stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        await home(pilot, labels=5)
        said = str(pilot.app.screen.query_one("#due", Static).content)
        assert said == "terugkijken  Koffietafel bij de ingang [/b] · gisteren"


async def test_a_folder_that_cannot_be_written_is_told_with_a_way_out(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "bestand").write_text("in de weg", "utf-8")
    app = GoedGesprek(tmp_path / "bestand" / "gesprekken", monotonic=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        choices = await home(pilot, labels=5)
        assert choices.rows[0].label == "Andere map kiezen"
        await pilot.press("home", "enter")
        await until(pilot, lambda: pilot.app.screen.query(Input))
        pilot.app.screen.query_one(Input).value = str(tmp_path / "goed")
        await pilot.press("enter")
        await home(pilot, labels=4)
        assert (tmp_path / "goed").is_dir()


@pytest.mark.parametrize("name", ["lus", "x" * 300])
async def test_a_folder_that_cannot_even_be_looked_at_is_told_with_a_way_out(
    tmp_path: Path, clock: Clock, name: str
) -> None:
    (tmp_path / "lus").symlink_to(tmp_path / "lus")
    app = GoedGesprek(tmp_path / name, monotonic=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        choices = await home(pilot, labels=5)
        assert choices.rows[0].label == "Andere map kiezen"
        assert "niet te lezen" in str(pilot.app.screen.query_one("#notice", Static).content)
        await pilot.press("home", "enter")
        asked = await at_screen(pilot, AskScreen)
        asked.query_one(Input).value = str(tmp_path / "goed")
        await pilot.press("enter")
        await home(pilot, labels=4)


async def test_a_session_that_is_open_elsewhere_is_told_and_can_be_read(
    home_app: GoedGesprek, folder: Path
) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "een [b]zin", "w: meer gym")
        other = GoedGesprek(folder, now=lambda: NOON)
        async with other.run_test(size=(80, 24)) as second:
            await home(second, labels=5)
            await second.press("home", "enter")
            asked = await at_screen(second, PickScreen)
            assert "al open in een ander venster" in asked.heading
            await second.press("2")
            look = await at_screen(second, LookScreen)
            shown = str(look.query_one("VerticalScroll Static", Static).content)
            assert "1  „een [b]zin”" in shown
            assert "2  wens: meer gym" in shown
            await second.press("escape")
            await home(second, labels=5)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_closed_terminal_keeps_the_half_typed_line(
    home_app: GoedGesprek, folder: Path, number: signal.Signals
) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        live = await type_lines(pilot, "een zin")
        live.query_one(Recorder).put("half")
        await pilot.pause()
        signal.raise_signal(number)
        await until(pilot, lambda: home_app.return_code is not None)
    assert home_app.return_code == 128 + number
    assert on_disk(folder).draft == "half"


async def test_a_closed_terminal_keeps_a_wording_that_is_half_changed(
    home_app: GoedGesprek, folder: Path
) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "een zin", "/teruglezen")
        await at_screen(pilot, ReadBackScreen)
        await pilot.press("w")
        await at_screen(pilot, AskScreen)
        await pilot.press(*" die")
        await home_app.leave()
    assert on_disk(folder).draft == "/wijzig 1 een zin die"


async def test_the_trial_types_by_itself_and_shows_its_summary(
    home_app: GoedGesprek, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goedgesprek_tui.screens.trial.A_KEY", 0.0)
    monkeypatch.setattr("goedgesprek_tui.screens.trial.A_LOOK", 0.0)
    async with home_app.run_test(size=(80, 24)) as pilot:
        await home(pilot)
        await pilot.press("end", "enter")
        await at_screen(pilot, PracticeScreen)
        await pilot.press("enter")
        await at_screen(pilot, PreviewScreen)
        summaries = list((folder / "proef" / "uitvoer").glob("*.md"))
        assert "Eén vast moment in de week" in summaries[0].read_text("utf-8")
        assert str(summaries[0].name) in home_app.last_words
        await pilot.press("escape")
        await at_screen(pilot, PracticeScreen)


async def test_esc_takes_the_trial_over(home_app: GoedGesprek) -> None:
    home_app.straight = "proef"
    async with home_app.run_test(size=(80, 24)) as pilot:
        trial = await at_screen(pilot, TrialScreen)
        await pilot.press("escape")
        await type_lines(pilot, "mijn eigen zin")
        assert [note.text for note in trial.talk.session.shown] == ["mijn eigen zin"]


async def test_the_palette_finds_an_act_by_a_word_and_does_it(home_app: GoedGesprek) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        live = await type_lines(pilot, "een zin")
        await pilot.press("ctrl+p")
        await at_screen(pilot, PickScreen)
        await pilot.press(*"klok stil", "enter")
        await at_screen(pilot, LiveScreen)
        await until(pilot, lambda: live.talk.session.paused)


async def test_a_fault_of_our_own_shows_no_words_of_parents(
    home_app: GoedGesprek, capsys: pytest.CaptureFixture[str]
) -> None:
    home_app.wanted = "kort"

    async def fail() -> None:
        async with home_app.run_test(size=(80, 24)) as pilot:
            live = await type_lines(pilot, "zeergeheim")
            secret = live.talk.session.shown[0].text

            def broken() -> None:
                raise RuntimeError(secret)

            live.call_later(broken)
            await pilot.pause()

    with pytest.raises(RuntimeError):
        await fail()
    printed = capsys.readouterr()
    assert "zeergeheim" not in printed.out + printed.err
    assert "Er ging iets mis" in printed.err


def test_the_short_script_is_a_good_script() -> None:
    from goedgesprek_tui.script import parse_script

    assert parse_script(SHORT_SCRIPT, "kort").minutes == 30


async def test_words_that_are_not_safe_are_not_left_behind_unasked(
    home_app: GoedGesprek, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goedgesprek_tui.talk.PATIENCE", 0.2)
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        live = await type_lines(pilot, "een zin")
        await until(pilot, lambda: live.talk.all_safe)
        away = folder.rename(folder.with_name("weg"))
        await type_lines(pilot, "nog een", "/stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        pick = await at_screen(pilot, PickScreen)
        assert pick.heading == "Niet alles is bewaard."
        away.rename(folder)
        await pilot.press("enter")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        await home(pilot)
        assert [note.text for note in on_disk(folder).notes] == ["een zin", "nog een"]


# --- a disk that does not answer --------------------------------------------------------------


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[GoedGesprek], None]]:
    """Give what makes the disk under a talk hang until the test is over; nobody waits long for it."""
    goes_on = threading.Event()
    monkeypatch.setattr("goedgesprek_tui.talk.PATIENCE", 0.2)

    def hang(app: GoedGesprek) -> None:
        assert app.talk
        save = app.talk._opened.save
        app.talk._opened.save = lambda *what: (goes_on.wait(20), save(*what))[1]  # type: ignore[method-assign]

    yield hang
    goes_on.set()


async def hanging(pilot: Pilot[None], hung: Callable[[GoedGesprek], None]) -> GoedGesprek:
    """Hold a talk, and let its disk hang under the last line."""
    app = pilot.app
    assert isinstance(app, GoedGesprek)
    live = await type_lines(pilot, "een")
    await until(pilot, lambda: live.talk.all_safe)
    hung(app)
    await type_lines(pilot, "twee")
    return app


async def test_a_disk_that_hangs_does_not_keep_the_program_from_ending(
    home_app: GoedGesprek, hung: Callable[[GoedGesprek], None]
) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        await hanging(pilot, hung)
        home_app.hang_up(signal.SIGTERM)
        await until(pilot, lambda: home_app.return_code is not None)
    assert home_app.return_code == 128 + signal.SIGTERM
    assert "De schijf antwoordt niet" in home_app.last_words


async def test_she_can_stop_and_leave_a_disk_that_hangs_behind(
    home_app: GoedGesprek, hung: Callable[[GoedGesprek], None]
) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        await hanging(pilot, hung)
        await pilot.press("ctrl+q")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await until(pilot, lambda: getattr(pilot.app.screen, "heading", "") == "Niet alles is bewaard.")
        await pilot.press("2")
        await until(pilot, lambda: home_app.return_code is not None)
    assert home_app.return_code == 1


async def test_home_can_be_used_after_leaving_a_disk_that_hangs(
    home_app: GoedGesprek, hung: Callable[[GoedGesprek], None]
) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        await hanging(pilot, hung)
        await type_lines(pilot, "/stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        await until(pilot, lambda: getattr(pilot.app.screen, "heading", "") == "Niet alles is bewaard.")
        await pilot.press("2")
        await until(pilot, lambda: not home_app.walking)
        await home(pilot, labels=5)
        assert not home_app.talk


async def test_the_process_ends_after_a_signal_whatever_it_waits_for(
    home_app: GoedGesprek, monkeypatch: pytest.MonkeyPatch
) -> None:
    home_app.wanted = "kort"
    ended = list[int]()
    monkeypatch.setattr("goedgesprek_tui.app.LONGEST", 0.1)
    async with home_app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "een")
        monkeypatch.setattr("os._exit", ended.append)
        monkeypatch.setattr(GoedGesprek, "is_headless", False)
        monkeypatch.setattr(home_app, "leave", lambda status: asyncio.sleep(20))
        home_app.hang_up(signal.SIGTERM)
        await until(pilot, lambda: ended)
        monkeypatch.undo()
    assert ended == [128 + signal.SIGTERM]


async def test_one_choice_at_home_is_one_walk(home_app: GoedGesprek, folder: Path) -> None:
    async with home_app.run_test(size=(80, 24)) as pilot:
        await home(pilot)
        for _ in range(3):
            pilot.app.post_message(HomeScreen.Chosen("nieuw"))
        await at_screen(pilot, ScriptsScreen)
        await pilot.press("escape")
        await home(pilot)
        assert not pilot.app.walking  # type: ignore[attr-defined]


async def test_a_conversation_is_erased_from_the_list_after_asking(
    home_app: GoedGesprek, folder: Path
) -> None:
    home_app.wanted = "kort"
    async with home_app.run_test(size=(80, 24)) as pilot:
        await type_lines(pilot, "zeergeheim", "/stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        await home(pilot)
        await pilot.press("down", "enter")
        sessions = await at_screen(pilot, SessionsScreen)
        await pilot.press("delete")
        await at_screen(pilot, PickScreen)
        await pilot.press("enter")
        await at_screen(pilot, SessionsScreen)
        assert on_disk(folder).ended
        await pilot.press("delete")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await at_screen(pilot, SessionsScreen)
        await until(pilot, lambda: not sessions.listed)
        left = [path for path in folder.iterdir() if path.is_file()]
        assert not [path for path in left if b"zeergeheim" in path.read_bytes()]
        assert not list(folder.glob("*.json*"))
