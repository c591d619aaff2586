import io
import itertools
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import NOON, SCRIPT, Clock, on_disk
from program import kept, run, run_here, run_in_shell, say, start
from store_cases import FaultyOs, disk_full

from goedgesprek_tui.commands.answer import Setting
from goedgesprek_tui.commands.take import take
from goedgesprek_tui.console.plain import NOT_ALL, NOTHING_LEFT, Plain
from goedgesprek_tui.console.streams import Lines
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import open_desk
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.summary import summary
from goedgesprek_tui.models import Consent, NoteKind, Session
from goedgesprek_tui.prompts import Prompts, load_prompts
from goedgesprek_tui.store.sessions import Store

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
NOTHING = Prompts()
SMALL = 30_000
"""A file size that holds a session with a few notes."""


class Held:
    """A conversation in plain mode inside this process, on a disk that can be made to fail."""

    def __init__(self, folder: Path, setting: Setting, prompts: Prompts = NOTHING) -> None:
        self.os = FaultyOs()
        self.clock = Clock()
        self.out = io.StringIO()
        self.opened = Store(folder, self.os).create(Session(id="s", started=NOON, script=SCRIPT))
        talk = Conversation(self.opened.session).go(2)
        self.plain = Plain(talk, self.opened, setting, prompts, out=self.out, monotonic=self.clock)

    def run(self, *lines: str) -> bool:
        return self.plain.run(lines)

    def said(self) -> list[str]:
        """Return what was said since the last time."""
        lines = self.out.getvalue().splitlines()
        self.out.seek(0)
        self.out.truncate()
        return lines


@pytest.fixture
def held(tmp_path: Path, setting: Setting) -> Held:
    return Held(tmp_path, setting)


def texts(session: Session) -> list[str]:
    return [note.text for note in session.shown]


# --- as a process -----------------------------------------------------------------------------


def test_what_is_typed_comes_into_the_file_as_it_is_meant(folder: Path) -> None:
    typed = "w: Meer gym #huiswerk\n//de helft\n#niks in de zin\n\n/vlogende\n2\n/stop\nte laat\n"
    ran = run("plat", "kort", "--toestemming", "letterlijk", "--map", folder, typed=typed)
    session = on_disk(folder)
    assert (ran.status, ran.err) == (0, "")
    assert ran.stored == [note.id for note in session.notes]
    assert texts(session) == ["Meer gym", "/de helft", "#niks in de zin", "2"]
    assert session.notes[0].kind is NoteKind.WISH
    assert session.notes[0].topics == ("huiswerk",)
    assert session.consent is Consent.VERBATIM
    assert session.ended
    assert "/vlogende is geen opdracht. Bedoel je /volgende?" in ran.out
    assert "Het gesprek is afgerond: 4 notities, alles bewaard." in ran.out


HOSTILE = {
    b"\xef\xbb\xbf\xc3\xa9\xc3\xa9n": "één",
    b"kapot \xff\xfe einde": "kapot  einde",
    b"\xed\xa0\x80half": "half",
    b"nul\x00 bel\x07 \x1b[31mrood\x1b[0m": "nul bel rood",
    b"regel\xe2\x80\xa8scheider": "regel\u2028scheider",
    b"[/b] <b> =1+1": "[/b] <b> =1+1",
    b"woord " * 17_000 + b".": "woord " * 17_000 + ".",
}


def test_whatever_bytes_come_in_each_line_is_stored_without_what_cannot_be_text(folder: Path) -> None:
    endings = itertools.cycle((b"\r\n", b"\n", b"\r"))
    typed = b"".join(line + ending for line, ending in zip(HOSTILE, endings, strict=False))
    ran = run("plat", "kort", "--map", folder, typed=typed + b"einde zonder regeleinde")
    assert texts(on_disk(folder)) == [*HOSTILE.values(), "einde zonder regeleinde"]
    assert len(ran.stored) == len(HOSTILE) + 1
    assert ran.status == 0
    assert "Sla de tekst op als UTF-8" in ran.complaint


