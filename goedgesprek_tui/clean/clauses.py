"""Finding the last main clause of a turn, as a question with `wanneer` can be put on it."""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.chunk import is_auxiliary
from goedgesprek_tui.clean.clause import read_clause, strip_edges
from goedgesprek_tui.clean.pointed import is_its_noun
from goedgesprek_tui.clean.segments import (
    BEHIND_VERB,
    DETERMINERS,
    LINKS,
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
PARTS = SUBORDINATORS | frozenset("die en of maar want dus".split())
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
PERCEIVING = frozenset("zie zien merk hoor ziet merkt zeg zegt weet".split())
TIMES = frozenset("als wanneer toen sinds zodra terwijl".split())
"""What one sees or hears leans on a clause with `dat`, and on none that only says when."""
BEFORE_DEPENDENT = frozenset("alleen vooral behalve zeker juist zelfs pas ook net".split())
KEEPS = BEFORE_DEPENDENT | frozenset("zo even niet komt begint helpt ligt is was het".split())
"""Words that mean something else without the `als` or `omdat` behind them: `hij belt pas als …`."""
POINTING = frozenset("dat dit zo het daar".split())
SAYING_NOTHING = closed.NEVER_VERBS | frozenset(
    "is was zijn ben heb had kan wil wilde zou willen vind vinden denk weet niet wel mooi fijn goed".split()
)


def clause_of(text: str) -> str | None:
    """Return the last main clause of a turn as it stands there; None when there is none of at most 12 words.

    Connectors and fillers at its edges are left out; a clause with `als` or `omdat` behind it as well, when
    it only says when.
    """
    parts = (part for part in reversed(list(segments(text))) if not part.question)
    for piece in (piece for part in parts for piece in reversed(_pieces(part))):
        words = _main(text, piece)
        low = [word.low for word in words]
        if _is_main(text, words) and not (low[0] in POINTING and set(low) <= SAYING_NOTHING):
            return text[words[0].start : words[-1].end]
    return None


def _pieces(part: Segment) -> list[Sequence[Token]]:
    """Return the main clauses of a segment that were said without any pause between them."""
    words, said = part.words, part.tokens
    for at in range(3, len(words) - 2):
        before = words[:at]
        if not (PARTS | LEANING).isdisjoint(before):
            break
        if _is_whole(before) and _begins_anew(words[at:]):
            return [said[:at], said[at:]]
    return [said]


def _is_whole(words: Sequence[str]) -> bool:
    """Return whether words hold a pronoun with its verb, and end where a clause can end."""
    pairs = zip(words, words[1:], strict=False)
    held = any({one, other} & closed.NOMINATIVE and (finite(one) or finite(other)) for one, other in pairs)
    return held and words[-1] not in closed.PREPOSITIONS | closed.DETERMINERS | closed.SUBJECTS


def _begins_anew(words: Sequence[str]) -> bool:
    """Return whether a second main clause begins, with a verb that cannot be anything else."""
    if words[0] in closed.NOMINATIVE:
        return is_auxiliary(words[1])
    if words[0] not in closed.PREPOSITIONS | closed.ADVERBS:
        return False
    verb = next((at for at, word in enumerate(words[1:4], 1) if is_auxiliary(word)), len(words))
    led = verb + 1 < len(words) and words[verb + 1] in PRONOUNS | BEHIND_VERB
    return led and LINKS.isdisjoint(words[1:verb])


def _main(text: str, piece: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a piece without what leans on its main clause."""
    words = strip_edges(piece)
    low = [word.low for word in words]
    end = _before_dependent(low)
    whole = 1 < len(words) <= LONGEST and read_clause(text[words[0].start : words[-1].end])
    if whole and (low[end : end + 1] == [] or low[end] not in TIMES | CUT_AT or KEEPS & set(low[:end])):
        return words
    if low and _opens_dependent(low):
        words = words[_behind_dependent(text, words) :]
    end = _before_dependent([word.low for word in words])
    if 1 < end < len(words) and words[end - 1].low in BEFORE_DEPENDENT:
        end = end - 1 if PAUSE.search(text[words[end - 2].end : words[end - 1].start]) else len(words)
    return strip_edges(words[:end])


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
    if (low[0] == "als" and starts_inverted(low, 2)) or (low[1:] and is_its_noun(low[0], low[1])):
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
            leans = LEANING - PERCEIVING if low[at] in TIMES else LEANING
            return len(low) if leans & set(low[:at]) else at
    return len(low)
