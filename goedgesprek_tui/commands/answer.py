"""What comes of a typed line, and what a command needs to know."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from goedgesprek_tui.asking import Offer, offer
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Note
from goedgesprek_tui.reference import CleanQuestion
from goedgesprek_tui.topics import TopicList

NUMBER_IN_FRONT = re.compile(r"(?P<number>\d{1,6})(?:\s+(?P<rest>.*))?", re.DOTALL)


class Show(Enum):
    """What the screen or the plain mode has to show after a line."""

    PLACE = auto()
    PHASES = auto()
    ALOUD = auto()
    TOPICS = auto()
    KINDS = auto()
    CONSENTS = auto()
    FOLLOW_UPS = auto()
    WORDS = auto()
    QUESTIONS = auto()
    CARDS = auto()
    READ_BACK = auto()
    NAMES = auto()
    BLANK = auto()
    HELP = auto()
    FOLDER = auto()
    END = auto()


@dataclass(frozen=True)
class Answer:
    """What came of a line: the new state, one sentence, and what there is to show or to ask.

    `note` is the note that was recorded, or that the showing is about. A `refused` line stays where it was
    typed. `erased` says that words were really removed, so that no older copy may keep them.
    """

    conversation: Conversation
    message: str = ""
    show: Show | None = None
    note: Note | None = None
    stored: bool = False
    refused: bool = False
    erased: bool = False
    ask: "Ask | None" = None


@dataclass(frozen=True)
class Ask:
    """A question of the program's own; the next line is its answer. Only `ja` does it."""

    question: str
    when_yes: Callable[[Conversation], Answer]


@dataclass(frozen=True)
class Setting:
    """What acts need from outside: the topic list, new ids, the time, and the clean questions."""

    topics: TopicList
    new_id: Callable[[], str]
    now: Callable[[], datetime]
    questions: tuple[CleanQuestion, ...] = ()


@dataclass(frozen=True)
class Call:
    """A command as it was typed, with the conversation it is for."""

    conversation: Conversation
    rest: str
    setting: Setting

    @property
    def offer(self) -> Offer | None:
        """What there is to ask on now."""
        return offer(self.conversation, self.setting.questions)

    @property
    def topics(self) -> TopicList:
        """The topic list with the topics of this session's own."""
        return self.setting.topics.with_own(self.conversation.session.topics)

    def numbered(self) -> tuple[Note, str]:
        """Split off the number of a note in front; without one it is the last note. May raise Refused."""
        found = NUMBER_IN_FRONT.fullmatch(self.rest)
        if found:
            return self.conversation.note(int(found["number"])), found["rest"] or ""
        return self.conversation.note(None), self.rest
