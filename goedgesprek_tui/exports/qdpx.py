"""The notes as a REFI-QDA 1.0 project, for programs for qualitative analysis such as QualCoder."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from goedgesprek_tui.exports.codebook import Codebook, codebook
from goedgesprek_tui.exports.consent import Told, told
from goedgesprek_tui.exports.refi import ORIGIN, Xml, guid, write_codes
from goedgesprek_tui.models import Consent, Session
from goedgesprek_tui.text import count, fold, one_line, printable
from goedgesprek_tui.topics import TopicList

IN_FILE_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|.', "-"))
LONGEST_NAME = 180
"""The bytes of a source's name, of which importers make a file name; no disk takes more than 255."""
VARIABLES = {"datum": "Date", "groep": "Text", "plek": "Text", "ouders": "Integer"}
"""What is known of a session, and of which type; the value stands in an element named after the type."""


class Passage(NamedTuple):
    """A note in the text of its session: from where to where, in characters, and the ids of its topics."""

    note: str
    start: int
    end: int
    said: str
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A session as a project has it, without its text."""

    id: str
    name: str
    day: date
    user: str
    facts: dict[str, str]
    passages: tuple[Passage, ...]


@dataclass
class Gathering:
    """The sessions of a project as they come: their texts go into the archive, the rest stays for the end."""

    archive: ZipFile
    sources: list[Source] = field(default_factory=list)
    users: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def take(self, sessions: Iterable[Session]) -> Iterator[Session]:
        """Take in each session that is asked for."""
        for session in sessions:
            text, passages = source_text(session)
            _put(self.archive, f"sources/{guid('source', session.id)}.txt", [text.encode()])
            self.sources.append(self._source(session, passages))
            yield session

    def _source(self, session: Session, passages: tuple[Passage, ...]) -> Source:
        """Return a session as a source; an ambassador is known by her first session, never by her name."""
        user = self.users.setdefault(fold(session.ambassador), guid("user", session.id))
        name, day = self._free_name(session), session.started.date()
        return Source(session.id, name, day, user, _facts(session), passages)

    def _free_name(self, session: Session) -> str:
        """Return a name that no other source has, and that importers can make a file of."""
        number = 1
        wanted = free = _file_name(_title(session, day_first=True))
        while free.casefold() in self.names:
            number += 1
            free = f"{wanted} ({number})"
        self.names.add(free.casefold())
        return free


def to_qdpx(sessions: Iterable[Session], topics: TopicList) -> Iterator[bytes]:
    """Return the notes as a project: a text for each session, a selection for each note, topics as codes.

    A note without a topic is a selection without coding. It is built in memory, the texts as they come; of
    each note only its place stays until the end.
    """
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        gathered = Gathering(archive)
        book = codebook(topics, gathered.take(sessions))
        _put(archive, "project.qde", _project(gathered, book))
    yield file.getvalue()


def source_text(session: Session) -> tuple[str, tuple[Passage, ...]]:
    """Return a session as a text that a person can read, and where in it the words of each note stand.

    Places are counted in code points, as the standard has it; the end is the first one behind the words.
    """
    parts = [f"{_title(session)}\n"]
    at, phase, passages = len(parts[0]), None, []
    for one in told(session):
        head = _heading(one.note.phase) if one.note.phase != phase else ""
        phase = one.note.phase
        before, words = f"{head}[{_stamp(one.note.time)}] ", printable(one.text) or "?"
        start = at + len(before)
        at = start + len(words) + 1
        passages.append(Passage(one.note.id, start, at - 1, _said(session, one), one.note.topics))
        parts += (before, words, "\n")
    return "".join(parts), tuple(passages)


def _heading(phase: str) -> str:
    return f"\n{one_line(phase)}\n" if phase else "\n"


def _stamp(minutes: float) -> str:
    seconds = max(round(minutes * 60), 0)
    return f"{seconds // 60:02}:{seconds % 60:02}"


def _title(session: Session, day_first: bool = False) -> str:
    what = " ".join(part for part in (session.group, session.place_kind, session.place) if part)
    what, day = one_line(what or session.script.name), session.started.date().isoformat()
    return f"{day} {what}" if day_first else f"{what}, {day}"


def _file_name(text: str) -> str:
    """Return text as importers can name a file; cut between characters, not in one."""
    safe = " ".join(text.translate(IN_FILE_NAMES).split())
    return safe.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip()


def _facts(session: Session) -> dict[str, str]:
    """Return what is known of a session, by the names of `VARIABLES`; what is not known is left out."""
    parents = session.parents
    facts = {
        "datum": session.started.date().isoformat(),
        "groep": one_line(session.group),
        "plek": one_line(" ".join(part for part in (session.place_kind, session.place) if part)),
        "ouders": "" if parents is None else str(parents),
    }
    return {name: value for name, value in facts.items() if value}


def _said(session: Session, one: Told) -> str:
    """Return what people must know of a note besides its words."""
    gist = " (kern)" if session.consent_of(one.note) is Consent.GIST else ""
    phase = f"fase {one_line(one.note.phase)}" if one.note.phase else ""
    unlabelled = "" if one.note.topics else "zonder thema"
    parts = (one.note.kind.value.capitalize() + gist, phase, unlabelled)
    return ", ".join(part for part in parts if part)


def _project(gathered: Gathering, book: Codebook) -> Iterator[bytes]:
    xml, sources = Xml(), gathered.sources
    days = [source.day for source in sources]
    known = {"creatingUserGUID": sources[0].user, "creationDateTime": _midnight(max(days))} if days else {}
    name = f"Gesprekken van {min(days)} tot en met {max(days)}" if days else "Gesprekken"
    with xml.inside("Project", xmlns="urn:QDA-XML:project:1.0", name=name, origin=ORIGIN, **known):
        if sources:
            _write_users(xml, gathered.users.values())
        if book.codes:
            with xml.inside("CodeBook"):
                write_codes(xml, book.codes)
        _write_variables(xml)
        if sources:
            with xml.inside("Sources"):
                for source in sources:
                    _write_source(xml, source, book)
                    yield xml.taken()
    yield xml.taken()


def _write_variables(xml: Xml) -> None:
    with xml.inside("Variables"):
        for name, type_ in VARIABLES.items():
            xml.element("Variable", guid=guid("var", name), name=name, typeOfVariable=type_)


def _write_users(xml: Xml, users: Iterable[str]) -> None:
    with xml.inside("Users"):
        for number, user in enumerate(users, 1):
            xml.element("User", guid=user, name=f"Ambassadeur {number}")


def _write_source(xml: Xml, source: Source, book: Codebook) -> None:
    id, made = guid("source", source.id), _made(source)
    with xml.inside("TextSource", guid=id, name=source.name, plainTextPath=f"internal://{id}.txt", **made):
        if described := _described(source):
            xml.element("Description", described)
        for passage in source.passages:
            _write_passage(xml, passage, book, made)
        for name, value in source.facts.items():
            with xml.inside("VariableValue"):
                xml.element("VariableRef", targetGUID=guid("var", name))
                xml.element(f"{VARIABLES[name]}Value", value)


def _described(source: Source) -> str:
    parents = count(int(source.facts["ouders"]), "ouder", "ouders") if "ouders" in source.facts else ""
    return ", ".join(part for part in (*map(source.facts.get, ("plek", "groep")), parents) if part)


def _write_passage(xml: Xml, passage: Passage, book: Codebook, made: dict[str, str]) -> None:
    where = {"startPosition": str(passage.start), "endPosition": str(passage.end)}
    id = guid("note", passage.note)
    with xml.inside("PlainTextSelection", guid=id, name=passage.note, **where, **made):
        xml.element("Description", passage.said)
        for code in book.codes_of(passage.topics):
            with xml.inside("Coding", guid=guid("coding", f"{passage.note}/{code}"), **made):
                xml.element("CodeRef", targetGUID=guid("theme", code))


def _made(source: Source) -> dict[str, str]:
    return {"creatingUser": source.user, "creationDateTime": _midnight(source.day)}


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _put(archive: ZipFile, name: str, chunks: Iterable[bytes]) -> None:
    """Write a file in the archive with the same bytes each time: no time of its own, no system."""
    about = ZipInfo(name)
    about.compress_type, about.create_system, about.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
    with archive.open(about, "w") as file:
        file.writelines(chunks)
