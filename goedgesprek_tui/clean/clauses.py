"""Finding the last main clause of a turn, as a question with `wanneer` can be put on it."""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.clause import read_clause, strip_edges
from goedgesprek_tui.clean.segments import (
    DETERMINERS,
    PAUSE,
    PRONOUNS,
    SUBORDINATORS,
    Segment,
    segments,
    starts_inverted,
    starts_main,
)
from goedgesprek_tui.clean.tokens import Token
from goedgesprek_tui.clean.verbs import finite

LONGEST = 12
CUT_AT = frozenset("omdat terwijl zodra doordat zodat voordat nadat totdat hoewel".split())
MAYBE_CUT_AT = frozenset("als wanneer toen sinds dat".split())
STARTS = PRONOUNS | DETERMINERS | frozenset("iedereen niemand iemand alles".split())
LEANING = frozenset(
    """
    wil willen wilt wou zou zouden hoop hopen denk denken vind vinden weet weten zie zien merk hoor
    zeg zegt zeggen roep roepen vraag vragen gun wens snap geloof bedoel verlang had liever liefst graag
    gevoel idee bang blij trots boos verdrietig opgelucht jammer fijn
    lijkt voelt vindt vond denkt dacht hoopt weet wist zei ziet merkt
    """.split()
)
"""Words by which a main clause leans on the clause behind it, so that it says nothing alone."""
POINTING = frozenset("dat dit zo het daar".split())
SAYING_NOTHING = closed.NEVER_VERBS | frozenset(
    "is was zijn ben heb had kan wil wilde zou willen vind vinden denk weet niet wel mooi fijn goed".split()
)


def clause_of(text: str) -> str | None:
    """Return the last main clause of a turn as it stands there; None when there is none of at most 12 words.

    Connectors and fillers at its edges are left out, and a clause with `als` or `omdat` behind it as well.
    """
    for part in reversed(list(segments(text))):
        words = () if part.question else _main(text, part)
        low = [word.low for word in words]
        if _is_main(text, words) and not (low[0] in POINTING and set(low) <= SAYING_NOTHING):
            return text[words[0].start : words[-1].end]
    return None


def _main(text: str, part: Segment) -> Sequence[Token]:
    """Return the words of a segment without what leans on its main clause."""
    words = strip_edges(part.tokens)
    low = [word.low for word in words]
    if low and _opens_dependent(low):
        words = words[_behind_dependent(text, words) :]
    return strip_edges(words[: _before_dependent([word.low for word in words])])


def _is_main(text: str, words: Sequence[Token]) -> bool:
    low = [word.low for word in words]
    if not 1 < len(low) <= LONGEST or low[0] in SUBORDINATORS - STARTS - {"sinds", "toen", "als"}:
        return False
    if low[0] in closed.PREPOSITIONS and not PRONOUNS & set(low):
        return False
    if starts_main(low, 0) or starts_inverted(low, 0) or starts_inverted(low, 2):
        return True
    return read_clause(text[words[0].start : words[-1].end]) is not None


def _opens_dependent(low: Sequence[str]) -> bool:
    if low[0] in ("sinds", "toen") and low[1:2] and low[1] not in PRONOUNS:
        return False
    if low[0] == "als" and starts_inverted(low, 2):
        return False
    return low[0] in SUBORDINATORS and not starts_main(low, 0)


def _behind_dependent(text: str, words: Sequence[Token]) -> int:
    """Return where the main clause begins behind one with `als`; the end when that does not show."""
    low = [word.low for word in words]
    for at in range(2, len(words) - 1):
        paused = PAUSE.search(text[words[at - 1].end : words[at].start])
        begins = low[at] == "dan" and finite(low[at + 1])
        if begins or ((paused or finite(low[at - 1])) and starts_inverted(low, at)):
            return at
    return len(words)


def _before_dependent(low: Sequence[str]) -> int:
    """Return where a dependent clause begins behind the main one; the end when the main one leans on it."""
    for at in range(2, len(low)):
        rest = low[at + 1 :]
        opens = low[at] in MAYBE_CUT_AT and bool(rest) and rest[0] in STARTS and any(map(finite, rest[-3:]))
        if low[at] in CUT_AT or opens:
            return len(low) if LEANING & set(low[:at]) else at
    return len(low)
