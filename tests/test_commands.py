import pytest
from conftest import SCRIPT

from goedgesprek_tui.commands.answer import Answer, Setting, Show
from goedgesprek_tui.commands.table import COMMANDS, Command
from goedgesprek_tui.commands.take import take, take_verbatim, understood
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Consent, NoteKind


def typed(talk: Conversation, setting: Setting, *lines: str) -> Answer:
    answer = Answer(talk)
    for line in lines:
        answer = take(answer.conversation, line, setting)
    return answer


def test_a_line_is_stored_as_a_note(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "w: meer gym #mbo")
    assert answer.stored
    assert answer.note
    assert (answer.note.kind, answer.note.text, answer.note.topics) == (NoteKind.WISH, "meer gym", ("mbo",))


def test_an_empty_line_does_nothing_and_an_empty_wish_stays_in_the_line(
    talk: Conversation, setting: Setting
) -> None:
    assert typed(talk, setting, "   ") == Answer(talk)
    assert typed(talk, setting, "w:").refused
    assert typed(talk, setting, "\x1b[0m").refused


def test_a_line_of_only_a_topic_labels_the_last_note(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "Te veel", "#huiswerk")
    assert answer.conversation.note(None).topics == ("huiswerk",)
    assert not answer.stored


def test_an_unknown_command_stays_with_the_nearest_match(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "/volgend")
    assert answer.refused
    assert "Bedoel je /volgende?" in answer.message


def test_an_unknown_topic_stays_with_the_nearest_match(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "Te veel", "/thema huiswrk")
    assert answer.refused
    assert "Bedoel je Huiswerk?" in answer.message


def test_a_word_that_is_no_topic_is_told_once_the_line_is_stored(
    talk: Conversation, setting: Setting
) -> None:
    answer = typed(talk, setting, "Te veel #huiswrk")
    assert answer.stored
    assert "#huiswrk is geen thema" in answer.message
    assert "Huiswerk" in answer.message


@pytest.mark.parametrize(
    "lines",
    [
        ("/thema 1 eindtoets",),
        ("/thema 1 #mbo", "/thema 1 mbo", "/thema 1 eindtoets"),
        ("/thema 1 mbo", "/thema 1 geen", "/thema 1 Eindtoets"),
    ],
)
def test_topics_are_put_on_and_taken_off(
    talk: Conversation, setting: Setting, lines: tuple[str, ...]
) -> None:
    note = typed(talk, setting, "een", "twee", *lines).conversation.note(1)
    assert (note.topics, note.heading) == (("schooladvies-doorstroomtoets",), "eindtoets")


def test_a_topic_of_her_own_is_made_and_found_again(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "een", "/thema nieuw Zwemles", "twee #zwemles")
    own = answer.conversation.session.topics[0]
    assert own.name == "Zwemles"
    assert [note.topics for note in answer.conversation.session.shown] == [(own.id,), (own.id,)]


def test_kind_words_gist_and_consent_of_a_note_are_changed(talk: Conversation, setting: Setting) -> None:
    lines = ("een", "twee", "/soort 1 w", "/wijzig 1 een en al", "/kern 1 alles", "/toestemming 1 ja")
    note = typed(talk, setting, *lines).conversation.note(1)
    assert (note.kind, note.text, note.gist, note.consent) == (
        NoteKind.WISH,
        "een en al",
        "alles",
        Consent.VERBATIM,
    )


def test_without_a_number_it_is_the_last_note_and_a_number_in_front_is_always_that(
    talk: Conversation, setting: Setting
) -> None:
    after = typed(talk, setting, "een", "twee", "/wijzig drie", "/wijzig 1 4 kinderen").conversation
    assert [note.text for note in after.session.shown] == ["4 kinderen", "drie"]


def test_what_is_usual_is_set_for_all(talk: Conversation, setting: Setting) -> None:
    assert typed(talk, setting, "/toestemming alle ja").conversation.session.consent is Consent.VERBATIM
    assert typed(talk, setting, "/toestemming alle nee").refused


def test_erasing_asks_first_and_only_yes_does_it(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "een", "/wis 1")
    assert answer.ask
    assert answer.conversation.session.shown
    done = answer.ask.when_yes(answer.conversation)
    assert done.erased
    assert not done.conversation.session.notes


def test_erasing_needs_a_number(talk: Conversation, setting: Setting) -> None:
    assert typed(talk, setting, "een", "/wis").refused


