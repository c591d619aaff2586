"""The passphrase of a folder on the command line: asked on the terminal itself, never taken from a stream."""

import getpass
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from goedgesprek_tui.console.streams import complain
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.store import switching
from goedgesprek_tui.store.age import too_short
from goedgesprek_tui.store.errors import StoreError, WrongPassphrase
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.text import count

TRIES = 3
OFF = "Het wachtwoord is eraf. De gesprekken zijn gewoon te lezen."
ACTIONS = ("versleutelen", "wijzigen", "uit", "organisatie", "vergeten")
WHAT_IT_DOES = """\
Met een wachtwoord worden alle gesprekken in deze map versleuteld. Wie de laptop vindt of steelt, kan ze
niet lezen. Je typt het wachtwoord elke keer dat je begint.
Let op: een wachtwoord dat je vergeet, kan niemand terughalen. De gesprekken zijn dan weg, behalve als de
organisatie een eigen sleutel heeft (goedgesprek wachtwoord organisatie).
Het beschermt niet: samenvattingen die je al opsloeg, oude kopieën elders, en een laptop die open staat."""
FORGOTTEN = (
    "Vergeten? Alleen wie een sleutel van de organisatie heeft, kan dan helpen: "
    "goedgesprek wachtwoord vergeten SLEUTELBESTAND."
)


def opened(store: Store) -> Store:
    """Return the store with its key open: the passphrase is asked when the folder has one.

    A switch that was cut off is finished. Raise UserError when there is no terminal, or no right answer.
    """
    switching.drop_unneeded_key(store)
    if store.key.is_there:
        _open(store)
        for problem in switching.settle(store):
            complain(problem)
    return store


def passphrase(store: Store, action: str, word: str) -> None:
    """Encrypt the sessions, change the passphrase, take it off, or set the key of the organisation."""
    was_on = store.key.is_there
    switching.drop_unneeded_key(store)
    if action != "vergeten":
        opened(store)
    is_on = store.key.is_there
    match action or ("wijzigen" if is_on else "versleutelen"):
        case "uit" if was_on and not is_on:
            print(OFF)
        case "versleutelen" if not is_on:
            _encrypt(store)
        case "versleutelen":
            print("Deze map heeft een wachtwoord. Veranderen: goedgesprek wachtwoord wijzigen.")
        case _ if not is_on:
            raise UserError("Deze map heeft nog geen wachtwoord; typ goedgesprek wachtwoord versleutelen.")
        case "vergeten":
            _set_anew(store, Path(word))
        case "uit":
            _decrypt(store)
        case "organisatie":
            store.key.set_organisation(word)
            _tell(_rewritten(store), "De organisatie kan de gesprekken nu ook openen.")
        case _:
            store.key.change(_new())
            print("Het wachtwoord is veranderd. Het oude past niet meer.")


def _open(store: Store) -> None:
    for left in reversed(range(TRIES)):
        try:
            return store.key.open(_ask(f"Wachtwoord van {store.folder}: "))
        except WrongPassphrase as error:
            if not left:
                raise UserError(f"{error} {FORGOTTEN}") from error
            complain(str(error))


def _encrypt(store: Store) -> None:
    store.prepare()
    print(WHAT_IT_DOES)
    _agree("Alle gesprekken in deze map versleutelen?")
    _agree_to_lose(store)
    problems = switching.encrypt(store, _new(), _progress)
    _tell(problems, f"Alle gesprekken in deze map zijn versleuteld.{store.key.who_else()}")


def _decrypt(store: Store) -> None:
    _agree("Het wachtwoord eraf halen? Iedereen met deze laptop kan de gesprekken dan lezen.")
    _agree_to_lose(store)
    _tell(switching.decrypt(store, _progress), OFF)


def _set_anew(store: Store, file: Path) -> None:
    """Give the folder a new key pair, once the key of the organisation has opened a conversation."""
    store.key.open_with(file)
    listed = store.listed()
    if listed and not any(one.session for one in listed):
        raise UserError(f"{file.name} opent geen gesprek in deze map; er is niets veranderd.")
    store.key.renew(_new())
    _tell(_rewritten(store), "De gesprekken hebben een nieuw wachtwoord.")


def _rewritten(store: Store) -> list[str]:
    """Encrypt all sessions anew; return what could not be done."""
    problems = []
    ids = store.look().ids()
    for at, id_ in enumerate(ids):
        try:
            store.rewrite(id_)
        except StoreError as error:
            problems.append(str(error))
        _progress(at + 1, len(ids))
    for side in store.beside:
        try:
            side.rewrite()
        except StoreError as error:
            problems.append(str(error))
    return problems


def _agree_to_lose(store: Store) -> None:
    others = switching.others(store)
    if others:
        names = ", ".join(file.name for file in others)
        kept = count(len(others), "bestand ligt er", "bestanden liggen er")
        _agree(f"{kept} nog naast, met woorden van gesprekken; weg gaat dan: {names}. Doorgaan?")


def _agree(question: str) -> None:
    if _ask(f"{question} Typ ja of nee: ", input).strip().casefold() not in ("ja", "j"):
        raise UserError("Er is niets veranderd.")


def _new() -> str:
    """Ask a new passphrase twice; raise UserError when that does not come out right."""
    for _ in range(TRIES):
        new = _ask("Nieuw wachtwoord: ")
        if wrong := too_short(new):
            complain(wrong)
        elif _ask("Nog een keer: ") == new:
            return new
        else:
            complain("De twee zijn niet gelijk; typ het nog eens.")
    raise UserError("Er is niets veranderd.")


def _ask(question: str, how: Callable[[str], str] = getpass.getpass) -> str:
    if not _has_terminal():
        raise UserError(
            "Hier wordt iets gevraagd, en er is geen terminal om het te typen; open een terminalvenster en "
            "doe het daar."
        )
    try:
        return how(question)
    except EOFError:
        raise UserError("Er is niets getypt en er is niets veranderd.") from None


def _has_terminal() -> bool:
    with suppress(OSError):
        Path("/dev/tty").open("rb", buffering=0).close()
        return True
    return sys.platform == "win32" and sys.stdin.isatty()


def _progress(done: int, total: int) -> None:
    if done == total or done % 100 == 0:
        print(f"{done} van {count(total, 'gesprek', 'gesprekken')}", file=sys.stderr)


def _tell(problems: list[str], done: str) -> None:
    for problem in problems:
        complain(problem)
    if problems:
        raise UserError("Nog niet alles is klaar; los dit op en begin dan opnieuw, dan gaat het verder.")
    print(done)
