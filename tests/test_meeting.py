"""A simulated parent: clean questions take her to what she wants, leading ones to the door."""

from pathlib import Path

import pytest
from conftest import QUESTIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from goedgesprek_tui.asking import all_on
from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.exercises.dialogue import Dialogue, Reply
from goedgesprek_tui.practice.after import look_back
from goedgesprek_tui.practice.hints import hint
from goedgesprek_tui.practice.meeting import Meeting
from goedgesprek_tui.prompts import load_exercises

DIALOGUES = {one.id.partition("-")[2]: one for one in load_exercises().dialogues}
NAMES = sorted(DIALOGUES)
CLEAN = {
    "huiswerk": """
        Elke avond trekken.
        En wat voor trekken is dat trekken?
        En is er nog iets over dat touw?
        En wat gebeurt er dan?
        En wanneer je alleen aan tafel zit, wat zou je graag willen dat er gebeurt?
        En wat voor samen is dat?
        En wat is er nodig voor rust?
    """,
    "telefoon": """
        En wat voor glazen deur is dat?
        En wanneer je haar ziet lachen, wat gebeurt er dan?
        En wat gebeurt er net voor dat gordijn?
        En wat zou je graag willen dat er gebeurt?
        En is er nog iets over die verhalen?
        En naast elkaar op de fiets.
        En wat voor naast elkaar is dat?
    """,
    "oudergesprek": """
        En wat voor kleine stoel is dat?
        En wanneer je omhoog kijkt, wat gebeurt er dan?
        En wat zou je graag willen dat er gebeurt?
        En wanneer je niet meer zo zit te knikken, wat gebeurt er dan?
        En is er nog iets over die bondgenoten?
        En kan dat?
    """,
    "taal": """
        En wat voor snel is dat?
        En is er nog iets over die halte?
        En wat gebeurt er dan?
        En wat zou je graag willen dat er gebeurt?
        En wat voor erbij is dat?
        En is er nog iets over één ding?
    """,
    "advies": """
        En wat voor weegschaal is die weegschaal?
        En is er nog iets over die handen?
        En wat voor fluiten is dat?
        En wat is er nodig voor fluitend naar school?
        En is er nog iets over die school?
    """,
    "groepsapp": """
        En wat voor kring is dat?
        En wat gebeurt er dan?
        En wat zou je graag willen dat er gebeurt?
        En wat gebeurt er dan?
        En wat voor goeiemorgen is dat?
        En is er nog iets over iemand?
    """,
}
LEADING = {
    "huiswerk": """
        Heb je al een beloning geprobeerd?
        Moet je niet gewoon strenger zijn?
        Waarom zet je de tv niet uit?
        Je moet er gewoon bij gaan zitten.
    """,
    "telefoon": """
        Waarom pak je die telefoon niet af?
        Je bent zeker boos op haar?
        Bij ons mag het ook niet, hoor.
        Moet je niet gewoon regels maken?
    """,
    "oudergesprek": """
        Dus je bent bang voor de juf?
        Je kunt toch gewoon om een andere stoel vragen?
        Heb je geprobeerd om het te zeggen?
        Misschien moet je je man meenemen.
    """,
    "taal": """
        Moet je niet beter Nederlands leren?
        Je kunt toch een tolk meenemen?
        Dat is toch niet zo erg?
        Waarom ga je niet op les?
    """,
    "advies": """
        Vind je niet dat de school gelijk heeft?
        Dus je bent teleurgesteld in Mila?
        Je moet het advies gewoon accepteren.
        Heb je al met de directeur gepraat?
    """,
    "groepsapp": """
        Je voelt je zeker buitengesloten?
        Heb je al met de moeder van de jarige gepraat?
        Waarom ga je er niet gewoon bij staan?
        Je moet het je niet zo aantrekken.
    """,
}


def played(name: str, *questions: str) -> Meeting:
    meeting = Meeting(DIALOGUES[name])
    for question in questions:
        meeting = meeting.ask(question)
    return meeting


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def replies(meeting: Meeting) -> list[Reply | None]:
    return [one.reply for one in meeting.exchanges]


def test_six_parents_ship() -> None:
    assert len(DIALOGUES) == 6
    assert load_exercises().broken == ()


@pytest.mark.parametrize("name", NAMES)
def test_only_clean_questions_take_each_parent_to_what_she_wants(name: str) -> None:
    meeting = played(name, *lines(CLEAN[name]))
    assert [one.rating.level.clean for one in meeting.exchanges] == [True] * len(lines(CLEAN[name]))
    assert meeting.arrived
    assert meeting.step.insight
    assert meeting.ask("En wat gebeurt er dan?") is meeting


@pytest.mark.parametrize("name", NAMES)
def test_leading_questions_end_at_the_door(name: str) -> None:
    meeting = played(name, *lines(LEADING[name]))
    assert not any(one.rating.level.clean for one in meeting.exchanges)
    assert replies(meeting) == [Reply.STRONG, Reply.CLOSED, Reply.SILENT, Reply.LEAVES]
    assert meeting.left
    assert not meeting.arrived
    assert {one.step for one in meeting.exchanges} == {meeting.dialogue.begin}


