"""A block from Excel or WPS into a list: by headings, by place, as new rows; all or nothing, one step to undo."""

from collections.abc import Callable

import pytest

from laborqa_desktop.errors import Conflict, Refused, UnreadableInput
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate
from laborqa_desktop.usecases import pasting
from laborqa_desktop.usecases.importing import Imports, Trial
from laborqa_desktop.usecases.pasting import Pasted, Placing
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.reasons import ReasonWanted
from laborqa_desktop.usecases.records import Query, Records
from laborqa_desktop.usecases.wording import words_of
from tests.factory import ACT, DAY, Factory
from tests.filled import MADE_IN_ORDER, World

ID_CARD = "110101199001010015"
Read = Callable[..., Pasted]


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "王芳")


@pytest.fixture
def imports(store: Store, chinese: Translate) -> Imports:
    return Imports(store, "王芳", (chinese,))


@pytest.fixture
def read(chinese: Translate) -> Read:
    def made(kind: str, text: str, columns: tuple[str, ...] = (), here: tuple[int, ...] = ()) -> Pasted:
        return pasting.read(kind, text, columns, here, (chinese,))
    return made


def reasons(trial: Trial) -> list[tuple[int, str, str]]:
    return [(flaw.row, flaw.column, str(flaw.reason)) for flaw in trial.flaws]


def names(records: Records, key: str = "site") -> list[str]:
    return sorted(records.label(key, one) for one in records.ids(key, Query()))


def test_a_block_with_headings_changes_known_rows_and_adds_the_others_in_one_step(
        make: Factory, imports: Imports, records: Records, read: Read, store: Store) -> None:
    one = make.site(code="S1", name="一号楼")
    pasted = read("site", "编号\t名称\t服务类型\t地址\nS1\t\t\t和平路 1 号\nS2\t二号楼\t保洁\t\"人民路\n2 号\"\n")
    assert (pasted.headings, pasted.placing) == (True, Placing.MATCH)
    trial = imports.try_pasted(pasted)
    assert ([row.number for row in trial.new], [record_id for record_id, _ in trial.changed]) == ([3], [one])
    assert trial.names == {one: "一号楼"}
    done = imports.take_pasted(trial)
    assert records.load("site", one).values["address"] == "和平路 1 号"
    assert records.load("site", one).values["name"] == "一号楼"      # an empty cell changes nothing
    assert records.load("site", records.by_code("site", "S2")).values["address"] == "人民路 2 号"
    with store.read() as session:
        assert [str(past.act.text) for past in history.of_act(session, done.changes.act_id)][:1] == ["Pasted 2 × site"]
    assert (imports.past()[0].file_name, imports.past()[0].counts["added"]) == ("", 1)
    back = records.undo(done.changes.act_id)
    assert names(records) == ["一号楼"]
    assert records.load("site", one).values["address"] == ""
    records.undo(back.act_id)
    assert names(records) == ["一号楼", "二号楼"]


def test_a_few_columns_change_known_rows_without_what_a_new_one_would_need(make: Factory, imports: Imports,
                                                                           records: Records, read: Read) -> None:
    one = make.staff(code="E1", name="张三", post_id=make.post())
    trial = imports.try_pasted(read("staff", "工号\t手机\nE1\t13900139000\nE2\t13900139001"))
    assert [record_id for record_id, _ in trial.changed] == [one]
    told = reasons(trial)
    assert {row for row, _, _ in told} == {3}
    assert (3, "", '"Full name" must be filled in.') in told
    with pytest.raises(AssertionError):
        assert imports.take_pasted(trial).stopped is None       # all or nothing
    assert records.load("staff", one).values["phone"] != "13900139000"
    imports.take_pasted(imports.try_pasted(read("staff", "工号\t手机\nE1\t13900139000")))
    assert records.load("staff", one).values["phone"] == "13900139000"


def test_without_headings_cells_go_to_the_columns_and_rows_they_were_pasted_at(
        make: Factory, imports: Imports, records: Records, read: Read) -> None:
    post = make.post(name="保安")
    ids = tuple(make.staff(code=f"E{no}", name=f"人{no}", post_id=make.post()) for no in range(3))
    pasted = read("staff", "保安\t夜班\n保安\t白班", ("post", "team"), ids[1:])
    assert (pasted.headings, pasted.placing) == (False, Placing.ONTO)
    assert [key for _, key in pasting.columns_of(pasted)] == ["post_id", "team"]
    imports.take_pasted(imports.try_pasted(pasted))
    loaded = [records.load("staff", one).values for one in ids]
    assert [one["team"] for one in loaded] == ["", "夜班", "白班"]
    assert [one["post_id"] == post for one in loaded] == [False, True, True]


