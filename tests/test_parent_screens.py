"""A practice talk on the screen: choosing a parent, asking, a hint, taking back, looking back."""

from pathlib import Path

import pytest
from conftest import Clock, at_screen, until
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.practice.judged import judge
from goedgesprek_tui.practice.judged_file import read_talk
from goedgesprek_tui.screens.parent_after import ParentAfterScreen
from goedgesprek_tui.screens.parent_talk import ParentTalkScreen
from goedgesprek_tui.screens.parents import ParentsScreen
from goedgesprek_tui.screens.practice import PracticeScreen
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.lines import Lines

PUSH = "Moet je niet gewoon strenger zijn?"


@pytest.fixture
def practice_app(folder: Path, clock: Clock) -> GoedGesprek:
    return GoedGesprek(folder, monotonic=clock, straight="oefenen")


async def choosing(pilot: Pilot[None]) -> ParentsScreen:
    await at_screen(pilot, PracticeScreen)
    await pilot.press("down", "down", "enter")
    screen = await at_screen(pilot, ParentsScreen)
    await until(pilot, lambda: len(screen.query_one(Choices).rows) > 5)
    return screen


async def talking(pilot: Pilot[None]) -> ParentTalkScreen:
    await choosing(pilot)
    await pilot.press("enter")
    return await at_screen(pilot, ParentTalkScreen)


async def ask(pilot: Pilot[None], *questions: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, ParentTalkScreen)
    for question in questions:
        before = screen.meeting
        screen.query_one(Input).value = question
        await pilot.press("enter")
        await until(pilot, lambda before=before: screen.meeting is not before)
    await pilot.pause()


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(str(lines.content) for lines in pilot.app.screen.query(Lines))


