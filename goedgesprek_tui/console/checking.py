"""`goedgesprek controleer`: what is wrong with scripts, on which line, and how to mend it."""

from collections.abc import Sequence
from pathlib import Path

from goedgesprek_tui.folders import own_exercises, own_scripts
from goedgesprek_tui.prompts import check, prompts_folder
from goedgesprek_tui.text import count, one_line


def check_files(files: Sequence[Path], sessions: Path) -> tuple[list[str], str]:
    """Return a line per fault (or per good file), and a sentence that is empty when all is well.

    Without files everything that comes with the program is checked, and what the user has written among the
    sessions.
    """
    lines: list[str] = []
    faults = 0
    for path in files or _all_files(sessions):
        name, found = one_line(str(path)), check(path)
        faults += len(found)
        lines += [f"{name}, {fault}" for fault in found] or [f"{name}: in orde"]
    if not faults:
        return lines, ""
    return lines, f"{count(faults, 'fout', 'fouten')} gevonden; wat er fout is, staat hierboven."


def _all_files(sessions: Path) -> list[Path]:
    ours = prompts_folder()
    folders = (ours / "leidraden", ours, ours / "oefeningen", own_scripts(sessions), own_exercises(sessions))
    return [path for folder in folders for path in _markdown(folder) if path.name != "README.md"]


def _markdown(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.md") if not path.name.startswith("."))
