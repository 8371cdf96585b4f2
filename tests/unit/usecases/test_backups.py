"""When a backup is due, and what comes before acts that are hard to take back."""

from datetime import timedelta
from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused, UserError
from laborqa_desktop.store import backup
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.backups import MANY, Backups
from laborqa_desktop.usecases.office import Office
from tests.factory import Factory


def test_one_is_due_when_something_was_saved_since(store: Store, make: Factory) -> None:
    backups = Backups(store)
    assert backups.is_due()
    assert backups.status().last is None
    made = backups.make("timer")
    assert (made.why, made.verified) == ("timer", True)
    assert not backups.is_due()
    assert backups.newest() == made
    make.site(name="新项目")
    assert backups.is_due()
    assert not backups.status().stale
    moment = store.clock() + timedelta(days=2)
    store.clock = lambda: moment
    assert backups.status().stale


def test_before_an_act_the_newest_will_do_when_nothing_changed(store: Store, make: Factory) -> None:
    backups = Backups(store)
    first = backups.before("before-purge")
    assert backups.before("before-import") == first
    make.site(name="新项目")
    assert backups.before("before-import").why == "before-import"
    assert len(backups.all()) == 2


def test_without_the_backup_nothing_is_imported(store: Store, make: Factory, tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(store)
    file = tmp_path / "客户.csv"
    file.write_text("编号,名称\nC1,甲\n", encoding="utf-8")
    monkeypatch.setattr(backup, "free_mb", lambda _: 0)
    with pytest.raises(UserError, match="no room"):
        office.imports.run("post", _posts(tmp_path))
    assert office.imports.past() == []
    monkeypatch.undo()
    done = office.imports.run("post", _posts(tmp_path))
    assert done.import_id is not None
    assert office.backups.all()[0].why == "before-import"
    office.imports.remove(done.import_id)
    assert office.backups.all()[0].why == "before-removal"


def test_before_many_records_change_a_backup_is_made_and_before_few_none(
        store: Store, make: Factory, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(store)
    posts = [make.post(name=f"岗位{number}") for number in range(2 * MANY)]
    office.records.archive("post", posts[:MANY - 1])
    office.bulk.apply(office.bulk.plan("post", posts[MANY:-1], "headcount", 3))
    assert office.backups.all() == ()
    office.bulk.apply(office.bulk.plan("post", posts[MANY:], "headcount", 4))
    assert [one.why for one in office.backups.all()] == ["before-bulk"]
    monkeypatch.setattr(backup, "free_mb", lambda _: 0)
    with pytest.raises(UserError, match="no room"):
        office.records.archive("post", posts[MANY:])
    assert not office.records.load("post", posts[-1]).archived
    monkeypatch.undo()
    office.records.archive("post", posts[MANY:])
    assert [one.why for one in office.backups.all()] == ["before-bulk"] * 2


def _posts(folder: Path) -> Path:
    file = folder / "岗位.csv"
    file.write_text("Code,Name\nP1,保洁员\n", encoding="utf-8")
    return file


def test_a_library_open_for_reading_is_backed_up_elsewhere_only(store: Store, make: Factory, tmp_path: Path) -> None:
    with open_store(store.folder, "correct horse", writable=False) as reading:
        backups = Backups(reading)
        assert not backups.is_due()
        with pytest.raises(Refused, match="another folder"):
            backups.make()
        made = backups.full(tmp_path / "usb")
        assert made.full
        assert made.verified
        assert list((tmp_path / "usb").iterdir()) == [made.path]
