"""A practice talk as lines: what the parent said, what was asked, and how clean that was."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from goedgesprek_tui.clean.rating.levels import Rating
from goedgesprek_tui.exercises.dialogue import Reply
from goedgesprek_tui.practice.judged import MAX_FLAGS
from goedgesprek_tui.practice.meeting import Exchange, Meeting, is_seen
from goedgesprek_tui.reference import CleanQuestion
from goedgesprek_tui.screens.judged_rows import SIGNS, colour_of
from goedgesprek_tui.widgets.lines import Block

YOU = "jij"
TIMED = frozenset("wat_nodig kan_het waar zoals_wat waar_vandaan".split())
"""Questions that come too early, or that do not belong in a group of parents."""


def talk_blocks(meeting: Meeting, judged: Sequence[CleanQuestion] | None) -> Iterator[Block]:
    """Give a talk, line by line; with the clean questions also how clean each one asked was, and why."""
    column = max(len(meeting.dialogue.parent), len(YOU)) + 2
    name = meeting.dialogue.parent.ljust(column)
    situation = Content.styled(meeting.dialogue.situation, "$muted")
    yield Block("", situation)
    yield Block("", Content())
    last = len(meeting.exchanges)
    yield Block(name, _heard(meeting.opening, newest=last == 0))
    for at, one in enumerate(meeting.exchanges, start=1):
        yield Block("", Content())
        yield Block(YOU.ljust(column), Content(one.question))
        if judged is not None:
            lines = [*judged_lines(one.rating), *_moment(one, judged)]
            yield from (Block(" " * column, line) for line in lines)
        yield Block("", Content())
        yield Block(" " * column if is_seen(one.answer) else name, _heard(one.answer, newest=at == last))


def judged_lines(rating: Rating) -> Iterator[Content]:
    """Give how clean a question probably is: the level, then what is clean or at most two flags."""
    label = f"{SIGNS[rating.level]} waarschijnlijk {rating.level.label}"
    yield Content.styled(label, colour_of(rating.level))
    reasons = rating.praise if rating.level.clean else rating.flags
    yield from (Content.styled(reason.text, "$muted") for reason in reasons[:MAX_FLAGS])


def _moment(one: Exchange, questions: Sequence[CleanQuestion]) -> Iterator[Content]:
    """Give when a clean question has its time, if the parent had nothing to say to it now."""
    if one.kind in TIMED and one.reply is Reply.NO_MATCH:
        whens = (known.when for known in questions if known.id == one.kind)
        yield from (Content.styled(f"Nu nog niet. {when}", "$secondary") for when in whens)


def _heard(said: str, newest: bool) -> Content:
    """Return what a parent said, between quotation marks; what was only seen of her stands as it is."""
    if is_seen(said):
        return Content.styled(said.strip("()"), "italic $muted")
    return Content.styled(f"„{said}”", "bold" if newest else "")
