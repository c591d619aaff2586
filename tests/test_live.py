import threading
from pathlib import Path

import pytest
from conftest import NOON, Clock, at_screen, on_disk, until
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from goedgesprek_tui.app import GoedGesprek
from goedgesprek_tui.clean.lemmas import load
from goedgesprek_tui.commands.table import COMMANDS
from goedgesprek_tui.models import Consent, NoteKind, ProKind
from goedgesprek_tui.screens.blank import BlankScreen
from goedgesprek_tui.screens.card import CardScreen
from goedgesprek_tui.screens.help import HelpScreen
from goedgesprek_tui.screens.home import HomeScreen
from goedgesprek_tui.screens.live import LiveScreen
from goedgesprek_tui.screens.pick import PickScreen
from goedgesprek_tui.widgets.choices import Choices
from goedgesprek_tui.widgets.notes import NotesView
from goedgesprek_tui.widgets.recorder import Recorder

EATEN_BY_INPUT = {f"ctrl+{letter}" for letter in "adekuvwxc"} | {"home", "end", "ctrl+left", "ctrl+right"}


async def live_screen(pilot: Pilot[None]) -> LiveScreen:
    return await at_screen(pilot, LiveScreen)


async def type_line(pilot: Pilot[None], *lines: str) -> None:
    """Put lines in and press Enter after each, as a paste would."""
    live = await live_screen(pilot)
    for line in lines:
        live.query_one(Recorder).put(line)
        await pilot.press("enter")
        await pilot.pause()


def texts(live: LiveScreen) -> list[str]:
    return [note.text for note in live.talk.session.shown]


def message(live: LiveScreen) -> str:
    return str(live.query_one("#message", Static).content)


def shown(live: LiveScreen) -> str:
    return str(live.query_one(NotesView).content)


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def running(app: GoedGesprek, size: tuple[int, int] = (80, 24)):  # type: ignore[no-untyped-def]
    return app.run_test(size=size, notifications=True, tooltips=True)


async def test_enter_puts_a_quote_on_the_disk_while_the_talk_goes_on(app: GoedGesprek, folder: Path) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press("enter", *"[lacht] ja [/b]", "enter")
        await until(pilot, lambda: live.talk.all_safe)
        assert [note.text for note in on_disk(folder).notes] == ["[lacht] ja [/b]"]
        assert "„[lacht] ja [/b]”" in shown(live)
        assert live.query_one(Recorder).text == ""


