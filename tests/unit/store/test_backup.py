"""A backup is one file, proven before it counts; whatever goes wrong, what was there before is kept."""

import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from laborqa_desktop.errors import UnreadableInput, UserError
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import backup, history
from laborqa_desktop.store.backup import Source, list_in, make
from laborqa_desktop.store.backup_file import opened
from laborqa_desktop.store.database_copy import Contents
from laborqa_desktop.store.engine import Mode, connect
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT
from tests.unit.store.test_check import fill


@pytest.fixture
def source(store: Store) -> Source:
    """The open library, with something in it."""
    fill(store, 500)
    return Source(store.layout, store.keys, store.library_id)


def attach(store: Store, data: bytes) -> str:
    with store.write(ACT) as work:
        return Files(store).put(work.session, data, original_name="a.jpg")


def spoiled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_backup_holds_the_database_as_it_is_and_says_so(store: Store, source: Source, now: datetime,
                                                          tmp_path: Path) -> None:
    made = make(source, store.layout.backups, "close", now)
    assert made.path.name == "资料 库%1-20261123-013000-close.labqbackup"
    assert made.verified
    assert not made.full
    with store.read() as session:
        assert made.anchor == str(history.head(session))
    assert [path.name for path in store.layout.backups.iterdir()] == [made.path.name]
    assert list_in(store.layout.backups, source) == (made,)
    with opened(made.path) as archive:
        assert archive.manifest.rows["org_unit"] == 500
        assert archive.small("key-1.json") == archive.small("key-2.json") == store.layout.key_files[0].read_bytes()
        with (tmp_path / "out.db").open("wb") as out:
            archive.copy("laborqa.db", out)
    with closing(connect(tmp_path / "out.db", store.keys, Mode.IMMUTABLE)) as copied:
        assert copied.execute("SELECT count(*) FROM org_unit").fetchone() == (500,)


def test_a_full_one_carries_the_attachments_and_names_those_that_are_lost(store: Store, source: Source, now: datetime,
                                                                          tmp_path: Path) -> None:
    kept, damaged, lost = (attach(store, data) for data in (b"kept", b"damaged", b"lost"))
    spoiled(Files(store).path(damaged))
    Files(store).path(lost).unlink()
    full, light = (make(source, tmp_path, why, now, full=why == "usb") for why in ("usb", "timer"))
    with opened(full.path) as archive:
        assert archive.attachments() == (kept,)
        assert archive.manifest.missing == tuple(sorted((damaged, lost)))
        assert archive.small(f"attachments/{kept[:2]}/{kept}") == Files(store).path(kept).read_bytes()
    with opened(light.path) as archive:
        assert archive.attachments() == ()
    assert full.missing == 2
    assert backup.blobs_in((light,)) == {kept, damaged, lost}


def test_rows_written_while_it_is_made_are_the_next_ones(store: Store, source: Source, now: datetime) -> None:
    told = []

    def step(done: int, total: int) -> None:
        if not told:
            with store.write(ACT) as work:
                work.session.add(OrgUnit(name="meanwhile"))
        told.append(done)

    made = make(source, store.layout.backups, "timer", now, step=step)
    with opened(made.path) as archive:
        assert archive.manifest.rows["org_unit"] == 500
    assert told == sorted(told)
    assert told[-1] == 100
    with store.read() as session:
        assert made.anchor != str(history.head(session))


def test_two_in_one_second_are_two_files(store: Store, source: Source, now: datetime) -> None:
    first, second = make(source, store.layout.backups, "timer", now), make(source, store.layout.backups, "timer", now)
    assert second.path.name == first.path.name.replace("timer", "timer-2")
    assert len(list_in(store.layout.backups, source)) == 2


@pytest.mark.parametrize("at", [10, 70, 80, 95])
def test_a_cancel_leaves_nothing_behind(store: Store, source: Source, now: datetime, at: int) -> None:
    old = make(source, store.layout.backups, "timer", now)

    class Stop(Exception):
        pass

    def step(done: int, total: int) -> None:
        if done >= at:
            raise Stop

    with pytest.raises(Stop):
        make(source, store.layout.backups, "timer", now, step=step)
    assert list(store.layout.backups.iterdir()) == [old.path]


