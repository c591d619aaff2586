"""Hearing what is unwanted in the words of a clause."""

from collections.abc import Mapping, Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective, is_comparative
from goedgesprek_tui.clean.lemmas import known, lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.phrases import Run, phrases
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle
from goedgesprek_tui.clean.wishes import COMPLAINT, demand_at

DENIAL = frozenset("niet nooit geen niks niets nergens niemand zonder".split())
BETWEEN = frozenset("meer zo echt enkele enkel veel heel erg te de het een grote al".split())
WEAK = frozenset(
    "weer alles altijd alleen moet moeten elke iedere telkens constant zelf straks vast maar".split()
)
ENOUGH_WEAK = 3
VERB_BEFORE = 3
FEEL = frozenset("voel voelt voelen voelde voelden".split())
GOOD = frozenset(
    """
    groot sterk vrij zeker licht gehoord gezien begrepen gesteund gewaardeerd welkom thuis opgelucht gerust
    betrokken verbonden geliefd erkend uitgenodigd gedragen geholpen erg heel echt best zo
    """.split()
)
COLD = frozenset("koud koude koel koele kouder".split())
CONTACT = frozenset(
    """
    contact contacten ontvangst onthaal sfeer gesprek gesprekken toon band relatie houding welkom juf juffen
    meester meesters mentor leraar leerkracht leerkrachten ouders moeders mensen team warm
    """.split()
)
WEATHER = frozenset(
    """
    buiten weer winter jas lokaal klaslokaal gymzaal zaal gang water zwembad verwarming vandaag vanmorgen
    vanochtend eten thee koffie handen voeten ijskoud graden sneeuw
    """.split()
)
HALVES_APART = 6
PLACES = frozenset("voet paard huis water gast leen koop bed".split())


def against(words: Sequence[str]) -> list[Run]:
    """Return what in the words of a wish is to be gone, or keeps the problem in it."""
    masked = phrases("pro_wish_only").find(words)
    found = phrases("pro_less").find(words) + phrases("pro_problem").find(words) + _shaped(words)
    return [run for run in found if not any(run.overlaps(mask) for mask in masked)]


def trouble(words: Sequence[str], turn: Sequence[str] = ()) -> list[Run]:
    """Return what is unwanted in words without a wish; what is denied of it counts for nothing.

    `turn` is all that was said, when that is more: it tells what was called cold.
    """
    masked = phrases("pro_no_problem").find(words)
    shaped = _felt(words) + _shaped(words) + _cold(words, turn or words)
    heard = {run.start: run for run in shaped + phrases("pro_problem").find(words) + _halves(words)}
    found = [run for run in heard.values() if not any(run.overlaps(mask) for mask in masked)]
    denied = {run.start: _denied_by(words, run.start, heard) for run in found if words[run.start] in DENIAL}
    gone = {place for start, to in denied.items() if to in heard for place in (start, to)}
    gone |= {run.start for run in found if words[run.start] == "steeds" and _rises(words, run.end)}
    strong = [run for run in found if run.start not in gone]
    return sorted(strong) or _demand(words) or _complaint(words)


def _shaped(words: Sequence[str]) -> list[Run]:
    """Return words that are trouble by their shape: `te rumoerig`, `oneerlijk`, `dat gezoek`, `ik ben op`.

    What somebody finds `erg` is so as well, when nothing follows that it makes stronger.
    """
    too = (at for at, word in enumerate(words[:-1]) if word == "te" and _is_quality(words[at + 1]))
    spent = len(words) > 2 and words[-1] == "op" and bool({"ben", "is", "zijn", "was"} & set(words))
    spent = spent and not {"trots", "er", "daar", "hier"} & set(words)
    spent = spent or (words[-1:] in (("erg",), ["erg"]) and bool({"vind", "vinden", "vond"} & set(words)))
    runs = [Run(at, at + 1) for at, word in enumerate(words) if _is_un(word) or _is_fuss(words, at)]
    return [Run(at, at + 2) for at in too] + runs + [Run(len(words) - 1, len(words))] * spent


