"""Rows of a list in the form in which they are copied for Excel."""

import csv
import html
import io
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

from laborqa_desktop.records.field import Column
from laborqa_desktop.views.cells import RIGHT_ALIGNED
from laborqa_desktop.views.i18n import say

MOST_COPIED = 20_000


def copy_rows(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> QMimeData:
    """Rows as Excel and WPS take them: text with tabs, and a table whose cells are text, so that ID numbers stay whole.

    Args:
        rows: shown texts, in the order of columns.
    """
    kept = [list(row) for row in rows]
    heading = [say(column.label) for column in columns]
    plain = io.StringIO()
    writer = csv.writer(plain, delimiter="\t", lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([_harmless(cell) for cell in row] for row in kept)
    body = "".join(f"<tr>{''.join(map(_html_cell, columns, row))}</tr>" for row in kept)
    head = "".join(f"<th>{html.escape(words)}</th>" for words in heading)
    data = QMimeData()
    data.setText(plain.getvalue())
    data.setHtml(f"<html><body><table><tr>{head}</tr>{body}</table></body></html>")
    return data


def _html_cell(column: Column, cell: str) -> str:
    style = "" if column.kind in RIGHT_ALIGNED else " style=\"mso-number-format:'\\@'\""
    return f"<td{style}>{html.escape(cell)}</td>"


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for text, not for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "@") or (cell[:1] == "-" and not cell[1:2].isdigit()) else cell
