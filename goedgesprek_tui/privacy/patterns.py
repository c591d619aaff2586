"""Finding what has a form of its own: addresses of mail and web, dates of birth, plates, initials."""

import re
from collections.abc import Iterator

from goedgesprek_tui.privacy.finding import Finding, Kind

DOT = r"(?:\.|\s+punt\s+|\s+dot\s+)"
AT = r"(?:\s*\(at\)\s*|\s*@\s*|\s+ap(?:en|e)staartje\s+|\s+at\s+)"
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{0,63}[\w+-]@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?!\w)")
SPOKEN_MAIL = re.compile(
    rf"(?<![\w.-])[\w-]{{1,40}}(?:{DOT}[\w-]{{1,40}}){{0,4}}{AT}[\w-]{{1,40}}(?:{DOT}[\w-]{{1,40}}){{0,3}}?{DOT}"
    r"(?:nl|com|net|org|be|eu|de|fr|pl|school|amsterdam|frl)\b",
    re.IGNORECASE,
)
WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']{0,400}[\w/]"
    r"|(?<![\w.@-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:nl|com|be|eu|org)(?:/[\w/-]{0,200})?\b(?!@)",
    re.IGNORECASE,
)
SHOPS = re.compile(
    r"(?:www\.)?(?:bol|marktplaats|google|facebook|youtube|whatsapp|vinted|amazon|duo|belastingdienst|rijksoverheid)"
    r"\.(?:nl|com)\Z",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z][\w.]{2,}\b")
ACCOUNT = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|account|gebruikersnaam|inlognaam|facebook)"
    r"(?:\s+(?:is|heet|naam|van|hem|haar|me|mij|ze|zij|hij|ik))*\s*:?\s+(?P<name>[a-z]{1,40}(?=[a-z0-9._]{0,40}[\d_])[\w.]{0,40}\w)",
    re.IGNORECASE,
)
MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
MONTH_IN_FULL = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
UPON = r"(?:ën|en)"
DAY_IN_WORDS = (
    rf"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|(?:{TEENS})de"
    rf"|(?:(?:{ONES}){UPON})?(?:twintig|dertig)(?:ste)?|één|twee|drie|vier|vijf|zes|zeven|acht|negen|{TEENS})"
)
YEAR_IN_WORDS = (
    rf"(?:twee ?duizend(?: ?(?:en ?)?(?:(?:(?:{ONES}){UPON})?(?:{TENS})|{TEENS}|{ONES}))?"
    rf"|negentien ?(?:honderd ?)?(?:en ?)?(?:(?:(?:{ONES}){UPON})?(?:{TENS})|{TEENS}))"
)
DATE = re.compile(
    rf"\b(?:{DAY_IN_WORDS}\s+(?:van\s+)?(?:{MONTH_IN_FULL})(?:\s+(?:{YEAR_IN_WORDS}|['’]\d\d|(?:19|20)\d\d))?"
    rf"|[0-3]?\d(?:e|ste|de)?\s+(?:van\s+)?{MONTH}\.?(?:\s+(?:['’]\d\d|(?:19|20)\d\d))?"
    r"|[0-3]?\d\s?[-/.]\s?[01]?\d(?:\s?[-/.]\s?['’]?(?:19|20)?\d\d)?|(?:19|20)\d\d-[01]\d-[0-3]\d)(?![\w-])",
    re.IGNORECASE,
)
WITH_YEAR = re.compile(
    rf"(?:19|20)\d\d|['’]\d\d\Z|\d\s?[-/.]\s?\d+\s?[-/.]\s?['’]?\d\d\Z|\s{YEAR_IN_WORDS}\Z",
    re.IGNORECASE,
)
BORN = re.compile(
    r"\b(?:geboren|geboorte\w*|jarig|verjaar\w*|verjaard\w*|bevallen|geb\.?|"
    r"(?:zoon|dochter|kind|hij|zij|ze) is van)(?!\w)",
    re.IGNORECASE,
)
OF_BIRTH = 60
"""How many characters from a word of birth a date may stand, to be that of the birth."""
PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]"
    r"|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)"
    r"(?![\w-])",
    re.IGNORECASE,
)
"""The sidecodes of Dutch number plates, 4 to 14."""
NO_LOW_PLATE = re.compile(r"[aeiou]|(?<![a-z])(?:km|cm|mm|kg|ml|nr|vs)(?![a-z])", re.IGNORECASE)
"""What a plate in small letters never holds, and `11-en-12` or `10-km-20` does."""
INITIALS = re.compile(
    r"\b(?:[A-Z]\.){1,4}(?:-?[A-Z]\.)? ?(?:(?i:van|de|der|den|ter|ten|el|al)\s){0,3}[A-Z][a-zà-ÿ]{2,40}"
    r"(?:-[A-Z]\w+)?"
    r"|\b(?:[A-Z]\. ?){2,5}(?!\w)"
)
ABBREVIATIONS = frozenset(
    """
    O.K. N.B. P.S. B.V. N.V. T.V. A.U.B. M.A.W. T.Z.T. I.B. G.G.D. W.C. C.V. M.R. I.D. A.D.H.D. A.Z.C. V.S.
    A.H. D.W.Z.
    """.split()
)
ROLE_INITIAL = re.compile(
    r"\b(?P<role>juf(?:frouw)?|meester|meneer|mevrouw|mentor|directeur|"
    r"(?:mijn|onze|zijn|haar) (?:zoon|dochter|kind|man|vrouw)) (?P<name>[A-Z]\.?)(?![\w'’])(?!\.\w)",
    re.IGNORECASE,
)


