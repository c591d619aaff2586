"""The program is killed at random moments: what it acknowledged is there, once, word for word.

Some hundred kills each time; `GOEDGESPREK_KILLS=5000 pytest tests/test_crash.py` for as many as you like.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from program import ROOT
from test_passphrase import locked_folder

from goedgesprek_tui.store.folder import Folder
from goedgesprek_tui.store.sessions import Store

__all__ = ["locked_folder"]
KILLS = int(os.environ.get("GOEDGESPREK_KILLS", "120"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="zonder fork kost elke poging een seconde")
@pytest.mark.parametrize("encrypted", [False, True], ids=["leesbaar", "versleuteld"])
def test_what_was_acknowledged_before_a_kill_is_there_once(
    folder: Path, locked_folder: Path, tmp_path: Path, encrypted: bool
) -> None:
    store = Store(folder)
    if encrypted:
        for name in ("sleutel.pub", "sleutel.age"):
            shutil.copy(locked_folder / name, folder)
        store.key.open_with(locked_folder / "geheim")
    call = [sys.executable, str(ROOT / "tests" / "crash.py"), str(folder), str(KILLS), str(KILLS)]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT)
    promised = {id_: text for line in done.stdout.splitlines() for id_, text in json.loads(line)}
    listed = store.listed()
    notes = [note for one in listed if one.session for note in one.session.notes]
    assert len(promised) >= KILLS // 4
    assert [one.problem for one in listed if not one.session] == []
    assert {id_: text for id_, text in promised.items() if Counter(n.id for n in notes)[id_] != 1} == {}
    texts = {note.id: note.text for note in notes}
    assert {id_: texts[id_] for id_ in promised} == promised
    assert [
        name for name in (file.name for file in Folder(folder).path.iterdir()) if ".conflict" in name
    ] == []
