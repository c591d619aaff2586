"""Names by the word itself: it stands in a list, or has a capital where a common word has none."""

from goedgesprek_tui.privacy import roles
from goedgesprek_tui.privacy.lists import word_list
from goedgesprek_tui.privacy.seen import Seen, Sentences
from goedgesprek_tui.privacy.words import is_nearly_word, is_never, is_word

WHOSE = frozenset("z'n d'r zijn haar".split())
OTHERS = frozenset("ik zijn haar z'n d'r wij".split())
OPENING = frozenset("toen dat als omdat want terwijl doordat zodat wanneer of volgens tegen".split())
CALLING = ("'", '"', "„", "‘", "“", ":", "«")
STREETS = ("straat", "laan", "plein", "gracht", "kade", "singel", "dreef", "steeg", "weg", "park", "hof")
SHORTEST_LOW = 4
SHORTEST_UNKNOWN = 3
LONG = 7
LISTED = "staat in de lijst met voornamen"
OURS = frozenset(("onze", "ons"))
NEAR_A_BRAND = frozenset("van bij een".split())


def by_itself(here: Sentences, at: int) -> Seen | None:
    """Return what a word is taken for by what it is and how it is written; None for a common word."""
    word = here.said[at]
    if not here.can_be_name(at) or at in here.never:
        return None
    if word.sure:
        return _listed(here, at)
    likely = word.capital or _of_a_person(here, at)
    if (likely or len(word.base) >= LONG) and word.sounds_given and not here.article_before(at):
        return Seen("lijkt op een voornaam", certain=likely and not _may_be_a_brand(here, at))
    if not word.capital:
        return _low_and_unknown(here, at)
    if word.surname and not word.dutch:
        certain = not (word.first or _may_be_a_brand(here, at)) or _of_a_person(here, at)
        return Seen("staat in de lijst met achternamen", certain)
    return _also_a_word(here, at) if word.dutch else _unknown(here, at)


def _listed(here: Sentences, at: int) -> Seen | None:
    word = here.said[at]
    if word.capital:
        certain = _of_a_person(here, at) or not (_may_be_a_thing(here, at) or _may_be_a_brand(here, at))
        return Seen(LISTED, certain) if len(word.base) > 1 else None
    everyday = word.base in word_list("low_words") or len(word.base) < SHORTEST_UNKNOWN
    if everyday and here.before(at) in OURS and _verb_after(here, at):
        return Seen(LISTED, certain=False)
    if everyday or (word.dutch and here.article_before(at)):
        return None
    return Seen(LISTED, certain=len(word.base) >= SHORTEST_LOW or _of_a_person(here, at))


def _may_be_a_thing(here: Sentences, at: int) -> bool:
    """Return whether a name at the head of a sentence may be the everyday word: `Merel zingen hoort ze`."""
    word, after = here.said[at], here.after(at)
    if not word.first or word.fold not in word_list("low_words") or _is_called(here, at):
        return False
    if here.text[word.end : word.end + 1] == ",":
        return not any(one.fold in roles.ALL for one in here.said[at + 1 : at + 5])
    if not after or after.capital or after.little:
        return False
    return not after.says_of_one if after.verb else not (after.dutch or after.given or after.surname)


def _may_be_a_brand(here: Sentences, at: int) -> bool:
    """Return whether a name may be that of a shop or of a thing here: `gympen van Zara`."""
    return here.said[at].base in word_list("brand_names") and here.before(at) in NEAR_A_BRAND


def _unknown(here: Sentences, at: int) -> Seen | None:
    """Return a word with a capital that no list and no dictionary has."""
    word = here.said[at]
    if len(word.fold) < SHORTEST_UNKNOWN or word.text.isupper() or any(sign.isdigit() for sign in word.text):
        return None
    if _is_called(here, at):
        return Seen("wordt hier geroepen")
    if _goes_with(here, at):
        return Seen("staat na „met”, en dan hoe het gaat")
    if _of_a_person(here, at) and not here.article_before(at):
        return Seen("er staat bij wat deze persoon doet of heeft")
    alone = word.first and not _verb_after(here, at) and here.text[word.end : word.end + 1] != ","
    if alone or word.fold.endswith(STREETS):
        return None
    return Seen("is geen gewoon woord en heeft een hoofdletter", certain=False)


