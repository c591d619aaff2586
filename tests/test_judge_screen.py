"""A written talk judged on the screen: pasted or from a file, overruled, saved, and opened again."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from conftest import NOON, Clock, at_screen, until
from stage import Stage, a_session
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.clean.transcript import Asked
from goedgesprek_tui.practice.judged import judge
from goedgesprek_tui.practice.overruling import Overruling
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.judged import JudgedScreen
from goedgesprek_tui.screens.judged_question import QuestionScreen
from goedgesprek_tui.screens.judged_rows import WAITING, JudgedRow, judged_row, marked
from goedgesprek_tui.screens.judging import JudgeScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.practice import PracticeScreen
from goedgesprek_tui.widgets.choices import Choices

TALK = """Onderwerp: pauzes
Ouder: In de pauze is het een oorlog daar [lacht].
Vraag: En wat voor oorlog is dat?
Ouder: Ze vechten om de bal [/b].
Vraag: Waarom vechten ze, en waarom doet de juf daar altijd zo weinig [i]aan?
Vraag: Ze vechten om de bal."""
LABELS = ["klassiek schoon", "sterk sturend", "schone herhaling"]
MILD, STRONG = "4", "5"


class Judging(Stage):
    """Shows the screen to judge on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, a_session(), lambda _, desk: JudgeScreen(desk))

    def message(self) -> str:
        return str(self.screen.query_one("#message", Static).content)

    def area(self) -> str:
        screen = self.screen
        assert isinstance(screen, JudgeScreen)
        return screen.area.text

    def put(self, text: str) -> None:
        screen = self.screen
        assert isinstance(screen, JudgeScreen)
        screen.area.text = text

    def levels(self) -> list[str]:
        """Return what stands at the end of each row."""
        return [row.content().plain.split("  ")[-1].strip() for row in self.screen.query_one(Choices).rows]

    def totals(self) -> list[list[str]]:
        lines = str(self.screen.query_one("#totals", Static).content).splitlines()
        return [line.split() for line in lines[1:]]

    def exports(self) -> list[Path]:
        return sorted((self.desk.folder / "uitvoer").glob("*"))

    async def judged(self, pilot: Pilot[None]) -> JudgedScreen:
        """Wait until all questions are rated."""
        screen = await at_screen(pilot, JudgedScreen)
        await until(pilot, lambda: len(screen.found) == len(screen.questions))
        await pilot.pause()
        return screen

    async def give(self, pilot: Pilot[None], key: str, why: str) -> None:
        """Give a level to the selected question."""
        await pilot.press(key)
        (await at_screen(pilot, AskScreen)).query_one(Input).value = why
        await pilot.press("enter")
        await at_screen(pilot, JudgedScreen)

    async def save(self, pilot: Pilot[None]) -> str:
        """Save, and return what is said of it."""
        await pilot.press("s")
        await until(pilot, lambda: isinstance(self.screen, JudgedScreen) and "uitvoer" in self.message())
        return self.message()


@pytest.fixture
def stage(folder: Path) -> Judging:
    return Judging(folder)


@asynccontextmanager
async def shown(stage: Judging) -> AsyncIterator[Pilot[None]]:
    async with stage.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await at_screen(pilot, JudgeScreen)
        yield pilot


@asynccontextmanager
async def opened(stage: Judging, text: str = TALK) -> AsyncIterator[Pilot[None]]:
    """Paste a talk and open it."""
    async with shown(stage) as pilot:
        await stage.paste(pilot, text, "f2")
        await stage.judged(pilot)
        yield pilot


# --- opening --------------------------------------------------------------------------------------


async def test_a_pasted_talk_becomes_a_list_of_questions_with_their_levels(stage: Judging) -> None:
    async with opened(stage, TALK.replace("\n", "\r\n")):
        assert stage.levels() == LABELS
        assert stage.totals() == [["programma", "1", "1", "0", "0", "1"]]
        rows = [line for line in stage.text().splitlines() if "schoon" in line and "▌" in line]
        assert rows[0].split() == [
            "▌",
            "1",
            "✓",
            "En",
            "wat",
            "voor",
            "oorlog",
            "is",
            "dat?",
            "klassiek",
            "schoon",
        ]


