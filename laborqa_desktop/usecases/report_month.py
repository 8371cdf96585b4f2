"""Which month the next report of a client or a site is about, and which sites no client's report of it shows."""

from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.client import Site
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.report import Report
from laborqa_desktop.usecases.figures import Period, Scope, month_back, month_of
from laborqa_desktop.usecases.quality_figures import counted, counted_problems


def month_to_report(session: Session, scope: Scope, today: date) -> date:
    """The newest month that is over, holds records that count and has no issued report of this scope yet.

    Where there is none: the running month when it holds records or last month is issued already; else last month.

    Returns:
        The first day of the month.
    """
    issued = _issued(session, scope)
    last_month = month_back(today, 1)
    day = _newest_day(session, scope, last_month.last)
    while day is not None:
        month = day.replace(day=1)
        if month not in issued:
            return month
        day = _newest_day(session, scope, month - timedelta(days=1))
    running = month_of(today)
    newest = _newest_day(session, scope, running.last)
    is_begun = newest is not None and newest >= running.first
    return running.first if is_begun or last_month.first in issued else last_month.first


def sites_left_out(session: Session, month: Period) -> list[str]:
    """Names of the sites that belong to no client and have inspections or problems of the month, in order."""
    everything = Scope()
    rows = (select(Inspection.site_id).where(*counted(everything, month), Inspection.client_id.is_(None)),
            select(Problem.site_id).where(*counted_problems(everything, month), Problem.client_id.is_(None)))
    return list(session.scalars(
        select(Site.name).where(Site.client_id.is_(None), or_(*(Site.id.in_(one) for one in rows)))
        .order_by(Site.name_key, Site.id)))


def _issued(session: Session, scope: Scope) -> set[date]:
    """First days of the months with an issued report of just this scope, in whatever language."""
    mine = [Report.site_id == scope.site_id] if scope.site_id is not None else [
        Report.site_id.is_(None), Report.client_id == scope.client_id]
    return set(session.scalars(select(Report.month).where(Report.archived.is_(False), *mine)))


def _newest_day(session: Session, scope: Scope, last: date) -> date | None:
    """The newest day up to that one with something to report."""
    until = Period(date.min, last)
    days = (session.scalar(select(func.max(Inspection.inspected_on)).where(*counted(scope, until))),
            session.scalar(select(func.max(Problem.found_on)).where(*counted_problems(scope, until))))
    return max((one for one in days if one is not None), default=None)
