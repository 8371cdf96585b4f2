"""Differences between two editions of one record, told by its description; child rows are matched by what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from laborqa_desktop.models.base import Record, Row
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.text import Text

Change = Literal["same", "added", "removed", "changed"]
_LIKE = 0.6


@dataclass(frozen=True)
class FieldDifference:
    """One field before and after; old and new are what is shown: a plain value or a label."""

    key: str
    label: Text
    old: Any
    new: Any


@dataclass(frozen=True)
class RowDifference:
    """One child row: which line it stands in before and after (None where it is missing), and its changed fields."""

    change: Change
    old_position: int | None
    new_position: int | None
    values: tuple[tuple[Text, Any], ...]
    fields: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True)
class RowsDifference:
    """The rows of one table in the order of the newer edition; removed rows stand where they were."""

    key: str
    label: Text
    rows: tuple[RowDifference, ...]

    def count(self, change: Change) -> int:
        """How many rows were added, removed, changed or stayed."""
        return sum(row.change == change for row in self.rows)


@dataclass(frozen=True)
class Difference:
    """What changed between two editions; tables without rows on both sides are left out."""

    old_edition: int
    new_edition: int
    fields: tuple[FieldDifference, ...]
    tables: tuple[RowsDifference, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both editions say the same."""
        return not self.fields and all(table.count("same") == len(table.rows) for table in self.tables)


Names = Mapping[tuple[str, int], str]
"""(target of a REF field, id) -> how it is called."""


def compare(record_type: RecordType, old: Record, new: Record, keys: Mapping[str, Sequence[str]], names: Names,
            skip: Sequence[str] = ()) -> Difference:
    """The difference between two editions whose child rows are loaded.

    Args:
        keys: field of rows -> the fields of a row that tell which one it is.
        names: of what REF fields point to.
        skip: fields that differ by nature, such as edition and status.
    """
    fields = [one for one in record_type.fields if one.kind is not Kind.ROWS and one.key not in skip]
    tables = [_table(one, list(getattr(old, one.key)), list(getattr(new, one.key)), keys[one.key], names)
              for one in record_type.fields if one.kind is Kind.ROWS]
    return Difference(getattr(old, "edition", 0), getattr(new, "edition", 0), _fields(fields, old, new, names),
                      tuple(table for table in tables if table.rows))


def _fields(fields: Sequence[Field], old: Record | Row, new: Record | Row, names: Names) -> tuple[FieldDifference, ...]:
    return tuple(
        FieldDifference(one.key, one.label, _shown(one, old, names), _shown(one, new, names)) for one in fields
        if getattr(old, one.key) != getattr(new, one.key))


def _shown(field: Field, holder: Record | Row, names: Names) -> Any:
    value = getattr(holder, field.key)
    if field.labels is not None and value is not None:
        return field.labels.get(value, value)
    if field.kind is Kind.REF and value is not None:
        return names.get((field.target, value), str(value))
    return value


def _table(field: Field, old: list[Any], new: list[Any], key: Sequence[str], names: Names) -> RowsDifference:
    pairs = _pairs(old, new, key)
    rows = []
    for before, after in pairs:
        shown = after if after is not None else before
        changed = _fields(field.rows, before, after, names) if before is not None and after is not None else ()
        change: Change = ("added" if before is None else "removed" if after is None else
                          "changed" if changed else "same")
        rows.append(RowDifference(change, None if before is None else before.position,
                                  None if after is None else after.position,
                                  tuple((one.label, _shown(one, shown, names)) for one in field.rows), changed))
    return RowsDifference(field.key, field.label, tuple(rows))


def _pairs(old: list[Any], new: list[Any], key: Sequence[str]) -> list[tuple[Any, Any]]:
    """Rows that belong together, in the order of the new edition; a reworded row is found by its likeness."""
    left: dict[int, Any] = dict(enumerate(old))
    partner: dict[int, int] = {}
    known: dict[tuple[Any, ...], list[int]] = {}
    for number, row in left.items():
        known.setdefault(tuple(getattr(row, one) for one in key), []).append(number)
    for number, row in enumerate(new):
        same = known.get(tuple(getattr(row, one) for one in key))
        if same:
            partner[number] = same.pop(0)
    for taken in partner.values():
        del left[taken]
    for number, row in enumerate(new):
        if number not in partner and left:
            best = max(left, key=lambda one: _likeness(left[one], row, key))
            if _likeness(left[best], row, key) >= _LIKE:
                partner[number] = best
                del left[best]
    pairs: list[tuple[Any, Any]] = []
    waiting = sorted(left)
    for number, row in enumerate(new):
        at = partner.get(number)
        while waiting and waiting[0] < (number if at is None else at):
            pairs.append((old[waiting.pop(0)], None))
        pairs.append((None if at is None else old[at], row))
    return pairs + [(old[number], None) for number in waiting]


def _likeness(one: Any, other: Any, key: Sequence[str]) -> float:
    first, second = ("\n".join(str(getattr(row, field) or "") for field in key) for row in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def copied(row: Row, without: Sequence[str]) -> dict[str, Any]:
    """The values of a child row for the next edition, its id and the columns that are not wanted left out."""
    return {column.key: getattr(row, column.key) for column in row.__mapper__.column_attrs
            if column.key not in ("id", *without)}
