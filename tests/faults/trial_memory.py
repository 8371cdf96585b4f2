"""T39: memory in use levels off while the window works for half an hour."""

from datetime import date
from pathlib import Path
from statistics import median

from laborqa_desktop import bootstrap
from laborqa_desktop.store.keys import Costs
from tests.faults.trial import Outcome, Trial
from tests.faults.windows import PASSWORD, Event, Window

MOST_MB = 5.0
RECORDS = 10_000


def memory(count: int, seed: int, folder: Path) -> Outcome:
    """Works for count minutes on the sample library; the last third must not grow. Only in the soak: it takes long."""
    library = folder / "样例"
    bootstrap.demo_library(library, PASSWORD, date(2026, 11, 23), costs=Costs(64, 1, 1))[0].close()
    window = Window("memory_script.worker", folder / "home", library=str(library), seconds=count * 60.0)
    try:
        done = window.wait_for("done", count * 60 + 120)
        window.end()
    except AssertionError as error:
        window.kill()
        return Outcome(count, (str(error),))
    samples = [one for one in window.events() if one["what"] == "sample"]
    grown, facts = growth(samples), {"records opened": done["opened"], "MB at the end": round(samples[-1]["mb"])}
    failures = [] if grown < MOST_MB else [f"grew by {grown:.1f} MB in the last third"]
    return Outcome(count, tuple(failures), {**facts, "MB grown in the last third": round(grown, 1)})


def growth(samples: list[Event]) -> float:
    """How much more is in use in the last fifteenth of the time than when the last third began.

    Medians, for a window that was just locked holds less than one with every screen open.
    """
    begun, end = samples[0]["at"], samples[-1]["at"]
    part = (end - begun) / 15

    def around(start: float) -> float:
        return median(one["mb"] for one in samples if start <= one["at"] <= start + part)

    return around(end - part) - around(end - 5 * part)


TRIALS = (
    Trial("T39", "half an hour of work", "growth levels off: last 10 min < 5 MB; counted in minutes", 0, 30, memory),
)
