"""The Today page: what is due, overdue, expiring or unvisited, and the figures of the month."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.client import Client, Contract, Site
from laborqa_desktop.models.enums import (
    LABELS,
    CertificateState,
    CertificateType,
    InspectionState,
    PlanStatus,
    ProblemStage,
)
from laborqa_desktop.models.inspection import COUNTING, Checklist, Inspection
from laborqa_desktop.models.plan import Plan
from laborqa_desktop.models.problem import OPEN, Problem
from laborqa_desktop.models.training import Course, TrainingSession
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.certificates import expiring, validity
from laborqa_desktop.usecases.figures import Period, Ratio, Scope, months_ending
from laborqa_desktop.usecases.quality_figures import on_time_trend, problems_by, samples, trend
from laborqa_desktop.usecases.today_page import Group, KeyFigure, Line, TodayPage, Tone, due_words
from laborqa_desktop.usecases.training import coverage

MOST_LINES = 50
RECENT_DAYS = 365
AHEAD_DAYS = 7
VISIT_CYCLE_DAYS = 30
CHART_WEEKS = 16
CAUSE_DAYS = 90
EVERYTHING = Scope()
CERTIFICATE_TONES: dict[str, Tone] = {CertificateState.EXPIRED.value: "error", CertificateState.REVOKED.value: "error"}


class Today:
    """The Today page of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, day: date | None = None) -> TodayPage:
        """The page for a day; today in the library's zone unless said."""
        at = day or self._store.today()
        monday = at - timedelta(days=at.weekday())
        chart = Period(monday - timedelta(weeks=CHART_WEEKS - 1), at)
        recent = Period(at - timedelta(days=CAUSE_DAYS - 1), at)
        with self._store.read() as session:
            groups = tuple(group for group in _groups(session, at, self._store.zone) if group.total)
            causes = tuple(problems_by(session, EVERYTHING, recent, Problem.category))
            points = tuple(samples(session, EVERYTHING, chart, "week"))
            return TodayPage(at, groups, _figures(session, at), points, chart, causes, recent,
                             sum(_urgent(group) for group in groups))


def _urgent(group: Group) -> int:
    if group.key in ("problems_overdue", "sites"):
        return group.total
    return sum(line.days is not None and line.days >= 0 for line in group.lines)


def _groups(session: Session, day: date, zone: str) -> list[Group]:
    return [*_problems(session, day), _certificates(session, day), _sites(session, day, zone), _drafts(session, day),
            _training(session, day), _sessions(session, day), _plans(session, day), _contracts(session, day)]


def _problems(session: Session, day: date) -> list[Group]:
    recent = and_(Problem.archived.is_(False), Problem.stage.in_(OPEN))
    young = Problem.found_on >= day - timedelta(days=RECENT_DAYS)
    due = Problem.due_on
    older, oldest = session.execute(
        select(func.count(), func.min(Problem.found_on)).where(recent, ~young)).one()
    late = _problem_lines(session, day, and_(recent, young, due < day))
    soon = _problem_lines(session, day, and_(recent, young, due >= day, due <= day + timedelta(days=AHEAD_DAYS)))
    groups = [Group("problems_overdue", N_("Today", "Overdue problems"), "problem", *late),
              Group("problems_due", N_("Today", "Problems due"), "problem", *soon)]
    if older:
        title = N_("Today", "{count} {count:problem|problems} open for more than a year, the oldest since {date}").of(
            count=older, date=oldest.isoformat())
        groups.append(Group("problems_older", N_("Today", "Long open"), "problem", older,
                            (Line("problem", None, title, "", None, None, "plain"),)))
    return groups


def _problem_lines(session: Session, day: date, condition: ColumnElement[bool]) -> tuple[int, tuple[Line, ...]]:
    total = session.scalar(select(func.count()).select_from(Problem).where(condition)) or 0
    rows = session.execute(
        select(Problem.id, func.substr(Problem.description, 1, 200), Problem.due_on, Site.name)
        .join(Site, Site.id == Problem.site_id).where(condition)
        .order_by(Problem.due_on, Problem.id).limit(MOST_LINES))
    lines = []
    for problem_id, description, due, site in rows:
        days = (day - due).days
        lines.append(Line("problem", problem_id, description, site, days, due_words(days),
                          "warn" if days > 0 else "accent", N_("Today", "Correct")))
    return total, tuple(lines)


