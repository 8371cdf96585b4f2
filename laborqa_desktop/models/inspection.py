"""R29, R31: checklists in editions, inspections, and the rules of scoring (formulas.md C1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from laborqa_desktop.models.base import LIVE, Record, Row, choice
from laborqa_desktop.models.enums import (
    Answer,
    ChecklistStatus,
    InspectionResult,
    InspectionState,
    InspectionType,
    Method,
    Origin,
    ResponseKind,
    Scoring,
    ServiceType,
    Severity,
)
from laborqa_desktop.models.named import Named

GRADE_PER_CENT: dict[str, int] = {
    Answer.EXCELLENT: 100, Answer.GOOD: 85, Answer.FAIR: 70, Answer.POOR: 0, Answer.PASS: 100, Answer.FAIL: 0}
"""Share of an item's points that an answer earns; N/A earns nothing and is left out."""

FAILING = frozenset({Answer.POOR.value, Answer.FAIL.value})
ANSWERS_OF: dict[str, tuple[Answer, ...]] = {
    ResponseKind.GRADE: (Answer.EXCELLENT, Answer.GOOD, Answer.FAIR, Answer.POOR, Answer.NA),
    ResponseKind.PASS_FAIL: (Answer.PASS, Answer.FAIL, Answer.NA),
}
"""What may be answered, in the order of the keys 1, 2, 3, 4; N/A is key 0."""

COUNTING = (InspectionState.SUBMITTED.value, InspectionState.REVIEWED.value)
"""States whose inspections count in figures; void and draft ones never do."""


@dataclass(frozen=True)
class ItemAnswer:
    """What scoring needs to know of one item. points is the item's full value in hundredths."""

    points: int
    answer: str | None
    critical: bool = False


@dataclass(frozen=True)
class Score:
    """A score as numerator and denominator, in hundredths of a point.

    Attributes:
        earned, maximum: maximum 0 means nothing was rated: no score, never 0 %.
        passed, rated: items passed, items rated (N/A left out).
        critical_failed: a critical item failed, so the inspection fails whatever the score.
        answered: items with any answer, N/A included.
    """

    earned: int
    maximum: int
    passed: int
    rated: int
    critical_failed: bool
    answered: int

    @property
    def per_cent(self) -> float | None:
        """Score in per cent, None when nothing was rated."""
        return self.earned * 100 / self.maximum if self.maximum else None

    def result(self, pass_mark: int | None) -> InspectionResult:
        """The verdict. pass_mark is in tenths of a per cent; without one the result is "not rated"."""
        if self.critical_failed:
            return InspectionResult.FAIL
        if pass_mark is None or not self.maximum:
            return InspectionResult.NOT_RATED
        return InspectionResult.PASS if self.earned * 1000 >= pass_mark * self.maximum else InspectionResult.FAIL


def score(items: Iterable[ItemAnswer], scoring: Scoring = Scoring.WEIGHTED) -> Score:
    """Scores the items of an inspection: SUM(w x s) / SUM(w x m), formulas.md C1.

    N/A leaves both sums; with Scoring.NA_FULL it earns full points; Scoring.DEDUCT takes the points of failed items
    from 100; Scoring.DEFECTS counts passed items over rated items. Unanswered items are left out like N/A.
    """
    earned = maximum = passed = rated = answered = lost = 0
    critical = False
    for item in items:
        if item.answer is None:
            continue
        answered += 1
        if item.answer == Answer.NA:
            if scoring is Scoring.NA_FULL:
                earned, maximum = earned + item.points, maximum + item.points
            continue
        failed = item.answer in FAILING
        rated, passed = rated + 1, passed + (not failed)
        critical = critical or (failed and item.critical)
        lost += item.points if failed else 0
        maximum += item.points
        earned += item.points * GRADE_PER_CENT[item.answer] // 100
    if scoring is Scoring.DEDUCT and rated:
        earned, maximum = max(0, 10000 - lost), 10000
    elif scoring is Scoring.DEFECTS:
        earned, maximum = passed * 100, rated * 100
    return Score(earned, maximum, passed, rated, critical, answered)


