"""What one act owes to the library besides its rows: moments, history and search. The store opens and ends it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, func, insert, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.base import LoaderCallableStatus

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Change
from laborqa_desktop.models.named import with_name_key
from laborqa_desktop.progress import Step, part_of, quietly
from laborqa_desktop.store import history, search
from laborqa_desktop.store.engine import driver
from laborqa_desktop.text import Text

_STEP = 5000
_TOLD_EVERY = 500
_CHANGING = 0.6
"""What part of an act's time changing takes; the rest is its history and the search index."""
_UNLOADED = (LoaderCallableStatus.NO_VALUE, LoaderCallableStatus.NEVER_SET, LoaderCallableStatus.PASSIVE_NO_RESULT)


@dataclass(frozen=True)
class Changes:
    """What an act changed: (table name, id). act_id 0: nothing was changed and no act recorded."""

    act_id: int = 0
    rows: frozenset[tuple[str, int]] = frozenset()

    def ids(self, table: str) -> frozenset[int]:
        """The changed ids of one table."""
        return frozenset(row_id for name, row_id in self.rows if name == table)


class Work:
    """The open unit of one act.

    Attributes:
        session: for mapped objects and statements.
        act_id: the id the act will have.
        now: the moment of the act.
        import_id: given to every new record; may be set while the unit runs.
        undo_of: the act that this one takes back.
        changes: filled when the unit has been committed.
        head: of the history, with this act in it; None when nothing was changed.
    """

    def __init__(self, session: Session, act: Text, person: str, reason: str, import_id: int | None,
                 moment: datetime, step: Step = quietly) -> None:
        self.session = session
        self._step, self._total = step, 0
        self.act = act
        self.person = person
        self.reason = reason
        self.import_id = import_id
        self.undo_of: int | None = None
        self.now = moment
        self.act_id = history.next_act(session)
        self.changes = Changes()
        self.head: history.Head | None = None
        self._entries: dict[tuple[str, int], history.Entry] = {}
        self._gone: set[Any] = set()
        self._before: dict[tuple[str, int], dict[str, Any] | None] = {}

    def tell(self, done: int, total: int) -> None:
        """Tells how far the changing is. Writing history and search comes after it and has its part of the same count,
        so that one number grows from the beginning of the act to its end.

        Raises:
            Exception: whatever the step raises to stop the act; nothing of it is kept then.
        """
        self._total = total
        self._step(int(min(done, total) * _CHANGING), total)

    def _tell_writing(self, done: int, of: int) -> None:
        total = self._total or of
        begun = _CHANGING if self._total else 0.0
        self._step(min(int(total * (begun + (1 - begun) * done / max(of, 1))), total - 1), total)

    def note(self, table: str, ids: Iterable[int]) -> None:
        """Names the rows that a bulk statement is going to change; call it before the statement."""
        self.session.flush()
        wanted = [one for one in dict.fromkeys(ids) if (table, one) not in self._before]
        found = self._stored(table, wanted)
        for one in wanted:
            self._before[table, one] = found.get(one)

    def seen(self, table: str, row_id: int) -> None:
        """Records that a masked value of a record was revealed."""
        self._entries.setdefault((table, row_id), history.Entry(Change.VIEW, {}))

    def enter(self, table: str, row_id: int, values: history.Values) -> None:
        """Enters a history row by hand, for what goes past the session and whose old values must not be kept."""
        self._entries[table, row_id] = history.Entry(Change.INSERT, values)

    def add_all_fast(self, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Inserts many rows at once, with history and search; for imports.

        Args:
            rows: column name -> value, the same keys in each; id, created_at, updated_at, import_id, defaults and
                name_key are filled in. Validators of the mapped class are passed by.

        Returns:
            The new ids, in the order of the rows.
        """
        if not rows:
            return []
        self.session.flush()
        table = _table(model)
        first = (self.session.scalar(select(func.max(table.c.id))) or 0) + 1
        filled = self._defaults(table, set(rows[0]))
        moments, constants = {name for name in ("created_at", "updated_at") if name in table.c}, {}
        for name, value in filled.items():
            if not callable(value):
                constants[name] = value
        calls = {name: value for name, value in filled.items() if callable(value)}
        constants.update(dict.fromkeys(moments - set(rows[0]), self.now))
        if "import_id" in table.c and "import_id" not in rows[0]:
            constants["import_id"] = self.import_id
        named = "name_key" in table.c and "name_key" not in rows[0]
        complete = []
        for row_id, row in enumerate(rows, first):
            whole = {"id": row_id, **constants, **(with_name_key(dict(row)) if named else row)}
            for name, call in calls.items():
                whole[name] = call()
            complete.append(whole)
        self.session.connection().execute(insert(table), complete)
        if _tracked(table):
            keep = _kept(table)
            for whole in complete:
                values = {name: [None, value] for name, value in whole.items()
                          if name in keep and value is not None and value != ""}
                self._entries[table.name, whole["id"]] = history.Entry(Change.INSERT, values)
        return list(range(first, first + len(rows)))

    @staticmethod
    def _defaults(table: Table, given: set[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for column in table.c:
            default: Any = column.default
            if column.name in given or column.primary_key or default is None:
                continue
            if default.is_scalar:
                found[column.name] = default.arg
            elif default.is_callable:
                found[column.name] = lambda call=default.arg: call(None)
        return found

    def before_flush(self) -> None:
        """Fills the moments and the import of new and changed objects."""
        session = self.session
        for new in session.new:
            columns = inspect(new).mapper.columns
            if "created_at" in columns and "updated_at" in columns:
                new.created_at = new.updated_at = self.now
            if self.import_id is not None and "import_id" in columns and new.import_id is None:
                new.import_id = self.import_id
        for changed in session.dirty:
            if "updated_at" in inspect(changed).mapper.columns and session.is_modified(changed):
                changed.updated_at = self.now

    def after_flush(self) -> None:
        """Gathers what the flush has written, while old values are still known."""
        session = self.session
        for new in session.new:
            self._gather(new, Change.INSERT)
        for changed in session.dirty:
            if changed not in self._gone:
                self._gather(changed, Change.UPDATE)
        self._gone.clear()

    def deleted(self, thing: Any) -> None:
        """Gathers a deleted row; session.deleted does not name the rows that were taken off their record's list."""
        self._gone.add(thing)
        self._gather(thing, Change.DELETE)

    def _gather(self, thing: Any, kind: Change) -> None:
        state = inspect(thing)
        table = state.mapper.local_table
        if not _tracked(table):
            return
        current, before = state.dict, state.committed_state
        keep, values = _kept(table), {}
        for attribute in state.mapper.column_attrs:
            column = attribute.columns[0].name
            if column not in keep:
                continue
            new = current.get(attribute.key)
            if kind is Change.INSERT:
                if new is not None and new != "":
                    values[column] = [None, new]
            elif kind is Change.DELETE:
                old = before.get(attribute.key, new)
                if old is not None and old != "" and old not in _UNLOADED:
                    values[column] = [old, None]
            elif attribute.key in before:
                old = before[attribute.key]
                if old in _UNLOADED:
                    if (table.name, current["id"]) not in self._entries:
                        raise RuntimeError(f"{table.name}.{column} was changed without being loaded first")
                    old = None
                if old != new:
                    values[column] = [old, new]
        if values or kind is not Change.UPDATE:
            self._merge((table.name, current["id"]), kind, values)

    def _merge(self, where: tuple[str, int], kind: Change, values: history.Values) -> None:
        entry = self._entries.get(where)
        if entry is None or entry.kind is Change.VIEW:
            self._entries[where] = history.Entry(kind, values)
            return
        if kind is Change.DELETE and entry.kind is Change.INSERT:
            del self._entries[where]
            return
        for column, (old, new) in values.items():
            first = entry.values[column][0] if column in entry.values else None if entry.kind is Change.INSERT else old
            entry.values[column] = [first, new]
        if kind is Change.DELETE:
            entry.kind = kind
            entry.values = {column: pair for column, pair in entry.values.items() if pair[0] not in (None, "")}
        elif kind is Change.INSERT:
            entry.kind = Change.UPDATE if entry.kind is Change.DELETE else kind

    def _stored(self, table: str, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
        source = Base.metadata.tables[table]
        found = {}
        for start in range(0, len(ids), _STEP):
            for row in self.session.execute(select(source).where(source.c.id.in_(ids[start:start + _STEP]))):
                found[row._mapping["id"]] = dict(row._mapping)
        return found

    def _merge_noted(self) -> None:
        by_table: dict[str, list[int]] = {}
        for table, row_id in self._before:
            by_table.setdefault(table, []).append(row_id)
        for table, ids in by_table.items():
            stored, keep = self._stored(table, ids), _kept(Base.metadata.tables[table])
            for row_id in ids:
                old, new = self._before[table, row_id], stored.get(row_id)
                if old == new:
                    continue
                kind = Change.INSERT if old is None else Change.DELETE if new is None else Change.UPDATE
                values = {name: [(old or {}).get(name), (new or {}).get(name)] for name in keep
                          if (old or {}).get(name) != (new or {}).get(name)}
                if values or kind is not Change.UPDATE:
                    self._merge((table, row_id), kind, values)

    def finish(self, chain_key: bytes) -> Changes:
        """Flushes, then writes history and search; the store calls it before COMMIT."""
        self.session.flush()
        self._merge_noted()
        self._entries = {where: entry for where, entry in self._entries.items()
                         if entry.kind is not Change.UPDATE or any(old != new for old, new in entry.values.values())}
        if not self._entries:
            return Changes()
        info = history.ActInfo(self.act_id, self.now, self.person, self.act, self.reason, self.import_id, self.undo_of)
        count = len(self._entries)
        self.head = history.write(self.session, chain_key, info, self._entries,
                                  part_of(self._tell_writing, 0, count, 2 * count))
        self._write_search(part_of(self._tell_writing, count, count, 2 * count))
        self._step(self._total or count, self._total or count)
        return Changes(self.act_id, frozenset(where for where, entry in self._entries.items()
                                              if entry.kind is not Change.VIEW))

    def _write_search(self, step: Step) -> None:
        connection = self.session.connection()
        tables = search.indexed_tables()
        added: list[tuple[int, str, str]] = []
        removed: list[int] = []
        again: dict[str, list[int]] = {}
        for (table, row_id), entry in self._entries.items():
            of = tables.get(table)
            if of is None or entry.kind is Change.VIEW:
                continue
            if entry.kind is Change.INSERT:
                values = {name: entry.values[name][1] for name in of.columns if name in entry.values}
                added.append(of.row(row_id, values))
                continue
            if entry.kind is Change.DELETE:
                removed.append(search.rowid(of.type_no, row_id))
            elif not entry.values.keys().isdisjoint(of.columns):
                removed.append(search.rowid(of.type_no, row_id))
                again.setdefault(table, []).append(row_id)
        for table, ids in again.items():
            for batch in search.rows_of(connection, tables[table], ids):
                added += batch
        for start in range(0, len(removed), _TOLD_EVERY):
            search.write(driver(connection), (), removed[start:start + _TOLD_EVERY])
            step(start, len(removed) + len(added))
        for start in range(0, len(added), _TOLD_EVERY):
            search.write(driver(connection), added[start:start + _TOLD_EVERY], ())
            step(len(removed) + start, len(removed) + len(added))


def _table(model: type[Base]) -> Table:
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} has no table of its own")
    return table


def _tracked(table: Any) -> bool:
    return table.name not in history.UNTRACKED and "id" in table.c


def _kept(table: Table) -> frozenset[str]:
    kept: frozenset[str] | None = table.info.get("history")
    if kept is None:
        kept = table.info["history"] = frozenset(
            column.name for column in table.c
            if column.name not in history.LEFT_OUT and column.info.get("history", True))
    return kept
