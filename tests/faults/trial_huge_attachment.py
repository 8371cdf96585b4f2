"""T29: files of no size, at the limit, beyond it, far beyond the memory, and such that change while they are read.

Each is attached by a program of its own (huge_attachment.py), so that its memory can be told. How long its GUI thread
waits is a matter of the machine too: told in every run, held against the target (beyond what a window waits that has
nothing to do) in the soak only.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store.files import LARGEST, Files
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.text import N_
from tests.faults.trial import Outcome, Trial

_PASSWORD = "trial password"
_MOST_MB = 300
_MOST_WAIT_MS = 100
_ROOT = Path(__file__).resolve().parents[2]
_CASES: tuple[tuple[str, int, str, str], ...] = (       # name, bytes, change while read, words of the refusal
    ("huge", 5 * 1024**3, "", "larger than"), ("full", LARGEST, "", ""), ("more", LARGEST + 1, "", "larger than"),
    ("empty", 0, "", "empty"), ("grows", LARGEST // 2, "grow", "being changed"),
    ("shrinks", LARGEST // 2, "shrink", "being changed"),
)


def _trial(count: int, seed: int, folder: Path) -> Outcome:
    chance, failures = Random(seed), list[str]()
    highest = longest = 0
    for no in range(count):
        name, size, change, said = _CASES[no % len(_CASES)]
        library = folder / f"library {no}"
        store, _ = create(library, _PASSWORD, costs=Costs(64, 1, 1))
        with store, store.write(N_("Test", "Unit")) as work:
            work.session.add(OrgUnit(name="unit"))
        file = folder / f"{name}.bin"
        with file.open("wb") as out:        # sparse beyond the first bytes, which make each content another one
            out.write(chance.randbytes(min(size, 4096)))
            out.truncate(size)
        done = subprocess.run([sys.executable, "-m", "tests.faults.huge_attachment", str(library), _PASSWORD, str(file),
                               change], capture_output=True, text=True, cwd=_ROOT, check=False,
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        file.unlink()
        if done.returncode:
            failures.append(f"{name}: {done.stderr[-300:]}")
            continue
        told = json.loads(done.stdout)
        highest, longest = max(highest, told["highest_mb"]), max(longest, told["longest_wait_ms"])
        if (said not in told["refused"] if said else told["refused"]) or told["bytes"] != ([] if said else [size]):
            failures.append(f"{name}: {told}")
        most_ms = _MOST_WAIT_MS + 2 * told["idle_wait_ms"]
        if told["highest_mb"] > _MOST_MB or (count > len(_CASES) and told["longest_wait_ms"] > most_ms):
            failures.append(f"{name}: {told['highest_mb']} MB, waited {told['longest_wait_ms']} of {most_ms} ms")
        if not said:
            with open_store(library, _PASSWORD) as store:
                stored = list(Files(store).on_disk())
                if len(stored) != 1 or len(Files(store).get(stored[0].name)) != size:
                    failures.append(f"{name}: not stored whole")
    return Outcome(count, tuple(failures), {"highest memory, MB": highest, "longest wait of the window, ms": longest})


TRIALS = (Trial("T29", "huge and changing attachments", "cap respected, memory < 300 MB, no freeze > 100 ms", 6, 60,
                _trial),)
