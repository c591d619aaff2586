import json
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.exports.backup import to_json, to_jsonl
from goedgesprek_tui.exports.formats import BACKUPS, EXPORTS
from goedgesprek_tui.models import Consent, Note, NoteKind, Phase, Script, ScriptKind, Session, Topic
from goedgesprek_tui.text import one_line
from goedgesprek_tui.topics import TopicList

TOPICS = TopicList((Topic(id="overgang", name="Naar groep 3"),))
OWN = Topic(id="5b1e", name="De speelplaats")
SCRIPT = Script(
    id="inloop", name="Inloop", minutes=20, kind=ScriptKind.GROUP, phases=(Phase(title="Nu", minutes=20),)
)


def a_session(*notes: Note, **changes: object) -> Session:
    started = datetime(2026, 9, 3, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    known = {
        "id": "s-1",
        "started": started,
        "script": SCRIPT,
        "notes": notes,
        "topics": (OWN,),
        "place": "De Brug",
    }
    return Session.model_validate({**known, **changes})


def a_note(number: int, text: str, **changes: object) -> Note:
    return Note.model_validate({"id": f"n{number}", "number": number, "text": text, **changes})


def text(name: str, *sessions: Session) -> str:
    return b"".join(EXPORTS[name].write(sessions, TOPICS)).decode("utf-8", "replace")


def lines(*sessions: Session) -> list[dict[str, object]]:
    return [json.loads(line) for line in to_jsonl(sessions, TOPICS)]


def test_a_line_holds_all_that_is_known_of_a_note() -> None:
    note = a_note(
        4,
        "Ze telt al tot honderd.",
        topics=["overgang", "5b1e"],
        heading="Groep 3",
        gist="Een kind kan veel.",
        phase="Wat leeft er",
        question="Wat gaat er goed?",
        time=12.3456,
        due=date(2026, 10, 1),
    )
    assert lines(a_session(note)) == [
        {
            "session": "s-1",
            "date": "2026-09-03",
            "id": "n4",
            "number": 4,
            "text": "Ze telt al tot honderd.",
            "masked": "",
            "kind": "citaat",
            "gist": "Een kind kan veel.",
            "topics": ["overgang", "5b1e"],
            "topic_names": ["Naar groep 3", "De speelplaats"],
            "heading": "Groep 3",
            "consent": "kern",
            "own_consent": None,
            "phase": "Wat leeft er",
            "question": "Wat gaat er goed?",
            "time": 12.35,
            "positive": False,
            "follows": "",
            "clean_question": "",
            "who": "",
            "due": "2026-10-01",
            "sign": "",
            "outcome": "",
            "sounds": None,
            "expected_of": None,
        }
    ]


def test_every_note_but_the_removed_ones_is_in_the_backup() -> None:
    notes = [
        a_note(1, "ja", consent=Consent.VERBATIM),
        a_note(2, "nee", consent=Consent.NO),
        a_note(3, "weg", removed=True),
        a_note(4, "eigen", kind=NoteKind.REMARK),
    ]
    session = a_session(*notes)
    assert [(line["id"], line["consent"]) for line in lines(session)] == [
        ("n1", "letterlijk"),
        ("n2", "nee"),
        ("n4", "kern"),
    ]
    [whole] = json.loads(to_json([session], TOPICS))
    assert whole["notes"] == lines(session)


def test_a_whole_session_can_be_made_again_of_its_json() -> None:
    note = a_note(1, "Ze telt al.", topics=["5b1e"], due=date(2026, 10, 1))
    session = a_session(note, draft="half", left_over=("gym",), seconds=(3.5,), consent=Consent.VERBATIM)
    [whole] = json.loads(to_json([session], TOPICS))
    assert (whole.pop("date"), whole.pop("title")) == ("2026-09-03", "Inloop · De Brug")
    for record in whole["notes"]:
        record["consent"] = record.pop("own_consent")
        for extra in ("session", "date", "topic_names"):
            del record[extra]
    assert Session.model_validate(whole) == session


def test_the_json_begins_with_what_a_person_looks_for() -> None:
    text = to_json([a_session(a_note(1, "één"))], TOPICS)
    assert text.startswith('[\n {\n  "id": "s-1",\n  "date": "2026-09-03",\n  "title": "Inloop · De Brug",\n')
    assert '"één"' in text


@given(st.lists(st.text().map(one_line).filter(bool), min_size=1, max_size=5))
def test_texts_come_back_exactly_and_each_stands_on_one_line(texts: list[str]) -> None:
    session = a_session(*(a_note(number, text) for number, text in enumerate(texts, 1)))
    written = text("jsonl", session)
    assert [json.loads(line)["text"] for line in written.split("\n")[:-1]] == texts
    assert [note["text"] for note in json.loads(text("json", session))[0]["notes"]] == texts


@pytest.mark.parametrize(("name", "empty"), [("md", ""), ("jsonl", ""), ("json", "[]\n")])
def test_no_sessions_give_an_empty_export(name: str, empty: str) -> None:
    assert text(name) == empty


def test_several_sessions_come_in_one_file_each_under_its_own_title() -> None:
    written = text("md", a_session(), a_session(id="s-2"))
    assert written.count("\n\n# Samenvatting Goed Gesprek\n") == 1
    assert written.startswith("# Samenvatting Goed Gesprek\n")


def test_exporting_twice_gives_the_same_text() -> None:
    session = a_session(a_note(1, "één", topics=["overgang"]), a_note(2, "twee"))
    for name, form in EXPORTS.items():
        assert form.suffix == f".{name}"
        assert text(name, session) == text(name, session)


def test_the_formats_that_hold_everything_are_known() -> None:
    secret = a_session(a_note(1, "geheim", consent=Consent.NO))
    assert {name for name in EXPORTS if "geheim" in text(name, secret)} == BACKUPS