def test_rows_after_the_last_are_new_and_a_row_left_out_leaves_its_record_alone(
        make: Factory, imports: Imports, records: Records, read: Read) -> None:
    ids = (make.site(code="S1", name="甲"), make.site(code="S2", name="乙"))
    columns = ("name", "code", "service_type")
    pasted = read("site", "甲改\tS1\t保洁\n乙改\tS2\t保洁\n丙\tS3\t保安", columns, ids).leave_out(1)
    trial = imports.try_pasted(pasted)
    assert [record_id for record_id, _ in trial.changed] == [ids[1]]
    assert len(trial.new) == 1
    imports.take_pasted(trial)
    assert names(records) == ["丙", "乙改", "甲"]
    assert pasted.leave_out(1).left_out == frozenset()


def test_id_numbers_come_whole_and_what_excel_cut_or_a_list_masked_is_refused(
        make: Factory, imports: Imports, records: Records, read: Read) -> None:
    one = make.staff(code="E1", post_id=make.post())
    block = "工号\t证件号码\nE1\t{}"
    for number, why in (("1.10101E+17", "Excel cut this number"), ("110101199001010000", "ends in 000"),
                        ("110101********0015", "masked when it was copied")):
        trial = imports.try_pasted(read("staff", block.format(number)))
        assert why in reasons(trial)[0][2]
        assert reasons(trial)[0][:2] == (2, "B")
    pasted = read("staff", block.format("1.10101E+17")).mend(2, 1, ID_CARD)
    assert pasted.cell(0, 1) == ID_CARD
    trial = imports.try_pasted(pasted)
    assert trial.asks is None       # filling one that was empty is no correction
    imports.take_pasted(trial)
    assert records.load("staff", one).values["id_no"] == ID_CARD
    again = imports.try_pasted(read("staff", block.format("110101********0015")))
    assert (again.flaws, again.changed, again.known) == ([], (), 1)     # its own value, as a list shows it


def test_what_a_list_copied_comes_back_without_a_change(imports: Imports, records: Records, store: Store,
                                                        chinese: Translate) -> None:
    world = World(store)
    tried = 0
    for key in MADE_IN_ORDER:
        kind = record_type(key)
        if key in ("company", "inspection"):
            continue
        columns = [column for column in kind.columns if pasting.field_of(kind, column) is not None]
        row = records.rows(key, Query(columns=tuple(column.key for column in columns)), [world.ids[key]])[0]
        cells = [words_of(cell, chinese, column.kind, column.labels, column.scale, column.mask)
                 for column, cell in zip(columns, row.cells, strict=True)]
        text = "\t".join(column.label.say(chinese) for column in columns) + "\n" + "\t".join(cells)
        pasted = pasting.read(key, text, [column.key for column in columns], [world.ids[key]], (chinese,))
        trial = imports.try_pasted(pasted.place_at(Placing.ONTO))
        frozen = records.load(key, world.ids[key]).frozen is not None
        assert frozen or (reasons(trial), len(trial.changed)) == ([], 0), key
        tried += 1
    assert tried > 12


def test_every_type_takes_a_new_row_and_gives_it_back(store: Store, imports: Imports, records: Records,
                                                      chinese: Translate) -> None:
    world = World(store)
    for key in MADE_IN_ORDER:
        kind = TYPES[key]
        if key == "company":
            continue
        fields = [one for one in kind.fields if one.required and not one.read_only]
        cells = [new_cell(world, kind, field, chinese) for field in fields]
        text = "\t".join(field.label.say(chinese) for field in fields) + "\n" + "\t".join(cells)
        before = records.ids(key, Query())
        trial = imports.try_pasted(pasting.read(key, text, (), (), (chinese,)))
        assert reasons(trial) == [], key
        done = imports.take_pasted(trial)
        assert len(records.ids(key, Query())) == len(before) + 1, key
        records.undo(done.changes.act_id)
        assert records.ids(key, Query()) == before, key


def new_cell(world: World, kind: RecordType, field: Field, chinese: Translate) -> str:
    value = "active" if field.key == "status" else world.value(kind, field, kind.fields.index(field))
    if field.kind is Kind.CODE:
        return f"NEU-{kind.key}"
    if field.kind is Kind.REF:
        code = next((one.key for one in record_type(field.target).fields if one.key == "code"), "name")
        return str(world.records.load(field.target, value).values.get(code) or world.records.label(field.target, value))
    if field.key in kind.identity and field.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.DATE, Kind.INT):
        return {Kind.DATE: "2026-06-01", Kind.INT: "7"}.get(field.kind, f"neu {kind.key}")
    return words_of(value, chinese, field.kind, field.labels, field.scale)


