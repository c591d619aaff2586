"""What parents thought of the talks, of many conversations together: counts and words, never marks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goedgesprek_tui.exports.document import Bullet
from goedgesprek_tui.exports.summary import was_answered
from goedgesprek_tui.models import CHOICES, Question, Session, Tally
from goedgesprek_tui.text import count, fold

ONE_WORD = "In één woord:"


@dataclass
class Together:
    """The answers to one question in many conversations; answers and words are counted as they read."""

    question: str
    answers: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)
    sessions: set[str] = field(default_factory=set)
    spelled: dict[str, str] = field(default_factory=dict)

    def take(self, session: Session, tally: Tally) -> None:
        """Count the answers of one conversation with the others."""
        for answer, number in tally.counts:
            self.answers[self._key(answer)] += number
        for word in tally.words:
            self.words[self._key(word)] += 1
        self.remarks += [remark for remark in tally.remarks if remark not in self.remarks]
        self.sessions.add(session.id)

    def counted(self) -> list[tuple[str, int]]:
        """Return how often each answer was given, in the order of the question; those never given not."""
        return [(self.spelled[key], number) for key, number in self.answers.items() if number]

    def said(self) -> list[tuple[str, int]]:
        """Return how often each word was said, most often first."""
        return [(self.spelled[key], number) for key, number in self.words.most_common()]

    def _key(self, text: str) -> str:
        key = fold(text) or text
        self.spelled.setdefault(key, text)
        return key


def together(sessions: Sequence[Session]) -> list[Together]:
    """Return the answers of all sessions by question; all questions for one word are one question."""
    found: dict[str, Together] = {}
    for session in sessions:
        for tally in session.tallies:
            if was_answered(tally):
                one_word = Question(text=tally.question).wants_one_word
                question = ONE_WORD if one_word else CHOICES.sub("?", tally.question)
                found.setdefault(fold(question), Together(question)).take(session, tally)
    return list(found.values())


def evaluated(sessions: Sequence[Session]) -> Iterator[Bullet]:
    """Return a point for each question: how often each answer was given, the words, and the remarks."""
    for one in together(sessions):
        counts = ", ".join(f"{answer} {number}" for answer, number in one.counted())
        words = ", ".join(f"{word} ({number})" if number > 1 else word for word, number in one.said())
        number = count(len(one.sessions), "gesprek", "gesprekken")
        counted = f"{counts[:1].upper()}{counts[1:]} ({number})." if counts else ""
        yield Bullet(" ".join(filter(None, (one.question, counted, words))), tuple(one.remarks))
