"""Finding schools by their name, and what makes a class or a child easy to recognise."""

import re
from collections.abc import Iterator

from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.lists import fold, never_phrases, word_list
from goedgesprek_tui.privacy.words import is_word

KINDS = (
    r"(?:(?:islamitische|openbare|christelijke|katholieke|montessori|dalton|jenaplan|hindoe)\s?)?basisschool|obs|"
    r"cbs|rkbs|pcbs|kbs|ibs|obd|sbo|kindcentrum|integraal kindcentrum|ikc|kc|voorschool|peuterspeelzaal|"
    r"kinderdagverblijf|kdv|bso|lyceum|college|scholengemeenschap|sg|csg|osg|praktijkschool|school|mbo"
)
CAPITAL = r"[A-ZÀ-Þ'’][\w'’-]{1,40}(?![\w'’-])"
ARTICLE = r"(?:[DdHh]e|[Hh]et|['’]t|St\.?|Sint|Prins(?:es)?|Koningin|Dr\.?|Pater|Meester|El|Al|As|An)"
NAMED = re.compile(
    rf"\b(?P<kind>(?i:{KINDS}))\s"
    rf"(?P<name>(?:{ARTICLE}\s){{0,3}}{CAPITAL}(?:\s(?:van|de|der|en)\s{CAPITAL}|\s{CAPITAL}){{0,4}})"
)
LOW_NAMED = re.compile(
    r"\b(?:basisschool|obs|cbs|rkbs|pcbs|ikc|kindcentrum)\s"
    r"(?P<name>(?:(?:de|het|'t|sint|st\.?)\s)?[^\W\d_]{3,})",
    re.IGNORECASE,
)
WORD_IN_NAME = r"[Cc]ollege|[Ll]yceum|[Gg]ymnasium|[Bb]asisschool|[Ss]chool|[Mm]avo"
OF_SCHOOL = r"Prins|Prinses|Koningin|Koning|Sint|St\.|Dr\.|Pater|Burgemeester|Meester|Al|El"
SAINT = re.compile(rf"(?<!\w)(?:(?:de|De)\s)?(?:Sint|St\.?)[ -](?P<name>{CAPITAL})")
ENDS = re.compile(
    rf"(?<![\w'’-])(?P<last>(?:(?:{OF_SCHOOL})\s)?[A-ZÀ-Þ][\w'’-]{{0,40}}(?:college|lyceum|gymnasium|school|schole)"
    rf"|{CAPITAL}\s(?:{WORD_IN_NAME}))(?!\w)"
)
ARTICLED = re.compile(rf"(?<=[\w,;] )(?P<name>(?:De|Het|['’]t) (?P<word>{CAPITAL})(?:\s{CAPITAL})?)")
BY = re.compile(
    r"\b(?i:op|bij|van|naar|in|voor)\s(?P<name>(?P<article>[Dd]e|[Hh]et|['’]t)\s(?P<word>[^\W\d_][\w-]{1,40}))(?![\w-])"
)
AT_HEAD = re.compile(rf"(?:^|(?<=[.!?] ))(?:De|Het|['’]t) (?P<word>{CAPITAL})")
SITS_AT = re.compile(
    r"\b(?:zit|zat|zaten|zitten|gaat|gaan|ging|gingen)\s(?:\w{1,40}\s)?(?:op|naar)\s"
    rf"(?P<name>{CAPITAL})(?!\s{CAPITAL})"
)
TOWARDS = re.compile(r"\b(?:op|bij|van|naar)\s\Z", re.IGNORECASE)
AFTER_TITLE = re.compile(
    r"\b(?:meneer|mevrouw|mevr\.?|dhr\.?|familie|juf|meester|heer|dokter)\s\Z", re.IGNORECASE
)
LONGEST_TITLE = 12
ABOUT_SCHOOL = re.compile(
    r"\b(?:school|klas|juf|meester|directeur|groep|leerkracht|leraar|kind|kinderen|zoon|dochter|team|les)\b",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"\b(?:groep|klas|brugklas|unit) (?:[1-8](?:/[1-8])?\s?[a-eA-E]|[1-6](?:[mhvk]|vwo|havo|mavo)\w?)\b"
)
THING = "die|dat|wat|keer|plek|plaats|manier|reden|avond|dag|school|probleem|vraag|oplossing|hoop|kans"
ONLY = re.compile(
    rf"\b(?:de|het) enige (?!(?:{THING})\b)[\w-]{{1,40}} (?:[\w-]{{1,40}} ){{0,4}}?(?:van|op|in|uit) "
    r"(?:(?:de|het|onze|deze) )?(?:hele )?(?:school|klas|groep|wijk|dorp|buurt|straat|flat|ouderraad|mr)\b"
    r"(?: \d\w?\b)?",
    re.IGNORECASE,
)
NOT_NAMES = frozenset(
    """
    is was van de het een en of in op met als die dat voor waar niet ook kan mag moet heeft zegt wil hier te
    aan om je ik we ze hij bij naar uit wordt gaat
    """.split()
)
COMMON = frozenset(
    "basisschool middelbareschool weekendschool school taalschool zondagschool voorschool".split()
)
OPENINGS = frozenset("de het een op deze onze die elke mijn geen welke goede andere hele".split())


