"""Fifty named steps: what they are called, what stands in the way of one, and an import there and back."""

from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.importing import Imports
from laborqa_desktop.usecases.inspection_sheet import Entry
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.records import Query, Records
from tests.factory import DAY, Factory

SITES = "编号,名称,服务类型\nS1,一号楼,保洁\nS2,二号楼,保洁\n"


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "王芳")


@pytest.fixture
def sites(store: Store, tmp_path: Path, chinese: object) -> tuple[Imports, Path]:
    file = tmp_path / "项目点.csv"
    file.write_text(SITES, encoding="utf-8")
    return Imports(store, "王芳", (chinese,)), file     # type: ignore[arg-type]


def names(records: Records) -> list[str]:
    return sorted(records.label("site", one) for one in records.ids("site", Query()))


def test_a_step_is_called_after_its_act_and_the_one_record_it_was_about(make: Factory, records: Records) -> None:
    one = make.client(name="甲公司")
    saved = records.save("client", one, {**records.load("client", one).values, "name": "乙公司"}, 1)
    gone = records.archive("client", [one, make.client(name="丙公司")])
    first, second = records.steps([saved.changes.act_id, gone.act_id])
    assert (str(first.name), first.about) == ("Changed client", "乙公司")
    assert (str(second.name), second.about) == ("Archived 2 × client", "")
    assert records.steps([9999]) == []


def test_undo_and_redo_are_called_after_what_they_took_back(make: Factory, records: Records) -> None:
    one = make.client()
    gone = records.archive("client", [one])
    back = records.undo(gone.act_id)
    again = records.undo(back.act_id)
    third = records.undo(again.act_id)
    told = [str(entry.act) for entry in records.history("client", one)[:3]]
    assert told == ["Undid: Archived 1 × client", "Redid: Archived 1 × client", "Undid: Archived 1 × client"]
    assert {str(step.name) for step in records.steps([back.act_id, again.act_id, third.act_id])} == {
        "Archived 1 × client"}


def test_what_is_in_the_way_is_named_in_one_sentence(make: Factory, records: Records, store: Store) -> None:
    one = make.client(name="甲公司")
    first = records.save("client", one, {**records.load("client", one).values, "name": "乙"}, 1)
    records.save("client", one, {**records.load("client", one).values, "name": "丙"}, first.row_version)
    with pytest.raises(Refused, match='because "Changed client" changed 1 of'):
        records.undo(first.changes.act_id)
    void = Problems(store).void(make.problem(), "不是我们的范围")
    with pytest.raises(Refused, match='"Void a problem" is final'):
        records.undo(void.act_id)
    with pytest.raises(Refused, match="no longer"):
        records.undo(9999)


def test_steps_under_a_final_act_are_no_longer_undoable(make: Factory, records: Records, store: Store) -> None:
    acts = Inspections(store, "王芳")
    one = acts.start(make.site(), make.checklist(2), make.staff(), DAY)[0]
    begun = records.last_act()
    entered = acts.save(one, {0: Entry("good")})
    other = records.archive("client", [make.client()])
    assert records.still_undoable([begun, entered.act_id, other.act_id]) == [entered.act_id, other.act_id]
    acts.submit(one, {0: Entry("good"), 1: Entry("good")})
    assert records.still_undoable([begun, entered.act_id, other.act_id]) == [other.act_id]


def test_steps_after_an_act_leave_out_undos_and_final_acts(make: Factory, records: Records, store: Store) -> None:
    start = records.last_act()
    gone = records.archive("client", [make.client()])
    records.undo(gone.act_id)
    kept = records.archive("site", [make.site()])
    Problems(store).void(make.problem(), "不是我们的范围")
    assert kept.act_id in [step.act_id for step in records.steps_after(start)]
    assert not {gone.act_id, records.last_act()} & {step.act_id for step in records.steps_after(start)}


