"""The example conversations: they open, name nobody, and give the summary and the report beside them."""

import io
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import NOON, at_screen, until

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.console.plain import Plain
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.desk import Desk, open_desk
from goedgesprek_tui.exports.formats import summary_text
from goedgesprek_tui.exports.gathered import Gathered
from goedgesprek_tui.models import Consent, NoteKind, ScriptKind, Session
from goedgesprek_tui.reporting import kept_choice, look_over, prepared, rendered
from goedgesprek_tui.review.counting import Change
from goedgesprek_tui.review.selection import Selection
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.store.repair import check
from goedgesprek_tui.widgets.recorder import Recorder

EXAMPLES = Path(__file__).parent.parent / "sessions" / "voorbeelden"
LINES = (EXAMPLES / "eerste-kennismaking.txt").read_text("utf-8").splitlines()
AUTUMN = Selection(date(2026, 7, 1), date(2026, 12, 31))
TALK = "7eec0b0f-9c0d-424c-aa75-fc43c80e9354"
"""The id of the conversation that was typed in `eerste-kennismaking.txt`."""
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
    return summary_text(listed.session, desk.prompts.topics)


@pytest.fixture
def examples(tmp_path: Path) -> Desk:
    """A copy of the folder, as a newcomer makes it."""
    copied = shutil.copytree(EXAMPLES, tmp_path / "voorbeelden")
    return open_desk(copied, lambda: NOON, str)


@pytest.fixture
def sessions(examples: Desk) -> list[Session]:
    """All conversations of the folder, the oldest first."""
    listed = examples.store.listed()
    found = [one.session for one in listed if one.session and not one.problem]
    assert len(found) == len(listed)
    return sorted(found, key=lambda session: session.started)


@pytest.fixture
def autumn(examples: Desk, sessions: list[Session]) -> Gathered:
    """What goes into the report of the last half year."""
    review = Review(tuple(sessions), examples.prompts.topics, AUTUMN)
    return prepared(review, kept_choice(examples, review))


@pytest.fixture
def desk(tmp_path: Path, new_id: Callable[[], str]) -> Desk:
    desk = open_desk(tmp_path / "plat", lambda: NOON, new_id)
    desk.store.prepare()
    return desk


def test_each_example_opens_for_writing_without_a_complaint(examples: Desk, sessions: list[Session]) -> None:
    assert not examples.notice
    for session in sessions:
        checked = check(examples.store, session.id)
        assert (checked.did, checked.wrong, checked.beside) == ("", "", ())
        with examples.store.open(session.id) as opened:
            assert not opened.notice
            assert opened.session == session
            opened.save(session.model_copy(update={"reflection": "Bekeken."}))


def test_nothing_in_the_examples_is_found_as_personal(sessions: list[Session]) -> None:
    found = [(one.spot.label, one.words, one.spot.text) for session in sessions for one in look_over(session)]
    assert found == []
    assert {(one.spot, one.words) for session in sessions for one in session.left} == {
        (".place.0", "De Linde")
    }


def test_every_topic_of_the_examples_is_one_of_the_list(examples: Desk, sessions: list[Session]) -> None:
    known = {topic.id for topic in examples.prompts.topics}
    assert {topic for session in sessions for note in session.notes for topic in note.topics} <= known


def test_the_readme_names_each_example_with_its_day_place_and_parents(sessions: list[Session]) -> None:
    table = re.findall(
        r"^\| (\d.*?) \| (.*?) \| .*? \|(.*?)\|$", (EXAMPLES / "README.md").read_text("utf-8"), re.M
    )
    assert [(day, place, parents.strip()) for day, place, parents in table] == [
        (
            dutch_date(session.started.date()),
            f"{session.place_kind} {session.place}".strip(),
            str(session.parents or ""),
        )
        for session in sessions
    ]


def test_the_examples_hold_all_that_a_newcomer_can_look_for(sessions: list[Session]) -> None:
    talks = [session for session in sessions if session.script.kind is not ScriptKind.REVIEW]
    notes = [note for session in talks for note in session.shown]
    assert {note.kind for note in notes} == set(NoteKind)
    dated = [note for note in notes if note.kind in (NoteKind.AGREEMENT, NoteKind.EXPERIMENT) and note.due]
    for kind in (NoteKind.AGREEMENT, NoteKind.EXPERIMENT):
        assert {bool(note.outcome) for note in dated if note.kind is kind} == {True, False}
    assert {session.consent for session in talks} == {Consent.VERBATIM, Consent.GIST}
    assert any(session.withheld for session in talks)
    assert any(session.problem.confirmed for session in talks)
    assert all(session.ended and any(one.counts for one in session.tallies) for session in talks)
    assert any(note.follows and note.clean_question for note in notes)


def test_the_report_of_the_half_year_is_the_one_beside_the_examples(examples: Desk, autumn: Gathered) -> None:
    assert rendered(autumn, "md", examples.settings) == (EXAMPLES / "verslag.md").read_bytes()


def test_several_themes_came_up_in_more_conversations_and_otherwise_than_before(autumn: Gathered) -> None:
    changes = [autumn.compared[theme.count.id].change for theme in autumn.often]
    assert sum(change in (Change.NEW, Change.MORE, Change.LESS) for change in changes) >= 4
    assert {Change.NEW, Change.MORE, Change.LESS} <= set(changes)
    assert Change.GONE in {one.change for one in autumn.compared.values()}


def test_the_example_gives_its_summary_with_the_headings_parents_used(
    examples: Desk, sessions: list[Session]
) -> None:
    (talk,) = (session for session in sessions if session.id == TALK)
    summary = summary_text(talk, examples.prompts.topics)
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
