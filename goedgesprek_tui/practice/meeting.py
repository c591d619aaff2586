"""A practice talk with a simulated parent: what she answers to each question, and how the talk stands.

She answers what was asked on her words, goes flat on a light push, and shuts on two strong ones in a row; a
clean question never shuts her. How clean it is decides `clean.rating`; where she goes next, her dialogue.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from goedgesprek_tui.clean.rating.levels import Level, Rating
from goedgesprek_tui.clean.rating.sentences import sentences
from goedgesprek_tui.exercises.dialogue import Dialogue, Reply, Rule, Step
from goedgesprek_tui.practice.asked import asked_on
from goedgesprek_tui.practice.hearing import Heard, hear

OPENERS = ("wat_voor", "nog_iets")
"""What opens a parent who has shut; giving back her words does so too."""
TO_SHUT = 2
TO_LEAVE = 2


class Exchange(NamedTuple):
    """A question and what came of it: how clean it was, what it asked on which words, and the answer.

    `reply` is what she reacted to; None when the question took her a step further.
    """

    question: str
    rating: Rating
    kind: str
    words: tuple[str, ...]
    reply: Reply | None
    answer: str
    step: str


@dataclass(frozen=True)
class Meeting:
    """How a talk stands: all that was asked and answered, and the questions that were taken back."""

    dialogue: Dialogue
    exchanges: tuple[Exchange, ...] = ()
    taken_back: tuple[Exchange, ...] = field(default=(), compare=False)

    @property
    def step(self) -> Step:
        """The step of her way where she is."""
        id = self.exchanges[-1].step if self.exchanges else self.dialogue.begin
        return self.dialogue.steps[id]

    @property
    def opening(self) -> str:
        """The sentence she begins with."""
        return self.dialogue.steps[self.dialogue.begin].says

    @cached_property
    def said(self) -> tuple[str, ...]:
        """All that she said, oldest first."""
        return self.said_before(len(self.exchanges))

    def said_before(self, at: int) -> tuple[str, ...]:
        """Return what she said before the question at this place; what is between brackets was only seen."""
        answers = (one.answer for one in self.exchanges[:at])
        return (self.opening, *(answer for answer in answers if not is_seen(answer)))

    @property
    def arrived(self) -> bool:
        """Whether she found out what she wants."""
        return bool(self.step.insight)

    @property
    def left(self) -> bool:
        """Whether she went away before that."""
        return bool(self.exchanges) and self.exchanges[-1].reply is Reply.LEAVES

    @property
    def over(self) -> bool:
        """Whether nothing more can be asked."""
        return self.arrived or self.left

    @cached_property
    def shut(self) -> bool:
        """Whether she has closed up, and waits for a question that leaves it to her."""
        since = [one.reply for one in self.exchanges if one.reply in (Reply.CLOSED, Reply.OPEN)]
        return bool(since) and since[-1] is Reply.CLOSED

    @property
    def visited(self) -> tuple[str, ...]:
        """The steps she was at, in order."""
        return (self.dialogue.begin, *(one.step for one in self.exchanges))

    @cached_property
    def offered(self) -> tuple[str, ...]:
        """All words she put on the table, in order."""
        steps = (self.dialogue.steps[id] for id in self.visited)
        return tuple(dict.fromkeys(word for step in steps for word in step.offers))

    def ask(self, question: str) -> "Meeting":
        """Return the talk after a question; one without a word, or when it is over, changes nothing."""
        if self.over or not any(letter.isalpha() for letter in question) or not any(sentences(question)):
            return self
        heard = hear(question, self.said, self.dialogue)
        reply, rule = self._reaction(heard)
        if rule and rule.to in self.visited:
            reply = Reply.TOLD
        thinks = reply is Reply.NO_MATCH and bool(heard.kind)
        answers = [self._reply(Reply.SILENT if thinks else reply)] if reply else []
        answers += [self.dialogue.steps[rule.to].says] if rule else []
        words = asked_on(question, self.offered)
        step = rule.to if rule else self.step.id
        made = Exchange(question, heard.rating, heard.kind, words, reply, " ".join(answers), step)
        return replace(self, exchanges=(*self.exchanges, made))

    def take_back(self) -> "Meeting":
        """Return the talk as it was before the last question, which is kept apart."""
        if not self.exchanges:
            return self
        return replace(self, exchanges=self.exchanges[:-1], taken_back=(*self.taken_back, self.exchanges[-1]))

    def waits(self) -> str:
        """Return what is seen of her when nothing is asked."""
        return self._reply(Reply.SILENT)

    # --- what she does -------------------------------------------------------------------------

    def _reaction(self, heard: Heard) -> tuple[Reply | None, Rule | None]:
        """Return what she reacts to, or the rule by which she goes on."""
        if self.shut:
            return self._reaction_shut(heard), None
        if heard.push is Reply.STRONG and self._strong_before() + 1 >= TO_SHUT:
            return Reply.CLOSED, None
        if heard.again:
            return Reply.TOLD, Rule(questions=(), words=(), to=self.step.id)
        if heard.push or heard.beside:
            return heard.push or heard.beside, None
        if heard.rating.level is Level.REPEAT and not heard.kind:
            return Reply.REPEAT, None
        rule = self._rule(heard)
        return (None, rule) if rule else (Reply.NO_MATCH, None)

    def _reaction_shut(self, heard: Heard) -> Reply:
        gives_back = heard.rating.level is Level.REPEAT
        if gives_back or (not heard.push and heard.kind in OPENERS):
            return Reply.OPEN
        shut = max(at for at, one in enumerate(self.exchanges) if one.reply is Reply.CLOSED)
        pushed = sum(not one.rating.level.clean for one in self.exchanges[shut + 1 :])
        return Reply.LEAVES if heard.push and pushed + 1 >= TO_LEAVE else Reply.SILENT

    def _strong_before(self) -> int:
        """Return how many questions in a row, up to the last, pushed strongly."""
        count = 0
        for one in reversed(self.exchanges):
            if one.reply is not Reply.STRONG:
                break
            count += 1
        return count

    def _rule(self, heard: Heard) -> Rule | None:
        """Return the rule that a question follows: rather to a step that she did not tell of yet.

        A question on a word of an earlier step, and on none of this one, goes on from there.
        """
        rules = [rule for step in self._steps_for(heard.question) for rule in _matching(step, heard)]
        return next((rule for rule in rules if rule.to not in self.visited), next(iter(rules), None))

    def _steps_for(self, question: str) -> Sequence[Step]:
        if asked_on(question, self.step.offers):
            return [self.step]
        earlier = [self.dialogue.steps[id] for id in reversed(self.visited)]
        return [*[step for step in earlier if asked_on(question, step.offers)][:1], self.step]

    def _reply(self, reply: Reply) -> str:
        """Return what she says to something that fits nowhere: another sentence each time, in turn."""
        own = self.step.replies.get(reply, ())
        texts = (*own, *self.dialogue.replies[reply])
        times = sum(one.reply is reply and (not own or one.step == self.step.id) for one in self.exchanges)
        return texts[times % len(texts)]


def is_seen(answer: str) -> bool:
    """Return whether an answer is what one sees of her, and not what she says."""
    return answer.startswith("(")


def _matching(step: Step, heard: Heard) -> list[Rule]:
    return [
        rule
        for rule in step.rules
        if heard.kind in rule.questions and (not rule.words or asked_on(heard.question, rule.words))
    ]