def patterns_in(text: str) -> Iterator[Finding]:
    """Give what is found by its form alone; findings may overlap."""
    for pattern in (MAIL, SPOKEN_MAIL):
        yield from (_found(match, Kind.EMAIL, "lijkt op een e-mailadres") for match in pattern.finditer(text))
    yield from _web(text)
    yield from _dates(text)
    for match in PLATE.finditer(text):
        if match[0].isupper() or not NO_LOW_PLATE.search(match[0]):
            yield _found(match, Kind.OTHER, "lijkt op een kenteken", role="kenteken")
    yield from _initials(text)


def _found(
    match: re.Match[str],
    kind: Kind,
    reason: str,
    certain: bool = True,
    role: str = "",
    group: int | str = 0,
) -> Finding:
    return Finding(match.start(group), match.end(group), kind, reason, certain, role)


def _web(text: str) -> Iterator[Finding]:
    for match in WEB.finditer(text):
        if not SHOPS.match(match[0]):
            yield _found(match, Kind.OTHER, "lijkt op een webadres", role="webadres")
    for match in HANDLE.finditer(text):
        yield _found(match, Kind.OTHER, "lijkt op een naam op internet", role="account")
    for match in ACCOUNT.finditer(text):
        yield _found(match, Kind.OTHER, "lijkt op een naam op internet", role="account", group="name")


def _dates(text: str) -> Iterator[Finding]:
    born = [match.span() for match in BORN.finditer(text)]
    for match in DATE.finditer(text):
        near = any(match.start() - end < OF_BIRTH and start - match.end() < OF_BIRTH for start, end in born)
        if near and (WITH_YEAR.search(match[0]) or re.search(r"[a-z/-]", match[0], re.IGNORECASE)):
            yield _found(match, Kind.BIRTH, "is een datum bij een geboorte of verjaardag")
        elif WITH_YEAR.search(match[0]):
            reason = "is een hele datum, misschien van een geboorte"
            yield _found(match, Kind.BIRTH, reason, certain=False)


def _initials(text: str) -> Iterator[Finding]:
    for match in INITIALS.finditer(text):
        if match[0].replace(" ", "") not in ABBREVIATIONS:
            end = match.start() + len(match[0].rstrip())
            yield Finding(match.start(), end, Kind.PERSON, "lijkt op voorletters")
    for match in ROLE_INITIAL.finditer(text):
        if match["name"].isupper() and match["name"] != "U":
            yield _found(match, Kind.PERSON, f"staat na „{match['role']}”", group="name")
