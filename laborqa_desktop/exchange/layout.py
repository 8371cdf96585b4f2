"""Finding the table inside a sheet: which row holds the headings, which rows are totals, which columns only count."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Broken, Cell, Sheet, is_blank, letters, shown
from laborqa_desktop.text import N_, Text

HEADING_ROWS = 10
"""Headings are looked for in the first so many rows of a sheet."""

LONGEST_HEADING = 500
"""So much of a cell is compared with words that are known."""

TOTALS = frozenset({"合计", "总计", "小计", "共计", "累计", "total", "totals", "grandtotal", "subtotal", "sum"})
COUNTERS = frozenset({"序号", "序", "no", "项次", "行号", "sn", "serialno", "serialnumber"})
SIGNATURE = re.compile(r"\s*(制表|填表|审核|审批|批准|复核|制单)人?\s*[:\uff1a]")
BRACKETS = re.compile(r"[(\uff08\[【][^)\uff09\]】]*[)\uff09\]】]")
NUMBER = re.compile(r"[-+]?[¥\uffe5]?[\d,.]+\s*%?")
COUNTED = re.compile(NUMBER.pattern + r"[\u4e00-\u9fff]{0,2}")      # 3人, 12.5小时

TOTAL_ROW = N_("Import", "a row of totals")
SIGNATURE_ROW = N_("Import", "a line for signatures below the table")
NUMBER_ONLY = N_("Import", "a running number and nothing else")


@dataclass(frozen=True)
class LeftOut:
    """A row that is no record, shown to the user with its reason."""

    row: int
    reason: Text
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A sheet after its headings were found.

    Attributes:
        heading_row: its number in the file.
        headings: one for each column, none twice; a column without one is called by its letters.
        counters: headings of columns that only number the rows.
        rows: those that are records, each as long as headings.
        numbers: row number in the file of each of rows.
        left_out: rows that are no records.
    """

    sheet: str
    heading_row: int
    headings: tuple[str, ...]
    counters: frozenset[str]
    rows: list[list[Cell]]
    numbers: list[int]
    left_out: tuple[LeftOut, ...]


def plain_heading(heading: str) -> str:
    """A heading without what people add to it: spaces, punctuation, full-width forms, capitals, a star."""
    plain = unicodedata.normalize("NFKC", heading[:LONGEST_HEADING]).casefold()
    return "".join(mark for mark in plain if mark.isalnum())


def without_brackets(heading: str) -> str:
    """A heading without a unit or a remark in brackets: 金额(元) becomes 金额."""
    return BRACKETS.sub("", heading[:LONGEST_HEADING])


def find_table(sheet: Sheet, known: Collection[str] = (), heading_row: int | None = None) -> Table:
    """The table of a sheet.

    Args:
        known: headings that would be understood; the row that holds most of them is taken.
        heading_row: number of the heading row in the file, when the user has named it.

    Raises:
        UnreadableInput: the sheet is empty.
    """
    start = _named_row(sheet, heading_row) if heading_row else _heading_row(sheet, {plain_heading(k) for k in known})
    if start is None:
        raise UnreadableInput(
            N_("Import", "There is no row of headings in the sheet {sheet}.").of(sheet=sheet.name or "1"))
    width = max((_width(row) for row in sheet.rows[start:]), default=0)
    headings = _headings(sheet.rows[start], width)
    rows: list[list[Cell]] = []
    numbers: list[int] = []
    left_out: list[LeftOut] = []
    for cells, number in zip(sheet.rows[start + 1:], sheet.numbers[start + 1:], strict=True):
        first = next((cell for cell in cells if not is_blank(cell)), None)
        if first is None:
            continue
        reason = _no_record(cells, first) if isinstance(first, str) else None
        if reason:
            left_out.append(LeftOut(number, reason, tuple(cells)))
            continue
        row = cells[:width]
        rows.append(row + [None] * (width - len(row)) if len(row) < width else row)
        numbers.append(number)
    _fill_merged(sheet, start, rows, numbers)
    counters = frozenset(h for i, h in enumerate(headings) if plain_heading(h) in COUNTERS and _counts(rows, i))
    if 0 < len(counters) < width:
        left_out += _numbered_ahead([h not in counters for h in headings], rows, numbers)
    return Table(sheet.name, sheet.numbers[start], headings, counters, rows, numbers,
                 tuple(sorted(left_out, key=lambda left: left.row)))


