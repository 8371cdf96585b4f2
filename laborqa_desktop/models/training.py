"""R6, R8, R9, R13: courses, sessions, training records and certificates."""

from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from laborqa_desktop.models.base import LIVE, Record, Row, choice
from laborqa_desktop.models.enums import (
    Attendance,
    CertificateType,
    CourseCategory,
    CourseMode,
    CoursePhase,
    TrainingResult,
    Verification,
)
from laborqa_desktop.models.named import Named

CAME = (Attendance.PRESENT.value, Attendance.LATE.value)
"""Attendance that gives a training record."""


def valid_until(completed_on: date, cycle_months: int | None) -> date | None:
    """The last day a training counts; None without a repeat cycle.

    A month later than 31 January is 28 or 29 February.
    """
    return completed_on + relativedelta(months=cycle_months) if cycle_months else None


class Course(Named, Record):
    """R6: what is taught."""

    __tablename__ = "course"
    __table_args__ = (choice(CourseCategory, "category"), choice(CoursePhase, "phase"), choice(CourseMode, "mode"),
                      Index("ix_course_code", "code", unique=True, sqlite_where=LIVE),
                      Index("ix_course_name", "archived", "name_key"))
    type_no = 6
    search_text = ("name", "code", "documents", "remarks")
    search_names = ("name",)

    code: Mapped[str] = mapped_column(String(40))
    category: Mapped[str] = mapped_column(String(30))
    phase: Mapped[str] = mapped_column(String(20))
    hours_x10: Mapped[int] = mapped_column(default=0)
    mode: Mapped[str | None] = mapped_column(String(20))
    cycle_months: Mapped[int | None]
    pass_mark: Mapped[int | None]
    documents: Mapped[str] = mapped_column(String(2000), default="")


class Attendee(Row):
    """One person at a session."""

    __tablename__ = "attendee"
    __table_args__ = (choice(Attendance, "attendance"), choice(TrainingResult, "result"))

    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    mandatory: Mapped[bool] = mapped_column(default=True)
    attendance: Mapped[str | None] = mapped_column(String(20))
    minutes: Mapped[int | None]
    score_x10: Mapped[int | None]
    result: Mapped[str | None] = mapped_column(String(20))


class TrainingSession(Record):
    """R8: a course held (or to be held) on a day."""

    __tablename__ = "training_session"
    __table_args__ = (Index("ix_training_session_code", "code", unique=True, sqlite_where=LIVE),
                      Index("ix_training_session_start", "archived", "starts_on"),
                      CheckConstraint("evaluation_x10 BETWEEN 10 AND 50", name="evaluation"))
    type_no = 7
    search_text = ("code", "place", "remarks")

    code: Mapped[str] = mapped_column(String(40))
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    place: Mapped[str] = mapped_column(String(200), default="")
    trainer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    trainer_qualification: Mapped[str] = mapped_column(String(200), default="")
    cost: Mapped[int | None]
    evaluation_x10: Mapped[int | None]
    held: Mapped[bool] = mapped_column(default=False)
    attendees: Mapped[list[Attendee]] = relationship(
        order_by=Attendee.position, cascade="all, delete-orphan", lazy="raise")


class TrainingRecord(Record):
    """R9: what one person has completed, and until when it counts."""

    __tablename__ = "training_record"
    __table_args__ = (choice(TrainingResult, "result"),
                      Index("ix_training_record_done", "archived", "completed_on"),
                      Index("ix_training_record_until", "archived", "valid_until"),
                      Index("ix_training_record_person", "archived", "person_id"),
                      Index("ix_training_record_course", "archived", "course_id"))
    type_no = 8
    search_text = ("proof", "remarks")

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("training_session.id"), index=True)
    completed_on: Mapped[date]
    hours_x10: Mapped[int] = mapped_column(default=0)
    score_x10: Mapped[int | None]
    result: Mapped[str] = mapped_column(String(20), default=TrainingResult.PASS.value)
    valid_until: Mapped[date | None]
    proof: Mapped[str] = mapped_column(String(200), default="")


class Certificate(Record):
    """R13: a dated certificate; a renewal is a new row that names the old one."""

    __tablename__ = "certificate"
    __table_args__ = (choice(CertificateType, "type"), choice(Verification, "verification"),
                      Index("ix_certificate_until", "archived", "valid_to"),
                      Index("ix_certificate_type", "archived", "type"),
                      Index("ix_certificate_number", "archived", "number"),
                      Index("ix_certificate_person", "archived", "person_id"))
    type_no = 9
    search_text = ("number", "issuer", "level", "remarks")

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    type: Mapped[str] = mapped_column(String(30))
    number: Mapped[str] = mapped_column(String(80), default="")
    level: Mapped[str] = mapped_column(String(40), default="")
    issuer: Mapped[str] = mapped_column(String(200), default="")
    issued_on: Mapped[date]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    review_due: Mapped[date | None]
    verification: Mapped[str] = mapped_column(String(20), default=Verification.UNCHECKED.value)
    verified_on: Mapped[date | None]
    reminder_days: Mapped[int] = mapped_column(default=30)
    renews_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"), index=True)
    revoked: Mapped[bool] = mapped_column(default=False)
    blocks_assignment: Mapped[bool] = mapped_column(default=False)
