"""The text of a session file: how it is made, and when what is read counts as whole.

A file is one JSON object: `formaat`, `versie`, `sha256`, and then `generatie`, `id` and `inhoud` (the
TinyDB tables). The hash is over the canonical JSON of those last three, so that a flipped digit in the
generation cannot make an old file the newest. In a folder with a passphrase `inhoud` is an armoured age file
that holds those three once more, so that the words of another conversation or generation are not taken for
its own.
"""

import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
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
Lock = Callable[[bytes], str]
Unlock = Callable[[str], bytes]


START = re.compile(
    rb'\{"formaat":"%s","sha256":"[0-9a-f]{64}","versie":%d,"generatie":(?P<number>[0-9]{1,15}),"id":"(?P<id>%s)",'
    % (FORMAT.encode(), VERSION, ID.encode())
)
LONGEST_START = 300


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
    """One whole state of a session, numbered in the order of saving.

    `content` is the tables, or the armoured age file that holds them.
    """

    id: str
    number: int
    sha256: str
    content: Tables | str

    @property
    def is_encrypted(self) -> bool:
        """Whether it takes the passphrase to read it."""
        return isinstance(self.content, str)

    def tables(self, unlock: Unlock) -> Tables:
        """Return the tables; raises what `unlock` does, and `Unreadable` for those of another generation."""
        if not isinstance(self.content, str):
            return self.content
        try:
            inside = _generation(json.loads(unlock(self.content), parse_constant=_refuse), self.sha256)
            if (inside.id, inside.number) != (self.id, self.number) or isinstance(inside.content, str):
                raise Unreadable(NOT_WHOLE)
        except DAMAGE as error:
            raise Unreadable(NOT_WHOLE) from error
        return inside.content


def canonical(value: object) -> bytes:
    """Return the one way in which a value is written as JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def sealed(
    id_: str, number: int, tables: Mapping[str, Kept], lock: Lock | None = None
) -> tuple[str, list[bytes]]:
    """Return the hash of a generation, and the pieces of its file in order.

    `lock` encrypts the words; armour is letters, digits and line ends, so that only the last are escaped.
    """
    start = b'"generatie":%d,"id":%s,"inhoud":{' % (number, canonical(id_))
    pieces = [start]
    for name in sorted(tables):
        pieces += [canonical(name) + b":{", b",".join(tables[name].entries), b"},"]
    if tables:
        pieces[-1] = b"}"
    pieces.append(b"}}")
    if lock:
        words = lock(b"".join([b"{", *pieces])).encode("ascii").replace(b"\n", rb"\n")
        pieces = [b'"generatie":%d,"id":%s,"inhoud":"%s"}' % (number, canonical(id_), words)]
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
        generation = _generation(data, data["sha256"])
        if not _matches(generation, raw):
            raise Unreadable(NOT_WHOLE)
    except DAMAGE as error:
        raise Unreadable(NOT_WHOLE) from error
    return generation


def peek(start: bytes) -> tuple[str, int] | None:
    """Return the id and the number that stand first in a file as we write it, from its first bytes.

    Whether the file is whole, these cannot tell. None for any other layout or version.
    """
    found = START.match(start)
    return (found["id"].decode("ascii"), int(found["number"])) if found else None


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


def _generation(data: Any, sha256: str) -> Generation:
    """Return what stands in a parsed file; raises `Unreadable` or one of `DAMAGE` when it is not whole."""
    found = Generation(data["id"], data["generatie"], sha256, data["inhoud"])
    whole = re.fullmatch(ID, found.id) and type(found.number) is int
    if whole and (isinstance(found.content, str) or _are_tables(found.content)):
        return found
    raise Unreadable(NOT_WHOLE)


def _are_tables(content: object) -> bool:
    return isinstance(content, dict) and all(
        isinstance(table, dict) and all(isinstance(doc, dict) for doc in table.values())
        for table in content.values()
    )


def _matches(generation: Generation, raw: bytes) -> bool:
    """Whether the hash is right: at once when the file is as we write it, else over what was parsed."""
    head = _head(str(generation.sha256))
    if raw.startswith(head):
        written = hashlib.sha256(b"{")
        written.update(memoryview(raw)[len(head) :])
        if written.hexdigest() == generation.sha256:
            return True
    body = {"generatie": generation.number, "id": generation.id, "inhoud": generation.content}
    return hashlib.sha256(canonical(body)).hexdigest() == generation.sha256
