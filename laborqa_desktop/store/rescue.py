"""The rows of a damaged database, page by page, into a fresh one: what is whole of it, and nothing but that."""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlcipher3 import dbapi2

from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import btree, files
from laborqa_desktop.store.btree import HIGHEST, LOWEST, Tree
from laborqa_desktop.store.engine import Mode, connect
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.pages import Pages

_BATCH = 2000
_TRIED = 20
_NONCE = slice(4, 16)
"""Of an attachment: after its mark, before what is encrypted (files.py)."""
_DERIVED = re.compile(r"search(_\w+)?$|sqlite_")
"""Made anew: the search index."""


@dataclass(frozen=True)
class Column:
    """A column of the schema. alias: it is the rowid, which the record leaves empty."""

    name: str
    takes: tuple[type, ...]
    required: bool
    alias: bool


@dataclass
class Rescued:
    """What was read.

    Attributes:
        pages, bad: pages of the file, and how many of them are damaged or missing.
        rows: table -> rows read.
        gaps: table -> ranges of rowids that may be missing.
        lost: table -> rows that went on in a damaged page.
        unplaced: rows on whole pages that belong to no one table for sure.
        stale: a part of the log is damaged, so that any row may be in an older state.
    """

    pages: int = 0
    bad: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    gaps: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    unplaced: int = 0
    stale: bool = False

    @property
    def holes(self) -> set[str]:
        """Tables of which rows may be missing or in an older state."""
        return set(self.rows) if self.stale else self.gaps.keys() | self.lost.keys()

    def spans(self, table: str) -> list[tuple[int, int]]:
        """(first, last) rowid of each range in which rows of a table may be missing."""
        return [(LOWEST, HIGHEST)] if table in self.lost else self.gaps.get(table, [])


