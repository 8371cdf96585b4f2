"""R22: service plans in editions, and the steps a plan may take."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from laborqa_desktop.models.base import LIVE, Record, Row, choice
from laborqa_desktop.models.enums import AreaType, Frequency, PlanStatus

STEPS: dict[PlanStatus, tuple[PlanStatus, ...]] = {
    PlanStatus.DRAFT: (PlanStatus.INTERNAL_REVIEW,),
    PlanStatus.INTERNAL_REVIEW: (PlanStatus.CLIENT_CONFIRM, PlanStatus.DRAFT),
    PlanStatus.CLIENT_CONFIRM: (PlanStatus.ACTIVE, PlanStatus.DRAFT),
    PlanStatus.ACTIVE: (PlanStatus.CLOSED,),
    PlanStatus.SUPERSEDED: (),
    PlanStatus.CLOSED: (),
}
"""Allowed steps by hand; superseded comes by itself when a newer edition becomes active (domain.md, lifecycles)."""

EDITABLE = (PlanStatus.DRAFT.value, PlanStatus.INTERNAL_REVIEW.value)


class PlanNeed(Row):
    """A need of the client and the clause that covers it."""

    __tablename__ = "plan_need"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(2000))
    contact: Mapped[str] = mapped_column(String(80), default="")
    noted_on: Mapped[date | None]
    covered_by: Mapped[str] = mapped_column(String(200), default="")


class PlanItem(Row):
    """A service item: where, what, how often, to which standard."""

    __tablename__ = "plan_item"
    __table_args__ = (choice(AreaType, "area_type"), choice(Frequency, "frequency"))

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    area_type: Mapped[str | None] = mapped_column(String(20))
    area: Mapped[str] = mapped_column(String(200), default="")
    item: Mapped[str] = mapped_column(String(500))
    frequency: Mapped[str | None] = mapped_column(String(20))
    standard: Mapped[str] = mapped_column(String(500), default="")


class PlanStaffing(Row):
    """How many people of a post a shift gets."""

    __tablename__ = "plan_staffing"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"), index=True)
    shift: Mapped[str] = mapped_column(String(40), default="")
    headcount: Mapped[int] = mapped_column(default=1)
    qualification: Mapped[str] = mapped_column(String(200), default="")


class Plan(Record):
    """One edition of a site's service plan."""

    __tablename__ = "plan"
    __table_args__ = (choice(PlanStatus, "status"),
                      Index("ix_plan_edition", "site_id", "edition", unique=True, sqlite_where=LIVE),
                      Index("ix_plan_code", "code", unique=True, sqlite_where=LIVE))
    type_no = 13
    search_text = ("title", "code", "exclusions", "equipment", "emergency", "communication", "risks", "remarks")

    code: Mapped[str] = mapped_column(String(40))
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), index=True)
    edition: Mapped[int] = mapped_column(default=1)
    title: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(20), default=PlanStatus.DRAFT.value, index=True)
    effective_from: Mapped[date | None]
    exclusions: Mapped[str] = mapped_column(String(20000), default="")
    equipment: Mapped[str] = mapped_column(String(20000), default="")
    emergency: Mapped[str] = mapped_column(String(20000), default="")
    communication: Mapped[str] = mapped_column(String(20000), default="")
    risks: Mapped[str] = mapped_column(String(20000), default="")
    change_reason: Mapped[str] = mapped_column(String(2000), default="")
    confirmed_by: Mapped[str] = mapped_column(String(80), default="")
    confirmed_on: Mapped[date | None]
    needs: Mapped[list[PlanNeed]] = relationship(
        order_by=PlanNeed.position, cascade="all, delete-orphan", lazy="raise")
    items: Mapped[list[PlanItem]] = relationship(
        order_by=PlanItem.position, cascade="all, delete-orphan", lazy="raise")
    staffing: Mapped[list[PlanStaffing]] = relationship(
        order_by=PlanStaffing.position, cascade="all, delete-orphan", lazy="raise")
