"""`goedgesprek controleer`: what is wrong with scripts, on which line, and how to mend it."""

from collections.abc import Sequence
from pathlib import Path

from goedgesprek_tui.prompts import check, prompts_folder
from goedgesprek_tui.text import count, one_line


def check_files(files: Sequence[Path], own: Path) -> tuple[list[str], str]:
    """Return a line per fault (or per good file), and a sentence that is empty when all is well.

    Without files everything that comes with the program is checked, and the user's own scripts.
    """
    lines: list[str] = []
    faults = 0
    for path in files or _all_files(own):
        name, found = one_line(str(path)), check(path)
        faults += len(found)
        lines += [f"{name}, {fault}" for fault in found] or [f"{name}: in orde"]
    if not faults:
        return lines, ""
    return lines, f"{count(faults, 'fout', 'fouten')} gevonden; wat er fout is, staat hierboven."


def _all_files(own: Path) -> list[Path]:
    folder = prompts_folder()
    found = (*_markdown(folder / "leidraden"), *_markdown(folder), *_markdown(own))
    return [path for path in found if path.name != "README.md"]


def _markdown(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.md") if not path.name.startswith("."))
