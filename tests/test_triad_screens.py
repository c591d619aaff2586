"""A triad on the screen: held whole, kept at every moment, and saved or wiped at the end."""

from pathlib import Path

import pytest
from conftest import NOON, Clock, at_screen, until
from test_triad import at, triad
from textual.app import App
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

import goedgesprek_tui
from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.desk import open_desk
from goedgesprek_tui.practice.triad import Stage, Triad, said
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.practice import PracticeScreen
from goedgesprek_tui.screens.triad import TriadScreen
from goedgesprek_tui.screens.triad_back import EditScreen, ReadBackScreen
from goedgesprek_tui.screens.triad_end import EndScreen
from goedgesprek_tui.screens.triad_fields import FieldsScreen
from goedgesprek_tui.screens.triad_prepare import PrepareScreen
from goedgesprek_tui.screens.triad_rating import TriadRatingScreen
from goedgesprek_tui.screens.triad_ready import ReadyScreen, WelcomeScreen
from goedgesprek_tui.screens.triad_round import RoundScreen
from goedgesprek_tui.screens.triad_step import StepScreen
from goedgesprek_tui.store.sessions import TRIAD, Store
from goedgesprek_tui.themes import DARK
from goedgesprek_tui.triads import kept_triad
from goedgesprek_tui.widgets.choices import Choices

READING = (
    at(triad(), Stage.READ_BACK).heard(said("En wat voor [b]tuin[/b] is dat?")).heard(said("Een wilde."))
)


class Hall(App[None]):
    """Shows the triads of a folder, in which one may be kept already."""

    CSS_PATH = Path(goedgesprek_tui.__file__).parent / "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, folder: Path, clock: Clock, kept: Triad | None = None) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = "donker"
        self.desk = open_desk(folder, lambda: NOON, str)
        self.clock = clock
        self.bells = 0
        if kept:
            self.desk.store.prepare()
            self.desk.store.triad.write({"stand": kept.model_dump(mode="json")})

    def on_mount(self) -> None:
        self.push_screen(TriadScreen(self.desk, self.clock))

    def bell(self) -> None:
        self.bells += 1

    @property
    def triad(self) -> Triad:
        """The triad as it is now."""
        assert isinstance(self.screen, StepScreen)
        return self.screen.running.triad

    @property
    def on_disk(self) -> Triad | None:
        return kept_triad(Store(self.desk.folder).triad).triad

    def text(self) -> str:
        """Return what stands on the screen, line by line."""
        return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips())


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Hall:
    return Hall(tmp_path / "gesprekken", clock)


async def choosing(pilot: Pilot[None], rows: int = 4) -> TriadScreen:
    screen = await at_screen(pilot, TriadScreen)
    await until(pilot, lambda: len(screen.query_one(Choices).rows) >= rows and screen.focused)
    return screen


async def going_on(pilot: Pilot[None], kind: type[StepScreen]) -> None:
    """Go on with the triad that was kept."""
    await choosing(pilot, 5)
    await pilot.press("enter")
    await at_screen(pilot, kind)


async def fill(pilot: Pilot[None], *lines: str) -> None:
    """Fill in lines, with Enter behind each."""
    for line in lines:
        focused = pilot.app.focused
        assert isinstance(focused, Input)
        focused.insert_text_at_cursor(line)
        pilot.app.post_message(Key("enter", None))
        await until(pilot, lambda line=focused: pilot.app.focused is not line or not line.value)


