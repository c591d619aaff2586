"""How a simulated parent hears a question: how hard it pushes her, or that it passes her by."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import TURNS, Spoken
from goedgesprek_tui.clean.rating.judge import Judge
from goedgesprek_tui.clean.rating.levels import Level, Rating
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.clean.rating.sentences import Sentence, sentences
from goedgesprek_tui.exercises.dialogue import Dialogue, Reply
from goedgesprek_tui.practice.asked import Asked, kind_of

NEW_WORDS = frozenset(["new_content", "changed_word", "new_metaphor", "presupposition"])
SYMPATHY = frozenset(["evaluation", "own_experience", *NEW_WORDS])
"""What makes her silent and does not shut her, as long as nothing is asked."""
GREETINGS = frozenset("hoi hallo dag hai hey hee goedemorgen goedemiddag goedenavond salam welkom".split())
NAME = re.compile(r"(?<=[\w,(] )[A-ZÀ-Ý]\w+")
ASIDE = re.compile(
    r".*\b(computer|robot|programma|ai|chatbot|bot|app|acteur|actrice|toneel|nep|oefening|oefengesprek)\b"
    r"|(heb|hebt|ben|bent|woon|woont|werk|werkt|kom|komt|ken|kent|heet) (je|jij|u)\b"
)
"""What is about the exercise, or about her and not about what she tells."""


class Heard(NamedTuple):
    """A question as she hears it: its rating, which clean question it is, and what it does to her.

    `push` says in which way it leads her, `beside` what it is when it asks nothing of what she tells.
    """

    question: str
    rating: Rating
    kind: str
    push: Reply | None
    beside: Reply | None


def hear(question: str, said: Sequence[str], dialogue: Dialogue) -> Heard:
    """Return how a question is heard after all that she said, oldest first."""
    known = known_from(dialogue)
    said = recent(said)
    rating = rate(said, question, known)
    asked = kind_of(said, question, known)
    spoken = Spoken(DUTCH, said, known)
    beside = _beside(sentences(question), spoken, Judge(spoken, question), asked)
    return Heard(question, rating, asked.kind, _push(rating, asked, beside), beside)


def known_from(dialogue: Dialogue) -> str:
    """Return what both know before a word is said: the topic, and the names the trainee was told."""
    return ". ".join([dialogue.topic, dialogue.parent, *NAME.findall(dialogue.situation)])


def recent(said: Sequence[str]) -> Sequence[str]:
    """Return all that was said in as few turns as the rating looks back on, so that no word is forgotten."""
    return [" ".join(said[: 1 - TURNS]), *said[1 - TURNS :]] if len(said) > TURNS else said


def _push(rating: Rating, asked: Asked, beside: Reply | None) -> Reply | None:
    codes = {flag.code for flag in rating.flags}
    if rating.level is Level.STRONG and not (beside is Reply.SILENT and codes <= SYMPATHY):
        return Reply.STRONG
    if rating.level.clean or beside:
        return None
    if "stacked" in codes:
        return Reply.TWO
    return Reply.FOREIGN if asked.framed and codes <= NEW_WORDS else Reply.MILD


def _beside(parts: Sequence[Sentence], spoken: Spoken, judge: Judge, asked: Asked) -> Reply | None:
    """Return how she takes what is no question on what she tells: a greeting, gibberish, an aside."""
    words = [word for part in parts for word in part.words]
    strange = [word for word in words if not DUTCH.known(word.low) and not spoken.has(word)]
    if len(strange) * 2 > len(words):
        return Reply.GREETED if words[0].low in GREETINGS else Reply.UNHEARD
    found = [finding for part in parts for finding in judge.judge(part)]
    if asked.kind:
        return None
    if not any(finding.asks for finding in found):
        gives_back = any(reason.code == "repeat_only" for finding in found for reason in finding.praise)
        return None if gives_back else (Reply.GREETED if words[0].low in GREETINGS else Reply.SILENT)
    return Reply.NO_MATCH if any(ASIDE.match(part.line) for part in parts) else None
