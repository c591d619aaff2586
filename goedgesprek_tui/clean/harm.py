"""Hearing words of violence, fear at home, abuse, suicide, weapons or neglect: there one does not ask on."""

from collections.abc import Sequence

from goedgesprek_tui.clean.chunk import LITTLE, is_attributive
from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import is_noun
from goedgesprek_tui.clean.phrases import Run, phrases
from goedgesprek_tui.clean.segments import sentences

BLOWS = frozenset("slaan schoppen schieten steken".split())
PEOPLE = frozenset("me mij jou hem haar ons hen elkaar mijn m'n iemand anderen andere kinderen".split())
PARTICLES = frozenset("over om dicht aan door af op toe".split())
OWNS = frozenset("haar ons".split())
NEAR = 5


def harm_in(text: str) -> str | None:
    """Return the first word of harm as it stands in the text; None when there is none.

    What only sounds like it, as `dat slaat nergens op`, is none; what may be either is heard as harm.
    """
    for sentence in sentences(text):
        words = sentence.words
        masked = phrases("words_no_harm").find_all(words)
        for run in phrases("words_harm").find_all(words):
            if not any(run.overlaps(mask) for mask in masked) and _hurts(words, run):
                return text[sentence.tokens[run.start].start : sentence.tokens[run.end - 1].end]
    return None


def _hurts(words: Sequence[str], run: Run) -> bool:
    """Return whether a blow is one: it hits somebody, or nothing near makes a saying or a game of it."""
    word, last = words[run.start], words[run.end - 1]
    if last in OWNS and _begins_noun(words[run.end : run.end + 2]):
        return False
    if run.end - run.start > 1 or lemma(word) not in BLOWS:
        return True
    if word == "sla":
        return False
    before, after = _near(words[: run.start][::-1])[::-1], _near(words[run.end :])
    if PEOPLE & {*after[:1], *before[-2:]} or word_list("words_persons") & {*after[:3], *before[-2:]}:
        return True
    if after and words[-1] in PARTICLES:
        return False
    return not (phrases("words_no_blow").find(before) or phrases("words_no_blow").find(after))


def _begins_noun(words: Sequence[str]) -> bool:
    """Return whether a noun begins here, so that `haar` in front of it only says whose it is."""
    if not words or words[0] in LITTLE:
        return False
    return bool(is_noun(words[0])) or (
        len(words) > 1 and is_attributive(words[0]) and bool(is_noun(words[1]))
    )


def _near(words: Sequence[str]) -> Sequence[str]:
    """Return the first of the words, up to `en` or `of`: behind that stands something else."""
    end = next((at for at, word in enumerate(words[:NEAR]) if word in ("en", "of")), NEAR)
    return words[:end]
