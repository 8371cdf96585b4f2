"""One value for many records of any type: what is offered, the preview, one act, one history row a record."""

from datetime import date
from typing import Any

import pytest

from laborqa_desktop.errors import Conflict, Refused
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.records.field import Kind, Mask
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import many
from laborqa_desktop.usecases.bulk_editing import GONE, BulkEdits, BulkPlan, offered, withheld
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.reasons import ReasonWanted
from laborqa_desktop.usecases.records import Query, Records
from tests.factory import ACT, DAY, Factory
from tests.filled import MADE_IN_ORDER, World

BATCH = 10


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "王芳")


@pytest.fixture
def bulk(store: Store, monkeypatch: pytest.MonkeyPatch) -> BulkEdits:
    monkeypatch.setattr(many, "BATCH", BATCH)
    return BulkEdits(store, "王芳")


def wrong(plan: BulkPlan) -> list[str]:
    return [str(row.wrong) for row in plan.bad]


def test_codes_id_numbers_names_and_what_the_program_sets_are_not_offered() -> None:
    for key, kind in TYPES.items():
        for field in offered(key):
            assert field.kind not in (Kind.CODE, Kind.ROWS, Kind.IMAGE, Kind.MOMENT), (key, field.key)
            assert not field.read_only
            assert field.mask is None
            assert field.key not in ("name", "code", "uscc", "id_no")
        named = {one.key for _, fields in withheld(key) for one in fields}
        assert named | {one.key for one in offered(key)} == {one.key for one in kind.fields} or key == "report"
    assert offered("report") == []
    reasons = {str(why): [one.key for one in fields] for why, fields in withheld("staff")}
    assert reasons["each record has its own"] == ["name", "code", "id_no"]
    assert "pay_grade" in reasons["masked, changed record by record"]
    assert record_type("staff").field("pay_grade").mask is Mask.ALL


def test_every_offered_field_of_every_type_is_set_and_undone(store: Store) -> None:
    world = World(store)
    bulk, records = BulkEdits(store, "王芳"), world.records
    tried = 0
    for key in MADE_IN_ORDER:
        kind = TYPES[key]
        if records.load(key, world.ids[key]).frozen is not None:
            continue
        for place, field in enumerate(offered(key)):
            before = records.load(key, world.ids[key]).values
            plan = bulk.plan(key, [world.ids[key]], field.key, world.value(kind, field, place))
            if not plan.good:
                continue        # a rule about two fields is in the way, or it is so already
            changes = bulk.apply(plan)
            assert records.load(key, world.ids[key]).values[field.key] == plan.value, (key, field.key)
            records.undo(changes.act_id)
            assert {k: v for k, v in records.load(key, world.ids[key]).values.items() if k != "items"} == {
                k: v for k, v in before.items() if k != "items"}, (key, field.key)
            empty = bulk.plan(key, [world.ids[key]], field.key, None)
            assert not (field.required and empty.good and field.kind is not Kind.BOOL), (key, field.key)
            if empty.good:
                bulk.apply(empty)
            tried += 1
    assert tried > 90


def test_the_preview_says_before_and_after_and_why_not(make: Factory, bulk: BulkEdits, records: Records,
                                                       store: Store) -> None:
    site, other = make.site(name="一号楼"), make.site(name="二号楼")
    ids = [make.problem(site_id=site), make.problem(site_id=other), make.problem(site_id=site),
           make.problem(site_id=site), 9999]
    Problems(store).void(ids[2], "不是我们的范围")
    records.archive("problem", [ids[3]])
    plan = bulk.plan("problem", ids, "site_id", other)
    assert [(row.before, row.after) for row in plan.rows[:2]] == [(site, other), (other, other)]
    assert plan.names == {site: "一号楼", other: "二号楼"}
    assert [row.id for row in plan.good] == [ids[0]]
    assert [row.id for row in plan.bad] == ids[2:]
    assert wrong(plan)[0] == "A closed problem is never edited."
    assert "archive" in wrong(plan)[1]
    assert plan.bad[2].wrong == GONE


def test_what_follows_in_the_form_follows_here_and_rules_of_two_fields_hold(make: Factory, bulk: BulkEdits,
                                                                            records: Records) -> None:
    ids = [make.problem(found_on=DAY), make.problem(found_on=date(2026, 3, 1))]
    bulk.apply(bulk.plan("problem", ids, "severity", "critical"))
    loaded = [records.load("problem", one).values for one in ids]
    assert [one["severity"] for one in loaded] == ["critical"] * 2
    assert [one["due_on"] for one in loaded] != [None, None]
    assert loaded[0]["due_on"] > loaded[1]["due_on"]
    plan = bulk.plan("problem", ids, "due_on", date(2026, 3, 2))
    assert [bool(row.wrong) for row in plan.rows] == [date(2026, 3, 2) < DAY, False]
    assert [str(row.wrong) for row in bulk.plan("problem", ids, "description", "").bad] == [
        '"Description" must be filled in.'] * 2


