"""The command line: reads the call, does it, and is the only place that ends the program."""

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from goedgesprek_tui import __version__
from goedgesprek_tui.console import streams
from goedgesprek_tui.console.call import USAGES, CallError, help_for, how, read_call
from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import names_cache, own_scripts, path_of, sessions_folder

if TYPE_CHECKING:
    from goedgesprek_tui.desk import Desk
    from goedgesprek_tui.store.ordered import Ordered
    from goedgesprek_tui.store.sessions import Listed, Store

NO_TERMINAL = (
    "goedgesprek heeft een terminal nodig; zonder terminal gaat het regel voor regel "
    "met goedgesprek plat LEIDRAAD, en goedgesprek proef laat zien hoe het gaat."
)
SIGNALLED = 128


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program and exit: 0 done, 1 something is wrong, 2 wrong call."""
    _dump_no_core()
    sys.exit(run(sys.argv[1:] if argv is None else argv))


def run(argv: Sequence[str]) -> int:
    """Carry out a call and return its exit status; every error is one Dutch line on standard error."""
    streams.prepare()
    try:
        status = _carry_out(read_call(argv))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return SIGNALLED + 2
    except BrokenPipeError:
        streams.give_up_output()  # nobody reads on
        return 0
    except Exception as error:
        streams.complain(_said(error))
        return 2 if isinstance(error, CallError) else 1


def _dump_no_core() -> None:
    """Have a crash of Python itself leave no image of the memory, with words and keys, on the disk."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _said(error: Exception) -> str:
    """Return what is wrong in one sentence, without words of a conversation that an error may hold."""
    from goedgesprek_tui.store.errors import NotStored

    if isinstance(error, NotStored):
        return error.with_way_out("--map")
    if isinstance(error, UserError):
        return str(error)
    if isinstance(error, OSError):
        streams.give_up_output()
        return "De uitvoer is niet helemaal geschreven; kijk of de schijf vol is, of kies een andere plek."
    at = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}, {Path(at.filename).name} regel {at.lineno}"
    return f"Het programma maakte een fout ({where}); wat opgeslagen is, staat op de schijf. Meld deze regel."


def _carry_out(call: argparse.Namespace) -> int:
    if call.help:
        print(help_for(call.command))
        return 0
    if call.versie:
        print(f"goedgesprek {__version__}")
        return 0
    return _COMMANDS[call.command](call)


# --- the commands; each imports what it needs, so that the app starts without the rest -------------


def _app(call: argparse.Namespace) -> int:
    return _in_terminal(sessions_folder(call.map))


def _talk(call: argparse.Namespace) -> int:
    return _in_terminal(sessions_folder(call.map), talk="".join(call.words))


def _in_terminal(folder: Path, talk: str | None = None, straight: str = "") -> int:
    if not _has_terminal():
        raise UserError(NO_TERMINAL)
    from goedgesprek_tui.app import GoedGesprek

    app = GoedGesprek(folder, talk=talk, straight=straight)
    try:
        app.run()
    finally:
        app.close_talk()
    if app.last_words:
        print(app.last_words)
    return app.return_code or 0


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _desk(call: argparse.Namespace, reads: bool = True) -> "Desk":
    """Return what lies in the folder; the passphrase is asked when conversations are read."""
    from goedgesprek_tui.desk import aware_now, open_desk, random_id

    desk = open_desk(sessions_folder(call.map), aware_now, random_id)
    if reads:
        from goedgesprek_tui.console.passphrase import opened

        opened(desk.store)
    return desk


def _store(call: argparse.Namespace) -> "Store":
    """Return the sessions of the folder, after the passphrase when there is one."""
    from goedgesprek_tui.console.passphrase import opened
    from goedgesprek_tui.store.sessions import Store

    return opened(Store(sessions_folder(call.map)))


def _practice(call: argparse.Namespace) -> int:
    return _in_terminal(sessions_folder(call.map), straight="oefenen")


