"""T03, T30: the power is cut while the library saves, checkpoints, attaches and copies itself."""

import json
import multiprocessing
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from laborqa_desktop.store import engine
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.backups import Backups
from tests.faults.apart import apart, in_memory
from tests.faults.forks import fork
from tests.faults.judge import fresh, judge
from tests.faults.replay import Disk, cuts, held
from tests.faults.scenario import ACT, CHEAP, NOW, PASSWORD, Promise, Scenario, base
from tests.faults.shim import Call, Shim, read_log
from tests.faults.trial import Outcome, Trial

CUTS_EACH = 250
STEPS = 40
MIXED = {"copy": 1, "idle": 3}
FILES = {"unit": 1, "rename": 0, "site": 0, "areas": 0, "person": 1, "many": 0, "attach": 12, "type_on": 0,
         "undecided": 3, "reveal": 0, "idle": 1, "sweep": 3, "copy": 0}


@dataclass(frozen=True)
class Recording:
    """What one child did in a folder. begun: what it held before, see replay.held; founding: no library yet."""

    seed: int
    watched: str
    begun: dict[str, bytes | None]
    calls: tuple[Call, ...]
    founding: bool


def power_cuts(count: int, seed: int, folder: Path, *, weights: dict[str, int], founding: bool = False,
               unsafe: bool = False, restoring: bool = False) -> Outcome:
    """Records children at work, then rebuilds the folder as it may be found after cuts at random moments.

    Args:
        founding: each recording begins with making the library.
        unsafe: nothing is ever synchronised, for the control.
        restoring: an older backup is put back meanwhile.
    """
    shim = Shim()
    source = None if founding else base(folder.parent / "base")
    made = []
    for number in range(max(1, count // CUTS_EACH)):
        library = folder / "lib"
        if source is not None:
            fresh(source, library)
        made.append(_record(shim, seed + number, library, weights, unsafe, restoring))
        shutil.rmtree(library)
    each = [count // len(made) + (number < count % len(made)) for number in range(len(made))]
    with in_memory(folder.parent) as memory:
        work = [(recording, part, memory) for recording, part in zip(made, each, strict=True)]
        if len(work) == 1:
            results = [_replay(work[0])]
        else:
            with multiprocessing.get_context("fork").Pool(os.cpu_count() or 1) as pool:
                results = pool.map(_replay, work, chunksize=1)
    failures = [one for some, _ in results for one in some]
    return Outcome(count, tuple(failures), {
        "recordings": len(made), "calls": sum(len(one.calls) for one in made),
        "lost": sum("lost" in one for one in failures), "after an acknowledgement": sum(part for _, part in results)})


def _record(shim: Shim, seed: int, library: Path, weights: dict[str, int], unsafe: bool,
            restoring: bool) -> Recording:
    begun = held(library.parent)

    def work(_: int) -> None:
        if unsafe:
            _never_synchronise()
        ack = shim.open_ack()
        if not begun:
            store, _ = create(library, PASSWORD, costs=CHEAP, clock=lambda: NOW)
            with store.write(ACT) as unit:
                from laborqa_desktop.models.company import OrgUnit
                from laborqa_desktop.models.person import Person
                unit.add_all_fast(OrgUnit, [{"name": f"保洁{number}部"} for number in range(20)])
                unit.add_all_fast(Person, [{"kind": "staff", "name": "张伟"}] * 3)
            os.write(ack, json.dumps(Scenario(store, seed).promise().dump()).encode())
            store.close()
        for session in range(2):
            store = open_store(library, PASSWORD, clock=lambda: NOW)
            scenario = Scenario(store, seed * 10 + session, weights)
            for _number, promise in zip(range(STEPS), scenario.steps(), strict=False):
                os.write(ack, json.dumps(promise.dump()).encode())
            if restoring:
                _restore(store, scenario, ack)
            if session == 0:
                store.close()

    with shim.recording():
        child = fork(work)
        child.said()
    if child.status:
        raise RuntimeError(f"the recorded child failed, seed {seed}")
    return Recording(seed, str(library.parent), begun, tuple(read_log(shim.log)), not begun)


def _restore(store: Store, story: Scenario, ack: int) -> None:
    """Puts back the state of some steps ago; until that is told, either may be found."""
    made = Backups(store).make("trial")
    older = replace(story.promise(), draft=-1)
    for _number, promise in zip(range(STEPS // 4), story.steps(), strict=False):
        os.write(ack, json.dumps(promise.dump()).encode())
    os.write(ack, json.dumps({**story.promise().dump(), "or_else": older.dump()}).encode())
    Backups(store).restore(made.path)
    story.draft = -1
    os.write(ack, json.dumps(story.promise().dump()).encode())


def _never_synchronise() -> None:
    proper: Callable[..., None] = engine.set_up

    def set_up(connection: object, keys: object) -> None:
        proper(connection, keys)
        connection.execute("PRAGMA synchronous = OFF").fetchall()   # type: ignore[attr-defined]

    engine.set_up = set_up
    os.fsync = lambda _: None


def _replay(work: tuple[Recording, int, Path]) -> tuple[list[str], int]:
    recording, count, memory = work
    chance, failures, told = random.Random(recording.seed), list[str](), 0
    disk = Disk(recording.watched, recording.begun)
    target, fed = memory / f"found-{recording.seed}", 0
    for moment in cuts(recording.calls, count, chance):
        for call in recording.calls[fed:moment]:
            disk.feed(call)
        fed = moment
        found = disk.crash(chance)
        said = json.loads(disk.said) if disk.said else {}
        or_else = said.pop("or_else", None)
        promise = Promise(**said) if said else None
        if promise is None and recording.founding:
            continue        # nothing was promised before the library was founded
        told += promise is not None
        disk.lay_out(found, target)
        found_wrong = judge(target / "lib", promise or Promise())
        if or_else is not None and found_wrong:
            disk.lay_out(found, target)
            found_wrong = judge(target / "lib", Promise(**or_else))
        failures += [f"cut {moment} of {len(recording.calls)}, seed {recording.seed}: {wrong}"
                     for wrong in found_wrong]
    return failures, told


TRIALS = (
    Trial("T03", "power cut", "0 lost, 0 corrupt", quick=120, full=10_000,
          run=apart(__name__, "power_cuts", shimmed=True, weights=MIXED)),
    Trial("T03", "power cut while a library is new", "0 lost, 0 corrupt", quick=40, full=1_000,
          run=apart(__name__, "power_cuts", shimmed=True, weights=MIXED, founding=True)),
    Trial("T03", "power cut without synchronising", "finds failures", quick=30, full=1_000, control=True,
          run=apart(__name__, "power_cuts", shimmed=True, weights=MIXED, unsafe=True)),
    Trial("T03", "power cut while a backup is put back", "0 lost, 0 corrupt", quick=30, full=2_000,
          run=apart(__name__, "power_cuts", shimmed=True, weights=MIXED, restoring=True)),
    Trial("T30", "power cut while attaching", "0 rows without file; orphans only on the file side",
          quick=60, full=3_000, run=apart(__name__, "power_cuts", shimmed=True, weights=FILES)),
    Trial("T30", "power cut while attaching without synchronising", "finds failures", quick=40, full=1_000,
          control=True, run=apart(__name__, "power_cuts", shimmed=True, weights=FILES, unsafe=True)),
)
