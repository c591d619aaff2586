"""What the two REFI-QDA 1.0 formats share: how things are identified, XML, and the codes; and the codebook.

The standard is on www.qdasoftware.org. Two exports of the same data are the same bytes, and a topic has the
same GUID in both formats and with everybody who has that topic.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid5
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from goedgesprek_tui import __version__
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.codebook import Code, codebook
from goedgesprek_tui.models import Session
from goedgesprek_tui.topics import TopicList

NAMESPACE = UUID("b3feefcc-fbec-4727-9bb8-19aa551c0080")
ORIGIN = f"goedgesprek {__version__}"


def guid(kind: str, id: str) -> str:
    """Return the GUID of a thing; made of random ids only, for a name could be guessed back from it."""
    return str(uuid5(NAMESPACE, f"{kind}/{id}"))


class Xml:
    """XML in UTF-8 that is written element by element."""

    def __init__(self) -> None:
        """Begin a document."""
        self._out = io.StringIO()
        self._xml = XMLGenerator(self._out, "UTF-8", short_empty_elements=True)
        self._xml.startDocument()

    @contextmanager
    def inside(self, tag: str, **attributes: str) -> Iterator[None]:
        """Write an element around what is written meanwhile."""
        self._xml.startElement(tag, AttributesImpl(attributes))
        yield
        self._xml.endElement(tag)

    def element(self, tag: str, text: str = "", **attributes: str) -> None:
        """Write an element with nothing but text in it."""
        with self.inside(tag, **attributes):
            self._xml.characters(text)

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return text.encode("utf-8", "replace")


def write_codes(xml: Xml, codes: Iterable[Code]) -> None:
    """Write the codes as they stand in a codebook and in a project."""
    with xml.inside("Codes"):
        for code in codes:
            known = {"guid": guid("theme", code.topic), "name": code.name, "isCodable": "true"}
            with xml.inside("Code", **known):
                if code.description:
                    xml.element("Description", code.description)


def to_qdc(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
    """Return the topics as a REFI-QDA codebook, which cannot be empty: raise UserError without a topic."""
    codes = codebook(topics, sessions).codes
    if not codes:
        raise UserError("Er zijn nog geen thema's, dus er is geen codeboek gemaakt.")
    xml = Xml()
    with xml.inside("CodeBook", xmlns="urn:QDA-XML:codebook:1.0", origin=ORIGIN):
        write_codes(xml, codes)
    yield xml.taken()
