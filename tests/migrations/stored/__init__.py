"""One library kept from each revision of the schema, and what its rows were, written with the program of that day:

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.migrations.stored
"""

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

PASSWORD = "stored library"
HERE = Path(__file__).parent

Expected = dict[str, dict[str, Any]]
"""Table -> columns it had, number of rows, digest of their values."""


def unpack(revision: str, folder: Path) -> Path:
    """The library of that revision, in the folder."""
    with zipfile.ZipFile(HERE / f"{revision}.zip") as kept:
        kept.extractall(folder)
    return folder


def expected(revision: str) -> Expected:
    """What stood in the rows of that library."""
    found: Expected = json.loads((HERE / f"{revision}.json").read_text(encoding="utf-8"))
    return found


def contents(connection: Connection, columns: Mapping[str, Sequence[str]] | None = None) -> Expected:
    """The rows of every table, in digests.

    Args:
        columns: table -> the columns to look at; None: all tables, all columns.
    """
    if columns is None:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND name NOT LIKE 'search%' AND name != 'alembic_version' ORDER BY name").scalars().all()
        columns = {name: [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{name}")')]
                   for name in tables}
    return {table: {"columns": list(names), **_digest(connection, table, names)} for table, names in columns.items()}


def _digest(connection: Connection, table: str, columns: Sequence[str]) -> dict[str, Any]:
    listed = ", ".join(f'"{name}"' for name in columns)
    where = "WHERE \"key\" != 'library.program_version'" if table == "setting" else ""
    rows = connection.exec_driver_sql(f'SELECT {listed} FROM "{table}" {where} ORDER BY rowid').all()
    summed = hashlib.sha256()
    for row in rows:
        summed.update(json.dumps([one.hex() if isinstance(one, bytes) else one for one in row]).encode())
    return {"rows": len(rows), "sha256": summed.hexdigest()}
