"""Problem, remedy or outcome: what a turn holds, and which clean question fits it.

After Lawley and Tompkins, "Coaching for P.R.O.'s". A problem is what somebody does not like; a remedy is a
wish in which the problem still stands, to be gone or less; an outcome is a wish for something new.
"""

from collections.abc import Sequence
from typing import NamedTuple

from goedgesprek_tui.clean.nouns import is_noun
from goedgesprek_tui.clean.phrases import Run, phrases
from goedgesprek_tui.clean.pointed import is_surely_finite
from goedgesprek_tui.clean.segments import DETERMINERS, Segment, segments
from goedgesprek_tui.clean.troubles import DENIAL, against, trouble
from goedgesprek_tui.clean.verbs import finite
from goedgesprek_tui.clean.wishes import (
    NOBODY,
    OTHERS,
    PLAIN_VERBS,
    SPEAKER,
    is_past,
    is_unfulfilled,
    polite_end,
    refuses,
    wish_in,
)
from goedgesprek_tui.models import ProKind

ASIDE = frozenset("ja nou nee tja oké en maar dus".split())
ASKING = frozenset("hoe wat wie waar waarom wanneer welke hoeveel".split())
ASKING_VERBS = frozenset(
    "heb hebben kan kun kunnen weet weten gaat gaan doen is zijn wil willen ken kennen mag".split()
)
ASKED = frozenset("je jij jullie u".split())
TAGS = (("snap", "je"), ("weet", "je"), ("begrijp", "je"), ("zie", "je"))
GOES_ON = frozenset("maar toch alleen".split())
REASON = frozenset("want omdat".split())
CAME = frozenset("heb hebben heeft is zijn kreeg kregen kwam kwamen lukte".split())
STARTS = SPEAKER | OTHERS | DETERMINERS | frozenset("er het iedereen niemand iemand alle kinderen".split())
SUBJECTS = SPEAKER | OTHERS | NOBODY | PLAIN_VERBS


class Signal(NamedTuple):
    """Words by which a kind is heard, as they stand in the text: `text[start:end]`."""

    words: str
    start: int
    end: int


class Pro(NamedTuple):
    """The kind of a turn, with the words it was heard by; other turns may have none."""

    kind: ProKind
    signals: tuple[Signal, ...]


class Reading(NamedTuple):
    """What one clause holds: a kind when it says anything, where it says so, and whether of the past."""

    kind: ProKind | None
    runs: tuple[Run, ...] = ()
    past: bool = False


QUESTIONS = {
    ProKind.P: "wat_graag nog_iets wat_voor wat_dan",
    ProKind.R: "wat_dan wat_graag wat_voor nog_iets",
    ProKind.O: "wat_voor nog_iets wat_nodig wat_dan kan_het",
    ProKind.OTHER: "nog_iets wat_voor wat_dan wat_graag",
}
"""The questions that fit a kind, best first."""

REST = (
    "nog_iets wat_voor wat_dan wat_graag net_ervoor relatie wat_gebeurt_met wat_nodig kan_het waar "
    "waar_vandaan zoals_wat"
)
"""All of them, with the inward ones last: in a group of parents they are not for every day."""


def pro_of(text: str) -> Pro:
    """Return whether a turn is a problem, a remedy, an outcome or something else, and the words that say so.

    In a turn of several clauses the last that says anything decides. Who would rather not tell is asked for
    nothing, also when a reason follows.
    """
    turn = list(segments(text))
    if not turn or _asks(turn[-1]):
        return Pro(ProKind.OTHER, ())
    said = [word for part in turn for word in part.words]
    decided, before, refused = Reading(None), Reading(None), False
    signals: tuple[Signal, ...] = ()
    for part in turn:
        if part.words[0] in GOES_ON:
            refused = False
        if refused or _asks(part):
            continue
        if refuses(part.words):
            refused, decided, signals = True, Reading(ProKind.OTHER), ()
            continue
        reading = _read(part.words, before, decided, said)
        if reading.kind and not _gives_way(reading, decided, part.words):
            decided, signals = reading, _signals(text, part, reading.runs)
        before = reading
    return Pro(decided.kind or ProKind.OTHER, signals)


