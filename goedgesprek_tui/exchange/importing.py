"""Taking conversations of colleagues into our folder: new ones kept, known ones merged, never one twice."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goedgesprek_tui.dates import dutch_date
from goedgesprek_tui.desk import Desk
from goedgesprek_tui.exchange.arriving import arrived
from goedgesprek_tui.exchange.conflict import Conflict
from goedgesprek_tui.exchange.door import knows_script
from goedgesprek_tui.exchange.files import Read, Refusal
from goedgesprek_tui.exchange.merging import Merged, merge, stands, taken
from goedgesprek_tui.exchange.opening import short
from goedgesprek_tui.exchange.reading import PassedBy, read
from goedgesprek_tui.history import without
from goedgesprek_tui.models import Note, Session
from goedgesprek_tui.store.errors import AlreadyOpen, NotStored, StoreError
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.withdrawal import already_in

OPEN_HERE = "dit gesprek is nu open in een ander venster; sluit het daar en haal het bestand nog een keer op."
CHANGED = "Dit is hier intussen veranderd en blijft zo; haal het bestand nog een keer op om te kiezen."
SAME_NAME = "een ander gesprek heeft hier bijna hetzelfde kenmerk („id”)."


@dataclass(frozen=True)
class Taken:
    """A session that came in from a file: a new one, or merged into the one that was here.

    `notes` is how many it has now; `added` how many of those are new, `updated` in how many something was
    filled in, `kept_out` how many of theirs were erased here. `withdrawn` are notes of ours, as they were,
    that theirs erased or may no longer be used there; `already_in` says which exports hold them. With all of
    that empty, and not `changed`, everything was here already.
    """

    file: str
    id: str
    title: str
    day: date
    ambassador: str
    notes: int
    is_new: bool
    changed: bool
    added: int = 0
    updated: int = 0
    kept_out: int = 0
    conflicts: tuple[Conflict, ...] = ()
    withdrawn: tuple[Note, ...] = ()
    already_in: str = ""


Outcome = Taken | Refusal | PassedBy


def take_in(
    desk: Desk, paths: Iterable[Path], goes_on: Callable[[], bool] = lambda: True
) -> Iterator[Outcome]:
    """Take in all that is found at these paths, and give what became of each session once it is on the disk.

    A session that cannot be taken stops no other. Ends early when `goes_on` says so, or when the folder
    cannot be written; raises `StoreError` only when it cannot be read.
    """
    desk.store.prepare()
    known = {id_.casefold(): id_ for id_ in desk.store.look().ids()}
    for path in paths:
        origin = f"{short(path.absolute().name)}, {dutch_date(desk.setting.now().date())}"
        for found in read(path, desk.store.key.unlock):
            if not isinstance(found, Read):
                yield found
                continue
            try:
                yield _taken_in(desk, found, origin, known)
            except AlreadyOpen:
                yield Refusal(found.file, OPEN_HERE)
            except NotStored as error:
                yield Refusal(found.file, str(error))
                return
            except StoreError as error:
                yield Refusal(found.file, str(error))
            if not goes_on():
                return


def settle(store: Store, id_: str, conflict: Conflict) -> Session:
    """Take their version of what was in conflict, and return the session after it; may raise StoreError.

    What was changed here since it was shown stays as it is: that may be a parent who said no.
    """
    with store.open(id_) as opened:
        if not stands(opened.session, conflict):
            raise StoreError(CHANGED)
        opened.save(taken(opened.session, conflict))
        return opened.session


def erase(store: Store, id_: str, notes: Iterable[Note]) -> str:
    """Erase notes that were withdrawn for good; return where they already are. May raise StoreError."""
    with store.open(id_) as opened:
        ids = [note.id for note in notes]
        said = already_in(opened.session, ids)
        opened.save(without(opened.session, *ids), scrub=True)
        return " ".join(filter(None, (said, opened.notice)))


def keep(store: Store, id_: str, note: Note) -> None:
    """Let a note be used here again as before, though it was withdrawn there; may raise StoreError."""
    with store.open(id_) as opened:
        notes = (
            one.model_copy(update={"consent": note.consent}) if one.id == note.id else one
            for one in opened.session.notes
        )
        opened.save(opened.session.model_copy(update={"notes": tuple(notes)}))


def _taken_in(desk: Desk, found: Read, origin: str, known: dict[str, str]) -> Taken:
    theirs = _without_listed_topics(desk, found.session)
    here = known.get(theirs.id.casefold())
    if here not in (None, theirs.id):
        raise StoreError(SAME_NAME)
    if here is None:
        session = arrived(theirs, origin)
        desk.store.create(session).close()
        known[session.id.casefold()] = session.id
        return _taken(found.file, Merged(session, session.notes), is_new=True, changed=True)
    ours = desk.store.load(theirs.id)
    merged = merge(ours, theirs)
    if merged.session == ours:
        return _taken(found.file, merged, is_new=False, changed=False)
    with desk.store.open(theirs.id) as opened:
        merged = merge(opened.session, theirs)
        opened.save(merged.session)
    return _taken(found.file, merged, is_new=False, changed=True)


def _taken(file: str, merged: Merged, is_new: bool, changed: bool) -> Taken:
    session = merged.session
    return Taken(
        file=file,
        id=session.id,
        title=session.title,
        day=session.started.date(),
        ambassador=session.ambassador,
        notes=len(session.shown),
        is_new=is_new,
        changed=changed,
        added=len(merged.added),
        updated=merged.updated,
        kept_out=merged.kept_out,
        conflicts=merged.conflicts,
        withdrawn=merged.withdrawn,
        already_in=already_in(session, [note.id for note in merged.withdrawn]),
    )


def _without_listed_topics(desk: Desk, session: Session) -> Session:
    """Return a session of which only notes are known without topics that are in our list as well."""
    if knows_script(session):
        return session
    own = tuple(topic for topic in session.topics if not desk.prompts.topics.get(topic.id))
    return session.model_copy(update={"topics": own})
