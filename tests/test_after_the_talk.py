"""The screens of the work after a talk: what is typed in them, and what lies on the disk then."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stage import NOON, NOTES, Stage, a_session
from textual.screen import Screen
from textual.widgets import TextArea

from goedgesprek_tui.desk import Desk
from goedgesprek_tui.models import Consent, Note, NoteKind, Session, Topic
from goedgesprek_tui.screens.agreements import AgreementsScreen
from goedgesprek_tui.screens.evaluation import EvaluationScreen
from goedgesprek_tui.screens.facts import FactsScreen
from goedgesprek_tui.screens.labelling import GistScreen, LabelScreen
from goedgesprek_tui.screens.preview import PreviewScreen
from goedgesprek_tui.screens.reflection import ReflectionScreen
from goedgesprek_tui.suggesting import Suggesting
from goedgesprek_tui.talk import Talk

TODAY = NOON.date()
TRIAL = Note(id="p1", number=1, text="Samen koffie.", kind=NoteKind.EXPERIMENT, due=TODAY - timedelta(days=1))


def on(folder: Path, screen: Any, session: Session | None = None) -> Stage:
    def make(talk: Talk, desk: Desk) -> Screen[Any]:
        return screen(talk, desk) if screen is PreviewScreen else screen(talk)

    return Stage(folder, session or a_session(*NOTES, ended=NOON), make)


PETS = (
    Note(id="n1", number=1, text="Ze moest nablijven om haar pet."),
    Note(id="n2", number=2, text="Lekkere koffie!"),
)
GARDEN = (
    Note(id="n1", number=1, text="Pompoenzaadjes in de kruiwagen."),
    Note(id="n2", number=2, text="Die kruiwagen met pompoenzaadjes."),
    Note(id="n3", number=3, text="Lekkere koffie!"),
)


def with_suggestions(folder: Path, notes: tuple[Note, ...], *others: Session) -> Stage:
    """Show the topics with suggestions ready."""

    def make(talk: Talk, desk: Desk) -> Screen[Any]:
        for other in others:
            desk.store.create(other).close()
        suggesting = Suggesting(desk)
        suggesting.read()
        return LabelScreen(talk, suggesting)

    return Stage(folder, a_session(*notes, ended=NOON), make)


# --- the evaluation -----------------------------------------------------------------------------


async def test_counts_words_and_remarks_are_understood_and_stored(tmp_path: Path) -> None:
    app = on(tmp_path, EvaluationScreen)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await app.paste(pilot, "7 2 0")
        assert "ja 7, een beetje 2, nee 0" in app.text()
        await app.keys(pilot, "enter")
        await app.paste(pilot, "fijn, [lacht]", "enter")
        await app.paste(pilot, "Graag vaker.", "enter")
        await app.paste(pilot, "Ook 's avonds.")
        assert "· Graag vaker." in app.text()
        await app.keys(pilot, "escape")
        stored = await app.stored()
    counted, word, remarks = stored.tallies
    assert counted.counts == (("ja", 7), ("een beetje", 2), ("nee", 0))
    assert word.words == ("fijn", "[lacht]")
    assert remarks.remarks == ("Graag vaker.", "Ook 's avonds.")


async def test_answers_of_before_are_there_to_change(tmp_path: Path) -> None:
    app = on(tmp_path, EvaluationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.paste(pilot, "7 2 0", "escape")
        app.push_screen(EvaluationScreen(app.talk))
        await pilot.pause()
        assert "7 2 0" in app.text()
        before = app.session
        await app.keys(pilot, "enter", "enter", "enter")
        assert app.session is before


async def test_undo_in_the_evaluation_leaves_a_line_being_typed_alone(tmp_path: Path) -> None:
    app = on(tmp_path, EvaluationScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.paste(pilot, "7 2 0", "enter")
        await app.paste(pilot, "fijn", "ctrl+z")
        assert "ja 7" not in app.text()
        assert "1 woord" in app.text()
        stored = await app.stored()
    assert [tally.words for tally in stored.tallies] == [("fijn",)]


# --- agreements and experiments -----------------------------------------------------------------


async def test_a_new_experiment_is_stored_field_by_field(tmp_path: Path) -> None:
    app = on(tmp_path, AgreementsScreen)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await app.keys(pilot, "down enter")
        for typed in ("Samen koffie [/b].", "de ouderraad", "er komen nieuwe ouders", "over 3 weken"):
            await app.paste(pilot, typed, "enter")
        assert "Samen koffie [/b]." in app.text()
        assert "proef · de ouderraad · terugkijken op 2 april 2026" in app.text()
        stored = await app.stored()
    note = stored.notes[-1]
    assert (note.text, note.kind, note.number) == ("Samen koffie [/b].", NoteKind.EXPERIMENT, 6)
    assert (note.who, note.sign, note.due) == ("de ouderraad", "er komen nieuwe ouders", date(2026, 4, 2))


async def test_a_day_that_is_none_gets_one_sentence_and_stays_in_its_line(tmp_path: Path) -> None:
    app = on(tmp_path, AgreementsScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "enter")
        await app.paste(pilot, "We bellen.", "enter", "enter")
        await app.paste(pilot, "ooit", "enter", "escape")
        assert "„ooit” is geen dag die ik ken." in app.text()
        assert " ooit\n" in app.text()
        await app.keys(pilot, "escape")
        assert isinstance(app.screen, AgreementsScreen)
        assert app.session.notes[-1].due is None


async def test_nothing_typed_makes_no_agreement(tmp_path: Path) -> None:
    app = on(tmp_path, AgreementsScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "enter", "enter")
        assert isinstance(app.screen, AgreementsScreen)
        assert len(app.session.notes) == 5


async def test_the_outcome_is_asked_when_the_day_has_come(tmp_path: Path) -> None:
    app = on(tmp_path, AgreementsScreen, a_session(TRIAL))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "hoe ging het?" in app.text()
        await app.keys(pilot, "enter")
        await app.paste(pilot, "Ze kwamen.", "escape")
        assert "uitkomst: Ze kwamen." in app.text()
        stored = await app.stored()
    assert stored.notes[0].outcome == "Ze kwamen."
    assert stored.due(TODAY) == ()


async def test_an_agreement_is_erased_after_asking(tmp_path: Path) -> None:
    app = on(tmp_path, AgreementsScreen, a_session(TRIAL))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "delete", "enter")
        assert len(app.session.notes) == 1
        await app.keys(pilot, "delete", "2")
        assert "De proef is voorgoed gewist." in app.text()
        await app.keys(pilot, "delete")
        assert "Kies eerst" in app.text()
        stored = await app.stored()
    assert (stored.notes, stored.erased) == ((), ("p1",))


# --- topics and gists ---------------------------------------------------------------------------


async def test_topics_are_given_note_by_note(tmp_path: Path) -> None:
    app = on(tmp_path, LabelScreen)
    async with app.run_test(size=(80, 40), notifications=True, tooltips=True) as pilot:
        assert "Thema 1 van 2" in app.text()
        assert "„Hij fietst nu zelf naar school.”" in app.text()
        await app.keys(pilot, "1")
        assert "Thema 2 van 2" in app.text()
        await app.paste(pilot, "Wie bel ik", "enter")
        assert app.results == [None]
        stored = await app.stored()
    assert stored.notes[0].topics == ("contact-met-school",)
    assert [topic.name for topic in stored.topics] == ["Wie bel ik"]
    assert stored.notes[4].topics == (stored.topics[0].id,)


async def test_a_note_can_stay_without_a_topic_and_undo_goes_back_to_it(tmp_path: Path) -> None:
    app = on(tmp_path, LabelScreen)
    async with app.run_test(size=(80, 40)) as pilot:
        await app.keys(pilot, "ctrl+z")
        assert "niets om terug te draaien" in app.text()
        await app.paste(pilot, "[lacht]", "enter")
        assert "Nieuw thema" not in app.text()
        await app.keys(pilot, "ctrl+z")
        assert "Thema 1 van 2" in app.text()
        assert (app.session.notes[0].topics, app.session.topics) == ((), ())
        await app.keys(pilot, "pagedown", "pagedown")
        assert app.results == [None]


async def test_what_is_suggested_stands_first_with_its_words_and_is_never_filled_in(tmp_path: Path) -> None:
    app = with_suggestions(tmp_path, PETS)
    async with app.run_test(size=(80, 40), notifications=True, tooltips=True) as pilot:
        rows = app.text().splitlines()
        at = next(n for n, row in enumerate(rows) if "1  Regels in school" in row)
        assert "om: nablijven" in rows[at + 1]
        assert app.text().count("Regels in school") == 1
        assert app.session.notes[0].topics == ()
        await app.keys(pilot, "1")
        assert "Thema 2 van 2" in app.text()
        stored = await app.stored()
    assert [note.topics for note in stored.notes] == [("regels-in-school",), ()]


async def test_what_she_chose_is_learned_at_once_and_unlearned_with_undo(tmp_path: Path) -> None:
    app = with_suggestions(tmp_path, GARDEN)
    async with app.run_test(size=(80, 40), notifications=True, tooltips=True) as pilot:
        assert "om: " not in app.text()
        await app.paste(pilot, "Schooltuin [b]", "enter")
        assert "1  Schooltuin [b]" in app.text()
        assert "om: " in app.text()
        await app.keys(pilot, "1", "ctrl+z", "ctrl+z", "pagedown")
        assert "Thema 2 van 3" in app.text()
        assert "om: " not in app.text()
        assert not any(note.topics for note in app.session.notes)


async def test_a_topic_of_another_conversation_can_be_taken_here(tmp_path: Path) -> None:
    own = Topic(id="t-9", name="Schooltuin")
    before = tuple(note.model_copy(update={"topics": ("t-9",)}) for note in GARDEN)
    other = a_session(*before, topics=(own,)).model_copy(update={"id": "s-0"})
    app = with_suggestions(tmp_path, GARDEN[:1], other)
    async with app.run_test(size=(80, 40), notifications=True, tooltips=True) as pilot:
        assert "1  Schooltuin" in app.text()
        await app.keys(pilot, "1")
        stored = await app.stored()
    assert [topic.name for topic in stored.topics] == ["Schooltuin"]
    assert stored.notes[0].topics == (stored.topics[0].id,)


async def test_gists_are_asked_for_the_quotes_that_are_held_back(tmp_path: Path) -> None:
    app = on(tmp_path, GistScreen)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        assert "Kern 1 van 2" in app.text()
        await app.paste(pilot, "gaat zelf naar school", "pagedown")
        assert "als het [lacht] mis is.”" in app.text()
        await app.paste(pilot, "half", "ctrl+z")
        assert "Kern 1 van 2" in app.text()
        await app.keys(pilot, "escape")
        stored = await app.stored()
    assert [note.gist for note in stored.notes[:2]] == ["", "half"]


# --- the facts and the reflection ---------------------------------------------------------------


async def test_facts_are_stored_when_a_line_is_left(tmp_path: Path) -> None:
    app = on(tmp_path, FactsScreen, a_session(group="koffie"))
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await app.keys(pilot, "down down enter")
        for typed in ("De Linde", "Oost", " dinsdag", "9", "3"):
            await app.paste(pilot, typed, "enter")
        await app.keys(pilot, "up enter")
        assert app.results == [None]
        stored = await app.stored()
    assert (stored.place_kind, stored.place, stored.area) == ("buurthuis", "De Linde", "Oost")
    assert (stored.group, stored.parents, stored.first_time) == ("koffie dinsdag", 9, 3)
    assert stored.consent is Consent.VERBATIM


async def test_looking_at_the_facts_changes_nothing(tmp_path: Path) -> None:
    app = on(tmp_path, FactsScreen)
    before = app.opened.session
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, "enter", "tab", "tab", "escape")
        assert app.session == before


async def test_a_number_that_is_none_is_said_once(tmp_path: Path) -> None:
    app = on(tmp_path, FactsScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.keys(pilot, *["tab"] * 4)
        await app.paste(pilot, "een stuk of tien", "enter")
        assert "is geen aantal" in app.text()
        await app.keys(pilot, "escape", "escape")
        assert app.results == [None]
        assert app.session.parents is None


async def test_both_texts_of_the_reflection_are_stored_as_one_act(tmp_path: Path) -> None:
    app = on(tmp_path, ReflectionScreen, a_session(*NOTES, left_over=("gym",)))
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await app.paste(pilot, "Stil [lacht].\n\x1b[31mLang.", "tab")
        app.screen.query_one("#left-over", TextArea).text = "gym\n\n  de bus [/b] "
        await app.keys(pilot, "escape")
        stored = await app.stored()
        before = app.talk.conversation.undo()[0].session
        assert (before.reflection, before.left_over) == ("", ("gym",))
    assert stored.reflection == "Stil [lacht].\nLang."
    assert stored.left_over == ("gym", "de bus [/b]")


async def test_a_reflection_is_on_the_disk_when_the_program_ends(tmp_path: Path) -> None:
    app = on(tmp_path, ReflectionScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.paste(pilot, "Half geschr")
        stored = await app.stored()
    assert stored.reflection == "Half geschr"


# --- the preview --------------------------------------------------------------------------------


async def test_the_summary_shows_words_as_they_were_said(tmp_path: Path) -> None:
    texts = ["[lacht] ja", "dat [/b] *niet* <b>zo</b>", "# kop", "[x](http://a.nl)"]
    notes = [
        Note(id=f"n{at}", number=at, text=text, consent=Consent.VERBATIM) for at, text in enumerate(texts, 1)
    ]
    app = on(tmp_path, PreviewScreen, a_session(*notes, ended=NOON))
    async with app.run_test(size=(80, 40), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        assert [text for text in texts if f'"{text}"' not in app.text()] == []
        assert "4 notities zonder thema" in app.text()


async def test_the_summary_is_saved_in_another_format_with_a_warning(tmp_path: Path) -> None:
    app = on(tmp_path, PreviewScreen)
    async with app.run_test(size=(160, 40)) as pilot:
        await app.keys(pilot, "f")
        assert "ook wat niet mee mag" in app.text()
        await app.paste(pilot, "jsonl", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Opgeslagen, met 5 notities:" in app.text()
        assert "volledige kopie" in app.text()
    assert len((tmp_path / "uitvoer" / "2026-03-12-kort-gesprek.jsonl").read_text("utf-8").splitlines()) == 5
