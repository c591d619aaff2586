"""Whether a subject and a verb agree in person and number."""

from collections.abc import Sequence

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.nouns import is_noun, is_plural
from goedgesprek_tui.clean.verbs import Finite

COPULAS = frozenset("zijn worden blijven lijken kunnen moeten zullen".split())


def agrees(subject: str, word: str, read: Finite) -> bool:
    """Return whether a pronoun can be the subject of a word read as a verb."""
    if subject in ("ik", "'k", "ikke", "ikzelf"):
        return read.first
    if subject in closed.PLURAL_SUBJECTS:
        return read.plural
    if subject in ("het", "'t") and read.plural:
        return read.infinitive == "zijn"
    third = read.third or (read.first and word.endswith("d"))  # `hij vind`, a slip as common as the rule
    if subject in ("dat", "dit"):
        return third or (read.plural and read.infinitive in COPULAS)
    if subject in closed.EITHER_NUMBER:
        return third or read.plural
    if subject in ("je", "jij", "u", "ge"):
        return read.third or word.endswith("t") or word in ("kan", "wil", "zal", "mag", "moet")
    return third


def agrees_with_noun(front: Sequence[str], read: Finite) -> bool:
    """Return whether a noun with its determiner can be the subject of a verb, by its number."""
    head = head_of(front)
    if front[0] == "een" and not is_noun(head) and (is_adjective(head) or head.endswith("end")):
        return False
    plural = is_plural(head, " ".join(front))
    if plural is True or front[0] in ("alle", "veel", "twee", "sommige", "beide", "weinig"):
        return read.plural
    if plural is False or front[0] in ("een", "het", "dit", "elk", "elke", "ieder", "iedere"):
        return read.third
    return read.third or read.plural


def head_of(front: Sequence[str]) -> str:
    """Return the noun of a phrase: the word before the first preposition in it, or the last."""
    end = next((at for at, word in enumerate(front) if at and word in closed.PREPOSITIONS), len(front))
    return front[end - 1]
