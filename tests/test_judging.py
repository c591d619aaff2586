import json
from pathlib import Path

from program import Ran, run

from goedgesprek_tui.clean.rating.levels import LABELS, Level

TALK = """# Bij de koffie

Onderwerp: pauzes
Ouder: In de pauze is het een oorlog daar.
Vraag: En wat voor oorlog is dat?
Ouder: Ze vechten om de bal.
Vraag: Waarom vechten ze, en waarom doet de juf daar niks aan?
Vraag: Ze vechten om de bal.
Vraag: Ik zou de bal gewoon afpakken, toch?
"""
LEVELS = ["classically_clean", "strongly_leading", "clean_repeat", "strongly_leading"]


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "gesprek.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_as_json_there_is_an_object_for_each_question_with_spans_in_it(tmp_path: Path) -> None:
    ran = run("beoordeel", write(tmp_path, TALK), "--json")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert [one["n"] for one in found] == [1, 2, 3, 4]
    assert found[0]["question"] == "En wat voor oorlog is dat?"
    assert {one["level"] for one in found} <= set(LABELS)
    assert found[0]["level"] == Level.CLASSIC
    assert found[2]["level"] == Level.REPEAT
    for one in found:
        for reason in one["reasons"]:
            assert set(reason) == {"code", "text", "span"}
            start, end = reason["span"] or (0, 0)
            assert 0 <= start <= end <= len(one["question"])
    (why,) = (reason for reason in found[1]["reasons"] if reason["code"] == "why")
    start, end = why["span"]
    assert found[1]["question"][start:end] == "Waarom"


def test_as_text_it_first_says_what_is_clean_then_at_most_two_flags(tmp_path: Path) -> None:
    lines = run("beoordeel", write(tmp_path, TALK)).out.splitlines()
    assert lines[:4] == [
        "1. En wat voor oorlog is dat?",
        "   waarschijnlijk klassiek schoon",
        "   schoon: Dit is een van de twaalf schone vragen.",
        "   schoon: Je gebruikt de woorden van de ander: oorlog.",
    ]
    about = "\n".join(lines).split("\n\n")
    assert len(about) == 5
    assert all(one.count("let op:") <= 2 for one in about)
    assert about[4].startswith("4 vragen: 1 klassiek schoon, 1 schone herhaling, ")
    assert "%" not in about[4]


def test_a_dash_reads_what_comes_in(tmp_path: Path) -> None:
    typed = run("beoordeel", "-", "--json", typed="\ufeff" + TALK.replace("\n", "\r\n"))
    assert typed == run("beoordeel", write(tmp_path, TALK), "--json")


def test_what_cannot_be_read_is_one_sentence_and_status_1(tmp_path: Path) -> None:
    def complaint(ran: Ran) -> str:
        assert (ran.status, ran.out) == (1, "")
        return ran.complaint

    assert complaint(run("beoordeel", tmp_path)).endswith(
        "is een map; noem een bestand met een uitgeschreven gesprek."
    )
    assert complaint(run("beoordeel", tmp_path / "weg.md")).endswith("bestaat niet; kijk of de naam klopt.")
    assert "regel 2: Hier staan tekens" in complaint(
        run("beoordeel", write(tmp_path, b"Ouder: ja\nVraag: \xff"))
    )
    assert "regel 1: Hier staan tekens" in complaint(run("beoordeel", "-", typed=b"Vraag: \xe9\xe9n"))
    assert complaint(run("beoordeel", "-")).startswith("De tekst is leeg.")
    assert complaint(run("beoordeel", write(tmp_path, "hoi\n" + TALK))).startswith(
        "Regel 1 hoort bij niemand."
    )
    assert "groter dan 1 MB" in complaint(run("beoordeel", "-", typed="Vraag: a\n" + "b" * 1_000_001))


def test_a_call_without_a_talk_says_how_it_can_be_done() -> None:
    ran = run("beoordeel")
    assert (ran.status, ran.out) == (2, "")
    assert "goedgesprek beoordeel TRANSCRIPT.md|- [--json]" in ran.complaint
