"""Figures of inspections and problems over a scope and a period, counted in SQL. Void and draft records never count.

Re-checks are left out of every figure of inspections: they would count a place twice (formulas.md C1).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Integer, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.charts.formulas import Sample
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.enums import InspectionResult, ProblemStage
from laborqa_desktop.models.inspection import COUNTING, FAILING, GRADE_PER_CENT, Inspection, InspectionItem
from laborqa_desktop.models.problem import OPEN, Problem
from laborqa_desktop.usecases import many
from laborqa_desktop.usecases.figures import NO_FIGURE, Period, Ratio, Scope, mean_score, months_ending

REPEAT_DAYS = 90
Step = Literal["week", "month"]


@dataclass(frozen=True)
class InspectionFigures:
    """Figures of formulas.md C1 over a set of inspections.

    Attributes:
        total: first inspections (re-checks left out); rechecks: those left out.
        passed: service pass rate, passed / rated; "not rated" leaves both.
        first_pass: passed without a correction on the spot / rated.
        items: items passed / items rated, N/A and imported scores left out.
        score: mean score in points, stated scores included.
        stated: how many of the scores were stated, not counted from items.
    """

    total: int = 0
    rechecks: int = 0
    passed: Ratio = NO_FIGURE
    first_pass: Ratio = NO_FIGURE
    items: Ratio = NO_FIGURE
    score: Ratio = NO_FIGURE
    stated: int = 0


@dataclass(frozen=True)
class ProblemFigures:
    """Figures of formulas.md C4.

    Attributes:
        closure: cohort of the problems found in the period: closed / raised.
        on_time: closed by the original due date / problems whose original due date falls in the period.
        on_time_extended: the same against the due date as extended.
        still_open, overdue: of the cohort, on the day asked.
        extended: problems of the cohort whose date was moved.
    """

    raised: int = 0
    closure: Ratio = NO_FIGURE
    on_time: Ratio = NO_FIGURE
    on_time_extended: Ratio = NO_FIGURE
    still_open: int = 0
    overdue: int = 0
    extended: int = 0


@dataclass(frozen=True)
class Grouped:
    """A figure of one group; key is the stored value (a type, a site's id, an area's name)."""

    key: Any
    figures: InspectionFigures


@dataclass(frozen=True)
class ItemGroup:
    """Items of one section or one text: passed / rated, and points earned / points."""

    name: str
    passed: Ratio
    points: Ratio


@dataclass(frozen=True)
class Repeat:
    """A kind of problem found on several days at one site within 90 days, seen from one of them."""

    problem_id: int
    code: str
    site_id: int
    name: str
    times: int
    last_on: date


def in_scope(model: type[Inspection] | type[Problem], scope: Scope) -> list[ColumnElement[bool]]:
    """Conditions that keep a client's or a site's records; a record without client goes by its site's client."""
    if scope.site_id is not None:
        return [model.site_id == scope.site_id]
    if scope.client_id is None:
        return []
    sites = select(Site.id).where(Site.client_id == scope.client_id)
    return [or_(model.client_id == scope.client_id, and_(model.client_id.is_(None), model.site_id.in_(sites)))]


def counted(scope: Scope, period: Period) -> list[ColumnElement[bool]]:
    """Conditions of the inspections that count: submitted or reviewed, in the period; re-checks are among them."""
    return [Inspection.archived.is_(False), Inspection.inspected_on.between(period.first, period.last),
            Inspection.state.in_(COUNTING), *in_scope(Inspection, scope)]


def counted_problems(scope: Scope, period: Period) -> list[ColumnElement[bool]]:
    """Conditions of the problems found in the period; void ones never count."""
    return [Problem.archived.is_(False), Problem.found_on.between(period.first, period.last),
            Problem.stage != ProblemStage.VOID.value, *in_scope(Problem, scope)]


_FIRST = Inspection.recheck_of_id.is_(None)
_RATED = and_(_FIRST, Inspection.result != InspectionResult.NOT_RATED.value)
_PASSED = and_(_FIRST, Inspection.result == InspectionResult.PASS.value)
_SCORE = case(
    (Inspection.recheck_of_id.is_not(None), None),
    (Inspection.stated_score.is_not(None), Inspection.stated_score * 100),
    (Inspection.maximum > 0, cast(func.round(Inspection.earned * 100000.0 / Inspection.maximum), Integer)))
