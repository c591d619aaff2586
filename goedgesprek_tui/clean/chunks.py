"""Finding in a sentence the stretches one can ask on: sayings, noun phrases, feelings, infinitives, verbs."""

from collections.abc import Iterator

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.chunk import (
    BARE,
    BIG,
    LITTLE,
    LIVING,
    METAPHOR,
    NOUN,
    PLACED,
    QUALITY,
    STRENGTHENERS,
    THING,
    VERB,
    WANTED,
    Chunk,
    Line,
    is_auxiliary,
    is_listed,
    is_verb_here,
    worth,
)
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.noun_chunks import (
    NOTHING,
    described_noun,
    noun_chunk_at,
    what_lacks,
    with_what_belongs,
)
from goedgesprek_tui.clean.nouns import gender_of, is_noun
from goedgesprek_tui.clean.phrases import phrases
from goedgesprek_tui.clean.said_of import PRAISE, feeling, quality, tells_deed, treated
from goedgesprek_tui.clean.troubles import DENIAL
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle

PERCEIVING = frozenset("zie zien ziet zag zagen hoor hoort hoorde horen voel voelt voelde laat laten".split())
LITTLE_BUT_SAYING = frozenset(["samen", "alleen", "gelukkig", "erbij"])
JOINING = frozenset("horen hoor hoort zijn ben is wil".split())
NEVER_ALONE = ("words_persons", "words_insults", "words_diagnoses", "words_empty")
LEADS_INFINITIVE = frozenset(
    "is was wordt werd blijft het samen van met bij door voor over en of als alleen".split()
)


def chunks(line: Line) -> Iterator[Chunk]:
    """Give the stretches to ask on; of a noun phrase with something behind it the short and the long form."""
    taken = {at for run in phrases("words_skip").find(line.words) for at in range(*run)}
    for run in phrases("words_idioms").find(line.words):
        if line.joins(*run):
            taken |= set(range(*run))
            yield Chunk(run.start, run.end, METAPHOR + 5)
    for at in range(len(line.words)):
        found = None if at in taken else noun_chunk_at(line, at) or _single(line, at)
        others = (with_what_belongs(line, found), what_lacks(line, found)) if found else ()
        for chunk in (found, *others):
            if chunk:
                taken |= set(range(chunk.start, chunk.end))
                yield chunk


def _single(line: Line, at: int) -> Chunk | None:
    """Return what can be asked on without article: an infinitive, a feeling, a noun, a quality or a verb."""
    word = line.words[at]
    if at in line.names or not word.isalpha() or len(word) < 3:
        return None
    if (word in LITTLE and word not in LITTLE_BUT_SAYING) or word in closed.CONTRACTED:
        return None
    if word in word_list("words_faint"):
        return None if is_listed(line.after(at), "words_persons") else described_noun(line, at)
    if is_listed(word, *NEVER_ALONE) or is_auxiliary(word):
        return None
    reads = (_infinitive, described_noun, feeling, treated, _bare_noun, quality, _verb)
    return next((found for read in reads if (found := read(line, at))), None)


def _infinitive(line: Line, at: int) -> Chunk | None:
    """Return an infinitive that stands as a noun, with `samen`, `niet` or a second one beside it."""
    words, word = line.words, line.words[at]
    image = is_listed(word, "words_metaphor_verbs")
    if word == "samen":
        return Chunk(at, at + 2, WANTED + 2) if _is_deed(line.after(at)) and line.joins(at, at + 2) else None
    if not is_infinitive(word) and not (image and word.endswith("en")):
        return None
    if line.after(at) == "en" and is_infinitive(line.after(at + 1)) and line.joins(at, at + 3):
        return Chunk(at, at + 3, METAPHOR if image else NOUN)
    nominal = line.before(at) in LEADS_INFINITIVE or (line.before(at) == "om" and "te" not in words[at:])
    if line.before(at) == "te" and at > 1 and words[at - 2] in NOTHING and line.joins(at - 2, at + 1):
        return Chunk(at - 2, at + 1, QUALITY)
    if is_listed(word, "words_bleached"):
        return None
    if nominal:
        return Chunk(at, at + 1, METAPHOR - 5 if image else QUALITY)
    if image and not PERCEIVING.isdisjoint(line.around(at)):
        return Chunk(at, at + 1, LIVING)
    start = line.denied_from(at)
    return Chunk(start, at + 1, QUALITY) if start < at else None


def _is_deed(word: str) -> bool:
    return word == "eten" or (is_infinitive(word) and not is_listed(word, "words_plain", "words_persons"))


def _bare_noun(line: Line, at: int) -> Chunk | None:
    word, value, led = line.words[at], worth(line.words[at]), line.before(at) in closed.PREPOSITIONS
    joining = word != "erbij" or len(line.words) == 1 or bool(JOINING & set(line.words))
    listed = is_noun(word) or (value in (BIG, WANTED) and joining) or _is_noun_here(line, at)
    if is_verb_here(line, at) or not listed or tells_deed(line, at):
        return None
    deed = is_infinitive(word) and word in word_list("words_bleached")
    praised = word in PRAISE or (is_adjective(word) and line.before(at) in STRENGTHENERS)
    if (led and value == THING) or (deed and not led) or (praised and value < BIG):
        return None
    return Chunk(at, at + 1, (PLACED if led else BARE) if value == NOUN else value)


def _verb(line: Line, at: int) -> Chunk | None:
    """Return a verb that says something, with its other half when that stands right behind it.

    One that is denied says the opposite alone: `luistert` of `luistert nooit`.
    """
    word = line.words[at]
    read = finite(word)
    if not read or is_noun(word) or is_adjective(word) or is_participle(word):
        return None
    if is_listed(word, "words_bleached") or read.infinitive in word_list("words_bleached"):
        return None
    if not DENIAL.isdisjoint(line.around(at)):
        return None
    joined = f"{line.after(at)}{read.infinitive}"
    if joined in word_list("words_metaphor_verbs") and line.joins(at, at + 2):
        return Chunk(at, at + 2, BARE + 2, verb=True)
    return Chunk(at, at + 1, BARE + 2 if is_listed(word, "words_metaphor_verbs") else VERB, verb=True)


def _is_noun_here(line: Line, at: int) -> bool:
    """Return whether a word that may be a noun stands beside the verb of its clause: `hij krijgt straf`."""
    word, read = line.words[at], finite(line.words[at])
    bleached = read is not None and read.infinitive in word_list("words_bleached")
    if bleached or not gender_of(word) or is_infinitive(word) or line.before(at) in DENIAL:
        return False
    others = [other for other in line.around(at) if other != word]
    return any(finite(other) and not is_noun(other) and other not in LITTLE for other in others)
