"""What stays behind the verb at the end of a clause: another clause, or a comparison."""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.nouns import is_noun, is_plural
from goedgesprek_tui.clean.pronouns import Address, turned
from goedgesprek_tui.clean.tokens import Token
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle, you_form

ASKING = frozenset("waarom hoe wat waar wanneer wie".split())
LIKENING = frozenset("zo even net hetzelfde dezelfde anders zoveel".split())


def joined(*pieces: str) -> str:
    """Return pieces of a sentence behind each other, with a space between them."""
    return " ".join(piece for piece in pieces if piece)


def split_tail(rest: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """Split off a clause, or a comparison, that stays behind the verb."""
    low = [word.low for word in rest]
    for at, word in enumerate(low):
        later = low[at + 1 :]
        if (word == "om" and "te" in later) or (word == "ook" and later[:1] == ["al"] and len(later) > 2):
            return rest[:at], rest[at:]
        if not later and word in ASKING and at:
            return rest[:at], rest[at:]
        if not later or (word == "als" and not _leans(low, at)):
            continue
        if word in closed.SUBORDINATORS:
            return rest[:at], rest[at:]
        if word == "dan" and at and _comparative(low[at - 1]):
            return rest[:at], rest[at:]
        if word in closed.SOMETIMES_SUBORDINATORS and _opens_clause(low, at):
            at -= at > 0 and word in ASKING and low[at - 1] in closed.PREPOSITIONS
            return rest[:at], rest[at:]
    return rest, ()


def _leans(low: Sequence[str], at: int) -> bool:
    """Return whether `als` begins a clause or a comparison, and not `als vader`."""
    later = low[at + 1 :]
    clause = later[0] in closed.SUBJECTS | closed.DETERMINERS and any(
        finite(word) for word in later[1:] if word not in closed.NEVER_VERBS and not is_noun(word)
    )
    return clause or _verb_at_end(later) or not LIKENING.isdisjoint(low[max(at - 3, 0) : at])


def _opens_clause(low: Sequence[str], at: int) -> bool:
    """Return whether `dat`, `of`, `die` … begins a clause: a subject behind it, and a verb at its end."""
    later = low[at + 1 :]
    if len(later) < 2 or not _verb_at_end(later):
        return False
    if low[at] == "die" or (at and low[at] == "dat" and is_noun(low[at - 1])):
        return at > 0 and bool(is_noun(low[at - 1]))
    return (
        later[0] in closed.SUBJECTS | closed.DETERMINERS - {"al", "wat", "geen"}
        or is_plural(later[0]) is True
    )


def _verb_at_end(low: Sequence[str]) -> bool:
    return any(
        low[at] not in closed.NEVER_VERBS
        and not is_noun(low[at])
        and not is_adjective(low[at])
        and finite(low[at])
        and all(is_infinitive(word) or is_participle(word) for word in low[at + 1 :])
        for at in range(max(len(low) - 3, 0), len(low))
    )


def _comparative(word: str) -> bool:
    return word in ("meer", "minder", "anders", "liever", "beter", "erger") or (
        word.endswith("er") and lemma(word) != word and len(word) > 4
    )


def say_tail(tail: Sequence[Token], address: Address) -> str | None:
    """Return the clause behind the verb, said back; None when its own verb is not certain."""
    low = [word.low for word in tail]
    if "ik" not in low:
        return turned(tail, address, own="we" in low or "wij" in low)
    if low[-1] == "ik" and low[0] in ("als", "dan"):
        return turned(tail, address)
    if low.count("ik") > 1 or low.index("ik") > 1:
        return None
    for at in range(len(low) - 1, low.index("ik"), -1):
        read = finite(low[at])
        if read and read.first and all(is_infinitive(w) or is_participle(w) for w in low[at + 1 :]):
            verb = you_form(low[at]) or low[at]
            return joined(turned(tail[:at], address, own=True), verb, turned(tail[at + 1 :], address))
    return None
