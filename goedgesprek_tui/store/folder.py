"""What lies in the folder of the sessions, and the newest whole generation of each.

Reading only: nothing here writes, repairs or takes a lock, so that it works in a read-only folder.
"""

import re
import stat
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Generic, TypeVar

from goedgesprek_tui.store.envelope import (
    DAMAGE,
    ID,
    LARGEST,
    LONGEST_START,
    NO_SESSION,
    Generation,
    Tables,
    Unlock,
    parse,
    peek,
)
from goedgesprek_tui.store.errors import Locked, NotOurs, StoreError, TooNew, Unreadable
from goedgesprek_tui.text import count

BESIDE = re.compile(rf"(?P<main>{ID})\.json\.bak|\.(?P<temp>{ID})\.[0-9a-f]+\.tmp")
ASIDE = re.compile(rf"(?P<main>{ID})\.json\.(beschadigd|conflict)-[0-9]+")
STRAY = re.compile(r"(?P<main>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?!\.lock$).")
"""A file of another program that is named after a session, such as `<id>.json~` or `<id> (1).json.bak`."""
A_FEW = 3
T = TypeVar("T")


@dataclass(frozen=True)
class Reading(Generic[T]):
    """The newest whole generation, and what it takes to go on from it.

    `value` is what the reader made of the tables; `known` the hashes of all whole generations of this
    session, `last` the highest number among them; `spoiled` says that the main file is there but not whole.
    """

    tables: Tables
    value: T
    known: frozenset[str]
    last: int
    spoiled: bool
    notice: str


def no_key(_armoured: str) -> bytes:
    """Open nothing: for a folder of which no passphrase is known."""
    raise Locked("Dit gesprek is versleuteld; open het in zijn eigen map, met het wachtwoord van die map.")


