"""Saving what can be saved of a damaged library into a fresh database, and naming what is missing.

Rows come from whole pages (rescue.py), then from an older whole copy, then from the history, which holds every value of
every record. Rows whose parents are lost keep what they can. Holes of the history are named in the history itself.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, update
from sqlalchemy.orm import Session

from laborqa_desktop.models.base import Base, Moment
from laborqa_desktop.models.history import Change
from laborqa_desktop.models.named import with_name_key
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import head_file, migrate, missing, search
from laborqa_desktop.store.engine import BEGIN, Mode, driver, explained, make_engine
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.gaps import Gaps
from laborqa_desktop.store.history import UNTRACKED
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.rescue import Rescued, in_gaps, plain_content, rescue, revision, roots
from laborqa_desktop.store.typed import filled, typed
from laborqa_desktop.text import N_

MOST_NAMED = 2000
_IN_LOG = 20_000
"""So many of the newest entries of the history are held against the records when the log was damaged."""
_NAMES = ("name", "code", "title", "number", "original_name", "description", "text")
NONE = Gaps()
LOST_ACT = N_("Act", "The words of this act were lost when the library was damaged")


@dataclass(frozen=True)
class Missing:
    """A record that is known and could not be saved. name: "" when nothing of it is known."""

    table: str
    row_id: int
    name: str


@dataclass(frozen=True)
class Saved:
    """One table. read, copied, rebuilt: rows from pages, from the older copy, from the history; missing: at most."""

    table: str
    read: int
    copied: int
    rebuilt: int
    missing: int


@dataclass(frozen=True)
class Salvaged:
    """What came of it.

    Attributes:
        missing: named ones, at most MOST_NAMED.
        unplaced: rows on whole pages that belong to no one table for sure.
        gaps: holes of the history.
        files: names of attachments whose files are missing or damaged.
        newest: so many of the newest entries of the history were saved and are lost, as the head beside the database
            tells; what they entered or changed may be missing or hold older values, and nobody knows where.
    """

    pages: int
    bad: int
    tables: tuple[Saved, ...]
    missing: tuple[Missing, ...] = ()
    unplaced: int = 0
    gaps: Gaps = NONE
    files: tuple[str, ...] = ()
    newest: int = 0

    @property
    def lost(self) -> int:
        """Rows that are missing, at most."""
        return sum(one.missing for one in self.tables)

    @property
    def is_complete(self) -> bool:
        """Nothing is missing."""
        return self.records_are_complete and not self.files

    @property
    def records_are_complete(self) -> bool:
        """Nothing is missing but attached files."""
        return not (self.lost or self.missing or self.unplaced or self.gaps.rows or self.gaps.acts or self.gaps.bare
                    or self.newest)


class Impossible(Exception):
    """The list of tables is damaged and no older copy tells where they begin."""


def salvage(database: Path, keys: Keys, target: Path, attachments: Path, older: Path | None = None,
            anchor: int = 0, step: Step = quietly) -> Salvaged:
    """Makes a fresh database with all that can be saved of a damaged one.

    Args:
        database: with its log beside it; nothing of it is changed.
        target: a file that does not exist yet.
        attachments: the folder of the encrypted files.
        older: the database of a whole backup, unpacked.
        anchor: entries of the history that the backup has.

    Raises:
        Impossible: see there.
        UserError: the target cannot be written.
    """
    known = roots(older, keys) if older is not None else {}
    stand = revision(database, keys) or (revision(older, keys) if older is not None else "") or migrate.REVISIONS[-1]
    if stand not in migrate.REVISIONS:
        stand = migrate.REVISIONS[-1]
    with explained(target.parent):
        engine = make_engine(target, keys, Mode.CREATE)
        try:
            with engine.connect() as connection:
                raw = driver(connection)
                raw.execute("PRAGMA foreign_keys = OFF")
                raw.execute("PRAGMA synchronous = OFF")     # proven by check before it counts
                if older is not None:
                    raw.execute("ATTACH DATABASE ? AS older KEY ?", (str(older), f"x'{keys.database()}'"))
                connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
                with connection.begin():
                    _make_schema(connection, stand)
                    found = rescue(database, keys, raw, known, step)
                    if not sum(found.rows.values()):
                        raise Impossible
                    done = _Completing(connection, found, older is not None, anchor, keys, attachments).run()
                    done = replace(done, newest=max(0, _saved_entries(database, keys) - _entries(raw)))
                step(2 * found.pages, 2 * found.pages)
        finally:
            engine.dispose()
    return done


def _saved_entries(database: Path, keys: Keys) -> int:
    """How many entries of the history were saved, 0 when the head beside the database does not tell."""
    try:
        head = head_file.read(Layout(database.parent), keys)
    except ValueError:
        return 0
    return 0 if head is None else head.count


def _entries(raw: Any) -> int:
    return int(raw.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()[0])


def _make_schema(connection: Connection, stand: str) -> None:
    if stand == migrate.REVISIONS[-1]:
        migrate.create_schema(connection)
    else:
        migrate.run_steps(connection, stand)


class _Completing:
    """The work on a fresh database after the pages were read."""

    def __init__(self, connection: Connection, found: Rescued, older: bool, anchor: int, keys: Keys,
                 attachments: Path) -> None:
        self._connection, self._raw = connection, driver(connection)
        self._found, self._older, self._anchor = found, older, anchor
        self._keys, self._attachments = keys, attachments
        self._tables = {name: Base.metadata.tables[name] for name in found.rows if name in Base.metadata.tables}
        self._copied = dict.fromkeys(found.rows, 0)
        self._rebuilt = dict.fromkeys(found.rows, 0)
        self._missing: list[Missing] = []
        self._dropped = dict.fromkeys(found.rows, 0)

    def run(self) -> Salvaged:
        """Completes, and tells what is missing."""
        if self._found.holes:
            if self._older:
                self._copy_older()
            self._rebuild()
            if self._found.stale:
                for name in self._tables.keys() - UNTRACKED:
                    self._bring_up_to_date(name, _entries(self._raw) - _IN_LOG)
            self._stand_in()
            self._rebuild_blobs()
            self._let_go()
        search.rebuild(Session(bind=self._connection))
        found = self._found
        tables = tuple(Saved(name, found.rows[name], self._copied[name], self._rebuilt[name],
                             missing.rows(self._raw, found, name, self._dropped[name])) for name in sorted(found.rows))
        return Salvaged(found.pages, found.bad, tables, tuple(self._missing[:MOST_NAMED]), found.unplaced,
                        missing.entries(self._raw), tuple(missing.files(self._raw, self._attachments, self._keys)))

    # ---------------------------------------------------------- more rows

    def _copy_older(self) -> None:
        """Rows of the copy where the damaged file has holes, unless they were deleted since."""
        there = {name for (name,) in self._raw.execute("SELECT name FROM older.sqlite_master WHERE type = 'table'")}
        for name in sorted(self._found.holes & there):
            mine, its = missing.columns(self._raw, "main", name), missing.columns(self._raw, "older", name)
            listed = ", ".join(f'"{one}"' for one in mine if one in its)
            gone = ("AND NOT EXISTS (SELECT 1 FROM main.history h WHERE h.table_name = ? AND h.row_id = o.rowid AND "
                    "h.kind = 'delete')") if name not in UNTRACKED and "id" in mine else "AND ? = ?"
            values = (name,) if "history" in gone else (1, 1)
            for condition, span in in_gaps(self._found.spans(name)):
                done = self._raw.execute(
                    f'INSERT OR IGNORE INTO main."{name}" ({listed}) SELECT {listed} FROM older."{name}" o '  # noqa: S608
                    f"WHERE o.{condition} {gone}", (*span, *values))
                self._copied[name] += max(0, done.rowcount)
            if self._copied[name] and name in self._tables and name not in UNTRACKED:
                self._bring_up_to_date(name, self._anchor)

    def _bring_up_to_date(self, name: str, since: int) -> None:
        """Rows get what the history says of later changes. since: number of an entry."""
        later = self._raw.execute(
            'SELECT row_id, "values" FROM history WHERE table_name = ? AND id > ? AND kind = ? '
            'AND "values" IS NOT NULL ORDER BY id', (name, since, Change.UPDATE.value)).fetchall()
        for row_id, changes in later:
            new = {column: pair[1] for column, pair in json.loads(changes).items()}
            self._update(self._tables[name], row_id, new)

    def _update(self, table: Table, row_id: int, values: dict[str, Any]) -> None:
        known = {name: typed(table, name, value) for name, value in values.items()
                 if name in table.c and not table.c[name].computed}
        if "name" in known and "name_key" in table.c:
            known = with_name_key(known)
        if known:
            self._connection.execute(update(table).where(table.c.id == row_id).values(known))

    def _rebuild(self) -> None:
        """Rows that the history knows and nobody has deleted."""
        for name in sorted(self._found.holes & self._tables.keys()):
            if (name in UNTRACKED and name != "purge") or "id" not in self._tables[name].c:
                continue
            for row_id in self._unknown(name):
                past = self._raw.execute(
                    'SELECT h.kind, h."values", a.at FROM history h LEFT JOIN act a ON a.id = h.act_id '
                    "WHERE h.table_name = ? AND h.row_id = ? AND h.kind != 'view' ORDER BY h.id",
                    (name, row_id)).fetchall()
                if not past or past[-1][0] == Change.DELETE.value:
                    continue
                if self._insert(self._tables[name], row_id, past):
                    self._rebuilt[name] += 1
                else:
                    self._name_missing(name, row_id, _folded(past))

    def _unknown(self, name: str) -> list[int]:
        found = self._raw.execute(
            f'SELECT DISTINCT row_id FROM history WHERE table_name = ? AND row_id NOT IN (SELECT id FROM "{name}") '  # noqa: S608
            "ORDER BY row_id", (name,))
        return [row_id for (row_id,) in found]

    def _insert(self, table: Table, row_id: int, past: list[Any]) -> bool:
        if past[0][0] != Change.INSERT.value or any(values is None for _, values, _ in past):
            return False        # its beginning is lost, or it was blanked by law
        values = {column: typed(table, column, value) for column, value in _folded(past).items() if column in table.c}
        moments = [at for _, _, at in past if at] or [datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")]
        for column in table.c:
            if isinstance(column.type, Moment) and not column.nullable and column.name not in values:
                at = moments[-1 if column.name == "updated_at" else 0]
                values[column.name] = datetime.fromisoformat(at).replace(tzinfo=UTC)
        if "row_version" in table.c:
            values["row_version"] = len(past)
        if "name_key" in table.c:
            values = with_name_key(values)
        values = {name: value for name, value in filled(table, values).items() if not table.c[name].computed}
        savepoint = self._connection.begin_nested()
        try:
            self._connection.execute(insert(table).values(id=row_id, **values))
            savepoint.commit()
            return True
        except Exception:       # a condition of the table: what is known of it is not enough
            savepoint.rollback()
            return False

    # ---------------------------------------------------------- parents

    def _stand_in(self) -> None:
        """Acts and imports that are named and lost get a row that says so, because what they did is still there."""
        at = "coalesce((SELECT max(at) FROM act b WHERE b.id < {id}), '2000-01-01 00:00:00.000000')"
        acts = ("SELECT act_id FROM history UNION SELECT undo_of FROM act WHERE undo_of IS NOT NULL")
        self._raw.execute(
            f"INSERT INTO act (id, at, person, context, source, \"values\", reason, salt, digest) "  # noqa: S608
            f"SELECT l.act_id, {at.format(id='l.act_id')}, '', ?, ?, '{{}}', '', x'', x'' FROM ({acts}) l "
            "WHERE l.act_id NOT IN (SELECT id FROM act)", (LOST_ACT.context, LOST_ACT.source))
        tables = [name for name, table in self._tables.items() if "import_id" in table.c]
        union = " UNION ".join(f'SELECT import_id FROM "{name}"' for name in tables)  # noqa: S608
        self._raw.execute(
            "INSERT INTO import_run (id, at, kind, file_name, sha256, mapping, counts) "  # noqa: S608
            f"SELECT import_id, '2000-01-01 00:00:00.000000', '', '', '', '{{}}', '{{}}' FROM ({union}) "
            "WHERE import_id IS NOT NULL AND import_id NOT IN (SELECT id FROM import_run)")

    def _rebuild_blobs(self) -> None:
        """A file that a record names and that can be decrypted is there, whatever its own row was."""
        wanted = self._raw.execute("SELECT DISTINCT blob_id FROM attachment_link WHERE blob_id NOT IN "
                                   "(SELECT id FROM blob)").fetchall()
        table = self._tables["blob"]
        for (blob_id,) in wanted:
            data = plain_content(self._attachments, blob_id, self._keys)
            if data is not None:
                self._connection.execute(insert(table).values(
                    id=blob_id, sha256=hashlib.sha256(data).hexdigest(), original_name="", mime=_kind_of(data),
                    bytes=len(data), pixels="", taken_at=None, imported_at=datetime.now(UTC)))
                self._rebuilt["blob"] += 1

    def _let_go(self) -> None:
        """Rows whose parents are lost: the link is emptied where it may be empty, else the row goes and is named."""
        while True:
            bad = self._raw.execute("PRAGMA foreign_key_check").fetchall()
            if not bad:
                return
            for name, rowid, _, number in bad:
                column = next(row[3] for row in self._raw.execute(f'PRAGMA foreign_key_list("{name}")')
                              if row[0] == number)
                required = {row[1]: row[3] for row in self._raw.execute(f'PRAGMA table_info("{name}")')}
                if not required[column]:
                    self._raw.execute(f'UPDATE "{name}" SET "{column}" = NULL WHERE rowid = ?', (rowid,))  # noqa: S608
                    continue
                row = self._raw.execute(f'SELECT * FROM "{name}" WHERE rowid = ?', (rowid,))  # noqa: S608
                values = row.fetchone()
                if values is not None:
                    self._name_missing(name, rowid, dict(zip(required, values, strict=True)))
                    self._dropped[name] += 1
                    self._raw.execute(f'DELETE FROM "{name}" WHERE rowid = ?', (rowid,))  # noqa: S608

    # ---------------------------------------------------------- what is missing

    def _name_missing(self, name: str, row_id: int, values: dict[str, Any]) -> None:
        words = next((str(values[key]) for key in _NAMES if values.get(key)), "")
        self._missing.append(Missing(name, row_id, words[:80]))


def _folded(past: list[Any]) -> dict[str, Any]:
    """What a record holds after everything that the history tells of it."""
    values: dict[str, Any] = {}
    for _, changes, _ in past:
        with suppress(ValueError):
            values.update({column: pair[1] for column, pair in json.loads(changes or "{}").items()})
    return values


def _kind_of(data: bytes) -> str:
    for mark, kind in ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG", "image/png"), (b"%PDF", "application/pdf")):
        if data.startswith(mark):
            return kind
    return "application/octet-stream"
