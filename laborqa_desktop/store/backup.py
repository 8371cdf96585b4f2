"""Verified copies of the database: made by the backup API, proven by reading them back, named only then."""

import os
import secrets
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from laborqa_desktop.errors import UserError
from laborqa_desktop.store.engine import Mode, connect, explained, free_mb, set_up
from laborqa_desktop.store.folder import Layout, patiently, replace_whole, sync_directory
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.text import N_


@dataclass(frozen=True)
class Contents:
    """What a copy must hold as the original does: rows of each table, and the history's last link."""

    rows: tuple[tuple[str, int], ...]
    head: str


def verified_copy(layout: Layout, keys: Keys, why: str, moment: datetime) -> Path:
    """A copy in the folder backups that has been read back whole, with the key file beside it.

    Args:
        why: a word for the file name, such as "before-upgrade".

    Raises:
        UserError: there is no room, or the copy is not equal to the original; the library is unchanged.
    """
    layout.backups.mkdir(exist_ok=True)
    _need_room(layout)
    name = f"laborqa-{moment:%Y%m%d-%H%M%S}-{why}"
    temporary = layout.backups / f".{name}.{secrets.token_hex(4)}.tmp"
    final = layout.backups / f"{name}.db"
    try:
        with explained(layout.folder):
            wanted = _copy(layout.database, temporary, keys)
            if not is_whole(temporary, keys, wanted):
                raise UserError(N_("Library", "The safety copy could not be verified, so nothing was changed. Check "
                                              "the disk and try again."))
        replace_whole(final.with_suffix(".key.json"), _key_file(layout))
        patiently(lambda: temporary.rename(final) if not final.exists() else temporary.replace(final))
        sync_directory(layout.backups)
    finally:
        for path in layout.backups.glob(temporary.name + "*"):
            path.unlink(missing_ok=True)
    return final


def _need_room(layout: Layout) -> None:
    size = sum(path.stat().st_size for path in layout.folder.glob("laborqa.db*"))
    free = free_mb(layout.folder)
    if free * 1_000_000 < size * 1.1 + 1_000_000:
        raise UserError(N_("Library", "There is no room for the safety copy: {need} MB are needed, {free} MB are free. "
                                      "Nothing was changed.").of(need=size // 900_000 + 1, free=free))


def _key_file(layout: Layout) -> bytes:
    for path in layout.key_files:
        if path.is_file():
            return path.read_bytes()
    return b""


def _copy(source: Path, target: Path, keys: Keys) -> Contents:
    with closing(connect(source, keys)) as old, closing(_empty(target, keys)) as new:
        old.execute("BEGIN")
        wanted = contents(old)
        old.backup(new)
        old.execute("COMMIT")
    with target.open("rb+") as copied:
        os.fsync(copied.fileno())
    return wanted


def _empty(target: Path, keys: Keys) -> Any:
    connection = dbapi2.connect(str(target), isolation_level=None)
    set_up(connection, keys)
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
    return Contents(rows, last[0] if last else "")


def is_whole(path: Path, keys: Keys, wanted: Contents | None = None) -> bool:
    """Whether a database file can be read to its last page and holds what is wanted."""
    try:
        with closing(connect(path, keys, Mode.IMMUTABLE)) as connection:
            if connection.execute("PRAGMA cipher_integrity_check").fetchall():
                return False
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                return False
            return wanted is None or contents(connection) == wanted
    except dbapi2.Error:
        return False
