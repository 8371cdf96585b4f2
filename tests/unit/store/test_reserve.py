"""The reserve: made with a library, given free on a full disk, made again when there is room."""

import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest

from laborqa_desktop.errors import DiskFull
from laborqa_desktop.store import reserve
from laborqa_desktop.store.check import check_folder, repair
from laborqa_desktop.store.engine import explain
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, PASSWORD
from tests.unit.store.test_check import said

Usage = namedtuple("Usage", "total used free")


def test_a_new_library_has_a_reserve_that_no_disk_can_pack(store: Store) -> None:
    data = store.layout.reserve.read_bytes()
    assert len(data) == reserve.SIZE
    assert len(set(data)) > 200
    assert reserve.is_whole(store.layout.reserve)


def test_a_full_disk_gets_the_reserve_and_the_next_try_may_work(store: Store, tmp_path: Path) -> None:
    full = explain(sqlite3.OperationalError("database or disk is full"), tmp_path)
    assert isinstance(full, DiskFull)
    with pytest.raises(DiskFull, match="save again"), store.write(ACT):
        raise full
    assert not store.layout.reserve.exists()
    with pytest.raises(DiskFull, match="Make room"), store.write(ACT):
        raise full
    store.idle()
    assert reserve.is_whole(store.layout.reserve)


def test_a_disk_that_is_nearly_full_is_not_filled_with_a_reserve(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    reserve.free(store.layout)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1, 1, reserve.SIZE * 2))
    store.idle()
    assert not store.layout.reserve.exists()


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"x" * 40)])
def test_a_missing_or_damaged_reserve_is_found_and_made_anew(store: Store, damage: object) -> None:
    store.close()
    damage(store.layout.reserve)        # type: ignore[operator]
    found = check_folder(store.folder, PASSWORD)
    assert "reserve.bin" in said(found)
    assert [one.healable for one in found] == [True]
    assert repair(store.folder, PASSWORD) == (found, [])


def test_opening_makes_a_missing_reserve(store: Store) -> None:
    store.close()
    store.layout.reserve.unlink()
    open_store(store.folder, PASSWORD, writable=False).close()
    assert not store.layout.reserve.exists()
    open_store(store.folder, PASSWORD).close()
    assert reserve.is_whole(store.layout.reserve)
