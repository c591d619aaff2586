"""Choosing what goes into a report: on the screen, on the disk, and in the file that is saved."""

from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from threading import Event

import pytest
from conftest import NOON, at_screen, until
from report_cases import SPRING, note, session, signal
from store_cases import FaultyOs, disk_full
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import TextArea

import goedgesprek_tui
from goedgesprek_tui.checking import Checker
from goedgesprek_tui.desk import open_desk
from goedgesprek_tui.models import NoteKind, Session
from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.report import ReportScreen
from goedgesprek_tui.screens.report_notes import ReportNotesScreen
from goedgesprek_tui.screens.report_preview import ReportPreviewScreen
from goedgesprek_tui.screens.writing import WritingScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.themes import DARK
from goedgesprek_tui.widgets.choices import Choices

PERIOD = "2026-01-01/2026-06-30"
VMBO, RULES, CARE = "imago-vmbo", "regels-in-school", "zorg-in-school"
TALKS = (
    session(
        "s-a",
        signal("a1", "Er wordt op [b]neergekeken[/b].", VMBO),
        note("a2", "Gouden handen, dat heeft hij.", VMBO),
        signal("a3", "Niemand weet wat mag.", RULES),
        note("a4", "Meer stages", kind=NoteKind.WISH),
    ),
    session(
        "s-b",
        note("b1", "Het is zijn keus.", VMBO),
        signal("b2", "Iedereen zegt wat anders.", RULES),
        month=5,
    ),
    session("s-c", signal("c1", "Ze wordt gezien.", CARE), month=6),
)


class Stage(App[None]):
    """Shows the report of a folder."""

    CSS_PATH = Path(goedgesprek_tui.__file__).parent / "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, folder: Path, *sessions: Session) -> None:
        """Store the sessions."""
        super().__init__()
        self.register_theme(DARK)
        self.theme = "donker"
        self.desk = open_desk(folder, lambda: NOON, str)
        self.desk.store.prepare()
        for one in sessions:
            self.desk.store.create(one).close()
        self.review = Review(sessions, self.desk.prompts.topics, SPRING)

    def on_mount(self) -> None:
        """Show the screen."""
        self.push_screen(ReportScreen(self.desk, self.review, Checker()))

    def text(self) -> str:
        """Return what stands on the screen, line by line."""
        return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips())

    @property
    def kept(self) -> Choice:
        """What is on the disk."""
        return Store(self.desk.folder).choices.load(PERIOD)


async def ready(pilot: Pilot[None]) -> ReportScreen:
    """Wait until the list stands there."""
    screen = await at_screen(pilot, ReportScreen)  # type: ignore[type-var]
    await until(pilot, lambda: screen.whole and (screen.query_one(Choices).rows or not screen.whole.sessions))
    return screen


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def saved(stage: Stage) -> bool:
    """Whether a report was saved, and nothing of that is still to be done."""
    return "Opgeslagen" in stage.text() and "schrijf nog" not in stage.text()


def labels(stage: Stage) -> list[str]:
    rows = stage.screen.query_one(Choices).rows
    return [f"{'●' if row.goes_along else '○'} {row.label}" for row in rows]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, *TALKS)


async def test_the_list_shows_every_theme_and_part_and_marks_what_goes_along(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        assert labels(stage) == [
            "● Wat viel op",
            "● Imago van het vmbo",
            "● Regels in school",
            "● Zorg in school",
            "● Wensen",
            "● Wie spraken we niet",
            "● Wat geven we door",
            "● Tot slot: wat er met dit verslag gebeurt",
            "● Tot slot: zelf ambassadeur worden",
            "● Tot slot: vragen aan",
        ]
        await press(pilot, "down", "space")
        assert labels(stage)[1] == "○ Imago van het vmbo"
        assert "niet mee · 2 gesprekken · 1 signaal · 2 citaten" in stage.text()
        await until(pilot, lambda: stage.kept == Choice(topics_out=(VMBO,)))
        await press(pilot, "space")
        await until(pilot, lambda: stage.kept == Choice())


async def test_a_part_can_be_left_out_and_all_comes_back_with_one_key(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "down", "down", "plus", *["down"] * 3, "space")
        await until(pilot, lambda: stage.kept.parts_out == (Part.WISHES,))
        assert stage.kept.order[:2] == (RULES, VMBO)
        await press(pilot, "z")
        await until(pilot, lambda: stage.kept == Choice())
        assert "Alles doet weer mee" in stage.text()


@pytest.mark.parametrize(("higher", "lower"), [("plus", "minus"), ("shift+up", "shift+down")])
async def test_a_theme_goes_higher_and_lower_among_its_like(stage: Stage, higher: str, lower: str) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "down", "down", higher)
        assert labels(stage)[1:4] == ["● Regels in school", "● Imago van het vmbo", "● Zorg in school"]
        assert stage.screen.query_one(Choices).highlighted == 1
        await press(pilot, higher)
        assert "Verder kan dit thema niet" in stage.text()
        await press(pilot, lower, lower)
        assert labels(stage)[1:4] == ["● Imago van het vmbo", "● Regels in school", "● Zorg in school"]
        assert "Verder kan dit thema niet" in stage.text()
        await press(pilot, "home", higher)
        assert "Alleen thema's kunnen" in stage.text()


