"""The history: writing what an act did, and reading it back.

Its chain is in chain.py, what may be blanked in blanking.py, the proof in proof.py; their names are offered here too.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Act, Change, History
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import chain
from laborqa_desktop.store.blanking import PURGES, Lawful, blank, digests_of, identity, lawful, named, reword, vouch
from laborqa_desktop.store.chain import START, Head, dumps, head, link_at, places, plain
from laborqa_desktop.store.proof import Broken, Fault, verify
from laborqa_desktop.text import N_, Text

__all__ = ["CLOCK_NOTE", "PURGES", "START", "ActInfo", "Broken", "Change", "Entry", "Fault", "Head", "Later",
           "Lawful", "Past", "Values", "act_named", "acts_after", "blank", "can_go_back", "cancelled", "digests_of",
           "dumps", "first_later", "head", "last_changes", "later_act", "lawful", "link_at", "newest_at", "next_act",
           "of_act", "of_record", "places", "plain", "removed", "reword", "rows_of", "stored_text", "verify", "vouch",
           "write"]

TOLD_EVERY = 500
UNTRACKED = frozenset({"act", "history", "draft", "blob", "counter", "purge", "import_run"})
LEFT_OUT = frozenset({"id", "row_version", "created_at", "updated_at", "name_key"})

CLOCK_NOTE = N_("FinalAct", "Found the computer's clock behind the newest entry, which is of {moment}")
"""The act that says why dates go back from there on; see clock.py."""

Values = dict[str, list[Any]]


@dataclass
class Entry:
    """What the running unit did to one record so far."""

    kind: Change
    values: Values


@dataclass(frozen=True)
class ActInfo:
    """Who did what, when and why."""

    id: int
    at: datetime
    person: str
    text: Text
    reason: str
    import_id: int | None
    undo_of: int | None


@dataclass(frozen=True)
class Past:
    """One history row, ready to show. values: {column: [old, new]}, None when they were blanked by law."""

    act: ActInfo
    table: str
    row_id: int
    kind: Change
    values: Values | None


@dataclass(frozen=True)
class Later:
    """What was changed again after an act: how many of its rows, and one of them with the newest act on it."""

    count: int
    table: str
    row_id: int
    act: ActInfo


def stored_text(context: str, source: str, values: dict[str, Any]) -> Text:
    """The Text that was stored by places()."""
    return Text(context, source, tuple((key, stored_text(*value) if isinstance(value, list) else value)
                                       for key, value in values.items()))


def write(session: Session, key: bytes, info: ActInfo, entries: dict[tuple[str, int], Entry],
          step: Step = quietly) -> Head:
    """Writes an act and its rows, and lengthens the chain; gives its new head.

    Args:
        key: of the chain, Keys.chain().
        step: told (rows made, rows in all); may raise to stop.
    """
    salt, said = chain.new_salt(), places(info.text)
    digest = chain.act_digest(salt, info.id, info.at, info.person, info.text.context, info.text.source, said,
                              info.reason, info.import_id, info.undo_of)
    session.execute(insert(Act.__table__).values({  # type: ignore[arg-type]
        "id": info.id, "at": info.at, "person": info.person, "context": info.text.context, "source": info.text.source,
        "values": said, "reason": info.reason, "import_id": info.import_id, "undo_of": info.undo_of,
        "salt": salt, "digest": digest}))
    connection: Any = session.connection().connection.driver_connection
    last = connection.execute("SELECT id, chain FROM history ORDER BY id DESC LIMIT 1").fetchone()
    number, link = last or (0, START)
    salts = os.urandom(16 * len(entries))
    rows = []
    for index, ((table, row_id), entry) in enumerate(entries.items()):
        if table == PURGES and "rows" in entry.values:
            entry.values["identity"] = [None, identity(named(session, entry.values["rows"][1]))]
        values = dumps(entry.values)
        own = salts[16 * index:16 * index + 16]
        row = chain.row_digest(own, digest, table, row_id, entry.kind.value, values)
        link = chain.next_link(key, link, row)
        number += 1
        rows.append((number, info.id, table, row_id, entry.kind.value, values, own, row, link))
        if index % TOLD_EVERY == 0:
            step(index, len(entries))
    connection.executemany('INSERT INTO history (id, act_id, table_name, row_id, kind, "values", salt, digest, chain) '
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return Head(number, link.hex())


def next_act(session: Session) -> int:
    """The id of the act that the running write unit will be."""
    return (session.scalar(select(func.max(Act.id))) or 0) + 1


def of_record(session: Session, table: str, row_id: int, limit: int = 500) -> list[Past]:
    """What happened to one record, newest first."""
    query = (select(History, Act).join(Act, Act.id == History.act_id)
             .where(History.table_name == table, History.row_id == row_id).order_by(History.id.desc()).limit(limit))
    return [_past(row, act) for row, act in session.execute(query)]


def removed(session: Session, table: str, column: str, value: int) -> list[int]:
    """Ids of rows of a table that were deleted while a column held that value."""
    old = func.json_extract(History.changes, f"$.{column}[0]")
    return list(session.scalars(select(History.row_id).distinct().where(
        History.table_name == table, History.kind == Change.DELETE.value, old == value)))


def of_act(session: Session, act_id: int) -> list[Past]:
    """What one act did, in the order it was written."""
    query = (select(History, Act).join(Act, Act.id == History.act_id)
             .where(History.act_id == act_id).order_by(History.id))
    return [_past(row, act) for row, act in session.execute(query)]


def _past(row: History, act: Act) -> Past:
    values = None if row.changes is None else json.loads(row.changes)
    return Past(_info(act), row.table_name, row.row_id, Change(row.kind), values)


def _info(act: Act) -> ActInfo:
    return ActInfo(act.id, act.at, act.person, stored_text(act.context, act.source, act.places), act.reason,
                   act.import_id, act.undo_of)


def cancelled(session: Session, after: int) -> list[int]:
    """Acts after that one which were undone since, and the acts that undid them: together they changed nothing."""
    gone: set[int] = set()
    for act_id, undone in session.execute(select(Act.id, Act.undo_of).where(
            Act.id > after, Act.undo_of > after).order_by(Act.id.desc())):
        if act_id not in gone and undone is not None:
            gone |= {act_id, undone}
    return sorted(gone)


def last_changes(session: Session, act_id: int) -> Sequence[tuple[str, int]]:
    """Records of an act that a later act changed again; such an act cannot simply be undone."""
    mine = select(History.table_name, History.row_id, History.id).where(
        History.act_id == act_id, History.kind != Change.VIEW.value).subquery()
    query = (select(mine.c.table_name, mine.c.row_id).distinct()
             .join(History, (History.table_name == mine.c.table_name) & (History.row_id == mine.c.row_id))
             .where(History.id > mine.c.id, History.act_id > act_id, History.kind != Change.VIEW.value,
                    History.act_id.not_in(cancelled(session, act_id))))
    return [(table, row_id) for table, row_id in session.execute(query)]


def first_later(session: Session, act_id: int) -> Later | None:
    """What a later act changed of an act's rows, or None."""
    rows = last_changes(session, act_id)
    if not rows:
        return None
    newest = later_act(session, *rows[0], act_id)
    return None if newest is None else Later(len(rows), *rows[0], newest)


