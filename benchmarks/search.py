"""Searching in 100, 1,000 and 10,000 sessions of 40 notes: reading them in, memory, and a keystroke.

Goal: p95 under 50 ms a key with 1,000 sessions, and ten times as many cost no more than ten times as much.
Each size in a process of its own, so that the memory is its own. The ratios are to a plain look through
all texts (`"pest" in text.lower()`), which finds no other form and ranks nothing.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from terminal import row

from goedgesprek_tui.clean.lemmas import load
from goedgesprek_tui.models import Note, Phase, Script, ScriptKind, Session
from goedgesprek_tui.prompts import load_prompts
from goedgesprek_tui.review.search import Index
from goedgesprek_tui.review.stems import compared

CASES = Path(__file__).parents[1] / "tests" / "cases"
SIZES = (100, 1000, 10000)
NOTES = 40
TYPED = "pesten op het plein"
MORE = ("e", "de het een", '"op het plein"', "thema:pesten pest", "soort:wens", "sinds:maart gymles")
RUNS = 5
TODAY = date(2026, 6, 1)
SCRIPT = Script(
    id="kort",
    name="Kort",
    minutes=30,
    kind=ScriptKind.GROUP,
    phases=(Phase(title="Wat leeft er", minutes=10),),
)


def main() -> None:
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


def measure(size: int) -> None:
    load()
    compared("pesten")
    chance = random.Random(1)
    said = sentences()
    sessions = [_session(number, said, chance) for number in range(size)]
    before = _memory()
    begun = time.perf_counter()
    index = Index(load_prompts(Path("nergens")).topics, sessions)
    print(
        f"\n{size} gesprekken, {len(index)} notities: gelezen in {time.perf_counter() - begun:.2f} s, "
        f"{(_memory() - before) / 1024:.0f} MB erbij"
    )
    texts = [note.text for session in sessions for note in session.notes]
    index.find("x", TODAY)  # what is prepared once
    plain = [_took(lambda: [text for text in texts if "pest" in text.lower()]) for _ in range(RUNS)]
    print(row("alles doorlopen", plain, plain))
    keys = [TYPED[:at] for at in range(1, len(TYPED) + 1)]
    times = [_took(lambda key=key: index.find(key, TODAY, typing=True)) for _ in range(RUNS) for key in keys]
    print(row(f"typen: {TYPED}", times, plain))
    for typed in MORE:
        times = [_took(lambda typed=typed: index.find(typed, TODAY, typing=True)) for _ in range(RUNS)]
        print(row(typed, times, plain))
    last = sessions[-1]
    print(row("een gesprek opnieuw lezen", [_took(lambda: index.put(last)) for _ in range(RUNS)], plain))


def _session(number: int, sentences: list[str], chance: random.Random) -> Session:
    started = datetime(2026, 5, 1, 12, tzinfo=UTC) - timedelta(days=chance.randrange(900))
    notes = tuple(_note(number, at, sentences, chance) for at in range(1, NOTES + 1))
    return Session(id=f"s-{number}", started=started, script=SCRIPT, place="De Linde", notes=notes)


def _note(session: int, number: int, sentences: list[str], chance: random.Random) -> Note:
    one, other = chance.choices(sentences, k=2)
    words = other.split()
    new = chance.choice(words).lower().strip(".,?!") + chance.choice(one.split()).lower()
    text = " ".join([one, *words, new] if chance.random() < 0.1 else [one, *words])
    kind = chance.choice(["citaat", "signaal", "wens"])
    topics = (chance.choice(["veiligheid-en-pesten", "contact-met-school"]),)
    values = {"id": f"{session}-{number}", "number": number, "text": text, "kind": kind, "topics": topics}
    return Note.model_validate(values)


def sentences() -> list[str]:
    names = ("pro_more", "pro_own", "words_more", "words_own", "fill_seen", "pii_clean")
    cases = [case for name in names for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))]
    heard = [case["text"] for case in cases if "text" in case]
    return [*heard, "Hij wordt gepest op het plein", "Pesten op het schoolplein ziet niemand"]


def _took(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    measure(int(sys.argv[1])) if len(sys.argv) > 1 else main()
