"""Putting a parent's own words into a question."""

import re

SLOT = re.compile(r"(?P<kind>\bwat voor )?\{(?P<name>[XY])\}")
DETERMINER = re.compile(r"(een|de|het|mijn|onze|ons|hun|haar|zijn|geen)\s+(?=\S)", re.IGNORECASE)
USUAL = (
    "En wat voor {X} is dat?",
    "En is er nog iets over {X}?",
    "En wanneer {X}, wat gebeurt er dan?",
)
"""The follow-ups for a question that has none of its own: the safest of `prompts/vragen.md`."""


def fill(question: str, x: str = "", y: str = "") -> str:
    """Return the question with the chosen words in their places; … where none were chosen.

    The words stay exactly as they were said; only behind `wat voor` an article or possessive in front goes.
    """
    words = {"X": x, "Y": y}

    def put(slot: re.Match[str]) -> str:
        said = words[slot["name"]] or "…"
        return f"{slot['kind']}{_bare(said)}" if slot["kind"] else said

    return SLOT.sub(put, question)


def _bare(words: str) -> str:
    found = DETERMINER.match(words)
    return words[found.end() :] if found else words
