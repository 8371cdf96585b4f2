"""T11: the computer's clock is set back, forward, or to another season."""

import json
import os
import random
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from laborqa_desktop.models.history import Act
from laborqa_desktop.store import clock, settings
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.office import Office
from tests.faults.apart import apart
from tests.faults.forks import fork
from tests.faults.judge import fresh, judge
from tests.faults.scenario import PASSWORD, Promise, Scenario, base
from tests.faults.shim import Shim
from tests.faults.trial import Outcome, Trial

DAYS = 9
DAY_S = 86400
SEASONS = (datetime(2026, 10, 25, 0, 57, tzinfo=UTC), datetime(2026, 3, 29, 0, 57, tzinfo=UTC))
"""Three minutes before the clocks of Berlin go back, and forward."""


def wrong_clocks(count: int, seed: int, folder: Path) -> Outcome:
    """Works for some days, then the clock jumps: back a year, forward a day, over a change of season, anywhere."""
    chance, shim = random.Random(seed), Shim()
    source, library = base(folder.parent / "base"), folder / "资料 库"
    failures, warned = list[str](), 0
    for number in range(count):
        fresh(source, library)
        shim.reset()
        jump = (-365 * DAY_S, DAY_S, None, chance.randrange(-3650 * DAY_S, 3650 * DAY_S))[number % 4]
        work = _season(shim, library, seed, SEASONS[number // 4 % 2]) if jump is None else \
            _jump(shim, library, seed + number, jump)
        child = fork(work)
        lines = [json.loads(line) for line in child.said().splitlines()]
        shim.reset()
        wrong, promise = [line["wrong"] for line in lines if "wrong" in line], Promise()
        for line in lines:
            warned += "warned" in line
            promise = Promise(**line["promise"]) if "promise" in line else promise
        if child.status or not promise.count:
            wrong.append("the child failed")
        failures += [f"jump {number} of {jump} s, seed {seed}: {one}" for one in (*wrong, *judge(library, promise))]
    return Outcome(count, tuple(failures), {"warned and put on record": warned})


def _saying(work: Callable[[Callable[..., None]], None]) -> Callable[[int], None]:
    def told(pipe: int) -> None:
        def say(**line: object) -> None:
            os.write(pipe, json.dumps(line).encode() + b"\n")

        try:
            work(say)
        except Exception:
            say(wrong=traceback.format_exc()[-1500:])
    return told


def _copies(store: Store) -> set[str]:
    return {path.name for path in store.layout.backups.iterdir()}


def _on_record(store: Store) -> object:
    with store.read() as session:
        return settings.get(session, clock.WAS_BEHIND)


def _jump(shim: Shim, library: Path, seed: int, jump: int) -> Callable[[int], None]:
    def work(say: Callable[..., None]) -> None:
        for day in range(DAYS):
            shim.set(clock_offset=(day - DAYS + 1) * DAY_S)
            with open_store(library, PASSWORD) as store:
                Scenario(store, seed * 100 + day).unit()
                Backups(store).make("trial")
                known = _on_record(store)       # the first days may lie before those of the base
        shim.set(clock_offset=jump)
        with open_store(library, PASSWORD) as store:
            before, story = _copies(store), Scenario(store, seed * 100 + 99)
            warned = any("clock is behind" in str(one) for one in Office(store).warnings())
            recorded = _on_record(store) != known
            should = jump < -clock.SLACK.total_seconds()
            if warned != should or recorded != should:
                say(wrong=f"warned {warned}, on record {recorded}, must be {should}")
            if warned:
                say(warned=1)
            for _ in range(3):
                story.number += 1
                story.unit()
                Backups(store).make("trial")
            if gone := before - _copies(store):
                say(wrong=f"backups thinned by a wrong clock: {sorted(gone)}")
            say(promise=story.promise().dump())
    return _saying(work)


def _season(shim: Shim, library: Path, seed: int, begin: datetime) -> Callable[[int], None]:
    def work(say: Callable[..., None]) -> None:
        os.environ["TZ"] = "Europe/Berlin"
        time.tzset()
        start = round((begin - datetime.now(UTC)).total_seconds())
        with open_store(library, PASSWORD, clock=lambda: begin - timedelta(days=30)) as store:
            story = Scenario(store, seed * 100)
            story.unit()        # the base is of another day than these
        for minute in range(6):
            shim.set(clock_offset=start + 60 * minute)
            with open_store(library, PASSWORD) as store:
                story = Scenario(store, seed * 100 + minute)
                if any("clock is behind" in str(one) for one in Office(store).warnings()):
                    say(wrong=f"minute {minute}: a change of season is taken for a wrong clock")
                story.unit()
                with store.read() as session:
                    moments = session.scalars(select(Act.at).order_by(Act.id.desc()).limit(minute + 1)).all()
                if sorted(moments, reverse=True) != moments:
                    say(wrong=f"minute {minute}: moments go back")
                say(promise=story.promise().dump())
    return _saying(work)


TRIALS = (
    Trial("T11", "clock set back, forward, another season", "chain order unchanged; warning stored; no backup thinned",
          quick=3, full=80, run=apart(__name__, "wrong_clocks", shimmed=True)),
)
