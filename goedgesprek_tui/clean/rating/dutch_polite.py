"""Dutch questions that ask nothing of the story: for leave, to check, a fact, or out of courtesy."""

from goedgesprek_tui.clean.rating.dutch_names import NAMES
from goedgesprek_tui.clean.rating.language import Polite, any_of

YOU = any_of(NAMES["YOU"])
CAN = any_of(NAMES["CAN"])
WANT = any_of(NAMES["WANT"] + " lust lusten")
HAVE = any_of(NAMES["HAVE"])
IT = any_of("het dat dit alles deze die ze")
ME = any_of("ik we wij")
FINE = "(goed|oke|akkoord|prima|juist|correct|in orde|volledig|compleet)"
HELLO = any_of("sorry pardon welkom hallo hoi dag goedemorgen goedemiddag goedenavond sterkte succes")
IN_THIS_WAY = any_of("zo nu dan ook wel er hier")

POLITE = (
    Polite(rf"(mag|mogen|kan|kunnen|zal|zullen|moet|moeten) {ME} \S.*", "report notes hearing"),
    Polite(rf"(mag|mogen|kan|kunnen|moet|moeten) ({IT}|je|jouw|uw|jullie) \S.*", "report notes"),
    Polite(rf"{WANT} {YOU} \S.*", "report"),
    Polite(rf"({WANT} {YOU}|{HAVE} {YOU} liever) dat ({ME}|het|dat|dit|je|jouw|uw) \S.*", "report notes"),
    Polite(rf"(hoe|wat|welke?) (\S+ )*({ME}|verslag|notities)( .*)?", "report notes"),
    Polite(
        rf"(is|was|zijn) {IT} (({IN_THIS_WAY}|voor {YOU}) )*{FINE}"
        rf"( (zo|opgeschreven|genoteerd|verwoord|voor {YOU}))*( (als|dat|wanneer) {ME} \S.*)?$",
        "report notes checks",
    ),
    Polite(
        rf"(vind|vindt|vinden) {YOU} {IT} (ook )?{FINE} (als|dat|wanneer|om) {ME} \S.*", "report notes checks"
    ),
    Polite(r"klopt \S.*", "report notes checks"),
    Polite(rf"(heb|hebben|begrijp|hoor|zeg|snap|schrijf|zie|lees|noem) {ME} \S.*", "report notes checks"),
    Polite(rf"(staat|staan) {IT} ({IN_THIS_WAY} )*{FINE}( \S+){{0,3}}$", "report notes checks"),
    Polite(rf"({WANT}|{HAVE}|zit|zitten|sta|staat) {YOU} \S.*", "treats"),
    Polite(rf"{CAN} {YOU} \S.*", "hearing"),
    Polite(rf"{HELLO}( \S+){{0,3}}$", "greetings"),
    Polite(r"(dank|dankjewel|bedankt) .*(dat|voor) \S.*", "greetings"),
    Polite(r"(hoe (heet|heten|oud|schrijf|spel)|hoe ?veel) \S.*", "facts", asks=True),
    Polite(r"wat is (je|jouw|jullie|uw) \S.*", "facts", asks=True),
    Polite(r"(in|op|bij|van) (welke?|wie|hoeveel) \S.*", "facts", asks=True),
    Polite(r"wie (is|zijn) (je|jouw|jullie|uw|zijn|haar|hun|de) \S+$", "facts", asks=True),
    Polite(rf"welke? \S+ (spreek|spreekt|spreken|praat|praten) {YOU}( .*)?", "facts", asks=True),
    Polite(rf"(ben|bent) {YOU} (de|zijn|haar|een|hun) \S.*", "facts", asks=True),
)
