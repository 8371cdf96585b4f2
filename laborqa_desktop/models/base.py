"""What all mapped classes share: columns every record has, types, and the name of a flaw.

No rule about one record type.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, MetaData, String, TypeDecorator, text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from laborqa_desktop.text import Text


@dataclass(frozen=True)
class Flaw:
    """Something wrong (or, as a warning, doubtful) with one field of a record.

    Attributes:
        field: key of the field; "" for the record as a whole.
        row: number of the child row, from 0, for a field inside ROWS; then field is "items.text".
        warning: True never blocks saving.
    """

    field: str
    text: Text
    row: int | None = None
    warning: bool = False


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime, stored without its zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses naive moments: they would shift by the computer's zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Gives the moment its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """All tables of a library."""

    metadata = MetaData(naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    })
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment}


LIVE = text("archived = 0")
"""Codes are unique among records in use: what an undone import added gives its codes free again."""


def choice(enum: type[StrEnum], name: str) -> CheckConstraint:
    """The CHECK that keeps a column to the values of an enumeration.

    Args:
        name: the column.
    """
    values = ", ".join(f"'{member.value}'" for member in enum)
    return CheckConstraint(f"{name} IN ({values})", name=name)


class Record(Base):
    """A record of its own: it has a list, a form, a history and a place in the search.

    Class attributes (unset where they do not apply):
        type_no: stable number of the table in the search index, never reused.
        search_text: columns whose text is found by substring.
        search_names: columns with people's or places' names, found by pinyin initials too.
    """

    __abstract__ = True
    type_no: ClassVar[int] = 0
    search_text: ClassVar[tuple[str, ...]] = ()
    search_names: ClassVar[tuple[str, ...]] = ()

    id: Mapped[int] = mapped_column(primary_key=True)
    row_version: Mapped[int] = mapped_column(default=1)
    archived: Mapped[bool] = mapped_column(default=False)
    remarks: Mapped[str] = mapped_column(String(20000), default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    @declared_attr
    def import_id(cls) -> Mapped[int | None]:
        """The import that added the record, so that it can be removed as a whole."""
        return mapped_column(ForeignKey("import_run.id"), index=True)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.row_version, "confirm_deleted_rows": True}


class Row(Base):
    """A child row of a record, kept in the order the user gave it."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
