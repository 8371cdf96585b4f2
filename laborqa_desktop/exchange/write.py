"""Writing spreadsheets: shown lists, rejected rows to be mended, templates. What is data never becomes a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from laborqa_desktop.exchange.cells import Broken, Cell, letters, shown
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.exchange.guard import guarded
from laborqa_desktop.exchange.guess import importable
from laborqa_desktop.exchange.layout import Table
from laborqa_desktop.exchange.rows import PreparedRow
from laborqa_desktop.records.field import Column, Field, Kind, Labels, Mask, RecordType
from laborqa_desktop.text import N_, Translate

MAX_CELL = 32_767
"""Characters of a cell, counted as spreadsheets do: one beyond the basic plane counts twice."""

UNFIT = {**dict.fromkeys((0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "\ufffd")}
"""Characters that would make the whole workbook unreadable."""

TEMPLATE_ROWS = 1_000
"""Drop-downs and formats of a template reach so far down."""

NUMBERS = frozenset({"code", "number", "uscc", "post_code", "id_tail", "hotline"})
"""Keys of columns whose digits are a name."""

REASON = N_("Import", "Reason (not imported)")
ROW = N_("Import", "Row")
YES = N_("Import", "Yes")
NO = N_("Import", "No")


@dataclass(frozen=True)
class OutColumn:
    """A column of an export.

    Attributes:
        label: its heading in the language of the export.
        width: in pixels.
        text: the column is formatted as text, so that a spreadsheet keeps long numbers.
    """

    label: str
    kind: Kind = Kind.TEXT
    width: int = 120
    labels: Labels | None = None
    scale: int = 0
    text: bool = False


def out_column(described: Column | Field, translate: Translate) -> OutColumn:
    """The export's column for a column of a list or a field of a form."""
    return OutColumn(
        described.label.say(translate), described.kind, getattr(described, "width", 120), described.labels,
        described.scale, is_text_column(described),
    )


def is_text_column(described: Column | Field) -> bool:
    """Whether the column holds ID numbers, phones or codes."""
    return (described.kind is Kind.CODE or described.mask in (Mask.ID, Mask.PHONE)
            or described.key in NUMBERS or "phone" in described.key)


def cell_of(value: Any, column: OutColumn, translate: Translate, zone: str = "Asia/Shanghai") -> Cell:
    """A plain value as it stands in an export: 元 instead of 分, labels instead of stable values, local time."""
    if value is None or value == "":
        return None
    if column.labels and value in column.labels:
        return column.labels[value].say(translate)
    if column.kind is Kind.MONEY:
        return int(value) / 100
    if column.kind is Kind.PERCENT:
        return int(value) / 10
    if column.kind is Kind.DECIMAL:
        return float(int(value) / 10**column.scale)
    if column.kind is Kind.BOOL or isinstance(value, bool):
        return (YES if value else NO).say(translate)
    if isinstance(value, datetime):
        return value.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if value.tzinfo else value
    if isinstance(value, (date, int, float)):
        return value
    return str(value)


def export_xlsx(path: Path, name: str, columns: Sequence[OutColumn], rows: Iterable[Sequence[Any]],
                translate: Translate, zone: str = "Asia/Shanghai") -> int:
    """Writes rows of plain values to a workbook.

    Args:
        name: of the sheet.

    Returns:
        The number of rows written.

    Raises:
        UserError: the file cannot be written.
    """
    cells = ([cell_of(value, column, translate, zone) for value, column in zip(row, columns, strict=True)]
             for row in rows)
    data, count = _workbook(name, columns, cells)
    replace_file(path, data)
    return count


