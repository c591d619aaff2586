"""Nakijken op namen: what is found in a conversation, what is decided on it, and what people then read."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from conftest import NOON, until
from program import kept, run_here
from stage import Stage, a_session
from textual.pilot import Pilot
from textual.widgets import Input

from goedgesprek_tui import exporting
from goedgesprek_tui.checking import Checker
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.exports.backup import to_json
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.summary import summary
from goedgesprek_tui.models import Consent, Note, NoteKind, Problem, Session, Tally, Topic
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.masker import LIMITED
from goedgesprek_tui.retention import kept_only
from goedgesprek_tui.screens.agreements import AgreementsScreen
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.busy import BusyScreen
from goedgesprek_tui.screens.names import NamesScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.screens.preview import PreviewScreen
from goedgesprek_tui.screens.wrap_up import WrapUpScreen
from goedgesprek_tui.spots import Open, left_standing, replaced, spots, still_open
from goedgesprek_tui.tasks import Do
from goedgesprek_tui.topics import TopicList

NOTES = (
    Note(id="a", number=1, text="Mijn dochter Xantrie durft niet meer.", consent=Consent.VERBATIM),
    Note(id="b", number=2, text="Toen zei xantrie niks.", consent=Consent.VERBATIM),
    Note(id="c", number=3, text="Het gaat goed op school.", consent=Consent.VERBATIM),
    Note(id="d", number=4, text="Juf Ingrid [/b] belt op 06 12345678.", consent=Consent.VERBATIM),
    Note(id="e", number=5, text="Bij Samira thuis.", gist="Thuis is het vol.", consent=Consent.GIST),
    Note(id="f", number=6, text="Nee van Fatima.", consent=Consent.NO),
)


def session(**changes: object) -> Session:
    return a_session(*NOTES, **{"ended": NOON, **changes})


def words(one: Session) -> list[str]:
    return [each.words for each in Checker().open(one)]


def people_read(one: Session) -> str:
    return "\n".join(each.text for each in told(one))


def test_what_people_will_read_is_looked_over_and_nothing_else() -> None:
    assert words(session()) == ["Xantrie", "Ingrid", "06 12345678"]
    later = session(notes=(*NOTES, Note(id="g", number=7, text="Let op Youssef.", kind=NoteKind.REMARK)))
    assert "Youssef" in words(later)


@pytest.mark.parametrize(
    "changes",
    [
        {"group": "koffie bij Fatima"},
        {"left_over": ("bellen met meneer De Vries",)},
        {"problem": Problem(text="Juf Ingrid luistert niet.")},
        {"tallies": (Tally(question="Hoe was dit?", words=("fijn",), remarks=("dank aan meester Hugo",)),)},
        {"reflection": "Praten met de moeder van Bilal."},
        {
            "topics": (Topic(id="t", name="Gedoe met meneer Bouzid"),),
            "notes": (Note(id="a", number=1, text="Hij zit thuis.", topics=("t",)),),
        },
        {
            "notes": (
                Note(
                    id="a",
                    number=1,
                    text="Hij zit thuis.",
                    consent=Consent.VERBATIM,
                    clean_question="En wat doet Mohammed dan?",
                ),
            )
        },
        {
            "notes": (
                Note(
                    id="a", number=1, text="Hij zit thuis.", consent=Consent.VERBATIM, gist="Ali zit thuis."
                ),
            )
        },
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_all_that_surrounds_the_notes_is_looked_over_and_can_be_written_otherwise(
    changes: dict[str, object],
) -> None:
    one = Checker().open(a_session(ended=NOON, **changes))[0]
    after = replaced(Conversation(a_session(ended=NOON, **changes)), one.spot, "iets anders")
    assert "iets anders" in [spot.text for spot in spots(after.session)]
    assert one.words not in after.session.model_dump_json()


def test_a_topic_that_came_along_unused_is_not_asked_about() -> None:
    topics = (Topic(id="t", name="Gedoe met meneer Bouzid"), Topic(id="u", name="Wachten op juf Ingrid"))
    note = Note(id="a", number=1, text="Hij zit thuis.", topics=("u",))
    one = a_session(note, ended=NOON, topics=topics)
    assert words(one) == ["Ingrid"]
    left = left_standing(Conversation(one), Checker().open(one)).session
    assert words(left) == []
    assert words(left.model_copy(update={"topics": topics[1:]})) == []
    assert "Bouzid" in "".join(to_json([one], TopicList()))
    assert "Bouzid" not in to_markdown(summary(one, TopicList()))


def test_a_name_that_was_taken_out_is_looked_for_in_the_whole_conversation() -> None:
    talk = Conversation(session())
    first = Checker().open(talk.session)[0]
    after = replaced(talk, first.spot, "Mijn dochter durft niet meer.", "Xantrie")
    assert words(after.session)[0] == "xantrie"
    assert "Xantrie" not in people_read(after.session)
    assert after.session.notes[0].text == "Mijn dochter Xantrie durft niet meer."
    everywhere = Checker().everywhere(after, "XANTRIE")
    assert "antrie" not in people_read(everywhere.session)
    assert everywhere.undo()[0].session == after.session


def test_what_came_in_place_of_the_school_is_not_looked_for_in_other_sentences() -> None:
    notes = (Note(id="a", number=1, text="Ze wil niet naar school.", consent=Consent.VERBATIM),)
    assert words(session(notes=notes, place="[school]")) == []


def test_what_may_stay_stays_until_the_note_changes() -> None:
    talk = Conversation(session())
    found = [one for one in Checker().open(talk.session) if one.words == "Ingrid"]
    after = left_standing(talk, found)
    assert "Ingrid" not in words(after.session)
    changed = after.change(after.session.notes[3], "zin", text="Juf Ingrid belt nooit.")
    assert "Ingrid" in words(changed.session)


def test_another_wording_by_hand_goes_when_the_note_itself_is_changed() -> None:
    talk = Conversation(session())
    one = Checker().open(talk.session)[0]
    talk = replaced(talk, one.spot, "Mijn [naam kind] durft niet meer.")
    changed = talk.change(talk.session.notes[0], "zin", text="Zij durft weer.")
    assert "Zij durft weer." in people_read(changed.session)


def test_tidying_keeps_the_wording_without_names_only() -> None:
    talk = Conversation(session())
    talk = replaced(talk, Checker().open(talk.session)[0].spot, "Mijn dochter durft niet meer.", "Xantrie")
    after = kept_only(talk.session, NOON)
    assert after.notes[0].text == "Mijn dochter durft niet meer."
    assert "Xantrie" not in after.model_dump_json()


def test_erasing_a_note_forgets_its_name_and_what_might_stay() -> None:
    talk = Conversation(session(notes=(NOTES[0], NOTES[3])))
    found = Checker().open(talk.session)
    talk = replaced(talk, found[0].spot, "Mijn dochter durft niet meer.", "Xantrie")
    talk = left_standing(talk, [one for one in found if one.words == "Ingrid"])
    after = talk.erase(talk.session.notes[0]).erase(talk.session.notes[1])
    assert (after.session.names, after.session.left) == ((), ())
    assert "Xantrie" not in after.session.model_dump_json()


def test_a_search_that_finds_nothing_and_one_that_finds_all_leave_everything_as_it_was() -> None:
    one = session()
    assert still_open(one, lambda text, names, places: []) == []
    assert [spot.text for spot in spots(one)] == [each.text for each in told(one)]


# --- the second search ------------------------------------------------------------------------


class Second:
    """A second search that answers with one finding, or not at all; it counts what it is asked."""

    def __init__(self) -> None:
        self.asked, self.answers = 0, True

    def start(self) -> None:
        pass

    def search(self, text: str) -> tuple[Finding, ...] | None:
        self.asked += 1
        return (Finding(0, 3, Kind.PERSON, "daarom", certain=False),) if self.answers else None


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Second:
    made = Second()
    monkeypatch.setattr("goedgesprek_tui.checking.installed", lambda: True)
    monkeypatch.setattr("goedgesprek_tui.checking.Masker", lambda cache: made)
    return made


def test_a_second_search_that_does_not_answer_is_told_and_asked_again(tmp_path: Path, second: Second) -> None:
    one, checker = session(notes=(NOTES[2],)), Checker(tmp_path)
    second.answers = False
    assert (checker.open(one), checker.notice) == ([], LIMITED)
    second.answers = True
    assert [found.words for found in checker.open(one)] == ["Het"]
    assert checker.notice == ""
    assert [found.words for found in checker.open(one)] == ["Het"]
    assert second.asked == 2


# --- the screen -------------------------------------------------------------------------------


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, session(), lambda talk, desk: NamesScreen(talk, Checker()))


async def looking(stage: Stage, pilot: Pilot[None], at: str) -> NamesScreen:
    """Wait until the screen shows how far it is."""
    await until(pilot, lambda: isinstance(stage.screen, NamesScreen) and at in stage.text())
    assert isinstance(stage.screen, NamesScreen)
    return stage.screen


async def test_a_finding_is_shown_in_its_sentence_with_its_reason_and_taken_with_enter(stage: Stage) -> None:
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 3")
        said = stage.text()
        assert "Mijn dochter [Xantrie] durft niet meer." in said
        assert "„Xantrie” " in said
        assert "3 zeker, 0 misschien" in said
        await pilot.press("enter")
        await looking(stage, pilot, "Toen zei [xantrie] niks.")
        assert stage.session.notes[0].masked == "Mijn dochter durft niet meer."
        await pilot.press("ctrl+z")
        await looking(stage, pilot, "Mijn dochter [Xantrie]")
        assert stage.session.notes[0].masked == ""


async def test_a_digit_takes_another_proposal_and_l_lets_it_stand(stage: Stage) -> None:
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 3")
        await pilot.press("2")
        await looking(stage, pilot, "[xantrie]")
        assert stage.session.notes[0].masked == "Mijn dochter [naam kind] durft niet meer."
        await pilot.press("l")
        await looking(stage, pilot, "Juf [Ingrid]")
        stored = await stage.stored()
        assert [one.words for one in stored.left] == ["xantrie"]


async def test_the_sentence_can_be_written_by_hand_and_only_the_gist_can_go(stage: Stage) -> None:
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 3")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(stage.screen, AskScreen))
        stage.screen.query_one(Input).value = "Zij durft niet meer."
        await pilot.press("enter")
        await looking(stage, pilot, "Juf [Ingrid]")
        assert stage.session.notes[0].masked == "Zij durft niet meer."
        await pilot.press("k")
        await until(pilot, lambda: isinstance(stage.screen, AskScreen))
        stage.screen.query_one(Input).value = "School belt."
        await pilot.press("enter")
        await looking(stage, pilot, "alles gezien")
        assert (stage.session.notes[3].consent, stage.session.notes[3].gist) == (Consent.GIST, "School belt.")


async def test_the_same_name_elsewhere_is_offered_with_its_places(tmp_path: Path) -> None:
    notes = (NOTES[0], Note(id="b", number=2, text="Toen zei Xantrie niks.", consent=Consent.VERBATIM))
    stage = Stage(tmp_path, session(notes=notes), lambda talk, desk: NamesScreen(talk, Checker()))
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 2")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(stage.screen, PickScreen))
        assert "notitie 2" in stage.text()
        await pilot.press("2")
        await looking(stage, pilot, "alles gezien")
        assert "antrie" not in people_read(stage.session)
        assert "Lees de citaten zelf nog één keer." in stage.text()


async def test_a_note_can_be_erased_here_after_asking(stage: Stage) -> None:
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 3")
        await pilot.press("delete")
        await until(pilot, lambda: isinstance(stage.screen, PickScreen))
        await pilot.press("2")
        await looking(stage, pilot, "1 van 2")
        assert "Xantrie" not in stage.session.model_dump_json()


async def test_a_service_number_is_never_left_standing(tmp_path: Path) -> None:
    notes = (Note(id="a", number=1, text="Haar bsn is 123456782.", consent=Consent.VERBATIM),)
    stage = Stage(tmp_path, session(notes=notes), lambda talk, desk: NamesScreen(talk, Checker()))
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 1")
        await pilot.press("l")
        await looking(stage, pilot, "mag niet blijven staan")
        assert stage.session.left == ()
        await pilot.press("enter")
        await looking(stage, pilot, "alles gezien")
        assert people_read(stage.session) == "Haar bsn is [nummer]."


async def test_of_what_the_law_protects_most_only_the_gist_is_proposed(tmp_path: Path) -> None:
    notes = (Note(id="a", number=1, text="Mijn zoon heeft autisme en zit thuis.", consent=Consent.VERBATIM),)
    stage = Stage(tmp_path, session(notes=notes), lambda talk, desk: NamesScreen(talk, Checker()))
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "De wet beschermt dit extra.")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(stage.screen, AskScreen))
        stage.screen.query_one(Input).value = "Een kind zit thuis."
        await pilot.press("enter")
        await looking(stage, pilot, "alles gezien")
        assert people_read(stage.session) == "Een kind zit thuis."


def test_no_letter_means_two_people_in_one_conversation() -> None:
    notes = (
        Note(
            id="a",
            number=1,
            text="Mijn zoon Samir en mijn dochter Ikram zijn blij.",
            consent=Consent.VERBATIM,
        ),
        Note(id="b", number=2, text="Mijn zoon Youssef en mijn zoon Bilal niet.", consent=Consent.VERBATIM),
        Note(id="c", number=3, text="Daar zat haar kind Fatima bij.", consent=Consent.VERBATIM),
    )
    talk = Conversation(session(notes=notes))
    while found := Checker().open(talk.session):
        bracketed = next(one for one in found[0].proposals() if one.instead.startswith("["))
        talk = replaced(talk, found[0].spot, bracketed.applied(found[0].spot.text))
    said = people_read(talk.session)
    assert [said.count(f"[kind {letter}]") for letter in "ABCD"] == [1, 1, 1, 1]
    assert "[naam kind]" in said.splitlines()[2]


async def test_nothing_found_never_reads_as_safe(tmp_path: Path) -> None:
    stage = Stage(tmp_path, session(notes=(NOTES[2],)), lambda talk, desk: NamesScreen(talk, Checker()))
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "alles gezien")
        said = stage.text()
        assert "Niets gevonden. Dat is geen garantie." in said
        assert "Het gaat goed op school." in said
        assert not any(word in said.casefold() for word in ("anoniem", "veilig", "avg"))
        await pilot.press("enter")
        await until(pilot, lambda: stage.results == [None])


async def test_maybes_are_skipped_together_with_their_number(tmp_path: Path) -> None:
    notes = tuple(
        Note(id=f"n{n}", number=n, text=f"Toen kwam {name} erbij.", consent=Consent.VERBATIM)
        for n, name in enumerate(("Xantrolo", "Prunkje"), start=1)
    )
    stage = Stage(tmp_path, session(notes=notes), lambda talk, desk: NamesScreen(talk, Checker()))
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "0 zeker, 2 misschien")
        await pilot.press("s")
        await looking(stage, pilot, "alles gezien")
        assert "2 misschiens overgeslagen. ^Z haalt ze terug." in stage.text()


async def test_an_absurd_amount_is_looked_over_while_keys_go_on(tmp_path: Path) -> None:
    notes = tuple(
        Note(
            id=f"n{n}",
            number=n,
            text=f"Mijn zoon Ali en {'x' * 90} 👩‍👧 {'woord ' * 60}",
            consent=Consent.VERBATIM,
        )
        for n in range(1, 201)
    )
    stage = Stage(tmp_path, session(notes=notes), lambda talk, desk: NamesScreen(talk, Checker()))
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 2")
        await pilot.press("right", "right", "left", "down", "down")
        assert "2 van 2" in stage.text()


# --- while it is searched -----------------------------------------------------------------------

SAME = (
    NOTES[0],
    Note(id="b", number=2, text="Mijn dochter Xantrie wordt gepest.", consent=Consent.VERBATIM),
    Note(id="c", number=3, text="Het verhaal van mevrouw Jansen.", consent=Consent.VERBATIM),
)


class Waiting(Checker):
    """Searches as ever, but from `hold` on tells nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = threading.Event()
        self.goes_on.set()
        self.asked = 0

    def hold(self) -> None:
        self.goes_on.clear()

    def open(self, session: Session) -> list[Open]:
        self.asked += 1
        self.goes_on.wait(10)
        return super().open(session)

    def everywhere(self, talk: Conversation, words: str) -> Conversation:
        after = super().everywhere(talk, words)
        self.goes_on.wait(10)
        return after


