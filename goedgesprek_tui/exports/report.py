"""The half-yearly report (terugblik): what many conversations say together, within what was consented to.

Its shape and wording are those of `domain/README.md` §8.
"""

from collections.abc import Callable, Iterable, Iterator

from goedgesprek_tui.exports.document import (
    Aside,
    Block,
    Bullet,
    Chart,
    Document,
    Heading,
    Paragraph,
    Quote,
)
from goedgesprek_tui.exports.evaluated import evaluated
from goedgesprek_tui.exports.figures import figures
from goedgesprek_tui.exports.gathered import Gathered, Said, Theme, gathered, is_verbatim, paraphrase
from goedgesprek_tui.exports.report_parts import (
    alike,
    closing,
    expectations,
    in_how_many,
    left_out,
    left_over,
    own,
    points,
    problems,
)
from goedgesprek_tui.exports.summary import sentence
from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.review.counting import Change, Compared
from goedgesprek_tui.review.periods import period_said
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.settings import Settings
from goedgesprek_tui.text import count, fold

USED = "Gebruikt: uitspraken met toestemming letterlijk; van de rest alleen de kern. Geen namen."
ELSEWHERE = "Wat hierover gezegd is, staat bij een ander kopje."
HELD_BACK = "Wat hierover gezegd is, staat er nog niet in: de kern ontbreekt."
A_FEW = 2
"""With fewer bars than this a chart shows nothing."""


def report(
    review: Review, choice: Choice | None = None, settings: Settings | None = None, topic: str = ""
) -> Document:
    """Return the report on the conversations of a look back; with a topic only what was said of that.

    Every note that may be told stands in it once, unless it was left out.
    """
    return worded(gathered(review, choice, topic), settings or Settings())


def worded(found: Gathered, settings: Settings) -> Document:
    """Return the report on what was gathered for it."""
    about = found.review.shared.name_of(found.topic) if found.topic else "wat ouders vertelden"
    blocks = _one_topic(found) if found.topic else _whole(found)
    ending = _section(Part.CLOSING, found, map(Paragraph, closing(settings)))
    return Document(
        f"Terugblik: {about}",
        blocks=(*map(Paragraph, figures(found)), *blocks, *ending, *left_out(found), Aside(USED)),
    )


def _whole(found: Gathered) -> Iterator[Block]:
    yield from _section(Part.INTRO, found, own(found, Part.INTRO, found.choice.intro))
    if found.often:
        yield Heading(2, "Waar het over ging")
        yield from _chart(found)
    for theme in found.often:
        yield from (Heading(3, theme.heading), Aside(_remark(theme, found)), *_lines(theme.lines))
    yield from _once(found)
    for part in (Part.UNLABELLED, Part.GOOD):
        yield from _section(part, found, _lines(found.parts.get(part, ())))
    yield from _section(Part.CHANGES, found, _changes(found))
    yield from _others(found)


def _one_topic(found: Gathered) -> Iterator[Block]:
    for theme in found.themes:
        yield Heading(2, "Wat ouders vertelden")
        yield from (Aside(_remark(theme, found)), *_lines(theme.lines))
    rows = tuple(
        (f"{half} ({count(numbers[''], 'gesprek', 'gesprekken')})", numbers.get(found.topic, 0), None)
        for half, numbers in found.review.halves.items()
    )
    if len(rows) >= A_FEW:
        yield Heading(2, "Hoe vaak dit ter sprake kwam")
        yield Chart("Half jaar", "gesprekken hierover", rows)
    yield from _others(found)


def _others(found: Gathered) -> Iterator[Block]:
    """Return the parts after what was told, in their order; those of the conversations as a whole as well."""
    for part in (Part.WISHES, Part.QUESTIONS, Part.ANSWERED):
        yield from _section(part, found, points(found, part))
    yield from _section(Part.EXPECTATIONS, found, expectations(found))
    yield from _section(Part.TIPS, found, points(found, Part.TIPS))
    yield from _section(Part.PROBLEMS, found, problems(found))
    yield from _section(Part.EXPERIMENTS, found, points(found, Part.EXPERIMENTS))
    yield from _section(Part.NOT_SPOKEN, found, own(found, Part.NOT_SPOKEN, found.choice.not_spoken))
    if not found.topic:
        yield from _section(Part.EVALUATION, found, evaluated(found.sessions))
    yield from _section(Part.PASSED_ON, found, own(found, Part.PASSED_ON, found.choice.passed_on))
    yield from _section(Part.AGREEMENTS, found, points(found, Part.AGREEMENTS))
    yield from _section(Part.LEFT_OVER, found, left_over(found))


