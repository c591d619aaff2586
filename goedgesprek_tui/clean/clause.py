"""A main clause read so that it can stand behind `wanneer`: its verb at the end, said back to the speaker.

Word order: Algemene Nederlandse Spraakkunst, chapters 20 and 21. What is not read with certainty is not
turned: a wrong sentence costs an ambassador more than a question with the words between quotation marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goedgesprek_tui.clean import closed
from goedgesprek_tui.clean.order import Order, put_verb
from goedgesprek_tui.clean.parts import Parts, read_main, read_subordinate
from goedgesprek_tui.clean.pronouns import Address, turned
from goedgesprek_tui.clean.tails import joined
from goedgesprek_tui.clean.tokens import Token, tokens
from goedgesprek_tui.clean.verbs import you_form

LONGEST = 14
DENIALS = frozenset("niet geen nooit niks niets niemand nergens".split())
REPEATED = frozenset("altijd vaak soms steeds elke iedere telkens meestal nooit".split())
SAYING_NOTHING = frozenset("niet nog ook wel al echt meer".split())
BREAKS = frozenset(',;:?!.…"“”„«»()[]{}<>|/\\=*_#@&')


@dataclass(frozen=True)
class Clause:
    """A clause said back to the speaker, in pieces; `can` is empty when it makes no question with kan.

    `past` says that it was told in the past tense, `once` that it was about one time.
    """

    subject: str
    order: Order
    plural: bool = False
    past: bool = False
    once: bool = False

    @property
    def subordinate(self) -> str:
        """The clause with its verb at the end, as it stands behind `wanneer`, `zodat` or `voordat`."""
        return joined(self.subject, self.order.before, self.order.verb, self.order.after)

    @property
    def nominal(self) -> str:
        """The clause as a noun: `ik loop vast` gives `vastlopen`; empty where that says nothing."""
        verb, others = self.order.infinitive, {*self.subject.split(), *self.order.before.split()}
        nobody = "niemand" in others or not DENIALS.isdisjoint(self.subject.split())
        if not verb or nobody or verb in ("zijn", "hebben", "worden"):
            return ""
        return joined(self.order.before, verb, self.order.after)

    @property
    def can(self) -> str:
        """The clause as a question with kunnen: `kunnen jullie samen eten`."""
        said = {*self.subject.split(), *self.order.before.split(), *self.order.after.split()}
        if self.order.infinitive is None or not DENIALS.isdisjoint(said):
            return ""
        verb = "kunnen" if self.plural else ("kun" if self.subject == "je" else "kan")
        verb = "kunt" if self.subject == "u" else verb
        return joined(verb, self.subject, self.order.before, self.order.infinitive, self.order.after)


def read_clause(text: str, address: Address = "je", behind: bool = False) -> Clause | None:
    """Return the clause that a stretch of text is, or None when that is not certain.

    `behind` says that it was said behind `dat`, `als` and the like, so that its verb stands at its end.
    """
    words = strip_edges(tokens(text))
    if not 1 < len(words) <= LONGEST or _broken(text, words) or text.rstrip().endswith("?"):
        return None
    if not closed.CONTRACTED.isdisjoint(word.low for word in words):
        return None
    if words[0].low in closed.CLAUSE_OPENERS and (parts := read_subordinate(words[1:])):
        return _clause(parts, address)
    parts = read_subordinate(words) if behind else read_main(words) or read_subordinate(words, behind=False)
    return _clause(parts, address) if parts else None


def strip_edges(words: Sequence[Token]) -> Sequence[Token]:
    """Return words without the connectors and fillers at their edges, as `maar …` and `… zeg maar`."""
    start, end = 0, len(words)
    while start < end and words[start].low in closed.CONNECTORS:
        start += 1
    while start < end:
        tail = tuple(word.low for word in words[start:end])
        phrase = next((phrase for phrase in closed.FILLER_PHRASES if tail[-len(phrase) :] == phrase), None)
        if phrase:
            end -= len(phrase)
        elif tail[-1] in closed.FILLERS:
            end -= 1
        else:
            break
    return words[start:end]


def _broken(text: str, words: Sequence[Token]) -> bool:
    inside = text[words[0].start : words[-1].end]
    return not BREAKS.isdisjoint(inside) or "--" in inside or " - " in inside or " – " in inside


def _clause(parts: Parts, address: Address) -> Clause | None:
    subject = [word.low for word in parts.subject]
    first_person = subject in (["ik"], ["'k"], ["ikke"], ["ikzelf"])
    own = (
        first_person
        or subject in (["we"], ["wij"])
        or subject[-2:] == ["en", "ik"]
        or subject[:2] == ["ik", "en"]
    )
    inverted_you = subject in (["je"], ["jij"]) and not parts.read.third
    verb = you_form(parts.verb.low) if first_person or inverted_you else parts.verb.low
    if parts.read.infinitive == "weten" and {word.low for word in parts.rest} <= SAYING_NOTHING:
        return None
    order = put_verb(parts, verb, own, address) if verb else None
    if order is None:
        return None
    past = parts.read.past and parts.read.infinitive != "zullen"
    repeated = not REPEATED.isdisjoint(word.low for word in parts.rest)
    return Clause(turned(parts.subject, address), order, parts.read.plural, past, past and not repeated)
