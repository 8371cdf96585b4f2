"""Making and opening a library, and the sentence for everything in the way."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from laborqa_desktop.errors import Conflict, LibraryInUse, NotFound, Refused, UnreadableInput, UserError, WrongPassword
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import engine, keys, library, settings, slots
from laborqa_desktop.store.folder import Layout, is_writable
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, CHEAP, PASSWORD


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_library_opens_with_password_and_with_recovery_code(folder: Path) -> None:
    store, code = create(folder, PASSWORD, zone="Asia/Urumqi", costs=CHEAP)
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="保洁一部"))
    store.close()
    for secret in (PASSWORD, code, f"  {code.lower().replace('-', ' ')} "):
        with open_store(folder, secret) as opened, opened.read() as session:
            assert session.scalars(select(OrgUnit.name)).all() == ["保洁一部"]
            assert (opened.library_id, opened.zone) == (store.library_id, "Asia/Urumqi")
    assert Layout(folder).note.read_text("utf-8-sig").startswith("此文件夹")
    assert b"SQLite format" not in (folder / "laborqa.db").read_bytes()


@pytest.mark.parametrize("wrong", [
    "", "滨江 horse 8", "滨江\u3000horse 7", "🐎", "x" * 10_000_000, "0000-0000-0000-0000-0000-0000-0000"])
def test_a_wrong_password_opens_nothing_and_changes_nothing(store: Store, wrong: str) -> None:
    store.close()
    before = content(store.folder)
    with pytest.raises(WrongPassword):
        open_store(store.folder, wrong)
    assert content(store.folder) == before


def test_a_code_with_a_typing_mistake_is_known_as_one() -> None:
    code = keys.new_code()
    assert keys.clean_code(code) is not None
    other = "2" if code[0] != "2" else "3"
    assert keys.clean_code(other + code[1:]) is None
    assert keys.clean_code(code.replace("0", "o").replace("1", "l")) == code.replace("-", "")


def test_nothing_that_exists_is_overwritten(store: Store, tmp_path: Path) -> None:
    store.close()
    before = content(store.folder)
    with pytest.raises(Conflict):
        create(store.folder, "other", costs=CHEAP)
    assert content(store.folder) == before
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("x")
    with pytest.raises(Conflict):
        create(full, "other", costs=CHEAP)
    assert content(full) == {"mine.txt": b"x"}


@pytest.mark.parametrize("existed", [False, True])
def test_a_half_made_library_is_cleaned_up(folder: Path, existed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if existed:
        folder.mkdir()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library, "marker_text", fail)
    with pytest.raises(UserError, match="cannot be made or written to"):
        create(folder, PASSWORD, costs=CHEAP)
    assert folder.exists() is existed
    assert not existed or list(folder.iterdir()) == []


def test_an_empty_password_is_refused(folder: Path) -> None:
    with pytest.raises(Refused):
        create(folder, "", costs=CHEAP)
    assert not folder.exists()


def test_each_thing_in_the_way_has_its_sentence(store: Store, tmp_path: Path) -> None:
    store.close()
    with pytest.raises(NotFound, match="no folder"):
        open_store(tmp_path / "none", PASSWORD)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotFound, match="no library"):
        open_store(tmp_path / "empty", PASSWORD)
    database = Layout(store.folder).database
    whole = database.read_bytes()
    for size in (0, 100, len(whole) // 2, len(whole) - 4096):
        database.write_bytes(whole[:size])
        with pytest.raises(UnreadableInput, match="damaged"):
            open_store(store.folder, PASSWORD)
    database.write_bytes(bytes(512) + whole[512:])
    with pytest.raises(UnreadableInput, match="damaged"):
        open_store(store.folder, PASSWORD)
    database.unlink()
    with pytest.raises(UnreadableInput, match=r"laborqa\.db"):
        open_store(store.folder, PASSWORD)
    database.write_bytes(whole)
    open_store(store.folder, PASSWORD).close()


def test_a_damaged_key_file_falls_back_to_the_other_and_heals_only_when_writing(store: Store) -> None:
    store.close()
    first, second = store.layout.key_files
    good = first.read_bytes()
    first.write_bytes(good[:50])
    open_store(store.folder, PASSWORD, writable=False).close()
    assert first.read_bytes() == good[:50]
    open_store(store.folder, PASSWORD).close()
    assert first.read_bytes() == good
    first.write_bytes(b"")
    second.write_bytes(good.replace(b'"rounds": 1', b'"rounds": 2'))
    with pytest.raises(UnreadableInput, match="Both key files"):
        open_store(store.folder, PASSWORD)


def test_a_changed_password_replaces_the_old_one(store: Store) -> None:
    store.close()
    slots.change_slot(store.layout, "password", PASSWORD, "neu", CHEAP)
    with pytest.raises(WrongPassword):
        open_store(store.folder, PASSWORD)
    open_store(store.folder, "neu").close()
    assert len({path.read_bytes() for path in store.layout.key_files}) == 1


def test_a_newer_library_opens_for_reading_only_and_says_which_version(store: Store) -> None:
    with store.quiet() as session:
        settings.put(session, library.WRITTEN_BY, "9.4")
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    store.close()
    before = content(store.folder)
    with open_store(store.folder, PASSWORD) as newer:
        assert newer.read_only
        assert "9.4" in str(newer.notice)
        with pytest.raises(Refused, match=r"9\.4"), newer.write(ACT):
            pass
    assert content(store.folder) == before


def test_a_folder_without_the_right_to_write_opens_for_reading_only(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="保洁一部"))
    store.close()
    monkeypatch.setattr(library, "is_writable", lambda _: False)
    names = sorted(path.name for path in store.folder.iterdir())
    with open_store(store.folder, PASSWORD) as opened:
        assert opened.read_only
        with opened.read() as session:
            assert session.scalars(select(OrgUnit.name)).all() == ["保洁一部"]
            assert sorted(path.name for path in store.folder.iterdir()) == names
    assert not is_writable(store.folder / "none")


def test_another_process_that_writes_is_waited_for_shortly_then_named(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    monkeypatch.setattr(engine, "BUSY_MS", 100)
    opened = open_store(store.folder, PASSWORD)
    with closing(engine.connect(store.layout.database, store.keys)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryInUse), opened.write(ACT):
            pass
        with opened.read() as session:
            assert session.scalars(select(OrgUnit)).all() == []
        other.execute("ROLLBACK")
    with opened.write(ACT) as work:
        work.session.add(OrgUnit(name="x"))
    opened.close()


def test_the_drivers_errors_arrive_wrapped(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write(ACT) as work:
        work.session.add(OrgUnit(name="x", kind="no kind"))
    with pytest.raises(IntegrityError), store.write(ACT) as work:
        work.session.add(OrgUnit(name="x", parent_id=77))


@pytest.mark.parametrize(("words", "said"), [
    ("database or disk is full", "is full"), ("disk I/O error", "reported an error"),
    ("attempt to write a readonly database", "may not be written"), ("database disk image is malformed", "damaged"),
])
def test_what_the_disk_does_becomes_a_sentence(tmp_path: Path, words: str, said: str) -> None:
    error = engine.explain(sqlite3.OperationalError(words), tmp_path)
    assert said in str(error)
    assert engine.explain(sqlite3.OperationalError("no such table: x"), tmp_path) is None


def test_every_connection_has_the_settings_the_library_relies_on(store: Store) -> None:
    with closing(engine.connect(store.layout.database, store.keys)) as connection:
        got = {name: connection.execute(f"PRAGMA {name}").fetchone()[0]
               for name in ("journal_mode", "synchronous", "foreign_keys", "cache_size")}
    assert got == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "cache_size": -65536}


def test_an_old_sqlite_is_not_worked_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LEAST_SQLITE", (99, 0, 0))
    with pytest.raises(RuntimeError, match="too old"):
        engine.check_versions()


def test_the_marker_is_a_small_text_file(store: Store) -> None:
    marker = json.loads((store.folder / "library.labq").read_text())
    assert marker == {"program": "LaborQA", "format": 1, "id": store.library_id}


def test_a_closed_library_is_one_complete_file(store: Store) -> None:
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="x"))
    store.close()
    assert sorted(p.name for p in store.folder.glob("laborqa.db*")) == ["laborqa.db"]
    with pytest.raises(RuntimeError, match="closed"), store.read():
        pass
