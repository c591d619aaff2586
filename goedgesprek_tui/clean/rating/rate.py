"""How clean a question is: one of five levels, with reasons that point at its words.

The levels and the way to them are those of the clean interview rating (Lawley, Linder-Pelz, Nehyba, Tosey,
Cairns-Lee). Trained raters differ by a step now and then; so may this.
"""

from collections.abc import Iterator, Sequence

from goedgesprek_tui.clean.rating.dutch import DUTCH
from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.english import ENGLISH
from goedgesprek_tui.clean.rating.judge import Finding, Judge, Role
from goedgesprek_tui.clean.rating.language import Language
from goedgesprek_tui.clean.rating.levels import Level, Rating, Reason
from goedgesprek_tui.clean.rating.meanings import HARD, SOFT, STYLE
from goedgesprek_tui.clean.rating.sentences import sentences
from goedgesprek_tui.clean.tokens import low_words

WEIGHT = {code: weight for weight, code in enumerate((*HARD, *SOFT, *STYLE))}
MANY = 3
MAX_QUESTION = 4000


def rate(said: Sequence[str], question: str, topic: str = "") -> Rating:
    """Return how clean a question probably is after what this speaker said, oldest first.

    `topic` is the topic that was agreed on; its words count as said. Of a text that is much too long for a
    question only the beginning counts.
    """
    question = question[:MAX_QUESTION]
    spoken = Spoken(_language(question, said), said, topic)
    judge = Judge(spoken, question)
    found = [finding for sentence in sentences(question) for finding in judge.judge(sentence)]
    flags = [flag for finding in found for flag in finding.flags]
    flags += _about_the_whole(judge, found)
    praise = [reason for finding in found for reason in finding.praise]
    if not praise and not flags:
        praise.append(judge.reasons.about("follows_logic", (), variant="nothing"))
    flags.sort(key=lambda flag: WEIGHT[flag.code])
    return Rating(_level(found, flags), tuple(_once(praise)) + tuple(_once(flags)))


def _about_the_whole(judge: Judge, found: Sequence[Finding]) -> Iterator[Reason]:
    asked = [finding for finding in found if finding.asks]
    if judge.spoken.asked_for_rest and any(not finding.heeds for finding in asked):
        yield judge.reasons.about("ignores_request", ())
    if len(asked) > 1:
        yield judge.reasons.about("stacked", ())


def _level(found: Sequence[Finding], flags: Sequence[Reason]) -> Level:
    codes = {flag.code for flag in flags}
    if _only_feels_with(found, codes):
        return Level.MILD
    if codes & HARD.keys() or len(codes & SOFT.keys() - {"new_content"}) >= MANY:
        return Level.STRONG
    if codes & SOFT.keys():
        return Level.MILD
    roles = {finding.role for finding in found}
    on_topic = any(reason.code == "topic_agreed" for finding in found for reason in finding.praise)
    if Role.OTHER in roles or (Role.FRAME in roles and on_topic):
        return Level.CONTEXT
    if Role.FRAME in roles:
        return Level.CLASSIC
    return Level.REPEAT if Role.REPEAT in roles else Level.CONTEXT


def _only_feels_with(found: Sequence[Finding], codes: set[str]) -> bool:
    """Return whether sympathy is all there is beside a clean question."""
    rest = [finding for finding in found if not finding.sympathy]
    asked = any(finding.asks for finding in rest) and not any(finding.flags for finding in rest)
    return asked and len(rest) < len(found) and codes - STYLE.keys() == {"evaluation"}


def _once(reasons: Sequence[Reason]) -> list[Reason]:
    """Return one reason of each code, but one for each new word."""
    kept: dict[tuple[str, str], Reason] = {}
    for reason in reasons:
        about = reason.text if reason.code in ("new_content", "changed_word") else ""
        kept.setdefault((reason.code, about), reason)
    return list(kept.values())


def _language(question: str, said: Sequence[str]) -> Language:
    """Return the language of the question, or if its words do not tell, of what was said."""
    for text in (question, " ".join(said)):
        words = low_words(text)
        dutch, english = (
            sum(word in language.words("telling") for word in words) for language in (DUTCH, ENGLISH)
        )
        if dutch != english:
            return DUTCH if dutch > english else ENGLISH
    return DUTCH
