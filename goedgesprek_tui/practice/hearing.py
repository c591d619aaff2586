"""How a simulated parent hears a question: how hard it pushes her, or that it passes her by."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import TURNS, Spoken
from goedgesprek_tui.clean.rating.judge import Judge
from goedgesprek_tui.clean.rating.levels import Level, Rating, Reason
from goedgesprek_tui.clean.rating.meanings import VARIANTS
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.clean.rating.sentences import Sentence, sentences
from goedgesprek_tui.exercises.dialogue import Dialogue, Reply
from goedgesprek_tui.practice.asked import Asked, kind_of

HER_OWN = frozenset("new_content changed_word new_metaphor presupposition interpreted_feeling".split())
"""In the frame of a clean question: a word that is not hers."""
STYLE = frozenset(["soort", "nog_meer"])
"""What is flagged, and what she answers as if it were not there."""
SMALL_TALK = frozenset(["new_content", "closed_suggestion"])
NOG_IETS = re.compile(r"\bnog iets\b")
SYMPATHY = (VARIANTS["sympathy"], VARIANTS["understanding"], VARIANTS["compliment"])
"""What makes her silent and does not shut her, as long as nothing is asked."""
GREETINGS = frozenset("hoi hallo dag hai hey hee hi goedemorgen goedemiddag goedenavond salam welkom".split())
THANKS = re.compile(r"\b(doei|dankjewel|dankuwel|dank (je|u)|bedankt|tot ziens|fijne (dag|avond)|succes)\b")
NAME = re.compile(r"(?<=[\w,(] )[A-ZÀ-Ý]\w+")
EXERCISE = re.compile(
    r".*\b(computer|robot|programma|ai|chatbot|bot|acteur|actrice|toneel|nep|spelletje|oefening"
    r"|oefengesprek)\b"
    r"|(\S+ ){0,3}(moet|moest|mag|kan|kon|zal|doe|deed) ik\b"
    r"|ik (weet|snap|begrijp) (het )?(niks|niets|niet)\b.*|(\S+ )?wacht (even|ff)\b.*"
    r"|.*\b(goede|stomme|domme|slechte|rare) vraag\b|.*\bverkeerde (knop|toets)\b"
    r"|ben (je|jij|u) ((wel|nou|een) )*(echt|mens|mensch)\b"
)
"""What is about the exercise or about the trainee, and not about what she tells."""
INTRODUCTION = re.compile(r"\b(?i:ik ben|ik heet|mijn naam is) [A-ZÀ-Ý]\w+[.,!]?\s*")
"""Saying one's name asks nothing, and says nothing of hers."""
HALF = frozenset(["en wat", "wat", "en", "hoe", "en hoe", "maar", "waar", "wie"])
"""Of a question only the beginning."""
NO_QUESTION = Rating(Level.CONTEXT, (Reason("follows_logic", VARIANTS["nothing"]),))
AGAIN = re.compile(r".*\b(nog (een|1) keer|nogmaals|opnieuw|herhalen)\b")
FACTS = re.compile(
    r"(heb|hebt|ben|bent|woon|woont|werk|werkt|kom|komt|ken|kent|heet) (je|jij|u)\b"
    r"(?! (dat|het|er|al|wel|hem|haar))"
)
"""What is about her, and not about what she tells."""


class Heard(NamedTuple):
    """A question as she hears it: its rating, which clean question it is, and what it does to her.

    `push` says in which way it leads her; `beside` what she does when it asks nothing of what she tells;
    `again` that she was asked to say it once more.
    """

    question: str
    rating: Rating
    kind: str
    push: Reply | None = None
    beside: Reply | None = None
    again: bool = False


