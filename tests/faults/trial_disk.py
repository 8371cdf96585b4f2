"""T04, T06: the disk is full, or fails, from the n-th write or synchronisation on."""

import errno
import json
import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from laborqa_desktop.errors import UserError
from laborqa_desktop.store.disk import name_of
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.faults.apart import apart
from tests.faults.forks import fork
from tests.faults.judge import fresh, judge
from tests.faults.scenario import NOW, PASSWORD, Promise, Scenario, base
from tests.faults.shim import Shim
from tests.faults.trial import Outcome, Trial

LAST = 5000
STEP = 7
SNAPSHOT_EVERY = 400
MIXED = {"copy": 1, "sweep": 1}
AFTERWARDS = ("unit", "type_on", "attach", "copy", "idle", "sweep", "site")


@dataclass(frozen=True)
class Snapshot:
    """A library after so many calls, and the seed with which its story goes on."""

    calls: int
    folder: Path
    seed: int


def full_disk(count: int, seed: int, folder: Path) -> Outcome:
    """No write is possible from the n-th on; afterwards there is room again, or the program just ends."""
    return _faults(count, seed, folder, "write", errno.ENOSPC)


def failing_writes(count: int, seed: int, folder: Path) -> Outcome:
    """Every write from the n-th on ends with an I/O error."""
    return _faults(count, seed, folder, "write", errno.EIO)


def failing_syncs(count: int, seed: int, folder: Path) -> Outcome:
    """Every synchronisation from the n-th on ends with an I/O error."""
    return _faults(count, seed, folder, "sync", errno.EIO)


def _faults(count: int, seed: int, folder: Path, call: str, with_error: int) -> Outcome:
    shim = Shim()
    last = LAST if call == "write" else LAST // 10
    snapshots = _snapshots(shim, seed, folder, call, last)
    disk, library = name_of(folder), folder / "资料 库"
    failures, refusals, texts = list[str](), 0, set[str]()
    for case in range(count):
        number = 1 + case * max(STEP, last // count) % last
        snapshot = next(one for one in reversed(snapshots) if one.calls < number)
        fresh(snapshot.folder, library)
        shim.reset()
        shim.set(**{f"{call}_from": number - snapshot.calls, f"{call}_errno": with_error})
        child = fork(_life(shim, library, snapshot.seed, lifted=case % 2 == 0, full=with_error == errno.ENOSPC))
        lines = [json.loads(line) for line in child.said().splitlines()]
        met, where = shim.get("refused") > 0, f"{call} {number}, seed {seed}"
        shim.reset()
        if not met:
            failures.append(f"{where}: the fault was never met")
        if child.status:
            failures.append(f"{where}: the child ended with {child.status}")
        wrong, promise = list[str](), Promise()
        for line in lines:
            promise = Promise(**line["promise"]) if "promise" in line else promise
            wrong += [line["wrong"]] if "wrong" in line else []
            if "text" in line:
                refusals += 1
                texts.add(line["source"])
                if f"disk {disk}" not in line["text"]:
                    wrong.append(f"the disk is not named: {line['text']}")
                if with_error == errno.ENOSPC and "MB free" not in line["text"]:
                    wrong.append(f"no free space is told: {line['text']}")
        failures += [f"{where}: {one}" for one in (*wrong, *judge(library, promise))]
    return Outcome(count, tuple(failures), {"refusals told": refusals, "sentences": len(texts)})


def _snapshots(shim: Shim, seed: int, folder: Path, call: str, last: int) -> list[Snapshot]:
    made = [Snapshot(0, base(folder / "base"), seed)]
    library = fresh(made[0].folder, folder / "资料 库")
    each = SNAPSHOT_EVERY if call == "write" else SNAPSHOT_EVERY // 10
    while made[-1].calls < last:
        shim.reset()

        def go_on(_: int, story: int = made[-1].seed) -> None:
            with open_store(library, PASSWORD, clock=lambda: NOW) as store:
                for _promise in Scenario(store, story, MIXED).steps():
                    if shim.get(f"{call}s") >= each:
                        break

        child = fork(go_on)
        child.said()
        if child.status:
            raise RuntimeError("the story without faults failed")
        number = len(made)
        made.append(Snapshot(made[-1].calls + shim.get(f"{call}s"), fresh(library, folder / f"snapshot {number}"),
                             seed + number))
    return made


def _life(shim: Shim, library: Path, seed: int, *, lifted: bool, full: bool) -> Callable[[int], None]:
    def say(pipe: int, **line: object) -> None:
        os.write(pipe, json.dumps(line, default=str).encode() + b"\n")

    def told(pipe: int, error: UserError, step: str) -> None:
        say(pipe, text=str(error), source=error.text.source, step=step, kind=type(error).__name__)

    def work(pipe: int) -> None:
        try:
            store = open_store(library, PASSWORD, clock=lambda: NOW)
        except UserError as error:
            told(pipe, error, "open")
            return
        except Exception:
            say(pipe, wrong=f"opening: {traceback.format_exc()[-1500:]}")
            return
        story = Scenario(store, seed, MIXED)
        try:
            for promise in story.steps():
                say(pipe, promise=promise.dump())
        except UserError as error:
            told(pipe, error, "story")
        except Exception:
            say(pipe, wrong=f"a step: {traceback.format_exc()[-1500:]}")
        _afterwards(pipe, story, store)
        if lifted:
            shim.set(write_from=0, sync_from=0)
            _once_more(pipe, story, store)
        try:
            store.close()
        except Exception:
            say(pipe, wrong=f"closing: {traceback.format_exc()[-1500:]}")

    def _afterwards(pipe: int, story: Scenario, store: Store) -> None:
        for step in AFTERWARDS:
            story.number += 1
            try:
                getattr(story, step)()
            except UserError as error:
                told(pipe, error, step)
            except Exception:
                say(pipe, wrong=f"{step} afterwards: {traceback.format_exc()[-1500:]}")
        try:
            promise = story.promise()       # reading goes on
            say(pipe, promise=promise.dump())
        except Exception:
            say(pipe, wrong=f"reading afterwards: {traceback.format_exc()[-1500:]}")

    def _once_more(pipe: int, story: Scenario, store: Store) -> None:
        try:
            story.unit()
            say(pipe, promise=story.promise().dump())
            if not full:
                say(pipe, wrong="the library may still be written to after an I/O error")
        except UserError as error:
            if full:
                say(pipe, wrong=f"there is room again, but: {error}")
            elif not store.read_only:
                say(pipe, wrong="the library does not say that it is for reading only")
        except Exception:
            say(pipe, wrong=f"once more: {traceback.format_exc()[-1500:]}")

    return work


TRIALS = (
    Trial("T04", "disk full from the n-th write on", "0 lost, 0 corrupt; the message names the disk and free space",
          quick=16, full=715, run=apart(__name__, "full_disk", shimmed=True)),
    Trial("T06", "I/O error from the n-th synchronisation on", "0 corrupt; goes read-only and says so",
          quick=8, full=500, run=apart(__name__, "failing_syncs", shimmed=True)),
    Trial("T06", "I/O error from the n-th write on", "0 corrupt; goes read-only and says so",
          quick=8, full=500, run=apart(__name__, "failing_writes", shimmed=True)),
)
