"""A judged talk as it is shown: a row for each question, what there is to say of one, and the totals."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from goedgesprek_tui.clean.rating.levels import MEANINGS, Level, Reason
from goedgesprek_tui.clean.transcript import Asked
from goedgesprek_tui.practice.judged import MAX_FLAGS, Judged
from goedgesprek_tui.practice.overruling import Overrule, Overruling
from goedgesprek_tui.text import count, shortened
from goedgesprek_tui.widgets.bars import cut
from goedgesprek_tui.widgets.choices import Row
from goedgesprek_tui.widgets.lines import Block

SIGNS = {Level.CLASSIC: "✓", Level.REPEAT: "✓", Level.CONTEXT: "✓", Level.MILD: "~", Level.STRONG: "!"}
COLOURS = {Level.MILD: "$secondary", Level.STRONG: "$error"}
CLEAN = "$primary"
SHORT = {
    Level.CLASSIC: "klassiek",
    Level.REPEAT: "herhaling",
    Level.CONTEXT: "context",
    Level.MILD: "licht",
    Level.STRONG: "sterk",
}
"""What the levels are called at the head of a column."""
ROW_WIDTH = 72
COLUMN = 13
LABEL = 11
MAX_SAID = 62
MAX_QUESTION = 125
"""Characters that fit in one line, and in two."""
WAITING = "…"


@dataclass(frozen=True)
class JudgedRow(Row):
    """A question with its number, and at the right how clean it is; "…" while that is not known."""

    level: Level | None = None
    by_trainer: bool = False

    def content(self) -> Content:
        """Return the row in columns; the texts are data, never markup."""
        sign, label, colour = " ", WAITING, "$muted"
        if self.level:
            sign, colour = SIGNS[self.level], colour_of(self.level)
            label = f"trainer: {self.level.label}" if self.by_trainer else self.level.label
        front = f"{self.value + 1:>3} "
        room = ROW_WIDTH - len(front) - len(label) - 4
        return Content.assemble(
            (front, "$muted"),
            (sign, f"bold {colour}"),
            " ",
            cut(self.label, room),
            ("  " + label, colour),
        )


def judged_row(at: int, asked: Asked, found: Sequence[Judged], overruling: Overruling) -> JudgedRow:
    """Return the row of a question as it stands now."""
    overrule = overruling.given.get(at)
    level = found[at].rating.level if at < len(found) else None
    return JudgedRow(
        asked.question, at, level=overrule.level if overrule else level, by_trainer=bool(overrule)
    )


def colour_of(level: Level) -> str:
    """Return the colour of a level; its sign and name stand beside it everywhere."""
    return COLOURS.get(level, CLEAN)


def totals(found: Sequence[Judged], overruling: Overruling) -> Content:
    """Return how many questions have each level, with the key that gives it; hers below when she gave any."""
    rated = [one.rating.level for one in found]
    head = "".join(f"{f'{key} {SHORT[level]}':>{COLUMN}}" for key, level in enumerate(Level, start=1))
    lines = [Content.styled(" " * LABEL + head, "$muted"), _counted("programma", rated)]
    if overruling.given:
        lines.append(_counted("trainer", overruling.levels(rated)))
    return Content("\n").join(lines)


def about_blocks(
    asked: Asked, before: Asked | None, one: Judged | None, overrule: Overrule | None, whole: bool = False
) -> Iterator[Block]:
    """Give what there is to say of a question; `whole` leaves nothing out.

    `before` is the question that was asked before it, `one` is None while it was not rated.
    """
    flags = one.rating.flags if one else ()
    shown = flags if whole else flags[:MAX_FLAGS]
    for said in _said(asked, before) if whole else asked.said[-1:]:
        yield _block("ouder", Content(f"„{said if whole else shortened(said, MAX_SAID)}”"))
    question = asked.question if whole else shortened(asked.question, MAX_QUESTION)
    praise = one.rating.praise if one else ()
    yield _block("vraag", marked(question, praise, shown))
    if not one:
        yield _block("programma", Content.styled("wordt nog bekeken", "$muted"))
        return
    more = f"   en nog {count(left, 'punt', 'punten')}: Enter" if (left := len(flags) - len(shown)) else ""
    level = _level(one.rating.level, "waarschijnlijk ", whole)
    yield _block("programma", Content.assemble(level, (more, "$muted")))
    if overrule:
        why = f": {overrule.why if whole else shortened(overrule.why, MAX_SAID)}" if overrule.why else ""
        yield _block("trainer", Content.assemble(_level(overrule.level), why))
    yield from (_block("schoon", Content(reason.text)) for reason in praise)
    yield from (_block("let op", Content(reason.text)) for reason in shown)
    if one.cleaner:
        yield _block("schoner", Content.styled(one.cleaner, "bold"))


def marked(question: str, praise: Sequence[Reason], flags: Sequence[Reason]) -> Content:
    """Return a question in which the words that the reasons point at stand out, those of flags underlined."""
    content = Content.styled(question, "bold")
    for reasons, style in ((praise, CLEAN), (flags, "underline $secondary")):
        for start, end in (reason.span for reason in reasons if reason.span):
            content = content.stylize(style, start, min(end, len(question)))
    return content


def _said(asked: Asked, before: Asked | None) -> tuple[str, ...]:
    """Return what was said since the question before, or else what was said last."""
    since = asked.said[len(before.said) :] if before else asked.said
    return since or asked.said[-1:]


def _level(level: Level, before: str = "", whole: bool = False) -> Content:
    meaning = f": {MEANINGS[level]}" if whole else ""
    return Content.assemble((f"{SIGNS[level]} {before}{level.label}", colour_of(level)), meaning)


def _block(label: str, text: Content) -> Block:
    return Block(label.ljust(LABEL), text)


def _counted(label: str, levels: Sequence[Level]) -> Content:
    numbers = Counter(levels)
    cells = (
        (f"{numbers[level]:>{COLUMN}}", f"bold {colour_of(level)}" if numbers[level] else "$muted")
        for level in Level
    )
    return Content.assemble((label.ljust(LABEL), "$muted"), *cells)
