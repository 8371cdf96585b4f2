"""Builders of valid records with defaults; each gives an id, a keyword replaces a default."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

from laborqa_desktop.models.base import Record
from laborqa_desktop.models.client import Area, Client, Contract, ContractKpi, ContractSite, Site
from laborqa_desktop.models.company import Company, OrgUnit
from laborqa_desktop.models.inspection import Checklist, ChecklistItem, Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.plan import Plan, PlanItem, PlanNeed, PlanStaffing
from laborqa_desktop.models.post import JobStandard, Post, RequiredCertificate, RequiredCourse
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.training import Attendee, Certificate, Course, TrainingRecord, TrainingSession
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.inspection_sheet import Entry
from laborqa_desktop.usecases.inspections import Inspections, Submitted

ACT = N_("Test", "Test act")
DAY = date(2026, 11, 23)
Builder = Callable[..., int]


class Factory:
    """Fills a library with what a test needs; parents that are not named are made once and used again."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._numbers = count(1)
        self._made: dict[str, int] = {}

    def add(self, record: Record) -> int:
        """Stores a record in an act of its own."""
        with self.store.write(ACT) as work:
            work.session.add(record)
            work.session.flush()
            return record.id

    def code(self, letter: str) -> str:
        """A code nobody has yet."""
        return f"{letter}{next(self._numbers):03d}"

    def _once(self, builder: Builder) -> int:
        if builder.__name__ not in self._made:
            self._made[builder.__name__] = builder()
        return self._made[builder.__name__]

    def company(self, **given: Any) -> int:
        """The company profile and a department."""
        self._once(self.unit)
        return self.add(Company(**{"legal_name": "杭州洁安劳务服务有限公司", "short_name": "洁安", **given}))

    def unit(self, **given: Any) -> int:
        """A department."""
        return self.add(OrgUnit(**{"name": "质量部", "kind": "dept", **given}))

    def post(self, **given: Any) -> int:
        """A post."""
        return self.add(Post(**{"code": self.code("P"), "name": "保洁员", "service_type": "cleaning", **given}))

    def standard(self, post_id: int, courses: tuple[int, ...] = (), certificates: tuple[str, ...] = (),
                 **given: Any) -> int:
        """An edition of a job standard."""
        standard = JobStandard(**{"post_id": post_id, "effective_from": date(2025, 1, 1), **given})
        standard.courses = [RequiredCourse(position=no, course_id=one) for no, one in enumerate(courses)]
        standard.certificates = [RequiredCertificate(position=no, type=one) for no, one in enumerate(certificates)]
        return self.add(standard)

    def staff(self, **given: Any) -> int:
        """An active member of staff."""
        return self.add(Person(**{
            "kind": "staff", "code": self.code("A"), "name": "张伟", "status": "active", "phone": "13800000000",
            "birth_date": date(1990, 1, 1), "hired_on": date(2024, 1, 1), **given}))

    def outsider(self, **given: Any) -> int:
        """A named outsider."""
        return self.add(Person(**{"kind": "outsider", "name": "李四", "organisation": "市卫生局", **given}))

    def client(self, **given: Any) -> int:
        """A client."""
        return self.add(Client(**{
            "code": self.code("C"), "name": "蓝海园区", "owner_id": self._once(self.staff), **given}))

    def site(self, areas: tuple[str, ...] = (), **given: Any) -> int:
        """A site of the client."""
        site = Site(**{"code": self.code("S"), "name": "蓝海大厦", "service_type": "cleaning",
                       "client_id": given["client_id"] if "client_id" in given else self._once(self.client), **given})
        site.areas = [Area(position=no, name=name) for no, name in enumerate(areas)]
        return self.add(site)

    def contract(self, sites: tuple[int, ...] = (), kpis: tuple[tuple[str, int], ...] = (), **given: Any) -> int:
        """A contract over this year."""
        contract = Contract(**{"code": self.code("HT"), "client_id": self._once(self.client),
                               "starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31), **given})
        contract.sites = [ContractSite(position=no, site_id=one) for no, one in enumerate(sites)]
        contract.kpis = [ContractKpi(position=no, kpi=kpi, target=target) for no, (kpi, target) in enumerate(kpis)]
        return self.add(contract)

    def checklist(self, items: int = 4, *, item: dict[str, Any] | None = None, **given: Any) -> int:
        """A checklist in force, with two sections of graded items worth one point each."""
        checklist = Checklist(**{"code": self.code("QL"), "name": "日常保洁检查表", "status": "active",
                                 "pass_mark": 850, **given})
        checklist.items = [
            ChecklistItem(**{
                "position": no, "section": "大堂" if no < items / 2 else "卫生间", "text": f"第{no + 1}项",
                "weight_x100": 100, **(item or {})})
            for no in range(items)]
        return self.add(checklist)

    def inspection(self, answers: str = "1111", **given: Any) -> Submitted:
        """A submitted inspection.

        Args:
            answers: the keys pressed, one a line: 1 to 4 are grades, 0 is N/A, x failed and corrected on the spot.
        """
        acts = Inspections(self.store, "测试")
        checklist = given.pop("checklist_id", None) or self._checklist_of(len(answers))
        site, inspector = given.pop("site_id", None), given.pop("inspector_id", None)
        one, _ = acts.start(site or self._once(self.site), checklist, inspector or self._once(self.staff),
                            given.pop("day", DAY), **given)
        return acts.submit(one, {no: self.entry(key) for no, key in enumerate(answers)})

    def _checklist_of(self, items: int) -> int:
        key = f"checklist {items}"
        if key not in self._made:
            self._made[key] = self.checklist(items)
        return self._made[key]

    @staticmethod
    def entry(key: str) -> Entry:
        """What a key enters in the grid."""
        grades = {"1": "excellent", "2": "good", "3": "fair", "4": "poor", "0": "na", "x": "poor"}
        return Entry(grades[key], "有污渍" if key in "4x" else "", key == "x")

    def imported(self, score: int | None, *, day: date = DAY, **given: Any) -> int:
        """An inspection that came with a score (tenths of a per cent) and no items."""
        result = "not_rated" if score is None else "pass" if score >= 800 else "fail"
        return self.add(Inspection(**{
            "code": self.code("I"), "site_id": given.get("site_id") or self._once(self.site),
            "checklist_id": self._checklist_of(1), "inspector_id": self._once(self.staff), "type": "daily",
            "inspected_on": day, "origin": "imported", "state": "submitted", "stated_score": score, "pass_mark": 800,
            "result": result, **given}))

    def problem(self, **given: Any) -> int:
        """A problem found today, due in a week."""
        found = given.get("found_on", DAY)
        due = given.get("due_on", found + timedelta(days=7))
        return self.add(Problem(**{
            "code": self.code("NC-2026-9"), "source": "self", "found_on": found, "description": "地面有积水",
            "site_id": given.get("site_id") or self._once(self.site), "department_id": self._once(self.unit),
            "owner_id": self._once(self.staff), "category": "地面", "due_on": due, "original_due_on": due, **given}))

    def course(self, **given: Any) -> int:
        """A course of two hours, valid for a year."""
        return self.add(Course(**{"code": self.code("K"), "name": "安全生产", "category": "safety", "phase": "pre_job",
                                  "hours_x10": 20, "cycle_months": 12, "pass_mark": 600, **given}))

    def session(self, course_id: int, attendees: tuple[Attendee, ...] = (), **given: Any) -> int:
        """A training session yesterday."""
        session = TrainingSession(**{"code": self.code("TR"), "course_id": course_id,
                                     "starts_on": DAY - timedelta(days=1), **given})
        session.attendees = list(attendees)
        return self.add(session)

    def training(self, person_id: int, course_id: int, **given: Any) -> int:
        """A passed training."""
        return self.add(TrainingRecord(**{"person_id": person_id, "course_id": course_id,
                                          "completed_on": date(2026, 1, 10),
                                          "valid_until": date(2027, 1, 10), **given}))

    def certificate(self, person_id: int, **given: Any) -> int:
        """A health certificate valid for the year."""
        return self.add(Certificate(**{"person_id": person_id, "type": "health", "number": self.code("ZS"),
                                       "issued_on": date(2026, 1, 1), "valid_from": date(2026, 1, 1),
                                       "valid_to": date(2026, 12, 31), **given}))

    def plan(self, *, full: bool = True, **given: Any) -> int:
        """A draft of a service plan, complete unless said otherwise."""
        plan = Plan(**{"code": self.code("SP"), "title": "蓝海大厦保洁方案",
                       "site_id": given.get("site_id") or self._once(self.site), **given})
        if full:
            plan.needs = [PlanNeed(position=0, text="大堂无垃圾")]
            plan.items = [PlanItem(position=0, area="大堂", item="拖地", frequency="daily"),
                          PlanItem(position=1, area="卫生间", item="消毒", frequency="twice_daily")]
            plan.staffing = [PlanStaffing(position=0, post_id=self._once(self.post), shift="早班", headcount=2)]
        return self.add(plan)
