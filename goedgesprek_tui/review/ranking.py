"""How well a note fits what was looked for: by how rare the words are that it holds, and how often it does.

After BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework"); words that stand next to each
other as they were typed add to it.
"""

from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple

from goedgesprek_tui.review.marks import Marks, Phrase

FULL = 1.2
"""How soon more of a word adds no more."""
BY_LENGTH = 0.5
"""How much a long note counts less: 0 not at all, 1 by all of its length."""
BESIDE = 0.5
"""What two words side by side add, as a share of what the least rare one is worth."""


class Term(NamedTuple):
    """One part of a query: the notes that hold it, and what each folded form counts for; or a phrase."""

    numbers: set[int]
    forms: dict[str, float]
    phrase: Phrase | None = None


def scoring(terms: Sequence[Term], total: int, usual: float) -> Callable[[str], float]:
    """Return what scores the folded words of a note, with a space around each.

    `total` is how many notes there are, `usual` how many words one has on average.
    """
    rare = [log(1 + (total - len(term.numbers) + 0.5) / (len(term.numbers) + 0.5)) for term in terms]
    counts_for: dict[str, list[tuple[int, float]]] = {}
    for at, term in enumerate(terms):
        for form, worth in term.forms.items():
            counts_for.setdefault(form, []).append((at, worth))

    def score(words: str) -> float:
        heard = [counts_for.get(word, []) for word in words.split()]
        counts = [float(words.count(term.phrase.pattern)) if term.phrase else 0.0 for term in terms]
        for here in heard:
            for at, worth in here:
                counts[at] += worth
        long = FULL * (1 - BY_LENGTH + BY_LENGTH * len(heard) / usual)
        each = (
            worth * count * (FULL + 1) / (count + long) for worth, count in zip(rare, counts, strict=True)
        )
        return sum(each) + BESIDE * _beside(heard, rare)

    return score


def _beside(heard: Sequence[Sequence[tuple[int, float]]], rare: Sequence[float]) -> float:
    """Return what the best pair of words is worth that stand side by side in the order they were typed."""
    if len(rare) == 1:
        return 0.0
    best = 0.0
    for here, after in zip(heard, heard[1:], strict=False):
        if here and after:
            firsts = {at for at, _ in here}
            pairs = (min(rare[at - 1], rare[at]) for at, _ in after if at - 1 in firsts)
            best = max(best, *pairs, 0.0)
    return best


def marked(terms: Sequence[Term]) -> Marks:
    """Return what is to be marked of a query."""
    forms = frozenset(form for term in terms for form in term.forms)
    return Marks(forms, tuple(term.phrase for term in terms if term.phrase))