@pytest.mark.parametrize("name", NAMES)
def test_who_follows_the_hints_gets_there_with_clean_questions(name: str) -> None:
    meeting = Meeting(DIALOGUES[name])
    while not meeting.over:
        found = hint(meeting, QUESTIONS)
        assert set(found.words) <= set(meeting.offered)
        meeting = meeting.ask(found.question)
        assert meeting.exchanges[-1].rating.level.clean, found.question
        assert len(meeting.exchanges) < 15
    assert meeting.arrived


@pytest.mark.parametrize("name", NAMES)
def test_asking_for_more_each_time_is_enough(name: str) -> None:
    meeting = Meeting(DIALOGUES[name])
    while not meeting.over and len(meeting.exchanges) < 30:
        word = meeting.step.offers[0]
        meeting = meeting.ask(f"En is er nog iets over {word}?")
    assert meeting.arrived


def test_a_light_push_makes_her_flat_but_does_not_shut_her() -> None:
    meeting = played("huiswerk", *["Waarom ben je zo moe?"] * 5)
    assert replies(meeting) == [Reply.MILD] * 5
    assert len({one.answer for one in meeting.exchanges}) == 2  # another sentence in turn
    assert not meeting.shut


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("En trekken, elke avond.", Reply.OPEN),
        ("En is er nog iets over trekken?", Reply.OPEN),
        ("En wat voor moe is dat?", Reply.OPEN),
        ("En wat gebeurt er dan?", Reply.SILENT),
        ("En wat zou je graag willen dat er gebeurt?", Reply.SILENT),
        ("En wat voor ruzie is dat?", Reply.SILENT),
    ],
)
def test_two_strong_pushes_shut_her_and_her_own_words_open_her(question: str, reply: Reply) -> None:
    shut = played("huiswerk", *lines(LEADING["huiswerk"])[:2])
    assert shut.shut
    after = shut.ask(question)
    assert after.exchanges[-1].reply is reply
    assert after.shut is (reply is Reply.SILENT)
    assert after.step is shut.step


def test_what_stands_between_two_pushes_keeps_her_open() -> None:
    push, *_ = lines(LEADING["huiswerk"])
    assert not played("huiswerk", push, "En wat voor trekken is dat?", push).shut


def test_a_hint_to_a_shut_parent_opens_her() -> None:
    shut = played("telefoon", *lines(LEADING["telefoon"])[:2])
    assert not shut.ask(hint(shut, QUESTIONS).question).shut


def test_the_same_question_goes_where_its_words_are() -> None:
    assert played("huiswerk", "En wat voor trekken is dat?").step.id == "touw"
    assert played("huiswerk", "En wat voor huiswerk is dat?").step.id == "sommen"
    assert played("huiswerk", "En wat voor moe is dat?").step.id == "moe"


def test_a_word_of_earlier_is_answered_from_there() -> None:
    meeting = played(
        "huiswerk", "En wat voor trekken is dat?", "En wat voor tafel is dat?", "En wat voor touw is dat?"
    )
    assert meeting.visited[-2:] == ("tafel", "strak")


def test_what_she_told_already_she_tells_as_such() -> None:
    again = played("huiswerk", "En wat gebeurt er dan?", "En wat gebeurt er net voor dat loslaten?")
    assert again.step.id == "keuken"
    again = again.ask("En wat gebeurt er dan?")
    assert again.exchanges[-1].reply is Reply.TOLD
    assert again.exchanges[-1].answer.startswith("Dat zei ik net al")


@pytest.mark.parametrize(
    ("typed", "kind", "reply"),
    [
        ("vertel eens", "nog_iets", None),
        ("Wat bedoel je met trekken?", "nog_iets", None),
        ("en toen?", "wat_dan", None),
        ("Hoe gaat het dan verder?", "wat_dan", None),
        ("Wat wil je het liefst?", "wat_graag", None),
        ("Hoi Samira", "", Reply.GREETED),
        ("ok", "", Reply.SILENT),
        ("Goedemorgen, ik ben Ria.", "", Reply.GREETED),
        ("Ik ben Ria. Hoe gaat het?", "nog_iets", None),
        ("Ik word er moe van.", "", Reply.REPEAT),
        ("Dat klinkt zwaar.", "", Reply.SILENT),
        ("En wat voor ruzie is dat?", "wat_voor", Reply.FOREIGN),
        ("En wat voor trekken is dat? En wat gebeurt er dan?", "wat_dan", Reply.TWO),
        ("Hoe oud is Yassin?", "", Reply.NO_MATCH),
        ("Ben je een computer?", "", Reply.SILENT),
        ("Heb je nog meer kinderen?", "", Reply.NO_MATCH),
        ("Hoe ziet dat eruit?", "nog_iets", None),
        ("En wat voor trekke is dat", "wat_voor", None),
        ("Kun je dat nog een keer zeggen?", "", Reply.TOLD),
        ("Doe ik het goed zo?", "", Reply.SILENT),
        ("zxcv qwrt", "", Reply.UNHEARD),
        ("What do you mean?", "", Reply.UNHEARD),
    ],
)
def test_what_a_beginner_types_gets_an_answer_that_fits(typed: str, kind: str, reply: Reply | None) -> None:
    made = played("huiswerk", typed).exchanges[0]
    assert (made.kind, made.reply) == (kind, reply)


