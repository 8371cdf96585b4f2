"""An encrypted library with very many inspections, for measuring lists; its search index is filled."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Table, insert

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.inspection import Checklist
from laborqa_desktop.models.person import Person
from laborqa_desktop.store import library, search
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_

SITES, CLIENTS, PEOPLE, CHECKLISTS, STEP = 2000, 60, 80, 12, 20_000
RARE, COMMON = "琥珀", "地面"
RARE_EVERY, COMMON_EVERY = 50_000, 4
CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
TODAY = date(2026, 11, 23)
_PLACES = ("滨江", "东湖", "高新", "港务", "城东", "中山", "光谷", "临港", "恒泰", "育才")
_KINDS = ("产业园", "分拣中心", "写字楼", "医院", "仓库", "学校", "社区", "车站")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
_WORDS = ("门窗洁净", "垃圾已清运", "工具归位", "记录完整", "台账齐全", "通道畅通", "员工在岗", "标识清楚")
_TYPES = ("daily", "patrol", "spot", "special", "mystery")


@contextmanager
def library_of(count: int) -> Iterator[Store]:
    """A library with so many inspections, deleted afterwards."""
    with TemporaryDirectory(prefix="laborqa-bench-") as folder:
        moment = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
        store, _ = library.create(Path(folder) / "library", "bench", costs=CHEAP, clock=lambda: moment)
        try:
            _parents(store)
            _inspections(store, count)
            yield store
        finally:
            store.close()


def _parents(store: Store) -> None:
    random = Random(7)
    with store.write(N_("Bench", "Filled the library")) as work:
        work.add_all_fast(
            Person,
            [
                {"kind": "staff", "code": f"A{no:03d}", "name": random.choice(_SURNAMES) + random.choice(_GIVEN)}
                for no in range(PEOPLE)
            ],
        )
        work.add_all_fast(
            Client,
            [
                {"code": f"C{no:03d}", "name": f"{_PLACES[no % 10]}{_KINDS[no % 8]}集团", "owner_id": 1}
                for no in range(CLIENTS)
            ],
        )
        work.add_all_fast(
            Site,
            [
                {
                    "code": f"S{no:04d}",
                    "name": f"{random.choice(_PLACES)}{random.choice(_KINDS)}{no % 90 + 1} 号楼",
                    "client_id": no % CLIENTS + 1,
                    "service_type": "cleaning",
                }
                for no in range(SITES)
            ],
        )
        work.add_all_fast(
            Checklist,
            [
                {"code": f"Q{no:02d}", "name": f"检查表 {no + 1}", "edition": 1, "status": "active"}
                for no in range(CHECKLISTS)
            ],
        )


def _inspections(store: Store, count: int) -> None:
    """Inserts without history, which no list reads; the indexes are made afterwards, as any restore would."""
    table = Base.metadata.tables["inspection"]
    of = search.indexed_tables()["inspection"]
    random, moment = Random(11), store.clock()
    defaults = _defaults(table)
    with store.quiet() as session:
        connection = session.connection()
        for index in table.indexes:
            index.drop(connection)
        for start in range(1, count + 1, STEP):
            rows = [
                {**defaults, **_row(no, count, random), "created_at": moment, "updated_at": moment}
                for no in range(start, min(start + STEP, count + 1))
            ]
            connection.execute(insert(table), rows)
            search.write(driver(connection), [of.row(row["id"], row) for row in rows], ())
        for index in table.indexes:
            index.create(connection)
    store.checkpoint()


def _row(no: int, count: int, random: Random) -> dict[str, Any]:
    words = [random.choice(_WORDS), random.choice(_WORDS)]
    if no % COMMON_EVERY == 0:
        words.append(f"{COMMON}无积水")
    if no % RARE_EVERY == 0:
        words.append(f"{RARE}厅")
    site = random.randint(1, SITES)
    earned = random.randint(600, 1000)
    return {
        "id": no,
        "code": f"QC-2026-{no:07d}",
        "checklist_id": random.randint(1, CHECKLISTS),
        "site_id": site,
        "client_id": (site - 1) % CLIENTS + 1,
        "inspector_id": random.randint(1, PEOPLE),
        "type": random.choice(_TYPES),
        "inspected_on": TODAY - timedelta(days=(count - no) * 1500 // count),
        "summary": "，".join(words),
        "state": "submitted" if no % 3 else "reviewed",
        "result": "pass" if earned >= 850 else "fail",
        "earned": earned,
        "maximum": 1000,
        "items_rated": 20,
        "items_passed": earned // 50,
    }


def _defaults(table: Table) -> dict[str, Any]:
    """What the columns hold when nothing is said."""
    found: dict[str, Any] = {}
    for column in table.c:
        default: Any = column.default
        if default is not None and default.is_scalar and not column.primary_key:
            found[column.name] = default.arg
    return found
