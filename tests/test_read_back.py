from pathlib import Path

import pytest
from stage import NOON, NOTES, Stage, a_session

from goedgesprek_tui.models import Consent, Note, Session
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.read_back import ReadBackScreen


def reading(folder: Path, session: Session) -> Stage:
    return Stage(folder, session, lambda talk, desk: ReadBackScreen(talk))


@pytest.fixture
def app(tmp_path: Path) -> Stage:
    return reading(tmp_path, a_session(*NOTES))


def consents(session: Session) -> dict[int, Consent | None]:
    return {note.number: note.consent for note in session.notes}


async def test_a_note_is_shown_whole_with_what_was_agreed(app: Stage) -> None:
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await app.keys(pilot, "pagedown")
        assert "„Ik hoor pas iets als het [lacht] mis is.”" in app.text()
        assert "Contact met school" in app.text()
        assert "Teruglezen · 2 van 4" in app.text()
        assert "0 ja   0 kern   0 nee   4 te gaan" in app.text()
        await app.keys(pilot, "pagedown")
        assert "Meer gym op vrijdag [/b]." in app.text()
        assert "wens" in app.text()


async def test_answers_go_to_the_disk_and_the_next_note_comes(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "j k")
        await app.paste(pilot, "pas laat contact", "enter", "k N")
        assert "Alles is voorgelezen." in app.text()
        assert "1 letterlijk, 2 alleen de kern, 1 nee." in app.text()
        stored = await app.stored()
    assert consents(stored) == {1: "letterlijk", 2: "kern", 3: "kern", 4: None, 5: "nee"}
    assert stored.notes[1].gist == "pas laat contact"
    assert stored.notes[2].gist == ""


async def test_a_no_takes_the_note_out_of_sight_and_undo_brings_it_back(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "pagedown n")
        assert "[lacht]" not in app.text()
        await app.keys(pilot, "pageup")
        assert "Hij fietst nu zelf" in app.text()
        await app.keys(pilot, "ctrl+z")
        assert "[lacht]" in app.text()
        assert consents(app.session)[2] is None


async def test_undo_takes_back_only_what_was_done_on_this_screen(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.talk.change(app.talk.conversation.facts(reflection="Het was stil."))
        await app.keys(pilot, "j ctrl+z ctrl+z")
        assert app.session.reflection == "Het was stil."
        assert "niets om terug te draaien" in app.text()
        assert "Teruglezen · 1 van 4" in app.text()


async def test_going_on_without_an_answer_changes_nothing(app: Stage) -> None:
    before = app.opened.session
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "enter pagedown pageup enter enter enter enter")
        assert app.session == before
        assert app.results == [None]


async def test_it_begins_at_the_first_note_without_an_answer(tmp_path: Path) -> None:
    done = NOTES[0].model_copy(update={"consent": Consent.VERBATIM})
    app = reading(tmp_path, a_session(done, *NOTES[1:]))
    async with app.run_test(size=(80, 24)):
        assert "Teruglezen · 2 van 4" in app.text()


async def test_without_a_gist_the_quote_stays_out_and_escape_changes_nothing(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "k")
        assert isinstance(app.screen, AskScreen)
        await app.keys(pilot, "escape")
        assert consents(app.session)[1] is None
        await app.keys(pilot, "k", "enter")
        assert consents(app.session)[1] is Consent.GIST
        await app.keys(pilot, "pageup")
        assert "die is nog niet geschreven" in app.text()


async def test_the_rest_gets_one_answer_after_asking_which(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "j a", "escape")
        assert list(consents(app.session).values()).count(None) == 4
        await app.keys(pilot, "a", "down enter")
        assert consents(app.session) == {1: "letterlijk", 2: "kern", 3: "kern", 4: None, 5: "kern"}
        await app.keys(pilot, "pageup ctrl+z")
        assert consents(app.session)[5] is None


async def test_the_words_can_be_changed(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "w", "backspace")
        await app.paste(pilot, ", alleen.", "enter")
        assert "naar school, alleen.”" in app.text()
        stored = await app.stored()
    assert stored.notes[0].text == "Hij fietst nu zelf naar school, alleen."


async def test_nothing_is_written_while_off_the_record(app: Stage) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.talk.change(app.talk.conversation.toggle_off_record())
        await app.keys(pilot, "w")
        assert isinstance(app.screen, ReadBackScreen)
        assert "niets vastgelegd" in app.text()


async def test_erasing_asks_first_and_leaves_no_word_on_the_disk(app: Stage, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "v", "enter")
        assert len(app.session.notes) == 5
        await app.keys(pilot, "v", "down enter")
        stored = await app.stored()
    assert [note.number for note in stored.notes] == [2, 3, 4, 5]
    assert not [file for file in tmp_path.glob("*") if b"fietst" in file.read_bytes()]


async def test_after_the_end_a_no_asks_first_and_erases_at_once(tmp_path: Path) -> None:
    app = reading(tmp_path, a_session(*NOTES, ended=NOON))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "n")
        assert isinstance(app.screen, PickScreen)
        await app.keys(pilot, "escape")
        assert len(app.session.notes) == 5
        await app.keys(pilot, "n", "2")
        assert "0 ja   0 kern   1 nee   3 te gaan" in app.text()
        assert "[lacht]" in app.text()
        stored = await app.stored()
    assert (stored.withheld, stored.erased) == (1, ("n1",))


async def test_without_notes_one_sentence_says_so(tmp_path: Path) -> None:
    app = reading(tmp_path, a_session(NOTES[3]))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Er zijn geen zinnen om voor te lezen." in app.text()
        await app.keys(pilot, "j k n w v a ctrl+z pageup enter")
        assert app.results == [None]


async def test_a_long_note_can_be_read_to_its_end(tmp_path: Path) -> None:
    long = Note(id="n1", number=1, text="Dat duurde en duurde maar. " * 60 + "Einde.")
    app = reading(tmp_path, a_session(long))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "het gaat nog verder" in app.text()
        assert "Einde." not in app.text()
        await app.keys(pilot, "down " * 12)
        assert "Einde." in app.text()
        assert "het gaat nog verder" not in app.text()
