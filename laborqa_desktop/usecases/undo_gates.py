"""What stands in the way of an undo besides changed rows: parts of a record that became evidence since."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table, exists, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Change, History
from laborqa_desktop.records import TYPES, types_of
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.store.history import Later, later_act
from laborqa_desktop.usecases import rules

Row = tuple[str, int]
FILES = "attachment_link"


def frozen_since(session: Session, act_id: int) -> Later | None:
    """The act that froze a record of which this act changed only parts (child rows, files), or None.

    What the act did to the record itself is no matter of this gate: a later change of it is found by its own row.
    """
    owners = {owner for row in _parts(session, act_id) if (owner := _owner(session, *row)) is not None}
    for table, row_id in sorted(owners):
        newest = later_act(session, table, row_id, act_id)
        if newest is not None and not _touches(session, act_id, table, row_id) \
                and _is_frozen(session, table, row_id):
            return Later(1, table, row_id, newest)
    return None


def _parts(session: Session, act_id: int) -> Iterator[tuple[str, int, dict[str, Any]]]:
    whole = {kind.model.__tablename__ for kind in TYPES.values()}
    for table, row_id, values in session.execute(
            select(History.table_name, History.row_id, History.changes).where(
                History.act_id == act_id, History.kind != Change.VIEW.value, History.table_name.not_in(whole))):
        yield table, row_id, json.loads(values) if values else {}


def _owner(session: Session, table_name: str, row_id: int, values: dict[str, Any]) -> Row | None:
    """The record a row belongs to, however deep."""
    table = Base.metadata.tables.get(table_name)
    if table is None:
        return None
    if table_name == FILES:
        target, owner = (_stated(session, table, row_id, values, name) for name in ("table_name", "record_id"))
        if target is None or owner is None:
            return None
        return (target, owner) if types_of(target) else _owner(session, target, owner, {})
    for key in table.foreign_keys:
        if key.ondelete == "CASCADE":
            owner = _stated(session, table, row_id, values, key.parent.name)
            parent = key.column.table.name
            if owner is not None:
                return (parent, owner) if types_of(parent) else _owner(session, parent, owner, {})
    return None


def _stated(session: Session, table: Table, row_id: int, values: dict[str, Any], name: str) -> Any:
    """A value of a row as it stands, or as it stood before the row was deleted."""
    now = session.scalar(select(table.c[name]).where(table.c.id == row_id))
    return now if now is not None else next((one for one in values.get(name, ()) if one is not None), None)


def _touches(session: Session, act_id: int, table: str, row_id: int) -> bool:
    return bool(session.scalar(select(exists().where(
        History.act_id == act_id, History.table_name == table, History.row_id == row_id,
        History.kind != Change.VIEW.value))))


def _is_frozen(session: Session, table: str, row_id: int) -> bool:
    for kind in types_of(table):
        if (record := of_kind(session, kind, row_id)) is not None:
            return rules.frozen(kind.key, record) is not None
    return False


def of_kind(session: Session, kind: RecordType, row_id: int) -> Any:
    """The mapped record with that id when it is of that type, else None; child rows are not loaded."""
    model: Any = kind.model
    wanted = select(model).where(model.id == row_id)
    return session.scalar(wanted if kind.where is None else wanted.where(kind.where))
