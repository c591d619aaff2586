"""What tests share: a small script, a setting with a fixed clock and counted ids."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import pytest

from goedgesprek_tui.commands.answer import Setting
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Phase, Question, Script, ScriptKind, Session, Topic
from goedgesprek_tui.topics import TopicList

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
    return Setting(TOPICS, new_id, lambda: NOON)


@pytest.fixture
def talk() -> Conversation:
    """A conversation in its third phase, at the first question."""
    session = Session(id="s", started=NOON, script=SCRIPT, place_kind="ouderkamer", place="De Linde")
    return Conversation(session).go(2)
