"""What a user might do to a library, step by step at random, and what is promised after each step."""

import random
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from laborqa_desktop.models.client import Area, Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.models.person import Employment, Person
from laborqa_desktop.store import drafts, history, reserve
from laborqa_desktop.store.backup import verified_copy
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_

reserve.SIZE = 64 * 1024        # 16 MB would be copied for every case
PASSWORD = "滨江 horse 7"
CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
ACT = N_("Test", "Test act")
NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


class Change(Exception):
    """A user who thinks better of it: the unit it leaves must leave nothing."""


@dataclass(frozen=True)
class Promise:
    """What the program has said to be safe. It holds together with all later ones.

    Attributes:
        count, link: head of the history.
        draft: number in the draft; -1 none was saved.
        backup: name of the newest copy.
    """

    count: int = 0
    link: str = ""
    draft: int = -1
    backup: str = ""

    def dump(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def base(folder: Path) -> Path:
    """A closed library with a few records, to be copied for each case."""
    store, _ = create(folder, PASSWORD, costs=CHEAP, clock=lambda: NOW)
    with store:
        with store.write(ACT) as work:
            work.add_all_fast(OrgUnit, [{"name": f"保洁{number}部"} for number in range(20)])
            work.add_all_fast(Person, [_person(number) for number in range(20)])
            work.session.add(Site(code="S0", name="蓝海大厦", service_type="cleaning", areas=[Area(name="大堂")]))
        with store.write(ACT) as work:
            _attach(store, work.session, b"the first picture" * 100, 1)
    return folder


def _person(number: int) -> dict[str, Any]:
    return {"kind": "staff", "code": f"A{number:05d}", "name": "张伟", "status": "active", "phone": "13800000000",
            "hired_on": date(2024, 1, 1)}


def _attach(store: Store, session: Any, data: bytes, person: int) -> None:
    blob = Files(store).put(session, data, original_name="现场.jpg", mime="image/jpeg")
    session.add(AttachmentLink(blob_id=blob, table_name="person", record_id=person, role="photo"))


class Scenario:
    """Steps on an open library. weights: name of a step -> how often, among the others."""

    WEIGHTS = {"unit": 4, "rename": 4, "site": 3, "areas": 2, "person": 3, "many": 1, "attach": 3, "type_on": 3,
               "undecided": 1, "reveal": 1, "idle": 2, "sweep": 0, "copy": 0}

    def __init__(self, store: Store, seed: int, weights: dict[str, int] | None = None) -> None:
        self.store = store
        self.chance = random.Random(seed)
        self.seed = seed
        self.weights = {**self.WEIGHTS, **(weights or {})}
        self.number = 0
        self.draft = -1
        self.backup = ""

    def steps(self) -> Iterator[Promise]:
        """Does one step after another, for ever, and gives what is promised after each."""
        names, weights = list(self.weights), list(self.weights.values())
        while True:
            step: Callable[[], None] = getattr(self, self.chance.choices(names, weights)[0])
            self.number += 1
            step()
            yield self.promise()

    def promise(self) -> Promise:
        """What is promised now."""
        with self.store.read() as session:
            last = session.execute(select(func.count(), func.max(history.History.id))
                                   .select_from(history.History)).one()
            link = session.scalar(select(history.History.chain).where(history.History.id == last[1]))
        return Promise(last[0], (link or b"").hex(), self.draft, self.backup)

    def name(self) -> str:
        """A name nobody has yet."""
        return f"保洁 {self.seed}-{self.number}"

    def unit(self) -> None:
        with self.store.write(ACT, person="王芳") as work:
            work.session.add(OrgUnit(name=self.name()))

    def rename(self) -> None:
        with self.store.write(ACT, person="王芳") as work:
            work.session.get_one(OrgUnit, self.chance.randrange(1, 20)).name = self.name()

    def site(self) -> None:
        with self.store.write(ACT) as work:
            work.session.add(Site(code=f"S{self.seed}-{self.number}", name=self.name(), service_type="canteen",
                                  remarks="厨房地面湿滑" * self.chance.randrange(200),
                                  areas=[Area(position=no, name=f"区域{no}") for no in range(5)]))

    def areas(self) -> None:
        with self.store.write(ACT) as work:
            site = work.session.scalars(select(Site).options(selectinload(Site.areas)).order_by(Site.id.desc())
                                        .limit(1)).first()
            if site is None:
                return          # a library that is being founded may have none yet
            if site.areas:
                del site.areas[self.chance.randrange(len(site.areas))]
            site.areas.append(Area(position=99, name=self.name()))

    def person(self) -> None:
        with self.store.write(ACT) as work:
            one = Person(kind="staff", code=f"B{self.seed}-{self.number}", name="李娜", status="active",
                         id_no="330102199001011234", hired_on=date(2024, 5, 1))
            one.employments = [Employment(hired_on=date(2024, 5, 1))]
            work.session.add(one)

    def many(self) -> None:
        with self.store.write(ACT) as work:
            work.add_all_fast(OrgUnit, [{"name": f"{self.name()} {no}"} for no in range(60)])

    def attach(self) -> None:
        size = self.chance.choice((0, 1, 700, 5000, 40_000))
        with self.store.write(ACT) as work:
            _attach(self.store, work.session, self.chance.randbytes(size) + self.name().encode(), 1)

    def reveal(self) -> None:
        with self.store.write(N_("Test", "Showed the ID number")) as work:
            work.seen("person", 3)

    def undecided(self) -> None:
        try:
            with self.store.write(ACT) as work:
                work.session.add(OrgUnit(name="never"))
                _attach(self.store, work.session, self.name().encode(), 1)
                raise Change
        except Change:
            pass

    def idle(self) -> None:
        self.store.idle()

    def sweep(self) -> None:
        Files(self.store).sweep(days=-1)

    def copy(self) -> None:
        moment = NOW.replace(microsecond=0, minute=self.number % 60, second=self.number // 60 % 60)
        self.backup = verified_copy(self.store.layout, self.store.keys, "trial", moment).name

    def type_on(self) -> None:
        number = self.seed * 1000 + self.number      # later stories have higher ones
        drafts.save(self.store, "staff", None, {"number": number, "name": "王" * 200})
        self.draft = number