def hear(question: str, said: Sequence[str], dialogue: Dialogue) -> Heard:
    """Return how a question is heard after all that she said, oldest first."""
    known = known_from(dialogue)
    said = recent(said)
    asked_of = INTRODUCTION.sub("", question)
    rating = rate(said, asked_of, known)
    parts = sentences(asked_of)
    if not parts:
        return Heard(question, NO_QUESTION, "", beside=Reply.GREETED)
    spoken = Spoken(DUTCH, said, known)
    judge, asked = Judge(spoken, asked_of), kind_of(said, asked_of, known)
    aside = _aside(parts, spoken, _asks(parts, judge) or bool(asked.kind))
    again = any(AGAIN.match(part.line) for part in parts)
    if aside or again:
        return Heard(question, NO_QUESTION, "", beside=aside, again=again)
    codes = {flag.code for flag in rating.flags}
    if rating.level.clean or codes <= STYLE:
        return _heard_clean(question, rating, asked, _asks(parts, judge))
    if rating.level is Level.MILD and any(FACTS.match(part.line) for part in parts):
        return Heard(question, rating, "", beside=Reply.NO_MATCH)
    if parts[0].words[0].low in GREETINGS and not asked.kind and codes <= SMALL_TALK:
        return Heard(question, NO_QUESTION, "", beside=Reply.GREETED)
    if asked.kind and not asked.framed and codes == {"new_content"} and not NOG_IETS.search(parts[-1].line):
        return Heard(question, rating, asked.kind)
    feels = all(flag.text in SYMPATHY or flag.code == "new_content" for flag in rating.flags)
    if feels and not asked.kind and not _asks(parts, judge):
        return Heard(question, rating, "", beside=Reply.SILENT)
    return Heard(question, rating, asked.kind, push=_push(rating, asked, codes))


def known_from(dialogue: Dialogue) -> str:
    """Return what both know before a word is said: the topic, and the names the trainee was told."""
    return ". ".join([dialogue.topic, dialogue.parent, *NAME.findall(dialogue.situation)])


def recent(said: Sequence[str]) -> Sequence[str]:
    """Return all that was said in as few turns as the rating looks back on, so that no word is forgotten."""
    return [" ".join(said[: 1 - TURNS]), *said[1 - TURNS :]] if len(said) > TURNS else said


def _heard_clean(question: str, rating: Rating, asked: Asked, asks: bool) -> Heard:
    """Return how a clean question is heard: an open one in words of the trainee's own as asking for more."""
    if asked.kind or rating.level is Level.REPEAT:
        return Heard(question, rating, asked.kind)
    if not asks:
        return Heard(question, rating, "", beside=Reply.SILENT)
    practical = any(reason.code == "practical" for reason in rating.praise)
    return Heard(
        question, rating, "" if practical else "nog_iets", beside=Reply.NO_MATCH if practical else None
    )


def _asks(parts: Sequence[Sentence], judge: Judge) -> bool:
    return any(finding.asks for part in parts for finding in judge.judge(part))


def _push(rating: Rating, asked: Asked, codes: set[str]) -> Reply:
    if asked.kind and codes <= HER_OWN:
        return Reply.FOREIGN
    if rating.level is Level.STRONG:
        return Reply.STRONG
    return Reply.TWO if "stacked" in codes else Reply.MILD


def _aside(parts: Sequence[Sentence], spoken: Spoken, asks: bool) -> Reply | None:
    """Return how she takes what is not about what she tells: a greeting, thanks, gibberish, the exercise."""
    words = [word for part in parts for word in part.words]
    greets = words[0].low in GREETINGS
    strange = [word for word in words if not (DUTCH.known(word.low) or spoken.free(word) or spoken.has(word))]
    if len(strange) * 2 > len(words):
        return Reply.GREETED if greets else Reply.UNHEARD
    if any(EXERCISE.match(part.line) for part in parts):
        return Reply.GREETED if greets else Reply.SILENT
    if asks:
        short = len(words) <= 2 and all(spoken.free(word) for word in words)
        return Reply.UNHEARD if short and parts[0].line in HALF else None
    thanks = any(THANKS.search(part.line) for part in parts)
    return Reply.GREETED if greets else Reply.SILENT if thanks else None