def schools_in(text: str) -> Iterator[Finding]:
    """Give names of schools, groups with a letter, and words that say somebody is the only one.

    Findings may overlap.
    """
    yield from _by_kind(text)
    yield from _by_article(text)
    for match in GROUP.finditer(text):
        yield Finding(*match.span(), Kind.OTHER, "wijst één klas aan", certain=False, role="groep")
    for match in ONLY.finditer(text):
        yield Finding(*match.span(), Kind.OTHER, "maakt iemand makkelijk te herkennen", certain=False)


def _by_kind(text: str) -> Iterator[Finding]:
    for match in NAMED.finditer(text):
        if not _is_never(match["name"]):
            yield _school(*match.span(), f"staat na „{match['kind']}”")
    for match in LOW_NAMED.finditer(text):
        words = fold(match["name"]).split()
        if words[-1] not in NOT_NAMES and not _is_never(match["name"]):
            certain = words[-1] in word_list("school_names") or len(words) > 1
            yield _school(*match.span(), "staat na een woord voor een school", certain)
    for match in ENDS.finditer(text):
        words = fold(match["last"]).split()
        opens = match.start("last") == 0 or text[match.start("last") - 2] in ".!?:'\"„‘"
        if not _is_common(words, match["last"]) and not (opens and len(words) > 1 and is_word(words[0])):
            yield _school(*match.span("last"), "is de naam van een school")


def _is_common(words: list[str], name: str) -> bool:
    """Return whether this is no name: `School`, `De school`, `Vreedzame School`."""
    return words[0] in COMMON | OPENINGS or _is_never(name)


def _by_article(text: str) -> Iterator[Finding]:
    about = bool(ABOUT_SCHOOL.search(text))
    for match in ARTICLED.finditer(text):
        before = text[max(0, match.start() - LONGEST_TITLE) : match.start()]
        if not AFTER_TITLE.search(before) and not _is_never(match["word"]):
            listed = fold(match["word"]) in word_list("school_names")
            certain = listed or about or bool(TOWARDS.search(before))
            yield _school(*match.span("name"), "lijkt op de naam van een school", certain)
    for match in BY.finditer(text):
        word, capital = fold(match["word"]), match["word"][0].isupper()
        everyday = not capital and word in word_list("school_words")
        if word in word_list("school_names") and match["article"][0].islower() and not everyday:
            yield _school(*match.span("name"), "is een naam die veel scholen hebben", capital)
    for match in SAINT.finditer(text):
        if not _is_never(match["name"]):
            yield _school(*match.span(), "is een naam die veel scholen hebben")
    for match in AT_HEAD.finditer(text):
        if fold(match["word"]) in word_list("school_names"):
            yield _school(*match.span(), "is een naam die veel scholen hebben")
    for match in SITS_AT.finditer(text):
        if not _is_never(match["name"]) and not is_word(fold(match["name"])):
            yield _school(*match.span("name"), "staat waar een school kan staan", certain=False)


def _is_never(name: str) -> bool:
    """Return whether a name is one of the words that name nobody: `De Cito`, `Vreedzame School`."""
    parts = tuple(fold(name).split())
    return parts in never_phrases().get(parts[0], ()) or any(
        (part,) in never_phrases().get(part, ()) for part in parts if part not in COMMON
    )


def _school(start: int, end: int, reason: str, certain: bool = True) -> Finding:
    return Finding(start, end, Kind.SCHOOL, reason, certain, role="school")
