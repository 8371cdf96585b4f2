"""Between a form's plain values and a mapped record: reading, putting, and checking what does not need the database."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, inspect, select
from sqlalchemy.orm import Session, selectinload

from laborqa_desktop.errors import NotFound, UserError
from laborqa_desktop.models.base import Flaw, Record
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.text import N_, Text

LARGEST_NUMBER = 10**12
_UNFIT = re.compile("[\0\ud800-\udfff]")
_WORDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE)
_NUMBERS = (Kind.INT, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT)


class Invalid(UserError):
    """Values that may not be saved. What was typed stays where it is.

    Attributes:
        flaws: every flaw found, warnings included.
    """

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        blocking = [flaw for flaw in flaws if not flaw.warning]
        super().__init__(N_("Form", "Not saved: {count} {count:field needs|fields need} a correction. The first: "
                                    "{first}")
                         .of(count=len(blocking), first=blocking[0].text if blocking else ""))
        self.flaws = tuple(flaws)


@dataclass(frozen=True)
class Loaded:
    """One record as its form needs it.

    Attributes:
        id: None for a new record.
        values: field key -> plain value (see Kind); ROWS -> list of dicts, each with "id" when stored.
        names: (record type key, id) -> label, for everything the values refer to.
        frozen: why the record can no longer be edited, or None.
    """

    key: str
    id: int | None
    row_version: int
    values: dict[str, Any]
    title: str = ""
    names: Mapping[tuple[str, int], str] = field(default_factory=dict)
    frozen: Text | None = None
    archived: bool = False

    def label(self, target: str, record_id: int | None) -> str:
        """How a record that the values refer to is called; "" for none."""
        return self.names.get((target, record_id), "") if record_id is not None else ""


def with_rows(kind: RecordType) -> Select[Any]:
    """A select of the type's records with their child rows loaded."""
    model: Any = kind.model
    return select(model).options(*(selectinload(getattr(model, f.key)) for f in kind.fields if f.kind is Kind.ROWS))


def fetch(session: Session, kind: RecordType, record_id: int) -> Any:
    """The mapped record with its child rows.

    Raises:
        NotFound: it is not there, or of another type.
    """
    model: Any = kind.model
    statement = with_rows(kind).where(model.id == record_id)
    if kind.where is not None:
        statement = statement.where(kind.where)
    found = session.scalar(statement)
    if found is None:
        raise NotFound(N_("Form", "This record is no longer there."))
    return found


def read(kind: RecordType, record: Record) -> dict[str, Any]:
    """The plain values of a record."""
    return {f.key: [_read_row(f, row) for row in getattr(record, f.key)] if f.kind is Kind.ROWS
            else getattr(record, f.key) for f in kind.fields}


def _read_row(of: Field, row: Any) -> dict[str, Any]:
    return {"id": row.id, **{f.key: getattr(row, f.key) for f in of.rows}}


def put(kind: RecordType, record: Any, values: Mapping[str, Any], *, read_only_too: bool = False) -> None:
    """Sets the values on a record; fields without a value in the mapping stay as they are."""
    for one in kind.fields:
        if one.key not in values or (one.read_only and not read_only_too):
            continue
        if one.kind is Kind.ROWS:
            _put_rows(one, record, values[one.key] or [])
        else:
            _set(record, one, values[one.key])


def _set(record: Any, one: Field, value: Any) -> None:
    cleaned = clean(one, value)
    if getattr(record, one.key) != cleaned:
        setattr(record, one.key, cleaned)


