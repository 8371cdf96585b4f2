"""The acts of a list with 1,000,000 and 200,000 inspections, warm, beside the plainest SQL on the same encrypted file.

Run by itself, python -m bench.lists COUNT ... measures libraries of other sizes.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from time import perf_counter
from typing import Any

from sqlcipher3 import dbapi2

from bench._many import COMMON, RARE, library_of
from bench.result import Result
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.records import Records

KEY, PAGE, RUNS, LIMIT = "inspection", 100, 7, 0.1
PLAIN_RUNS, PLAIN_PATIENCE = 3, 2.0
MANY, SOME = 1_000_000, 200_000

Act = tuple[str, Callable[[Records], object], str]

_SHOWN = (
    "SELECT i.id, i.inspected_on, s.name, i.type, i.score, i.result, i.state, i.code FROM inspection i "
    "LEFT JOIN site s ON s.id = i.site_id WHERE i.archived = 0 "
)
_COUNT = "SELECT count(*) FROM inspection i LEFT JOIN site s ON s.id = i.site_id WHERE i.archived = 0 "


def open_page(query: Query, offset: int = 0) -> Callable[[Records], object]:
    """What a window asks when a list appears: how many rows, and one page of them."""
    return lambda records: (records.count(KEY, query), records.page(KEY, query, offset, PAGE))


def _plain(where: str, order: str, offset: int = 0) -> str:
    return f"{_COUNT}{where};{_SHOWN}{where} ORDER BY {order} LIMIT {PAGE} OFFSET {offset}"


def _like(word: str) -> str:
    places = ("i.summary", "i.code", "i.remarks", "s.name")
    return f" AND ({' OR '.join(f'{place} LIKE {chr(39)}%{word}%{chr(39)}' for place in places)}) "


_MONTHS = (
    "SELECT substr(inspected_on, 1, 7), count(*) FROM inspection WHERE archived = 0 GROUP BY 1;"
    "SELECT count(*) FILTER (WHERE inspected_on >= '2026-11-01'), count(*) FILTER (WHERE inspected_on >= '2026-01-01') "
    "FROM inspection WHERE archived = 0"
)


def _facets(where: str = "") -> str:
    joined = "FROM inspection i JOIN site s ON s.id = i.site_id WHERE i.archived = 0"
    return f"SELECT s.name, count(*) {joined} {where} GROUP BY s.id"


def acts_at_many(count: int) -> list[Act]:
    """What must be quick however long the list is."""
    newest = "i.inspected_on DESC, i.id DESC"
    score = Query(order=(("score", True),))
    return [
        ("open", open_page(Query()), _plain("", newest)),
        ("sort by an own index", open_page(score), _plain("", "i.score DESC, i.id DESC")),
        ("jump to the end", open_page(Query(), count - PAGE), _plain("", newest, count - PAGE)),
        ("jump to the middle", open_page(Query(), count // 2), _plain("", newest, count // 2)),
        ("search a rare two-character word", open_page(Query(search=RARE)), _plain(_like(RARE), newest)),
    ]


def acts_at_some(count: int) -> list[Act]:
    """Everything else a list can be asked."""
    newest = "i.inspected_on DESC, i.id DESC"
    by_site = Query(order=(("site", False),))
    failed = (Filter("result", ("fail",)), Filter("type", ("daily", "spot")))
    where = "AND i.result = 'fail' AND i.type IN ('daily', 'spot')"
    return [
        ("joined sort", open_page(by_site), _plain("", "s.name_key, i.id")),
        ("joined sort, to the end", open_page(by_site, count - PAGE), _plain("", "s.name_key, i.id", count - PAGE)),
        (
            "filter plus sort",
            open_page(Query(filters=failed, order=(("score", False),))),
            _plain(where, "i.score, i.id"),
        ),
        (
            "filter plus joined sort",
            open_page(Query(filters=failed, order=(("site", True),))),
            _plain(where, "s.name_key DESC, i.id DESC"),
        ),
        (
            "filter by date plus sort",
            open_page(Query(filters=(Filter("inspected_on", low=date(2026, 1, 1)),), order=(("score", True),))),
            _plain("AND i.inspected_on >= '2026-01-01'", "i.score DESC, i.id DESC"),
        ),
        ("common word", open_page(Query(search=COMMON)), _plain(_like(COMMON), newest)),
        (
            "common word plus filter",
            open_page(Query(search=COMMON, filters=failed)),
            _plain(_like(COMMON) + where, newest),
        ),
        ("name of a site", open_page(Query(search="滨江医院")), _plain(_like("滨江医院"), newest)),
        (
            "two words, one the site's",
            open_page(Query(search="滨江 台账")),
            _plain(_like("滨江") + _like("台账"), newest),
        ),
        (
            "facets of the result",
            lambda records: records.facets(KEY, Query(), "result"),
            "SELECT result, count(*) FROM inspection WHERE archived = 0 GROUP BY 1",
        ),
        (
            "facets of the site",
            lambda records: records.facets(KEY, Query(), "site"),
            _facets(),
        ),
        (
            "facets of the site, filtered",
            lambda records: records.facets(KEY, Query(filters=failed), "site"),
            _facets(where),
        ),
        (
            "filter of a date, months and days from today",
            lambda records: records.offer(KEY, Query(), "inspected_on"),
            _MONTHS,
        ),
        (
            "filter of a date, filtered",
            lambda records: records.offer(KEY, Query(filters=failed), "inspected_on"),
            _MONTHS.replace("archived = 0", f"archived = 0 {where.replace('i.', '')}"),
        ),
        (
            "filter of a number",
            lambda records: records.offer(KEY, Query(), "score"),
            "SELECT min(score), max(score), count(*) FILTER (WHERE score IS NULL) FROM inspection WHERE archived = 0",
        ),
        (
            "filter of the site, searched",
            lambda records: records.offer(KEY, Query(), "site", "滨江"),
            _facets("AND s.name LIKE '%滨江%'"),
        ),
        (
            "position of a record",
            lambda records: records.position(KEY, Query(), count // 3),
            "SELECT count(*) FROM inspection WHERE archived = 0 AND inspected_on > '2025-01-01'",
        ),
    ]


def measure(store: Store, acts: Sequence[Act], label: str) -> list[Result]:
    """Best times of the acts, ours and plain, warm."""
    records = Records(store)
    plain = _connect(store)
    found = []
    try:
        for name, act, statements in acts:
            ours = _best(partial(act, records), RUNS)
            simplest = _best(partial(_ask, plain, statements), PLAIN_RUNS)
            found.append(Result(f"list of {label}: {name}", ours, simplest, within=_target(label, name)))
    finally:
        plain.close()
    return found


def _target(label: str, name: str) -> float | None:
    """100 ms for what must stay quick however long the list is, and for all acts of a list of 200,000."""
    return None if label == f"{MANY:,}" and name == "jump to the middle" else LIMIT


def _connect(store: Store) -> Any:
    """The driver alone, with the same key and the same cache."""
    connection = dbapi2.connect(str(store.layout.database))
    connection.execute(f"PRAGMA key = \"x'{store.keys.database()}'\"")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _ask(connection: Any, statements: str) -> None:
    for one in statements.split(";"):
        connection.execute(one).fetchall()


def _best(act: Callable[[], object], runs: int) -> float:
    times: list[float] = []
    act()
    for _ in range(runs):
        start = perf_counter()
        act()
        times.append(perf_counter() - start)
        if sum(times) > PLAIN_PATIENCE:
            break
    return min(times)       # a busy machine only adds


def of_size(count: int) -> list[Result]:
    """All acts that are measured at that size."""
    with library_of(count) as store:
        acts = acts_at_many(count) + (acts_at_some(count) if count <= SOME else [])
        return measure(store, acts, f"{count:,}")


def run() -> list[Result]:
    """The list figures: at most 100 ms each."""
    return [*of_size(SOME), *of_size(MANY)]


if __name__ == "__main__":
    from bench.__main__ import line

    for size in sys.argv[1:] or [str(SOME)]:
        for result in of_size(int(size)):
            print(line(result))
