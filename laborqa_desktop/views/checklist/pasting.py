"""Rows from a spreadsheet's clipboard to values of child rows; what cannot be read is left out and counted."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.reading import Unreadable, read_number, tidy

_YES = frozenset({"1", "y", "yes", "true", "是", "有", "√", "✓", "✔", "x"})


def cells_of(text: str) -> list[list[str]]:
    """The cells of copied text: tabs between columns, quotes round cells with line breaks; empty rows left out."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n"), newline=""), delimiter="\t"))
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def columns_of(heading: Sequence[str], fields: Sequence[Field]) -> list[Field | None] | None:
    """Which field each column holds, when the first row names at least two of them; None when it is no heading."""
    names = {name: field for field in fields
             for name in (say(field.label).casefold(), str(field.label).casefold(), field.key)}
    found = [names.get(cell.strip(" *").casefold()) for cell in heading]
    return found if sum(one is not None for one in found) >= 2 else None


def value_of(cell: str, field: Field) -> Any:
    """A cell as the field keeps it.

    Raises:
        Unreadable: it is no value of that kind.
    """
    words = tidy(cell)
    if field.kind is Kind.BOOL:
        return words.casefold() in _YES or words == say(field.label)
    if field.kind is Kind.CHOICE:
        for key, label in (field.labels or {}).items():
            if words.casefold() in (key, say(label).casefold(), str(label).casefold()):
                return key
        if words:
            raise Unreadable(cell)
        return None
    if field.kind in (Kind.DECIMAL, Kind.INT, Kind.PERCENT, Kind.MONEY):
        return read_number(words.rstrip("分"), field.kind, field.scale)
    return " ".join(cell.split())


def rows_from(text: str, fields: Sequence[Field], first: int) -> tuple[list[dict[str, Any]], int]:
    """Values of each pasted row, and how many cells could not be read.

    Args:
        first: number of the field the first column goes to, unless the first row is a heading.
    """
    cells = cells_of(text)
    heading = columns_of(cells[0], fields) if cells else None
    columns = heading if heading is not None else list(fields[first:])
    rows, unread = [], 0
    for row in cells[1:] if heading is not None else cells:
        values: dict[str, Any] = {}
        for cell, field in zip(row, columns, strict=False):
            if field is None or not cell:
                continue
            try:
                values[field.key] = value_of(cell, field)
            except Unreadable:
                unread += 1
        rows.append(values)
    return rows, unread
