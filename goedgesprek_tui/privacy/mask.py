"""The process in which `deduce` looks for names: JSON lines in and out; `masker.py` starts it and asks.

`python -m goedgesprek_tui.privacy.mask FOLDER` keeps what it has to build in FOLDER, which belongs to the
user alone: part of it is a pickle, so whoever can write there can run code. Of the lists of deduce those of
streets and of institutions of care are left out: they cost a gigabyte and find nothing more here. Nothing of
deduce is stored with this program; its licence is another.
"""

import hashlib
import importlib
import json
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from goedgesprek_tui.privacy.lists import given_names
from goedgesprek_tui.privacy.roles import STAFF

LEFT_OUT = (
    "locations/lst_street/items.txt",
    "locations/lst_street/streets_bag.txt",
    "institutions/lst_healthcare_institution/items.txt",
)
PREFIXES = "names/lst_prefix/items.txt"
FIRST_NAMES = "names/lst_first_name/items.txt"


def main(folder: str) -> None:
    """Load deduce, say so on a line, and answer every line that comes in until there are none."""
    answers = _own_output()
    model = load(Path(folder))
    _say(answers, {"ready": True})
    for line in sys.stdin:
        _say(answers, _answer(model, json.loads(line)))


def load(folder: Path) -> Any:
    """Return the model of deduce, with our words added to its lists; the first time takes some seconds."""
    logging.getLogger().addHandler(logging.NullHandler())  # deduce would log everything to the output
    deduce = importlib.import_module("deduce")
    lists = Path(deduce.__file__ or "").parent / "data" / "lookup" / "src"
    added = {PREFIXES: sorted(STAFF), FIRST_NAMES: sorted(name.title() for name in given_names())}
    version = importlib.import_module("importlib.metadata").version("deduce")
    mark = hashlib.sha256(json.dumps([version, added]).encode()).hexdigest()[:16]
    cache = folder / mark
    if not cache.is_dir():
        _build(lists, cache, added)
    return deduce.Deduce(lookup_data_path=cache, cache_path=cache)


def _build(lists: Path, cache: Path, added: dict[str, list[str]]) -> None:
    """Copy the lists, trimmed and added to, in one step: a process that is killed leaves nothing half."""
    cache.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = Path(tempfile.mkdtemp(dir=cache.parent))
    shutil.copytree(lists, made / "src")
    for name in LEFT_OUT:
        (made / "src" / name).write_text("", "utf-8")
    for name, words in added.items():
        with (made / "src" / name).open("a", encoding="utf-8") as file:
            file.write("\n" + "\n".join(words))
    try:
        made.rename(cache)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)  # another process was first


def _answer(model: Any, asked: dict[str, Any]) -> dict[str, Any]:
    try:
        found: Iterable[Any] = model.deidentify(asked["text"], disabled={"ages"}).annotations
    except Exception:
        return {"id": asked["id"], "spans": []}  # what failed is not told: it holds what was said
    spans = [[int(one.start_char), int(one.end_char), str(one.tag)] for one in found]
    return {"id": asked["id"], "spans": sorted(spans)}


def _own_output() -> TextIO:
    """Return the output for answers; whatever else is printed goes where errors go."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answers: TextIO, what: dict[str, Any]) -> None:
    answers.write(json.dumps(what) + "\n")
    answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])
