"""What the files of a build say of themselves; each fact once."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
NAME = "LaborQA"
TITLE = "LaborQA Desktop"
DESCRIPTION = "Quality records and signed quality reports"
MAKERS = "LaborQA Desktop contributors"
LICENCE = "Apache License 2.0"
ICON_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
EPOCH_WITHOUT_GIT = 1_760_000_000


def version() -> str:
    """The program's version, from the one place that states it."""
    text = (ROOT / "laborqa_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([0-9.]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("laborqa_desktop/__init__.py states no version of digits and points")
    return found[1]


def four_numbers(text: str) -> tuple[int, int, int, int]:
    """A version as Windows counts it."""
    parts = [*map(int, text.split(".")), 0, 0, 0]
    return parts[0], parts[1], parts[2], parts[3]


def commit_time() -> int:
    """The second at which the built commit was made; builds of one commit carry this time instead of their own."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return EPOCH_WITHOUT_GIT
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else EPOCH_WITHOUT_GIT


def repeatable() -> dict[str, str]:
    """The environment in which two builds of one commit give equal contents."""
    return {"SOURCE_DATE_EPOCH": str(commit_time()), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1"}
