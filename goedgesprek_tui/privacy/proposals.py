"""What can come in the place of a finding: the name dropped, or the role of the person in brackets."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from goedgesprek_tui.clean import closed
from goedgesprek_tui.privacy import roles
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.lists import fold
from goedgesprek_tui.privacy.words import Word, words_of

BY_KIND = {
    Kind.PHONE: "telefoonnummer",
    Kind.EMAIL: "e-mailadres",
    Kind.ADDRESS: "adres",
    Kind.BIRTH: "datum",
    Kind.BSN: "nummer",
    Kind.SCHOOL: "school",
}
WITH_ARTICLE = frozenset("juf meester mentor directeur leraar leerkracht conciërge concierge coach".split())
STAFF = ("juf", "meester")
RELATED = (roles.CHILD, roles.PARENT)
OTHERS = ("naam", "naam kind", "naam ouder", *STAFF)
NUMBERS = ("rekeningnummer", "kenteken", "webadres", "account", "groep")
ROLES = sorted({*BY_KIND.values(), *OTHERS, *NUMBERS, *roles.STAFF.values(), "kind", "ouder"})
LABEL = re.compile(rf"\[(?:(?:{'|'.join(map(re.escape, ROLES))})(?: [A-Z]{{1,2}})?|…)\]")
"""What was put in the place of something found: `[naam kind]`, `[kind A]`, `[telefoonnummer]`."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Proposal:
    """What would stand in place of `text[start:end]`; the stretch can be wider than the finding."""

    start: int
    end: int
    instead: str

    def applied(self, text: str) -> str:
        """Return the text as it would read."""
        return text[: self.start] + self.instead + text[self.end :]

    def shown(self, text: str) -> str:
        """Return the replacement with a word on either side, for a line that is read."""
        before = re.search(r"\S*\s*\Z", text[: self.start])
        after = re.match(r"\s*\S*", text[self.end :])
        return f"{before[0] if before else ''}{self.instead}{after[0] if after else ''}".strip()


def proposals(
    finding: Finding, text: str, among: Sequence[Finding] = (), used: Collection[str] = ()
) -> tuple[Proposal, ...]:
    """Return what can come in place of a finding, the best first; never empty.

    `among` are all findings of the text: two people of one role become `[kind A]` and `[kind B]`. `used` are
    the words in brackets that stand there already, so that no letter seems to mean the same person twice.
    """
    made = [*_dropped(finding, text), *_in_brackets(finding, text, among, used)]
    return tuple(dict.fromkeys(made))


def _dropped(finding: Finding, text: str) -> Iterator[Proposal]:
    """Give the sentence without the name, where the word before it says enough."""
    said = words_of(text[: finding.start])
    if finding.kind is not Kind.PERSON or not said or text[said[-1].end : finding.start] not in (" ", ""):
        return
    cue = said[-1]
    start, end = cue.end, finding.end + _possessive(text, finding.end)
    if end > finding.end:
        return
    before = said[-2].fold if len(said) > 1 and not said[-1].first else ""
    if cue.fold not in roles.KIN and cue.fold not in roles.STAFF:
        return
    if before in closed.POSSESSIVES or before in ("de", "het", "die", "een"):
        yield Proposal(start, end, "")
    elif cue.fold in WITH_ARTICLE and (
        before in closed.PREPOSITIONS or (cue.first and _verb_follows(text, end))
    ):
        word = cue.text[0].lower() + cue.text[1:]
        yield Proposal(cue.start, end, f"{'De' if cue.text[0].isupper() else 'de'} {word}")


def _in_brackets(
    finding: Finding, text: str, among: Sequence[Finding], used: Collection[str]
) -> Iterator[Proposal]:
    if finding.kind is not Kind.PERSON:
        word = finding.role or BY_KIND.get(finding.kind, "")
        if finding.kind is Kind.OTHER and not finding.role:
            yield Proposal(finding.start, finding.end, "[…]")
            return
        yield Proposal(finding.start, finding.end, f"[{word}]")
        return
    for role in dict.fromkeys((finding.role or OTHERS[0], *OTHERS)):
        if role in STAFF and finding.role in RELATED:
            continue
        start = _role_before(finding, text) if role in STAFF and role == finding.role else finding.start
        yield Proposal(start, finding.end, f"[{_lettered(role, finding, text, among, used)}]")


def _lettered(role: str, finding: Finding, text: str, among: Sequence[Finding], used: Collection[str]) -> str:
    """Return the role, with a letter when more people of it stand in the text, or one did."""
    people = [one for one in among if one.kind is Kind.PERSON and (one.role or role) == role]
    names = list(dict.fromkeys(fold(one.words(text)) for one in people))
    short = role.removeprefix("naam ")
    own = fold(finding.words(text))
    if own not in names or (len(names) < 2 and f"[{short} " not in text):
        return role
    free = (letter for letter in map(_letter, count()) if f"[{short} {letter}]" not in used)
    return f"{short} {next(islice(free, names.index(own), None))}"


def _letter(number: int) -> str:
    """Return A, B … Z, AA, AB …"""
    high, low = divmod(number, len(LETTERS))
    return (_letter(high - 1) if high else "") + LETTERS[low]


def _role_before(finding: Finding, text: str) -> int:
    """Return where `juf` begins when it stands right before the name, so that it is replaced as well."""
    said = words_of(text[: finding.start])
    return said[-1].start if said and roles.STAFF.get(said[-1].fold) == finding.role else finding.start


def _possessive(text: str, end: int) -> int:
    found = re.match(r"['’]?s\b|['’](?!\w)", text[end:])
    return len(found[0]) if found else 0


def _verb_follows(text: str, end: int) -> bool:
    rest: list[Word] = words_of(text[end:])
    return bool(rest) and not text[end : end + rest[0].start].strip() and rest[0].says_of_one
