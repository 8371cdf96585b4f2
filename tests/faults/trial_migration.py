"""T20: the program is killed while it brings an older library up to date."""

import os
import random
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine
from sqlcipher3 import dbapi2

from laborqa_desktop.store import engine, migrate
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.keys import Keys, load, unseal
from laborqa_desktop.store.library import open_store
from tests.faults.apart import apart, in_memory
from tests.faults.forks import fork
from tests.faults.judge import fresh
from tests.faults.scenario import CHEAP, NOW, PASSWORD, create
from tests.faults.trial import Outcome, Trial

WITH_BACKUP = 20
EARLIER_SHARE = 25
QUICK_ROWS = 2000


@dataclass(frozen=True)
class State:
    """What a database holds: revision, statements of the schema, and of each table the rows and a sum over them."""

    revision: str
    schema: frozenset[tuple[str, str | None]]
    rows: tuple[tuple[str, int, int], ...]


def kills(count: int, seed: int, folder: Path, *, rows: int, default: bool = False) -> Outcome:
    """Kills the upgrade at a random moment, over the newest step count times, over each earlier one a 25th of that.

    Args:
        default: as Alembic does it when nobody sees to transactions, for the control.
    """
    rows = rows if count >= EARLIER_SHARE else QUICK_ROWS * (10 if default else 1)     # some time to be half-way
    with in_memory(folder) as memory:
        failures, halves, news, done = list[str](), 0, 0, 0
        for place, stand in enumerate(migrate.REVISIONS[:-1]):
            newest = place == len(migrate.REVISIONS) - 2
            times = count if newest else max(1, count // EARLIER_SHARE)
            some, half, new = _over(stand, times, seed + place, memory, rows, default)
            failures, halves, news, done = failures + some, halves + half, news + new, done + times
    return Outcome(done, tuple(failures),
                   {"half-way": halves, "already new": news, "steps": len(migrate.REVISIONS) - 1})


def _over(stand: str, count: int, seed: int, memory: Path, rows: int, default: bool) -> tuple[list[str], int, int]:
    chance, failures, halves, news = random.Random(seed), list[str](), 0, 0
    source, keys = _library(memory / f"at {stand}", stand, rows)
    library = memory / "资料 库"
    layout = Layout(library)
    before = _state(source / "laborqa.db", keys)
    assert before.revision == stand
    bare, whole = (_duration(source, library, _upgrading(layout, keys, default, backup)) for backup in (False, True))
    after = _state(layout.database, keys)
    assert after.revision == migrate.REVISIONS[-1]
    fresh(source, library)
    for number in range(count):
        backup = not default and number % WITH_BACKUP == WITH_BACKUP - 1
        child = fork(_upgrading(layout, keys, default, backup))
        os.read(child.pipe, 1)
        time.sleep(chance.uniform(0, whole if backup else bare))
        child.kill()
        child.said()
        where = f"kill {number} over {stand}, seed {seed}{', with the backup' if backup else ''}"
        found = _state(layout.database, keys)
        if found not in (before, after):
            halves += 1
            failures.append(f"{where}: half-way: {_difference(before, after, found)}")
        news += found == after
        if found != before or number % 10 == 9:
            if found != after:
                failures += [f"{where}: {wrong}" for wrong in _retried(layout, keys, default, after)]
            fresh(source, library)
    return failures, halves, news


def _retried(layout: Layout, keys: Keys, default: bool, after: State) -> list[str]:
    child = fork(_upgrading(layout, keys, default, False))
    child.said()
    if child.status:
        return ["a second try fails"]
    return [] if _state(layout.database, keys) == after else ["a second try leads elsewhere"]


def _duration(source: Path, library: Path, work: Callable[[int], None]) -> float:
    fresh(source, library)
    child = fork(work)
    os.read(child.pipe, 1)
    began = time.monotonic()
    child.said()
    if child.status:
        raise RuntimeError("the upgrade failed without a kill")
    return time.monotonic() - began


def _upgrading(layout: Layout, keys: Keys, default: bool, backup: bool) -> Callable[[int], None]:
    def work(pipe: int) -> None:
        if default:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)        # a second try is known to fail loudly
            _as_alembic_does(layout.database, keys, pipe)
        elif backup:
            os.write(pipe, b"g")
            open_store(layout.folder, PASSWORD, clock=lambda: NOW).close()
        else:
            migrate.verified_copy = lambda *_: layout.folder
            opened = engine.make_engine(layout.database, keys)
            os.write(pipe, b"g")
            migrate.upgrade(layout, keys, opened, NOW)
    return work


