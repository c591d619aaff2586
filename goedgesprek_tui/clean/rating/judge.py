"""Judging one sentence of a question: its frame or its signals, and each word that was not said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.frames import Match
from goedgesprek_tui.clean.rating.levels import Reason
from goedgesprek_tui.clean.rating.meanings import HARD, PRAISE, SOFT, STYLE
from goedgesprek_tui.clean.rating.sentences import Sentence, Word
from goedgesprek_tui.clean.rating.signals import Hit, Kind

TEXTS = HARD | SOFT | STYLE | PRAISE
FIRST_TURN = "Er is nog niets gezegd: alleen het onderwerp telt, en daar hoort '{word}' niet bij."
MAX_NEW = 3
AS_SAID = 3


class Role(Enum):
    """What a sentence does in a turn: nothing, give words back, ask in a clean frame, or something else."""

    NOTHING = 0
    REPEAT = 1
    FRAME = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """What a sentence does, whether it asks, what is clean about it, and what leads.

    `heeds` is true of a question that only checks what was said, so that it heeds a request not to ask on.
    """

    role: Role
    asks: bool = False
    heeds: bool = False
    praise: tuple[Reason, ...] = ()
    flags: tuple[Reason, ...] = ()


class Judge:
    """Judges the sentences of a question by what was said before it."""

    def __init__(self, spoken: Spoken, question: str) -> None:
        """Keep what was said, and the question for its own spelling of words."""
        self.spoken = spoken
        self.language = spoken.language
        self.question = question

    def judge(self, sentence: Sentence) -> tuple[Finding, ...]:
        """Return what is found in a sentence; a second question, or what precedes a frame, is found apart."""
        if second := self._second(sentence):
            return (
                *self.judge(sentence.part(0, second)),
                *self.judge(sentence.part(second, len(sentence.line))),
            )
        kind = self._kind(sentence)
        found = list(self._hits(sentence, kind))
        if all(hit.signal.code != "tag_question" for hit in found) and (match := self._frame(sentence)):
            before = self.judge(sentence.part(*match.chunk)) if match.chunk else ()
            return (*(finding for finding in before if finding.flags), self._framed(sentence, match))
        words = self._brought(sentence.words, kind)
        flags = [self._flag(hit, sentence) for hit in found]
        judged = any(flag.code == "evaluation" for flag in flags)
        flags += self._word_flags(words, presumes=kind.open and not judged)
        if self._puts_in_mouth(sentence, kind, flags):
            flags.append(self.reason("interpretation", sentence.words))
        role = Role.OTHER if flags else self._role(sentence, kind)
        asks = role is Role.OTHER and (kind.open or kind.closed or sentence.end == "?")
        praise = tuple(self._praise(None if flags else role, sentence.words))
        return (Finding(role, asks, asks and not kind.open and not flags, praise, tuple(flags)),)

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
            if _starts(self.language.closed, lead).match(part):
                return Kind(open=False, closed=True)
        return Kind(open=False, closed=False)

    def _hits(self, sentence: Sentence, kind: Kind) -> Iterator[Hit]:
        """Return the signals of a sentence that are not the speaker's own words."""
        for hit in self.language.signals.hits(sentence, kind):
            if hit.signal.code == "tag_question" and self._ends_as_said(sentence):
                continue
            if hit.unsaid and self.spoken.quoted(sentence.line[slice(*hit.unsaid)]):
                continue
            if hit.new and not self.spoken.unsaid(self._brought(sentence.within(*hit.new), kind)):
                continue
            yield hit

    def _ends_as_said(self, sentence: Sentence) -> bool:
        """Return whether the last words were said just so: then `toch niet` is given back, no tag."""
        return self.spoken.literally(" ".join(word.low for word in sentence.words[-AS_SAID:]))

    def _frame(self, sentence: Sentence) -> Match | None:
        """Return the frame in whose slots the fewest words are new."""
        best: tuple[int, Match] | None = None
        for match in self.language.frames.matches(sentence):
            words = _slot_words(sentence, match)
            new = len(self.spoken.unsaid(words))
            if match.core.strict and (new or not self._given_back(words)):
                continue
            if match.chunk:
                new += len(self.spoken.unsaid(sentence.within(*match.chunk)))
            if best is None or new < best[0]:
                best = new, match
        return best[1] if best else None

    def _given_back(self, words: Sequence[Word]) -> bool:
        return bool(self.spoken.echoed(words)) or any(self.spoken.literally(word.low) for word in words)

    def _framed(self, sentence: Sentence, match: Match) -> Finding:
        words = _slot_words(sentence, match)
        flags = list(self._word_flags(words, presumes=False))
        flags += self._put_in(words)
        if match.core.id == "wat_graag_ander":
            flags.append(self.reason("third_party", words))
        if match.link in ("als", "telkens als", "if"):
            at = next(at for at, word in enumerate(sentence.words) if word.low in ("als", "if"))
            if not self.spoken.literally(" ".join(word.low for word in sentence.words[at : at + 2])):
                flags.append(self.reason("als_for_wanneer", sentence.words[at : at + 1]))
        praise = [self.reason("canonical_frame", sentence.words), *self._praise(Role.FRAME, words)]
        return Finding(Role.FRAME, asks=True, praise=tuple(praise), flags=tuple(flags))

    def _put_in(self, words: Iterable[Word]) -> Iterator[Reason]:
        """Return a flag for the small words in a slot that change what was said: not, again, always."""
        for word in words:
            if self.spoken.literally(word.low):
                continue
            if word.low in self.language.again and not self.spoken.ended:
                yield self.reason("presupposition", [word], presumed="het vaker was of nog zo is")
            elif word.low in self.language.always:
                yield self.reason("generalisation", [word])
            elif word.low in self.language.denials and not self.spoken.negated:
                yield self.reason("new_content", [word])

    def _puts_in_mouth(self, sentence: Sentence, kind: Kind, flags: Sequence[Reason]) -> bool:
        """Return whether a sentence tells the speaker things about the speaker that nobody said."""
        told = _starts(self.language.you, self.language.frames.lead).match(sentence.line)
        new = sum(flag.code == "new_content" for flag in flags)
        return bool(told) and not kind.open and not kind.closed and new > 1

    def _word_flags(self, words: Sequence[Word], presumes: bool) -> Iterator[Reason]:
        """Return for each word that was not said the gravest that it can be, and for some that it is new."""
        unsaid = self.spoken.unsaid(words)
        weighed = [(word, *self._weigh(word, presumes)) for word in unsaid]
        yield from (
            self.reason(code, [word], **more) for word, code, more in weighed if code != "new_content"
        )
        new = [word for word, code, _ in weighed if code not in ("changed_word", "soort")]
        yield from (self.reason("new_content", [word]) for word in new[:MAX_NEW])

    def _weigh(self, word: Word, presumes: bool) -> tuple[str, dict[str, str]]:
        if word.low in self.language.category:
            return "soort", {}
        if said := self.spoken.synonym(word):
            return "changed_word", {"said": said}
        for name, code in (
            ("diagnoses", "interpretation"),
            ("feelings", "interpreted_feeling"),
            ("judgements", "evaluation"),
        ):
            if self._listed(word, name):
                return code, {}
        if self._listed(word, "presumed"):
            return "presupposition", {"presumed": f"er '{word.low}' is"}
        if self._listed(word, "light"):
            return (
                ("presupposition", {"presumed": f"iets '{word.low}' is"}) if presumes else ("evaluation", {})
            )
        return "new_metaphor" if self._listed(word, "metaphors") else "new_content", {}

    def _listed(self, word: Word, name: str) -> bool:
        """Return whether a word or its opposite stands in a list."""
        opposite = word.low.removeprefix(self.language.un)
        keys = self.language.keys(word.low) | self.language.keys(opposite)
        return not self.language.words(name).isdisjoint(keys)

    def _role(self, sentence: Sentence, kind: Kind) -> Role:
        """Return what a sentence without any flag does."""
        lead = _starts("", self.language.frames.lead).match(sentence.line)
        rest = sentence.line[lead.end() :] if lead else sentence.line
        if " " in rest and self.spoken.literally(rest):
            return Role.REPEAT
        if kind.open or kind.closed:
            return Role.OTHER
        if self.spoken.echoed(sentence.words):
            return Role.REPEAT
        return Role.OTHER if sentence.end == "?" and len(sentence.words) > 1 else Role.NOTHING

    def _praise(self, role: Role | None, words: Sequence[Word]) -> Iterator[Reason]:
        if role is Role.REPEAT:
            yield self.reason("repeat_only", words)
        if role is Role.OTHER:
            yield self.reason("follows_logic", ())
        echoed = self.spoken.echoed(words)
        if echoed:
            yield self.reason("speaker_words", echoed)
        if self.spoken.only_topic(word for word in words if not self.spoken.free(word)):
            yield self.reason("topic_agreed", ())

    def _flag(self, hit: Hit, sentence: Sentence) -> Reason:
        words = sentence.within(*(hit.word or hit.unsaid or hit.place))
        return self.reason(hit.signal.code, words, presumed=hit.signal.presumed)

    def _brought(self, words: Sequence[Word], kind: Kind) -> Sequence[Word]:
        """Return the words that count: where something is asked, those with which one asks do not.

        Nor does what an open question makes of a word that was said: which `rekensommen`, of *rekenen*.
        """
        asking = self.language.words("ask") if kind.open or kind.closed else frozenset()
        counted = [word for word in words if word.low not in asking]
        return [word for word in counted if not (kind.open and self.spoken.begins(word))]

    def reason(self, code: str, words: Sequence[Word], said: str = "", presumed: str = "") -> Reason:
        """Return a reason that points at words, with the words in its sentence as they were typed."""
        span = (words[0].start, words[-1].end) if words else None
        text = FIRST_TURN if code == "new_content" and self.spoken.silent else TEXTS[code]
        typed = self.question[span[0] : span[1]] if span else ""
        if code == "speaker_words":
            once = {word.low: word for word in reversed(words)}
            typed = ", ".join(self.question[word.start : word.end] for word in reversed(once.values()))
        return Reason(code, text.format(word=typed, said=said, presumed=presumed), span)


def _slot_words(sentence: Sentence, match: Match) -> tuple[Word, ...]:
    return tuple(word for slot in match.slots for word in sentence.within(*slot))


@lru_cache(maxsize=8)
def _second(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?: ,)? (?:{words})(?= )")


@lru_cache(maxsize=32)
def _starts(pattern: str, lead: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{lead})*(?:{pattern})(?!\S)" if pattern else rf"(?:{lead})*")
