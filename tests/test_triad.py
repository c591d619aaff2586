"""A triad, pure: roles, steps, the clock, what is written down, hints, and the document that is kept."""

from typing import Any

import pytest
from conftest import NOON
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from goedgesprek_tui.exercises.observation import ObservationForm
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.practice.feedback import hint_on_evidence, hint_on_inference
from goedgesprek_tui.practice.triad import AFTER, MOST_ROUNDS, Round, Said, Stage, Triad, said, time_left
from goedgesprek_tui.practice.triad_document import triad_document
from goedgesprek_tui.practice.triad_pages import OPENED, hint, meant, page

FORM = ObservationForm(name="Gewone ronde", watch=("Welk woord komt terug?",))
GROUPS = st.sampled_from([("Ana", "Bo", "Chris"), ("Ana", "Bo", "Chris", "Dee")])


def triad(*people: str, rounds: int = 3, **changes: Any) -> Triad:
    known = {
        "started": NOON,
        "people": people or ("Ana", "Bo", "Chris"),
        "form": FORM,
        "minutes": 10,
        "after": 5,
        "rounds": (Round(),) * rounds,
    }
    return Triad.model_validate({**known, **changes})


def at(one: Triad, stage: Stage, number: int = 0, person: int | None = None) -> Triad:
    """Return the triad at the first step of this part, in this round, of this person."""
    fits = (
        place
        for place, step in enumerate(one.steps)
        if step.stage is stage and step.round == number and person in (None, step.person)
    )
    return one.model_copy(update={"at": next(fits)})


# --- roles and steps ------------------------------------------------------------------------------


@given(GROUPS, st.integers(1, MOST_ROUNDS))
def test_the_roles_of_a_round_are_all_taken_by_different_people(people: tuple[str, ...], rounds: int) -> None:
    one = triad(*people, rounds=rounds)
    for number in range(rounds):
        speaker, questioner, observers = one.roles(number)
        assert sorted((speaker, questioner, *observers)) == list(range(len(people)))


@given(GROUPS, st.integers(1, MOST_ROUNDS))
def test_nobody_has_a_role_twice_before_everybody_had_it_once(people: tuple[str, ...], rounds: int) -> None:
    roles = [triad(*people, rounds=rounds).roles(number) for number in range(rounds)]
    for had in ([one.speaker for one in roles], [one.questioner for one in roles]):
        times = [had.count(person) for person in range(len(people))]
        assert max(times) - min(times) <= 1
    if rounds >= len(people):
        assert {person for one in roles for person in one.observers} == set(range(len(people)))
        assert {one.speaker for one in roles} == {one.questioner for one in roles} == set(range(len(people)))


@given(GROUPS, st.integers(1, MOST_ROUNDS))
def test_after_every_round_the_word_is_to_observer_speaker_and_questioner_in_that_order(
    people: tuple[str, ...], rounds: int
) -> None:
    one = triad(*people, rounds=rounds)
    assert one.steps[0].stage is Stage.WELCOME
    assert one.steps[-1].stage is Stage.END
    assert [step.person for step in one.steps if step.stage is Stage.SETUP] == list(range(len(people)))
    assert [step.person for step in one.steps if step.stage is Stage.CLOSING] == list(range(len(people)))
    for number in range(rounds):
        roles = one.roles(number)
        told = [step for step in one.steps if step.round == number and step.stage in AFTER]
        assert [step.person for step in told[1:]] == [*roles.observers, roles.speaker, roles.questioner]


@given(GROUPS, st.integers(1, 5), st.lists(st.integers(-3, 3)))
def test_wherever_one_goes_there_is_a_step_with_keys_of_its_own(
    people: tuple[str, ...], rounds: int, moves: list[int]
) -> None:
    one = triad(*people, rounds=rounds)
    for by in moves:
        one = one.go(by)
        assert one.step in one.steps
        assert Triad.model_validate(one.model_dump(mode="json")) == one
    keys = [(step.key, ask.key) for step in one.steps for ask in page(one, step).asks]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "changes",
    [
        {"at": 10_000},
        {"at": -1},
        {"people": ("Ana", "Bo")},
        {"rounds": ()},
        {"rounds": [{"seconds": float("nan")}]},
        {"minutes": 0},
        {"later": True},
    ],
)
def test_what_is_no_triad_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Triad.model_validate({**triad().model_dump(), **changes})