async def step(pilot: Pilot[None], kind: type[StepScreen]) -> None:
    before = pilot.app.screen
    pilot.app.post_message(Key("pagedown", None))
    await until(pilot, lambda: pilot.app.screen is not before and isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def minutes(pilot: Pilot[None], hall: Hall, number: int) -> None:
    """Let minutes go by, as the clock of the screen sees them."""
    for _ in range(number):
        hall.clock.seconds += 60
        assert isinstance(hall.screen, StepScreen)
        hall.screen.tick()
    await pilot.pause()


# --- a whole triad --------------------------------------------------------------------------------


async def test_three_people_hold_a_whole_triad_and_keep_it_as_markdown(hall: Hall) -> None:
    async with hall.run_test(size=(80, 24)) as pilot:
        await choosing(pilot)
        await pilot.press("enter")
        await at_screen(pilot, PrepareScreen)
        await pilot.press("enter")
        await fill(pilot, "Ana", "Bo", "Chris")
        assert "Samen ongeveer 57 minuten." in hall.text()
        await pilot.press("pagedown")
        await at_screen(pilot, WelcomeScreen)
        assert "Stoppen mag altijd." in hall.text()
        for person in ("Ana", "Bo", "Chris"):
            await step(pilot, FieldsScreen) if person == "Ana" else None
            await until(pilot, lambda person=person: f"Vooraf: {person}" in hall.text())
            await fill(pilot, f"Dan wacht {person}.", "rustig", "stilte")
        for speaker, questioner, observer in (
            ("Ana", "Bo", "Chris"),
            ("Bo", "Chris", "Ana"),
            ("Chris", "Ana", "Bo"),
        ):
            await at_screen(pilot, ReadyScreen)
            await until(pilot, lambda speaker=speaker: f"{speaker} vertelt" in hall.text())
            assert f"{questioner} vraagt" in hall.text()
            assert f"{observer} kijkt en schrijft" in hall.text()
            await fill(pilot, f"de tuin van {speaker}")
            await pilot.press("down", "enter")
            await at_screen(pilot, RoundScreen)
            assert "Waar let je op" in hall.text()
            assert "nog 10 min" in hall.text()
            await fill(pilot, "En wat voor tuin is dat?", "Een wilde.")
            await step(pilot, ReadBackScreen)
            await step(pilot, FieldsScreen)
            assert f"{observer} zegt het hardop tegen {questioner}" in hall.text()
            await fill(pilot, "Je wachtte.", "Ik dacht: er komt meer.", "Ik wachtte mee.")
            await step(pilot, FieldsScreen)
            await fill(pilot, "1", "Ik zag hem voor me.")
            await until(pilot, lambda questioner=questioner: f"Als laatste {questioner}" in hall.text())
            await fill(pilot, "Wachten helpt.", "Langer wachten.")
        for person in ("Ana", "Bo", "Chris"):
            await until(pilot, lambda person=person: f"Afsluiten: {person}" in hall.text())
            await until(pilot, lambda person=person: f"„Dan wacht {person}.”" in hall.text())
            await fill(pilot, "Dat gebeurde.", "Wachten.")
        await at_screen(pilot, EndScreen)
        await pilot.press("down", "enter")
        await choosing(pilot)
        await until(pilot, lambda: "Opgeslagen:" in hall.text())
        (file,) = (hall.desk.folder / "uitvoer").iterdir()
        text = file.read_text("utf-8")
        assert file.name == "2026-03-12-drietal.md"
        assert text.count("- Vraag: En wat voor tuin is dat?") == 3
        assert text.count("niet woord voor woord") == 0
        assert "## Ronde 3: Chris vertelde, Ana vroeg, Bo keek" in text
        assert text.count("- Deze vraag opende iets: En wat voor tuin is dat?") == 3
        assert text.count("- Wat neem je mee? Wachten.") == 3
        assert not (hall.desk.folder / TRIAD).exists()


async def test_four_people_have_two_observers_and_four_rounds(hall: Hall) -> None:
    async with hall.run_test(size=(80, 24)) as pilot:
        await choosing(pilot)
        await pilot.press("enter")
        await at_screen(pilot, PrepareScreen)
        await pilot.press("down", "enter", "pagedown")
        await at_screen(pilot, WelcomeScreen)
        assert hall.triad.people == ("A", "B", "C", "D")
        assert len(hall.triad.rounds) == 4
        for _ in range(4):
            await step(pilot, FieldsScreen)
        await step(pilot, ReadyScreen)
        assert "C kijkt en schrijft op deze laptop; D kijkt mee" in hall.text()
        await step(pilot, RoundScreen)
        await step(pilot, ReadBackScreen)
        await step(pilot, FieldsScreen)
        assert "C zegt het hardop tegen B" in hall.text()
        await step(pilot, FieldsScreen)
        assert "D zegt het hardop tegen B" in hall.text()


async def test_preparing_says_what_it_cannot_begin_with_and_keeps_what_was_typed(hall: Hall) -> None:
    async with hall.run_test(size=(80, 24)) as pilot:
        await choosing(pilot)
        await pilot.press("enter")
        await at_screen(pilot, PrepareScreen)
        await pilot.press("enter")
        await fill(pilot, "Ana", "ana", "")
        await pilot.press("pagedown")
        assert "Er heten er twee ana." in hall.text()
        await pilot.press("escape")
        await choosing(pilot)
        await pilot.press("enter")
        screen = await at_screen(pilot, PrepareScreen)
        assert [field.text for field in screen.names[:3]] == ["Ana", "ana", ""]
        screen.names[1].line.value = "Bo"
        screen.rounds.line.value = "2"
        await pilot.pause()
        assert "Met minder dan 3 rondes heeft niet iedereen" in hall.text()
        screen.rounds.line.value = "veel"
        await pilot.pause()
        assert "Bij rondes kan „veel” niet; typ een getal van 1 tot 20." in hall.text()
        await pilot.press("pagedown")
        assert isinstance(hall.screen, PrepareScreen)


# --- the clock ------------------------------------------------------------------------------------


async def test_the_time_is_told_rings_once_and_nobody_is_cut_off(tmp_path: Path, clock: Clock) -> None:
    hall = Hall(tmp_path, clock, at(triad(minutes=2), Stage.READY))
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadyScreen)
        await step(pilot, RoundScreen)
        assert "nog 2 min" in hall.text()
        await minutes(pilot, hall, 1)
        assert ("nog 1 min" in hall.text(), hall.bells) == (True, 0)
        await minutes(pilot, hall, 1)
        assert "de tijd is om" in hall.text()
        assert "Rond het rustig af" in hall.text()
        await fill(pilot, "En nog iets?")
        await minutes(pilot, hall, 3)
        assert "3 min over tijd" in hall.text()
        assert isinstance(hall.screen, RoundScreen)
        await step(pilot, ReadBackScreen)
        await minutes(pilot, hall, 9)
        assert "4 min over tijd" in hall.text()
        assert hall.bells == 1