def test_the_copy_is_thrown_away_when_its_database_is_not_whole(store: Store, source: Source, now: datetime,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    old = make(source, store.layout.backups, "timer", now)
    real = backup.copy_database

    def spoil(*given: Any) -> Contents:
        wanted = real(*given)
        spoiled(given[1])
        return wanted

    monkeypatch.setattr(backup, "copy_database", spoil)
    with pytest.raises(UserError, match="could not be verified"):
        backup.verified_copy(store.layout, store.keys, "test", now)
    assert list(store.layout.backups.iterdir()) == [old.path]


def test_the_copy_is_thrown_away_when_rows_are_missing(store: Store, source: Source, now: datetime,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    real = backup.copy_database

    def lose(*given: Any) -> Contents:
        wanted = real(*given)
        with closing(connect(given[1], store.keys)) as copied:
            copied.execute("DELETE FROM org_unit WHERE id = 7")
            copied.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return wanted

    monkeypatch.setattr(backup, "copy_database", lose)
    with pytest.raises(UserError, match="could not be verified"):
        make(source, store.layout.backups, "test", now)
    assert list(store.layout.backups.iterdir()) == []


def test_the_packed_file_is_read_back_too(store: Store, source: Source, now: datetime,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "flush", lambda out: (out.flush(), spoiled(Path(out.name))))
    with pytest.raises(UserError, match="could not be verified"):
        make(source, store.layout.backups, "test", now)
    assert list(store.layout.backups.iterdir()) == []


def test_a_damaged_library_is_said_to_be_damaged(store: Store, source: Source, now: datetime) -> None:
    store.checkpoint()
    spoiled(store.layout.database)
    with pytest.raises(UnreadableInput, match="damaged"):
        make(source, store.layout.backups, "test", now)
    assert list(store.layout.backups.iterdir()) == []


def test_none_is_begun_without_room(store: Store, source: Source, now: datetime,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "free_mb", lambda _: 0)
    with pytest.raises(UserError, match="no room"):
        make(source, store.layout.backups, "test", now)


def test_a_folder_that_is_gone_is_named(source: Source, now: datetime, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        make(source, tmp_path / "pulled out" / "usb", "usb", now)


@pytest.mark.parametrize("spoil", [
    lambda path: spoiled(path), lambda path: path.write_bytes(path.read_bytes()[:-5000]),
    lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"PK\x05\x06" + bytes(18)),
])
def test_a_damaged_one_is_refused_and_never_deleted(store: Store, source: Source, now: datetime,
                                                    spoil: Callable[[Path], object]) -> None:
    bad = make(source, store.layout.backups, "timer", now)
    good = make(source, store.layout.backups, "close", now + timedelta(seconds=1))
    spoil(bad.path)
    with pytest.raises(UnreadableInput, match="damaged"), backup.proven(bad.path, store.keys):
        pass
    listed = list_in(store.layout.backups, source)
    assert {one.path for one in listed} == {bad.path, good.path}
    backup.thin(listed, now + timedelta(days=4000), None, UTC)
    assert good.path.exists()
    assert bad.path.exists() or next(one for one in listed if one.path == bad.path).anchor


def _repacked(path: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path) as old:
        parts = [change(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as new:
        for name, data in parts:
            new.writestr(name, data)


def test_one_that_was_altered_with_all_its_sums_lacks_the_seal(store: Store, source: Source, now: datetime) -> None:
    made = make(source, store.layout.backups, "timer", now)
    with opened(made.path) as archive:
        forged = replace(archive.manifest, anchor="1:" + "00" * 32).dump(replace(store.keys, data=bytes(32)))
    _repacked(made.path, lambda name, data: (name, forged if name == "manifest.json" else data))
    with pytest.raises(UnreadableInput, match="seal"), backup.proven(made.path, store.keys):
        pass
    assert [one.verified for one in list_in(store.layout.backups, source)] == [False]


@pytest.mark.parametrize("name", ["../evil", "attachments/../../evil", "/etc/evil", "attachments/ab/zz", "C:\\evil"])
def test_names_inside_are_never_paths(store: Store, source: Source, now: datetime, name: str) -> None:
    made = make(source, store.layout.backups, "timer", now)
    with zipfile.ZipFile(made.path, "a") as packed:
        packed.writestr(name, b"x")
    with pytest.raises(UnreadableInput, match="damaged"), opened(made.path):
        pass


def test_a_file_of_another_kind_is_no_backup(tmp_path: Path) -> None:
    other = tmp_path / "picture.zip"
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("manifest.json", "[1]")
    with pytest.raises(UnreadableInput, match="no backup"), opened(other):
        pass
