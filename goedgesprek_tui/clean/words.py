"""Choosing the words of a note that can be asked on: exactly what was said, best first."""

import re
from collections import Counter
from collections.abc import Iterator

from goedgesprek_tui.clean.chunk import STRESSED, THING, WANTED, Chunk, Line, is_listed
from goedgesprek_tui.clean.chunks import STRESSES, chunks
from goedgesprek_tui.clean.clauses import clause_of
from goedgesprek_tui.clean.harm import harm_in
from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.names import names_in
from goedgesprek_tui.clean.segments import Segment, sentences
from goedgesprek_tui.clean.tokens import low_words
from goedgesprek_tui.clean.wishes import wish_in

__all__ = ["candidates", "clause_of", "harm_in", "occurs"]

MAX_CANDIDATES = 9
PLACE_OF_CLAUSE = 2
QUOTED = re.compile(r"[\"“„‘«]([^\"“”„‘’«»]{2,60})[\"”’»]|(?<![\w'])'([^'\s][^']{1,60}?)'(?!\w)")
LONGEST_QUOTE = 6
CUT = re.compile(r"[-'’][\w'’]")


def candidates(text: str) -> tuple[str, ...]:
    """Return stretches of the text to ask on, best first; none when there is a word of harm in it.

    First come images, then what is wanted, feelings, what was repeated or stressed, big words and other
    nouns; names of people and disorders never. The last clause stands third, or first when there is
    nothing better.
    """
    if harm_in(text):
        return ()
    found = sorted(_scored(text), key=lambda scored: scored[0], reverse=True)
    words = [said for _, said in found]
    clause = clause_of(text)
    if clause and not _names_somebody(clause, text):
        best = found[0][0] if found else 0
        words.insert(0 if best <= THING else PLACE_OF_CLAUSE, clause)
    unique = {said.casefold(): said for said in reversed(words)}
    return tuple(dict.fromkeys(unique[said.casefold()] for said in words))[:MAX_CANDIDATES]


def occurs(words: str, text: str) -> str | None:
    """Return the words as they stand in the text, whatever case they were typed in; None if they do not."""
    found = re.search(re.escape(words.strip()), text, re.IGNORECASE) if words.strip() else None
    return found[0] if found else None


def _scored(text: str) -> Iterator[tuple[float, str]]:
    """Give the stretches with what they promise; of equals the one that was said later promises more."""
    times = Counter(lemma(word) for word in low_words(text))
    for found in QUOTED.finditer(text):
        quote = (found[1] or found[2]).strip(" .,!?…")
        whole = quote and quote[0].isalpha() and quote[-1].isalpha() and len(quote.split()) <= LONGEST_QUOTE
        if whole and not _names_somebody(quote, text):
            yield WANTED - 5, quote
    for sentence in sentences(text):
        line = _line(text, sentence)
        wish = wish_in(sentence.words)
        for chunk in chunks(line):
            start, end = sentence.tokens[chunk.start].start, sentence.tokens[chunk.end - 1].end
            if not _is_whole(text, start, end):
                continue
            score = _raised(line, chunk, times, bool(wish) and chunk.start > wish[0].start)
            yield score + start / (len(text) + 1), text[start:end]


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


def _names_somebody(clause: str, text: str) -> bool:
    named = {part.tokens[at].low for part in sentences(text) for at in names_in(text, part.tokens)}
    said = set(low_words(clause))
    return bool(named & said) or any(is_listed(word, "words_diagnoses", "words_insults") for word in said)
