"""Entries that were saved and have vanished are noticed, put on record, and told."""

import errno
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import Act
from laborqa_desktop.store import head_file, history
from laborqa_desktop.store.check import check_folder, repair
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.audit import Audit
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


def crashed_with_damaged_log(store: Store, folder: Path) -> Path:
    """A copy of the folder as a crash leaves it, with one byte of the log's end wrong."""
    add(store, "保洁一部", "保洁二部", "保洁三部")
    copy = folder.with_name("crashed")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm"))
    log = copy / "laborqa.db-wal"
    data = bytearray(log.read_bytes())
    data[-2000] ^= 1
    log.write_bytes(data)
    return copy


def test_a_damaged_end_of_the_log_is_told(store: Store, folder: Path) -> None:
    assert any("saved entr" in one for one in texts(crashed_with_damaged_log(store, folder)))


def test_a_damaged_end_of_the_log_is_set_aside_before_anything_is_written(
        store: Store, folder: Path, clock: Callable[[], datetime]) -> None:
    copy = crashed_with_damaged_log(store, folder)
    before = {name: (copy / name).read_bytes() for name in ("laborqa.db", "laborqa.db-wal", "history.head")}
    with open_store(copy, PASSWORD, clock=clock) as again:
        [aside] = copy.glob("damaged-*")
        assert {name: (aside / name).read_bytes() for name in before} == before
        loss = Audit(again).loss()
        assert loss is not None
        assert (loss.saved, loss.aside) == (3, aside.name)
        assert loss.there < 3
        assert any(aside.name in str(one) for one in Office(again).warnings())
        assert any(aside.name in str(line) for line in loss.lines)
    with open_store(copy, PASSWORD, clock=clock) as again:
        assert [one.name for one in copy.glob("damaged-*")] == [aside.name], "once"
    assert texts(copy) == []


def test_a_look_alone_keeps_the_damaged_log_too(store: Store, folder: Path, clock: Callable[[], datetime]) -> None:
    copy = crashed_with_damaged_log(store, folder)
    log = (copy / "laborqa.db-wal").read_bytes()
    with open_store(copy, PASSWORD, writable=False, clock=clock) as looked:
        loss = Audit(looked).loss()
        assert loss is not None
        assert (loss.at, loss.saved) == (None, 3)
    [aside] = copy.glob("damaged-*")
    assert (aside / "laborqa.db-wal").read_bytes() == log
    assert any("saved entr" in one for one in texts(copy))
    assert len(list(copy.glob("damaged-*"))) == 1, "what is merged already is not copied again by looking"


def test_without_room_for_all_the_log_alone_is_kept(store: Store, folder: Path, clock: Callable[[], datetime],
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    copy = crashed_with_damaged_log(store, folder)
    whole = shutil.copy2

    def full(source: Path, target: Path) -> object:
        if source.name == "laborqa.db":
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole(source, target)

    monkeypatch.setattr(shutil, "copy2", full)
    with open_store(copy, PASSWORD, clock=clock):
        [aside] = copy.glob("damaged-*")
        assert sorted(one.name for one in aside.iterdir()) == ["history.head", "laborqa.db-wal"]


def test_a_whole_library_is_opened_without_a_copy(store: Store, folder: Path, clock: Callable[[], datetime]) -> None:
    add(store, "保洁一部")
    copy = folder.with_name("crashed")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm"))
    assert (copy / "laborqa.db-wal").stat().st_size
    with open_store(copy, PASSWORD, clock=clock) as again:
        assert Audit(again).loss() is None
    assert not list(copy.glob("damaged-*"))


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