def _plain(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.plain import hold

    script = "".join(call.words)
    if not script and not call.verder:
        raise CallError(f"Welke leidraad? {how(USAGES['plat'])}")
    desk = _desk(call, reads=bool(call.verder))
    signal = hold(desk, script, call.verder, call.toestemming, call.letterlijk)
    return SIGNALLED + signal if signal else 0


def _list(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.listing import as_json, as_text

    listed = _store(call).listed()
    print(as_json(listed) if call.json else as_text(listed, date.today()))
    return _tell_problems(listed)


def _search(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.searching import as_json, as_text
    from goedgesprek_tui.review.search import Index

    typed = " ".join(call.words)
    if not typed.strip():
        raise CallError(f"Welke woorden? {how(USAGES['zoek'])}")
    desk = _desk(call)
    listed = desk.store.listed()
    if not listed:
        print("[]\n" if call.json else "", end="")
        raise UserError(f"In {desk.folder} staan geen gesprekken om in te zoeken; kijk of de map klopt.")
    index = Index(desk.prompts.topics, (one.session for one in listed if one.session))
    found = index.find(typed, desk.setting.now().date(), most=len(index))
    print(as_json(found) if call.json else as_text(found, sys.stdout.isatty()))
    for sentence in found.said:
        streams.complain(sentence)
    return _tell_problems(listed)


def _export(call: argparse.Namespace) -> int:
    from goedgesprek_tui.store.ordered import Ordered

    if bool(call.words) == call.alles:
        raise CallError(f"Noem een gesprek, of kies --alles. {how(USAGES['exporteer'])}")
    name = call.formaat or "md"
    _spare_terminal(call.uit, name)
    desk = _desk(call)
    ids = None if call.alles else {desk.store.find(word) for word in call.words}
    sessions = Ordered(desk.store, ids)
    for problem in sessions.problems:
        streams.complain(problem)
    if sessions or not sessions.unread:
        notice = _exported(desk, sessions, name, call.uit)
        sys.stdout.flush()
        if notice:
            streams.complain(notice)
    return 1 if sessions.unread else 0


def _exported(desk: "Desk", sessions: "Ordered", name: str, out: str) -> str:
    """Write an export to a file or to standard output, and return what to know of it."""
    from goedgesprek_tui.exporting import Outgoing, export, remember

    if out == "-":
        outgoing = Outgoing(desk, sessions, name)
        streams.put_out(outgoing)
        return outgoing.notice
    made = export(desk, sessions, name, path_of(out) if out else None)
    print(made.path)
    try:
        remember(desk.store, made.noted)
    except UserError as error:
        streams.complain(f"Niet bij elk gesprek is bewaard dat het hierin staat: {error}")
    return made.notice


def _spare_terminal(out: str, name: str) -> None:
    from goedgesprek_tui.exports.formats import BINARY

    if out == "-" and name in BINARY and sys.stdout.isatty():
        raise UserError(f"{name} is geen tekst en past niet op het scherm; geef met --uit een bestand.")


def _report(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.reporting import tell_back

    desk = _desk(call)
    listed = desk.store.listed()
    status = _tell_problems(listed)
    tell_back(desk, [one.session for one in listed if one.session], call)
    return status


def _import(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.importing import import_all

    if not call.words:
        raise CallError(f"Welk bestand of welke map? {how(USAGES['importeer'])}")
    return import_all(_desk(call), [path_of(word) for word in call.words])


def _tell_problems(listed: "Sequence[Listed]") -> int:
    """Say what is the matter with sessions; return 1 when there is one that cannot be read."""
    for one in listed:
        if one.problem:
            streams.complain(one.problem)
    return 0 if all(one.session for one in listed) else 1


def _check(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.checking import check_files

    lines, problem = check_files([path_of(word) for word in call.words], sessions_folder(call.map))
    print("\n".join(lines))
    if problem:
        raise UserError(problem)
    return 0


def _questions(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.questions import as_json, as_text, asked_on
    from goedgesprek_tui.prompts import load_prompts

    statement = " ".join(call.words)
    if not statement.strip():
        raise CallError(f"Welke uitspraak? Zet hem tussen aanhalingstekens. {how(USAGES['vragen'])}")
    questions = load_prompts(own_scripts(sessions_folder(call.map))).questions
    asked = asked_on(statement, call.woorden, questions)
    print(as_json(asked) if call.json else as_text(asked, questions))
    if asked.notice:
        streams.complain(asked.notice)
    return 0


def _judge(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.judging import as_json, as_text, judged
    from goedgesprek_tui.prompts import load_prompts

    name = "".join(call.words)
    if not name:
        raise CallError(f"Welk gesprek? {how(USAGES['beoordeel'])}")
    if call.json:
        print(as_json(judged(name)))
    else:
        forms = load_prompts(own_scripts(sessions_folder(call.map))).questions
        print(as_text(judged(name, forms)))
    return 0


def _repair(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.repairing import repaired

    lines, whole = repaired(_store(call))
    print("\n".join(lines))
    return 0 if whole else 1


def _passphrase(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.passphrase import ACTIONS, passphrase
    from goedgesprek_tui.store.sessions import Store

    action, word = [*call.words, "", ""][:2]
    if action not in ("", *ACTIONS) or bool(word) != (action in ("organisatie", "vergeten")):
        raise CallError(f"Dit kan niet met een wachtwoord. {how(USAGES['wachtwoord'])}")
    passphrase(Store(sessions_folder(call.map)), action, word)
    return 0


def _erase(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.erasing import erase

    if not call.words:
        raise CallError(f"Welk gesprek? {how(USAGES['wis'])}")
    store = _store(call)
    erase(store, store.find(call.words[0]))
    return 0


def _names(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.json_lines import answer_lines, typed_lines
    from goedgesprek_tui.console.names import as_json, as_text, searching

    with searching(names_cache()) as (search, notice):
        if call.json:
            return answer_lines(typed_lines(), streams.complain, lambda line: as_json(line, search))
        print(as_text(list(typed_lines()), search, notice))
    return 0


def _topics(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.topics import as_json, as_text
    from goedgesprek_tui.prompts import load_prompts

    topics = load_prompts().topics
    if not call.json:
        print(as_text(topics))
        return 0
    from goedgesprek_tui.console.json_lines import answer_lines, typed_lines
    from goedgesprek_tui.review.suggest import Suggester

    suggester = Suggester(topics)
    return answer_lines(typed_lines(), streams.complain, lambda line: as_json(line, suggester))


def _trial(call: argparse.Namespace) -> int:
    from goedgesprek_tui.console.trial import play, trial_folder

    folder = trial_folder(call.map)
    if _has_terminal():
        return _in_terminal(folder, straight="proef")
    play(folder)
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "": _app,
    "gesprek": _talk,
    "plat": _plain,
    "lijst": _list,
    "zoek": _search,
    "exporteer": _export,
    "terugblik": _report,
    "importeer": _import,
    "controleer": _check,
    "vragen": _questions,
    "beoordeel": _judge,
    "herstel": _repair,
    "wachtwoord": _passphrase,
    "wis": _erase,
    "namen": _names,
    "themas": _topics,
    "oefen": _practice,
    "proef": _trial,
}
