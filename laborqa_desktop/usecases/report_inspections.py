"""Section 5 of the monthly report: the month's inspections as figures, groups and a list."""

from datetime import timedelta
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Integer, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from laborqa_desktop.models.client import Site
from laborqa_desktop.models.enums import LABELS, InspectionType, PersonKind, ProblemStage, Scoring
from laborqa_desktop.models.inspection import Checklist, Inspection, InspectionItem
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.reports.data import (
    Figure,
    InspectionRow,
    Inspections,
    MonthFigure,
    Outcome,
    ScoreRow,
    TypeRow,
    Words,
)
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.figures import Period
from laborqa_desktop.usecases.inspections import is_hidden
from laborqa_desktop.usecases.quality_figures import (
    Grouped,
    InspectionFigures,
    counted,
    inspection_figures,
    inspections_by,
    items_by,
    samples,
    trend,
)
from laborqa_desktop.usecases.report_request import Frame, points, rate

CHART_WEEKS = 16
MOST_AREAS = 24
LOWEST_AREAS = 12
BEST_AND_WORST = 5
_NO_PLAN = N_("Reporting", "No inspection plan is kept yet.")


def inspections(session: Session, frame: Frame) -> Inspections:
    """Section 5; total 0 prints that there are no records."""
    figures = inspection_figures(session, frame.scope, frame.month)
    if not figures.total:
        return Inspections(0)
    types = [TypeRow(LABELS[InspectionType].get(one.key, one.key), one.figures.total, None, rate(one.figures.passed),
                     points(one.figures.score))
             for one in inspections_by(session, frame.scope, frame.month, Inspection.type) if one.figures.total]
    title, areas = _areas(session, frame)
    best, worst = _extremes(session, frame)
    chart = Period(frame.month.last - timedelta(days=7 * CHART_WEEKS - 1), frame.month.last)
    months = trend(session, frame.scope, frame.month.last)
    return Inspections(
        figures.total,
        figures=((N_("Reporting", "Service pass rate"), rate(figures.passed)),
                 (N_("Reporting", "Item pass rate"), _or_reason(rate(figures.items), figures)),
                 (N_("Reporting", "First-time pass rate"), rate(figures.first_pass)),
                 (N_("Reporting", "Mean score"), points(figures.score)),
                 (N_("Reporting", "Plan completion"), Figure(reason=_NO_PLAN))),
        basis=_basis(session, frame, figures), types=tuple(types), areas=areas, areas_title=title,
        pass_mark=_pass_mark(session, frame), samples=tuple(samples(session, frame.scope, chart, "week")),
        samples_title=N_("Reporting", "by week, {first} to {last}").of(
            first=chart.first.isoformat(), last=chart.last.isoformat()),
        trend=tuple(MonthFigure(month.first, rate(one.passed)) for month, one in months),
        trend_title=N_("Reporting", "{first} to {last}").of(
            first=f"{months[0][0].first:%Y-%m}", last=f"{months[-1][0].first:%Y-%m}"),
        best=best, worst=worst, rows=_rows(session, frame))


def _or_reason(figure: Figure, figures: InspectionFigures) -> Figure:
    if figure.den or not figures.stated:
        return figure
    return Figure(reason=N_("Reporting", "The inspections came with a score and without items."))


def _basis(session: Session, frame: Frame, figures: InspectionFigures) -> tuple[Words, ...]:
    lines: list[Words] = []
    for scoring in session.scalars(
            select(Inspection.scoring).where(*counted(frame.scope, frame.month), Inspection.stated_score.is_(None))
            .distinct().order_by(Inspection.scoring)):
        lines.append(N_("Reporting", "Scoring: {method}.").of(method=LABELS[Scoring][scoring]))
    if figures.stated:
        lines.append(N_("Reporting", "{count} {count:score was|scores were} stated by the inspecting body and not "
                                     "counted from items.")
                     .of(count=figures.stated))
    if figures.total > figures.passed.den:
        lines.append(N_("Reporting", "{count} {count:inspection has|inspections have} no verdict and "
                                     "{count:stays|stay} outside the pass rate.")
                     .of(count=figures.total - figures.passed.den))
    if figures.rechecks:
        lines.append(N_("Reporting", "{count} {count:re-check is|re-checks are} left out of the figures.").of(
                         count=figures.rechecks))
    return tuple(lines)


