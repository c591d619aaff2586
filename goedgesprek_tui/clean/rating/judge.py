"""Judging one sentence of a question: its frame or its signals, and each word that was not said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.filled import FilledFrames, slot_words
from goedgesprek_tui.clean.rating.frames import Match
from goedgesprek_tui.clean.rating.language import Polite
from goedgesprek_tui.clean.rating.levels import Reason
from goedgesprek_tui.clean.rating.meanings import STYLE
from goedgesprek_tui.clean.rating.new_words import NewWords
from goedgesprek_tui.clean.rating.reasons import Reasons
from goedgesprek_tui.clean.rating.sentences import Sentence, Word
from goedgesprek_tui.clean.rating.signals import Hit, Kind

AS_SAID = 3
GIVEN_BACK = ","
"""The mark at the end of what stands behind words like *als ik je goed begrijp*: it asks nothing."""
MAX_CRIES = 3
HARMLESS_IF_POLITE = frozenset(["closed_suggestion", "either_or", "advice"])
TELLING = frozenset(["evaluation", "own_experience"])
"""Codes for what is told, not asked: the words in it need no reason of their own."""
SAID_AS = {"je": ("ik",), "jij": ("ik",), "u": ("ik",), "jullie": ("we", "wij")}
"""What the speaker may have said where a question has this pronoun."""


class Role(Enum):
    """What a sentence does in a turn: nothing, give words back, ask in a clean frame, or something else."""

    NOTHING = 0
    REPEAT = 1
    FRAME = 2
    OTHER = 3


_PRAISED = {Role.NOTHING: "", Role.REPEAT: "repeat_only", Role.FRAME: "", Role.OTHER: "follows_logic"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a sentence does, whether it asks, what is clean about it, and what leads.

    `heeds` is true of a question that only checks what was said, so that it heeds a request not to ask on;
    `sympathy` of a sentence that does nothing but feel with the speaker.
    """

    role: Role
    asks: bool = False
    heeds: bool = False
    sympathy: bool = False
    praise: tuple[Reason, ...] = ()
    flags: tuple[Reason, ...] = ()


