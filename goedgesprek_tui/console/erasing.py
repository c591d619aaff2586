"""`goedgesprek wis SESSIE`: one session really removed, after asking."""

from goedgesprek_tui.console.streams import complain
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.store.errors import StoreError
from goedgesprek_tui.store.sessions import Store

LEFT = "Wat niet weg is: samenvattingen die je opsloeg of verstuurde, en kopieën in de cloud of op een stick."


def erase(store: Store, id_: str) -> None:
    """Remove all files of a session after a yes on standard input; raise UserError without one."""
    print(f"Gesprek {id_}{_named(store, id_)} voorgoed wissen? Dit kan niet terug.")
    print("Typ ja of nee:", flush=True)
    try:
        answer = input().strip().casefold()
    except EOFError:
        answer = ""
    if answer not in ("ja", "j"):
        raise UserError("Er is niets gewist.")
    store.delete(id_)
    print("Het gesprek is gewist, met de kopieën in deze map.")
    complain(LEFT)


def _named(store: Store, id_: str) -> str:
    try:
        session = store.load(id_)
    except StoreError:
        return ""
    return f" ({session.title}, {session.started:%d-%m-%Y})"
