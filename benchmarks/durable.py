"""How long from Enter until a note is on the disk, against the least that any program would need for it.

The least is: write as many bytes to a new file, fsync, rename over the old one, fsync the folder. Both are
done in turn in one run, in two folders on the same disk. Run it with `python benchmarks/durable.py [folder]`.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from goedgesprek_tui.models import Note, Phase, Question, Script, ScriptKind, Session
from goedgesprek_tui.store.sessions import Store

ROUNDS = 400
SAID = (
    "Mijn dochter zegt thuis dat niemand naast haar wil zitten, en ik weet niet bij wie ik dat kwijt kan.",
    "Je krijgt een berichtje, maar geen tijd voor een praatje.",
    "Bij de groenteclub praten we met elkaar, op het schoolplein niet.",
)


def main() -> None:
    """Measure with 10 and with 2,000 notes and print both."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        for notes in (10, 2000):
            measure(Path(folder) / str(notes), notes)


def measure(folder: Path, notes: int) -> None:
    """Print p50, p95 and ratio of `ROUNDS` times one note typed into a conversation that has this many."""
    store, least = Store(folder / "store"), folder / "least"
    store.prepare()
    least.mkdir()
    ours: list[float] = []
    raw: list[float] = []
    before = conversation(notes)
    with store.create(before) as opened:
        data = (store.folder / f"{before.id}.json").read_bytes()
        turns = [(ours, lambda: opened.save(with_one_more(before))), (raw, lambda: put(least, data))]
        for _ in range(ROUNDS):
            turns.reverse()
            for times, act in turns:
                times.append(timed(act))
            opened.save(before)
    print(f"{notes:>5} notities, {len(data) / 1000:.0f} kB, {ROUNDS} rondes")
    for percent in (50, 95):
        stored, minimum = part(ours, percent), part(raw, percent)
        times = f"opslaan {stored:5.2f} ms  minimum {minimum:5.2f} ms  maal {stored / minimum:4.2f}"
        print(f"      p{percent}  {times}")


def timed(act: Callable[[], None]) -> float:
    """Return how many milliseconds something takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def with_one_more(before: Session) -> Session:
    """Return the conversation as it is after Enter."""
    number = before.last_number + 1
    return before.model_copy(update={"notes": (*before.notes, note(number)), "last_number": number})


def put(folder: Path, data: bytes) -> None:
    """Do the least that makes bytes durable without ever losing the old ones."""
    temp = folder / "new"
    fd = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(fd, data)
    os.fsync(fd)
    os.close(fd)
    temp.replace(folder / "file.json")
    fd = os.open(folder, os.O_RDONLY)
    os.fsync(fd)
    os.close(fd)


def conversation(notes: int) -> Session:
    """Return a made-up conversation with this many notes."""
    question = Question(text="Wat houdt jullie bezig?", follow_ups=("En wat voor {X} is dat {X}?",) * 3)
    phases = tuple(Phase(title=f"Fase {n}", minutes=10, questions=(question,) * 4) for n in range(1, 8))
    script = Script(id="proef", name="Proef", minutes=60, kind=ScriptKind.GROUP, phases=phases)
    return Session(
        id=f"meting-{notes}",
        started=datetime(2025, 9, 1, 9, tzinfo=UTC),
        script=script,
        notes=tuple(note(number) for number in range(1, notes + 1)),
        last_number=notes,
    )


def note(number: int) -> Note:
    """Return a note of ordinary length."""
    return Note(
        id=f"{number:032x}",
        number=number,
        text=SAID[number % len(SAID)],
        topics=("pesten",) if number % 2 else (),
        phase="Fase 3",
        question="Wat houdt jullie bezig?",
        time=number / 7,
    )


def part(times: list[float], percent: int) -> float:
    """Return the time that this many percent of the rounds stayed under."""
    return statistics.quantiles(times, n=100)[percent - 1]


if __name__ == "__main__":
    main()
