"""Looking a conversation over for names, with the second search when it is there; for a thread of its own."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import Lock

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Session
from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.privacy.finding import Finding
from goedgesprek_tui.privacy.masker import LIMITED, Masker, installed
from goedgesprek_tui.reading import as_one_act
from goedgesprek_tui.spots import Open, replaced, still_open
from goedgesprek_tui.text import fold

REMEMBERED = 2_000


class Checker:
    """Finds what may be personal in a conversation, and remembers per text, for as long as it lives.

    It waits for the second search, so it is called beside the event loop.
    """

    def __init__(self, cache: Path | None = None) -> None:
        """With a folder for its cache the second search is used as well, where it is installed."""
        self._masker = Masker(cache) if cache and installed() else None
        self._started = False
        self._one_at_a_time = Lock()
        self._unanswered = not self._masker
        self._ask = lru_cache(REMEMBERED)(self._answer)
        self._find = lru_cache(REMEMBERED)(find)

    @property
    def notice(self) -> str:
        """What to say of how well was searched the last time."""
        return LIMITED if self._unanswered else ""

    def open(self, session: Session) -> list[Open]:
        """Return what was found in a conversation and not decided on."""
        with self._one_at_a_time:
            if self._masker and not self._started:
                self._masker.start()
                self._started = True
            self._unanswered = not self._masker
            return still_open(session, self.search)

    def everywhere(self, talk: Conversation, words: str) -> Conversation:
        """Return the conversation with the best proposal wherever these words were found, in one act."""
        after = talk
        for _ in range(len(self.open(talk.session))):
            same = [one for one in self.open(after.session) if fold(one.words) == fold(words)]
            if not same:
                break
            best = same[0].proposals()[0]
            after = replaced(after, same[0].spot, best.applied(same[0].spot.text))
        return as_one_act(talk, after, "een naam op meer plekken")

    def search(self, text: str, names: Iterable[str], places: Iterable[str]) -> list[Finding]:
        """Return what was found in a text; without an answer of the second search, by the first alone."""
        more: tuple[Finding, ...] = ()
        try:
            more = self._ask(text)
        except LookupError:
            self._unanswered = True
        return list(self._find(text, tuple(names), tuple(places), more))

    def close(self) -> None:
        """End the second search."""
        if self._masker and self._started:
            self._masker.close()

    def _answer(self, text: str) -> tuple[Finding, ...]:
        """Return what the second search finds; raise LookupError when it is silent, which is not kept."""
        found = self._masker.search(text) if self._masker else None
        if found is None:
            raise LookupError
        return found
