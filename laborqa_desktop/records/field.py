"""How a record type is described: fields of its form, columns of its list. Descriptions are data without behaviour."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from laborqa_desktop.models.base import Flaw, Record
from laborqa_desktop.text import Text

Expression = ColumnElement[Any] | InstrumentedAttribute[Any]
Values = Mapping[str, Any]
Check = Callable[[Values, date], list[Flaw]]
"""(plain values of a form, today) -> what is wrong or doubtful with them."""


class Kind(Enum):
    """What sort of value a field holds; one editor and one cell format each.

    The plain Python value: TEXT, LONG_TEXT, CODE str; INT int; DECIMAL int in units of 10**-scale; MONEY int 分;
    DATE date; MOMENT aware UTC datetime; BOOL bool; CHOICE str (value of the enumeration); REF int (id);
    ROWS list of dicts; IMAGE str (blob id); PERCENT int in units of 0.1 %. None means empty everywhere but TEXT ("").
    """

    TEXT = auto()
    LONG_TEXT = auto()
    CODE = auto()
    INT = auto()
    DECIMAL = auto()
    MONEY = auto()
    PERCENT = auto()
    DATE = auto()
    MOMENT = auto()
    BOOL = auto()
    CHOICE = auto()
    REF = auto()
    ROWS = auto()
    IMAGE = auto()


class Mask(Enum):
    """How a sensitive value is shown until it is revealed."""

    ID = auto()        # 330106********1234
    PHONE = auto()     # 138****6021
    ALL = auto()       # ******


Fill = Callable[[str, Values], dict[str, Any]]
"""(key of the field just changed, values of the form) -> values that follow from it, {} for none."""

Labels = Mapping[str, Text]
"""Stable value of an enumeration -> its label."""


@dataclass(frozen=True)
class Field:
    """One field of a form. key is the attribute of the mapped class; for REF it is the id column (site_id)."""

    key: str
    kind: Kind
    label: Text
    required: bool = False
    max_length: int = 200
    labels: Labels | None = None            # CHOICE: value -> label, in display order
    target: str = ""                        # REF: key of the record type referred to
    within: str = ""                        # REF: field of this form that limits the choice (area within site_id)
    rows: tuple["Field", ...] = ()          # ROWS: the fields of a child row; key is the relationship's name
    group: Text | None = None               # section of the form; None continues the section above
    mask: Mask | None = None
    help: Text | None = None
    scale: int = 0                          # DECIMAL: digits after the point; DATE: 1 for a month, said without its day
    read_only: bool = False                 # filled by the program


@dataclass(frozen=True)
class Column:
    """One column of a list. expr may need today (a computed state): then it is a function of the date."""

    key: str
    label: Text
    expr: Expression | Callable[[date], ColumnElement[Any]]
    width: int = 120
    kind: Kind = Kind.TEXT
    labels: Labels | None = None
    tones: Mapping[str, str] = field(default_factory=dict)   # value -> ok, warn, error, accent, plain: shown as a pill
    via: Expression | None = None           # foreign key of the list's own table that leads to expr's table
    mask: Mask | None = None
    scale: int = 0
    shown: bool = True                      # False: offered in the column choice only
    indexed: bool = True                    # False: the list is small by nature, sorting scans it
    awaited: ColumnElement[bool] | None = None  # a day something is waited for: overdue while this holds


@dataclass(frozen=True)
class RecordType:
    """A record type: everything the one list, the one form, import, export and search need to know about it."""

    key: str
    title: Text                             # of the list: Staff files
    single: Text                            # of one: staff file
    model: type[Record]
    fields: tuple[Field, ...]
    columns: tuple[Column, ...]
    name: Expression                        # how one record is called in pickers and titles
    detail: tuple[str, ...] = ()            # columns whose text stands beside the name in pickers
    order: tuple[tuple[str, bool], ...] = ()    # default: (column key, descending)
    where: ColumnElement[bool] | None = None
    series: str = ""                        # NC -> NC-2026-0001; empty: the code is the user's
    identity: tuple[str, ...] = ()          # fields that make an imported row a known one
    validate: Check | None = None
    fill: Fill | None = None
    area: str = ""                          # place in the navigation rail; empty: not shown there

    def field(self, key: str) -> Field:
        """The field with that key.

        Raises:
            KeyError: there is none.
        """
        return next((f for f in self.fields if f.key == key), None) or _missing(key)

    def column(self, key: str) -> Column:
        """The column with that key.

        Raises:
            KeyError: there is none.
        """
        return next((c for c in self.columns if c.key == key), None) or _missing(key)


def _missing(key: str) -> Any:
    raise KeyError(key)
