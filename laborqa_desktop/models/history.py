"""Tables every library has whatever its records: acts and their history, drafts, attachments, imports, settings."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from laborqa_desktop.models.base import Base, choice
from laborqa_desktop.models.enums import LinkRole


class Change(StrEnum):
    """What an act did to one record. VIEW: a masked value was revealed."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    VIEW = "view"


class ImportRun(Base):
    """One import of a file; every record it added carries its id."""

    __tablename__ = "import_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(40))
    file_name: Mapped[str] = mapped_column(String(400), default="")
    sha256: Mapped[str] = mapped_column(String(64), default="")
    mapping: Mapped[Any] = mapped_column(JSON, default=dict)
    counts: Mapped[Any] = mapped_column(JSON, default=dict)
    removed_at: Mapped[datetime | None]


class Act(Base):
    """One action of a user: everything saved in one unit of work."""

    __tablename__ = "act"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    person: Mapped[str] = mapped_column(String(80), default="")
    context: Mapped[str] = mapped_column(String(80))
    source: Mapped[str] = mapped_column(String(400))
    places: Mapped[Any] = mapped_column("values", JSON, default=dict)
    reason: Mapped[str] = mapped_column(String(2000), default="")
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)
    undo_of: Mapped[int | None] = mapped_column(ForeignKey("act.id"))
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


class History(Base):
    """What one act did to one record: {column: [old, new]}; blanked values are NULL and leave the chain whole."""

    __tablename__ = "history"
    __table_args__ = (choice(Change, "kind"), Index("ix_history_table_name_row_id_id", "table_name", "row_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"), index=True)
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(8))
    changes: Mapped[str | None] = mapped_column("values", String)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    chain: Mapped[bytes] = mapped_column(LargeBinary)


class Draft(Base):
    """An unfinished form. record_id 0: a record that was never saved."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("type", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[int] = mapped_column(default=0)
    content: Mapped[Any] = mapped_column("values", JSON)
    saved_at: Mapped[datetime]


class Blob(Base):
    """A stored file (R45): once per content, encrypted beside the database under its id."""

    __tablename__ = "blob"
    __table_args__ = (CheckConstraint("bytes >= 0", name="bytes"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    original_name: Mapped[str] = mapped_column(String(255), default="")
    mime: Mapped[str] = mapped_column(String(100), default="")
    bytes: Mapped[int]
    pixels: Mapped[str] = mapped_column(String(20), default="")
    taken_at: Mapped[datetime | None]
    imported_at: Mapped[datetime]


class Thumbnail(Base):
    """A small picture of a stored picture, at most 64 KB, so that lists need not open files."""

    __tablename__ = "thumbnail"

    blob_id: Mapped[str] = mapped_column(ForeignKey("blob.id", ondelete="CASCADE"), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class AttachmentLink(Base):
    """A file attached to a record of any table.

    Attributes:
        name: what the file is called here; the same content may be attached elsewhere under another name. None: it was
            attached before this was kept, and is called as its content was first.
    """

    __tablename__ = "attachment_link"
    __table_args__ = (
        choice(LinkRole, "role"),
        Index("ix_attachment_link_table_name_record_id_id", "table_name", "record_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    blob_id: Mapped[str] = mapped_column(ForeignKey("blob.id"), index=True)
    table_name: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[int]
    role: Mapped[str] = mapped_column(String(12), default=LinkRole.OTHER.value)
    caption: Mapped[str] = mapped_column(String(400), default="")
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str | None] = mapped_column(String(255))


ATTACHED_NAME = func.coalesce(AttachmentLink.name, Blob.original_name)
"""What an attached file is called at its record."""


class Setting(Base):
    """A setting that belongs to the library. The history covers value; secret (keys) stays out of it."""

    __tablename__ = "setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    value: Mapped[Any] = mapped_column(JSON)
    secret: Mapped[bytes | None] = mapped_column(LargeBinary, info={"history": False})


class Counter(Base):
    """The last number given in a series in a year."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(String(20), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(default=0)


class Purge(Base):
    """A record whose values were deleted by law; the list is repeated when an older copy is restored."""

    __tablename__ = "purge"

    id: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int]
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(2000), default="")
