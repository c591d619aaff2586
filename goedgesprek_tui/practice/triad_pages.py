"""What is asked in the steps of a triad, and the words around it; the same for the screen and the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from goedgesprek_tui.practice.feedback import hint_on_evidence, hint_on_inference
from goedgesprek_tui.practice.triad import Stage, Step, Triad
from goedgesprek_tui.text import shortened

LONGEST_NAME = 20
WISHES = (
    "Als deze oefening precies zo gaat als jij graag wilt, wat gebeurt er dan?",
    "En om deze oefening zo te laten gaan, hoe wil jij dan zijn?",
    "En om zo te zijn, wat heb je dan van ons nodig?",
)
"""The Clean Set-up of Walker and Way, in the plain form: it asks for no image."""
ASK_ON = "Vraag gerust één keer door: en wat voor … is dat?"
FEEDBACK = (
    ("bewijs", "Ik zag of hoorde", "alleen wat een camera ziet en hoort"),
    ("maakte", "Daar maakte ik van", "ik dacht …"),
    ("effect", "Het effect op mij", "ik werd, ik wilde, ik ging …"),
)
"""The Clean Feedback of Walker: evidence, inference, impact."""
PARTS = (("werkte", "Wat werkte"), ("beter", "Wat nog beter had gewerkt"))
OPENED, AFTERWARDS = "vraag", "daarna"


@dataclass(frozen=True, slots=True)
class Ask:
    """A line to fill in: its key, what is asked, and an example; `part` is the heading it stands under."""

    key: str
    label: str
    example: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a step shows: its heading, what to do, what was written before, and what is asked."""

    title: str
    about: tuple[str, ...] = ()
    recalled: tuple[tuple[str, str], ...] = ()
    asks: tuple[Ask, ...] = ()


def name(triad: Triad, person: int) -> str:
    """Return how somebody is called, short enough for any line."""
    return shortened(triad.people[person], LONGEST_NAME)


def page(triad: Triad, step: Step) -> Page:
    """Return what a step asks; one without lines to fill in has a heading only."""
    who = name(triad, step.person)
    number = step.round + 1
    match step.stage:
        case Stage.SETUP:
            about = f"Stel {who} deze vragen hardop, en typ de woorden van {who}."
            asks = tuple(Ask(f"wens-{at}", text) for at, text in enumerate(WISHES, start=1))
            return Page(f"Vooraf: {who}", (about, ASK_ON), asks=asks)
        case Stage.FEEDBACK:
            return _feedback(triad, step)
        case Stage.SPEAKER:
            asked = tuple(_questions(triad, step))
            about = f"Nu {who}: welke vraag opende iets?{' Typ het nummer, of de woorden.' if asked else ''}"
            asks = (Ask(OPENED, "Deze vraag opende iets"), Ask(AFTERWARDS, "En wat gebeurde er toen?"))
            return Page(f"Ronde {number}: {who} vertelde", (about,), asked, asks)
        case Stage.QUESTIONER:
            about = f"Als laatste {who}. De anderen luisteren."
            asks = (Ask("merkte", "Wat merkte je?"), Ask("volgende", "Wat probeer je een volgende keer?"))
            return Page(f"Ronde {number}: {who} vroeg", (about,), asks=asks)
        case Stage.CLOSING:
            wished = tuple(_wishes(triad, step.person))
            about = f"Lees voor wat {who} vooraf zei, en vraag dan:" if wished else f"Vraag het {who} hardop."
            happened = (Ask("gebeurde", "Wat is daarvan gebeurd?"),) if wished else ()
            asks = (*happened, Ask("neemt-mee", "Wat neem je mee?"))
            return Page(f"Afsluiten: {who}", (about,), wished, asks)
    return Page(f"Ronde {number}")


def hint(ask: Ask, typed: str) -> str:
    """Return a hint at what is typed on a line of the feedback; nothing when there is none to give."""
    if ask.part and ask.key.endswith(FEEDBACK[0][0]):
        return hint_on_evidence(typed)
    return hint_on_inference(typed) if ask.part and ask.key.endswith(FEEDBACK[1][0]) else ""


def meant(triad: Triad, step: Step, typed: str) -> str:
    """Return the question that is meant by its number among those of a round; else what was typed."""
    asked = [text for _, text in _questions(triad, step)]
    typed = typed.strip()
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 0
    return asked[number - 1] if 0 < number <= len(asked) else typed


def _feedback(triad: Triad, step: Step) -> Page:
    roles = triad.roles(step.round)
    who, to = name(triad, step.person), name(triad, roles.questioner)
    about = f"{who} zegt het hardop tegen {to}. Typ wat jullie willen bewaren."
    asks = tuple(
        Ask(f"{part}-{key}", label, example, heading)
        for part, heading in PARTS
        for key, label, example in FEEDBACK
    )
    return Page(f"Ronde {step.round + 1}: {who} keek", (about,), asks=asks)


def _questions(triad: Triad, step: Step) -> Iterator[tuple[str, str]]:
    """Give the questions of a round with their numbers."""
    asked = (line.text for line in triad.rounds[step.round].said if line.is_question)
    yield from ((str(number), text) for number, text in enumerate(asked, start=1))


def _wishes(triad: Triad, person: int) -> Iterator[tuple[str, str]]:
    """Give what somebody answered beforehand, with its question."""
    step = Step(Stage.SETUP, person=person)
    for ask in page(triad, step).asks:
        if text := triad.text(ask.key, step):
            yield ask.label, text
