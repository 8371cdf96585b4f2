from datetime import date

import pytest
from sqlalchemy.orm import selectinload

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.inspection import Checklist
from laborqa_desktop.models.plan import Plan, PlanItem
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.checklists import Checklists
from laborqa_desktop.usecases.plans import Plans
from tests.factory import ACT, DAY, Factory


@pytest.fixture
def plans(store: Store) -> Plans:
    return Plans(store, "王芳")


def status(store: Store, one: int) -> str:
    with store.read() as session:
        return session.get_one(Plan, one).status


def to_force(plans: Plans, one: int) -> None:
    for step in ("internal_review", "client_confirm"):
        plans.move(one, step)
    plans.move(one, "active", confirmed_by="客户王经理", confirmed_on=DAY)


def test_an_empty_plan_does_not_go_to_the_client(make: Factory, plans: Plans) -> None:
    one = make.plan(full=False)
    plans.move(one, "internal_review")
    (send, back) = plans.steps(one)
    assert [str(text) for text in send.unmet] == ["The plan has no service item.", "The plan has no staffing."]
    assert back.is_open
    with pytest.raises(Refused, match=r"no service item.*no staffing"):
        plans.move(one, "client_confirm")


def test_a_plan_is_not_in_force_before_the_client_agreed(make: Factory, plans: Plans, store: Store) -> None:
    one = make.plan()
    with pytest.raises(Refused, match="does not follow"):
        plans.move(one, "active")
    plans.move(one, "internal_review")
    plans.move(one, "client_confirm")
    with pytest.raises(Refused, match=r"not named.*confirmation is missing"):
        plans.move(one, "active")
    plans.move(one, "active", confirmed_by="王经理", confirmed_on=DAY)
    with store.read() as session:
        plan = session.get_one(Plan, one)
        assert (plan.status, plan.confirmed_by, plan.effective_from) == ("active", "王经理", DAY)


def test_a_new_edition_in_force_supersedes_the_former_one(make: Factory, plans: Plans, store: Store) -> None:
    one = make.plan()
    to_force(plans, one)
    two, _ = plans.new_edition(one, "客户增加消毒频次")
    with pytest.raises(Refused, match="Edition 2 is still in the making"):
        plans.new_edition(one, "再改")
    assert status(store, one) == "active"
    to_force(plans, two)
    assert (status(store, one), status(store, two)) == ("superseded", "active")
    assert [(line.edition, line.change_reason) for line in plans.editions(one)] == [(2, "客户增加消毒频次"), (1, "")]


def test_the_edition_of_a_past_day_is_found(make: Factory, plans: Plans) -> None:
    site = make.site()
    one = make.plan(site_id=site, status="superseded", effective_from=date(2026, 1, 1))
    two = make.plan(site_id=site, status="active", effective_from=date(2026, 6, 1), edition=2)
    assert [plans.in_force(site, day) for day in (date(2025, 12, 31), date(2026, 5, 31), DAY)] == [None, one, two]


def test_the_difference_names_rows_added_removed_and_changed(make: Factory, plans: Plans, store: Store) -> None:
    one = make.plan()
    to_force(plans, one)
    two, _ = plans.new_edition(one, "调整")
    with store.write(ACT) as work:
        plan = work.session.get_one(Plan, two, options=[selectinload(Plan.items), selectinload(Plan.staffing)])
        plan.equipment = "洗地机"
        plan.items[1].frequency = "per_shift"
        del plan.items[0]
        plan.items.append(PlanItem(position=5, area="外围", item="清扫落叶", frequency="daily"))
        plan.staffing[0].headcount = 3
    found = plans.difference(one, two)
    assert [(one.key, one.old, one.new) for one in found.fields] == [("equipment", "", "洗地机")]
    tables = {table.key: table for table in found.tables}
    assert [row.change for row in tables["items"].rows] == ["removed", "changed", "added"]
    (frequency,) = tables["items"].rows[1].fields
    assert (str(frequency.label), str(frequency.old), str(frequency.new)) == ("Frequency", "Twice daily", "Per shift")
    assert tables["staffing"].rows[0].values[0][1] == "保洁员"       # a post by its name, not by its id
    assert tables["needs"].count("same") == 1
    assert plans.difference(one, one).is_empty


def test_a_reworded_row_is_one_change_not_two(make: Factory, store: Store) -> None:
    lists = Checklists(store)
    one = make.checklist(2, item={"requirement": "无灰尘"})
    two, _ = lists.new_edition(one, "措辞")
    with store.write(ACT) as work:
        items = work.session.get_one(Checklist, two, options=[selectinload(Checklist.items)]).items
        items[0].text = "第1项（含墙角）"
    (table,) = lists.difference(one, two).tables
    assert [row.change for row in table.rows] == ["changed", "same"]


def test_a_checklist_without_items_is_not_put_in_force(make: Factory, store: Store) -> None:
    lists = Checklists(store)
    one = make.checklist(0, status="draft")
    assert not lists.steps(one)[0].is_open
    with pytest.raises(Refused, match="no items"):
        lists.activate(one)


def test_activating_an_edition_retires_the_one_before(make: Factory, store: Store) -> None:
    lists = Checklists(store)
    one = make.checklist(3)
    two, _ = lists.new_edition(one, "新标准")
    with pytest.raises(Refused, match="draft of this checklist"):
        lists.new_edition(one, "又一版")
    lists.activate(two)
    with store.read() as session:
        old, new = (session.get_one(Checklist, which, options=[selectinload(Checklist.items)]) for which in (one, two))
        assert (old.status, new.status, new.edition, len(new.items)) == ("retired", "active", 2, 3)
        assert new.effective_from == DAY
    assert lists.steps(one) == ()