def _put_rows(of: Field, record: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    stored: dict[Any, Any] = {row.id: row for row in getattr(record, of.key)} if record.id is not None else {}
    had_rows = bool(stored)
    child = inspect(type(record)).relationships[of.key].mapper.class_
    kept = []
    for position, values in enumerate(rows):
        row = stored.pop(values.get("id"), None) or child()     # a row that was copied is a row of its own
        for one in of.rows:
            if one.key in values:
                _set(row, one, values[one.key])
        row.position = position
        kept.append(row)
    if kept or had_rows or record.id is None:
        setattr(record, of.key, kept)


def clean(one: Field, value: Any) -> Any:
    """A value as it is stored: words trimmed, empty words and choices made one form."""
    if one.kind in _WORDS:
        words = str(value or "")
        words = words.strip() if one.kind is Kind.LONG_TEXT else " ".join(words.split())
        return None if one.kind is Kind.CODE and not words else words
    if one.kind in (Kind.CHOICE, Kind.IMAGE):
        return value or None
    if one.kind is Kind.BOOL:
        return bool(value)
    return value


def is_empty(one: Field, value: Any) -> bool:
    """Whether a field counts as not filled in."""
    if one.kind is Kind.ROWS:
        return not value
    return value is None or (isinstance(value, str) and not value.strip())


def check_values(fields: Iterable[Field], values: Mapping[str, Any], prefix: str = "",
                 row: int | None = None) -> Iterator[Flaw]:
    """Flaws that one value alone can have: missing, too long, of a wrong sort."""
    for one in fields:
        value, key = values.get(one.key), prefix + one.key
        if one.read_only:
            continue
        if is_empty(one, value):
            if one.required and one.kind is not Kind.BOOL:
                yield Flaw(key, N_("Form", '"{field}" must be filled in.').of(field=one.label), row)
            continue
        if one.kind is Kind.ROWS:
            for number, child in enumerate(value or ()):
                yield from check_values(one.rows, child, f"{one.key}.", number)
            continue
        wrong = _wrong(one, value)
        if wrong is not None:
            yield Flaw(key, wrong, row)


def _wrong(one: Field, value: Any) -> Text | None:
    if one.kind in _WORDS:
        if not isinstance(value, str):
            return N_("Form", '"{field}" takes text.').of(field=one.label)
        if len(value) > one.max_length:
            return N_("Form", '"{field}" takes at most {most} characters, these are {count}.').of(
                field=one.label, most=one.max_length, count=len(value))
        if _UNFIT.search(value):
            return N_("Form", '"{field}" holds a character that cannot be stored. Type it anew.').of(field=one.label)
        return None
    if one.kind in _NUMBERS or one.kind is Kind.REF:
        if not isinstance(value, int) or isinstance(value, bool):
            return N_("Form", '"{field}" takes a number.').of(field=one.label)
        if abs(value) > LARGEST_NUMBER:
            return N_("Form", 'The number in "{field}" is too large.').of(field=one.label)
        if value < 0 and one.kind is not Kind.REF:
            return N_("Form", '"{field}" cannot be below zero.').of(field=one.label)
        if one.kind is Kind.PERCENT and value > 1000:
            return N_("Form", '"{field}" cannot be above 100.').of(field=one.label)
        return None
    if one.kind is Kind.DATE:
        if not isinstance(value, date) or isinstance(value, datetime):
            return N_("Form", '"{field}" takes a date such as 2026-11-22.').of(field=one.label)
        if not 1900 <= value.year <= 2200:
            return N_("Form", "The year {year} cannot be right.").of(year=value.year)
        return None
    if one.kind is Kind.CHOICE and one.labels is not None and value not in one.labels:
        return N_("Form", '"{value}" is not one of the choices of "{field}".').of(value=value, field=one.label)
    return None


def references(kind: RecordType, values: Mapping[str, Any]) -> Iterator[tuple[Field, str, int | None, int]]:
    """Every reference in the values: (field, key, child row, id)."""
    for one in kind.fields:
        value = values.get(one.key)
        if one.kind is Kind.REF and isinstance(value, int):
            yield one, one.key, None, value
        elif one.kind is Kind.ROWS:
            for number, child in enumerate(value or ()):
                for inner in one.rows:
                    if inner.kind is Kind.REF and isinstance(child.get(inner.key), int):
                        yield inner, f"{one.key}.{inner.key}", number, child[inner.key]


def to_json(kind: RecordType, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a draft keeps them: dates and moments as text."""
    def plain(value: Any) -> Any:
        if isinstance(value, date | datetime):
            return value.isoformat()
        if isinstance(value, list):
            return [{key: plain(one) for key, one in row.items()} for row in value]
        return value
    return {key: plain(value) for key, value in values.items()}


def from_json(kind: RecordType, stored: Mapping[str, Any]) -> dict[str, Any]:
    """The values a draft kept; what the type no longer knows is left out."""
    def back(one: Field, value: Any) -> Any:
        if one.kind is Kind.DATE and isinstance(value, str):
            return date.fromisoformat(value)
        if one.kind is Kind.MOMENT and isinstance(value, str):
            return datetime.fromisoformat(value)
        if one.kind is Kind.ROWS:
            inner = {f.key: f for f in one.rows}
            return [{key: back(inner[key], v) if key in inner else v for key, v in row.items()
                     if key in inner or key == "id"} for row in value or ()]
        return value
    known = {f.key: f for f in kind.fields}
    return {key: back(known[key], value) for key, value in stored.items() if key in known}


def labels_of(session: Session, target: str, ids: Iterable[int]) -> dict[int, str]:
    """Id -> name of records of one type, archived ones included."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    kind = record_type(target)
    model: Any = kind.model
    rows = session.execute(select(model.id, kind.name).where(model.id.in_(wanted)))
    return {one: shown(name) for one, name in rows}


def shown(value: Any) -> str:
    """A name as words, whatever column it comes from."""
    if value is None or value == "":
        return "—"
    return value.isoformat() if isinstance(value, date) else str(value)