async def test_a_quote_is_left_out_and_the_saved_report_does_not_hold_it(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "down", "enter")
        await at_screen(pilot, ReportNotesScreen)  # type: ignore[type-var]
        assert labels(stage)[:2] == [
            "● Er wordt op [b]neergekeken[/b].",
            '● Ouder: "Gouden handen, dat heeft hij."',
        ]
        await press(pilot, "down", "space", "escape")
        await ready(pilot)
        assert stage.screen.query_one(Choices).rows[1].detail.endswith("2 citaten · 1 weggelaten")
        await press(pilot, "o")
        await at_screen(pilot, PickScreen)
        await press(pilot, "1")
        file = stage.desk.folder / "uitvoer" / "2026-06-30-terugblik.md"
        await until(pilot, lambda: saved(stage))
        text = file.read_text("utf-8")
        assert "Gouden handen" not in text
        assert 'Ouder: "Het is zijn keus."' in text
        (exported,) = Store(stage.desk.folder).load("s-a").exports
        assert (exported.file, exported.sessions, set(exported.notes)) == (file.name, 3, {"a1", "a3", "a4"})


async def test_an_introduction_is_kept_while_it_is_written_and_stands_in_the_preview(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "enter")
        writing = await at_screen(pilot, WritingScreen)  # type: ignore[type-var]
        writing.query_one(TextArea).insert("Veel vaders [/b].\nNiemand had haast.")
        await pilot.pause()
        await press(pilot, "escape")
        await ready(pilot)
        await until(pilot, lambda: stage.kept.intro == "Veel vaders [/b].\nNiemand had haast.")
        assert "Veel vaders [/b]. Niemand had haast." in stage.text()
        await press(pilot, "b")
        await at_screen(pilot, ReportPreviewScreen)  # type: ignore[type-var]
        assert "- Veel vaders [/b].\n  - Niemand had haast." in stage.text()
        await press(pilot, "escape")
        await ready(pilot)


async def test_what_was_just_written_is_kept_when_the_program_ends(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "enter")
        writing = await at_screen(pilot, WritingScreen)  # type: ignore[type-var]
        writing.query_one(TextArea).insert("Net getypt")
        await pilot.pause()
        stage.exit()
    assert stage.kept.intro == "Net getypt"


async def test_what_could_not_be_kept_when_the_program_ends_is_said_after_it(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    full = FaultyOs()
    stage.desk = replace(stage.desk, store=Store(stage.desk.folder, full))
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "down", "space", "up", "enter")
        writing = await at_screen(pilot, WritingScreen)  # type: ignore[type-var]
        await until(pilot, lambda: stage.kept.topics_out == (VMBO,))
        full.fail_at(1, disk_full())
        writing.query_one(TextArea).insert("Net [/b] getypt")
        await pilot.pause()
        stage.exit()
    said = " ".join(capsys.readouterr().err.split())
    assert "De schijf is vol: je keuzes voor het verslag zijn nog niet bewaard in" in said
    assert stage.return_code == 1
    assert stage.kept == Choice(topics_out=(VMBO,))


async def test_a_choice_that_could_not_be_kept_is_tried_again_when_the_program_ends(stage: Stage) -> None:
    full = FaultyOs()
    stage.desk = replace(stage.desk, store=Store(stage.desk.folder, full))
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        full.fail_at(1, disk_full())
        await press(pilot, "down", "space")
        await until(pilot, lambda: "De schijf is vol" in stage.text())
        stage.exit()
    assert stage.kept == Choice(topics_out=(VMBO,))
    assert stage.return_code == 0