def test_off_the_record_nothing_typed_is_kept(talk: Conversation, setting: Setting) -> None:
    off = typed(talk, setting, "een", "/niet-vastleggen").conversation
    for line in (
        "geheim",
        "w: geheim",
        "/wijzig 1 geheim",
        "/kern geheim",
        "/probleem geheim",
        "/thema nieuw geheim",
    ):
        after = typed(off, setting, line).conversation
        assert "geheim" not in after.session.model_dump_json()
    assert typed(off, setting, "/niet-vastleggen", "weer").conversation.last
    assert typed(off, setting, "/niet-vastleggen", "weer").conversation.note(None).text == "weer"


def test_words_behind_a_command_that_takes_none_are_not_thrown_away(
    talk: Conversation, setting: Setting
) -> None:
    for line in ("/stop met pesten zei hij", "/volgende week wil hij niet meer"):
        answer = typed(talk, setting, line)
        assert answer.refused
        assert answer.conversation == talk


def test_the_waiting_list_opens_when_the_group_says_yes(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "o: een app", "/probleem Het is stil", "/probleem ja")
    assert answer.conversation.session.problem.confirmed
    assert "1 idee" in answer.message
    assert not typed(answer.conversation, setting, "/probleem nee").conversation.session.problem.confirmed


def test_undo_and_redo_say_what_they_did(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "een", "/ongedaan")
    assert "citaat 1, „een”" in answer.message
    assert typed(answer.conversation, setting, "/opnieuw").conversation.last
    assert typed(talk, setting, "/ongedaan").refused


def test_phases_are_reached_by_number_and_by_title(talk: Conversation, setting: Setting) -> None:
    assert typed(talk, setting, "/fase 4").conversation.phase.title == "Evaluatie"
    assert typed(talk, setting, "/fase evaluatie").conversation.phase.title == "Evaluatie"
    assert typed(talk, setting, "/fase").show is Show.PHASES
    assert typed(talk, setting, "/fase 9").refused


def test_in_the_evaluation_counts_and_words_are_no_notes(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk.go(3), setting, "7 2 0", "/volgende", "fijn, kort", "gezellig")
    counts, words = answer.conversation.session.tallies
    assert counts.counts == (("ja", 7), ("een beetje", 2), ("nee", 0))
    assert words.words == ("fijn", "kort", "gezellig")
    assert not answer.conversation.session.shown


def test_in_the_evaluation_a_sentence_is_still_a_quote(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk.go(3), setting, "Ik kon alles zeggen wat ik wilde")
    assert answer.stored


def test_stopping_ends_the_conversation(talk: Conversation, setting: Setting) -> None:
    answer = typed(talk, setting, "een", "/stop")
    assert answer.show is Show.END
    assert answer.conversation.session.ended


def test_verbatim_lines_are_quotes_exactly_as_they_stand(talk: Conversation, setting: Setting) -> None:
    for line in ("/stop", "w: meer #mbo", "//x", "  met spaties  ", "3"):
        note = take_verbatim(talk, line, setting).note
        assert note
        assert (note.text, note.kind, note.topics) == (line, NoteKind.QUOTE, ())
    assert not take_verbatim(talk, "   ", setting).stored


def test_the_end_of_the_line_says_what_it_will_be(talk: Conversation, setting: Setting) -> None:
    assert understood(talk, "", setting) == "citaat"
    assert understood(talk, "w: meer #mbo", setting) == "wens · Mbo"
    assert understood(talk, "/fa", setting) == "opdracht"
    assert understood(talk.toggle_off_record(), "geheim", setting) == "wordt niet bewaard"
    assert understood(talk.go(3), "7 2 0", setting) == "evaluatie: ja 7, een beetje 2, nee 0"


def test_every_command_is_declared_once_with_its_own_key_and_word() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert len({command.key for command in COMMANDS}) == len(COMMANDS)
    assert all(command.usage.startswith(f"/{command.name}") and command.help for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_can_be_typed_bare_at_any_moment(
    talk: Conversation, setting: Setting, command: Command
) -> None:
    for start in (
        talk,
        talk.go(0),
        typed(talk, setting, "een").conversation,
        talk.go(len(SCRIPT.phases) - 1),
    ):
        answer = take(start, f"/{command.name}", setting)  # type: ignore[attr-defined]
        assert answer.message or answer.show or answer.ask