def slow_stage(folder: Path, *notes: Note) -> tuple[Stage, Waiting]:
    checker = Waiting()
    return Stage(folder, session(notes=notes), lambda talk, desk: NamesScreen(talk, checker)), checker


async def test_a_note_that_is_erased_while_a_name_goes_everywhere_does_not_come_back(tmp_path: Path) -> None:
    stage, checker = slow_stage(tmp_path, *SAME)
    async with stage.run_test(size=(80, 24)) as pilot:
        screen = await looking(stage, pilot, "1 van 3")
        checker.hold()
        screen.replace_everywhere(screen.found[0])
        await until(pilot, lambda: isinstance(stage.screen, BusyScreen))
        stage.talk.change(stage.talk.conversation.erase(SAME[1]), erased=True)
        checker.goes_on.set()
        await looking(stage, pilot, "1 van 1")
        stored = await stage.stored()
    assert [note.id for note in stored.notes] == ["a", "c"]
    assert stored.erased == ("b",)
    assert "gepest" not in stage.session.model_dump_json()
    assert "antrie" not in people_read(stored)


async def test_a_name_goes_everywhere_also_when_she_wants_to_leave_meanwhile(tmp_path: Path) -> None:
    stage, checker = slow_stage(tmp_path, *SAME)
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 3")
        await pilot.press("1")
        await until(pilot, lambda: isinstance(stage.screen, PickScreen))
        checker.hold()
        await pilot.press("2")
        await until(pilot, lambda: isinstance(stage.screen, BusyScreen))
        await pilot.press("escape", "right", "delete")
        checker.goes_on.set()
        await looking(stage, pilot, "1 van 1")
        assert "antrie" not in people_read(stage.session)
        assert stage.results == []


