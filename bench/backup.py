"""A verified backup of a library of 500 MB and the restore drill, beside a plain copy of its database in the same run.

The library is made once and kept in the temporary folder for the next run.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.result import Result
from laborqa_desktop import bootstrap
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases.office import Office

PASSWORD = "bench password"
SIZE = 500_000_000
BATCH = 20_000
_NAME = "laborqa-bench-500"


def run() -> list[Result]:
    """Backup and drill, each at most 20 s (reliability.md T17)."""
    with _library() as office:
        database = office.store.layout.database
        plain = _plain(database)
        began = perf_counter()
        made = office.backups.make("bench")
        backup = perf_counter() - began
        began = perf_counter()
        found = office.backups.drill()
        drill = perf_counter() - began
        if not found.is_good or made.bytes < SIZE:
            raise RuntimeError("the drill found differences")
        saves = _longest_save(office)
        for one in office.backups.all():
            one.path.unlink()
    size = f"{made.bytes // 1_000_000} MB"
    return [
        Result(f"verified backup of {size}, beside a plain copy", backup, plain, within=20.0),
        Result(f"restore drill of {size}: {found.rows:,} rows compared", drill, plain, within=20.0),
        Result("longest save while a backup is made", saves, within=1.0),
    ]


def _plain(database: Path) -> float:
    target = database.with_name("plain-copy.tmp")
    began = perf_counter()
    shutil.copyfile(database, target)
    with target.open("rb+") as copied:
        os.fsync(copied.fileno())
    took = perf_counter() - began
    target.unlink()
    return took


def _longest_save(office: Office) -> float:
    """Saves of one record after another on this thread while another one makes a backup."""
    from threading import Thread
    worker = Thread(target=lambda: office.backups.make("bench"))
    worker.start()
    longest, number = 0.0, 0
    while worker.is_alive():
        number += 1
        began = perf_counter()
        office.records.save("post", None, {"code": f"B{office.store.clock().timestamp()}", "name": "保洁员"})
        longest = max(longest, perf_counter() - began)
    worker.join()
    return longest


@contextmanager
def _library() -> Iterator[Office]:
    folder = Path(tempfile.gettempdir()) / _NAME
    if not (folder / "library.labq").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        office, _ = bootstrap.new_library(folder, PASSWORD, "Bench", costs=Costs(64, 1, 1))
        _fill(office)
        office.close()
    office = bootstrap.open_library(folder, PASSWORD)
    try:
        yield office
    finally:
        office.close()


def _fill(office: Office) -> None:
    """Sites with long remarks until the database is large enough; their history makes more than half of it."""
    from laborqa_desktop.models.client import Site
    from laborqa_desktop.text import N_
    words = "东湖科技园保洁服务记录，卫生间洗手台水渍未清，已整改复查。" * 8
    number = 0
    while office.store.layout.database.stat().st_size < SIZE:
        with office.store.write(N_("Bench", "Filled")) as work:
            work.add_all_fast(Site, [_site(number + step, words) for step in range(BATCH)])
        number += BATCH
        office.store.checkpoint()
    with office.store.connect() as connection:
        raw: Any = driver(connection)
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _site(number: int, words: str) -> dict[str, Any]:
    return {"code": f"X{number:07d}", "name": f"项目点 {number}", "service_type": "cleaning", "remarks": words}