def roots(database: Path, keys: Keys) -> dict[str, int]:
    """Table -> root page, of a database that is whole."""
    with closing(connect(database, keys, Mode.IMMUTABLE)) as whole:
        return dict(whole.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 0"))


def revision(database: Path, keys: Keys) -> str:
    """The revision of a damaged database, "" when it cannot be read."""
    with closing(Pages(database, keys)) as pages:
        root = _own_roots(pages)[0].get("alembic_version", 0)
        for leaf in btree.walk(pages, root).leaves if root else ():
            for _, values in btree.rows(pages, leaf)[0]:
                return str(values[0])
    return ""


def _own_roots(pages: Pages) -> tuple[dict[str, int], Tree]:
    tree = btree.walk(pages, 1)
    found = {}
    for leaf in tree.leaves:
        for _, values in btree.rows(pages, leaf)[0]:
            if values[0] == "table" and isinstance(values[3], int) and values[3] > 0:
                found[str(values[1])] = values[3]
    return found, tree


def _stray_roots(pages: Pages, seen: btree.Survey, claimed: set[int]) -> tuple[dict[str, int], set[int]]:
    """What is left of the list of tables when its first page is damaged."""
    found: dict[str, int] = {}
    mine: set[int] = set()
    for tree in btree.unclaimed(pages, seen, claimed):
        rows = [values for leaf in tree.leaves for _, values in btree.rows(pages, leaf)[0]]
        if rows and all(len(values) == 5 and values[0] in ("table", "index", "view", "trigger")
                        and isinstance(values[3], int) for values in rows):
            mine |= tree.pages
            found.update({str(values[1]): values[3] for values in rows if values[0] == "table" and values[3]})
    return found, mine


def rescue(database: Path, keys: Keys, target: Any, known: Mapping[str, int], step: Step = quietly) -> Rescued:
    """Reads a damaged database into a fresh one of the same schema. The damaged file is not changed.

    Args:
        target: the driver's connection to the fresh database, in a transaction, without foreign keys.
        known: roots of tables in an older whole copy, for where the damaged file's own list of tables is damaged.
        step: told (pages done, pages in all, twice).
    """
    found = Rescued()
    with closing(Pages(database, keys)) as pages:
        total = 2 * pages.count
        seen = btree.survey(pages, lambda done, _: step(done, total))
        found.pages, found.bad = pages.count, len(seen.bad)
        found.stale = pages.log_damaged
        own, master = _own_roots(pages)
        claimed, done = set(master.pages), 0
        if master.gaps:
            more, pages_of_list = _stray_roots(pages, seen, claimed)
            own, claimed = {**more, **own}, claimed | pages_of_list
        places = {**(known if master.gaps else {}), **own}
        schema = _schema(target)
        for name in places:
            if name not in schema:
                claimed |= btree.walk(pages, places[name]).pages
        for name, columns in schema.items():
            tree = btree.walk(pages, places[name]) if name in places else Tree(gaps=[(LOWEST, HIGHEST)])
            claimed |= tree.pages
            if tree.gaps:
                found.gaps[name] = tree.gaps
            count = lost = 0
            for leaf in tree.leaves:
                rows, missed = btree.rows(pages, leaf)
                count, lost = count + _put(target, name, columns, rows), lost + missed
                done += 1
                if done % 200 == 0:
                    step(min(pages.count + done, total), total)
            found.rows[name] = count
            if lost:
                found.lost[name] = lost
        if seen.bad:
            _take_unclaimed(pages, seen, claimed, target, schema, found)
    return found


def _schema(target: Any) -> dict[str, list[Column]]:
    names = [name for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
             if not _DERIVED.match(name) and name != "alembic_version"]
    return {name: [Column(column, _takes(kind), bool(required) and default is None, pk == 1 and kind == "INTEGER")
                   for _, column, kind, required, default, pk in target.execute(f'PRAGMA table_info("{name}")')]
            for name in names}


def _takes(kind: str) -> tuple[type, ...]:
    kind = kind.upper()
    if "INT" in kind or "BOOL" in kind:
        return (int,)
    if "CHAR" in kind or "TEXT" in kind or "DATE" in kind or "TIME" in kind:
        return (str,)
    if "BLOB" in kind:
        return (bytes,)
    return (str, int, float)


def fits(columns: list[Column], values: list[Any]) -> bool:
    """Whether a record can be a row of that table."""
    if len(values) > len(columns):
        return False
    for place, column in enumerate(columns):
        value = values[place] if place < len(values) else None
        if column.alias:
            if value is not None:
                return False
        elif value is None:
            if column.required:
                return False
        elif not isinstance(value, column.takes):
            return False
    return True


def _put(target: Any, name: str, columns: list[Column], rows: list[btree.Row]) -> int:
    alias = next((place for place, column in enumerate(columns) if column.alias), None)
    by_width: dict[int, list[list[Any]]] = {}
    for rowid, values in rows:
        if alias is not None and alias < len(values):
            values[alias] = rowid
        by_width.setdefault(len(values), []).append(values if alias is not None else [rowid, *values])
    count = 0
    for width, wide in by_width.items():
        names = [column.name for column in columns[:width]]
        names = names if alias is not None else ["rowid", *names]
        listed, marks = ", ".join(f'"{one}"' for one in names), ", ".join("?" * len(names))
        statement = f'INSERT OR IGNORE INTO "{name}" ({listed}) VALUES ({marks})'  # noqa: S608
        for start in range(0, len(wide), _BATCH):
            count += max(0, target.executemany(statement, wide[start:start + _BATCH]).rowcount)
    return count


def _take_unclaimed(pages: Pages, seen: btree.Survey, claimed: set[int], target: Any, schema: dict[str, list[Column]],
                    found: Rescued) -> None:
    """Pages below a damaged one: each goes to the one table that its rows fit and that has a hole of that size."""
    waiting = {name for name in found.gaps if name != "draft"}     # drafts leave stale pages behind
    for tree in btree.unclaimed(pages, seen, claimed):
        rows = [row for leaf in tree.leaves for row in btree.rows(pages, leaf)[0]]
        able = [name for name in sorted(waiting) if rows and _belongs(rows, schema[name], found.gaps[name])]
        able = [name for name in able if _accepted(target, name, schema[name], rows[:_TRIED])] if able else []
        if len(able) == 1:
            found.rows[able[0]] += _put(target, able[0], schema[able[0]], rows)
        elif able:
            found.unplaced += len(rows)


def _belongs(rows: list[btree.Row], columns: list[Column], gaps: list[tuple[int, int]]) -> bool:
    return all(fits(columns, values) and any(low <= rowid <= high for low, high in gaps) for rowid, values in rows)


def _accepted(target: Any, name: str, columns: list[Column], rows: list[btree.Row]) -> bool:
    """Whether the table's own conditions let the rows in; tried and taken back."""
    target.execute("SAVEPOINT tried")
    try:
        return _put(target, name, columns, [(rowid, list(values)) for rowid, values in rows]) == len(rows)
    except dbapi2.Error:
        return False
    finally:
        target.execute("ROLLBACK TO tried")
        target.execute("RELEASE tried")


def in_gaps(gaps: list[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """A condition on "rowid" for each hole."""
    for low, high in gaps:
        yield "rowid BETWEEN ? AND ?", (low, high)


def plain_content(attachments: Path, blob_id: str, keys: Keys) -> bytes | None:
    """The content of an attachment without its library; None when its file is missing or damaged."""
    sealed = files.sealed_content(attachments / blob_id[:2] / blob_id, blob_id, keys)
    if sealed is None:
        return None
    return AESGCM(keys.files()).decrypt(sealed[_NONCE], sealed[_NONCE.stop:], blob_id.encode())
