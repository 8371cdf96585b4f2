from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from laborqa_desktop.errors import Conflict, NotFound, Refused
from laborqa_desktop.exchange.sheets import read_book
from laborqa_desktop.exchange.write import export_xlsx, out_column
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Kind
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.records import Invalid, Query, Records
from tests.factory import Factory
from tests.filled import MADE_IN_ORDER, RARE, World, typed
from tests.unit.usecases.conftest import CHEAP


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    from tests.conftest import NOW
    store, _ = create(tmp_path_factory.mktemp("world") / "资料库", "correct horse", costs=CHEAP, clock=lambda: NOW)
    yield World(store)
    store.close()


@pytest.fixture
def acts(store: Store) -> Records:
    return Records(store, "王芳")


def staff_values(acts: Records, make: Factory, **given: Any) -> dict[str, Any]:
    return {**acts.blank("staff").values, "name": "张伟", "code": "A1", "birth_date": date(1990, 1, 1),
            "phone": "13800138000", "post_id": make._once(make.post), **given}


# ------------------------------------------------------------ every type


def test_every_type_is_made_by_the_generic_test_or_is_the_register(world: World) -> None:
    assert {*MADE_IN_ORDER, "report"} == set(TYPES)


@pytest.mark.parametrize("key", MADE_IN_ORDER)
def test_a_filled_record_is_saved_loaded_listed_archived_and_undone(world: World, key: str, tmp_path: Path) -> None:
    records, kind, full = world.records, TYPES[key], world.full(key)
    saved = records.save(key, None, {**records.blank(key).values, **full})
    loaded = records.load(key, saved.id)
    assert typed(key, loaded.values) == typed(key, full)
    assert loaded.row_version == saved.row_version
    called = records.label(key, saved.id)
    assert loaded.title.split(" · ")[-1] == called or (called == "—" and loaded.title)    # before a day, of whom it is
    for field in kind.fields:
        if field.kind is Kind.REF and not field.read_only:
            assert loaded.label(field.target, loaded.values[field.key]), field.key

    everything = tuple(column.key for column in kind.columns)
    assert saved.id in records.ids(key, Query())
    (row,) = records.rows(key, Query(columns=everything), [saved.id])
    assert export_xlsx(tmp_path / "list.xlsx", key, [out_column(c, english) for c in kind.columns], [row.cells],
                       english) == 1
    (sheet,) = read_book(tmp_path / "list.xlsx").sheets
    assert len(sheet.rows) == 2
    assert len(sheet.rows[0]) == len(kind.columns)
    assert records.history(key, saved.id)[-1].person == "测试员"

    put_away = records.archive(key, [saved.id])
    assert saved.id not in records.ids(key, Query())
    assert records.load(key, saved.id).archived
    records.undo(put_away.act_id)
    assert saved.id in records.ids(key, Query())
    records.archive(key, [saved.id])
    assert records.ids(key, Query(archived=True)) == [saved.id]
    records.restore(key, [saved.id])
    assert typed(key, records.load(key, saved.id).values) == typed(key, full)
    records.archive(key, [saved.id])        # a later type refers to the plain record


@pytest.mark.parametrize("key", [key for key in TYPES if TYPES[key].model.search_text])
def test_rare_characters_are_found_in_every_type(world: World, key: str) -> None:
    records = world.records
    if key == "report":
        assert records.ids(key, Query(search=RARE)) == [world.ids["report"]]
        return
    texts = [f for f in TYPES[key].fields if f.key in TYPES[key].model.search_text and not f.read_only
             and f.kind in (Kind.TEXT, Kind.LONG_TEXT) and f.key not in ("phone",)]
    edition = {"edition": 7} if key == "job_standard" else {}
    one = world.save_plain(key, **{texts[0].key: f"北{RARE}", **edition})
    assert one in records.ids(key, Query(search=RARE[1]))
    assert one in records.ids(key, Query(search=f"北{RARE}"))
    records.archive(key, [one])


