"""Taking an act back: the inverse of its history rows, written through a unit of work like any other act."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Change, ImportRun
from laborqa_desktop.models.named import with_name_key
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import history
from laborqa_desktop.store.history import ActInfo, Past
from laborqa_desktop.store.typed import filled, typed
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import import_removing, many
from laborqa_desktop.usecases.undo_gates import frozen_since

FINAL = "FinalAct"
"""Context of the names of acts that cannot be taken back: submitting, issuing, purging (decisions.md: Undo)."""

UNDID = N_("Act", "Undid: {act}")
REDID = N_("Act", "Redid: {act}")
GONE = N_("Undo", "This can no longer be undone: it is final, or something it touched was changed since.")


@dataclass(frozen=True)
class Undone(Changes):
    """What an undo changed.

    Attributes:
        stay: records of an import that stay, because an issued report counts them or others in use refer to them.
    """

    stay: int = 0


def undoable(store: Store, act_id: int) -> Text | None:
    """The name of an act that can be taken back now; None when it cannot."""
    with store.read() as session:
        act = can_go_back(session, act_id)
    return None if act is None else act.text


def can_go_back(session: Session, act_id: int) -> ActInfo | None:
    """The act, if it can be taken back now."""
    act = history.can_go_back(session, act_id)
    return None if act is None or act.text.context == FINAL or frozen_since(session, act_id) is not None else act


def inner(text: Text) -> Text:
    """What an undo or a redo was about; any other act is about itself."""
    if text.source in (UNDID.source, REDID.source):
        return next((value for key, value in text.values if key == "act" and isinstance(value, Text)), text)
    return text


def undo(store: Store, act_id: int, person: str, step: Step = quietly) -> Undone:
    """Takes an act back.

    What an import added is removed as a whole, by its own rules. What another act added is archived (child rows and
    links are deleted), what it changed gets its old values again, what it deleted comes back. Undoing an undo brings
    the act back, an import with all it had added.

    Args:
        step: told how far it is; may raise to stop, nothing is changed then.

    Raises:
        Refused: it is final, or something it touched was changed since.
    """
    with store.read() as session:
        act = _lawful(session, act_id)
        past = history.of_act(session, act_id)
        undone = history.act_named(session, act.undo_of) if act.undo_of is not None else None
    again, stay = undone is not None and act.text.source == UNDID.source, 0
    try:
        with store.write((REDID if again else UNDID).of(act=inner(act.text)), person=person, step=step) as work:
            work.undo_of = act_id
            if act.import_id is not None:
                removed = import_removing.remove_in(work, act.import_id)
                stay = len(removed.used) + len(removed.reported)
                past = [one for one in past if one.kind is Change.UPDATE and "archived" not in (one.values or {})]
            elif again and undone is not None and undone.import_id is not None:
                work.import_id = undone.import_id
                work.session.get_one(ImportRun, undone.import_id).removed_at = None
            take_back(work, [one for one in past if one.kind is not Change.VIEW])
    except IntegrityError:
        raise Refused(N_("Undo", "This can no longer be undone: a code it would need is in use again. Nothing was "
                                 "changed; change that code first.")) from None
    return Undone(work.changes.act_id, work.changes.rows, stay)


def _lawful(session: Session, act_id: int) -> ActInfo:
    """The act, if it may go back; else one sentence that says what stands in its way."""
    act = history.act_named(session, act_id)
    if act is None:
        raise Refused(GONE)
    if act.text.context == FINAL:
        raise Refused(N_("Undo", '"{act}" is final and cannot be undone; nothing was changed. If it was a mistake, put '
                                 "it right with a new entry.").of(act=act.text))
    later = history.first_later(session, act_id) or frozen_since(session, act_id)
    if later is not None:
        raise Refused(N_("Undo", '"{act}" can no longer be undone, because "{later}" changed {count} of its records '
                                 "since. Nothing was changed; undo that first if it can be, or correct the records "
                                 "by hand.")
                      .of(act=inner(act.text), later=later.act.text, count=later.count))
    if history.can_go_back(session, act_id) is None:
        raise Refused(N_("Undo", '"{act}" can no longer be undone: what stood there before was deleted by law, or it '
                                 "changed nothing. Nothing was changed.").of(act=inner(act.text)))
    return act


def take_back(work: Work, past: Sequence[Past]) -> None:
    """Writes the inverse of history rows, the last one first; rows that went the same way go back together."""
    done = 0
    for table_name, same_table in groupby(reversed(past), key=lambda one: one.table):
        table = Base.metadata.tables[table_name]
        for rows in many.parts(list(same_table)):
            work.tell(done, len(past))
            done += len(rows)
            work.note(table_name, [one.row_id for one in rows])
            _touch_parents(work.session, table, rows)
            for kind, same in groupby(rows, key=lambda one: one.kind):
                _invert(work.session, table, kind, list(same))


def _invert(session: Session, table: Table, kind: Change, rows: Sequence[Past]) -> None:
    if kind is Change.INSERT and "archived" in table.c:
        _update(session, table, [(one.row_id, {"archived": True}) for one in rows])
    elif kind is Change.INSERT:
        session.execute(delete(table).where(table.c.id == bindparam("row")), [{"row": one.row_id} for one in rows])
    elif kind is Change.DELETE:
        for one in rows:
            session.execute(insert(table).values(id=one.row_id, **filled(table, _old(table, one))))
    else:
        _update(session, table, [(one.row_id, _old(table, one)) for one in rows])


def _old(table: Table, past: Past) -> dict[str, Any]:
    return {column: typed(table, column, pair[0]) for column, pair in (past.values or {}).items()}


def _touch_parents(session: Session, table: Table, rows: Iterable[Past]) -> None:
    """Gives the records of child rows a new version, so that a form open on one notices."""
    for key in table.foreign_keys:
        if key.ondelete != "CASCADE":
            continue
        parent, owners = key.column.table, {_owner(session, table, key.parent, one) for one in rows} - {None}
        if owners:
            session.execute(update(parent).where(parent.c.id == bindparam("row")).values(
                row_version=parent.c.row_version + 1), [{"row": one} for one in sorted(owners)])
            session.expire_all()


def _owner(session: Session, table: Table, link: Any, past: Past) -> Any:
    owner = session.scalar(select(link).where(table.c.id == past.row_id))
    stated = (past.values or {}).get(link.name, ())
    return owner if owner is not None else next((one for one in stated if one is not None), None)


def _update(session: Session, table: Table, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Gives rows these values; those with the same columns in one statement."""
    for columns, same in _alike(table, rows):
        values: dict[str, Any] = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in columns}
        if "row_version" in table.c:
            values["row_version"] = table.c.row_version + 1
        if values:
            session.execute(update(table).where(table.c.id == bindparam("row")).values(values),
                            [{"row": row_id, **{f"new_{name}": value for name, value in given.items()}}
                             for row_id, given in same])
    session.expire_all()


def _alike(table: Table, rows: Iterable[tuple[int, Mapping[str, Any]]]
           ) -> Iterator[tuple[tuple[str, ...], list[tuple[int, dict[str, Any]]]]]:
    known = []
    for row_id, values in rows:
        own = {name: value for name, value in values.items() if name in table.c and not table.c[name].computed}
        known.append((row_id, with_name_key(own) if "name" in own and "name_key" in table.c else own))
    for columns, same in groupby(known, key=lambda pair: tuple(sorted(pair[1]))):
        yield columns, list(same)
