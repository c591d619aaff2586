"""Hearing a wish or a need of the speaker in a clause, by its words and their order."""

from collections.abc import Callable, Sequence

from goedgesprek_tui.clean.chunk import is_listed
from goedgesprek_tui.clean.phrases import Run, phrases
from goedgesprek_tui.clean.verbs import is_infinitive, is_participle

SPEAKER = frozenset("ik 'k we wij je jij men".split())
OTHERS = frozenset("hij ze zij u jullie".split())
NOBODY = frozenset("het 't dat dit er".split())
CONDITIONS = frozenset("als wanneer toen zodra telkens alsof hoewel terwijl of hoe indien".split())
CLAUSE = CONDITIONS | frozenset("dat omdat zodat waar wie waarom want".split())
BEFORE_SUBJECT = frozenset(
    """
    ja nou nee dus maar en eigenlijk gewoon ook toch misschien tja oké het liefst liever heel erg echt wat een
    beetje iets
    """.split()
)

TELL = frozenset("zeggen vertellen praten hebben antwoorden beantwoorden bespreken delen".split())
RATHER = frozenset("wil willen wou hoef ga heb".split())
TOLD = frozenset("zeg vertel praat antwoord beantwoord bespreek deel".split())
DENIALS = frozenset("niet niks niets geen".split())
AROUND_TELLING = frozenset(
    """
    ik we wij wil willen wou hoef ga heb dat daar daarover hierover daarop hierop er het over op te hier even
    liever liefst maar nu nog ook wel graag echt eigenlijk verder meer vandaag hoor sorry nee ja nou antwoord
    antwoorden geven vraag vragen die deze van mij me ons voor mezelf jullie u je kwijt gewoon alsjeblieft
    """.split()
)
AROUND_REFUSAL = 3

WANT = frozenset("wil willen wilt wou wouden wilde wilden".split())
WOULD = frozenset("zou zouden".split())
HOPE = frozenset("hoop hopen hoopte hoopten wens wensen wenste verlang verlangen gun gunnen".split())
SHOULD = frozenset("willen moeten kunnen mogen".split())
IF_ONLY = frozenset("had hadden kon konden was waren mocht ging deed wist kwam kreeg zag durfde werd".split())
PAST = frozenset("wilde wilden hoopte hoopten".split())
PLAIN_VERBS = frozenset(
    "is zijn was waren heb hebt heeft hebben had gaat gaan ging kan kunnen moet krijgt".split()
)

LIKED = frozenset(
    "fijn mooi prettig leuk heerlijk geweldig helpen schelen ideaal mooist mooiste fijnste prachtig".split()
)
WOULD_LIKE = LIKED | frozenset("graag liever liefst willen wensen gebruiken gunnen hopen wens".split())
SAY = frozenset(
    "zeggen vragen vertellen melden opmerken benadrukken toevoegen bedanken klagen zeuren hebben".split()
)
BEFORE_SAY = SPEAKER | frozenset(
    "even alleen graag nog toch ook wel maar eerst hier gewoon jullie u het niet willen".split()
)
MORE = frozenset("meer vaker beter anders eerder duidelijker minder leren".split())
COAXING = frozenset("wat wel best eens gewoon van".split())
UNKNOWN = frozenset("hoe wat waar waarom of".split())
COMPLAINT = frozenset(
    "alles altijd overal elke alleen steeds weer iedere telkens constant hele zoveel allemaal nog".split()
)
SCHOOL = frozenset(
    """
    school scholen juf juffen meester leraar leraren leerkracht leerkrachten docent docenten directeur
    directie mentor ouders gemeente iedereen
    """.split()
)


def wish_in(words: Sequence[str]) -> tuple[Run, ...]:
    """Return where the words of the speaker's own wish or need stand in a clause; nothing when there is none.

    What somebody else wants is no wish, and `ik wil even zeggen` is only a way to begin.
    """
    if is_unfulfilled(words):
        return ()
    found = {run for at in range(len(words)) if (run := _wish_at(words, at))}
    return tuple(sorted(found | set(phrases("pro_wish").find(words))))


