"""Checking the files of a session, and making whole what can be; nothing that may hold words is deleted."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from goedgesprek_tui.store.documents import session_in
from goedgesprek_tui.store.envelope import Generation
from goedgesprek_tui.store.errors import StoreError, reported
from goedgesprek_tui.store.folder import Folder
from goedgesprek_tui.store.sessions import Store


@dataclass(frozen=True)
class Checked:
    """What was found of one session: what was done, and what is still wrong; both "" when it was whole.

    `beside` are the other files that hold its words: damaged ones, versions of another computer, copies.
    """

    id: str
    did: str = ""
    wrong: str = ""
    beside: tuple[Path, ...] = ()


def check(store: Store, id_: str) -> Checked:
    """Look at all files of a session, and write it anew when one of them is damaged, older, or gone.

    What cannot be read is kept under another name first.
    """
    did = wrong = ""
    try:
        found = store.look()
        notice = found.newest(id_, session_in).notice
        if notice or _damaged(found, id_):
            did = _repair(store, id_, notice)
    except StoreError as error:
        wrong = str(error)
    return Checked(id_, did, wrong, tuple(store.look().others(id_)))


def _repair(store: Store, id_: str, notice: str) -> str:
    with store.open(id_) as opened:
        kept = [_put_aside(store, id_, file).name for file in _damaged(store.look(), id_)]
        opened.rewrite()
    aside = f"Wat niet te lezen was, is bewaard als {', '.join(kept)}." if kept else ""
    return " ".join(filter(None, (notice, aside)))


def _damaged(found: Folder, id_: str) -> list[Path]:
    """Return what cannot be read of the generation before and the temporary files.

    The main file is set aside by the storage itself, when it is written.
    """
    return [
        file
        for file in found.own(id_)
        if file.suffix != ".json" and not isinstance(found.examine(file), Generation)
    ]


def _put_aside(store: Store, id_: str, file: Path) -> Path:
    names = (store.folder / f"{id_}.json.beschadigd-{n}" for n in count(1))
    free = next(name for name in names if not name.exists())
    with reported(store.folder, "er is niets hersteld in"):
        file.rename(free)
    return free
