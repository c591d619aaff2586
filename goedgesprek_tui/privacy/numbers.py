"""Finding numbers that belong to one person: telephone, burgerservicenummer, account, file."""

import re
from collections.abc import Iterator

from goedgesprek_tui.privacy.finding import Finding, Kind

DIGITS = re.compile(r"\d")
FEWEST_OF_PHONE = 8
MOBILE = re.compile(r"(?<![\d.,-])(?:\+31|0031|0)[ .-]?(?:\(0\))?[ .-]?6(?:[ .-]?\d){8}(?!\d)")
WITHOUT_ZERO = re.compile(r"(?<![\d.,-])6[ -]?\d{8}(?!\d)")
LAND = re.compile(r"(?<![\d.,-])\(?0[1-578]\d{1,2}\)?[ .-]{0,3}\d(?:[ .-]?\d){5,7}(?!\d)")
NINE = re.compile(r"(?<![\d.,-])\d(?:[ .-]?\d){8}(?![ .-]?\d)")
BSN_WORD = re.compile(r"\b(?:bsn|burgerservice\s?nummer|sofi-?nummer|service ?nummer)\b", re.IGNORECASE)
BEHIND = re.compile(r"[^\d.!?]{0,30}?(?P<number>\d(?:[ .-]?\d){7,8})(?!\d)")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b")
DUTCH_IBAN = re.compile(r"\bNL ?\d{2} ?[A-Z]{4}(?: ?\d){10}\b", re.IGNORECASE)
FILE = re.compile(
    r"\b(?:leerling|dossier|zaak|patiënt|cliënt|client|polis|paspoort|v|klant|registratie|deelnemer|vreemdelingen|id|rijbewijs)-?"
    r"\s?(?:nummer|nr\.?)(?:\s+(?:is|was|van|hem|haar|mijn))*\s*:?\s*(?P<number>[A-Z0-9][A-Z0-9.-]*\d[A-Z0-9.-]*[A-Z0-9])\b",
    re.IGNORECASE,
)
SPOKEN = r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|\w*tien|\w*tig)"
SPOKEN_PHONE = re.compile(rf"\bnul[ -]?(?:zes|\w+)(?:[ ,-]+{SPOKEN}){{4,}}\b", re.IGNORECASE)


def numbers_in(text: str) -> Iterator[Finding]:
    """Give the numbers of persons in a text; findings may overlap, and a BSN comes before a telephone."""
    yield from _spoken(text)
    digits = len(DIGITS.findall(text))
    if digits < 4:
        return
    yield from _files(text)
    if digits >= FEWEST_OF_PHONE:
        taken = [*_bsn(text), *_accounts(text)]
        yield from taken
        for one in _phones(text):
            if all(one.end <= other.start or other.end <= one.start for other in taken):
                yield one


def _spoken(text: str) -> Iterator[Finding]:
    for match in SPOKEN_PHONE.finditer(text):
        yield Finding(match.start(), match.end(), Kind.PHONE, "klinkt als een telefoonnummer")


def _files(text: str) -> Iterator[Finding]:
    for match in FILE.finditer(text):
        yield Finding(*match.span("number"), Kind.OTHER, "is een nummer van één persoon", role="nummer")


def _bsn(text: str) -> Iterator[Finding]:
    from stdnum.nl import bsn  # only when a text has this many digits

    for word in BSN_WORD.finditer(text):
        if behind := BEHIND.match(text, word.end()):
            yield Finding(*behind.span("number"), Kind.BSN, f"staat na „{word[0]}”")
    for match in NINE.finditer(text):
        if bsn.is_valid(match[0]) and not match[0].startswith("06"):
            yield Finding(*match.span(), Kind.BSN, "is een geldig burgerservicenummer")


def _accounts(text: str) -> Iterator[Finding]:
    from stdnum import iban

    reason = "lijkt op een rekeningnummer"
    for match in DUTCH_IBAN.finditer(text):
        yield Finding(*match.span(), Kind.OTHER, reason, role="rekeningnummer")
    for match in IBAN.finditer(text):
        if iban.is_valid(match[0]):
            yield Finding(*match.span(), Kind.OTHER, reason, role="rekeningnummer")


def _phones(text: str) -> Iterator[Finding]:
    from phonenumbers import PhoneNumberMatcher  # 30 ms to import

    reason = "lijkt op een telefoonnummer"
    for pattern in (MOBILE, LAND):
        yield from (Finding(*match.span(), Kind.PHONE, reason) for match in pattern.finditer(text))
    for match in WITHOUT_ZERO.finditer(text):
        yield Finding(*match.span(), Kind.PHONE, reason, certain=False)
    for number in PhoneNumberMatcher(text, "NL"):
        yield Finding(number.start, number.end, Kind.PHONE, reason)
