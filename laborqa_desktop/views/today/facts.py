"""What the start page shows, as plain values in the language of the screen. Where they come from is reading.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from laborqa_desktop.charts.formulas import Cause, Control
from laborqa_desktop.usecases.listing import Query

When = Literal["overdue", "today", "week", "later"]


@dataclass(frozen=True)
class Line:
    """One thing to do.

    Attributes:
        target: record type and id of what it opens; without an id, the list.
        act: the word at the right for what is done about it.
    """

    title: str
    place: str
    state: str
    tone: str
    when: When
    target: tuple[str, int | None]
    act: str = ""


@dataclass(frozen=True)
class Group:
    """Things of one kind, the most urgent first.

    Attributes:
        note: quiet words beside the count.
        list: record type and query of the whole list behind it; None when there is none.
        more: how many there are beyond those listed.
    """

    key: str
    title: str
    icon: str
    lines: tuple[Line, ...]
    note: str = ""
    list: tuple[str, Query] | None = None
    more: int = 0


@dataclass(frozen=True)
class Card:
    """A key figure.

    Attributes:
        detail: numerator and denominator, or why there is no figure.
        change: difference to the month before as printed, "" without one; better says whether it is good news.
        spark: values month by month, the last one now; None is a month without data.
    """

    name: str
    value: str
    unit: str
    detail: str
    list: tuple[str, Query]
    change: str = ""
    rising: bool = False
    better: bool | None = None
    spark: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Chart:
    """Heading and figures of one chart; without figures it says why it is empty."""

    title: str
    note: str
    empty: str
    control: Control | None = None
    causes: tuple[Cause, ...] = ()
    tips: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Day:
    """Everything of the page.

    Attributes:
        done_steps: first steps that are done already; a library in which nothing is due yet shows them all.
        beginning: whether nothing was inspected yet: what is due has the next first step above it.
        settled: whether the library holds enough that the page makes sense.
        urgent: what is overdue or due today: the number in the rail.
    """

    date: date
    groups: tuple[Group, ...] = ()
    cards: tuple[Card, ...] = ()
    control: Chart | None = None
    pareto: Chart | None = None
    done_steps: frozenset[str] = frozenset()
    settled: bool = True
    beginning: bool = False
    urgent: int = 0

    def count(self, when: When | None = None) -> int:
        """How many things there are to do, of one urgency or of all; those not listed are like the last one listed."""
        total = 0
        for group in self.groups:
            total += sum(when in (None, line.when) for line in group.lines)
            if when is None or (group.lines and group.lines[-1].when == when):
                total += group.more
        return total
