"""The REFI-QDA formats: valid, every note cut out of its source exactly, and the same bytes each time."""

import io
import re
import weakref
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from told_cases import HOSTILE, OWN, SESSIONS, TOLD, TOPICS, consented, hostile, note, session_of, written
from xmlschema import XMLSchema

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.formats import EXPORTS
from goedgesprek_tui.models import Consent, NoteKind, Session, Topic
from goedgesprek_tui.topics import TopicList

FIXTURES = Path(__file__).parent / "fixtures" / "refi"
PROJECT = XMLSchema(FIXTURES / "Project.xsd")
CODEBOOK = XMLSchema(FIXTURES / "Codebook.xsd")
Q = "{urn:QDA-XML:project:1.0}"
C = "{urn:QDA-XML:codebook:1.0}"


class Project:
    """A project as another program reads it, valid by its schema."""

    def __init__(self, *sessions: Session, topics: TopicList = TOPICS) -> None:
        with zipfile.ZipFile(io.BytesIO(written("qdpx", *sessions, topics=topics))) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        xml = self.files.pop("project.qde")
        PROJECT.validate(io.BytesIO(xml))
        self.root = fromstring(xml)

    def all(self, tag: str) -> list[Element]:
        return list(self.root.iter(f"{Q}{tag}"))

    @property
    def codes(self) -> dict[str, str]:
        return {code.attrib["guid"]: code.attrib["name"] for code in self.all("Code")}

    def text(self, source: Element) -> str:
        path = source.attrib["plainTextPath"].replace("internal://", "sources/")
        return self.files[path].decode("utf-8")

    def passages(self) -> Iterator[tuple[str, str, list[str]]]:
        """Give the name of every selection, the words it covers, and the codes on it."""
        for source in self.all("TextSource"):
            text = self.text(source)
            for one in source.iter(f"{Q}PlainTextSelection"):
                start, end = int(one.attrib["startPosition"]), int(one.attrib["endPosition"])
                codes = [self.codes[ref.attrib["targetGUID"]] for ref in one.iter(f"{Q}CodeRef")]
                assert end > start >= 0
                yield one.attrib["name"], text[start:end], codes

    def described(self, id: str) -> str:
        [found] = [one for one in self.all("PlainTextSelection") if one.attrib["name"] == id]
        return found.findtext(f"{Q}Description", "")


def test_each_selection_covers_exactly_the_words_of_its_note() -> None:
    passages = list(Project(hostile()).passages())
    assert [words for _, words, _ in passages] == list(HOSTILE)
    assert [name for name, *_ in passages] == [f"n-{n}" for n in range(1, len(HOSTILE) + 1)]


def test_only_what_was_consented_to_is_in_a_project() -> None:
    project = Project(consented())
    assert {name: words for name, words, _ in project.passages()} == TOLD
    assert not [name for name, data in project.files.items() if b"eheim" in data or b"Xantrie" in data]


def test_a_note_without_a_topic_is_a_selection_without_a_code() -> None:
    project = Project(hostile())
    codes = {name: found for name, _, found in project.passages()}
    assert codes["n-4"] == []
    assert codes["n-7"] == ["Huiswerk", "Rust / ruimte", "=Geld"]
    assert project.described("n-4") == "Citaat, fase Welkom, zonder thema"
    assert project.described("n-7") == "Citaat, fase =Wat leeft er"


def test_a_selection_says_which_kind_of_note_it_is_and_whether_it_is_a_gist() -> None:
    notes = (
        note(1, "x", gist="De kern.", consent=Consent.GIST, topics=("mbo",), phase="Afronden"),
        note(2, "We bellen.", kind=NoteKind.AGREEMENT),
    )
    project = Project(session_of(*notes))
    assert project.described("n-1") == "Citaat (kern), fase Afronden"
    assert project.described("n-2") == "Afspraak, zonder thema"


def test_the_text_of_a_session_reads_as_minutes_under_its_phases() -> None:
    notes = (
        note(1, "Eén.", phase="Welkom", time=1.5),
        note(2, "Twee.", phase="Welkom", time=61.999),
        note(3, "Drie.", phase="Afronden", time=100),
        note(4, "Vier.", time=101),
    )
    project = Project(session_of(*notes))
    assert list(project.files.values()) == [
        "koffieochtend ouderkamer De Linde, 2026-09-15\n"
        "\nWelkom\n[01:30] Eén.\n[62:00] Twee.\n\nAfronden\n[100:00] Drie.\n\n[101:00] Vier.\n".encode()
    ]


def test_what_is_known_of_a_session_is_a_memo_and_values_of_variables() -> None:
    [source] = (project := Project(session_of())).all("TextSource")
    names = {one.attrib["guid"]: one.attrib["name"] for one in project.all("Variable")}
    values = {
        names[value[0].attrib["targetGUID"]]: (value[1].tag.removeprefix(Q), value[1].text)
        for value in source.iter(f"{Q}VariableValue")
    }
    assert values == {
        "datum": ("DateValue", "2026-09-15"),
        "groep": ("TextValue", "koffieochtend"),
        "plek": ("TextValue", "ouderkamer De Linde"),
        "ouders": ("IntegerValue", "8"),
    }
    assert source.findtext(f"{Q}Description") == "ouderkamer De Linde, koffieochtend, 8 ouders"
    assert source.attrib["name"] == "2026-09-15 koffieochtend ouderkamer De Linde"


