"""Cancelling an act on thousands: rows, history, search and undo are as before, and a second try works."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Act
from laborqa_desktop.models.post import Post
from laborqa_desktop.store import erasing, history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Translate
from laborqa_desktop.usecases import pasting
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.importing import Imports
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.purging import Purging
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.recycling import Asked, Recycling
from tests.factory import Factory

MANY = 3_000
LEFT = {"status": "left", "left_on": date(2010, 1, 1)}
SHARES = (0.3, 0.75, 0.95)
"""Where the cancel comes: while rows change, while history and while search are written."""


class Stopped(Exception):
    """What the progress of these tests raises, as the window's does after a cancel."""


class Stopper:
    """A Step that stops once so much of the act is done.

    Args:
        share: of the whole.
        total: of the act that is meant; a backup before it counts to 100.
    """

    def __init__(self, share: float, total: int) -> None:
        self.share, self.total = share, total
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))
        if total == self.total and done >= self.share * total:
            raise Stopped


def whole(store: Store) -> dict[str, Any]:
    """Every row of every table, and what the search index finds."""
    with store.read() as session:
        found: dict[str, Any] = {name: session.execute(select(table).order_by(*table.primary_key)).fetchall()
                                 for name, table in Base.metadata.tables.items()}
        found["index"] = session.execute(text("SELECT count(*), sum(rowid) FROM search")).one()
        found["hits"] = session.execute(text("SELECT count(*) FROM search WHERE search MATCH '\"岗 位\"'")).scalar()
    return found


def cancelled_everywhere(store: Store, act: Callable[[Stopper], object], total: int) -> None:
    """Cancels an act at each of SHARES; all is as it was each time."""
    before = whole(store)
    for share in SHARES:
        stopper = Stopper(share, total)
        with pytest.raises(Stopped):
            act(stopper)
        assert whole(store) == before, share


@pytest.fixture
def posts(store: Store) -> list[int]:
    """So many posts, added by one act that can be undone."""
    with store.write(N_("Act", "Added {count}").of(count=MANY), person="王芳") as work:
        return work.add_all_fast(Post, [
            {"code": f"P{number}", "name": f"岗位{number}", "service_type": "cleaning", "archived": False}
            for number in range(MANY)])


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "王芳")


def test_archiving_and_bringing_back_many(store: Store, records: Records, posts: list[int]) -> None:
    records.archive("post", posts[:10])     # the backup before is made once, so that it is not looked for in the rows
    records.restore("post", posts[:10])
    cancelled_everywhere(store, lambda step: records.archive("post", posts, "盘点", step), MANY)
    steps = Stopper(2, MANY)
    records.archive("post", posts, "盘点", steps)
    assert records.ids("post", Query()) == []
    own = [done for done, total in steps.seen if total == MANY]
    assert own == sorted(own)
    assert own[-1] == MANY
    cancelled_everywhere(store, lambda step: records.restore("post", posts, step), MANY)
    records.restore("post", posts)
    assert sorted(records.ids("post", Query())) == posts


def test_bringing_many_back_from_the_bin(store: Store, records: Records, posts: list[int]) -> None:
    bin_ = Recycling(store, Backups(store), "王芳")
    records.archive("post", posts)
    chosen = [("post", one) for one in posts]
    cancelled_everywhere(store, lambda step: bin_.restore(chosen, step), MANY)
    bin_.restore(chosen)
    assert sorted(records.ids("post", Query())) == posts


def test_undoing_and_redoing_many(store: Store, records: Records, posts: list[int]) -> None:
    added = records.last_act()
    cancelled_everywhere(store, lambda step: records.undo(added, step), MANY)
    assert records.undoable(added) is not None
    undone = records.undo(added)
    assert records.ids("post", Query()) == []
    cancelled_everywhere(store, lambda step: records.undo(undone.act_id, step), MANY)
    assert records.still_undoable([undone.act_id]) == [undone.act_id]
    records.undo(undone.act_id)
    assert sorted(records.ids("post", Query())) == posts


def test_an_import_its_undo_and_its_removal(store: Store, records: Records, tmp_path: Path) -> None:
    file = tmp_path / "岗位.csv"
    lines = [f"P{number},岗位{number},保洁" for number in range(MANY)]
    file.write_text("\n".join(["编号,名称,服务类型", *lines]), encoding="utf-8")
    imports = Imports(store, person="王芳")
    cancelled_everywhere(store, lambda step: imports.run("post", file, step=step), MANY)
    done = imports.run("post", file)
    assert done.changes is not None
    act = done.changes.act_id
    cancelled_everywhere(store, lambda step: records.undo(act, step), MANY)
    undone = records.undo(act)
    assert records.ids("post", Query()) == []
    records.undo(undone.act_id)
    assert len(records.ids("post", Query())) == MANY
    assert done.import_id is not None
    number = done.import_id
    cancelled_everywhere(store, lambda step: imports.remove(number, step=step), MANY)
    assert imports.past()[0].removed_at is None
    assert imports.remove(number).removed == MANY
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Act).where(Act.person == "王芳")) == 4


