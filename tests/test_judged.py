"""A written talk judged, overruled, written down and read back: all that is pure of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import QUESTIONS
from documents import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from program import run

from goedgesprek_tui.clean.rating.levels import MEANINGS, Level
from goedgesprek_tui.clean.transcript import TranscriptError, parse_transcript
from goedgesprek_tui.exports.markdown import escaped, to_markdown, unescaped
from goedgesprek_tui.practice.judged import judge
from goedgesprek_tui.practice.judged_file import judged_document, read_talk
from goedgesprek_tui.practice.overruling import Overrule, Overruling
from goedgesprek_tui.text import printable

TALK = """Onderwerp: pauzes
Ouder (moeder van twee): In de pauze is het een oorlog daar.
Vraag: En wat voor oorlog is dat?
Ouder: Ze vechten om de bal.
Vraag aan Bo: Waarom vechten ze, en waarom doet de juf daar altijd zo weinig aan?
Ouder: Laat maar.
"""
LINES = st.text().filter(lambda text: " ".join(text.split()))


def saved(text: str, given: dict[int, Overrule] | None = None) -> str:
    """Return the file that a talk is saved as."""
    transcript = parse_transcript(text)
    found = list(judge(transcript.questions, QUESTIONS))
    return to_markdown(judged_document(transcript.turns, found, given or {}, (("Beoordeeld op", "nu"),)))


def under(file: str, question: str) -> list[str]:
    """Return the list under a question in a file."""
    lines = file.splitlines()
    at = next(at for at, line in enumerate(lines) if question in line) + 2
    return lines[at : lines.index("", at)] if "" in lines[at:] else lines[at:]


# --- overruling -----------------------------------------------------------------------------------


def test_a_level_that_was_given_counts_until_it_is_taken_back() -> None:
    rated = [Level.CLASSIC, Level.STRONG]
    mild = Overruling().give(1, Overrule(Level.MILD, "het was een grapje"))
    assert mild.levels(rated) == [Level.CLASSIC, Level.MILD]
    back = mild.take_back(1)
    assert back.levels(rated) == rated
    assert (back.undo(), back.undo().undo(), back.about) == (mild, Overruling(), 1)


def test_what_changes_nothing_is_nothing_to_undo() -> None:
    once = Overruling().give(0, Overrule(Level.MILD))
    assert once.give(0, Overrule(Level.MILD)) is once
    assert once.take_back(7) is once
    assert Overruling().undo() == Overruling()


def test_undo_leaves_what_is_saved() -> None:
    kept = Overruling().give(0, Overrule(Level.MILD)).was_saved()
    assert not kept.unsaved
    assert kept.undo().unsaved
    assert not kept.undo().give(0, Overrule(Level.MILD)).unsaved


def test_what_was_given_goes_along_with_its_question_when_the_text_is_mended() -> None:
    before = parse_transcript("Vraag: a\nVraag: b\nVraag: a\nVraag: weg").questions
    now = parse_transcript("Vraag: nieuw\nVraag: a\nVraag: b\nVraag: a\nOuder: ja\nVraag: a").questions
    levels = [Overrule(level) for level in Level]
    given = Overruling(dict(enumerate(levels[:4])))
    after = given.again(before, now, {0: levels[4], 3: levels[4]})
    assert after.given == {0: levels[4], 1: levels[0], 2: levels[1], 3: levels[2]}
    assert after.unsaved


def test_a_talk_that_is_read_again_goes_on_where_it_was() -> None:
    asked = parse_transcript("Vraag: a\nVraag: b").questions
    read = {0: Overrule(Level.MILD), 1: Overrule(Level.STRONG)}
    back = Overruling(read, read).take_back(0)
    assert back.again(asked, asked, read) is back
    more = parse_transcript("Vraag: a\nVraag: b\nVraag: c").questions
    assert back.again(asked, more, read).given == {1: Overrule(Level.STRONG)}
    assert back.again(asked, more, read).unsaved


# --- the file -------------------------------------------------------------------------------------


def test_the_file_has_the_talk_with_levels_reasons_and_totals() -> None:
    file = saved(TALK, {1: Overrule(Level.MILD, "Ze [lacht] vroeg het *vriendelijk*.")})
    assert file.startswith("# Beoordeeld gesprek\n\n- Beoordeeld op: nu\n")
    assert f"| licht sturend | {MEANINGS[Level.MILD]} | 0 | 1 |" in file
    assert f"| sterk sturend | {MEANINGS[Level.STRONG]} | 1 | 0 |" in file
    assert "Ouder (moeder van twee): In de pauze" in file
    assert under(file, "Vraag 1: En wat voor oorlog") == [
        "- programma: waarschijnlijk klassiek schoon",
        "- schoon: Dit is een van de twaalf schone vragen.",
        "- schoon: Je gebruikt woorden van de ouder: oorlog.",
    ]
    about = under(file, "Vraag aan Bo: Waarom")
    assert about[:3] == [
        "- programma: waarschijnlijk sterk sturend",
        "- trainer: licht sturend",
        r"- reden: Ze \[lacht\] vroeg het \*vriendelijk\*.",
    ]
    assert sum(line.startswith("- let op:") for line in about) > 2
    assert about[-1].startswith("- schoner: En ")
    assert file.rstrip().endswith("Ouder: Laat maar.")


def test_without_a_trainer_there_is_nothing_of_a_trainer_in_the_file() -> None:
    assert "trainer" not in saved(TALK)


def test_a_saved_talk_is_read_as_it_was() -> None:
    given = {0: Overrule(Level.CONTEXT), 1: Overrule(Level.MILD, "Vraag: was het *zo* & <b>?")}
    before, after = parse_transcript(TALK), read_talk(saved(TALK, given))
    assert after.transcript.questions == before.questions
    assert after.given == given
    assert not after.transcript.notices
    again = judged_document(after.transcript.turns, list(judge(after.transcript.questions)), after.given)
    assert read_talk(to_markdown(again)).given == given


@settings(max_examples=60)
@given(st.lists(st.tuples(LINES, LINES), min_size=1, max_size=3), LINES)
def test_any_talk_that_can_be_read_is_read_as_it_was_when_saved(
    pairs: Sequence[tuple[str, str]], why: str
) -> None:
    lines = [f"Ouder: {said}\nVraag: {asked}" for said, asked in pairs]
    try:
        before = parse_transcript("\n".join(lines))
    except TranscriptError:
        return
    given = {0: Overrule(Level.MILD, " ".join(why.split()))}
    found = list(judge(before.questions))
    after = read_talk(to_markdown(judged_document(before.turns, found, given)))
    assert after.transcript.questions == before.questions


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_back_from_a_file(text: str) -> None:
    said = " ".join(text.split()) or "niets"
    before = parse_transcript(f"Ouder: {said}\nVraag: {said} x")
    after = read_talk(saved(f"Ouder: {said}\nVraag: {said} x", {0: Overrule(Level.MILD, said)}))
    assert after.transcript.questions == before.questions
    assert [one.why for one in after.given.values()] == [" ".join(said.split())]


@given(st.text())
def test_a_line_of_markdown_is_read_as_what_it_was_made_of(text: str) -> None:
    assert unescaped(escaped(text)) == printable(text)


def test_a_saved_talk_that_was_mended_by_hand_keeps_its_other_lines_out_of_the_questions() -> None:
    file = saved(TALK).replace(
        "- schoon: Dit is",
        "- trainer: Sterk sturend\n- reden: te snel\n\nMijn eigen opmerking.\n\n- schoon: Dit is",
    )
    file = file.replace("voor oorlog is dat?", "voor oorlog\nis dat?")
    found = read_talk(file)
    assert found.transcript.questions == parse_transcript(TALK).questions
    assert found.given == {0: Overrule(Level.STRONG, "te snel")}


def test_a_level_that_is_none_is_told_of_with_its_line() -> None:
    file = saved(TALK, {0: Overrule(Level.MILD, "zo")}).replace("trainer: licht", "trainer: heel licht")
    found = read_talk(file)
    (notice,) = found.transcript.notices
    number = file.splitlines().index("- trainer: heel licht sturend") + 1
    assert notice.startswith(f"Regel {number} noemt geen niveau; kies uit klassiek schoon, ")
    assert not found.given


def test_what_is_wrong_in_a_saved_talk_has_the_line_of_the_file() -> None:
    file = saved("Ouder: ja\nVraag: En dan?").replace("En dan?", "")
    with pytest.raises(TranscriptError) as caught:
        read_talk(file)
    assert caught.value.line == file.splitlines().index("Vraag 1: ") + 1


def test_an_ordinary_talk_is_read_as_it_stands() -> None:
    text = r"Ouder: Een \[ en &#38; erbij, en" + "\n- reden: moe\nVraag: En dan?\n- trainer: sterk sturend"
    assert read_talk(text).transcript == parse_transcript(text)


def test_the_command_reads_a_saved_talk_as_the_talk(tmp_path: Path) -> None:
    (tmp_path / "talk.md").write_text(TALK, "utf-8")
    (tmp_path / "saved.md").write_text(saved(TALK, {0: Overrule(Level.MILD, "zo")}), "utf-8")
    for more in ((), ("--json",)):
        assert run("beoordeel", tmp_path / "saved.md", *more) == run("beoordeel", tmp_path / "talk.md", *more)
