"""Start to first text on the screen, against a bare Textual app, in alternation (goal: 1.3 times)."""

import sys
import tempfile

from terminal import BARE_APP, Program, row

RUNS = 25


def main() -> None:
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        app = (sys.executable, "-m", "goedgesprek_tui", "--map", folder)
        for _ in range(RUNS):
            for command, text, times in ((BARE_APP, "klaar", bare), (app, "Nieuw gesprek", ours)):
                program = Program(command)
                times.append(program.until(text) - program.started)
                program.kill()
    print(row("kale Textual-app", bare, bare))
    print(row("goedgesprek", ours, bare))


if __name__ == "__main__":
    main()
