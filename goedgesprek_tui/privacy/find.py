"""Finding personal data in a text: everything together, in order, without overlaps."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from goedgesprek_tui.privacy.addresses import addresses_in
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.lists import fold
from goedgesprek_tui.privacy.numbers import numbers_in
from goedgesprek_tui.privacy.patterns import patterns_in
from goedgesprek_tui.privacy.people import people_in
from goedgesprek_tui.privacy.proposals import LABEL
from goedgesprek_tui.privacy.schools import schools_in
from goedgesprek_tui.privacy.special import special_in
from goedgesprek_tui.privacy.words import Word, words_of

EXACT = frozenset({Kind.BSN, Kind.EMAIL, Kind.PHONE, Kind.ADDRESS, Kind.BIRTH})


def find(
    text: str,
    known: Iterable[str] = (),
    places: Iterable[str] = (),
    more: Iterable[Finding] = (),
) -> list[Finding]:
    """Return the personal data in a text in order, not overlapping; never raises on any text.

    What was put in the place of something found, such as `[kind A]`, is not found again.
    `known` are names that were confirmed in this conversation and `places` names of its school or place:
    both are found in any case, with the s of whose it is. `more` is what another search found.
    """
    found = [
        *_said_before(text, known, Kind.PERSON, "", "is in dit gesprek een naam"),
        *_said_before(text, places, Kind.SCHOOL, "school", "is de plek van dit gesprek"),
        *patterns_in(text),
        *addresses_in(text),
        *numbers_in(text),
        *schools_in(text),
        *special_in(text),
        *people_in(text),
        *more,
    ]
    labels = [label.span() for label in LABEL.finditer(text)]
    return _without_overlaps(
        [one for one in found if not any(start < one.end and one.start < end for start, end in labels)]
    )


def _said_before(text: str, known: Iterable[str], kind: Kind, role: str, reason: str) -> Iterator[Finding]:
    wanted = [words for name in known if (words := tuple(word.fold for word in words_of(name)))]
    said = words_of(text) if wanted else []
    for words in wanted:
        for at in range(len(said) - len(words) + 1):
            run = said[at : at + len(words)]
            if end := _end_of(run, words):
                yield Finding(run[0].start, end, kind, reason, role=role)


def _end_of(run: list[Word], words: tuple[str, ...]) -> int:
    """Return where a run of words ends that is this name, without the s of whose it is; else 0."""
    *front, last = run
    if tuple(word.fold for word in front) != words[:-1]:
        return 0
    if last.fold == words[-1]:
        return last.end
    tail = last.fold.removeprefix(words[-1])
    return last.end - len(tail) if tail in ("s", "'s", "'") and fold(words[-1]) + tail == last.fold else 0


def _without_overlaps(found: list[Finding]) -> list[Finding]:
    """Return what is left when of two that overlap the better one stays: exact, then certain, then long."""
    kept: list[Finding] = []
    for one in sorted(found, key=_rank):
        at = bisect_left(kept, one.start, key=lambda other: other.start)
        free_before = at == 0 or kept[at - 1].end <= one.start
        if free_before and (at == len(kept) or one.end <= kept[at].start) and one.start < one.end:
            kept.insert(at, one)
    return kept


def _rank(one: Finding) -> tuple[bool, bool, int, int, bool]:
    return (
        one.kind not in EXACT,
        not one.certain,
        one.start - one.end,
        one.start,
        one.kind is Kind.PERSON,
    )