def message(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#message", Static).content)


async def test_a_parent_answers_and_the_level_is_told_with_its_reason(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await talking(pilot)
        assert "„Huiswerk is bij ons elke avond trekken. Ik word er zo moe van.”" in shown(pilot)
        assert "1  En wat voor … is dat?" in shown(pilot)
        await ask(pilot, "En wat voor trekken is dat?")
        assert "1  En wat voor … is dat?" not in shown(pilot)
        assert screen.query_one(Input).value == ""
        assert "✓ waarschijnlijk klassiek schoon" in shown(pilot)
        assert "Je gebruikt woorden van de ouder: trekken." in shown(pilot)
        assert "kant van een touw" in shown(pilot)
        await ask(pilot, PUSH)
        assert "! waarschijnlijk sterk sturend" in shown(pilot)


async def test_the_levels_can_wait_until_the_end(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        await choosing(pilot)
        await pilot.press("o")
        assert message(pilot).startswith("Pas na het gesprek")
        await pilot.press("enter")
        await at_screen(pilot, ParentTalkScreen)
        await ask(pilot, PUSH)
        assert "sturend" not in shown(pilot)
        await pilot.press("escape")
        await at_screen(pilot, ParentAfterScreen)
        assert "! waarschijnlijk sterk sturend" in shown(pilot)


async def test_a_hint_gives_words_first_and_then_a_question(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await talking(pilot)
        screen.query_one(Input).value = "En wat"
        await pilot.press("f2")
        await until(pilot, lambda: "trekken · huiswerk · moe" in message(pilot))
        await pilot.press("f2")
        await until(pilot, lambda: message(pilot).startswith("Je zou kunnen vragen: En "))
        assert screen.query_one(Input).value == "En wat"
        assert screen.meeting.exchanges == ()


async def test_a_question_that_is_taken_back_can_be_changed(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await talking(pilot)
        await pilot.press("ctrl+z")
        assert message(pilot) == "Er is nog geen vraag om terug te nemen."
        await ask(pilot, PUSH)
        await pilot.press("ctrl+z")
        assert screen.query_one(Input).value == PUSH
        assert screen.meeting.exchanges == ()
        await ask(pilot, "En wat voor moe is dat?", PUSH)
        screen.query_one(Input).value = "half getypt"
        await pilot.press("ctrl+z")
        assert screen.query_one(Input).value == "half getypt"
        await pilot.press("escape")
        await at_screen(pilot, ParentAfterScreen)
        assert "Teruggenomen   Moet je niet gewoon strenger zijn? ·" in shown(pilot)


async def test_nothing_typed_lets_the_parent_think(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await talking(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: message(pilot).startswith("Je vroeg niets."))
        assert screen.meeting.exchanges == ()
        await pilot.press("escape")
        await at_screen(pilot, ParentsScreen)


async def test_a_talk_is_looked_back_on_gone_on_with_and_begun_anew(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await talking(pilot)
        await ask(pilot, "En wat gebeurt er dan?")
        await pilot.press("escape")
        await at_screen(pilot, ParentAfterScreen)
        assert "Het gesprek is nog niet klaar." in shown(pilot)
        await pilot.press("v")
        await at_screen(pilot, ParentTalkScreen)
        await ask(pilot, "En wat zou je graag willen dat er gebeurt?", "En wat is er nodig voor samen?")
        assert screen.meeting.arrived
        assert message(pilot).startswith("Samira gaat zelf eerst aan tafel zitten")
        await pilot.press("enter")
        await at_screen(pilot, ParentAfterScreen)
        for told in (
            "Je vragen      3 klassiek schoon",
            "Opgepakt       samen",
            "Van jezelf     geen woord",
            "Volgende keer",
        ):
            assert told in shown(pilot)
        await pilot.press("n")
        assert await at_screen(pilot, ParentTalkScreen) is screen
        assert screen.meeting.exchanges == ()


async def test_a_parent_who_went_away_says_how_to_go_on(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await talking(pilot)
        await ask(pilot, PUSH, PUSH)
        assert "Samira is dichtgegaan" in str(screen.query_one("#state", Static).content)
        await ask(pilot, PUSH, PUSH)
        assert message(pilot).startswith("Samira is weggegaan. ^Z neemt je laatste vraag terug")
        await pilot.press("ctrl+z")
        await ask(pilot, "En is er nog iets over trekken?")
        assert not screen.meeting.shut


async def test_a_clean_question_at_the_wrong_moment_is_told_when_it_fits(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        await talking(pilot)
        await ask(pilot, "En wat is er nodig voor trekken?")
        assert "Alleen als de ouder al heeft gezegd wat die graag wil." in " ".join(shown(pilot).split())
        await ask(pilot, "En trekken, dat is zoals wat?")
        assert "Alleen in een oefening." in " ".join(shown(pilot).split())


async def test_what_is_typed_is_shown_as_it_is(practice_app: GoedGesprek) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        await talking(pilot)
        await ask(pilot, "[b]En[/b] wat voor [@click=app.stop]trekken[/] is dat? 😀 " + "x" * 90)
        assert "[b]En[/b] wat voor [@click=app.stop]trekken[/] is dat? 😀" in shown(pilot)


async def test_a_file_with_a_fault_is_told_and_cannot_be_chosen(
    practice_app: GoedGesprek, folder: Path
) -> None:
    (folder / "oefeningen").mkdir(parents=True)
    (folder / "oefeningen" / "stuk.md").write_text(
        "---\nnaam: Stuk\nsoort: oefengesprek\n---\n# Stuk\n", "utf-8"
    )
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await choosing(pilot)
        assert screen.query_one(Choices).rows[-1].label == "stuk.md is niet te gebruiken"
        await pilot.press("end", "enter")
        assert isinstance(pilot.app.screen, ParentsScreen)


async def test_a_talk_is_saved_for_the_trainer_and_opens_in_judging(
    practice_app: GoedGesprek, folder: Path
) -> None:
    async with practice_app.run_test(size=(80, 24)) as pilot:
        screen = await talking(pilot)
        await ask(pilot, "En wat voor *trekken* is dat?", PUSH, "ok", "Waarom ben je zo moe [/b]?")
        await pilot.press("escape")
        after = await at_screen(pilot, ParentAfterScreen)
        await pilot.press("o")
        said = after.query_one("#message", Static)
        await until(pilot, lambda: str(said.content).startswith("Opgeslagen: "))
        (file,) = (folder / "uitvoer").glob("*oefengesprek*.md")
        text = file.read_text("utf-8")
        assert text.startswith("# Oefengesprek met Samira\n")
        for told in ("Bleef liggen: ", "Volgende keer: ", "programma: waarschijnlijk sterk sturend"):
            assert told in text
        opened = read_talk(text)
        asked = [(one.question, one.rating.level) for one in screen.meeting.exchanges]
        assert [(one.asked.question, one.rating.level) for one in judge(opened.transcript.questions)] == asked
