"""The recycle bin: who put what away and why, back by one act, for good only when approved and nothing keeps it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from laborqa_desktop.errors import Conflict, Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Act, AttachmentLink, Blob, ImportRun
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES
from laborqa_desktop.store import history
from laborqa_desktop.store.check import check
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import undoing
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.purge_reach import pseudonym_of
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.recycling import KINDS, Asked, Recycling
from tests.factory import ACT, Factory
from tests.filled import World

DUE = Asked(due=True)


@pytest.fixture
def bin_(store: Store) -> Recycling:
    return Recycling(store, Backups(store), "王芳")


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "李洋")


@pytest.fixture
def later(store: Store) -> Callable[[int], None]:
    """Lets days pass."""
    def pass_(days: int) -> None:
        moment = store.clock() + timedelta(days=days)
        store.clock = lambda: moment
    return pass_


def stays(bin_: Recycling, which: tuple[str, int]) -> str | None:
    row = next(row for row in bin_.look(DUE).rows if row.which == which)
    return None if row.stays is None else str(row.stays)


def there(store: Store, model: type[Base], row_id: int) -> Any:
    with store.read() as session:
        return session.get(model, row_id)


def test_the_bin_says_what_when_who_and_why(bin_: Recycling, records: Records, make: Factory,
                                            later: Callable[[int], None], now: datetime) -> None:
    course, person = make.course(name="消防安全"), make.staff(name="李雷", code="E7")
    records.archive("course", [course])
    later(1)
    records.archive("staff", [person], "误建档案")
    later(3)
    found = bin_.look(Asked())
    assert [(row.which, row.name, row.person, str(row.act), row.reason, row.days) for row in found.rows] == [
        (("staff", person), "李雷", "李洋", "Archived 1 × staff file", "误建档案", 3),
        (("course", course), "消防安全", "李洋", "Archived 1 × course", "", 4)]
    assert found.rows[1].at == now
    assert "E7" in found.rows[0].detail
    assert (found.count, found.total, found.due) == (2, 2, 0)
    assert [row.which for row in bin_.look(Asked(kind="course")).rows] == [("course", course)]
    assert [row.which for row in bin_.look(Asked(words="limei")).rows] == []
    assert [row.which for row in bin_.look(Asked(words="ll")).rows] == [("staff", person)]      # pinyin, as in lists
    assert [row.which for row in bin_.look(Asked(most=1)).rows] == [("staff", person)]
    records.restore("course", [course])
    assert [row.which for row in bin_.look(Asked()).rows] == [("staff", person)]


def test_what_an_undo_put_away_is_there_too(bin_: Recycling, records: Records, store: Store) -> None:
    saved = records.save("course", None, {**records.blank("course").values, "name": "急救", "code": "K9",
                                          "category": "safety", "phase": "pre_job", "hours_x10": 20})
    undoing.undo(store, saved.changes.act_id, "李洋")
    row = bin_.look(Asked()).rows[0]
    assert (row.which, str(row.act)) == (("course", saved.id), "Undid: Added course")


def test_records_of_every_type_come_back_in_one_act_which_can_be_undone(store: Store, bin_: Recycling) -> None:
    world = World(store)
    whole = [(key, world.ids[key]) for key in KINDS if key in world.ids]
    with store.write(ACT) as work:
        for key, one in whole:
            work.session.get_one(TYPES[key].model, one).archived = True
    assert {row.which for row in bin_.look(Asked()).rows} == set(whole)
    changes = bin_.restore(whole)
    assert bin_.look(Asked()).total == 0
    assert str(undoing.undoable(store, changes.act_id)) == f"Brought back {len(whole)} from the recycle bin"
    undoing.undo(store, changes.act_id, "李洋")
    assert bin_.look(Asked()).total == len(whole)


def test_a_code_in_use_again_lets_nothing_come_back(bin_: Recycling, records: Records, make: Factory) -> None:
    old, other = make.course(code="K1"), make.course(code="K2")
    records.archive("course", [old, other])
    make.course(code="K1")
    with pytest.raises(Conflict, match="in use again"):
        bin_.restore([("course", other), ("course", old)])
    assert bin_.look(Asked()).total == 2


def test_nothing_goes_before_thirty_days_and_nothing_goes_by_itself(
        bin_: Recycling, records: Records, make: Factory, store: Store, later: Callable[[int], None]) -> None:
    course = make.course()
    records.archive("course", [course])
    later(29)
    assert bin_.look(DUE).rows == ()
    with pytest.raises(Refused, match="less than 30 days"):
        bin_.approve([("course", course)])
    later(1)
    assert bin_.look(DUE).free == (("course", course),)
    bin_.look(DUE)
    assert there(store, TYPES["course"].model, course) is not None
    records.restore("course", [course])
    records.archive("course", [course])         # put away anew: the days begin anew
    assert bin_.look(DUE).rows == ()


def test_what_is_approved_goes_with_its_rows_and_files_and_the_history_tells_it(
        bin_: Recycling, records: Records, make: Factory, store: Store, later: Callable[[int], None]) -> None:
    checklist, plan = make.checklist(status="draft"), make.plan()
    with store.write(ACT) as work:
        work.session.add(Blob(id="b" * 64, sha256="b" * 64, bytes=1, imported_at=work.now))
        work.session.flush()
        work.session.add(AttachmentLink(blob_id="b" * 64, table_name="plan", record_id=plan))
    records.draft_save("plan", plan, {"title": "改了一半"})
    records.archive("checklist", [checklist])
    records.archive("plan", [plan])
    later(40)
    assert len(bin_.look(DUE).free) == 2
    done = bin_.approve([("checklist", checklist), ("plan", plan)])
    assert (done.deleted, done.people, done.kept) == (2, 0, 0)
    for model, one in ((TYPES["checklist"].model, checklist), (TYPES["plan"].model, plan)):
        assert there(store, model, one) is None
    with store.read() as session:
        for table in ("checklist_item", "plan_need", "plan_item", "plan_staffing", "attachment_link", "draft"):
            columns = Base.metadata.tables[table].c
            assert session.query(columns.id).count() == 0, table
        act = session.get_one(Act, done.changes.act_id)
        assert (act.context, act.person) == ("FinalAct", "王芳")
        assert any(past.table == "plan" and past.values and past.values["title"][0] == "蓝海大厦保洁方案"
                   for past in history.of_act(session, act.id))
    assert records.count("plan", Query(search="蓝海大厦保洁方案", archived=True)).n == 0
    assert undoing.undoable(store, done.changes.act_id) is None
    assert [one.why for one in Backups(store).all()] == ["before-purge"]
    assert [one for one in check(store) if not one.note and "attachment" not in str(one.text)] == []


def test_what_others_name_stays_unless_they_go_too(bin_: Recycling, records: Records, make: Factory, store: Store,
                                                   later: Callable[[int], None]) -> None:
    client = make.client(name="恒泰")
    site = make.site(client_id=client, name="恒泰大厦")
    plan = make.plan(site_id=site)
    for key, one in (("client", client), ("site", site)):
        records.archive(key, [one])
    later(31)
    assert stays(bin_, ("site", site)) == 'It is named in "Service plans" (1).'
    assert stays(bin_, ("client", client)) == 'It is named in "Sites" (1).'      # which stays because of the plan
    with pytest.raises(Refused):
        bin_.approve([("client", client)])
    records.archive("plan", [plan])
    later(31)
    assert set(bin_.look(DUE).free) == {("client", client), ("site", site), ("plan", plan)}
    assert stays(bin_, ("client", client)) is None
    with pytest.raises(Refused):                            # the site stays if it is not chosen
        bin_.approve([("client", client)])
    done = bin_.approve([("client", client), ("plan", plan), ("site", site)])
    assert done.deleted == 3
    assert there(store, TYPES["client"].model, client) is None


def test_evidence_and_what_a_report_counts_stays(bin_: Recycling, make: Factory, store: Store, records: Records,
                                                 later: Callable[[int], None], now: datetime) -> None:
    with store.write(ACT) as work:
        for _ in range(2):
            work.session.add(ImportRun(at=work.now, kind="inspection"))
        work.session.flush()
        run = work.session.get_one(ImportRun, 1)
        run.removed_at = work.now
    kept = make.imported(900, day=date(2026, 9, 3))                         # submitted, archived by whatever
    never = make.imported(900, day=date(2026, 9, 4), import_id=1)           # its import was taken back
    told = make.imported(900, day=date(2026, 8, 4), import_id=1)            # taken back, yet a report counts it
    site = there(store, Inspection, kept).site_id
    with store.write(ACT) as work:
        work.session.add(Report(code="QR-1", site_id=site, month=date(2026, 8, 1), series_no=1, language="zh",
                                issued_at=now, cut_off=now, sha256="0", blob=""))
        for one in (kept, never, told):
            work.session.get_one(Inspection, one).archived = True
    later(31)
    assert stays(bin_, ("inspection", kept)) == "A submitted inspection is evidence and keeps its number."
    assert stays(bin_, ("inspection", told)) == "An issued report counts it."
    assert bin_.look(DUE).free == (("inspection", never),)
    done = bin_.approve([("inspection", one) for one in (kept, never, told)])
    assert (done.deleted, done.kept) == (1, 2)
    assert there(store, Inspection, kept) is not None
    assert there(store, Inspection, told) is not None
    assert there(store, Inspection, never) is None


def test_certificates_of_somebody_employed_leave_the_bin_some_time(
        bin_: Recycling, make: Factory, store: Store, records: Records, later: Callable[[int], None]) -> None:
    here = make.staff(name="王伟")
    expired = make.certificate(here, valid_from=date(2019, 1, 1), valid_to=date(2020, 1, 1))
    lasting = make.certificate(here, type="guard", valid_to=None)
    training = make.training(here, make.course())
    for key, one in (("certificate", expired), ("certificate", lasting), ("training_record", training)):
        records.archive(key, [one])
    later(31)
    assert bin_.look(DUE).free == (("certificate", expired),)       # two years after its end in 2020
    assert '"Training and certificates" keeps it until' in (stays(bin_, ("certificate", lasting)) or "")
    later(3 * 366)
    everything = {("certificate", expired), ("certificate", lasting), ("training_record", training)}
    assert set(bin_.look(DUE).free) == everything
    assert bin_.approve(sorted(everything)).deleted == 3
    assert there(store, Person, here).name == "王伟"


def test_people_go_by_the_retention_rules_and_in_the_way_of_the_law(
        bin_: Recycling, make: Factory, store: Store, records: Records, later: Callable[[int], None]) -> None:
    gone = make.staff(name="李雷", id_no="330106198706120019", status="left", left_on=date(2020, 5, 31))
    lately = make.staff(name="韩梅", status="left", left_on=date(2026, 5, 31))
    here = make.staff(name="王伟")
    certificate, other = make.certificate(gone), make.certificate(here)
    recent = make.certificate(lately, type="guard")
    course = make.course()
    training = make.training(here, course)
    records.archive("staff", [gone, lately, here], "已离职")
    for key, one in (("certificate", certificate), ("certificate", other), ("certificate", recent),
                     ("training_record", training), ("course", course)):
        records.archive(key, [one])
    later(31)
    assert "still employed" in (stays(bin_, ("staff", here)) or "")
    assert "2029-05-31" in (stays(bin_, ("staff", lately)) or "")
    assert "keeps it until 2028-11-2" in (stays(bin_, ("certificate", other)) or "")      # two years after the bin
    assert "keeps it until 2029-11-2" in (stays(bin_, ("training_record", training)) or "")
    assert '"Training and certificates" keeps it until 2029-05-31' in (stays(bin_, ("certificate", recent)) or "")
    assert stays(bin_, ("course", course)) == 'It is named in "Training records" (1).'
    assert set(bin_.look(DUE).free) == {("staff", gone), ("certificate", certificate)}
    done = bin_.approve([row.which for row in bin_.look(DUE).rows])
    assert (done.deleted, done.people, done.kept, done.cleared) == (2, 1, 6, True)
    who = there(store, Person, gone)
    assert (who.name, who.id_no, who.archived) == (pseudonym_of(gone), "", True)
    assert there(store, Person, lately).name == "韩梅"
    assert not any(row.which == ("staff", gone) for row in bin_.look(Asked()).rows)     # a pseudonym is not offered
    assert [one for one in check(store) if not one.note] == []


def test_an_approval_whose_copy_fails_changes_nothing(
        bin_: Recycling, records: Records, make: Factory, store: Store, later: Callable[[int], None],
        monkeypatch: pytest.MonkeyPatch) -> None:
    course = make.course()
    records.archive("course", [course])
    later(31)

    def fail(*_: object) -> None:
        raise Refused(ACT)

    monkeypatch.setattr(Backups, "before", fail)
    with pytest.raises(Refused):
        bin_.approve([("course", course)])
    assert there(store, TYPES["course"].model, course) is not None


@pytest.mark.parametrize(("zone", "day"), [("Asia/Shanghai", "2026-11-24"), ("America/New_York", "2026-11-23")])
def test_the_day_of_putting_away_is_that_of_the_library_s_zone(
        bin_: Recycling, make: Factory, store: Store, records: Records, later: Callable[[int], None], zone: str,
        day: str) -> None:
    """23 November, 22:30 in London: in China it is the day after, whatever the computer or UTC says."""
    here = make.staff(name="王伟")
    guard = make.certificate(here, type="guard", valid_to=None)
    store.zone = zone
    store.clock = lambda: datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    records.archive("certificate", [guard])
    later(31)
    year, rest = day.split("-", 1)
    assert f"keeps it until {int(year) + 3}-{rest}" in (stays(bin_, ("certificate", guard)) or "")