@pytest.mark.parametrize("key", MADE_IN_ORDER)
def test_every_required_field_is_asked_for(world: World, key: str) -> None:
    required = {f.key for f in TYPES[key].fields if f.required}
    nothing = {f.key: None for f in TYPES[key].fields}
    flaws = {flaw.field for flaw in world.records.check(key, nothing) if not flaw.warning}
    assert required <= flaws
    with pytest.raises(Invalid) as caught:
        world.records.save(key, None, nothing)
    assert {flaw.field for flaw in caught.value.flaws} >= required


@pytest.mark.parametrize("key", MADE_IN_ORDER)
def test_optional_fields_may_all_be_emptied(world: World, key: str) -> None:
    records, full = world.records, world.full(key)
    saved = records.save(key, None, {**records.blank(key).values, **full})
    optional = {f.key: [] if f.kind is Kind.ROWS else None for f in TYPES[key].fields
                if not f.required and not f.read_only}
    if key == "staff":
        optional["left_on"] = full["left_on"]       # the status says that he left
    again = records.save(key, saved.id, {**full, **optional}, saved.row_version, "sheet emptied")
    values = records.load(key, saved.id).values
    kept = {"left_on", "due_on", "valid_until"}     # these follow from other fields
    assert {name for name in optional if values[name]} <= kept
    records.undo(again.changes.act_id)
    assert typed(key, records.load(key, saved.id).values) == typed(key, full)
    records.archive(key, [saved.id])


# ------------------------------------------------------------ saving


def test_a_second_save_with_the_old_version_is_a_conflict_and_changes_nothing(make: Factory, acts: Records) -> None:
    one = acts.save("post", None, {"name": "保洁员", "code": "P1"})
    acts.save("post", one.id, {"name": "保安", "code": "P1"}, one.row_version)
    with pytest.raises(Conflict):
        acts.save("post", one.id, {"name": "绿化", "code": "P1"}, one.row_version)
    assert acts.load("post", one.id).values["name"] == "保安"


def test_a_change_of_child_rows_alone_is_a_new_version(make: Factory, acts: Records) -> None:
    one = acts.save("site", None, {"name": "一号楼", "code": "S1", "service_type": "cleaning",
                                   "areas": [{"name": "大堂"}]})
    values = acts.load("site", one.id).values
    values["areas"].append({"name": "卫生间"})
    two = acts.save("site", one.id, values, one.row_version)
    assert two.row_version == one.row_version + 1
    with pytest.raises(Conflict):
        acts.save("site", one.id, values, one.row_version)


def test_saving_nothing_new_is_no_act(make: Factory, acts: Records) -> None:
    one = acts.save("post", None, {"name": "保洁员", "code": "P1"})
    same = acts.save("post", one.id, acts.load("post", one.id).values, one.row_version)
    assert (same.row_version, same.changes.rows) == (one.row_version, frozenset())


def test_a_code_is_unique_among_records_in_use_only(make: Factory, acts: Records) -> None:
    one = acts.save("post", None, {"name": "保洁员", "code": "P1"})
    assert [flaw.field for flaw in acts.check("post", {"name": "保安", "code": "P1"})] == ["code"]
    with pytest.raises(Invalid, match="in use already"):
        acts.save("post", None, {"name": "保安", "code": " P1 "})
    acts.archive("post", [one.id])
    two = acts.save("post", None, {"name": "保安", "code": "P1"})
    with pytest.raises(Conflict, match="in use again"):
        acts.restore("post", [one.id])
    assert acts.by_code("post", "P1") == two.id
    with pytest.raises(NotFound):
        acts.by_code("post", "P9")


def test_staff_and_outsiders_share_their_codes(make: Factory, acts: Records) -> None:
    acts.save("staff", None, staff_values(acts, make, code="X1"))
    with pytest.raises(Invalid, match="in use already"):
        acts.save("outsider", None, {"name": "李四", "code": "X1"})


