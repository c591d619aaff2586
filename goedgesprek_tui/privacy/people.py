"""Finding names of people: by the words around them, by lists of names, by their capital."""

from collections.abc import Sequence
from dataclasses import dataclass

from goedgesprek_tui.clean import closed
from goedgesprek_tui.privacy import roles
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.lists import word_list
from goedgesprek_tui.privacy.words import Word, never_names, words_of

CALLED = frozenset("heet heten heette genaamd genoemd bijnaam roepnaam".split())
NAMING = frozenset("noem noemt noemen noemde noemden".split())
NAMED = frozenset("hij ze zij hem haar ook dus eigenlijk is mij me hen ik nu gewoon 'm 'r".split())
"""Words that can stand between `heet` and a name."""
PREFIXES = frozenset(
    """
    van de der den het 't ter ten te in op vander vande el al ben bint bin ait ould da do dos du di la le von
    abu abo
    """.split()
)
JOINS = frozenset(("en", "of", "&"))
WHOSE = frozenset("z'n d'r zijn haar".split())
NEAR_PERSON = frozenset("volgens tegen namens met aan".split())
TOWARDS_WHOM = frozenset(
    "onze ons mijn m'n mn zijn z'n haar d'r hun je jullie jouw uw de het dat die deze".split()
)
STREETS = ("straat", "laan", "plein", "gracht", "kade", "singel", "dreef", "steeg", "weg", "park", "hof")
SHORTEST_LOW = 4
SHORTEST_UNKNOWN = 3


@dataclass(frozen=True)
class Seen:
    """A word that was taken for a name: why, how certainly, and what can stand in its place."""

    reason: str
    certain: bool = True
    role: str = ""
    start: int | None = None
    """The first word of the name, when prefixes stand before it: `van der Meulen`."""


def people_in(text: str) -> list[Finding]:
    """Return the names of people in a text, in order and not overlapping."""
    said = words_of(text)
    return _Reader(text, said).findings()


