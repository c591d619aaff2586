"""`goedgesprek wis SESSIE`: one session really removed, after asking."""

from goedgesprek_tui.console.streams import complain
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import exports_of
from goedgesprek_tui.models import Session
from goedgesprek_tui.store.errors import StoreError
from goedgesprek_tui.store.sessions import Store

LEFT = "Wat niet weg is: wat je elders opsloeg of verstuurde, en kopieën in de cloud of op een stick."


def erase(store: Store, id_: str) -> None:
    """Remove all files of a session after a yes on standard input; raise UserError without one."""
    session = _session(store, id_)
    named = f" ({session.title}, {session.started:%d-%m-%Y})" if session else ""
    if not _yes(f"Gesprek {id_}{named} voorgoed wissen? Dit kan niet terug."):
        raise UserError("Er is niets gewist.")
    store.delete(id_)
    print("Het gesprek is gewist, met de kopieën in deze map.")
    others = _erase_exports(store, session) if session else []
    complain(f"{LEFT} Op te zoeken: {', '.join(others)}." if others else LEFT)


def _erase_exports(store: Store, session: Session) -> list[str]:
    """Erase the summaries of it, after a yes; return the names of those that are left."""
    files, others = exports_of(store.folder, session)
    names = [file.name for file in files]
    if files and _yes(f"Ook wat je opsloeg in {files[0].parent} wissen ({', '.join(names)})?"):
        store.remove(files)
        return others
    return [*names, *others]


def _yes(question: str) -> bool:
    print(question)
    print("Typ ja of nee:", flush=True)
    try:
        return input().strip().casefold() in ("ja", "j")
    except EOFError:
        return False


def _session(store: Store, id_: str) -> Session | None:
    try:
        return store.load(id_)
    except StoreError:
        return None
