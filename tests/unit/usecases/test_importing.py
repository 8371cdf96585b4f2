"""Imports as a whole: nothing is lost, nothing is half done, and what was added can be removed."""

import csv
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook

from laborqa_desktop.errors import Conflict, Refused, UnreadableInput, UserError
from laborqa_desktop.exchange.cells import Sheet
from laborqa_desktop.exchange.guess import importable
from laborqa_desktop.exchange.mapping import Created, LookUp, Mapping, Source
from laborqa_desktop.models.history import ImportRun
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Kind
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate, english
from laborqa_desktop.usecases import import_mapping
from laborqa_desktop.usecases.importing import Cancelled, Choice, Done, Imports
from laborqa_desktop.usecases.records import Query, Records
from tests.factory import ACT, Factory
from tests.filled import MADE_IN_ORDER, RARE, World, typed
from tests.unit.usecases.conftest import CHEAP

SITES = ("编号", "名称", "服务类型")
CLEANING = "cleaning"


@pytest.fixture
def imports(store: Store, chinese: Translate) -> Imports:
    return Imports(store, "王芳", (chinese, english))


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "王芳")


def table(path: Path, *rows: Any) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def workbook(path: Path, *rows: Any) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def sums_up(done: Done) -> bool:
    counts = done.counts
    return counts["read"] == counts["added"] + counts["updated"] + counts["skipped"] + counts["rejected"]


def counts(done: Done) -> tuple[int, ...]:
    assert sums_up(done)
    return tuple(done.counts[name] for name in ("read", "added", "updated", "skipped", "rejected"))


def number_of(store: Store, key: str) -> int:
    return Records(store).exact_count(key, Query())


# ------------------------------------------------------------ all or nothing