class _Reader:
    """Reads the words of one text; each word is asked once what it may be."""

    def __init__(self, text: str, said: Sequence[Word]) -> None:
        self.text = text
        self.said = said
        self.never = never_names(said)
        self.seen: dict[int, Seen] = {}

    def findings(self) -> list[Finding]:
        for at in range(len(self.said)):
            if found := self._behind_a_word(at) or self._by_itself(at):
                self.seen[at] = found
        self._spread()
        return self._spans()

    # --- words around it ---------------------------------------------------------------------------

    def _behind_a_word(self, at: int) -> Seen | None:
        if not at or self._apart(at):
            return self._behind_a_comma(at)
        return self._called(at) or self._behind_a_role(at) or self._of_whom(at)

    def _called(self, at: int) -> Seen | None:
        """Return a name behind `heet`, `genaamd`, `ze noemen hem`."""
        cue = at - 1
        while cue > 0 and self.said[cue].fold in NAMED and not self._apart(cue):
            cue -= 1
        before = self.said[cue].fold
        if before not in CALLED and not (before in NAMING and cue < at - 1):
            return None
        word = self.said[at]
        if self._can_be_name(at) and (word.capital or word.sure or not word.dutch):
            child = any(one.fold in roles.CHILDREN for one in self.said[max(0, cue - 3) : cue])
            return Seen(f"staat na „{self.said[cue].text}”", role=roles.CHILD if child else "")
        return None

    def _behind_a_role(self, at: int) -> Seen | None:
        """Return a name behind `juf`, `meneer van der`, `mijn zoon`."""
        start = self._before_prefixes(at)
        if not start:
            return None
        cue, word = self.said[start - 1], self.said[at]
        role = cue.fold if cue.fold in roles.ALL else cue.fold.removesuffix("s")
        if role not in roles.ALL or (start < at and not word.capital) or not self._can_be_name(at):
            return None
        if start < at and role not in roles.TITLES and self.said[start].fold == "van" and start + 1 == at:
            return None
        found = Seen(f"staat na „{cue.text}”", role=roles.replaced_by(role), start=start)
        if start < at:
            return found
        return found if self._fits_role(at, role) else self._may_fit_role(at, found)

    def _fits_role(self, at: int, role: str) -> bool:
        """Return whether the word right behind a role is certainly a name."""
        word = self.said[at]
        if word.sure or (word.capital and (word.given or word.surname)):
            return True
        if word.capital:
            return not word.dutch or (role not in roles.KIN and not word.verb and at not in self.never)
        if role in roles.KIN and self._word_before(at - 1) not in TOWARDS_WHOM:
            return False
        followed = at + 1 < len(self.said) and self.said[at + 1].says_of_one and not self._apart(at + 1)
        if word.given:
            return followed and not word.says_of_one
        return not word.dutch and len(word.fold) >= SHORTEST_UNKNOWN and followed

    def _may_fit_role(self, at: int, found: Seen) -> Seen | None:
        word = self.said[at]
        if word.capital and not word.says_of_one:
            return Seen(found.reason, certain=False, role=found.role)
        unknown = not word.dutch and len(word.fold) > SHORTEST_UNKNOWN and not word.fold.endswith("t")
        return Seen(found.reason, certain=False, role=found.role) if unknown else None

    def _of_whom(self, at: int) -> Seen | None:
        """Return a name behind `de moeder van`."""
        if at < 2 or self.said[at - 1].fold != "van" or self.said[at - 2].fold not in roles.OF_WHOM:
            return None
        word = self.said[at]
        if not self._can_be_name(at) or self._word_before(at - 2) == "":
            return None
        found = Seen(f"staat na „{self.said[at - 2].text} van”", role=roles.CHILD)
        if word.sure or (word.capital and (word.given or word.surname or not word.dutch)):
            return found
        if word.capital or (not word.dutch and len(word.fold) > SHORTEST_UNKNOWN):
            return Seen(found.reason, certain=False, role=found.role)
        return None

    def _behind_a_comma(self, at: int) -> Seen | None:
        """Return a name that says who was meant: `haar leerkracht, Dineke, begint`."""
        if not at or self.said[at].gap.strip() not in (",", "(", ":", "-", "–"):
            return None
        word, cue = self.said[at], self.said[at - 1]
        if cue.fold not in roles.ALL or not word.capital or not self._can_be_name(at):
            return None
        if word.given or word.surname or not word.dutch:
            return Seen(f"staat na „{cue.text}”", role=roles.replaced_by(cue.fold))
        return None

    # --- the word itself ---------------------------------------------------------------------------

    def _by_itself(self, at: int) -> Seen | None:
        word = self.said[at]
        if not self._can_be_name(at) or at in self.never:
            return None
        if word.sure:
            return self._listed(at)
        if not word.capital:
            return None
        if word.surname and not word.dutch:
            return Seen("staat in de lijst met achternamen", certain=not word.first or self._of_a_person(at))
        if not word.dutch:
            return self._unknown(at)
        return self._also_a_word(at)

    def _listed(self, at: int) -> Seen | None:
        word = self.said[at]
        found = Seen("staat in de lijst met voornamen")
        if word.capital:
            return found if len(word.base) > 1 else None
        if (
            self._article_before(at)
            or len(word.base) < SHORTEST_UNKNOWN
            or word.base in word_list("low_words")
        ):
            return None
        long = len(word.base) >= SHORTEST_LOW or self._of_a_person(at)
        return Seen(found.reason, certain=long)

    def _unknown(self, at: int) -> Seen | None:
        word = self.said[at]
        if len(word.fold) < SHORTEST_UNKNOWN or word.text.isupper() or any(c.isdigit() for c in word.text):
            return None
        if self._calls(at):
            return Seen("wordt hier geroepen")
        if self._of_a_person(at) and not self._article_before(at):
            return Seen("er staat bij wat deze persoon doet of heeft")
        if word.first and not self._verb_after(at):
            return None
        reason = "is geen gewoon woord en heeft een hoofdletter"
        return None if word.fold.endswith(STREETS) else Seen(reason, certain=False)

    def _also_a_word(self, at: int) -> Seen | None:
        """Return a word with a capital that is a Dutch word too: `Roos`, `Storm`."""
        word = self.said[at]
        if self._article_before(at) or (word.verb and not word.given) or word.text.isupper():
            return None
        if word.given and (self._with_me(at) or self._has_somebody(at)):
            return Seen("staat in de lijst met voornamen")
        if word.first:
            verb = self._verb_after(at)
            return Seen("is ook een voornaam", certain=False) if word.given and verb else None
        if word.given or word.surname:
            reason = "is ook een voornaam" if word.given else "is ook een achternaam"
            return Seen(reason, certain=word.given and self._speaks(at))
        return Seen("heeft midden in de zin een hoofdletter", certain=False)

    # --- looking around ----------------------------------------------------------------------------

    def _can_be_name(self, at: int) -> bool:
        """Return whether a word could be a name at all; one that mostly is none, only when a list has it."""
        word = self.said[at]
        if word.fold in roles.ALL or not word.fold[:1].isalpha():
            return False
        if at in self.never:
            return word.given and word.capital and not word.first
        if word.little and not (word.capital and not word.first and word.given):
            return False
        return word.fold not in PREFIXES

    def _apart(self, at: int) -> bool:
        """Return whether something other than a space stands before a word."""
        return self.said[at].gap.strip(" \t.\"'“„‘") != "" or (
            self.said[at].first and self.said[at].gap.strip() not in ("", ".")
        )

    def _word_before(self, at: int) -> str:
        return self.said[at - 1].fold if at > 0 and not self._apart(at) else ""

    def _article_before(self, at: int) -> bool:
        before = self._word_before(at)
        return before in closed.DETERMINERS and before not in ("ons", "onze", "ieder", "hun", "wat", "alle")

    def _before_prefixes(self, at: int) -> int:
        """Return the first of the prefixes before a name, or where the name itself stands."""
        start = at
        while start > 0 and self.said[start - 1].fold in PREFIXES and not self._apart(start):
            start -= 1
        return 0 if self._apart(start) else start

    def _verb_after(self, at: int) -> bool:
        return at + 1 < len(self.said) and not self._apart(at + 1) and self.said[at + 1].says_of_one

    def _speaks(self, at: int) -> bool:
        """Return whether what stands behind a word is only said of people."""
        after = self.said[at + 1] if at + 1 < len(self.said) and not self._apart(at + 1) else None
        return bool(after and (after.fold in roles.SPEAKING or after.fold in WHOSE))

    def _with_me(self, at: int) -> bool:
        """Return whether `en ik`, `en zijn moeder` stands behind a word."""
        after = [word.fold for word in self.said[at + 1 : at + 3]]
        return after[:1] == ["en"] and after[1:2] in (["ik"], ["zijn"], ["haar"], ["z'n"], ["d'r"], ["wij"])

    def _has_somebody(self, at: int) -> bool:
        """Return whether a word has the s of whose it is, and behind it what is that person's."""
        word, after = self.said[at], self.said[at + 1 : at + 2]
        return word.base != word.fold and bool(after) and (after[0].fold in roles.KIN or after[0].dutch)

    def _of_a_person(self, at: int) -> bool:
        near = self._word_before(at) in ("volgens", "namens", "tegen")
        return self._speaks(at) or near or self._with_me(at)

    def _calls(self, at: int) -> bool:
        """Return whether a word is called out: at the head of a quote, with a comma behind it."""
        word = self.said[at]
        opened = (
            word.gap.rstrip()[-1:] in ("'", '"', "„", "‘", "“")
            or self.text[max(0, word.start - 1)] in "'\"„‘“"
        )
        return opened and self.text[word.end : word.end + 1] in (",", "!")

    # --- from words to findings --------------------------------------------------------------------

    def _spread(self) -> None:
        """Let what stands in one row with a name be a name, and a name be one everywhere in the text."""
        for order in (range(len(self.said)), range(len(self.said) - 1, -1, -1)):
            for at in order:
                for other in (at - 1, at - 2, at + 1, at + 2):
                    if self._in_row(at, other):
                        self.seen[at] = Seen("staat naast een andere naam", role=self.seen[other].role)
        certain = {self.said[at].base for at, one in self.seen.items() if one.certain}
        for at, word in enumerate(self.said):
            here = self.seen.get(at)
            again = word.base in certain and not (here and here.certain)
            if again and (word.capital or word.sure or not word.dutch):
                self.seen[at] = Seen("staat vaker in deze zin als naam")

    def _in_row(self, at: int, other: int) -> bool:
        if not 0 <= other < len(self.said) or other not in self.seen or not self.seen[other].certain:
            return False
        if at in self.never or not self._can_be_name(at) or not self.said[at].capital:
            return False
        if at in self.seen and self.seen[at].certain:
            return False
        word, low, high = self.said[at], min(at, other), max(at, other)
        if word.first and word.dutch and not word.given:
            return False
        if high - low == 1:
            return self.said[high].gap.strip() in (",", "/", "&")
        return self.said[low + 1].fold in JOINS and not self._apart(high) and not self._apart(low + 1)

    def _spans(self) -> list[Finding]:
        found: list[Finding] = []
        at = 0
        while at < len(self.said):
            if at not in self.seen:
                at += 1
                continue
            last = self._last_of(at)
            one = self.seen[at]
            start = self.said[at if one.start is None else one.start].start
            certain = any(self.seen[part].certain for part in range(at, last + 1) if part in self.seen)
            end = self.said[last].base_end
            best = next(
                (
                    self.seen[part]
                    for part in range(at, last + 1)
                    if part in self.seen and self.seen[part].certain
                ),
                one,
            )
            role = next(
                (
                    self.seen[part].role
                    for part in range(at, last + 1)
                    if part in self.seen and self.seen[part].role
                ),
                "",
            )
            if not found or start >= found[-1].end:
                found.append(Finding(start, end, Kind.PERSON, best.reason, certain, role))
            at = last + 1
        return found

    def _last_of(self, at: int) -> int:
        """Return the last word of a name that begins here: `Karin ter Horst`."""
        last = at
        while self.said[last].base == self.said[last].fold:
            at = last + 1
            while at < len(self.said) and self.said[at].fold in PREFIXES and not self._parted(at):
                at += 1
            if at >= len(self.said) or self._parted(at) or not self._goes_on(at, at > last + 1):
                break
            last = at
        return last

    def _parted(self, at: int) -> bool:
        return self.said[at].gap.strip(" \t") != ""

    def _goes_on(self, at: int, behind_prefix: bool) -> bool:
        word = self.said[at]
        if word.fold in roles.ALL or at in self.never or (word.little and not behind_prefix):
            return False
        if word.capital:
            return behind_prefix or word.given or word.surname or not word.dutch
        return not behind_prefix and not word.dutch and (word.given or word.surname) and at in self.seen