async def test_a_closing_line_goes_to_the_settings_with_their_comments(stage: Stage) -> None:
    settings = stage.desk.folder / "instellingen.toml"
    settings.write_text("# van ons\nbewaarweken = 6\n", "utf-8")
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "end", "enter")
        writing = await at_screen(pilot, WritingScreen)  # type: ignore[type-var]
        writing.query_one(TextArea).insert('de "balie"')
        await pilot.pause()
        await press(pilot, "escape")
        await until(pilot, lambda: "vragen_aan" in settings.read_text("utf-8"))
        assert 'vragen aan  de "balie"' in stage.text()
    assert settings.read_text("utf-8").startswith("# van ons\nbewaarweken = 6\n")
    assert open_desk(stage.desk.folder, lambda: NOON, str).settings.vragen_aan == 'de "balie"'


async def test_taking_all_in_can_be_taken_back_with_the_same_key(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "down", "space")
        await until(pilot, lambda: stage.kept.leaves_out)
        chosen = stage.kept
        await press(pilot, "z")
        await until(pilot, lambda: not stage.kept.leaves_out)
        await press(pilot, "z")
        await until(pilot, lambda: stage.kept == chosen)


async def test_settings_that_cannot_be_written_do_not_keep_choices_from_the_disk(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        (stage.desk.folder / "instellingen.toml").write_text("stuk", "utf-8")
        await press(pilot, "end", "enter")
        writing = await at_screen(pilot, WritingScreen)  # type: ignore[type-var]
        writing.query_one(TextArea).insert("de balie")
        await pilot.pause()
        await press(pilot, "escape")
        await until(pilot, lambda: "instellingen.toml is niet te lezen" in stage.text())
        await press(pilot, "home", "down", "space")
        await until(pilot, lambda: stage.kept.topics_out == (VMBO,))


@pytest.fixture
def unsafe(tmp_path: Path) -> Stage:
    named = session("s-d", signal("d1", "Juf Annemarie de Boer zegt niets.", RULES), month=4)
    return Stage(tmp_path, *TALKS, named)


@pytest.mark.parametrize(
    ("answer", "saved"), [(("enter",), False), (("down", "enter"), True), (("escape",), False)]
)
async def test_names_that_were_not_checked_are_told_before_saving(
    unsafe: Stage, answer: tuple[str, ...], saved: bool
) -> None:
    async with unsafe.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "o")
        await at_screen(pilot, PickScreen)
        await press(pilot, "1")
        await until(pilot, lambda: "nog niet nagekeken, in 1 gesprek" in unsafe.text())
        assert "kijk eerst na: Op het plein · ouderkamer De Wilg" in unsafe.text()
        await press(pilot, *answer)
        said = "Opgeslagen" if saved else "Er is niets opgeslagen"
        await until(pilot, lambda: said in unsafe.text())
        assert (unsafe.desk.folder / "uitvoer").exists() is saved


async def test_a_name_in_her_own_introduction_is_shown_before_saving(stage: Stage) -> None:
    stage.desk.store.choices.save(PERIOD, Choice(intro="Juf Annemarie [/b] de Boer was er ook."))
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "o")
        await at_screen(pilot, PickScreen)
        await press(pilot, "1")
        await until(pilot, lambda: "nog niet nagekeken, in je eigen tekst" in stage.text())
        assert "kijk eerst na: in je eigen tekst „Annemarie" in stage.text()
        await press(pilot, "enter")
        await until(pilot, lambda: "Er is niets opgeslagen" in stage.text())
        assert not (stage.desk.folder / "uitvoer").exists()


async def test_a_name_to_ask_things_is_let_through_and_that_is_said(stage: Stage) -> None:
    (stage.desk.folder / "instellingen.toml").write_text('vragen_aan = "Fatima Yilmaz"\n', "utf-8")
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "end", "enter")
        await at_screen(pilot, WritingScreen)  # type: ignore[type-var]
        assert "Een naam, nummer of adres mag hier staan" in " ".join(stage.text().split())
        await press(pilot, "escape")
        await ready(pilot)
        await press(pilot, "o")
        await at_screen(pilot, PickScreen)
        await press(pilot, "1")
        await until(pilot, lambda: "Opgeslagen" in stage.text())
    (file,) = (stage.desk.folder / "uitvoer").iterdir()
    assert "Voor vragen: Fatima Yilmaz" in file.read_text("utf-8")


async def test_names_in_what_was_left_out_do_not_matter(unsafe: Stage) -> None:
    unsafe.desk.store.choices.save(PERIOD, Choice(notes_out=("d1",)))
    async with unsafe.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "o")
        await at_screen(pilot, PickScreen)
        await press(pilot, "1")
        await until(pilot, lambda: "Opgeslagen" in unsafe.text())


