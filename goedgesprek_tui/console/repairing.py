"""`goedgesprek herstel`: every session file checked, and made whole where that can be."""

from collections.abc import Iterator
from pathlib import Path

from goedgesprek_tui.store.repair import Checked, check
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.text import count


def repaired(store: Store) -> tuple[list[str], bool]:
    """Check and repair all sessions; return what to say of it, and whether all can be read now."""
    found = [check(store, id_) for id_ in store.look().ids()]
    wrong = sum(bool(one.wrong) for one in found)
    done = sum(bool(one.did) for one in found)
    lines = [line for one in found for line in _lines(one)]
    parts = [f"{count(len(found), 'gesprek', 'gesprekken')} nagekeken"]
    parts += [f"{done} hersteld"] if done else []
    parts += [f"{wrong} niet te lezen"] if wrong else []
    parts += ["alles is in orde"] if not lines else []
    return [*lines, f"{', '.join(parts)}. Er is niets weggegooid."], not wrong


def _lines(one: Checked) -> Iterator[str]:
    if one.did:
        yield f"Hersteld: {one.did}"
    if one.wrong:
        yield one.wrong
    if one.beside:
        yield f"Bij gesprek {one.id} liggen ook: {_names(one.beside)}. Die tellen niet mee."


def _names(files: tuple[Path, ...]) -> str:
    return ", ".join(file.name for file in files)
