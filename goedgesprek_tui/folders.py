"""Where things are on this computer: the sessions, and what lies among them."""

import os
import shlex
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from goedgesprek_tui.text import one_line

VARIABLE = "GOEDGESPREK_MAP"
QUOTES = "'\""


def sessions_folder(chosen: str | None = None) -> Path:
    """Return the folder of the sessions: the one chosen, that of the environment, or the usual one.

    The usual one is `sessions/` in a checkout, else `goedgesprek` in the user's documents.
    """
    wanted = chosen or os.environ.get(VARIABLE)
    if wanted:
        return path_of(wanted)
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "sessions").is_dir():
        return checkout / "sessions"
    import platformdirs

    return platformdirs.user_documents_path() / "goedgesprek"


def own_scripts(sessions: Path) -> Path:
    """Return the folder of the user's own scripts."""
    return sessions / "leidraden"


def own_exercises(sessions: Path) -> Path:
    """Return the folder of the trainer's own exercises."""
    return sessions / "oefeningen"


def exports_folder(sessions: Path) -> Path:
    """Return the folder that exports go to when no place was chosen."""
    return sessions / "uitvoer"


def names_cache() -> Path:
    """Return the folder for what the second search for names builds: the user's own, not the sessions'."""
    import platformdirs

    return platformdirs.user_cache_path("goedgesprek") / "namen"


def path_of(typed: str) -> Path:
    """Return a path that was typed; `~` is the home folder, when there is one."""
    path = Path(typed)
    with suppress(RuntimeError):
        path = path.expanduser()
    return path


def pasted_paths(line: str) -> list[Path]:
    """Return the paths in a line that was typed, or that came of dragging files into the terminal.

    Then they are in quotes, have backslashes before their spaces, or are addresses that begin with `file:`.
    """
    line = line.strip()
    if _is_there(path_of(line)):
        return [path_of(line)]
    try:
        words = shlex.split(line, posix=os.name != "nt")
    except ValueError:
        words = []
    paths = [path_of(_without_scheme(word.strip(QUOTES))) for word in words]
    return paths if any(map(_is_there, paths)) else [path_of(line.strip(QUOTES))]


def shown(path: Path) -> str:
    """Return a path as a person knows it: short, from the home folder where it lies there."""
    with suppress(ValueError, RuntimeError, OSError):
        path = Path("~") / path.resolve().relative_to(Path.home())
    return one_line(str(path))


def _is_there(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return path.exists()
    return False


def _without_scheme(word: str) -> str:
    return unquote(urlsplit(word).path) if word.startswith("file:") else word
