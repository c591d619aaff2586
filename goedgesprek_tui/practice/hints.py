"""What a trainee could ask a simulated parent now: first her words, and then a whole question."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goedgesprek_tui.asking import all_on
from goedgesprek_tui.clean.pro import order_after
from goedgesprek_tui.clean.stretch import Stretch
from goedgesprek_tui.exercises.dialogue import Reply
from goedgesprek_tui.models import ProKind
from goedgesprek_tui.practice.meeting import Meeting
from goedgesprek_tui.reference import CleanQuestion

SOUNDS = {
    ProKind.P: "Dit klinkt als iets moeilijks. Vraag door op een woord, of vraag wat de ouder graag wil.",
    ProKind.R: "Er moet iets weg of minder. Vraag wat er dan gebeurt.",
    ProKind.O: "Dit klinkt als een wens. Vraag door op een woord, of vraag wat ervoor nodig is.",
    ProKind.OTHER: "Hier wordt iets verteld. Vraag door op een woord.",
}
"""What to do with what was heard (Lawley and Tompkins, "Coaching for P.R.O.'s")."""
SHUT = "De ouder is dichtgegaan. Geef de woorden terug, of vraag of er nog iets over is."


KIND_OF = "wat_voor"
"""Said on a word that is no thing it is clean, and sounds odd: no example for somebody who begins."""


class Hint(NamedTuple):
    """What may help: what this sounds like, the parent's words to pick from, and a question that goes on."""

    sounds: str
    words: tuple[str, ...]
    question: str


def hint(meeting: Meeting, questions: Sequence[CleanQuestion]) -> Hint:
    """Return what a trainee could ask now; the question is empty when there is none to be sure of."""
    suited = [question for question in questions if question.in_groups]
    words = meeting.step.offers
    question = next(_going_on(meeting, suited), "")
    return Hint(SHUT if meeting.shut else SOUNDS[meeting.step.pro], words, question)


def _going_on(meeting: Meeting, questions: Sequence[CleanQuestion]) -> Iterator[str]:
    """Give questions that take the talk further, the best first."""
    wanted = (Reply.OPEN,) if meeting.shut else (None, Reply.TOLD)
    asked = [one.kind for one in meeting.exchanges if one.kind and not one.reply]
    order = order_after(meeting.step.pro, asked)
    says = meeting.step.says
    made = [one for word in ("", *meeting.step.offers) for one in all_on(says, word, questions)]
    made = [one for one in made if one.id != KIND_OF or Stretch(one.words, says).noun]
    made.sort(key=lambda one: (one.id in asked[-1:], order.index(one.id)))
    for reply in wanted:
        for one in made:
            after = meeting.ask(one.text)
            if after.exchanges[-1].reply is reply and after.exchanges[-1].rating.level.clean:
                yield one.text
