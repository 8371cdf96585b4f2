"""What the Today page shows, as plain values; today.py fills it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from laborqa_desktop.charts.formulas import Sample
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.figures import Period, Ratio

Tone = Literal["ok", "warn", "error", "accent", "plain"]


@dataclass(frozen=True)
class Line:
    """One thing to do. Opening it opens the record.

    Attributes:
        key, id: the record; id None opens the list of that type instead.
        title: what it is about; place: where or who.
        days: above 0 overdue since so many days, 0 today, below 0 still to come, None without a date.
        due: the same in words.
        act: what the button at the right does with it; None: only open.
    """

    key: str
    id: int | None
    title: str | Text
    place: str
    days: int | None
    due: Text | None
    tone: Tone
    act: Text | None = None


@dataclass(frozen=True)
class Group:
    """Things to do of one kind. total: how many there are; lines holds the most urgent ones only.

    Attributes:
        record_key: the list behind it.
    """

    key: str
    title: Text
    record_key: str
    total: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class KeyFigure:
    """One figure card.

    Attributes:
        unit: a count has den 0 and shows num.
        previous: of the month before; None where there is nothing to compare with.
        better: whether it is better than previous; None when equal or not to be compared.
        trend: oldest first, this month last; empty without a course.
        record_key: the list behind it.
    """

    key: str
    name: Text
    figure: Ratio
    unit: Literal["percent", "count"]
    record_key: str
    previous: Ratio | None = None
    better: bool | None = None
    trend: tuple[Ratio, ...] = ()


@dataclass(frozen=True)
class TodayPage:
    """The whole page.

    Attributes:
        samples: weekly points of the p chart over chart_period.
        causes: (category, count) of problems found in cause_period, most first; the empty category means "other".
        todo: number on the rail's badge: everything overdue or due today.
    """

    day: date
    groups: tuple[Group, ...]
    figures: tuple[KeyFigure, ...]
    samples: tuple[Sample, ...]
    chart_period: Period
    causes: tuple[tuple[str, int], ...]
    cause_period: Period
    todo: int


def due_words(days: int) -> Text:
    """How far a due date lies behind (above 0) or ahead (below 0)."""
    if days > 1:
        return N_("Today", "{days} {days:day|days} overdue").of(days=days)
    if days == 1:
        return N_("Today", "1 day overdue")
    if days == 0:
        return N_("Today", "due today")
    if days == -1:
        return N_("Today", "due tomorrow")
    return N_("Today", "due in {days} {days:day|days}").of(days=-days)
