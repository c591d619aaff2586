"""What is said of somebody in a sentence: feelings, qualities, and what is done to them."""

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.chunk import (
    FEELING,
    LIVING,
    METAPHOR,
    QUALITY,
    STRENGTHENERS,
    STRESSES,
    VERB,
    Chunk,
    Line,
    is_listed,
    is_sure,
    is_verb_here,
)
from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import is_plural
from goedgesprek_tui.clean.phrases import phrases
from goedgesprek_tui.clean.troubles import COLD, DENIAL, FEEL
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle

NEAR = 6
COPULAS = FEEL | frozenset(
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
HAVING = frozenset("heb hebt heeft hebben had hadden".split())
UNDERGOING = frozenset("word wordt worden werd werden raak raakt raakte".split())
BECOME = frozenset("geworden gevoeld geweest".split())
BEING = frozenset("ben bent is was waren".split())
SOMEBODY = closed.NOMINATIVE | frozenset("ze je iedereen niemand iemand".split())
PRAISE = frozenset("top prima super".split())
HOW = frozenset("anders slecht goed apart ongelijk netjes".split())


def feeling(line: Line, at: int) -> Chunk | None:
    """Return a word for a feeling, where it is one."""
    word = line.words[at]
    if FEEL & set(line.words[max(at - 3, 0) : at + 2]) and is_participle(word):
        return Chunk(_with_denial(line, at), at + 1, FEELING)
    if not is_listed(word, "words_feelings") or is_verb_here(line, at) or tells_deed(line, at):
        return None
    only = word in NOT_ALWAYS_FELT and (
        line.after(at) in ("nog", "maar", "als", "al") or not _is_said_of(line, at)
    )
    only = only or (word == "alleen" and (at == 0 or at in line.pauses or at + 1 in line.names))
    undergone = line.after(at) not in BECOME and is_participle(line.after(at)) and line.joins(at, at + 2)
    end = at + 1 + (undergone and bool(UNDERGOING & set(line.around(at))))
    return None if only else Chunk(_with_denial(line, at), end, FEELING)


def tells_deed(line: Line, at: int) -> bool:
    """Return whether a participle tells what somebody did, and is not felt: `ik heb niks begrepen`."""
    return (
        is_participle(line.words[at]) and bool(HAVING & set(line.around(at))) and "gevoeld" not in line.words
    )


def treated(line: Line, at: int) -> Chunk | None:
    """Return what is done to somebody or has become of them: `uitgelachen`, `anders behandeld`."""
    word, around = line.words[at], set(line.around(at))
    how = line.before(at) if at not in line.pauses else ""
    bleached = _verb_of(word) in word_list("words_bleached") and how not in HOW
    if not is_participle(word) or bleached or phrases("pro_less").holds(word):
        return None
    if UNDERGOING & around:
        score = LIVING if _is_somebody_in(line, at) else QUALITY
    elif HAVING & around:
        score = VERB
    elif BEING & around or _is_predicate(line, at):
        score = QUALITY
    else:
        return None
    if DENIAL & around:
        start = line.denied_from(at)
        return Chunk(start, at + 1, score) if start < at else None
    described = is_adjective(how) and how not in word_list("words_faint") | closed.ADVERBS
    return Chunk(at - (how in HOW or described), at + 1, score)


def quality(line: Line, at: int) -> Chunk | None:
    """Return an adjective, or what somebody is doing, as `stil` or `stralend`, where it is said of them."""
    word = line.words[at]
    doing = word.endswith("end") and is_infinitive(word[:-1])
    if doing and is_listed(word[:-1], "words_metaphor_verbs"):
        return Chunk(at, at + 1, METAPHOR - 5)
    said = (
        (is_adjective(word) or word in COLD) and not is_listed(word, "words_faint") and _is_said_of(line, at)
    )
    done = is_participle(word) and not {*HAVING, *UNDERGOING}.isdisjoint(line.around(at))
    done = done or (is_participle(line.after(at)) and not UNDERGOING.isdisjoint(line.around(at)))
    if done or not (doing or said or word in PRAISE):
        return None
    living = _is_somebody_in(line, at)
    return Chunk(_with_denial(line, at), at + 1, LIVING if living else QUALITY)


def _verb_of(participle: str) -> str:
    """Return the infinitive of a participle, as far as it is known."""
    read = finite(participle.removeprefix("ge"))
    return read.infinitive if read and participle.startswith("ge") else lemma(participle)


def _is_predicate(line: Line, at: int) -> bool:
    """Return whether `zijn` is the verb of the clause around a place, and does not say whose something is."""
    said = line.around(at)
    pairs = zip(said, said[1:], strict=False)
    return said[-1] == "zijn" or any(
        after == "zijn" and (before in closed.SUBJECTS or is_plural(before)) for before, after in pairs
    )


def _with_denial(line: Line, at: int) -> int:
    """Return where a quality begins with the `niet` in front of it: `niet gehoord` is what was felt."""
    start = at - 1 if line.before(at) in ("zo", "echt", "meer") else at
    return start - 1 if start and line.words[start - 1] == "niet" and line.joins(start - 1, at + 1) else at


def _is_said_of(line: Line, at: int) -> bool:
    """Return whether an adjective is said of somebody or something: a verb of being near, no noun behind."""
    if is_sure(line.after(at)) and at + 1 not in line.pauses:
        return False
    near = {*line.words[max(at - NEAR, 0) : at], *line.words[at + 1 : at + 4]}
    return bool(near & COPULAS) or line.before(at) in STRENGTHENERS | STRESSES


def _is_somebody_in(line: Line, at: int) -> bool:
    """Return whether a person is named in the clause around a place."""
    around = line.around(at)
    return any(word in SOMEBODY or word in word_list("words_persons") for word in around)