async def test_a_pause_and_a_laptop_that_slept_hold_the_clock(tmp_path: Path, clock: Clock) -> None:
    hall = Hall(tmp_path, clock, at(triad(), Stage.READY))
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadyScreen)
        await step(pilot, RoundScreen)
        await pilot.press("f7")
        await minutes(pilot, hall, 5)
        assert "nog 10 min · pauze" in hall.text()
        await pilot.press("f7")
        await minutes(pilot, hall, 1)
        assert "nog 9 min" in hall.text()
        clock.seconds += 7_200
        await minutes(pilot, hall, 1)
        assert "nog 9 min" in hall.text()
        assert "De laptop sliep even." in hall.text()
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(200, 60)
        await minutes(pilot, hall, 1)
        assert "nog 8 min" in hall.text()


# --- the round, and reading back ------------------------------------------------------------------


async def test_a_line_is_a_question_or_an_answer_and_can_be_turned_and_taken_back(
    tmp_path: Path, clock: Clock
) -> None:
    hall = Hall(tmp_path, clock, at(triad(), Stage.READY))
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadyScreen)
        await step(pilot, RoundScreen)
        await fill(pilot, "En wat voor tuin is dat?", "[b]Wild[/b] 🌱", "", "   ")
        assert [(line.text, line.is_question) for line in hall.triad.round.said] == [
            ("En wat voor tuin is dat?", True),
            ("[b]Wild[/b] 🌱", False),
        ]
        assert "„[b]Wild[/b]" in hall.text()
        await pilot.press(*"en", "tab")
        assert "vraag" in hall.text().splitlines()[-4]
        await pilot.press("enter", "tab")
        assert [line.is_question for line in hall.triad.round.said] == [True, False, False]
        await pilot.press("tab", "ctrl+z", "enter")
        assert [line.is_question for line in hall.triad.round.said] == [True, False, True]
        await pilot.press("x", "ctrl+z")
        assert "In de regel staat nog iets." in hall.text()


async def test_what_is_half_typed_when_the_round_ends_is_written_down(tmp_path: Path, clock: Clock) -> None:
    hall = Hall(tmp_path, clock, at(triad(), Stage.READY))
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadyScreen)
        await step(pilot, RoundScreen)
        await pilot.press(*"nog iets")
        await step(pilot, ReadBackScreen)
        assert [line.text for line in hall.triad.round.said] == ["nog iets"]
        assert hall.triad.round.draft == ""