def later_act(session: Session, table: str, row_id: int, after: int) -> ActInfo | None:
    """The newest act after that one that changed a row and was not undone."""
    found = session.scalar(select(Act).join(History, History.act_id == Act.id).where(
        History.table_name == table, History.row_id == row_id, History.kind != Change.VIEW.value, Act.id > after,
        Act.id.not_in(cancelled(session, after))).order_by(History.id.desc()).limit(1))
    return None if found is None else _info(found)


def act_named(session: Session, act_id: int) -> ActInfo | None:
    """One act, without what it did."""
    found = session.get(Act, act_id)
    return None if found is None else _info(found)


def acts_after(session: Session, act_id: int, limit: int) -> list[ActInfo]:
    """The newest acts that came after that one, oldest first."""
    newest = session.scalars(select(Act).where(Act.id > act_id).order_by(Act.id.desc()).limit(limit))
    return [_info(one) for one in newest][::-1]


def rows_of(session: Session, act_id: int, limit: int) -> list[tuple[str, int]]:
    """The first rows that an act touched."""
    return [(table, row_id) for table, row_id in session.execute(
        select(History.table_name, History.row_id).where(History.act_id == act_id).order_by(History.id).limit(limit))]


def can_go_back(session: Session, act_id: int) -> ActInfo | None:
    """An act whose old values are all there and whose records no later act changed, else None. Loads no rows."""
    act = session.get(Act, act_id)
    rows, whole = session.execute(select(func.count(), func.count(History.changes)).where(
        History.act_id == act_id, History.kind != Change.VIEW.value)).one()
    if act is None or not rows or whole < rows or last_changes(session, act_id):
        return None
    return _info(act)


def newest_at(session: Session) -> datetime | None:
    """When the newest act happened, None before the first one; a clock behind it is wrong. Notes of just that do not
    count, for they are made by the wrong clock.
    """
    return session.scalar(select(Act.at).where(Act.source != CLOCK_NOTE.source).order_by(Act.id.desc()).limit(1))
