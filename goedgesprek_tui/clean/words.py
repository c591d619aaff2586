"""Choosing the words of a note that can be asked on: exactly what was said, best first."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.chunk import (
    BARE,
    LIVING,
    PLACED,
    QUALITY,
    STRESSED,
    STRESSES,
    THING,
    WANTED,
    Chunk,
    Line,
    is_listed,
    worth,
)
from goedgesprek_tui.clean.chunks import chunks
from goedgesprek_tui.clean.clauses import clause_of
from goedgesprek_tui.clean.harm import harm_in
from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.names import names_in
from goedgesprek_tui.clean.phrases import Run
from goedgesprek_tui.clean.segments import Segment, sentences
from goedgesprek_tui.clean.tokens import low_words
from goedgesprek_tui.clean.troubles import trouble
from goedgesprek_tui.clean.wishes import wish_in

MAX_CANDIDATES = 9
PLACE_OF_CLAUSE = 2
QUOTED = re.compile(r"[\"“„‘«]([^\"“”„‘’«»]{2,60})[\"”’»]|(?<![\w'])'([^'\s][^']{1,60}?)'(?!\w)")
LONGEST_QUOTE = 6
CUT = re.compile(r"[-'’][\w'’]")


class Scored(NamedTuple):
    """A stretch as it stands in the text, with what it promises there, and whether it is a verb alone."""

    score: float
    words: str
    verb: bool = False


def candidates(text: str) -> tuple[str, ...]:
    """Return stretches of the text to ask on, best first; none when there is a word of harm in it.

    First come images, then what is wanted, feelings, what was repeated or stressed, what is said of somebody
    or heard as trouble, big words and other nouns; names of people and disorders never. The last clause
    stands third, or first when there is nothing better than a place, a thing or a verb alone.
    """
    if harm_in(text):
        return ()
    found = sorted(_scored(text), key=lambda one: one.score, reverse=True)
    words = [one.words for one in found]
    clause = clause_of(text)
    if clause and not _names_somebody(clause, text):
        weak = not found or found[0].verb or found[0].score < THING + 1 or PLACED <= found[0].score < QUALITY
        words.insert(0 if weak else PLACE_OF_CLAUSE, clause)
    unique = {said.casefold(): said for said in reversed(words)}
    return tuple(dict.fromkeys(unique[said.casefold()] for said in words))[:MAX_CANDIDATES]


def _scored(text: str) -> Iterator[Scored]:
    """Give the stretches with what they promise; of equals the one that was said later promises more.

    A part of another, as `rust` of `geen rust`, never promises more than the whole, and what was wrong less
    than the wish that came after it.
    """
    yield from (Scored(WANTED - 5, quote) for quote in _quoted(text))
    turn = low_words(text)
    times = Counter(map(lemma, turn))
    said = list(sentences(text))
    wishing = max((at for at, sentence in enumerate(said) if wish_in(sentence.words)), default=0)
    for at, sentence in enumerate(said):
        line = _line(text, sentence)
        wish, unwanted = wish_in(sentence.words), trouble(sentence.words, turn)
        wished_from = wish[0].start if wish else len(line.words)
        ends: dict[int, float] = {}
        for chunk in chunks(line):
            start, end = sentence.tokens[chunk.start].start, sentence.tokens[chunk.end - 1].end
            if not _is_whole(text, start, end):
                continue
            score = _raised(line, chunk, times, chunk.start > wished_from)
            if any(_is_heard_in(line, chunk, run) for run in unwanted):
                heard = BARE + 1 if chunk.verb else LIVING + chunk.score / 100
                score = heard if at < wishing else max(score, heard)
            score += start / (len(text) + 1)
            ends[chunk.end] = score = min(score, ends[chunk.end] - 1) if chunk.end in ends else score
            yield Scored(score, text[start:end], chunk.verb)


def _quoted(text: str) -> Iterator[str]:
    """Give what stands between quotation marks, as far as it is short and names nobody."""
    for found in QUOTED.finditer(text):
        quote = (found[1] or found[2]).strip(" .,!?…")
        whole = quote and quote[0].isalpha() and quote[-1].isalpha() and len(quote.split()) <= LONGEST_QUOTE
        if whole and not _names_somebody(quote, text):
            yield quote


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a stretch begins and ends where words do: not in the middle of `spring-in-'t-veld`."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return not (CUT.match(after) or CUT.match(before[::-1]))


def _line(text: str, sentence: Segment) -> Line:
    said = sentence.tokens
    apart = (at for at in range(1, len(said)) if text[said[at - 1].end : said[at].start].strip())
    return Line(sentence.words, frozenset(apart), names_in(text, said))


def _raised(line: Line, chunk: Chunk, times: Counter[str], wished: bool) -> float:
    """Return what a stretch promises in its place: more in a wish, stressed, or said more than once."""
    score, head = chunk.score, line.words[chunk.end - 1]
    if wished and THING < score < WANTED:
        score = min(score + 25, WANTED - 1)
    stressed = chunk.start > 0 and line.words[chunk.start - 1] in STRESSES
    if (stressed or times[lemma(head)] > 1) and score >= THING:
        score = max(score, STRESSED) + 3
    return score


def _is_heard_in(line: Line, chunk: Chunk, run: Run) -> bool:
    """Return whether what is unwanted is heard in a stretch, but for `te` before or a preposition behind."""
    start = run.start + (line.words[run.start] in ("te", "zo", "heel", "erg"))
    end = run.end - (line.words[run.end - 1] in closed.PREPOSITIONS and run.end - run.start > 1)
    is_thing = end == chunk.end and worth(line.words[end - 1]) == THING
    return chunk.start <= start and end <= chunk.end and not is_thing


def _names_somebody(clause: str, text: str) -> bool:
    named = {part.tokens[at].low for part in sentences(text) for at in names_in(text, part.tokens)}
    said = set(low_words(clause))
    return bool(named & said) or any(is_listed(word, "words_diagnoses", "words_insults") for word in said)
