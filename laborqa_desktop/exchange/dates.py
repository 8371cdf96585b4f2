"""Dates as people and spreadsheets write them."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from laborqa_desktop.exchange.cells import Cell

FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST = 60
"""No date is longer, and the patterns below take a long time over a long text."""

EXCEL_ZERO = date(1899, 12, 30)
SERIALS = range(1, 109_575)     # up to the end of 2199
DIGITS: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
DIGITS |= {0xFF0F: "/", 0xFF0D: "-", 0xFF0E: "."}
YEAR_FIRST = re.compile(
    r"(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")
PARTS = {"YYYY": r"(?P<y>\d{4})", "MM": r"(?P<m>\d{2})", "M": r"(?P<m>\d{1,2})", "DD": r"(?P<d>\d{2})",
         "D": r"(?P<d>\d{1,2})"}
TOKEN = re.compile("YYYY|MM|M|DD|D|.", re.DOTALL)


def is_format(text: str) -> bool:
    """Whether the text names year, month and day once each, such as M/D/YYYY."""
    tokens = TOKEN.findall(text)
    return all(sum(token in group for token in tokens) == 1 for group in (("YYYY",), ("MM", "M"), ("DD", "D")))


class DateReader:
    """Reads the dates of one column; remembers those already read, for columns repeat them.

    Args:
        formats: such as M/D/YYYY, tried in order and nothing else; empty takes forms with the year first.
    """

    def __init__(self, formats: tuple[str, ...] = ()) -> None:
        self._formats = [
            re.compile("".join(PARTS.get(token, re.escape(token)) for token in TOKEN.findall(text))) for text in formats
        ]
        self._text: Callable[[str], date | None] = self._by_format if formats else _year_first
        self._known: dict[str, date | None] = {}

    def read(self, cell: Cell) -> date | None:
        """The date in a cell, None when there is none from 1900 to 2199."""
        if isinstance(cell, str):
            if len(cell) > LONGEST:
                return None
            if cell not in self._known:
                self._known[cell] = self._text(cell.translate(DIGITS).strip())
            return self._known[cell]
        if isinstance(cell, datetime):
            cell = cell.date()
        if isinstance(cell, date):
            return cell if FIRST_YEAR <= cell.year <= LAST_YEAR else None
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            return self._number(cell)
        return None

    def _number(self, cell: int | float) -> date | None:
        if cell != cell or abs(cell) > 10**9:
            return None
        if int(cell) in SERIALS:
            return EXCEL_ZERO + timedelta(days=int(cell))
        return self._text(str(int(cell))) if cell == int(cell) else None

    def _by_format(self, text: str) -> date | None:
        for pattern in self._formats:
            match = pattern.fullmatch(text)
            if match:
                return _date(match["y"], match["m"], match["d"])
        return None


def _year_first(text: str) -> date | None:
    match = EIGHT.fullmatch(text)
    if match:
        return _date(*match.groups())
    match = YEAR_FIRST.fullmatch(text)
    return _date(match[1], match[3], match[4]) if match else None


def _date(year: str, month: str, day: str) -> date | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