def _width(row: list[Cell]) -> int:
    return next((i for i in range(len(row), 0, -1) if not is_blank(row[i - 1])), 0)


def _named_row(sheet: Sheet, number: int) -> int | None:
    return next((i for i, n in enumerate(sheet.numbers) if n == number), None)


def _heading_row(sheet: Sheet, known: Collection[str]) -> int | None:
    best, best_score = None, (0, 0.0)
    widest = max((_width(row) for row in sheet.rows[:30]), default=0)
    for index, row in enumerate(sheet.rows[:HEADING_ROWS]):
        texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        if not texts:
            continue
        plain = {plain_heading(text) for text in texts} | {plain_heading(without_brackets(text)) for text in texts}
        names = [text for text in texts if not NUMBER.fullmatch(text.strip()) and len(text) <= 60]
        wide_enough = len(names) >= min(2, widest) and len(names) * 2 >= widest
        score = (len(plain & set(known)), 1.0 if wide_enough else len(names) / (widest * 4 or 1))
        if score > best_score:
            best, best_score = index, score
    return best


def _headings(row: list[Cell], width: int) -> tuple[str, ...]:
    names: list[str] = []
    for column in range(width):
        cell = row[column] if column < len(row) else None
        name = " ".join(shown(cell)[:LONGEST_HEADING].split()) or letters(column)
        taken, number = name, 2
        while taken in names:
            taken, number = f"{name} ({number})", number + 1
        names.append(taken)
    return tuple(names)


def _no_record(cells: list[Cell], first: str) -> Text | None:
    if plain_heading(first) in TOTALS:
        rest = [cell for cell in cells if not is_blank(cell)][1:]
        if all(isinstance(cell, (int, float, Broken)) or COUNTED.fullmatch(shown(cell).strip()) for cell in rest):
            return TOTAL_ROW
    if SIGNATURE.match(first):
        return SIGNATURE_ROW
    return None


def _counts(rows: list[list[Cell]], column: int) -> bool:
    """Whether the column holds nothing but whole numbers or nothing at all."""
    return all(is_blank(row[column]) or shown(row[column]).strip().isdigit() for row in rows)


def _numbered_ahead(says: list[bool], rows: list[list[Cell]], numbers: list[int]) -> list[LeftOut]:
    """Takes out the rows that were numbered before anybody filled them in. says: of each column, no counter."""
    empty = [place for place, row in enumerate(rows)
             if all(is_blank(cell) for cell, said in zip(row, says, strict=True) if said)]
    left = [LeftOut(numbers[place], NUMBER_ONLY, tuple(rows[place])) for place in empty]
    for place in reversed(empty):
        del rows[place], numbers[place]
    return left


def _fill_merged(sheet: Sheet, start: int, rows: list[list[Cell]], numbers: list[int]) -> None:
    """Gives each row under a cell merged downwards the value that a reader sees beside it."""
    if not sheet.merged:
        return
    place = {number: index for index, number in enumerate(numbers)}
    for (top, left), (bottom, right) in sheet.merged:
        if top <= start or bottom == top or left != right or left >= (len(rows[0]) if rows else 0):
            continue
        value = sheet.rows[top][left] if top < len(sheet.rows) and left < len(sheet.rows[top]) else None
        for position in range(top + 1, min(bottom + 1, len(sheet.numbers))):
            index = place.get(sheet.numbers[position])
            if index is not None:
                rows[index][left] = value
