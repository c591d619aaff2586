"""Suggesting topics in a folder: one suggester for a desk, made ready beside the event loop."""

from collections.abc import Iterable

from goedgesprek_tui.clean.lemmas import load
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import Session
from goedgesprek_tui.review.suggest import Suggester, Suggestion, from_sessions
from goedgesprek_tui.text import shortened

LONGEST = 60


class Suggesting:
    """Suggests for the notes of a folder what the user chose before, too; silent until it was read.

    Made anew each time that notes get their topics, so that nothing stays of a note that was erased.
    """

    def __init__(self, desk: Desk) -> None:
        """Nothing is read yet."""
        self._desk = desk
        self._suggester: Suggester | None = None

    def read(self) -> None:
        """Read the dictionary, the invented sentences and the sessions; called beside the event loop."""
        load()
        try:
            listed = self._desk.store.listed()
        except UserError:
            listed = []  # the screens tell that the folder cannot be read
        sessions = [one.session for one in listed if one.session]
        self._suggester = from_sessions(self._desk.setting.topics, sessions)

    @property
    def ready(self) -> bool:
        """Whether all was read."""
        return self._suggester is not None

    def follow(self, session: Session) -> None:
        """Learn what a session holds now, where that changed; on the event loop."""
        if self._suggester:
            self._suggester.follow(session)

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """Return the topics that fit a text, best first; none when nothing does."""
        return self._suggester.suggest(text) if self._suggester else ()

    def name_of(self, topic: str) -> str:
        """Return the name of a topic that was suggested; it may be of another session's own."""
        return self._suggester.topics.name_of(topic) if self._suggester else topic


def because(words: Iterable[str]) -> str:
    """Return the words of a note that say so, as one line under the topic that is suggested."""
    return shortened(f"om: {', '.join(words)}", LONGEST)
