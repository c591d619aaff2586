"""Finding noun phrases to ask on: an article or a possessive, adjectives, a noun, and what belongs to it."""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.chunk import (
    BIG,
    FEELING,
    METAPHOR,
    NOUN,
    PLACED,
    THING,
    WANTED,
    Chunk,
    Line,
    can_be_head,
    is_attributive,
    is_auxiliary,
    is_listed,
    is_sure,
    stands_before,
    worth,
)
from goedgesprek_tui.clean.lemmas import known
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import Gender, gender_of, is_noun, is_plural
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle

NOTHING = frozenset(["niks", "niets"])
DETERMINERS = (closed.DETERMINERS | NOTHING) - {"me", "mn", "je", "jullie"}
LACKING = NOTHING | {"geen"}
TOO = frozenset("veel weinig".split())
SCARCE = LACKING | {"weinig", "teveel"}
BEFORE_VERBS = NOTHING | frozenset("veel weinig meer minder genoeg zoveel evenveel teveel wat al".split())
SINGLE = frozenset("enkel enkele".split())
POINTING = frozenset("die dat deze dit zo'n".split())
UNSURE = frozenset("het 't die dat dit zijn haar hun ons één".split())
FOR_HET = frozenset("het 't dat dit ons".split())
WHOM = frozenset("haar hun ons".split())
HAVE = frozenset("heb hebt heeft hebben had hadden".split())
AMOUNTS = frozenset("beetje hoop boel paar soort aantal stuk stukje kopje glas reeks".split())
TELLS_WHICH = frozenset(
    "andere eigen oudste jongste middelste nieuwe oude eerste tweede beide alle hele".split()
)
BEFORE_MINE = closed.PREPOSITIONS | closed.COORDINATORS | {""}
LIKENS = frozenset("is was zijn waren wordt werd blijft als".split())


def noun_chunk_at(line: Line, at: int) -> Chunk | None:
    """Return the noun phrase that begins with the determiner at a place.

    `veel` and `elke` stay out of it; `geen`, `te veel` and `te weinig` stay in, for without them it would
    tell the opposite.
    """
    words = line.words
    mine = words[at] in ("me", "mn") and is_sure(line.after(at)) and line.before(at) in BEFORE_MINE
    if not (words[at] in DETERMINERS or mine) or line.after(at) in ("", "te"):
        return None
    if words[at] in WHOM and _is_done(line, at + 1):
        return None
    if words[at] in ("die", "dat") and is_noun(line.before(at)) and at not in line.pauses:
        return None
    if _is_doing(line, at):
        image = is_listed(words[at + 1], "words_metaphor_verbs")
        return Chunk(at, at + 2, METAPHOR if image else max(worth(words[at + 1]), NOUN))
    start, first = _start(line, at), at + 1 + (line.after(at) in SINGLE)
    if words[first : first + 1] and words[first] in AMOUNTS and is_sure(line.after(first)):
        first += 1
        start = start if words[at] in SCARCE else first
    head = _head(words, first) if first < len(words) else first
    if (
        not line.joins(start, head + 1)
        or not can_be_head(words[head])
        or not _goes_with(words[at], words[head])
    ):
        return None
    found = _valued(words, start, first, head + 1)
    return _placed(line, start, found) if found else None


def described_noun(line: Line, at: int) -> Chunk | None:
    """Return a noun without article behind its adjective, as `lege handen`."""
    if not line.words[at].endswith("e") or not line.joins(at, at + 2) or not is_attributive(line.words[at]):
        return None
    return _valued(line.words, at, at, at + 2) if is_sure(line.words[at + 1]) else None


def with_what_belongs(line: Line, found: Chunk) -> Chunk | None:
    """Return a noun phrase with the phrase behind it that belongs to it: `die brieven van school`."""
    words, at = line.words, found.end
    head = words[at - 1]
    if at + 1 >= len(words) or not (is_noun(head) or found.end - found.start > 1):
        return None
    if words[at] not in ("van", "vol") and f"{head} {words[at]}" not in word_list("words_with"):
        return None
    first = at + 1 + (words[at + 1] in closed.DETERMINERS)
    last = _head(words, first) if first < len(words) else first
    if last >= len(words) or not is_sure(words[last]) or not line.joins(found.start, last + 1):
        return None
    return Chunk(found.start, last + 1, found.score - 1)


def what_lacks(line: Line, found: Chunk) -> Chunk | None:
    """Return the noun of `geen rust` or `te weinig contact` alone, when it is what people want."""
    words = line.words
    at = found.start + (words[found.start] == "te")
    if words[at] not in SCARCE | TOO or not _is_wanted(words[found.end - 1]):
        return None
    at += 1 + (words[at + 1] in SINGLE)
    return Chunk(at, found.end, found.score - 2) if at < found.end else None