async def test_the_line_has_the_focus_after_everything(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een zin")
        for key in (
            "pagedown",
            "pageup",
            "f2",
            "escape",
            "f1",
            "escape",
            "f5",
            "escape",
            "f4",
            "escape",
            "f9",
            "a",
        ):
            await pilot.press(key)
            await pilot.pause()
        await live_screen(pilot)
        assert live.focused is live.query_one(Recorder).input


async def test_a_half_typed_line_survives_help_a_phase_a_resize_and_a_kill(
    app: GoedGesprek, folder: Path
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press(*"half ge")
        await pilot.press("f1", "escape", "pagedown")
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(100, 30)
        assert live.query_one(Recorder).text == "half ge"
        await until(pilot, lambda: on_disk(folder).draft == "half ge")


async def test_a_session_that_was_cut_off_comes_back_with_its_half_typed_line(
    app: GoedGesprek, folder: Path, clock: Clock
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een", "twee")
        await pilot.press(*"dr")
        live.keep_draft()
        await until(pilot, lambda: live.talk.all_safe)
        await app.leave()
    again = GoedGesprek(folder, now=lambda: NOON, monotonic=clock)
    async with running(again) as pilot:
        home = await at_screen(pilot, HomeScreen)
        choices = home.query_one(Choices)
        await until(pilot, lambda: len(choices.rows) == 5)
        assert choices.rows[0].label == "Verder met Kort gesprek"
        assert "2 notities" in choices.rows[0].detail
        await pilot.press("enter")
        live = await live_screen(pilot)
        assert (texts(live), live.query_one(Recorder).text) == (["een", "twee"], "dr")


async def test_the_end_of_the_line_shows_kind_and_topics_while_typing(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        live.query_one(Recorder).put("w: meer gym #huiswerk")
        await pilot.pause()
        assert str(live.query_one(".understood", Static).content).startswith("wens · Huiswerk")


async def test_a_hash_opens_the_topics_and_tab_takes_one(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press(*"Te veel ", "number_sign", *"huisw")
        await pilot.pause()
        topics = live.query_one("#topics", Choices)
        assert topics.display
        await pilot.press("tab")
        assert live.query_one(Recorder).text == "Te veel #huiswerk-en-plannen "
        await pilot.press("enter")
        await pilot.pause()
        assert live.talk.session.shown[0].topics == ("huiswerk",)
        assert live.talk.session.shown[0].heading == ""


async def test_escape_closes_the_topics_and_keeps_the_line(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press(*"Te veel ", "number_sign", *"huisw", "escape", "escape")
        assert not live.query_one("#topics", Choices).display
        assert live.query_one(Recorder).text == "Te veel #huisw"


async def test_f2_gives_the_last_note_a_topic_in_two_keys(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een #mbo", "twee")
        await pilot.press("f2")
        await at_screen(pilot, PickScreen)
        await pilot.press("1")
        await live_screen(pilot)
        assert live.talk.session.shown[1].topics == ("mbo",)


async def test_f2_with_a_line_in_hand_is_for_that_line(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een")
        await pilot.press(*"twee", "f2")
        await at_screen(pilot, PickScreen)
        await pilot.press(*"mbo", "enter")
        await live_screen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert [note.topics for note in live.talk.session.shown] == [(), ("mbo",)]


async def test_a_topic_that_is_not_in_the_list_is_made_from_the_picker(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een")
        await pilot.press("f2")
        pick = await at_screen(pilot, PickScreen)
        await pilot.press(*"zwemles")
        await pilot.pause()
        assert pick.query_one(Choices).rows[-1].label == "Nieuw thema: zwemles"
        await pilot.press("enter")
        await live_screen(pilot)
        assert live.talk.session.topics[0].name == "zwemles"


async def test_a_lone_digit_marks_a_follow_up_as_asked(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(
            pilot, "/fase 2", "Er is nooit tijd voor een praatje", "1", "Weken stil", "3 kinderen"
        )
        first, answer, other = live.talk.session.shown
        live_question = (
            "En wanneer er nooit tijd voor een praatje is, wat zou je graag willen dat er gebeurt?"
        )
        assert answer.follows == first.id
        assert answer.clean_question == live_question
        assert other.text == "3 kinderen"


async def test_on_the_consent_question_a_digit_says_what_is_usual(app: GoedGesprek, folder: Path) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "1")
        await until(pilot, lambda: on_disk(folder).consent is Consent.VERBATIM)
        assert live.talk.session.shown == ()


async def test_undo_and_redo_by_key_leave_the_line_alone(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een", "twee")
        await pilot.press(*"dri", "ctrl+z")
        assert texts(live) == ["een"]
        assert "citaat 2, „twee”" in message(live)
        await pilot.press("ctrl+y")
        assert (texts(live), live.query_one(Recorder).text) == (["een", "twee"], "dri")


async def test_a_key_that_needs_words_puts_the_command_ready_and_the_line_comes_back(
    app: GoedGesprek,
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        recorder = live.query_one(Recorder)
        await type_line(pilot, "een zin")
        await pilot.press(*"half", "ctrl+r")
        assert recorder.text == "/wijzig 1 een zin"
        await pilot.press(*" meer", "enter")
        await pilot.pause()
        assert (texts(live), recorder.text) == (["een zin meer"], "half")


async def test_an_unknown_command_stays_in_the_line(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/volgnde")
        assert live.query_one(Recorder).text == "/volgnde"
        assert "Bedoel je /volgende?" in message(live)


async def test_coming_back_leaves_no_empty_room_under_the_questions(app: GoedGesprek, folder: Path) -> None:
    load()
    async with running(app) as pilot:
        await type_line(pilot, "/fase 2", "Ik wil graag weten wat er in de klas van mijn dochter gebeurt")
    again = GoedGesprek(folder, talk=on_disk(folder).id, now=lambda: NOON)
    async with running(again) as pilot:
        helped = (await live_screen(pilot)).query_one("#help", Static)
        await pilot.pause(0.2)
        assert helped.size.height == len(str(helped.content).split("\n"))


async def test_keeping_a_half_typed_line_draws_nothing_anew(
    app: GoedGesprek, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een")
        await until(pilot, lambda: live.talk.all_safe)
        drawn: list[None] = []
        monkeypatch.setattr(live, "refresh_view", lambda: drawn.append(None))
        live.query_one(Recorder).put("half getypt")
        live.keep_draft()
        await until(pilot, lambda: live.talk.all_safe and on_disk(folder).draft == "half getypt")
        await pilot.pause()
        assert drawn == []


async def test_erasing_asks_on_the_line_and_no_older_copy_keeps_the_words(
    app: GoedGesprek, folder: Path
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "zeergeheim", "twee", "/wis 1")
        assert "voorgoed wissen" in message(live)
        assert texts(live) == ["zeergeheim", "twee"]
        await type_line(pilot, "ja")
        await until(pilot, lambda: live.talk.all_safe)
        assert texts(live) == ["twee"]
        assert not [
            path for path in folder.iterdir() if path.is_file() and b"zeergeheim" in path.read_bytes()
        ]


async def test_a_half_typed_line_waits_while_the_program_asks(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een", "twee")
        await pilot.press(*"half", "ctrl+l", "enter")
        await pilot.pause()
        assert live.query_one(Recorder).text == ""
        await pilot.press(*"ja", "enter")
        await pilot.pause()
        assert (texts(live), live.query_one(Recorder).text) == (["een"], "half")


async def test_a_quote_typed_at_a_question_of_the_program_is_not_lost(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een", "/wis 1", "Mijn zoon durft niet meer")
        assert texts(live) == ["een", "Mijn zoon durft niet meer"]


async def test_off_the_record_says_so_and_nothing_reaches_the_disk(app: GoedGesprek, folder: Path) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press("f8")
        await pilot.pause()
        assert str(live.query_one(".understood", Static).content) == "wordt niet bewaard"
        assert "niet vastleggen" in str(live.state())
        await type_line(pilot, "zeergeheim")
        await pilot.press(*"zeergeheim")
        live.keep_draft()
        await pilot.press("ctrl+u", "f8")
        assert "NIET" not in message(live)
        await type_line(pilot, "gewoon")
        await until(pilot, lambda: live.talk.all_safe)
        assert b"zeergeheim" not in all_bytes(folder)
        assert texts(live) == ["gewoon"]


@pytest.mark.parametrize("key", ["f8", "f12"])
async def test_words_typed_off_the_record_are_gone_when_that_ends(
    app: GoedGesprek, folder: Path, key: str
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press("f8", *"zeergeheim", key)
        await pilot.pause()
        if live.is_current:
            live.keep_draft()
        await until(pilot, lambda: live.talk.all_safe)
        assert b"zeergeheim" not in all_bytes(folder)


async def test_off_the_record_outlives_a_crash(app: GoedGesprek, folder: Path, clock: Clock) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press(*"geheim", "f8")
        await until(pilot, lambda: live.talk.all_safe)
        assert b"geheim" not in all_bytes(folder)
        await app.leave()
    again = GoedGesprek(folder, talk="", monotonic=clock)
    async with running(again) as pilot:
        live = await live_screen(pilot)
        assert live.talk.conversation.off_record


async def test_keys_that_come_right_after_enter_are_the_next_line(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        line = live.query_one(Recorder).input
        line.value = "ab"
        await line.action_submit()
        line.value += "cd"
        await until(pilot, lambda: texts(live) == ["ab"])
        await pilot.pause()
        assert live.query_one(Recorder).text == "cd"


async def test_two_enters_in_one_moment_leave_one_screen(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een zin")
        await pilot.press("f2")
        pick = await at_screen(pilot, PickScreen)
        pick.action_take()
        pick.action_take()
        await pilot.pause()
        assert pilot.app.screen is live


async def test_the_blank_screen_shows_nothing_until_a_key_and_the_key_does_nothing(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press("f9")
        blank = await at_screen(pilot, BlankScreen)
        assert all("-textual-system" in child.classes for child in blank.children)
        await pilot.press("x")
        await live_screen(pilot)
        assert live.query_one(Recorder).text == ""


async def test_phases_are_chosen_from_a_list_and_time_is_counted_per_phase(
    app: GoedGesprek, clock: Clock
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        clock.seconds = 120
        await pilot.press("f4")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await live_screen(pilot)
        clock.seconds = 180
        live.refresh_clock()
        assert live.talk.session.seconds[:2] == (120, 60)


async def test_a_pause_stops_the_clock(app: GoedGesprek, clock: Clock) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press("f7")
        clock.seconds = 600
        live.refresh_clock()
        assert live.talk.session.spent == 0
        assert "pauze" in str(live.state())


async def test_cards_and_help_open_and_close(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        await live_screen(pilot)
        await pilot.press("f5")
        await at_screen(pilot, PickScreen)
        await pilot.press("1")
        await at_screen(pilot, CardScreen)
        await pilot.press("escape")
        await live_screen(pilot)
        await pilot.press("f1")
        await at_screen(pilot, HelpScreen)


async def test_a_pasted_text_of_many_lines_becomes_one_note(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        recorder = live.query_one(Recorder)
        pasted = "eerste\nregel\x1b[31m\u202e " + "x" * 100_000 + " 👩‍👧 مرحبا [/b]"
        recorder.input.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: live.talk.session.shown and live.talk.all_safe)
        (text,) = texts(live)
        assert text.startswith("eerste regel xxx")
        assert text.endswith(" 👩‍👧 مرحبا [/b]")


@pytest.mark.parametrize("size", [(1, 1), (4, 2), (20, 5), (39, 9), (200, 60)])
async def test_any_size_of_window_keeps_the_line_alive(app: GoedGesprek, size: tuple[int, int]) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "[/b] een zin " * 30, "x" * 90)
        await pilot.resize_terminal(*size)
        await pilot.press(*"nog een", "enter")
        await pilot.pause()
        assert texts(live)[-1] == "nog een"


async def test_ctrl_q_asks_and_going_on_is_the_default(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await pilot.press(*"half", "ctrl+q")
        await at_screen(pilot, PickScreen)
        await pilot.press("ctrl+q", "enter")
        assert (await live_screen(pilot)) is live
        assert live.query_one(Recorder).text == "half"


async def test_leaving_keeps_the_half_typed_line(app: GoedGesprek, folder: Path) -> None:
    async with running(app) as pilot:
        await live_screen(pilot)
        await pilot.press(*"half", "ctrl+q")
        await at_screen(pilot, PickScreen)
        await pilot.press("2")
        await until(pilot, lambda: app.last_words)
    session = on_disk(folder)
    assert (session.draft, session.ended) == ("half", None)


async def test_words_that_could_not_be_stored_stay_marked_until_they_are_safe(
    app: GoedGesprek, folder: Path
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await until(pilot, lambda: live.talk.all_safe)
        away = folder.rename(folder.with_name("weg"))
        await type_line(pilot, "een zin")
        await until(pilot, lambda: live.talk.failure)
        await pilot.pause()
        assert message(live) == f"{live.talk.failure} Of kies een andere map met /map."
        assert "niet bewaard" in shown(live)
        away.rename(folder)
        await type_line(pilot, "nog een")
        await until(pilot, lambda: live.talk.all_safe)
        await pilot.pause()
        assert "niet bewaard" not in shown(live)
        assert [note.text for note in on_disk(folder).notes] == ["een zin", "nog een"]


async def test_kinds_and_consent_are_chosen_from_a_list(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een zin")
        await pilot.press("ctrl+o")
        await at_screen(pilot, PickScreen)
        await pilot.press(*"wens", "enter")
        await live_screen(pilot)
        await pilot.press("ctrl+t")
        await at_screen(pilot, PickScreen)
        await pilot.press("1")
        await live_screen(pilot)
        note = live.talk.session.shown[0]
        assert (note.kind, note.consent) == (NoteKind.WISH, Consent.VERBATIM)


async def test_keys_are_about_the_note_that_was_looked_back_to(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "een", "twee", "drie")
        await pilot.press("up", "up")
        assert "▌  1 „een”" in shown(live)
        await pilot.press("ctrl+r")
        assert live.query_one(Recorder).text == "/wijzig 1 een"
        await pilot.press("escape", "f2")
        await at_screen(pilot, PickScreen)
        await pilot.press("1")
        await live_screen(pilot)
        assert live.talk.session.shown[0].topics
        await pilot.press("escape")
        assert live.query_one(NotesView).selected is None


async def test_words_to_ask_on_are_chosen_with_f3(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Nooit tijd voor een praatje")
        await pilot.press("f3")
        await at_screen(pilot, PickScreen)
        await pilot.press(*"praat", "enter")
        await live_screen(pilot)
        assert live.offer
        assert live.offer.words == "praatje"
        assert "En wat voor praatje is dat?" in [one.text for one in live.offer.follow_ups]


async def test_questions_stand_there_as_soon_as_a_note_does(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2")
        live.entered("Er ligt zoveel druk op die kinderen")
        assert live.offer
        await pilot.pause()
        assert "En wat voor druk is dat?" in str(live.query_one("#help", Static).content)


async def test_a_question_can_be_adapted_before_it_is_said(app: GoedGesprek, folder: Path) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Er ligt zoveel druk op die kinderen")
        number = [one.id for one in live.offer.follow_ups].index("wat_voor") + 1 if live.offer else 0
        await pilot.press(str(number), "tab")
        assert live.query_one(Recorder).text == "/gevraagd En wat voor druk is dat?"
        await pilot.press("backspace", *" precies?", "enter")
        await until(pilot, lambda: on_disk(folder).asked)
        (asked,) = on_disk(folder).asked
        assert (asked.text, asked.question) == ("En wat voor druk is dat precies?", "wat_voor")
        assert (asked.words, asked.note) == ("druk", live.talk.session.shown[0].id)


async def test_all_questions_are_in_a_list_and_come_in_the_line(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Er ligt zoveel druk op die kinderen")
        await pilot.press("shift+tab")
        pick = await at_screen(pilot, PickScreen)
        assert len(pick.query_one(Choices).rows) >= 5
        await pilot.press(*"net voor", "enter")
        await live_screen(pilot)
        assert live.query_one(Recorder).text.startswith("/gevraagd En wat gebeurt er net voor")
        await pilot.press("enter")
        assert live.talk.session.asked[0].question == "net_ervoor"


async def test_one_key_says_that_a_note_is_something_else_than_it_looks(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Mijn dochter zit in groep vier")
        assert live.offer
        assert live.offer.pro.kind is ProKind.OTHER
        await pilot.press("ctrl+b")
        assert live.offer.pro.kind is ProKind.P
        await type_line(pilot, "/klinkt wens")
        assert live.offer.pro.kind is ProKind.O
        await type_line(pilot, "/klinkt blauw")
        assert "moeilijk, minder, wens, anders" in live.message


async def test_what_the_key_confirmed_is_what_undo_takes_back(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Mijn dochter zit in groep vier")
        await pilot.press("ctrl+b", "ctrl+z")
        assert len(live.talk.session.shown) == 1
        assert live.talk.session.shown[0].sounds is None


async def test_no_word_of_an_erased_note_stays_in_a_line_that_was_put_ready(
    app: GoedGesprek, folder: Path
) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Er is ruzie met Zaphod")
        await pilot.press("shift+tab")
        await at_screen(pilot, PickScreen)
        await pilot.press("1")
        await live_screen(pilot)
        assert "Zaphod" in live.query_one(Recorder).text
        await pilot.press("ctrl+l", "enter", *"ja", "enter")
        await until(pilot, lambda: on_disk(folder).erased)
        assert "Zaphod" not in live.query_one(Recorder).text + live.set_aside
        await until(pilot, lambda: live.talk.all_safe)
        assert "Zaphod" not in "".join(path.read_text("utf-8") for path in folder.glob("*.json*"))


async def test_a_digit_means_nothing_where_no_questions_are_in_sight(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Er is gedoe", "/fase 4", "3")
        assert live.talk.session.asked == ()
        assert live.message == "Er staat nu geen doorvraag 3."


async def test_where_danger_is_heard_the_card_is_named_in_place_of_questions(app: GoedGesprek) -> None:
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "Mijn man slaat mij")
        shown = str(live.query_one("#help", Static).content)
        assert shown.count("„slaat” kan over onveiligheid gaan") == 1
        assert "1  En" not in shown
        await type_line(pilot, "/kaart onveilig")
        assert "onveiligs" in (await at_screen(pilot, CardScreen)).card.title


async def test_the_questions_come_when_the_dictionary_has_been_read(
    app: GoedGesprek, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = threading.Event()
    monkeypatch.setattr("goedgesprek_tui.talk.loaded", read.is_set)
    monkeypatch.setattr("goedgesprek_tui.clean.lemmas.load", lambda: read.wait(60))
    async with running(app) as pilot:
        live = await live_screen(pilot)
        await type_line(pilot, "/fase 2", "Er ligt zoveel druk op die kinderen")
        assert live.offer is None
        read.set()
        await until(pilot, lambda: live.offer)


def test_every_key_has_a_name_and_a_tooltip_and_is_left_alone_by_the_line() -> None:
    bindings = [binding for binding in LiveScreen.BINDINGS if hasattr(binding, "key")]
    assert len(bindings) == len(COMMANDS) + 4
    assert all(binding.id and binding.tooltip for binding in bindings)
    assert not EATEN_BY_INPUT & {binding.key for binding in bindings}
    assert len({binding.key for binding in bindings}) == len(bindings)
