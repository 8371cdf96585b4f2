from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laborqa_desktop.models.person import Person
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import forms

LABEL = N_("Test", "Field")


def field(kind: Kind, **given: Any) -> Field:
    return Field("x", kind, LABEL, **given)


def flaws(one: Field, value: Any) -> list[str]:
    return [flaw.text.source for flaw in forms.check_values([one], {"x": value})]


@pytest.mark.parametrize(("one", "good", "bad"), [
    (field(Kind.TEXT, max_length=3), ["", None, "䶮㛃𬱖", " a "], ["abcd", 3, "a\0", "\ud800"]),
    (field(Kind.CODE, required=True), ["A1"], ["", "  ", None, 7]),
    (field(Kind.INT), [0, 7, None], [-1, "7", True, 1.5, 10**13]),
    (field(Kind.DECIMAL, scale=2), [0, 12345], [-1, "1.5"]),
    (field(Kind.MONEY), [0, 10**12], [10**12 + 1, 0.5]),
    (field(Kind.PERCENT), [0, 1000], [1001, -1]),
    (field(Kind.DATE), [None, date(1900, 1, 1), date(2200, 12, 31)],
     [date(1899, 12, 31), date(2201, 1, 1), "2026-01-01", datetime(2026, 1, 1, tzinfo=UTC)]),
    (field(Kind.CHOICE, labels={"a": LABEL}), [None, "", "a"], ["b", "A"]),
    (field(Kind.REF, target="site"), [None, 1], ["1", True, 10**13]),
    (field(Kind.BOOL, required=True), [True, False, None], []),
    (field(Kind.ROWS, required=True, rows=(field(Kind.TEXT, required=True),)), [[{"x": "a"}]],
     [[], None, [{"x": ""}]]),
])
def test_what_a_field_takes(one: Field, good: list[Any], bad: list[Any]) -> None:
    assert [value for value in good if flaws(one, value)] == []
    assert [value for value in bad if not flaws(one, value)] == []


def test_read_only_fields_are_nobody_s_mistake() -> None:
    assert flaws(field(Kind.TEXT, required=True, read_only=True), None) == []


def test_the_row_of_a_flaw_is_named() -> None:
    rows = field(Kind.ROWS, rows=(Field("name", Kind.TEXT, LABEL, required=True),))
    (flaw,) = forms.check_values([rows], {"x": [{"name": "甲"}, {"name": " "}]})
    assert (flaw.field, flaw.row) == ("x.name", 1)


@pytest.mark.parametrize(("kind", "typed", "kept"), [
    (Kind.TEXT, "  张\u3000 三 ", "张 三"), (Kind.TEXT, None, ""), (Kind.LONG_TEXT, " a \n\n b ", "a \n\n b"),
    (Kind.CODE, " A1 ", "A1"), (Kind.CODE, "  ", None), (Kind.CHOICE, "", None), (Kind.IMAGE, "", None),
    (Kind.BOOL, None, False), (Kind.INT, 0, 0)])
def test_values_are_stored_in_one_form(kind: Kind, typed: Any, kept: Any) -> None:
    assert forms.clean(field(kind), typed) == kept


def test_the_summary_counts_what_blocks_only() -> None:
    from laborqa_desktop.models.base import Flaw
    doubtful, wrong = Flaw("a", N_("Test", "doubtful"), warning=True), Flaw("b", N_("Test", "wrong"))
    error = forms.Invalid([doubtful, wrong])
    assert "1 field " in str(error)
    assert str(error).endswith("wrong")
    assert error.flaws == (doubtful, wrong)


def test_references_are_found_in_fields_and_in_rows() -> None:
    values = {"post_id": 3, "site_id": None, "moves": [{"site_id": 5}, {"post_id": 7}], "unit_id": "9"}
    found = [(key, row, one) for _, key, row, one in forms.references(TYPES["staff"], values)]
    assert found == [("post_id", None, 3), ("moves.site_id", 0, 5), ("moves.post_id", 1, 7)]


def test_fields_without_a_value_stay_as_they_are() -> None:
    person = Person(name="张伟", team="甲班", code="A1")
    forms.put(TYPES["staff"], person, {"team": "乙班"})
    assert (person.name, person.team, person.code) == ("张伟", "乙班", "A1")


def test_a_draft_forgets_what_the_type_no_longer_knows() -> None:
    stored = {"name": "甲", "colour": "red", "employment": [{"hired_on": "2026-01-02", "gone": 1, "id": 4}]}
    assert forms.from_json(TYPES["staff"], stored) == {
        "name": "甲", "employment": [{"hired_on": date(2026, 1, 2), "id": 4}]}


_PLAIN = {Kind.TEXT: st.text(), Kind.LONG_TEXT: st.text(), Kind.INT: st.integers(0, 10**9), Kind.BOOL: st.booleans(),
          Kind.DATE: st.dates(), Kind.REF: st.integers(1, 10**9)}
_FORM = st.fixed_dictionaries({one.key: st.none() | _PLAIN[one.kind] for one in TYPES["certificate"].fields
                               if one.kind in _PLAIN})


@settings(max_examples=50, deadline=None)
@given(_FORM)
def test_drafts_keep_any_form_and_checks_answer_to_any_form(values: dict[str, Any]) -> None:
    kind = TYPES["certificate"]
    assert forms.from_json(kind, forms.to_json(kind, values)) == values
    list(forms.check_values(kind.fields, values))


@pytest.mark.parametrize(("value", "words"), [(None, "—"), ("", "—"), (date(2026, 1, 2), "2026-01-02"), (7, "7")])
def test_a_name_of_whatever_column(value: Any, words: str) -> None:
    assert forms.shown(value) == words