def test_verbatim_every_line_is_a_quote_exactly_as_it_stands(folder: Path) -> None:
    lines = ["  rand \t", "/stop", "//schuin", "w: wens #huiswerk", "7 2 0", "\u00a0", "ja"]
    ran = run("plat", "kort", "--letterlijk", "--map", folder, typed="\r\n".join([*lines, "", "   ", "\x01"]))
    session = on_disk(folder)
    assert [note.text for note in session.notes] == [line for line in lines if line.strip()]
    assert {note.kind for note in session.notes} == {NoteKind.QUOTE}
    assert not any(note.topics for note in session.notes)
    assert ran.out.count(NOTHING_LEFT) == 1
    assert not session.ended


def test_a_conversation_goes_on_where_it_was_on_its_own_script(folder: Path) -> None:
    first = run("plat", "kort", "--map", folder, typed="/fase 2\nEen")
    (folder / "leidraden" / "kort.md").unlink()
    id_ = on_disk(folder).id
    consent = ("--toestemming", "letterlijk")
    second = run("plat", "--verder", id_[:6], *consent, "--map", folder, typed="Twee\n/stop")
    third = run("plat", "weg", "--verder", id_, "--map", folder, typed="Drie")
    session = on_disk(folder)
    assert [ran.status for ran in (first, second, third)] == [0, 0, 0]
    assert "Fase 2 van 4" in second.out
    assert texts(session) == ["Een", "Twee", "Drie"]
    assert session.consent is Consent.VERBATIM
    assert session.ended is None


def test_a_topic_of_her_own_is_known_in_the_next_conversation_as_long_as_it_is_used(folder: Path) -> None:
    made = "Ze wacht bij de poort\n/thema nieuw Wachten bij de poort\n"
    first = run_here("plat", "kort", "--map", folder, typed=made)
    second = run_here("plat", "kort", "--map", folder, typed="Daar staat ook niemand #wachten-bij-de-poort\n")
    assert [ran.status for ran in (first, second)] == [0, 0]
    sessions = [one.session for one in Store(folder).listed() if one.session]
    assert [session.topics for session in sessions] == [sessions[0].topics] * 2
    assert {session.notes[0].topics for session in sessions} == {(sessions[0].topics[0].id,)}
    assert {session.notes[0].text for session in sessions} == {
        "Ze wacht bij de poort",
        "Daar staat ook niemand",
    }
    note = next(one for one in sessions if one.notes[0].text.startswith("Ze"))
    Store(folder).delete(note.id)
    other = next(one for one in sessions if one is not note)
    with Store(folder).open(other.id) as opened:
        bare = opened.session.notes[0].model_copy(update={"topics": ()})
        opened.save(opened.session.model_copy(update={"notes": (bare,)}))
    third = run_here("plat", "kort", "--map", folder, typed="Nu niet #wachten-bij-de-poort\n")
    assert "is geen thema" in third.out


def test_a_line_that_was_half_typed_in_the_app_is_shown(folder: Path) -> None:
    kept(folder, "Een", draft="Ze durft ni")
    assert (
        "\nHalf getypt, en nog geen notitie: Ze durft ni\n"
        in run_here("plat", "--verder", "s", "--map", folder).out
    )


