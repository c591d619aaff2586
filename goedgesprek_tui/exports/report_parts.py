"""The parts of a report besides the themes: wishes, questions, what was agreed, and the closing lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from goedgesprek_tui.exports.consent import Told
from goedgesprek_tui.exports.document import Aside, Bullet, Paragraph, Table
from goedgesprek_tui.exports.gathered import Gathered, Said
from goedgesprek_tui.exports.summary import EXPECTATIONS, details, quoted, with_topics
from goedgesprek_tui.models import NoteKind, Problem, Session
from goedgesprek_tui.review.choice import Part
from goedgesprek_tui.review.periods import period_said
from goedgesprek_tui.settings import Settings
from goedgesprek_tui.text import count, fold

OPEN = {NoteKind.AGREEMENT: "Afspraak", NoteKind.EXPERIMENT: "Proef", NoteKind.WISH: "Wens"}
Line = TypeVar("Line")


def own(found: Gathered, part: Part, text: str) -> Iterator[Bullet]:
    """Return the points of the ambassador herself, and then those of a meeting of ambassadors."""
    for line in () if found.topic else text.splitlines():
        if point := line.strip().removeprefix("- ").strip():
            yield Bullet(point)
    for one in found.parts.get(part, ()):
        yield Bullet(one.told.text)


def points(found: Gathered, part: Part) -> Iterator[Bullet]:
    """Return the notes of a part; those that say the same are one point."""

    for same in alike(found.parts.get(part, ()), lambda one: one.told.text):
        said = with_topics(_as_one(same, found), found.review.shared.name_of)
        under = dict.fromkeys(line for one in same for line in _details(one))
        yield Bullet(in_how_many(said, (one.session for one in same)), tuple(under))


def _as_one(same: Sequence[Said], found: Gathered) -> Told:
    """Return notes that say the same as one, with the topics of all."""
    first = same[0].told
    topics = dict.fromkeys(found.review.shared.of(topic) for one in same for topic in one.told.note.topics)
    note = first.note.model_copy(update={"topics": tuple(topics)})
    return Told(note, first.text, all(one.told.verbatim for one in same))


def _details(one: Said) -> Iterator[str]:
    for line in details(one.told.note):
        answer = one.told.note.kind in (NoteKind.QUESTION, NoteKind.WISH)
        yield line.replace("Uitkomst: ", "Antwoord: ", 1) if answer else line


def expectations(found: Gathered) -> Iterator[Table]:
    """Return what parents and school expect of each other, side by side."""
    lines = found.parts.get(Part.EXPECTATIONS, ())
    name = found.review.shared.name_of
    of_parents = [with_topics(one.told, name) for one in lines if one.told.note.expected_of == "ouders"]
    of_school = [with_topics(one.told, name) for one in lines if one.told.note.expected_of != "ouders"]
    if lines:
        yield Table(EXPECTATIONS, tuple(zip_longest(of_school, of_parents, fillvalue="")))


def problems(found: Gathered) -> Iterator[Bullet]:
    """Return each problem sentence with the solutions that were told in that conversation."""
    solutions = found.parts.get(Part.PROBLEMS, ())
    for session in found.sessions:
        own = [one for one in solutions if one.session.id == session.id]
        problem = Problem() if found.topic else session.problem
        if problem.text or own:
            yield _problem(session.problem, problem.text, [_solution(one, found) for one in own])


def _problem(problem: Problem, text: str, solutions: Sequence[str]) -> Bullet:
    agreed = "Iedereen zei ja op deze zin." if problem.confirmed else "Nog niet iedereen zei ja op deze zin."
    waiting = "Oplossing" if problem.confirmed else "Wachtlijst (probleemzin nog niet bevestigd)"
    under = [f"{waiting}: {one}" for one in solutions]
    return Bullet(text, (agreed, *under)) if text else Bullet(under[0], tuple(under[1:]))


def _solution(one: Said, found: Gathered) -> str:
    return with_topics(one.told, found.review.shared.name_of)


def left_over(found: Gathered) -> Iterator[Bullet | Aside]:
    """Return what was left for a next time, and then what is still open of the period before."""
    kept = [(text, session) for session in found.sessions for text in session.left_over]
    for same in alike(() if found.topic else kept, lambda one: one[0]):
        yield Bullet(in_how_many(same[0][0], (session for _, session in same)))
    earlier, lines = found.review.earlier, found.parts.get(Part.LEFT_OVER, ())
    if earlier and lines:
        yield Aside(f"Nog open uit {period_said(earlier.start, earlier.end)}:")
    for alike_ones in alike(lines, _still_open):
        yield Bullet(in_how_many(_still_open(alike_ones[0]), (one.session for one in alike_ones)))


def _still_open(one: Said) -> str:
    return f"{OPEN[one.told.note.kind]}: {quoted(one.told)}"


def closing(settings: Settings) -> Iterator[str]:
    """Return the closing lines of the organisation; none when nothing was set."""
    for label, text in (
        ("", settings.wat_gebeurt_ermee),
        ("Zelf ambassadeur worden? ", settings.ambassadeur_worden),
        ("Voor vragen: ", settings.vragen_aan),
    ):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        yield from (f"{'' if at else label}{line}" for at, line in enumerate(lines))


def left_out(found: Gathered) -> Iterator[Paragraph]:
    """Return how much is not in it because of what parents said, in numbers only."""
    if found.topic:
        return
    said = []
    if found.held_back:
        verb = "staat" if found.held_back == 1 else "staan"
        said.append(f"{count(found.held_back, 'zin', 'zinnen')} {verb} er niet in: de kern ontbreekt nog.")
    if found.refused:
        said.append(f"Over {count(found.refused, 'zin', 'zinnen')} zeiden ouders nee.")
    if said:
        yield Paragraph(" ".join(said))


def alike(lines: Iterable[Line], text: Callable[[Line], str]) -> list[list[Line]]:
    """Return what reads the same together, in the order of first mention."""
    groups: dict[str, list[Line]] = {}
    for one in lines:
        said = text(one)
        groups.setdefault(fold(said).rstrip(".") or said, []).append(one)
    return list(groups.values())


def in_how_many(text: str, sessions: Iterable[Session]) -> str:
    """Return what was said, with in how many conversations when that is more than one."""
    number = len({session.id for session in sessions})
    if number == 1:
        return text
    said = text.removesuffix(".")
    return f"{said} ({number} gesprekken){text[len(said) :]}"
