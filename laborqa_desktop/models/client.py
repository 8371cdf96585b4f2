"""R20, R21: clients, contracts, sites and their areas and posts."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from laborqa_desktop.models.base import LIVE, Record, Row, choice
from laborqa_desktop.models.enums import (
    AreaType,
    ClientGrade,
    ClientKind,
    ContactRole,
    ContractType,
    Kpi,
    Risk,
    ServiceType,
)
from laborqa_desktop.models.named import Named


class Contact(Row):
    """A person at the client's."""

    __tablename__ = "contact"
    __table_args__ = (choice(ContactRole, "role"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str | None] = mapped_column(String(20))
    phone: Mapped[str] = mapped_column(String(40), default="")
    wechat: Mapped[str] = mapped_column(String(80), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    birthday: Mapped[date | None]


class Client(Named, Record):
    """R20: who buys our service."""

    __tablename__ = "client"
    __table_args__ = (choice(ClientKind, "kind"), choice(ClientGrade, "grade"),
                      Index("ix_client_code", "code", unique=True, sqlite_where=LIVE),
                      Index("ix_client_name", "archived", "name_key"))
    type_no = 10
    search_text = ("name", "code", "short_name", "industry", "address", "remarks")
    search_names = ("name", "short_name")

    code: Mapped[str] = mapped_column(String(40))
    short_name: Mapped[str] = mapped_column(String(80), default="")
    uscc: Mapped[str] = mapped_column(String(40), default="")
    industry: Mapped[str] = mapped_column(String(80), default="")
    kind: Mapped[str | None] = mapped_column(String(20))
    address: Mapped[str] = mapped_column(String(300), default="")
    grade: Mapped[str | None] = mapped_column(String(20))
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    backup_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    hotline: Mapped[str] = mapped_column(String(40), default="")
    contact_cycle_days: Mapped[int | None]
    names_allowed: Mapped[bool] = mapped_column(default=False)
    confidential: Mapped[str] = mapped_column(String(20000), default="")
    contacts: Mapped[list[Contact]] = relationship(
        order_by=Contact.position, cascade="all, delete-orphan", lazy="raise")


class ContractKpi(Row):
    """A target the contract sets, in tenths of a per cent or of a point."""

    __tablename__ = "contract_kpi"
    __table_args__ = (choice(Kpi, "kpi"),)

    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id", ondelete="CASCADE"), index=True)
    kpi: Mapped[str] = mapped_column(String(30))
    target: Mapped[int]
    deduction: Mapped[str] = mapped_column(String(200), default="")


class ContractSite(Row):
    """A site the contract covers; contracts and sites are many to many."""

    __tablename__ = "contract_site"

    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id", ondelete="CASCADE"), index=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), index=True)


class Contract(Record):
    """R21: a contract with its targets and sites."""

    __tablename__ = "contract"
    __table_args__ = (choice(ContractType, "type"), Index("ix_contract_code", "code", unique=True, sqlite_where=LIVE),
                      Index("ix_contract_end", "archived", "ends_on"))
    type_no = 11
    search_text = ("code", "payment_basis", "remarks")

    code: Mapped[str] = mapped_column(String(80))
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    type: Mapped[str | None] = mapped_column(String(20))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    renewal_notice_days: Mapped[int] = mapped_column(default=60)
    amount_month: Mapped[int | None]
    payment_basis: Mapped[str] = mapped_column(String(200), default="")
    client_headcount: Mapped[int | None]
    kpis: Mapped[list[ContractKpi]] = relationship(
        order_by=ContractKpi.position, cascade="all, delete-orphan", lazy="raise")
    sites: Mapped[list[ContractSite]] = relationship(
        order_by=ContractSite.position, cascade="all, delete-orphan", lazy="raise")


class Area(Row):
    """A part of a site."""

    __tablename__ = "area"
    __table_args__ = (choice(AreaType, "type"), choice(Risk, "risk"))

    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(String(40), default="")
    name: Mapped[str] = mapped_column(String(200))
    type: Mapped[str | None] = mapped_column(String(20))
    square_metres: Mapped[int | None]
    risk: Mapped[str | None] = mapped_column(String(20))
    photo_standard: Mapped[str] = mapped_column(String(200), default="")


class SitePost(Row):
    """How many people of a post a shift needs at a site."""

    __tablename__ = "site_post"

    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"), index=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"), index=True)
    shift: Mapped[str] = mapped_column(String(40), default="")
    headcount: Mapped[int] = mapped_column(default=1)


class Site(Named, Record):
    """R21: a place where we work; it may belong to no client yet."""

    __tablename__ = "site"
    __table_args__ = (choice(ServiceType, "service_type"),
                      Index("ix_site_code", "code", unique=True, sqlite_where=LIVE),
                      Index("ix_site_name", "archived", "name_key"), Index("ix_site_number", "archived", "code"),
                      Index("ix_site_list", "archived", "client_id", "service_type"))
    type_no = 12
    search_text = ("name", "code", "address", "phone", "remarks")
    search_names = ("name",)

    code: Mapped[str] = mapped_column(String(40))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"), index=True)
    service_type: Mapped[str] = mapped_column(String(20))
    phone: Mapped[str] = mapped_column(String(40), default="")
    post_code: Mapped[str] = mapped_column(String(20), default="")
    address: Mapped[str] = mapped_column(String(300), default="")
    square_metres: Mapped[int | None]
    open_hours: Mapped[str] = mapped_column(String(200), default="")
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    visit_cycle_days: Mapped[int | None]
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    areas: Mapped[list[Area]] = relationship(order_by=Area.position, cascade="all, delete-orphan", lazy="raise")
    posts: Mapped[list[SitePost]] = relationship(
        order_by=SitePost.position, cascade="all, delete-orphan", lazy="raise")
