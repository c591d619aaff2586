import pytest
from conftest import NOON, QUESTIONS

from goedgesprek_tui.asking import all_on, offer, question_of, suited
from goedgesprek_tui.clean.pro import ProKind
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.line import Line
from goedgesprek_tui.models import NoteKind, Phase, Question, Script, ScriptKind, Session

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


def test_another_kind_gives_other_questions_first() -> None:
    talk = on("Mijn dochter zit in groep vier")
    assert made(talk.overrule(talk.note(1), ProKind.P))[0] == "wat_graag"
    chosen = talk.overrule(talk.note(1), ProKind.P).choose(talk.note(1), "groep vier")
    assert made(chosen)[0] == "wat_graag"


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
    assert "En is er een relatie tussen die haast en die ruzie?" in both
    assert "relatie" not in made(talk.choose(talk.note(1), "haast"))


def test_what_one_would_like_is_not_asked_twice_in_a_row() -> None:
    talk = ask(on("Er is elke avond gedoe"))
    assert talk.session.asked[0].question == "wat_graag"
    assert made(talk.add("n-2", Line("Het is altijd hommeles")))[0] != "wat_graag"


def test_a_script_with_u_asks_with_u() -> None:
    assert texts(on("Ik schaam me voor mijn huis", address="u"))[0] == (
        "En wanneer u zich voor uw huis schaamt, wat zou u graag willen dat er gebeurt?"
    )


def test_where_danger_is_heard_nothing_is_asked_but_her_own_choice() -> None:
    talk = on("Mijn man slaat mij")
    offered = offer(talk, QUESTIONS)
    assert offered
    assert (offered.harm, offered.follow_ups) == ("slaat", ())
    assert texts(talk.choose(talk.note(1), "Mijn man"))


def test_early_solutions_are_not_asked_on(talk: Conversation) -> None:
    assert offer(talk.add("o", Line("Een groepsapp", NoteKind.SOLUTION)), QUESTIONS) is None


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
    adapted = question_of("En wat voor druk is die druk?", offered.words, offered.follow_ups)
    assert (adapted.id, adapted.words) == ("wat_voor", "druk")
    own = question_of("Hoe laat gaat de bus?", offered.words, offered.follow_ups)
    assert own.id == ""
