"""Finding what the law protects most when it is said of one person: health, belief, where she comes from."""

import re
from collections.abc import Iterator

from goedgesprek_tui.clean.tokens import Token, tokens
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.lists import fold, word_list

ABOUT = frozenset(
    """
    mijn m'n mn onze ons zijn z'n haar d'r hun ik hij zij ze wij we hem jouw je dochter zoon kind man vrouw
    broer zus zusje broertje
    """.split()
)
SAYS = frozenset(
    """
    heeft heb hebben had hadden kreeg krijgt kregen is ben zijn was waren werd wordt diagnose slikt gebruikt
    krijg geworden blijkt bleek
    """.split()
)
BEFORE = 8
SENTENCE = re.compile(r"[.!?\n]")


def special_in(text: str) -> Iterator[Finding]:
    """Give the words of special categories that are said of somebody, not in general."""
    said = tokens(text)
    for at, token in enumerate(said):
        reason, certain = _reason(token.low)
        if reason and _of_somebody(text, said, at):
            yield Finding(token.start, token.end, Kind.OTHER, reason, certain, special=True)


def _reason(word: str) -> tuple[str, bool]:
    low = fold(word)
    if low in word_list("special_health"):
        return "gaat over iemands gezondheid", True
    if low in word_list("special_belief"):
        return "gaat over wat iemand gelooft", True
    return "", False


def _of_somebody(text: str, said: tuple[Token, ...], at: int) -> bool:
    """Return whether somebody and a verb like `heeft` or `is` stand before the word in its sentence."""
    near: list[str] = []
    for other in range(at - 1, max(-1, at - BEFORE - 1), -1):
        if SENTENCE.search(text[said[other].end : said[other + 1].start]):
            break
        near.append(said[other].low)
    named = any(text[said[other].start].isupper() for other in range(max(0, at - BEFORE), at))
    return bool(SAYS.intersection(near)) and (bool(ABOUT.intersection(near)) or (named and "is" in near))
