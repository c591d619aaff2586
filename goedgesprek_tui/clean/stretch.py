"""A stretch of a parent's words, and how it can stand in a question: as a clause, a noun, a word, a quote."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.adjectives import is_adjective
from goedgesprek_tui.clean.clause import Clause, read_clause, strip_edges
from goedgesprek_tui.clean.deeds import Deed, makes_noun, only_adverbs, read_deed
from goedgesprek_tui.clean.lexicon import word_list
from goedgesprek_tui.clean.nounphrase import INDEFINITE, NounPhrase, noun_phrase
from goedgesprek_tui.clean.nouns import is_noun, is_plural
from goedgesprek_tui.clean.order import separated
from goedgesprek_tui.clean.pointed import is_surely_finite, points_at_noun
from goedgesprek_tui.clean.pronouns import Address, turned
from goedgesprek_tui.clean.tokens import Token, low_words, tokens
from goedgesprek_tui.clean.verbs import finite, is_infinitive, is_participle

SHORT = 3
LONGEST_LIST = 12
LONGEST_CHUNK = 6
MARKS = frozenset(',;:?!."„“”«»()')
QUOTES = '„“”"'
MODALS = frozenset(
    """
    wil wilt willen wou wilde zou zouden kan kunt kunnen kon moet moeten moest mag mogen ga gaat gaan
    """.split()
)
NEVER_FIRST = frozenset("mij me hem hen zich".split())
LEADING = closed.PREPOSITIONS | closed.DETERMINERS | {"te"}
UNREAL = frozenset("wou wouden wilde wilden zou zouden had hadden alsof".split())
ASKING = frozenset("of hoe waarom wat waar wie".split())
BEHIND_PREPOSITION = {"hij": "hem", "zij": "haar", "wij": "jullie", "we": "jullie"}


@dataclass(frozen=True)
class Stretch:
    """Words of a parent to ask on; `said` is all of what they were taken from, `address` je or u."""

    text: str
    said: str = ""
    address: Address = "je"

    @cached_property
    def words(self) -> Sequence[Token]:
        """The words without connectors and fillers at their edges."""
        found = tokens(self.text)
        return strip_edges(found) or found

    @cached_property
    def clause(self) -> Clause | None:
        """The clause that the stretch is, said back; None when it is none, or not for certain."""
        if self._asks or (self._is_governed and not self._is_behind):
            return None
        return read_clause(self.text, self.address, self._is_behind)

    @property
    def _is_governed(self) -> bool:
        """Whether the words end in an infinitive that goes with a verb said before them: `ik wil …`."""
        if not self.words or self.words[0].low in closed.NOMINATIVE or MODALS.isdisjoint(self._before):
            return False
        return is_infinitive(self.words[-1].low)

    @cached_property
    def deed(self) -> Deed | None:
        """The infinitive with what belongs to it that the stretch is; None when it is none for certain."""
        broken = self.clause or not MARKS.isdisjoint(self.text)
        return None if broken else read_deed(self.words, self.said, self.address)

    @property
    def _is_behind(self) -> bool:
        """Whether the words were said behind `dat`, `als` and the like."""
        return self._before[-1:] != () and self._before[-1] in closed.CLAUSE_OPENERS | ASKING

    @cached_property
    def _before(self) -> Sequence[str]:
        """What was said before the words in their sentence, as far as no pause stands in between."""
        at = self.said.lower().find(self.text.strip().lower())
        return low_words(re.split(r"[.,;:!?…]", self.said[: max(at, 0)])[-1])

    @property
    def is_unreal(self) -> bool:
        """Whether the words were only wished, as `hij belde` in `ik wou dat hij belde`."""
        past = self.clause is not None and self.clause.past
        return past and self._is_behind and not UNREAL.isdisjoint(self._before)

    @property
    def _asks(self) -> bool:
        """Whether what was said begins with the verb of the stretch: then it is a question."""
        if len(self.words) < 2 or not self.said.lstrip().startswith(self.text.lstrip()):
            return False
        first, second = (word.low for word in self.words[:2])
        return second in closed.SUBJECTS and first not in closed.NEVER_VERBS and bool(finite(first))

    @cached_property
    def verb(self) -> str:
        """The infinitive of a lone verb, as `lacht`; empty for all else."""
        low = self.words[0].low if len(self.words) == 1 else ""
        if is_infinitive(low) and (read := finite(low)) and not is_noun(low):
            whole = separated(low, read, low_words(self.said))
            return whole if whole != low else ""
        taken = is_infinitive(low) or is_noun(low) or is_adjective(low) or is_participle(low)
        read = None if taken or low in closed.NEVER_VERBS else finite(low)
        return separated(low, read, low_words(self.said)) if read else ""

    @cached_property
    def noun(self) -> NounPhrase | None:
        """The noun phrase that the stretch is; None when it is none, or not for certain."""
        broken = self.clause or self.deed or not MARKS.isdisjoint(self.text)
        return None if broken else noun_phrase(self.words, self.said, self.address)

    @property
    def _is_twofold(self) -> bool:
        """Whether the stretch is one word that may be a plural or a deed: `met plannen`."""
        low = [word.low for word in self.words]
        return len(low) == 1 and low[0] in word_list("plurals") and is_plural(low[0], self.said) is None

    @property
    def _has_object(self) -> bool:
        """Whether the words end in what may be a deed with its object: `hulp vragen`."""
        low = [word.low for word in self.words[-2:]]
        return len(low) == 2 and is_infinitive(low[1]) and bool(is_noun(low[0]))

    @cached_property
    def is_chunk(self) -> bool:
        """Whether the words can stand in a question as they are: no clause, nothing to turn but pronouns."""
        if self.noun or self.deed:
            return True
        low = [word.low for word in self.words]
        if self.verb or points_at_noun(low) or low[-1:] == ["maar"]:
            return False
        if len(low) > 1 and low[0] in NEVER_FIRST:
            return False
        if not 0 < len(low) <= LONGEST_CHUNK or self.clause or not MARKS.isdisjoint(self.text):
            return False
        return (closed.NOMINATIVE | closed.CONTRACTED | closed.SUBORDINATORS).isdisjoint(low) and not _verbal(
            low
        )

    @property
    def plain(self) -> str:
        """The words said back, in the order in which they were said."""
        phrase = self.deed or self.noun
        return phrase.said if phrase else turned(self.words, self.address)

    @property
    def quoted(self) -> str:
        """The words exactly as they were said, between quotation marks."""
        words = self.text.strip().strip(QUOTES).rstrip(".,;:")
        return f"„{words}”"

    def _nominal(self, fits: Callable[[Sequence[str]], bool]) -> str | None:
        """Return a short clause by its verb, as a noun: `ik loop vast` gives `vastlopen`; None for others."""
        nominal = self.clause.nominal if self.clause else ""
        words = low_words(nominal)
        whole = self.clause is not None and not self.clause.order.after
        return nominal if whole and 0 < len(words) <= SHORT and fits(words[:-1]) else None

    @property
    def bare(self) -> str | None:
        """The words behind `wat voor`: a noun without its determiner, a short clause by its verb.

        None when they cannot stand there.
        """
        if self.clause:
            return self._nominal(only_adverbs)
        if phrase := self.deed or self.noun:
            return phrase.bare
        if self._is_twofold:
            return None
        if self.verb:
            return self.verb
        first = self.words[0].low if len(self.words) > 1 else ""
        if not self.is_chunk or first in LEADING - INDEFINITE or self._has_object:
            return None
        return turned(self.words[1:], self.address) if first in INDEFINITE else self.plain

    @property
    def definite(self) -> str | None:
        """The words behind a preposition; None when they cannot stand there for certain."""
        if self.clause:
            nominal = self._nominal(makes_noun)
            return nominal and f"dat {nominal}"
        if phrase := self.deed or self.noun:
            return phrase.definite
        if self._is_twofold:
            return None
        if self.verb:
            return f"dat {self.verb}"
        low = [word.low for word in self.words]
        if len(low) == 1 and low[0] in closed.NOMINATIVE | {"mij", "me"}:
            stressed = "u" if self.address == "u" else "jou"
            return BEHIND_PREPOSITION.get(low[0], stressed)
        if not self.is_chunk or (len(low) > 1 and low[0] in closed.PREPOSITIONS | INDEFINITE):
            return None
        as_noun = is_infinitive(low[-1]) or is_adjective(low[-1]) or is_participle(low[-1])
        return f"dat {self.plain}" if as_noun and low[0] not in closed.DETERMINERS else self.plain


def stretches(typed: str, text: str) -> list[str]:
    """Return the stretches of whole words that begin with what was typed, the shortest first."""
    typed, words = typed.strip().lower(), tokens(text)
    starts = (word.start for word in words if text[word.start :].lower().startswith(typed))
    begin = next(starts, -1) if typed else -1
    ends = [word.end for word in words if word.end >= begin + len(typed)] if begin >= 0 else []
    return [text[begin:end] for end in ends[:LONGEST_LIST]]


def _verbal(low: Sequence[str]) -> bool:
    """Return whether a stretch holds a finite verb that is no noun, adjective or infinitive."""
    for at, word in enumerate(low):
        if word in closed.NEVER_VERBS or is_infinitive(word) or is_noun(word):
            continue
        if is_adjective(word) or is_participle(word):
            continue
        sure = word in ("is", "ben", "was", "heb", "heeft", "had")
        led = at > 0 and low[at - 1] in closed.ARTICLES | closed.POSSESSIVES and not is_surely_finite(word)
        if finite(word) and (sure or (len(low) > 1 and not led)):
            return True
    return False
