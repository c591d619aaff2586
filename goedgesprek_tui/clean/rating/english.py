"""English, as the rating knows it: the frames of the clean questions in all their wordings, and small words.

After Sullivan & Rees, "Clean Language"; Lawley & Tompkins, "Metaphors in Mind".
"""

from functools import lru_cache

from goedgesprek_tui.clean.rating.english_signals import HARD, NAMES, SOFT
from goedgesprek_tui.clean.rating.forms import english
from goedgesprek_tui.clean.rating.frames import Core, Frames
from goedgesprek_tui.clean.rating.language import Language, Polite, any_of
from goedgesprek_tui.clean.rating.signals import Signals

BE = "(is|are|was|were)"
THAT = "(that|those|this|these|it)"
LEAD = r"(and|but|so|ok|okay|yes|no|hm+|mm+|right|well|oh|thank you|thanks)( ,)? "

BEFORE = any_of("in at on with to from for by of about")
ASKING = r"what|what's|how|where|whereabouts|who|whose|which|when|why|tell|then what"
VERB = any_of(
    "is are was were do does did have has had can could will would shall should may might must am "
    "isn't aren't wasn't weren't don't doesn't didn't haven't hasn't can't couldn't won't wouldn't "
    "shouldn't"
)

CORES = (
    Core("wat_voor", rf"what (kind|sort|kinds) of {{X}} {BE} {THAT}( {{Y}})?"),
    Core(
        "wat_voor",
        r"what (kind|sort|kinds) of (?P<bare>((?!(is|are|do|does|did|you|has|have) )\S+ ?){1,4})",
        strict=True,
    ),
    Core("nog_iets", r"(is|was) there (anything|something) else( about {X})?"),
    Core("nog_iets", r"anything else about {X}"),
    Core("waar", rf"(where|whereabouts)( exactly)? {BE} {{X}}", strict=True),
    Core("relatie", r"(is|was) there a (relationship|connection|link) between {X}"),
    Core("wat_gebeurt_met", r"what (happens|happened) to {X}"),
    Core("net_ervoor", r"what (happens|happened) (just |right |immediately )?before( {X})?"),
    Core("wat_dan", r"(then )?what (happens|happened)( next| then| after that| afterwards)?"),
    Core("wat_dan", r"what (happens|happened) after {X}"),
    Core("zoals_wat", rf"(that's |that is |{{Y}} {BE} )?{{X}} like what"),
    Core("zoals_wat", r"(that's|that is) like what"),
    Core("waar_vandaan", r"where (could|does|do|might|did|would) {X} come from"),
    Core("wat_graag", r"what would you( really)? like to (have happen|happen|have happened)"),
    Core("wat_graag_ander", r"what would {X} like to have happen"),
    Core(
        "wat_nodig",
        r"what (needs|needed|has|does need) to happen( (for|so|so that|before|in order to|to) {X})?",
    ),
    Core("kan_het", r"can (that|it)( happen)?"),
    Core("kan_het", r"can {X}", strict=True),
)

POLITE = (
    Polite(r"(may|can|could|shall) (i|we) \S.*", "notes"),
    Polite(r"is (that|this|it) (right|correct|ok)$", "notes"),
    Polite(r"(did|have) (i|we) \S.*", "notes"),
    Polite(r"would you like \S.*", "treats"),
    Polite(r"how many \S.*", "facts", asks=True),
)


@lru_cache(maxsize=4096)
def known(word: str) -> bool:
    """Return whether an English word in small letters stands in the dictionary as it is."""
    from simplemma import is_known

    return is_known(word, lang="en") if word else False


ENGLISH = Language(
    lists="rating_en",
    keys=english,
    known=known,
    frames=Frames(
        lead=LEAD,
        link="when|as|whenever|if|once|after|while",
        rest="exactly|then|now|for you",
        cores=CORES,
    ),
    signals=Signals(lead=LEAD, names=NAMES, table=(*HARD, *SOFT)),
    you="you",
    open=rf"({BEFORE} )?({ASKING})",
    closed=rf"{VERB} \S.*",
    asking="what|how|who|whose|where|which|like",
    second="(and|or) (what|how|who|why|where|which)",
    between="between",
    requests=(
        r"(\S+ ){0,3}(rather not|no questions|no more questions)",
        r"stop( |$)(asking|it|please|there|$)",
        r"i don't want to (talk|say|discuss)",
        r"(please )?leave (me|it)( alone)?( please)?$",
        r"i just want to (listen|be quiet)",
    ),
    denials=frozenset(
        "not no never nothing nobody without don't doesn't didn't isn't aren't can't won't".split()
    ),
    again=frozenset({"again", "still"}),
    category=frozenset("type types category".split()),
    more=frozenset("anymore more longer".split()),
    own=frozenset({"i", "i'm"}),
    un="un",
    degrees=frozenset(["too", "so"]),
    polite=POLITE,
    always=frozenset("always never everyone everybody nobody constantly".split()),
)
