"""The text of a session file: how it is made, and when what is read counts as whole.

A file is one JSON object: `formaat`, `versie`, `sha256`, and then `generatie`, `id` and `inhoud` (the
TinyDB tables). The hash is over the canonical JSON of those last three, so that a flipped digit in the
generation cannot make an old file the newest.
"""

import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from goedgesprek_tui.store.errors import TooNew, Unreadable

FORMAT = "goedgesprek"
VERSION = 1
LARGEST = 64 * 1024 * 1024
ID = r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}"
DAMAGE = (ValueError, TypeError, LookupError, RecursionError, MemoryError)
NOT_WHOLE = "het bestand is beschadigd, of het is geen gesprek van goedgesprek; zet een kopie terug."
NO_SESSION = "het bestand is heel, maar er staat geen gesprek in dat dit programma kent; zet een kopie terug."

Table = Mapping[str, Mapping[str, Any]]
Tables = Mapping[str, Table]
Changes = Mapping[str, Mapping[str, Mapping[str, Any] | None]]
"""Documents by table and key; None takes one away."""


@dataclass(frozen=True)
class Kept:
    """A table with its text, so that at a save only the documents that changed are serialised.

    The documents are read-only: a change in place would leave the text behind. `keys` and `entries`, a key
    with its document, are in the order of canonical JSON.
    """

    docs: Table = field(default_factory=dict)
    keys: Sequence[str] = ()
    entries: Sequence[bytes] = ()

    def changed(self, changes: Mapping[str, Mapping[str, Any] | None]) -> "Kept":
        """Return the table with these documents; raises ValueError or TypeError when JSON cannot hold one."""
        docs, keys, entries = dict(self.docs), list(self.keys), list(self.entries)
        for key, doc in changes.items():
            at = bisect_left(keys, key)
            if key in docs:
                del docs[key], keys[at], entries[at]
            if doc is not None:
                docs[key] = MappingProxyType(dict(doc))
                keys.insert(at, key)
                entries.insert(at, canonical(key) + b":" + canonical(dict(doc)))
        return Kept(docs, keys, entries)

    def become(self, table: Table) -> "Kept":
        """Return the table with exactly these documents."""
        gone = dict.fromkeys(self.docs.keys() - table.keys())
        return self.changed({**gone, **{k: doc for k, doc in table.items() if doc is not self.docs.get(k)}})


@dataclass(frozen=True)
class Generation:
    """One whole state of a session, numbered in the order of saving."""

    id: str
    number: int
    sha256: str
    tables: Tables


def canonical(value: object) -> bytes:
    """Return the one way in which a value is written as JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def sealed(id_: str, number: int, tables: Mapping[str, Kept]) -> tuple[str, list[bytes]]:
    """Return the hash of a generation, and the pieces of its file in order."""
    start = b'"generatie":%d,"id":%s,"inhoud":{' % (number, canonical(id_))
    pieces = [start]
    for name in sorted(tables):
        pieces += [canonical(name) + b":{", b",".join(tables[name].entries), b"},"]
    if tables:
        pieces[-1] = b"}"
    pieces.append(b"}}")
    digest = hashlib.sha256(b"{")
    for piece in pieces:
        digest.update(piece)
    sha256 = digest.hexdigest()
    return sha256, [_head(sha256), *pieces]


def parse(raw: bytes) -> Generation:
    """Return the generation that a file holds.

    Raises `TooNew` for a later format, and `Unreadable` for anything that is not wholly as it was written;
    a byte order mark or another layout of the same JSON does no harm.
    """
    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse)
        _check_version(data)
        generation = Generation(data["id"], data["generatie"], data["sha256"], data["inhoud"])
        if not _well_formed(generation) or not _matches(generation, raw):
            raise Unreadable(NOT_WHOLE)
    except DAMAGE as error:
        raise Unreadable(NOT_WHOLE) from error
    return generation


def _head(sha256: str) -> bytes:
    return b'{"formaat":"%s","sha256":"%s","versie":%d,' % (FORMAT.encode(), sha256.encode(), VERSION)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is geen JSON")


def _check_version(data: Any) -> None:
    if data["formaat"] != FORMAT or type(data["versie"]) is not int or data["versie"] < 1:
        raise Unreadable(NOT_WHOLE)
    if data["versie"] > VERSION:
        raise TooNew(
            "Dit gesprek is gemaakt met een nieuwere versie van goedgesprek; werk het programma bij."
        )


def _well_formed(generation: Generation) -> bool:
    return (
        re.fullmatch(ID, generation.id) is not None
        and type(generation.number) is int
        and isinstance(generation.tables, dict)
        and all(isinstance(table, dict) for table in generation.tables.values())
        and all(isinstance(doc, dict) for table in generation.tables.values() for doc in table.values())
    )


def _matches(generation: Generation, raw: bytes) -> bool:
    """Whether the hash is right: at once when the file is as we write it, else over what was parsed."""
    head = _head(str(generation.sha256))
    if raw.startswith(head):
        written = hashlib.sha256(b"{")
        written.update(memoryview(raw)[len(head) :])
        if written.hexdigest() == generation.sha256:
            return True
    body = {"generatie": generation.number, "id": generation.id, "inhoud": generation.tables}
    return hashlib.sha256(canonical(body)).hexdigest() == generation.sha256
