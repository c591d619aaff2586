"""The sessions of a folder one after the other, so that thousands of them never stand in memory together."""

from collections.abc import Collection, Sequence
from typing import overload

from goedgesprek_tui.models import Session
from goedgesprek_tui.store.documents import session_in
from goedgesprek_tui.store.sessions import Store


class Ordered(Sequence[Session]):
    """The sessions that can be read, the oldest first; each is read from the disk when it is its turn.

    Only their ids are kept. `problems` says what is the matter with files, `unread` how many sessions cannot
    be read. Taking one raises `StoreError` when it cannot be read any more.
    """

    def __init__(self, store: Store, among: Collection[str] | None = None) -> None:
        """Read all once for their order, or those with these ids."""
        self.problems: list[str] = []
        self.unread = 0
        found = []
        for one in store.each(among=among):
            if one.problem:
                self.problems.append(one.problem)
            if one.session:
                found.append((one.started, one.id))
            else:
                self.unread += 1
        self._ids = [id_ for _, id_ in sorted(found)]
        self._folder = store.look(keep=False)

    def __len__(self) -> int:
        """Return how many can be read."""
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> Session: ...
    @overload
    def __getitem__(self, at: slice) -> list[Session]: ...
    def __getitem__(self, at: int | slice) -> Session | list[Session]:
        """Read one, or some of them, from the disk."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        id_ = self._ids[at]
        return self._folder.at_rest(id_, session_in) or self._folder.newest(id_, session_in).value