def test_trying_rows_stops_where_it_is_told_to(store: Store, chinese: Translate) -> None:
    imports = Imports(store, "王芳", (chinese,))
    lines = "\n".join(f"P{number}\t岗位{number}\t保洁" for number in range(MANY))
    pasted = pasting.read("post", f"编号\t名称\t服务类型\n{lines}", (), (), (chinese,))
    for share in (0.2, 0.45, 0.6, 0.9):
        stopper = Stopper(share, MANY)
        with pytest.raises(Stopped):
            imports.try_pasted(pasted, stopper)
        done = [one for one, _ in stopper.seen]
        assert done == sorted(done)
    assert len(imports.try_pasted(pasted).new) == MANY


def test_a_backup_that_is_cancelled_before_a_bulk_act_leaves_no_file(
        store: Store, records: Records, posts: list[int]) -> None:
    before = whole(store)

    def stop(done: int, total: int) -> None:
        if total == 100 and done >= 50:
            raise Stopped

    with pytest.raises(Stopped):
        records.archive("post", posts, "", stop)
    assert whole(store) == before
    assert [one for one in store.layout.backups.iterdir() if one.is_file()] == []
    records.archive("post", posts)
    assert records.ids("post", Query()) == []


class StopAt:
    """A Step that stops at one of its calls."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))
        if len(self.seen) == self.number:
            raise Stopped


def files_of(store: Store) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in store.layout.attachments.rglob("*") if one.is_file()}


def told_of(store: Store, make: Factory, who: int) -> None:
    """Somebody whose name stands in many places, with a file."""
    for _ in range(30):
        make.problem(description="李雷没有到岗", owner_id=make.staff())
    Attachments(store).add("staff", who, "证件.txt", b"scan")


def test_a_deletion_by_law_up_to_its_last_moment(store: Store, make: Factory,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasing, "_AT_ONCE", 10)
    who = make.staff(name="李雷", **LEFT)
    told_of(store, make, who)
    purging = Purging(store, Backups(store), "王芳")
    purging.purge(make.staff(name="韩梅", **LEFT), "first, so that the backup is made")
    before, files = whole(store), files_of(store)
    number, told = 1, StopAt(0)
    while True:
        told = StopAt(number)
        try:
            done = purging.purge(who, "asked", step=told)
        except Stopped:
            assert whole(store) == before, number
            assert files_of(store) == files
            number += 2
        else:
            break
    assert number > 20
    assert told.seen[-1] == (100, 100)
    assert [one for one, _ in told.seen] == sorted(one for one, _ in told.seen)
    assert done.cleared
    with store.read() as session:
        assert erasing.places_of(session, erasing.Words(("李雷",), "")) == {}


def test_the_approval_of_a_bin_with_records_and_people(store: Store, make: Factory, records: Records,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasing, "_AT_ONCE", 10)
    people = [make.staff(name=name, **LEFT) for name in ("李雷", "韩梅")]
    told_of(store, make, people[0])
    posts = [make.post() for _ in range(5)]
    records.archive("post", posts)
    records.archive("staff", people, "离职")
    moment = store.clock() + timedelta(days=31)
    store.clock = lambda: moment
    bin_ = Recycling(store, Backups(store), "王芳")
    chosen = [*(("post", one) for one in posts), *(("staff", one) for one in people)]
    assert set(bin_.look(Asked(due=True)).free) == set(chosen)
    before, files = whole(store), files_of(store)
    number, told = 1, StopAt(0)
    while True:
        told = StopAt(number)
        try:
            done = bin_.approve(chosen, told)
        except Stopped:
            assert whole(store) == before, number
            assert files_of(store) == files
            number += 3
        else:
            break
    assert number > 20
    assert told.seen[-1] == (100, 100)
    assert [one for one, total in told.seen if total == 100].count(100) == 1
    assert (done.deleted, done.people, done.kept) == (7, 2, 0)
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None
        assert erasing.places_of(session, erasing.Words(("李雷", "韩梅"), "")) == {}


def test_one_record_counts_to_its_end(make: Factory, records: Records) -> None:
    steps = Stopper(2, 1)
    records.archive("post", [make.post()], "", steps)
    assert steps.seen[-1] == (1, 1)
    assert all(done < total for done, total in steps.seen[:-1])
