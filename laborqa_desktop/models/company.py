"""R1: our own company and its departments and teams."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from laborqa_desktop.models.base import Record, choice
from laborqa_desktop.models.enums import UnitKind
from laborqa_desktop.models.named import Named


class Company(Record):
    """The one row that says who we are: what stands on every report, and its logo, seal and signature pictures."""

    __tablename__ = "company"
    type_no = 1
    search_text = ("legal_name", "short_name")
    search_names = ("legal_name",)

    legal_name: Mapped[str] = mapped_column(String(300))
    short_name: Mapped[str] = mapped_column(String(80), default="")
    uscc: Mapped[str] = mapped_column(String(40), default="")
    address: Mapped[str] = mapped_column(String(300), default="")
    phone: Mapped[str] = mapped_column(String(80), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    hotline: Mapped[str] = mapped_column(String(80), default="")
    prepared_by: Mapped[str] = mapped_column(String(80), default="")
    reviewed_by: Mapped[str] = mapped_column(String(80), default="")
    approved_by: Mapped[str] = mapped_column(String(80), default="")
    objection_days: Mapped[int] = mapped_column(default=7)
    min_sample: Mapped[int] = mapped_column(default=5)
    logo: Mapped[str | None] = mapped_column(String(80))
    seal: Mapped[str | None] = mapped_column(String(80))
    signature: Mapped[str | None] = mapped_column(String(80))


class OrgUnit(Named, Record):
    """A company, department or team that can be responsible for something."""

    __tablename__ = "org_unit"
    __table_args__ = (choice(UnitKind, "kind"), Index("ix_org_unit_name", "archived", "name_key"))
    type_no = 2
    search_text = ("name",)
    search_names = ("name",)

    kind: Mapped[str] = mapped_column(String(20), default=UnitKind.DEPT.value)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id"), index=True)
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