async def test_of_the_selected_question_is_told_what_is_clean_two_flags_and_a_cleaner_one(
    stage: Judging,
) -> None:
    async with opened(stage) as pilot:
        await pilot.press("down")
        said = stage.text()
        assert "„Ze vechten om de bal [/b].”" in said
        assert "zo weinig [i]aan?" in " ".join(said.split())
        assert "programma  ! waarschijnlijk sterk sturend   en nog 2 punten: Enter" in said
        assert said.count("let op  ") == 2
        assert "schoon     Je gebruikt woorden van de ouder: vechten." in said
        assert "schoner    En" in said
        await pilot.press("enter")
        await at_screen(pilot, QuestionScreen)
        assert stage.text().count("let op  ") == 4
        assert "de ouder hoort al wat jij denkt of vindt" in " ".join(stage.text().split())
        await pilot.press("escape")
        await at_screen(pilot, JudgedScreen)


@pytest.mark.parametrize("quote", ["{}", "'{}'", '"{}" '], ids=["plain", "single", "double"])
async def test_a_file_that_is_dragged_in_opens_at_once(stage: Judging, tmp_path: Path, quote: str) -> None:
    path = tmp_path / "mijn [b]gesprek.md"
    path.write_text(TALK, "utf-8")
    async with shown(stage) as pilot:
        await stage.paste(pilot, quote.format(path))
        await stage.judged(pilot)
        assert stage.levels() == LABELS
        assert "Beoordelen · mijn [b]gesprek.md" in stage.text()


async def test_a_file_that_is_typed_opens_with_enter(stage: Judging, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf" + TALK.encode())
    async with shown(stage) as pilot:
        stage.put(str(tmp_path / "a.md"))
        await pilot.press("enter")
        await stage.judged(pilot)


async def test_enter_in_a_talk_begins_a_line(stage: Judging) -> None:
    async with shown(stage) as pilot:
        await stage.paste(pilot, "Ouder: Het is koud.", "enter V r a a g : space D u s ?", "f2")
        await stage.judged(pilot)
        assert len(stage.levels()) == 1


async def test_a_wrong_text_is_told_with_its_line_and_stays_to_be_mended(stage: Judging) -> None:
    async with shown(stage) as pilot:
        await stage.paste(pilot, "\nzomaar een zin\n" + TALK, "f2")
        await until(pilot, lambda: "Regel 2 hoort bij niemand." in stage.message())
        assert stage.area() == "\nzomaar een zin\n" + TALK
        await stage.keys(pilot, "O u d e r : space", "f2")
        await stage.judged(pilot)
        assert stage.levels() == LABELS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "De tekst is leeg. Begin"),
        ("Ouder: ja\nOuder: nee", "Er staat geen vraag in deze tekst."),
        ("Ouder: ja\nVraag:", "Op regel 2 staat achter Vraag: niets;"),
        ("Ouder: " + "ja" * 500_000 + "\nVraag: En?", "groter dan 1 MB"),
        ("weg [b].md", "„weg [b].md” is geen bestand, en ook geen gesprek. Begin"),
        ("x" * 4000, "is geen bestand, en ook geen gesprek."),
        ("a\0b", "„ab” is geen bestand"),
    ],
    ids=["empty", "no question", "nothing", "large", "no file", "long", "control"],
)
async def test_what_cannot_be_judged_is_one_sentence(stage: Judging, text: str, said: str) -> None:
    async with shown(stage) as pilot:
        await stage.paste(pilot, text, "f2")
        await until(pilot, lambda: said in stage.message())
        assert isinstance(stage.screen, JudgeScreen)


async def test_a_file_that_cannot_be_read_is_told_with_its_name(stage: Judging, tmp_path: Path) -> None:
    (tmp_path / "latin.md").write_bytes(b"Vraag: \xe9\xe9n?")
    (tmp_path / "los.md").write_text("los\nVraag: En dan?", "utf-8")
    async with shown(stage) as pilot:
        for line, said in (
            (tmp_path / "latin.md", "latin.md, regel 1: Hier staan tekens die niet te lezen zijn."),
            (tmp_path / "los.md", "los.md: Regel 1 hoort bij niemand."),
            (tmp_path, f"{tmp_path.name} is een map;"),
            (f"'{tmp_path}/los.md' '{tmp_path}/latin.md'", "Dat zijn 2 bestanden; open ze een voor een."),
        ):
            stage.put("")
            await stage.paste(pilot, str(line))
            await until(pilot, lambda said=said: said in stage.message())


