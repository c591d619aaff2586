"""The screens of practice as pictures: read each SVG before accepting it with --snapshot-update."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import QUESTIONS
from stage import Stage, a_session
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from goedgesprek_tui.practice.cards import deck_of
from goedgesprek_tui.practice.learning import Next, Progress
from goedgesprek_tui.practice.meeting import Meeting
from goedgesprek_tui.prompts import load_exercises
from goedgesprek_tui.screens.card_session import CardSessionScreen
from goedgesprek_tui.screens.parent_after import ParentAfterScreen
from goedgesprek_tui.screens.parent_talk import ParentTalkScreen
from goedgesprek_tui.screens.parents import ParentsScreen
from goedgesprek_tui.widgets.choices import Choices

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
EXERCISES = load_exercises()
ASKED = (
    "En wat voor trekken is dat?",
    f"Moet je niet gewoon {'heel ' * 60}streng zijn, of {'zo' * 45}? 🙂 [/b]",
    "En wat zou je graag willen dat er gebeurt?",
)


def a_talk(*questions: str) -> Meeting:
    meeting = Meeting(EXERCISES.dialogues[0])
    for question in questions:
        meeting = meeting.ask(question)
    return meeting


async def still(pilot: Pilot[None]) -> None:
    for line in pilot.app.screen.query(Input):
        line.cursor_blink = False
    await pilot.pause()
    await pilot.pause()


@SIZES
@pytest.mark.parametrize("asked", [(), ASKED], ids=["begin", "lang"])
def test_a_practice_talk(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], asked: Any) -> None:
    stage = Stage(tmp_path, a_session(), lambda _, desk: ParentTalkScreen(desk, a_talk(*asked), at_once=True))
    assert snap_compare(stage, terminal_size=size, run_before=still)


@SIZES
def test_looking_back_on_a_practice_talk(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = Stage(tmp_path, a_session(), lambda _, desk: ParentAfterScreen(desk, a_talk(*ASKED)))
    assert snap_compare(stage, terminal_size=size, run_before=still)


@SIZES
def test_choosing_a_parent(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        while len(pilot.app.screen.query_one(Choices).rows) < 6:
            await pilot.pause(0.02)
        await pilot.press("down", "down")
        await still(pilot)

    stage = Stage(tmp_path, a_session(), lambda _, desk: ParentsScreen(desk))
    assert snap_compare(stage, terminal_size=size, run_before=before)


@SIZES
@pytest.mark.parametrize("which", ["leren", "voorkant", "achterkant", "kiezen", "klaar"])
def test_a_card(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], which: str) -> None:
    deck = deck_of(QUESTIONS, EXERCISES.card_sets)
    card = next(card for card in deck.cards.values() if bool(card.options) == (which == "kiezen"))

    async def before(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, CardSessionScreen)
        if which != "leren":
            screen.lay(None if which == "klaar" else Next(card=card))
        if which == "achterkant":
            await pilot.press("enter")
        await still(pilot)

    def make(_: Any, desk: Any) -> Screen[Any]:
        return CardSessionScreen(desk, Progress(name="Ria"), deck)

    assert snap_compare(Stage(tmp_path, a_session(), make), terminal_size=size, run_before=before)
