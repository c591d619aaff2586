"""Which frame a question has, by what was said: the one that takes the fewest new words."""

from collections.abc import Sequence

from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.frames import Match
from goedgesprek_tui.clean.rating.sentences import Sentence, Word
from goedgesprek_tui.clean.rating.slips import mended


class FilledFrames:
    """The frames of a language, filled after what one speaker said."""

    def __init__(self, spoken: Spoken) -> None:
        """Keep what was said."""
        self.spoken = spoken
        self.language = spoken.language

    def as_meant(self, sentence: Sentence) -> Sentence:
        """Return a sentence with the slips in the words of its frame put right, if it has one then."""
        meant = mended(self.language, sentence)
        match = self.best(meant) if meant != sentence else None
        if not match:
            return sentence
        filled = frozenset(word.start for word in filled_words(meant, match))
        meant = mended(self.language, sentence, filled)
        return meant if self._new_in_frame(meant) < self._new_in_frame(sentence) else sentence

    def _new_in_frame(self, sentence: Sentence) -> int:
        """Return how many words are new in the frame of a sentence; more than it has when it has no frame."""
        match = self.best(sentence)
        return len(self.spoken.unsaid(filled_words(sentence, match))) if match else len(sentence.words) + 1

    def best(self, sentence: Sentence) -> Match | None:
        """Return the frame in whose slots the fewest words are new."""
        best: tuple[int, Match] | None = None
        for match in self.language.frames.matches(sentence):
            words = slot_words(sentence, match)
            if match.core.strict and (self.spoken.unsaid(words) or not self._given_back(words)):
                continue
            new = len(self.spoken.unsaid(filled_words(sentence, match)))
            if best is None or new < best[0]:
                best = new, match
        return best[1] if best else None

    def _given_back(self, words: Sequence[Word]) -> bool:
        return bool(self.spoken.echoed(words)) or any(self.spoken.literally(word.low) for word in words)


def slot_words(sentence: Sentence, match: Match) -> tuple[Word, ...]:
    """Return the words in the slots of a frame."""
    return tuple(word for slot in match.slots for word in sentence.within(*slot))


def filled_words(sentence: Sentence, match: Match) -> tuple[Word, ...]:
    """Return the words that stand in the slots of a frame and before it."""
    return slot_words(sentence, match) + (sentence.within(*match.chunk) if match.chunk else ())
