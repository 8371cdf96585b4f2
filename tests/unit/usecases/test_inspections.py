from datetime import date, timedelta

import pytest
from sqlalchemy import event, select

from laborqa_desktop.errors import Conflict, Refused
from laborqa_desktop.models.history import AttachmentLink, Blob
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.inspection_sheet import Entry, tally
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.problems import Problems
from tests.factory import ACT, DAY, Factory


@pytest.fixture
def acts(store: Store) -> Inspections:
    return Inspections(store, "王芳")


def draft(make: Factory, acts: Inspections, items: int = 4, **checklist: object) -> int:
    return acts.start(make.site(), make.checklist(items, **checklist), make.staff(), DAY)[0]


def problems_of(store: Store) -> list[Problem]:
    with store.read() as session:
        return list(session.scalars(select(Problem).order_by(Problem.id)))


def test_a_draft_takes_the_items_of_the_checklist_edition(make: Factory, acts: Inspections) -> None:
    sheet = acts.load(draft(make, acts, item={"requirement": "无水渍", "critical": True}))
    assert [item.text for item in sheet.items] == ["第1项", "第2项", "第3项", "第4项"]
    assert sheet.items[0].requirement == "无水渍"
    assert sheet.items[0].critical
    assert sheet.items[0].options == ("excellent", "good", "fair", "poor", "na")
    assert (sheet.edition, sheet.pass_mark, sheet.editable, sheet.code) == (1, 850, True, "")


def test_starting_names_all_that_is_wrong(make: Factory, acts: Inspections) -> None:
    checklist = make.checklist(0, status="draft", name="空表")
    with pytest.raises(Refused) as refused:
        acts.start(make.site(), checklist, make.staff(), DAY + timedelta(days=1))
    said = str(refused.value)
    assert '"空表" is not in force' in said
    assert "has no items" in said
    assert "2026-11-24 lies in the future" in said


def test_answering_thirty_items_is_one_act_and_reads_nothing_between(
        make: Factory, acts: Inspections, store: Store) -> None:
    one = draft(make, acts, 30)
    sheet = acts.load(one)
    statements: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    entries = {}
    for item in sheet.items:
        entries[item.position] = Entry("good")
        tally(sheet.with_entries(entries))
    assert not statements
    changes = acts.save(one, entries, row_version=sheet.row_version)
    assert ("inspection", one) in changes.rows
    again = acts.load(one)
    assert [item.entry.answer for item in again.items] == ["good"] * 30
    assert again.row_version > sheet.row_version


def test_a_second_grid_cannot_overwrite_the_first(make: Factory, acts: Inspections) -> None:
    one = draft(make, acts)
    version = acts.load(one).row_version
    acts.save(one, {0: Entry("good")}, row_version=version)
    with pytest.raises(Conflict):
        acts.save(one, {0: Entry("poor")}, row_version=version)


def test_entries_survive_a_crash_as_a_draft_and_go_with_the_save(make: Factory, acts: Inspections) -> None:
    one = draft(make, acts)
    acts.keep(one, {2: Entry("poor", "地面有水", corrected_on_spot=True)})
    assert acts.kept(one) == {2: Entry("poor", "地面有水", corrected_on_spot=True)}
    assert acts.load(one).items[2].entry.answer is None
    acts.save(one, acts.kept(one))
    assert acts.kept(one) == {}
    assert acts.load(one).items[2].entry.comment == "地面有水"


def test_the_tally_scores_sections_and_leaves_na_out(make: Factory, acts: Inspections) -> None:
    sheet = acts.load(draft(make, acts)).with_entries({0: Entry("excellent"), 1: Entry("na"), 2: Entry("poor")})
    result = tally(sheet)
    assert (result.score.earned, result.score.maximum, result.score.answered) == (100, 200, 3)
    assert [(one.section, one.score.per_cent) for one in result.sections] == [("大堂", 100.0), ("卫生间", 0.0)]
    assert (result.failed, result.unanswered, result.result.value) == (1, (3,), "fail")


def test_submitting_freezes_names_score_and_number(make: Factory, acts: Inspections, store: Store) -> None:
    site = make.site(name="旧楼")
    done = make.inspection("1121", site_id=site, day=date(2025, 12, 31))
    assert done.code == "QC-2025-0001"
    with store.write(ACT) as work:
        from laborqa_desktop.models.client import Site
        renamed = work.session.get(Site, site)
        assert renamed is not None
        renamed.name = "新楼"
    with store.read() as session:
        found = session.scalars(select(Inspection)).one()
        assert (found.site_name, found.client_name, found.inspector_name) == ("旧楼", "蓝海园区", "张伟")
        assert (found.checklist_name, found.checklist_edition) == ("日常保洁检查表", 1)
        assert (found.earned, found.maximum, found.result, found.items_passed) == (385, 400, "pass", 4)
    assert acts.load(found.id).site == "旧楼"


