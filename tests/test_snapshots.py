"""The main screens as pictures: read each SVG before accepting it with --snapshot-update."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import NOON, Clock, at_screen, until
from stage import Stage, a_session
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.checking import Checker
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.models import Consent, Note
from goedgesprek_tui.screens.help import HelpScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.names import NamesScreen
from goedgesprek_tui.screens.passphrase import NewPassphraseScreen, PassphraseScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.preview import PreviewScreen
from goedgesprek_tui.screens.read_back import ReadBackScreen
from goedgesprek_tui.screens.scripts import ScriptsScreen
from goedgesprek_tui.screens.search import FoundScreen, SearchScreen
from goedgesprek_tui.screens.setup import SetupScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.talk import Talk
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.recorder import Recorder

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
FIRST_MEETING = "1-ouderkamer-eerste-kennismaking"
SAID = (
    "/toestemming alle ja",
    "/fase 3",
    "Ze komt elke dag zingend thuis",
    "s: Ouders weten overdag niet bij wie ze moeten zijn #contact-met-school",
    "Mijn zoon zegt dat hij niet meer durft #veiligheid-en-pesten",
    "w: Eén vast moment in de week [lacht] [/b]",
    "Je krijgt een berichtje, maar er is nooit tijd voor een praatje",
)


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the folder be shown from the home folder, so that a picture is the same everywhere."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))


def an_app(tmp_path: Path, new_id: Callable[[], str], talk: str | None = FIRST_MEETING) -> GoedGesprek:
    clock = Clock()
    app = GoedGesprek(tmp_path / "gesprekken", talk, now=lambda: NOON, monotonic=clock, new_id=new_id)
    app.clock = clock  # type: ignore[attr-defined]
    return app


async def seen(pilot: Pilot[None], kind: type[Screen[object]]) -> Screen[object]:
    """Wait for a screen, and let no cursor blink on it."""
    screen = await at_screen(pilot, kind)
    for line in screen.query(Input):
        line.cursor_blink = False
    await pilot.pause()
    return screen


async def said(pilot: Pilot[None], *lines: str, minutes: int = 23) -> LiveScreen:
    """Hold a talk in which these lines are typed."""
    live = await at_screen(pilot, LiveScreen)
    for line in lines:
        live.query_one(Recorder).put(line)
        await pilot.press("enter")
    app: App[None] = pilot.app
    app.clock.seconds = 60 * minutes  # type: ignore[attr-defined]
    await until(pilot, lambda: live.talk.all_safe)
    live.refresh_view()
    await seen(pilot, LiveScreen)
    return live


@SIZES
def test_home(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        live = await said(pilot, *SAID)
        live.dismiss("stop")
        await at_screen(pilot, WrapUpScreen)
        await pilot.press("escape")
        home = await seen(pilot, HomeScreen)
        await until(pilot, lambda: len(home.query_one(Choices).rows) == 5)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=size, run_before=before)


@SIZES
def test_scripts(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await seen(pilot, ScriptsScreen)

    assert snap_compare(an_app(tmp_path, new_id, talk=""), terminal_size=size, run_before=before)


@SIZES
def test_setup(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await at_screen(pilot, ScriptsScreen)
        await pilot.press("enter")
        await seen(pilot, SetupScreen)

    assert snap_compare(an_app(tmp_path, new_id, talk=""), terminal_size=size, run_before=before)


@SIZES
def test_a_talk_begins(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await seen(pilot, LiveScreen)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=size, run_before=before)


@SIZES
def test_the_talk(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await said(pilot, *SAID)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=size, run_before=before)


@SIZES
def test_a_full_talk_with_absurd_notes(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        long = "een lang verhaal over hoe het ging op school, " * 9
        await said(pilot, *SAID, long[:400], "x" * 90, "👩‍👧 مرحبا ja [red]nee[/red]", minutes=80)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=size, run_before=before)


def test_topics_while_typing(snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        live = await said(pilot, *SAID)
        live.query_one(Recorder).put("Te veel toetsen #scho")
        await pilot.pause()

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=(80, 24), run_before=before)


def test_choosing_a_topic(snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await said(pilot, *SAID)
        await pilot.press("f2")
        await seen(pilot, PickScreen)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=(80, 24), run_before=before)


def test_off_the_record(snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        live = await said(pilot, *SAID, "/niet-vastleggen")
        live.say("")

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=(80, 24), run_before=before)


def test_the_help(snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await said(pilot, *SAID)
        await pilot.press("f1")
        await seen(pilot, HelpScreen)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=(80, 24), run_before=before)


@SIZES
def test_reading_back(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await said(pilot, *SAID)
        await pilot.press("f6")
        await seen(pilot, ReadBackScreen)
        await pilot.press("j", "k", "n")
        await seen(pilot, ReadBackScreen)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=size, run_before=before)


@SIZES
def test_the_work_after_the_talk(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        live = await said(pilot, *SAID)
        live.perform("/stop")
        wrap_up = await seen(pilot, WrapUpScreen)
        await until(pilot, lambda: wrap_up.talk.all_safe)  # type: ignore[attr-defined]
        await pilot.pause()

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=size, run_before=before)


@SIZES
def test_the_summary(
    snap_compare: Compare, tmp_path: Path, new_id: Callable[[], str], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        live = await said(pilot, *SAID)
        live.perform("/stop")
        wrap_up = await seen(pilot, WrapUpScreen)
        pilot.app.push_screen(PreviewScreen(wrap_up.talk, wrap_up.desk))  # type: ignore[attr-defined]
        await seen(pilot, PreviewScreen)

    assert snap_compare(an_app(tmp_path, new_id), terminal_size=size, run_before=before)


NAMES = (
    "Mijn dochter Ikram durft niet meer naar school.",
    "Juf Ingrid [/b] belt altijd pas als het mis is.",
    "Mijn zoon heeft autisme en de klas is te druk voor hem.",
    "Toen kwam Xantrolo erbij en werd het stil.",
)


@SIZES
@pytest.mark.parametrize("steps", [0, 1, 9], ids=["beschermd", "naam", "laatste"])
def test_looking_over_for_names(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], steps: int
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        screen = await seen(pilot, NamesScreen)
        await until(pilot, lambda: screen.looked)  # type: ignore[attr-defined]
        await pilot.press(*["right"] * steps)
        await seen(pilot, NamesScreen)

    notes = (
        Note(id=f"n{n}", number=n, text=text, consent=Consent.VERBATIM) for n, text in enumerate(NAMES, 1)
    )
    stage = Stage(tmp_path, a_session(*notes, ended=NOON), lambda talk, desk: NamesScreen(talk, Checker()))
    assert snap_compare(stage, terminal_size=size, run_before=before)


@SIZES
@pytest.mark.parametrize("is_new", [False, True], ids=["typen", "kiezen"])
def test_a_passphrase(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], is_new: bool) -> None:
    async def before(pilot: Pilot[None]) -> None:
        kind = NewPassphraseScreen if is_new else PassphraseScreen
        await seen(pilot, kind)  # type: ignore[arg-type]
        await pilot.press(*"vier kopjes")
        await pilot.pause()

    def make(talk: Talk, desk: Desk) -> Screen[Any]:
        return NewPassphraseScreen() if is_new else PassphraseScreen(desk.store)

    assert snap_compare(Stage(tmp_path, a_session(), make), terminal_size=size, run_before=before)


@SIZES
@pytest.mark.parametrize("typed", ["", "school", "giraffe foo:x"], ids=["leeg", "gevonden", "niets"])
def test_searching(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], typed: str) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await searched(pilot, typed)

    assert snap_compare(searching(tmp_path), terminal_size=size, run_before=before)


@SIZES
def test_a_note_that_was_found(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await searched(pilot, "school")
        await pilot.press("down", "enter")
        await seen(pilot, FoundScreen)  # type: ignore[arg-type]
        await pilot.pause()

    assert snap_compare(searching(tmp_path), terminal_size=size, run_before=before)


def searching(folder: Path) -> Stage:
    """A stage to search on, with a long quote, a word of ninety letters and emoji."""
    long = f"{'en toen zei hij weer niets, ' * 14}en op school zien ze het niet"
    texts = ("Hij wil niet naar school", long, "x" * 90, "🙂 scholen [/b] [red]nee", *["Iets anders"] * 20)
    notes = [Note(id=f"n{n}", number=n, text=text) for n, text in enumerate(texts, 1)]
    session = a_session(*notes, id="s-2", place_kind="ouderkamer", place="De Linde")
    return Stage(folder, a_session(), lambda talk, desk: SearchScreen(desk, [session]))


async def searched(pilot: Pilot[None], typed: str) -> None:
    """Search for this until it was found."""
    screen = await seen(pilot, SearchScreen)  # type: ignore[arg-type]
    assert isinstance(screen, SearchScreen)
    screen.query_one(Input).value = typed
    await until(pilot, lambda: screen.wanted == typed and not screen.searching)
    await pilot.pause()
