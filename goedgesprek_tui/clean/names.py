"""Seeing which words of a sentence are names of people: those are never asked on."""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.lemmas import known
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import is_noun
from goedgesprek_tui.clean.tokens import Token
from goedgesprek_tui.clean.verbs import finite

CALLED = frozenset("heet heten heette genaamd genoemd".split())
TITLES = frozenset("juf meester meneer mevrouw oom tante opa oma ons onze".split())
LITTLE = closed.NEVER_VERBS | closed.WITH_PREPOSITION | closed.CONNECTORS | closed.SUBORDINATORS
OPENS = "\"'“„‘«(:"


def names_in(text: str, said: Sequence[Token]) -> frozenset[int]:
    """Return at which places of a sentence a name stands.

    A word with a capital inside a sentence is one, and so is an unknown word behind `mijn zoon` or `heet`.
    """
    shouted = sum(token.text.isupper() for token in said) * 2 > len(said)
    found = [at for at in range(len(said)) if _is_name(text, said, at, shouted)]
    lows = {said[at].low for at in found}
    return frozenset(at for at, token in enumerate(said) if at in found or token.low in lows)


def _is_name(text: str, said: Sequence[Token], at: int, shouted: bool) -> bool:
    token, before = said[at], said[at - 1].low if at else ""
    if token.low in word_list("capitals"):
        return False
    if token.text[0].isupper() and not shouted:
        first = (
            not at or text[token.start - 1] in OPENS or text[said[at - 1].end : token.start].strip() in OPENS
        )
        if not at or (first and text[said[at - 1].end : token.start].strip()):
            return token.low in word_list("words_names") or _is_unknown(token.low)
        return not (token.text.isupper() and (len(token.text) == 1 or known(token.low)))
    if before in CALLED:
        return not _is_little(token.low)
    after_person = before in TITLES or (
        before in word_list("words_persons") and at > 1 and said[at - 2].low in closed.POSSESSIVES
    )
    return after_person and _is_unknown(token.low)


def _is_unknown(word: str) -> bool:
    return word.isalpha() and not (_is_little(word) or known(word) or is_noun(word) or finite(word))


def _is_little(word: str) -> bool:
    return (
        word in closed.NEVER_VERBS | closed.WITH_PREPOSITION
        or word in closed.CONNECTORS
        or word in closed.SUBORDINATORS
    )