async def test_erasing_takes_the_conversation_as_it_is_at_the_yes(tmp_path: Path) -> None:
    stage, _ = slow_stage(tmp_path, *SAME)
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 3")
        await pilot.press("delete")
        await until(pilot, lambda: isinstance(stage.screen, PickScreen))
        stage.talk.change(stage.talk.conversation.change(SAME[1], "zin", masked="Zij wordt gepest."))
        await pilot.press("2")
        await looking(stage, pilot, "1 van 1")
        assert stage.session.notes[0].masked == "Zij wordt gepest."


async def test_nothing_is_decided_twice_while_it_is_searched(tmp_path: Path) -> None:
    two = Note(id="b", number=2, text="Mijn dochter Fatima wordt gepest.", consent=Consent.VERBATIM)
    stage, checker = slow_stage(tmp_path, NOTES[0], two)
    async with stage.run_test(size=(80, 24)) as pilot:
        screen = await looking(stage, pilot, "1 van 2")
        checker.hold()
        await stage.keys(pilot, "enter enter l")
        await looking(stage, pilot, "Even zoeken…")
        await stage.keys(pilot, "k")
        assert stage.screen is screen
        checker.goes_on.set()
        await looking(stage, pilot, "1 van 1")
        assert (len(screen.done), len(stage.talk.conversation.past)) == (1, 1)
        assert [one.words for one in screen.found] == ["Fatima"]


