"""What was seen of the words of one text: which may be names and why, and what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from goedgesprek_tui.clean import closed
from goedgesprek_tui.privacy import roles
from goedgesprek_tui.privacy.words import Word, never_names, words_of

PREFIXES = frozenset(
    """
    van de der den het 't ter ten te in op vander vande el al ben bint bin ait ould da do dos du di la le von
    abu abo
    """.split()
)
"""Words that can stand before a surname."""
MOST_PREFIXES = 4
NEVER_ARTICLES = frozenset("dat ons onze ieder hun wat alle".split())
"""Determiners that stand before names as well: `dat Ali`, `ons Jayden`."""
SPACES = " \t.\"'“„‘"


@dataclass(frozen=True)
class Seen:
    """A word that was taken for a name: why, how certainly, and what can stand in its place.

    `start` is the first word of the name, when prefixes stand before it: `van der Meulen`.
    """

    reason: str
    certain: bool = True
    role: str = ""
    start: int | None = None


class Sentences:
    """The words of one text, with what can be asked about the places between them."""

    def __init__(self, text: str) -> None:
        """Read the words of a text."""
        self.text = text
        self.said: Sequence[Word] = words_of(text)
        self.never = never_names(self.said)

    def can_be_name(self, at: int) -> bool:
        """Return whether a word could be a name at all; one that mostly is none only when a list has it."""
        word = self.said[at]
        if word.fold in roles.ALL or word.fold in PREFIXES or not word.fold[:1].isalpha():
            return False
        if at in self.never or word.little:
            return word.given and word.capital and not word.first
        return True

    def apart(self, at: int) -> bool:
        """Return whether more than a space, or the end of a sentence, stands before a word."""
        word = self.said[at]
        return word.gap.strip(SPACES) != "" or (word.first and word.gap.strip() not in ("", "."))

    def parted(self, at: int) -> bool:
        """Return whether anything but a space stands before a word."""
        return self.said[at].gap.strip(" \t") != ""

    def before(self, at: int) -> str:
        """Return the word right before a word, folded; empty when there is none."""
        return self.said[at - 1].fold if at > 0 and not self.apart(at) else ""

    def after(self, at: int) -> Word | None:
        """Return the word right behind a word."""
        return self.said[at + 1] if at + 1 < len(self.said) and not self.apart(at + 1) else None

    def article_before(self, at: int) -> bool:
        """Return whether a word stands before this one that hardly ever stands before a name."""
        before = self.before(at)
        return before in closed.DETERMINERS and before not in NEVER_ARTICLES

    def before_prefixes(self, at: int) -> int:
        """Return the first of the prefixes before a name, or where the name itself stands; 0 for none."""
        start = at
        while at - start < MOST_PREFIXES and start > 0 and self.said[start - 1].fold in PREFIXES:
            if self.apart(start):
                break
            start -= 1
        return 0 if self.apart(start) else start
