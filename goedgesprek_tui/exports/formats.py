"""The formats in which conversations can be exported, by the name people ask for them.

What is heavy to import is imported when it is written.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from goedgesprek_tui.exports.backup import to_json, to_jsonl
from goedgesprek_tui.exports.codebook import to_codebook
from goedgesprek_tui.exports.document import Document
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.rows import to_csv, to_dutch_csv
from goedgesprek_tui.exports.summary import summary
from goedgesprek_tui.models import Session
from goedgesprek_tui.topics import TopicList

Write = Callable[[Iterable[Session], TopicList], Iterator[bytes]]
"""Gives an export in chunks; goes through the sessions once, and keeps none that it is done with."""


class Format(NamedTuple):
    """A format: the ending of its file names, with the dot, what writes it, and what to say after it.

    `notice` tells people what is not in it, or what it is not for.
    """

    suffix: str
    write: Write
    notice: str = ""


def summary_text(session: Session, topics: TopicList) -> str:
    """Return the summary of a session as Markdown."""
    return to_markdown(summary(session, topics))


def _text(write: Callable[[Iterable[Session], TopicList], Iterator[str]]) -> Write:
    def encoded(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
        return (chunk.encode("utf-8", "replace") for chunk in write(sessions, topics))

    return encoded


def _summaries(sessions: Iterable[Session], topics: TopicList) -> Iterator[str]:
    between = ""
    for session in sessions:
        yield between + summary_text(session, topics)
        between = "\n"


def _documents(sessions: Iterable[Session], topics: TopicList) -> Iterator[Document]:
    return (summary(session, topics) for session in sessions)


def _pages(sessions: Iterable[Session], topics: TopicList) -> Iterator[str]:
    from goedgesprek_tui.exports.html import to_html

    return to_html(_documents(sessions, topics))


def _docx(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
    from goedgesprek_tui.exports.docx import to_docx

    yield to_docx(_documents(sessions, topics))


def _xlsx(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
    from goedgesprek_tui.exports.xlsx import to_xlsx

    return to_xlsx(sessions, topics)


def _qdc(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
    from goedgesprek_tui.exports.refi import to_qdc

    return to_qdc(sessions, topics)


def _qdpx(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
    from goedgesprek_tui.exports.qdpx import to_qdpx

    return to_qdpx(sessions, topics)


ONLY_TOPICS = "In dit bestand staan alleen de thema's, geen notities."
EXPORTS = {
    "md": Format(".md", _text(_summaries)),
    "html": Format(".html", _text(_pages)),
    "docx": Format(".docx", _docx),
    "xlsx": Format(".xlsx", _xlsx),
    "csv": Format(
        ".csv",
        _text(to_csv),
        "Dit bestand is voor programma's; voor Excel of LibreOffice is er xlsx of csv-nl.",
    ),
    "csv-nl": Format(".csv", _text(to_dutch_csv)),
    "jsonl": Format(".jsonl", _text(to_jsonl)),
    "json": Format(".json", _text(to_json)),
    "qdc": Format(".qdc", _qdc, ONLY_TOPICS),
    "qdpx": Format(
        ".qdpx",
        _qdpx,
        "Niet in dit bestand: de leidraad, de tijd per fase, de afspraken over toestemming, de evaluatie en "
        "je eigen opmerkingen.",
    ),
    "codeboek": Format(".csv", _text(to_codebook), ONLY_TOPICS),
}
BACKUPS = frozenset({"jsonl", "json"})
"""The formats that hold everything, whatever the consent; whoever writes one says so."""
BOOKS = frozenset({"qdc", "codeboek"})
"""The formats that hold topics and no notes."""
BINARY = frozenset({"docx", "xlsx", "qdpx"})
"""The formats that are no text, and would spoil a terminal."""
