"""What the encryption costs: the same work on the same library, with its key and without one, by the same engine.

Beside that, a second connection to an open library: it must not be felt.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from sqlcipher3 import dbapi2

from bench._many import library_of
from bench.lists import open_page
from bench.result import Result
from laborqa_desktop.store import engine, keys
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.records import Records

ROWS, RUNS, ACTS = 60_000, 7, 60
READS_AT_MOST, WRITES_AT_MOST, CONNECTION_WITHIN = 2.5, 1.5, 0.005
NO_KEY = keys.Keys(bytes(32), bytes(16))
BARE = "SELECT count(*), sum(length(summary)), sum(length(code)), max(earned) FROM inspection"
WORD = "SELECT count(*) FROM inspection WHERE summary LIKE '%琥珀%' OR code LIKE '%琥珀%' OR remarks LIKE '%琥珀%'"
FIGURES = ("SELECT site_id, substr(inspected_on, 1, 7), count(*), sum(result = 'pass'), avg(earned * 1.0 / maximum) "
           "FROM inspection WHERE archived = 0 GROUP BY 1, 2")
BY_INDEX = "SELECT count(*) FROM inspection WHERE archived = 0 AND inspected_on > '2026-01-01'"


def run() -> list[Result]:
    """Reads, writes, and a second connection."""
    with ExitStack() as open_:
        ours = open_.enter_context(library_of(ROWS))
        plain = open_.enter_context(_plain_library(ROWS))
        stores = (ours, plain)
        reads = [
            _pair(f"{ROWS:,} rows looked through for a word, new connection", stores, lambda store: _cold(store, WORD)),
            _pair("figures by site and month, new connection", stores, lambda store: _cold(store, FIGURES)),
            _pair("count by an index, new connection", stores, lambda store: _cold(store, BY_INDEX)),
            _pair("opening a list, new connections", stores, _list_cold),
            _pair("opening a list, warm", stores, lambda store: _timed(lambda: open_page(Query())(Records(store)))),
        ]
        acts = _pair(f"{ACTS} acts saved, each with its history", stores, _acts, WRITES_AT_MOST)
        # Every page deciphered and next to nothing done with what is in it: what a key can cost at worst.
        bare = _pair("for comparison: a bare scan, new connection", stores, lambda store: _cold(store, BARE))
        seconds = [_timed(lambda: ours.connect().close()) for _ in range(RUNS * 3)]
    together = Result("all these reads", sum(one.seconds for one in reads), sum(one.plain or 0 for one in reads),
                      at_most=READS_AT_MOST)
    second = Result("a second connection to an open library", median(seconds) * 1000, unit="ms",
                    within=CONNECTION_WITHIN * 1000)
    return [*reads, together, bare, acts, second]


@contextmanager
def _plain_library(rows: int) -> Iterator[Store]:
    """A library like any other whose database is never given a key."""
    with patch.object(engine, "set_up", _set_up), patch.object(keys, "new_keys", lambda: NO_KEY), \
            library_of(rows) as store:
        yield store


def _set_up(connection: dbapi2.Connection, used: keys.Keys) -> None:
    if used != NO_KEY:
        _REAL(connection, used)
        return

    class Keyless:
        """Passes every setting on but the key."""

        def execute(self, statement: str) -> Any:
            return connection.execute("SELECT 1" if statement.startswith("PRAGMA key") else statement)

    _REAL(Keyless(), used)


_REAL = engine.set_up


def _pair(name: str, stores: tuple[Store, Store], act: Callable[[Store], float],
          at_most: float | None = None) -> Result:
    """Both in turns, so that a busy moment meets both; the quickest of each, which is what the work itself takes."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for store, times in zip(stores, took, strict=True):
            times.append(act(store))
    return Result(name, min(took[0]), min(took[1]), at_most=at_most)


def _timed(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return perf_counter() - begin


def _cold(store: Store, statement: str) -> float:
    """With pages read anew from the file (and deciphered), though from the system's cache."""
    with closing(_connect(store)) as connection:
        return _timed(lambda: connection.execute(statement).fetchall())


def _list_cold(store: Store) -> float:
    for connection in store._free:
        connection.close()
    store._free.clear()
    store._all.clear()
    return _timed(lambda: open_page(Query())(Records(store)))


def _connect(store: Store) -> dbapi2.Connection:
    return engine.connect(store.layout.database, store.keys)


def _acts(store: Store) -> float:
    """Typical acts: a site edited, its history and search written, flushed to the disk (WAL, synchronous FULL)."""
    records = Records(store, "bench")
    loaded = records.load("site", 1)
    begin = perf_counter()
    for number in range(ACTS):
        values = {**loaded.values, "remarks": f"{number} 垃圾已清运，工具归位，记录完整，通道畅通"}
        records.save("site", 1, values, loaded.row_version)
        loaded = records.load("site", 1)
    return perf_counter() - begin
