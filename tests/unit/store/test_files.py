"""Attachments: stored once and encrypted, on disk before their row, swept when no row names them."""

import os
import time
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis.strategies import text
from sqlalchemy import select

from laborqa_desktop.errors import DiskFull, NotFound, Refused, UnreadableInput
from laborqa_desktop.models.history import AttachmentLink, Blob
from laborqa_desktop.store import files
from laborqa_desktop.store.files import Files, Outside, safe_name
from laborqa_desktop.store.safe_names import free_of
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT

PICTURE = b"picture of a broken tile" * 100


def put(store: Store, data: bytes = PICTURE, name: str = "现场.jpg") -> str:
    with store.write(ACT) as work:
        return Files(store).put(work.session, data, original_name=name, mime="image/jpeg")


@pytest.mark.parametrize("data", [b"", b"x", PICTURE])
def test_what_was_put_is_got_and_nothing_of_it_lies_open(store: Store, data: bytes) -> None:
    blob_id = put(store, data)
    assert Files(store).get(blob_id) == data
    stored = Files(store).path(blob_id).read_bytes()
    assert PICTURE[:24] not in stored
    with store.read() as session:
        blob = session.get_one(Blob, blob_id)
    assert (blob.original_name, blob.bytes) == ("现场.jpg", len(data))
    assert blob.sha256 not in blob_id


def test_a_content_is_stored_once(store: Store) -> None:
    assert put(store) == put(store, name="copy.jpg")
    with store.read() as session:
        assert len(session.scalars(select(Blob)).all()) == 1
    assert len(list(Files(store).on_disk())) == 1


def test_a_link_is_in_the_history_of_its_unit(store: Store) -> None:
    with store.write(ACT) as work:
        blob_id = Files(store).put(work.session, PICTURE)
        work.session.add(AttachmentLink(blob_id=blob_id, table_name="problem", record_id=7, role="before"))
    assert work.changes.rows == {("attachment_link", 1)}


def test_the_file_is_there_before_the_row_and_an_undone_unit_leaves_only_an_orphan(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write(ACT) as work:
        blob_id = Files(store).put(work.session, PICTURE)
        raise ZeroDivisionError
    assert Files(store).path(blob_id).is_file()
    with store.read() as session:
        assert session.get(Blob, blob_id) is None
    assert put(store) == blob_id


def test_orphans_go_to_the_trash_after_thirty_days(store: Store) -> None:
    kept = put(store)
    with pytest.raises(ZeroDivisionError), store.write(ACT) as work:
        orphan = Files(store).put(work.session, b"orphan")
        raise ZeroDivisionError
    assert Files(store).sweep() == 0
    old = time.time() - 31 * 86400
    for blob_id in (kept, orphan):
        os.utime(Files(store).path(blob_id), (old, old))
    assert Files(store).sweep() == 1
    assert (store.layout.attachments / "trash" / orphan).is_file()
    assert Files(store).get(kept) == PICTURE


def test_more_than_fifty_megabytes_are_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    put(store, b"x" * 10)
    with pytest.raises(Refused, match="50 MB"):
        put(store, b"x" * 11)
    assert len(list(Files(store).on_disk())) == 1


@pytest.mark.parametrize("position", [0, 6, 40, -1])
def test_one_changed_byte_is_noticed(store: Store, position: int) -> None:
    path = Files(store).path(put(store))
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)
    with pytest.raises(UnreadableInput):
        Files(store).get(path.name)
    assert Files(store).get(put(store)) == PICTURE


def test_a_file_under_another_ones_name_is_noticed(store: Store) -> None:
    one, other = put(store), put(store, b"other")
    Files(store).path(one).write_bytes(Files(store).path(other).read_bytes())
    with pytest.raises(UnreadableInput):
        Files(store).get(one)


def test_a_lost_file_is_named_as_lost(store: Store) -> None:
    blob_id = put(store)
    Files(store).path(blob_id).unlink()
    with pytest.raises(NotFound):
        Files(store).get(blob_id)


def test_a_full_disk_attaches_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_new", full)
    with pytest.raises(DiskFull, match="save again"):
        put(store)
    assert not store.layout.reserve.exists()
    with pytest.raises(DiskFull, match="MB free"):
        put(store)
    with store.read() as session:
        assert session.scalars(select(Blob)).all() == []


@pytest.mark.parametrize("name", [
    "../../etc/passwd", "C:\\Windows\\a.txt", "CON", "nul.txt", "com1.tar.gz", "a.", "x" * 300 + ".jpg",
    "a\u202egpj.exe",
    "a\nb", "a\0b", "\\\\.\\pipe\\x", "a:stream", "", "...", " . "])
def test_names_from_outside_stay_inside_the_folder(tmp_path: Path, name: str) -> None:
    outside = Outside(tmp_path / "open")
    path = outside.place(name, b"x")
    assert path.read_bytes() == b"x"
    assert path.resolve().is_relative_to((tmp_path / "open").resolve())
    assert safe_name(name) == path.name
    assert len(path.name) <= 101
    assert path.stem.casefold() not in {"con", "nul", "com1"}
    assert path.name.isprintable()
    outside.empty()
    assert list((tmp_path / "open").iterdir()) == []


@given(text(max_size=400))
@example("CON .txt")
@example("a．／b")
@example("长" * 300 + ".jpg")
@example("x." + "y" * 30)
def test_a_safe_name_is_one_on_every_system_and_stays_as_it_is(name: str) -> None:
    safe = safe_name(name)
    assert safe == Path(safe).name == PureWindowsPath(safe).name == safe_name(safe)
    assert len(safe.encode()) <= 255
    assert safe.isprintable()
    assert safe == safe.strip(" .")
    assert not PureWindowsPath(safe).is_reserved()


def test_a_name_that_is_taken_gets_a_number() -> None:
    there = {"a.jpg", "a (2).jpg", "b"}
    assert [free_of(name, there.__contains__) for name in ("a.jpg", "b", "../c.txt")] == ["a (3).jpg", "b (2)",
                                                                                         "_c.txt"]