async def test_reading_back_a_line_is_put_right_turned_and_struck(tmp_path: Path, clock: Clock) -> None:
    hall = Hall(tmp_path, clock, READING)
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadBackScreen)
        assert "Nu Chris voorlezen, zonder mening. Vraag Ana: zijn dit jouw woorden?" in hall.text()
        await pilot.press("down", "enter")
        await at_screen(pilot, EditScreen)
        await pilot.press(*"!!", "enter")
        await at_screen(pilot, ReadBackScreen)
        assert "„Een wilde.!!”" in hall.text()
        await pilot.press("enter")
        await at_screen(pilot, EditScreen)
        await pilot.press(*"zzz", "escape")
        await at_screen(pilot, ReadBackScreen)
        assert hall.triad.round.said[1].text == "Een wilde.!!"
        await pilot.press("tab")
        assert hall.triad.round.said[1].is_question
        await pilot.press("delete")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await at_screen(pilot, ReadBackScreen)
        assert [line.text for line in hall.triad.round.said] == ["En wat voor [b]tuin[/b] is dat?"]


async def test_the_questions_are_rated_as_probable_when_they_like(tmp_path: Path, clock: Clock) -> None:
    kept = READING.heard(said("Moet je niet gewoon een hek zetten?"))
    hall = Hall(tmp_path, clock, kept)
    async with hall.run_test(size=(80, 30)) as pilot:
        await going_on(pilot, ReadBackScreen)
        await pilot.press("b")
        await at_screen(pilot, TriadRatingScreen)
        await until(pilot, lambda: "waarschijnlijk sterk sturend" in hall.text())
        assert "let op: De verteller hoort hier jouw oplossing." in hall.text()
        await pilot.press("escape")
        await at_screen(pilot, ReadBackScreen)


async def test_hints_come_while_typing_and_never_block(tmp_path: Path, clock: Clock) -> None:
    hall = Hall(tmp_path, clock, READING)
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadBackScreen)
        await step(pilot, FieldsScreen)
        await fill(pilot, "Je deed het goed", "Je bent rustig")
        assert "„goed” is een oordeel; wat zag of hoorde je?" in hall.text()
        assert "„Je bent” zegt wat de ander is" in hall.text()
        await step(pilot, FieldsScreen)
        assert list(hall.triad.texts.values()) == ["Je deed het goed", "Je bent rustig"]


# --- nothing lost ---------------------------------------------------------------------------------


async def test_the_program_can_end_at_any_moment_and_they_go_on_where_they_were(
    tmp_path: Path, clock: Clock
) -> None:
    hall = Hall(tmp_path, clock, at(triad(), Stage.READY))
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadyScreen)
        await step(pilot, RoundScreen)
        await fill(pilot, "En wat voor tuin is dat?")
        await pilot.press(*"half")
        await minutes(pilot, hall, 4)
    assert hall.on_disk
    assert hall.on_disk.round.draft == "half"
    hall = Hall(tmp_path, clock)
    async with hall.run_test(size=(80, 24)) as pilot:
        await choosing(pilot, 5)
        assert "A, B, C" not in hall.text()
        assert "Ana, Bo, Chris · vandaag 12:00 · ronde 1 van 3" in hall.text()
        await pilot.press("enter")
        await at_screen(pilot, RoundScreen)
        await minutes(pilot, hall, 2)
        assert "nog 6 min · pauze" in hall.text()
        assert "De klok staat stil; F7 laat hem weer lopen." in hall.text()
        assert hall.focused
        await pilot.press(*" af", "enter")
        assert [line.text for line in hall.triad.round.said] == ["En wat voor tuin is dat?", "half af"]


async def test_a_half_typed_field_and_a_half_put_right_line_are_kept_when_the_program_ends(
    tmp_path: Path, clock: Clock
) -> None:
    hall = Hall(tmp_path, clock, at(triad(), Stage.SETUP))
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, FieldsScreen)
        await pilot.press(*"dan lac")
    assert hall.on_disk
    assert list(hall.on_disk.texts.values()) == ["dan lac"]
    hall = Hall(tmp_path, clock, READING)
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadBackScreen)
        await pilot.press("enter")
        await at_screen(pilot, EditScreen)
        await pilot.press(*" nu")
    assert hall.on_disk
    assert hall.on_disk.round.said[0].text == "En wat voor [b]tuin[/b] is dat? nu"


async def test_leaving_keeps_it_and_an_untouched_one_leaves_nothing(hall: Hall) -> None:
    async with hall.run_test(size=(80, 24)) as pilot:
        await choosing(pilot)
        await pilot.press("enter")
        await at_screen(pilot, PrepareScreen)
        await pilot.press("pagedown")
        await at_screen(pilot, WelcomeScreen)
        await pilot.press("escape")
        await choosing(pilot)
        await until(pilot, lambda: not hall.on_disk)
        await pilot.press("enter")
        await at_screen(pilot, PrepareScreen)
        await pilot.press("pagedown")
        await at_screen(pilot, WelcomeScreen)
        await step(pilot, FieldsScreen)
        await pilot.press("x", "escape")
        await choosing(pilot, 5)
        await until(pilot, lambda: "Jullie drietal is bewaard." in hall.text())
        assert hall.on_disk


