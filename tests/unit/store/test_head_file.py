"""Entries that were saved and have vanished are noticed, put on record, and told."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import Act
from laborqa_desktop.store import head_file, history
from laborqa_desktop.store.check import check_folder, repair
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.office import Office
from tests.unit.store.conftest import ACT, PASSWORD


def add(store: Store, *names: str) -> None:
    for name in names:
        with store.write(ACT) as work:
            work.session.add(OrgUnit(name=name))


def texts(folder: Path) -> list[str]:
    return [str(one.text) for one in check_folder(folder, PASSWORD)]


def test_it_holds_the_newest_head(store: Store) -> None:
    add(store, "保洁一部", "保洁二部")
    with store.read() as session:
        assert head_file.read(store.layout, store.keys) == history.head(session)
        assert history.head(session).count == 2


def test_a_unit_that_fails_or_changes_nothing_leaves_it(store: Store) -> None:
    add(store, "保洁一部")
    before = store.layout.head.read_bytes()
    with store.write(ACT):
        pass
    try:
        with store.write(ACT) as work:
            work.session.add(OrgUnit(name="x"))
            work.session.flush()
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert store.layout.head.read_bytes() == before


def test_an_older_copy_put_in_place_by_hand_is_told(store: Store, folder: Path, clock: Callable[[], datetime]) -> None:
    add(store, "保洁一部")
    store.checkpoint()
    shutil.copy(store.layout.database, folder / "old.db")
    add(store, "保洁二部", "保洁三部")
    store.close()
    shutil.move(folder / "old.db", store.layout.database)
    assert any("2 saved entries" in one for one in texts(folder))
    with open_store(folder, PASSWORD, clock=clock) as again:
        assert any("2 saved entries" in str(one) for one in Office(again).warnings())
        with again.read() as session:
            assert [act.source for act in session.query(Act).order_by(Act.id)][-1] == \
                "Found that saved entries are missing"
    assert texts(folder) == []
    with open_store(folder, PASSWORD, clock=clock) as again:
        assert any("2 saved entries" in str(one) for one in Office(again).warnings())


def test_a_damaged_end_of_the_log_is_told(store: Store, folder: Path) -> None:
    add(store, "保洁一部", "保洁二部", "保洁三部")
    copy = folder.with_name("crashed")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm"))
    log = copy / "laborqa.db-wal"
    data = bytearray(log.read_bytes())
    data[-2000] ^= 1
    log.write_bytes(data)
    assert any("saved entries" in one for one in texts(copy))


def test_a_missing_or_damaged_file_is_healed(store: Store, folder: Path) -> None:
    add(store, "保洁一部")
    store.close()
    whole = store.layout.head.read_bytes()
    for spoil in (store.layout.head.unlink, lambda: store.layout.head.write_bytes(b"\xff" * 160)):
        spoil()
        assert len(texts(folder)) == 1
        healed, left = repair(folder, PASSWORD)
        assert (len(healed), left) == (1, [])
        assert store.layout.head.read_bytes() == whole
