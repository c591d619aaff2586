"""Dutch verbs: which verb a word can be a form of, and the form that goes with another person.

Spelling of stems, past tenses and participles: Algemene Nederlandse Spraakkunst, chapter 2.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from goedgesprek_tui.clean.lemmas import known, lemma
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.spelling import devoiced, voiced

VOWELS = "aeiou"
UNSTRESSED = re.compile(r"[aeiou][^aeiou]+(?:e[lmnr]|ig)$")
PREFIXES = ("be", "ge", "her", "mis", "ont", "ver", "er")
PREFIXED = re.compile(r"(?:be|ge|her|mis|ont|ver|er)[^aeiou]*[aeiou].*en$")
LONG = re.compile(r"(aa|ee|oo|uu)([^aeiou])$")
OPEN = re.compile(r"(?:^|[^aeiou])([aeou])([^aeiouwxy])$")
SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][bdfgklmnprst]$")

PRESENT = {
    "zijn": ("ben", "bent", "is", "zijn"),
    "hebben": ("heb", "hebt", "heeft", "hebben"),
    "kunnen": ("kan", "kunt", "kan", "kunnen"),
    "willen": ("wil", "wilt", "wil", "willen"),
    "zullen": ("zal", "zult", "zal", "zullen"),
    "mogen": ("mag", "mag", "mag", "mogen"),
    "gaan": ("ga", "gaat", "gaat", "gaan"),
    "staan": ("sta", "staat", "staat", "staan"),
    "slaan": ("sla", "slaat", "slaat", "slaan"),
    "doen": ("doe", "doet", "doet", "doen"),
    "zien": ("zie", "ziet", "ziet", "zien"),
    "komen": ("kom", "komt", "komt", "komen"),
}
"""The present tense where it does not follow the rule: ik, jij, hij, wij."""

SPOKEN = {
    "hep": ("hebben", "heb"),
    "heef": ("hebben", "heeft"),
    "wou": ("willen", "wou"),
    "wouden": ("willen", "wouden"),
    "kun": ("kunnen", "kan"),
    "zeit": ("zeggen", "zegt"),
    "hou": ("houden", "houd"),
    "rij": ("rijden", "rijd"),
    "snij": ("snijden", "snijd"),
    "glij": ("glijden", "glijd"),
    "lij": ("lijden", "lijd"),
    "vin": ("vinden", "vind"),
    "bin": ("zijn", "ben"),
    "zeien": ("zeggen", "zeiden"),
    "zeie": ("zeggen", "zei"),
}
"""Forms that are said and typed beside the written ones: their infinitive, and the written form."""


class Finite(NamedTuple):
    """A word read as the finite form of a verb: with ik, with hij, with wij, and in the past."""

    infinitive: str
    first: bool
    third: bool
    plural: bool
    past: bool


@lru_cache(maxsize=4096)
def finite(word: str) -> Finite | None:
    """Return the finite form that a word in small letters can be; None when it is no verb."""
    if word in SPOKEN:
        infinitive, written = SPOKEN[word]
        read = finite(written) if written != word else None
        return read or Finite(infinitive, True, True, word.endswith("en"), word.startswith("wou"))
    irregular = _irregular(word)
    if irregular:
        return irregular
    if len(word) < 3 or len(word) > 30:
        return None
    if is_infinitive(word):
        return Finite(word, False, False, True, False)
    return _past(word) or _present(word)


def you_form(word: str) -> str | None:
    """Return the form with je or u of a form with ik (`word` gives `wordt`); None when it is no verb."""
    read = finite(word)
    if not read:
        return None
    if read.past or read.plural:
        return word
    for forms in PRESENT.values():
        if word == forms[0]:
            return forms[1]
    for plain, forms in PRESENT.items():
        front = read.infinitive.removesuffix(plain)
        if front != read.infinitive and word == front + forms[0]:
            return front + forms[1]
    if SPOKEN.get(word, ("", word))[1] != word:
        return you_form(SPOKEN[word][1])
    return word if word.endswith("t") else f"{word}t"


@lru_cache(maxsize=4096)
def is_infinitive(word: str) -> bool:
    """Return whether a word in small letters can be an infinitive; nouns in -en can be as well."""
    if word in strong() or word in PRESENT or word in _loans():
        return True
    if word.endswith(("gaan", "staan", "slaan", "doen", "zien")):
        return known(word) and lemma(word) == word
    if not word.endswith(("en", "ën")) or len(word) < 4:
        return False
    if any(word.endswith(verb) and _prefix(word, verb) for verb in strong()):
        return True
    return any(
        known(form) and lemma(form) == word
        for stem in stems(word)
        for form in (f"ge{stem}d", f"ge{stem}t", f"{stem}te", f"{stem}de", f"{stem}t", stem)
    )


@lru_cache(maxsize=4096)
def is_participle(word: str) -> bool:
    """Return whether a word in small letters can be a participle, as in `heeft gezegd`."""
    if word in _participles():
        return True
    base = lemma(word)
    if base != word and is_infinitive(base) and ("ge" in word or PREFIXED.match(base)):
        return (
            word.endswith(("d", "t", "en"))
            and word not in (f"{stem}t" for stem in stems(base))
            or any(word == f"{stem}{end}" and PREFIXED.match(base) for stem in stems(base) for end in "dt")
        )
    if not word.endswith(("d", "t")) and word not in _participles():
        found = re.fullmatch(r"(\w{2,8}?)(ge\w+en)", word)
        return bool(found and found[2] in _participles())
    found = re.search(r"^(?:\w{2,8}?)?ge(\w{2,})[dt]$", word)
    return bool(
        found and any(map(is_infinitive, infinitives(found[1]) + infinitives(f"{found[1]}{word[-1]}")))
    )


def stems(infinitive: str) -> tuple[str, ...]:
    """Return how the stem of an infinitive can be spelled: `lopen` gives `loop`."""
    if infinitive in PRESENT:
        return (PRESENT[infinitive][0],)
    if infinitive in _loans():
        return (_loans()[infinitive],)
    if infinitive.endswith(("ieën", "eeën")):
        return (infinitive[:-2],)
    if infinitive.endswith("iën"):
        return (f"{infinitive[:-2]}e",)
    base = infinitive.removesuffix("en")
    if infinitive.endswith(("gaan", "staan", "slaan", "doen", "zien")):
        return (infinitive[:-1].replace("aa", "a"),)
    if len(base) > 2 and base[-1] == base[-2] and base[-1] not in VOWELS:
        return (base[:-1],)
    found = OPEN.search(base)
    forms = [f"{base[: found.start(1)]}{found[1] * 2}{found[2]}"] if found else [base]
    if found and UNSTRESSED.search(re.sub(r"^(?:be|ge|her|ont|ver)", "", base)):
        forms.append(base)
    return tuple(map(devoiced, forms))


def infinitives(stem: str) -> tuple[str, ...]:
    """Return the infinitives that could have this stem, known or not."""
    if not stem:
        return ()
    found = [f"{stem}en"]
    if long := LONG.search(stem):
        found.append(f"{stem[: long.start(1)]}{long[1][0]}{long[2]}en")
    if SHORT.search(stem):
        found.append(f"{stem}{stem[-1]}en")
    if stem.endswith("ie"):
        found += [f"{stem}ën", f"{stem[:-1]}ën"]
    found += [f"{voiced(verb.removesuffix('en'))}en" for verb in found if verb.endswith(("fen", "sen"))]
    if stem[-1] == "a" or stem.endswith(("doe", "zie")):
        found.append(f"{stem}an" if stem[-1] == "a" else f"{stem}n")
    return tuple(dict.fromkeys(found))


@cache
def _loans() -> dict[str, str]:
    return dict(entry.split() for entry in word_list("verbs_loan"))


@cache
def strong() -> dict[str, tuple[str, str, str]]:
    """Return the irregular verbs with their past singular, past plural and participle."""
    rows = (entry.split() for entry in word_list("verbs_strong"))
    return {verb: (past, pasts, participle) for verb, past, pasts, participle in rows}


@cache
def _pasts() -> dict[str, tuple[str, bool]]:
    forms: dict[str, tuple[str, bool]] = {}
    for verb, (past, pasts, _) in strong().items():
        forms |= {pasts: (verb, True), past: (verb, False)}
    return forms


@cache
def _participles() -> frozenset[str]:
    return frozenset(participle for _, _, participle in strong().values())


def _irregular(word: str) -> Finite | None:
    for verb, (first, second, third, plural) in PRESENT.items():
        if word in (first, second, third, plural):
            return Finite(verb, word == first, word == third, word == plural, False)
    if word in _pasts():
        verb, plural_past = _pasts()[word]
        return Finite(verb, not plural_past, not plural_past, plural_past, True)
    return None


def _past(word: str) -> Finite | None:
    for ending, plural in (("ten", True), ("den", True), ("te", False), ("de", False)):
        if word.endswith(ending):
            for verb in infinitives(word.removesuffix(ending)):
                if is_infinitive(verb) and verb not in strong():
                    return Finite(verb, not plural, not plural, plural, True)
    base = lemma(word)
    if base != word and is_infinitive(base):
        for plain, (past, pasts, _) in strong().items():
            if base.endswith(plain) and word.endswith((past, pasts)):
                plural = word.endswith(pasts) and pasts != past
                return Finite(base, not plural, not plural, plural, True)
    return None


def _present(word: str) -> Finite | None:
    for plain, (first, second, third, _) in PRESENT.items():
        for form in (first, second, third):
            front = word.removesuffix(form)
            if front != word and len(front) > 1 and known(word) and lemma(word) == front + plain:
                return Finite(front + plain, word.endswith(first), word.endswith(third), False, False)
    as_stem = _verb_of(word)
    with_t = _verb_of(word[:-1]) if word.endswith("t") else None
    verb = with_t or as_stem
    return Finite(verb, bool(as_stem), word.endswith("t"), False, False) if verb else None


def _verb_of(stem: str) -> str | None:
    for verb, loan in _loans().items():
        if stem == loan:
            return verb
    return next((verb for verb in infinitives(stem) if is_infinitive(verb) and stem in stems(verb)), None)


def _prefix(word: str, verb: str) -> bool:
    front = word.removesuffix(verb)
    return front in PREFIXES or (len(front) > 1 and known(word) and lemma(word) == word)
