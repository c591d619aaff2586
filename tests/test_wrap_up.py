import threading
from pathlib import Path

import pytest
from conftest import until
from stage import NOON, NOTES, Stage, a_session
from textual.widgets import Static

from goedgesprek_tui.models import Session
from goedgesprek_tui.screens.agreements import AgreementsScreen
from goedgesprek_tui.screens.evaluation import EvaluationScreen
from goedgesprek_tui.screens.facts import FactsScreen
from goedgesprek_tui.screens.labelling import GistScreen, LabelScreen
from goedgesprek_tui.screens.names import NamesScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.preview import PreviewScreen
from goedgesprek_tui.screens.read_back import ReadBackScreen
from goedgesprek_tui.screens.reflection import ReflectionScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.tasks import Do
from goedgesprek_tui.widgets.choices import Choices

ALL_GISTS = tuple(note.model_copy(update={"gist": "de kern"}) for note in NOTES)


def wrapping_up(folder: Path, session: Session) -> Stage:
    return Stage(folder, session, WrapUpScreen)


@pytest.fixture
def app(tmp_path: Path) -> Stage:
    return wrapping_up(tmp_path, a_session(*NOTES, ended=NOON, place_kind="ouderkamer"))


def selected(app: Stage) -> Do:
    chosen = app.screen.query_one(Choices).chosen
    assert chosen
    return Do(chosen.value)


async def test_it_says_what_was_held_and_how_each_task_stands(app: Stage) -> None:
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True):
        said = app.text()
    assert "Kort gesprek · ouderkamer" in said
    assert "Afgerond: 5 notities, alles bewaard." in said
    assert "4 zinnen, nog niets voorgelezen" in said
    assert "2 citaten hebben nog geen kern en blijven uit het verslag" in said
    assert "Klaar, naar het begin" in said


async def test_where_no_command_can_be_typed_none_is_named_when_words_are_at_risk(
    app: Stage, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        away = tmp_path.rename(tmp_path.with_name("weg"))
        app.talk.change(app.talk.conversation.facts(place="De Linde"))
        await until(pilot, lambda: "niet alles is bewaard" in app.text())
        said = str(app.screen.query_one("#message", Static).content)
        assert said.startswith("De map is er niet: dit is nog niet opgeslagen in ")
        assert said.endswith("stick weer aan. Het programma probeert het zelf opnieuw.")
        away.rename(tmp_path)


async def test_it_says_that_all_is_stored_only_when_it_is(app: Stage) -> None:
    goes_on = threading.Event()
    async with app.run_test(size=(80, 24)) as pilot:
        save = app.opened.save
        app.opened.save = lambda *what: (goes_on.wait(10), save(*what))[1]  # type: ignore[method-assign]
        app.talk.change(app.talk.conversation.facts(place="De Linde"))
        app.tell_screen()
        await pilot.pause()
        assert "Afgerond: 5 notities, wordt nog bewaard." in app.text()
        goes_on.set()
        await until(pilot, lambda: "Afgerond: 5 notities, alles bewaard." in app.text())


async def test_each_task_opens_its_screen_and_the_next_one_is_selected_after_it(app: Stage) -> None:
    screens = [
        ReadBackScreen,
        EvaluationScreen,
        AgreementsScreen,
        LabelScreen,
        GistScreen,
        FactsScreen,
        ReflectionScreen,
        NamesScreen,
        PreviewScreen,
    ]
    async with app.run_test(size=(80, 24)) as pilot:
        for screen in screens:
            await app.keys(pilot, "enter")
            assert type(app.screen) is screen
            await app.keys(pilot, "escape")
        assert selected(app) is Do.SAVE


async def test_a_task_that_is_gone_gives_way_to_the_next(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "down down down down enter")
        await app.paste(pilot, "gaat zelf naar school", "enter")
        await app.paste(pilot, "hoort het pas laat", "enter")
        assert selected(app) is Do.FACTS
        assert "Kern schrijven" not in app.text()


@pytest.mark.parametrize(
    ("keys", "result"), [("escape", "klaar"), ("end enter", "klaar"), ("end up enter", "verder")]
)
async def test_it_gives_where_to_go(app: Stage, keys: str, result: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, keys)
        assert app.results == [result]


async def test_what_stays_out_is_put_in_front_of_her_before_saving(app: Stage, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await app.keys(pilot, "end up up enter")
        assert isinstance(app.screen, PickScreen)
        assert "2 citaten hebben nog geen kern" in app.text()
        await app.keys(pilot, "1")
        assert isinstance(app.screen, GistScreen)
    assert not (tmp_path / "uitvoer").exists()


async def test_the_summary_is_saved_and_the_line_says_where(tmp_path: Path) -> None:
    app = wrapping_up(tmp_path, a_session(*ALL_GISTS, ended=NOON))
    async with app.run_test(size=(160, 40)) as pilot:
        await app.keys(pilot, "end up up enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Opgeslagen, met 4 notities:" in app.text()
        assert "2026-03-12-kort-gesprek.md" in app.text()
    saved = (tmp_path / "uitvoer" / "2026-03-12-kort-gesprek.md").read_text(encoding="utf-8")
    assert "de kern" in saved


async def test_a_summary_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "uitvoer").write_text("in de weg", encoding="utf-8")
    app = wrapping_up(tmp_path, a_session(*ALL_GISTS, ended=NOON))
    async with app.run_test(size=(160, 40)) as pilot:
        await app.keys(pilot, "end up up enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "De uitvoer is niet geschreven" in app.text()


async def test_topics_are_not_opened_when_nothing_waits_for_one(tmp_path: Path) -> None:
    app = wrapping_up(tmp_path, a_session(NOTES[1], ended=NOON))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "down down down enter")
        assert isinstance(app.screen, WrapUpScreen)
        assert "Alle citaten en signalen hebben een thema." in app.text()
