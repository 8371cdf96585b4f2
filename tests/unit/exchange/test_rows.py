"""Rows on their way into the library."""

from collections.abc import Mapping as Map
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Broken, Cell, Sheet
from laborqa_desktop.exchange.created import new_records
from laborqa_desktop.exchange.layout import find_table
from laborqa_desktop.exchange.lookups import Key, resolve
from laborqa_desktop.exchange.mapping import LookUp, Mapping, Source, load
from laborqa_desktop.exchange.rows import Prepared, prepare
from laborqa_desktop.records import record_type

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples" / "sf-inspections"
TODAY = date(2026, 11, 23)


def prepared(mapping: Mapping, *rows: list[Cell]) -> Prepared:
    table = find_table(Sheet("S", list(rows), range(1, len(rows) + 1)), mapping.columns())
    return prepare(table, mapping, record_type(mapping.kind), TODAY)


def example(name: str, *rows: list[Cell]) -> Prepared:
    return prepared(load((EXAMPLES / f"{name}.json").read_text("utf-8")), *rows)


def finding(text: str, found: str = "20170307") -> tuple[dict[str, object], Prepared]:
    done = example("problem", ["business_id", "date", "description"], ["45", found, text])
    return done.rows[0].values, done


SITE = Mapping("site", {
    "code": Source("编号"), "name": Source("名称"), "square_metres": Source("面积"),
    "service_type": Source(constant="cleaning"),
    "client_id": Source("客户", look_up=LookUp("client", ("code", "name"))),
})
HEAD: list[Cell] = ["编号", "名称", "面积", "客户", "其他"]


def test_bad_cells_are_named_with_place_value_and_reason() -> None:
    done = prepared(SITE, HEAD, ["A1", "甲", "很大", "C1", "x"], ["A2", None, Broken("#REF!"), None, None])
    flaws = [(f.sheet, f.row, f.column, f.field, f.value, str(f.reason)) for row in done.rows for f in row.flaws]
    assert flaws == [
        ("S", 2, "C", "square_metres", "很大", "this is no number"),
        ("S", 3, "C", "square_metres", "#REF!", "the cell shows the error #REF!"),
        ("S", 3, "B", "name", "", "this must be filled in"),
    ]
    assert done.unread == ("其他",)
    assert done.unfilled == ()


def test_same_record_twice_in_a_file_is_refused_unless_repeats_are_wanted() -> None:
    done = prepared(SITE, HEAD, ["A1", "甲"], ["A1", "乙"])
    assert [str(f.reason) for f in done.rows[1].flaws] == ["the same record as in row 2"]
    rows: list[list[Cell]] = [["77427", "92", "20170706", "routine"]] * 2
    twice = example("inspection", ["business_id", "score", "date", "type"], *rows)
    assert [row.occurrence for row in twice.rows] == [1, 2]
    assert not twice.rows[1].flaws


def test_missing_column_is_named_with_those_there_are() -> None:
    with pytest.raises(UnreadableInput, match="no column called 面积, 客户"):
        prepared(SITE, ["编号", "名称"], ["A1", "甲"])


def test_field_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnreadableInput, match="site has no field called colour"):
        prepared(Mapping("site", {"colour": Source("a")}), ["a"], ["x"])


def test_constant_that_its_field_cannot_hold_is_named() -> None:
    with pytest.raises(UnreadableInput, match="sets service_type to flying"):
        prepared(Mapping("site", {"code": Source("a"), "service_type": Source(constant="flying")}), ["a"], ["x"])


def test_correction_date_closes_the_finding() -> None:
    values, done = finding("Unclean floors  [ date violation corrected: 8/29/2017 ]")
    assert (values["stage"], values["closed_on"]) == ("closed", date(2017, 8, 29))
    assert values["category"] == "Unclean floors"
    assert values["description"] == "Unclean floors  [ date violation corrected: 8/29/2017 ]"
    assert not done.rows[0].warnings


