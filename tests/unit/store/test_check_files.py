"""Every file of a library's folder is looked at: byte for byte where it is known, and named where it is not ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import backup
from laborqa_desktop.store.check import check, check_folder, repair
from laborqa_desktop.store.folder import NOTE
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import PASSWORD
from tests.unit.store.test_check import fill, said


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(("part", "words"), [
    (lambda one: one.layout.marker, "library.labq"), (lambda one: one.layout.note, "moving files by hand"),
    (lambda one: one.layout.key_files[0], "key-1.json"), (lambda one: one.layout.key_files[1], "key-2.json"),
    (lambda one: one.layout.reserve, "reserve.bin"),
])
def test_a_flip_anywhere_in_a_small_file_is_found_and_healed(
        store: Store, part: Callable[[Store], Path], words: str) -> None:
    store.close()
    path = part(store)
    whole = path.read_bytes()
    for place in {0, 1, len(whole) // 3, len(whole) // 2, len(whole) - 1}:
        flip(path, place)
        found = check_folder(store.folder, PASSWORD)
        assert words in said(found), place
        assert all(one.healable for one in found)
        assert repair(store.folder, PASSWORD) == (found, [])
        assert path.read_bytes() == whole or part(store) == store.layout.reserve


def test_the_first_bytes_of_the_database_come_back_from_the_key_file(store: Store) -> None:
    fill(store)
    store.close()
    flip(store.layout.database, 3)
    found = check_folder(store.folder, PASSWORD)
    assert "first bytes" in said(found)
    assert repair(store.folder, PASSWORD) == (found, [])
    assert store.layout.database.read_bytes()[:16] == store.keys.salt
    with open_store(store.folder, PASSWORD) as again, again.read() as session:
        assert session.query(OrgUnit).count() == 3


def test_a_digit_of_the_marker_that_names_a_newer_format_is_told(store: Store) -> None:
    store.close()
    store.layout.marker.write_text(store.layout.marker.read_text().replace('"format": 1', '"format": 3'))
    with open_store(store.folder, PASSWORD) as opened:
        assert opened.read_only
    assert "delete library.labq" in said(check_folder(store.folder, PASSWORD))
    store.layout.marker.unlink()
    assert len(repair(store.folder, PASSWORD)[0]) == 1


def test_other_files_are_named_and_no_damage(store: Store) -> None:
    for name in ("工资.xlsx", "attachments/x.jpg", ".key-1.json.12ab.tmp", ".probe-1", "Thumbs.db", "desktop.ini",
                 ".lock"):
        (store.folder / name).write_bytes(b"x")
    (store.folder / "damaged-20261123-093000").mkdir()
    found = check(store)
    assert all(one.note for one in found)
    assert [dict(one.text.values)["name"] for one in found] == ["工资.xlsx", "attachments/x.jpg"]


def test_a_damaged_copy_is_told(store: Store) -> None:
    fill(store)
    copy = backup.verified_copy(store.layout, store.keys, "test", store.clock())
    assert check(store) == []
    flip(copy, 9000)
    assert copy.name in said(check(store))


def test_progress_is_told_and_may_stop_it(store: Store) -> None:
    told: list[tuple[int, int]] = []
    check(store, lambda done, total: told.append((done, total)))
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] > 0

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(store, stop)


def test_the_note_is_the_one_of_the_program(store: Store) -> None:
    assert store.layout.note.read_bytes().decode("utf-8-sig") == NOTE