# --- the clock ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (10, "nog 10 min"),
        (9.99, "nog 10 min"),
        (1.5, "nog 2 min"),
        (0.01, "nog 1 min"),
        (0, "de tijd is om"),
        (-0.99, "de tijd is om"),
        (-1, "1 min over tijd"),
        (-63.5, "63 min over tijd"),
    ],
)
def test_the_time_that_is_left_is_told_in_whole_minutes(minutes: float, words: str) -> None:
    assert time_left(minutes) == words


def test_each_round_and_the_talk_after_it_have_their_own_time_and_nothing_is_cut_off() -> None:
    one = at(triad(), Stage.ROUND, 1).ticked(11 * 60)
    assert time_left(one.left) == "1 min over tijd"
    one = one.go(1).ticked(60)
    assert one.step.stage is Stage.READ_BACK
    one = one.go(1).ticked(120)
    assert time_left(one.left) == "nog 2 min"
    assert time_left(one.go(-2).left) == "1 min over tijd"
    assert time_left(at(one, Stage.ROUND, 0).left) == "nog 10 min"


def test_a_pause_holds_one_clock_and_ends_with_it() -> None:
    one = at(triad(), Stage.READ_BACK).model_copy(update={"paused": True})
    assert one.ticked(60).left == 5
    assert one.go(1).paused
    assert not one.go(-1).paused
    assert one.go(-1).ticked(60).left == 9


def test_no_clock_runs_where_nothing_is_timed() -> None:
    one = triad()
    assert not one.is_timed
    assert one.ticked(60) is one


# --- what is written down -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "is_question"),
    [
        ("En wat voor rust is dat?", True),
        ("  „En is er nog iets over rust?”  ", True),
        ("Wanneer ik thuiskom is het druk.", False),
        ("ja", False),
        ("?", True),
    ],
)
def test_what_ends_on_a_question_mark_is_a_question(typed: str, is_question: bool) -> None:
    assert said(typed).is_question is is_question


def test_lines_are_written_down_changed_and_struck_in_the_round_they_are_of() -> None:
    one = at(triad(), Stage.ROUND, 1).heard(said("Wat voor rust?")).heard(said("Stilte."))
    one = one.heard(Said(text="Stilte!", is_question=False), at=1)
    assert [line.text for line in one.rounds[1].said] == ["Wat voor rust?", "Stilte!"]
    assert one.rounds[0].said == one.rounds[2].said == ()
    assert [line.text for line in one.struck(0).round.said] == ["Stilte!"]


def test_a_question_can_be_meant_by_its_number() -> None:
    one = at(triad(), Stage.ROUND)
    for line in ("Wat voor rust?", "Stilte.", "En nog iets?"):
        one = one.heard(said(line))
    one = at(one, Stage.SPEAKER)
    assert page(one, one.step).recalled == (("1", "Wat voor rust?"), ("2", "En nog iets?"))
    assert meant(one, one.step, " 2 ") == "En nog iets?"
    assert [meant(one, one.step, typed) for typed in ("3", "0", "die over rust", "²", "")] == [
        "3",
        "0",
        "die over rust",
        "²",
        "",
    ]


def test_what_somebody_wished_comes_back_at_the_end() -> None:
    one = at(triad(), Stage.SETUP, person=1).filled_in("wens-2", "rustig, als [b]water[/b]")
    one = at(one, Stage.CLOSING, person=1)
    assert page(one, one.step).recalled == (
        ("En om deze oefening zo te laten gaan, hoe wil jij dan zijn?", "rustig, als [b]water[/b]"),
    )
    assert page(one, at(one, Stage.CLOSING, person=0).step).recalled == ()


# --- hints ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Je deed het heel goed", "goed"),
        ("Mooie vraag", "Mooie"),
        ("Het werd steeds duidelijker", "duidelijker"),
        ("Je zei niets. Dat was jammer.", "jammer"),
    ],
)
def test_a_judgement_in_what_was_seen_is_hinted_at(typed: str, word: str) -> None:
    assert hint_on_evidence(typed) == f"„{word}” is een oordeel; wat zag of hoorde je?"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Je herhaalde het woord rust en wachtte drie tellen.",
        "Ik hoorde je zeggen: „dat was goed”",
        "Ana noemde het mooi",
        "je zei 'prima' twee keer",
        "Je leunde voorover en keek naar Bo's handen.",
        "„",
    ],
)
def test_what_a_camera_sees_and_what_was_said_gets_no_hint(typed: str) -> None:
    assert hint_on_evidence(typed) == ""


