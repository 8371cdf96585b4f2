from datetime import date
from typing import Any

import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.checks import check_contract
from laborqa_desktop.records import TYPES
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import forms, rules
from laborqa_desktop.usecases.records import Invalid, Query, Records
from tests.factory import DAY, Factory


@pytest.fixture
def acts(store: Store) -> Records:
    return Records(store, "王芳")


@pytest.mark.parametrize("key", TYPES)
def test_proposals_are_values_their_fields_take(key: str) -> None:
    given = rules.defaults(key, DAY)
    fields = {f.key: f for f in TYPES[key].fields}
    assert set(given) <= set(fields)
    named = [fields[name] for name in given if not fields[name].read_only]
    assert list(forms.check_values(named, given)) == []


@pytest.mark.parametrize(("codes", "following"), [
    ([], "S001"), (["S001"], "S002"), (["S999"], "S1000"), (["A-09"], "A-10"), (["总部"], None),
    (["S002", "S001"], "S003"), (["2026-8"], "2026-9")])
def test_the_code_after_the_newest_is_proposed(make: Factory, acts: Records, codes: list[str],
                                               following: str | None) -> None:
    for code in codes:
        make.site(code=code, client_id=None)
    assert acts.blank("site").values["code"] == following


def test_no_code_is_proposed_where_numbers_are_the_program_s_or_nobody_s(acts: Records) -> None:
    for key in ("problem", "plan", "inspection", "training_session", "report", "contract", "outsider"):
        assert acts.blank(key).values["code"] is None


def test_a_problem_s_client_and_dates_follow(make: Factory, acts: Records) -> None:
    client = make.client()
    site = make.site(client_id=client)
    base = {**acts.load("problem", make.problem(site_id=site)).values, "code": None, "severity": "critical",
            "due_on": None, "original_due_on": None, "found_on": DAY}
    saved = acts.save("problem", None, base)
    values = acts.load("problem", saved.id).values
    assert values["due_on"] == values["original_due_on"] >= DAY
    later = acts.save("problem", saved.id, {**values, "due_on": date(2027, 1, 1)}, saved.row_version)
    assert acts.load("problem", saved.id).values["original_due_on"] == values["due_on"]
    assert later.row_version == saved.row_version + 1
    assert saved.id in acts.ids("problem", Query(search="蓝海"))


def test_a_training_record_is_valid_for_the_course_s_cycle(make: Factory, acts: Records) -> None:
    person = make.staff()
    for cycle, until in ((12, date(2027, 1, 31)), (1, date(2026, 2, 28)), (None, None)):
        values = {**acts.blank("training_record").values, "person_id": person, "hours_x10": 20,
                  "course_id": make.course(cycle_months=cycle), "completed_on": date(2026, 1, 31)}
        one = acts.save("training_record", None, values).id
        assert acts.load("training_record", one).values["valid_until"] == until


def test_editions_are_counted_by_site_and_by_code(make: Factory, acts: Records) -> None:
    one, other = make.site(), make.site()
    made = [acts.save("plan", None, {**acts.blank("plan").values, "title": "方案", "site_id": site}).id
            for site in (one, one, other)]
    assert [acts.load("plan", each).values["edition"] for each in made] == [1, 2, 1]
    lists = [acts.save("checklist", None, {**acts.blank("checklist").values, "name": "表", "code": code}).id
             for code in ("K1", "K1", "K2")]
    assert [acts.load("checklist", each).values["edition"] for each in lists] == [1, 2, 1]


def test_a_job_standard_s_edition_is_told_to_be_taken(make: Factory, acts: Records) -> None:
    post = make.post()
    values = {**acts.blank("job_standard").values, "post_id": post}
    acts.save("job_standard", None, values)
    with pytest.raises(Invalid, match="edition 1 already"):
        acts.save("job_standard", None, values)
    assert acts.save("job_standard", None, {**values, "edition": 2}).id