def export_csv(path: Path, columns: Sequence[OutColumn], rows: Iterable[Sequence[Any]], translate: Translate,
               zone: str = "Asia/Shanghai") -> int:
    """Writes rows of plain values to a csv file in UTF-8 with its mark, as Excel and WPS want it.

    Returns:
        The number of rows written.

    Raises:
        UserError: the file cannot be written.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)     # so that no mark inside a cell is taken for the delimiter
    writer.writerow([guarded(column.label) for column in columns])
    count = 0
    for row in rows:
        cells = [cell_of(value, column, translate, zone) for value, column in zip(row, columns, strict=True)]
        writer.writerow([guarded(cell) if isinstance(cell, str) else shown(cell) for cell in cells])
        count += 1
    replace_file(path, b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace"))
    return count


def write_rejects(path: Path, table: Table, rows: Iterable[PreparedRow], translate: Translate) -> int:
    """Writes rejected rows as they stood in the file, with their reasons, to be mended and imported again.

    Returns:
        The number of rows written.

    Raises:
        UserError: the file cannot be written.
    """
    reason, number = REASON.say(translate), ROW.say(translate)
    headings = [h for h in table.headings if h not in (reason, number)]
    places = [table.headings.index(heading) for heading in headings]
    columns = [*(OutColumn(heading) for heading in headings), OutColumn(reason, width=400), OutColumn(number, width=60)]

    def cells() -> Iterable[list[Cell]]:
        for row in rows:
            words = [f"{flaw.heading or flaw.field}: {flaw.reason.say(translate)}" for flaw in row.flaws]
            yield [*(row.cells[place] for place in places), "; ".join(words), row.number]

    data, count = _workbook("1", columns, cells())
    replace_file(path, data)
    return count


def write_template(path: Path, record: RecordType, translate: Translate) -> None:
    """Writes an empty workbook that can be filled in and imported as it is.

    Headings stand in the third row, required ones with a star; choices have drop-downs; ID numbers, phones and codes
    are text; dates are dates.

    Raises:
        UserError: the file cannot be written.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, BOOK_OPTIONS)
    sheet = book.add_worksheet(_sheet_name(record.title.say(translate)))
    lists = book.add_worksheet("lists")
    lists.hide()
    formats = _formats(book)
    fields = importable(record)
    sheet.write_string(0, 0, record.title.say(translate), formats["title"])
    sheet.write_string(1, 0, NOTE.say(translate), formats["note"])
    for index, field in enumerate(fields):
        label = field.label.say(translate)
        sheet.write_string(2, index, f"{label} *" if field.required else label, formats["head"])
        column = out_column(field, translate)
        sheet.set_column_pixels(index, index, max(column.width, 14 * len(label) + 30), _format(formats, column))
        area = (3, index, 2 + TEMPLATE_ROWS, index)
        choices = _choices(field, translate)
        if choices:
            lists.write_column(0, index, choices)
            source = f"=lists!${letters(index)}$1:${letters(index)}${len(choices)}"
            sheet.data_validation(*area, {"validate": "list", "source": source, "error_type": "warning"})
        if field.help:
            sheet.write_comment(2, index, field.help.say(translate))
    sheet.freeze_panes(3, 0)
    book.close()
    replace_file(path, out.getvalue())


NOTE = N_("Import", "Fill in one row per record below the headings; * must be filled in. Dates as 2026-11-22. "
                    "Leave the headings as they are.")
BOOK_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def _choices(field: Field, translate: Translate) -> list[str]:
    if field.kind is Kind.BOOL:
        return [YES.say(translate), NO.say(translate)]
    return [label.say(translate) for label in field.labels.values()] if field.labels else []


def _formats(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "bg_color": "#E8EDF3", "bottom": 1, "num_format": "@"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "note": book.add_format({"font_color": "#555555"}),
        "text": book.add_format({"num_format": "@"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        "money": book.add_format({"num_format": "#,##0.00"}),
    }


def _format(formats: Mapping[str, Any], column: OutColumn) -> Any:
    if column.text:
        return formats["text"]
    names = {Kind.DATE: "date", Kind.MOMENT: "moment", Kind.MONEY: "money"}
    return formats.get(names.get(column.kind, ""))


def _workbook(name: str, columns: Sequence[OutColumn], rows: Iterable[Sequence[Cell]]) -> tuple[bytes, int]:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, BOOK_OPTIONS)
    sheet = book.add_worksheet(_sheet_name(name))
    formats = _formats(book)
    for index, column in enumerate(columns):
        sheet.write_string(0, index, _fit(column.label), formats["head"])
        sheet.set_column_pixels(index, index, column.width, _format(formats, column))
    sheet.freeze_panes(1, 0)
    styles = [_format(formats, column) for column in columns]
    count = 0
    for count, row in enumerate(rows, 1):
        for index, cell in enumerate(row):
            _write(sheet, count, index, cell, styles[index], formats)
    if count:
        sheet.autofilter(0, 0, count, len(columns) - 1)
    book.close()
    return out.getvalue(), count


def _write(sheet: Any, row: int, column: int, cell: Cell, style: Any, formats: Mapping[str, Any]) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, style)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, formats["moment"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, formats["date"])
    elif isinstance(cell, (int, float)) and abs(cell) < 10**15:
        sheet.write_number(row, column, cell, style)
    elif isinstance(cell, Broken):
        sheet.write_string(row, column, _fit(cell.code))
    else:
        sheet.write_string(row, column, _fit(shown(cell)), style)


def _fit(text: str) -> str:
    text = text.translate(UNFIT)
    if len(text) <= MAX_CELL // 2:
        return text
    return text.encode("utf-16-le")[:2 * MAX_CELL].decode("utf-16-le", "ignore")


def _sheet_name(name: str) -> str:
    """The name without what no sheet may be called."""
    plain = "".join(mark for mark in name if mark not in "[]:*?/\\").strip("' ")[:31]
    return plain or "1"
