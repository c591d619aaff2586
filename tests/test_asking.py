import pytest
from conftest import NOON, QUESTIONS

from goedgesprek_tui.asking import all_on, every, offer, question_of, sound_of, suited
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.line import Line
from goedgesprek_tui.models import NoteKind, Phase, ProKind, Question, Script, ScriptKind, Session

INWARD = {"waar", "zoals_wat", "waar_vandaan"}


def made(talk: Conversation) -> list[str]:
    """Return the ids of what is offered, in order."""
    offered = offer(talk, QUESTIONS)
    return [one.id for one in offered.follow_ups] if offered else []


def texts(talk: Conversation) -> list[str]:
    offered = offer(talk, QUESTIONS)
    return [one.text for one in offered.follow_ups] if offered else []


def on(said: str, *own: str, kind: ScriptKind = ScriptKind.GROUP, address: str = "je") -> Conversation:
    """Return a talk in which this was said under a question that has these follow-ups of its own."""
    question = Question(text="Wat houdt je bezig?", follow_ups=own)
    phase = Phase(title="Wat leeft er", minutes=10, questions=(question,))
    script = Script.model_validate(
        {"id": "k", "name": "Kort", "minutes": 10, "kind": kind, "address": address, "phases": (phase,)}
    )
    return Conversation(Session(id="s", started=NOON, script=script)).add("n-1", Line(said))


def ask(talk: Conversation, number: int = 1) -> Conversation:
    offered = offer(talk, QUESTIONS)
    assert offered
    one = offered.follow_ups[number - 1]
    return talk.ask(offered.note, one.id, one.text, one.words)


def test_before_a_note_there_is_nothing_to_ask(talk: Conversation) -> None:
    assert offer(talk, QUESTIONS) is None


@pytest.mark.parametrize(
    ("said", "kind", "first"),
    [
        ("Er is elke avond gedoe over het huiswerk", ProKind.P, "wat_graag"),
        ("Ik wil dat dat gedoe ophoudt", ProKind.R, "wat_dan"),
        ("Ik wil dat we samen aan tafel zitten", ProKind.O, "wat_voor"),
        ("Mijn dochter zit in groep vier", ProKind.OTHER, "nog_iets"),
    ],
)
def test_the_questions_come_in_the_order_of_the_model(said: str, kind: ProKind, first: str) -> None:
    offered = offer(on(said), QUESTIONS)
    assert offered
    assert offered.pro.kind is kind
    assert offered.follow_ups[0].id == first
    assert len(offered.follow_ups) >= 3


def test_another_kind_gives_other_questions_first_and_stays_with_the_note() -> None:
    talk = on("Mijn dochter zit in groep vier")
    talk = talk.change(talk.note(1), "klank", sounds=ProKind.P)
    assert made(talk)[0] == "wat_graag"
    assert made(talk.choose(talk.note(1), "groep vier"))[0] == "wat_graag"
    assert made(talk.undo()[0])[0] == "nog_iets"


def test_a_note_that_was_written_down_as_a_wish_is_taken_as_one() -> None:
    assert sound_of(on("Een fietsenrek dat droog blijft").note(1)).kind is not ProKind.O
    talk = on("x").add("n-2", Line("Een fietsenrek dat droog blijft", NoteKind.WISH))
    assert sound_of(talk.note(2)).kind is ProKind.O


def test_a_clause_is_taken_where_a_clause_belongs_and_a_noun_where_a_noun_does() -> None:
    assert texts(on("Er is elke avond gedoe over het huiswerk"))[:1] == [
        "En wanneer er elke avond gedoe over het huiswerk is, wat zou je graag willen dat er gebeurt?"
    ]
    assert "En wat voor gedoe is dat?" in texts(on("Er is elke avond gedoe over het huiswerk"))


def test_of_a_wish_it_is_asked_what_is_needed_for_what_is_wished() -> None:
    talk = on("Ik wil dat we samen aan tafel zitten")
    assert "En wat moet er gebeuren zodat jullie samen aan tafel zitten?" in texts(talk)


def test_what_the_script_asks_here_is_always_there() -> None:
    own = "En wat gebeurt er net voor {X}?"
    talk = on("Er is elke avond gedoe", own)
    assert "net_ervoor" in made(talk)
    assert "waar" in made(on("Er is een inloopuur", "En waar is {X}?"))


def test_in_a_group_only_questions_that_suit_a_group_and_in_practice_all() -> None:
    group, practice = on("Gedoe"), on("Gedoe", kind=ScriptKind.PRACTICE)
    assert INWARD.isdisjoint(question.id for question in suited(QUESTIONS, group.session))
    assert {question.id for question in suited(QUESTIONS, practice.session)} >= INWARD