def test_an_inspection_copies_its_checklist_until_it_is_submitted(make: Factory, acts: Records) -> None:
    first, second = make.checklist(2, pass_mark=800), make.checklist(3, pass_mark=900)
    base: dict[str, Any] = {**acts.blank("inspection").values, "site_id": make.site(), "inspector_id": make.staff(),
                            "type": "daily", "checklist_id": first}
    saved = acts.save("inspection", None, base)
    loaded = acts.load("inspection", saved.id)
    assert (len(loaded.values["items"]), loaded.values["pass_mark"], loaded.values["code"]) == (2, 800, None)
    acts.save("inspection", saved.id, {**loaded.values, "checklist_id": second}, loaded.row_version)
    changed = acts.load("inspection", saved.id)
    assert (len(changed.values["items"]), changed.values["pass_mark"]) == (3, 900)
    same = acts.save("inspection", saved.id, {**changed.values, "minutes": 30}, changed.row_version)
    assert [row["id"] for row in acts.load("inspection", same.id).values["items"]] == [
        row["id"] for row in changed.values["items"]]


@pytest.mark.parametrize(("items", "status", "why"), [
    (2, "draft", "not in force"), (2, "retired", "not in force"), (0, "active", "no items")])
def test_no_way_leads_into_an_inspection_with_an_unfit_checklist(make: Factory, acts: Records, items: int, status: str,
                                                                 why: str) -> None:
    unfit, fit = make.checklist(items, status=status), make.checklist(2)
    base: dict[str, Any] = {**acts.blank("inspection").values, "site_id": make.site(), "inspector_id": make.staff(),
                            "type": "daily"}
    with pytest.raises(Refused, match=why):
        acts.save("inspection", None, {**base, "checklist_id": unfit})
    saved = acts.save("inspection", None, {**base, "checklist_id": fit})
    loaded = acts.load("inspection", saved.id)
    with pytest.raises(Refused, match=why):
        acts.save("inspection", saved.id, {**loaded.values, "checklist_id": unfit}, loaded.row_version)


def test_drafts_may_be_archived_and_edited(make: Factory, acts: Records) -> None:
    for key, one in (("plan", make.plan()), ("checklist", make.checklist(status="draft")), ("problem", make.problem())):
        loaded = acts.load(key, one)
        assert loaded.frozen is None
        acts.save(key, one, {**loaded.values, "remarks": "改"}, loaded.row_version)
        acts.archive(key, [one])
        assert acts.load(key, one).archived


def test_staff_and_outsiders_are_kept_apart(make: Factory, acts: Records) -> None:
    outsider = acts.save("outsider", None, {"name": "李四"}).id
    assert acts.ids("staff", Query()) == []
    assert acts.ids("outsider", Query()) == [outsider]
    assert [option.id for option in acts.options("person", "李四")] == [outsider]


def test_eighty_is_proposed_as_pass_mark_of_a_new_checklist_only(make: Factory, acts: Records) -> None:
    blank = acts.blank("checklist")
    assert blank.values["pass_mark"] == 800
    items = [{"text": "地面", "weight_x100": 100, "response_kind": "grade", "severity_if_fail": "minor"}]
    typed = {**blank.values, "name": "日检", "items": items}
    kept = acts.save("checklist", None, typed)
    assert acts.load("checklist", kept.id).values["pass_mark"] == 800
    taken_out = acts.save("checklist", None, {**typed, "code": "CL09", "pass_mark": None})
    assert acts.load("checklist", taken_out.id).values["pass_mark"] is None, "who takes it out wants no rating"
    assert "pass_mark" not in rules.defaults("checklist", DAY), "an import fills nothing in"
    assert acts.blank("course").values["pass_mark"] is None


@pytest.mark.parametrize(("target", "flaws"), [(None, []), (900, []), (1000, []), (1001, [1]), (9500, [1])])
def test_a_target_is_out_of_a_hundred(target: int | None, flaws: list[int]) -> None:
    """950 typed for 95.0 would never be met, and no report would say why."""
    kpis = [{"kpi": "pass_rate", "target": 950}, {"kpi": "mean_score", "target": target}]
    found = check_contract({"kpis": kpis}, DAY)
    assert [one.row for one in found] == flaws
    assert all(one.field == "kpis.target" and not one.warning for one in found)
