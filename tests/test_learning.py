"""Learning the clean questions: what the cards hold, which comes next, and what is kept of whom."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from conftest import QUESTIONS, Clock, at_screen, until
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.clean.pro import QUESTIONS as QUESTIONS_OF
from goedgesprek_tui.clean.pro import pro_of
from goedgesprek_tui.clean.rating.levels import Level
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.exercises.card_set import SentenceCard, parse_card_set
from goedgesprek_tui.faults import ScriptError
from goedgesprek_tui.learners import forget, keep, people
from goedgesprek_tui.models import ProKind
from goedgesprek_tui.practice.asked import kind_of
from goedgesprek_tui.practice.cards import ELSEWHERE, deck_of, why_not
from goedgesprek_tui.practice.five import FIVE
from goedgesprek_tui.practice.learning import Progress, Recall, next_up
from goedgesprek_tui.prompts import load_exercises
from goedgesprek_tui.screens.ask import AskScreen
from goedgesprek_tui.screens.card_faces import ended
from goedgesprek_tui.screens.card_session import CardSessionScreen
from goedgesprek_tui.screens.cards import CardsScreen
from goedgesprek_tui.screens.practice import PracticeScreen
from goedgesprek_tui.store.sessions import Store
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.lines import Lines

SETS = load_exercises().card_sets
DECK = deck_of(QUESTIONS, SETS, whole=True)
NOW = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SENTENCES = [card for each in SETS for card in each.cards]


# --- the cards --------------------------------------------------------------------------------


@pytest.mark.parametrize("card", SENTENCES, ids=lambda card: card.said)
def test_the_question_after_a_sentence_is_clean_and_why_another_does_not_fit_is_known(
    card: SentenceCard,
) -> None:
    assert rate([card.said], card.asked).level is Level.CLASSIC
    assert kind_of([card.said], card.asked, "").kind == card.fits
    made = DECK.cards[f"zin:{card.said}"]
    assert made.options[made.right] == card.asked
    others = [option for option in made.options if option != made.back]
    assert others
    assert all(why_not(made, other, QUESTIONS) for other in others)


@pytest.mark.parametrize("card", SENTENCES, ids=lambda card: card.said)
def test_what_a_parent_tells_calls_for_the_question_by_the_rules_of_problem_remedy_and_outcome(
    card: SentenceCard,
) -> None:
    kinds = {"wat_graag": {ProKind.P}, "wat_dan": {ProKind.R, ProKind.OTHER}, "wat_nodig": {ProKind.O}}
    assert pro_of(card.said).kind in kinds.get(card.fits, set(ProKind))


@pytest.mark.parametrize("card", SENTENCES, ids=lambda card: card.said)
def test_of_the_other_questions_one_leads_and_one_is_clean_but_does_not_fit(card: SentenceCard) -> None:
    leads, clean = sorted(card.others, key=lambda one: not rate([card.said], one).flags)
    assert not rate([card.said], leads).level.clean
    kind = kind_of([card.said], clean, "").kind
    assert kind != card.fits
    assert kind not in QUESTIONS_OF[pro_of(card.said).kind].split()[:2] or kind == "wat_graag"
    assert why_not(DECK.cards[f"zin:{card.said}"], clean, QUESTIONS).startswith(ELSEWHERE)


def test_each_of_the_five_is_asked_after_four_sentences_and_every_question_has_an_example() -> None:
    assert {card.fits for card in SENTENCES} == {question.id for question in QUESTIONS}
    assert all(sum(card.fits == id for card in SENTENCES) >= 4 for id in FIVE)


def test_the_five_come_first_and_those_for_practice_only_when_wanted() -> None:
    ids = [question.id for question in deck_of(QUESTIONS, SETS).questions]
    assert tuple(ids[:5]) == FIVE
    assert not {"waar", "zoals_wat", "waar_vandaan"} & set(ids)
    assert len(DECK.questions) == 12
    assert [one.id for one in DECK.questions][:9] == ids


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("- vraag: wat_voor", "- vraag: wat_vor", "Bij vraag kan 'wat_vor' niet staan."),
        ("1. En wat voor druk is dat?", "", "De vraag zelf ontbreekt."),
        ("Druk kan van alles zijn.", "", "Er staat niet bij waarom deze vraag past."),
        ("- niet: Komt dat door toetsen?", "", "'niet' ontbreekt."),
    ],
)
def test_a_fault_in_a_set_is_told_with_its_line(before: str, after: str, problem: str) -> None:
    text = (
        "---\nnaam: Eigen\nsoort: vragenset\n---\n\n# Eigen\n\n## Er is zoveel druk.\n\n"
        "Druk kan van alles zijn.\n\n"
        "- vraag: wat_voor\n- niet: Komt dat door toetsen?\n\n1. En wat voor druk is dat?\n"
    )
    assert parse_card_set(text, "eigen").cards[0].others == ("Komt dat door toetsen?",)
    with pytest.raises(ScriptError) as raised:
        parse_card_set(text.replace(before, after))
    assert problem in [fault.problem for fault in raised.value.faults]
    assert all(fault.line >= 8 for fault in raised.value.faults)


# --- which comes next -------------------------------------------------------------------------


def sitting(
    progress: Progress, now: datetime, recall: Callable[[int], Recall], minutes: int = 5, slowness: int = 1
) -> tuple[Progress, list[str], datetime]:
    """Learn for so many minutes: fifteen seconds for what is new, ten for a card; return what came."""
    came: list[str] = []
    last, end = "", now + minutes * MINUTE
    while now < end and (upcoming := next_up(progress, DECK, now, last)):
        if upcoming.teach:
            now += timedelta(seconds=15 * slowness)
            progress = progress.teach(upcoming.teach, now)
            last = f"vraag:{upcoming.teach.id}"
            came.append(upcoming.teach.id)
        elif upcoming.card:
            now += timedelta(seconds=10 * slowness)
            last = upcoming.card.id
            progress = progress.answer(upcoming.card, recall(len(came)), now)
            came.append(last)
    return progress, came, now


def well(_: int) -> Recall:
    return Recall.WELL


def test_in_five_minutes_somebody_new_meets_the_five_and_names_them_all() -> None:
    progress, came, _ = sitting(Progress(name="Ria"), NOW, well)
    assert progress.taught[:5] == FIVE
    assert came[0] == "wat_voor"
    assert "vijf" in came
    assert came.index("vijf") <= 12
    assert sum(one.startswith("zin:") for one in came) >= 4


def test_a_slow_start_still_shows_the_five_within_fifteen_minutes() -> None:
    progress, now = Progress(name="Ria"), NOW
    seen: list[str] = []
    for _ in range(3):
        progress, came, now = sitting(
            progress, now + MINUTE, lambda at: Recall.NOT if at % 4 == 3 else Recall.WELL, slowness=3
        )
        seen += came
    assert set(FIVE) <= set(seen)
    assert "vijf" in seen


def test_something_else_comes_between_a_question_that_was_taught_and_the_card_on_it() -> None:
    _, came, _ = sitting(Progress(name="Ria"), NOW, well, 15)
    for at, one in enumerate(came[:-1]):
        assert came[at + 1] != f"vraag:{one}"
        assert came[at + 1].partition(":")[2] != one.partition(":")[2] or ":" not in one


def test_no_third_question_is_taught_while_two_are_not_yet_known() -> None:
    _, came, _ = sitting(Progress(name="Ria"), NOW, lambda _: Recall.NOT, 15)
    assert [one for one in came if one in FIVE] == ["wat_voor", "nog_iets"]


def test_a_sentence_comes_only_when_the_five_were_taught() -> None:
    _, came, _ = sitting(Progress(name="Ria"), NOW, lambda at: Recall(1 + at % 3), 30)
    first = next(at for at, one in enumerate(came) if one.startswith("zin:"))
    assert set(FIVE) <= set(came[:first])


def test_the_other_questions_come_only_when_the_five_sit() -> None:
    progress, now = Progress(name="Ria"), NOW
    for _ in range(6):
        sat = all(progress.sits(id, DECK) for id in FIVE)
        progress, came, now = sitting(progress, now + timedelta(days=1), well)
        assert sat or set(progress.taught) <= set(FIVE) or "relatie" in came
    assert progress.taught[5:9] == ("relatie", "wat_gebeurt_met", "net_ervoor", "kan_het")


def test_nothing_is_asked_before_it_was_taught_and_no_card_twice_in_a_row() -> None:
    _, came, _ = sitting(Progress(name="Ria"), NOW, lambda at: Recall.NOT if at % 3 else Recall.WELL, 20)
    for at, one in enumerate(came):
        card = DECK.cards.get(one)
        assert not card or set(card.needs) <= set(came[:at])
    assert all(one != other for one, other in zip(came, came[1:], strict=False))


def test_after_three_sittings_the_five_sit_and_come_back_after_a_day_or_more() -> None:
    progress, now = Progress(name="Ria"), NOW
    for _ in range(3):
        progress, _, now = sitting(progress, now + 10 * MINUTE, well)
    assert all(progress.sits(id, DECK) for id in FIVE)
    assert progress.waiting(DECK, now) == 0
    assert now + timedelta(days=1) <= min(progress.cards[f"vraag:{id}"].due for id in FIVE)
    _, came, _ = sitting(progress, now + timedelta(days=30), well)
    assert came[0] in progress.cards


def test_what_was_missed_comes_back_in_a_minute_and_what_was_known_later() -> None:
    wat_voor = DECK.questions[0]
    progress = Progress(name="Ria").teach(wat_voor, NOW)
    missed, known = DECK.of("wat_voor")
    progress = progress.answer(missed, Recall.NOT, NOW).answer(known, Recall.WELL, NOW)
    assert progress.cards[missed.id].due <= NOW + MINUTE < progress.cards[known.id].due


def test_days_in_a_row_are_counted_up_to_yesterday_and_no_gap_is_held_against_anybody() -> None:
    days = tuple(date(2026, 3, day) for day in (8, 10, 11, 12))
    progress = Progress(name="Ria", days=days)
    assert [progress.streak(date(2026, 3, day)) for day in (12, 13, 14)] == [3, 3, 0]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(list(Recall)), st.integers(0, 40_000)), max_size=60))
def test_whatever_is_answered_when_there_is_a_next_card_and_it_is_kept(
    answers: list[tuple[Recall, int]],
) -> None:
    progress, now, last = Progress(name="Ria"), NOW, ""
    for recall, minutes in answers:
        now += minutes * MINUTE
        upcoming = next_up(progress, DECK, now, last)
        if upcoming and upcoming.teach:
            progress = progress.teach(upcoming.teach, now)
        elif upcoming and upcoming.card:
            last = upcoming.card.id
            progress = progress.answer(upcoming.card, recall, now)
            assert now < progress.cards[last].due <= now + timedelta(days=90)
    assert Progress.model_validate(progress.model_dump(mode="json")) == progress


# --- what is kept -----------------------------------------------------------------------------


def test_of_each_person_is_kept_how_far_and_one_can_be_forgotten(folder: Path) -> None:
    file = Store(folder).learning
    assert people(file).known == ()
    ria, _, _ = sitting(Progress(name="Ria 😀"), NOW, well)
    keep(file, ria)
    keep(file, Progress(name="Ahmed"))
    keep(file, Progress(name="ahmed", whole=True))
    assert [one.name for one in people(file).known] == ["ahmed", "Ria 😀"]
    assert people(file).named("RIA 😀") == ria
    forget(file, "Ria 😀")
    assert [one.name for one in people(file).known] == ["ahmed"]
    forget(file, "Ahmed")
    assert not file.file.exists()


@pytest.mark.parametrize("damage", [b"", b"{", b'{"formaat": "anders"}'])
def test_a_damaged_file_is_put_aside_and_told(folder: Path, damage: bytes) -> None:
    file = Store(folder).learning
    keep(file, Progress(name="Ria"))
    file.file.write_bytes(damage)
    found = people(file)
    assert "apart gezet" in found.notice
    assert [path.read_bytes() for path in file.folder.glob("*.beschadigd-*")] == [damage]
    keep(file, Progress(name="Ria"))
    assert people(file).named("ria")


# --- the screens ------------------------------------------------------------------------------


@pytest.fixture
def learn_app(folder: Path, clock: Clock, new_id: Callable[[], str]) -> GoedGesprek:
    times = iter(range(0, 100_000, 3))
    now = lambda: NOW + timedelta(seconds=next(times))  # noqa: E731
    return GoedGesprek(folder, now=now, monotonic=clock, new_id=new_id, straight="oefenen")


async def choosing(pilot: Pilot[None]) -> CardsScreen:
    await at_screen(pilot, PracticeScreen)
    await pilot.press("down", "enter")
    return await at_screen(pilot, CardsScreen)


async def learning(pilot: Pilot[None], name: str = "Ria") -> CardSessionScreen:
    await choosing(pilot)
    await pilot.press("end", "enter")
    asked = await at_screen(pilot, AskScreen)
    asked.query_one(Input).value = name
    await pilot.press("enter")
    return await at_screen(pilot, CardSessionScreen)


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(str(lines.content) for lines in pilot.app.screen.query(Lines))


async def go_on(pilot: Pilot[None], screen: CardSessionScreen) -> None:
    """Do what the card in sight asks, and wait until the next one is there."""
    before, progress = screen.next, screen.progress
    assert before
    if before.card and not before.card.options:
        await pilot.press("enter", "3")
    elif before.card:
        await pilot.press(str(before.card.right + 1))
        await until(pilot, lambda: screen.progress is not progress and not screen.busy)
        await pilot.press("enter")
    else:
        await pilot.press("enter")
    await until(pilot, lambda: screen.next is not before and not screen.busy)


async def test_somebody_new_is_taught_then_asked_until_the_time_is_over(
    learn_app: GoedGesprek, folder: Path
) -> None:
    async with learn_app.run_test(size=(80, 24)) as pilot:
        screen = await learning(pilot)
        assert "Nieuw · vraag 1 van de vijf voor een groep ouders" in shown(pilot)
        assert "En wat voor … is dat?" in shown(pilot)
        steps = 0
        while screen.next:
            await go_on(pilot, screen)
            on_disk = people(Store(folder).learning).named("ria")
            assert on_disk == screen.progress
            steps += 1
        assert steps > 10
        assert "De vijf vragen voor een groep ouders" in shown(pilot)
        assert "Klaar voor nu:" in shown(pilot)
        assert "achter elkaar" not in shown(pilot)
        await pilot.press("enter", "space", "1")
        assert not screen.next
        await pilot.press("n")
        await until(pilot, lambda: screen.next)
        await pilot.press("escape")
        chooser = await at_screen(pilot, CardsScreen)
        await until(pilot, lambda: len(chooser.query_one(Choices).rows) == 2)
        row = chooser.query_one(Choices).chosen
        assert row
        assert (row.label, row.detail[:14]) == ("Ria", "5 van de 5 vra")


async def test_a_question_that_does_not_fit_is_told_why(learn_app: GoedGesprek) -> None:
    async with learn_app.run_test(size=(80, 24)) as pilot:
        screen = await learning(pilot)
        while not (screen.next and screen.next.card and screen.next.card.options):
            await go_on(pilot, screen)
        card = screen.next.card
        wrong = 1 if card.right == 0 else 0
        await pilot.press(str(wrong + 1))
        await until(pilot, lambda: card.id in screen.progress.cards and not screen.busy)
        assert f"✗ {card.options[wrong]}" in shown(pilot)
        assert why_not(card, card.options[wrong], QUESTIONS)[:30] in shown(pilot)
        assert "✓ " in shown(pilot)
        assert screen.progress.cards[card.id].due <= NOW + timedelta(minutes=5)


async def test_who_is_known_can_learn_all_twelve_and_be_forgotten(
    learn_app: GoedGesprek, folder: Path
) -> None:
    keep(Store(folder).learning, Progress(name="Ria [/b]"))
    async with learn_app.run_test(size=(80, 24)) as pilot:
        screen = await choosing(pilot)
        await until(pilot, lambda: len(screen.query_one(Choices).rows) == 2)
        await pilot.press("home", "t")
        message = screen.query_one("#message", Static)
        await until(pilot, lambda: "Ria [/b] leert nu ook de drie vragen" in str(message.content))
        assert people(Store(folder).learning).known[0].whole
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("2")
        await until(pilot, lambda: "is niets meer bewaard" in str(message.content))
        assert people(Store(folder).learning).known == ()


async def test_without_a_name_nothing_begins(learn_app: GoedGesprek) -> None:
    async with learn_app.run_test(size=(80, 24)) as pilot:
        await choosing(pilot)
        await pilot.press("end", "enter")
        await at_screen(pilot, AskScreen)
        await pilot.press("enter")
        screen = await at_screen(pilot, CardsScreen)
        await until(pilot, lambda: "typ een naam" in str(screen.query_one("#message", Static).content))


async def test_an_answer_that_cannot_be_kept_is_told_and_kept_before_the_next_card(
    learn_app: GoedGesprek, folder: Path
) -> None:
    async with learn_app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        screen = await learning(pilot)
        file = Store(folder).learning
        message = screen.query_one("#message", Static)
        await go_on(pilot, screen)
        file.folder.rename(folder / "weg")
        file.folder.write_text("in de weg")
        first = screen.next
        await pilot.press("enter")
        await until(pilot, lambda: "nog niet bewaard" in str(message.content) and not screen.busy)
        assert screen.next is first
        assert "Met Enter probeer je het nog een keer." in str(message.content)
        await pilot.press("1", "3")
        assert screen.progress.cards == {}
        file.folder.unlink()
        await pilot.press("enter")
        await until(pilot, lambda: screen.next is not first and not screen.busy)
        assert people(file).named("ria") == screen.progress
        assert str(message.content) == ""


async def test_enter_on_a_back_says_which_keys_there_are(learn_app: GoedGesprek) -> None:
    async with learn_app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        screen = await learning(pilot)
        while not (screen.next and screen.next.card):
            await go_on(pilot, screen)
        progress = screen.progress
        await pilot.press("1", "enter", "enter", "enter")
        assert screen.progress is progress
        assert "Kies 1, 2, 3 of 4" in str(screen.query_one("#message", Static).content)


async def test_a_set_of_a_trainer_with_a_fault_is_told(learn_app: GoedGesprek, folder: Path) -> None:
    (folder / "oefeningen").mkdir()
    (folder / "oefeningen" / "gym.md").write_text("---\nnaam: Gym\nsoort: vragenset\n---\n\n# Gym\n", "utf-8")
    async with learn_app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        screen = await learning(pilot)
        assert "gym.md doet niet mee: regel 1" in str(screen.query_one("#message", Static).content)


@pytest.mark.parametrize("name", ["-", "—", "🙂 [/b]", "李", "é" * 4_000, "a\x1b[31mb"])
async def test_any_name_will_do(learn_app: GoedGesprek, folder: Path, name: str) -> None:
    keep(Store(folder).learning, Progress(name="Ahmed"))
    async with learn_app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        screen = await learning(pilot, name)
        await go_on(pilot, screen)
        await pilot.resize_terminal(40, 12)
        await pilot.resize_terminal(120, 40)
        found = people(Store(folder).learning)
        assert len(found.known) == 2
        assert found.named(screen.progress.name) == screen.progress


def test_names_of_signs_alone_are_not_one_person(folder: Path) -> None:
    file = Store(folder).learning
    keep(file, Progress(name="-"))
    keep(file, Progress(name="_"))
    assert {one.name for one in people(file).known} == {"-", "_"}


def test_when_it_is_worth_coming_back_is_said_without_a_hurry() -> None:
    progress, _, now = sitting(Progress(name="Ria"), NOW, well)
    told = "".join(str(block.text) for block in ended(progress, DECK, now, 12))
    assert "Kom morgen nog eens terug: dan zijn" in told
    later = progress.model_copy(
        update={
            "cards": {
                "vraag:wat_dan": progress.cards["vraag:wat_dan"].model_copy(
                    update={"due": NOW + timedelta(days=6)}
                )
            }
        }
    )
    told = "".join(str(block.text) for block in ended(later, DECK, now, 12))
    assert "Kom terug op woensdag 18 maart 2026: dan is 1 kaartje aan de beurt." in told
