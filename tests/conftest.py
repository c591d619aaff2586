"""What tests share: a small script, a setting with a fixed clock and counted ids."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings
from textual.pilot import Pilot
from textual.screen import Screen

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.clean.lemmas import load
from goedgesprek_tui.commands.answer import Setting
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Phase, Question, Script, ScriptKind, Session, Topic
from goedgesprek_tui.reference import parse_questions
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.topics import TopicList

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

S = TypeVar("S", bound=Screen[object])


def pytest_xdist_auto_num_workers() -> int:
    """Return two workers for each core: a test spends half of its time waiting, for a screen or a disk."""
    return 2 * (os.cpu_count() or 1)


QUESTIONS = parse_questions((Path(__file__).parents[1] / "prompts" / "vragen.md").read_text("utf-8"))
load()  # the dictionary: once, so that no test waits for it

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
TOPICS = TopicList(
    (
        Topic(id="huiswerk", name="Huiswerk"),
        Topic(id="schooladvies-doorstroomtoets", name="Schooladvies en doorstroomtoets", also=("eindtoets",)),
        Topic(id="veiligheid-pesten", name="Veiligheid en pesten"),
        Topic(id="mbo", name="Mbo"),
    )
)
SCRIPT = Script(
    id="kort",
    name="Kort gesprek",
    minutes=30,
    kind=ScriptKind.GROUP,
    phases=(
        Phase(
            title="Welkom en sociaal contract",
            minutes=5,
            aloud=("Welkom allemaal.", "We noemen geen namen."),
            advice=("Zet de stoelen in een kring.",),
            questions=(Question(text="Mag het letterlijk, of liever alleen de kern?"),),
        ),
        Phase(title="Positief begin", minutes=5, questions=(Question(text="Wat gaat goed?"),)),
        Phase(
            title="Wat leeft er",
            minutes=10,
            questions=(
                Question(
                    text="Wat houdt je bezig?",
                    follow_ups=("En wat voor {X} is dat?", "En wanneer {X}, wat gebeurt er dan met {Y}?"),
                ),
                Question(text="Wat mag de school van jullie verwachten?"),
            ),
        ),
        Phase(
            title="Evaluatie",
            minutes=10,
            questions=(
                Question(text="Kon je zeggen wat je wilde: ja, een beetje of nee?"),
                Question(text="Hoe was dit, in één woord?"),
            ),
        ),
    ),
)


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


@pytest.fixture
def setting(new_id: Callable[[], str]) -> Setting:
    return Setting(TOPICS, new_id, lambda: NOON, QUESTIONS)


@pytest.fixture
def talk() -> Conversation:
    """A conversation in its third phase, at the first question."""
    session = Session(id="s", started=NOON, script=SCRIPT, place_kind="ouderkamer", place="De Linde")
    return Conversation(session).go(2)


class Clock:
    """A monotonic clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of sessions with one short script of its own in it."""
    folder = tmp_path / "gesprekken"
    scripts = folder / "leidraden"
    scripts.mkdir(parents=True)
    (scripts / "kort.md").write_text(SHORT_SCRIPT, "utf-8")
    return folder


@pytest.fixture
def app(folder: Path, clock: Clock, new_id: Callable[[], str]) -> GoedGesprek:
    """The app, that goes straight to a talk on the short script."""
    return GoedGesprek(folder, talk="kort", now=lambda: NOON, monotonic=clock, new_id=new_id)


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Let the app go on until something is true; fail when it does not come, also on a busy machine."""
    for _ in range(5_000):
        if true():
            return
        await pilot.pause(0.01)
    raise AssertionError("this never became true")


async def at_screen(pilot: Pilot[None], kind: type[S]) -> S:
    """Wait until a screen of this kind is in sight, and return it."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen


def on_disk(folder: Path) -> Session:
    """Return the only session in a folder, as it is on the disk."""
    (listed,) = Store(folder).listed()
    assert listed.session
    return listed.session


SHORT_SCRIPT = """---
naam: Kort gesprek
duur: 30
soort: groepsgesprek
---

# Kort gesprek

Om mee te oefenen.

## Welkom en sociaal contract (5 min)

Zet de stoelen in een kring.

> Welkom allemaal.

1. Mag het letterlijk, of liever alleen de kern?

## Wat leeft er (10 min)

1. Wat houdt je bezig?
   - En wat voor {X} is dat?
2. Wat mag de school van jullie verwachten?

## Teruglezen (5 min)

1. Klopt deze zin?

## Evaluatie (10 min)

1. Kon je zeggen wat je wilde: ja, een beetje of nee?
2. Hoe was dit, in één woord?
"""