def _is_wanted(noun: str) -> bool:
    return worth(noun) == WANTED or is_listed(noun, "words_missed")


def _start(line: Line, at: int) -> int:
    """Return where a phrase begins whose determiner stands at a place: behind it, with it, or with `te`."""
    word = line.words[at]
    if word in TOO and line.before(at) == "te" and at not in line.pauses:
        return at - 1
    if word == "twee" and line.before(at) in LIKENS:
        return at
    return at + (word in closed.QUANTIFIERS - SCARCE)


def _head(words: Sequence[str], at: int) -> int:
    """Return the place of the noun that the adjectives from a place on lead to."""
    while at + 1 < len(words) and stands_before(words[at], words[at + 1]):
        at += 1
    return at


def _is_doing(line: Line, at: int) -> bool:
    """Return whether an infinitive with het or dat stands here as a noun: `met dat roepen`."""
    led = not at or line.before(at) in closed.PREPOSITIONS or line.before(at) in ("dat", "al", "en")
    return (
        led
        and line.words[at] in ("het", "'t", "dat")
        and is_infinitive(line.after(at))
        and not is_auxiliary(line.after(at))
        and line.joins(at, at + 2)
    )


def _is_done(line: Line, at: int) -> bool:
    """Return whether a word behind ons, haar or hun tells what was done: `heeft ons overvallen`."""
    word = line.words[at]
    listed = any(word in word_list(name) for name in ("de", "het", "plurals"))
    done = is_participle(word) or (is_infinitive(word) and not HAVE.isdisjoint(line.around(at)))
    return done and not listed


def _goes_with(determiner: str, word: str) -> bool:
    """Return whether a word behind a determiner is its noun; `het` and `die` can stand for something else."""
    counts = determiner in closed.QUANTIFIERS | NOTHING
    if (counts and _is_verb(determiner, word)) or ((counts or determiner in UNSURE) and is_auxiliary(word)):
        return False
    if determiner in NOTHING and word.endswith("s") and is_adjective(word[:-1]):
        return True
    if determiner == "haar" and is_adjective(word):
        return False
    if determiner not in UNSURE:
        return (
            is_sure(word) or worth(word) >= BIG or not (is_adjective(word) or is_listed(word, "words_faint"))
        )
    gender = gender_of(word)
    if gender is (Gender.DE if determiner in FOR_HET else Gender.HET) and determiner in FOR_HET | {"die"}:
        return False
    if determiner in FOR_HET | {"haar"} and is_infinitive(word):
        return worth(word) >= BIG
    if is_sure(word) or is_plural(word) or (worth(word) >= BIG and gender):
        return True
    if is_adjective(word) or is_participle(word) or finite(word) or not word.isalpha():
        return False
    return bool(gender) or not known(word)


def _is_verb(quantifier: str, word: str) -> bool:
    """Return whether a word behind a quantifier is a verb, as in `niet meer lezen` or `veel gedaan`."""
    if is_sure(word) or worth(word) >= BIG or (gender_of(word) and not is_infinitive(word)):
        return False
    if is_infinitive(word):
        return quantifier in BEFORE_VERBS and not is_plural(word)
    return is_participle(word) or finite(word) is not None


def _valued(words: Sequence[str], start: int, first: int, end: int) -> Chunk | None:
    """Return a noun phrase with its score; None when its noun is not to be asked on."""
    head = words[end - 1]
    adjectives = [word for word in words[first : end - 1] if word not in closed.DETERMINERS]
    if is_listed(head, "words_insults", "words_diagnoses", "words_empty"):
        return None
    if is_listed(head, "words_persons"):
        return None if TELLS_WHICH.issuperset(adjectives) else Chunk(start, end, NOUN)
    described = any(word == "eigen" or not is_listed(word, "words_faint") for word in adjectives)
    value = max(worth(head), NOUN) + 5 if described else worth(head)
    return Chunk(start, end, value + (end - start > 1))


def _placed(line: Line, at: int, found: Chunk) -> Chunk:
    """Return a noun phrase with the score of its place: where something is promises less than what it is."""
    if line.before(at) in closed.PREPOSITIONS and found.score < FEELING:
        if found.score >= BIG or line.words[at] in POINTING:
            return found._replace(score=max(found.score - 6, THING + 1))
        return found._replace(score=max(found.score - NOUN + PLACED, THING))
    if line.words[at] != "een":
        return found
    return found._replace(score=max(found.score + 2, BIG + 7 if line.before(at) in LIKENS else 0))
