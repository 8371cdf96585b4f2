"""Taking an act back: the inverse of its history rows, written through a unit of work like any other act."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Change
from laborqa_desktop.models.named import with_name_key
from laborqa_desktop.store import history
from laborqa_desktop.store.typed import filled, typed
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import import_removing

FINAL = "FinalAct"
"""Context of the names of acts that cannot be taken back: submitting, issuing, purging (decisions.md: Undo)."""


def undoable(store: Store, act_id: int) -> Text | None:
    """The name of an act that can be taken back now; None when it cannot."""
    with store.read() as session:
        act = history.can_go_back(session, act_id)
    return None if act is None or act.text.context == FINAL else act.text


def undo(store: Store, act_id: int, person: str) -> Changes:
    """Takes an act back.

    What an import added is removed as a whole, by its own rules. What another act added is archived (child rows and
    links are deleted), what it changed gets its old values again, what it deleted comes back. Undoing an undo brings
    the act back.

    Raises:
        Refused: it is final, or something it touched was changed since.
    """
    with store.read() as session:
        past = history.of_act(session, act_id)
    name = undoable(store, act_id)
    if name is None or not past:
        raise Refused(N_("Undo", "This can no longer be undone: it is final, or something it touched was changed "
                                 "since."))
    import_id = past[0].act.import_id
    undid = N_("Act", "Undid: {act}") if import_id is None else N_("FinalAct", "Undid: {act}")
    try:
        with store.write(undid.of(act=name), person=person) as work:
            work.undo_of = act_id
            if import_id is not None:
                import_removing.remove_in(work, import_id)
            for one in reversed(past):
                if one.kind is Change.UPDATE or (one.kind is not Change.VIEW and import_id is None):
                    _take_back(work, one)
    except IntegrityError:
        raise Refused(N_("Undo", "This can no longer be undone: a code it would need is in use again.")) from None
    return work.changes


def _take_back(work: Work, past: history.Past) -> None:
    table = Base.metadata.tables[past.table]
    values = past.values or {}
    work.note(past.table, [past.row_id])
    session = work.session
    _touch_parent(session, table, past.row_id, values)
    if past.kind is Change.INSERT:
        if "archived" in table.c:
            _update(session, table, past.row_id, {"archived": True})
        else:
            session.execute(delete(table).where(table.c.id == past.row_id))
    elif past.kind is Change.DELETE:
        old = {column: typed(table, column, pair[0]) for column, pair in values.items()}
        session.execute(insert(table).values(id=past.row_id, **filled(table, old)))
    else:
        _update(session, table, past.row_id,
                {column: typed(table, column, pair[0]) for column, pair in values.items()})


def _touch_parent(session: Session, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
    """Gives the record of a child row a new version, so that a form open on it notices."""
    for key in table.foreign_keys:
        if key.ondelete != "CASCADE":
            continue
        parent, link = key.column.table, key.parent.name
        owner = session.scalar(select(key.parent).where(table.c.id == row_id))
        owner = owner if owner is not None else next((one for one in values.get(link, ()) if one is not None), None)
        session.execute(update(parent).where(parent.c.id == owner).values(row_version=parent.c.row_version + 1))
        session.expire_all()


def _update(session: Session, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
    known = {column: value for column, value in values.items() if column in table.c and not table.c[column].computed}
    if "name" in known and "name_key" in table.c:
        known = with_name_key(known)
    if "row_version" in table.c:
        version = session.scalar(select(table.c.row_version).where(table.c.id == row_id)) or 0
        known = {**known, "row_version": version + 1}
    if known:
        session.execute(update(table).where(table.c.id == row_id).values(known))
        session.expire_all()