def _certificates(session: Session, day: date) -> Group:
    found = expiring(session, day)
    lines = tuple(
        Line("certificate", one.id, N_("Today", "{type} {number}").of(
            type=LABELS[CertificateType].get(one.type, one.type), number=one.number), one.person,
             None if one.days is None else -one.days,
             N_("Today", "revoked") if one.state == CertificateState.REVOKED or one.days is None
             else due_words(-one.days),
             CERTIFICATE_TONES.get(one.state, "warn"), N_("Today", "Renew"))
        for one in found[:MOST_LINES])
    return Group("certificates", N_("Today", "Certificates expired or expiring"), "certificate", len(found), lines)


def entered_on(day: date, zone: str) -> ColumnElement[str]:
    """The day of the library's zone on which a site was entered, as SQLite writes days.

    Args:
        day: today; the zone's distance from UTC is taken as it is then.
    """
    offset = datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset() or timedelta()
    return func.date(Site.created_at, f"{offset // timedelta(minutes=1):+d} minutes")


def _sites(session: Session, day: date, zone: str) -> Group:
    """Sites with a client whose last inspection (else opening, else entry) lies back further than their cycle."""
    last = (select(Inspection.site_id, func.max(Inspection.inspected_on).label("day"))
            .where(Inspection.archived.is_(False), Inspection.state.in_(COUNTING),
                   Inspection.inspected_on >= day - timedelta(days=RECENT_DAYS), Inspection.inspected_on <= day)
            .group_by(Inspection.site_id).subquery())
    cycle = func.coalesce(Site.visit_cycle_days, VISIT_CYCLE_DAYS)
    since = func.coalesce(last.c.day, Site.opened_on, entered_on(day, zone))
    late = func.julianday(day.isoformat()) - func.julianday(since) - cycle
    rows = session.execute(
        select(Site.id, Site.name, func.coalesce(Client.name, ""), last.c.day, late, func.count().over())
        .outerjoin(last, last.c.site_id == Site.id).outerjoin(Client, Client.id == Site.client_id)
        .where(Site.archived.is_(False), or_(Site.client_id.is_not(None), Site.visit_cycle_days.is_not(None)),
               or_(Site.closed_on.is_(None), Site.closed_on > day), cycle > 0,
               or_(Site.opened_on.is_(None), Site.opened_on <= day), late > 0)
        .order_by(late.desc(), Site.id).limit(MOST_LINES)).all()
    lines = tuple(
        Line("site", row[0], row[1], row[2], int(row[4]),
             N_("Today", "no inspection for a year") if row[3] is None
             else N_("Today", "last inspected on {date}").of(date=row[3]),
             "warn", N_("Today", "Inspect")) for row in rows)
    return Group("sites", N_("Today", "Sites to visit"), "site", rows[0][5] if rows else 0, lines)


def _drafts(session: Session, day: date) -> Group:
    rows = session.execute(
        select(Inspection.id, Checklist.name, Site.name, Inspection.inspected_on, func.count().over())
        .join(Checklist, Checklist.id == Inspection.checklist_id).join(Site, Site.id == Inspection.site_id)
        .where(Inspection.archived.is_(False), Inspection.state == InspectionState.DRAFT.value)
        .order_by(Inspection.inspected_on, Inspection.id).limit(MOST_LINES)).all()
    lines = tuple(Line("inspection", row[0], row[1], row[2], (day - row[3]).days,
                       N_("Today", "begun on {date}").of(date=row[3].isoformat()), "accent", N_("Today", "Go on"))
                  for row in rows)
    return Group("drafts", N_("Today", "Inspections not submitted"), "inspection", rows[0][4] if rows else 0, lines)


def _training(session: Session, day: date) -> Group:
    missing: dict[int, list[str]] = {}
    names: dict[int, str] = {}
    for one in coverage(session, day).missing:
        missing.setdefault(one.person_id, []).append(one.course)
        names[one.person_id] = one.person
    lines = tuple(Line("staff", person, "、".join(courses), names[person], None,
                       N_("Today", "{count} {count:course|courses} missing").of(count=len(courses)), "warn")
                  for person, courses in list(missing.items())[:MOST_LINES])
    return Group("training", N_("Today", "Training missing"), "staff", len(missing), lines)


