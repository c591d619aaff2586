"""Cutting what somebody said into sentences, and sentences where a new main clause begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import is_noun
from goedgesprek_tui.clean.tokens import Token, tokens
from goedgesprek_tui.clean.verbs import finite

END = re.compile(r"[.!?…;][\"'”’)\]»]*(?:\s|$)|[.!?…]{2}|\n|\s[-–—]+\s")
PAUSE = re.compile(r"[,:;()–—]")
FRONT = 8
LONGEST = 200
"""A sentence without any end is cut after so many words, to stay quick."""

LINKS = frozenset("maar en dus want of doch".split())
TURNS = frozenset("maar want dus".split())
PRONOUNS = frozenset("ik 'k we wij hij ze zij het 't je jij u jullie er".split())
SUBJECTS = PRONOUNS | frozenset("iedereen niemand iemand alles dat dit die".split())
FRONTS = SUBJECTS | frozenset("dan nu daar hier toen zo soms thuis straks nou daarom ineens opeens".split())
DETERMINERS = frozenset("de het een mijn m'n onze ons zijn haar hun die dat deze dit elke sommige".split())
BEHIND_VERB = DETERMINERS - {"die", "dat"}
SUBORDINATORS = frozenset(
    """
    dat omdat als of terwijl wanneer toen zodat zodra doordat hoewel voordat nadat totdat sinds tenzij alsof
    mits opdat zolang wie wat waar hoe waarom
    """.split()
)


@dataclass(frozen=True)
class Segment:
    """A sentence, or the stretch of it with one main clause; a question mark ends its sentence or not."""

    tokens: tuple[Token, ...]
    question: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(token.low for token in self.tokens)


def sentences(text: str) -> Iterator[Segment]:
    """Give the sentences of a text that hold a word."""
    said = tokens(text)
    start = 0
    for at, token in enumerate(said):
        last = at + 1 == len(said)
        gap = text[token.end : len(text) if last else said[at + 1].start]
        if last or END.search(gap) or at - start + 1 == LONGEST:
            yield Segment(said[start : at + 1], "?" in gap)
            start = at + 1


def segments(text: str) -> Iterator[Segment]:
    """Give the stretches of a text with one main clause each, as far as word order shows them."""
    for sentence in sentences(text):
        yield from _cut(text, sentence)


def starts_main(words: Sequence[str], at: int) -> bool:
    """Return whether a main clause seems to begin at a word: a subject or a front, and its verb."""
    first, *rest = words[at : at + 3]
    if not rest or first in SUBORDINATORS - FRONTS:
        return False
    if first in FRONTS and _is_verb(rest[0]):
        names_noun = first in DETERMINERS and is_noun(rest[0])
        return not names_noun and not (first == "ik" and _is_plural(rest[0]))
    return first in DETERMINERS - FRONTS and len(rest) > 1 and _is_verb(rest[1])


def starts_inverted(words: Sequence[str], at: int) -> bool:
    """Return whether a verb with its subject behind it stands here, as behind `als …,`."""
    return at + 1 < len(words) and words[at + 1] in PRONOUNS and _is_verb(words[at])


def starts_fronted(words: Sequence[str], at: int) -> bool:
    """Return whether a main clause begins with a phrase of time, place or view: `volgens mij is hij moe`."""
    if words[at] not in closed.PREPOSITIONS | closed.ADVERBS:
        return False
    places = range(at + 1, min(at + FRONT, len(words) - 1))
    return any(_is_verb(words[place]) and words[place + 1] in PRONOUNS | BEHIND_VERB for place in places)


def _is_main(words: Sequence[str]) -> bool:
    """Return whether words are a main clause: a verb with its subject, and no conjunction in front."""
    if words[0] in SUBORDINATORS - FRONTS:
        return False
    return any(starts_main(words, at) or starts_inverted(words, at) for at in range(min(len(words), FRONT)))


def _is_plural(verb: str) -> bool:
    read = finite(verb)
    return read is not None and read.plural and not read.first


def _is_verb(word: str) -> bool:
    return finite(word) is not None and word not in word_list("words_no_verb")


def _cut(text: str, sentence: Segment) -> Iterator[Segment]:
    said, words = sentence.tokens, sentence.words
    start = 0
    for at in range(1, len(said)):
        linked, paused = words[at] in LINKS, bool(PAUSE.search(text[said[at - 1].end : said[at].start]))
        begins = at + linked
        if not (linked or paused) or begins >= len(said):
            continue
        if at - start == 1 and words[at] == "en" and words[start] in closed.NOMINATIVE:
            continue
        turns = words[at] in TURNS and paused
        fronted = starts_fronted(words, begins) and _is_main(words[start:at])
        if turns or fronted or starts_main(words, begins) or (linked and starts_inverted(words, begins)):
            yield Segment(said[start:at], sentence.question)
            start = at
    yield Segment(said[start:], sentence.question)
