"""Where the verb goes in a subordinate clause, and what stays behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.lemmas import known, lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nouns import is_noun, is_plural
from goedgesprek_tui.clean.parts import Parts
from goedgesprek_tui.clean.pointed import FOR_DE
from goedgesprek_tui.clean.pronouns import Address, turned
from goedgesprek_tui.clean.tails import joined, say_tail, split_tail
from goedgesprek_tui.clean.tokens import Token
from goedgesprek_tui.clean.verbs import Finite, finite, is_infinitive, is_participle

WITH_INFINITIVE = frozenset(
    """
    kunnen willen moeten mogen zullen gaan komen blijven laten doen zien horen voelen helpen leren durven
    """.split()
)
MODAL = frozenset("kunnen willen moeten mogen zullen hoeven".split())
WITH_PARTICIPLE = frozenset("hebben zijn worden krijgen raken".split())
NEVER_SEPARABLE = frozenset("zijn hebben worden".split())
IN_CLUSTER = WITH_INFINITIVE | WITH_PARTICIPLE | frozenset("staan zitten liggen lopen hoeven durven".split())
RESULTS = frozenset("kapot rot dood schor suf klem slaap paniek schut gek".split())
OF_BEING = frozenset("zijn worden voelen blijven".split())
CIRCUM_STARTS = {
    "toe": "naar tot", "af": "van op", "heen": "om langs over door", "vandaan": "van", "uit": "van uit",
    "aan": "tegen achter van naar", "op": "tegen van", "in": "tegen bij van", "door": "tussen onder tegen",
    "langs": "achter bij", "over": "van",
}  # fmt: skip
SUBJECTS = closed.SUBJECTS - frozenset("het 't dat die deze dit alles iets niks niets er".split())
CLEARLY_HALVES = frozenset(["mee", "terug", "neer"])
AUXILIARIES = frozenset(
    "ben bent is was waren heb hebt heeft had hadden werd wordt kan moet zou zouden gaat wil".split()
)
PRONOUNS_TOO = frozenset("het dat dit die je me ons jullie alle wat".split())
LINKED = frozenset(
    """
    overal nergens ergens er daar hier waar ervan erover ermee eraan erin erop ertegen eruit erbij ernaar
    """.split()
)


class Order(NamedTuple):
    """A clause without its subject, said back: what stands before the verb, the verb, what follows.

    `infinitive` is the verb as it would stand behind kunnen; None where that makes no good question.
    """

    before: str
    verb: str
    after: str
    infinitive: str | None


class _Place(NamedTuple):
    """Where the verb goes: behind the words up to `at`, in front of those from `end` on."""

    at: int
    end: int
    particle: bool = False
    infinitive: str | None = None


def put_verb(parts: Parts, verb: str, own: bool, address: Address) -> Order | None:
    """Return the words of a clause with its verb, in the form that it gets, in place; None when not certain.

    `own` says that the one who spoke is its subject.
    """
    read, said = parts.read, parts.verb.low
    middle, tail = (parts.rest, ()) if parts.verb_at is not None else split_tail(parts.rest)
    tail_text = say_tail(tail, address) if tail else ""
    low = [word.low for word in middle]
    if tail_text is None or _second_clause(low, read):
        return None
    place = _place(low, said, read) if parts.verb_at is None else _place_as_said(low, parts.verb_at, read)
    if place.particle:
        verb = f"{low[place.at]}{verb}"
    before = _said_back(middle[: place.at], address, own)
    after = _said_back(middle[place.end :], address, own)
    return Order(before, verb, joined(after, tail_text), place.infinitive)


def _place(low: Sequence[str], said: str, read: Finite) -> _Place:
    base, end = read.infinitive, len(low)
    te = _te_infinitive(low)
    if te is not None and base in WITH_PARTICIPLE:
        participle = _participle(low[:te])
        return _Place(end, end) if participle is None else _Place(participle + 1, participle + 1)
    if te is not None:
        return _Place(te, te)
    if base in WITH_INFINITIVE | WITH_PARTICIPLE:
        cluster = _infinitives(low, base)
        if cluster is not None:
            return _Place(cluster, cluster, infinitive="" if base == "kunnen" else None)
    if base in WITH_PARTICIPLE:
        participle = _participle(low)
        if participle is not None:
            return _Place(participle + 1, participle + 1)
    particle = _particle(low, said, base)
    if particle is not None:
        return _Place(particle, particle + 1, True, None if read.past else f"{low[particle]}{base}")
    end = _before_phrase(low, base)
    return _Place(end, end, infinitive=None if read.past or base in MODAL else base)


def _place_as_said(low: Sequence[str], at: int, read: Finite) -> _Place:
    """Leave a verb that stood at the end already where it stood."""
    alone = not (low[at:] and is_infinitive(low[at])) and not (at and is_participle(low[at - 1]))
    if read.infinitive in MODAL:
        return _Place(at, at, infinitive="" if read.infinitive == "kunnen" else None)
    return _Place(at, at, infinitive=read.infinitive if alone and not read.past else None)


def _before_phrase(low: Sequence[str], base: str) -> int:
    """Return where a verb goes: before a last phrase of its adjective, or a last word of time or place.

    So `boos is op hem`, `zorgen maakt over haar`, `buikpijn heeft elke ochtend`, `koud is hier`.
    """
    if len(low) > 1 and low[-1] in ("hier", "daar") and base in OF_BEING:
        return len(low) - 1
    each = len(low) > 2 and low[-1] in closed.TIME_NOUNS and low[-2] in ("elke", "iedere", "elk", "ieder")
    if each and base in ("hebben", "krijgen", "zijn"):
        return len(low) - 2
    for at in range(1, len(low) - 1):
        if low[at] in closed.PREPOSITIONS and not closed.PREPOSITIONS.intersection(low[at + 1 :]):
            before = low[at - 1]
            takes = base in OF_BEING and (is_adjective(before) or is_participle(before))
            beside = before in RESULTS or (base == "maken" and (before == "zorgen" or is_adjective(before)))
            return at if takes or beside else len(low)
    return len(low)


def _second_clause(low: Sequence[str], read: Finite) -> bool:
    """Return whether a second clause has begun, so that this is not one clause."""
    if any(word in closed.NOMINATIVE and (not at or low[at - 1] != "en") for at, word in enumerate(low)):
        return True
    if any(_is_other_verb(low, at) for at in range(len(low))):
        return True
    if any(
        word in closed.FILLERS - closed.COORDINATORS - {"gewoon", "eigenlijk", "zeg"} for word in low[:-1]
    ):
        return True
    if any(_is_second_auxiliary(low, at, read) for at in range(len(low))):
        return True
    for at, word in enumerate(low[:-1]):
        if word not in closed.COORDINATORS:
            continue
        follows = is_infinitive(low[at + 1]) and not is_infinitive(low[max(at - 1, 0)])
        if read.plural and follows and at + 2 < len(low) and not is_noun(low[at + 1]):
            return True
        after = low[at + 1]
        form = None if after in closed.NEVER_VERBS else finite(after)
        if after in closed.OTHER_SUBJECTS and at + 2 < len(low) and finite(low[at + 2]):
            return True
        if word in ("want", "dus") or after in closed.NOMINATIVE | {"dan", "er", "daar", "toen"}:
            return True
        same = form and ((form.third and read.third) or (form.first and read.first))
        if same and not is_noun(after) and not is_participle(after) and not is_infinitive(after):
            return True
    return False


def _is_second_auxiliary(low: Sequence[str], at: int, read: Finite) -> bool:
    """Return whether a form that can only be a finite verb stands here, so that a clause was quoted."""
    return low[at] in AUXILIARIES and not (low[at] == "wil" and at and low[at - 1] in closed.DETERMINERS)


def _is_other_verb(low: Sequence[str], at: int) -> bool:
    """Return whether a second finite verb stands here: a verb in every reading, with a subject beside it."""
    word, beside = low[at], {*low[max(at - 1, 0) : at], *low[at + 1 : at + 2]}
    if at and low[at - 1] in closed.DETERMINERS - closed.SUBJECTS:
        return False
    if word in closed.NEVER_VERBS or is_noun(word) or is_adjective(word) or beside.isdisjoint(SUBJECTS):
        return False
    return bool(finite(word)) and not is_infinitive(word) and not is_participle(word)


def _te_infinitive(low: Sequence[str]) -> int | None:
    for at in range(len(low) - 2, -1, -1):
        if low[at] == "te" and is_infinitive(low[at + 1]):
            joined = f"{low[at - 1]}{low[at + 1]}" if at else ""
            return at - 1 if joined and known(joined) and is_infinitive(joined) else at
    return None


def _infinitives(low: Sequence[str], base: str) -> int | None:
    """Return where the infinitives begin that go with this verb."""
    for at in range(len(low) - 1, -1, -1):
        if not is_infinitive(low[at]) or _is_noun(low, at) or (low[at] == "zijn" and at < len(low) - 1):
            continue
        if low[max(at - 2, 0) : at] == ["aan", "het"]:
            return None
        if at and low[at - 1] in closed.PREPOSITIONS and LINKED.isdisjoint(low[:at]):
            continue
        start = at
        while start and low[start - 1] in IN_CLUSTER:
            start -= 1
        if base in WITH_PARTICIPLE and start == at:
            return None
        return start
    return None


def _is_noun(low: Sequence[str], at: int) -> bool:
    before, after = low[at - 1] if at else "", low[at + 1] if at + 1 < len(low) else ""
    if before in closed.DETERMINERS - PRONOUNS_TOO or (before in PRONOUNS_TOO and is_noun(low[at])):
        return True
    if before in FOR_DE and (is_plural(low[at]) or (at > 1 and low[at - 2] in closed.PREPOSITIONS)):
        return True
    if is_plural(low[at]) is True or lemma(low[at]) != low[at] and is_noun(lemma(low[at])):
        return low[at] not in word_list("verbs_first") and at < len(low) - 1
    return bool(is_noun(low[at]) and after in closed.PREPOSITIONS)


def _participle(low: Sequence[str]) -> int | None:
    for at in range(len(low) - 1, -1, -1):
        before = low[at - 1] if at else ""
        if is_participle(low[at]) and before not in closed.ARTICLES and not _noun_like(low, at):
            return at
    return None


def _noun_like(low: Sequence[str], at: int) -> bool:
    """Return whether a word that looks like a participle is a noun, as `geduld`."""
    return low[at] in word_list("de") or low[at] in word_list("het")


def separated(verb: str, read: Finite, said: Sequence[str]) -> str:
    """Return the infinitive of a verb as it was used in what was said, with its other half: `uitlachen`."""
    at = list(said).index(verb) + 1 if verb in said else len(said)
    particle = _particle(said[at:], verb, read.infinitive)
    return read.infinitive if particle is None else f"{said[at + particle]}{read.infinitive}"


def _particle(low: Sequence[str], said: str, base: str) -> int | None:
    """Return where the other half of a separable verb stands."""
    if base in NEVER_SEPARABLE | MODAL:
        return None
    for at in range(len(low) - 1, -1, -1):
        word, after = low[at], low[at + 1] if at + 1 < len(low) else ""
        if not _joins(word, said, base, ends=not after) or low[max(at - 1, 0)] == "naar":
            continue
        if after and after not in closed.PREPOSITIONS:
            continue
        if word in closed.PREPOSITIONS and not LINKED.isdisjoint(low[:at]) and not _sure(word, base):
            continue
        if word in CIRCUM_STARTS and set(CIRCUM_STARTS[word].split()) & set(low[:at]):
            continue
        return at
    return None


def _joins(word: str, said: str, base: str, ends: bool) -> bool:
    if not 2 <= len(word) <= 8 or word in closed.DETERMINERS or word in ("niet", "er", "ver"):
        return False
    if _sure(word, base):
        return True
    particle = word in closed.PREPOSITIONS or word in word_list("particles")
    whole, used = f"{word}{base}", f"{word}{said}"
    clearly = (ends and word in closed.PREPOSITIONS) or word in CLEARLY_HALVES
    clearly = clearly and is_infinitive(whole)
    return particle and (clearly or (known(used) and lemma(used) == whole))


def separable(particle: str, infinitive: str) -> bool:
    """Return whether two words are the halves of a separable verb: `los` and `laten`."""
    if _sure(particle, infinitive):
        return True
    can_begin = particle in closed.PREPOSITIONS or particle in word_list("particles")
    return can_begin and known(f"{particle}{infinitive}") and is_infinitive(f"{particle}{infinitive}")


def _sure(word: str, base: str) -> bool:
    return f"{word} {base}" in word_list("verbs_separable")


def _said_back(words: Sequence[Token], address: Address, own: bool) -> str:
    """Say words back; where the speakers are the subject, `ons` is their own: `jullie vergissen je`."""
    said = turned(words, address, own).split()
    for at, word in enumerate(words if own else ()):
        after = words[at + 1].low if at + 1 < len(words) else ""
        before = words[at - 1].low if at else ""
        if (
            word.low == "ons"
            and before not in closed.PREPOSITIONS
            and (not is_noun(after) or after == "zorgen")
        ):
            said[at] = "je"
    return " ".join(said)
