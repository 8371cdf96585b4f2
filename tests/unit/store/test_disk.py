"""What is the matter with a disk: told apart, named, and for a failing one the end of writing."""

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from laborqa_desktop.errors import DiskFailed, DiskFull, LibraryInUse, Refused, UserError
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import disk, engine
from laborqa_desktop.store.disk import Trouble
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate
from tests.unit.store.conftest import ACT, PASSWORD

IO_ERROR, CANNOT_OPEN = sqlite3.OperationalError("disk I/O error"), sqlite3.OperationalError(
    "unable to open database file")


def refuse(code: int) -> Callable[..., Any]:
    def fsync(*_: object) -> None:
        raise OSError(code, os.strerror(code))
    return fsync


@pytest.mark.parametrize(("code", "trouble"), [
    (errno.ENOSPC, Trouble.FULL), (errno.EDQUOT, Trouble.FULL), (errno.EFBIG, Trouble.TOO_LARGE),
    (errno.EIO, Trouble.FAILING), (errno.EROFS, Trouble.FORBIDDEN), (errno.EINTR, Trouble.NONE)])
def test_the_drivers_one_word_is_told_apart_by_asking_the_disk(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, trouble: Trouble) -> None:
    assert disk.ask(tmp_path) is Trouble.NONE
    monkeypatch.setattr(os, "fsync", refuse(code))
    assert disk.ask(tmp_path) is trouble
    wanted = Trouble.FAILING if trouble is Trouble.NONE else trouble
    assert str(engine.explain(IO_ERROR, tmp_path)) == str(disk.told(wanted, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_file_as_large_as_the_user_may_write_is_no_broken_disk(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "laborqa.db-wal").write_bytes(bytes(100_000))
    monkeypatch.setattr(disk, "_size_limit", lambda: 120_000)
    assert disk.ask(tmp_path) is Trouble.TOO_LARGE
    assert "NTFS" in str(engine.explain(IO_ERROR, tmp_path))


def test_a_database_held_by_another_program_is_no_matter_of_rights(tmp_path: Path) -> None:
    said = engine.explain(CANNOT_OPEN, tmp_path)
    assert isinstance(said, LibraryInUse)
    assert "virus scanner" in str(said)


def test_the_sentence_names_the_disk_that_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "name_of", lambda folder: folder.name)
    full = sqlite3.OperationalError("database or disk is full")
    assert "The disk stick is full" in str(engine.explain(full, tmp_path / "lib", tmp_path / "stick"))
    assert "The disk lib is full" in str(engine.explain(full, tmp_path / "lib"))


@pytest.mark.parametrize("trouble", [one for one in Trouble if one is not Trouble.NONE])
def test_every_sentence_is_there_in_chinese(tmp_path: Path, trouble: Trouble, chinese: Translate) -> None:
    said = disk.told(trouble, tmp_path)
    assert said is not None
    words = said.text.say(chinese)
    assert "{" not in words
    assert words.endswith("。")
    if trouble is not Trouble.FORBIDDEN:
        assert disk.name_of(tmp_path) in words
        assert " MB" in words


def test_a_failing_disk_ends_writing_and_lets_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="before"))
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse(errno.EIO))
        with pytest.raises(DiskFailed, match="reading only"), store.write(ACT):
            raise OperationalError("COMMIT", {}, IO_ERROR)
    with pytest.raises(Refused, match="reported an error"), store.write(ACT) as work:
        work.session.add(OrgUnit(name="after"))
    with pytest.raises(Refused), store.quiet():
        pass
    assert store.read_only
    with store.read() as session:
        assert session.scalars(select(OrgUnit.name)).all() == ["before"]
    store.close()
    with open_store(store.folder, PASSWORD) as again, again.write(ACT) as work:
        work.session.add(OrgUnit(name="again"))


def test_a_full_disk_lets_write_again_once_there_is_room(store: Store) -> None:
    with pytest.raises(DiskFull), store.write(ACT):
        raise OperationalError("COMMIT", {}, sqlite3.OperationalError("database or disk is full"))
    assert not store.read_only
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="x"))


def test_the_name_of_a_disk_is_where_it_is_mounted(tmp_path: Path) -> None:
    assert disk.name_of(tmp_path) in [str(one) for one in (tmp_path, *tmp_path.parents)]
    assert isinstance(disk.refused(OSError(errno.ENOSPC, "x"), tmp_path), UserError)