class Judge:
    """Judges the sentences of a question by what was said before it."""

    def __init__(self, spoken: Spoken, question: str) -> None:
        """Keep what was said, and the question for its own spelling of words."""
        self.spoken = spoken
        self.language = spoken.language
        self.reasons = Reasons(spoken, question)
        self.new_words = NewWords(spoken, self.reasons)
        self.frames = FilledFrames(spoken)

    def judge(self, sentence: Sentence) -> tuple[Finding, ...]:
        """Return what is found in a sentence; what precedes a question or a frame is found apart."""
        if intro := _intro(self.language.intro, self.language.frames.lead).match(sentence.line):
            return self.judge(sentence.part(intro.end(), len(sentence.line), GIVEN_BACK))
        if at := self._exclaimed(sentence):
            return self._apart(sentence, at, "!")
        if at := self._second(sentence):
            return self._apart(sentence, at, sentence.end)
        sentence = self.frames.as_meant(sentence)
        kind = self._kind(sentence)
        hits = list(self._hits(sentence, kind))
        if all(hit.signal.code != "tag_question" for hit in hits) and (match := self.frames.best(sentence)):
            before = self.judge(sentence.part(*match.chunk, mark="")) if match.chunk else ()
            return (*(finding for finding in before if finding.flags), self._framed(sentence, match))
        if rule := self._polite(sentence, hits):
            role = Role.OTHER if kind.open or kind.closed or sentence.end == "?" else Role.NOTHING
            praise = self._praise("practical" if role is Role.OTHER else "", sentence.words)
            return (Finding(role, rule.asks, praise=tuple(praise)),)
        return (self._free(sentence, kind, hits),)

    def _apart(self, sentence: Sentence, at: int, mark: str) -> tuple[Finding, ...]:
        """Return what is found in the two parts of a sentence; the first ends with a mark of its own."""
        front, rest = sentence.part(0, at, mark), sentence.part(at, len(sentence.line))
        return (*self.judge(front), *self.judge(rest))

    def _free(self, sentence: Sentence, kind: Kind, hits: Sequence[Hit]) -> Finding:
        """Return what is found in a sentence that has no frame."""
        told = [hit for hit in hits if hit.signal.code in TELLING]
        covered = {word for hit in told for word in sentence.within(*(hit.unsaid or hit.place))}
        words = [word for word in self._brought(sentence.words, kind) if word not in covered]
        weighed = self.new_words.weigh(sentence, words, kind)
        flags = [self._flag(hit, sentence) for hit in hits]
        flags += self.new_words.flags(weighed)
        if self._puts_in_mouth(sentence, kind, len(weighed)):
            flags.append(self.reasons.about("interpretation", sentence.words))
        role = Role.OTHER if flags else self._role(sentence, kind)
        exclaims = sentence.end == "!" or (sentence.end != "?" and kind.open and bool(told))
        asks = role is Role.OTHER and (kind.open or kind.closed or sentence.end == "?") and not exclaims
        sympathy = not weighed and _only_sympathy(hits)
        heeds = asks and not kind.open and not flags
        praise = self._praise("" if flags else _PRAISED[role], sentence.words)
        return Finding(role, asks, heeds, sympathy, tuple(praise), tuple(flags))

    def _polite(self, sentence: Sentence, hits: Sequence[Hit]) -> Polite | None:
        """Return by which rule a sentence asks nothing of the story; None when it may do so."""
        if any(hit.signal.code not in HARMLESS_IF_POLITE for hit in hits):
            return None
        new = {word.low for word in self.spoken.unsaid(sentence.words)} - self.language.words("ask")
        for rule in self.language.polite:
            if _starts(rule.opening, self.language.frames.lead).match(sentence.line):
                words = self.language.polite_words(rule)
                if new <= words and any(word.low in words for word in sentence.words):
                    return rule
        return None

    def _exclaimed(self, sentence: Sentence) -> int:
        """Return where in the line a question begins behind a cry like *wat naar*; 0 when there is none."""
        for comma in list(re.finditer(" , ", sentence.line))[:MAX_CRIES]:
            front, rest = sentence.part(0, comma.start()), sentence.part(comma.end(), len(sentence.line))
            asked, kind = self._kind(rest), self._kind(front)
            linked = _starts(self.language.frames.link, self.language.frames.lead).match(front.line)
            if linked or kind.closed or not (asked.open or asked.closed):
                continue
            if any(hit.signal.code == "evaluation" for hit in self._hits(front, kind)):
                return comma.end()
        return 0

    def _second(self, sentence: Sentence) -> int:
        """Return where in the line a second question begins; 0 when there is none."""
        for found in _second(self.language.second).finditer(sentence.line):
            front = sentence.part(0, found.start())
            kind = self._kind(front)
            if (kind.open or kind.closed) and self.language.between not in front.line.split():
                return found.start()
        return 0

    def _kind(self, sentence: Sentence) -> Kind:
        """Return what sort of sentence it is; what it asks may stand behind a comma."""
        lead = self.language.frames.lead
        parts = sentence.line.split(" , ")
        for part in parts if sentence.end != "." else parts[:1]:
            if _starts(self.language.open, lead).match(part):
                return Kind(open=True, closed=False)
            if sentence.end != GIVEN_BACK and _starts(self.language.closed, lead).match(part):
                return Kind(open=False, closed=True)
        return Kind(open=False, closed=False)

    def _hits(self, sentence: Sentence, kind: Kind) -> Iterator[Hit]:
        """Return the signals of a sentence that are not the speaker's own words."""
        asked = kind.open or kind.closed
        for hit in self.language.signals.hits(sentence, kind):
            if hit.signal.code == "tag_question" and self._ends_as_said(sentence):
                continue
            if (
                hit.signal.code == "why"
                and not asked
                and self.spoken.literally(sentence.line[slice(*hit.place)])
            ):
                continue
            if hit.unsaid and self.spoken.quoted(sentence.line[slice(*hit.unsaid)]):
                continue
            if hit.new and not self.spoken.unsaid(self._brought(sentence.within(*hit.new), kind)):
                continue
            if hit.guess and not self.spoken.unsaid(sentence.within(*hit.guess)):
                continue
            yield hit

    def _ends_as_said(self, sentence: Sentence) -> bool:
        """Return whether the last words were said just so: then `toch niet` is given back, no tag."""
        return self.spoken.literally(" ".join(word.low for word in sentence.words[-AS_SAID:]))

    def _framed(self, sentence: Sentence, match: Match) -> Finding:
        words = slot_words(sentence, match)
        flags = [*self.new_words.flags(self.new_words.weigh(sentence, words)), *self.new_words.put_in(words)]
        if match.core.id == "wat_graag_ander":
            flags.append(self.reasons.about("third_party", words))
        flags += self._doubted(sentence, match)
        own = all(flag.code in STYLE for flag in flags)
        praise = [self.reasons.about("canonical_frame", sentence.words)] if own else []
        praise += self._praise("", words)
        return Finding(Role.FRAME, asks=True, praise=tuple(praise), flags=tuple(flags))

    def _doubted(self, sentence: Sentence, match: Match) -> Iterator[Reason]:
        """Return a remark on each *als* by which the frame is linked, unless it was said just so."""
        for start, end in match.links:
            link = sentence.within(start, end)[-1]
            after = "".join(word.low for word in sentence.within(end, len(sentence.line))[:1])
            said = (after, *SAID_AS.get(after, ()))
            as_said = any(self.spoken.literally(f"{link.low} {word}") for word in said)
            if link.low in ("als", "if") and not as_said:
                yield self.reasons.about("als_for_wanneer", [link])

    def _puts_in_mouth(self, sentence: Sentence, kind: Kind, new: int) -> bool:
        """Return whether a sentence tells the speaker things about the speaker that nobody said."""
        told = _starts(self.language.you, self.language.frames.lead).match(sentence.line)
        return bool(told) and not kind.open and not kind.closed and new > 1

    def _role(self, sentence: Sentence, kind: Kind) -> Role:
        """Return what a sentence without any flag does."""
        lead = _starts("", self.language.frames.lead).match(sentence.line)
        rest = sentence.line[lead.end() :] if lead else sentence.line
        if " " in rest and self.spoken.literally(rest):
            return Role.REPEAT
        if kind.open or kind.closed or (sentence.end == "?" and self._goes_on(sentence)):
            return Role.OTHER
        if self.spoken.echoed(sentence.words):
            return Role.REPEAT
        given = [word for word in sentence.words if self.spoken.quoted(word.low)]
        if len(given) * 2 >= len(sentence.words):
            return Role.REPEAT
        return Role.OTHER if sentence.end == "?" and len(sentence.words) > 1 else Role.NOTHING

    def _goes_on(self, sentence: Sentence) -> bool:
        """Return whether a few words ask on: *rust voor wie*, *en als hij niet luistert*."""
        asking = any(
            re.fullmatch(self.language.asking, word.low) and not self.spoken.literally(word.low)
            for word in sentence.words
        )
        link = _starts(self.language.frames.link, self.language.frames.lead).match(sentence.line)
        return bool(link) or asking

    def _praise(self, code: str, words: Sequence[Word]) -> Iterator[Reason]:
        """Return what is clean: what has this code, if any, and which words were said or agreed on."""
        if code:
            yield self.reasons.about(code, words if code == "repeat_only" else ())
        echoed = self.spoken.echoed(words)
        if echoed:
            yield self.reasons.about("speaker_words", echoed)
        if self.spoken.only_topic(word for word in words if not self.spoken.free(word)):
            yield self.reasons.about("topic_agreed", ())

    def _flag(self, hit: Hit, sentence: Sentence) -> Reason:
        words = sentence.within(*(hit.word or hit.unsaid or hit.place))
        signal = hit.signal
        return self.reasons.about(signal.code, words, presumed=signal.presumed, variant=signal.variant)

    def _brought(self, words: Sequence[Word], kind: Kind) -> Sequence[Word]:
        """Return the words that count: where something is asked, those with which one asks do not.

        Nor does what an open question makes of a word that was said: which `rekensommen`, of *rekenen*.
        """
        asking = self.language.words("ask") if kind.open or kind.closed else frozenset()
        counted = [word for word in words if word.low not in asking]
        return [word for word in counted if not (kind.open and self.spoken.begins(word))]


def _only_sympathy(hits: Sequence[Hit]) -> bool:
    """Return whether all that gives a sentence away is that it feels with the speaker."""
    felt = [hit.place for hit in hits if hit.signal.variant == "sympathy"]
    return bool(felt) and all(
        hit.signal.code == "evaluation" and any(a <= hit.place[0] and hit.place[1] <= b for a, b in felt)
        for hit in hits
    )


@lru_cache(maxsize=8)
def _intro(pattern: str, lead: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{lead})*(?:{pattern})(?: ,)? (?=\S)")


@lru_cache(maxsize=8)
def _second(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?: ,)? (?:{words})(?= )")


@lru_cache(maxsize=64)
def _starts(pattern: str, lead: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{lead})*(?:{pattern})(?!\S)" if pattern else rf"(?:{lead})*")
