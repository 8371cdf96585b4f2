"""Runs a trial in a process of its own, which has one thread and no open library, so that it can fork children."""

import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.faults import shim
from tests.faults.trial import Outcome

ROOT = Path(__file__).resolve().parents[2]
ROOM = 4 << 30


def apart(module: str, name: str, *, shimmed: bool = False, mounts: bool = False,
          **given: Any) -> Callable[[int, int, Path], Outcome]:
    """What a trial runs: a function (count, seed, folder, **given) -> Outcome of a module, in a process of its own.

    Args:
        module: as __name__ there.
        shimmed: with shim.c loaded, which watches the folder "watched" inside the folder given to it.
        mounts: it may mount file systems, which nobody else sees and which go with it.
    """
    def run(count: int, seed: int, folder: Path) -> Outcome:
        with in_memory(folder) as memory:       # what a program sees of a disk is the same there, only sooner
            return within(count, seed, folder, memory)

    def within(count: int, seed: int, folder: Path, memory: Path) -> Outcome:
        watched = memory / "watched"
        watched.mkdir()
        extra = shim.environment(_built(folder), watched, folder) if shimmed else {}
        result = folder / "outcome.json"
        # faulthandler: a crash inside a library names its line
        words = [sys.executable, "-X", "faulthandler", "-m", "tests.faults.apart", module, name, str(count), str(seed),
                 str(watched), str(result), json.dumps(given)]
        done = subprocess.run([*_alone(), *words] if mounts else words, cwd=ROOT, env={**os.environ, **extra},
                              capture_output=True, text=True, check=False)
        if done.returncode or not result.is_file():
            raise RuntimeError(f"{module}.{name} ended with {done.returncode}:\n{done.stdout[-2000:]}"
                               f"{done.stderr[-6000:]}")
        values = json.loads(result.read_text("utf-8"))
        return Outcome(values["trials"], tuple(values["failures"]), values["facts"])
    return run


def _built(folder: Path) -> Path:
    try:
        return shim.build(folder)
    except shim.CannotRun as error:
        _skip_in_tests(error)
        raise


def _alone() -> list[str]:
    """Words before a command that give it file systems of its own."""
    words = ["unshare", "-m"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "-Urm"]
    probe = "mount -t tmpfs laborqa /mnt"
    tried = shutil.which("unshare") and subprocess.run([*words, "sh", "-c", probe], capture_output=True, check=False)
    if tried and tried.returncode == 0:
        return words
    error = shim.CannotRun("this user may not mount a file system, not even in a name space of its own")
    _skip_in_tests(error)
    raise error


def _skip_in_tests(error: shim.CannotRun) -> None:
    if "PYTEST_CURRENT_TEST" in os.environ:
        import pytest
        pytest.skip(str(error))


@contextmanager
def in_memory(folder: Path) -> Iterator[Path]:
    """A folder in memory where there is one, for copies that are made by the thousand; else inside the given one."""
    shared = Path("/dev/shm")
    fits = os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > ROOM
    with tempfile.TemporaryDirectory(dir=shared if fits else folder, prefix="laborqa-") as name:
        yield Path(name)


def main(words: list[str]) -> None:
    """Runs the function named and leaves its outcome in a file."""
    module, name, count, seed, folder, result, given = words
    run = getattr(importlib.import_module(module), name)
    outcome: Outcome = run(int(count), int(seed), Path(folder), **json.loads(given))
    values = {**asdict(outcome), "facts": dict(outcome.facts)}
    Path(result).write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
