"""How long from Enter until a note is on the disk, against the least that any program would need for it.

The least is: write as many bytes to a new file, fsync, rename over the old one, fsync the folder. All is
done in turn in one run, on the same disk, TinyDB's own storage as well.

Run it with `python benchmarks/durable.py [folder]`.
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

from pyrage import x25519
from tinydb import TinyDB

from goedgesprek_tui.models import Note, Phase, Question, Script, ScriptKind, Session
from goedgesprek_tui.store.key import PUBLIC
from goedgesprek_tui.store.sessions import Store

ROUNDS = 400
SAID = (
    "Mijn dochter zegt thuis dat niemand naast haar wil zitten, en ik weet niet bij wie ik dat kwijt kan.",
    "Je krijgt een berichtje, maar geen tijd voor een praatje.",
    "Bij de groenteclub praten we met elkaar, op het schoolplein niet.",
)


def main() -> None:
    """Measure with 10 and with 2,000 notes, readable and encrypted, and print all."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        for notes in (10, 2000):
            for encrypted in (False, True):
                measure(Path(folder) / f"{notes}-{encrypted}", notes, encrypted)


def measure(folder: Path, notes: int, encrypted: bool) -> None:
    """Print p50, p95 and ratio of `ROUNDS` times one note typed into a conversation that has this many.

    In the same turns: the least, and TinyDB's own storage, which inserts one document into a table and
    promises nothing.
    """
    store, least = Store(folder / "store"), folder / "least"
    store.prepare()
    least.mkdir()
    if encrypted:
        secret = x25519.Identity.generate()
        (store.folder / PUBLIC).write_text(str(secret.to_public()))
    before = conversation(notes)
    documents = [one.model_dump(mode="json") for one in before.notes]
    with store.create(before) as opened, TinyDB(folder / "tinydb.json") as plain:
        plain.insert_multiple(documents)
        data = (store.folder / f"{before.id}.json").read_bytes()
        acts: dict[str, Callable[[], object]] = {
            "opslaan": lambda: opened.save(with_one_more(before)),
            "minimum": lambda: put(least, data),
            "TinyDB": lambda: plain.insert(documents[0]),
        }
        times: dict[str, list[float]] = {name: [] for name in acts}
        turns = list(acts.items())
        for _ in range(ROUNDS):
            turns.append(turns.pop(0))
            for name, act in turns:
                times[name].append(timed(act))
            opened.save(before)
            plain.remove(doc_ids=[len(plain)])
    form = "versleuteld" if encrypted else "leesbaar"
    print(f"{notes:>5} notities, {form}, {len(data) / 1000:.0f} kB, {ROUNDS} rondes")
    for percent in (50, 95):
        least_ms = part(times["minimum"], percent)
        shown = (
            f"{name} {part(ms, percent):6.2f} ms {part(ms, percent) / least_ms:5.2f}x"
            for name, ms in times.items()
        )
        print(f"      p{percent}  {'  '.join(shown)}")


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
