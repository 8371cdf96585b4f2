"""Enters the problems that inspections raise: most are closed in time, some late, a few still open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.models.problem import Problem, ProblemExtension, proposed_due
from laborqa_desktop.paths import resource_folder
from laborqa_desktop.sample import names, sites
from laborqa_desktop.sample.agenda import Agenda
from laborqa_desktop.sample.answers import Answered
from laborqa_desktop.sample.ids import Ids
from laborqa_desktop.sample.lines import Line
from laborqa_desktop.sample.schedule import Visit
from laborqa_desktop.store.counters import next_number
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Work

SERIES = "NC"
REPEAT_DAYS = 90
LATE, OVERDUE, RECENT_DAYS, PICTURED = 0.05, 3, 14, 3

OTHERS = (
    (
        -88,
        3,
        "client_notice",
        "感控科通知：门诊 2 层卫生间消毒记录缺签",
        "消毒",
        "major",
        "补签并由领班每日核对，感控科复查合格",
    ),
    (
        -61,
        7,
        "client_notice",
        "客户反映夜间 2 号门岗应答慢",
        "在岗与仪容",
        "minor",
        "夜班增加互查，响应时间降至 1 分钟内",
    ),
    (-52, 5, "self", "自查发现 C 区 3 个库位标签缺失", "现场环境", "observation", "补打库位标签并复核全区"),
    (
        -33,
        8,
        "client_notice",
        "物业部反映地下车库夜间巡逻间隔过长",
        "巡逻与监控",
        "major",
        "夜间加巡一轮，并提交方案变更",
    ),
    (-20, 0, "complaint", "租户投诉 3 层女卫台面积水返渍", "卫生间", "major", "增配刮水器并加密巡检，电话回访满意"),
    (
        -9,
        6,
        "accident",
        "装卸时托盘倾倒，1 箱货物受损，无人员受伤",
        "作业安全",
        "critical",
        "复训堆码要求，更换破损托盘，货损协商赔付",
    ),
    (-2, 4, "self", "夜班 1 人请假，病区保洁由中班顶岗", "人员与记录", "observation", ""),
)
"""Day (from today), site, source, description, category, severity, correction ("": still open)."""


@dataclass(frozen=True)
class Found:
    """A failed line of an inspection that was not put right on the spot."""

    inspection: int
    position: int
    answered: Answered
    visit: Visit


@dataclass
class ProblemBook:
    """The problems of the sample: entered when found, then corrected and closed on their days."""

    agenda: Agenda
    ids: Ids
    random: Random
    _last: dict[tuple[int, str], tuple[date, int]] = field(default_factory=dict)
    _open: list[tuple[Found, int]] = field(default_factory=list)

    def enter(self, work: Work, found: Sequence[Found]) -> None:
        """Enters problems with the numbers, owners, dates and repeats that submitting would have given them."""
        rows = [self._row(work, one) for one in found]
        for one, problem in zip(found, work.add_all_fast(Problem, rows), strict=True):
            self._last[one.visit.site, one.answered.line.text] = (one.visit.day, problem)
            self._open.append((one, problem))

    def _row(self, work: Work, one: Found) -> dict[str, Any]:
        place, line, day = sites.SITES[one.visit.site], one.answered.line, one.visit.day
        severity = "major" if line.critical else "minor"
        due = proposed_due(day, severity)
        before = self._last.get((one.visit.site, line.text))
        repeat = before[1] if before and before[0] < day and (day - before[0]).days <= REPEAT_DAYS else None
        return {
            "code": f"{SERIES}-{day.year}-{next_number(work.session, SERIES, day.year):04d}",
            "source": "inspection",
            "inspection_id": one.inspection,
            "item_position": one.position,
            "item_text": line.text,
            "found_on": day,
            "found_by_id": self.ids.people[one.visit.inspector],
            "site_id": self.ids.sites[one.visit.site],
            "client_id": self.ids.clients[place.client],
            "area": "",
            "description": f"{line.text}：{one.answered.comment}",
            "severity": severity,
            "category": one.answered.section,
            "department_id": self.ids.units[place.service],
            "owner_id": self.ids.people[place.manager],
            "due_on": due,
            "original_due_on": due,
            "repeat_of_id": repeat,
        }

    def settle_on(self, day: date, *, last: bool = False) -> None:
        """Plans to correct and close what was found long enough before; last: decides what stays open."""
        self.agenda.on(day, lambda work: self._settle(work, day, last))

    def _settle(self, work: Work, day: date, last: bool) -> None:
        kept = []
        for one, problem in self._open:
            found = one.visit.day
            if (day - found).days < (0 if last else RECENT_DAYS) or (self.agenda.today - found).days <= RECENT_DAYS:
                kept.append((one, problem))
            else:
                close(work, problem, one.answered.line, *self._dates(one), self.ids, one.visit.site)
        self._open = kept
        if last:
            self._remain(work)

    def _dates(self, one: Found) -> tuple[date, date]:
        day = one.visit.day
        due = proposed_due(day, "major" if one.answered.line.critical else "minor")
        corrected = day + timedelta(days=self.random.randint(0, (due - day).days))
        late = self.random.random() < LATE
        closed = (
            due + timedelta(days=self.random.randint(1, 4))
            if late
            else min(due, corrected + timedelta(days=self.random.randint(0, 2)))
        )
        return corrected, closed

    def _remain(self, work: Work) -> None:
        """Of the newest problems a few are overdue, some wait to be closed, the rest are open in time."""
        today, late = self.agenda.today, 0
        for number, (one, problem) in enumerate(sorted(self._open, key=lambda pair: pair[0].visit.day)):
            row = work.session.get_one(Problem, problem)
            if row.due_on is not None and row.due_on < today:
                late += 1
                if late <= OVERDUE:
                    continue
                corrected = one.visit.day + timedelta(days=1)
                close(
                    work,
                    problem,
                    one.answered.line,
                    corrected,
                    min(row.due_on, today - timedelta(days=1)),
                    self.ids,
                    one.visit.site,
                )
            elif number % 2:
                row.stage, row.correction = "implemented", one.answered.line.cure
                row.corrected_on = min(one.visit.day + timedelta(days=1), today - timedelta(days=1))
        self._open = []


def close(work: Work, problem_id: int, line: Line, corrected: date, closed: date, ids: Ids, site: int) -> None:
    """Closes a problem as the use case does: correction, evidence in words, frozen names."""
    row = work.session.get_one(Problem, problem_id)
    place = sites.SITES[site]
    row.stage, row.correction, row.corrected_on = "closed", line.cure, min(corrected, closed)
    row.closed_on, row.closed_by, row.remarks = closed, "刘洋", "现场复查合格，整改到位"
    row.site_name, row.owner_name = place.name, names.PEOPLE[place.manager][0]


def others(agenda: Agenda, ids: Ids) -> None:
    """Problems from clients, accidents and self-checks."""
    for days, site, source, text, category, severity, cure in OTHERS:
        day = agenda.today + timedelta(days=days)
        agenda.on(day, _other(ids, day, site, source, text, category, severity, cure))


def _other(
    ids: Ids, day: date, site: int, source: str, text: str, category: str, severity: str, cure: str
) -> Callable[[Work], None]:
    place = sites.SITES[site]

    def enter(work: Work) -> None:
        due = proposed_due(day, severity)
        problem = Problem(
            code=f"{SERIES}-{day.year}-{next_number(work.session, SERIES, day.year):04d}",
            source=source,
            found_on=day,
            site_id=ids.sites[site],
            client_id=ids.clients[place.client],
            description=text,
            severity=severity,
            category=category,
            department_id=ids.units[place.service],
            owner_id=ids.people[place.manager],
            due_on=due,
            original_due_on=due,
        )
        if severity == "major" and source == "client_notice":
            problem.due_on = due + timedelta(days=4)
            problem.extensions = [
                ProblemExtension(
                    position=0, old_due=due, new_due=problem.due_on, reason="等待客户确认复查时间", agreed_by="何静"
                )
            ]
        work.session.add(problem)
        work.session.flush()
        if cure:
            close(work, problem.id, Line(text, 0, "", text, cure), day + timedelta(days=1), due, ids, site)
            problem.cost = 26_000 if severity == "critical" else None

    return enter


def pictures(work: Work, files: Files) -> None:
    """Photos before and after, for the newest closed problems in washrooms."""
    folder = resource_folder() / "sample"
    blobs = {
        role: files.put(
            work.session, (folder / f"{role}.png").read_bytes(), original_name=name, mime="image/png", pixels="960x640"
        )
        for role, name in (("before", "整改前.png"), ("after", "整改后.png"))
    }
    newest = work.session.scalars(
        select(Problem.id)
        .where(Problem.item_text.like("洗手台%"), Problem.stage == "closed")
        .order_by(Problem.found_on.desc(), Problem.id.desc())
        .limit(PICTURED)
    )
    for problem in list(newest):
        for position, (role, blob) in enumerate(blobs.items()):
            work.session.add(
                AttachmentLink(
                    blob_id=blob,
                    table_name="problem",
                    record_id=problem,
                    role=role,
                    position=position,
                    caption="洗手台 · 样本照片",
                )
            )