def _section(part: Part, found: Gathered, blocks: Iterable[Block]) -> Iterator[Block]:
    """Return a part under its heading; nothing when it is empty or was left out."""
    inside = tuple(blocks) if part in found.parts else ()
    if inside:
        yield Heading(2, part.value)
        yield from inside


# --- the themes -------------------------------------------------------------------------------


def _chart(found: Gathered) -> Iterator[Chart]:
    """Return how often each theme came up, now and before."""
    compared = found.compared
    rows = tuple(
        (theme.heading, theme.count.sessions, compared[theme.count.id].before if compared else None)
        for theme in found.often
    )
    if len(rows) >= A_FEW:
        yield Chart("Thema", "gesprekken", rows)


def _remark(theme: Theme, found: Gathered) -> str:
    said = theme.count.said()
    parts = [f"{said[:1].upper()}{said[1:]}."]
    if found.compared:
        new = found.compared[theme.count.id].change is Change.NEW
        parts.append("Nieuw." if new else "Ook in de vorige terugblik.")
    parts += _other_names(theme)
    if not theme.lines:
        parts.append(ELSEWHERE if _stands_elsewhere(theme, found) else HELD_BACK)
    return " ".join(parts)


def _other_names(theme: Theme) -> list[str]:
    """Return which names parents use for a theme, or the one of the list when they all used another."""
    if fold(theme.heading) != fold(theme.count.name):
        return [f"Nu heet dit: {sentence(theme.count.name)}"]
    if not theme.older:
        return []
    used = {one.session.id for one in theme.lines if one.told.note.heading in theme.older}
    who = "Ouders zeggen vaak nog" if len(used) > 1 else "In één gesprek heette het"
    return [f"{who}: {sentence(', '.join(theme.older))}"]


def _stands_elsewhere(theme: Theme, found: Gathered) -> bool:
    there = {note for notes in found.notes.values() for note in notes}
    return any(one.note.id in there for one in theme.count.heard)


def _once(found: Gathered) -> Iterator[Block]:
    if found.once:
        yield Heading(2, "Eén keer gehoord")
    for theme in found.once:
        if theme.lines:
            yield Heading(3, theme.heading)
            yield from map(Aside, _other_names(theme))
            yield from _lines(theme.lines)
    if empty := [theme.heading for theme in found.once if not theme.lines]:
        yield Heading(3, "Ook genoemd")
        yield Paragraph(sentence(", ".join(empty)))


def _lines(lines: Iterable[Said]) -> Iterator[Block]:
    """Return what was paraphrased, each once with in how many conversations, and then the quotes."""
    lines = tuple(lines)
    for same in alike([one for one in lines if paraphrase(one)], paraphrase):
        yield Bullet(in_how_many(paraphrase(same[0]), (one.session for one in same)))
    for one in lines:
        if is_verbatim(one):
            yield Quote(one.told.text)


def _changes(found: Gathered) -> Iterator[Block]:
    """Return what is new, what came up more and less, and what is gone, by the share of conversations."""
    earlier = found.review.earlier
    compared = [one for one in found.compared.values() if one.id not in found.choice.topics_out]
    lines = [
        Bullet(f"{label}: {sentence(', '.join(said(one) for one in ones))}")
        for change, label, said in (
            (Change.NEW, "Nieuw", _name),
            (Change.MORE, "Vaker", _numbers(found)),
            (Change.LESS, "Minder vaak", _numbers(found)),
            (Change.GONE, "Niet meer gehoord", _name),
        )
        if (ones := [one for one in compared if one.change is change])
    ]
    if earlier and lines:
        number = count(len(earlier.pick(found.review.sessions)), "gesprek", "gesprekken")
        yield Paragraph(f"Vergeleken met {period_said(earlier.start, earlier.end)} ({number}).")
        yield from lines


def _name(one: Compared) -> str:
    return one.name


def _numbers(found: Gathered) -> Callable[[Compared], str]:
    now = len(found.sessions)
    before = len(found.review.earlier.pick(found.review.sessions)) if found.review.earlier else 0
    return lambda one: f"{one.name} (nu in {one.now} van de {now}, toen in {one.before} van de {before})"
