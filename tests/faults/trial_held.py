"""T41: a virus scanner or indexer holds files just when they are to be renamed or removed."""

import errno
import json
import os
import random
import traceback
from collections.abc import Callable
from pathlib import Path

from laborqa_desktop import settings
from laborqa_desktop.errors import UserError
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.store import slots
from laborqa_desktop.store.library import open_store
from laborqa_desktop.whole import PATIENCE_S
from tests.faults.apart import apart
from tests.faults.forks import fork
from tests.faults.judge import fresh, judge
from tests.faults.scenario import CHEAP, NOW, PASSWORD, Promise, Scenario, base
from tests.faults.shim import Shim
from tests.faults.trial import Outcome, Trial

HELD_S = 2.0
QUICK_S = 0.3
TOO_LONG_EVERY = 20
ACTS = ("attach", "copy", "sweep", "idle", "export", "password", "preferences")


def held(count: int, seed: int, folder: Path) -> Outcome:
    """Renames and removals fail for 2 s while one act runs; every twentieth time for longer than anybody waits."""
    chance, shim = random.Random(seed), Shim()
    source, library = base(folder.parent / "base"), folder / "资料 库"
    held_s = HELD_S if count > len(ACTS) else QUICK_S
    failures, refused, given_up = list[str](), 0, 0
    for number in range(count):
        act, code = ACTS[number % len(ACTS)], (errno.EACCES, errno.EBUSY)[number % 2]
        too_long = number % TOO_LONG_EVERY == TOO_LONG_EVERY - 1
        if number % len(ACTS) == 0:
            fresh(source, library)
        shim.reset()
        child = fork(_one(shim, library, act, chance.randrange(1 << 30), code, PATIENCE_S + 4 if too_long else held_s))
        lines = [json.loads(line) for line in child.said().splitlines()]
        refused += shim.get("refused")
        shim.reset()
        where = f"{act} held with {errno.errorcode[code]}, case {number}, seed {seed}"
        wrong, promise = list[str](), Promise()
        for line in lines:
            promise = Promise(**line["promise"]) if "promise" in line else promise
            wrong += [line["wrong"]] if "wrong" in line else []
            if "refused" in line:
                given_up += 1
                wrong += [] if too_long else [f"not waited for: {line['refused']}"]
        if child.status:
            wrong.append("the child failed")
        failures += [f"{where}: {one}" for one in (*wrong, *judge(library, promise))]
    return Outcome(count, tuple(failures), {"calls refused": refused, "given up after 10 s": given_up})


def _one(shim: Shim, library: Path, act: str, seed: int, code: int, seconds: float) -> Callable[[int], None]:
    def work(pipe: int) -> None:
        store = open_store(library, PASSWORD, clock=lambda: NOW)
        story = Scenario(store, seed)
        story.unit()
        outside = library.parent / "out"
        outside.mkdir(exist_ok=True)
        acts: dict[str, Callable[[], object]] = {
            "attach": story.attach, "copy": story.copy, "sweep": story.sweep, "idle": story.idle,
            "export": lambda: replace_file(outside / "list.csv", b"1,2"),
            "password": lambda: slots.change_slot(store.layout, "password", PASSWORD, PASSWORD, CHEAP),
            "preferences": lambda: settings.save(outside / "preferences.json", settings.Preferences())}
        shim.hold_names(seconds, code)
        try:
            acts[act]()
        except UserError as error:
            os.write(pipe, json.dumps({"refused": str(error)}).encode() + b"\n")
        except OSError:
            if act != "preferences":        # those the window tries again itself: it must not wait
                os.write(pipe, json.dumps({"wrong": traceback.format_exc()[-1500:]}).encode() + b"\n")
        except Exception:
            os.write(pipe, json.dumps({"wrong": traceback.format_exc()[-1500:]}).encode() + b"\n")
        os.write(pipe, json.dumps({"promise": story.promise().dump()}).encode() + b"\n")
        story.unit()
        store.close()
    return work


TRIALS = (
    Trial("T41", "files held while they are renamed", "retried up to 10 s, 0 lost", quick=7, full=70,
          run=apart(__name__, "held", shimmed=True)),
)
