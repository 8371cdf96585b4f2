"""Damage as disks do it, and a small library whose whole content is known, to be damaged again and again."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from laborqa_desktop.models.client import Area, Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.store import reserve
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.pages import SIZE
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_

CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
PASSWORD = "滨江 horse 7"
ACT = N_("Test", "Test act")
Rows = dict[str, list[tuple[Any, ...]]]


def small_library(folder: Path, units: int = 60) -> Store:
    """A library with a handful of records, attachments, changes and deletions; open."""
    reserve.SIZE = min(reserve.SIZE, 4096)
    store, _ = create(folder, PASSWORD, costs=CHEAP)
    with store.write(ACT) as work:
        work.add_all_fast(OrgUnit, [{"name": f"单位{n}"} for n in range(units)])
        work.add_all_fast(Site, [{"name": f"项目{n}", "code": f"S{n}", "service_type": "cleaning"} for n in range(10)])
        work.add_all_fast(Area, [{"name": f"区域{n}", "site_id": 1 + n % 10} for n in range(20)])
    files = Files(store)
    with store.write(ACT) as work:
        for n in range(3):
            blob = files.put(work.session, f"content {n}".encode() * 50, original_name=f"{n}.txt")
            work.session.add(AttachmentLink(blob_id=blob, table_name="site", record_id=1 + n))
    return store


def later_acts(store: Store, count: int = 4) -> None:
    """Acts that stay in the log as long as nobody merges it."""
    for n in range(count):
        with store.write(ACT) as work:
            work.session.get_one(OrgUnit, 5 + n).name = f"改名{n}"
            work.session.add(OrgUnit(name=f"新单位{n}"))


def content(store: Store) -> Rows:
    """Every row of every table, drafts and the search index left out; raises what the store raises."""
    with store.read() as session:
        raw = driver(session.connection())
        names = [name for (name,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name")]
        return {name: raw.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2').fetchall()
                if name not in ("alembic_version", "thumbnail") else
                raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def flip(path: Path, random: Random) -> str:
    """Turns one bit."""
    data = bytearray(path.read_bytes())
    place, bit = random.randrange(len(data)), random.randrange(8)
    data[place] ^= 1 << bit
    path.write_bytes(data)
    return f"bit {bit} of byte {place} of {len(data)}"


def zero(path: Path, random: Random) -> str:
    """Puts 512 zero bytes at a sector."""
    data = bytearray(path.read_bytes())
    place = 512 * random.randrange(max(1, len(data) // 512))
    data[place:place + 512] = bytes(min(512, len(data) - place))
    path.write_bytes(data)
    return f"zeros at {place} of {len(data)}"


def truncate(path: Path, random: Random) -> str:
    """Cuts the end off; half of the cuts are at a page."""
    size = path.stat().st_size
    cut = random.randrange(size)
    cut = cut // SIZE * SIZE if random.random() < 0.5 else cut
    with path.open("rb+") as file:
        file.truncate(cut)
    return f"cut to {cut} of {size}"


def first_bytes(path: Path, random: Random) -> str:
    """Other first 16 bytes."""
    with path.open("rb+") as file:
        file.write(random.randbytes(16))
    return "first 16 bytes"


def spoil_pages(database: Path, numbers: list[int], random: Random) -> None:
    """Writes noise into pages."""
    with database.open("rb+") as file:
        for number in numbers:
            file.seek((number - 1) * SIZE + random.randrange(SIZE - 64))
            file.write(random.randbytes(64))


class Copies:
    """Fresh copies of one library folder, one at a time."""

    def __init__(self, source: Path, room: Path) -> None:
        self._source, self._place = source, room / "copy"

    def fresh(self) -> Path:
        """The library as it was, in a place of its own."""
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._source, self._place)
        return self._place


Damage = Callable[[Path, Random], str]