def test_names_the_trainee_was_told_are_no_new_words() -> None:
    assert played("huiswerk", "Hoe gaat het met Yassin?").exchanges[0].rating.level is Level.CONTEXT


def test_nothing_is_forgotten_of_a_long_talk() -> None:
    meeting = played(
        "huiswerk", "En wat voor trekken is dat?", *["ok"] * 25, "En is er nog iets over dat touw?"
    )
    assert meeting.exchanges[-1].rating.level is Level.CLASSIC


def test_a_question_can_be_taken_back_and_asked_otherwise() -> None:
    push = lines(LEADING["advies"])
    meeting = played("advies", *push).take_back()
    assert not meeting.over
    assert [one.question for one in meeting.taken_back] == [push[-1]]
    assert meeting.ask("En is er nog iets over die weegschaal?").exchanges[-1].reply is Reply.OPEN
    assert Meeting(DIALOGUES["advies"]).take_back() == Meeting(DIALOGUES["advies"])


@pytest.mark.parametrize("nothing", ["", "   ", "?!", "…", "😀"])
def test_nothing_typed_is_silence(nothing: str) -> None:
    meeting = Meeting(DIALOGUES["taal"])
    assert meeting.ask(nothing) is meeting
    assert meeting.waits() in meeting.dialogue.replies[Reply.SILENT]


TYPED = st.one_of(
    st.text(max_size=80),
    st.sampled_from([q for table in (*CLEAN.values(), *LEADING.values()) for q in lines(table)]),
    st.sampled_from("ok|hoi|waarom?|stop|laat maar|dank je|help|En toen?|je bent dom|wat".split("|")),
)


@settings(max_examples=40)
@given(st.sampled_from(NAMES), st.lists(TYPED, max_size=12))
def test_whatever_is_typed_she_answers_with_her_own_sentences(name: str, typed: list[str]) -> None:
    meeting = played(name, *typed)
    own = {step.says for step in meeting.dialogue.steps.values()}
    own |= {text for texts in meeting.dialogue.replies.values() for text in texts}
    own |= {t for step in meeting.dialogue.steps.values() for texts in step.replies.values() for t in texts}
    for one in meeting.exchanges:
        told = [text for text in meeting.dialogue.replies[Reply.TOLD] if one.answer.startswith(text)]
        assert one.answer in own or any(one.answer.removeprefix(f"{text} ") in own for text in told)
    found = look_back(meeting)
    assert sum(found.levels.values()) == len(meeting.exchanges)
    assert found.next_time


@settings(max_examples=30)
@given(st.sampled_from(NAMES), st.data())
def test_no_clean_question_of_ours_shuts_her(name: str, data: st.DataObject) -> None:
    meeting = Meeting(DIALOGUES[name])
    suited = [question for question in QUESTIONS if question.in_groups]
    for _ in range(8):
        made = [one for word in ("", *meeting.step.offers) for one in all_on(meeting.step.says, word, suited)]
        if meeting.over or not made:
            break
        meeting = meeting.ask(data.draw(st.sampled_from(made)).text)
    assert not meeting.left
    assert {Reply.CLOSED, Reply.STRONG, Reply.UNHEARD}.isdisjoint(replies(meeting))


def test_looking_back_tells_words_levels_and_one_thing_to_try() -> None:
    found = look_back(
        played(
            "huiswerk", "En wat voor trekken is dat?", "Moet je niet strenger zijn?", "En wat gebeurt er dan?"
        )
    )
    assert found.levels == {Level.CLASSIC: 2, Level.STRONG: 1}
    assert found.picked_up == ("trekken",)
    assert found.left == ("huiswerk", "moe", "touw", "bank", "tafel", "loslaten", "stil", "alleen")
    assert (found.own_words, found.all_words) == (("strenger",), 2)
    assert found.next_time.startswith("Houd je eigen oplossing nog even voor je.")


def test_one_kind_again_and_again_is_told_which_other_there_is() -> None:
    found = look_back(played("taal", *["En is er nog iets over die zin?"] * 3))
    assert (
        found.next_time
        == "Je vroeg steeds hetzelfde. Probeer ook eens: En wat zou je graag willen dat er gebeurt?"
    )


def test_an_own_dialogue_takes_the_place_of_ours(tmp_path: Path) -> None:
    from goedgesprek_tui.prompts import prompts_folder

    ours = (prompts_folder() / "oefeningen" / "1-huiswerk.md").read_text("utf-8")
    (tmp_path / "1-huiswerk.md").write_text(ours.replace("Samira", "Fatma"), "utf-8")
    (tmp_path / "stuk.md").write_text("---\nnaam: Stuk\n---\n# Stuk\n", "utf-8")
    found = load_exercises(tmp_path)
    parents = [one.parent for one in found.dialogues if isinstance(one, Dialogue)]
    assert parents[0] == "Fatma"
    assert len(parents) == 6
    assert [one.path.name for one in found.broken] == ["stuk.md"]