def _low_and_unknown(here: Sentences, at: int) -> Seen | None:
    """Return an unknown word in small letters where a person mostly stands: `toen xhesika kwam`."""
    word, after = here.said[at], here.after(at)
    if _is_whose(here, at):
        return Seen("is geen gewoon woord, en er staat bij wat van deze persoon is", certain=False)
    opens = here.before(at) in OPENING and bool(after and (after.little or after.says_of_one or after.verb))
    if not (opens or _goes_with(here, at)) or word.dutch or not word.fold.isalpha():
        return None
    return Seen("is geen gewoon woord", certain=False) if len(word.fold) >= SHORTEST_LOW else None


def _is_whose(here: Sentences, at: int) -> bool:
    """Return whether a word in small letters is whose the next one is: `xhesika's rapport`."""
    word, after = here.said[at], here.after(at)
    bare = word.fold.removesuffix("'s")
    if bare == word.fold or len(bare) < SHORTEST_LOW or not bare.isalpha() or not after or word.dutch:
        return False
    its = after.fold in roles.ALL or after.thing
    known_thing = is_word(bare) or is_never(bare) or is_nearly_word(bare) or here.article_before(at)
    return its and not known_thing


def _also_a_word(here: Sentences, at: int) -> Seen | None:
    """Return a word with a capital that is a Dutch word too: `Roos`, `Storm`."""
    word = here.said[at]
    if here.article_before(at) or (word.verb and not word.given) or word.text.isupper():
        return None
    if word.given and (_with_others(here, at) or _has_something(here, at)):
        return Seen(LISTED)
    if word.first:
        found = Seen("is ook een voornaam", certain=_speaks(here, at))
        return found if word.given and _verb_after(here, at) else None
    if word.given:
        return Seen("is ook een voornaam", certain=_speaks(here, at))
    if word.surname:
        return Seen("is ook een achternaam", certain=False)
    return Seen("heeft midden in de zin een hoofdletter", certain=False)


def _verb_after(here: Sentences, at: int) -> bool:
    after = here.after(at)
    return bool(after and after.says_of_one)


def _speaks(here: Sentences, at: int) -> bool:
    """Return whether what stands behind a word is only said of people."""
    after = here.after(at)
    return bool(after and (after.fold in roles.SPEAKING or after.fold in WHOSE))


def _of_a_person(here: Sentences, at: int) -> bool:
    near = here.before(at) in ("volgens", "namens", "tegen")
    return _speaks(here, at) or near or _with_others(here, at)


def _with_others(here: Sentences, at: int) -> bool:
    """Return whether `en ik`, `en zijn moeder` stands behind a word."""
    after = [word.fold for word in here.said[at + 1 : at + 3]]
    return after[:1] == ["en"] and after[-1] in OTHERS


def _has_something(here: Sentences, at: int) -> bool:
    """Return whether a word has the s of whose it is, and what is that person's behind it."""
    word, after = here.said[at], here.after(at)
    return word.base != word.fold and bool(after and (after.fold in roles.KIN or after.dutch))


def _goes_with(here: Sentences, at: int) -> bool:
    """Return whether it is said how it goes with somebody: `met Ali gaat het goed`."""
    after = [word.fold for word in here.said[at + 1 : at + 3]]
    return here.before(at) == "met" and after in (["gaat", "het"], ["ging", "het"])


def _is_called(here: Sentences, at: int) -> bool:
    """Return whether a word is called out: at the head of a quote, with a comma behind it."""
    word = here.said[at]
    return word.gap.rstrip()[-1:] in CALLING and here.text[word.end : word.end + 1] in (",", "!")
