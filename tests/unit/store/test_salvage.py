"""Salvage: whole pages give their rows, the history and an older copy the rest, and what is missing is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from laborqa_desktop.models.client import Area, Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.store import backup, btree
from laborqa_desktop.store.backup import Source
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.pages import SIZE, Pages
from laborqa_desktop.store.rescue import _own_roots
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.damage import salvage_to
from tests.unit.store.conftest import ACT, PASSWORD
from tests.unit.store.test_files import put

Spoil = Callable[[list[int]], None]


def fill(store: Store) -> None:
    """Acts of several sizes: units, a client with sites, one deletion, one change, one attachment."""
    for start in range(0, 1000, 100):
        with store.write(ACT) as work:
            work.add_all_fast(OrgUnit, [{"name": f"单位{number}"} for number in range(start, start + 100)])
    with store.write(ACT) as work:
        work.add_all_fast(Site, [{"name": f"项目{n}", "code": f"S{n}", "service_type": "cleaning"} for n in range(300)])
        work.add_all_fast(Area, [{"name": f"区域{n}", "site_id": 1 + n} for n in range(300)])
    with store.write(ACT) as work:
        work.session.get_one(OrgUnit, 7).name = "改过的"
        work.session.delete(work.session.get_one(OrgUnit, 8))


def pages_of(store: Store, table: str) -> list[int]:
    pages = Pages(store.layout.database, store.keys)
    tree = btree.walk(pages, _own_roots(pages)[0][table])
    pages.close()
    return tree.leaves


def spoil(store: Store, numbers: list[int]) -> None:
    store.close()
    with store.layout.database.open("rb+") as file:
        for number in numbers:
            file.seek((number - 1) * SIZE + 100)
            file.write(b"\xff" * 16)


def truth(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.connect() as connection:
        names = [name for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name != 'setting' "
            "AND name != 'alembic_version'")]
        return {name: [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY 1')]
                for name in names}


def test_a_whole_library_is_saved_whole_and_the_old_one_is_not_touched(store: Store, tmp_path: Path) -> None:
    fill(store)
    put(store)
    wanted = truth(store)
    store.close()
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    saved = salvage_to(store.folder, PASSWORD, tmp_path / "new")
    assert saved.is_complete
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before
    with open_store(tmp_path / "new", PASSWORD) as again:
        got = truth(again)
        for name, rows in wanted.items():
            assert got[name][:len(rows)] == rows, name
    assert check_folder(tmp_path / "new", PASSWORD) == []


def test_rows_of_a_damaged_page_come_back_from_the_history(store: Store, tmp_path: Path) -> None:
    fill(store)
    leaves = pages_of(store, "org_unit")
    spoil(store, [leaves[0], leaves[1]])
    saved = salvage_to(store.folder, PASSWORD, tmp_path / "new")
    units = next(one for one in saved.tables if one.table == "org_unit")
    assert saved.is_complete
    assert saved.bad == 2
    assert units.rebuilt > 50
    assert units.read + units.rebuilt == 999
    with open_store(tmp_path / "new", PASSWORD) as again, again.read() as session:
        assert session.get_one(OrgUnit, 7).name == "改过的"
        assert session.get(OrgUnit, 8) is None
        assert session.get_one(OrgUnit, 20).name == "单位19"
    assert check_folder(tmp_path / "new", PASSWORD) == []


def test_holes_of_the_history_are_named_and_the_proof_goes_on_after_them(store: Store, tmp_path: Path) -> None:
    fill(store)
    leaves, acts = pages_of(store, "history"), pages_of(store, "act")
    spoil(store, [leaves[1], acts[0]])
    saved = salvage_to(store.folder, PASSWORD, tmp_path / "new")
    assert not saved.is_complete
    assert saved.gaps.rows
    assert saved.gaps.acts
    assert check_folder(tmp_path / "new", PASSWORD) == []
    with open_store(tmp_path / "new", PASSWORD) as again:
        with again.write(ACT) as work:
            work.session.add(OrgUnit(name="新的"))
        with again.read() as session:
            from laborqa_desktop.store import history
            assert history.verify(session, again.keys.chain()) is None
        with again.quiet() as session:
            session.connection().exec_driver_sql("DELETE FROM history WHERE id = "
                                                 "(SELECT max(id) - 2 FROM history)")
        with again.read() as session:
            assert history.verify(session, again.keys.chain()) is not None


def test_an_older_copy_fills_what_neither_pages_nor_history_know(store: Store, tmp_path: Path) -> None:
    fill(store)
    backup.make(Source(store.layout, store.keys, store.library_id), store.layout.backups, "test", store.clock())
    with store.write(ACT) as work:
        work.session.get_one(OrgUnit, 30).name = "备份之后"
        work.session.delete(work.session.get_one(OrgUnit, 31))
    spoil(store, [pages_of(store, "org_unit")[0], *pages_of(store, "history")[:2]])
    saved = salvage_to(store.folder, PASSWORD, tmp_path / "new")
    assert saved.is_complete
    with open_store(tmp_path / "new", PASSWORD) as again, again.read() as session:
        assert session.get_one(OrgUnit, 30).name == "备份之后"
        assert session.get(OrgUnit, 31) is None
        assert session.get_one(OrgUnit, 7).name == "改过的"
    assert check_folder(tmp_path / "new", PASSWORD) == []


def test_the_list_of_tables_comes_from_a_backup_when_it_is_damaged(store: Store, tmp_path: Path) -> None:
    fill(store)
    backup.make(Source(store.layout, store.keys, store.library_id), store.layout.backups, "test", store.clock())
    spoil(store, [1])
    assert salvage_to(store.folder, PASSWORD, tmp_path / "new").is_complete
    assert check_folder(tmp_path / "new", PASSWORD) == []


def test_a_row_without_its_parent_is_kept_where_it_can_be_and_named_where_not(store: Store, tmp_path: Path) -> None:
    fill(store)
    with store.quiet() as session:      # neither history nor copy knows the sites
        session.connection().exec_driver_sql("DELETE FROM history WHERE table_name = 'site'")
    spoil(store, [pages_of(store, "site")[0]])
    saved = salvage_to(store.folder, PASSWORD, tmp_path / "new")
    with open_store(tmp_path / "new", PASSWORD) as again, again.read() as session:
        sites, areas = session.query(Site).count(), session.query(Area).count()
        assert 0 < sites == areas < 300
    assert [one.name for one in saved.missing if one.table == "area"][:2] == ["区域0", "区域1"]
    assert next(one.missing for one in saved.tables if one.table == "site") == 300 - sites


def test_an_attachment_whose_row_is_lost_is_known_by_its_file(store: Store, tmp_path: Path) -> None:
    blob = put(store, b"\xff\xd8\xff picture")
    with store.write(ACT) as work:
        work.session.add(AttachmentLink(blob_id=blob, table_name="org_unit", record_id=1))
    spoil(store, pages_of(store, "blob"))
    salvage_to(store.folder, PASSWORD, tmp_path / "new")
    with open_store(tmp_path / "new", PASSWORD) as again:
        assert Files(again).get(blob) == b"\xff\xd8\xff picture"


def test_the_log_is_read_and_a_damaged_frame_hides_only_itself(store: Store, tmp_path: Path) -> None:
    fill(store)
    store.checkpoint()
    with store.write(ACT) as work:
        work.session.get_one(OrgUnit, 500).name = "在日志里"
    log = store.layout.database.with_name("laborqa.db-wal")
    copy = tmp_path / "copy"
    copy.mkdir()
    data = bytearray(log.read_bytes())
    data[32 + 24 + 50] ^= 1
    for path in (*store.layout.key_files, store.layout.database):
        (copy / path.name).write_bytes(path.read_bytes())
    (copy / log.name).write_bytes(data)
    saved = salvage_to(copy, PASSWORD, tmp_path / "new")
    assert saved.pages
    with open_store(tmp_path / "new", PASSWORD) as again, again.read() as session:
        assert session.get_one(OrgUnit, 500).name == "在日志里"
    assert check_folder(tmp_path / "new", PASSWORD) == []


@pytest.mark.parametrize("lost", ["org_unit", "site", "history", "act", "setting"])
def test_a_lost_table_leaves_the_others(store: Store, tmp_path: Path, lost: str) -> None:
    fill(store)
    wanted = truth(store)
    spoil(store, pages_of(store, lost))
    salvage_to(store.folder, PASSWORD, tmp_path / "new")
    with open_store(tmp_path / "new", PASSWORD) as again:
        got = truth(again)
    for name, rows in wanted.items():
        if name not in (lost, "act", "history"):
            assert len(got[name]) == len(rows), name
    assert check_folder(tmp_path / "new", PASSWORD) == []
