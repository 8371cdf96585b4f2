"""What a cell of a read sheet may be, and how it is shown. No reading and no judging of values here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True)
class Broken:
    """A cell whose value is lost.

    Attributes:
        code: the error the spreadsheet shows (#REF!), or "" for a formula that was stored without its result.
    """

    code: str = ""


Cell = str | int | float | bool | date | datetime | time | timedelta | Broken | None
"""None is an empty cell. A text is as it stands in the file, with all its spaces."""

Block = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of merged cells, each as (row, column) from 0."""


@dataclass(frozen=True)
class Sheet:
    """One sheet as it was read.

    Attributes:
        name: of the sheet; "" in a csv file.
        rows: from the first row of the sheet to the last that holds a value; rows may differ in length.
        numbers: row number in the file of each of rows, counted from 1 (csv: the line where the row begins).
        merged: merged cells, by position in rows.
    """

    name: str
    rows: list[list[Cell]]
    numbers: Sequence[int]
    merged: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Book:
    """A file as it was read.

    Attributes:
        encoding: of a csv file, as the codec is called in Python; "" for a workbook.
        delimiter: of a csv file; "" for a workbook.
    """

    file: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""


def is_blank(cell: Cell) -> bool:
    """Whether the cell is empty or holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def shown(cell: Cell) -> str:
    """The cell as a person would read it in the sheet: 1234 rather than 1234.0, dates as 2026-11-22."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e16 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes") if (cell.hour or cell.minute) else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Broken):
        return cell.code
    return str(cell)


def letters(column: int) -> str:
    """The letters over a column, counted from 0: 0 is A, 27 is AB."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
