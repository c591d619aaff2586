"""The formats in which conversations can be exported, by the name people ask for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from goedgesprek_tui.exports.backup import to_json, to_jsonl
from goedgesprek_tui.exports.document import Document
from goedgesprek_tui.exports.docx import to_docx
from goedgesprek_tui.exports.html import to_html
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.summary import summary
from goedgesprek_tui.models import Session
from goedgesprek_tui.topics import TopicList

Write = Callable[[Sequence[Session], TopicList], Iterator[bytes]]


class Format(NamedTuple):
    """A format: the ending of its file names, with the dot, and what gives the file in chunks."""

    suffix: str
    write: Write


def _text(write: Callable[[Sequence[Session], TopicList], Iterable[str]]) -> Write:
    return lambda sessions, topics: (chunk.encode("utf-8", "replace") for chunk in write(sessions, topics))


def _documents(sessions: Iterable[Session], topics: TopicList) -> Iterator[Document]:
    return (summary(session, topics) for session in sessions)


def _summaries(sessions: Sequence[Session], topics: TopicList) -> Iterator[str]:
    yield "\n".join(map(to_markdown, _documents(sessions, topics)))


def _lines(sessions: Sequence[Session], topics: TopicList) -> Iterator[str]:
    return (f"{line}\n" for line in to_jsonl(sessions, topics))


EXPORTS = {
    "md": Format(".md", _text(_summaries)),
    "html": Format(".html", _text(lambda sessions, topics: to_html(_documents(sessions, topics)))),
    "docx": Format(".docx", lambda sessions, topics: iter([to_docx(_documents(sessions, topics))])),
    "jsonl": Format(".jsonl", _text(_lines)),
    "json": Format(".json", _text(lambda sessions, topics: [to_json(sessions, topics)])),
}
BACKUPS = frozenset({"jsonl", "json"})
"""The formats that hold everything, whatever the consent; whoever writes one says so."""
