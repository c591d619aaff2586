"""Hold conversations line by line in processes that are killed at random moments; print what was promised.

Called as `python crash.py FOLDER KILLS SEED`. It prints a line of JSON for each kill: the ids and texts of
the notes that were acknowledged before it. What is only read (modules, scripts) is read once, at the start.
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

import filelock
import pyrage

from goedgesprek_tui import desk
from goedgesprek_tui.cli import run
from goedgesprek_tui.console import passphrase, plain
from goedgesprek_tui.folders import own_scripts

READ = (passphrase, plain, filelock, pyrage)
ACKNOWLEDGED = "opgeslagen "


def talk(call: list[str], stdin: int, stdout: int) -> None:
    """Be the program, with these as standard input and output."""
    os.dup2(stdin, 0)
    os.dup2(stdout, 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, mode) for n, mode in ((0, "r"), (1, "w"), (2, "w")))
    os._exit(run(call))


def hold(call: list[str], chance: random.Random, name: str) -> list[tuple[str, str]]:
    """Type lines into the program until it is killed; return the ids and texts that it acknowledged."""
    told, typed = os.pipe(), os.pipe()
    if not (child := os.fork()):
        os.close(typed[1])
        os.close(told[0])
        talk(call, typed[0], told[1])
    os.close(typed[0])
    os.close(told[1])
    lines = [f"{name} zin {number}" for number in range(1, 40)]
    os.write(typed[1], "".join(f"{line}\n" for line in lines).encode())
    if chance.random() < 0.5:  # the other half begins before anything was said, on a slow machine as well
        select.select([told[0]], [], [], 30)
    time.sleep(chance.uniform(0.0, 0.06))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(typed[1])
    with os.fdopen(told[0]) as said:
        ids = [line.removeprefix(ACKNOWLEDGED).strip() for line in said if line.startswith(ACKNOWLEDGED)]
    return list(zip(ids, lines, strict=False))


def main() -> None:
    """Kill so many conversations, and go on with some of them where that takes no passphrase."""
    folder, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    prompts = desk.load_prompts(own_scripts(folder))
    desk.load_prompts = lambda _: prompts
    encrypted = (folder / "sleutel.pub").exists()
    for number in range(kills):
        there = sorted(folder.glob("*.json"))
        go_on = there and not encrypted and number % 2
        begun = ["--verder", chance.choice(there).stem] if go_on else ["kort"]
        told = hold(["plat", *begun, "--letterlijk", "--map", str(folder)], chance, str(number))
        print(json.dumps(told), flush=True)


main()
