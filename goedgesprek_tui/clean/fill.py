"""Putting a parent's own words into a question."""

import re

SLOT = re.compile(r"\{([XY])\}")
USUAL = (
    "En wat voor {X} is dat?",
    "En is er nog iets over {X}?",
    "En wanneer {X}, wat gebeurt er dan?",
)
"""The follow-ups for a question that has none of its own: the safest of `prompts/vragen.md`."""


def fill(question: str, x: str = "", y: str = "") -> str:
    """Return the question with the chosen words in their places, unchanged; … where none were chosen."""
    words = {"X": x, "Y": y}
    return SLOT.sub(lambda slot: words[slot[1]] or "…", question)