async def test_what_may_be_meant_otherwise_is_told(stage: Judging) -> None:
    async with opened(stage, f"{TALK}\nDirecteur: Koud?\nConciërge: Nee."):
        assert stage.message().startswith("Regel 7 begint met 'Directeur:' en hoort nu bij de regel ervoor;")
        assert stage.message().endswith("En nog 1 opmerking.")


async def test_three_hundred_questions_stand_there_at_once_and_are_all_rated(stage: Judging) -> None:
    talk = "\n".join(f"Ouder: Dat is {n} keer.\nVraag: En wat gebeurt er dan?" for n in range(300))
    async with shown(stage) as pilot:
        await stage.paste(pilot, talk, "f2")
        screen = await at_screen(pilot, JudgedScreen)
        assert len(screen.query_one(Choices).rows) == 300
        await stage.judged(pilot)
        assert stage.levels() == ["klassiek schoon"] * 300


async def test_a_question_that_is_not_rated_yet_can_be_seen_and_not_judged(stage: Judging) -> None:
    async with opened(stage) as pilot:
        screen = stage.screen
        assert isinstance(screen, JudgedScreen)
        screen.found.clear()
        await pilot.press("down", MILD)
        await pilot.pause()
        assert "wordt nog bekeken" in stage.message()
        assert "programma  wordt nog bekeken" in stage.text()
        await pilot.press("s")
        assert stage.message().startswith("Nog niet alle vragen zijn bekeken;")


def test_a_row_is_read_without_colour_and_waits_for_its_level() -> None:
    asked = Asked("Waarom [b]?", ("ja",), "")
    found = list(judge([asked]))
    assert judged_row(0, asked, [], Overruling()).content().plain.endswith(f"  {WAITING}")
    row = judged_row(0, asked, found, Overruling()).content().plain
    assert row.startswith("  1 ~ Waarom [b]?  ")
    assert row.endswith("  licht sturend")


@pytest.mark.parametrize(
    "question", ["a" * 90, "🙈" * 400, "漢" * 400, "x " * 2000], ids="word emoji han many".split()
)
def test_a_row_keeps_its_width_whatever_is_asked(question: str) -> None:
    for by_trainer in (False, True):
        row = JudgedRow(question, 299, level=Level.CONTEXT, by_trainer=by_trainer)
        assert row.content().cell_length == 72


def test_the_words_that_reasons_point_at_stand_out() -> None:
    (one,) = judge([Asked("Waarom vechten ze?", ("Ze vechten [/b].",), "")])
    content = marked(one.asked.question, one.rating.praise, one.rating.flags)
    assert content.plain == "Waarom vechten ze?"
    styled = {content.plain[span.start : span.end]: str(span.style) for span in content.spans}
    assert "underline" in styled["Waarom"]
    assert "underline" not in styled["vechten"]


# --- what the trainer gives -----------------------------------------------------------------------


async def test_a_trainer_gives_another_level_with_a_reason_beside_that_of_the_program(stage: Judging) -> None:
    async with opened(stage) as pilot:
        await pilot.press("down")
        await stage.give(pilot, MILD, "Ze [lacht] vroeg het vriendelijk [/b]")
        assert stage.levels() == [LABELS[0], "trainer: licht sturend", LABELS[2]]
        assert "programma  ! waarschijnlijk sterk sturend" in stage.text()
        assert "trainer    ~ licht sturend: Ze [lacht] vroeg het vriendelijk [/b]" in stage.text()
        assert stage.totals() == [
            ["programma", "1", "1", "0", "0", "1"],
            ["trainer", "1", "1", "0", "1", "0"],
        ]


async def test_the_reason_that_was_given_is_there_to_change(stage: Judging) -> None:
    async with opened(stage) as pilot:
        await stage.give(pilot, STRONG, "dit")
        await pilot.press(MILD)
        asked = await at_screen(pilot, AskScreen)
        assert asked.query_one(Input).value == "dit"
        await pilot.press("escape")
        await at_screen(pilot, JudgedScreen)
        assert stage.levels()[0] == "trainer: sterk sturend"


async def test_it_is_taken_back_with_delete_or_the_level_of_the_program(stage: Judging) -> None:
    async with opened(stage) as pilot:
        for key in ("delete", "1"):
            await stage.give(pilot, STRONG, "")
            assert stage.levels()[0] == "trainer: sterk sturend"
            await pilot.press(key)
            assert stage.message().startswith("Ingetrokken: bij vraag 1 ")
            assert stage.levels() == LABELS
        await pilot.press("1")
        assert stage.message() == "Dat is wat het programma ook zegt."
        await pilot.press("delete")
        assert stage.message() == "Bij deze vraag gaf je geen ander oordeel."


