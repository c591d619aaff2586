"""Where things are on this computer: the sessions, and what lies among them."""

import os
from contextlib import suppress
from pathlib import Path

from goedgesprek_tui.text import one_line

VARIABLE = "GOEDGESPREK_MAP"


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


def shown(path: Path) -> str:
    """Return a path as a person knows it: short, from the home folder where it lies there."""
    with suppress(ValueError, RuntimeError, OSError):
        path = Path("~") / path.resolve().relative_to(Path.home())
    return one_line(str(path))