@pytest.mark.parametrize("typed", ["Je bent onzeker", "ik dacht: jij bent moe", "Bent u boos", "ben je moe"])
def test_saying_what_the_other_is_gets_a_hint(typed: str) -> None:
    assert "wat maakte jij ervan?" in hint_on_inference(typed)


@pytest.mark.parametrize("typed", ["", "Ik dacht dat je zocht naar een vraag", "ik was blij", "ebben je"])
def test_what_one_made_of_it_oneself_gets_none(typed: str) -> None:
    assert hint_on_inference(typed) == ""


@given(st.text())
def test_a_hint_never_fails(typed: str) -> None:
    hint_on_evidence(typed)
    hint_on_inference(typed)


def test_the_first_two_lines_of_both_parts_of_the_feedback_are_looked_at_and_no_other() -> None:
    one = at(triad(), Stage.FEEDBACK)
    hints = [bool(hint(ask, "goed, je bent er")) for ask in page(one, one.step).asks]
    assert hints == [True, True, False, True, True, False]
    one = at(one, Stage.CLOSING)
    assert not any(hint(ask, "goed, je bent er") for ask in page(one, one.step).asks)


# --- the document ---------------------------------------------------------------------------------


def held() -> Triad:
    """A triad in which something was written down in every part."""
    one = at(triad(), Stage.SETUP, person=0).filled_in("wens-1", "Dan lach ik.")
    one = at(one, Stage.ROUND).in_round(topic="de moestuin").heard(said("En wat voor tuin is dat?"))
    one = one.heard(said("Een # wilde.")).heard(said("En nog iets?"))
    one = (
        at(one, Stage.FEEDBACK)
        .filled_in("werkte-bewijs", "Je wachtte.")
        .filled_in("beter-effect", "Ik bewoog.")
    )
    one = at(one, Stage.SPEAKER).filled_in(OPENED, "1").filled_in("daarna", "Ik zag hem weer.")
    one = at(one, Stage.QUESTIONER).filled_in("merkte", "Wachten helpt.")
    return at(one, Stage.CLOSING, person=2).filled_in("neemt-mee", "Wachten.")


def test_the_document_holds_all_that_was_written_in_the_order_of_the_triad() -> None:
    assert (
        to_markdown(triad_document(held()))
        == """\
# Oefenen in een drietal

- Datum: donderdag 12 maart 2026
- Met: Ana, Bo, Chris
- Oefening: Gewone ronde

## Vooraf

### Ana

- Als deze oefening precies zo gaat als jij graag wilt, wat gebeurt er dan? Dan lach ik.

## Ronde 1: Ana vertelde, Bo vroeg, Chris keek

Het ging over: de moestuin

*De antwoorden zijn in het kort opgeschreven, niet woord voor woord.*

- Vraag: En wat voor tuin is dat?
- Antwoord: Een \\# wilde.
- Vraag: En nog iets?

### Chris keek

- Wat werkte, ik zag of hoorde: Je wachtte.
- Wat nog beter had gewerkt, het effect op mij: Ik bewoog.

### Ana vertelde

- Deze vraag opende iets: En wat voor tuin is dat?
- En wat gebeurde er toen? Ik zag hem weer.

### Bo vroeg

- Wat merkte je? Wachten helpt.

## Afsluiten

### Chris

- Wat neem je mee? Wachten.
"""
    )


def test_a_triad_in_which_nothing_was_written_has_no_more_than_who_and_when() -> None:
    assert triad().is_untouched
    assert not held().is_untouched
    assert triad_document(triad()).blocks == ()


def test_of_four_both_observers_are_named() -> None:
    one = at(triad("Ana", "Bo", "Chris", "Dee", rounds=4), Stage.ROUND, 1).in_round(topic="x", verbatim=True)
    text = to_markdown(triad_document(one))
    assert "## Ronde 2: Bo vertelde, Chris vroeg, Dee en Ana keken" in text
    assert "niet woord voor woord" not in text
