"""`goedgesprek controleer`: what is wrong with scripts, on which line, and how to mend it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from goedgesprek_tui.folders import shown
from goedgesprek_tui.prompts import check, prompts_folder
from goedgesprek_tui.text import count


def check_files(files: Sequence[Path], own: Path) -> tuple[list[str], str]:
    """Return a line per fault (or per good file), and a sentence that is empty when all is well.

    Without files everything that comes with the program is checked, and the user's own scripts.
    """
    paths = list(files) or list(_all_files(own))
    lines: list[str] = []
    faults = 0
    for path in paths:
        found = check(path)
        faults += len(found)
        lines += [f"{shown(path)}, {fault}" for fault in found] or [f"{shown(path)}: in orde"]
    if not faults:
        return lines, ""
    return lines, f"{count(faults, 'fout', 'fouten')} gevonden; wat er fout is, staat hierboven."


def _all_files(own: Path) -> Iterator[Path]:
    folder = prompts_folder()
    yield from sorted((folder / "leidraden").glob("*.md"))
    yield from sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    if own.is_dir():
        yield from sorted(own.glob("*.md"))
