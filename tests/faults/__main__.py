"""Runs trials in full and writes their rows in docs/soak.md.

    python3 dev.py soak            all of them
    python3 dev.py soak T01 T03    some; the rows of the others stay
    python3 dev.py soak --list     names them
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.trial import Outcome, Trial, every

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "soak"
SUMMARY = ROOT / "docs" / "soak.md"
SEED = int(os.environ.get("SOAK_SEED", "20261127"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(words: Sequence[str]) -> int:
    """Runs the trials whose keys are given, or all.

    Returns:
        0 when all are as they must be, 1 otherwise.
    """
    trials = every()
    if "--list" in words:
        for one in trials:
            sys.stdout.write(f"{_name(one)}: {one.title}; {one.full} times; {one.target}\n")
        return 0
    KEPT.mkdir(parents=True, exist_ok=True)
    results = [_run(one) for one in trials if not words or one.key in words]
    SUMMARY.write_text(_summary(trials), encoding="utf-8")
    sys.stdout.write(f"{SUMMARY}\n")
    return 0 if all(results) else 1


def _name(trial: Trial) -> str:
    return f"{trial.key}{'-control' if trial.control else ''}"


def _file(trial: Trial) -> Path:
    return KEPT / f"{_name(trial)}-{trial.title.replace(' ', '-').replace('/', '-')}.json"


def _run(trial: Trial) -> bool:
    folder = Path(tempfile.mkdtemp(prefix="laborqa-soak-"))
    began = time.monotonic()
    try:
        outcome = trial.run(trial.full, SEED, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    passed = trial.passed(outcome)
    kept = {**asdict(outcome), "failures": outcome.failures[:20], "failed": len(outcome.failures), "passed": passed,
            "seconds": round(time.monotonic() - began, 1), "on": f"{datetime.now(UTC):%Y-%m-%d}", "seed": SEED,
            "commit": _commit()}
    _file(trial).write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.stdout.write(f"{_name(trial)} {trial.title}: {_words(trial, outcome, kept['seconds'])}\n")
    for one in () if passed else outcome.failures[:20]:
        sys.stdout.write(f"    {one}\n")
    sys.stdout.flush()
    return passed


def _words(trial: Trial, outcome: Outcome, seconds: object) -> str:
    facts = "".join(f", {name} {value}" for name, value in outcome.facts.items())
    verdict = "as it must be" if trial.passed(outcome) else "NOT AS IT MUST BE"
    return f"{outcome.trials} times, {len(outcome.failures)} failures{facts}; {seconds} s; {verdict}"


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _summary(trials: Sequence[Trial]) -> str:
    lines = [
        "# Soak: the fault and attack trials in full", "",
        "The last result of each trial of `python3 dev.py soak`, written by it. What a trial does stands in its module",
        "under `tests/faults/`. A control takes a protection away on purpose and must find failures: it proves that",
        "the trial bites.",
        f"Machine class: {platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}.", "",
        "| trial | what is done | times | failures | counts | seconds | day, seed, commit | verdict |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    stand = SUMMARY.read_text(encoding="utf-8").splitlines() if SUMMARY.is_file() else []
    for one in trials:
        begin = f"| {_name(one)} | {one.title} |"
        if _file(one).is_file():
            lines.append(f"{begin} {_row(one)}")
        else:
            lines += [line for line in stand if line.startswith(begin)]
    return "\n".join(lines) + "\n"


def _row(one: Trial) -> str:
    kept = json.loads(_file(one).read_text(encoding="utf-8"))
    facts = "; ".join(f"{name} {value}" for name, value in kept["facts"].items())
    verdict = ("bites" if one.control else "holds") if kept["passed"] else "**fails**"
    return (f"{kept['trials']} | {kept['failed']} | {facts} | {kept['seconds']} | "
            f"{kept['on']}, {kept['seed']}, {kept['commit']} | {verdict} |")



if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