def stated_result(stated_score: int | None, pass_mark: int | None) -> InspectionResult:
    """The verdict of an imported score (both in tenths of a per cent): no mark or no score is "not rated"."""
    if stated_score is None or pass_mark is None:
        return InspectionResult.NOT_RATED
    return InspectionResult.PASS if stated_score >= pass_mark else InspectionResult.FAIL


class Asked:
    """What is asked about one thing; weight_x100 is its full points in hundredths."""

    section: Mapped[str] = mapped_column(String(80), default="")
    text: Mapped[str] = mapped_column(String(500))
    requirement: Mapped[str] = mapped_column(String(500), default="")
    method: Mapped[str | None] = mapped_column(String(20))
    response_kind: Mapped[str] = mapped_column(String(20), default=ResponseKind.GRADE.value)
    weight_x100: Mapped[int] = mapped_column(default=100)
    critical: Mapped[bool] = mapped_column(default=False)
    note_on_fail: Mapped[bool] = mapped_column(default=True)
    photo_on_fail: Mapped[bool] = mapped_column(default=False)
    severity_if_fail: Mapped[str] = mapped_column(String(20), default=Severity.MINOR.value)


COPIED = tuple(Asked.__annotations__)
"""What an inspection's item takes over from the checklist's, so that evidence stays what it was."""


class ChecklistItem(Asked, Row):
    """One thing to check."""

    __tablename__ = "checklist_item"
    __table_args__ = (choice(Method, "method"), choice(ResponseKind, "response_kind"),
                      choice(Severity, "severity_if_fail"), CheckConstraint("weight_x100 >= 0", name="weight"))

    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklist.id", ondelete="CASCADE"), index=True)


class Checklist(Named, Record):
    """R29: one edition of a checklist. pass_mark is in tenths of a per cent; None: results are "not rated"."""

    __tablename__ = "checklist"
    __table_args__ = (choice(InspectionType, "type"), choice(ServiceType, "service_type"),
                      choice(ChecklistStatus, "status"), choice(Scoring, "scoring"),
                      Index("ix_checklist_edition", "code", "edition", unique=True, sqlite_where=LIVE),
                      Index("ix_checklist_name", "archived", "name_key"))
    type_no = 14
    search_text = ("name", "code", "remarks")
    search_names = ("name",)

    code: Mapped[str] = mapped_column(String(40))
    edition: Mapped[int] = mapped_column(default=1)
    type: Mapped[str] = mapped_column(String(20), default=InspectionType.DAILY.value)
    service_type: Mapped[str | None] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20), default=ChecklistStatus.DRAFT.value)
    scoring: Mapped[str] = mapped_column(String(20), default=Scoring.WEIGHTED.value)
    pass_mark: Mapped[int | None]
    effective_from: Mapped[date | None]
    change_reason: Mapped[str] = mapped_column(String(2000), default="")
    items: Mapped[list[ChecklistItem]] = relationship(
        order_by=ChecklistItem.position, cascade="all, delete-orphan", lazy="raise")


class InspectionItem(Asked, Row):
    """An item with its answer. The text is copied from the checklist, so that evidence stays what it was."""

    __tablename__ = "inspection_item"
    __table_args__ = (choice(Answer, "answer"),)

    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str | None] = mapped_column(String(20))
    corrected_on_spot: Mapped[bool] = mapped_column(default=False)
    comment: Mapped[str] = mapped_column(String(2000), default="")


