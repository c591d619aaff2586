"""Taking a clause apart: its verb, its subject, and what stands around them.

Word order: Algemene Nederlandse Spraakkunst, chapters 20 and 21. Nothing is returned that is not certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.agreement import agrees, agrees_with_noun, head_of
from goedgesprek_tui.clean.nouns import Gender, gender_of, is_noun, is_plural
from goedgesprek_tui.clean.pointed import is_surely_finite, leads_to_verb, points_at_noun
from goedgesprek_tui.clean.tokens import Token
from goedgesprek_tui.clean.verbs import Finite, finite, is_infinitive, is_participle

FRONT_AT_MOST = 7
PRONOUNS_TOO = frozenset("het 't dat die dit".split())
POINTING = frozenset("dat dit die deze".split())
OBJECTS = frozenset("ons jullie haar hun die dat dit je me".split())
ALONE = OBJECTS | closed.QUANTIFIERS
NEVER_FIRST = frozenset(["hem", "'m", "hen", "zich"])
BEHIND_VERB = closed.PREPOSITIONS | {"als", "dan"}


@dataclass
class Parts:
    """A clause taken apart: its subject, its verb, and the rest.

    `verb_at` is where the verb stood in the rest, when the clause was a subordinate one already.
    """

    subject: Sequence[Token]
    verb: Token
    read: Finite
    rest: list[Token] = field(default_factory=list)
    verb_at: int | None = None


def read_main(words: Sequence[Token]) -> Parts | None:
    """Read a main clause: one constituent, the verb, and the subject where it did not come first."""
    low = [word.low for word in words]
    if points_at_noun(low) or (low[0] in ("wat", "wie") and low[1] in closed.SUBJECTS):
        return None
    if joint := _two_together(words, low):
        return joint
    turned_round = _verb_first(words, low)
    if turned_round:
        return turned_round
    for at in range(1, min(len(words), FRONT_AT_MOST + 1)):
        read = None if low[at] in closed.NEVER_VERBS or low[at - 1] == "te" else finite(low[at])
        if read and _can_be_verb(low, at, read):
            return _around(words, at, read)
        if at == 1 and low[0] in closed.NOMINATIVE:
            return None
    return None


def _two_together(words: Sequence[Token], low: Sequence[str]) -> Parts | None:
    """Read a clause of two people of whom the first is a pronoun: `ik en mijn man maken ruzie`."""
    if low[0] not in closed.NOMINATIVE or low[1] != "en" or len(low) < 4:
        return None
    end = 2 + (
        1 if low[2] in closed.NOMINATIVE else _noun_phrase_end(words[2:]) or int(bool(is_noun(low[2])))
    )
    read = finite(low[end]) if 2 < end < len(low) and low[end] not in closed.NEVER_VERBS else None
    return Parts(words[:end], words[end], read, list(words[end + 1 :])) if read and read.plural else None


def _verb_first(words: Sequence[Token], low: Sequence[str]) -> Parts | None:
    """Read a clause whose first word was left out of the stretch: `loop ik vast`, `valt zijn masker af`."""
    first = None if low[0] in closed.NEVER_VERBS else finite(low[0])
    if not first or is_noun(low[0]) and low[1] not in closed.NOMINATIVE:
        return None
    if low[1] in closed.NOMINATIVE | {"ze", "het", "er"}:
        return Parts(words[1:2], words[0], first, list(words[2:])) if agrees(low[1], low[0], first) else None
    end = _noun_phrase_end(words[1:])
    if end > 1 and first.third and not is_infinitive(low[0]):
        return Parts(words[1 : end + 1], words[0], first, list(words[end + 1 :]))
    return None


def _can_be_verb(low: Sequence[str], at: int, read: Finite) -> bool:
    """Return whether the words before `at` are one constituent that a verb can follow."""
    front, before = low[:at], low[at - 1]
    if before in closed.PREPOSITIONS and at > 1 or before in closed.COORDINATORS | {"niet", "nooit"}:
        return False
    if at == 1:
        return _can_follow_one(low, read)
    if any(word in closed.NOMINATIVE for word in front[1:]) and "en" not in front:
        return False
    if any(word in ("die", "dat") and is_noun(front[i]) for i, word in enumerate(front[1:-1])):
        return False
    if front[0] in NEVER_FIRST or (front[0] in ("me", "mij") and not is_noun(front[1])):
        return False
    if front[0] in closed.NOMINATIVE or front[0] in closed.OTHER_SUBJECTS - closed.DETERMINERS:
        return False
    behind_preposition = at > 1 and low[at - 2] in closed.PREPOSITIONS and before in OBJECTS
    if before in closed.DETERMINERS - closed.QUANTIFIERS and not behind_preposition:
        return False
    if _is_noun_here(low, at) or not (closed.SUBORDINATORS | {"wat"}).isdisjoint(front[1:]):
        return False
    last = at == len(low) - 1
    if front[0] in closed.SUBORDINATORS or (last and front[0] in closed.DETERMINERS and is_noun(low[at])):
        return False
    if front[0] in ("niet", "al", "weer") or (last and _is_described(front)):
        return False
    if low[at + 1 : at + 2] and low[at + 1] in closed.NOMINATIVE:
        return agrees(low[at + 1], low[at], read)
    if "en" in front or _adverbial(front):
        return True
    if front[0] in closed.DETERMINERS:
        return agrees_with_noun(front, read)
    return read.third or read.plural


def _is_described(front: Sequence[str]) -> bool:
    return front[0] not in closed.DETERMINERS and is_adjective(front[0].removesuffix("e"))


def _can_follow_one(low: Sequence[str], read: Finite) -> bool:
    subject, after = low[0], low[2] if len(low) > 2 else ""
    if after in closed.NOMINATIVE and subject not in closed.NOMINATIVE:
        return agrees(after, low[1], read)
    if subject in closed.SUBJECTS:
        if leads_to_verb(low):
            return False
        return agrees(subject, low[1], read)
    if subject in closed.DETERMINERS or subject in closed.PREPOSITIONS and subject not in closed.ADVERBS:
        return False
    if subject in closed.ADVERBS:
        return True
    if finite(subject) and after in closed.DETERMINERS | closed.NOMINATIVE and not is_noun(subject):
        return False
    if read.third:
        return not is_adjective(subject) or is_noun(subject) is True
    return read.plural and (is_plural(subject) is True or low[0] in closed.QUANTIFIERS)


def _is_noun_here(low: Sequence[str], at: int) -> bool:
    """Return whether the word at this place is the noun that the words before it lead to."""
    front = low[:at]
    first = front[0] if front[0] not in closed.PREPOSITIONS else (front[1] if len(front) > 1 else "")
    leads = first in closed.DETERMINERS and all(
        word.endswith("e") or word in ("goed", "groot") for word in front[2:]
    )
    has_noun = any(is_noun(word) for word in front)
    later = at + 1 < len(low) and finite(low[at + 1])
    return bool(leads and not has_noun and is_noun(low[at]) and later)


def _adverbial(front: Sequence[str]) -> bool:
    first = front[0]
    return (
        first in closed.ADVERBS
        or first in closed.PREPOSITIONS
        or (first in closed.TIME_FRONTS and any(word in closed.TIME_NOUNS for word in front))
        or first.startswith("'s")
    )


def _around(words: Sequence[Token], at: int, read: Finite) -> Parts | None:
    """Tell what is the subject: the words in front of the verb, or those behind it."""
    front, verb, rest = list(words[:at]), words[at], list(words[at + 1 :])
    low = [word.low for word in front]
    after = rest[0].low if rest else ""
    adverbial = _adverbial(low) or low[0] in ("dan", "daar", "zo")
    is_subject = low[0] in closed.SUBJECTS and at == 1
    if after in closed.NOMINATIVE and not (is_subject and low[0] in closed.NOMINATIVE):
        if not agrees(after, verb.low, read) and after != "jij":
            return None
        return Parts([rest[0]], verb, read, _behind_pronouns(front, rest[1:]))
    if after in closed.OTHER_SUBJECTS and (adverbial or _clashes(low, read)):
        if after in closed.DETERMINERS and _noun_phrase_end(rest) > 1:
            return _behind(front, verb, read, rest)
        return Parts([rest[0]], verb, read, _behind_pronouns(front, rest[1:]))
    if low[0] in POINTING and after in ("ze", "het", "je", "jullie", "u") and not _is_article(rest, 0):
        return None
    if adverbial:
        return _behind(front, verb, read, rest)
    return Parts(front, verb, read, rest)


def _clashes(front: Sequence[str], read: Finite) -> bool:
    return len(front) > 1 and is_plural(head_of(front), " ".join(front)) is True and not read.plural


def _behind(front: list[Token], verb: Token, read: Finite, rest: list[Token]) -> Parts | None:
    """Take the noun phrase behind the verb as the subject; where it is not clear, nothing changes place."""
    end = _noun_phrase_end(rest)
    if end:
        return Parts(rest[:end], verb, read, _behind_pronouns(front, rest[end:]))
    without_subject = read.infinitive == "worden" or (rest and _begins_noun(rest[0].low))
    return Parts([], verb, read, front + rest) if without_subject else None


def _begins_noun(word: str) -> bool:
    return word in closed.QUANTIFIERS | {"een"} or bool(is_noun(word)) or is_plural(word) is True


def _behind_pronouns(front: list[Token], rest: list[Token]) -> list[Token]:
    """Put what stood in front behind the weak pronouns that come right after the subject."""
    at = 0
    while at < len(rest) and rest[at].low in closed.WEAK and not _is_article(rest, at):
        at += 1
    return rest[:at] + front + rest[at:] if _adverbial([word.low for word in front]) else front + rest


def _is_article(rest: Sequence[Token], at: int) -> bool:
    return (
        at + 1 < len(rest) and bool(is_noun(rest[at + 1].low)) and rest[at].low not in ("hem", "zich", "er")
    )


def _noun_phrase_end(rest: Sequence[Token]) -> int:
    """Return how many words from the first on are a noun phrase with a definite determiner, or a name."""
    if not rest:
        return 0
    first = rest[0].low
    if first not in closed.POSSESSIVES | {"de", "het", "die", "dat", "deze", "dit", "alle"}:
        return 1 if rest[0].text[:1].isupper() else 0
    at = 1
    if at < len(rest) and rest[at].low in closed.NEVER_VERBS | closed.DETERMINERS:
        return 0
    if first in PRONOUNS_TOO and not any(_can_point(first, word.low) for word in rest[1:3]):
        return 0
    while at + 1 < len(rest) and not is_noun(rest[at].low) and rest[at].low.endswith("e"):
        at += 1
    if at >= len(rest) or rest[at].low in closed.PREPOSITIONS | closed.ADVERBS | {"niet"}:
        return 0
    if at + 2 < len(rest) and rest[at + 1].low == "en" and rest[at + 2].low in ("ik", "hij", "zij"):
        return at + 3
    return at + 1


def _can_point(determiner: str, noun: str) -> bool:
    """Return whether het, dat or die can belong to a noun, and is no pronoun of its own."""
    against = Gender.DE if determiner in ("het", "'t", "dat", "dit") else Gender.HET
    return bool(is_noun(noun)) and (determiner == "die" or gender_of(noun) is not against)


def read_subordinate(words: Sequence[Token], behind: bool = True) -> Parts | None:
    """Read a clause whose verb stands at its end already, as one that was said behind `dat` or `als`.

    Where it was not said `behind` one of those, a noun is never taken for its verb.
    """
    low = [word.low for word in words]
    if len(words) < 2 or (points_at_noun(low) and not (behind and len(words) > 2)):
        return None
    start = 1
    if low[0] not in closed.SUBJECTS:
        start = _noun_phrase_end(words)
        if not start:
            return None
    for at in range(len(words) - 1, start - 1, -1):
        if not closed.SUBORDINATORS.isdisjoint(low[start:at]):
            continue
        read = None if low[at] in closed.NEVER_VERBS or low[at - 1] == "te" else finite(low[at])
        led = low[at - 1] in closed.DETERMINERS and not (low[at - 1] in ALONE and is_surely_finite(low[at]))
        if (led and at > 1) or is_plural(low[at]) is True:
            continue
        if any(map(is_surely_finite, low[start:at])):
            continue
        if not behind and not is_infinitive(low[at]) and (is_noun(low[at]) or gender_of(low[at])):
            continue
        if read and start == 1 and agrees(low[0], low[at], read) and _ends(low, at):
            return Parts(words[:1], words[at], read, [*words[1:at], *words[at + 1 :]], at - 1)
        if read and start > 1 and agrees_with_noun(low[:start], read) and _ends(low, at):
            parts = [*words[start:at], *words[at + 1 :]]
            return Parts(words[:start], words[at], read, parts, at - start)
    return None


def _ends(low: Sequence[str], at: int) -> bool:
    """Return whether only verbs or one phrase with a preposition follow a verb that stands last."""
    after = low[at + 1 :]
    while after and (is_infinitive(after[0]) or is_participle(after[0]) or after[0] == "te"):
        after = after[1:]
    return not after or (after[0] in BEHIND_VERB and at > 1)