def _sessions(session: Session, day: date) -> Group:
    rows = session.execute(
        select(TrainingSession.id, Course.name, TrainingSession.place, TrainingSession.starts_on, func.count().over())
        .join(Course, Course.id == TrainingSession.course_id)
        .where(TrainingSession.archived.is_(False), TrainingSession.held.is_(False),
               TrainingSession.starts_on <= day + timedelta(days=AHEAD_DAYS))
        .order_by(TrainingSession.starts_on, TrainingSession.id).limit(MOST_LINES)).all()
    lines = tuple(Line("training_session", row[0], row[1], row[2], (day - row[3]).days, due_words((day - row[3]).days),
                       "warn" if row[3] < day else "accent", N_("Today", "Complete")) for row in rows)
    return Group("sessions", N_("Today", "Training sessions"), "training_session", rows[0][4] if rows else 0, lines)


def _plans(session: Session, day: date) -> Group:
    rows = session.execute(
        select(Plan.id, Plan.title, Site.name, Plan.updated_at, func.count().over())
        .join(Site, Site.id == Plan.site_id)
        .where(Plan.archived.is_(False), Plan.status == PlanStatus.CLIENT_CONFIRM.value)
        .order_by(Plan.updated_at, Plan.id).limit(MOST_LINES)).all()
    lines = tuple(Line("plan", row[0], row[1], row[2], None, N_("Today", "with the client"), "accent") for row in rows)
    return Group("plans", N_("Today", "Plans awaiting the client"), "plan", rows[0][4] if rows else 0, lines)


def _contracts(session: Session, day: date) -> Group:
    left = func.julianday(Contract.ends_on) - func.julianday(day.isoformat())
    rows = session.execute(
        select(Contract.id, Contract.code, Client.name, Contract.ends_on, func.count().over())
        .join(Client, Client.id == Contract.client_id)
        .where(Contract.archived.is_(False), left <= Contract.renewal_notice_days, left >= -30)
        .order_by(Contract.ends_on, Contract.id).limit(MOST_LINES)).all()
    lines = tuple(Line("contract", row[0], row[1], row[2], (day - row[3]).days,
                       N_("Today", "ended on {date}").of(date=row[3].isoformat()) if row[3] < day
                       else N_("Today", "ends in {days} {days:day|days}").of(days=(row[3] - day).days),
                       "error" if row[3] < day else "warn") for row in rows)
    return Group("contracts", N_("Today", "Contracts to renew"), "contract", rows[0][4] if rows else 0, lines)


def _figures(session: Session, day: date) -> tuple[KeyFigure, ...]:
    passed = tuple(figures.passed for _, figures in trend(session, EVERYTHING, day))
    on_time = on_time_trend(session, EVERYTHING, day)
    open_now = _open_problems(session, day)
    return (
        _rate("pass_rate", N_("Today", "Pass rate"), "inspection", passed),
        _rate("on_time_closure_rate", N_("Today", "On-time closure"), "problem", on_time),
        KeyFigure("open_problems", N_("Today", "Open problems"), open_now[-1], "count", "problem", open_now[-2],
                  _better(open_now[-2].num, open_now[-1].num), open_now),
        KeyFigure("training_coverage", N_("Today", "Training coverage"), coverage(session, day).figure,
                  "percent", "staff"),
        KeyFigure("certificate_validity", N_("Today", "Certificate validity"), validity(session, day).figure,
                  "percent", "certificate"))


def _rate(key: str, name: Text, record_key: str, course: tuple[Ratio, ...]) -> KeyFigure:
    now, before = course[-1], course[-2]
    better = None if now.value is None or before.value is None else _better(now.value, before.value)
    return KeyFigure(key, name, now, "percent", record_key, before if before.den else None, better, course)


def _better(higher: int | Fraction, lower: int | Fraction) -> bool | None:
    return None if higher == lower else higher > lower


def _open_problems(session: Session, day: date) -> tuple[Ratio, ...]:
    """Open problems found in the year before the day, at the end of each of the last 12 months; the last one is now."""
    ends = [min(month.last, day) for month in months_ending(day)]
    is_open = [and_(Problem.found_on <= end, or_(Problem.stage != ProblemStage.CLOSED.value, Problem.closed_on > end))
               for end in ends]
    counted = [func.coalesce(func.sum(case((one, 1), else_=0)), 0) for one in is_open]
    row = session.execute(select(*counted).where(
        Problem.archived.is_(False), Problem.stage != ProblemStage.VOID.value,
        Problem.found_on >= day - timedelta(days=RECENT_DAYS))).one()
    return tuple(Ratio(number, 0) for number in row)
