"""What an import asks of the library.

Records by code or fields, rows that are known already, what is about to be made.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.created import NewRecord
from laborqa_desktop.exchange.rows import Prepared
from laborqa_desktop.models.enums import ChecklistStatus, InspectionState
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import many

Key = tuple[object, ...]
STEP = 5000
WHOLE_TABLE = 2000
"""From so many wanted keys on, reading all keys of the table once is quicker than asking for each batch."""


def live(kind: RecordType) -> list[ColumnElement[bool]]:
    """What keeps a query to records in use."""
    model: Any = kind.model
    conditions: list[ColumnElement[bool]] = [model.archived.is_(False)]
    if kind.where is not None:
        conditions.append(kind.where)
    if kind.key == "inspection":
        conditions.append(model.state != InspectionState.VOID.value)
    return conditions


def _columns(kind: RecordType, names: Sequence[str]) -> list[Any]:
    model: Any = kind.model
    columns = model.__table__.c
    unknown = [name for name in names if name not in columns]
    if unknown:
        raise UnreadableInput(N_("Import", "The mapping compares {kind} by {fields}, which they do not have.")
                              .of(kind=kind.title, fields=", ".join(unknown)))
    return [getattr(model, name) for name in names]


class Finder:
    """Answers look-ups, also by records that the same import is going to make (they have negative ids)."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.coming: dict[int, NewRecord] = {}

    def expect(self, record: NewRecord) -> int:
        """The id of an existing record with that identity, or a negative one for the record to be made."""
        fields = tuple(record.identity)
        key = tuple(record.identity[name] for name in fields)
        found = self(record.kind, fields, frozenset({key})).get(key, ())
        if found:
            return found[0]
        number = -len(self.coming) - 1
        self.coming[number] = record
        return number

    def __call__(self, kind_key: str, fields: tuple[str, ...], keys: frozenset[Key]) -> dict[Key, Sequence[int]]:
        """Values of the fields -> ids of the records that have them (exchange.lookups.Find)."""
        kind = record_type(kind_key)
        found: dict[Key, list[int]] = defaultdict(list)
        if keys:
            for record_id, key in self._stored(kind, fields, keys):
                found[key].append(record_id)
        for number, record in self.coming.items():
            if record.kind == kind_key or (kind_key == "person" and record.kind in ("staff", "outsider")):
                key = tuple(record.values.get(name) for name in fields)
                if key in keys:
                    found[key].append(number)
        return dict(found)

    def _stored(self, kind: RecordType, fields: tuple[str, ...], keys: frozenset[Key]) -> Iterator[tuple[int, Key]]:
        model: Any = kind.model
        columns = _columns(kind, fields)
        statement = select(model.id, *columns).where(*live(kind))
        if kind.key == "checklist":
            statement = statement.where(model.status == ChecklistStatus.ACTIVE.value).order_by(model.edition)
        first = [key[0] for key in keys]
        if len(keys) >= WHOLE_TABLE:
            for row in self._session.execute(statement):
                if tuple(row[1:]) in keys:
                    yield row[0], tuple(row[1:])
            return
        for part in many.parts(first, STEP):
            for row in self._session.execute(statement.where(columns[0].in_(part))):
                if tuple(row[1:]) in keys:
                    yield row[0], tuple(row[1:])


def known_rows(session: Session, kind: RecordType, prepared: Prepared) -> dict[Key, list[int]]:
    """Identity -> ids of the records in use that have it, oldest first."""
    names = prepared.identity
    if not names or not prepared.rows:
        return {}
    model: Any = kind.model
    wanted = {row.identity for row in prepared.rows}
    found: dict[Key, list[int]] = defaultdict(list)
    columns = _columns(kind, names)
    if session.scalar(select(func.count()).select_from(model).where(*live(kind))):
        for row in session.execute(select(model.id, *columns).where(*live(kind)).order_by(model.id)):
            key = tuple(row[1:])
            if key in wanted:
                found[key].append(row[0])
    return found


def stored_values(session: Session, kind: RecordType, ids: Iterable[int],
                  names: Sequence[str]) -> dict[int, Mapping[str, Any]]:
    """Id -> those fields of the record."""
    model: Any = kind.model
    found: dict[int, Mapping[str, Any]] = {}
    columns = [getattr(model, name) for name in names]
    for part in many.parts(list(ids), STEP):
        for row in session.execute(select(model.id, *columns).where(model.id.in_(part))):
            found[row[0]] = dict(zip(names, row[1:], strict=True))
    return found