async def test_undo_goes_back_over_what_was_given_here_and_shows_the_question(stage: Judging) -> None:
    async with opened(stage) as pilot:
        await stage.give(pilot, STRONG, "een")
        await pilot.press("down", "down")
        await stage.give(pilot, STRONG, "twee")
        await pilot.press("delete", "up", "ctrl+z")
        assert stage.levels()[2] == "trainer: sterk sturend"
        assert stage.screen.query_one(Choices).highlighted == 2
        await pilot.press("ctrl+z")
        assert stage.levels()[2] == LABELS[2]
        await pilot.press("ctrl+z")
        assert stage.message() == "Teruggedraaid: jouw oordeel bij vraag 1."
        assert (stage.levels(), stage.screen.query_one(Choices).highlighted) == (LABELS, 0)
        await pilot.press("ctrl+z")
        assert stage.message() == "Op dit scherm is niets om terug te draaien."


# --- saving ---------------------------------------------------------------------------------------


async def test_it_is_saved_for_the_trainer_and_opens_again_as_it_was(stage: Judging, tmp_path: Path) -> None:
    async with opened(stage) as pilot:
        await pilot.press("down")
        await stage.give(pilot, MILD, "Ze [lacht] erbij")
        said = await stage.save(pilot)
        (path,) = stage.exports()
        assert said.startswith("Opgeslagen: ")
        assert said.endswith("2026-03-12-beoordeeld-gesprek.md")
        file = path.read_text("utf-8")
        assert "- trainer: licht sturend\n- reden: Ze \\[lacht\\] erbij\n" in file
        assert "- Beoordeeld op: 12 maart 2026\n" in file
        await pilot.press("escape")
        await at_screen(pilot, JudgeScreen)
        stage.put("")
        await stage.paste(pilot, str(path))
        screen = await stage.judged(pilot)
        assert stage.levels() == [LABELS[0], "trainer: licht sturend", LABELS[2]]
        assert not screen.overruling.unsaved
        await stage.save(pilot)
        again = stage.exports()[0].read_text("utf-8")
        assert len(stage.exports()) == 2
        assert again.replace(f"- Bestand: {path.stem}\\.md\n", "") == file


async def test_what_could_not_be_saved_is_told_and_is_still_unsaved(stage: Judging, folder: Path) -> None:
    async with opened(stage) as pilot:
        await stage.give(pilot, STRONG, "")
        (folder / "uitvoer").write_text("in de weg", "utf-8")
        said = await stage.save(pilot)
        assert said.startswith("De uitvoer is niet geschreven naar ")
        await pilot.press("escape")
        await at_screen(pilot, JudgeScreen)
        await pilot.press("escape")
        assert "nog niet opgeslagen" in str((await at_screen(pilot, PickScreen)).heading)


# --- leaving --------------------------------------------------------------------------------------


async def test_leaving_asks_first_when_something_was_given_and_staying_is_the_default(stage: Judging) -> None:
    async with opened(stage) as pilot:
        await stage.give(pilot, STRONG, "")
        await pilot.press("escape")
        screen = await at_screen(pilot, JudgeScreen)
        await pilot.press("escape")
        asked = await at_screen(pilot, PickScreen)
        assert asked.heading == "Jouw oordeel over de vragen is nog niet opgeslagen."
        await pilot.press("enter")
        assert await at_screen(pilot, JudgeScreen) is screen
        assert stage.area() == TALK
        await pilot.press("f2")
        await stage.judged(pilot)
        assert stage.levels()[0] == "trainer: sterk sturend"
        await stage.save(pilot)
        await pilot.press("escape")
        await at_screen(pilot, JudgeScreen)
        await pilot.press("escape")
        await until(pilot, lambda: stage.results)


async def test_a_text_of_more_than_a_line_is_not_thrown_away_unasked(stage: Judging) -> None:
    async with shown(stage) as pilot:
        await stage.paste(pilot, TALK, "escape")
        asked = await at_screen(pilot, PickScreen)
        assert asked.heading == "Deze tekst is nog niet opgeslagen."
        await pilot.press("escape")
        await at_screen(pilot, JudgeScreen)
        await pilot.press("escape")
        await at_screen(pilot, PickScreen)
        await pilot.press("down", "enter")
        await until(pilot, lambda: stage.results)


