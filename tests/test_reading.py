from conftest import NOON, TOPICS
from stage import NOTES, a_session

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.models import Consent, Note
from goedgesprek_tui.reading import Answers, about, answers, as_one_act, closing, for_the_rest, to_read

YES, GIST, NO = Consent.VERBATIM, Consent.GIST, Consent.NO


def with_answers(*given: Consent | None) -> Conversation:
    notes = (
        Note(id=f"n{at}", number=at, text=f"Zin {at}.", consent=consent)
        for at, consent in enumerate(given, start=1)
    )
    return Conversation(a_session(*notes))


def test_remarks_of_the_ambassador_and_removed_notes_are_not_read_back() -> None:
    gone = Note(id="n6", number=6, text="Weg.", removed=True)
    read = to_read(a_session(*NOTES, gone))
    assert [note.number for note in read] == [1, 2, 3, 5]


def test_only_answers_that_were_given_count() -> None:
    session = with_answers(YES, YES, GIST, NO, None, None, None).session
    assert answers(session) == Answers(yes=2, gist=1, no=1, waiting=3)


def test_a_no_counts_on_after_its_note_was_erased() -> None:
    ended = with_answers(YES, NO, None).end(NOON)
    assert answers(ended.session) == Answers(yes=1, gist=0, no=1, waiting=1)


def test_the_rest_gets_one_answer_and_undo_takes_it_back_in_one_go() -> None:
    before = with_answers(YES, None, NO, *[None] * 60)
    after = for_the_rest(before, GIST)
    assert answers(after.session) == Answers(yes=1, gist=61, no=1, waiting=0)
    back, label = after.undo()
    assert (back.session, label) == (before.session, "de toestemming van de rest")


def test_acts_that_changed_nothing_are_no_act() -> None:
    before = with_answers(YES)
    assert as_one_act(before, before, "niets") is before
    assert for_the_rest(before, GIST).past == ()


def test_with_a_note_stands_what_it_is_and_who_chose_what_may_be_used() -> None:
    quote, wish = NOTES[1].model_copy(update={"topics": ("mbo",)}), NOTES[2]
    session = a_session(quote, wish)
    usual = "afgesproken: alleen de kern"
    assert about(session, quote, TOPICS) == ["Mbo", f"{usual}, maar die is nog niet geschreven"]
    assert about(session, wish, TOPICS) == ["wens", usual]
    chosen = quote.model_copy(update={"consent": YES, "gist": "hoort het pas laat", "topics": ()})
    assert about(session, chosen, TOPICS) == ["kern: hoort het pas laat", "gekozen: letterlijk"]


def test_the_closing_says_what_holds_for_notes_without_an_answer() -> None:
    assert closing(with_answers(YES, NO).session) == ["1 letterlijk, 0 alleen de kern, 1 nee."]
    without = "1 zonder antwoord; daarvoor geldt wat is afgesproken: alleen de kern."
    assert closing(with_answers(YES, None).session)[1] == without
