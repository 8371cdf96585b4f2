from datetime import date, timedelta

import pytest

from laborqa_desktop.models.inspection import Inspection, InspectionItem
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import quality_figures as q
from laborqa_desktop.usecases.figures import Period, Ratio, Scope, month_back, month_of, months_ending
from laborqa_desktop.usecases.inspections import Inspections
from tests.factory import ACT, DAY, Factory

NOVEMBER = month_of(DAY)
ALL = Scope()


def figures(store: Store, scope: Scope = ALL, period: Period = NOVEMBER) -> q.InspectionFigures:
    with store.read() as session:
        return q.inspection_figures(session, scope, period)


def problems(store: Store, scope: Scope = ALL, period: Period = NOVEMBER, today: date = DAY) -> q.ProblemFigures:
    with store.read() as session:
        return q.problem_figures(session, scope, period, today)


def test_months_cross_the_year() -> None:
    assert month_back(date(2026, 1, 31), 2) == Period(date(2025, 11, 1), date(2025, 11, 30))
    assert month_back(date(2024, 2, 29), 0).last == date(2024, 2, 29)
    assert [one.first.month for one in months_ending(date(2026, 2, 3), 4)] == [11, 12, 1, 2]


def test_an_empty_month_has_no_rate(store: Store) -> None:
    found = figures(store)
    assert (found.total, found.passed.per_cent, found.score.value) == (0, None, None)
    assert problems(store).closure.per_cent is None


def test_a_small_sample_is_said() -> None:
    assert Ratio(4, 4).is_small(5)
    assert not Ratio(4, 5).is_small(5)


def test_rates_worked_out_by_hand(make: Factory, store: Store) -> None:
    make.inspection("1111")                  # 100 %: passes
    make.inspection("x111")                  # 75 %: fails at 85
    make.inspection("1110")                  # 3 of 3, N/A left out: passes
    easy = make.checklist(4, pass_mark=600)
    make.inspection("221x", checklist_id=easy)      # (85 + 85 + 100 + 0) / 4 = 67.5: passes, corrected on the spot
    found = figures(store)
    assert (found.total, found.passed, found.first_pass) == (4, Ratio(3, 4), Ratio(2, 4))
    assert found.items == Ratio(4 + 3 + 3 + 3, 4 + 4 + 3 + 4)
    assert found.score == Ratio(100_000 + 75_000 + 100_000 + 67_500, 4000)


def test_drafts_void_rechecks_and_other_months_do_not_count(make: Factory, store: Store) -> None:
    make.inspection("1111")
    make.inspection("4444", day=date(2026, 10, 31))
    acts = Inspections(store)
    acts.start(make.site(), make.checklist(), make.staff(), DAY)
    with store.read() as session:
        first = session.query(Inspection.id).order_by(Inspection.id).first()
    assert first is not None
    again, _ = acts.recheck(first[0], DAY)
    acts.submit(again, {no: make.entry("4") for no in range(4)})
    wrong = make.inspection("4444")
    with store.read() as session:
        gone = session.query(Inspection.id).filter(Inspection.code == wrong.code).scalar()
    acts.void(gone, "录错")
    found = figures(store)
    assert (found.total, found.rechecks, found.passed, found.items) == (1, 1, Ratio(1, 1), Ratio(4, 4))


def test_a_stated_score_counts_in_scores_and_not_in_items(make: Factory, store: Store) -> None:
    make.imported(905)
    make.imported(700)
    make.imported(None)
    make.imported(1000, pass_mark=None, result="not_rated")
    found = figures(store)
    assert (found.total, found.passed) == (4, Ratio(1, 2))
    assert found.score == Ratio(90_500 + 70_000 + 100_000, 3000)
    assert (found.items, found.stated) == (Ratio(0, 0), 3)


def test_a_client_has_all_its_sites_and_nobody_elses(make: Factory, store: Store) -> None:
    ours, theirs = make.client(), make.client()
    one, two, other = (make.site(client_id=which) for which in (ours, ours, theirs))
    make.inspection("1111", site_id=one)
    make.imported(900, site_id=two)          # came without a client: its site's client counts
    make.inspection("1111", site_id=other)
    assert figures(store, Scope(client_id=ours)).total == 2
    assert figures(store, Scope(site_id=one)).total == 1


def test_groups_by_type_section_and_item(make: Factory, store: Store) -> None:
    make.inspection("1142")
    make.inspection("1101", type="spot")
    with store.read() as session:
        types = {one.key: one.figures.total for one in q.inspections_by(session, ALL, NOVEMBER, Inspection.type)}
        sections = {one.name: (one.passed, one.points)
                    for one in q.items_by(session, ALL, NOVEMBER, InspectionItem.section)}
        items = {one.name: one.passed for one in q.items_by(session, ALL, NOVEMBER, InspectionItem.text)}
    assert types == {"daily": 1, "spot": 1}
    assert sections["大堂"] == (Ratio(4, 4), Ratio(40000, 40000))
    assert sections["卫生间"] == (Ratio(2, 3), Ratio(18500, 30000))
    assert items["第3项"] == Ratio(0, 1)


