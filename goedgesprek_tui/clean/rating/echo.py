"""The echo test: whether the speaker said a word of a question, in this form or a near one.

Where it is unsure it says yes: a false accusation costs more trust than a flag that is missed.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from goedgesprek_tui.clean.rating.language import Language
from goedgesprek_tui.clean.rating.sentences import Word, sentences
from goedgesprek_tui.clean.rating.slips import one_slip

TURNS = 10
MAX_TURN = 4000
PREFIXES = frozenset("be ge her mis on ont ver er wan ex anti in".split())
MIN_PART = 4
MIN_REST = 3
MIN_TYPED = 4
MAX_VERB = 30


class Spoken:
    """What one speaker said so far, and the topic that was agreed on, as words to compare with."""

    def __init__(self, language: Language, said: Sequence[str], topic: str) -> None:
        """Read the last turns; what was said longer ago no longer counts."""
        self.language = language
        self.turns = [turn[-MAX_TURN:] for turn in said[-TURNS:] if turn.strip()]
        self.said = _Words(language, self.turns)
        self.topic = _Words(language, [topic[:MAX_TURN]])

    @property
    def silent(self) -> bool:
        """Whether nothing was said yet, so that only the topic counts."""
        return not self.turns

    def free(self, word: Word) -> bool:
        """Return whether a word adds nothing, whoever says it first."""
        low, free = word.low, self.language.words("free")
        return (
            low in free
            or low.isdigit()
            or len(low) == 1
            or any(
                verb.removeprefix(particle) in free
                for verb in self.language.keys(low)
                if verb.startswith(self.language.particles)
                for particle in self.language.particles
                if verb.startswith(particle) and len(verb) >= len(particle) + MIN_REST
            )
        )

    def has(self, word: Word) -> bool:
        """Return whether a word or a near form of it was said, or belongs to the topic."""
        if self.loaded(word):
            return bool(self.said.spelled(word.low) or self.topic.spelled(word.low))
        return self.said.has(word.low) or self.topic.has(word.low)

    def loaded(self, word: Word) -> bool:
        """Return whether a word has a curse in front: `rotschool`."""
        found = re.fullmatch(self.language.loaded, word.low)
        return bool(found and (self.language.known(found["rest"]) or found["rest"] in self.said.low))

    def literally(self, words: str) -> bool:
        """Return whether these very words were said: for words that are free but may not be put in."""
        return any(f" {words} " in said.line for said in (self.said, self.topic))

    def quoted(self, words: str) -> bool:
        """Return whether these words were said, one by itself in any form."""
        return self.literally(words) or bool(" " not in words and self.said.spelled(words))

    def only_topic(self, words: Iterable[Word]) -> bool:
        """Return whether there is a word of the topic among these that the speaker did not say."""
        return any(not self.said.has(word.low) and self.topic.has(word.low) for word in words)

    def begins(self, word: Word) -> bool:
        """Return whether a compound begins with a word that was said."""
        return self.said.begins(word.low)

    def unsaid(self, words: Iterable[Word]) -> list[Word]:
        """Return the words that the asker brings."""
        return [word for word in words if not self.free(word) and not self.has(word)]

    def echoed(self, words: Iterable[Word]) -> list[Word]:
        """Return the words with a meaning of their own that the speaker said."""
        return [word for word in words if not self.free(word) and self.said.has(word.low)]

    def synonym(self, word: Word) -> str | None:
        """Return the speaker's word that people take for the same as this one, rather as it is listed."""
        listed = [
            other
            for key in sorted(self.language.keys(word.low))
            for other in self.language.synonyms.get(key, ())
        ]
        literal = (other for other in listed if other in self.said.low)
        spelled = (found for other in listed if (found := self.said.spelled(other)))
        free = self.language.words("free")
        return next(literal, None) or next((found for found in spelled if found not in free), None)

    @cached_property
    def negated(self) -> bool:
        """Whether the speaker denied anything."""
        return not self.language.denials.isdisjoint(self.said.low)

    @cached_property
    def ended(self) -> bool:
        """Whether the speaker told of something that is no more, so that it may come again."""
        return self.negated and any(self.literally(word) for word in self.language.more)

    @cached_property
    def asked_for_rest(self) -> bool:
        """Whether the speaker last asked for no question, or for silence."""
        lines = [sentence.line for sentence in sentences(self.turns[-1])] if self.turns else []
        lead = self.language.frames.lead
        return any(
            re.search(rf"^(?:{lead})*(?:{request})", line)
            for line in lines
            for request in self.language.requests
        )


