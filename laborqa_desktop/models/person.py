"""R2: people. Staff and named outsiders share a table, because either may own, inspect or teach."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from laborqa_desktop.models.base import LIVE, Record, Row, choice
from laborqa_desktop.models.enums import (
    ConsentCategory,
    Education,
    EmploymentType,
    Gender,
    IdType,
    LeaveReason,
    PersonKind,
    SocialInsurance,
    StaffStatus,
)
from laborqa_desktop.models.named import Named


class Employment(Row):
    """One spell of employment; people come back."""

    __tablename__ = "employment"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    hired_on: Mapped[date]
    left_on: Mapped[date | None]
    reason: Mapped[str | None] = mapped_column(String(20))
    post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"), index=True)


class WorkHistory(Row):
    """A job elsewhere before this one."""

    __tablename__ = "work_history"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    company: Mapped[str] = mapped_column(String(200))
    post: Mapped[str] = mapped_column(String(80), default="")
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    contact: Mapped[str] = mapped_column(String(200), default="")


class InternalMove(Row):
    """A change of site, post or level inside the company."""

    __tablename__ = "internal_move"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"), index=True)
    level: Mapped[str] = mapped_column(String(40), default="")


class Skill(Row):
    """An assessed skill, level 0 to 4."""

    __tablename__ = "skill"
    __table_args__ = (CheckConstraint("level BETWEEN 0 AND 4", name="level"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    skill: Mapped[str] = mapped_column(String(80))
    level: Mapped[int] = mapped_column(default=0)
    assessed_on: Mapped[date | None]
    assessor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    evidence: Mapped[str] = mapped_column(String(200), default="")
    recheck_due: Mapped[date | None]


class Consent(Row):
    """What the person has agreed to, and whether it was withdrawn; the signed paper is attached to the person."""

    __tablename__ = "consent"
    __table_args__ = (choice(ConsentCategory, "category"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    category: Mapped[str] = mapped_column(String(20), default=ConsentCategory.GENERAL.value)
    given_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(400), default="")


class Person(Named, Record):
    """A staff file or a named outsider; the staff's own columns stay empty for an outsider.

    Attributes:
        frozen_on: since when the data are kept but not used any more.
        purged_on: when the values were deleted by law; the row stays under a pseudonym, because others point to it.
    """

    __tablename__ = "person"
    __table_args__ = (
        choice(PersonKind, "kind"), choice(IdType, "id_type"), choice(Gender, "gender"),
        choice(Education, "education"), choice(EmploymentType, "employment_type"), choice(StaffStatus, "status"),
        choice(LeaveReason, "leave_reason"), choice(SocialInsurance, "social_insurance"),
        Index("ix_person_code", "code", unique=True, sqlite_where=LIVE),
        Index("ix_person_name", "archived", "name_key"),
        Index("ix_person_hired", "archived", "hired_on"),
        Index("ix_person_post", "archived", "post_id"), Index("ix_person_site", "archived", "site_id"),
        Index("ix_person_list", "archived", "kind", "status", "site_id", "post_id", "employment_type"),
    )
    type_no = 3
    search_text = ("name", "code", "phone", "organisation", "team", "native_place", "remarks")
    search_names = ("name",)
    search_last4 = ("id_no",)

    kind: Mapped[str] = mapped_column(String(20), default=PersonKind.STAFF.value)
    code: Mapped[str | None] = mapped_column(String(40))
    organisation: Mapped[str] = mapped_column(String(200), default="")
    id_type: Mapped[str | None] = mapped_column(String(20))
    id_no: Mapped[str] = mapped_column(String(40), default="")
    id_valid_to: Mapped[date | None]
    gender: Mapped[str | None] = mapped_column(String(20))
    birth_date: Mapped[date | None]
    ethnicity: Mapped[str] = mapped_column(String(40), default="")
    native_place: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    address: Mapped[str] = mapped_column(String(300), default="")
    emergency_name: Mapped[str] = mapped_column(String(80), default="")
    emergency_relation: Mapped[str] = mapped_column(String(40), default="")
    emergency_phone: Mapped[str] = mapped_column(String(40), default="")
    education: Mapped[str | None] = mapped_column(String(20))
    school: Mapped[str] = mapped_column(String(200), default="")
    major: Mapped[str] = mapped_column(String(80), default="")
    employment_type: Mapped[str | None] = mapped_column(String(20))
    hired_on: Mapped[date | None]
    probation_end: Mapped[date | None]
    contract_start: Mapped[date | None]
    contract_end: Mapped[date | None]
    post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"), index=True)
    level: Mapped[str] = mapped_column(String(40), default="")
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id"), index=True)
    team: Mapped[str] = mapped_column(String(80), default="")
    reports_to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    status: Mapped[str | None] = mapped_column(String(20))
    left_on: Mapped[date | None]
    leave_reason: Mapped[str | None] = mapped_column(String(20))
    eligible_rehire: Mapped[bool] = mapped_column(default=True)
    pay_grade: Mapped[str] = mapped_column(String(40), default="")
    social_insurance: Mapped[str | None] = mapped_column(String(20))
    social_insurance_reason: Mapped[str] = mapped_column(String(200), default="")
    accident_insurance_to: Mapped[date | None]
    consent_on: Mapped[date | None]
    photo: Mapped[str | None] = mapped_column(String(80))
    frozen_on: Mapped[date | None]
    purged_on: Mapped[date | None]

    employment: Mapped[list[Employment]] = relationship(
        order_by=Employment.position, cascade="all, delete-orphan", lazy="raise")
    work_history: Mapped[list[WorkHistory]] = relationship(
        order_by=WorkHistory.position, cascade="all, delete-orphan", lazy="raise")
    moves: Mapped[list[InternalMove]] = relationship(
        order_by=InternalMove.position, cascade="all, delete-orphan", lazy="raise")
    skills: Mapped[list[Skill]] = relationship(
        order_by=Skill.position, cascade="all, delete-orphan", lazy="raise", foreign_keys=Skill.person_id)
    consents: Mapped[list[Consent]] = relationship(
        order_by=Consent.position, cascade="all, delete-orphan", lazy="raise")
