"""Tries what was built: the self-test from a folder with a space and Chinese letters, sizes, sums."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from stages import Stop

AWKWARD = "测试 文件夹 ß"
REPORT = "报告.json"
LIMIT_S = 600
OURS = {"DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH", "QT_QPA_PLATFORM"}
"""What a user who double-clicks has not, or the self-test does without."""


def place(exe: Path, folder: Path) -> Path:
    """Copies a build into a folder of an awkward name; gives the copy of its starter.

    Args:
        exe: the single file, or the starter of the folder build.
    """
    target = folder / AWKWARD
    shutil.rmtree(target, ignore_errors=True)
    if (exe.parent / "_internal").is_dir():
        shutil.copytree(exe.parent, target, symlinks=True)
    else:
        target.mkdir(parents=True)
        shutil.copy2(exe, target)
    return target / exe.name


def self_test(exe: Path) -> None:
    """Runs --self-test of a build for this system.

    Raises:
        Stop: it failed.
    """
    with tempfile.TemporaryDirectory() as scratch:
        tried = place(exe, Path(scratch))
        report = tried.parent / REPORT
        kept = {key: text for key, text in os.environ.items() if key not in OURS}
        subprocess.run([str(tried), "--self-test", str(report)], env=kept, check=False, timeout=LIMIT_S,
                       stdout=subprocess.DEVNULL)
        judge(report)


def judge(report: Path) -> None:
    """Says the seconds of each step of a self-test.

    Raises:
        Stop: a step failed, or there is no report.
    """
    if not report.is_file():
        raise Stop("The built program did not even begin its self-test.")
    told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    for step in told.get("steps", ()):
        print(f"    {step['seconds']:7.2f} s  {step['name']}: {step['state']} {step.get('error', '')}")
    if not told["ok"]:
        raise Stop(f"The self-test of the built program failed {told.get('under_way', '')}")


def megabytes(path: Path) -> float:
    """The size of a file, or of all files of a folder, in the megabytes that Windows shows: 1,048,576 bytes."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(file.stat().st_size for file in files) / 2**20


def say_sizes(file: Path, folder: Path, most_file: float, most_folder: float) -> None:
    """Says what the forms weigh.

    Raises:
        Stop: one is larger than it may be.
    """
    print(f"{file.name}: {megabytes(file):.1f} MB; {folder.name}: {megabytes(folder):.1f} MB")
    for path, most in ((file, most_file), (folder, most_folder)):
        if megabytes(path) > most:
            raise Stop(f"{path.name} may have {most} MB at most.")


def write_sums(files: Iterable[Path], target: Path) -> None:
    """Writes the SHA-256 of files, as sha256sum and certutil show them."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    print("".join(lines), end="")