def test_on_two_stretches_the_questions_of_relation_come_too() -> None:
    talk = on("Er is haast en er is ruzie")
    both = texts(talk.choose(talk.note(1), "haast", "ruzie"))
    assert both[0] == "En is er een relatie tussen die haast en die ruzie?"
    assert both[1].endswith("met die ruzie?")
    assert "relatie" not in made(talk.choose(talk.note(1), "haast"))


def test_what_one_would_like_is_not_asked_twice_in_a_row() -> None:
    talk = ask(on("Er is elke avond gedoe"))
    assert talk.session.asked[0].question == "wat_graag"
    assert made(talk.add("n-2", Line("Het is altijd hommeles")))[0] != "wat_graag"


def test_a_script_with_u_asks_with_u() -> None:
    assert texts(on("Ik schaam me voor mijn huis", address="u"))[0] == (
        "En wanneer u zich voor uw huis schaamt, wat zou u graag willen dat er gebeurt?"
    )


@pytest.mark.parametrize("said", ["Mijn man slaat mij", "Ik wil er liever niks over zeggen"])
def test_where_danger_or_a_refusal_is_heard_nothing_is_asked_in_any_way(said: str) -> None:
    talk = on(said)
    chosen = talk.choose(talk.note(1), said.split()[-1])
    for one in (talk, chosen):
        offered = offer(one, QUESTIONS)
        assert offered
        assert offered.instead
        assert offered.follow_ups == ()
        assert every(one, QUESTIONS) == ()
    assert all_on(said, said.split()[-1], QUESTIONS) == ()


def test_what_is_needed_is_only_asked_for_a_wish() -> None:
    ids = {one.id for one in every(on("Nu zijn ze te streng"), QUESTIONS)}
    assert ids.isdisjoint({"wat_nodig", "kan_het"})
    assert {one.id for one in every(on("Ik wil dat we samen eten"), QUESTIONS)} >= {"wat_nodig", "kan_het"}


def test_where_no_clause_can_be_turned_sequence_and_wish_are_asked_without_words() -> None:
    assert "En wat zou je graag willen dat er gebeurt?" in texts(on("Altijd dat gedoe met die gymspullen"))


def test_what_was_asked_keeps_its_place_in_the_list() -> None:
    talk = on("Er is elke avond gedoe")
    assert texts(ask(talk)) == texts(talk)


def test_questions_of_a_script_that_are_no_others_are_asked_too() -> None:
    assert "En hoe klinkt dat gedoe?" in texts(on("Er is elke avond gedoe", "En hoe klinkt {X}?")) or (
        "En hoe klinkt gedoe?" in texts(on("Er is elke avond gedoe", "En hoe klinkt {X}?"))
    )


def test_a_question_of_a_new_kind_comes_last_and_breaks_nothing() -> None:
    strange = QUESTIONS[0].model_copy(update={"id": "hoe_groot", "forms": ("En hoe groot is {X}?",)})
    assert every(on("Er is elke avond gedoe"), (*QUESTIONS, strange))[-1].id == "hoe_groot"


def test_chosen_words_stay_chosen_when_the_note_gets_a_theme_and_go_with_the_words() -> None:
    talk = on("Er is elke avond gedoe").add("n-2", Line("Het is hier fijn"))
    talk = talk.choose(talk.note(1), "gedoe").relabel(talk.note(1), "mbo")
    offered = offer(talk, QUESTIONS)
    assert offered
    assert offered.words == "gedoe"
    assert talk.change(talk.note(1), "zin", text="Er is elke avond ruzie").chosen is None


def test_early_solutions_are_not_asked_on(talk: Conversation) -> None:
    assert offer(talk.add("o", Line("Een groepsapp", NoteKind.SOLUTION)), QUESTIONS) is None
    both = talk.add("n", Line("Er is gedoe")).add("o", Line("Een groepsapp", NoteKind.SOLUTION))
    offered = offer(both, QUESTIONS)
    assert offered
    assert offered.note.text == "Er is gedoe"


def test_all_that_can_be_asked_on_words() -> None:
    said = "Er is zoveel druk op die kinderen"
    assert {one.id for one in all_on(said, "druk", QUESTIONS)} == {
        question.id for question in QUESTIONS if question.id != "relatie"
    } - {"wat_gebeurt_met"}
    both = {one.id for one in all_on(said, "druk / die kinderen", QUESTIONS)}
    assert {"relatie", "wat_gebeurt_met"} <= both


def test_a_question_that_was_adapted_keeps_its_id() -> None:
    offered = offer(on("Er is zoveel druk op die kinderen"), QUESTIONS)
    assert offered
    adapted = question_of("En wat voor druk is die druk?", offered.follow_ups)
    assert (adapted.id, adapted.words) == ("wat_voor", "druk")
    own = question_of("Hoe laat gaat de bus?", offered.follow_ups)
    assert (own.id, own.words) == ("", "")