async def test_a_single_line_is_left_unasked(stage: Judging) -> None:
    async with shown(stage) as pilot:
        await stage.paste(pilot, "Ouder: ja", "escape")
        await until(pilot, lambda: stage.results)


async def test_a_text_that_was_mended_keeps_what_was_given_to_its_questions(stage: Judging) -> None:
    async with opened(stage) as pilot:
        await stage.give(pilot, STRONG, "zo")
        await pilot.press("escape")
        await at_screen(pilot, JudgeScreen)
        stage.put(TALK.replace("Onderwerp: pauzes", "Vraag: Waar zullen we het over hebben?"))
        await pilot.press("f2")
        await stage.judged(pilot)
        assert stage.levels()[1] == "trainer: sterk sturend"


async def test_another_text_takes_what_was_given_away_only_after_asking(stage: Judging) -> None:
    async with opened(stage) as pilot:
        await stage.give(pilot, STRONG, "zo")
        await pilot.press("escape")
        await at_screen(pilot, JudgeScreen)
        stage.put("Ouder: Koud.\nVraag: En wat voor koud is dat?")
        await pilot.press("f2")
        asked = await at_screen(pilot, PickScreen)
        assert asked.heading.startswith("Jouw oordeel bij 1 vraag die hier niet meer zo in staat, vervalt.")
        await pilot.press("enter")
        await at_screen(pilot, JudgeScreen)
        await pilot.press("f2")
        await at_screen(pilot, PickScreen)
        await pilot.press("down", "enter")
        await stage.judged(pilot)
        assert stage.levels() == ["klassiek schoon"]


async def test_stopping_the_program_asks_as_well(
    folder: Path, clock: Clock, new_id: Callable[[], str]
) -> None:
    app = GoedGesprek(folder, straight="oefenen", now=lambda: NOON, monotonic=clock, new_id=new_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_screen(pilot, PracticeScreen)
        await pilot.press("up", "enter")
        screen = await at_screen(pilot, JudgeScreen)
        screen.area.text = TALK
        await pilot.press("f2")
        judged = await at_screen(pilot, JudgedScreen)
        await until(pilot, lambda: len(judged.found) == 3)
        await pilot.press(STRONG)
        await at_screen(pilot, AskScreen)
        await pilot.press("enter")
        await at_screen(pilot, JudgedScreen)
        await pilot.press("ctrl+q")
        await at_screen(pilot, PickScreen)
        await pilot.press("ctrl+q", "enter")
        assert await at_screen(pilot, JudgedScreen) is judged
        assert judged.overruling.given
        await pilot.press("escape", "escape")
        await at_screen(pilot, PickScreen)
        await pilot.press("down", "enter")
        await at_screen(pilot, PracticeScreen)
        await pilot.press("escape")
        await at_screen(pilot, HomeScreen)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running or app._exit)


# --- pictures: read each SVG before accepting it with --snapshot-update --------------------------

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
ABSURD = "\n".join(
    (
        TALK,
        f"Ouder: {'en toen zei hij weer niets, ' * 14}",
        f"Vraag: {'Waarom is dat nou altijd zo, en wat vind je daarvan? ' * 8}",
        f"Vraag: {'x' * 90} 🙂",
        *("Vraag: En wat zou je graag willen dat er gebeurt?",) * 195,
    )
)


@SIZES
def test_picture_of_the_beginning(
    stage: Judging, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        (await at_screen(pilot, JudgeScreen)).area.cursor_blink = False
        await pilot.pause()

    assert snap_compare(stage, terminal_size=size, run_before=before)


@SIZES
@pytest.mark.parametrize("at", [1, 3], ids=["gewoon", "absurd"])
def test_picture_of_a_judged_talk(
    stage: Judging, snap_compare: Callable[..., bool], size: tuple[int, int], at: int
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await at_screen(pilot, JudgeScreen)
        await stage.paste(pilot, ABSURD, "f2")
        await stage.judged(pilot)
        await pilot.press("down")
        await stage.give(pilot, MILD, "Ze [lacht] vroeg het vriendelijk")
        await pilot.press(*["down"] * (at - 1))
        await pilot.pause()

    assert snap_compare(stage, terminal_size=size, run_before=before)
