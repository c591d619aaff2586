"""From paths to sessions: each is given before the next is read; what cannot be taken is told and passed."""

import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from goedgesprek_tui.exchange.door import NotTaken
from goedgesprek_tui.exchange.files import LINES, Read, Refusal, found_in, read_whole
from goedgesprek_tui.exchange.opening import (
    MOST_FILES,
    NO_ACCESS,
    NO_ZIP,
    TOO_LARGE,
    TOO_MANY,
    Source,
    folders_in,
    in_folder,
    in_zip,
    is_zip,
    opened,
    shallowest,
    short,
)
from goedgesprek_tui.exchange.wholes import DAMAGED, generation_in, session_of
from goedgesprek_tui.store.envelope import LARGEST, Unlock
from goedgesprek_tui.store.folder import BESIDE

ENDINGS = (".json", *LINES)
NOTHING = "er is geen gesprek of kopie van goedgesprek in gevonden."
ZIP_IN_ZIP = "het is een zip in een zip; pak de buitenste eerst uit."
UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
"""What reading from a file, or from one in a damaged zip, may raise."""


@dataclass(frozen=True)
class PassedBy:
    """How many other files lay there, that are no conversations."""

    number: int


Found = Read | Refusal | PassedBy


def read(path: Path, unlock: Unlock) -> Iterator[Found]:
    """Give all that is found at a path: a file, a folder, or a zip. Never raises for what stands there.

    `unlock` decrypts sessions that were encrypted with our key.
    """
    name = short(path.absolute().name or str(path))
    nothing = True
    for found in _told(name, lambda: _at(path, name, unlock)):
        nothing = nothing and isinstance(found, PassedBy)
        yield found
    if nothing:
        yield Refusal(name, NOTHING)


def _at(path: Path, name: str, unlock: Unlock) -> Iterator[Found]:
    if path.is_dir():
        yield from _folder(path, name, unlock)
        return
    with opened(path) as stream:
        if is_zip(stream):
            yield from _zip(stream, name, unlock)
        else:
            yield from found_in(stream, path.name, name, unlock)


def _folder(path: Path, name: str, unlock: Unlock) -> Iterator[Found]:
    """Give what lies in a folder, or else in the folders in it."""
    sources = in_folder(path)
    folders = [] if any(map(_is_ours, sources)) else folders_in(path)
    yield from _all(sources, name, unlock, zips=True)
    for folder in folders:
        inside = short(f"{path.name}/{folder.name}")
        yield from _told(inside, lambda here=folder: _all(in_folder(here), name, unlock, zips=True))  # type: ignore[misc]


def _zip(stream: BinaryIO, name: str, unlock: Unlock) -> Iterator[Found]:
    """Give what is packed in a zip, of the folders in it only those that are not in others with sessions."""
    with in_zip(stream) as sources:
        depth = shallowest(source.name for source in sources if _is_ours(source))
        here = [source for source in sources if source.name.count("/") <= depth]
        yield from _all(here, name, unlock, zips=False, others=len(sources) - len(here))


def _all(
    sources: Iterable[Source],
    name: str,
    unlock: Unlock,
    zips: bool,
    others: int = 0,
) -> Iterator[Found]:
    """Give what is in these files; a file beside a session counts only when that session cannot be read."""
    mains, beside = [], defaultdict(list)
    for source in sources:
        if found := BESIDE.fullmatch(source.name.rsplit("/", 1)[-1]):
            beside[found["main"] or found["temp"]].append(source)
        elif _is_ours(source):
            mains.append(source)
        else:
            others += not source.name.endswith(".lock")
    for source in mains[:MOST_FILES]:
        own = beside.pop(_stem(source), [])
        yield from _told(
            _within(name, source),
            lambda one=source, more=own: _with_earlier(one, more, _within(name, one), unlock, zips),  # type: ignore[misc]
        )
    for stem, left in beside.items():
        yield from _earlier(left, f"{name}, {short(stem)}", unlock) or [Refusal(f"{name}, {stem}", DAMAGED)]
    if len(mains) > MOST_FILES:
        yield Refusal(name, TOO_MANY)
    if others:
        yield PassedBy(others)


def _with_earlier(
    source: Source, beside: list[Source], file: str, unlock: Unlock, zips: bool
) -> Iterator[Found]:
    """Give what is in a file, or else in the newest whole file beside it."""
    if source.name.lower().endswith(".zip"):
        yield from _packed(source, file, unlock, zips)
        return
    instead: list[Found] = []
    for found in _told(file, lambda: _in(source, file, unlock)):
        if isinstance(found, Refusal) and beside and not instead:
            instead = _earlier(beside, file, unlock)
        if not (instead and isinstance(found, Refusal)):
            yield found
    yield from instead


def _packed(source: Source, file: str, unlock: Unlock, zips: bool) -> Iterator[Found]:
    if not zips:
        raise NotTaken(ZIP_IN_ZIP)
    with source.open() as stream:
        yield from _zip(stream, file, unlock)  # type: ignore[arg-type]


def _earlier(beside: Iterable[Source], file: str, unlock: Unlock) -> list[Found]:
    """Return the newest whole session in the files beside a session; empty when there is none."""
    whole = []
    for source in beside:
        try:
            with source.open() as stream:
                generation = generation_in(read_whole(stream, LARGEST))
                whole.append((generation.number, session_of(generation, unlock)))
        except (NotTaken, *UNREADABLE):
            continue
    return [Read(max(whole, key=lambda pair: pair[0])[1], file)] if whole else []


def _in(source: Source, file: str, unlock: Unlock) -> Iterator[Found]:
    with source.open() as stream:
        yield from found_in(stream, source.name, file, unlock)


def _told(file: str, find: Callable[[], Iterator[Found]]) -> Iterator[Found]:
    """Give what is found, and a refusal in place of what cannot be taken or read."""
    try:
        yield from find()
    except NotTaken as error:
        yield Refusal(file, str(error))
    except UNREADABLE as error:
        yield Refusal(file, NO_ACCESS if isinstance(error, OSError) else NO_ZIP)
    except MemoryError:
        yield Refusal(file, TOO_LARGE)


def _is_ours(source: Source) -> bool:
    """Whether a file may hold conversations, judged by its name."""
    name = source.name.rsplit("/", 1)[-1]
    ours = name.lower().endswith((*ENDINGS, ".zip")) or bool(BESIDE.fullmatch(name))
    hidden = name.startswith(".") and not BESIDE.fullmatch(name)
    return ours and not hidden and "__MACOSX" not in source.name


def _stem(source: Source) -> str:
    return re.sub(r"\.json$", "", source.name.rsplit("/", 1)[-1])


def _within(name: str, source: Source) -> str:
    return f"{name}, {short(source.name.rsplit('/', 1)[-1])}"
