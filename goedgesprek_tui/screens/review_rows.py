"""What a look back shows: a row for each topic, the sentences about one, and what was said on it."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from goedgesprek_tui.dates import short_month
from goedgesprek_tui.models import NoteKind, Session
from goedgesprek_tui.reading import quoted
from goedgesprek_tui.review.counting import Change, Compared, Heard, TopicCount
from goedgesprek_tui.review.periods import period_said
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.text import count
from goedgesprek_tui.widgets.bars import BarRow
from goedgesprek_tui.widgets.lines import Block

SIGNS = {Change.MORE: "▲ ", Change.SAME: "= ", Change.LESS: "▼ ", Change.GONE: "▼ ", Change.UNSURE: ""}
HALVES = 3


def topic_rows(review: Review) -> list[BarRow]:
    """Return a row for each topic as ranked, then what has none, then topics that did not come up again."""
    gone = [one for one in review.compared.values() if one.change is Change.GONE]
    rows = [_row(one, review, review.compared.get(one.id)) for one in review.ranked]
    rows += [_row(review.unlabelled, review, None)] if review.unlabelled.heard else []
    return rows + [_row(TopicCount(one.id, one.name, (), 0, 0, 0), review, one) for one in gone]


def topic_said(review: Review, topic: TopicCount) -> str:
    """Return in words how often a topic came up in the period before; "" when there is none."""
    found, earlier = review.compared.get(topic.id), review.earlier
    if not found or not earlier:
        return ""
    when, total = period_said(earlier.start, earlier.end), len(earlier.pick(review.sessions))
    if found.change is Change.NEW:
        return f"nieuw: niet gehoord in {when} ({count(total, 'gesprek', 'gesprekken')})"
    words = {Change.MORE: "vaker dan", Change.LESS: "minder vaak dan", Change.SAME: "even vaak als"}
    if found.change not in words:
        return f"in {when} kwam het voor in {found.before} van {count(total, 'gesprek', 'gesprekken')}"
    return f"{words[found.change]} in {when}: toen in {found.before} van de {total}"


def trend_said(review: Review, topic: TopicCount) -> str:
    """Return in how many conversations a topic came up in each of the last half years; "" for one only."""
    halves = list(review.halves.items())[-HALVES:]
    if len(halves) < 2 or not topic.id:
        return ""
    return " · ".join(
        f"{half} {numbers.get(topic.id, 0)} van {numbers['']}" if numbers[""] else f"{half} geen gesprekken"
        for half, numbers in halves
    )


def heard_blocks(heard: Iterable[Heard]) -> Iterator[Block]:
    """Return what was said: the month before it, and the place behind it."""
    for session, note in heard:
        when = f"{short_month(session.started)} "
        said = quoted(note) if note.kind in (NoteKind.QUOTE, NoteKind.SIGNAL) else f"{note.kind}: {note.text}"
        yield Block(when, Content(said), place_said(session))
        if note.gist:
            yield Block(" " * len(when), Content.styled(f"kern: {note.gist}", "$muted"))


def place_said(session: Session) -> str:
    """Return the place of a conversation as short as it can be told."""
    return session.place or session.area or session.place_kind or session.group


def _row(topic: TopicCount, review: Review, found: Compared | None) -> BarRow:
    """Return a row with of how many conversations, now and before: the sign compares those shares."""
    word = ""
    if found:
        before = len(review.earlier.pick(review.sessions)) if review.earlier else 0
        was = f"{SIGNS.get(found.change, '')}was {found.before} van {before}"
        word = was if found.change in SIGNS else found.change.value
    total = len(review.picked)
    return BarRow(topic.name, topic, number=topic.sessions, most=total, unit=f"van {total}", word=word)
