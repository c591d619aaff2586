"""How a speaker used a noun: what stands before it and tells of its gender and number."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from goedgesprek_tui.clean.lemmas import lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.spelling import with_e
from goedgesprek_tui.clean.tokens import tokens

START, COMMA = ".", ","
REACH = 6
SENTENCE_END = re.compile(r"[.!?;:…\n]")

DE_BEFORE = frozenset("de deze onze elke iedere welke dezelfde".split())
HET_BEFORE = frozenset("elk ieder welk hetzelfde".split())
# These stand before a noun, but as often alone: the word before them must tell.
MAYBE_BEFORE = frozenset("het dat dit die ons".split())
ONE_BEFORE = frozenset("een één 'n zo'n".split())
OPEN_BEFORE = ONE_BEFORE | frozenset("geen veel weinig genoeg zoveel meer minder".split())
MANY_BEFORE = frozenset(
    "twee drie vier vijf zes zeven acht negen tien alle allerlei sommige beide verschillende zulke"
    " paar".split()
)
POSSESSIVES = frozenset("mijn m'n jouw je jullie zijn z'n haar hun uw".split())
DETERMINERS = DE_BEFORE | HET_BEFORE | MAYBE_BEFORE | OPEN_BEFORE | MANY_BEFORE | POSSESSIVES

PREPOSITIONS = frozenset(
    "aan achter bij binnen in met naar naast onder over sinds tegen tijdens tussen uit van vanwege"
    " zonder".split()
)
# Behind these "het" is more often a pronoun: "als het pauze is", "ik vind het onzin".
NO_ARTICLE_AFTER = frozenset(
    "als toen omdat dat wanneer nu zodra terwijl of is was wordt werd vind vindt vinden vond vonden"
    " noem noemt noemen gun gunt gunnen zodat doordat voordat nadat hoe waar wat"
    " kan kunnen zal zullen zou zouden mag mogen moet moeten".split()
)
BARE_AFTER = frozenset("met zonder".split())
# Adjectives that end in -e before every noun.
FIXED_ADJECTIVES = frozenset(
    "eerste tweede derde vierde vijfde zesde zevende achtste laatste enige roze".split()
)
STRENGTHENERS = frozenset("heel erg zo echt best super zeer ontzettend vreselijk".split())
# Adjectives in -er that have a form in -e all the same.
PLAIN_ADJECTIVES = frozenset("ander beter lekker donker zeker".split())
SINGULAR_VERBS = frozenset(
    "is was wordt werd helpt kan moet gaat blijft heeft komt kost maakt geeft duurt".split()
)
PLURAL_VERBS = frozenset(
    "zijn waren worden werden hebben kunnen moeten gaan blijven komen kosten geven".split()
)
NOUN_VERBS = PLURAL_VERBS | frozenset("maken krijgen stellen zien voelen willen mogen zoeken".split())
DOING = frozenset(
    "help helpt helpen hielp geholpen hulp bezig moeite begin begint beginnen stop stopt stoppen".split()
)
SUBJECTS = frozenset("we wij ze zij jullie".split())


class Use(NamedTuple):
    """A place where a noun was said: the words before it, the nearest first, and the word after it."""

    before: tuple[str, ...]
    after: str


def uses(noun: str, said: str) -> Iterator[Use]:
    """Return each place where a noun in small letters was said, within reach of its sentence."""
    words, end = [START], 0
    for token in tokens(said):
        gap = said[end : token.start]
        if SENTENCE_END.search(gap):
            words.append(START)
        elif "," in gap:
            words.append(COMMA)
        words.append(token.low)
        end = token.end
    words.append(START)
    for at, word in enumerate(words):
        if word == noun:
            yield Use(tuple(words[max(at - REACH, 0) : at][::-1]), words[at + 1])


def article_in(use: Use) -> str:
    """Return the article of a noun in the singular, "de" or "het", or nothing where its use tells none."""
    before, adjective, previous = _determiner(use)
    if before in DE_BEFORE:
        return "de"
    if before in HET_BEFORE:
        return "het"
    if before in MAYBE_BEFORE:
        return ("de" if before == "die" else "het") if _belongs(before, previous) else ""
    if before in OPEN_BEFORE or (not before and previous in BARE_AFTER):
        return {True: "de", False: "het", None: ""}[_has_ending(adjective)]
    return ""


def plural_in(use: Use) -> bool | None:
    """Return whether a form in -en was a plural, and no infinitive, or None where its use does not tell."""
    before, _, previous = _determiner(use)
    if use.before[0] == "te" or before in HET_BEFORE | ONE_BEFORE:
        return False
    if before in MAYBE_BEFORE:
        return before == "die" if _belongs(before, previous) else None
    if before in DE_BEFORE | MANY_BEFORE or use.before[:2] in {("zijn", "er"), ("waren", "er")}:
        return True
    if use.before[0] in {START, COMMA} and use.after in SINGULAR_VERBS | PLURAL_VERBS:
        return use.after in PLURAL_VERBS
    return None


def is_predicate(use: Use) -> bool:
    """Return whether a form in -en was the verb of its sentence: "we vragen het", not "we vragen krijgen"."""
    return use.before[0] in SUBJECTS and use.after not in NOUN_VERBS


def is_doing(use: Use) -> bool:
    """Return whether a form in -en may be what somebody does: `ik help hem met plannen`."""
    return use.before[0] in {"met", "bij"} and not DOING.isdisjoint(use.before[1:4])


def _determiner(use: Use) -> tuple[str, str, str]:
    """Return the determiner of a noun, the adjective next to the noun, and the word before both."""
    for at, word in enumerate(use.before):
        if word in DETERMINERS:
            return (
                word,
                use.before[0] if at else "",
                use.before[at + 1] if at + 1 < len(use.before) else START,
            )
        if at > 2 or not (word in STRENGTHENERS or _has_ending(word) is not None):
            return "", use.before[0] if at else "", word
    return "", "", START


def _belongs(word: str, previous: str) -> bool:
    """Return whether "het", "die", "dat", "dit" or "ons" belongs to the noun behind it."""
    if word == "ons":
        return previous in {START, "in", "uit", "van", "binnen", "tijdens"}
    if word == "het":
        return previous not in NO_ARTICLE_AFTER
    return previous in PREPOSITIONS or previous in {START, "al", "heel"}


def _has_ending(word: str) -> bool | None:
    """Return whether an adjective has the ending -e, or None for what is no adjective or never has it."""
    noun = (word in word_list("de") or word in word_list("het")) and word not in word_list("nouns_double")
    if noun or len(word) < 3 or not word.isalpha() or word in FIXED_ADJECTIVES:
        return None
    if word.endswith("e"):
        base = lemma(word)
        return True if len(word) > 3 and base != word and not base.endswith("en") else None
    if word in PLAIN_ADJECTIVES:
        return False
    if word.endswith(("en", "er")):
        return None
    return False if any(lemma(one) == word for one in with_e(word)) else None
