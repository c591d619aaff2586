"""Slips of the pen in the words of a frame: `wat gebeurd er`, `waneer`, `nogiets`.

A word that exists is never taken for another, but for the few that people confuse.
"""

from goedgesprek_tui.clean.rating.language import Language
from goedgesprek_tui.clean.rating.sentences import Sentence, Word

MIN_TYPED = 3
MAX_TYPED = 14


def mended(language: Language, sentence: Sentence, kept: frozenset[int] = frozenset()) -> Sentence:
    """Return a sentence with each slip put right that can be one; not in the words that begin at `kept`."""
    meant = {word.at: _meant(language, word, kept) for word in sentence.words}
    if all(len(words) == 1 and words[0] in sentence.words for words in meant.values()):
        return sentence
    line, placed, at = "", [], 0
    for piece in sentence.line.split(" "):
        for word in meant.get(at, ()):
            placed.append(word._replace(at=len(line)))
            line += f"{word.low} "
        line += "" if at in meant else f"{piece} "
        at += len(piece) + 1
    return Sentence(line.rstrip(), tuple(placed), sentence.end)


def one_slip(typed: str, word: str) -> bool:
    """Return whether two words differ by one letter: another, one more, one less, or two swapped."""
    if abs(len(typed) - len(word)) > 1:
        return False
    front = next((n for n, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), None)
    if front is None:
        return True
    here, there = typed[front:], word[front:]
    swapped = here[:2] == there[1::-1] and here[2:] == there[2:]
    return swapped or here[1:] == there[1:] or here[1:] == there or here == there[1:]


def _meant(language: Language, word: Word, kept: frozenset[int]) -> tuple[Word, ...]:
    """Return the words that somebody may have meant by a word, most often that word alone."""
    meant = () if word.start in kept else _slip(language, word.low)
    return tuple(word._replace(low=low) for low in meant) or (word,)


def _slip(language: Language, low: str) -> tuple[str, ...]:
    """Return the word, or the two in one, that a slip was made in; nothing when it is none."""
    if low in language.confused:
        return (language.confused[low],)
    if not MIN_TYPED <= len(low) <= MAX_TYPED or language.known(low):
        return ()
    frames = language.words("frames")
    if low in frames:
        return ()
    for at in range(2, len(low) - 1):
        if low[:at] in frames and low[at:] in frames:
            return low[:at], low[at:]
    near = [word for word in frames if len(word) >= MIN_TYPED and one_slip(low, word)]
    return (min(near, key=lambda word: (_strange(low, word), word)),) if near else ()


def _strange(typed: str, word: str) -> int:
    """Return how unlikely it is that one word was typed for another: least when its letters were swapped."""
    if sorted(typed) == sorted(word):
        return 0
    return 1 if len(typed) != len(word) else 2