def test_one_bad_row_stops_the_whole_import(imports: Imports, store: Store, tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"], ["S2", "", "保洁"], ["S3", "三号", "飞行"])
    done = imports.run("site", file)
    assert counts(done) == (3, 0, 0, 1, 2)
    assert "Nothing was imported: 2 of 3 rows" in str(done.stopped)
    places = [(flaw.row, flaw.column, flaw.heading, flaw.value) for flaw in done.trial.flaws]
    assert places == [(3, "B", "名称", ""), (4, "C", "服务类型", "飞行")]
    assert number_of(store, "site") == 0
    assert imports.past() == []


def test_a_dry_run_writes_nothing_and_says_the_same(imports: Imports, store: Store, tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"])
    assert counts(imports.run("site", file, choice=Choice.DRY)) == (1, 1, 0, 0, 0)
    assert number_of(store, "site") == 0
    assert counts(imports.run("site", file)) == (1, 1, 0, 0, 0)


def test_the_rejected_rows_are_mended_in_their_workbook_and_imported(imports: Imports, records: Records,
                                                                     tmp_path: Path, chinese: Translate) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"], ["S2", f"二{RARE}", "飞行"])
    rejects = tmp_path / "rest.xlsx"
    done = imports.run("site", file, choice=Choice.GOOD_ROWS, rejects=rejects)
    assert counts(done) == (2, 1, 0, 0, 1)
    assert "rest.xlsx" in str(done.stopped)
    book = load_workbook(rejects)
    (sheet,) = book.worksheets
    assert sheet.cell(2, 2).value == f"二{RARE}"
    assert sheet.cell(2, 4).value
    sheet.cell(2, 3).value = "保洁"
    book.save(rejects)
    assert counts(imports.run("site", rejects)) == (1, 1, 0, 0, 0)
    assert [records.label("site", one) for one in records.ids("site", Query(search=RARE))] == [f"二{RARE}"]


def test_an_existing_file_for_the_rest_stops_before_anything_is_written(imports: Imports, store: Store,
                                                                       tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"], ["S2", "", "保洁"])
    rejects = tmp_path / "rest.xlsx"
    rejects.write_bytes(b"mine")
    with pytest.raises(Refused, match="exists already"):
        imports.run("site", file, choice=Choice.GOOD_ROWS, rejects=rejects)
    with pytest.raises(UserError, match="could not be written"):
        imports.run("site", file, choice=Choice.GOOD_ROWS, rejects=tmp_path / "no folder" / "rest.xlsx")
    assert rejects.read_bytes() == b"mine"
    assert number_of(store, "site") == 0


def test_a_cancelled_import_leaves_nothing(imports: Imports, store: Store, tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES, *([f"S{no}", f"楼{no}", "保洁"] for no in range(4100)))

    def stop(done: int, of: int) -> None:
        if done >= 4000:
            raise Cancelled

    with pytest.raises(Cancelled):
        imports.run("site", file, step=stop)
    assert (number_of(store, "site"), imports.past(), Records(store).ids("site", Query(search="楼7"))) == (0, [], [])
    assert counts(imports.run("site", file)) == (4100, 4100, 0, 0, 0)


def test_a_failing_write_leaves_no_workbook_of_rejects(imports: Imports, store: Store, tmp_path: Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"], ["S2", "", "保洁"])

    def fail(*_: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr("laborqa_desktop.store.work.Work.finish", fail)
    with pytest.raises(OSError, match="disk"):
        imports.run("site", file, choice=Choice.GOOD_ROWS, rejects=tmp_path / "rest.xlsx")
    assert [one.name for one in tmp_path.iterdir() if one.suffix != ".csv"] == ["资料库"]
    assert number_of(store, "site") == 0


def test_an_unfilled_required_field_stops_also_the_good_rows(imports: Imports, store: Store, tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES[:2], ["S1", "一号"], ["S2", "二号"])
    for choice in Choice:
        done = imports.run("site", file, choice=choice, rejects=tmp_path / "rest.xlsx")
        assert counts(done) == (2, 0, 0, 2, 0)
        assert "Service type" in str(done.stopped)
    assert number_of(store, "site") == 0
    assert not (tmp_path / "rest.xlsx").exists()


@pytest.mark.parametrize("key", ["report", "company"])
def test_what_is_not_entered_row_by_row_is_not_imported(imports: Imports, tmp_path: Path, key: str) -> None:
    with pytest.raises(Refused, match="cannot be imported"):
        imports.run(key, table(tmp_path / "a.csv", ["code"], ["x"]))


# ------------------------------------------------------------ every type


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    from tests.conftest import NOW
    store, _ = create(tmp_path_factory.mktemp("world") / "资料库", "correct horse", costs=CHEAP, clock=lambda: NOW)
    yield World(store)
    store.close()


@pytest.mark.parametrize("key", [key for key in MADE_IN_ORDER if key != "company"])
def test_a_full_row_and_a_bare_row_of_every_type(world: World, key: str, tmp_path: Path) -> None:
    kind, full = TYPES[key], world.full(key)
    fields = [f for f in importable(kind) if f.target not in ("inspection", "certificate", "training_session")]
    bare = {"name": "甲乙", "code": f"B-{key}", "edition": 9, "type": full.get("type"), "title": "方案"}

    def shown(name: str, value: Any) -> str:
        field = kind.field(name)
        if field.kind is Kind.REF:
            return str(world.records.load(field.target if field.target != "person" else "staff", value)
                       .values["code" if field.target != "org_unit" else "name"])
        if field.kind is Kind.MONEY:
            return "1234.56"
        if field.kind in (Kind.DECIMAL, Kind.PERCENT):
            return str(value / 10 ** (field.scale if field.kind is Kind.DECIMAL else 1))
        if field.labels:
            return str(field.labels[value])
        return "是" if value is True else str(value)

    full |= {"org_unit": {"name": "导入部"}, "certificate": {"number": "Z1"}, "problem": {"description": "导入"},
             "training_record": {"completed_on": date(2026, 1, 4)}, "plan": {"title": "导入方案"},
             "training_session": {"starts_on": date(2026, 1, 2)}, "inspection": {"inspected_on": date(2026, 3, 1)},
             }.get(key, {})
    required = {f.key: full[f.key] for f in fields if f.required or f.key in kind.identity}
    required |= {k: v for k, v in bare.items() if any(f.key == k and f.required for f in fields)}
    if key == "staff":
        required["status"] = "active"
    file = table(tmp_path / "a.csv", [str(f.label) for f in fields],
                 [shown(f.key, full[f.key]) for f in fields],
                 [shown(f.key, required[f.key]) if f.key in required else "" for f in fields])
    acts = Imports(world.store, "王芳", (english,))
    mapping = Mapping(key, {f.key: Source(str(f.label), look_up=acts.propose(key, acts.table(
        key, acts.read(file).sheets[0])).fields[f.key].look_up) for f in fields}, repeats=True)
    before = set(world.records.ids(key, Query()))
    done = acts.run(key, file, mapping=mapping)
    assert (counts(done), [str(flaw.reason) for flaw in done.trial.flaws]) == ((2, 2, 0, 0, 0), [])
    added = sorted(set(world.records.ids(key, Query())) - before)
    values = typed(key, world.records.load(key, added[0]).values)
    assert {f.key: values[f.key] for f in fields} == {f.key: full[f.key] for f in fields}
    assert world.records.load(key, added[1]).values
    assert counts(acts.run(key, file, mapping=mapping))[3] == 2
    removed = acts.remove(done.import_id or 0)
    assert (removed.removed, removed.edited, removed.used) == (2, (), ())
    assert set(world.records.ids(key, Query())) == before


# ------------------------------------------------------------ known rows


def test_a_second_import_adds_nothing_and_true_repeats_stay(imports: Imports, make: Factory, store: Store,
                                                           tmp_path: Path) -> None:
    make.site(code="S1")
    owner = make.staff(code="A7")
    mapping = Mapping("problem", {
        "site_id": Source("点", look_up=LookUp("site", ("code",))), "found_on": Source("日期"),
        "description": Source("描述"), "source": Source(constant="self"), "severity": Source(constant="minor"),
        "department_id": Source(constant="质量部", look_up=LookUp("org_unit", ("name",))),
        "owner_id": Source(constant="A7", look_up=LookUp("person", ("code",)))}, repeats=True)
    rows = [["S1", "2026-11-01", "积水"], ["S1", "2026-11-01", "积水"], ["S1", "2026-11-02", "积水"]]
    head = ["点", "日期", "描述"]
    assert counts(imports.run("problem", table(tmp_path / "a.csv", head, *rows), mapping=mapping)) == (3, 3, 0, 0, 0)
    assert counts(imports.run("problem", table(tmp_path / "a.csv", head, *rows), mapping=mapping)) == (3, 0, 0, 3, 0)
    rows.append(["S1", "2026-11-01", "积水"])
    assert counts(imports.run("problem", table(tmp_path / "b.csv", head, *rows), mapping=mapping)) == (4, 1, 0, 3, 0)
    records = Records(store)
    numbers = [records.load("problem", one).values["code"] for one in sorted(records.ids("problem", Query()))]
    assert numbers == ["NC-2026-0001", "NC-2026-0002", "NC-2026-0003", "NC-2026-0004"]
    assert records.load("problem", 1).values["owner_id"] == owner


def test_master_data_is_updated_only_in_the_columns_of_the_file(imports: Imports, make: Factory, records: Records,
                                                                tmp_path: Path) -> None:
    one = make.staff(code="A1", name="张伟", hired_on=date(2020, 5, 1), status="suspended",
                     post_id=make.post(code="P1"), team="甲班")
    make.staff(code="A2", name="李梅", phone="13911111111", post_id=make.post(code="P2"))
    head = ["工号", "姓名", "手机", "出生日期", "入职日期", "岗位"]
    file = table(tmp_path / "a.csv", head, ["A1", "张伟", "13999999999", "1990-01-01", "2020-05-01", "P1"],
                 ["A2", "李梅", "13911111111", "1990-01-01", "2024-01-01", "P2"],
                 ["A3", "王五", "13700000000", "1991-01-01", "2026-05-01", "P1"])
    done = imports.run("staff", file)
    assert (counts(done), str(done.stopped)) == ((3, 1, 1, 1, 0), "None")
    values = records.load("staff", one).values
    assert (values["phone"], values["hired_on"], values["status"], values["team"]) == (
        "13999999999", date(2020, 5, 1), "suspended", "甲班")
    assert str(records.history("staff", one)[0].act) == "Imported 2 × staff file from a.csv"


def test_a_code_that_is_taken_is_a_flaw_also_when_rows_are_known_by_name(imports: Imports, make: Factory, store: Store,
                                                                        tmp_path: Path) -> None:
    make.staff(code="X1")
    make.site(code="S1", name="一号")
    outsiders = table(tmp_path / "a.csv", ["姓名", "编号"], ["李四", "X1"], ["王五", "X2"], ["赵六", "X2"])
    done = imports.run("outsider", outsiders)
    assert counts(done) == (3, 0, 0, 1, 2)
    assert [(flaw.row, flaw.value) for flaw in done.trial.flaws] == [(2, "X1"), (4, "X2")]
    by_name = Mapping("site", {"code": Source("编号"), "name": Source("名称"),
                               "service_type": Source(constant=CLEANING)}, identity=("name",))
    rows = [["S1", "二号"], ["S9", "一号"]]
    done = imports.run("site", table(tmp_path / "b.csv", SITES[:2], *rows), mapping=by_name)
    assert counts(done) == (2, 0, 0, 1, 1)


def test_a_library_changed_between_trial_and_taking_is_a_sentence(imports: Imports, make: Factory, store: Store,
                                                                  tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"])
    found = imports.table("site", imports.read(file).sheets[0])
    trial = imports.try_rows("site", found, imports.propose("site", found))
    make.site(code="S1")
    with pytest.raises(Conflict, match="changed meanwhile"):
        imports.take(trial, file, Choice.ALL)
    assert (number_of(store, "site"), imports.past()) == (1, [])


# ------------------------------------------------------------ look-ups and created records


def test_records_are_created_once_and_found_again(imports: Imports, make: Factory, records: Records,
                                                  tmp_path: Path) -> None:
    mapping = Mapping("site", {
        "code": Source("编号"), "name": Source("名称"), "service_type": Source(constant=CLEANING),
        "client_id": Source(constant="K9", look_up=LookUp("client", ("code",)))}, create=(
        Created("outsider", ("name",), {"name": "客户经理"}),
        Created("client", ("code",), {"code": "K9", "name": "市卫健委", "owner_id": "客户经理"},
                {"owner_id": LookUp("person", ("name",))})))
    first = imports.run("site", table(tmp_path / "a.csv", SITES[:2], ["S1", "一"], ["S2", "二"]), mapping=mapping)
    assert counts(first) == (2, 2, 0, 0, 0)
    assert counts(imports.run("site", table(tmp_path / "b.csv", SITES[:2], ["S3", "三"]), mapping=mapping))[1] == 1
    assert records.count("client", Query()).n == records.count("outsider", Query()).n == 1
    client = records.load("site", records.by_code("site", "S3")).values["client_id"]
    assert records.label("client", client) == "市卫健委"

    kept = imports.remove(first.import_id or 0)         # S3 still belongs to that client
    assert (kept.removed, [table for table, _ in kept.used]) == (2, ["client", "person"])
    assert records.count("site", Query()).n == 1


@pytest.mark.parametrize(("missing", "expected"), [("reject", (1, 0, 0, 0, 1)), ("empty", (1, 1, 0, 0, 0))])
def test_a_failed_look_up_rejects_or_leaves_empty_as_the_mapping_says(imports: Imports, store: Store, tmp_path: Path,
                                                                     missing: Any, expected: tuple[int, ...]) -> None:
    mapping = Mapping("site", {"code": Source("编号"), "name": Source("名称"),
                               "service_type": Source(constant=CLEANING), "client_id": Source(
                                   "客户", look_up=LookUp("client", ("code",), missing=missing))})
    file = table(tmp_path / "a.csv", ["编号", "名称", "客户"], ["S1", "一", "C404"])
    done = imports.run("site", file, mapping=mapping)
    assert counts(done) == expected
    assert any("C404" in str(line) for line in done.lines)


def test_people_of_one_name_are_told_apart_by_their_code(imports: Imports, make: Factory, store: Store,
                                                         tmp_path: Path) -> None:
    make.staff(code="A1", name="张伟")
    two = make.staff(code="A2", name="张伟")
    head = ["姓名", "证件类型", "发证日期", "证书编号"]
    mapping = Mapping("certificate", {
        "person_id": Source("姓名", look_up=LookUp("staff", ("code", "name"))), "type": Source(constant="health"),
        "issued_on": Source("发证日期"), "number": Source("证书编号")})
    done = imports.run("certificate", table(tmp_path / "a.csv", head, ["张伟", "", "2026-01-01", "1"]), mapping=mapping)
    assert counts(done) == (1, 0, 0, 0, 1)
    assert "2 records fit" in str(done.trial.flaws[0].reason)
    done = imports.run("certificate", table(tmp_path / "b.csv", head, ["A2", "", "2026-01-01", "1"]), mapping=mapping)
    assert counts(done) == (1, 1, 0, 0, 0)
    assert Records(store).load("certificate", 1).values["person_id"] == two


def test_a_mapping_is_remembered_for_its_headings(imports: Imports, tmp_path: Path) -> None:
    head = ["代号", "叫法", "客户所在"]
    mapping = Mapping("site", {"code": Source("代号"), "name": Source("叫法"), "address": Source("客户所在"),
                               "service_type": Source(constant=CLEANING)})
    imports.run("site", table(tmp_path / "a.csv", head, ["S1", "一", "路"]), mapping=mapping)
    assert counts(imports.run("site", table(tmp_path / "b.csv", head, ["S2", "二", "街"]))) == (1, 1, 0, 0, 0)
    other = Sheet("", [["代号", "别的"], ["S3", "三"]], (1, 2))
    assert imports.propose("site", imports.table("site", other)) != mapping


def test_a_mapping_for_another_type_is_refused(imports: Imports, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match='mapping is for "client"'):
        imports.run("site", table(tmp_path / "a.csv", SITES), mapping=Mapping("client", {}))


@pytest.mark.parametrize("mapping", [
    Mapping("site", {"code": Source("编号"), "name": Source("名称"), "service_type": Source(constant=CLEANING),
                     "client_id": Source("名称", look_up=LookUp("client", ("colour",)))}),
    Mapping("site", {"code": Source("编号"), "name": Source("名称"), "service_type": Source(constant=CLEANING)},
            identity=("colour",)),
    Mapping("site", {"code": Source("编号")}, create=(Created("client", ("colour",), {"code": "K9"}),))])
def test_a_mapping_that_compares_what_is_not_there_is_a_sentence(imports: Imports, make: Factory, tmp_path: Path,
                                                                mapping: Mapping) -> None:
    make.site()
    with pytest.raises(UserError, match="colour"):
        imports.run("site", table(tmp_path / "a.csv", SITES, ["S1", "一", "保洁"]), mapping=mapping)


# ------------------------------------------------------------ removing


def test_removal_keeps_what_was_edited_and_what_a_report_counts(imports: Imports, make: Factory, records: Records,
                                                                store: Store, tmp_path: Path) -> None:
    client = make.client(code="C1")
    make.site(code="S1", client_id=client)
    make.checklist(code="QL", pass_mark=800)
    make.staff(code="A1")
    mapping = Mapping("inspection", {
        "site_id": Source("点", look_up=LookUp("site", ("code",))), "inspected_on": Source("日期"),
        "stated_score": Source("得分"), "type": Source(constant="daily"), "state": Source(constant="submitted"),
        "checklist_id": Source(constant="QL", look_up=LookUp("checklist", ("code",))),
        "inspector_id": Source(constant="A1", look_up=LookUp("person", ("code",)))}, repeats=True)
    rows = [["S1", "2026-10-03", "90"], ["S1", "2026-11-03", "70"], ["S1", "2026-11-04", ""]]
    file = table(tmp_path / "a.csv", ["点", "日期", "得分"], *rows)
    done = imports.run("inspection", file, mapping=mapping)
    with store.write(ACT) as work:
        work.session.add(Report(code="QR-1", client_id=client, month=date(2026, 10, 1), series_no=1, language="zh",
                                issued_at=work.now, cut_off=work.now, sha256="0", blob="x"))
    removed = imports.remove(done.import_id or 0)
    by_day = {records.load("inspection", one).values["inspected_on"]: one
              for one in records.ids("inspection", Query())}
    assert (removed.removed, removed.reported) == (2, (("inspection", by_day[date(2026, 10, 3)]),))
    assert list(by_day) == [date(2026, 10, 3)]
    for one in records.ids("inspection", Query(archived=True)):
        gone = records.load("inspection", one).values
        assert (gone["state"], gone["void_reason"]) == ("void", "import removed: a.csv")
    with pytest.raises(Refused, match="removed before"):
        imports.remove(done.import_id or 0)
    assert counts(imports.run("inspection", file, mapping=mapping)) == (3, 2, 0, 1, 0)


def test_removal_lists_edited_records_and_frees_codes(imports: Imports, records: Records, tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"], ["S2", "二号", "保洁"])
    done = imports.run("site", file)
    edited = records.load("site", records.by_code("site", "S2"))
    records.save("site", edited.id, {**edited.values, "name": "改"}, edited.row_version)
    removed = imports.remove(done.import_id or 0)
    assert (removed.removed, removed.edited) == (1, (("site", edited.id),))
    assert imports.past()[0].removed_at is not None
    assert counts(imports.run("site", file)) == (2, 1, 1, 0, 0)


@pytest.mark.parametrize("many", [3, 60])
def test_removal_keeps_masters_that_others_refer_to_however_many_there_are(
        imports: Imports, make: Factory, records: Records, tmp_path: Path, many: int) -> None:
    file = table(tmp_path / "a.csv", SITES, *([f"S{no}", f"楼{no}", "保洁"] for no in range(many)))
    done = imports.run("site", file)
    used = records.by_code("site", "S1")
    make.problem(site_id=used)
    removed = imports.remove(done.import_id or 0)
    assert (removed.removed, removed.used) == (many - 1, (("site", used),))


def test_undoing_an_import_removes_it_by_the_same_rules(imports: Imports, make: Factory, records: Records, store: Store,
                                                        tmp_path: Path) -> None:
    make.site(code="S2", name="旧名", client_id=None)
    done = imports.run("site", table(tmp_path / "a.csv", SITES, ["S1", "一号", "保洁"], ["S2", "新名", "保洁"]))
    assert counts(done) == (2, 1, 1, 0, 0)
    undone = records.undo(done.changes.act_id)
    assert [records.label("site", one) for one in records.ids("site", Query())] == ["旧名"]
    assert imports.past()[0].removed_at is not None
    assert records.undoable(undone.act_id) is not None      # redone, it brings the same rows back
    with store.read() as session:
        assert session.get_one(ImportRun, done.import_id).counts["added"] == 1


# ------------------------------------------------------------ real sheets


def test_a_real_roster_with_title_counter_total_and_odd_writing(imports: Imports, make: Factory, records: Records,
                                                               tmp_path: Path) -> None:
    make.post(code="P1", name="保洁员")
    file = workbook(
        tmp_path / "花名册.xlsx", ["2026年5月员工花名册"], [],
        ["序号", "工号", "姓 名", "身份证号", "出生日期", "入职日期", "岗位", "手机号"],
        [1, "A1", "张\u3000三", "11010119900101001５", "1990.1.1", "2026.5.1", "保洁员", "13800138000"],
        [2, "A2", "䶮小明", 110101199001010000, "1990年1月1日", "2026/5/2", "保洁员", 13800138001],
        [3, "A3", "李四", "110101900101001", "1990-01-01", "20260503", "P1", "138 0013 8002"],
        ["合计", "3人"])
    done = imports.run("staff", file, choice=Choice.GOOD_ROWS, rejects=tmp_path / "rest.xlsx")
    assert counts(done) == (3, 2, 0, 0, 1)
    (flaw,) = done.trial.flaws
    assert (flaw.row, flaw.heading) == (5, "身份证号")
    assert "Excel" in str(flaw.reason)
    assert any("Row 7 was left out" in str(line) for line in done.lines)
    values = records.load("staff", records.by_code("staff", "A1")).values
    assert (values["name"], values["id_no"], values["hired_on"]) == ("张三", "110101199001010015", date(2026, 5, 1))
    assert records.load("staff", records.by_code("staff", "A3")).values["id_no"] == "110101900101001"


def test_a_roster_without_birth_dates_takes_them_from_the_id_numbers(imports: Imports, make: Factory,
                                                                   records: Records, tmp_path: Path) -> None:
    make.post(code="P1", name="保洁员")
    file = workbook(tmp_path / "花名册.xlsx", ["工号", "姓名", "身份证号", "入职日期", "岗位名称", "手机"],
                    ["A1", "张三", "110101199001010015", "2026-05-01", "P1", "13800138000"],
                    ["A2", "李四", "", "2026-05-01", "P1", "13800138000"],
                    ["A3", "王五", "110101199001010016", "2026-05-01", "P1", "13800138000"])
    done = imports.run("staff", file, choice=Choice.GOOD_ROWS, rejects=tmp_path / "rest.xlsx")
    assert import_mapping.lacking(done.trial.mapping) == []
    assert [one.key for one in import_mapping.lacking(Mapping("staff", {"id_no": Source(column="身份证号")}))] == [
        "name", "code", "post_id", "hired_on", "phone"]
    assert counts(done) == (3, 1, 0, 0, 2)
    values = records.load("staff", records.by_code("staff", "A1")).values
    assert (values["birth_date"], values["gender"]) == (date(1990, 1, 1), "male")
    assert str(done.lines[0]) == "Row 3, Birth date: this must be filled in"
    assert [(flaw.row, flaw.heading) for flaw in done.trial.flaws] == [(3, ""), (4, "身份证号")]


@pytest.mark.parametrize(("kind", "headings"), [
    ("site", {"项目点名称": "name", "项目编码": "code", "项目点地址": "address", "客户名称": "client_id"}),
    ("client", {"客户名称": "name", "客户编号": "code", "Client address": "address"}),
    ("contract", {"合同编号": "code", "甲方": "client_id", "合同类型": "type"}),
    ("course", {"课程名称": "name", "培训课程编号": "code"}), ("post", {"岗位名称": "name", "岗位编码": "code"})])
def test_headings_that_name_the_record_type_too_are_understood(imports: Imports, tmp_path: Path, kind: str,
                                                              headings: dict[str, str]) -> None:
    sheet = imports.read(table(tmp_path / "list.csv", [*headings], [*headings])).sheets[0]
    guessed = imports.propose(kind, imports.table(kind, sheet))
    assert {source.column: key for key, source in guessed.fields.items()} == headings


@pytest.mark.parametrize("cell", [1.1e17, 110101199001010000, "1.10101199001010E+17", "110101199001010001",
                                  "11010119900101", "11010119900101001Y"])
def test_no_broken_id_number_gets_in(imports: Imports, make: Factory, store: Store, tmp_path: Path, cell: Any) -> None:
    make.post(code="P1")
    make.staff(code="A0")
    file = workbook(tmp_path / "a.xlsx", ["工号", "姓名", "身份证号", "出生日期", "岗位", "手机号"],
                    ["A1", "张三", cell, "1990-01-01", "P1", "13800138000"])
    done = imports.run("staff", file)
    assert counts(done) == (1, 0, 0, 0, 1)
    assert done.trial.flaws[0].heading == "身份证号"


def test_a_file_without_rows_adds_nothing(imports: Imports, tmp_path: Path) -> None:
    assert counts(imports.run("site", table(tmp_path / "a.csv", SITES))) == (0, 0, 0, 0, 0)
    with pytest.raises(UnreadableInput, match="holds no rows"):
        imports.run("site", table(tmp_path / "b.csv"))


def test_a_filled_template_is_understood_as_it_is(imports: Imports, records: Records, tmp_path: Path,
                                                  chinese: Translate) -> None:
    file = tmp_path / "模板.xlsx"
    imports.template("site", file, chinese)
    book = load_workbook(file)
    sheet = book.worksheets[0]
    places = {str(cell.value).removesuffix(" *"): cell.column for cell in sheet[3]}
    for heading, value in (("名称", "一号楼"), ("编号", "S1"), ("服务类型", "保洁")):
        sheet.cell(4, places[heading]).value = value
    book.save(file)
    assert counts(imports.run("site", file)) == (1, 1, 0, 0, 0)
    assert records.load("site", records.by_code("site", "S1")).values["service_type"] == CLEANING


def test_cells_corrected_in_the_preview_are_taken(imports: Imports, store: Store, tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", SITES, ["S1", "一号", "飞行"])
    found = imports.table("site", imports.read(file).sheets[0])
    mapping = imports.propose("site", found)
    assert imports.try_rows("site", found, mapping).bad
    trial = imports.try_rows("site", found, mapping, {(2, 2): "保洁"})
    assert counts(imports.take(trial, file, Choice.ALL)) == (1, 1, 0, 0, 0)


# ------------------------------------------------------------ whatever comes


HOSTILE = ("", " ", "=1+1", "'=1", "\ufeff", "\u202e", "䶮" * 400, "0", "-1", "1e999", "99999999999999999999", "NaN",
           "2026-02-30", "31.12.9999", "0000-00-00", "\x01", "\x85", "%s", "{0}", "{kind}", "合计",
           "Yes", "\\", "a\nb", '"')


def test_random_tables_are_taken_whole_or_not_at_all(imports: Imports, make: Factory, store: Store,
                                                    tmp_path: Path) -> None:
    make.staff(code="A1")
    pick = random.Random(20261123)
    for number, key in enumerate(key for key in MADE_IN_ORDER if key != "company" for _ in range(8)):
        fields = importable(TYPES[key])
        chosen = pick.sample(fields, pick.randint(1, len(fields)))
        good = ("A1", "一号", "保洁", "2026-01-02", "12", "是", "P1")
        rows = [[pick.choice(HOSTILE + good) for _ in chosen] for _ in range(pick.randint(0, 6))]
        file = table(tmp_path / f"{number}.csv", [str(f.label) for f in chosen], *rows)
        before = number_of(store, key)
        choice = pick.choice((Choice.ALL, Choice.GOOD_ROWS))
        try:
            done = imports.run(key, file, choice=choice, rejects=tmp_path / f"{number}.xlsx")
        except UserError:
            added = 0
        else:
            added = counts(done)[1]
            assert all(str(line) for line in done.lines)
        assert number_of(store, key) == before + added


def test_damaged_bytes_are_taken_whole_or_not_at_all(imports: Imports, store: Store, tmp_path: Path) -> None:
    pick = random.Random(20261123)
    rows = [[f"S{no}", f"楼{no}", "保洁"] for no in range(5)]
    originals = [table(tmp_path / "a.csv", SITES, *rows)] * 60 + [workbook(tmp_path / "a.xlsx", SITES, *rows)] * 6
    for number, original in enumerate(originals):
        data = bytearray(original.read_bytes())
        for _ in range(pick.randint(1, 6)):
            place = pick.randrange(len(data))
            match pick.randrange(3):
                case 0:
                    data[place] = pick.randrange(256)
                case 1:
                    del data[place:place + pick.randint(1, 40)]
                case 2:
                    data[place:place] = bytes(pick.randrange(256) for _ in range(pick.randint(1, 8)))
        file = tmp_path / f"b{number}{original.suffix}"
        file.write_bytes(data)
        before = number_of(store, "site")
        try:
            added = counts(imports.run("site", file))[1]
        except UserError:
            added = 0
        assert number_of(store, "site") == before + added


def test_an_empty_cell_leaves_what_the_record_holds(imports: Imports, records: Records, tmp_path: Path) -> None:
    head = ("编号", "名称", "服务类型", "电话")
    imports.run("site", table(tmp_path / "1.csv", head, ("S1", "一号楼", "保洁", "010-12345678")))
    imports.run("site", table(tmp_path / "2.csv", head, ("S1", "一号楼 A 座", "保洁", "")))

    values = records.load("site", records.by_code("site", "S1")).values
    assert (values["name"], values["phone"]) == ("一号楼 A 座", "010-12345678")