def order_after(kind: ProKind, last_asked: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the ids of all twelve clean questions, the one that fits best first.

    `last_asked` are the questions asked on the notes that led to this one, in order. `wat_graag` never comes
    first twice in a row; once an outcome was opened up twice it is time for its conditions, and then for
    `kan_het`.
    """
    first = QUESTIONS[kind].split()
    if last_asked and last_asked[-1] == "wat_graag" and "wat_graag" in first:
        first.remove("wat_graag")
    if kind is ProKind.O and "wat_nodig" in last_asked:
        first.insert(0, "kan_het")
    elif kind is ProKind.O and sum(asked in ("wat_voor", "nog_iets") for asked in last_asked) > 1:
        first.insert(0, "wat_nodig")
    return tuple(dict.fromkeys((*first, *REST.split())))


def _asks(part: Segment) -> bool:
    words = [word for word in part.words if word not in ASIDE] or list(part.words)
    if part.question:
        return words[-1] not in ("hè", "he", "toch") and tuple(words[-2:]) not in TAGS
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ASKING:
        return finite(second) is not None
    asks_you = second in ASKED and first in ASKING_VERBS and (first, second) not in TAGS
    return asks_you or (first, second) == ("mag", "ik")


def _read(words: Sequence[str], before: Reading, decided: Reading, said: Sequence[str]) -> Reading:
    """Return what a clause holds, seen together with the clause before it and what was said and decided."""
    if decided.past and _came_true(words):
        return Reading(ProKind.OTHER, (Run(0, len(words)),))
    begin = polite_end(words)
    begin += begin > 0 and words[begin : begin + 1] in (("dat",), ("of",))
    heard = _heard(words[begin:], said)
    runs = tuple(Run(run.start + begin, run.end + begin) for run in heard.runs)
    if heard.kind is ProKind.O and before.kind in (ProKind.P, ProKind.R) and _refers_back(words):
        return Reading(ProKind.R, runs, heard.past)
    return heard._replace(runs=runs)


def _heard(words: Sequence[str], said: Sequence[str]) -> Reading:
    over, wish, unwanted = phrases("pro_over").find(words), wish_in(words), trouble(words, said)
    past = is_past(words, wish)
    if over and (past or not wish) and not _denied(words, over[0].start):
        return Reading(ProKind.OTHER, tuple(over))
    if wish:
        gone = against(words)
        return Reading(ProKind.R if gone else ProKind.O, tuple(sorted({*wish, *gone})), past)
    if words[:1] == ("dat",) and _is_dependent(words) and not _is_subject(words):
        return _answered(words, unwanted)
    if not unwanted and is_unfulfilled(words):
        unwanted = [Run(0, len(words))]
    if unwanted:
        return Reading(ProKind.P, tuple(unwanted))
    fine = phrases("pro_fine").find(words)
    return Reading(ProKind.OTHER if fine else None, tuple(fine))


def _answered(words: Sequence[str], unwanted: Sequence[Run]) -> Reading:
    """Return what a turn that is only `dat …` holds: mostly it answers what one would like to have happen."""
    less = phrases("pro_less").find(words)
    if less:
        return Reading(ProKind.R, tuple(less))
    return Reading(ProKind.P, tuple(unwanted)) if unwanted else Reading(ProKind.O, (Run(0, 1),))


def _denied(words: Sequence[str], at: int) -> bool:
    return bool(DENIAL & set(words[max(at - 3, 0) : at + 3]))


def _refers_back(words: Sequence[str]) -> bool:
    rest = [word for word in words if word not in ASIDE]
    return len(rest) > 1 and rest[0] in ("dat", "daar", "zo", "dit") and finite(rest[1]) is not None


def _came_true(words: Sequence[str]) -> bool:
    rest = [word for word in words if word not in ASIDE]
    return rest[:1] in (["die"], ["dat"]) and rest[1:2] != [] and rest[1] in CAME and not DENIAL & set(words)


def _gives_way(reading: Reading, decided: Reading, words: Sequence[str]) -> bool:
    """Return whether a clause only adds to what was decided: a reason, an afterthought, a kind word."""
    if decided.kind and (words[0] in REASON or tuple(words[:2]) == ("ook", "al")):
        return True
    if decided.kind not in (ProKind.R, ProKind.O) or reading.kind not in (ProKind.P, ProKind.OTHER):
        return False
    if reading.kind is ProKind.OTHER:
        return not (phrases("pro_over").find(words) or _came_true(words))
    return not SUBJECTS & set(words) or _is_dependent(words)


def _is_subject(words: Sequence[str]) -> bool:
    """Return whether a clause with `dat` is what something is said of: `dat ze stil is vind ik erg`."""
    return any(
        is_surely_finite(words[at]) and is_surely_finite(words[at + 1]) for at in range(2, len(words) - 1)
    )


def _is_dependent(words: Sequence[str]) -> bool:
    rest = [word for word in words if word not in ASIDE]
    if rest[:2] == ["dat", "zijn"] and not is_noun(rest[2] if len(rest) > 2 else ""):
        return False
    return rest[:1] == ["omdat"] or (rest[:1] in (["dat"], ["zodat"]) and bool(STARTS & set(rest[1:2])))


def _signals(text: str, part: Segment, runs: Sequence[Run]) -> tuple[Signal, ...]:
    """Return the runs as they stand in the text, in order; those that have words in common are one."""
    merged: list[Run] = []
    for run in sorted(runs):
        if merged and run.start < merged[-1].end:
            merged[-1] = Run(merged[-1].start, max(run.end, merged[-1].end))
        else:
            merged.append(run)
    places = [(part.tokens[run.start].start, part.tokens[run.end - 1].end) for run in merged]
    return tuple(Signal(text[start:end], start, end) for start, end in places)
