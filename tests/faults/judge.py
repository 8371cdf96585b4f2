"""Whether a library that met a fault still is what was promised: nothing lost, nothing half, nothing damaged."""

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Blob, Change, History
from laborqa_desktop.store import backup, drafts, head_file, history, settings
from laborqa_desktop.store.check import check
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.faults.scenario import PASSWORD, Promise


def judge(folder: Path, promise: Promise, password: str = PASSWORD) -> list[str]:
    """Everything that is wrong with a library; empty when all is well. Opens it as the program does."""
    try:
        with open_store(folder, password) as store:
            return list(_judged(store, promise))
    except UserError as error:
        return [f"does not open: {error}"]


def _judged(store: Store, promise: Promise) -> Iterator[str]:
    if store.read_only:
        yield f"opens for reading only: {store.notice}"
    yield from (f"check: {one.text}" for one in check(store))     # checkpoint, pages, structure, chain, search, files
    with store.read() as session:
        count = session.scalar(select(func.count()).select_from(History)) or 0
        if count < promise.count:
            yield f"lost: {promise.count - count} acknowledged rows of the history"
        elif promise.count:
            link = session.scalar(select(History.chain).where(History.id == promise.count))
            if link is None or link.hex() != promise.link:
                yield "lost: the history is another one than was acknowledged"
        yield from _differences(session)
        if settings.get(session, head_file.LOST) is not None:     # put there by the opening just before
            yield f"false alarm: the head beside the database is ahead, {settings.get(session, head_file.LOST)}"
    kept = drafts.load(store, "staff", None)
    if promise.draft >= 0 and (kept is None or kept.values["number"] < promise.draft):
        yield f"lost: the draft of step {promise.draft}"
    if promise.backup:
        yield from _backup(store, promise.backup)
    for path in Files(store).on_disk():
        with store.read() as session:
            known = session.get(Blob, path.name) is not None
        if known and not path.stat().st_size:
            yield "an attachment of no bytes"


def _backup(store: Store, name: str) -> Iterator[str]:
    try:
        with backup.proven(store.layout.backups / name, store.keys):
            pass
    except (UserError, OSError) as error:
        yield f"lost: the backup {name}: {error}"


def _differences(session: Any) -> Iterator[str]:
    """Records that are not what their history says: an act of which only a part is there."""
    rows: dict[str, dict[int, dict[str, Any] | None]] = {}
    for table, row_id, kind, values in session.execute(
            select(History.table_name, History.row_id, History.kind, History.changes).order_by(History.id)):
        if kind == Change.VIEW.value:
            continue
        there = rows.setdefault(table, {})
        if kind == Change.DELETE.value:
            there[row_id] = None
            continue
        there[row_id] = {**(there.get(row_id) or {}), **{name: new for name, (_, new) in json.loads(values).items()}}
    for table, wanted in rows.items():
        stored = {row._mapping["id"]: row._mapping for row in session.execute(select(Base.metadata.tables[table]))}
        for row_id, values in wanted.items():
            row = stored.get(row_id)
            if values is None or row is None:
                if (values is None) != (row is None):
                    yield f"{table} {row_id} is {'gone' if row is None else 'there'} against its history"
            elif any(_flat(row[name]) != _flat(value) for name, value in values.items()):
                yield f"{table} {row_id} differs from its history"
        for row_id in stored.keys() - wanted.keys():
            if table not in _quiet():
                yield f"{table} {row_id} has no history"


@cache
def _quiet() -> frozenset[str]:
    return frozenset({"setting"})       # some are made at founding


def _flat(value: Any) -> Any:
    return history.plain(value) if value != "" else None


def fresh(source: Path, target: Path) -> Path:
    """A copy of a closed library in the place of whatever is there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target