def _areas(session: Session, frame: Frame) -> tuple[Words, tuple[ScoreRow, ...]]:
    """Scores by site for a client with several, else by area, else by section of the checklist."""
    if len(frame.sites) > 1:
        groups = inspections_by(session, frame.scope, frame.month, Inspection.site_id)
        if sum(bool(one.figures.score.den) for one in groups) > 1:
            rows = _scores([Grouped(frame.sites.get(one.key, str(one.key)), one.figures) for one in groups])
            if len(rows) <= MOST_AREAS:
                return N_("Reporting", "Score by site"), rows
            return (N_("Reporting", "Score by site: the {count} lowest of {all}").of(count=LOWEST_AREAS, all=len(rows)),
                    rows[:LOWEST_AREAS])
    groups = [one for one in inspections_by(session, frame.scope, frame.month, Inspection.area) if one.key]
    if len(groups) > 1:
        return N_("Reporting", "Score by area"), _scores(groups)[:MOST_AREAS]
    groups_by_section = [one for one in items_by(session, frame.scope, frame.month, InspectionItem.section)
                         if one.name and one.points.den]
    groups_by_section.sort(key=lambda one: (one.points.value or 0, one.name))
    sections = [ScoreRow(one.name, Figure(Decimal(one.points.num * 100) / one.points.den * one.passed.den,
                                          one.passed.den, "points"), one.passed.den)
                for one in groups_by_section]
    return N_("Reporting", "Score by section of the checklist"), tuple(sections[:MOST_AREAS])


def _scores(groups: list[Grouped]) -> tuple[ScoreRow, ...]:
    """The lowest score first; equal ones by name."""
    scored = [one for one in groups if one.figures.score.den]
    scored.sort(key=lambda one: (one.figures.score.value or 0, str(one.key)))
    return tuple(ScoreRow(one.key, points(one.figures.score), one.figures.score.den // 1000) for one in scored)


def _extremes(session: Session, frame: Frame) -> tuple[tuple[ScoreRow, ...], tuple[ScoreRow, ...]]:
    """The five best and the five weakest items that were checked often enough; none stands in both."""
    items = sorted((one for one in items_by(session, frame.scope, frame.month, InspectionItem.text)
                    if not one.passed.is_small(frame.min_sample)),
                   key=lambda one: (one.passed.value or 0, -one.passed.den, one.name))
    rows = [ScoreRow(one.name, rate(one.passed), one.passed.den) for one in items]
    failed = sum(one.passed.num < one.passed.den for one in items)
    worst = rows[:min(failed, BEST_AND_WORST)]
    best = [row for row in reversed(rows) if row not in worst][:BEST_AND_WORST]
    best.sort(key=lambda row: (-(row.figure.num or 0) / (row.figure.den or 1), -row.n, str(row.name)))
    return tuple(best), tuple(worst)


def _pass_mark(session: Session, frame: Frame) -> Decimal | None:
    marks = list(session.scalars(select(Inspection.pass_mark).where(
        *counted(frame.scope, frame.month), Inspection.pass_mark.is_not(None)).distinct()))
    return Decimal(marks[0]) / 10 if len(marks) == 1 and marks[0] is not None else None


def _rows(session: Session, frame: Frame) -> tuple[InspectionRow, ...]:
    # as a number, archived tempts SQLite to none of the indexes that begin with it
    found = (select(func.count()).select_from(Problem)
             .where(Problem.inspection_id == Inspection.id, sql_cast(Problem.archived, Integer) == 0,
                    Problem.stage != ProblemStage.VOID.value).scalar_subquery().label("n"))
    rows = session.execute(
        select(Inspection.code, Inspection.inspected_on, Inspection.site_name, Site.name.label("site"), Inspection.type,
               Inspection.checklist_name, Checklist.name.label("checklist"), Inspection.inspector_name,
               Person.name.label("inspector"), Person.kind, Inspection.hidden_until, Inspection.result, Inspection.area,
               Inspection.stated_score, Inspection.earned, Inspection.maximum, found)
        .join(Site, Site.id == Inspection.site_id).join(Checklist, Checklist.id == Inspection.checklist_id)
        .join(Person, Person.id == Inspection.inspector_id)
        .where(*counted(frame.scope, frame.month)).order_by(Inspection.inspected_on, Inspection.id))
    return tuple(
        InspectionRow(
            number=row.code or "", on=row.inspected_on, site=row.site_name or row.site,
            kind=LABELS[InspectionType].get(row.type, row.type), checklist=row.checklist_name or row.checklist,
            inspector=_inspector(frame, row),
            score=_score(row.stated_score, row.earned, row.maximum), outcome=cast(Outcome, row.result),
            findings=row.n or 0, area=row.area)
        for row in rows)


def _inspector(frame: Frame, row: Any) -> str:
    """Nobody where a visitor is still hidden, or one of our staff without the client's consent to names."""
    if is_hidden(row.type, row.hidden_until, frame.day):
        return ""
    if row.kind == PersonKind.STAFF and not frame.names_allowed:
        return ""
    return cast(str, row.inspector_name or row.inspector)


def _score(stated: int | None, earned: int, maximum: int) -> Figure:
    if stated is not None:
        return Figure(Decimal(stated) / 10, None, "points")
    return Figure(earned * 100, maximum, "points") if maximum else Figure(unit="points")