class _Words:
    """The words of a few texts, in all the forms by which they can be found again."""

    def __init__(self, language: Language, texts: Sequence[str]) -> None:
        self.language = language
        self.low: set[str] = set()
        self.keys: dict[str, str] = {}
        self.pieces: dict[str, str] = {}
        lines = [sentence for text in texts for sentence in sentences(text)]
        self.line = f" {' '.join(sentence.line for sentence in lines)} "
        for sentence in lines:
            self._add([word.low for word in sentence.words])
        self.long = [word for word in self.low if len(word) >= MIN_PART + MIN_REST]
        self.heads = [word for word in self.low if len(word) >= MIN_PART]
        self.initials: dict[str, list[str]] = {}
        for word in {*self.heads, *(key for key in self.keys if key.isalpha())}:
            self.initials.setdefault(word[0], []).append(word)

    def has(self, low: str) -> bool:
        if low in self.low or self.spelled(low) or self._in_pieces(low):
            return True
        if not self.language.keys(low).isdisjoint(self.pieces):
            return True
        if any(self._part(form) or self._compound(form) for form in _written(self.language, low)):
            return True
        return len(low) >= MIN_TYPED and self._mistyped(low)

    def spelled(self, low: str) -> str | None:
        """Return how the speaker put a word, if one of its forms was said."""
        if low in self.low:
            return low
        keys = sorted(self.language.keys(low))
        return next((self.keys[key] for key in keys if key in self.keys), None)

    def _add(self, words: list[str]) -> None:
        self.low.update(words)
        self.low.update(word.replace("-", "") for word in words if "-" in word)
        particles = [word for word in words if word in self.language.particles]
        for word in words:
            keys = sorted(self.language.keys(word))
            for key in keys:
                self.keys.setdefault(key, word)
            for verb in (key for key in keys if key.endswith("n") and not key.startswith("~")):
                self._join(verb, particles, word)

    def _join(self, verb: str, particles: list[str], word: str) -> None:
        """Note `dichtklappen` for `klapt dicht`, and `dicht` and `klappen` for `dichtgeklapt`."""
        for particle in particles:
            if self.language.known(particle + verb):
                self.keys.setdefault(particle + verb, f"{word} {particle}")
        if front := self._particle(verb):
            self.low.add(front)
            for key in self.language.keys(verb.removeprefix(front)):
                self.pieces.setdefault(key, word)

    def _particle(self, verb: str) -> str | None:
        """Return the particle in front of a separable verb."""
        found = (p for p in self.language.particles if verb.startswith(p) and len(verb) - len(p) >= MIN_PART)
        return next((p for p in found if self.language.known(verb.removeprefix(p))), None)

    def _in_pieces(self, low: str) -> bool:
        """Return whether a separable verb was said in two pieces: `ineenkrimpt` for `krimpt ineen`."""
        return any(
            form[:at] in self.low and self.spelled(form[at:])
            for form in _written(self.language, low)
            for at in range(2, min(len(form), MAX_VERB) - MIN_REST)
        )

    def _part(self, low: str) -> bool:
        """Return whether a word is the first or last part of a compound that was said."""
        if len(low) < MIN_PART:
            return False
        for word in self.long:
            if word.endswith(low) and self._stands_alone(word.removesuffix(low)):
                return True
            if word.startswith(low) and self._stands_alone(word.removeprefix(low)):
                return True
        return False

    def _compound(self, low: str) -> bool:
        """Return whether the last part of a compound was said: `ouderavond` for `avond`."""
        return any(
            low.endswith(head) and low != head and self._stands_alone(low.removesuffix(head))
            for head in self.heads
            if head not in self.language.words("free")
        )

    def begins(self, low: str) -> bool:
        """Return whether a compound begins with a word that was said, or with its stem."""
        return any(
            (low[:at] in self.heads or (f"~{low[:at]}" in self.keys and at >= MIN_PART))
            and self._stands_alone(low[at:])
            for at in range(MIN_PART, min(len(low), MAX_VERB) - MIN_REST + 1)
        )

    def _stands_alone(self, part: str) -> bool:
        if len(part) < MIN_REST or part in PREFIXES:
            return False
        return any(
            self.language.known(form) for form in (part, part.removesuffix("s"), part.removesuffix("en"))
        )

    def _mistyped(self, low: str) -> bool:
        """Return whether a word differs by one slip from one that was said, and one of the two is no word."""
        near = [word for word in self.initials.get(low[0], ()) if one_slip(low, word)]
        known = self.language.known
        return any(len(word) >= MIN_TYPED and not (known(low) and known(word)) for word in near)


def _written(language: Language, low: str) -> list[str]:
    return [low, *(key for key in language.keys(low) if not key.startswith("~") and key != low)]