def test_what_cannot_begin_says_why_and_makes_nothing(folder: Path, tmp_path: Path) -> None:
    kept(folder, id="stuk")
    (folder / "stuk.json").write_text("{", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    file = folder / "leidraden" / "kort.md"
    calls = [
        ("plat", "krot", "--map", folder),
        ("plat", "--verder", "nee", "--map", folder),
        ("plat", "--verder", "stuk", "--map", folder),
        ("plat", "3-inloop", "--map", file / "map"),
        ("plat", "krot", "--map", tmp_path / "nieuw"),
    ]
    script, session, damaged, nowhere, no_folder = (run_here(*call) for call in calls)
    assert script.complaint == "Er is geen leidraad 'krot'; bedoel je 'kort'?"
    assert session.complaint.startswith("Geen gesprek begint met nee")
    assert damaged.complaint.startswith("Gesprek stuk is niet te lezen")
    assert "er kan niets worden opgeslagen in" in nowhere.complaint
    assert no_folder.complaint.startswith("Er is geen leidraad 'krot'")
    assert {ran.status for ran in (script, session, damaged, nowhere, no_folder)} == {1}
    assert sorted(tmp_path.rglob("*")) == before


def test_a_session_has_one_window_at_a_time_and_a_folder_as_many_as_it_has_sessions(folder: Path) -> None:
    with start("plat", "kort", "--map", folder) as talk:
        say(talk, "Een")
        id_ = on_disk(folder).id
        other = run("plat", "--verder", id_[:8], "--map", folder, typed="Twee")
        assert other.status == 1
        assert f"al open in een ander venster (proces {talk.pid})" in other.complaint
        assert run("plat", "kort", "--map", folder, typed="Drie").status == 0
        say(talk, "Vier")
    assert talk.returncode == 0
    assert texts(Store(folder).load(id_)) == ["Een", "Vier"]


def test_a_signal_ends_it_cleanly_with_all_stored(folder: Path) -> None:
    talks = {number: start("plat", "kort", "--map", folder) for number in ENDING}
    said = set()
    for number, talk in talks.items():
        said.add(say(talk, "Een"))
        talk.send_signal(number)
        _, complaints = talk.communicate(timeout=20)
        assert (talk.returncode, complaints) == (128 + number, "")
    sessions = [one.session for one in Store(folder).listed() if one.session]
    assert said == {f"opgeslagen {note.id}" for session in sessions for note in session.notes}
    assert not any(session.ended for session in sessions)


@pytest.fixture
def _signals_as_they_were() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in ENDING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals_as_they_were")
def test_a_signal_breaks_off_the_waiting_and_never_the_work_on_a_line() -> None:
    class Typing(io.StringIO):
        def readline(self, size: int = -1, /) -> str:
            line = super().readline(size)
            if line == "weg\n":
                signal.raise_signal(signal.SIGTERM)
            return line

    waiting = Lines(Typing("een\nweg\ntwee\n"))
    assert list(waiting) == ["een\n"]
    working = Lines(Typing("een\ntwee\n"))
    done = []
    for line in working:
        signal.raise_signal(signal.SIGHUP)
        done.append(line)
    assert done == ["een\n"]
    assert (waiting.signal, working.signal) == (signal.SIGTERM, signal.SIGHUP)


def test_what_is_typed_is_stored_also_when_nobody_reads_the_answers(folder: Path) -> None:
    lines = "\\n".join(f"Zin {n}" for n in range(40))
    call = f'printf "{lines}" | "$@" plat kort --map "{folder}"'
    piped = run_in_shell(f"{call} | head -n 1; exit ${{PIPESTATUS[1]}}")
    assert (piped.status, piped.err) == (0, "")
    assert len(on_disk(folder).notes) == 40
    full = run_in_shell(f"{call} >/dev/full")
    assert full.status == 1
    assert full.complaint.startswith("De uitvoer is niet helemaal geschreven")
    assert [len(one.session.notes) for one in Store(folder).listed() if one.session] == [40, 40]


def test_without_input_or_output_it_opens_a_session_and_ends(folder: Path) -> None:
    assert run_in_shell(f'"$@" plat kort --map "{folder}" <&- >&-').status == 0
    assert not on_disk(folder).notes


def test_on_a_full_disk_nothing_is_called_stored_and_it_is_said_once(folder: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))

    typed = f"Past\n{'lang ' * SMALL}\nOok niet\n/stop\n"
    ran = run("plat", "kort", "--map", folder, typed=typed, preexec_fn=full)
    session = on_disk(folder)
    assert ran.status == 1
    assert ran.stored == [note.id for note in session.notes]
    assert texts(session) == ["Past"]
    assert "alles bewaard" not in ran.out
    full_disk, not_all = ran.err.splitlines()
    assert full_disk.startswith("De schijf is vol: dit is nog niet opgeslagen in")
    assert not_all == NOT_ALL
    assert {file.suffix for file in folder.iterdir() if file.is_file()} <= {".json", ".bak", ".lock"}


