from datetime import date, timedelta

import pytest

from laborqa_desktop.models.problem import Problem
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.figures import Ratio, Scope, month_of
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.quality_figures import problem_figures
from laborqa_desktop.usecases.today import Today
from laborqa_desktop.usecases.today_page import Group, due_words
from tests.factory import ACT, DAY, Factory


def group(store: Store, key: str) -> Group | None:
    return next((one for one in Today(store).page().groups if one.key == key), None)


def test_an_empty_library_has_an_empty_page(store: Store) -> None:
    page = Today(store).page()
    assert (page.groups, page.samples, page.causes, page.todo) == ((), (), (), 0)
    assert [figure.figure.per_cent for figure in page.figures] == [None] * 5


def test_problems_stand_by_their_lateness(make: Factory, store: Store) -> None:
    late = make.problem(found_on=date(2026, 11, 1), due_on=date(2026, 11, 20))
    make.problem(found_on=date(2026, 11, 1), due_on=date(2026, 11, 20), stage="closed", closed_on=DAY)
    soon = make.problem(found_on=date(2026, 11, 20), due_on=date(2026, 11, 24))
    make.problem(found_on=date(2026, 11, 20), due_on=date(2026, 12, 20))
    overdue, due = group(store, "problems_overdue"), group(store, "problems_due")
    assert overdue is not None
    assert due is not None
    assert [(line.id, line.days, str(line.due)) for line in overdue.lines] == [(late, 3, "3 days overdue")]
    assert [(line.id, line.days, str(line.due)) for line in due.lines] == [(soon, -1, "due tomorrow")]
    assert Today(store).page().todo == 1


def test_problems_older_than_a_year_are_one_line(make: Factory, store: Store) -> None:
    make.problem(found_on=date(2024, 5, 1))
    make.problem(found_on=date(2025, 3, 1))
    assert group(store, "problems_overdue") is None
    older = group(store, "problems_older")
    assert older is not None
    assert (older.total, len(older.lines), older.lines[0].id) == (2, 1, None)
    assert str(older.lines[0].title).endswith("the oldest since 2024-05-01")


def test_sites_nobody_visited_in_their_cycle(make: Factory, store: Store) -> None:
    fresh, stale, weekly = (make.site(name=name) for name in ("新", "久", "周"))
    never = make.site(name="从未", opened_on=date(2026, 9, 1))
    make.site(name="今天录入")
    make.site(name="已撤", closed_on=date(2026, 6, 1))
    make.site(name="未归属", client_id=None)
    make.inspection(site_id=fresh, day=date(2026, 11, 1))
    make.inspection(site_id=stale, day=date(2026, 10, 20))
    make.inspection(site_id=weekly, day=date(2026, 11, 15))
    with store.write(ACT) as work:
        from laborqa_desktop.models.client import Site
        work.session.get_one(Site, weekly).visit_cycle_days = 7
    found = group(store, "sites")
    assert found is not None
    assert [(line.id, line.days) for line in found.lines] == [(never, 53), (stale, 4), (weekly, 1)]


def test_certificates_contracts_plans_drafts_and_training(make: Factory, store: Store) -> None:
    post, course = make.post(), make.course(name="消防演练")
    make.standard(post, (course,))
    person = make.staff(name="王芳", post_id=post)
    make.certificate(person, valid_to=date(2026, 11, 20))
    make.contract(code="HT-1", ends_on=date(2026, 12, 31))
    make.contract(code="HT-2", ends_on=date(2027, 12, 31))
    make.plan(status="client_confirm")
    make.session(course)
    Inspections(store).start(make.site(), make.checklist(), person, DAY)
    page = {one.key: one for one in Today(store).page().groups}
    assert [(line.key, line.tone, line.days) for line in page["certificates"].lines] == [("certificate", "error", 3)]
    assert [(line.title, str(line.due)) for line in page["contracts"].lines] == [("HT-1", "ends in 38 days")]
    assert [str(line.due) for line in page["plans"].lines] == ["with the client"]
    assert [(line.place, line.title) for line in page["training"].lines] == [("王芳", "消防演练")]
    assert [(line.key, str(line.due)) for line in page["sessions"].lines] == [("training_session", "1 day overdue")]
    assert [line.key for line in page["drafts"].lines] == ["inspection"]


def test_key_figures_compare_with_last_month_and_equal_the_reports(make: Factory, store: Store) -> None:
    make.inspection("1111", day=date(2026, 10, 5))
    make.inspection("4444", day=date(2026, 10, 6))
    make.inspection("1111")
    figures = {one.key: one for one in Today(store).page().figures}
    rate = figures["pass_rate"]
    assert (rate.figure, rate.previous, rate.better, len(rate.trend)) == (Ratio(1, 1), Ratio(1, 2), True, 12)
    opened = figures["open_problems"]
    assert (opened.figure.num, opened.previous and opened.previous.num, opened.better) == (4, 4, None)
    with store.read() as session:
        same = problem_figures(session, Scope(), month_of(date(2026, 10, 1)), DAY).on_time
    assert figures["on_time_closure_rate"].trend[-2] == same == Ratio(0, 4)


@pytest.mark.parametrize(("days", "said"), [(2, "2 days overdue"), (1, "1 day overdue"), (0, "due today"),
                                             (-1, "due tomorrow"), (-9, "due in 9 days")])
def test_due_dates_in_words(days: int, said: str) -> None:
    assert str(due_words(days)) == said


def test_of_forty_thousand_problems_the_page_lists_fifty(make: Factory, store: Store) -> None:
    site, unit, person = make.site(), make.unit(), make.staff()
    with store.write(ACT) as work:
        work.add_all_fast(Problem, [
            {"code": f"N{no}", "source": "inspection", "found_on": date(2023, 1, 1) + timedelta(days=no % 1400),
             "site_id": site, "description": "x", "department_id": unit, "owner_id": person, "stage": "found",
             "due_on": date(2023, 1, 8) + timedelta(days=no % 1400), "category": f"c{no % 68}"}
            for no in range(39_006)])
    page = Today(store).page()
    assert len(next(one for one in page.groups if one.key == "problems_overdue").lines) == 50