def test_unanswered_items_stop_submitting_and_are_named(make: Factory, acts: Inspections) -> None:
    one = draft(make, acts)
    with pytest.raises(Refused, match='2 items have no answer: 2 "第2项" 4 "第4项"'):
        acts.submit(one, {0: Entry("good"), 2: Entry("good")})
    assert acts.load(one).items[0].entry.answer is None     # nothing was kept of the refused act


def test_missing_notes_and_photos_only_warn(make: Factory, acts: Inspections) -> None:
    one = draft(make, acts, 2, item={"photo_on_fail": True})
    done = acts.submit(one, {0: Entry("poor"), 1: Entry("excellent")})
    assert [str(text) for text in done.warnings] == [
        'Item 1, "第1项", failed and has no note.', 'Item 1, "第1项", failed and has no photo.']


def test_failed_items_become_problems_with_owner_and_due_date(make: Factory, store: Store) -> None:
    manager = make.staff(name="项目经理")
    site = make.site(manager_id=manager)
    checklist = make.checklist(3, item={"severity_if_fail": "major"})
    done = make.inspection("14x", site_id=site, checklist_id=checklist)
    (problem,) = problems_of(store)
    assert done.problem_ids == (problem.id,)
    assert (problem.code, problem.source, problem.severity) == ("NC-2026-0001", "inspection", "major")
    assert (problem.description, problem.category, problem.item_position) == ("第2项：有污渍", "大堂", 1)
    assert (problem.owner_id, problem.due_on) == (manager, date(2026, 11, 26))
    assert problem.original_due_on == problem.due_on
    with store.read() as session:
        assert session.scalars(select(Inspection.corrected_on_spot)).one() == 1


def test_without_a_manager_the_account_owner_is_proposed(make: Factory, store: Store) -> None:
    owner = make.staff(name="客户负责人")
    make.inspection("4", site_id=make.site(client_id=make.client(owner_id=owner)))
    assert problems_of(store)[0].owner_id == owner


def test_the_photo_of_a_failed_item_goes_into_the_problem(
        make: Factory, acts: Inspections, store: Store) -> None:
    one = draft(make, acts, 1)
    item = acts.load(one).items[0].id
    with store.write(ACT) as work:
        work.session.add(Blob(id="b" * 64, sha256="a" * 64, bytes=1, imported_at=work.now))
        work.session.flush()
        work.session.add(AttachmentLink(blob_id="b" * 64, table_name="inspection_item", record_id=item,
                                        role="evidence"))
    done = acts.submit(one, {0: Entry("poor", "脏")})
    with store.read() as session:
        link = session.scalars(select(AttachmentLink).where(AttachmentLink.table_name == "problem")).one()
        assert (link.record_id, link.role, link.blob_id) == (done.problem_ids[0], "before", "b" * 64)


def test_the_same_failure_within_ninety_days_names_the_earlier_one(make: Factory, store: Store) -> None:
    make.inspection("4", day=date(2026, 6, 1))
    make.inspection("4", day=date(2026, 10, 1))
    make.inspection("4", day=date(2026, 11, 1))
    first, second, third = problems_of(store)
    assert (first.repeat_of_id, second.repeat_of_id, third.repeat_of_id) == (None, None, second.id)


def test_a_submitted_inspection_is_only_reviewed_signed_or_voided(
        make: Factory, acts: Inspections, store: Store) -> None:
    make.inspection()
    with store.read() as session:
        one = session.scalars(select(Inspection.id)).one()
    with pytest.raises(Refused, match="frozen"):
        acts.save(one, {0: Entry("poor")})
    with pytest.raises(Refused, match="frozen"):
        acts.submit(one)
    acts.review(one, "质量主管", DAY)
    acts.client_sign(one, "客户王", DAY)
    with pytest.raises(Refused):
        acts.review(one, "质量主管", DAY)
    assert acts.load(one).state == "reviewed"


def test_voiding_voids_untouched_problems_and_names_the_others(make: Factory, acts: Inspections, store: Store) -> None:
    done = make.inspection("441")
    Problems(store).implement(done.problem_ids[1], "已清洁", DAY)
    with store.read() as session:
        one = session.scalars(select(Inspection.id)).one()
    with pytest.raises(Refused, match="reason"):
        acts.void(one, "  ")
    gone = acts.void(one, "录错项目点")
    assert (gone.voided, gone.kept) == (("NC-2026-0001",), ("NC-2026-0002",))
    assert [problem.stage for problem in problems_of(store)] == ["void", "implemented"]


def test_a_recheck_uses_the_edition_now_in_force(make: Factory, acts: Inspections, store: Store) -> None:
    old = make.checklist(2, code="QL-1")
    make.inspection("14", checklist_id=old)
    with store.write(ACT) as work:
        from laborqa_desktop.models.inspection import Checklist
        retired = work.session.get(Checklist, old)
        assert retired is not None
        retired.status = "retired"
    new = make.checklist(3, code="QL-1", edition=2)
    with store.read() as session:
        one = session.scalars(select(Inspection.id)).one()
    again = acts.load(acts.recheck(one, DAY)[0])
    assert (again.checklist_id, len(again.items)) == (new, 3)
