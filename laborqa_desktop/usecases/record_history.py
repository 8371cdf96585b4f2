"""The history of one record as it is shown: acts with what they changed, child rows included."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import AttachmentLink, History
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.store import history
from laborqa_desktop.text import Text
from laborqa_desktop.usecases import forms


@dataclass(frozen=True)
class HistoryChange:
    """One field of one act; field is None for what has no field of its own. None values mean empty.

    Attributes:
        rows: the field whose child row was changed, None for the record itself.
        row_id: that child row's.
    """

    field: Field | None
    column: str
    old: Any
    new: Any
    rows: Field | None = None
    row_id: int = 0


@dataclass(frozen=True)
class HistoryEntry:
    """One act on a record, newest first. changes is None when they were deleted by law."""

    act_id: int
    at: datetime
    person: str
    act: Text
    reason: str
    changes: tuple[HistoryChange, ...] | None


def history_of(session: Session, kind: RecordType, record_id: int) -> list[HistoryEntry]:
    """What happened to a record and its child rows, newest first.

    Raises:
        NotFound: the record is not there.
    """
    own = {f.key: f for f in kind.fields}
    past: list[tuple[Field | None, int, dict[str, Field], history.Past]] = [
        (None, 0, own, one) for one in history.of_record(session, kind.model.__tablename__, record_id)]
    record = forms.fetch(session, kind, record_id)
    for field in kind.fields:
        if field.kind is Kind.ROWS:
            past += _past_of_rows(session, kind, field, record)
    past += [(None, 0, {}, one) for one in _past_of_files(session, kind.model.__tablename__, record_id)]
    entries: dict[int, HistoryEntry] = {}
    for rows, row_id, fields, one in sorted(past, key=lambda found: -found[3].act.id):
        changes = None if one.values is None else tuple(
            HistoryChange(fields.get(column), column, old, new, rows, row_id)
            for column, (old, new) in one.values.items()
            if column != "position" and not column.endswith("_key"))
        before = entries.get(one.act.id)
        if before is not None and before.changes is not None and changes is not None:
            changes = before.changes + changes
        entries[one.act.id] = HistoryEntry(one.act.id, one.act.at, one.act.person, one.act.text, one.act.reason,
                                           changes)
    return list(entries.values())


def _past_of_files(session: Session, table: str, record_id: int) -> Iterator[history.Past]:
    """The history of the files attached to a record, also of those that were taken off again."""
    ids = set(session.scalars(select(AttachmentLink.id).where(
        AttachmentLink.table_name == table, AttachmentLink.record_id == record_id)))
    old = func.json_extract(History.changes, "$.table_name[0]")
    gone = set(history.removed(session, "attachment_link", "record_id", record_id))
    if gone:
        ids |= set(session.scalars(select(History.row_id).where(
            History.table_name == "attachment_link", History.row_id.in_(gone), old == table)))
    for link_id in sorted(ids):
        yield from history.of_record(session, "attachment_link", link_id, limit=20)


def _past_of_rows(session: Session, kind: RecordType, field: Field,
                  record: Any) -> Iterator[tuple[Field, int, dict[str, Field], history.Past]]:
    """The history of a record's child rows, also of those that were removed."""
    relation = inspect(kind.model).relationships[field.key]
    table = relation.mapper.class_.__tablename__
    link = next(iter(relation.remote_side)).name
    inner = {f.key: f for f in field.rows}
    ids = [row.id for row in getattr(record, field.key)]
    if not field.read_only:
        ids += [one for one in history.removed(session, table, link, record.id) if one not in ids]
    for row_id in ids:
        for one in history.of_record(session, table, row_id, limit=20):
            shown = None if one.values is None else {k: v for k, v in one.values.items() if k != link}
            yield field, row_id, inner, replace(one, values=shown)
