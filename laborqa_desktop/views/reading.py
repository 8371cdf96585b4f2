"""From what people type to plain values: full-width digits, Chinese dates, thousands. The reverse is cells.py."""

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from laborqa_desktop.records.field import Kind
from laborqa_desktop.text import N_, Text

_FULL = re.compile(r"^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$")
_SHORT = re.compile(r"^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$")
_PACKED = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
NOT_A_DATE = N_("RecordForm", "This is no date. Write 2026-11-22, 2026.5.1 or 5.1.")
NOT_A_NUMBER = N_("RecordForm", "This is no number, or has too many digits after the point.")
NOT_A_RECORD = N_("RecordForm", "Choose one from the list: nothing is called like that.")


class Unreadable(ValueError):
    """What was typed is no value of that kind."""


def unreadable_text(kind: Kind) -> Text:
    """What is said of something typed that is no value of its kind."""
    return {Kind.DATE: NOT_A_DATE, Kind.REF: NOT_A_RECORD}.get(kind, NOT_A_NUMBER)


def tidy(text: str) -> str:
    """Full-width letters and digits made half-width, blanks at the ends taken off."""
    return unicodedata.normalize("NFKC", text).strip()


def read_date(text: str, today: date) -> date | None:
    """A date from 2026-11-22, 2026年11月22日, 2026.5.1, 2026/5/1, 20261122; 5.1 and 5月1日 are of today's year.

    Raises:
        Unreadable: it is no date.
    """
    words = tidy(text)
    if not words:
        return None
    found = _FULL.match(words) or _PACKED.match(words)
    if found:
        year, month, day = map(int, found.groups())
    elif found := _SHORT.match(words):
        year, month, day = today.year, int(found[1]), int(found[2])
    else:
        raise Unreadable(text)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable(text) from error


def read_number(text: str, kind: Kind, scale: int = 0) -> int | None:
    """A number as its Kind keeps it: INT as is, DECIMAL in units of 10**-scale, MONEY in 分, PERCENT in 0.1 %.

    Raises:
        Unreadable: it is no number, or has more digits after the point than are kept.
    """
    words = re.sub(r"[,\s¥元%]", "", tidy(text))
    if not words:
        return None
    places = {Kind.INT: 0, Kind.MONEY: 2, Kind.PERCENT: 1}.get(kind, scale)
    try:
        scaled = Decimal(words).scaleb(places)
        if not scaled.is_finite() or scaled != scaled.to_integral_value() or abs(scaled) >= 10**15:
            raise Unreadable(text)
    except InvalidOperation as error:
        raise Unreadable(text) from error
    return int(scaled)