class Inspection(Record):
    """R31: an inspection; submitting freezes its items, names and score.

    stated_score, score and pass_mark are in tenths of a per cent, earned and maximum in hundredths of a point.
    """

    __tablename__ = "inspection"
    __table_args__ = (
        choice(InspectionType, "type"), choice(InspectionState, "state"), choice(InspectionResult, "result"),
        choice(Origin, "origin"), choice(Scoring, "scoring"),
        Index("ix_inspection_code", "code", unique=True, sqlite_where=LIVE),
        Index("ix_inspection_date", "archived", "inspected_on"),
        Index("ix_inspection_score", "archived", "score"),
        Index("ix_inspection_site", "archived", "site_id"),
        Index("ix_inspection_client", "archived", "client_id"),
        Index("ix_inspection_checklist", "archived", "checklist_id"),
        Index("ix_inspection_inspector", "archived", "inspector_id"),
        Index("ix_inspection_number", "archived", "code"),
        Index("ix_inspection_type", "archived", "type"),
        Index("ix_inspection_result", "archived", "result"),
        Index("ix_inspection_state", "archived", "state"),
        Index("ix_inspection_list", "archived", "inspected_on", "site_id", "type", "result", "state", "client_id",
              "checklist_id", "inspector_id", "score"),
    )
    type_no = 15
    search_text = ("code", "accompanied_by", "area", "shift", "summary", "remarks")

    code: Mapped[str | None] = mapped_column(String(40))
    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklist.id"))
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"))
    inspector_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    type: Mapped[str] = mapped_column(String(20))
    inspected_on: Mapped[date]
    started_at: Mapped[str] = mapped_column(String(5), default="")
    minutes: Mapped[int | None]
    shift: Mapped[str] = mapped_column(String(40), default="")
    area: Mapped[str] = mapped_column(String(200), default="")
    accompanied_by: Mapped[str] = mapped_column(String(80), default="")
    summary: Mapped[str] = mapped_column(String(2000), default="")
    recheck_of_id: Mapped[int | None] = mapped_column(ForeignKey("inspection.id"), index=True)
    hidden_until: Mapped[date | None]
    origin: Mapped[str] = mapped_column(String(20), default=Origin.ENTERED.value)
    stated_score: Mapped[int | None]
    state: Mapped[str] = mapped_column(String(20), default=InspectionState.DRAFT.value)
    void_reason: Mapped[str] = mapped_column(String(2000), default="")
    submitted_at: Mapped[datetime | None]
    client_signed_by: Mapped[str] = mapped_column(String(80), default="")
    client_signed_on: Mapped[date | None]
    reviewed_by: Mapped[str] = mapped_column(String(80), default="")
    reviewed_on: Mapped[date | None]
    # frozen on submit
    site_name: Mapped[str] = mapped_column(String(300), default="")
    client_name: Mapped[str] = mapped_column(String(300), default="")
    inspector_name: Mapped[str] = mapped_column(String(300), default="")
    checklist_name: Mapped[str] = mapped_column(String(300), default="")
    checklist_edition: Mapped[int | None]
    scoring: Mapped[str] = mapped_column(String(20), default=Scoring.WEIGHTED.value)
    pass_mark: Mapped[int | None]
    earned: Mapped[int] = mapped_column(default=0)
    maximum: Mapped[int] = mapped_column(default=0)
    items_passed: Mapped[int] = mapped_column(default=0)
    items_rated: Mapped[int] = mapped_column(default=0)
    corrected_on_spot: Mapped[int] = mapped_column(default=0)
    critical_failed: Mapped[bool] = mapped_column(default=False)
    result: Mapped[str] = mapped_column(String(20), default=InspectionResult.NOT_RATED.value)
    score: Mapped[float | None] = mapped_column(Computed(
        "CASE WHEN stated_score IS NOT NULL THEN stated_score * 1.0 "
        "WHEN maximum > 0 THEN earned * 1000.0 / maximum END", persisted=False))
    items: Mapped[list[InspectionItem]] = relationship(
        order_by=InspectionItem.position, cascade="all, delete-orphan", lazy="raise")
