"""What a list is asked and what it answers. Plain data only."""

from dataclasses import dataclass
from typing import Any

CAP = 10_000
"""More hits of a search than this are not counted: the foot says 10,000+."""

MOST_IDS = 200_000
"""No act takes more records at once."""


@dataclass(frozen=True)
class Filter:
    """Keeps rows by one column.

    Attributes:
        values: allowed raw values (for a column of another table: ids of its records); None means empty. () is any.
        low, high: inclusive limits of a date or number; None: open.
    """

    column: str
    values: tuple[Any, ...] = ()
    low: Any = None
    high: Any = None


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
class Option:
    """A record that may be chosen: its id, its name, and quieter words that tell it from others of that name."""

    id: int
    label: str
    detail: str