@pytest.mark.parametrize("format", [2, 3, 4])
async def test_every_format_is_saved(stage: Stage, format: int) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "o")
        await at_screen(pilot, PickScreen)
        await press(pilot, str(format))
        await until(pilot, lambda: "Opgeslagen" in stage.text())
    (file,) = (stage.desk.folder / "uitvoer").iterdir()
    assert file.suffix == (".html", ".docx", ".json")[format - 2]


class SlowOs(FaultyOs):
    """The real `os`, where nothing reaches the disk until it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = Event()

    def fsync(self, fd: int) -> None:
        assert self.may_go_on.wait(20)


async def test_keys_go_on_while_each_conversation_is_told_that_it_is_in_the_report(stage: Stage) -> None:
    slow = SlowOs()
    stage.desk = replace(stage.desk, store=Store(stage.desk.folder, slow))
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "o")
        await at_screen(pilot, PickScreen)
        await press(pilot, "1")
        await until(pilot, lambda: "op dat het hierin staat: 0 van 3" in " ".join(stage.text().split()))
        await press(pilot, "down", "down", "b")
        await at_screen(pilot, ReportPreviewScreen)  # type: ignore[type-var]
        await press(pilot, "escape")
        await ready(pilot)
        for key in ("o", "escape"):
            stage.screen.say("")  # type: ignore[attr-defined]
            await press(pilot, key)
            assert "een ogenblik nog" in " ".join(stage.text().split())
        slow.may_go_on.set()
        await until(pilot, lambda: saved(stage))
        (exported,) = Store(stage.desk.folder).load("s-c").exports
        assert exported.sessions == 3
        await press(pilot, "escape")
        assert not isinstance(stage.screen, ReportScreen)


async def test_the_way_back_is_in_sight_and_a_long_line_stands_under_its_beginning(tmp_path: Path) -> None:
    quote = "Woorden met veel meer woorden erachter, en nog meer daarna, tot de regel vol is en verder."
    left = session("s-a", note("n", quote, VMBO), left_over=("De bus",))
    one = Stage(tmp_path, left)
    async with one.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        assert "Esc terug" in one.text()
        assert "+- volgorde" in one.text()
        await press(pilot, "down", "enter")
        await at_screen(pilot, ReportNotesScreen)  # type: ignore[type-var]
        assert "\n  ▌   tot de regel" in one.text()
        await press(pilot, "escape")
        await ready(pilot)
        await press(pilot, *["end"], *["up"] * 3, "enter")
        assert "Dit gaat in zijn geheel mee of niet" in " ".join(one.text().split())


async def test_without_conversations_it_says_so_and_saves_nothing(tmp_path: Path) -> None:
    empty = Stage(tmp_path)
    async with empty.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        await press(pilot, "o", "b", "space", "plus", "z", "enter")
        assert "In deze periode zijn er geen gesprekken" in empty.text()
        assert list(tmp_path.iterdir()) == []


async def test_choices_that_cannot_be_read_are_said(stage: Stage) -> None:
    stage.desk.store.choices.file.write_text("{stuk", "utf-8")
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        assert "terugblik.keuzes is niet te lezen" in " ".join(stage.text().split())


async def test_a_change_that_cannot_be_kept_is_said_and_stays_in_sight(stage: Stage) -> None:
    async with stage.run_test(notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        rmtree(stage.desk.folder)
        await press(pilot, "down", "space")
        await until(pilot, lambda: "De map is er niet" in " ".join(stage.text().split()))
        assert labels(stage)[1] == "○ Imago van het vmbo"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_forty_themes_and_a_word_of_ninety_letters_can_be_shown(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    from goedgesprek_tui.models import Topic

    topics = tuple(Topic(id=f"own-{n}", name=f"Thema {'w' * 90} [/b] {n}") for n in range(40))
    notes = [note(f"n{n}", ("woord 👩‍👩‍👧 [b] " * 30)[:400], f"own-{n}") for n in range(40)]
    many = Stage(tmp_path, session("s-a", *notes, topics=topics))
    async with many.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await ready(pilot)
        assert len(labels(many)) == 46
        await press(pilot, "down", "enter")
        await at_screen(pilot, ReportNotesScreen)  # type: ignore[type-var]
        await press(pilot, "escape", "b")
        await at_screen(pilot, ReportPreviewScreen)  # type: ignore[type-var]
        assert "Terugblik" in many.text()