def _halves(words: Sequence[str]) -> list[Run]:
    """Return verbs of trouble whose other half stands later in the clause: `sluiten hem buiten`."""
    ends = (at for at, word in enumerate(words) if _is_half(word) and not _goes_on(words[at + 1 : at + 2]))
    pairs = ((at, end) for end in ends for at in range(max(end - HALVES_APART, 0), end))
    return [Run(at, end + 1) for at, end in pairs if _is_trouble(words[at], words[end])]


def _is_half(word: str) -> bool:
    return word in closed.PREPOSITIONS or word in word_list("particles")


def _goes_on(after: Sequence[str]) -> bool:
    return bool(after) and after[0] not in closed.PREPOSITIONS | closed.SUBORDINATORS | {"omdat", "dat"}


def _is_trouble(verb: str, half: str) -> bool:
    read = None if verb in closed.NEVER_VERBS else finite(verb)
    return read is not None and phrases("pro_problem").holds(f"{half}{read.infinitive}")


def _is_quality(word: str) -> bool:
    return bool(word) and not word.endswith("n") and not is_infinitive(word) and word not in PLACES


def _is_un(word: str) -> bool:
    plain = word.startswith("on") and len(word) > 6 and not word.startswith(("ont", "onder"))
    return plain and not phrases("pro_no_problem").holds(word) and known(lemma(word)[2:])


def _is_fuss(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if not word.startswith("ge") or word.endswith(("t", "d", "n")) or at == 0 or words[at - 1] != "dat":
        return False
    return finite(word[2:]) is not None and word not in word_list("words_ge")


def _felt(words: Sequence[str]) -> list[Run]:
    """Return what somebody feels, when it is not known to be something good."""
    starts = (at for at, word in enumerate(words) if word in FEEL)
    near = (place for at in starts for place in range(at + 1, min(at + 5, len(words))))
    return [Run(at, at + 1) for at in near if _is_feeling(words[at])]


def _is_feeling(word: str) -> bool:
    if word in GOOD or word in closed.NEVER_VERBS:
        return False
    return (is_adjective(word) or is_participle(word)) and not phrases("pro_fine").holds(word)


def _demand(words: Sequence[str]) -> list[Run]:
    """Return the words of somebody else's wish about the speaker, as `de school wil dat wij …`."""
    at = demand_at(words)
    return [] if at is None else [Run(at, at + 1)]


def _complaint(words: Sequence[str]) -> list[Run]:
    weak = [Run(at, at + 1) for at, word in enumerate(words) if word in WEAK]
    made = {"moet", "moeten"} & set(words) and COMPLAINT - {"nog", "zelf"} & set(words)
    return weak if made or len(weak) >= ENOUGH_WEAK else []


def _cold(words: Sequence[str], turn: Sequence[str]) -> list[Run]:
    """Return where people or what they do with each other are called cold; the weather is no trouble."""
    if WEATHER & set(words) or not ((CONTACT & set(turn)) or FEEL & set(words)):
        return []
    return [Run(at, at + 1) for at, word in enumerate(words) if word in COLD]


def _rises(words: Sequence[str], at: int) -> bool:
    """Return whether a comparative of something good stands here, as in `steeds beter`."""
    word = words[at] if at < len(words) else ""
    return (word == "vaker" or is_comparative(word)) and not phrases("pro_problem").holds(word)


def _denied_by(words: Sequence[str], at: int, heard: Mapping[int, Run]) -> int:
    """Return the place of what a denial is about: behind it, or the verb in front of `huilt niet meer`."""
    for before in range(max(at - VERB_BEFORE, 0), at if words[at] in ("niet", "nooit") else 0):
        if before in heard and heard[before].end == before + 1 and _is_finite(words[before]):
            return before
    return _after_denial(words, at)


def _is_finite(word: str) -> bool:
    read = finite(word)
    return read is not None and read.third and not is_adjective(word)


def _after_denial(words: Sequence[str], at: int) -> int:
    at += 1
    while at < len(words) and words[at] in BETWEEN:
        at += 1
    return at