def test_the_trend_has_twelve_months_also_without_data(make: Factory, store: Store) -> None:
    make.inspection("1111", day=date(2025, 12, 5))
    make.inspection("4444", day=date(2025, 11, 30))
    make.inspection("4444")
    with store.read() as session:
        months = q.trend(session, ALL, DAY)
    assert len(months) == 12
    assert [one.passed for _, one in months if one.total] == [Ratio(1, 1), Ratio(0, 1)]
    assert months[-1][0] == NOVEMBER


def test_weeks_of_the_p_chart_begin_on_monday(make: Factory, store: Store) -> None:
    for day, answers in ((2, "1111"), (8, "4444"), (9, "4444"), (10, "1111")):
        make.inspection(answers, day=date(2026, 11, day))
    make.imported(None, day=date(2026, 11, 20))      # not rated: no unit
    with store.read() as session:
        weeks = q.samples(session, ALL, NOVEMBER, "week")
        months = q.samples(session, ALL, NOVEMBER, "month")
    assert [(one.key, one.bad, one.n) for one in weeks] == [("2026-11-02", 1, 2), ("2026-11-09", 1, 2)]
    assert [(one.label, one.bad, one.n) for one in months] == [("2026-11", 2, 4)]


def test_closure_follows_the_cohort_and_on_time_the_first_due_date(make: Factory, store: Store) -> None:
    due = date(2026, 11, 10)
    found = date(2026, 11, 3)
    make.problem(found_on=found, due_on=due, stage="closed", closed_on=due)
    make.problem(found_on=found, due_on=date(2026, 11, 20), original_due_on=due, stage="closed",
                 closed_on=date(2026, 11, 15))
    make.problem(found_on=found, due_on=due)                                            # open, overdue
    make.problem(found_on=found, due_on=due, stage="void")
    make.problem(found_on=DAY, due_on=date(2026, 11, 30))                               # not due yet
    make.problem(found_on=date(2026, 10, 28), due_on=date(2026, 11, 4), stage="closed", closed_on=date(2026, 11, 4))
    result = problems(store)
    assert (result.raised, result.closure) == (4, Ratio(2, 4))
    assert result.on_time == Ratio(2, 4)
    assert result.on_time_extended == Ratio(3, 4)
    assert (result.still_open, result.overdue, result.extended) == (2, 1, 1)


def test_categories_come_most_first_and_equal_ones_by_name(make: Factory, store: Store) -> None:
    for category in ("玻璃", "地面", "地面", "墙面", ""):
        make.problem(category=category)
    with store.read() as session:
        found = q.problems_by(session, ALL, NOVEMBER, Problem.category)
    assert found[0] == ("地面", 2)
    assert sorted(found[1:]) == [("", 1), ("墙面", 1), ("玻璃", 1)]


@pytest.mark.parametrize(("earlier", "times"), [(30, 2), (91, None)])
def test_a_repeat_is_the_same_kind_on_another_day_within_ninety_days(
        make: Factory, store: Store, earlier: int, times: int | None) -> None:
    first = NOVEMBER.first
    make.problem(found_on=first - timedelta(days=earlier))
    make.problem(found_on=first)
    make.problem(found_on=first)
    with store.read() as session:
        found = q.repeats(session, ALL, NOVEMBER)
    assert [one.times for one in found] == ([times] if times else [])


def test_a_month_of_the_real_size_is_counted_in_time(make: Factory, store: Store) -> None:
    client = make.client()
    sites = [make.site(client_id=client) for _ in range(3)]
    checklist, person, unit = make.checklist(1), make.staff(), make.unit()
    with store.write(ACT) as work:
        work.add_all_fast(Inspection, [
            {"code": f"I{no}", "site_id": sites[no % 3], "checklist_id": checklist, "inspector_id": person,
             "type": "daily", "inspected_on": date(2026, 11, no % 30 + 1), "state": "submitted",
             "stated_score": 700 + no % 300, "pass_mark": 800,
             "result": "pass" if no % 300 >= 100 else "fail"} for no in range(668)])
        work.add_all_fast(Problem, [
            {"code": f"N{no}", "source": "inspection", "found_on": date(2026, 11, no % 30 + 1),
             "site_id": sites[no % 3], "description": "x", "department_id": unit, "owner_id": person,
             "category": f"c{no % 68}"} for no in range(1532)])
    statements: list[object] = []
    from sqlalchemy import event
    event.listen(store._engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    scope = Scope(client_id=client)
    assert figures(store, scope).total == 668
    assert problems(store, scope).raised == 1532
    with store.read() as session:
        assert len(q.problems_by(session, scope, NOVEMBER, Problem.category)) == 68
        assert len(q.repeats(session, scope, NOVEMBER)) == 204
        q.trend(session, scope, DAY)
    assert len(statements) < 12      # aggregates, never one statement a row