async def test_a_gist_that_was_typed_is_kept_whatever_the_search_found_meanwhile(tmp_path: Path) -> None:
    stage, _ = slow_stage(tmp_path, NOTES[0])
    async with stage.run_test(size=(80, 24)) as pilot:
        screen = await looking(stage, pilot, "1 van 1")
        await pilot.press("k")
        await until(pilot, lambda: isinstance(stage.screen, AskScreen))
        screen.found = []
        stage.screen.query_one(Input).value = "Een kind is bang."
        await pilot.press("enter")
        await looking(stage, pilot, "alles gezien")
        assert stage.session.notes[0].gist == "Een kind is bang."


async def test_it_is_searched_when_something_changed_and_only_then(tmp_path: Path) -> None:
    stage, checker = slow_stage(tmp_path, NOTES[0])
    async with stage.run_test(size=(80, 24)) as pilot:
        await looking(stage, pilot, "1 van 1")
        assert checker.asked == 1
        await pilot.press("w")
        await until(pilot, lambda: isinstance(stage.screen, AskScreen))
        await pilot.press("escape")
        await looking(stage, pilot, "1 van 1")
        assert checker.asked == 1
        stage.push_screen(PickScreen("iets anders", lambda typed: []))
        stage.talk.change(stage.talk.conversation.erase(NOTES[0]), erased=True)
        await pilot.press("escape")
        await looking(stage, pilot, "alles gezien")
        assert checker.asked == 2