def test_frozen_archived_and_foreign_rows_are_refused_by_name_of_the_rule(
        make: Factory, imports: Imports, records: Records, read: Read, store: Store) -> None:
    ids = tuple(make.problem() for _ in range(3))
    Problems(store).void(ids[0], "不是我们的范围")
    records.archive("problem", [ids[1]], "重复")
    trial = imports.try_pasted(read("problem", "高\n高\n高", ("severity",), (*ids[:2], 9999)))
    told = [reason for _, _, reason in reasons(trial)]
    assert any("never edited" in one for one in told)
    assert any("archive" in one for one in told)
    assert any("no longer there" in one for one in told)
    with pytest.raises(Refused):
        read("report", "a")
    with pytest.raises(UnreadableInput):
        read("staff", "\r\n")


def test_a_code_in_use_a_repeat_and_a_known_record_pasted_as_new_are_errors(
        make: Factory, imports: Imports, read: Read) -> None:
    ids = (make.site(code="S1", name="甲"), make.site(code="S2", name="乙"))
    trial = imports.try_pasted(read("site", "S2", ("code",), ids))
    assert reasons(trial) == [(1, "A", 'The code "S2" is in use already.')]
    twice = imports.try_pasted(read("site", "编号\t名称\t服务类型\nS3\t丙\t保洁\nS3\t丁\t保洁"))
    assert [reason for _, _, reason in reasons(twice)] == ["the same record as in row 2"]
    known = imports.try_pasted(read("site", "编号\t名称\t服务类型\nS1\t丙\t保洁").place_at(Placing.NEW))
    assert [reason for _, _, reason in reasons(known)] == ["such a record is there already"]


def test_a_record_changed_since_the_trial_stops_it_all(make: Factory, imports: Imports, records: Records,
                                                       read: Read) -> None:
    ids = (make.site(code="S1", name="甲"), make.site(code="S2", name="乙"))
    trial = imports.try_pasted(read("site", "和平路\n人民路", ("address",), ids))
    assert [key for _, key in pasting.columns_of(read("site", "和平路", ("address",), ids))] == ["address"]
    loaded = records.load("site", ids[1])
    records.save("site", ids[1], {**loaded.values, "remarks": "x"}, loaded.row_version)
    with pytest.raises(Conflict, match="changed meanwhile"):
        imports.take_pasted(trial)
    assert records.load("site", ids[0]).values["address"] == ""


def test_what_asks_for_a_reason_in_the_form_asks_here(make: Factory, imports: Imports, records: Records, read: Read,
                                                      store: Store) -> None:
    one = make.staff(code="E1", name="张三", post_id=make.post())
    trial = imports.try_pasted(read("staff", "工号\t姓名\nE1\t张山"))
    assert "says who a person is" in str(trial.asks)
    with pytest.raises(ReasonWanted):
        imports.take_pasted(trial)
    imports.take_pasted(trial, reason="姓名录错")
    assert records.history("staff", one)[0].reason == "姓名录错"
    site = make.site()
    found = make.problem(site_id=site, found_on=DAY)
    with store.write(ACT) as work:
        work.session.add(Report(code="QR-1", site_id=site, month=DAY.replace(day=1), series_no=1, language="zh",
                                client_name="甲", issued_at=work.now, cut_off=work.now, sha256="0" * 64, blob="none",
                                signer="x", pages=1))
    assert "QR-1" in str(imports.try_pasted(read("problem", "另一处积水", ("description",), (found,))).asks)


def test_headings_can_be_taken_for_values_and_columns_given_by_hand(make: Factory, imports: Imports, read: Read,
                                                                    chinese: Translate) -> None:
    one = make.site(code="S1", name="甲")
    pasted = read("site", "地址\n和平路", ("name", "address"), (one,))
    assert (pasted.headings, pasted.placing, pasted.placings) == (True, Placing.ONTO, (Placing.ONTO, Placing.NEW))
    plain = pasting.headed(pasted, False, (chinese,))
    assert len(plain.table.rows) == 2
    assert [key for _, key in pasting.columns_of(plain)] == ["name"]
    moved = plain.assign(0, "address")
    assert [key for _, key in pasting.columns_of(moved)] == ["address"]
    assert [key for _, key in pasting.columns_of(moved.assign(0, ""))] == [""]
    assert moved.assign(0, "code").placings[0] is Placing.MATCH
