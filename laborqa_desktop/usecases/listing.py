"""What a list is asked and what it answers. Plain data only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CAP = 10_000
"""More hits of a search than this are not counted: the foot says 10,000+."""

MOST_IDS = 200_000
"""No act takes more records at once."""


@dataclass(frozen=True)
class Filter:
    """Keeps rows by one column.

    Attributes:
        values: allowed raw values (for a column of another table: ids of its records; for a date: years and months as
            2026 and 2026-03); None means empty. () is any.
        low, high: inclusive limits of a date or number; None: open.
        period: a key of periods.PERIODS, counted from the day on which the list is shown; "" for none.
    """

    column: str
    values: tuple[Any, ...] = ()
    low: Any = None
    high: Any = None
    period: str = ""


@dataclass(frozen=True)
class Query:
    """What a list shows.

    Attributes:
        order: (column key, descending), strongest first; () is the type's own order.
        columns: keys of the columns wanted; () is those shown by default.
        archived: the archive instead of the records in use.
    """

    search: str = ""
    filters: tuple[Filter, ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    archived: bool = False
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Count:
    """How many rows there are; capped: at least that many."""

    n: int
    capped: bool = False


@dataclass(frozen=True)
class ListRow:
    """An id and the raw values of the columns asked for, in their order."""

    id: int
    cells: tuple[Any, ...]


@dataclass(frozen=True)
class Facet:
    """One value of a column among the rows of a query. label is its name where the value is an id."""

    value: Any
    label: str
    count: int


@dataclass(frozen=True)
class Offer:
    """What the filter of one column offers, counted among the rows that the other filters leave.

    Attributes:
        values: values by how often they occur; for a date its months as 2026-03, the newest first; for a number only
            None, for rows without one.
        more: there are further values, to be found by searching.
        periods: period -> rows in it, for a date.
        least, most: ends of what occurs, for a number; None where there is none.
    """

    values: tuple[Facet, ...] = ()
    more: bool = False
    periods: Mapping[str, int] = field(default_factory=dict)
    least: Any = None
    most: Any = None


@dataclass(frozen=True)
class Option:
    """A record that may be chosen: its id, its name, and quieter words that tell it from others of that name."""

    id: int
    label: str
    detail: str