def _as_alembic_does(database: Path, keys: Keys, pipe: int) -> None:
    def plain() -> Any:
        connection = dbapi2.connect(str(database))      # with the driver's own transactions
        engine.set_up(connection, keys)
        return connection

    script = ScriptDirectory(str(migrate.scripts()))
    target = migrate.REVISIONS[-1]

    def steps(current: Any, _: Any) -> Any:
        return script._upgrade_revs(target, current)

    with create_engine("sqlite://", module=dbapi2, creator=plain, poolclass=NullPool).connect() as connection, \
            EnvironmentContext(Config(), script, fn=steps, destination_rev=target) as environment:
        os.write(pipe, b"g")
        environment.configure(connection=connection, render_as_batch=True)
        with environment.begin_transaction():
            environment.run_migrations()
        connection.commit()


def _library(folder: Path, stand: str, rows: int) -> tuple[Path, Keys]:
    """A closed library at an older revision, with rows in it."""
    store, _ = create(folder, PASSWORD, costs=CHEAP, clock=lambda: NOW)
    store.close()
    layout = store.layout
    layout.database.unlink()
    layout.head.unlink()
    keys = unseal(load(layout), PASSWORD)
    made = engine.make_engine(layout.database, keys, engine.Mode.CREATE)
    with made.begin() as connection:
        migrate.run_steps(connection, stand)
        raw = engine.driver(connection)
        raw.executemany('INSERT INTO setting (key, value) VALUES (?, ?)',
                        [("library.zone", '"Asia/Shanghai"'), ("library.program_version", '"0.1"')])
        for table, share, values in _FILL:
            _fill(raw, table, round(rows * share), values)
    with closing(engine.connect(layout.database, keys)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return folder, keys


_FILL: tuple[tuple[str, float, Callable[[int], dict[str, Any]]], ...] = (
    ("person", 0.4, lambda number: {
        "kind": "staff", "code": f"A{number:06d}", "name": f"张伟{number}", "name_key": f"zhang wei {number}",
        "consent_on": "2025-01-01" if number % 2 else None}),
    ("act", 0.2, lambda number: {"at": "2026-01-01 00:00:00.000000", "context": "Test", "source": "Act"}),
    ("history", 0.4, lambda number: {"act_id": 1 + number % 2, "table_name": "person", "row_id": number,
                                     "kind": "update", "values": '{"name": ["张伟", "王芳"]}'}),
)


def _fill(raw: Any, table: str, count: int, values: Callable[[int], dict[str, Any]]) -> None:
    """Rows with the values given and something of the right type in every other column that must not be empty."""
    filler = {"INTEGER": 0, "BOOLEAN": 0, "BLOB": b"\x01" * 32, "DATETIME": "2026-01-01 00:00:00.000000",
              "DATE": "2026-01-01", "JSON": "{}"}
    columns = [(name, filler.get(kind, "") if needed else None) for _, name, kind, needed, _, key in
               raw.execute(f'PRAGMA table_info("{table}")') if not key]
    names = ", ".join(f'"{name}"' for name, _ in columns)
    marks = ", ".join("?" for _ in columns)
    raw.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})',
                    ([given.get(name, other) for name, other in columns]
                     for given in map(values, range(1, count + 1))))


def _state(database: Path, keys: Keys) -> State:
    with closing(engine.connect(database, keys)) as connection:
        schema = frozenset(connection.execute("SELECT name, sql FROM sqlite_master"))
        tables = sorted(name for name, sql in schema if (sql or "").startswith("CREATE TABLE"))
        rows = []
        for table in tables:
            number = total = 0
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                number, total = number + 1, total + hash(row)
            rows.append((table, number, total))
        return State(migrate.revision(connection), schema, tuple(rows))


def _difference(before: State, after: State, found: State) -> str:
    old = before if found.revision == before.revision else after
    names = sorted({name for name, _ in found.schema ^ old.schema})
    tables = sorted({table for table, _, _ in set(found.rows) ^ set(old.rows)})
    return f"revision {found.revision}, schema differs in {names}, rows in {tables}"


TRIALS = (
    Trial("T20", "migration killed", "old or new whole, all of them; retry works", quick=6, full=500,
          run=apart(__name__, "kills", rows=100_000)),
    Trial("T20", "migration killed as Alembic does it by itself", "finds states half-way", quick=12, full=60,
          control=True, run=apart(__name__, "kills", rows=100_000, default=True)),
)
