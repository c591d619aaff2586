"""Finding where somebody lives: a street with a number, and the postcode and the place behind it."""

import re
from collections.abc import Iterator

from goedgesprek_tui.privacy.finding import Finding, Kind

POSTCODE = re.compile(r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b")
LOW_POSTCODE = re.compile(r"\b[1-9]\d{3}[a-z]{2}\b")
ANY_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[a-z]{2}\b", re.IGNORECASE)
AFTER_YEAR = "EN|OF|IN|OP|IS|ZE|WE|TE|DE|ER|IK|JE|TO|AL|UU|ER"
YEARS = re.compile(rf"(?:19|20)\d\d ?(?:{AFTER_YEAR})\Z")
STREET_END = (
    "straat|straatje|laan|laantje|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen|boulevard|allee|hof|weg|"
    "pad|park|erf|markt|wal|haven|ring|baan|kamp|veld|dam|burg|poort|meent|akker|weide|tuin|oord|horst|zoom|"
    r"vliet|wetering|brink|lei|buurt|berg|donk|hoek|kwartier|stede|werf|rade|str\."
)
MOSTLY_STREETS = "straat|straatje|laan|plein|gracht|kade|singel|dijk|steeg|dreef|weg"
NO_STREETS = "schoolplein|speelplein|snelweg|fietsweg|autoweg|omweg|winkelstraat"
COUNTED = (
    "jaar|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|u(?:ur|ren)|min(?:uten)?|meter|km|kilometer|keer|euro|procent|"
    "kinderen|mensen|ouders|huizen|leerlingen"
)
NUMBER = (
    r"\d{1,4}(?: ?[a-zA-Z](?!\w)|[-/]\d{1,4}| ?(?:hs|bis|I{1,3})\b|-[a-zA-Z]{1,3}\b)?(?!\d)"
    rf"(?! (?:{COUNTED})\b)"
)
NO_STREET = (
    "Op|In|Aan|Bij|Vanaf|Naar|Uit|Van (?:de|het)|De|Het|Wij|Ik|We|Hij|Ze|Zij|Onze|Mijn|Achter|Tegenover|"
    "Naast|Langs|Door|Voor|Adres|Kom|Woont|Wonen|Toen"
)
TITLE = (
    r"(?i:prins(?:es)?|koning(?:in)?|burgemeester|burg\.|dr\.?|mr\.?|ds\.?|prof\.?|professor|pastoor|past\.|"
    r"kapelaan|sint|st\.?|graaf|gravin|admiraal|generaal|minister|pater|deken|meester|president|jonkheer|jhr\.|"
    r"baron|hertog|kardinaal|bisschop|ir\.?|dominee|wethouder)"
)
"""The people that a street is named after, as they stand before the name in small letters too."""
PREFIX = r"(?:van|de|der|den|het|ten|ter)"
WHERE_A_NAME_BEGINS = (
    r"(?:(?<=\b[Dd]e )|(?<=\b[Oo]p )|(?<=\baan )|(?<=\bwoon )|(?<=\bwoont )|(?<=\bwonen )|(?<=\badres )"
    r"|(?<=: )|^)"
)
"""Where `van` is the first word of a street, and does not say where somebody is from."""
BEFORE_STREET = (
    rf"(?:(?<![\w'’-])(?:(?!(?:{NO_STREET})\s)(?:[A-Z][\w'’.-]{{0,40}}|1e|2e|{TITLE})\s"
    rf"(?:(?:[A-Z][\w'’.-]{{0,40}}|{PREFIX})\s){{0,3}}?"
    rf"|{WHERE_A_NAME_BEGINS}(?:van|ten|ter)\s(?:{PREFIX}\s)?))?"
)
ONE_WORD = r"(?<![\w'’-])[A-Za-zÀ-ÿ][\w'’-]{2,40}"
OF_A_STREET = (
    "oude|nieuwe|lange|korte|hoge|lage|grote|kleine|brede|smalle|groene|witte|zwarte|rode|gele|blauwe|eerste|"
    "tweede|derde|halve|dwarse|rechte|kromme"
)
TWO_WORDS = (
    rf"(?<![\w'’-])(?:(?!(?:{NO_STREET})\s)[A-Z][\w'’.-]{{1,40}}\s"
    r"(?:Straat|Laan|Plein|Gracht|Kade|Singel|Dijk|Steeg|Dreef|Weg|Pad|Hof|Park|Markt|Wal|Haven|Ring|Baan|Veld|"
    r"Dam|Brink|Wetering|Vaart|Zijde|Kamp|Poort|Buurt|Werf|Hoek)"
    rf"|(?i:(?:{OF_A_STREET})\s(?:straat|laan|plein|gracht|kade|singel|dijk|steeg|dreef|weg)))"
)
"""Streets whose last word says what they are: `Oude Dijk`, `lange laan`."""
TOWN = r"[A-Z][\w'’-]{1,40}"
PLACE = rf"(?:(?:Den|De|Het|['’]s|Sint)[ -])?{TOWN}(?: (?:aan de|aan den|op|bij) {TOWN})?"
NO_YEAR = rf"(?!(?i:(?:19|20)\d\d ?(?:{AFTER_YEAR})\b))"
AND_POSTCODE = rf",? \(?{NO_YEAR}[1-9]\d{{3}} ?[A-Za-z]{{2}}(?!\w)"
AND_PLACE = rf"(?:{AND_POSTCODE}(?:(?:,? (?:in|te))? {PLACE})?|,? (?:in|te) {PLACE})?"
"""What belongs to the same address: the postcode and the place, or where the street is."""
STREET = re.compile(
    rf"(?:{BEFORE_STREET}{ONE_WORD}(?:{STREET_END}) {NUMBER}"
    r"|\b(?:Laan|Plein|Weg|Pad|Kade|Hof|Dreef|Burgemeester)"
    rf"(?:\s(?:van|de|der|den|het|[A-Z][\w'’-]{{1,40}})){{1,4}} {NUMBER}"
    rf"|{TWO_WORDS} {NUMBER}){AND_PLACE}"
)
NUMBER_FIRST = re.compile(
    rf"\b(?:[Hh]uisn|[Nn])(?:ummer|r\.?) {NUMBER},? (?:(?:in|aan|op) )?(?:(?:de|het|die|dezelfde) )?"
    rf"(?!(?:{NO_STREETS})\b)(?:{TWO_WORDS}|{BEFORE_STREET}{ONE_WORD}(?:{MOSTLY_STREETS}))(?!\w){AND_PLACE}"
)
LIVES = re.compile(
    r"\b(?:woon|woont|wonen|woonde|woonden|adres)\b[^.!?]{0,25}?\b(?P<street>[A-Z][\w'’-]{2,40}"
    r"(?:straat|laan|plein|gracht|kade|singel|dijk|steeg|dreef|weg|hof)(?!\w))"
)


def addresses_in(text: str) -> Iterator[Finding]:
    """Give postcodes and streets with a number; findings may overlap."""
    for pattern in (ANY_POSTCODE,) if "postcode" in text.lower() else (POSTCODE, LOW_POSTCODE):
        for match in pattern.finditer(text):
            if not YEARS.match(match[0].upper()):
                yield Finding(*match.span(), Kind.ADDRESS, "lijkt op een postcode")
    for pattern in (STREET, NUMBER_FIRST):
        for match in pattern.finditer(text):
            yield Finding(*match.span(), Kind.ADDRESS, "is een straat met een huisnummer")
    for match in LIVES.finditer(text):
        reason = "is de straat waar iemand woont"
        yield Finding(*match.span("street"), Kind.ADDRESS, reason, certain=False)