def test_an_ambassador_is_a_number_and_never_a_name() -> None:
    sessions = [
        session_of(id="a"),
        session_of(id="b", ambassador="Noor"),
        session_of(id="c", ambassador="fatima"),
    ]
    project = Project(*sessions)
    assert [user.attrib["name"] for user in project.all("User")] == ["Ambassadeur 1", "Ambassadeur 2"]
    first, second, third = (source.attrib["creatingUser"] for source in project.all("TextSource"))
    assert first == third != second
    assert project.root.attrib["creatingUserGUID"] == first
    assert b"atima" not in written("qdpx", *sessions)


def test_sources_have_names_of_their_own_that_can_be_files() -> None:
    project = Project(
        hostile(), session_of(id="b"), session_of(id="c"), session_of(id="d", group="KOFFIEochtend")
    )
    names = [source.attrib["name"] for source in project.all("TextSource")]
    assert names[1:] == [
        "2026-09-15 koffieochtend ouderkamer De Linde",
        "2026-09-15 koffieochtend ouderkamer De Linde (2)",
        "2026-09-15 KOFFIEochtend ouderkamer De Linde (3)",
    ]
    assert not re.search(r'[/\\:*?"<>|.]', "".join(names))
    assert all(re.fullmatch(r"sources/[0-9a-f-]{36}\.txt", name) for name in project.files)


def test_a_source_has_a_name_that_fits_on_a_disk_in_any_script() -> None:
    """QualCoder and qualitative-coding name a file after a source; a disk counts bytes, not letters."""
    groups = ("👩‍👩‍👧" * 40, "漢" * 90, "w" * 400, "é" * 400)
    project = Project(*(session_of(id=str(at), group=group) for at, group in enumerate(groups * 2)))
    names = [source.attrib["name"] for source in project.all("TextSource")]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(100 < len(f"{name}.txt".encode()) <= 255 for name in names)


def test_topics_with_one_name_are_one_code_and_a_note_with_both_has_it_once() -> None:
    ours = Topic(id="eigen", name="HUISWERK")
    project = Project(
        session_of(note(1, "Eén.", topics=("huiswerk", "eigen")), topics=(ours,)),
        session_of(note(2, "Twee.", topics=("eigen", "mbo")), id="b", topics=(ours,)),
    )
    assert list(project.codes.values()) == ["Huiswerk", "Mbo"]
    assert [codes for *_, codes in project.passages()] == [["Huiswerk"], ["Huiswerk", "Mbo"]]


def test_nothing_that_xml_forbids_gets_into_a_project() -> None:
    session = session_of(note(1, "a\x00b\x0bc\x1fd\ufffee\rf", topics=("6c2f",)), group="g\x1b")
    [(_, words, _)] = Project(session).passages()
    assert words == "abcde\nf"


@given(SESSIONS)
@settings(max_examples=60)
def test_every_note_that_may_be_told_is_cut_out_whole_with_its_topics(sessions: tuple[Session, ...]) -> None:
    project = Project(*sessions)
    expected = [one for session in sessions for one in told(session)]
    found = list(project.passages())
    assert [(name, words) for name, words, _ in found] == [(one.note.id, one.text) for one in expected]
    for (_, _, codes), one in zip(found, expected, strict=True):
        assert bool(codes) == bool(one.note.topics)
    folded = [name.casefold() for name in project.codes.values()]
    assert len(set(folded)) == len(folded)
    ids = [one.attrib["guid"] for one in project.root.iter() if "guid" in one.attrib]
    assert len(set(ids)) == len(ids)
    assert not [data for data in project.files.values() if b"\r" in data or data.startswith(b"\xef\xbb\xbf")]


# --- the codebook, and both -------------------------------------------------------------------


def test_the_codebook_is_valid_and_has_the_codes_of_the_project() -> None:
    written_book = written("qdc", hostile())
    CODEBOOK.validate(io.BytesIO(written_book))
    assert written_book.startswith(b"<?xml")
    codes = {one.attrib["guid"]: one.attrib["name"] for one in fromstring(written_book).iter(f"{C}Code")}
    assert codes == Project(hostile()).codes
    assert [*codes.values()] == ["Huiswerk", "Mbo", "Rust / ruimte", "=Geld"]


def test_a_topic_has_the_same_guid_whoever_exports_it() -> None:
    both, one = (note(1, "x", topics=tuple(topic.id for topic in OWN[:number])) for number in (2, 1))
    mine = fromstring(written("qdc", session_of(both, id="van-mij")))
    yours = fromstring(written("qdc", session_of(one, id="van-jou", topics=OWN[:1])))
    found = {one.attrib["guid"] for one in mine.iter(f"{C}Code")}
    assert {one.attrib["guid"] for one in yours.iter(f"{C}Code")} < found


def test_without_topics_there_is_no_codebook_and_a_project_without_one() -> None:
    with pytest.raises(UserError, match="nog geen thema's"):
        written("qdc", session_of(topics=()), topics=TopicList())
    project = Project(session_of(note(1, "Eén."), topics=()), topics=TopicList())
    assert project.all("CodeBook") == []
    assert [words for _, words, _ in project.passages()] == ["Eén."]


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_the_same_sessions_give_the_same_bytes(name: str) -> None:
    sessions = (hostile(), session_of(*consented().notes, id="b", days=3))
    assert written(name, *sessions) == written(name, *sessions)


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_no_format_holds_on_to_a_session_that_was_written(name: str) -> None:
    seen: list[weakref.ref[Session]] = []

    def sessions() -> Iterator[Session]:
        for number in range(6):
            one = session_of(note(1, "Eén.", id=f"n-{number}"), id=f"s-{number}", days=number)
            seen.append(weakref.ref(one))
            yield one
            del one
            assert not [ref for ref in seen[:-1] if ref()]

    for _ in EXPORTS[name].write(sessions(), TOPICS):
        pass
    assert len(seen) == 6
