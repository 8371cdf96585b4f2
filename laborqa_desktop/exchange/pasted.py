"""A block copied in Excel, WPS or LibreOffice: tabs between cells, quotes only round cells that need them.

A cell is quoted when it holds a tab or a line end; its own quotes are then doubled (other programs double them without
such need too). Any other quote stands for itself, which is why csv.reader does not serve: one stray quote would make it
gather all rows that follow.
"""

import re

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.cells import Cell, Sheet, is_blank
from laborqa_desktop.exchange.csvfile import MAX_COLUMNS, MAX_ROWS, WIDE
from laborqa_desktop.exchange.guard import unguarded
from laborqa_desktop.text import N_

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def block(text: str) -> Sheet:
    """The cells of a copied block, every one a text or None; rows without anything are left out.

    Raises:
        UnreadableInput: nothing was copied, or more than a sheet may hold.
    """
    rows: list[list[Cell]] = []
    numbers: list[int] = []
    for number, cells in enumerate(_rows(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")), 1):
        row: list[Cell] = [unguarded(cell) or None for cell in cells]
        if all(is_blank(cell) for cell in row):
            continue
        rows.append(row)
        numbers.append(number)
        if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
            raise UnreadableInput(WIDE)
    if not rows:
        raise UnreadableInput(N_("Import", "There is no table on the clipboard; nothing was pasted. Copy cells in "
                                           "Excel or WPS and paste again."))
    width = max(map(len, rows))
    return Sheet("", [[*row, *[None] * (width - len(row))] for row in rows], numbers)


def _rows(text: str) -> list[list[str]]:
    rows: list[list[str]] = []
    cells: list[str] = []
    place = 0
    while place < len(text):
        quoted = _QUOTED.match(text, place)
        if quoted is not None and any(mark in quoted[1] for mark in ("\t", "\n", '""')):
            cells.append(quoted[1].replace('""', '"'))
            place = quoted.end()
        else:
            plain = _PLAIN.match(text, place)
            assert plain is not None
            cells.append(plain[0])
            place = plain.end()
        if place >= len(text) or text[place] == "\n":
            rows.append(cells)
            cells = []
        elif place + 1 == len(text):        # a tab ends the text: the last cell is empty
            cells.append("")
            rows.append(cells)
        place += 1
    return rows
