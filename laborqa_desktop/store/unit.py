"""The open library and its units: one read, or one act of a user."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session, object_session

from laborqa_desktop.errors import DiskFailed, DiskFull, LibraryInUse, Refused, UserError
from laborqa_desktop.models.base import Base
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import head_file, reserve
from laborqa_desktop.store.disk import name_of
from laborqa_desktop.store.engine import BEGIN, driver, explained
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.history import Head
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.work import Changes, Work
from laborqa_desktop.text import N_, Text

REST_S = 10.0
"""So long at_rest() waits for readers."""

__all__ = ["Acts", "Changes", "Store", "Work", "now"]


def now() -> datetime:
    """The computer's clock."""
    return datetime.now(UTC)


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


@event.listens_for(Base, "after_delete", propagate=True)
def _after_delete(_mapper: object, _connection: object, thing: object) -> None:
    session = object_session(thing)
    work = session.info.get("work") if session is not None else None
    if work is not None:
        work.deleted(thing)


class _Thread(threading.local):
    writing = False


class Acts:
    """The acts of one unit of work.

    Attributes:
        head: of the history, with the last of them in it; None while nothing was changed.
    """

    def __init__(self, session: Session, chain_key: bytes, clock: Callable[[], datetime]) -> None:
        self._session, self._chain_key, self._clock = session, chain_key, clock
        self.head: Head | None = None

    @contextmanager
    def write(self, act: Text, *, person: str = "", reason: str = "", import_id: int | None = None,
              step: Step = quietly) -> Iterator[Work]:
        """One of them, as Store.write; its history stands when the next begins."""
        work = Work(self._session, act, person, reason, import_id, self._clock(), step)
        self._session.info["work"] = work
        yield work
        work.changes = work.finish(self._chain_key)
        self.head = work.head or self.head


class Store:
    """An open library.

    Attributes:
        folder: where it lies.
        library_id: never changes, whatever the folder is called.
        zone: name of the zone the library's days are counted in.
        read_only: writing is refused; notice says why. Becomes True when the disk fails.
        clock: gives the present moment; replaced by tests and the sample library.
        opened_by: kind of the slot that opened it: "password", "recovery" or "computer".
        hints: what the user should know about the opening.
    """

    def __init__(self, layout: Layout, engine: Engine, keys: Keys, *, library_id: str, zone: str,
                 read_only: bool = False, notice: Text | None = None,
                 clock: Callable[[], datetime] = now, opened_by: str = "password",
                 hints: tuple[Text, ...] = ()) -> None:
        self.opened_by, self.hints = opened_by, hints
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
        self._thread = _Thread()
        self._free: list[Connection] = []
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
    def write(self, act: Text, *, person: str = "", reason: str = "", import_id: int | None = None,
              step: Step = quietly) -> Iterator[Work]:
        """The unit of one act of a user: all of it is kept, or nothing.

        Args:
            step: told how far the act is, until the moment it is kept; what it raises ends the act, and nothing is
                kept. Its last call has done equal to total.

        Raises:
            LibraryInUse: another process is writing.
            Refused: the library is open for reading only.
        """
        with self.together() as acts, acts.write(act, person=person, reason=reason, import_id=import_id,
                                                 step=step) as work:
            yield work

    @contextmanager
    def together(self) -> Iterator["Acts"]:
        """The unit of several acts, one after the other: all of them are kept, or none.

        Raises:
            LibraryInUse, Refused: as write().
        """
        with self._writing() as session:
            acts = Acts(session, self._chain_key, self.clock)
            yield acts
            session.commit()
            if acts.head is not None:
                head_file.write(self.layout, self.keys, acts.head)

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
        if self._thread.writing:
            raise RuntimeError("a unit of work is open in this thread; pass it on")
        with self._watching_the_disk(), self._writer, explained(self.folder), \
                self._session("BEGIN IMMEDIATE") as session:
            self._thread.writing = True
            try:
                with explained(self.folder):    # asked before the connection closes, which may take the log away
                    yield session
                self._dirty = True
            finally:
                self._thread.writing = False

    @contextmanager
    def _watching_the_disk(self) -> Iterator[None]:
        """On a full disk the reserve goes, so that deleting and saving work again. On one that fails, writing ends:
        nobody knows what it still keeps, and each further write may cost what is there.
        """
        try:
            yield
        except DiskFull as error:
            said = reserve.free(self.layout)
            if said is None:
                raise
            raise said from error
        except DiskFailed as error:
            self.notice = N_("Library", "The disk {disk} reported an error, so the library is open for reading only "
                                        "from now on and this was not saved. Everything saved before is kept; check "
                                        "the disk, then close the library and open it again."
                             ).of(disk=name_of(self.folder))
            self.read_only = True
            raise DiskFailed(self.notice) from error

    @contextmanager
    def _session(self, begin: str) -> Iterator[Session]:
        connection = self._take()
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

    def _take(self) -> Connection:
        with self._guard:
            if self.closed:
                raise RuntimeError("the library is closed")
            if self._free:
                return self._free.pop()
        connection = self._engine.connect()
        with self._guard:
            self._all.append(connection)
        return connection

    def _give_back(self, connection: Connection, *, keep: bool) -> None:
        """A connection that met an error is not used again: one bad page can poison it."""
        with self._guard:
            if keep and not self.closed:
                self._free.append(connection)
                return
            if connection in self._all:
                self._all.remove(connection)
        connection.close()

    def connect(self) -> Connection:
        """A new connection for checks and copies; the caller closes it."""
        return self._engine.connect()

    def checkpoint(self) -> bool:
        """Brings all into the one database file, so that a copy made by hand is complete. False when it is busy."""
        with self._watching_the_disk(), self._writer:
            done = not self.closed and self._truncate_log()
        self._dirty = self._dirty and not done
        return done

    def _truncate_log(self) -> bool:
        if self.read_only:
            return False
        with explained(self.folder), self._engine.connect() as connection:
            return not driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    def compact(self) -> bool:
        """Writes the database anew without what was deleted from it, the search index too. False when it is busy.

        Raises:
            UserError: there is no room; nothing is lost.
        """
        with self._watching_the_disk(), self._writer, explained(self.folder), self._engine.connect() as connection:
            raw = driver(connection)
            raw.execute("INSERT INTO search(search) VALUES ('optimize')")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            raw.execute("VACUUM")
            return not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    def idle(self) -> None:
        """To be called when nobody has typed for some seconds: checkpoints when something was written."""
        if self._dirty:
            self.checkpoint()
        if not self.read_only:
            reserve.restore(self.layout)

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """While no connection of this store is open and all is in the one database file; units of other threads wait.

        Raises:
            LibraryInUse: a reading unit did not end.
        """
        end = time.monotonic() + REST_S
        with self._writer:
            while True:
                with self._guard:
                    if len(self._free) == len(self._all):
                        for connection in self._all:
                            connection.close()
                        self._all.clear()
                        self._free.clear()
                        self._truncate_log()
                        yield
                        return
                if time.monotonic() > end:
                    raise LibraryInUse(N_("Library", "The library is being read at this moment. Wait until that is "
                                                     "done and try again; nothing was changed."))
                time.sleep(0.02)

    def close(self) -> None:
        """Ends all connections, on every thread, and leaves one complete database file."""
        if self.closed:
            return
        with self._writer, self._guard:
            self.closed = True
            for connection in self._all:
                connection.close()
            self._all.clear()
            self._free.clear()
        with suppress(UserError):   # a full disk: the log stays beside the database and nothing is lost
            self._truncate_log()
        if not self.read_only:
            reserve.restore(self.layout)
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