def test_many_records_are_one_act_one_history_row_each_and_one_undo(make: Factory, bulk: BulkEdits, records: Records,
                                                                    store: Store) -> None:
    ids = [make.site(name=f"楼{no}") for no in range(BATCH + 3)]
    planned: list[tuple[int, int]] = []
    applied: list[tuple[int, int]] = []
    plan = bulk.plan("site", ids, "visit_cycle_days", 14, lambda done, total: planned.append((done, total)))
    changes = bulk.apply(plan, lambda done, total: applied.append((done, total)))
    assert planned == [(BATCH, BATCH + 3), (BATCH + 3, BATCH + 3)]
    assert (100, 100) in applied, "of the backup that is made before"
    written = [done for done, total in applied if total == BATCH + 3]
    assert written == sorted(written)
    assert written[-1] == BATCH + 3
    with store.read() as session:
        past = history.of_act(session, changes.act_id)
        assert str(past[0].act.text).startswith("Changed ")
        assert [(one.table, one.kind.value, set(one.values or {})) for one in past] == [
            ("site", "update", {"visit_cycle_days"})] * len(ids)
    records.undo(changes.act_id)
    assert {records.load("site", one).values["visit_cycle_days"] for one in ids} == {None}


def test_a_stop_or_a_record_changed_meanwhile_leaves_nothing_half_done(make: Factory, bulk: BulkEdits,
                                                                       records: Records) -> None:
    ids = [make.site() for _ in range(BATCH + 3)]
    plan, before = bulk.plan("site", ids, "visit_cycle_days", 14), records.last_act()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bulk.apply(plan, stop)
    last = records.load("site", ids[-1])
    records.save("site", ids[-1], {**last.values, "name": "改名"}, last.row_version)
    with pytest.raises(Conflict, match="1 of these records was changed since"):
        bulk.apply(plan)
    assert records.last_act() == before + 1
    assert {records.load("site", one).values["visit_cycle_days"] for one in ids[:3]} == {None}


def test_fields_that_are_not_offered_and_submitted_inspections_stay(make: Factory, bulk: BulkEdits,
                                                                    store: Store) -> None:
    with pytest.raises(Refused, match="many records at once"):
        bulk.plan("staff", [make.staff()], "id_no", "110101199001010015")
    one = make.inspection().changes.ids("inspection")
    assert "evidence" in wrong(bulk.plan("inspection", list(one), "shift", "夜班"))[0]
    draft = Inspections(store, "王芳").start(make.site(), make.checklist(1), make.staff(), DAY)[0]
    assert bulk.plan("inspection", [draft], "summary", "夜班").good


def test_consent_given_by_many_stays_one_fact(make: Factory, bulk: BulkEdits, records: Records) -> None:
    ids = [make.staff(), make.staff()]
    plan = bulk.plan("staff", ids, "consent_on", DAY)
    if plan.good:
        bulk.apply(plan)
        loaded: list[Any] = [records.load("staff", one).values["consents"] for one in ids]
        assert [[row["given_on"] for row in rows] for rows in loaded] == [[DAY], [DAY]]
    assert records.ids("staff", Query()) != []


def test_what_an_issued_report_counts_is_changed_only_with_a_reason(make: Factory, bulk: BulkEdits, records: Records,
                                                                    store: Store) -> None:
    site = make.site()
    ids = [make.problem(site_id=site, found_on=DAY) for _ in range(2)]
    with store.write(ACT) as work:
        work.session.add(Report(code="QR-1", site_id=site, month=DAY.replace(day=1), series_no=1, language="zh",
                                client_name="甲", issued_at=work.now, cut_off=work.now, sha256="0" * 64, blob="none",
                                signer="x", pages=1))
    assert bulk.plan("problem", ids, "cause", "管道老化").asks is None
    plan = bulk.plan("problem", ids, "severity", "critical")
    assert "counted in the issued report QR-1" in str(plan.asks)
    with pytest.raises(ReasonWanted):
        bulk.apply(plan)
    bulk.apply(plan, reason="复核后定级")
    assert records.load("problem", ids[1]).values["severity"] == "critical"
    assert records.history("problem", ids[1])[0].reason == "复核后定级"