def test_the_next_code_is_proposed(make: Factory, acts: Records) -> None:
    assert acts.blank("staff").values["code"] == "E001"
    acts.save("staff", None, staff_values(acts, make, code="LB0238"))
    assert acts.blank("staff").values["code"] == "LB0239"


def test_running_numbers_count_in_the_year_of_the_event_and_a_failed_save_leaves_no_gap(
        make: Factory, acts: Records) -> None:
    one = make.problem()
    base = {**acts.load("problem", one).values, "code": None}
    old = acts.save("problem", None, {**base, "found_on": date(2024, 12, 31), "due_on": date(2025, 1, 3)})
    with pytest.raises(Invalid):
        acts.save("problem", None, {**base, "description": ""})
    first = acts.save("problem", None, base)
    second = acts.save("problem", None, base)
    assert [acts.load("problem", done.id).values["code"] for done in (old, first, second)] == [
        "NC-2024-0001", "NC-2026-0001", "NC-2026-0002"]


def test_every_flaw_is_told_at_once_with_its_row(make: Factory, acts: Records) -> None:
    values = staff_values(acts, make, name="", post_id=987, id_no="110101199001010011", hired_on="gestern",
                          skills=[{"skill": "洗地", "level": 2}, {"skill": ""}])
    flaws = {(flaw.field, flaw.row) for flaw in acts.check("staff", values) if not flaw.warning}
    assert flaws >= {("name", None), ("post_id", None), ("id_no", None), ("hired_on", None), ("skills.skill", 1),
                     ("skills.level", 1)}


def test_limits_of_the_database_are_flaws_and_no_crash(make: Factory, acts: Records) -> None:
    course = make.course()
    with pytest.raises(Invalid):
        acts.save("staff", None, staff_values(acts, make, skills=[{"skill": "洗地", "level": 9}]))
    for score in (5, 60):
        with pytest.raises(Invalid):
            acts.save("training_session", None, {"course_id": course, "starts_on": date(2026, 11, 1),
                                                 "evaluation_x10": score})
    for text in ("坏\ud800字", "零\0字"):
        with pytest.raises(Invalid):
            acts.save("post", None, {"name": text, "code": "P9"})


def test_long_names_and_the_first_character_beyond(make: Factory, acts: Records) -> None:
    name = (RARE * 100)[:300]
    one = acts.save("client", None, {"name": name, "code": "C1", "owner_id": make.staff()})
    assert acts.label("client", one.id) == name
    with pytest.raises(Invalid, match="at most 300 characters"):
        acts.save("client", None, {"name": name + "长", "code": "C2", "owner_id": make.staff()})


def test_a_child_row_sent_twice_is_two_rows(make: Factory, acts: Records) -> None:
    one = acts.save("client", None, {"name": "甲", "code": "C1", "owner_id": make.staff(),
                                     "contacts": [{"name": "王"}]})
    values = acts.load("client", one.id).values
    values["contacts"] = [values["contacts"][0], {**values["contacts"][0], "name": "李"}]
    acts.save("client", one.id, values, one.row_version)
    assert [row["name"] for row in acts.load("client", one.id).values["contacts"]] == ["王", "李"]


def test_child_rows_are_added_changed_reordered_and_removed(make: Factory, acts: Records) -> None:
    one = acts.save("site", None, {"name": "一号楼", "code": "S1", "service_type": "cleaning",
                                   "areas": [{"name": "甲"}, {"name": "乙"}, {"name": "丙"}]})
    first, _, third = acts.load("site", one.id).values["areas"]
    values = {"name": "一号楼", "code": "S1", "service_type": "cleaning",
              "areas": [{**third, "name": "丙二"}, {"name": "丁"}, first]}
    acts.save("site", one.id, values, one.row_version)
    now = acts.load("site", one.id).values["areas"]
    assert [row["name"] for row in now] == ["丙二", "丁", "甲"]
    assert [now[0]["id"], now[2]["id"]] == [third["id"], first["id"]]


# ------------------------------------------------------------ frozen records