class Folder:
    """The session files directly in a folder at one moment; each is examined once at most."""

    def __init__(self, path: Path, unlock: Unlock = no_key, keep: bool = True) -> None:
        """Look what there is; a folder that does not exist is empty. Raises `Unreadable` without access.

        `unlock` decrypts the words of a session, when they are encrypted. Without `keep` a file is read anew
        each time its words are asked for, so that those of thousands of sessions never stand in memory.
        """
        self.path = path
        self._unlock = unlock
        self._keep = keep
        self._examined: dict[Path, Generation | StoreError] = {}
        self._peeked: dict[Path, tuple[str, int] | None] = {}
        self._inside: dict[Path, str | None] = {}
        self._mains: list[Path] = []
        self._own: dict[str, list[Path]] = defaultdict(list)
        self._aside: dict[str, list[Path]] = defaultdict(list)
        for file in _files(path):
            self._sort(file)

    def ids(self) -> list[str]:
        """Return one id for each session; for a file that tells none, its name."""
        inside = tuple(self._by_id_inside)
        named = [id_ for id_ in self._own if any(map(self._is_session, self.own(id_)))]
        copies = [id_ for id_ in named if not re.fullmatch(ID, id_) and id_.startswith(inside)]
        return sorted({*inside, *named} - {*copies})

    def own(self, id_: str) -> list[Path]:
        """Return the main file, the previous generation and the temporary files, those that there are."""
        return [file for file in self._own.get(id_, ()) if self._id_inside(file) in (None, id_)]

    def copies(self, id_: str) -> list[Path]:
        """Return the other files in which this session stands, as programs that synchronise make them."""
        return [file for file in self._by_id_inside.get(id_, ()) if file.stem != id_]

    def seems_encrypted(self) -> bool:
        """Whether the sessions here are encrypted, judged by the first few."""
        found = [one for one in map(self.examine, self._mains[:A_FEW]) if isinstance(one, Generation)]
        return bool(found) and all(one.is_encrypted for one in found)

    def tables_in(self, file: Path) -> Tables:
        """Return the tables in a file of a session; raises `StoreError`."""
        found = self.examine(file)
        if isinstance(found, StoreError):
            raise found
        return found.tables(self._unlock)

    def aside(self, id_: str) -> list[Path]:
        """Return the damaged and conflicting files of a session, and those that others named after it.

        A copy by another program can be anything: a backup, or a file that was cut off.
        """
        strays = (file for file in self._mains if file.stem != id_ and not self._id_inside(file))
        named = [file for file in strays if (found := STRAY.search(file.name)) and found["main"] == id_]
        return [*self._aside.get(id_, ()), *named]

    def others(self, id_: str) -> list[Path]:
        """Return all files with words of a session besides its own: damaged, conflicting, and copies."""
        return [*self.aside(id_), *self.copies(id_)]

    def half_written(self) -> list[Path]:
        """Return the temporary files that are not whole: a save that was cut off, and promised to nobody."""
        temps = (file for files in self._own.values() for file in files if file.suffix == ".tmp")
        return [file for file in temps if not self._is_session(file)]

    def newest(self, id_: str, check: Callable[[Tables], T]) -> Reading[T]:
        """Return the newest generation whose tables also pass `check`, which raises ValueError if not.

        Raises `TooNew` when a newer program wrote one of the files, `Unreadable` when none is whole, and
        `StoreError` when there are none. A generation of another key is passed over as long as there is one
        that can be opened; else `NotOurs` is raised.
        """
        not_ours = None
        for look in (self.own, self.copies):
            whole = self._whole(look(id_))
            for path, generation in whole:
                with suppress(*DAMAGE, Unreadable):
                    try:
                        tables = self._tables(id_, generation)
                    except NotOurs as error:
                        not_ours = not_ours or error
                        continue
                    return self._reading(path, generation, tables, check(tables), whole)
        if not_ours:
            raise not_ours
        if not self.own(id_):
            raise StoreError(
                f"Er is geen gesprek {id_} in {self.path}; kijk met `goedgesprek lijst` wat er is."
            )
        raise Unreadable(self._why_unreadable(id_))

    def at_rest(self, id_: str, check: Callable[[Tables], T]) -> T | None:
        """Return what `check` makes of the main file of a session with which nothing is the matter.

        None when it has to be found out with `newest`: there is a copy, the file is not wholly as we write
        it, or another one has a higher number. Nothing read is kept, so that many sessions need little room.
        """
        own = self._own.get(id_, [])
        peeked = [self._peek(file) for file in own]
        main = self.path / f"{id_}.json"
        numbers = [number for inside, number in filter(None, peeked) if inside == id_]
        if len(numbers) < len(own) or own[:1] != [main] or numbers[0] < max(numbers) or self.copies(id_):
            return None
        generation = examined(main)
        if isinstance(generation, StoreError) or (generation.id, generation.number) != (id_, numbers[0]):
            return None
        with suppress(*DAMAGE, StoreError):
            return check(generation.tables(self._unlock))
        return None

    def examine(self, file: Path) -> Generation | StoreError:
        """Return the generation in a file, or what is wrong with it."""
        if file in self._examined:
            return self._examined[file]
        found = examined(file)
        self._inside[file] = found.id if isinstance(found, Generation) else None
        if self._keep:
            self._examined[file] = found
        return found

    def _tables(self, id_: str, generation: Generation) -> Tables:
        try:
            return generation.tables(self._unlock)
        except NotOurs as error:
            raise NotOurs(f"Gesprek {id_} is niet te openen: {error}") from error

    def _sort(self, file: Path) -> None:
        if file.suffix == ".json" and not file.name.startswith("."):
            self._mains.append(file)
            self._own[file.stem].insert(0, file)
        elif found := BESIDE.fullmatch(file.name):
            self._own[found["main"] or found["temp"]].append(file)
        elif found := ASIDE.fullmatch(file.name) or STRAY.search(file.name):
            self._aside[found["main"]].append(file)

    @cached_property
    def _by_id_inside(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for file in self._mains:
            peeked = self._peek(file)
            if id_ := file.stem if peeked and peeked[0] == file.stem else self._id_inside(file):
                found.setdefault(id_, []).append(file)
        return found

    def _peek(self, file: Path) -> tuple[str, int] | None:
        """Return the id and number that a file begins with; read once."""
        if file not in self._peeked:
            self._peeked[file] = peeked(file)
        return self._peeked[file]

    def _is_session(self, file: Path) -> bool:
        """Whether it counts; a temporary file that is not whole was never promised to anybody."""
        return file.suffix != ".tmp" or self._id_inside(file) is not None

    def _id_inside(self, file: Path) -> str | None:
        if file not in self._inside:
            self.examine(file)
        return self._inside[file]

    def _whole(self, files: list[Path]) -> list[tuple[Path, Generation]]:
        found = [(file, self.examine(file)) for file in files]
        for _, newer in found:
            if isinstance(newer, TooNew):
                raise newer
        whole = [(file, what) for file, what in found if isinstance(what, Generation)]
        return sorted(whole, key=lambda item: item[1].number, reverse=True)

    def _reading(
        self,
        file: Path,
        generation: Generation,
        tables: Tables,
        value: T,
        whole: list[tuple[Path, Generation]],
    ) -> Reading[T]:
        state = self._state_of_main(file, generation)
        notes = count(len(tables.get("notities", ())), "notitie", "notities")
        return Reading(
            tables=tables,
            value=value,
            known=frozenset(each.sha256 for _, each in whole),
            last=max(each.number for _, each in whole),
            spoiled=state == "beschadigd",
            notice=state
            and f"Het bestand van gesprek {generation.id} was {state}: {notes} teruggehaald uit {file.name}, "
            "kijk na of de laatste notitie erbij staat.",
        )

    def _state_of_main(self, used: Path, generation: Generation) -> str:
        """What is the matter with the main file when another one was used; empty when it was used itself."""
        main = self.path / f"{generation.id}.json"
        if used == main:
            return ""
        if main not in self._mains:
            return "weg"
        found = self.examine(main)
        older = isinstance(found, Generation) and found.number < generation.number
        return "niet het nieuwste" if older else "beschadigd"

    def _why_unreadable(self, id_: str) -> str:
        wrong = [str(what) for what in map(self.examine, self.own(id_)) if isinstance(what, StoreError)]
        reason = wrong[0] if wrong else NO_SESSION
        return f"Gesprek {id_} is niet te lezen en is zo gelaten: {reason}"


def nothing_more(_tables: Tables) -> None:
    """Accept every whole generation; for `Folder.newest`."""


def examined(file: Path) -> Generation | StoreError:
    """Return the generation in a file, or what is wrong with it; only an ordinary file is opened."""
    try:
        found = file.lstat()
        if not stat.S_ISREG(found.st_mode):
            return Unreadable(f"{file.name} is geen gewoon bestand; zet het gesprek zelf in de map.")
        if found.st_size > LARGEST:
            return Unreadable(f"{file.name} is te groot voor een gesprek; haal het weg uit de map.")
        return parse(file.read_bytes())
    except StoreError as error:
        return error
    except OSError:
        return Unreadable(f"{file.name} is niet te openen; geef jezelf toegang of kijk de schijf na.")


def peeked(file: Path) -> tuple[str, int] | None:
    """Return the id and number that an ordinary file begins with, when it begins as we write it."""
    try:
        if stat.S_ISREG(file.lstat().st_mode):
            with file.open("rb") as opened:
                return peek(opened.read(LONGEST_START))
    except OSError:
        pass
    return None


def _files(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir(), key=attrgetter("name"))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(f"De map {path} is niet te lezen; kies een andere map met --map.") from error
