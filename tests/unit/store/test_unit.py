"""Units of work: what they keep, what they write into the history, and what they refuse."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import defer, selectinload
from sqlalchemy.orm.exc import StaleDataError

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Area, Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import Act, Change, History, ImportRun
from laborqa_desktop.store import history, settings
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_
from tests.unit.store.conftest import ACT, PASSWORD


def add(store: Store, name: str) -> int:
    with store.write(ACT) as work:
        unit = OrgUnit(name=name)
        work.session.add(unit)
        work.session.flush()
        return unit.id


def past(store: Store, row_id: int, table: str = "org_unit") -> list[tuple[Change, history.Values | None]]:
    with store.read() as session:
        return [(one.kind, one.values) for one in history.of_record(session, table, row_id)]


def test_an_act_is_kept_whole_with_person_reason_and_words(store: Store) -> None:
    with store.write(N_("Test", "Rename {old}").of(old="一部"), person="王芳", reason="并入") as work:
        unit = OrgUnit(name="保洁一部")
        work.session.add(unit)
    assert work.changes == Changes(1, frozenset({("org_unit", unit.id)}))
    with store.read() as session:
        act = history.of_record(session, "org_unit", unit.id)[0].act
    assert (act.person, act.reason, str(act.text), act.at) == ("王芳", "并入", "Rename 一部", store.clock())


def test_an_error_keeps_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write(ACT) as work:
        work.session.add(OrgUnit(name="x"))
        work.session.flush()
        raise ZeroDivisionError
    with store.read() as session:
        assert session.scalars(select(OrgUnit)).all() == []
        assert history.head(session).count == 0
    assert add(store, "y") == 1


def test_an_act_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    row_id = add(store, "x")
    with store.write(ACT) as work:
        unit = work.session.get_one(OrgUnit, row_id)
        unit.name = "y"
        work.session.flush()
        unit.name = "x"
    assert work.changes.rows == frozenset()
    assert len(past(store, row_id)) == 1


def test_one_row_per_record_and_act_however_often_it_is_flushed(store: Store) -> None:
    row_id = add(store, "a")
    with store.write(ACT) as work:
        unit = work.session.get_one(OrgUnit, row_id)
        for name in ("b", "c"):
            unit.name = name
            work.session.flush()
        gone = OrgUnit(name="passing")
        work.session.add(gone)
        work.session.flush()
        work.session.delete(gone)
    assert work.changes.rows == {("org_unit", row_id)}
    assert past(store, row_id)[0] == (Change.UPDATE, {"name": ["a", "c"]})


def test_children_have_their_own_rows_and_foreign_keys_are_seen(store: Store) -> None:
    with store.write(ACT) as work:
        site = Site(code="S1", name="金鼎广场", service_type="canteen", areas=[Area(name="大堂")])
        work.session.add(site)
    area = next(row_id for table, row_id in work.changes.rows if table == "area")
    kind, values = past(store, area, "area")[0]
    assert kind is Change.INSERT
    assert values is not None
    assert values["site_id"] == [None, site.id]
    with store.write(ACT) as work:
        loaded = work.session.scalars(select(Site).options(selectinload(Site.areas))).one()
        loaded.areas.clear()
    kind, values = past(store, area, "area")[0]
    assert kind is Change.DELETE
    assert values is not None
    assert values["name"] == ["大堂", None]


def test_moments_versions_and_the_import_are_filled_in(store: Store) -> None:
    with store.write(ACT) as work:
        run = ImportRun(at=work.now, kind="org_unit")
        work.session.add(run)
        work.session.flush()
        work.import_id = run.id
        unit = OrgUnit(name="x")
        work.session.add(unit)
    assert (unit.created_at, unit.row_version, unit.import_id) == (store.clock(), 1, run.id)
    store.clock = lambda: datetime(2027, 1, 1, tzinfo=UTC)
    with store.write(ACT) as work:
        again = work.session.get_one(OrgUnit, unit.id)
        again.name = "y"
    assert (again.updated_at, again.created_at, again.row_version) == (store.clock(), unit.created_at, 2)


def test_a_change_whose_old_value_is_unknown_is_our_mistake(store: Store) -> None:
    row_id = add(store, "x")
    with pytest.raises(RuntimeError, match="without being loaded"), store.write(ACT) as work:
        unit = work.session.scalars(select(OrgUnit).options(defer(OrgUnit.name)).where(OrgUnit.id == row_id)).one()
        unit.name = "y"


def test_a_value_set_after_the_insert_belongs_to_the_insert(store: Store) -> None:
    head = add(store, "head")
    with store.write(ACT) as work:
        unit = OrgUnit(name="x")
        work.session.add(unit)
        work.session.flush()
        unit.parent_id = head
    kind, values = past(store, unit.id)[0]
    assert kind is Change.INSERT
    assert values is not None
    assert values["parent_id"] == [None, head]


def test_two_forms_cannot_overwrite_each_other(store: Store) -> None:
    row_id = add(store, "x")
    with pytest.raises(StaleDataError), store.write(ACT) as work:
        unit = work.session.get_one(OrgUnit, row_id)
        work.session.connection().exec_driver_sql("UPDATE org_unit SET row_version = 9")
        unit.name = "y"


def test_bulk_statements_are_in_the_history_when_named(store: Store) -> None:
    ids = [add(store, name) for name in "abc"]
    with store.write(ACT) as work:
        work.note("org_unit", ids)
        work.session.execute(update(OrgUnit).where(OrgUnit.name == "a").values(name="z"))
        work.session.execute(delete(OrgUnit).where(OrgUnit.name == "b"))
    assert work.changes.ids("org_unit") == set(ids[:2])
    assert past(store, ids[0])[0] == (Change.UPDATE, {"name": ["a", "z"]})
    assert past(store, ids[1])[0][0] is Change.DELETE


def test_many_rows_at_once_equal_the_same_rows_one_by_one(store: Store) -> None:
    with store.write(ACT) as work:
        fast = work.add_all_fast(OrgUnit, [{"name": "保洁一部"}, {"name": "保洁二部"}])
    with store.write(ACT) as work:
        slow = OrgUnit(name="保洁一部")
        work.session.add(slow)
    with store.read() as session:
        one, other = session.get_one(OrgUnit, fast[0]), session.get_one(OrgUnit, slow.id)
        same = [column.key for column in OrgUnit.__table__.columns if column.key != "id"]
        assert {key: getattr(one, key) for key in same} == {key: getattr(other, key) for key in same}
    assert past(store, fast[0]) == past(store, slow.id)


def test_a_reading_unit_sees_one_state_and_writes_nothing(store: Store) -> None:
    add(store, "x")
    with store.read() as session:
        assert len(session.scalars(select(OrgUnit)).all()) == 1
        add(store, "y")
        assert len(session.scalars(select(OrgUnit)).all()) == 1
    with pytest.raises(RuntimeError, match="writes nothing"), store.read() as session:
        session.add(OrgUnit(name="z"))
        session.flush()


def test_a_write_inside_a_write_is_our_mistake(store: Store) -> None:
    with pytest.raises(RuntimeError, match="pass it on"), store.write(ACT), store.write(ACT):
        pass
    add(store, "x")


def test_saves_of_two_threads_queue(store: Store) -> None:
    inside, go = threading.Event(), threading.Event()

    def slow() -> None:
        with store.write(ACT) as work:
            inside.set()
            assert go.wait(10)
            work.session.add(OrgUnit(name="slow"))

    thread = threading.Thread(target=slow)
    thread.start()
    assert inside.wait(10)
    quick = threading.Thread(target=add, args=(store, "quick"))
    quick.start()
    with store.read() as session:
        assert session.scalars(select(OrgUnit)).all() == []
    go.set()
    thread.join()
    quick.join()
    with store.read() as session:
        assert session.scalars(select(OrgUnit.name).order_by(OrgUnit.id)).all() == ["slow", "quick"]


def test_a_library_opened_for_reading_refuses_writes(store: Store) -> None:
    store.close()
    with open_store(store.folder, PASSWORD, writable=False) as opened, pytest.raises(Refused), opened.write(ACT):
        pass


def test_a_reveal_is_recorded_but_is_no_change(store: Store) -> None:
    row_id = add(store, "x")
    with store.write(N_("Test", "Showed the ID number")) as work:
        work.seen("org_unit", row_id)
    assert work.changes.rows == frozenset()
    assert past(store, row_id)[0] == (Change.VIEW, {})


def test_secrets_stay_out_of_the_history(store: Store) -> None:
    with store.write(ACT) as work:
        settings.put_secret(work.session, "signing.key", b"TOP SECRET", {"name": "公司"})
    with store.read() as session:
        assert settings.get_secret(session, "signing.key") == b"TOP SECRET"
        assert settings.get(session, "signing.key") == {"name": "公司"}
        assert settings.get(session, "none", 5) == 5
        rows = [row.changes or "" for row in session.scalars(select(History))]
    assert "公司" in rows[-1]
    assert b"TOP SECRET".hex() not in "".join(rows)
    assert "TOP" not in "".join(rows)


def attack(store: Store, statement: str) -> history.Broken | None:
    with store.quiet() as session:
        session.connection().exec_driver_sql(statement)
    with store.read() as session:
        return history.verify(session, store.keys.chain())


@pytest.mark.parametrize("statement", [
    """UPDATE history SET "values" = '{}' WHERE id = 2""", "UPDATE history SET row_id = 9 WHERE id = 2",
    "UPDATE history SET digest = x'00' WHERE id = 2", "DELETE FROM history WHERE id = 2",
    "UPDATE act SET person = 'other' WHERE id = 2", "UPDATE history SET kind = 'delete' WHERE id = 2",
    "UPDATE act SET at = '2020-01-01 00:00:00' WHERE id = 2", "UPDATE history SET act_id = 1 WHERE id = 2",
])
def test_every_tampering_breaks_the_chain(store: Store, statement: str) -> None:
    for name in "abc":
        add(store, name)
    broken = attack(store, statement)
    assert broken is not None


def blank_by_law(store: Store, rows: list[int]) -> None:
    with store.write(ACT) as work:
        done = history.blank(work.session, rows)
        work.enter(history.PURGES, 1, history.vouch(done, history.digests_of(work.session, done)))


def test_blanking_by_law_leaves_the_chain_whole(store: Store) -> None:
    ids = [add(store, name) for name in "abc"]
    blank_by_law(store, [2])
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None
        assert history.of_record(session, "org_unit", ids[1])[0].values is None
        assert history.lawful(session).rows == {2}


@pytest.mark.parametrize("statement", [
    """UPDATE history SET "values" = NULL WHERE id = 1""",
    """UPDATE history SET "values" = NULL WHERE table_name = 'purge'""",
    """UPDATE history SET "values" = '{"rows":[null,[[1,2]]]}' WHERE table_name = 'purge'""",
    "UPDATE act SET person = 'other' WHERE id = 2"])
def test_only_what_a_purge_vouches_for_may_be_blank(store: Store, statement: str) -> None:
    for name in "abc":
        add(store, name)
    blank_by_law(store, [2])
    assert attack(store, statement) is not None


def test_words_put_into_an_act_by_law_are_vouched_for(store: Store) -> None:
    for name in "abc":
        add(store, name)
    with store.write(ACT) as work:
        digest = history.reword(work.session, 2, "somebody", {}, "")
        work.enter(history.PURGES, 1, history.vouch((), {2: digest}))
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None
    assert attack(store, "UPDATE act SET person = 'other' WHERE id = 2") == history.Broken(2, 2, history.Fault.ACT)


def test_a_cut_off_end_is_found_by_the_anchor(store: Store) -> None:
    for name in "abc":
        add(store, name)
    with store.read() as session:
        anchor = str(history.head(session))
        assert history.verify(session, store.keys.chain(), anchor) is None
    with store.quiet() as session:
        session.execute(delete(History).where(History.id == 3))
        session.execute(delete(Act).where(Act.id == 3))
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None
        assert history.verify(session, store.keys.chain(), anchor) == history.Broken(3, None, history.Fault.CUT)


def test_later_changes_of_an_act_are_known_before_it_is_undone(store: Store) -> None:
    row_id = add(store, "a")
    with store.read() as session:
        assert history.last_changes(session, 1) == []
    with store.write(ACT) as work:
        work.session.get_one(OrgUnit, row_id).name = "b"
    with store.read() as session:
        assert history.last_changes(session, 1) == [("org_unit", row_id)]
        assert [one.values for one in history.of_act(session, 2)] == [{"name": ["a", "b"]}]


def test_days_are_counted_in_the_zone_of_the_library(store: Store) -> None:
    store.clock = lambda: datetime(2026, 11, 23, 16, 1, tzinfo=UTC)
    assert store.today().isoformat() == "2026-11-24"
