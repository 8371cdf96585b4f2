"""The only module that opens databases: cipher, pragmas, transactions, and what the driver's errors mean to a user."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from laborqa_desktop.errors import LibraryInUse, UnreadableInput, UserError
from laborqa_desktop.store import disk
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.text import N_

LEAST_SQLITE = (3, 51, 3)
LEAST_CIPHER = (4, 19)
BUSY_MS = 2000
CACHE_KIB = 64 * 1024
BEGIN = "laborqa_begin"


class Mode(Enum):
    """How a database file is opened. IMMUTABLE reads a file in a folder where nothing can be written."""

    WRITE = "rw"
    CREATE = "rwc"
    IMMUTABLE = "ro&immutable=1"


def connect(path: Path, keys: Keys, mode: Mode = Mode.WRITE) -> dbapi2.Connection:
    """A connection of the driver with every setting the library relies on, proven by a first read."""
    connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode.value}", uri=True, isolation_level=None,
                                check_same_thread=False, timeout=BUSY_MS / 1000)
    try:
        set_up(connection, keys)
        if mode is not Mode.IMMUTABLE:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def set_up(connection: dbapi2.Connection, keys: Keys) -> None:
    """Keys a connection and sets its pragmas; key first, nothing that touches the file before it."""
    for pragma in ("cipher_log_level = NONE", f"key = \"x'{keys.database()}'\"", f"busy_timeout = {BUSY_MS}",
                   "foreign_keys = ON", "synchronous = FULL", f"cache_size = -{CACHE_KIB}", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def make_engine(path: Path, keys: Keys, mode: Mode = Mode.WRITE) -> Engine:
    """An engine over one library. It keeps nothing open; the store keeps a connection per thread."""
    check_versions()
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connect(path, keys, mode), poolclass=NullPool,
                           hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))


def check_versions() -> None:
    """Asserts the versions without known holes.

    Raises:
        RuntimeError: the program was packed with an older library.
    """
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} is too old")
    probe = dbapi2.connect(":memory:")
    try:
        version = str(probe.execute("PRAGMA cipher_version").fetchone()[0]).split()[0]
    finally:
        probe.close()
    if tuple(int(part) for part in version.split(".")[:2]) < LEAST_CIPHER:
        raise RuntimeError(f"SQLCipher {version} is too old")


@contextmanager
def explained(folder: Path, target: Path | None = None) -> Iterator[None]:
    """Turns what the user's world does to a database into a UserError; our own mistakes pass.

    Args:
        target: the folder that is written to, when it is another one.
    """
    try:
        yield
    except DBAPIError as error:
        said = explain(error.orig, folder, target)
        if said is None:
            raise
        raise said from error
    except dbapi2.Error as error:
        said = explain(error, folder, target)
        if said is None:
            raise
        raise said from error


def explain(error: BaseException | None, folder: Path, target: Path | None = None) -> UserError | None:
    """The sentence for a driver's error, or None when it is our mistake. target: as for explained()."""
    words, written = str(error).lower(), target or folder
    if "database is locked" in words or "database table is locked" in words:
        return LibraryInUse(N_("Library", "The library is in use by another program or window. Close it there and try "
                                          "again; nothing was saved."))
    if "database or disk is full" in words:
        return disk.told(disk.Trouble.FULL, written)
    if "disk i/o error" in words:
        return disk.told(disk.ask(written), written) or disk.told(disk.Trouble.FAILING, folder)
    if "unable to open database file" in words:
        return disk.told(disk.ask(written), written) or disk.held(folder)
    if "readonly database" in words:
        return disk.forbidden(folder)
    # The last one: pages of the search index that cannot be read.
    if any(one in words for one in ("malformed", "not a database", "hmac", "vtable constructor failed")):
        return damaged(folder)
    return None


def damaged(folder: Path) -> UnreadableInput:
    """The database cannot be read as a whole."""
    return UnreadableInput(N_("Library", "The database of the library {folder} is damaged. Leave the folder as it is "
                                         "and put back a copy from its folder backups.").of(folder=folder))


def driver(connection: Connection) -> Any:
    """The driver's connection below a connection of SQLAlchemy."""
    return connection.connection.driver_connection
