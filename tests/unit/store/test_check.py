"""Health: check finds everything and changes nothing; repair heals what it may."""

import os
import time

import pytest

from laborqa_desktop.errors import WrongPassword
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store.check import Finding, check_folder, repair
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, PASSWORD
from tests.unit.store.test_files import put
from tests.unit.store.test_library import content


def said(found: list[Finding]) -> str:
    return " | ".join(str(one.text) for one in found)


def fill(store: Store, count: int = 3) -> None:
    with store.write(ACT) as work:
        work.add_all_fast(OrgUnit, [{"name": f"单位{number}"} for number in range(count)])


def run(store: Store, statement: str) -> None:
    with store.quiet() as session:
        connection = session.connection()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql(statement)


def test_a_sound_library_has_no_findings_and_stays_byte_for_byte(store: Store) -> None:
    fill(store)
    put(store)
    store.close()
    before = content(store.folder)
    assert check_folder(store.folder, PASSWORD) == []
    assert content(store.folder) == before


@pytest.mark.parametrize(("statement", "words"), [
    ("DELETE FROM search WHERE rowid % 2 = 0", "search index is not complete"),
    ("INSERT INTO search(rowid, text, initials) VALUES (5, 'x', '')", "too many"),
    ("DROP TABLE search", "search index is missing"),
])
def test_a_search_index_that_is_not_complete_is_made_anew(store: Store, statement: str, words: str) -> None:
    fill(store)
    run(store, statement)
    store.close()
    before = content(store.folder)
    found = check_folder(store.folder, PASSWORD)
    assert words in said(found)
    assert all(one.healable for one in found)
    assert content(store.folder) == before
    healed, left = repair(store.folder, PASSWORD)
    assert (healed, left) == (found, [])


@pytest.mark.parametrize("name", ["library.labq", "key-1.json", "key-2.json"])
def test_a_lost_marker_or_key_file_is_found_and_put_back(store: Store, name: str) -> None:
    store.close()
    (store.folder / name).unlink()
    assert name in said(check_folder(store.folder, PASSWORD))
    assert not (store.folder / name).exists()
    healed, left = repair(store.folder, PASSWORD)
    assert len(healed) == 1
    assert left == []
    assert (store.folder / name).is_file()


def test_a_history_changed_from_outside_is_told_and_not_healed(store: Store) -> None:
    fill(store)
    run(store, """UPDATE history SET "values" = '{}' WHERE id = 2""")
    store.close()
    healed, left = repair(store.folder, PASSWORD)
    assert healed == []
    assert "entry 2" in said(left)


def test_a_row_that_points_nowhere_is_found(store: Store) -> None:
    fill(store)
    with store.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("UPDATE org_unit SET parent_id = 99 WHERE id = 1")
    store.close()
    assert "1 row of org_unit" in said(check_folder(store.folder, PASSWORD))


def test_lost_damaged_and_left_over_attachments_are_found(store: Store) -> None:
    gone, bad, orphan = put(store, b"1", "a.jpg"), put(store, b"2", "b.jpg"), put(store, b"3")
    run(store, f"DELETE FROM blob WHERE id = '{orphan}'")
    files = Files(store)
    files.path(gone).unlink()
    files.path(bad).write_bytes(b"LQA1 damaged")
    old = time.time() - 2 * 86400
    os.utime(files.path(orphan), (old, old))
    store.close()
    found = said(check_folder(store.folder, PASSWORD))
    assert "a.jpg is missing" in found
    assert "b.jpg is damaged" in found
    assert "1 attached file belongs to no record" in found
    healed, left = repair(store.folder, PASSWORD)
    assert "no record" in said(healed)
    assert "a.jpg" in said(left)


def test_damaged_pages_are_found(store: Store) -> None:
    fill(store, 2000)
    store.close()
    database = store.layout.database
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)
    found = check_folder(store.folder, PASSWORD)
    assert "damaged" in said(found)
    assert not any(one.healable for one in found)
    database.write_bytes(data[:5000])
    assert "damaged" in said(check_folder(store.folder, PASSWORD))


def test_a_wrong_password_is_no_finding(store: Store) -> None:
    store.close()
    with pytest.raises(WrongPassword):
        check_folder(store.folder, "wrong")


def test_a_search_index_that_cannot_be_read_is_damage_and_no_crash(store: Store) -> None:
    fill(store)
    run(store, "DROP TABLE search_config")
    store.close()
    found = check_folder(store.folder, PASSWORD)
    assert "is damaged" in said(found)
    assert len(found) == 1
