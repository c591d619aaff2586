import json
import re
from pathlib import Path

from program import Ran, run, run_here

from goedgesprek_tui.clean.rating.levels import LABELS, MEANINGS, Level
from goedgesprek_tui.clean.rating.meanings import PRAISE
from goedgesprek_tui.clean.rating.rate import rate

TALK = """# Bij de koffie

Onderwerp: pauzes
Ouder: In de pauze is het een oorlog daar.
Vraag: En wat voor oorlog is dat?
Ouder: Ze vechten om de bal.
Vraag: Waarom vechten ze, en waarom doet de juf daar altijd zo weinig aan?
Vraag: Ze vechten om de bal.
Vraag: Ik zou de bal gewoon afpakken, toch?
"""
LEVELS = [Level.CLASSIC, Level.STRONG, Level.REPEAT, Level.STRONG]


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "gesprek.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_as_json_there_is_an_object_for_each_question_with_spans_in_it(tmp_path: Path) -> None:
    ran = run_here("beoordeel", write(tmp_path, TALK), "--json")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert [one["n"] for one in found] == [1, 2, 3, 4]
    assert found[0]["question"] == "En wat voor oorlog is dat?"
    assert [one["level"] for one in found] == LEVELS
    for one in found:
        for reason in one["reasons"]:
            assert set(reason) == {"code", "text", "span"}
            start, end = reason["span"] or (0, 0)
            assert 0 <= start <= end <= len(one["question"])
    (why,) = (reason for reason in found[1]["reasons"] if reason["code"] == "why")
    start, end = why["span"]
    assert found[1]["question"][start:end] == "Waarom"


def test_as_text_it_first_says_what_is_clean_then_at_most_two_flags(tmp_path: Path) -> None:
    about = run_here("beoordeel", write(tmp_path, TALK)).out.split("\n\n")
    assert about[0].splitlines() == [
        "1. Ouder: In de pauze is het een oorlog daar.",
        "   Vraag: En wat voor oorlog is dat?",
        "   waarschijnlijk klassiek schoon",
        "   schoon: Dit is een van de twaalf schone vragen.",
        "   schoon: Je gebruikt woorden van de ouder: oorlog.",
    ]
    assert len(about) == 5
    assert all(one.count("let op:") <= 2 for one in about)
    assert about[4].startswith("4 vragen: 1 klassiek schoon, 1 schone herhaling, ")
    assert "%" not in about[4]


def test_as_text_the_flags_that_are_left_out_are_counted(tmp_path: Path) -> None:
    talk = write(tmp_path, TALK)
    rows = json.loads(run_here("beoordeel", talk, "--json").out)
    about = run_here("beoordeel", talk).out.split("\n\n")
    left = [max(0, sum(reason["code"] not in PRAISE for reason in row["reasons"]) - 2) for row in rows]
    told = [int("".join(re.findall(r"en nog (\d+) punt", one)) or 0) for one in about[:4]]
    assert told == left
    assert any(left)


def test_as_text_the_names_of_the_levels_are_explained_once_at_the_end(tmp_path: Path) -> None:
    out = run_here("beoordeel", write(tmp_path, TALK)).out
    for level in Level:
        assert out.count(f"  {LABELS[level]}: {MEANINGS[level]}") == (level in LEVELS)


def test_as_text_a_flagged_question_gets_a_clean_one_of_the_parents_words(tmp_path: Path) -> None:
    about = run_here("beoordeel", write(tmp_path, TALK)).out.split("\n\n")
    offers = [re.findall(r"schoner: (.*)", one) for one in about[:4]]
    assert [len(offer) for offer in offers] == [0, 1, 0, 1]
    for (offer,) in filter(None, offers):
        assert rate(["Ze vechten om de bal."], offer).level is Level.CLASSIC
        assert "bal" in offer or "vecht" in offer


def test_as_text_sharp_questions_on_the_same_words_get_different_clean_ones(tmp_path: Path) -> None:
    talk = "Ouder: Ze vechten om de bal.\nVraag: Waarom vechten ze?\nVraag: Heb je de juf al gebeld?\n"
    offers = re.findall(r"schoner: (.*)", run_here("beoordeel", write(tmp_path, talk)).out)
    assert len(set(offers)) == 2


def test_what_may_be_meant_otherwise_is_said_on_standard_error(tmp_path: Path) -> None:
    ran = run_here(
        "beoordeel", write(tmp_path, "Ouder: Het is koud.\nVraag: En dan?\nDirecteur: Koud?"), "--json"
    )
    assert ran.status == 0
    assert "Regel 3 begint met 'Directeur:'" in ran.complaint
    assert json.loads(ran.out)[0]["question"] == "En dan? Directeur: Koud?"


def test_as_text_nothing_is_offered_before_a_word_or_when_no_question_is_wanted(tmp_path: Path) -> None:
    for talk in (
        "Vraag: Waarom wil je dat?",
        "Ouder: Nu even geen vragen.\nVraag: Waarom niet?",
        "Ouder: Hij slaat mij elke avond.\nVraag: Waarom doet hij dat?",
    ):
        out = run_here("beoordeel", write(tmp_path, talk)).out
        assert "let op:" in out
        assert "schoner:" not in out


def test_as_text_what_a_parent_said_is_shortened(tmp_path: Path) -> None:
    said = "Dan wil hij niet eten en " + "dan wil hij niet slapen en " * 9
    out = run_here("beoordeel", write(tmp_path, f"Ouder: {said}\nVraag: En toen?")).out
    first = out.splitlines()[0]
    assert first.startswith("1. Ouder: Dan wil hij niet eten en dan")
    assert first.endswith("…")
    assert len(first) <= 120


def test_a_dash_reads_what_comes_in(tmp_path: Path) -> None:
    typed = run("beoordeel", "-", "--json", typed="\ufeff" + TALK.replace("\n", "\r\n"))
    assert typed == run_here("beoordeel", write(tmp_path, TALK), "--json")


def test_what_cannot_be_read_is_one_sentence_and_status_1(tmp_path: Path) -> None:
    def complaint(ran: Ran) -> str:
        assert (ran.status, ran.out) == (1, "")
        return ran.complaint

    assert complaint(run_here("beoordeel", tmp_path)).endswith(
        "is een map; noem een bestand met een uitgeschreven gesprek."
    )
    assert complaint(run_here("beoordeel", tmp_path / "weg.md")).endswith(
        "bestaat niet; kijk of de naam klopt."
    )
    assert "regel 2: Hier staan tekens" in complaint(
        run_here("beoordeel", write(tmp_path, b"Ouder: ja\nVraag: \xff"))
    )
    assert "regel 1: Hier staan tekens" in complaint(run_here("beoordeel", "-", typed=b"Vraag: \xe9\xe9n"))
    assert complaint(run_here("beoordeel", "-")).startswith("De tekst is leeg.")
    assert complaint(run_here("beoordeel", write(tmp_path, "hoi\n" + TALK))).startswith(
        "Regel 1 hoort bij niemand."
    )
    assert "groter dan 1 MB" in complaint(run_here("beoordeel", "-", typed="Vraag: a\n" + "b" * 1_000_001))


def test_a_call_without_a_talk_says_how_it_can_be_done() -> None:
    ran = run_here("beoordeel")
    assert (ran.status, ran.out) == (2, "")
    assert "goedgesprek beoordeel TRANSCRIPT.md|- [--json]" in ran.complaint