def test_steps_of_a_problem_go_back_one_by_one(make: Factory, records: Records, store: Store) -> None:
    problems, one = Problems(store, "王芳"), make.problem()
    before = records.load("problem", one).values
    made = [problems.extend(one, DAY.replace(year=DAY.year + 1), "等配件"), problems.implement(one, "已更换", DAY),
            problems.close(one, "王芳", DAY, "复查合格")]
    back = [records.undo(changes.act_id) for changes in reversed(made)]
    assert records.load("problem", one).values == before
    for changes in reversed(back):
        records.undo(changes.act_id)
    assert records.load("problem", one).values["stage"] == "closed"


def test_an_import_goes_back_by_its_removal_and_comes_again_as_it_was(sites: tuple[Imports, Path], records: Records,
                                                                       store: Store) -> None:
    imports, file = sites
    done = imports.run("site", file)
    there = {one: records.load("site", one).values for one in records.ids("site", Query())}
    back = records.undo(done.changes.act_id)
    assert names(records) == []
    assert imports.past()[0].removed_at is not None
    again = records.undo(back.act_id)
    assert {one: records.load("site", one).values for one in records.ids("site", Query())} == there
    assert records.ids("site", Query(search="二号")) != []
    assert imports.past()[0].removed_at is None
    assert imports.run("site", file).counts["added"] == 0       # they are known rows again
    third = records.undo(again.act_id)
    assert names(records) == []
    records.undo(third.act_id)
    assert imports.remove(done.import_id or 0).removed == 2     # days later
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None


def test_an_import_that_also_changed_records_is_taken_back_whole(sites: tuple[Imports, Path], records: Records) -> None:
    imports, file = sites
    imports.run("site", file)
    file.write_text("编号,名称,服务类型\nS1,一号楼东,保洁\nS3,三号楼,保洁\n", encoding="utf-8")
    done = imports.run("site", file)
    assert names(records) == ["一号楼东", "三号楼", "二号楼"]
    back = records.undo(done.changes.act_id)
    assert names(records) == ["一号楼", "二号楼"]
    again = records.undo(back.act_id)
    assert names(records) == ["一号楼东", "三号楼", "二号楼"]
    records.undo(again.act_id)
    assert names(records) == ["一号楼", "二号楼"]


def test_an_import_does_not_come_again_over_a_code_that_is_in_use(sites: tuple[Imports, Path],
                                                                  records: Records) -> None:
    imports, file = sites
    back = records.undo(imports.run("site", file).changes.act_id)
    records.save("site", None, {"name": "新楼", "code": "S1", "service_type": "cleaning"})
    with pytest.raises(Refused, match="code it would need is in use again"):
        records.undo(back.act_id)
    assert names(records) == ["新楼"]
    assert imports.past()[0].removed_at is not None


def test_an_answer_and_a_file_of_what_is_evidence_by_now_stay(make: Factory, records: Records, store: Store) -> None:
    acts, files = Inspections(store, "王芳"), Attachments(store, "王芳")
    one = acts.start(make.site(), make.checklist(1), make.staff(), DAY)[0]
    acts.save(one, {0: Entry("good")})
    answered = acts.save(one, {0: Entry("poor", "有积水")})
    attached = files.add("inspection", one, "现场.txt", b"1")
    acts.submit(one, {0: Entry("poor", "有积水")})
    for act in (answered, attached):
        with pytest.raises(Refused, match='because "Submit an inspection" changed 1'):
            records.undo(act.act_id)
    later = files.add("inspection", one, "补充.txt", b"2")
    records.undo(later.act_id)
    assert [file.name for file in files.of("inspection", one)] == ["现场.txt"]


def test_an_undone_import_says_how_many_of_its_records_stay_in_use(
        sites: tuple[Imports, Path], make: Factory, records: Records) -> None:
    imports, file = sites
    done = imports.run("site", file)
    make.problem(site_id=records.by_code("site", "S1"))
    assert records.undo(done.changes.act_id).stay == 1
    assert names(records) == ["一号楼"]
