"""Encrypting the sessions of a folder, and taking that off again.

The key is on the disk before the first session is encrypted, and goes after the last one is readable without;
in between every session is whole in the one form or the other, and `finish` goes on where it was cut off.
"""

from collections.abc import Callable
from pathlib import Path

from goedgesprek_tui.store.documents import is_superseded
from goedgesprek_tui.store.envelope import Generation
from goedgesprek_tui.store.errors import StoreError
from goedgesprek_tui.store.sessions import Store

Progress = Callable[[int, int], None]


def others(store: Store) -> list[Path]:
    """Return the files with words that do not change form with the sessions, and so have to go.

    These are the damaged, conflicting and copied ones, and the half-written ones, of which none was promised;
    not a copy that is newer than the session itself.
    """
    found = store.look()
    beside = ((id_, file) for id_ in found.ids() for file in found.others(id_))
    superseded = (file for id_, file in beside if is_superseded(found, id_, file))
    return [*superseded, *found.half_written(), *_others_beside(store)]


def encrypt(store: Store, passphrase: str, progress: Progress | None = None) -> list[str]:
    """Encrypt all sessions, and remove the other files with their words; return what could not be done.

    Raises `AlreadyOpen` when a session is open elsewhere, and `NotStored`; nothing is changed then.
    """
    _refuse_open_ones(store)
    store.key.make(passphrase)
    return finish(store, progress, others(store))


def decrypt(store: Store, progress: Progress | None = None) -> list[str]:
    """Take encryption off all sessions, and remove the other files; return what could not be done.

    Raises `Locked`, `AlreadyOpen` and `NotStored`; nothing is changed then.
    """
    _refuse_open_ones(store)
    store.key.begin_ending()
    return finish(store, progress, others(store))


def settle(store: Store) -> list[str]:
    """Go on with a switch that was cut off, as far as that can be done now; return what could not be done."""
    drop_unneeded_key(store)
    return finish(store) if store.key.is_open and is_unfinished(store) else []


def is_unfinished(store: Store) -> bool:
    """Whether the folder holds a session in the other form: a change of it was cut off."""
    return store.key.is_ending or (store.key.is_there and _has_other_form(store))


def drop_unneeded_key(store: Store) -> None:
    """Take away what is left of a key when encryption was taken off but for that; asks no passphrase."""
    if store.key.is_ending and not _has_other_form(store) and not _unknown(store):
        store.key.end()


def finish(store: Store, progress: Progress | None = None, remove: list[Path] | None = None) -> list[str]:
    """Bring every session into the form of its folder; return what could not be done, in sentences.

    The key stays as long as there is a file of which it is not known whether it is encrypted.
    """
    problems = []
    wrong = _in_other_form(store)
    for at, id_ in enumerate(wrong):
        try:
            store.rewrite(id_)
        except StoreError as error:
            problems.append(str(error))
        if progress:
            progress(at + 1, len(wrong))
    problems += [*_beside_rewritten(store), *_unknown(store)]
    if problems:
        return problems
    store.remove(remove or [])
    if store.key.is_ending:
        store.key.end()
        return []
    found = store.look()
    beside = (file for id_ in found.ids() for file in found.others(id_))
    names = ", ".join(file.name for file in beside if not _is_encrypted(store, file))
    return [f"Nog te lezen zonder wachtwoord: {names}. Haal dat zelf weg uit de map."] if names else []


def _refuse_open_ones(store: Store) -> None:
    for id_ in store.look().ids():
        store.refuse_when_open(id_)


def _in_other_form(store: Store) -> list[str]:
    """Return the sessions with a file that is encrypted though the folder is not, or the other way round.

    One that stands only in a copy, under another name, is among them: it is to have a file of its own.
    """
    found, encrypts = store.look(), store.key.encrypts()

    def is_other(file: Path) -> bool:
        what = found.examine(file)
        return isinstance(what, Generation) and what.is_encrypted != encrypts

    return [id_ for id_ in found.ids() if not found.own(id_) or any(map(is_other, found.own(id_)))]


def _has_other_form(store: Store) -> bool:
    return any(side.in_other_form for side in store.beside) or bool(_in_other_form(store))


def _others_beside(store: Store) -> list[Path]:
    return [file for side in store.beside for file in side.others()]


def _beside_rewritten(store: Store) -> list[str]:
    """Bring what is kept beside the sessions into the form of the folder; return why that failed."""
    problems = []
    for side in store.beside:
        try:
            if side.in_other_form:
                side.rewrite()
        except StoreError as error:
            problems.append(str(error))
    return problems


def _unknown(store: Store) -> list[str]:
    """Return a sentence for each file of a session that cannot be read, so that its form is not known."""
    found = store.look()
    files = (file for id_ in found.ids() for file in found.own(id_) if file.suffix != ".tmp")
    wrong = ((file, found.examine(file)) for file in files)
    return [f"{file.name} is zo gelaten. {what}" for file, what in wrong if isinstance(what, StoreError)]


def _is_encrypted(store: Store, file: Path) -> bool:
    what = store.look().examine(file)
    return isinstance(what, Generation) and what.is_encrypted
