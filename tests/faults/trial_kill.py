"""T01: the program is killed while it saves. What it had acknowledged is there, the rest is whole or not there."""

import json
import os
import random
import time
from pathlib import Path

from laborqa_desktop.store.library import open_store
from tests.faults.apart import apart
from tests.faults.forks import fork
from tests.faults.judge import fresh, judge
from tests.faults.scenario import NOW, PASSWORD, Promise, Scenario, base
from tests.faults.trial import Outcome, Trial

FRESH_AFTER = 10
"""A library lives through so many kills before a new one takes its place, so that it stays small."""


def kills(count: int, seed: int, folder: Path) -> Outcome:
    """Kills a saving child 0 to 50 ms after its first acknowledgement; every tenth while it is still opening."""
    chance = random.Random(seed)
    source, library = base(folder / "base"), folder / "资料 库"
    promise, failures, commits, silent = Promise(), list[str](), 0, 0
    for number in range(count):
        if number % FRESH_AFTER == 0:
            fresh(source, library)
            promise = Promise()
        early, wait_s = number % FRESH_AFTER == FRESH_AFTER - 1, chance.uniform(0, 0.05)

        def save(pipe: int, number: int = number) -> None:
            store = open_store(library, PASSWORD, clock=lambda: NOW)
            for promised in Scenario(store, seed + number).steps():
                os.write(pipe, json.dumps(promised.dump()).encode() + b"\n")

        child = fork(save)
        first = b"" if early else os.read(child.pipe, 1)
        time.sleep(wait_s / 5 if early else wait_s)
        child.kill()
        lines = (first + child.said()).splitlines()
        if not child.status & 0x7F:
            raise RuntimeError("the child ended by itself")
        if lines:
            last = Promise(**json.loads(lines[-1]))
            promise = Promise(last.count, last.link, last.draft if last.draft >= 0 else promise.draft)
        commits += len(lines)
        silent += not lines
        failures += [f"kill {number}, seed {seed}: {wrong}" for wrong in judge(library, promise)]
    return Outcome(count, tuple(failures), {"acknowledged": commits, "killed before the first": silent})


TRIALS = (Trial(
    "T01", "kill -9 during saves", "0 acknowledged lost, 0 corrupt, chain whole",
    quick=12, full=1000, run=apart(__name__, "kills")),)
