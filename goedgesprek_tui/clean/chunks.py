"""Finding in a sentence the stretches one can ask on: sayings, noun phrases, feelings, infinitives, verbs."""

from collections.abc import Iterator

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.chunk import (
    BIG,
    FEELING,
    LITTLE,
    METAPHOR,
    NOUN,
    QUALITY,
    STRENGTHENERS,
    THING,
    VERB,
    WANTED,
    Chunk,
    Line,
    is_listed,
    is_sure,
    worth,
)
from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.noun_chunks import described_noun, noun_phrase, with_what_belongs
from goedgesprek_tui.clean.nouns import is_noun
from goedgesprek_tui.clean.phrases import phrases
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle

NEAR = 6
FELT = frozenset("voel voelt voelen voelde voelden".split())
STRESSES = frozenset("zo echt altijd zoveel".split())
COPULAS = FELT | frozenset(
    """
    ben bent is zijn was waren word wordt worden werd werden geworden vind vindt vinden vond maakt maken
    maakte lijkt leek blijf blijft blijven bleef zit zitten raak raakt raken
    """.split()
)
NOT_ALWAYS_FELT = frozenset(
    """
    alleen gelukkig klein zeker vrij licht sterk vreemd stom dom rot zat serieus geraakt veilig gezien gehoord
    begrepen rustig leeg vol verloren verrast overvallen welkom zwaar warm koud
    """.split()
)
TAKES_PARTICIPLE = frozenset("heb heeft hebben had hadden word wordt worden werd werden".split())
LITTLE_BUT_SAYING = frozenset(["samen", "alleen", "gelukkig"])
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
        found = None if at in taken else noun_phrase(line, at) or _single(line, at)
        longer = with_what_belongs(line, found) if found else None
        for chunk in (found, longer):
            if chunk:
                taken |= set(range(chunk.start, chunk.end))
                yield chunk


def _single(line: Line, at: int) -> Chunk | None:
    """Return what can be asked on without article: an infinitive, a feeling, a noun, a quality or a verb."""
    word = line.words[at]
    if at in line.names or not word.isalpha() or len(word) < 3:
        return None
    if (word in LITTLE and word not in LITTLE_BUT_SAYING) or word in word_list("words_faint"):
        return None
    if is_listed(word, *NEVER_ALONE):
        return None
    reads = (_infinitive, described_noun, _feeling, _bare_noun, _quality, _verb)
    return next((found for read in reads if (found := read(line, at))), None)


def _infinitive(line: Line, at: int) -> Chunk | None:
    """Return an infinitive that stands as a noun, with `samen` or a second one beside it."""
    words, word = line.words, line.words[at]
    image = is_listed(word, "words_metaphor_verbs")
    if word == "samen":
        return Chunk(at, at + 2, WANTED + 2) if _is_deed(line.after(at)) and line.joins(at, at + 2) else None
    if not is_infinitive(word) and not (image and word.endswith("en")):
        return None
    if line.after(at) == "en" and is_infinitive(line.after(at + 1)) and line.joins(at, at + 3):
        return Chunk(at, at + 3, METAPHOR if image else NOUN)
    nominal = line.before(at) in LEADS_INFINITIVE or (line.before(at) == "om" and "te" not in words[at:])
    if not nominal or is_listed(word, "words_bleached"):
        return None
    return Chunk(at, at + 1, METAPHOR - 5 if image else QUALITY)


def _is_deed(word: str) -> bool:
    return word == "eten" or (is_infinitive(word) and not is_listed(word, "words_plain", "words_persons"))


def _feeling(line: Line, at: int) -> Chunk | None:
    word = line.words[at]
    if FELT & set(line.words[max(at - 3, 0) : at + 2]) and is_participle(word):
        return Chunk(at, at + 1, FEELING)
    if not is_listed(word, "words_feelings") or _is_verb_here(line, at):
        return None
    only = word in NOT_ALWAYS_FELT and (
        line.after(at) in ("nog", "maar", "als", "al") or not _is_said_of(line, at)
    )
    only = only or (word == "alleen" and (at == 0 or at in line.pauses or at + 1 in line.names))
    return None if only else Chunk(_with_denial(line, at), at + 1, FEELING)


def _bare_noun(line: Line, at: int) -> Chunk | None:
    word, value, led = line.words[at], worth(line.words[at]), line.before(at) in closed.PREPOSITIONS
    joining = word != "erbij" or len(line.words) == 1 or bool(JOINING & set(line.words))
    if _is_verb_here(line, at) or not (is_noun(word) or (value in (BIG, WANTED) and joining)):
        return None
    deed = is_infinitive(word) and word in word_list("words_bleached")
    return None if (led and value == THING) or (deed and not led) else Chunk(at, at + 1, value)


def _quality(line: Line, at: int) -> Chunk | None:
    word = line.words[at]
    doing = word.endswith("end") and is_infinitive(word[:-1])
    if is_participle(word) and TAKES_PARTICIPLE & set(line.words[max(at - NEAR, 0) : at + 3]):
        return None
    if doing or (is_adjective(word) and not is_listed(word, "words_faint") and _is_said_of(line, at)):
        return Chunk(_with_denial(line, at), at + 1, QUALITY)
    return None


def _with_denial(line: Line, at: int) -> int:
    """Return where a quality begins with the `niet` in front of it: `niet gehoord` is what was felt."""
    start = at - 1 if line.before(at) in ("zo", "echt", "meer") else at
    return start - 1 if start and line.words[start - 1] == "niet" and line.joins(start - 1, at + 1) else at


def _verb(line: Line, at: int) -> Chunk | None:
    """Return a verb that says something, with its other half when that stands right behind it."""
    word = line.words[at]
    read = finite(word)
    if not read or is_noun(word) or is_adjective(word) or is_participle(word):
        return None
    if is_listed(word, "words_bleached") or read.infinitive in word_list("words_bleached"):
        return None
    if is_listed(f"{line.after(at)}{lemma(word)}", "words_metaphor_verbs") and line.joins(at, at + 2):
        return Chunk(at, at + 2, VERB + 5)
    return Chunk(at, at + 1, VERB + 5 * is_listed(word, "words_metaphor_verbs"))


def _is_verb_here(line: Line, at: int) -> bool:
    """Return whether a word stands beside a subject as its verb."""
    subjects = closed.NOMINATIVE
    follows = line.after(at) in subjects and at + 1 not in line.pauses
    beside = follows or (line.before(at) in subjects | {"ze", "je", "wie"} and at not in line.pauses)
    return beside and finite(line.words[at]) is not None


def _is_said_of(line: Line, at: int) -> bool:
    """Return whether an adjective is said of somebody or something: a verb of being near, no noun behind."""
    if is_sure(line.after(at)) and at + 1 not in line.pauses:
        return False
    near = {*line.words[max(at - NEAR, 0) : at], *line.words[at + 1 : at + 4]}
    return bool(near & COPULAS) or line.before(at) in STRENGTHENERS | STRESSES
