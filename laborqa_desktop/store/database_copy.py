"""A copy of the database by the backup API, and the proof that a database is whole and holds what another does."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from laborqa_desktop.store.engine import Mode, connect, set_up
from laborqa_desktop.store.keys import Keys

PAGES = 4096
"""So many are copied between two words to whoever waits."""


@dataclass(frozen=True)
class Contents:
    """What a copy must hold as the original does.

    Attributes:
        rows: rows of each table.
        anchor: head of the history, "count:link".
        revision: of the schema.
    """

    rows: tuple[tuple[str, int], ...]
    anchor: str
    revision: str


def copy_database(original: Any, target: Path, keys: Keys, told: Callable[[float], None]) -> Contents:
    """Copies the state that a connection of the driver sees to a new file; gives what it must hold then.

    Args:
        told: the share that is done, 0 to 1.
    """
    with closing(_empty(target, keys)) as new:
        wanted = contents(original)
        original.backup(new, pages=PAGES, progress=lambda _, left, pages: told(1 - left / max(pages, 1)))
    return wanted       # not forced to the disk: the packed file is


def _empty(target: Path, keys: Keys) -> Any:
    connection = dbapi2.connect(str(target), isolation_level=None)
    set_up(connection, keys)
    for pragma in ("synchronous = OFF", "journal_mode = OFF"):      # thrown away unless it proves whole
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def contents(connection: Any) -> Contents:
    """What a database holds, to compare a copy with its original. connection: the driver's own."""
    tables = [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name != 'search' "
        "ORDER BY name")]
    rows = tuple((name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608
                 for name in tables)
    last = connection.execute("SELECT hex(chain) FROM history ORDER BY id DESC LIMIT 1").fetchone() \
        if "history" in tables else None
    stand = connection.execute("SELECT version_num FROM alembic_version").fetchone() \
        if "alembic_version" in tables else None
    link = last[0].lower() if last else "00" * 32
    return Contents(rows, f"{dict(rows).get('history', 0)}:{link}", stand[0] if stand else "")


def is_whole(path: Path, keys: Keys, wanted: Contents | None = None) -> bool:
    """Whether a database file can be read to its last page and holds what is wanted."""
    try:
        if wanted is not None and not _has_salt(path, keys):
            return False
        with closing(connect(path, keys, Mode.IMMUTABLE)) as connection:
            if connection.execute("PRAGMA cipher_integrity_check").fetchall():
                return False
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                return False
            return wanted is None or contents(connection) == wanted
    except (dbapi2.Error, OSError):
        return False


def _has_salt(path: Path, keys: Keys) -> bool:
    """Whether the first 16 bytes, which no page's checksum covers, are right."""
    with path.open("rb") as file:
        return file.read(16) == keys.salt