# --- before an export -------------------------------------------------------------------------


@pytest.mark.parametrize("make", [WrapUpScreen, PreviewScreen])
async def test_saving_with_open_findings_asks_one_plain_question_with_the_number(
    tmp_path: Path, make: Callable[..., WrapUpScreen | PreviewScreen]
) -> None:
    stage = Stage(tmp_path, session(), lambda talk, desk: make(talk, desk))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(stage.screen, make))  # type: ignore[arg-type]
        screen = stage.screen
        screen.save() if isinstance(screen, WrapUpScreen) else await pilot.press("o")
        await until(pilot, lambda: isinstance(stage.screen, PickScreen))
        await until(pilot, lambda: "3 namen en andere gegevens zijn nog niet nagekeken." in stage.text())
        await pilot.press("2")
        await until(pilot, lambda: "Opgeslagen, met" in stage.text())
        assert stage.session.exports


async def test_a_name_in_what_is_her_own_is_looked_over_but_not_asked_about_before_saving(
    tmp_path: Path,
) -> None:
    remark = Note(id="r", number=4, text="Let op Youssef.", kind=NoteKind.REMARK)
    one = session(notes=(NOTES[2], remark), reflection="Praten met de moeder van Bilal.")
    assert words(one) == ["Youssef", "Bilal"]
    stage = Stage(tmp_path, one, PreviewScreen)
    async with stage.run_test(size=(120, 24)) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: "Opgeslagen, met 1 notitie" in stage.text())
    saved = next((tmp_path / "uitvoer").iterdir()).read_text("utf-8")
    assert not [name for name in words(one) if name in saved]


