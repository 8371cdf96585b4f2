"""A workbook of several sheets, each a table; what is data never becomes a formula."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.exchange.write import BOOK_OPTIONS, MAX_CELL

WIDEST_PX = 420
_PX_PER_LETTER = 9


@dataclass(frozen=True)
class Sheet:
    """One table, already in words; every cell is written as text, so that long numbers stay whole."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def export_book(path: Path, sheets: Sequence[Sheet]) -> None:
    """Writes a workbook whole or not at all; sheets get the names given, made fit and different.

    Raises:
        UserError: the file cannot be written.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, BOOK_OPTIONS)
    head = book.add_format({"bold": True, "bg_color": "#E8EDF3", "bottom": 1, "num_format": "@"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    taken: set[str] = set()
    for one in sheets:
        sheet = book.add_worksheet(_name(one.name, taken))
        _fill(sheet, one, head, text)
    book.close()
    replace_file(path, out.getvalue())


def _fill(sheet: Any, one: Sheet, head: Any, text: Any) -> None:
    for place, heading in enumerate(one.headings):
        longest = max([len(heading) + 2, *(len(row[place]) for row in one.rows)])
        sheet.set_column_pixels(place, place, min(WIDEST_PX, max(80, _PX_PER_LETTER * longest)), text)
        sheet.write_string(0, place, heading[:MAX_CELL], head)
    for number, row in enumerate(one.rows, 1):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, cell[:MAX_CELL], text)
    sheet.freeze_panes(1, 0)


def _name(name: str, taken: set[str]) -> str:
    plain = "".join(mark for mark in name if mark not in "[]:*?/\\").strip("' ")[:28] or "1"
    made, number = plain, 2
    while made.casefold() in taken:
        made, number = f"{plain} {number}", number + 1
    taken.add(made.casefold())
    return made
