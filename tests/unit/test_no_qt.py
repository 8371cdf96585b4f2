"""Everything below the windows works without Qt's widgets, and the program without the libraries it never ships."""

import subprocess
import sys
from pathlib import Path

import pytest

from forbidden import FORBIDDEN_MODULES

PROGRAM = Path(__file__).parents[2] / "laborqa_desktop"
WITHOUT_QT = ("text", "errors", "paths", "settings", "logs", "crashes", "models", "records", "store", "charts",
              "reports", "signing", "exchange", "usecases")
WITHOUT_WINDOWS = ("sample", "cli", "bootstrap", "self_test")

PROBE = """
import importlib, sys
banned, *modules = sys.argv[1:]
class Wall:
    def find_spec(self, name, path=None, target=None):
        for word in banned.split(","):
            if name == word or name.startswith(word + "."):
                raise ModuleNotFoundError(f"{name} is out of bounds", name=name)
sys.meta_path.insert(0, Wall())
for module in modules:
    importlib.import_module(module)
"""


def modules_in(*folders: str) -> list[str]:
    """Names of all modules of these folders, or of these single modules."""
    files = [file for folder in folders for file in (PROGRAM / folder).rglob("*.py")]
    files += [file for folder in folders if (file := PROGRAM / f"{folder}.py").exists()]
    names = [".".join(file.relative_to(PROGRAM.parent).with_suffix("").parts) for file in files]
    return sorted(name.removesuffix(".__init__") for name in names)


def import_without(banned: tuple[str, ...], modules: list[str]) -> str:
    """Imports the modules in a fresh Python that cannot see the banned ones; what it complained of."""
    command = [sys.executable, "-c", PROBE, ",".join(banned), *modules]
    return subprocess.run(command, cwd=PROGRAM.parent, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("folder", WITHOUT_QT)
def test_below_the_windows_nothing_needs_qt(folder: str) -> None:
    modules = modules_in(folder)
    assert modules
    assert import_without(("PySide6", "shiboken6"), modules) == ""


def test_the_command_line_needs_no_display() -> None:
    assert import_without(("PySide6.QtGui", "PySide6.QtWidgets"), modules_in(*WITHOUT_WINDOWS)) == ""


def test_the_whole_program_imports_without_what_is_never_shipped() -> None:
    every = [name for name in modules_in("") if not name.endswith("__main__")]
    assert import_without(FORBIDDEN_MODULES, every) == ""


def test_the_wall_holds() -> None:
    assert "out of bounds" in import_without(("json",), ["laborqa_desktop.settings"])