def is_unfulfilled(words: Sequence[str]) -> bool:
    """Return whether a wish of before is told that did not come true: `ik had graag een brief gehad`."""
    if not {"had", "hadden"} & set(words) or {"dat", "als", "maar"} & set(words) or words[0] in IF_ONLY:
        return False
    should = bool(SHOULD & set(words[-3:-1])) and is_infinitive(words[-1])
    gladly = bool({"graag", "liever"} & set(words)) and is_participle(words[-1])
    return should or gladly


def refuses(words: Sequence[str]) -> bool:
    """Return whether a clause only says that somebody would rather not tell: `dat zeg ik liever niet`."""
    if any(
        len(words) - (run.end - run.start) <= AROUND_REFUSAL for run in phrases("pro_refusal").find(words)
    ):
        return True
    said = set(words)
    if not said <= TELL | TOLD | DENIALS | AROUND_TELLING or DENIALS.isdisjoint(said):
        return False
    if "liever" in said:
        return True
    pointed = {"daar", "dat", "er", "hier", "over", "hierover", "daarover"} & said
    return bool(TELL & said and RATHER & said) or bool(TOLD & said and pointed)


def is_past(words: Sequence[str], wish: Sequence[Run]) -> bool:
    """Return whether a wish is told as one of the past."""
    return bool(wish) and all(words[run.start] in PAST for run in wish)


def demand_at(words: Sequence[str]) -> int | None:
    """Return where somebody else wants something of the speaker, as in `de school wil dat wij …`."""
    wants = (at for at, word in enumerate(words) if word in WANT and not _is_mine(words, at))
    mine = (at for at in wants if "dat" in words[at + 1 : at + 4] and SPEAKER & set(words[at + 2 : at + 6]))
    return next(mine, None)


def polite_end(words: Sequence[str]) -> int:
    """Return where the clause really begins, behind `ik wil even zeggen dat` and the like."""
    for at, word in enumerate(words[:4]):
        if word in WANT or word in WOULD:
            to = at + 1
            while to < len(words) and (words[to] in BEFORE_SAY or words[to] in SPEAKER):
                to += 1
            if to < len(words) and (words[to] in SAY or (words[to] == "kwijt" and "even" in words[at:to])):
                return to + 1
    return 0


def _wish_at(words: Sequence[str], at: int) -> Run | None:
    found = _HEARD.get(words[at])
    return Run(at, at + 1) if found and found(words, at) else None


def _is_mine(words: Sequence[str], at: int) -> bool:
    """Return whether the speaker is the subject of the verb at a place, and it stands under no condition."""
    follows = words[at + 1] if at + 1 < len(words) else ""
    if follows in SPEAKER:
        return True
    if follows in OTHERS:
        return False
    for before in range(at - 1, -1, -1):
        word, earlier = words[before], words[before - 1] if before else ""
        if word in SPEAKER or (word in OTHERS and earlier in SPEAKER):
            return earlier not in CONDITIONS
        if word in OTHERS or word in CLAUSE or (word == "die" and before == at - 1):
            return False
    return words[at] != "willen" and all(word in BEFORE_SUBJECT for word in words[:at])


def _hoped(words: Sequence[str], at: int) -> bool:
    near = {*words[max(at - 3, 0) : at], *words[at + 1 : at + 2]}
    counted = at > 0 and words[at - 1] in ("een", "onze", "veel")
    return _is_mine(words, at) and (at == 0 or bool(near & SPEAKER)) and not counted


def _would_like(words: Sequence[str], at: int) -> bool:
    if {"moeten", "mogen"} & set(words):
        return True
    if _is_mine(words, at):
        return bool(WOULD_LIKE & set(words))
    follows = words[at + 1] if at + 1 < len(words) else ""
    theirs = follows in OTHERS or bool(OTHERS & set(words[max(at - 2, 0) : at]))
    return bool(LIKED & set(words)) and not theirs