"""A score in thousandths of a per cent; NULL when there is none."""


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_COLUMNS = (
    _count(_FIRST), func.count(), _count(_RATED), _count(_PASSED),
    _count(and_(_PASSED, Inspection.corrected_on_spot == 0)),
    func.coalesce(func.sum(case((_FIRST, Inspection.items_passed), else_=0)), 0),
    func.coalesce(func.sum(case((_FIRST, Inspection.items_rated), else_=0)), 0),
    func.coalesce(func.sum(_SCORE), 0), func.count(_SCORE),
    _count(and_(_FIRST, Inspection.stated_score.is_not(None))))


def _figures(row: tuple[int, ...]) -> InspectionFigures:
    first, every, rated, passed, clean, items_passed, items_rated, scores, scored, stated = row
    return InspectionFigures(first, every - first, Ratio(passed, rated), Ratio(clean, rated),
                             Ratio(items_passed, items_rated), mean_score(scores, scored), stated)


def inspection_figures(session: Session, scope: Scope, period: Period) -> InspectionFigures:
    """C1 over all inspections of the scope in the period."""
    return _figures(tuple(session.execute(select(*_COLUMNS).where(*counted(scope, period))).one()))


def inspections_by(session: Session, scope: Scope, period: Period, column: Any) -> list[Grouped]:
    """C1 by the values of a column of Inspection (type, site_id, area), in the order of the values."""
    rows = session.execute(select(column, *_COLUMNS).where(*counted(scope, period)).group_by(column).order_by(column))
    return [Grouped(row[0], _figures(tuple(row[1:]))) for row in rows]


def trend(session: Session, scope: Scope, day: date, months: int = 12) -> list[tuple[Period, InspectionFigures]]:
    """C1 for each of so many calendar months up to the one of the day; months without inspections are there, empty."""
    periods = months_ending(day, months)
    whole = Period(periods[0].first, periods[-1].last)
    month = func.substr(Inspection.inspected_on, 1, 7)
    found = {row[0]: _figures(tuple(row[1:])) for row in session.execute(
        select(month, *_COLUMNS).where(*counted(scope, whole)).group_by(month))}
    return [(one, found.get(f"{one.first:%Y-%m}", InspectionFigures())) for one in periods]


def samples(session: Session, scope: Scope, period: Period, step: Step) -> list[Sample]:
    """C7: points of the p chart of inspections that failed, oldest first; weeks begin on Monday and are named by it."""
    rows = session.execute(
        select(Inspection.inspected_on, _count(and_(_RATED, ~_PASSED)), _count(_RATED))
        .where(*counted(scope, period)).group_by(Inspection.inspected_on).order_by(Inspection.inspected_on))
    bad: dict[str, int] = {}
    n: dict[str, int] = {}
    for day, failed, rated in rows:
        if not rated:
            continue
        key = f"{day:%Y-%m}" if step == "month" else (day - timedelta(days=day.weekday())).isoformat()
        bad[key] = bad.get(key, 0) + failed
        n[key] = n.get(key, 0) + rated
    return [Sample(key if step == "month" else key[5:], bad[key], n[key], key) for key in n]


def items_by(session: Session, scope: Scope, period: Period, column: Any) -> list[ItemGroup]:
    """Item figures by InspectionItem.section or .text; N/A leaves both sums (C1)."""
    grade = case(GRADE_PER_CENT, value=InspectionItem.answer, else_=0)
    rows = session.execute(
        select(column, _count(InspectionItem.answer.not_in(FAILING)), func.count(),
               func.sum(InspectionItem.weight_x100 * grade), func.sum(InspectionItem.weight_x100 * 100))
        .join(Inspection, Inspection.id == InspectionItem.inspection_id)
        .where(*counted(scope, period), _FIRST, InspectionItem.answer.in_(list(GRADE_PER_CENT)))
        .group_by(column).order_by(column))
    return [ItemGroup(row[0], Ratio(row[1], row[2]), Ratio(row[3], row[4])) for row in rows]


