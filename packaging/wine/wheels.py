"""The Windows wheels of the hash-locked list, chosen and unpacked on Linux."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from packaging.markers import Marker

from lock import environment, needed_on
from product import ROOT
from stages import Stop

LOCK = ROOT / "requirements" / "dev.txt"
BUILDING = {
    "pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "packaging", "pefile", "pywin32-ctypes", "setuptools",
}


def windows_lock(lines: Iterable[str], wanted: set[str]) -> list[str]:
    """Of a lock the lines that hold on Windows, with their hashes and without conditions, because pip judges those by
    the system it runs on.

    Args:
        lines: of the lock; each library's hashes follow it.
        wanted: the libraries to keep.
    """
    kept, is_kept = [], False
    for line in lines:
        if line[:1].isalnum():
            pin, _, condition = line.rstrip(" \\\n").partition(" ; ")
            holds = not condition or Marker(condition).evaluate(environment("win32"))
            is_kept = holds and pin.partition("==")[0] in wanted
            line = f"{pin} \\\n"
        if is_kept:
            kept.append(line)
    return kept


def build_lock() -> str:
    """What is installed for a build, as a lock of its own."""
    lines = LOCK.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(windows_lock(lines, needed_on("win32") | BUILDING))


def install(target: Path, note: Path) -> None:
    """Unpacks the wheels, each checked against its hash.

    Args:
        target: the folder site-packages of the Windows Python.
        note: where the list for pip is written.
    """
    note.write_text(build_lock(), encoding="utf-8")
    done = subprocess.run([
        sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(target),
        "--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp", "--only-binary=:all:",
        "--no-deps", "--no-compile", "--require-hashes", "-r", str(note),
    ], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop("The Windows libraries could not be had:\n" + "\n".join(done.stderr.splitlines()[-5:]))
