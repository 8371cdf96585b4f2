"""The schema of a library: making it, telling its revision, bringing an older one up to date."""

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from laborqa_desktop.models.base import Base
from laborqa_desktop.store import search

REVISIONS: tuple[str, ...] = ("0001",)
"""Every step there is, oldest first; a test compares it with the files in migrations/."""


def scripts() -> Path:
    """The folder of the migration scripts, from source and packed."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2]))
    return root / "migrations"


def create_schema(connection: Connection) -> None:
    """Makes all tables, indexes and the search index in an empty database, at the newest revision."""
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(search.DDL)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                               "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))


def revision(connection: Any) -> str:
    """The revision of an open database, "" when there is none. connection: the driver's own."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""
