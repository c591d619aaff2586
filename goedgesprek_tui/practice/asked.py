"""What a typed question asks: which clean question it is, also in everyday words, and on which words."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.filled import FilledFrames, filled_words
from goedgesprek_tui.clean.rating.frames import Match
from goedgesprek_tui.clean.rating.sentences import Sentence, Word, sentences
from goedgesprek_tui.clean.rating.slips import one_slip

YOU = "(je|jij|u|jullie)"
IT = "(het|dat|dit|die)"
DAILY = (
    ("relatie", r"(wat )?(heeft|hebben) \S.* met \S.* te maken"),
    (
        "net_ervoor",
        rf"(wat (was|is|ging) (er|eraan|daaraan)( \S+)? (daarvoor|ervoor|vooraf)|hoe begint? {IT})",
    ),
    ("wat_nodig", rf"wat (heb|hebt|hebben) {YOU} (\S+ )*nodig"),
    ("wat_graag", rf"wat (wil|wilt|willen|wens|wenst|zou|zouden|hoop|hoopt) {YOU}( \S+)*"),
    ("wat_graag", rf"(hoe|wat) (zou|zouden|wil|wilt) {YOU} \S.*(willen|wensen|zien|hebben)"),
    ("wat_graag", rf"waar (hoop|hoopt|verlang|verlangt) {YOU} (op|naar)"),
    ("kan_het", rf"(lukt|kan) {IT}( \S+)?|is {IT} (te doen|mogelijk|haalbaar)"),
    (
        "wat_dan",
        rf"(en )?(toen|dan|daarna|en verder)|hoe (gaat|ging) {IT} (dan |toen |daarna )?(verder|door)",
    ),
    (
        "wat_dan",
        r"(wat|hoe) (doe|doet|deed|doen|zeg|zegt|gaat|ging|reageer|reageert) \S+( \S+)? (dan|toen|daarna)",
    ),
    ("wat_dan", r"(wanneer|als|toen|zodra) (je|jij|u|jullie|de|het|die|dat|ze|hij|er|daar) \S.*|.* wat dan"),
    (
        "nog_iets",
        r"vertel( \S+)*|(kun|kan|kunt|wil|wilt) (je|u|jij) \S.*(vertellen|uitleggen|zeggen|omschrijven)",
    ),
    ("nog_iets", rf"(.* )?(hoe|wat) (bedoel|bedoelt|bedoelen) {YOU}( \S+)*|hoezo"),
    ("nog_iets", rf"(hoe|wat) (is|was|zijn|gaat|ging|voor iets is|betekent) {IT}( \S+)*|hoe ziet {IT} eruit"),
    ("nog_iets", r"wat (is|zijn|betekent|betekenen) \S.*|en (verder|wat nog)|(is er )?nog iets( \S+)*"),
)
"""Everyday wordings that a parent answers as she would the clean question; the first that fits counts."""
LEAD = re.compile(r"(?:(?:en|maar|dus|oke|ja|hm+|nou|dan|he|aha|o|oh)(?: ,)? )+(?=\S)")
TURNED = {
    "mij": "jou",
    "me": "je",
    "mijn": "je",
    "ik": "je",
    "ons": "jullie",
    "wij": "jullie",
    "we": "jullie",
}


class Asked(NamedTuple):
    """What is asked: the id of the clean question, empty when it is none, and whether it has its frame."""

    kind: str
    framed: bool


def kind_of(said: Sequence[str], question: str, topic: str) -> Asked:
    """Return which clean question this is after what was said, oldest first.

    Of more sentences the last one that asks counts; one in a frame goes before one in everyday words.
    """
    frames = FilledFrames(Spoken(DUTCH, said, topic))
    kinds = [_framed(frames, sentence) for sentence in sentences(question)]
    framed = next((kind for kind in reversed(kinds) if kind), "")
    if framed:
        return Asked(framed.removesuffix("_ander"), True)
    daily = next((kind for one in reversed(sentences(question)) if (kind := _daily(one))), "")
    return Asked(daily, False)


def asked_on(question: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return which of these words stand in a question, in any form; of a phrase its last one is enough."""
    spoken = Spoken(DUTCH, [question], "")
    strange = [word.low for part in sentences(question) for word in part.words if not DUTCH.known(word.low)]
    return tuple(word for word in words if _stands(spoken, word, strange))


def own_part(spoken: Spoken, question: str) -> tuple[Word, ...]:
    """Return the words of a question that its asker chose: those of a clean question itself do not count."""
    frames = FilledFrames(spoken)
    words: list[Word] = []
    for sentence in map(frames.as_meant, sentences(question)):
        match = frames.best(sentence)
        words += filled_words(sentence, match) if match else sentence.words
    return tuple(words)


def _framed(frames: FilledFrames, sentence: Sentence) -> str:
    match: Match | None = frames.best(frames.as_meant(sentence))
    return match.core.id if match else ""


def _daily(sentence: Sentence) -> str:
    line = LEAD.sub("", sentence.line, count=1) if LEAD.match(sentence.line) else sentence.line
    parts = [part.strip() for part in reversed(line.split(" , ")) if part.strip()]
    found = (kind for part in parts for kind, pattern in DAILY if re.fullmatch(pattern, part))
    return next(found, "")


def _stands(spoken: Spoken, phrase: str, strange: Sequence[str]) -> bool:
    """Return whether the words of a phrase that carry it were said; ik and mij stand as je in a question.

    A `strange` word is no Dutch: it may be one of these with a slip of the pen.
    """
    words = [word for sentence in sentences(phrase) for word in sentence.words]
    telling = [word for word in words if not spoken.free(word)]
    if telling:
        last = telling[-1].low
        return spoken.quoted(last) or any(one_slip(word, last) for word in strange)
    return bool(words) and all(
        any(spoken.quoted(form) for form in (word.low, TURNED.get(word.low, word.low))) for word in words
    )
