"""What Enter costs besides saving: hearing a note and filling its questions, against saving that note.

Goal: p95 under 5 ms a note. The dictionary is read before, as the app does beside its first screen.
"""

import json
import tempfile
import time
from pathlib import Path

from terminal import row

from goedgesprek_tui.asking import offer
from goedgesprek_tui.clean.lemmas import load
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import aware_now, open_desk, random_id
from goedgesprek_tui.line import Line

CASES = Path(__file__).parents[1] / "tests" / "cases"


def main() -> None:
    begun = time.perf_counter()
    load()
    print(f"woordenboek lezen, eenmalig: {1000 * (time.perf_counter() - begun):.0f} ms")
    saved, asked, rated = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(Path(folder), aware_now, random_id)
        desk.store.prepare()
        talk = Conversation(desk.begin(desk.script("1"))).go(2)
        with desk.store.create(talk.session) as opened:
            for said in _said():
                noted = talk.add(random_id(), Line(said))
                saved.append(_took(lambda noted=noted: opened.save(noted.session)))
                asked.append(_took(lambda noted=noted: offer(noted, desk.setting.questions)))
                rated.append(_took(lambda said=said: rate([said], f"Dus {said.lower()}, toch?")))
    print(row("opslaan", saved, saved))
    print(row("doorvragen vullen", asked, saved))
    print(row("een vraag beoordelen", rated, saved))


def _took(act: object) -> float:
    begun = time.perf_counter()
    act()  # type: ignore[operator]
    return time.perf_counter() - begun


def _said() -> list[str]:
    cases = [case for name in ("pro_more", "pro_own", "words_more") for case in _cases(name)]
    return [case["text"] for case in cases]


def _cases(name: str) -> list[dict[str, str]]:
    loaded: list[dict[str, str]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return loaded


if __name__ == "__main__":
    main()
