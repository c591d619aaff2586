"""The words of a question that nobody said: each with the gravest that it can be."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.levels import Reason
from goedgesprek_tui.clean.rating.reasons import Reasons
from goedgesprek_tui.clean.rating.sentences import Sentence, Word
from goedgesprek_tui.clean.rating.signals import Kind

MAX_NEW = 3
LISTS = (
    ("diagnoses", "interpretation"),
    ("feelings", "interpreted_feeling"),
    ("judgements", "evaluation"),
)
"""The lists of words that lead strongly, each with the code for them."""


class Weighed(NamedTuple):
    """A word that nobody said, the code for it, and what its sentence needs."""

    word: Word
    code: str
    more: dict[str, str]


class NewWords:
    """Weighs the words of one question by what was said before it."""

    def __init__(self, spoken: Spoken, reasons: Reasons) -> None:
        """Keep what was said, and what puts reasons into words."""
        self.spoken = spoken
        self.language = spoken.language
        self.reasons = reasons

    def weigh(self, sentence: Sentence, words: Sequence[Word], kind: Kind | None = None) -> list[Weighed]:
        """Return the words that were not said; `kind` is that of the sentence, None in a slot."""
        unsaid = self.spoken.unsaid(words)
        return [Weighed(word, *self._weigh(word, sentence, kind)) for word in unsaid]

    def flags(self, weighed: Sequence[Weighed]) -> Iterator[Reason]:
        """Return a flag for each word, but for some only that are no more than new.

        A word that judges counts as new besides: some will hear no judgement in it.
        """
        for word, code, more in weighed:
            if code != "new_content":
                yield self.reasons.about(code, [word], **more)
        new = [
            word
            for word, code, _ in weighed
            if code == "new_content" or (code == "evaluation" and not self.spoken.loaded(word))
        ]
        yield from (self.reasons.about("new_content", [word]) for word in new[:MAX_NEW])

    def put_in(self, words: Iterable[Word]) -> Iterator[Reason]:
        """Return a flag for the small words in a slot that change what was said: not, again, always."""
        for word in words:
            if self.spoken.literally(word.low):
                continue
            if word.low in self.language.again and not self.spoken.ended:
                presumed = "het vaker was of nog zo is"
                yield self.reasons.about("presupposition", [word], presumed=presumed)
            elif word.low in self.language.always:
                yield self.reasons.about("generalisation", [word])
            elif word.low in self.language.denials and not self.spoken.negated:
                yield self.reasons.about("new_content", [word], variant="denial")

    def _weigh(self, word: Word, sentence: Sentence, kind: Kind | None) -> tuple[str, dict[str, str]]:
        if word.low in self.language.category:
            return "soort", {}
        if said := self._replaced(word, sentence):
            return "changed_word", {"said": said}
        if self.spoken.loaded(word):
            return "evaluation", {"variant": "word"}
        if self._listed(word, "glad") and self._put_in_mouth(word, sentence, kind):
            return "interpreted_feeling", {}
        for name, code in LISTS:
            if self._listed(word, name):
                return code, {"variant": "word"} if code == "evaluation" else {}
        if self._listed(word, "presumed") and (not kind or kind.open):
            return "presupposition", {"variant": "thing"}
        if self._listed(word, "light"):
            return self._light(word, sentence, kind)
        return "new_metaphor" if self._listed(word, "metaphors") else "new_content", {}

    def _put_in_mouth(self, word: Word, sentence: Sentence, kind: Kind | None) -> bool:
        """Return whether a feeling is told of somebody else: not by *gelukkig maar*, nor by *ik ben blij*."""
        own = word == sentence.words[0] or any(other.low in self.language.own for other in sentence.words)
        return not own and not (kind and kind.open)

    def _light(self, word: Word, sentence: Sentence, kind: Kind | None) -> tuple[str, dict[str, str]]:
        """Return what a word is that judges lightly: in an open question presumed, in a closed one new."""
        if kind and kind.open:
            return "presupposition", {"variant": "quality"}
        if kind and kind.closed and not _before(sentence, word) & self.language.degrees:
            return "new_content", {}
        return "evaluation", {"variant": "word"}

    def _replaced(self, word: Word, sentence: Sentence) -> str | None:
        """Return the speaker's word whose place this one takes, unless that is in the question as well."""
        said = self.spoken.synonym(word)
        if not said:
            return None
        keys = self.language.keys(said)
        return None if any(keys & self.language.keys(other.low) for other in sentence.words) else said

    def _listed(self, word: Word, name: str) -> bool:
        """Return whether a word or its opposite stands in a list."""
        opposite = word.low.removeprefix(self.language.un)
        keys = self.language.keys(word.low) | self.language.keys(opposite)
        return not self.language.words(name).isdisjoint(keys)


def _before(sentence: Sentence, word: Word) -> set[str]:
    """Return the word that stands before this one, in a set; an empty one when there is none."""
    return {before.low for before, after in pairwise(sentence.words) if after == word}
