"""From the use case's day to what the page shows, in the language of the screen. Runs in the read worker."""

from collections.abc import Callable
from datetime import date, timedelta

from laborqa_desktop.charts.formulas import p_chart, pareto, rounded
from laborqa_desktop.models.enums import CertificateState, InspectionState, PlanStatus, ProblemStage
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.figures import Ratio
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.today_page import Group as Given
from laborqa_desktop.usecases.today_page import KeyFigure, TodayPage
from laborqa_desktop.usecases.today_page import Line as GivenLine
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.today.facts import Card, Chart, Day, Group, Line, When

ICONS = {"problem": "tool", "certificate": "certificate", "site": "building-community", "inspection": "clipboard-check",
         "staff": "presentation", "training_session": "presentation", "plan": "checklist",
         "contract": "file-certificate"}
BY_AGE = frozenset({"problems_overdue", "sites", "certificates", "contracts", "sessions"})
"""Groups whose lines are late by their days; elsewhere days only tell how old a thing is."""
STEP_TYPES = ("post", "staff", "client", "site", "checklist", "inspection")
PROFILE = ("short_name", "uscc", "address", "phone", "email", "hotline", "prepared_by", "reviewed_by", "approved_by",
           "logo", "seal", "signature")
"""What a new library does not know of the company: once any of it is there, somebody was on that page."""
OPEN_STAGES = tuple(stage.value for stage in ProblemStage
                    if stage not in (ProblemStage.CLOSED, ProblemStage.VOID))


def reader(office: Office) -> Callable[[], Day]:
    """The function that reads the whole day of an office."""
    return lambda: _day(office.today.page(), office)


def _day(page: TodayPage, office: Office) -> Day:
    done = _steps(office)
    beginning = "inspection" not in done
    return Day(page.day, tuple(_group(group, page.day) for group in page.groups), tuple(map(_card, page.figures)),
               _control(page), _pareto(page), done, not beginning or any(group.total for group in page.groups),
               beginning, page.todo)


def _steps(office: Office) -> frozenset[str]:
    records: Records = office.records
    counts = {key: records.count(key, Query()).n for key in STEP_TYPES}
    done = {key for key in STEP_TYPES if counts[key]}
    profile = office.company.profile_id()
    if profile is not None:
        values = records.load("company", profile).values
        if any(values.get(field) for field in PROFILE):
            done.add("company")
    return frozenset(done)


def _group(group: Given, day: date) -> Group:
    lines = tuple(_line(line, group.key) for line in group.lines)
    return Group(group.key, say(group.title), ICONS.get(group.record_key, "checklist"), lines, _note(group),
                 (group.record_key, _query(group.key, day)), max(0, group.total - len(lines)))


def _line(line: GivenLine, group: str) -> Line:
    title = say(line.title) if isinstance(line.title, Text) else line.title
    return Line(" ".join(title.split()), line.place, say(line.due) if line.due else "", line.tone,
                _when(line.days, group), (line.key, line.id), say(line.act) if line.act else "")


def _when(days: int | None, group: str) -> When:
    if group == "drafts":
        return "today"
    if days is None:
        return "overdue" if group == "sites" else "later"
    if days > 0:
        return "overdue" if group in BY_AGE else "later"
    return "today" if days == 0 else "week" if days >= -7 else "later"


def _note(group: Given) -> str:
    days = [line.days for line in group.lines if line.days is not None]
    if group.key in ("problems_overdue", "sites") and days and max(days) > 0:
        return say(N_("TodayView", "at most {days} {days:day|days} late").of(days=max(days)))
    expired = sum(line.tone == "error" for line in group.lines)
    if group.key == "certificates" and expired:
        return say(N_("TodayView", "{count} no longer valid").of(count=expired))
    return ""


def _query(key: str, day: date) -> Query:
    yesterday = day - timedelta(days=1)
    stages = Filter("stage", OPEN_STAGES)
    states = (CertificateState.EXPIRED.value, CertificateState.DUE.value, CertificateState.REVIEW_DUE.value,
              CertificateState.REVOKED.value)
    return {
        "problems_overdue": Query(filters=(stages, Filter("due_on", high=yesterday)), order=(("due_on", False),)),
        "problems_due": Query(filters=(stages, Filter("due_on", low=day, high=day + timedelta(days=7))),
                              order=(("due_on", False),)),
        "problems_older": Query(filters=(stages,), order=(("found_on", False),)),
        "certificates": Query(filters=(Filter("state", states),), order=(("valid_to", False),)),
        "drafts": Query(filters=(Filter("state", (InspectionState.DRAFT.value,)),)),
        "plans": Query(filters=(Filter("status", (PlanStatus.CLIENT_CONFIRM.value,)),)),
    }.get(key, Query())


def _card(figure: KeyFigure) -> Card:
    unit, ratio = figure.unit, figure.figure
    if unit == "count":
        value, said, detail = f"{ratio.num:,}", say(N_("TodayView", "open")), ""
    else:
        value, said = _per_cent(ratio) or "—", "%" if ratio.den else ""
        detail = f"{ratio.num:,} / {ratio.den:,}" if ratio.den else say(N_("TodayView", "no data this month"))
    change, rising = _change(figure)
    if change and not detail:
        detail = say(N_("TodayView", "since last month"))
    stages = Filter("stage", OPEN_STAGES)
    query = Query(filters=(stages,)) if figure.key == "open_problems" else Query()
    return Card(say(figure.name), value, said, detail, (figure.record_key, query), change, rising, figure.better,
                tuple(_plotted(one, unit) for one in figure.trend))


def _per_cent(ratio: Ratio) -> str:
    value = ratio.value
    return "" if value is None else rounded(value * 100, 1)


def _change(figure: KeyFigure) -> tuple[str, bool]:
    before = figure.previous
    if before is None:
        return "", False
    if figure.unit == "count":
        by = figure.figure.num - before.num
        return (str(abs(by)), by > 0) if by else ("", False)
    now, then = figure.figure.value, before.value
    if now is None or then is None or now == then:
        return "", False
    return rounded(abs(now - then) * 100, 1), now > then


def _plotted(ratio: Ratio, unit: str) -> float | None:
    return float(ratio.num) if unit == "count" else ratio.per_cent


def _control(page: TodayPage) -> Chart:
    figures = p_chart(page.samples)
    total = sum(sample.n for sample in page.samples)
    note = say(N_("TodayView", "p chart, weekly since {date}, n = {count}").of(
        date=page.chart_period.first.isoformat(), count=f"{total:,}"))
    tips = {one.key: say(N_("TodayView", "Week from {day}: {bad} of {n} failed").of(day=one.key, bad=one.bad, n=one.n))
            for one in page.samples}
    return Chart(say(N_("TodayView", "Failed inspections")), note,
                 say(N_("TodayView", "Once inspections are submitted, their failures stand here week by week.")),
                 control=figures, tips=tips)


def _pareto(page: TodayPage) -> Chart:
    causes = pareto([(name, name, count) for name, count in page.causes], say(N_("TodayView", "Other")), 7)
    note = say(N_("TodayView", "Pareto, since {date}, n = {count}").of(
        date=page.cause_period.first.isoformat(), count=f"{sum(count for _, count in page.causes):,}"))
    tips = {one.key: say(N_("TodayView", "{name}: {count}").of(name=one.label, count=one.count)) for one in causes}
    return Chart(say(N_("TodayView", "Kinds of problem")), note,
                 say(N_("TodayView", "Once problems are entered, their most frequent kinds stand here.")),
                 causes=causes, tips=tips)
