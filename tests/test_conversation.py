from collections.abc import Callable

import pytest
from conftest import NOON
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.errors import Refused
from goedgesprek_tui.line import Line
from goedgesprek_tui.models import Consent, Note, NoteKind, Tally


def asked(talk: Conversation, words: str) -> Conversation:
    return talk.ask(talk.note(1), "wat_voor", f"En wat voor {words} is dat?", words)


def said(talk: Conversation, *texts: str) -> Conversation:
    for text in texts:
        talk = talk.add(f"n-{text}", Line(text))
    return talk


def texts(talk: Conversation) -> list[str]:
    return [note.text for note in talk.session.shown]


def test_a_note_knows_where_and_when_it_was_said(talk: Conversation) -> None:
    note = talk.timed(90).add("n", Line("Stil", NoteKind.SIGNAL, ("mbo",))).last
    assert note
    assert (note.phase, note.question, note.time) == ("Wat leeft er", "Wat houdt je bezig?", 1.5)
    assert (note.number, note.kind, note.topics, note.positive) == (1, NoteKind.SIGNAL, ("mbo",), False)


def test_what_is_said_in_the_positive_phase_is_marked(talk: Conversation) -> None:
    note = talk.go(1).add("n", Line("Fijn")).last
    assert note
    assert note.positive


def test_numbers_are_never_used_again(talk: Conversation) -> None:
    after, _ = said(talk, "een", "twee").undo()
    assert [note.number for note in said(after, "drie").session.shown] == [1, 3]


def test_an_expectation_under_a_question_about_the_school_is_of_parents(talk: Conversation) -> None:
    of_school = talk.add("a", Line("Bel ook", NoteKind.EXPECTATION)).last
    of_parents = talk.step(1).add("b", Line("Lezen", NoteKind.EXPECTATION)).last
    assert of_school
    assert of_parents
    assert (of_school.expected_of, of_parents.expected_of) == ("school", "ouders")


def test_a_step_goes_over_the_edge_of_a_phase_both_ways(talk: Conversation) -> None:
    later = talk.step(1).step(1)
    assert later.phase.title == "Evaluatie"
    back = later.step(-1)
    assert back.question
    assert back.question.text == "Wat mag de school van jullie verwachten?"


def test_at_either_end_a_step_is_refused_in_a_sentence(talk: Conversation) -> None:
    with pytest.raises(Refused, match="eerste vraag"):
        talk.go(0).step(-1)
    with pytest.raises(Refused, match="laatste vraag"):
        talk.go(3, 1).step(1)


def test_phases_come_in_any_order_and_are_remembered(talk: Conversation) -> None:
    assert talk.go(3).go(0).session.visited == (0, 2, 3)


def test_time_is_counted_per_phase_and_stands_still_in_a_pause(talk: Conversation) -> None:
    later = talk.timed(60).go(3).timed(30).pause().timed(500)
    assert later.session.seconds == (0, 0, 60, 30)
    assert later.phase_left == 9.5


def test_after_the_end_no_time_is_added(talk: Conversation) -> None:
    assert talk.timed(60).end(NOON).timed(1800).session.spent == 60


def test_a_corrected_answer_in_the_evaluation_keeps_its_place(talk: Conversation) -> None:
    for question, word in (("een", "a"), ("twee", "b"), ("een", "c")):
        talk = talk.tally(Tally(question=question, words=(word,)))
    assert [(tally.question, tally.words) for tally in talk.session.tallies] == [
        ("een", ("c",)),
        ("twee", ("b",)),
    ]


def test_undo_takes_back_what_was_recorded_and_says_what(talk: Conversation) -> None:
    after, label = said(talk, "een", "twee").undo()
    assert texts(after) == ["een"]
    assert label == "citaat 2"


def test_undo_stays_at_the_question_and_leaves_clock_and_draft(talk: Conversation) -> None:
    after, _ = said(talk, "een").step(1).timed(60).drafted("half").undo()
    assert (after.session.question, after.session.spent, after.session.draft) == (1, 60, "half")


def test_what_undo_takes_away_stays_in_the_file_until_the_end(talk: Conversation) -> None:
    after, _ = said(talk, "een").undo()
    assert [(note.text, note.removed) for note in after.session.notes] == [("een", True)]
    assert after.end(NOON).session.notes == ()


def test_a_new_act_ends_what_can_be_redone(talk: Conversation) -> None:
    after, _ = said(talk, "een").undo()
    with pytest.raises(Refused):
        said(after, "twee").redo()


