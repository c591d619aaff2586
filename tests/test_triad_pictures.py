"""A triad as pictures: read each SVG before accepting it with --snapshot-update."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Clock, at_screen
from test_triad import FORM, at, triad
from test_triad_screens import READING, Hall, going_on
from textual.pilot import Pilot
from textual.widgets import Input

from goedgesprek_tui.practice.triad import Said, Stage, Triad, said
from goedgesprek_tui.screens.triad_fields import FieldsScreen
from goedgesprek_tui.screens.triad_ready import ReadyScreen
from goedgesprek_tui.screens.triad_round import RoundScreen
from goedgesprek_tui.screens.triad_step import StepScreen

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
LONG = "Het was 🌱 een [b]tuin[/b] waar alles door elkaar groeit, en niemand weet van wie wat is, " * 4
WORD = "kindercarnavalsoptochtvoorbereidingswerkzaamhedencomiteledenvergaderingsnotulenbespreking"
QUESTIONS = ("En wat voor {X} is dat?", "En is er nog iets over {X}?")


def usual() -> Triad:
    form = FORM.model_copy(update={"questions": QUESTIONS, "watch": ("Welk woord komt terug?", "Hoe lang?")})
    one = at(triad(form=form), Stage.ROUND).in_round(topic="onze moestuin", seconds=8.5 * 60)
    for line in ("En wat voor tuin is dat?", "Een wilde.", "En is er nog iets over wilde?", "Niemand wiedt."):
        one = one.heard(said(line))
    return one


def absurd() -> Triad:
    form = FORM.model_copy(update={"name": WORD, "watch": (LONG, WORD), "questions": (LONG,)})
    one = at(triad(LONG, WORD, "🌻 [red]Dee[/red]", "D", rounds=4, form=form), Stage.ROUND)
    one = one.in_round(topic=LONG, seconds=71 * 60, draft=LONG)
    for number, line in enumerate((LONG, WORD * 2, "?") * 4):
        one = one.heard(Said(text=line, is_question=number % 2 == 0))
    return one


@SIZES
@pytest.mark.parametrize("kept", [usual, absurd], ids=["gewoon", "absurd"])
@pytest.mark.parametrize(
    ("stage", "kind"),
    [(Stage.READY, ReadyScreen), (Stage.ROUND, RoundScreen), (Stage.SPEAKER, FieldsScreen)],
    ids=["klaar", "ronde", "verteller"],
)
def test_a_step(
    snap_compare: Compare,
    tmp_path: Path,
    size: tuple[int, int],
    kept: Callable[[], Triad],
    stage: Stage,
    kind: type[StepScreen],
) -> None:
    hall = Hall(tmp_path, Clock(), at(kept(), stage))
    assert snap_compare(hall, terminal_size=size, run_before=lambda pilot: seen(pilot, kind))


@SIZES
def test_feedback_with_hints(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    one = at(READING, Stage.FEEDBACK)
    one = one.filled_in("werkte-bewijs", "Je deed het goed").filled_in("werkte-maakte", "Je bent rustig")
    hall = Hall(tmp_path, Clock(), one)
    assert snap_compare(hall, terminal_size=size, run_before=lambda pilot: seen(pilot, FieldsScreen))


async def seen(pilot: Pilot[None], kind: type[StepScreen]) -> None:
    """Go on with the triad, and let no cursor blink."""
    await going_on(pilot, kind)
    screen = await at_screen(pilot, kind)
    for line in screen.query(Input):
        line.cursor_blink = False
    await pilot.pause()
