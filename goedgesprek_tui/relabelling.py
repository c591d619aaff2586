"""Changing topics in many conversations on the disk: in all of them, or in none; and taking that back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import NoReturn

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.models import Session
from goedgesprek_tui.review.relabel import Change, Labels, applied, extent, labels_of, taken_back
from goedgesprek_tui.store.errors import AlreadyOpen, NotStored, StoreError
from goedgesprek_tui.store.lock import allow
from goedgesprek_tui.store.sessions import OpenSession, Progress, Store
from goedgesprek_tui.text import count

NAMED = 5
"""How many conversations a sentence names at most."""
Pair = tuple[Session, Session]


@dataclass(frozen=True)
class Relabelled:
    """The sessions that were changed, as they are now, and what takes that back.

    `notes` got other labels, in so many conversations (`where`). `kept` notes were given another label by
    hand since, and keep that; `lost` conversations are no longer there. `notice` is what the store says.
    """

    sessions: tuple[Session, ...] = ()
    back: tuple[Labels, ...] = ()
    notes: int = 0
    where: int = 0
    kept: int = 0
    lost: int = 0
    notice: str = ""


class NotPutBack(UserError):
    """A change failed half way, and some sessions could not be put back; `done` is what was done there."""

    def __init__(self, sentence: str, done: Relabelled) -> None:
        """Carry the sentence, and what can be taken back later."""
        super().__init__(sentence)
        self.done = done


def relabel(
    store: Store, change: Change, sessions: Iterable[Session], progress: Progress | None = None
) -> Relabelled:
    """Make a change in those of the sessions that it concerns, as they are on the disk now.

    All are held before the first is written. Raises `UserError` when one is open in another window or cannot
    be read or written: then none is changed, or (`NotPutBack`) it says which are. `progress` is told how many
    steps of how many were taken; to be called beside the event loop.
    """
    concerned = [session.id for session in sessions if applied(change, session) is not session]
    return _over(store, concerned, lambda session: applied(change, session), progress)


def undo(store: Store, back: Iterable[Labels], progress: Progress | None = None) -> Relabelled:
    """Put the labels of before a change back; what was changed since by hand stays. Raises as `relabel`."""
    labels = {one.session: one for one in back}
    kept = []

    def act(session: Session) -> Session:
        before, number = taken_back(labels[session.id], session)
        kept.append(number)
        return before

    return replace(_over(store, list(labels), act, progress), kept=sum(kept))


def _over(
    store: Store, wanted: Sequence[str], act: Callable[[Session], Session], progress: Progress | None
) -> Relabelled:
    """Do something with sessions, with all that are still there or with none, and return what came of it."""
    tell = progress or (lambda done, total: None)
    seen = store.look()
    ids = [id for id in wanted if seen.own(id) or seen.copies(id)]
    with ExitStack() as stack:
        opened = []
        for at, one in enumerate(_opened(store, ids, stack), start=1):
            opened.append(one)
            tell(at, 2 * len(ids))
        pairs = [(one.session, act(one.session)) for one in opened]
        changing = [(one, pair) for one, pair in zip(opened, pairs, strict=True) if pair[0] is not pair[1]]
        for at, (one, (_, after)) in enumerate(changing, start=1):
            try:
                one.save(after)
            except NotStored as failure:
                _put_back(store, changing[:at], failure)
            tell(len(ids) + at, len(ids) + len(changing))
        notices = dict.fromkeys(one.notice for one, _ in changing if one.notice)
        made = _made([pair for _, pair in changing], " ".join(list(notices)[:NAMED]))
        return replace(made, lost=len(wanted) - len(ids))


def _opened(store: Store, ids: Sequence[str], stack: ExitStack) -> Iterable[OpenSession]:
    """Give these sessions opened, all held before the first is read; the stack lets go of them."""
    allow(len(ids))
    releases = {}
    for id in ids:
        with _told_which(store, id):
            releases[id] = store.hold(id)
        stack.callback(releases[id])
    found = store.look()
    for id in ids:
        with _told_which(store, id):
            yield store.open_held(id, found, releases[id])


@contextmanager
def _told_which(store: Store, id: str) -> Iterator[None]:
    """Say of which session it is that it cannot be opened, and that nothing was changed."""
    try:
        yield
    except AlreadyOpen:
        raise UserError(
            f"{_name(store, id)} is open in een ander venster. Er is nog niets veranderd; sluit "
            "het daar, en doe het dan nog eens."
        ) from None
    except StoreError as error:
        raise UserError(f"Er is niets veranderd, want {_name(store, id)} gaat niet open: {error}") from error


def _put_back(store: Store, tried: Sequence[tuple[OpenSession, Pair]], failure: NotStored) -> NoReturn:
    """Put back what was written before a save failed, and raise what came of it."""
    left = [pair for one, pair in reversed(tried) if not _is_back(store, one, pair[0])]
    if not left:
        raise UserError(f"{failure} Er is in geen enkel gesprek een thema veranderd.") from failure
    names = "; ".join(_title(before) for before, _ in left[:NAMED])
    names += f"; en nog {len(left) - NAMED}" if len(left) > NAMED else ""
    raise NotPutBack(
        f"{failure} De thema's zijn al veranderd in {count(len(left), 'gesprek', 'gesprekken')}: {names}. "
        "Er is niets kwijt; draai het terug zodra opslaan weer kan.",
        _made(left),
    ) from failure


def _is_back(store: Store, one: OpenSession, before: Session) -> bool:
    """Whether a session is on the disk as it was, also when a save failed after the words were there."""
    try:
        if one.session is not before:
            one.save(before)
        elif not _lies_there(store, before):
            one.rewrite()
    except NotStored:
        return _lies_there(store, before)
    return True


def _lies_there(store: Store, session: Session) -> bool:
    try:
        return store.load(session.id) == session
    except StoreError:
        return False


def _made(pairs: Sequence[Pair], notice: str = "") -> Relabelled:
    notes, where = extent(pairs)
    back = tuple(labels_of(*pair) for pair in pairs)
    return Relabelled(tuple(after for _, after in pairs), back, notes, where, notice=notice)


def _name(store: Store, id: str) -> str:
    try:
        return _title(store.load(id))
    except StoreError:
        return f"gesprek {id}"


def _title(session: Session) -> str:
    return f"{session.title} ({dutch_date(session.started.date())})"