def test_evidence_is_frozen_and_stays(make: Factory, acts: Records) -> None:
    make.inspection()
    (done,) = acts.ids("inspection", Query())
    loaded = acts.load("inspection", done)
    assert loaded.frozen
    with pytest.raises(Refused, match="evidence"):
        acts.save("inspection", done, loaded.values, loaded.row_version)
    with pytest.raises(Refused, match="evidence"):
        acts.archive("inspection", [done])
    assert not acts.load("inspection", done).archived


@pytest.mark.parametrize(("key", "state"), [("problem", {"stage": "closed"}), ("plan", {"status": "active"}),
                                            ("checklist", {"status": "active"})])
def test_what_is_in_force_or_closed_is_frozen(make: Factory, acts: Records, key: str, state: dict[str, str]) -> None:
    one = getattr(make, key)(**state)
    loaded = acts.load(key, one)
    assert loaded.frozen
    with pytest.raises(Refused):
        acts.save(key, one, {**loaded.values, "remarks": "neu"}, loaded.row_version)


def test_the_register_of_reports_is_read_only(world: World) -> None:
    one = world.ids["report"]
    loaded = world.records.load("report", one)
    assert loaded.title == "QR-202610-C1-0001-V1"
    for refused in (lambda: world.records.save("report", one, loaded.values, loaded.row_version),
                    lambda: world.records.save("report", None, loaded.values),
                    lambda: world.records.archive("report", [one])):
        with pytest.raises(Refused):
            refused()


def test_archiving_one_frozen_record_of_many_archives_none(make: Factory, acts: Records) -> None:
    open_one, closed = make.problem(), make.problem(stage="closed")
    with pytest.raises(Refused):
        acts.archive("problem", [open_one, closed])
    assert open_one in acts.ids("problem", Query())


def test_a_type_reaches_only_its_own_records(make: Factory, acts: Records) -> None:
    staff = make.staff()
    with pytest.raises(NotFound):
        acts.load("outsider", staff)
    acts.archive("outsider", [staff])
    assert not acts.load("staff", staff).archived
    with pytest.raises(NotFound):
        acts.reveal("outsider", staff, "phone")


def test_unknown_types_and_records_are_named(acts: Records) -> None:
    with pytest.raises(NotFound, match="There are: company"):
        acts.load("nonsense", 1)
    with pytest.raises(NotFound, match="no longer there"):
        acts.load("site", 1)


# ------------------------------------------------------------ drafts


def test_a_draft_keeps_every_sort_of_value_and_ends_with_the_save(make: Factory, world: World) -> None:
    records, full = world.records, world.full("staff")
    records.draft_save("staff", None, full)
    kept = records.draft_load("staff", None)
    assert kept is not None
    assert kept.values == full
    assert [(one.key, one.id) for one in records.drafts()] == [("staff", None)]
    saved = records.save("staff", None, {**records.blank("staff").values, **full, "code": "draft"})
    assert records.draft_load("staff", None) is None
    records.draft_save("staff", saved.id, full)
    records.draft_drop("staff", saved.id)
    assert records.drafts() == []
    records.archive("staff", [saved.id])


