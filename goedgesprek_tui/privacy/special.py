"""Finding what the law protects most when it is said of one person: health, belief, where she comes from."""

import re
from collections.abc import Iterator

from goedgesprek_tui.clean.tokens import Token, tokens
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.lists import fold, word_list

ABOUT = frozenset(
    """
    mijn m'n mn onze ons zijn z'n zn haar d'r hun ik hij zij ze wij we hem jouw je dochter zoon kind man vrouw
    broer zus zusje broertje juf meester moeder vader
    """.split()
)
ONE_CHILD = frozenset("jongen jongetje meisje kind zoon dochter leerling kleuter peuter".split())
SAYS = frozenset(
    """
    heeft heb hebben had hadden kreeg krijgt kregen is ben zijn was waren werd wordt diagnose slikt gebruikt
    krijg geworden blijkt bleek
    """.split()
)
GOES = frozenset("zit gaat loopt staat zat ging bij in naar".split())
BEING = frozenset("is ben was zijn half een".split())
ILLNESS = ("kanker", "tumor", "stoornis", "ziekte", "syndroom")
COMMON_ENDS = ("ziekte", "stoornis", "syndroom")
BEFORE = 8
"""How many words before it the one can stand of whom something is said."""
SENTENCE = re.compile(r"[.!?\n]")


def special_in(text: str) -> Iterator[Finding]:
    """Give the words of special categories that are said of somebody, not in general."""
    said = tokens(text)
    for at, token in enumerate(said):
        if why := _why(text, said, at):
            reason, certain = why
            yield Finding(token.start, token.end, Kind.OTHER, reason, certain, special=True)


def _why(text: str, said: tuple[Token, ...], at: int) -> tuple[str, bool] | None:
    """Return why a word is special here, and whether that is certain; None when it is not."""
    word = fold(said[at].low)
    health = word in word_list("special_health") or (word.endswith(ILLNESS) and word not in COMMON_ENDS)
    belief, private = word in word_list("special_belief"), word in word_list("special_private")
    origin = word in word_list("special_origin")
    if not (health or belief or private or origin):
        return None
    near = _before(text, said, at)
    somebody = bool(ABOUT.intersection(near)) or _named(text, said, at)
    if origin:
        return ("gaat over iemands afkomst", False) if somebody and near[:1] and near[0] in BEING else None
    if health and _with_it(near):
        return "gaat over iemands gezondheid", True
    if not somebody or not (SAYS | GOES if private else SAYS).intersection(near):
        return None
    if private:
        return "is heel persoonlijk", False
    return ("gaat over iemands gezondheid" if health else "gaat over wat iemand gelooft"), True


def _before(text: str, said: tuple[Token, ...], at: int) -> list[str]:
    """Return the words before a word in its sentence, the nearest first."""
    near: list[str] = []
    for other in range(at - 1, max(-1, at - BEFORE - 1), -1):
        if SENTENCE.search(text[said[other].end : said[other + 1].start]):
            break
        near.append(said[other].low)
    return near


def _named(text: str, said: tuple[Token, ...], at: int) -> bool:
    """Return whether a word with a capital stands inside the sentence before it: who it may be about."""
    return any(text[said[other].start].isupper() for other in range(max(1, at - BEFORE), at))


def _with_it(near: list[str]) -> bool:
    """Return whether it says of one child what it has: `dat meisje met epilepsie`."""
    words = near[1:] if near[:1] and near[0] in ("de", "een", "zijn", "haar") else near
    return (
        words[:1] == ["met"]
        and words[1:2] != []
        and words[1] in ONE_CHILD
        and words[2:3] in (["dat"], ["die"])
    )
