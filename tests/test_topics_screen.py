"""The topics of many conversations on the screen: renamed, merged and split, and taken back."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import NOON, Clock, at_screen, until
from stage import Stage, a_session
from store_cases import FaultyOs, disk_full
from test_walk import home
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.models import Note, Session, Topic
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.busy import BusyScreen, undisturbed_telling
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.scripts import ScriptsScreen
from goedgesprek_tui.screens.sessions import SessionsScreen
from goedgesprek_tui.screens.setup import SetupScreen
from goedgesprek_tui.screens.splitting import SplitScreen
from goedgesprek_tui.screens.topics import TopicsScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.keys import KeyLine
from goedgesprek_tui.widgets.recorder import Recorder

HEK = Topic(id="hek", name="Wachten bij het hek [/b]")


def noted(id: str, *labels: str) -> Session:
    """Return a session with one note for each label: topics with a space between them."""
    notes = [
        Note(id=f"{id}-{at}", number=at, text=f"[lacht] zin {at} van {id}", topics=tuple(each.split()))
        for at, each in enumerate(labels, start=1)
    ]
    return a_session(*notes, id=id, topics=(HEK,), place=f"De {id}")


HELD = (noted("es", "veiligheid-pesten", "veiligheid-pesten hek", "hek"), noted("iep", "veiligheid-pesten"))


async def come(app: Stage, act: Callable[[Callable[[int, int], None]], str], outcome: list[str]) -> None:
    outcome.append(await undisturbed_telling(app, act))


class Topics(Stage):
    """Shows the topics of sessions that lie in the folder, none of which is in hand."""

    def __init__(self, folder: Path, *sessions: Session) -> None:
        super().__init__(folder, a_session(id="in-de-hand"), lambda _, desk: TopicsScreen(desk, sessions))
        for session in sessions:
            self.desk.store.create(session).close()

    def on_disk(self, id: str) -> list[str]:
        return [" ".join(note.topics) for note in self.desk.store.load(id).notes]

    def message(self) -> str:
        return str(self.screen.query_one("#message", Static).content)

    def labels(self) -> list[str]:
        return [row.label for row in self.screen.query_one(Choices).rows]

    def details(self) -> list[str]:
        return [row.detail for row in self.screen.query_one(Choices).rows]

    def heading(self) -> str:
        return str(self.screen.query_one(".heading", Static).content)

    async def counted(self, pilot: Pilot[None]) -> TopicsScreen:
        screen = await at_screen(pilot, TopicsScreen)
        await until(pilot, lambda: self.labels() or "nog geen" in self.message())
        return screen

    async def named(self, pilot: Pilot[None], name: str) -> None:
        """Give another name to the selected topic."""
        await pilot.press("n")
        await at_screen(pilot, AskScreen)
        self.screen.query_one(Input).value = name
        await pilot.press("enter")

    async def says(self, pilot: Pilot[None], *parts: str) -> None:
        """Wait for what the screen of the topics says."""

        def said() -> bool:
            shown = isinstance(self.screen, TopicsScreen)
            return shown and all(part in self.message() for part in parts)

        await until(pilot, said)


@pytest.fixture
def stage(tmp_path: Path) -> Topics:
    return Topics(tmp_path, *HELD)


def run(app: Topics) -> Any:
    return app.run_test(size=(80, 24), notifications=True, tooltips=True)


async def test_topics_stand_there_by_the_number_of_conversations(stage: Topics) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        assert stage.labels() == ["Veiligheid en pesten", HEK.name]
        assert stage.details() == ["in 2 gesprekken, 3 notities", "in 1 gesprek, 2 notities"]


async def test_where_nothing_has_a_topic_no_key_does_anything(tmp_path: Path) -> None:
    stage = Topics(tmp_path, noted("es", ""))
    async with run(stage) as pilot:
        screen = await stage.counted(pilot)
        assert stage.message() == "In deze gesprekken heeft nog geen notitie een thema."
        for key in ("n", "s", "d", "enter"):
            await pilot.press(key)
        assert stage.screen is screen
        await pilot.press("ctrl+z")
        await stage.says(pilot, "niets om terug te draaien")
        await pilot.press("escape")
        await until(pilot, lambda: stage.results == [()])


async def test_a_topic_gets_another_name_everywhere_and_its_own_back(stage: Topics) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        await stage.named(pilot, "Zich  veilig voelen [b]")
        await stage.says(pilot, "heet nu Zich veilig voelen [b], in 2 gesprekken met 3 notities.")
        assert stage.labels()[0] == "Zich veilig voelen [b]"
        for held in HELD:
            renamed = stage.desk.store.load(held.id).topics[-1]
            assert (renamed.id, renamed.name) == ("veiligheid-pesten", "Zich veilig voelen [b]")
            assert "Veiligheid en pesten" in renamed.also
        await pilot.press("ctrl+z")
        await stage.says(pilot, "Teruggedraaid in 2 gesprekken: Veiligheid en pesten heet weer zo.")
        assert [stage.desk.store.load(held.id) for held in HELD] == list(HELD)
        await pilot.press("escape")
        await until(pilot, lambda: bool(stage.results))
        assert {session.id: session for session in stage.results[0]} == {one.id: one for one in HELD}


async def test_a_name_that_can_be_none_is_asked_again_with_what_was_typed(stage: Topics) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        await stage.named(pilot, "x" * 101)
        await until(pilot, lambda: "101 tekens" in str(stage.screen.query_one(".about", Static).content))
        assert stage.screen.query_one(Input).value == "x" * 101
        assert str(stage.screen.query_one(KeyLine).content) == "Enter hernoemen  Esc terug"
        await pilot.press("escape")
        await at_screen(pilot, TopicsScreen)
        assert stage.on_disk("iep") == ["veiligheid-pesten"]


async def test_the_name_of_another_topic_leads_to_putting_them_together_which_is_not_the_default(
    stage: Topics,
) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        await stage.named(pilot, HEK.name.upper())
        await at_screen(pilot, PickScreen)
        assert stage.heading() == (
            f"Er is al een thema {HEK.name}. Alle 3 notities van Veiligheid en pesten komen onder "
            f"{HEK.name}, in 2 gesprekken. Doen?"
        )
        await pilot.press("enter")
        await at_screen(pilot, TopicsScreen)
        assert stage.on_disk("es") == ["veiligheid-pesten", "veiligheid-pesten hek", "hek"]
        await stage.named(pilot, HEK.name)
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await stage.says(
            pilot, f"3 notities van Veiligheid en pesten staan nu onder {HEK.name}, in 2 gesprekken."
        )
        assert (stage.on_disk("es"), stage.on_disk("iep")) == (["hek", "hek", "hek"], ["hek"])


async def test_an_older_name_of_another_topic_is_asked_about(stage: Topics) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        await pilot.press("end")
        await stage.named(pilot, "pesten")
        await at_screen(pilot, PickScreen)
        assert stage.heading() == "pesten is een andere naam voor Veiligheid en pesten. Wat wil je?"
        assert stage.labels() == ["Niet doen", "Samenvoegen met Veiligheid en pesten", "Toch zo noemen"]
        await pilot.press("3")
        await stage.says(pilot, f"{HEK.name} heet nu pesten, in 1 gesprek met 2 notities.")


async def test_topics_are_put_together_and_several_changes_taken_back_one_by_one(stage: Topics) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        await pilot.press("end", "s")
        await at_screen(pilot, PickScreen)
        assert HEK.name not in stage.labels()
        assert stage.labels()[0] == "Veiligheid en pesten"
        await pilot.press("1")
        await until(pilot, lambda: "Doen?" in stage.heading())
        await pilot.press("2")
        await stage.says(
            pilot, "2 notities van Wachten bij het hek [/b] staan nu onder Veiligheid en pesten, in 1"
        )
        assert stage.on_disk("es") == ["veiligheid-pesten"] * 3
        await stage.named(pilot, "Veilig")
        await stage.says(pilot, "heet nu Veilig, in 2 gesprekken met 4 notities.")
        await pilot.press("ctrl+z")
        await stage.says(pilot, "heet weer zo")
        await pilot.press("ctrl+z")
        await stage.says(pilot, "is weer een eigen thema")
        assert [stage.desk.store.load(held.id) for held in HELD] == list(HELD)
        await pilot.press("ctrl+z")
        await stage.says(pilot, "niets om terug te draaien")


@pytest.mark.parametrize(
    ("typed", "name"), [("Fluiten en schelden", "Fluiten en schelden"), ("zorg in", "Zorg in school")]
)
async def test_marked_notes_come_under_a_new_topic_or_one_that_is_there(
    stage: Topics, typed: str, name: str
) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        await pilot.press("d")
        split = await at_screen(pilot, SplitScreen)
        await pilot.press("enter")
        assert stage.screen is split
        assert "spatiebalk" in stage.message()
        await pilot.press("space", "down", "space", "down", "space", "up", "space")
        assert [label[:3] for label in stage.labels()] == ["[x]", "[ ]", "[x]"]
        assert stage.message().startswith("2 notities gekozen.")
        await pilot.press("enter")
        await at_screen(pilot, PickScreen)
        assert stage.heading() == "Onder welk thema komen deze 2 notities van Veiligheid en pesten?"
        stage.screen.query_one(Input).value = typed
        await pilot.pause()
        await pilot.press("enter")
        await stage.says(
            pilot, f"2 notities van Veiligheid en pesten staan nu onder {name}, in 2 gesprekken."
        )
        new = stage.on_disk("iep")[0]
        assert stage.on_disk("es") == [new, "veiligheid-pesten hek", "hek"]
        assert name in stage.labels()
        assert "Veiligheid en pesten" in stage.labels()
        await pilot.press("ctrl+z")
        await stage.says(pilot, "Veiligheid en pesten is weer heel")
        assert [stage.desk.store.load(held.id) for held in HELD] == list(HELD)


async def test_one_that_is_open_elsewhere_is_named_and_the_list_stays(stage: Topics) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        with Store(stage.desk.folder).open("iep"):
            await stage.named(pilot, "Veilig")
            await stage.says(pilot, "De iep", "is open in een ander venster")
        assert stage.labels()[0] == "Veiligheid en pesten"
        await stage.named(pilot, "Veilig")
        await stage.says(pilot, "heet nu Veilig")


async def test_what_could_not_be_put_back_is_said_and_taken_back_with_the_same_key(
    stage: Topics, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FullAfterOne(FaultyOs):
        saved = 0

        def write(self, fd: int, data: memoryview) -> int:
            if self.saved:
                raise disk_full()
            return os.write(fd, data)

        def replace(self, old: Path, new: Path) -> None:
            self.saved += new.suffix == ".json"
            old.replace(new)

    async with run(stage) as pilot:
        await stage.counted(pilot)
        monkeypatch.setattr(stage.desk.store, "_os", FullAfterOne())
        await stage.named(pilot, "Veilig")
        await stage.says(pilot, "De schijf is vol", "in 1 gesprek", "De es", "Er is niets kwijt")
        assert stage.labels()[0] == "Veilig"
        monkeypatch.undo()
        await pilot.press("ctrl+z")
        await stage.says(pilot, "Teruggedraaid in 1 gesprek")
        assert [stage.desk.store.load(held.id) for held in HELD] == list(HELD)


async def test_what_takes_a_while_shows_how_far_it_is_and_takes_no_keys(stage: Topics) -> None:
    goes_on = threading.Event()

    def act(tell: Callable[[int, int], None]) -> str:
        tell(1, 3)
        goes_on.wait(10)
        return "gedaan"

    async with run(stage) as pilot:
        screen = await stage.counted(pilot)
        outcome: list[str] = []
        screen.run_worker(come(stage, act, outcome))
        busy = await at_screen(pilot, BusyScreen)
        await until(pilot, lambda: "33%" in str(busy.query_one("#far", Static).content))
        await pilot.press("escape")
        assert stage.screen is busy
        goes_on.set()
        await until(pilot, lambda: outcome == ["gedaan"])


async def test_what_got_another_topic_meanwhile_keeps_it_and_that_is_said(stage: Topics) -> None:
    async with run(stage) as pilot:
        await stage.counted(pilot)
        await pilot.press("end", "s", "1")
        await until(pilot, lambda: "Doen?" in stage.heading())
        await pilot.press("2")
        await stage.says(pilot, "staan nu onder")
        with stage.desk.store.open("es") as opened:
            notes = opened.session.notes
            by_hand = notes[2].model_copy(update={"topics": ("huiswerk",)})
            opened.save(opened.session.model_copy(update={"notes": (*notes[:2], by_hand)}))
        await pilot.press("ctrl+z")
        await stage.says(pilot, "1 notitie kreeg intussen een ander thema en houdt dat.")
        assert stage.on_disk("es") == ["veiligheid-pesten", "veiligheid-pesten hek", "huiswerk"]


async def test_a_topic_that_was_renamed_has_its_new_name_in_the_next_talk(
    folder: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    store = Store(folder)
    store.create(noted("es", "huiswerk").model_copy(update={"ended": NOON})).close()
    app = GoedGesprek(folder, now=lambda: NOON, monotonic=clock, new_id=new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await home(pilot)
        await pilot.press("down", "enter")
        await at_screen(pilot, SessionsScreen)
        await pilot.press("t")
        topics = await at_screen(pilot, TopicsScreen)
        await until(pilot, lambda: topics.query_one(Choices).rows)
        await pilot.press("n")
        await at_screen(pilot, AskScreen)
        app.screen.query_one(Input).value = "Leren thuis"
        await pilot.press("enter")
        await until(pilot, lambda: "heet nu Leren thuis" in str(topics.query_one("#message", Static).content))
        await pilot.press("escape")
        listed = await at_screen(pilot, SessionsScreen)
        assert [one.session for one in listed.listed] == [store.load("es")]
        await pilot.press("escape")
        await home(pilot)
        await pilot.press("home", "enter")
        await at_screen(pilot, ScriptsScreen)
        await pilot.press("enter")
        await at_screen(pilot, SetupScreen)
        await pilot.press("pagedown")
        live = await at_screen(pilot, LiveScreen)
        live.query_one(Recorder).put("Ze leert aan de keukentafel #leren-thuis")
        await pilot.press("enter")
        (note,) = live.talk.session.shown
        assert (note.text, note.topics) == ("Ze leert aan de keukentafel", ("huiswerk",))