@given(st.lists(st.sampled_from(["note", "topic", "consent", "step", "tally", "undo", "redo"]), max_size=25))
def test_undoing_all_and_redoing_all_gives_the_same_again(acts: list[str]) -> None:
    from conftest import SCRIPT

    from goedgesprek_tui.models import Session

    talk = Conversation(Session(id="s", started=NOON, script=SCRIPT)).go(2)
    for at, act in enumerate(acts):
        talk = _do(talk, act, at)
    shown, tallies = talk.session.shown, talk.session.tallies
    steps = len(talk.past)
    for _ in range(steps):
        talk, _ = talk.undo()
    for _ in range(steps):
        talk, _ = talk.redo()
    assert (talk.session.shown, talk.session.tallies) == (shown, tallies)


def _do(talk: Conversation, act: str, at: int) -> Conversation:
    try:
        match act:
            case "note":
                return said(talk, str(at))
            case "topic" if talk.last:
                return talk.relabel(talk.last, "mbo")
            case "consent" if talk.last:
                return talk.consent(talk.last, Consent.NO)
            case "step":
                return talk.step(1)
            case "tally":
                return talk.tally(Tally(question="q", words=(str(at),)))
            case "undo":
                return talk.undo()[0]
            case "redo":
                return talk.redo()[0]
    except Refused:
        pass
    return talk


def test_a_no_hides_a_note_at_once_and_erases_it_at_the_end(talk: Conversation) -> None:
    talk = said(talk, "een", "twee")
    hidden = talk.consent(talk.note(1), Consent.NO)
    assert texts(hidden) == ["twee"]
    assert len(hidden.session.notes) == 2
    ended = hidden.end(NOON).session
    assert [note.text for note in ended.notes] == ["twee"]
    assert (ended.withheld, ended.erased) == (1, ("n-een",))


def test_after_the_end_a_no_erases_at_once(talk: Conversation) -> None:
    ended = said(talk, "een").end(NOON)
    after = ended.consent(ended.note(1), Consent.NO)
    assert after.session.notes == ()
    assert after.session.withheld == 1


def test_nothing_said_about_consent_is_what_is_usual(talk: Conversation) -> None:
    talk = said(talk, "een")
    assert talk.session.consent_of(talk.note(1)) is Consent.GIST
    usual = talk.usual_consent(Consent.VERBATIM)
    assert usual.session.consent_of(usual.note(1)) is Consent.VERBATIM
    with pytest.raises(Refused):
        talk.usual_consent(Consent.NO)


def test_an_erased_note_is_nowhere_any_more_not_in_undo_either(talk: Conversation) -> None:
    talk = said(talk.add("n-1", Line("geheim")), "twee")
    talk = talk.relabel(talk.note(1), "mbo")
    talk = asked(talk.choose(talk.note(1), "geheim"), "geheim")
    talk, _ = talk.undo()
    after = talk.erase(talk.note(1))
    assert "geheim" not in repr(after)
    assert after.session.erased == ("n-1",)


def test_the_topics_of_a_note_are_at_most_three_and_the_heading_goes_with_the_first(
    talk: Conversation,
) -> None:
    talk = talk.add("n", Line("Zin", topics=("eindtoets",), heading="eindtoets"))
    talk = talk.relabel(talk.note(1), "mbo").relabel(talk.note(1), "eindtoets")
    assert (talk.note(1).topics, talk.note(1).heading) == (("mbo",), "")
    for topic in ("a", "b"):
        talk = talk.relabel(talk.note(1), topic)
    with pytest.raises(Refused, match="drie thema"):
        talk.relabel(talk.note(1), "c")


def test_off_the_record_there_is_no_draft_and_afterwards_nothing_tells_of_it(talk: Conversation) -> None:
    off = talk.drafted("begin van een zin").toggle_off_record()
    assert off.off_record
    assert off.drafted("geheim").session.draft == ""
    assert off.toggle_off_record().session == talk.session


def test_only_words_that_were_said_can_be_chosen(talk: Conversation) -> None:
    talk = said(talk, "Er is nooit Tijd voor een praatje")
    chosen = talk.choose(talk.note(1), "nooit tijd", "praatje").chosen
    assert chosen
    assert (chosen.x, chosen.y) == ("nooit Tijd", "praatje")
    with pytest.raises(Refused, match="staat niet zo"):
        talk.choose(talk.note(1), "gesprekje")


def test_the_next_quote_is_the_answer_to_what_was_asked(talk: Conversation) -> None:
    talk = asked(said(talk, "Er is nooit tijd"), "tijd")
    talk = talk.add("w", Line("Meer tijd", NoteKind.WISH))
    talk = said(talk, "Weken stil", "Iets anders")
    wish, answer, other = talk.session.shown[1:]
    assert (answer.follows, answer.clean_question) == ("n-Er is nooit tijd", "En wat voor tijd is dat?")
    assert (wish.follows, other.follows) == ("", "")
    (kept,) = talk.session.asked
    assert (kept.question, kept.words, kept.note) == ("wat_voor", "tijd", "n-Er is nooit tijd")


