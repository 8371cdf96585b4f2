"""Spans of days a date may be filtered by: those counted from today, and years and months written as 2026, 2026-03.

A period is kept by its name, so that a saved view means this month of the day on which it is opened.
"""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from laborqa_desktop.text import N_, Text

Span = tuple[date | None, date | None]
"""First and last day, both included; None: open."""

OVERDUE, NEXT_7, NEXT_30 = "overdue", "next_7_days", "next_30_days"

PERIODS: dict[str, Text] = {
    OVERDUE: N_("Period", "Overdue or expired"),
    "today": N_("Period", "Today"),
    "this_week": N_("Period", "This week"),
    NEXT_7: N_("Period", "Next 7 days"),
    "this_month": N_("Period", "This month"),
    "last_month": N_("Period", "Last month"),
    NEXT_30: N_("Period", "Next 30 days"),
    "this_year": N_("Period", "This year"),
}
"""Stable names, in the order in which they are offered."""

AHEAD = frozenset({OVERDUE, NEXT_7, NEXT_30})
"""Those that make sense only for a day that something is waited for."""

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")


def span_of(period: str, today: date) -> Span:
    """The days of a period.

    Raises:
        KeyError: there is no such period.
    """
    first = today.replace(day=1)
    match period:
        case "overdue":
            return None, today - timedelta(days=1)
        case "today":
            return today, today
        case "this_week":
            monday = today - timedelta(days=today.weekday())
            return monday, monday + timedelta(days=6)
        case "next_7_days":
            return today, today + timedelta(days=7)
        case "this_month":
            return first, _month_end(first)
        case "last_month":
            last = first - timedelta(days=1)
            return last.replace(day=1), last
        case "next_30_days":
            return today, today + timedelta(days=30)
        case "this_year":
            return date(today.year, 1, 1), date(today.year, 12, 31)
    raise KeyError(period)


def span_named(name: str) -> Span | None:
    """The days of 2026 or 2026-03; None when it is no such name."""
    found = _MONTH.fullmatch(name)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or 1)
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    first = date(year, month, 1)
    return first, _month_end(first) if found[2] else date(year, 12, 31)


def moments(span: Span, zone: str) -> tuple[datetime | None, datetime | None]:
    """The same as moments: from the first day's midnight to just before the midnight that ends the last day."""
    low, high = span
    start = None if low is None else datetime.combine(low, time.min, ZoneInfo(zone))
    if high is None or high == date.max:
        return start, None
    end = datetime.combine(high + timedelta(days=1), time.min, ZoneInfo(zone)) - timedelta(microseconds=1)
    return start, end


def _month_end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
