"""Counting what a salvage could not save: rows, entries of the history, files of attachments."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from laborqa_desktop.store.gaps import Gaps
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.rescue import Rescued, plain_content


def columns(raw: Any, where: str, name: str) -> list[str]:
    """The columns of a table. where: "main", or the name of an attached database."""
    return [row[1] for row in raw.execute(f'PRAGMA {where}.table_info("{name}")')]


def rows(raw: Any, found: Rescued, name: str, dropped: int) -> int:
    """How many rows of a table may be missing: ids in holes that are neither there nor known as deleted.

    Args:
        raw: the driver's connection to the completed database.
        dropped: rows that went because their parents are lost; those in holes are missing ids anyway.
    """
    if name == "thumbnail":     # made anew from the file
        return 0
    if name not in found.holes:
        return dropped
    if name == "blob" or "id" not in columns(raw, "main", name):
        return found.lost.get(name, 0) + len(found.gaps.get(name, ()))
    last = raw.execute(
        f'SELECT max(coalesce((SELECT max(id) FROM "{name}"), 0), coalesce((SELECT max(row_id) FROM history '  # noqa: S608
        "WHERE table_name = ?), 0))", (name,)).fetchone()[0]
    return sum(_between(raw, name, max(1, low), min(high, last)) for low, high in found.spans(name))


def _between(raw: Any, name: str, low: int, high: int) -> int:
    if high < low:
        return 0
    there = raw.execute(f'SELECT count(*) FROM "{name}" WHERE id BETWEEN ? AND ?', (low, high)).fetchone()[0]  # noqa: S608
    gone = raw.execute(
        "SELECT count(DISTINCT row_id) FROM history WHERE table_name = ? AND row_id BETWEEN ? AND ? "  # noqa: S608
        f"AND kind = 'delete' AND row_id NOT IN (SELECT id FROM \"{name}\")", (name, low, high)).fetchone()[0]
    return int(max(0, high - low + 1 - there - gone))


def entries(raw: Any) -> Gaps:
    """Numbers that the history ought to have and has not."""
    stand_ins = {one for (one,) in raw.execute("SELECT id FROM act WHERE digest = x''")}
    bare = {one for (one,) in raw.execute("SELECT id FROM act WHERE id NOT IN (SELECT act_id FROM history)")}
    return Gaps(frozenset(_absent(raw, "history")), frozenset(_absent(raw, "act") | stand_ins), frozenset(bare))


def _absent(raw: Any, name: str) -> set[int]:
    ends = raw.execute(
        f'SELECT a.id, (SELECT min(id) FROM "{name}" b WHERE b.id > a.id) FROM (SELECT 0 AS id UNION ALL '  # noqa: S608
        f'SELECT id FROM "{name}") a WHERE a.id + 1 NOT IN (SELECT id FROM "{name}")')
    return {one for low, high in ends if high is not None for one in range(low + 1, high)}


def files(raw: Any, attachments: Path, keys: Keys) -> Iterator[str]:
    """Names of attachments whose files are missing or damaged."""
    for blob_id, name in raw.execute("SELECT id, original_name FROM blob ORDER BY original_name").fetchall():
        if plain_content(attachments, blob_id, keys) is None:
            yield name or blob_id[:12]
