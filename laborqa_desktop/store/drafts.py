"""Unfinished forms: kept encrypted across a crash, outside history, search and undo."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Draft
from laborqa_desktop.store.unit import Store


@dataclass(frozen=True)
class Kept:
    """A draft. record_id None: of a record that was never saved. values are plain JSON values."""

    type: str
    record_id: int | None
    values: dict[str, Any]
    saved_at: datetime


def save(store: Store, type_key: str, record_id: int | None, values: dict[str, Any]) -> None:
    """Keeps the only draft of a record, or of a new record of a type. values must be JSON (dates as text)."""
    with store.quiet() as session:
        draft = session.scalar(select(Draft).where(Draft.type == type_key, Draft.record_id == (record_id or 0)))
        if draft is None:
            draft = Draft(type=type_key, record_id=record_id or 0)
            session.add(draft)
        draft.content = values
        draft.saved_at = store.clock()


def load(store: Store, type_key: str, record_id: int | None) -> Kept | None:
    """The draft of a record, or None."""
    with store.read() as session:
        draft = session.scalar(select(Draft).where(Draft.type == type_key, Draft.record_id == (record_id or 0)))
        return None if draft is None else _kept(draft)


def drop(store: Store, type_key: str, record_id: int | None) -> None:
    """Forgets a draft; none is no error."""
    with store.quiet() as session:
        drop_in(session, type_key, record_id)


def drop_in(session: Session, type_key: str, record_id: int | None) -> None:
    """The same inside a unit of work that is open: what is saved is no draft any more, or neither happens."""
    session.execute(delete(Draft).where(Draft.type == type_key, Draft.record_id == (record_id or 0)))


def every(store: Store) -> list[Kept]:
    """All drafts, the newest first."""
    with store.read() as session:
        return [_kept(draft) for draft in session.scalars(select(Draft).order_by(Draft.saved_at.desc(), Draft.id))]


def _kept(draft: Draft) -> Kept:
    return Kept(draft.type, draft.record_id or None, draft.content, draft.saved_at)
