"""Mappings come back from their JSON as they went, and refuse what they do not understand."""

import json
from pathlib import Path

import pytest

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.guess import guess, known_headings
from laborqa_desktop.exchange.mapping import LookUp, Mapping, Source, dump, load
from laborqa_desktop.records import record_type

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples" / "sf-inspections"


def zh(context: str, source: str) -> str:
    return {"Hired on": "入职日期", "Full name": "姓名", "Gender": "性别"}.get(source, source)


@pytest.mark.parametrize("name", ["site", "inspection", "problem"])
def test_example_mappings_survive_the_round_trip(name: str) -> None:
    mapping = load((EXAMPLES / f"{name}.json").read_text("utf-8"))
    assert mapping.kind == name
    assert load(dump(mapping)) == mapping


@pytest.mark.parametrize(("change", "sentence"), [
    ({"colour": "red"}, "mapping.colour: this key is not known"),
    ({"fields": {"name": {"colum": "x"}}}, "mapping.fields.name.colum: this key is not known"),
    ({"fields": {"name": {"column": 3}}}, "mapping.fields.name.column: a value of another type"),
    ({"fields": {"name": {"column": "x", "unlisted": "guess"}}}, "keep, reject, empty"),
    ({"fields": {"name": {"column": "x", "pattern": "("}}}, "fields.name: the pattern cannot be read"),
    ({"fields": {"name": {"column": "x", "dates": ["%Y%m%d"]}}}, "%Y%m%d is no date format"),
    ({"fields": {"a": {"look_up": {"kind": "site"}}}}, "by is missing"),
    ({"rules": [{"when": [{"of": "nothing", "is": "filled"}]}]}, "called nothing"),
    ({"version": 2}, "another version"),
    ({"identity": "code"}, "a list is expected"),
])
def test_what_is_not_understood_is_named(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        load(json.dumps({"kind": "site", "fields": {}} | change))
    assert sentence in str(caught.value)


def test_broken_json_names_its_line() -> None:
    with pytest.raises(UnreadableInput, match="line 2"):
        load('{"kind": "site",\n oops}')


def test_headings_are_guessed_in_both_languages_and_by_synonyms() -> None:
    headings = ("姓 名", "员工编号", "身份证号\uff08必填\uff09", "性别", "入职日期", "项目点", "Mobile", "籍贯2")
    mapping = guess(record_type("staff"), headings, record_type, (zh,))
    assert mapping == Mapping("staff", {
        "name": Source("姓 名"), "code": Source("员工编号"), "id_no": Source("身份证号\uff08必填\uff09"),
        "gender": Source("性别"),
        "hired_on": Source("入职日期"), "phone": Source("Mobile"),
        "site_id": Source("项目点", look_up=LookUp("site", ("code", "name"))),
    })


def test_a_heading_is_used_once() -> None:
    mapping = guess(record_type("site"), ("Name", "Code"), record_type)
    assert mapping.fields["name"].column == "Name"
    assert mapping.fields["code"].column == "Code"
    assert len(mapping.fields) == 2


def test_known_headings_hold_labels_and_synonyms() -> None:
    assert {"fullname", "姓名", "工号", "身份证号"} <= known_headings(record_type("staff"), (zh,))
