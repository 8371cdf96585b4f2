"""R3: posts, and the editions of their job standards."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from laborqa_desktop.models.base import LIVE, Record, Row, choice
from laborqa_desktop.models.enums import CertificateType, ServiceType
from laborqa_desktop.models.named import Named


class Post(Named, Record):
    """A post people work in; what it demands stands in the editions of its job standard."""

    __tablename__ = "post"
    __table_args__ = (choice(ServiceType, "service_type"),
                      Index("ix_post_code", "code", unique=True, sqlite_where=LIVE),
                      Index("ix_post_name", "archived", "name_key"))
    type_no = 4
    search_text = ("name", "code", "remarks")
    search_names = ("name",)

    code: Mapped[str] = mapped_column(String(40))
    service_type: Mapped[str | None] = mapped_column(String(20))
    headcount: Mapped[int | None]
    career_next_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"), index=True)


class RequiredCourse(Row):
    """A course the post demands."""

    __tablename__ = "required_course"

    standard_id: Mapped[int] = mapped_column(ForeignKey("job_standard.id", ondelete="CASCADE"), index=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)


class RequiredCertificate(Row):
    """A kind of certificate the post demands."""

    __tablename__ = "required_certificate"
    __table_args__ = (choice(CertificateType, "type"),)

    standard_id: Mapped[int] = mapped_column(ForeignKey("job_standard.id", ondelete="CASCADE"), index=True)
    type: Mapped[str] = mapped_column(String(30))


class JobStandard(Record):
    """One edition of what a post demands; the newest in force on a day counts for that day."""

    __tablename__ = "job_standard"
    __table_args__ = (Index("ix_job_standard_edition", "post_id", "edition", unique=True, sqlite_where=LIVE),)
    type_no = 5
    search_text = ("duties", "remarks")

    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"), index=True)
    edition: Mapped[int] = mapped_column(default=1)
    effective_from: Mapped[date]
    technical: Mapped[bool] = mapped_column(default=False)
    duties: Mapped[str] = mapped_column(String(20000), default="")
    courses: Mapped[list[RequiredCourse]] = relationship(
        order_by=RequiredCourse.position, cascade="all, delete-orphan", lazy="raise")
    certificates: Mapped[list[RequiredCertificate]] = relationship(
        order_by=RequiredCertificate.position, cascade="all, delete-orphan", lazy="raise")
