"""Cancelling an act on thousands: rows, history, search and undo are as before, and a second try works."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Act
from laborqa_desktop.models.post import Post
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.importing import Imports
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.recycling import Recycling
from tests.factory import Factory

MANY = 3_000
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
    from laborqa_desktop.usecases.backups import Backups
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
    cancelled_everywhere(store, lambda step: imports.run("post", file, progress=step), MANY)
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


def test_one_record_counts_to_its_end(make: Factory, records: Records) -> None:
    steps = Stopper(2, 1)
    records.archive("post", [make.post()], "", steps)
    assert steps.seen[-1] == (1, 1)
    assert all(done < total for done, total in steps.seen[:-1])
