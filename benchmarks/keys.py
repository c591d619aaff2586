"""A keystroke in the talk with 500 notes, against a bare Input, in alternation (goal: p95 1.2 times)."""

import random
import sys
import tempfile
from pathlib import Path

from terminal import BARE_APP, Program, row

from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import aware_now, open_desk, random_id
from goedgesprek_tui.line import Line

NOTES = 500
RUNS = 6
KEYS = 40
LETTERS = "wqyzvxpeioa"


def main() -> None:
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        _with_notes(Path(folder))
        talk = (sys.executable, "-m", "goedgesprek_tui", "gesprek", "--map", folder)
        for _ in range(RUNS):
            for command, text, times in ((BARE_APP, "klaar", bare), (talk, "Vraag 1", ours)):
                times += _typed(command, text)
    print(row("kale Input", bare, bare))
    print(row(f"gesprek met {NOTES} notities", ours, bare))


def _typed(command: tuple[str, ...], text: str) -> list[float]:
    program = Program(command)
    program.until(text)
    program.settle(1.0)
    times = []
    for _ in range(KEYS):
        letter = random.choice(LETTERS)
        times.append(program.key(letter, letter))
        program.settle(0.05)
    program.kill()
    return times


def _with_notes(folder: Path) -> None:
    desk = open_desk(folder, aware_now, random_id)
    desk.store.prepare()
    talk = Conversation(desk.begin(desk.script("1"))).go(2)
    with desk.store.create(talk.session) as opened:
        for number in range(NOTES):
            talk = talk.add(random_id(), Line(f"Je krijgt een berichtje, maar nooit tijd, {number} keer"))
        opened.save(talk.session)


if __name__ == "__main__":
    main()
