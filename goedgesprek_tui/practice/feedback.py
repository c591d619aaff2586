"""Hints at feedback that is being typed: what was seen or heard first, then what one made of it.

They are hints and no more. What somebody said may well judge, so that between quotation marks, and behind
`zei` and the like, everything goes.
"""

import re

from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.tokens import tokens

JUDGING = ("rating_judgements", "rating_light")
MORE = frozenset("duidelijk irritant onduidelijk professioneel respectvol super top vaag veilig warm".split())
ENDINGS = ("e", "er", "ere", "st", "ste", "s")
QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»]*(?:[\"“”«»]|$)|(?<!\w)['‘‚][^'‘’‚]*['’](?!\w)")
REPORTED = re.compile(
    r"\b(?:ze[gi]|zeiden|zegt|zeggen|vroeg|vraagt|vragen|noemde|noemt|herhaalde|herhaalt)\b[^.!?;]*",
    re.IGNORECASE,
)
IS_SO = re.compile(
    r"\b(?:je|jij|u)\s+(?:bent|was)\b|\b(?:ben|was)\s+(?:je|jij)\b|\bbent\s+u\b", re.IGNORECASE
)


def hint_on_evidence(typed: str) -> str:
    """Return a hint when what was seen or heard holds a judgement; else nothing."""
    own = REPORTED.sub(" ", QUOTED.sub(" ", typed))
    found = next((token.text for token in tokens(own) if _judges(token.low)), "")
    return f"„{found}” is een oordeel; wat zag of hoorde je?" if found else ""


def hint_on_inference(typed: str) -> str:
    """Return a hint when what one made of it says what the other is; else nothing."""
    found = IS_SO.search(QUOTED.sub(" ", typed))
    return f"„{found[0]}” zegt wat de ander is; wat maakte jij ervan?" if found else ""


def _judges(word: str) -> bool:
    return any(bare in words for bare in _bare(word) for words in (MORE, *map(word_list, JUDGING)))


def _bare(word: str) -> set[str]:
    """Return a word, and what it may be without its ending: `duidelijker` is `duidelijk`."""
    return {word, *(word.removesuffix(ending) for ending in ENDINGS if len(word) > len(ending) + 3)}