LINES = """
/toestemming alle ja
/fase 2
Je hoort pas iets als het mis is #contact-met-school
#huiswerk
Meer pauze
/ongedaan
Het huiswerk is te veel #huiswerk #zorg-in-school
/toestemming kern
/kern Er is veel huiswerk
n: zelf even navragen
/volgende
vw: Op tijd komen
/wis 1
nee
/wis 4
ja
/thema 3 nieuw De moestuin
/probleem We weten het niet op tijd
/probleem ja
o: Een groepsapp
/niet-vastleggen
Dit niet
/niet-vastleggen
/fase 4
7 2 0
/volgende
fijn, eerlijk
a: Volgende week bellen
/stop
""".strip()


def test_a_file_of_notes_gives_the_summary_that_its_lines_give(folder: Path) -> None:
    run_here("plat", "kort", "--map", folder, typed=LINES)
    ran = run_here("exporteer", "--alles", "--uit", "-", "--map", folder)
    desk = open_desk(folder, lambda: on_disk(folder).started, iter(map(str, range(99))).__next__)
    talk = Conversation(desk.begin(desk.script("kort")))
    ask = None
    for line in LINES.split("\n"):
        if ask and line in ("ja", "nee"):
            talk = ask.when_yes(talk).conversation if line == "ja" else talk
            ask = None
            continue
        answer = take(talk, line, desk.setting)
        talk, ask = answer.conversation, answer.ask
    assert ran.out == to_markdown(summary(talk.session, desk.prompts.topics))
    assert "Er is veel huiswerk" in ran.out
    assert "Dit niet" not in ran.out


# --- inside this process ----------------------------------------------------------------------


def test_when_there_is_room_again_all_that_waited_is_acknowledged(
    held: Held, capsys: pytest.CaptureFixture[str]
) -> None:
    def lines():
        yield "Een"
        held.os.at, held.os.error = 1, disk_full()
        held.os.calls.clear()
        yield "Twee"
        held.os.calls.clear()
        yield "w: Drie"
        assert held.said()[-1] == "opgeslagen id-1"
        held.os.heal()
        yield "Vier"

    assert held.plain.run(lines())
    assert held.said() == ["opgeslagen id-2", "opgeslagen id-3", "opgeslagen id-4"]
    assert texts(held.opened.session) == ["Een", "Twee", "Drie", "Vier"]
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_was_to_be_erased_leaves_every_copy_also_when_the_disk_failed_first(
    held: Held, tmp_path: Path
) -> None:
    def lines():
        yield "Marjolein"
        yield "/wis 1"
        held.os.fail_at(1, disk_full())
        yield "ja"
        held.os.heal()
        yield "Verder"

    assert held.plain.run(lines())
    assert "Notitie 1 is voorgoed gewist." not in held.said()
    assert not [file for file in tmp_path.iterdir() if b"Marjolein" in file.read_bytes()]


