"""Looking back on 100, 1,000 and 10,000 sessions of 40 notes: reading, counting, another filter, an export.

Goals: with 1,000 sessions the look back stands within a second and another filter as well, and ten times as
many cost no more than about ten times as much. Each size in a process of its own, so that the memory is its
own; the slope is the time of a size over that of the one before, per session. What is read was written before
and lies in the memory of the system.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from search import NOTES, SIZES, sentences

from goedgesprek_tui.desk import aware_now, open_desk, random_id
from goedgesprek_tui.models import Note, NoteKind, Session
from goedgesprek_tui.review.selection import Selection
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.store.documents import changes
from goedgesprek_tui.store.files import SessionStorage
from goedgesprek_tui.store.sessions import Store

KINDS = [*[NoteKind.QUOTE] * 6, *[NoteKind.SIGNAL] * 2, *NoteKind]


class Hasty:
    """A disk that does not wait: what is written here need not survive anything."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def fsync(self, handle: int) -> None:
        """Wait for nothing."""


def main() -> None:
    before: dict[str, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder), size)
            call = [sys.executable, __file__, folder, str(size)]
            steps = subprocess.run(call, check=True, capture_output=True, text=True).stdout.splitlines()
        print(f"\n{size} gesprekken, {size * NOTES} notities")
        for step in steps:
            name, seconds, memory = step.split("\t")
            slope = f"{float(seconds) / before[name] / 10:.2f}x per gesprek" if name in before else ""
            before[name] = float(seconds)
            print(f"  {name:34} {float(seconds):8.3f} s  {float(memory):6.0f} MB  {slope}")


def fill(folder: Path, size: int) -> None:
    desk = open_desk(folder, aware_now, random_id)
    store = Store(folder, Hasty())  # type: ignore[arg-type]
    chance, said = random.Random(1), sentences()
    topics = [topic.id for topic in desk.prompts.topics]
    for number in range(size):
        script = chance.choice(desk.prompts.scripts[:3])
        started = datetime(2026, 5, 1, 12, tzinfo=UTC) - timedelta(days=chance.randrange(900))
        notes = tuple(a_note(number, at, said, topics, chance) for at in range(1, NOTES + 1))
        session = Session(
            id=f"s-{number}", started=started, ended=started, script=script, notes=notes, last_number=NOTES,
            place_kind="ouderkamer", place=f"De Linde {number % 30}", group=f"groep {number % 50}", parents=9,
        )  # fmt: skip
        storage = SessionStorage(folder / f"{session.id}.json", store._os, store.key)
        storage.change(changes(session, None))  # `create` looks at the whole folder for each


def a_note(session: int, number: int, said: list[str], topics: list[str], chance: random.Random) -> Note:
    return Note(
        id=f"{session}-{number}",
        number=number,
        text=" ".join(chance.choices(said, k=2)),
        kind=chance.choice(KINDS),
        topics=tuple(chance.sample(topics, chance.choice([0, 1, 1, 2]))),
    )


def measure(folder: Path, size: int) -> None:
    desk = open_desk(folder, aware_now, random_id)
    listed = timed("gesprekken lezen", desk.store.listed)
    review = Review(tuple(one.session for one in listed if one.session), desk.prompts.topics)
    timed("tellen, alles", lambda: count_all(review))
    half = review.begun()
    timed("tellen, een half jaar", lambda: count_all(half))
    narrow = replace(half.selection, place="De Linde 3")
    timed("tellen, een plek", lambda: count_all(half.through(narrow)))
    timed("wat wacht", lambda: review.through(Selection()).waiting(datetime(2026, 6, 1).date()))


def count_all(review: Review) -> None:
    _ = review.ranked, review.compared, review.halves, review.unlabelled


def timed(name: str, act: Callable[[], Any]) -> Any:
    begun = time.perf_counter()
    given = act()
    seconds = time.perf_counter() - begun
    print(f"{name}\t{seconds}\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}")
    return given


if __name__ == "__main__":
    measure(Path(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 1 else main()
