"""The closing lines of a report: sentences, made of what an organisation put in its settings."""

import re
from collections.abc import Iterator

from goedgesprek_tui.exports.summary import sentence
from goedgesprek_tui.settings import Settings

REPORT, JOIN, ASK = CLOSING = ("wat_gebeurt_ermee", "ambassadeur_worden", "vragen_aan")
"""The names of the closing lines in the settings, in their order."""
QUESTION = {JOIN: "Zelf ambassadeur worden?", ASK: "Vragen?"}
ADVICE = {JOIN: ("Meld je aan", "bij"), ASK: ("Stel ze", "aan")}
"""What comes before a person or a place, and the word between."""
WHOLE = re.compile(
    r"(?:app|bel|ga|kijk|kom|laat|loop|maak|mail|meld|neem|praat|schrijf|spreek|stel|stuur|vraag|zeg|zoek"
    r"|daar\w*|dat|dit|er|graag|ja|jij|jullie|u|we|wij|ze|zij)\b"
    r"|.*\b(?:beantwoordt?|belt|ben|bent|gaat|heeft|helpen|helpt|is|kan|kun|kunnen|kunt|mag|mailt|staan|staat"
    r"|vindt?|weet|weten|wil|willen|wilt|zijn|zit|zitten)\b|.*[!?]$",
    re.IGNORECASE,
)
"""A text that says something by itself: what to do, or who does what."""
PLACED = re.compile(r"(?:aan|bij|door|in|op|per|tijdens|via)\b", re.IGNORECASE)
ADDRESS = re.compile(r"\S+@|https?:|www\.|[+(]?\d")
NOUN = re.compile(r"(?:De|Het|Een|Je|Jouw|Ons|Onze) [^A-Z]")
GOES = re.compile(r"(?:blijft|gaat|helpt|komt|ligt|wordt)\b", re.IGNORECASE)


def closing(settings: Settings) -> Iterator[str]:
    """Return the closing lines; none of what was not set."""
    for name in CLOSING:
        yield from closing_lines(name, getattr(settings, name))


def closing_lines(name: str, text: str) -> Iterator[str]:
    """Return what one setting becomes: `de coördinator` is whom to ask, `mail ons` says all by itself."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for first in lines[:1]:
        yield sentence(_of_report(first) if name == REPORT else f"{QUESTION[name]} {_advised(name, first)}")
    yield from lines[1:]


def _of_report(text: str) -> str:
    if GOES.match(text):
        return f"Dit verslag {_small(text)}"
    return f"Dit verslag gaat {_small(text)}" if text.lower().startswith("naar ") else _capital(text)


def _advised(name: str, text: str) -> str:
    verb, between = ADVICE[name]
    if ADDRESS.match(text):
        return f"{verb} via {text}"
    if WHOLE.match(text):
        return _capital(text)
    if PLACED.match(text):
        return f"{verb} {_small(text)}"
    return f"{verb} {between} {_small(text) if NOUN.match(text) else text}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