def test_the_draft_ends_in_the_transaction_that_saves(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    records = world.records
    values = {**records.blank("post").values, "code": "P77", "name": "保洁员"}
    records.draft_save("post", None, values)
    monkeypatch.setattr(world.store, "quiet", lambda: pytest.fail("a crash between the two would leave the draft"))
    records.save("post", None, values)
    assert records.draft_load("post", None) is None


def test_a_refused_save_keeps_the_draft(acts: Records) -> None:
    acts.draft_save("post", None, {"name": "保洁员"})
    with pytest.raises(Invalid):
        acts.save("post", None, {"name": "保洁员", "code": None})
    assert acts.draft_load("post", None) is not None


# ------------------------------------------------------------ history


def test_history_tells_fields_child_rows_and_removed_rows_of_each_act(make: Factory, acts: Records) -> None:
    one = acts.save("client", None, {"name": "甲公司", "code": "C1", "owner_id": make.staff(),
                                     "contacts": [{"name": "王"}, {"name": "李"}]})
    values = acts.load("client", one.id).values
    values["name"], values["contacts"] = "乙公司", [{**values["contacts"][0], "phone": "13800138000"}]
    acts.save("client", one.id, values, one.row_version)
    newest, oldest = acts.history("client", one.id)
    assert newest.changes is not None
    assert oldest.changes is not None
    said = {(str(c.field.label), c.old, c.new) for c in newest.changes if c.field}
    assert said == {("Name", "甲公司", "乙公司"), ("Phone", "", "13800138000"), ("Name", "李", None)}
    assert {c.new for c in oldest.changes if c.field and str(c.field.label) == "Name"} == {"甲公司", "王", "李"}
    assert not [c for c in newest.changes if c.column == "client_id"]
    assert (newest.person, str(newest.act)) == ("王芳", "Changed client")


def test_revealing_a_masked_value_is_recorded(make: Factory, acts: Records) -> None:
    one = make.staff(id_no="110101199001010015")
    assert acts.reveal("staff", one, "id_no") == "110101199001010015"
    newest = acts.history("staff", one)[0]
    assert (str(newest.act), newest.person, newest.changes) == ("Revealed ID number", "王芳", ())
    with pytest.raises(NotFound):
        acts.reveal("staff", 999, "id_no")


# ------------------------------------------------------------ pickers


def test_options_tell_people_of_one_name_apart(make: Factory, acts: Records) -> None:
    post, site = make.post(name="保洁员"), make.site(name="蓝海大厦", client_id=None)
    make.staff(name="张伟", code="A1", post_id=post, site_id=site, id_no="110101199001010015")
    make.staff(name="张伟", code="A2", id_no="110101199001013721")
    make.outsider(name="张伟", organisation="卫生局")
    details = [option.detail for option in acts.options("person", "张伟")]
    assert sorted(details) == ["A1 · 保洁员 · 蓝海大厦 · ···0015", "A2 · ···3721", "卫生局"]
    assert [o.detail for o in acts.options("staff", "zw")] == ["A1 · 保洁员 · 蓝海大厦 · ···0015", "A2 · ···3721"]
    assert [o.detail for o in acts.options("person", "3721")] == ["A2 · ···3721"]
    assert acts.options("person", "110101199001013721") == []


def test_labels_of_every_reference_come_with_the_record_also_of_archived_ones(make: Factory, acts: Records) -> None:
    client = make.client(name="蓝海")
    site = make.site(client_id=client)
    acts.archive("client", [client])
    assert acts.load("site", site).label("client", client) == "蓝海"
    assert acts.label("client", 999) == ""


def test_search_everywhere_answers_with_all_types_that_hit(make: Factory, acts: Records) -> None:
    make.site(name="䶮山医院")
    make.staff(name="䶮小明")
    assert [key for key, _ in acts.search_everywhere("䶮")] == ["staff", "site"]
    assert acts.search_everywhere("  ") == []


def test_an_empty_library_answers_everything_with_nothing(acts: Records) -> None:
    for key in TYPES:
        assert acts.count(key, Query()).n == 0
        assert acts.page(key, Query(search="张"), 0, 50) == []
        assert list(acts.all_rows(key, Query())) == []
        assert acts.options(key) == []


def test_the_clock_of_a_record_is_the_library_s(make: Factory, acts: Records, now: datetime) -> None:
    one = acts.save("post", None, {"name": "保洁员", "code": "P1"})
    assert acts.history("post", one.id)[0].at == now


def test_a_certificate_without_a_number_is_called_by_its_holder(acts: Records, make: Factory) -> None:
    person = make.staff(name="𬱖䶮")
    assert acts.load("certificate", make.certificate(person, number="")).title == "𬱖䶮"
    assert acts.load("certificate", make.certificate(person, number="GZ-1")).title == "GZ-1"
