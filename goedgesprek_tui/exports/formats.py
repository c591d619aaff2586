"""The formats in which conversations can be exported, by the name people ask for them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from goedgesprek_tui.exports.backup import to_json, to_jsonl
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.summary import summary
from goedgesprek_tui.models import Session
from goedgesprek_tui.topics import TopicList


class Format(NamedTuple):
    """A format: the ending of its file names, with the dot, and the function that gives the text."""

    suffix: str
    write: Callable[[Sequence[Session], TopicList], str]


def _summaries(sessions: Sequence[Session], topics: TopicList) -> str:
    return "\n".join(to_markdown(summary(session, topics)) for session in sessions)


def _lines(sessions: Sequence[Session], topics: TopicList) -> str:
    return "".join(f"{line}\n" for line in to_jsonl(sessions, topics))


EXPORTS = {
    "md": Format(".md", _summaries),
    "jsonl": Format(".jsonl", _lines),
    "json": Format(".json", to_json),
}
BACKUPS = frozenset({"jsonl", "json"})
"""The formats that hold everything, whatever the consent; whoever writes one says so."""
