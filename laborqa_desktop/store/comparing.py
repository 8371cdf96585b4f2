"""Two databases side by side: equal row by row, or what a restore would change."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from laborqa_desktop.store.engine import Mode, connect
from laborqa_desktop.store.keys import Keys

_ROWS = 2000


@dataclass(frozen=True)
class Difference:
    """One table here and in a backup.

    Attributes:
        here: rows that are only here; there: only in the backup; changed: in both, with other values.
    """

    table: str
    here: int
    there: int
    changed: int


def tables(connection: Any) -> list[str]:
    """Every table with rows of its own, that of the search index among them."""
    return [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name != 'search' "
        "ORDER BY name")]


def unequal_tables(one: Any, other: Any, told: Callable[[str], None] = lambda table: None) -> list[str]:
    """Names of tables that differ in any row; a table that only one of them has differs.

    Args:
        one, other: connections of the driver, each inside its own unchanging state.
        told: called before each table; may raise to stop.
    """
    first, second = tables(one), tables(other)
    found = sorted(set(first) ^ set(second))
    for table in (name for name in first if name in second):
        told(table)
        if not _same_rows(one, other, table):
            found.append(table)
    return found


def _same_rows(one: Any, other: Any, table: str) -> bool:
    columns = _columns(one, table)
    if columns != _columns(other, table):
        return False
    keys = [name for name, place in columns if place] or ["rowid"]
    query = f'SELECT * FROM "{table}" ORDER BY {", ".join(_quoted(keys))}'  # noqa: S608
    left, right = one.execute(query), other.execute(query)
    while True:
        mine, theirs = left.fetchmany(_ROWS), right.fetchmany(_ROWS)
        if mine != theirs:
            return False
        if not mine:
            return True


def _columns(connection: Any, table: str, schema: str = "main") -> list[tuple[str, int]]:
    return [(row[1], row[5]) for row in connection.execute(f'PRAGMA {schema}.table_info("{table}")')]


def _quoted(names: Sequence[str]) -> list[str]:
    return [name if name == "rowid" else f'"{name}"' for name in names]


def differences(here: Path, there: Path, keys: Keys, wanted: Sequence[str], mode: Mode) -> tuple[
        list[Difference], list[int]]:
    """What putting a database in place of another would change in some tables, and the acts it would undo.

    Args:
        here, there: the library's database and an unpacked backup.
        mode: how the library's database can be opened.

    Returns:
        Tables that differ; ids of acts that are only here, newest first.
    """
    with closing(connect(here, keys, mode)) as both:
        both.execute(f"ATTACH ? AS there KEY \"x'{keys.database()}'\"",
                     (f"{there.absolute().as_uri()}?mode={Mode.IMMUTABLE.value}",))
        both.execute("BEGIN")
        known = {name for (name,) in both.execute("SELECT name FROM there.sqlite_master WHERE type = 'table'")}
        found = [_difference(both, table, known) for table in wanted]
        acts = [number for (number,) in both.execute(
            "SELECT id FROM main.act a WHERE NOT EXISTS (SELECT 1 FROM there.act b WHERE b.id = a.id AND "
            "b.digest = a.digest) ORDER BY id DESC")]
        both.execute("COMMIT")
    return [one for one in found if one.here or one.there or one.changed], acts


def _difference(both: Any, table: str, known: set[str]) -> Difference:
    count = both.execute(f'SELECT count(*) FROM main."{table}"').fetchone()[0]  # noqa: S608
    if table not in known:
        return Difference(table, count, 0, 0)
    names = [name for name, _ in _columns(both, table)]
    shared = [name for name, _ in _columns(both, table, "there") if name in names]
    mine, theirs = (", ".join(f'{side}."{name}"' for name in shared) for side in "ab")
    only = 'SELECT count(*) FROM {0}."{2}" a WHERE NOT EXISTS (SELECT 1 FROM {1}."{2}" b WHERE b.id = a.id)'
    here = both.execute(only.format("main", "there", table)).fetchone()[0]
    there = both.execute(only.format("there", "main", table)).fetchone()[0]
    changed = both.execute(f'SELECT count(*) FROM main."{table}" a JOIN there."{table}" b ON a.id = b.id '  # noqa: S608
                           f"WHERE ({mine}) IS NOT ({theirs})").fetchone()[0]
    return Difference(table, here, there, changed)
