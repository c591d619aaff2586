"""Giving words back to the one who said them: ik becomes je, mijn becomes je, wij becomes jullie."""

from collections.abc import Sequence
from typing import Literal

from goedgesprek_tui.clean.closed import NEVER_VERBS, PREPOSITIONS
from goedgesprek_tui.clean.lemmas import known
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.tokens import Token

Address = Literal["je", "u"]

TURNED: dict[Address, dict[str, str]] = {
    "je": {
        "ik": "je", "'k": "je", "ikke": "je", "ikzelf": "jijzelf", "me": "je", "mij": "jou", "mijn": "je",
        "m'n": "je", "mn": "je", "mezelf": "jezelf", "mijzelf": "jezelf", "mijne": "jouwe",
    },
    "u": {
        "ik": "u", "'k": "u", "ikke": "u", "ikzelf": "uzelf", "me": "u", "mij": "u", "mijn": "uw",
        "m'n": "uw", "mn": "uw", "mezelf": "uzelf", "mijzelf": "uzelf", "mijne": "uwe",
    },
}  # fmt: skip
PLURAL = {"we": "jullie", "wij": "jullie", "ons": "jullie", "onze": "jullie", "onszelf": "jezelf"}
STRESSED: dict[Address, str] = {"je": "jij", "u": "u"}


def turned(words: Sequence[Token], address: Address, own: bool = False) -> str:
    """Return words as the one who asks says them back; `own` when ik or wij is their subject.

    Then `me`, `mij` and a reflexive `ons` are the speaker's own: `we schamen ons` gives `jullie je`.
    """
    said = [word.low for word in words]
    return " ".join(_turned(word, said, at, address, own) for at, word in enumerate(words))


def plain(word: Token) -> str:
    """Return a word as it stands inside a sentence: the capital of a first word goes, a name keeps it."""
    text = word.text
    sentence_case = text[:1].isupper() and text[1:] == text[1:].lower()
    if word.start or not sentence_case or word.low in word_list("capitals"):
        return text
    plain_word = known(word.low) or word.low in NEVER_VERBS or len(text) == 1 or "'" in text
    return word.low if plain_word else text


def _turned(word: Token, said: Sequence[str], at: int, address: Address, own: bool) -> str:
    before, after = said[at - 1] if at else "", said[at + 1] if at + 1 < len(said) else ""
    low = word.low
    if low == "ik" and ("en" in (before, after) or (before in ("of", "als", "dan") and not after)):
        return STRESSED[address]
    if low == "mij" and own and before not in PREPOSITIONS:
        return TURNED[address]["me"]
    if low == "me" and address == "u" and own:
        return "zich"
    if low == "ons" and after == "best":
        return TURNED[address]["mijn"]
    if low in PLURAL:
        return PLURAL[low]
    return TURNED[address].get(low) or (low if before == "'s" else plain(word))
