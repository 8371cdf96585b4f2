"""What surrounds the steps: no display, no password, no settings of the user; a report as JSON; nothing left behind."""

import json
import os
import platform
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from laborqa_desktop import __version__
from laborqa_desktop.self_test.plan import STEPS
from laborqa_desktop.self_test.runner import Bench, Result, Step, described, run_steps

USAGE = "Usage: --self-test [FILE.json]"
PREFIX = "laborqa-self-test-"
FINE, BROKEN, WRONG = 0, 1, 2


def main(words: Sequence[str], steps: Sequence[Step] = STEPS) -> int:
    """Runs every step and reports it, on standard output and into a file.

    Args:
        words: [] or the file for the report. A program with a window has no console, so that only the file tells.

    Returns:
        0 when all passed, 1 when anything failed, 2 for wrong use or a file that cannot be written.
    """
    if len(words) > 1 or (words and words[0].startswith("-")):
        _say(USAGE, sys.stderr)
        return WRONG
    file = Path(words[0]).absolute() if words else None
    if file is not None and not _write(file, {"ok": False, "under_way": "start"}):
        _say(f"The file {file} cannot be written.", sys.stderr)
        return WRONG
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.perf_counter()

    def report(results: Sequence[Result], under_way: str = "") -> dict[str, Any]:
        ok = not under_way and all(one.state == "passed" for one in results)
        return {"ok": ok, "seconds": round(time.perf_counter() - begun, 3), "under_way": under_way, **_facts(),
                "steps": [one.as_json() for one in results]}

    def told(results: Sequence[Result], name: str) -> None:
        if file is not None:
            _write(file, report(results, name))

    made = report(_run(steps, told))
    if file is not None and not _write(file, made):
        _say(f"The file {file} cannot be written.", sys.stderr)
        return WRONG
    _say(json.dumps(made, ensure_ascii=False, indent=1), sys.stdout)
    if not made["ok"]:
        failed = ", ".join(one["name"] for one in made["steps"] if one["state"] != "passed")
        _say(f"This installation does not work ({failed}). Install the program again.", sys.stderr)
    return FINE if made["ok"] else BROKEN


def _run(steps: Sequence[Step], told: Any) -> list[Result]:
    begun = time.perf_counter()
    before = os.environ.get("LABORQA_HOME")
    try:
        scratch = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
    except OSError as error:
        return [Result("folder", "failed", time.perf_counter() - begun, error=described(error))]
    folder = Path(scratch.name)
    os.environ["LABORQA_HOME"] = str(folder / "home")
    bench = Bench(folder, secrets.token_urlsafe(12))
    try:
        results = run_steps(steps, bench, told)
    finally:
        if before is None:
            del os.environ["LABORQA_HOME"]
        else:
            os.environ["LABORQA_HOME"] = before
    return [*results, *run_steps((Step("nothing left behind", lambda _: _clear(bench, scratch)),), bench, told)]


def _clear(bench: Bench, scratch: "tempfile.TemporaryDirectory[str]") -> dict[str, Any]:
    if bench.office is not None:
        bench.office.close()
    scratch.cleanup()
    left = sorted(one.name for one in bench.folder.rglob("*"))
    if bench.folder.exists():
        raise OSError(f"{bench.folder} cannot be deleted: {', '.join(left[:5])}")
    return {}


def _facts() -> dict[str, Any]:
    qt = getattr(sys.modules.get("PySide6"), "__version__", "")
    return {"program": f"LaborQA Desktop {__version__}", "frozen": bool(getattr(sys, "frozen", False)),
            "python": platform.python_version(), "pyside6": qt, "system": platform.platform()}


def _write(file: Path, report: dict[str, Any]) -> bool:
    try:
        file.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError:
        return False
    return True


def _say(words: str, stream: Any) -> None:
    """Says it where there is anybody to hear it: a windowed program of Windows has no streams."""
    if stream is None:
        return
    with suppress(OSError, ValueError):
        spoken = stream.encoding or "utf-8"
        stream.write(words.encode(spoken, "replace").decode(spoken) + "\n")
        stream.flush()
