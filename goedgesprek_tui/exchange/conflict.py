"""What two versions have each in its own way, and what counts as not filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from goedgesprek_tui.models import Note, Session, Topic

NEVER_EMPTY = frozenset({"kind"})


@dataclass(frozen=True)
class Conflict:
    """What both have and each in its own way: fields of a note, or of the session when there is no `note`.

    `ours` and `theirs` are the values by field; `topics` are the topics of their own that theirs need.
    """

    note: Note | None
    ours: dict[str, Any]
    theirs: dict[str, Any]
    topics: tuple[Topic, ...] = ()


def values(record: Note | Session, names: Iterable[str]) -> dict[str, Any]:
    """Return these fields of a record with what they hold."""
    return {name: getattr(record, name) for name in names}


def is_empty(record: Note | Session, names: Iterable[str]) -> bool:
    """Whether nobody filled in any of these fields."""
    fields = type(record).model_fields
    return all(
        name not in NEVER_EMPTY
        and not fields[name].is_required()
        and getattr(record, name) == fields[name].default
        for name in names
    )
