"""The words of a text as a search for names reads them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.lemmas import known
from goedgesprek_tui.clean.nouns import gender_of, is_noun
from goedgesprek_tui.clean.verbs import Finite, finite
from goedgesprek_tui.privacy.lists import (
    fold,
    given_names,
    is_two_syllables,
    never_phrases,
    sounds_given,
    surnames,
    word_list,
)

MARKS = "\u0300-\u036f"
WORD = re.compile(
    rf"(?<!\d)['’](?=[snt]\b|er\b)[^\W\d_]+|(?<![\w])[^\W\d_][\w{MARKS}]*(?:['’-][^\W\d_][\w{MARKS}]*)*"
)
OPENS = "\"'“„‘«(:;–—-*•\n…"
ENDS = ".!?\n"
SHORTENED = ("'s", "'t", "'n")
ABBREVIATED = frozenset("dhr mevr mw dr drs mr ir ing st fam prof bv nl o.a".split())
LONGEST_WORD = 40
SHORTEST_WHOSE = 5
LITTLE = (
    closed.NEVER_VERBS
    | frozenset(
        """
        is was ben bent zijn waren had hebben heeft heb hadden kan kun kunnen kon moet mag wil zal zou wordt
        werd word ga gaat doe doet deed zei zegt ook nog heel erg zeker bijna alleen samen juist gewoon zich
        goed slecht klaar boos moe blij ziek lief leuk fijn snel eens best laat vroeg veel meest liefst lekker
        man vrouw kind door achter allemaal beter
        """.split()
    )
) - {"ma", "pa", "maan"}


@dataclass(frozen=True)
class Word:
    """A word of a text: `text[start:end]`, and what was seen of it.

    `first` is True where a capital says nothing: at the head of a sentence or behind an opening quote;
    `capital` is False as well in a sentence that is written in capitals. `gap` is what stands before it.
    """

    text: str
    start: int
    end: int
    fold: str
    capital: bool
    first: bool
    gap: str

    @property
    def base(self) -> str:
        """The word without the s of whose it is, when only so it is a name; else the word."""
        short = len(self.fold) <= SHORTEST_WHOSE and not self.capital and "'" not in self.fold
        return self.fold if short else _base(self.fold)

    @property
    def base_end(self) -> int:
        """Where the base ends in the text."""
        return self.end - (len(self.fold) - len(self.base) if self.base != self.fold else 0)

    @property
    def given(self) -> bool:
        """Whether it stands in a list of given names."""
        return self.base in given_names() or _all_given(self.base)

    @property
    def surname(self) -> bool:
        """Whether it stands in a list of surnames."""
        return self.base in surnames()

    @property
    def sure(self) -> bool:
        """Whether it is a given name and hardly ever anything else."""
        return self.given and (self.base in word_list("sure_names") or not known(self.base))

    @property
    def sounds_given(self) -> bool:
        """Whether it is no word of the language, and a given name in another spelling."""
        return not self.dutch and (sounds_given(self.base) or is_two_syllables(self.base))

    @property
    def little(self) -> bool:
        """Whether it is one of the words a sentence hangs on, or a very common other one."""
        return self.fold in LITTLE or self.fold in closed.FILLERS

    @property
    def dutch(self) -> bool:
        """Whether it is a word of the language."""
        return is_word(self.fold)

    @property
    def thing(self) -> bool:
        """Whether it is a noun, and no verb of more than one: `fiets`, not `kijken`."""
        verb = self.verb
        return bool(is_noun(self.fold)) or (not (verb and verb.plural) and gender_of(self.fold) is not None)

    @property
    def verb(self) -> Finite | None:
        """The finite form it can be."""
        return finite(self.fold)

    @property
    def says_of_one(self) -> bool:
        """Whether it can be the verb of one other person: `wil`, `zei`, `is`."""
        form = self.verb
        return bool(form and (form.third or (form.past and not form.plural)))


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order."""
    found = [match for match in WORD.finditer(text) if match.end() - match.start() <= LONGEST_WORD]
    shouted = _shouts(text)
    made: list[Word] = []
    for match in found:
        gap = text[made[-1].end if made else 0 : match.start()]
        first = not made or _opens(gap, made[-1].fold) or (made[-1].first and made[-1].fold in SHORTENED)
        capital = match[0].lstrip("'’")[:1].isupper() and not shouted
        made.append(Word(match[0], match.start(), match.end(), fold(match[0]), capital, first, gap))
    return made


