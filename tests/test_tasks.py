from datetime import date

from conftest import NOON
from stage import NOTES, a_session

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Consent, Note, NoteKind, Session, Tally
from goedgesprek_tui.tasks import Do, held_back_said, tasks, unlabelled

TODAY = NOON.date()


def details(session: Session) -> dict[Do, str]:
    return {task.do: task.detail for task in tasks(session, TODAY)}


def test_without_notes_every_task_says_so() -> None:
    said = details(a_session())
    assert said[Do.READ_BACK] == "er zijn geen zinnen om voor te lezen"
    assert said[Do.EVALUATION] == "nog niets genoteerd"
    assert said[Do.AGREEMENTS] == "nog geen afspraken of proeven"
    assert said[Do.TOPICS] == "er zijn geen citaten of signalen"
    assert said[Do.FACTS] == "nog niets ingevuld"
    assert said[Do.REFLECTION] == ""
    assert Do.GISTS not in said


def test_tasks_say_how_they_stand() -> None:
    tallies = (
        Tally(question="Kom je weer?", counts=(("ja", 7), ("een beetje", 2))),
        Tally(question="In één woord?", words=("fijn", "kort")),
        Tally(question="Opmerkingen", remarks=("Graag vaker.",)),
    )
    agreed = (
        Note(id="a", number=6, text="We bellen de school.", kind=NoteKind.AGREEMENT, due=date(2026, 3, 1)),
        Note(id="b", number=7, text="Samen koffie.", kind=NoteKind.EXPERIMENT),
    )
    facts = {"place_kind": "ouderkamer", "place": "De Linde", "group": "koffie", "parents": 1}
    left = {"left_over": ("gym",), "reflection": "Stil."}
    said = details(a_session(*NOTES, *agreed, tallies=tallies, **facts, **left))
    assert said[Do.READ_BACK] == "6 zinnen, nog niets voorgelezen"
    assert said[Do.EVALUATION] == "ja 7, een beetje 2; 2 woorden; 1 opmerking"
    assert said[Do.AGREEMENTS] == "1 afspraak, 1 proef, op 1 daarvan kun je nu terugkijken"
    assert said[Do.TOPICS] == "2 notities zonder thema"
    assert said[Do.GISTS] == "2 citaten hebben nog geen kern en blijven uit het verslag"
    assert said[Do.FACTS] == "ouderkamer De Linde · koffie · 1 ouder"
    assert said[Do.REFLECTION] == "1 punt voor een volgende keer, wat jou opviel is bewaard"


def test_what_is_done_says_so_too() -> None:
    read = NOTES[1].model_copy(update={"consent": Consent.VERBATIM})
    some = details(a_session(read, NOTES[2]))
    assert some[Do.READ_BACK] == "1 van 2 zinnen is nog niet voorgelezen"
    session = a_session(read)
    said = details(session)
    assert said[Do.READ_BACK] == "alles is voorgelezen: 1 ja, 0 kern, 0 nee"
    assert said[Do.TOPICS] == "alle citaten en signalen hebben een thema"
    assert held_back_said(session) == ""


def test_the_order_is_always_the_same() -> None:
    order = [task.do for task in tasks(a_session(*NOTES), TODAY)]
    assert order == sorted(order)
    assert set(Do) == set(order)


def test_a_note_with_a_no_needs_no_topic() -> None:
    talk = Conversation(a_session(*NOTES))
    assert [note.number for note in unlabelled(talk.consent(NOTES[0], Consent.NO).session)] == [5]