def test_a_session_that_was_changed_by_another_computer_is_said_at_once(
    held: Held, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def lines():
        yield "Een"
        (tmp_path / "s.json").write_text("{}", "utf-8")
        yield "Twee"
        assert "s.json.conflict-1" in capsys.readouterr().err

    assert held.plain.run(lines())


def test_what_asks_takes_the_next_line_and_another_line_is_not_lost(held: Held) -> None:
    held.run("Een", "/wis 1", "Twee", "/wis 1", "Nee.", "/wis 1", "Ja!")
    assert texts(held.opened.session) == ["Twee"]
    assert held.said()[3:] == [
        "Notitie 1 voorgoed wissen: „Een”? Dit kan niet terug. Typ ja en Enter.",
        "Niet gedaan.",
        "opgeslagen id-2",
        "Notitie 1 voorgoed wissen: „Een”? Dit kan niet terug. Typ ja en Enter.",
        "Niet gedaan.",
        "Notitie 1 voorgoed wissen: „Een”? Dit kan niet terug. Typ ja en Enter.",
        "Notitie 1 is voorgoed gewist.",
    ]


def test_reading_back_goes_line_by_line_over_what_the_group_may_hear(held: Held) -> None:
    notes = ("Een", "n: voor mezelf", "Nee", "/toestemming nee", "w: Twee", "Drie", "Vier", "Vijf")
    held.run(*notes, "/teruglezen", "letterlijk", "KERN", "", "nee.", "Toch nog iets", "ja")
    session = held.opened.session
    given = {note.text: note.consent for note in session.notes}
    assert given["Een"] is Consent.VERBATIM
    assert given["Twee"] is Consent.GIST
    assert given["Drie"] is None
    assert given["Vier"] is Consent.NO
    assert given["Toch nog iets"] is None
    assert given["ja"] is None
    said = held.said()
    assert "1 van 5, notitie 1: „Een”" in said
    assert "2 van 5, notitie 4: wens: Twee" in said
    assert "5 van 5, notitie 7: „Vijf”" in said
    assert not [line for line in said if "voor mezelf" in line or "„Nee”" in line and "van 5" in line]
    assert said[-3:] == ["Het teruglezen houdt op.", "opgeslagen id-8", "opgeslagen id-9"]


def test_reading_back_ends_by_itself_or_by_a_word(held: Held) -> None:
    held.run("/teruglezen", "Een", "/teruglezen", "", "Twee", "/teruglezen", "stop", "/stop")
    said = held.said()
    assert said[2] == "Er is nog geen notitie om voor te lezen."
    assert "Dat waren alle notities." in said
    assert said[-2:] == ["Het teruglezen houdt op.", "Het gesprek is afgerond: 2 notities, alles bewaard."]


def test_every_command_that_shows_something_says_it_in_lines(tmp_path: Path, setting: Setting) -> None:
    held = Held(tmp_path, setting, load_prompts())

    def after(line: str) -> str:
        held.plain._take(line)
        return "\n".join(held.said())

    assert after("Het praatje helpt") == "opgeslagen id-1"
    assert "2. En wat voor praatje is dat?" in after("/doorvragen het praatje")
    assert "3. Wat leeft er (10 minuten, hier ben je)" in after("/fase")
    assert after("/vorige").endswith("Vraag 1 van 1: Wat gaat goed?")
    assert "Fase 1 van 4: Welkom en sociaal contract (5 minuten)\nZeg: Welkom allemaal." in after("/fase 1")
    assert "Tip: Zet de stoelen in een kring." in after("/zeg")
    assert "Veiligheid en pesten" in after("/thema")
    assert after("/soort") == ", ".join(NoteKind)
    assert after("/toestemming") == "ja (letterlijk), kern of nee"
    assert "/doorvragen 1 en dan de woorden" in after("/doorvragen")
    assert "Een kaart lezen: /kaart en een woord uit de titel." in after("/kaart")
    assert "Wanneer: " in after("/kaart later binnen")
    assert "Een kaart lezen" in after("/kaart xyzzy")
    assert "w: wens" in after("/help")
    assert "/toestemming [n|alle] ja|kern|nee" in after("/help")
    assert after("/blanco") == "In deze stand is er geen scherm om leeg te maken."


def test_moving_still_shows_where_one_is_while_nothing_can_be_stored(held: Held) -> None:
    held.os.fail_at(1, disk_full())
    held.plain._take("/volgende")
    assert held.said() == ["Vraag 2 van 2: Wat mag de school van jullie verwachten?"]


def test_the_time_between_lines_counts_for_the_phase_but_not_in_a_pause(held: Held) -> None:
    def lines():
        for line, seconds in (("Een", 60), ("/pauze", 30), ("/pauze", 600), ("Twee", 6)):
            held.clock.seconds += seconds
            yield line

    held.plain.run(lines())
    assert held.opened.session.spent == 96
    assert [note.time for note in held.opened.session.notes] == [1.0, 1.6]
