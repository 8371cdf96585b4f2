"""Values that the history kept, as the columns of their table take them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, LargeBinary, Table

from laborqa_desktop.models.base import Moment


def typed(table: Table, column: str, value: Any) -> Any:
    """A value from the history as its column takes it."""
    if value is None or column not in table.c:
        return None if column not in table.c or table.c[column].nullable else default(table, column)
    kind = table.c[column].type
    if isinstance(kind, Moment) and isinstance(value, str):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date) and isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(kind, LargeBinary) and isinstance(value, str):
        return bytes.fromhex(value)
    return value


def default(table: Table, column: str) -> Any:
    """What a column holds when nothing was entered."""
    found: Any = table.c[column].default
    return found.arg if found is not None and found.is_scalar else ""


def filled(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with defaults for the columns that must not be empty; the history leaves empty ones out."""
    return {column.name: values[column.name] if column.name in values else default(table, column.name)
            for column in table.c if column.name in values or (not column.nullable and column.name != "id")}
