"""What stays of a conversation after some weeks, and where its notes had already gone."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import NOON, TOPICS, Clock, at_screen, until
from program import kept, run, run_here
from stage import a_session
from test_walk import home
from textual.widgets import Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import open_desk
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.exporting import export, remember
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.formats import BACKUPS, BOOKS, EXPORTS, summary_text
from goedgesprek_tui.line import Line
from goedgesprek_tui.models import Consent, Exported, Note, NoteKind, Problem, Session, Topic
from goedgesprek_tui.retention import kept_only, raw_ones, said, what_stays
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.sessions import SessionsScreen
from goedgesprek_tui.settings import load_settings
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.withdrawal import already_in, notes_in

NOTES = (
    Note(id="letterlijk", number=1, text="Hij durft weer.", consent=Consent.VERBATIM),
    Note(id="kern", number=2, text="Bij Karima thuis is het vol.", gist="Thuis is weinig plek."),
    Note(id="kaal", number=3, text="Mijn buurvrouw schreeuwt."),
    Note(id="nee", number=4, text="Vertel dit niet.", consent=Consent.NO),
    Note(id="eigen", number=5, text="Let op moeder links.", kind=NoteKind.REMARK),
    Note(id="signaal", number=6, text="Ouders willen eerder bellen.", kind=NoteKind.SIGNAL),
    Note(id="weg", number=7, text="Teruggedraaid.", removed=True),
    Note(id="afspraak", number=8, text="We bellen in mei.", kind=NoteKind.AGREEMENT, due=date(2026, 5, 1)),
)
TODAY = NOON.date()


def old_session(**changes: object) -> Session:
    known = {"problem": Problem(text="Thuis te druk.", versions=("Karima is druk.",)), "draft": "half"}
    return a_session(*NOTES, **{**known, **changes})


def all_words(session: Session) -> str:
    return session.model_dump_json()


def test_a_topic_of_her_own_that_no_note_has_goes_with_the_raw_notes() -> None:
    said = NOTES[0].model_copy(update={"topics": ("hek",)})
    raw = NOTES[2].model_copy(update={"topics": ("straat",)})
    names = {"hek": "Bij het hek", "straat": "De buurvrouw", "mee": "Van een ander gesprek"}
    topics = tuple(Topic(id=id, name=name) for id, name in names.items())
    after = kept_only(a_session(said, raw, topics=topics, ended=NOON), NOON)
    assert [topic.id for topic in after.topics] == ["hek"]


def test_what_was_consented_to_stays_and_the_rest_leaves_no_word() -> None:
    after = kept_only(old_session(ended=NOON), NOON)
    assert [(note.id, note.text) for note in after.notes] == [
        ("letterlijk", "Hij durft weer."),
        ("kern", "Thuis is weinig plek."),
        ("signaal", "Ouders willen eerder bellen."),
        ("afspraak", "We bellen in mei."),
    ]
    for gone in ("Karima", "buurvrouw", "Vertel", "links", "Teruggedraaid", "half"):
        assert gone not in all_words(after)
    assert {"kaal", "nee", "eigen", "weg"} <= set(after.erased)
    assert after.problem.text == "Thuis te druk."


def test_the_summary_is_the_same_before_and_after() -> None:
    session = old_session(ended=NOON)
    assert [one.text for one in told(session)] == [one.text for one in told(kept_only(session, NOON))]


def written(session: Session) -> str:
    return b"".join(EXPORTS["md"].write([session], TOPICS)).decode()


def test_a_gist_that_nobody_reads_and_her_own_reflection_go_too() -> None:
    quote, signal = (
        NOTES[0].model_copy(update={"gist": "Het gaat beter."}),
        NOTES[5].model_copy(update={"number": 2, "gist": "Karima belt.", "consent": Consent.VERBATIM}),
    )
    session = a_session(quote, signal, ended=NOON, reflection="Karima was moe.")
    after = kept_only(session, NOON)
    assert "Karima" not in all_words(after)
    assert what_stays(session) == "2 notities blijven, je eigen terugblik gaat ook weg"
    assert summary_text(after, TOPICS) == summary_text(session, TOPICS)
    assert "Het gaat beter." in summary_text(after, TOPICS)


def test_words_of_a_note_that_went_also_leave_the_questions_asked_on_it() -> None:
    talk = Conversation(old_session(notes=(), last_number=0)).add("a", Line("Mijn buurvrouw schreeuwt."))
    talk = talk.ask(talk.note(1), "wat_voor", "En wat voor buurvrouw is dat?", "buurvrouw")
    assert "buurvrouw" not in all_words(kept_only(talk.session, NOON))


def test_a_question_in_words_that_became_a_gist_also_leaves_the_answer_that_stays() -> None:
    talk = Conversation(old_session(notes=(), last_number=0)).add("a", Line("Mijn buurvrouw schreeuwt."))
    talk = talk.ask(talk.note(1), "wat_voor", "En wat voor buurvrouw is dat?", "buurvrouw")
    talk = talk.add("b", Line("Een boze."))
    talk = talk.change(talk.note(1), "kern", gist="Thuis is er lawaai.", consent=Consent.GIST)
    talk = talk.change(talk.note(2), "ja", gist="Boos.", consent=Consent.VERBATIM)
    after = kept_only(talk.session, NOON)
    assert [note.text for note in after.notes] == ["Thuis is er lawaai.", "Een boze."]
    assert "buurvrouw" not in all_words(after)


@pytest.mark.parametrize(("weeks_ago", "days"), [(0, None), (1, None), (2, 14), (3, 7), (4, 0), (30, -182)])
def test_tidying_is_proposed_from_two_weeks_before_the_term(weeks_ago: int, days: int | None) -> None:
    session = old_session(started=NOON - timedelta(weeks=weeks_ago))
    assert [one.days for one in raw_ones([session], TODAY)] == ([] if days is None else [days])


def test_the_term_is_that_of_the_session_and_once_tidied_it_is_over() -> None:
    session = old_session(started=NOON - timedelta(weeks=5), keep_weeks=8)
    assert raw_ones([session], TODAY) == []
    late = session.model_copy(update={"keep_weeks": 4})
    assert [one.is_due for one in raw_ones([late], TODAY)] == [True]
    assert raw_ones([kept_only(late, NOON)], TODAY) == []


def test_time_that_is_over_weighs_more_than_time_that_is_left() -> None:
    due, soon = (old_session(started=NOON - timedelta(weeks=weeks)) for weeks in (5, 3))
    assert said(raw_ones([soon], TODAY))[0] == "Ruwe notities straks opruimen"
    assert "nog 7 dagen" in said(raw_ones([soon], TODAY))[2]
    assert said(raw_ones([due, soon], TODAY))[0] == "Ruwe notities opruimen"
    assert "het is tijd voor 1 gesprek" in said(raw_ones([due, soon], TODAY))[2]


def test_what_stays_is_counted() -> None:
    assert what_stays(old_session()) == (
        "4 notities blijven, van 1 alleen de kern, 4 notities gaan voorgoed weg"
    )


async def test_nothing_goes_without_a_yes_and_then_every_copy_loses_the_words(
    folder: Path, clock: Clock
) -> None:
    store = Store(folder)
    with store.create(old_session(ended=NOON, started=NOON - timedelta(weeks=5))) as opened:
        opened.rewrite()
    app = GoedGesprek(folder, now=lambda: NOON, monotonic=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        choices = await home(pilot, labels=5)
        assert choices.rows[3].label == "Ruwe notities opruimen"
        for answer in ("1", "2"):
            choices.highlighted = 3
            await pilot.press("enter")
            await at_screen(pilot, PickScreen)
            await pilot.press("1")
            await until(pilot, lambda: "voorgoed weg" in pilot.app.screen.heading)  # type: ignore[attr-defined]
            await pilot.press(answer)
            if answer == "1":
                await until(pilot, lambda: "Van welk gesprek" in getattr(pilot.app.screen, "heading", ""))
                assert len(store.load("s-1").notes) == len(NOTES)
                await pilot.press("escape")
                await home(pilot, labels=5)
        await home(pilot, labels=4)
        notice = str(pilot.app.screen.query_one("#notice", Static).content)
        assert notice == "Opgeruimd: 1 gesprek."
    assert [note.id for note in store.load("s-1").notes] == ["letterlijk", "kern", "signaal", "afspraak"]
    assert not any(b"Karima" in file.read_bytes() for file in folder.iterdir() if file.is_file())


# --- settings ---------------------------------------------------------------------------------


def test_the_term_can_be_set_for_a_folder(folder: Path) -> None:
    assert load_settings(folder).bewaarweken == 4
    (folder / "instellingen.toml").write_text("bewaarweken = 8\n")
    ran = run_here("plat", "kort", "--map", folder, typed="een\n/stop\n")
    assert ran.status == 0
    (session,) = (one.session for one in Store(folder).listed())
    assert session
    assert session.keep_weeks == 8


@pytest.mark.parametrize(
    "text", ["bewaarweken = 0", "bewaarweken = 'lang'", "bewaarweek = 3", "bewaarweken ="]
)
def test_settings_that_cannot_be_used_are_told_with_how_they_can(folder: Path, text: str) -> None:
    (folder / "instellingen.toml").write_text(text)
    with pytest.raises(UserError, match="bewaarweken = 4"):
        load_settings(folder)


# --- where notes have gone --------------------------------------------------------------------


def test_an_export_keeps_which_notes_went_and_none_of_their_words() -> None:
    session = old_session()
    for_people = ("letterlijk", "kern", "signaal", "afspraak")
    for name in sorted(EXPORTS):
        everything = tuple(note.id for note in NOTES if not note.removed)
        expected = everything if name in BACKUPS else () if name in BOOKS else for_people
        assert notes_in(session, name) == expected
    entry = Exported(when=TODAY, format="md", file="maart.md", notes=notes_in(session, "md"))
    after = session.model_copy(update={"exports": (entry,)})
    assert already_in(after, ["kern"]) == (
        "Dit staat al in wat je eerder opsloeg: maart.md (12 maart 2026). Haal het daar zelf ook weg."
    )
    assert already_in(after, ["kaal"]) == ""


def test_a_withdrawn_quote_is_in_no_later_export_and_the_earlier_ones_are_named(folder: Path) -> None:
    session = kept(folder, "Hij durft weer.", "Het gaat beter.", consent="letterlijk", ended=NOON)
    first = run_here("exporteer", session.id, "--map", folder)
    assert (first.status, first.err) == (0, "")
    assert "Hij durft weer" in Path(first.out.strip()).read_text()
    ran = run_here("plat", "--verder", session.id, "--map", folder, typed="/toestemming 1 nee\n/stop\n")
    assert f"Dit staat al in wat je eerder opsloeg: {Path(first.out.strip()).name}" in ran.out
    second = run_here("exporteer", session.id, "--map", folder)
    assert "Hij durft weer" not in Path(second.out.strip()).read_text()
    assert "Het gaat beter" in Path(second.out.strip()).read_text()


def test_an_export_of_a_session_that_is_open_elsewhere_is_made_and_that_is_told(folder: Path) -> None:
    session = kept(folder, "een", consent="letterlijk")
    with Store(folder).open(session.id):
        ran = run("exporteer", session.id, "--map", folder)
    assert ran.status == 0
    assert "Niet bij elk gesprek is bewaard dat het hierin staat" in ran.complaint
    assert Path(ran.out.strip()).exists()


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("/toestemming 1 kern", True),
        ("/toestemming kern", True),
        ("/wijzig 1 Hij durft alles weer.", True),
        ("/kern 1 Een kind durft weer.", False),
        ("Een nieuwe zin.", False),
        ("/thema 1 contact", False),
    ],
)
def test_whatever_changes_what_was_exported_names_the_export(folder: Path, typed: str, named: bool) -> None:
    session = kept(folder, "Hij durft weer.", consent="letterlijk")
    made = Path(run_here("exporteer", session.id, "--map", folder).out.strip())
    ran = run_here("plat", "--verder", session.id, "--map", folder, typed=f"{typed}\n")
    assert (f"Dit staat al in wat je eerder opsloeg: {made.name}" in ran.out) is named, ran.out


def test_an_export_elsewhere_is_named_with_its_place_and_no_namesake_goes_for_it(folder: Path) -> None:
    kept(folder, "van s", consent="letterlijk")
    kept(folder, "van t", id="t", consent="letterlijk")
    ours = Path(run("exporteer", "t", "--map", folder).out.strip())
    elsewhere = folder.parent / ours.name
    run("exporteer", "s", "--uit", elsewhere, "--map", folder)
    ran = run("wis", "s", "--map", folder, typed="ja\nja\n")
    assert str(elsewhere) in ran.err
    assert (ours.exists(), elsewhere.exists()) == (True, True)


def test_a_summary_that_she_threw_away_herself_is_not_named_any_more(folder: Path) -> None:
    kept(folder, "van s", consent="letterlijk")
    Path(run_here("exporteer", "s", "--map", folder).out.strip()).unlink()
    ran = run_here("wis", "s", "--map", folder, typed="ja\n")
    assert (ran.status, "Op te zoeken" in ran.err) == (0, False)


def test_exports_that_were_made_side_by_side_are_all_remembered(folder: Path) -> None:
    first, second = kept(folder, "een", consent="letterlijk"), kept(folder, "twee", id="t")
    desk = open_desk(folder, lambda: NOON, lambda: "id")
    both = [export(desk, [first, second], "md", folder / name) for name in ("a.md", "b.md")]
    with desk.store.open(first.id), pytest.raises(UserError, match="al open"):
        remember(desk.store, both[0].noted)
    for made in both:
        remember(desk.store, made.noted)
    names = [[Path(one.file).name for one in desk.store.load(id_).exports] for id_ in (first.id, second.id)]
    assert names == [["a.md", "b.md"], ["a.md", "a.md", "b.md"]]


@pytest.mark.parametrize("problem", ["gone", "broken", ""])
async def test_summaries_that_cannot_be_erased_with_their_session_are_told(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, problem: str
) -> None:
    session = kept(folder, "Hij durft weer.", consent="letterlijk")
    own = Path(run_here("exporteer", session.id, "--map", folder).out.strip())

    def broken(store: Store, files: Iterable[Path]) -> None:
        raise NotStored("De schijf geeft een fout: niet alle kopieën zijn weg.")

    if problem == "broken":
        monkeypatch.setattr(Store, "remove", broken)
    app = GoedGesprek(folder, now=lambda: NOON, monotonic=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        choices = await home(pilot, labels=5)
        choices.highlighted = 2
        await pilot.press("enter")
        await at_screen(pilot, SessionsScreen)
        await pilot.press("delete")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await until(pilot, lambda: "Ook wat je" in getattr(pilot.app.screen, "heading", ""))
        if problem == "gone":
            own.unlink()
        await pilot.press("2")
        said = (await at_screen(pilot, SessionsScreen)).query_one("#message", Static)
        await until(pilot, lambda: said.content)
        assert ("De schijf geeft een fout" in str(said.content)) is (problem == "broken")
        assert (own.name in str(said.content)) is own.exists() is (problem == "broken")


@pytest.mark.parametrize("answers", ["ja\nja\n", "ja\nnee\n"])
def test_erasing_a_session_offers_its_summaries_and_names_what_is_left(folder: Path, answers: str) -> None:
    session = kept(folder, "Hij durft weer.", consent="letterlijk")
    other = kept(folder, "Ook mee.", id="t", consent="letterlijk")
    own = Path(run_here("exporteer", session.id, "--map", folder).out.strip())
    run_here("exporteer", session.id, other.id, "--uit", folder / "samen.md", "--map", folder)
    ran = run_here("wis", session.id, "--map", folder, typed=answers)
    assert ran.status == 0
    assert own.exists() is answers.endswith("nee\n")
    assert "samen.md" in ran.err
    assert (own.name in ran.err) is own.exists()
    assert (folder / "samen.md").exists()
    left = [file for file in folder.rglob("*") if file.is_file() and b"durft weer" in file.read_bytes()]
    assert {file.name for file in left} == {"samen.md"} | ({own.name} if own.exists() else set())
