"""Looking back on a practice talk: levels, words picked up and left, own words, one thing to try next."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.exercises.dialogue import Reply
from goedgesprek_tui.practice.asked import own_part
from goedgesprek_tui.practice.hearing import known_from, recent
from goedgesprek_tui.practice.meeting import Exchange, Meeting
from goedgesprek_tui.text import count

NEXT_TIME = {
    "stacked": "Stel één vraag, en wacht. Twee vragen tegelijk maken het antwoord kort.",
    "advice solution_push": "Houd je eigen oplossing nog even voor je. Vraag wat de ouder zelf graag wil.",
    "why blame": "Kies in plaats van waarom: En wat gebeurt er net voor …? Of: En wat voor … is dat?",
    "closed_suggestion either_or negative_question tag_question": "Begin je vraag met: En wat voor …",
    "evaluation own_experience": "Zeg nog niet wat je ervan vindt. Geef eerst de woorden van de ouder terug.",
    "interpretation interpreted_feeling": "Leg niet uit wat de ouder bedoelt. Vraag door op een woord.",
    "presupposition": "Vraag alleen door op wat er gezegd is. En is er nog iets over …? mag altijd.",
    "third_party": "Blijf bij wat de ouder zelf zag of wil. Wat een ander denkt, is raden.",
    "feeling_frame scale generalisation soort nog_meer": "Houd het kort: En wat voor … is dat?",
    "new_content changed_word new_metaphor": "Kies één woord van de ouder, en gebruik het precies zo.",
}
"""What to try next time, by the flags it is an answer to; of as many, the first one."""
ONE_KIND = "Je vroeg steeds hetzelfde. Probeer ook eens: {form}"
FORMS = {
    "wat_graag": "En wat zou je graag willen dat er gebeurt?",
    "wat_dan": "En wat gebeurt er dan?",
    "wat_voor": "En wat voor … is dat?",
    "nog_iets": "En is er nog iets over …?",
    "wat_nodig": "En wat is er nodig voor …?",
}
UNDER_WAY = "Het gesprek is nog niet klaar."
A_FEW = 3
GO_ON = "Vraag nog wat verder. Weet je niets meer, dan mag altijd: En is er nog iets over …?"
WENT_WELL = "Probeer het nog eens met minder vragen, of met een ouder die moeilijker is."


@dataclass(frozen=True)
class LookedBack:
    """What a talk shows afterwards; words are the parent's, in the order in which she offered them.

    `own_words` are those of the trainee that the parent had not said, out of `all_words` that mean something.
    """

    levels: Counter[Level]
    picked_up: tuple[str, ...]
    left: tuple[str, ...]
    own_words: tuple[str, ...]
    all_words: int
    next_time: str


def look_back(meeting: Meeting) -> LookedBack:
    """Return what a talk shows; questions that were taken back do not count."""
    words = [_words(meeting, at) for at in range(len(meeting.exchanges))]
    own = [word for _, brought in words for word in brought]
    picked = {word for one in meeting.exchanges for word in one.words}
    offered = meeting.offered
    return LookedBack(
        levels=Counter(one.rating.level for one in meeting.exchanges),
        picked_up=tuple(word for word in offered if word in picked),
        left=tuple(word for word in offered if word not in picked),
        own_words=tuple(dict.fromkeys(own)),
        all_words=sum(number for number, _ in words),
        next_time=_next_time(meeting.exchanges),
    )


def outcome(meeting: Meeting) -> str:
    """Return in a sentence how a talk ended."""
    if meeting.arrived:
        return meeting.step.insight
    left = f"{meeting.dialogue.parent} is weggegaan voordat het gesprek klaar was."
    return left if meeting.left else UNDER_WAY


def told(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Give what a talk shows, as a label and a text each; what to try next time last."""
    found = look_back(meeting)
    yield "Je vragen", ", ".join(f"{found.levels[one]} {one.label}" for one in Level if found.levels[one])
    yield "Opgepakt", " · ".join(found.picked_up) or "nog geen woord"
    if found.left:
        yield "Bleef liggen", " · ".join(found.left)
    yield "Van jezelf", _own(found)
    if meeting.taken_back:
        yield "Teruggenomen", " · ".join(one.question for one in meeting.taken_back)
    yield "Volgende keer", found.next_time


def _own(found: LookedBack) -> str:
    if not found.own_words:
        return "geen woord; alles wat je vroeg, had de ouder gezegd"
    number = count(found.all_words, "woord", "woorden")
    return f"{len(found.own_words)} van de {number} met betekenis: {' · '.join(found.own_words)}"


def _words(meeting: Meeting, at: int) -> tuple[int, list[str]]:
    """Return how many words with a meaning a question has, and which of them the parent had not said."""
    spoken = Spoken(DUTCH, recent(meeting.said_before(at)), known_from(meeting.dialogue))
    telling = [word for word in own_part(spoken, meeting.exchanges[at].question) if not spoken.free(word)]
    return len(telling), [word.low for word in spoken.unsaid(telling)]


def _next_time(exchanges: Sequence[Exchange]) -> str:
    weightiest = (one.rating.flags[0].code for one in exchanges if not one.rating.level.clean)
    flags = Counter(weightiest)
    counted = {codes: sum(flags[code] for code in codes.split()) for codes in NEXT_TIME}
    most = max(counted, key=lambda codes: counted[codes])
    if counted[most]:
        return NEXT_TIME[most]
    if len(exchanges) < A_FEW:
        return GO_ON
    return _other_kind(one.kind for one in exchanges if one.kind and one.reply is not Reply.NO_MATCH)


def _other_kind(kinds: Iterable[str]) -> str:
    """Return a question that was not asked, when one kind was asked again and again."""
    asked = Counter(kinds)
    if len(asked) == 1 and asked.total() > 2:
        form = next(form for kind, form in FORMS.items() if kind not in asked)
        return ONE_KIND.format(form=form)
    return WENT_WELL