def _needed(words: Sequence[str], at: int) -> bool:
    if words[at - 1 : at] == ("niet",) or words[at - 2 : at - 1] == ("geen",):
        return False
    have = next((place for place, word in enumerate(words) if word in ("heb", "hebben", "hebt")), None)
    return (have is not None and _is_mine(words, have)) or bool({"er", "meer"} & set(words))


def _useful(words: Sequence[str], at: int) -> bool:
    able = next((place for place, word in enumerate(words[:at]) if word in ("kan", "kunnen")), None)
    return able is not None and _is_mine(words, able)


def _gladly(words: Sequence[str], at: int) -> bool:
    if {"zie", "zien", "hoor", "horen", "had", "hadden"} & set(words) and SPEAKER & set(words):
        return True
    return at == 0 and "gedaan" not in words and not SPEAKER & set(words)


def _rather(words: Sequence[str], at: int) -> bool:
    behind = words[at + 1 : at + 4]
    led = next((place for place, word in enumerate(behind) if word in CLAUSE | OTHERS), len(behind))
    return bool(SPEAKER & set(behind[:led])) or _is_mine(words, at)


def _must(words: Sequence[str], at: int) -> bool:
    """Return whether `moeten` tells what has to change; not what somebody is made to do, or does not know."""
    if UNKNOWN & set(words[:at]) and {"weet", "weten", "snap"} & set(words[:at]):
        return False
    mine, said = _is_mine(words, at), set(words)
    less = any(not mine or words[run.start : run.end] != ("weg",) for run in phrases("pro_less").find(words))
    if COMPLAINT & said and (mine or not less):
        return False
    if less or MORE & said:
        return True
    if words[at + 1 : at + 2] == ("van",):
        return False
    own = _own_clause(words, at)
    if words[:1] == ("dat",) and len(own) == 1 and is_listed(own[0], "words_wanted", "words_missed"):
        return True
    if mine or OTHERS & {*own, *words[at + 1 : at + 2]}:
        return False
    return bool(SCHOOL & set(own)) or bool(own and own[0] in NOBODY)


def _own_clause(words: Sequence[str], at: int) -> Sequence[str]:
    """Return the words before a verb that belong to its own clause."""
    start = next((place + 1 for place in range(at - 1, -1, -1) if words[place] in CLAUSE), 0)
    return words[start:at]


def _may(words: Sequence[str], at: int) -> bool:
    coaxed = COAXING & set(words[at + 1 : at + 6]) or {"er", "betreft"} & {
        *words[at + 1 : at + 2],
        *words[:at],
    }
    return bool(coaxed) and bool(MORE & set(words)) and not {"niet", "nooit", "geen"} & set(words)


def _if_only(words: Sequence[str], at: int) -> bool:
    return (
        at < 2
        and words[at - 1 : at] not in (("ik",), ("hij",), ("het",))
        and "maar" in words[at + 1 : at + 4]
    )


def _more(words: Sequence[str], at: int) -> bool:
    """Return whether a clause without a verb asks for more or less, as `gewoon wat meer rust`."""
    bare = not (SPEAKER | OTHERS | NOBODY | PLAIN_VERBS) & set(words)
    return bare and all(word in BEFORE_SUBJECT for word in words[:at]) and len(words) > at + 1


_HEARD: dict[str, Callable[[Sequence[str], int], bool]] = {
    **dict.fromkeys(WANT, _is_mine),
    **dict.fromkeys(WOULD, _would_like),
    **dict.fromkeys(HOPE, _hoped),
    **dict.fromkeys(IF_ONLY, _if_only),
    **dict.fromkeys(("moet", "moeten"), _must),
    **dict.fromkeys(("mag", "mogen"), _may),
    **dict.fromkeys(("liever", "liefst"), _rather),
    **dict.fromkeys(("meer", "minder", "vaker"), _more),
    "nodig": _needed,
    "gebruiken": _useful,
    "graag": _gladly,
}
