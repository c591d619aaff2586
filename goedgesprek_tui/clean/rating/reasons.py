"""Putting reasons into words: what a code says, filled with the words of the question as they were typed."""

from collections.abc import Sequence

from goedgesprek_tui.clean.rating.echo import Spoken
from goedgesprek_tui.clean.rating.levels import Reason
from goedgesprek_tui.clean.rating.meanings import HARD, PRAISE, SOFT, STYLE, VARIANTS
from goedgesprek_tui.clean.rating.sentences import Word

TEXTS = HARD | SOFT | STYLE | PRAISE


class Reasons:
    """The reasons that can be given about one question."""

    def __init__(self, spoken: Spoken, question: str) -> None:
        """Keep the question for its own spelling of words."""
        self.silent = spoken.silent
        self.question = question

    def about(
        self, code: str, words: Sequence[Word], said: str = "", presumed: str = "", variant: str = ""
    ) -> Reason:
        """Return a reason that points at words; `variant` is a more precise sentence than the code has."""
        if code == "new_content" and self.silent:
            variant = "first_turn"
        if code == "follows_logic" and self.silent:
            variant = variant or "opening"
        span = (words[0].start, words[-1].end) if words else None
        typed = self.question[span[0] : span[1]] if span else ""
        if code == "speaker_words":
            once = {word.low: word for word in reversed(words)}
            typed = ", ".join(self.question[word.start : word.end] for word in reversed(once.values()))
        text = VARIANTS[variant] if variant else TEXTS[code]
        return Reason(code, text.format(word=typed, said=said, presumed=presumed), span)
