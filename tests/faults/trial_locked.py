"""T10: another program holds the write lock of the database."""

import json
import os
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from laborqa_desktop.errors import LibraryInUse, UserError
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import engine
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.keys import load, unseal
from laborqa_desktop.store.library import open_store
from laborqa_desktop.usecases.records import Records
from tests.faults.apart import apart
from tests.faults.forks import fork
from tests.faults.judge import fresh, judge
from tests.faults.scenario import NOW, PASSWORD, Promise, Scenario, base
from tests.faults.trial import Outcome, Trial

HELD_S, QUICK_S = 30.0, 3.5
WAITED = 0.7
"""Of the time SQLite is told to wait: its pauses are not exact."""


def locked(count: int, seed: int, folder: Path) -> Outcome:
    """Saves while the lock is held: each waits and says so; reading goes on; what was typed is saved afterwards."""
    source, library = base(folder / "base"), folder / "资料 库"
    failures, said = list[str](), 0
    for number in range(count):
        fresh(source, library)
        holder = fork(lambda pipe: _hold(pipe, library, HELD_S if count > 1 else QUICK_S))
        os.read(holder.pipe, 1)
        child = fork(lambda pipe, number=number: _save(pipe, library, seed + number))   # type: ignore[misc]
        lines = [json.loads(line) for line in child.said().splitlines()]
        holder.said()
        wrong, promise = [line["wrong"] for line in lines if "wrong" in line], Promise()
        for line in lines:
            promise = Promise(**line["promise"]) if "promise" in line else promise
            said += line.get("said", 0)
        if child.status or not promise.count:
            wrong.append("nothing was saved in the end")
        failures += [f"lock {number}, seed {seed}: {one}" for one in (*wrong, *judge(library, promise))]
    return Outcome(count, tuple(failures), {"told to wait": said})


def _hold(pipe: int, library: Path, seconds: float) -> None:
    layout = Layout(library)
    with closing(engine.connect(layout.database, unseal(load(layout), PASSWORD))) as connection:
        connection.execute("BEGIN IMMEDIATE")
        os.write(pipe, b"h")
        time.sleep(seconds)
        connection.execute("ROLLBACK")


def _save(pipe: int, library: Path, seed: int) -> None:
    def say(**line: object) -> None:
        os.write(pipe, json.dumps(line).encode() + b"\n")

    with open_store(library, PASSWORD, writable=True, clock=lambda: NOW) as store:
        records, story = Records(store, "王芳"), Scenario(store, seed)
        typed = {**records.blank("org_unit").values, "name": "写了很久的一条"}
        while True:
            began = time.monotonic()
            try:
                records.save("org_unit", None, typed)
                break
            except LibraryInUse as error:
                if time.monotonic() - began < engine.BUSY_MS / 1000 * WAITED:
                    say(wrong="it did not wait")
                say(said=1, text=str(error))
            except UserError as error:
                say(wrong=f"another sentence: {error}")
            with store.read() as session:       # never waits
                began = time.monotonic()
                names = session.scalars(select(OrgUnit.name)).all()
                if "写了很久的一条" in names or time.monotonic() - began > 1:
                    say(wrong="reading waits, or sees what was not saved")
        with store.read() as session:
            if session.scalars(select(OrgUnit.name)).all().count("写了很久的一条") != 1:
                say(wrong="what was typed is not there once")
        story.unit()
        say(promise=story.promise().dump())


TRIALS = (
    Trial("T10", "another program holds the database", "waits, then message; 0 lost input", quick=1, full=3,
          run=apart(__name__, "locked")),
)