def test_an_erased_note_leaves_no_words_in_what_was_asked_on_it(talk: Conversation) -> None:
    talk = asked(talk.add("n-1", Line("Nooit tijd voor zeergeheim")), "zeergeheim").add("n-2", Line("Stil"))
    assert "zeergeheim" not in repr(talk.erase(talk.note(1)))
    refused = talk.consent(talk.note(1), Consent.NO).end(NOON)
    assert "zeergeheim" not in repr(refused)
    undone, _ = talk.undo()[0].undo()
    undone = undone.undo()[0].add("n-3", Line("Iets anders")).end(NOON)
    assert "zeergeheim" not in repr(undone)


def test_a_question_on_words_that_were_edited_away_goes_with_them(talk: Conversation) -> None:
    talk = asked(talk.add("n-1", Line("Ik ben bang voor Zaphod")), "Zaphod").add("n-2", Line("Stil"))
    changed = talk.change(talk.note(1), "zin", text="Ik ben bang voor een juf")
    assert "Zaphod" not in repr(changed.session)
    assert talk.change(talk.note(1), "zin", text="Bang voor Zaphod").note(2).clean_question


def test_a_question_on_another_note_that_holds_erased_words_goes_as_well(talk: Conversation) -> None:
    talk = said(talk.add("n-1", Line("Er is ruzie met Zaphod")), "Het is altijd feest")
    talk = talk.ask(talk.note(2), "", "En hoe is dat feest met Zaphod?", "feest").add("a", Line("Stil"))
    assert "Zaphod" not in repr(talk.erase(talk.note(1)))
    kept = talk.erase(talk.note(3))
    assert kept.session.asked


def test_a_question_without_words_stays_when_the_note_is_mended(talk: Conversation) -> None:
    talk = said(talk, "Geen wifi")
    talk = said(talk.ask(talk.note(1), "wat_dan", "En wat gebeurt er dan?", ""), "Niks")
    changed = talk.change(talk.note(1), "zin", text="Geen wifi!")
    assert changed.session.asked
    assert changed.note(2).clean_question == "En wat gebeurt er dan?"


def test_words_taken_out_of_a_note_do_not_come_back_with_the_answer(talk: Conversation) -> None:
    talk = asked(said(talk, "Er is ruzie met Bilal"), "ruzie met Bilal")
    talk = talk.change(talk.note(1), "zin", text="Er is ruzie met hem")
    assert talk.add("n", Line("Ja")).note(2).clean_question == ""


def test_a_question_that_is_done_again_waits_for_its_answer_again(talk: Conversation) -> None:
    talk = asked(said(talk, "Er is gedoe"), "gedoe")
    talk = talk.undo()[0].redo()[0]
    assert talk.add("n", Line("Ja")).note(2).follows == "n-Er is gedoe"


def test_a_line_half_typed_to_change_a_note_goes_with_it(talk: Conversation) -> None:
    talk = talk.add("n-1", Line("Zeer")).drafted("/wijzig 1 zeergeheim")
    assert talk.erase(talk.note(1)).session.draft == ""


def test_undo_does_not_end_a_conversation_that_was_taken_up_again(talk: Conversation) -> None:
    talk = said(talk, "een").end(NOON)
    talk = talk.relabel(talk.note(1), "mbo").reopen()
    assert talk.undo()[0].session.ended is None


def test_a_new_problem_sentence_must_be_confirmed_anew_and_keeps_the_old_one(talk: Conversation) -> None:
    problem = talk.problem("Het is stil").confirm_problem(True).problem("Het is weken stil").session.problem
    assert not problem.confirmed
    assert (problem.text, problem.versions) == (
        "Het is weken stil",
        ("Het is stil",),
    )
    with pytest.raises(Refused):
        talk.confirm_problem(True)


def test_the_end_can_be_taken_back(talk: Conversation) -> None:
    assert said(talk, "een").end(NOON).reopen().session.ended is None


def test_notes_that_are_due_are_found(talk: Conversation, new_id: Callable[[], str]) -> None:
    talk = talk.add(new_id(), Line("Koffietafel", NoteKind.EXPERIMENT))
    note: Note = talk.note(1)
    talk = talk.change(note, "proef", due=NOON.date())
    assert [n.text for n in talk.session.due(NOON.date())] == ["Koffietafel"]
    assert not talk.change(talk.note(1), "proef", outcome="blijft").session.due(NOON.date())
