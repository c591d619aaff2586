import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import goedgesprek_tui

ROOT = Path(__file__).parent.parent
DRAWN = {"__main__", "app", "cli", "screens", "themes", "walk", "widgets"}
"""The modules that know the terminal, or open what does."""
MODULES = [found.name for found in pkgutil.walk_packages(goedgesprek_tui.__path__, "goedgesprek_tui.")]
CORE = [name for name in MODULES if name.split(".")[1] not in DRAWN]
TERMINAL = ["rich", "textual"]
SLOW = ["filelock", "markdown_it", "phonenumbers", "pydantic", "stdnum", "tinydb", "yaml"]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", code, *words]
    return subprocess.run(call, capture_output=True, text=True, cwd=ROOT, timeout=60)


def test_every_module_imports_only_from_the_layers_below() -> None:
    checked = python(LINT, "--no-cache", "--no-logo")
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("modules", "unwanted"),
    [
        pytest.param(CORE, TERMINAL, id="all that is not drawn"),
        pytest.param(["goedgesprek_tui.app"], SLOW, id="the app at its start"),
        pytest.param(["goedgesprek_tui.cli"], [*TERMINAL, *SLOW], id="the command line at its start"),
    ],
)
def test_nothing_is_imported_before_it_is_needed(modules: list[str], unwanted: list[str]) -> None:
    code = f"import sys, {', '.join(modules)}\nprint(*(name for name in sys.argv[1:] if name in sys.modules))"
    done = python(code, *unwanted)
    assert (done.stdout.strip(), done.stderr) == ("", "")
