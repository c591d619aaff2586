"""The command line: reads the call, does it, and is the only place that ends the program."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.folders import own_scripts, sessions_folder

if TYPE_CHECKING:
    from goedgesprek_tui.desk import Desk
    from goedgesprek_tui.models import Session

NO_TERMINAL = (
    "goedgesprek heeft een terminal nodig; zonder terminal gaat het regel voor regel "
    "met goedgesprek plat LEIDRAAD, en goedgesprek proef laat zien hoe het gaat."
)
USAGE = {
    "gesprek": "gesprek [LEIDRAAD | SESSIE]",
    "plat": "plat LEIDRAAD [--verder SESSIE] [--toestemming letterlijk|kern] [--letterlijk]",
    "lijst": "lijst [--json]",
    "exporteer": "exporteer [SESSIE … | --alles] [--formaat md|json|jsonl] [--uit PAD|-]",
    "controleer": "controleer [LEIDRAAD.md …]",
    "proef": "proef",
}
HELP = {
    "gesprek": "Meteen in het gesprek: een nieuw, of een dat nog open is.",
    "plat": "Het gesprek regel voor regel, ook voor een schermlezer.",
    "lijst": "Alle gesprekken in de map.",
    "exporteer": "Maakt een samenvatting (md) of een volledige kopie (json, jsonl).",
    "controleer": "Kijkt leidraden na: waar een fout staat, en hoe het moet.",
    "proef": "Speelt een verzonnen gesprek, van begin tot samenvatting.",
}


class CallError(Exception):
    """A wrong call; the text is one Dutch sentence."""


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch: one sentence for a wrong call, and a short help."""

    def error(self, message: str) -> NoReturn:
        """Say how the call goes; argparse's own words are English."""
        raise CallError(f"Deze aanroep klopt niet. Zo kan het: {self.usage}")

    def format_help(self) -> str:
        """Return how the call goes and what it does."""
        return f"Zo: {self.usage}\n\n{self.description}\n"


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program and exit: 0 done, 1 something is wrong, 2 wrong call."""
    sys.exit(run(sys.argv[1:] if argv is None else argv))


def run(argv: Sequence[str]) -> int:
    """Carry out a call and return its exit status; every error is one Dutch line on standard error."""
    _speak_utf8()
    try:
        arguments = _parser(argv).parse_args(argv)
        _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except CallError as error:
        print(error, file=sys.stderr)
        return 2
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = None  # nobody reads on; what was stored is stored
    return 0


def _speak_utf8() -> None:
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace"), (sys.stderr, "replace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _parser(argv: Sequence[str]) -> Parser:
    parser = Parser(usage="goedgesprek [--map MAP] [OPDRACHT …]", description=_overview(), add_help=False)
    _common(parser, None)
    parser.set_defaults(command="")
    commands = parser.add_subparsers(parser_class=Parser)
    for name, usage in USAGE.items():
        command = commands.add_parser(
            name, usage=f"goedgesprek {usage}", description=HELP[name], add_help=False
        )
        _common(command, argparse.SUPPRESS)
        command.set_defaults(command=name)
        _options(command, name)
    unknown = next((word for word in argv if not word.startswith("-")), "")
    if unknown and not any(word in USAGE for word in argv) and "--map" not in argv:
        raise CallError(_unknown(unknown))
    return parser


def _common(parser: Parser, default: str | None) -> None:
    parser.add_argument("--map", default=default)
    parser.add_argument("-h", "--help", action="help")


def _options(command: Parser, name: str) -> None:
    match name:
        case "gesprek":
            command.add_argument("talk", nargs="?", default="")
        case "plat":
            command.add_argument("script", nargs="?", default="")
            command.add_argument("--verder", default="")
            command.add_argument("--toestemming", choices=("letterlijk", "kern"), default="")
            command.add_argument("--letterlijk", action="store_true")
        case "lijst":
            command.add_argument("--json", action="store_true")
        case "exporteer":
            command.add_argument("sessions", nargs="*")
            command.add_argument("--alles", action="store_true")
            command.add_argument("--formaat", default="md")
            command.add_argument("--uit", default="")
        case "controleer":
            command.add_argument("files", nargs="*", type=Path)


def _unknown(word: str) -> str:
    from goedgesprek_tui.text import nearest

    near = nearest(word, USAGE)
    hint = f"Bedoel je goedgesprek {near}?" if near else "Alle opdrachten: goedgesprek --help."
    return f"goedgesprek kent geen opdracht „{word}”. {hint}"


def _overview() -> str:
    lines = ["Zonder opdracht opent het programma. De opdrachten:", ""]
    lines += [f"  {name:12}{HELP[name]}" for name in USAGE]
    return "\n".join([*lines, "", "--map MAP is de map met de gesprekken. Meer: goedgesprek OPDRACHT --help"])


# --- the commands; each imports what it needs, so that the app starts without the rest -------------


def _app(arguments: argparse.Namespace) -> None:
    _in_terminal(sessions_folder(arguments.map))


def _talk(arguments: argparse.Namespace) -> None:
    _in_terminal(sessions_folder(arguments.map), talk=arguments.talk)


def _in_terminal(folder: Path, talk: str | None = None, trial: bool = False) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError(NO_TERMINAL)
    from goedgesprek_tui.app import GoedGesprek

    app = GoedGesprek(folder, talk=talk, trial=trial)
    app.run()
    if app.last_words:
        print(app.last_words)


def _desk(arguments: argparse.Namespace) -> "Desk":
    from goedgesprek_tui.desk import aware_now, open_desk, random_id

    return open_desk(sessions_folder(arguments.map), aware_now, random_id)


def _plain(arguments: argparse.Namespace) -> None:
    from goedgesprek_tui.console.plain import hold

    if not arguments.script and not arguments.verder:
        raise CallError(f"Welke leidraad? Zo kan het: goedgesprek {USAGE['plat']}")
    whole = hold(
        _desk(arguments),
        arguments.script,
        go_on=arguments.verder,
        consent=arguments.toestemming,
        verbatim=arguments.letterlijk,
    )
    if not whole:
        raise UserError("Niet alles is opgeslagen: een regel zonder „opgeslagen” staat niet op de schijf.")


def _list(arguments: argparse.Namespace) -> None:
    from goedgesprek_tui.console.listing import as_json, as_text

    desk = _desk(arguments)
    print(as_json(desk.store) if arguments.json else as_text(desk.store, desk.setting.now().date()))


def _export(arguments: argparse.Namespace) -> None:
    from goedgesprek_tui.exporting import export, render
    from goedgesprek_tui.exports.formats import EXPORTS

    if bool(arguments.sessions) == arguments.alles:
        raise CallError(f"Noem een gesprek, of kies --alles. Zo kan het: goedgesprek {USAGE['exporteer']}")
    if arguments.formaat not in EXPORTS:
        formats = ", ".join(EXPORTS)
        raise CallError(f"Het formaat „{arguments.formaat}” ken ik niet. Dit kan: {formats}.")
    desk = _desk(arguments)
    sessions, unreadable = _sessions(desk, arguments.sessions)
    if arguments.uit == "-":
        made = render(desk, sessions, arguments.formaat)
        sys.stdout.write(made.text)
    else:
        target = Path(arguments.uit).expanduser() if arguments.uit else None
        made = export(desk, sessions, arguments.formaat, target)
        print(made.path)
    sys.stdout.flush()
    if made.notice:
        print(made.notice, file=sys.stderr)
    if unreadable:
        raise UserError(unreadable)


def _sessions(desk: "Desk", names: list[str]) -> tuple[list["Session"], str]:
    """Return the sessions that were named, else all; and what to say of those that cannot be read."""
    if names:
        ids = dict.fromkeys(desk.store.find(name) for name in names)
        return [desk.store.load(session_id) for session_id in ids], ""
    listed = desk.store.listed()
    problems = [one.problem for one in listed if not one.session]
    return [one.session for one in reversed(listed) if one.session], " ".join(problems[:1])


def _check(arguments: argparse.Namespace) -> None:
    from goedgesprek_tui.console.checking import check_files

    lines, problem = check_files(arguments.files, own_scripts(sessions_folder(arguments.map)))
    for line in lines:
        print(line)
    if problem:
        raise UserError(problem)


def _trial(arguments: argparse.Namespace) -> None:
    from goedgesprek_tui.console.trial import play, trial_folder

    folder = trial_folder(arguments.map)
    if sys.stdin.isatty() and sys.stdout.isatty():
        _in_terminal(folder, trial=True)
    else:
        play(folder)


_COMMANDS = {
    "": _app,
    "gesprek": _talk,
    "plat": _plain,
    "lijst": _list,
    "exporteer": _export,
    "controleer": _check,
    "proef": _trial,
}