@pytest.mark.parametrize("kept", ["12:15:17 PM", "3/6/2017", "1/1/2999"])
def test_implausible_correction_leaves_it_open_with_the_text_kept(kept: str) -> None:
    values, done = finding(f"Unclean floors  [ date violation corrected: {kept} ]")
    assert (values["stage"], values.get("closed_on"), values["remarks"]) == ("found", None, kept)
    assert [warning.value for warning in done.rows[0].warnings] == [kept]
    assert not done.rows[0].flaws


def test_finding_without_bracket_is_open_without_a_warning() -> None:
    values, done = finding("Improper food storage ")
    assert (values["stage"], values["category"]) == ("found", "Improper food storage")
    assert not done.rows[0].warnings


def test_value_table_refuses_what_it_does_not_list() -> None:
    done = example("inspection", ["business_id", "score", "date", "type"], ["1", "", "20170706", "odd"])
    assert [str(f.reason) for f in done.rows[0].flaws] == ["the mapping has no value for this"]
    assert done.rows[0].values["stated_score"] is None


def library(kind: str, by: tuple[str, ...], keys: frozenset[Key]) -> Map[Key, Sequence[int]]:
    tables: dict[tuple[str, tuple[str, ...]], dict[Key, list[int]]] = {
        ("client", ("code",)): {("C1",): [7]},
        ("client", ("name",)): {("某医院",): [8], ("两家",): [8, 9]},
        ("site", ("code",)): {("45",): [45]},
        ("inspection", ("site_id", "inspected_on")): {(45, date(2017, 3, 7)): [1], (45, date(2017, 3, 8)): [2, 3]},
    }
    return tables.get((kind, by), {key: [5] for key in keys})


def test_look_ups_compare_code_then_name_and_refuse_two_of_a_name() -> None:
    done = prepared(SITE, HEAD, ["1", "a", None, "C1"], ["2", "b", None, "某医院"], ["3", "c", None, "两家"],
                    ["4", "d", None, "无"], ["5", "e", None, None])
    resolve(done, library)
    assert [row.values["client_id"] for row in done.rows] == [7, 8, None, None, None]
    assert [[str(f.reason) for f in row.flaws] for row in done.rows] == [
        [], [], ["2 records fit; write the code instead of the name"], ["no such record in the library"], []]
    assert done.rows[2].flaws[0].column == "D"


def test_look_ups_compare_the_name_as_it_stands_before_the_name_drawn_together() -> None:
    done = prepared(SITE, HEAD, ["1", "a", None, "东区 食堂"], ["2", "b", None, "西 区"],
                    ["3", "c", None, "\uff23\uff11"])
    stored = {("东区 食堂",): [1], ("东区食堂",): [2], ("西区",): [3], ("C1",): [4]}
    resolve(done, lambda kind, by, keys: {key: stored[key] for key in keys if key in stored})
    assert [row.values["client_id"] for row in done.rows] == [1, 3, 4]


@pytest.mark.parametrize(("day", "found", "warnings"), [
    ("20170307", 1, []), ("20170308", None, ["2 records fit; left empty"]),
    ("20170309", None, ["no record fits; left empty"]),
])
def test_inspection_is_found_by_the_site_just_found_and_the_date(day: str, found: int, warnings: list[str]) -> None:
    _, done = finding("x", day)
    resolve(done, library)
    assert done.rows[0].values["inspection_id"] == found
    assert [str(warning.reason) for warning in done.rows[0].warnings] == warnings
    assert done.rows[0].identity[0] == 45


def test_unknown_site_is_told_once_not_twice() -> None:
    done = example("problem", ["business_id", "date", "description"], ["46", "20170307", "x"])
    resolve(done, library)
    assert [f.field for f in done.rows[0].flaws] == ["site_id"]


def test_records_to_create_carry_plain_values() -> None:
    outsider, client = new_records(load((EXAMPLES / "site.json").read_text("utf-8")), record_type)
    assert (outsider.kind, outsider.identity) == ("outsider", {"name": "SF DPH inspector"})
    assert client.identity == {"code": "SF-DPH"}
    assert client.values["owner_id"] is None
    assert client.pending[0].key == ("SF DPH inspector",)
    checklist = new_records(load((EXAMPLES / "inspection.json").read_text("utf-8")), record_type)[1]
    assert checklist.values["pass_mark"] == 800
