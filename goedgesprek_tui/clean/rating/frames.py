"""The frames of the clean questions: which words of a question belong to it, and which fill its slots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from goedgesprek_tui.clean.rating.sentences import Sentence

SLOT = re.compile(r"\{[XY]\}")
LONGEST = 400
"""Of a line; what is longer is no clean question, and would take long to match."""


class Core(NamedTuple):
    """The asking part of a clean question, as a pattern with {X} and {Y} in it.

    A `strict` one is much used for other questions as well: it counts only with the speaker's words in it.
    """

    id: str
    pattern: str
    strict: bool = False


class Match(NamedTuple):
    """A question that has a frame: what stands in its slots, what goes before it, and its link words."""

    core: Core
    slots: tuple[tuple[int, int], ...]
    chunk: tuple[int, int] | None
    links: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Frames:
    """All frames of a language.

    Around each core may stand `lead` words, `{link} X` (or only X) with a comma in front, small words of
    `rest` and `{link} X` behind it.
    """

    lead: str
    link: str
    rest: str
    cores: tuple[Core, ...]

    def matches(self, sentence: Sentence) -> Iterator[Match]:
        """Return the frames that a sentence has, each with what stands in it."""
        if len(sentence.line) > LONGEST:
            return
        for core, pattern in self._compiled:
            if found := pattern.match(sentence.line):
                slots = (name for name in found.groupdict() if name not in ("chunk", "link", "behind"))
                yield Match(
                    core,
                    tuple(found.span(slot) for slot in slots if found[slot]),
                    found.span("chunk") if found["chunk"] else None,
                    tuple(found.span(name) for name in ("link", "behind") if found[name]),
                )

    @cached_property
    def _compiled(self) -> list[tuple[Core, re.Pattern[str]]]:
        return [(core, re.compile(self._around(core))) for core in self.cores]

    def _around(self, core: Core) -> str:
        count = iter(range(9))
        asked = SLOT.sub(lambda _: rf"(?P<slot{next(count)}>\S.*?)", core.pattern)
        front = rf"(?P<link>{self.link}) (?P<when>\S.*?)(?: ,)? |(?P<chunk>\S.*?) , (?:{self.lead})*"
        behind = rf"(?: ,)? (?P<behind>{self.link}) (?P<tail>\S.*)"
        return rf"(?:{self.lead})*(?:{front})?(?:{asked})(?: (?:{self.rest}))*(?:{behind})?$"
