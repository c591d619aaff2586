import subprocess
import sys
from pathlib import Path

import pytest

import goedgesprek_tui

ROOT = Path(__file__).parent.parent
DRAWN = {"__main__", "app", "cli", "screens", "themes", "widgets"}
"""The modules that know the terminal, or open what does."""
CORE = sorted(
    path.stem for path in Path(goedgesprek_tui.__file__).parent.iterdir() if path.stem.isidentifier()
)
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
FOUND = "print(*{name.split('.')[0] for name in sys.modules} & set(sys.argv[1:]))"


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, timeout=60
    )


def test_every_module_imports_only_from_the_layers_below() -> None:
    checked = python(LINT, "--no-cache", "--no-logo")
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("imported", "unwanted"),
    [
        ("all that is not drawn", ("textual", "rich")),
        ("goedgesprek_tui.app", ("pydantic", "tinydb", "markdown_it", "yaml", "filelock")),
        ("goedgesprek_tui.cli", ("textual", "rich", "pydantic", "tinydb", "markdown_it", "yaml")),
    ],
)
def test_nothing_is_imported_before_it_is_needed(imported: str, unwanted: tuple[str, ...]) -> None:
    core = [f"goedgesprek_tui.{name}" for name in CORE if name not in DRAWN]
    console = [f"goedgesprek_tui.console.{name}" for name in ("plain", "listing", "trial", "checking")]
    modules = [*core, *console] if imported.startswith("all") else [imported]
    done = python(f"import sys, {', '.join(modules)}\n{FOUND}", *unwanted)
    assert (done.stdout.strip(), done.stderr) == ("", "")