async def test_another_form_throws_the_kept_triad_away_only_after_a_question(
    tmp_path: Path, clock: Clock
) -> None:
    hall = Hall(tmp_path, clock, READING)
    async with hall.run_test(size=(80, 24)) as pilot:
        await choosing(pilot, 5)
        await pilot.press("down", "enter")
        await at_screen(pilot, PickScreen)
        await pilot.press("enter")
        await choosing(pilot, 5)
        assert hall.on_disk
        await pilot.press("home", "delete")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await until(pilot, lambda: "Het drietal is weggegooid." in hall.text())
        assert not (tmp_path / TRIAD).exists()


async def test_a_damaged_file_is_told_and_a_new_triad_can_begin(tmp_path: Path, clock: Clock) -> None:
    hall = Hall(tmp_path, clock, READING)
    (tmp_path / TRIAD).write_text("{stuk", "utf-8")
    async with hall.run_test(size=(80, 24)) as pilot:
        await choosing(pilot)
        await until(pilot, lambda: "drietal.json.beschadigd-1" in hall.text())
        await pilot.press("enter")
        await at_screen(pilot, PrepareScreen)


async def test_wiping_removes_every_word_also_what_was_put_aside(tmp_path: Path, clock: Clock) -> None:
    hall = Hall(tmp_path, clock, at(READING, Stage.END))
    (tmp_path / TRIAD).with_name("drietal.json.beschadigd-1").write_text("tuin", "utf-8")
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, EndScreen)
        await pilot.press("enter")
        await at_screen(pilot, PickScreen)
        await pilot.press("enter")
        await at_screen(pilot, EndScreen)
        assert hall.on_disk
        await pilot.press("enter")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await choosing(pilot)
        await until(pilot, lambda: "Alles van jullie drietal is gewist." in hall.text())
    words = [file for file in tmp_path.rglob("*") if file.is_file() and "tuin" in file.read_text("utf-8")]
    assert words == []


async def test_what_cannot_be_saved_is_said_and_stays(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "uitvoer").write_text("in de weg", "utf-8")
    hall = Hall(tmp_path, clock, at(READING, Stage.END))
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, EndScreen)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "De uitvoer is niet geschreven" in hall.text())
        assert hall.on_disk
        await pilot.press("pageup")
        await at_screen(pilot, FieldsScreen)


async def test_a_second_window_is_told_where_the_triad_is_open(tmp_path: Path, clock: Clock) -> None:
    hall, other = Hall(tmp_path, clock, READING), Hall(tmp_path, clock)
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadBackScreen)
        async with other.run_test(size=(80, 24)) as second:
            await choosing(second, 5)
            await second.press("enter")
            await until(second, lambda: "al open in een ander venster" in other.text())


async def test_the_app_opens_triads_from_its_menu_with_its_own_clock(folder: Path, clock: Clock) -> None:
    app = GoedGesprek(folder, straight="oefenen", now=lambda: NOON, monotonic=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        menu = await at_screen(pilot, PracticeScreen)
        choices = menu.query_one(Choices)
        choices.highlighted = [row.value for row in choices.rows].index("drietal")
        await pilot.press("enter")
        screen = await choosing(pilot)
        assert screen.monotonic is clock


async def test_words_that_are_not_on_the_disk_are_told_before_they_leave(
    tmp_path: Path, clock: Clock
) -> None:
    hall = Hall(tmp_path, clock, READING)
    async with hall.run_test(size=(80, 24)) as pilot:
        await going_on(pilot, ReadBackScreen)
        (tmp_path / TRIAD).unlink()
        (tmp_path / TRIAD).mkdir()  # nothing can be put in its place
        await pilot.press("tab")
        await until(pilot, lambda: "nog niet bewaard" in " ".join(hall.text().split()))
        await pilot.press("escape")
        assert "Nog een keer Esc gaat toch weg." in " ".join(hall.text().split())
        (tmp_path / TRIAD).rmdir()
        await pilot.press("escape")
        await choosing(pilot, 5)
        assert hall.on_disk
        assert [line.is_question for line in hall.on_disk.round.said] == [False, False]