def test_exporting_from_the_command_line_writes_and_names_the_number(folder: Path) -> None:
    kept(folder, "Mijn dochter Xantrie durft niet.", id="s", consent="letterlijk")
    ran = run_here("exporteer", "s", "--uit", "-", "--map", folder)
    assert ran.status == 0
    assert "Xantrie" in ran.out
    assert ran.complaint.startswith("1 naam of ander gegeven staat er misschien nog in")
    whole = run_here("exporteer", "s", "--formaat", "json", "--uit", "-", "--map", folder)
    assert "naam of ander" not in whole.complaint


def test_line_by_line_the_findings_are_named(folder: Path) -> None:
    ran = run_here(
        "plat", "kort", "--toestemming", "letterlijk", "--map", folder, typed="Juf Ingrid belt.\n/namen\n"
    )
    assert "notitie 1: „Ingrid”" in ran.out
    assert "Lees zelf nog één keer." in ran.out


# --- saving, while other things go on ---------------------------------------------------------


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let an export be on the disk at once, but only return when this is set."""
    goes_on, write = threading.Event(), exporting.write_whole

    def slowly(path: Path, chunks: Iterable[bytes]) -> None:
        write(path, chunks)
        goes_on.wait(10)

    monkeypatch.setattr(exporting, "write_whole", slowly)
    return goes_on


@pytest.mark.parametrize("key", ["o", "escape"])
async def test_an_export_is_made_once_and_known_whatever_key_comes_after(
    tmp_path: Path, slow_disk: threading.Event, key: str
) -> None:
    stage = Stage(tmp_path, session(notes=(NOTES[2],)), PreviewScreen)
    async with stage.run_test(size=(120, 24)) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: list(tmp_path.glob("uitvoer/*.md")))
        assert "Bezig met opslaan…" in stage.text()
        await pilot.press(key)
        slow_disk.set()
        await until(pilot, lambda: "Opgeslagen, met 1 notitie" in stage.text())
        stored = await stage.stored()
    files = [file.name for file in (tmp_path / "uitvoer").iterdir()]
    assert [one.file for one in stored.exports] == files
    assert len(files) == 1


async def test_the_summary_in_sight_loses_a_name_as_soon_as_it_was_replaced(tmp_path: Path) -> None:
    stage = Stage(tmp_path, session(notes=(NOTES[0],)), PreviewScreen)
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Xantrie" in stage.text())
        await pilot.press("o")
        await until(pilot, lambda: isinstance(stage.screen, PickScreen))
        await pilot.press("1")
        await looking(stage, pilot, "1 van 1")
        await pilot.press("enter")
        await looking(stage, pilot, "alles gezien")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(stage.screen, PreviewScreen))
        await until(pilot, lambda: "Mijn dochter durft niet meer." in stage.text())
        assert "Xantrie" not in stage.text()


async def test_the_question_about_names_never_comes_up_over_another_screen(tmp_path: Path) -> None:
    stage = Stage(tmp_path, session(notes=(NOTES[0],)), WrapUpScreen)
    async with stage.run_test(size=(80, 24)) as pilot:
        wrap_up = stage.screen
        assert isinstance(wrap_up, WrapUpScreen)
        wrap_up.checker = checker = Waiting()
        checker.hold()
        wrap_up.save()
        await until(pilot, lambda: "Even zoeken…" in stage.text())
        wrap_up.do(Do.AGREEMENTS)
        await until(pilot, lambda: isinstance(stage.screen, AgreementsScreen))
        checker.goes_on.set()
        await until(pilot, lambda: wrap_up.message.startswith("Er is niets opgeslagen"))
        assert isinstance(stage.screen, AgreementsScreen)
    assert not (tmp_path / "uitvoer").exists()
