"""Units of work: one read or one act of a user, with everything that an act owes to history and search."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, Table, event, func, insert, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.base import LoaderCallableStatus

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Change
from laborqa_desktop.store import history, search
from laborqa_desktop.store.engine import BEGIN, driver, explained
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.text import N_, Text

_STEP = 5000
_UNLOADED = (LoaderCallableStatus.NO_VALUE, LoaderCallableStatus.NEVER_SET, LoaderCallableStatus.PASSIVE_NO_RESULT)


def now() -> datetime:
    """The computer's clock."""
    return datetime.now(UTC)


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
    """

    def __init__(self, session: Session, act: Text, person: str, reason: str, import_id: int | None,
                 moment: datetime) -> None:
        self.session = session
        self.act = act
        self.person = person
        self.reason = reason
        self.import_id = import_id
        self.undo_of: int | None = None
        self.now = moment
        self.act_id = history.next_act(session)
        self.changes = Changes()
        self._entries: dict[tuple[str, int], history.Entry] = {}
        self._before: dict[tuple[str, int], dict[str, Any] | None] = {}

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

    def add_all_fast(self, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Inserts many rows at once, with history and search; for imports.

        Args:
            rows: column name -> value, the same keys in each; id, created_at, updated_at and import_id are filled in.

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
        complete = []
        for row_id, row in enumerate(rows, first):
            whole = {"id": row_id, **constants, **row}
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
            self._gather(changed, Change.UPDATE)
        for gone in session.deleted:
            self._gather(gone, Change.DELETE)

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
        history.write(self.session, chain_key, info, self._entries)
        self._write_search()
        return Changes(self.act_id, frozenset(where for where, entry in self._entries.items()
                                              if entry.kind is not Change.VIEW))

    def _write_search(self) -> None:
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
                added.append(of.row(row_id, {name: entry.values[name][1] for name in of.columns if name in entry.values}))
                continue
            if entry.kind is Change.DELETE:
                removed.append(search.rowid(of.type_no, row_id))
            elif not entry.values.keys().isdisjoint(of.columns):
                removed.append(search.rowid(of.type_no, row_id))
                again.setdefault(table, []).append(row_id)
        for table, ids in again.items():
            for batch in search.rows_of(connection, tables[table], ids):
                added += batch
        search.write(driver(connection), added, removed)


def _table(model: type[Base]) -> Table:
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} has no table of its own")
    return table


def _tracked(table: Any) -> bool:
    return table.name not in history.UNTRACKED and "id" in table.c


def _kept(table: Table) -> frozenset[str]:
    kept = table.info.get("history")
    if kept is None:
        kept = table.info["history"] = frozenset(
            column.name for column in table.c
            if column.name not in history.LEFT_OUT and column.info.get("history", True))
    return kept  # type: ignore[no-any-return]


class _UnitSession(Session):
    """A session that tells its unit what it flushes."""


@event.listens_for(_UnitSession, "before_flush")
def _before_flush(session: Session, *_: object) -> None:
    work = session.info.get("work")
    if work is not None:
        work.before_flush()
    elif not session.info.get("quiet"):
        raise RuntimeError("a reading unit writes nothing")


@event.listens_for(_UnitSession, "after_flush")
def _after_flush(session: Session, *_: object) -> None:
    work = session.info.get("work")
    if work is not None:
        work.after_flush()


@dataclass
class _Thread(threading.local):
    free: list[Connection] = field(default_factory=list)
    writing: bool = False


class Store:
    """An open library.

    Attributes:
        folder: where it lies.
        library_id: never changes, whatever the folder is called.
        zone: name of the zone the library's days are counted in.
        read_only: writing is refused; notice says why.
        clock: gives the present moment; replaced by tests and the sample library.
    """

    def __init__(self, layout: Layout, engine: Engine, keys: Keys, *, library_id: str, zone: str,
                 read_only: bool = False, notice: Text | None = None,
                 clock: Callable[[], datetime] = now) -> None:
        self.layout = layout
        self.folder: Path = layout.folder
        self.library_id = library_id
        self.zone = zone
        self.read_only = read_only
        self.notice = notice
        self.clock = clock
        self.keys = keys
        self._engine = engine
        self._chain_key = keys.chain()
        self._threads = _Thread()
        self._all: list[Connection] = []
        self._guard = threading.Lock()
        self._writer = threading.Lock()
        self._dirty = False
        self.closed = False

    def today(self) -> date:
        """The day it is in the library's zone, whatever the computer's zone is."""
        return self.clock().astimezone(ZoneInfo(self.zone)).date()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that reads one unchanging state and never waits for a write."""
        with explained(self.folder), self._session("BEGIN") as session:
            yield session

    @contextmanager
    def write(self, act: Text, *, person: str = "", reason: str = "", import_id: int | None = None) -> Iterator[Work]:
        """The unit of one act of a user: all of it is kept, or nothing.

        Raises:
            LibraryInUse: another process is writing.
            Refused: the library is open for reading only.
        """
        with self._writing() as session:
            work = Work(session, act, person, reason, import_id, self.clock())
            session.info["work"] = work
            yield work
            changes = work.finish(self._chain_key)
            session.commit()
            work.changes = changes

    @contextmanager
    def quiet(self) -> Iterator[Session]:
        """A writing session outside history and search: drafts, and nothing a user would call a record."""
        with self._writing() as session:
            session.info["quiet"] = True
            yield session
            session.commit()

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self.read_only:
            raise Refused(self.notice or N_("Library", "The library is open for reading only; nothing was saved."))
        if self._threads.writing:
            raise RuntimeError("a unit of work is open in this thread; pass it on")
        with self._writer, explained(self.folder), self._session("BEGIN IMMEDIATE") as session:
            self._threads.writing = True
            try:
                yield session
                self._dirty = True
            finally:
                self._threads.writing = False

    @contextmanager
    def _session(self, begin: str) -> Iterator[Session]:
        connection = self._connection()
        clean = False
        try:
            connection.execution_options(**{BEGIN: begin})
            session = _UnitSession(bind=connection, expire_on_commit=False)
            try:
                session.connection()
                yield session
                clean = True
            finally:
                session.close()
                if connection.in_transaction():
                    connection.rollback()
        finally:
            self._give_back(connection, keep=clean)

    def _connection(self) -> Connection:
        if self.closed:
            raise RuntimeError("the library is closed")
        if self._threads.free:
            return self._threads.free.pop()
        connection = self._engine.connect()
        with self._guard:
            self._all.append(connection)
        return connection

    def _give_back(self, connection: Connection, *, keep: bool) -> None:
        """A connection that met an error is not used again: one bad page can poison it."""
        if keep and not self.closed:
            self._threads.free.append(connection)
            return
        with self._guard:
            if connection in self._all:
                self._all.remove(connection)
        connection.close()

    def connection(self) -> Connection:
        """A new connection for checks and copies; the caller closes it."""
        return self._engine.connect()

    def checkpoint(self) -> bool:
        """Brings everything into the one database file, so that a copy made by hand is complete. False when it is busy."""
        if self.read_only or self.closed:
            return False
        with explained(self.folder), self._writer:
            connection = self._engine.connect()
            try:
                busy = driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                connection.close()
            self._dirty = self._dirty and bool(busy)
            return not busy

    def idle(self) -> None:
        """To be called when nobody has typed for some seconds: checkpoints when something was written."""
        if self._dirty:
            self.checkpoint()

    def close(self) -> None:
        """Ends all connections, on every thread, and leaves one complete database file."""
        if self.closed:
            return
        self.closed = True
        with self._writer, self._guard:
            for connection in self._all:
                connection.close()
            self._all.clear()
            if not self.read_only:
                connection = self._engine.connect()
                try:
                    driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                finally:
                    connection.close()
            self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
