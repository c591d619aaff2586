"""The example conversation: its summary, and the same lines through the plain mode and the screen."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NOON, at_screen, until

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.console.plain import Plain
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import Desk, open_desk
from goedgesprek_tui.exporting import render
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.widgets.recorder import Recorder

EXAMPLES = Path(__file__).parent.parent / "sessions" / "voorbeelden"
LINES = (EXAMPLES / "eerste-kennismaking.txt").read_text("utf-8").splitlines()
SCRIPT = "1-ouderkamer-eerste-kennismaking"
HEADINGS = (
    "Schooladvies en eindtoets",
    "Regels in school",
    "Imago vmbo",
    "Schooltijden en vakanties",
    "Zorg in school",
    "Veiligheid en pesten",
    "Passend onderwijs",
)


def summary_in(folder: Path) -> str:
    desk = open_desk(folder, lambda: NOON, str)
    (listed,) = desk.store.listed()
    assert listed.session
    return render(desk, [listed.session], "md").data.decode()


@pytest.fixture
def desk(tmp_path: Path, new_id: Callable[[], str]) -> Desk:
    desk = open_desk(tmp_path / "plat", lambda: NOON, new_id)
    desk.store.prepare()
    return desk


def test_the_example_gives_its_summary_with_the_headings_parents_used(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "voorbeelden")
    summary = summary_in(tmp_path / "voorbeelden")
    assert summary == (EXAMPLES / "eerste-kennismaking.md").read_text("utf-8")
    assert [heading for heading in HEADINGS if f"\n### {heading}\n" in summary] == list(HEADINGS)


async def test_the_plain_mode_and_the_screen_give_the_same_summary(
    desk: Desk, tmp_path: Path, new_id: Callable[[], str]
) -> None:
    with desk.store.create(desk.begin(desk.script(SCRIPT))) as opened:
        talk = Conversation(opened.session)
        plain = Plain(talk, opened, desk.setting, desk.prompts, out=io.StringIO(), monotonic=lambda: 0.0)
        assert plain.run(LINES)
    app = GoedGesprek(tmp_path / "scherm", SCRIPT, now=lambda: NOON, monotonic=lambda: 0.0, new_id=new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        live = await at_screen(pilot, LiveScreen)
        for line in LINES:
            live.query_one(Recorder).put(line)
            await pilot.press("enter")
        await at_screen(pilot, WrapUpScreen)
        await until(pilot, lambda: live.talk.all_safe)
    assert summary_in(tmp_path / "scherm") == summary_in(tmp_path / "plat")
