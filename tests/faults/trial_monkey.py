"""T45: a seeded monkey works the whole window."""

import time
from datetime import date
from pathlib import Path

from laborqa_desktop import bootstrap
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.keys import Costs
from tests.faults.trial import Outcome, Trial
from tests.faults.windows import Event, Window

SLICE_S = 60
HANG_S = 90


def monkey(count: int, seed: int, folder: Path) -> Outcome:
    """Lets the monkey act for count seconds, a minute at a time, each with a fresh program and a seed of its own."""
    library = folder / "样例"
    bootstrap.demo_library(library, "sample", date(2026, 11, 23), costs=Costs(64, 1, 1))[0].close()
    failures: list[str] = []
    acts, seen = 0, set[str]()
    for number, begun in enumerate(range(0, count, SLICE_S)):
        seconds = min(SLICE_S, count - begun)
        window = Window("monkey", folder / "home", seed=seed + number, seconds=seconds,
                        folder=str(folder / f"files {number}"), passwords={str(library): "sample"})
        done = _wait(window, seconds, folder / f"files {number}")
        if isinstance(done, str):
            failures.append(f"seed {seed + number}: {done}")
        else:
            acts += done["acts"]
            seen |= set(done["seen"])
            failures += [f"seed {seed + number}: {fault}" for fault in done["faults"]]
    failures += [f"afterwards: {one.text}" for one in check_folder(library, "sample")]
    return Outcome(count, tuple(failures), {"acts": acts, "screens and dialogs": len(seen)})


def _wait(window: Window, seconds: int, folder: Path) -> Event | str:
    """Its result, or how it crashed or hung."""
    end = time.monotonic() + seconds + HANG_S
    while time.monotonic() < end:
        events = window.events()
        for one in events:
            if one["what"] == "done":
                try:
                    window.end()
                except AssertionError:
                    return f"it does not end after {_last(folder)}\n{_dump(folder)}"
                return one
            if one["what"] == "failed":
                window.kill()
                return str(one["why"])
        if not window.alive:
            return f"the process ended with {window.code} after {_last(folder)}\n{_dump(folder)}"
        time.sleep(0.2)
    window.kill()
    return f"it hangs after {_last(folder)}"


def _dump(folder: Path) -> str:
    return (folder / "fault.txt").read_text(encoding="utf-8", errors="replace")[:4000]


def _last(folder: Path) -> str:
    return " | ".join((folder / "trail.txt").read_text(encoding="utf-8").splitlines()[-25:])


TRIALS = (
    Trial("T45", "a monkey works the whole window",
          "in 10 min 0 uncaught exceptions, 0 warnings of Qt, no crash; counted in seconds", 20, 600, monkey),
)
