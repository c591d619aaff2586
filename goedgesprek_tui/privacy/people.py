"""Finding names of people: every word by itself, then what stands in a row, then whole names."""

import re
from collections.abc import Iterator

from goedgesprek_tui.clean.lemmas import known
from goedgesprek_tui.clean.nouns import is_noun
from goedgesprek_tui.privacy import roles
from goedgesprek_tui.privacy.capitals import by_itself
from goedgesprek_tui.privacy.cues import by_cue
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.seen import MOST_PREFIXES, PREFIXES, Seen, Sentences
from goedgesprek_tui.privacy.words import Word, is_nearly_word, is_word

STRANGE_PREFIXES = frozenset("el ait bint ould dos von abu abo vander vande".split())
"""Prefixes that are no words of the language."""
WORDS_AS_PREFIXES = frozenset("in op te het 't".split())
"""Prefixes that in small letters are words of the sentence: `ali op judo`."""
ONLY_SURNAMES_BEHIND_DE = frozenset("vries jong wit groot bruin zwart groen bont grijs rijk".split())
"""Words that behind `de` would be adjectives without their e, so that they are surnames there."""
SHORTEST_UNKNOWN = 4
NO_SURNAME = re.compile(r"(?:t|te|de|ten|den|end|ig|lijk|je|jes)\Z|\A[^aeiouy]+\Z")
"""How a verb that no dictionary has ends, or a diminutive, and what nobody can say: `appte`, `gwn`."""
JOINS = frozenset(("en", "of", "&"))
OF_THE_NAME = frozenset("el al ben bint bin ait ould da do dos du di la le von abu abo".split())
"""Prefixes that belong to a name wherever it stands."""


def people_in(text: str) -> list[Finding]:
    """Return the names of people in a text, in order and not overlapping."""
    here = Sentences(text)
    seen = {at: one for at in range(len(here.said)) if (one := by_cue(here, at) or by_itself(here, at))}
    _spread_over_rows(here, seen)
    _spread_over_text(here, seen)
    return list(_names(here, seen))


def _spread_over_rows(here: Sentences, seen: dict[int, Seen]) -> None:
    """Let what stands in one row with a name be a name: `Ali, Xhesika en Noor`."""
    places = range(len(here.said))
    for at in (*places, *reversed(places)):
        for other in (at - 1, at - 2, at + 1, at + 2):
            if _may_follow(here, seen, at) and _in_row(here, seen, at, other):
                seen[at] = Seen("staat naast een andere naam", role=seen[other].role)


def _may_follow(here: Sentences, seen: dict[int, Seen], at: int) -> bool:
    word = here.said[at]
    if at in here.never or not word.capital or not here.can_be_name(at):
        return False
    return not (at in seen and seen[at].certain) and not (word.first and word.dutch and not word.given)


def _in_row(here: Sentences, seen: dict[int, Seen], at: int, other: int) -> bool:
    if other not in seen or not seen[other].certain:
        return False
    low, high = min(at, other), max(at, other)
    if high - low == 1:
        return here.said[high].gap.strip() in (",", "/", "&")
    return here.said[low + 1].fold in JOINS and not here.apart(high) and not here.apart(low + 1)


def _spread_over_text(here: Sentences, seen: dict[int, Seen]) -> None:
    """Let a name that is certain somewhere in the text be one everywhere in it."""
    certain = {here.said[at].base for at, one in seen.items() if one.certain}
    for at, word in enumerate(here.said):
        again = word.base in certain and not (at in seen and seen[at].certain)
        if again and (word.capital or word.sure or not word.dutch):
            seen[at] = Seen("staat vaker in deze zin als naam")


def _names(here: Sentences, seen: dict[int, Seen]) -> Iterator[Finding]:
    """Give the names as they stand, each with all its words."""
    at, done = 0, 0
    while at < len(here.said):
        last = at
        if at in seen:
            last = _last_of(here, seen, at)
            parts = [seen[part] for part in range(at, last + 1) if part in seen]
            best = next((one for one in parts if one.certain), parts[0])
            role = next((one.role for one in parts if one.role), "")
            start = here.said[_first_of(here, at, seen[at])].start
            if start >= done:
                done = here.said[last].base_end
                yield Finding(start, done, Kind.PERSON, best.reason, best.certain, role)
        at = last + 1


def _first_of(here: Sentences, at: int, one: Seen) -> int:
    """Return the first word of a name: `el` belongs to it, and so does `Van` before a surname."""
    first = at if one.start is None else one.start
    while at - first < MOST_PREFIXES and first > 0 and not here.parted(first):
        before = here.said[first - 1]
        capital = before.capital and before.fold in PREFIXES and here.said[at].surname and not before.first
        if before.fold not in OF_THE_NAME and not capital:
            break
        first -= 1
    return first


def _last_of(here: Sentences, seen: dict[int, Seen], at: int) -> int:
    """Return the last word of a name that begins here: `Karin ter Horst`."""
    last = at
    while here.said[last].base == here.said[last].fold:
        at = last + 1
        while at - last <= MOST_PREFIXES and at < len(here.said) and here.said[at].fold in PREFIXES:
            if here.parted(at):
                break
            at += 1
        if at >= len(here.said) or here.parted(at) or not _goes_on(here, seen, last, at):
            break
        last = at
    return last


def _goes_on(here: Sentences, seen: dict[int, Seen], last: int, at: int) -> bool:
    word, behind_prefix = here.said[at], at > last + 1
    if word.fold in roles.ALL or at in here.never or (word.little and not behind_prefix):
        return False
    if word.capital:
        return behind_prefix or word.given or word.surname or not word.says_of_one
    if not behind_prefix and not word.dutch and (word.given or word.surname) and at in seen:
        return True
    first = here.said[last]
    if first.capital or not first.given or not word.fold.replace("-", "").isalpha():
        return False
    return _is_low_surname(word, tuple(one.fold for one in here.said[last + 1 : at]))


def _is_low_surname(word: Word, prefixes: tuple[str, ...]) -> bool:
    """Return whether a word is a surname where nobody uses capitals: `karin van der laan`."""
    if WORDS_AS_PREFIXES & set(prefixes):
        return False
    if prefixes[:1] == ("van",) and prefixes[-1] in ("der", "den"):
        return True
    listed = word.surname and not word.dutch
    if prefixes in (("van",), ("ter",), ("ten",)):
        return word.surname or _is_strange(word)
    if not prefixes or set(prefixes) <= STRANGE_PREFIXES:
        return listed or _is_strange(word)
    return listed or (prefixes[-1] == "de" and word.fold in ONLY_SURNAMES_BEHIND_DE)


def _is_strange(word: Word) -> bool:
    """Return whether a word is none of the language: not built of it and not typed wrong either."""
    bare = word.fold
    if len(bare) < SHORTEST_UNKNOWN or word.dutch or word.verb or NO_SURNAME.search(bare):
        return False
    ends = any(known(bare[cut:]) and is_noun(bare[cut:]) for cut in range(SHORTEST_UNKNOWN, len(bare) - 3))
    return not (ends or is_nearly_word(bare) or is_word(bare.replace("y", "ij")))