def never_names(said: Sequence[Word]) -> frozenset[int]:
    """Return at which places a word stands that is never a name, alone or with those beside it."""
    never: set[int] = set()
    for at, word in enumerate(said):
        if any(is_never(part) for part in word.fold.split("-")) or _begins_never(word):
            never.add(at)
        for row in never_phrases().get(word.fold, ()):
            if tuple(one.fold for one in said[at : at + len(row)]) == row:
                never.update(range(at, at + len(row)))
                break
    return frozenset(never)


def is_never(word: str) -> bool:
    """Return whether a folded word is by itself one that names nobody."""
    return (word,) in never_phrases().get(word, ())


def _begins_never(word: Word) -> bool:
    """Return whether a word is built on one that is no name, as `Sinterklaasliedjes` and `Citoscore`."""
    cuts = range(4, len(word.fold) - 2) if word.capital else ()
    return any(is_never(word.fold[:cut]) and is_word(word.fold[cut:]) for cut in cuts)


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Return whether a folded word is Dutch: in the dictionary, a noun that is built of others, a verb."""
    return known(word) or bool(is_noun(word)) or _is_compound(word)


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=2048)
def is_nearly_word(word: str) -> bool:
    """Return whether a folded word is one letter from a Dutch one, as `altjd` and `vandag` are."""
    cuts = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    less = {front + back[1:] for front, back in cuts if back}
    turned = {front + back[1] + back[0] + back[2:] for front, back in cuts if len(back) > 1}
    more = {front + letter + back for front, back in cuts for letter in LETTERS}
    other = {front + letter + back[1:] for front, back in cuts if back for letter in LETTERS}
    return any(known(one) and one not in given_names() for one in (*less, *turned, *more, *other))


def _is_compound(word: str) -> bool:
    """Return whether a long word is two known ones put together, as `huiswerkklas` and `weekendschool`."""
    for cut in range(4, len(word) - 3):
        front, back = word[:cut], word[cut:]
        if known(back) and (known(front) or (front.endswith("s") and known(front[:-1]))):
            return True
    return False


@lru_cache(maxsize=8192)
def _base(word: str) -> str:
    names, others = given_names(), surnames()
    if word in names or word in others:
        return word
    if word.endswith("'s"):
        return word[:-2]
    if len(word) > 4 and word.endswith("s") and word[:-1] in names and not known(word):
        return word[:-1]
    return word


def _all_given(word: str) -> bool:
    """Return whether a word with hyphens is made of given names: `frank-jan`."""
    parts = word.split("-")
    return len(parts) > 1 and all(part in given_names() for part in parts)


def _opens(gap: str, before: str) -> bool:
    """Return whether what stands before a word makes it the first of a sentence or a quote."""
    bare = gap.strip(" \t")
    if not bare or bare == ".":
        return bare == "." and before not in ABBREVIATED and len(before) > 1
    return (
        any(mark in bare for mark in ENDS)
        and not (before in ABBREVIATED and bare == ".")
        or bare[-1] in OPENS
    )


def _shouts(text: str) -> bool:
    """Return whether most words of some length are in capitals, so that a capital says nothing."""
    long = [word for word in re.findall(r"[^\W\d_]{2,}", text)]
    return len(long) > 1 and sum(word.isupper() for word in long) * 2 > len(long)