def problem_figures(session: Session, scope: Scope, period: Period, today: date) -> ProblemFigures:
    """C4 for a period; of the due dates only those up to today count, so that nothing is late before its time."""
    is_open = Problem.stage.in_(OPEN)
    closed = Problem.stage == ProblemStage.CLOSED.value
    raised, done, still, overdue, extended = session.execute(select(
        func.count(), _count(closed), _count(is_open), _count(and_(is_open, Problem.due_on < today)),
        _count(Problem.due_on > Problem.original_due_on)).where(*counted_problems(scope, period))).one()
    first_due = func.coalesce(Problem.original_due_on, Problem.due_on)
    return ProblemFigures(raised, Ratio(done, raised), _on_time(session, scope, period, first_due, today),
                          _on_time(session, scope, period, Problem.due_on, today), still, overdue, extended)


def on_time_trend(session: Session, scope: Scope, day: date, months: int = 12) -> tuple[Ratio, ...]:
    """C4 on-time closure by calendar month of the original due date up to the day, oldest first."""
    periods = months_ending(day, months)
    due = func.coalesce(Problem.original_due_on, Problem.due_on)
    month = func.substr(due, 1, 7)
    closed = Problem.stage == ProblemStage.CLOSED.value
    found = {row[0]: Ratio(row[1], row[2]) for row in session.execute(
        select(month, _count(and_(closed, Problem.closed_on <= due)), func.count()).where(
            Problem.archived.is_(False), Problem.stage != ProblemStage.VOID.value,
            due.between(periods[0].first, day), *in_scope(Problem, scope)).group_by(month))}
    return tuple(found.get(f"{one.first:%Y-%m}", NO_FIGURE) for one in periods)


def closure_trend(session: Session, scope: Scope, day: date, months: int = 12) -> tuple[Ratio, ...]:
    """C4 closure rate by calendar month of finding up to the one of the day, oldest first."""
    periods = months_ending(day, months)
    month = func.substr(Problem.found_on, 1, 7)
    whole = Period(periods[0].first, periods[-1].last)
    found = {row[0]: Ratio(row[1], row[2]) for row in session.execute(
        select(month, _count(Problem.stage == ProblemStage.CLOSED.value), func.count())
        .where(*counted_problems(scope, whole)).group_by(month))}
    return tuple(found.get(f"{one.first:%Y-%m}", NO_FIGURE) for one in periods)


def _on_time(session: Session, scope: Scope, period: Period, due: Any, today: date) -> Ratio:
    last = min(period.last, today)
    closed = Problem.stage == ProblemStage.CLOSED.value
    row = session.execute(select(_count(and_(closed, Problem.closed_on <= due)), func.count()).where(
        Problem.archived.is_(False), Problem.stage != ProblemStage.VOID.value, due.between(period.first, last),
        *in_scope(Problem, scope))).one()
    return Ratio(row[0], row[1])


def problems_by(session: Session, scope: Scope, period: Period, column: Any) -> list[tuple[Any, int]]:
    """Problems found in the period by a column of Problem (category, area, severity), most first (C6)."""
    number = func.count()
    return [(row[0], row[1]) for row in session.execute(
        select(column, number).where(*counted_problems(scope, period)).group_by(column)
        .order_by(number.desc(), column))]


def repeats(session: Session, scope: Scope, period: Period) -> list[Repeat]:
    """Kinds of problem (item or category at one site) found in the period and on another day of the 90 days before.

    The most frequent first; each is told by its newest problem.
    """
    kind = case((Problem.item_text != "", Problem.item_text), else_=Problem.category)
    wide = Period(period.first - timedelta(days=REPEAT_DAYS), period.last)
    days = func.count(Problem.found_on.distinct())
    newest = func.max(Problem.found_on)
    rows = session.execute(
        select(func.max(Problem.id), Problem.site_id, kind, days, newest)
        .where(*counted_problems(scope, wide), kind != "").group_by(Problem.site_id, kind)
        .having(days > 1, newest >= period.first).order_by(days.desc(), newest.desc(), Problem.site_id)).all()
    codes = _codes(session, [row[0] for row in rows])
    return [Repeat(row[0], codes[row[0]], row[1], row[2], row[3], row[4]) for row in rows]


def _codes(session: Session, ids: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in many.parts(list(ids)):
        rows = session.execute(select(Problem.id, Problem.code).where(Problem.id.in_(part)))
        found.update({row[0]: row[1] for row in rows})
    return found
