"""Runs PyInstaller with the Windows Python: the project goes into the prefix, what it builds comes out of it."""

import os
import shutil
from pathlib import Path

import product
from stages import Stop
from wine.prefix import PYTHON
from wine.run import CACHE, Wine

TAKEN = (
    "laborqa_desktop", "migrations", "packaging", "resources", "docs/licences", "docs/guide", "requirements", "LICENSE",
)
LOG = CACHE / "windows-build.log"


def build(wine: Wine, into: Path, folder: str) -> None:
    """Builds both forms.

    Args:
        into: where they are put.
        folder: what the folder build is called there; LaborQA-folder is that of Linux.

    Raises:
        Stop: PyInstaller failed; the end of its words is told.
    """
    source, built = wine.drive / "source", wine.drive / "built"
    for old in (source, built, wine.drive / "work"):
        shutil.rmtree(old, ignore_errors=True)
    _copy(source)
    code, printed = wine.run(
        PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--distpath", "C:\\built", "--workpath", "C:\\work",
        "C:\\source\\packaging\\laborqa.spec", limit_s=3600, **product.repeatable(),
    )
    LOG.write_text(printed, encoding="utf-8")
    if code:
        raise Stop("PyInstaller failed under Wine:\n" + "\n".join(printed.splitlines()[-15:]))
    into.mkdir(parents=True, exist_ok=True)
    shutil.copytree(built / f"{product.NAME}-folder", into / folder)
    shutil.copy2(built / f"{product.NAME}.exe", into)


def _copy(target: Path) -> None:
    """The parts of the project that a build needs, all with the time of the commit."""
    for name in TAKEN:
        place = product.ROOT / name
        if place.is_dir():
            shutil.copytree(place, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, target / name)
    for file in target.rglob("*"):
        os.utime(file, (product.commit_time(),) * 2)
